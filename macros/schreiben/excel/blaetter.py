"""The columns of the sheets: titles, widths, prompts and how their cells are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from pydantic import BaseModel

from macros.modell.auswahlen import Zeichen
from macros.modell.felder import Feldart, feld
from macros.modell.massnahme import Massnahme, Sachstand, Schritt
from macros.modell.plan import Plan


class Zellart(Enum):
    """How a cell is shown and read."""

    FEST = "fest"
    FESTE_ZAHL = "feste zahl"
    SCHLUESSEL = "schluessel"
    ZEILE = "zeile"
    TEXT = "text"
    DATUM = "datum"
    STICHTAG = "stichtag"
    ZAHL = "zahl"
    WERT = "wert"
    WAHL = "wahl"


NUR_ZU_LESEN = (Zellart.FEST, Zellart.FESTE_ZAHL)


@dataclass(frozen=True)
class Blattspalte:
    """A column; `pfad` is the field of the record, `liste` the name of the list its values come from."""

    titel: str
    art: Zellart
    breite: int
    pfad: tuple[str, ...] = ()
    hinweis: str = ""
    liste: str = ""
    neu: bool = False

    @property
    def aenderbar(self) -> bool:
        """True when a changed cell is taken over into the data."""
        return self.art not in (*NUR_ZU_LESEN, Zellart.SCHLUESSEL)


class Blattart(Enum):
    """The three kinds of sheet; the value tells them apart in the fingerprint."""

    MASSNAHMEN = "massnahmen"
    SCHRITTE = "schritte"
    KENNZAHLEN = "kennzahlen"


_ART = {
    Feldart.TEXT: Zellart.TEXT,
    Feldart.DATUM: Zellart.DATUM,
    Feldart.ZAHL: Zellart.ZAHL,
    Feldart.AUSWAHL: Zellart.WAHL,
}


NEUER_BERICHT = "Neuer Bericht: "


def _aus_modell(breite: int, *pfad: str, typ: type[BaseModel] = Massnahme, liste: str = "") -> Blattspalte:
    """A column for a field of the model; its title is the field's own word."""
    f = feld(typ, *pfad)
    art = Zellart.WAHL if liste else _ART.get(f.art, Zellart.ZEILE)
    neu = typ is Sachstand
    titel = f"{NEUER_BERICHT if neu else ''}{f.titel}"
    return Blattspalte(titel, art, breite, pfad, f.beschreibung, liste, neu)


def _fest(breite: int, *pfad: str) -> Blattspalte:
    """A column that only shows a field."""
    return Blattspalte(feld(Massnahme, *pfad).titel, Zellart.FEST, breite)


_KENNUNG = Blattspalte(feld(Massnahme, "id").titel, Zellart.SCHLUESSEL, 26)

MASSNAHMEN = (
    _KENNUNG,
    _fest(9, "nummer"),
    Blattspalte(Massnahme.SAMMLUNG.einzahl, Zellart.FEST, 38),
    _fest(26, "handlungsfeld"),
    Blattspalte("Stand bisher", Zellart.FEST, 20),
    Blattspalte("berichtet am", Zellart.FEST, 13),
    _aus_modell(14, "datum", typ=Sachstand),
    _aus_modell(20, "stand", typ=Sachstand, liste="Stand"),
    _aus_modell(14, "ampel", typ=Sachstand, liste="Ampel"),
    _aus_modell(55, "text", typ=Sachstand),
    _aus_modell(32, "beleg", "text", typ=Sachstand),
    _aus_modell(32, "beleg", "url", typ=Sachstand),
    _aus_modell(28, "von", typ=Sachstand, liste="Akteure"),
    _aus_modell(14, "eingetragen_am", typ=Sachstand),
    _aus_modell(28, "federfuehrung", liste="Akteure"),
    _aus_modell(24, "sozialraum"),
    _aus_modell(40, "finanzierung"),
    _aus_modell(14, "kosten", "betrag_euro"),
    _aus_modell(14, "kosten", "art", liste="Kostenart"),
    _aus_modell(13, "zeitraum", "beginn"),
    _aus_modell(13, "zeitraum", "ende"),
    _aus_modell(14, "kosten", "bewilligt_euro"),
    _aus_modell(14, "kosten", "ausgegeben_euro"),
)

