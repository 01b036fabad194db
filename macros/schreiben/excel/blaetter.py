"""The columns of the sheets: titles, widths, prompts and how their cells are read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from macros.modell.auswahlen import Zeichen
from macros.modell.massnahme import Massnahme, Sachstand, Schritt
from macros.modell.plan import Plan
from macros.sichten.felder import Feldart, feld


class Zellart(Enum):
    """How a cell is shown and read."""

    FEST = "fest"
    SCHLUESSEL = "schluessel"
    ZEILE = "zeile"
    TEXT = "text"
    DATUM = "datum"
    STICHTAG = "stichtag"
    ZAHL = "zahl"
    WAHL = "wahl"


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
        return self.art not in (Zellart.FEST, Zellart.SCHLUESSEL)


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


def _aus_modell(
    titel: str, breite: int, *pfad: str, typ: type = Massnahme, liste: str = "", neu: bool = False
) -> Blattspalte:
    f = feld(typ, *pfad)
    art = Zellart.WAHL if liste else _ART.get(f.art, Zellart.ZEILE)
    return Blattspalte(titel, art, breite, pfad, f.beschreibung, liste, neu)


_KENNUNG = Blattspalte("Kennung", Zellart.SCHLUESSEL, 26)

MASSNAHMEN = (
    _KENNUNG,
    Blattspalte("Nummer", Zellart.FEST, 9),
    Blattspalte("Maßnahme", Zellart.FEST, 38),
    Blattspalte("Handlungsfeld", Zellart.FEST, 26),
    Blattspalte("Stand bisher", Zellart.FEST, 20),
    Blattspalte("berichtet am", Zellart.FEST, 13),
    _aus_modell("Neuer Bericht: Datum", 14, "datum", typ=Sachstand, neu=True),
    _aus_modell("Neuer Bericht: Stand", 20, "stand", typ=Sachstand, liste="Stand", neu=True),
    _aus_modell("Neuer Bericht: Ampel", 14, "ampel", typ=Sachstand, liste="Ampel", neu=True),
    _aus_modell("Neuer Bericht: Text", 55, "text", typ=Sachstand, neu=True),
    _aus_modell("Neuer Bericht: Beleg", 32, "beleg", "text", typ=Sachstand, neu=True),
    _aus_modell("Neuer Bericht: Adresse des Belegs", 32, "beleg", "url", typ=Sachstand, neu=True),
    _aus_modell("Federführung", 28, "federfuehrung", liste="Akteure"),
    _aus_modell("Sozialraum", 24, "sozialraum"),
    _aus_modell("Finanzierung", 40, "finanzierung"),
    _aus_modell("Kosten in Euro", 14, "kosten", "betrag_euro"),
    _aus_modell("Art der Kosten", 14, "kosten", "art", liste="Kostenart"),
    _aus_modell("Beginn", 13, "zeitraum", "beginn"),
    _aus_modell("Ende", 13, "zeitraum", "ende"),
)

SCHRITTE = (
    _KENNUNG,
    Blattspalte("Nummer", Zellart.FEST, 9),
    Blattspalte("Maßnahme", Zellart.FEST, 38),
    Blattspalte("Schritt Nr.", Zellart.SCHLUESSEL, 11, hinweis="Bei einem neuen Schritt leer lassen."),
    _aus_modell("Schritt", 70, "text", typ=Schritt),
    _aus_modell("geplant bis", 13, "termin", typ=Schritt),
    _aus_modell("erledigt am", 13, "erledigt_am", typ=Schritt),
    _aus_modell("Beleg", 32, "beleg", "text", typ=Schritt),
    _aus_modell("Adresse des Belegs", 32, "beleg", "url", typ=Schritt),
)


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
            "Wert", Zellart.ZAHL, 12, ("wert",), "Nur die Zahl, ohne Einheit. Prozent als 12,5, nicht als 12,5 %."
        ),
        Blattspalte(
            "Zeichen",
            Zellart.WAHL,
            10,
            ("zeichen",),
            "Statt einer Zahl: - nichts vorhanden, . geheim, ... kommt später, x nicht sinnvoll, / unsicher.",
            "Zeichen",
        ),
        Blattspalte("Hinweis", Zellart.ZEILE, 44, ("hinweis",), "Was man zu dieser Zahl wissen muss."),
        Blattspalte("Einheit", Zellart.FEST, 14),
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
