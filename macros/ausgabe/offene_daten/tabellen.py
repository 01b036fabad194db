"""Every collection as flat tables: a column per field, a table of its own per list of parts, described by the model.

A new field of the model appears here by itself; names of tables and columns follow from the model and stay stable.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from macros.ausgabe.worte.zahlenquellen import herkunftsworte
from macros.modell.felder import Feldart, felder, feldwort
from macros.modell.grundtypen import Datensatz
from macros.modell.indikator import Indikator
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.modell.zahlenquelle import quellen_der_zahl
from macros.sichten.berichtigungen import als_zelle
from macros.sichten.reihen import Reihe, reihe
from macros.sichten.stand import Lage

TRENNER = " | "
_ARTEN = {
    Feldart.GANZZAHL: "integer",
    Feldart.ZAHL: "number",
    Feldart.JA_NEIN: "boolean",
    Feldart.DATUM: "date",
}
"""What a field holds -> its Frictionless type; text where nothing else is said."""
Zellwert = str | float | None


@dataclass(frozen=True, slots=True)
class Spalte:
    """A column: its name, its Frictionless type, what it holds, and the table its ids point into."""

    name: str
    art: str
    beschreibung: str
    ziel: str | None = None
    werte: tuple[str, ...] = ()
    titel: str = ""


@dataclass(frozen=True, slots=True)
class Tabelle:
    """A table: its file name without ending, its title, its columns, the columns that name a row, its rows."""

    name: str
    titel: str
    spalten: tuple[Spalte, ...]
    schluessel: tuple[str, ...]
    zeilen: tuple[tuple[Zellwert, ...], ...]


def tabellen(plan: Plan, lagen: Mapping[str, Lage]) -> Iterator[Tabelle]:
    """All tables of records that have rows, collections in the order of the model."""
    for sammlung, typ in SAMMLUNGEN.items():
        saetze = list(plan.sammlung(sammlung).values())
        if not saetze or not typ.SAMMLUNG.deutsch:
            continue
        spalten = list(_spalten(typ))
        zeilen = [tuple(_werte(satz, typ)) for satz in saetze]
        if sammlung == "massnahmen":
            spalten += _STANDSPALTEN
            zeilen = [(*zeile, *_stand(lagen[satz.id])) for zeile, satz in zip(zeilen, saetze, strict=True)]
        yield Tabelle(sammlung, typ.SAMMLUNG.mehrzahl, tuple(spalten), ("id",), tuple(zeilen))
        yield from _teiltabellen(sammlung, typ, saetze)


def reihentabelle(plan: Plan, i: Indikator) -> Tabelle:
    """The figures of an indicator, computed ones too: stichtag, dimensions, wert, zeichen, hinweis, where it is from."""
    r = reihe(plan, i.id)
    spalten = (
        Spalte("stichtag", "string", f"{r.zeitwort}, zu dem die Zahl gehört."),
        *(Spalte(d.id, "string", d.name, werte=d.auspraegungen) for d in r.dimensionen),
        Spalte("wert", "number", f"{i.name} in {i.einheit.bezeichnung}. Leer, wo ein Zeichen steht."),
        Spalte(
            "zeichen",
            "string",
            "Zeichen nach DIN 55301 statt einer Zahl; w: Die Quelle nennt nur Worte, sie stehen im Hinweis.",
        ),
        Spalte("hinweis", "string", "Hinweis zu dieser Zahl."),
        *((Spalte("stichtag_nenner", "string", "Zeit der Zahl, durch die geteilt wird."),) if _hat_nenner(r) else ()),
        Spalte("eingetragen_am", "date", "Tag, an dem die Zahl eingetragen wurde. Leer, wo er nicht vermerkt ist."),
        Spalte("quelle", "string", f"Woher die Zahl kommt; mehrere sind durch „{TRENNER.strip()}“ getrennt."),
        Spalte(
            "zahlen_aus", "string", "Wo sie abgelesen ist: quelle, konzept oder zugeordnet. Leer, wo es niemand sagt."
        ),
        Spalte("vorher", "number", "Wert vor der letzten Berichtigung. Leer, wo nichts berichtigt wurde."),
        Spalte(
            "werdegang",
            "string",
            "Alle früheren Werte einer berichtigten Zahl, der älteste zuerst, wo vermerkt mit dem Tag ihrer Eintragung.",
        ),
    )
    schluessel = ("stichtag", *(d.id for d in r.dimensionen))
    return Tabelle(i.id, i.name, spalten, schluessel, tuple(_reihenzeilen(plan, r)))


def _hat_nenner(r: Reihe) -> bool:
    """True for a rate: its numerator and its denominator may have different Stichtage."""
    return bool(r.indikator.formel and r.indikator.formel.nenner)


def _reihenzeilen(plan: Plan, r: Reihe) -> Iterator[tuple[Zellwert, ...]]:
    for k in r.kennzahlen:
        wert = None if k.wert is None else round(k.wert, 6)
        merkmale = (k.merkmale[d.id] for d in r.dimensionen)
        nenner = (str(k.nenner or k.stichtag),) if _hat_nenner(r) else ()
        zeichen = k.zeichen.value if k.zeichen else ""
        quellen = quellen_der_zahl(plan, r.indikator, k)
        namen = TRENNER.join(dict.fromkeys(q.name for q in quellen if q.name))
        herkunft = TRENNER.join(herkunftsworte(quellen))
        yield (
            *(str(k.stichtag), *merkmale, wert, zeichen, k.hinweis, *nenner, _zelle(k.eingetragen_am)),
            *(namen, herkunft, k.vorher[-1].wert if k.vorher else None, als_zelle(k.vorher)),
        )


_STANDSPALTEN = [
    Spalte("stand", "string", "Stand nach dem neuesten Sachstand; nicht_berichtet, wenn keiner vorliegt."),
    Spalte("ampel", "string", "Ob die Maßnahme im Plan ist, soweit berichtet."),
    Spalte("stand_seit", "date", "Tag des neuesten Sachstands."),
]


def _stand(lage: Lage) -> tuple[Zellwert, ...]:
    return (lage.kennung, lage.ampel.value if lage.ampel else "", lage.seit.isoformat() if lage.seit else "")


def _spalten(typ: type[BaseModel], vorsatz: str = "") -> Iterator[Spalte]:
    for f in felder(typ):
        if f.satz:
            if not f.liste:
                yield from _spalten(f.satz, f"{vorsatz}{f.name}_")
        elif f.art is Feldart.TABELLE:
            continue
        elif f.liste:
            text = f"{f.beschreibung} Mehrere Werte sind durch „{TRENNER.strip()}“ getrennt."
            yield Spalte(f"{vorsatz}{f.name}", "string", text, titel=f.titel)
        else:
            werte = tuple(wert for wert, _, _ in f.auswahl)
            yield Spalte(f"{vorsatz}{f.name}", _ARTEN.get(f.art, "string"), f.beschreibung, f.ziel, werte, f.titel)


def _werte(satz: object, typ: type[BaseModel]) -> Iterator[Zellwert]:
    """The cells of a record in the order of `_spalten`; empty ones for a part that is missing."""
    for f in felder(typ):
        wert = getattr(satz, f.name) if satz is not None else None
        if f.satz:
            if not f.liste:
                yield from _werte(wert, f.satz)
        elif f.art is not Feldart.TABELLE:
            yield TRENNER.join(_text(w) for w in wert or ()) if f.liste else _zelle(wert)


def _zelle(wert: object) -> Zellwert:
    if wert is None:
        return None
    if isinstance(wert, bool):
        return "true" if wert else "false"
    return wert if isinstance(wert, int | float) else _text(wert)


def _text(wert: object) -> str:
    return wert.isoformat() if isinstance(wert, date) else str(getattr(wert, "value", wert))


def _teiltabellen(sammlung: str, typ: type[Datensatz], saetze: Sequence[Datensatz]) -> Iterator[Tabelle]:
    for f in felder(typ):
        if not (f.liste and f.satz):
            continue
        zeilen = [
            (satz.id, stelle, *_werte(teil, f.satz))
            for satz in saetze
            for stelle, teil in enumerate(getattr(satz, f.name), 1)
        ]
        if not zeilen:
            continue
        eigene = [
            s if s.name != "id" else Spalte("ziel_id", s.art, s.beschreibung, s.ziel, titel=s.titel)
            for s in _spalten(f.satz)
        ]
        spalten = (
            Spalte(f"{sammlung}_id", "string", "Kennung des Datensatzes, zu dem die Zeile gehört.", sammlung),
            Spalte("stelle", "integer", "Stelle in der Reihenfolge, ab 1."),
            *eigene,
        )
        titel = f"{typ.SAMMLUNG.mehrzahl}: {feldwort(typ, (f.name,))}"
        yield Tabelle(f"{sammlung}-{f.name}", titel, spalten, (f"{sammlung}_id", "stelle"), tuple(zeilen))