SCHRITTE = (
    _KENNUNG,
    _fest(9, "nummer"),
    Blattspalte(Massnahme.SAMMLUNG.einzahl, Zellart.FEST, 38),
    Blattspalte("Schritt Nr.", Zellart.SCHLUESSEL, 11, hinweis="Bei einem neuen Schritt leer lassen."),
    _aus_modell(70, "text", typ=Schritt),
    _aus_modell(13, "termin", typ=Schritt),
    _aus_modell(13, "erledigt_am", typ=Schritt),
    _aus_modell(32, "beleg", "text", typ=Schritt),
    _aus_modell(32, "beleg", "url", typ=Schritt),
)


LETZTER_BERICHT = Blattspalte("Letzter Bericht", Zellart.FEST, 45)
LAGE = Blattspalte("Lage", Zellart.FEST, 22)
NUR_IN_RUNDEN = {Blattart.MASSNAHMEN: LETZTER_BERICHT, Blattart.SCHRITTE: LAGE}
"""What the workbook of a reporting round shows beside the columns of every export."""


def mit_runde(spalten: Sequence[Blattspalte], titel: Sequence[str]) -> tuple[Blattspalte, ...]:
    """The columns of a sheet, with those of a round where its header has them."""
    return (*spalten, *(s for s in NUR_IN_RUNDEN.values() if s.titel in titel))


def kennzahlspalten(dimensionen: int) -> tuple[Blattspalte, ...]:
    """The columns of a sheet of figures whose indicators have up to that many dimensions."""
    gliederung = tuple(
        Blattspalte(f"Gliederung {n + 1}", Zellart.SCHLUESSEL, 28, hinweis="Ein Wert, den die Zeilen darüber benutzen.")
        for n in range(dimensionen)
    )
    return (
        _KENNUNG,
        Blattspalte("Indikator", Zellart.FEST, 36),
        Blattspalte(
            "Stichtag",
            Zellart.STICHTAG,
            13,
            hinweis="Wie in den Zeilen darüber: 2026-12-31 (Tag), 2026-12 (Monat), 2026 (Jahr), 2026/27 (Schuljahr).",
        ),
        *gliederung,
        Blattspalte(
            "Wert", Zellart.WERT, 12, ("wert",), "Nur die Zahl, ohne Einheit. Prozent als 12,5, nicht als 12,5 %."
        ),
        Blattspalte(
            "Zeichen",
            Zellart.WAHL,
            10,
            ("zeichen",),
            "Statt einer Zahl: - nichts vorhanden, . geheim, ... kommt später, x nicht sinnvoll, / unsicher, n nicht genannt.",
            "Zeichen",
        ),
        Blattspalte("Hinweis", Zellart.ZEILE, 44, ("hinweis",), "Was man zu dieser Zahl wissen muss."),
        Blattspalte(
            "Quelle",
            Zellart.ZEILE,
            36,
            ("quelle",),
            "Woher diese Zahl kommt: Titel einer Quelle der Website oder eigene Worte, zum Beispiel „Kreis, 15.02.2027“.",
        ),
        Blattspalte("Einheit", Zellart.FEST, 14),
        Blattspalte("eingetragen am", Zellart.FEST, 14),
    )


UEBERBLICK = "Überblick"
"""The name of the sheet that says what a round asks for."""
ZIELE = "Zielwerte"
"""The name of the sheet that only shows targets."""
ZIELSPALTEN = (
    Blattspalte("Indikator", Zellart.FEST, 44),
    Blattspalte("Jahr", Zellart.FEST, 9),
    Blattspalte("Zielwert", Zellart.FESTE_ZAHL, 14),
    Blattspalte("Einheit", Zellart.FEST, 14),
    Blattspalte("Beschluss", Zellart.FEST, 55),
)


def listen(plan: Plan) -> dict[str, dict[str, str]]:
    """List name -> value -> words, for the cells that choose from a list."""
    auswahlen = {
        name: {wert: wort for wert, wort, _ in feld(typ, *pfad).auswahl}
        for name, typ, pfad in (
            ("Stand", Sachstand, ("stand",)),
            ("Ampel", Sachstand, ("ampel",)),
            ("Kostenart", Massnahme, ("kosten", "art")),
        )
    }
    worte = [a.bezeichnung for a in plan.akteure.values()]
    akteure = {
        a.id: a.bezeichnung if worte.count(a.bezeichnung) == 1 else f"{a.bezeichnung} ({a.id})"
        for a in plan.akteure.values()
    }
    return {**auswahlen, "Akteure": akteure, "Zeichen": {z.value: z.value for z in Zeichen}}
