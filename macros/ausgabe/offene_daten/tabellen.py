"""Every collection as flat tables: a column per field, a table of its own per list of parts, described by the model.

A new field of the model appears here by itself; names of tables and columns follow from the model and stay stable.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from macros.ausgabe.worte.feldnamen import feldwort
from macros.modell.grundtypen import Auswahl, Datensatz, Satz
from macros.modell.indikator import Indikator
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.modell.verweis import verweisfelder
from macros.sichten.reihen import Reihe, reihe
from macros.sichten.stand import Lage

TRENNER = " | "
_ARTEN: Mapping[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean", date: "date"}
Zellwert = str | float | None


@dataclass(frozen=True, slots=True)
class Spalte:
    """A column: its name, its Frictionless type, what it holds, and the table its ids point into."""

    name: str
    art: str
    beschreibung: str
    ziel: str | None = None
    werte: tuple[str, ...] = ()


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
        zeilen = [tuple(_werte(satz)) for satz in saetze]
        if sammlung == "massnahmen":
            spalten += _STANDSPALTEN
            zeilen = [(*zeile, *_stand(lagen[satz.id])) for zeile, satz in zip(zeilen, saetze, strict=True)]
        yield Tabelle(sammlung, typ.SAMMLUNG.mehrzahl, tuple(spalten), ("id",), tuple(zeilen))
        yield from _teiltabellen(sammlung, typ, saetze)


def reihentabelle(plan: Plan, i: Indikator) -> Tabelle:
    """The figures of an indicator, computed ones too: stichtag, dimensions, wert, zeichen, hinweis."""
    r = reihe(plan, i.id)
    spalten = (
        Spalte("stichtag", "string", "Stichtag: Tag, Monat, Jahr oder Schuljahr."),
        *(Spalte(d.id, "string", d.name, werte=d.auspraegungen) for d in r.dimensionen),
        Spalte("wert", "number", f"{i.name} in {i.einheit.bezeichnung}. Leer, wo ein Zeichen steht."),
        Spalte("zeichen", "string", "Zeichen nach DIN 55301 statt einer Zahl."),
        Spalte("hinweis", "string", "Hinweis zu dieser Zahl."),
    )
    schluessel = ("stichtag", *(d.id for d in r.dimensionen))
    return Tabelle(i.id, i.name, spalten, schluessel, tuple(_reihenzeilen(r)))


def _reihenzeilen(r: Reihe) -> Iterator[tuple[Zellwert, ...]]:
    for k in r.kennzahlen:
        wert = None if k.wert is None else round(k.wert, 6)
        hinweis = "" if r.indikator.formel else k.hinweis
        merkmale = (k.merkmale[d.id] for d in r.dimensionen)
        yield (str(k.stichtag), *merkmale, wert, k.zeichen.value if k.zeichen else "", hinweis)


_STANDSPALTEN = [
    Spalte("stand", "string", "Stand nach dem neuesten Sachstand; nicht_berichtet, wenn keiner vorliegt."),
    Spalte("ampel", "string", "Ob die Maßnahme im Plan ist, soweit berichtet."),
    Spalte("stand_seit", "date", "Tag des neuesten Sachstands."),
]


def _stand(lage: Lage) -> tuple[Zellwert, ...]:
    return (lage.kennung, lage.ampel.value if lage.ampel else "", lage.seit.isoformat() if lage.seit else "")


@cache
def _felder(typ: type[Satz]) -> tuple[tuple[str, Any, bool, str], ...]:
    """(name, type of the value, whether it is a list, description) of every field."""
    return tuple(_gelesen(typ))


def _gelesen(typ: type[Satz]) -> Iterator[tuple[str, Any, bool, str]]:
    arten = get_type_hints(typ, include_extras=False)
    for name, feld in typ.model_fields.items():
        art, liste = _ohne_none(arten[name]), False
        if get_origin(art) is tuple and not hasattr(art, "_fields"):
            art, liste = _ohne_none(get_args(art)[0]), True
        yield name, art, liste, feld.description or ""


def _ohne_none(art: Any) -> Any:
    if get_origin(art) is Annotated:
        return _ohne_none(get_args(art)[0])
    if get_origin(art) in (Union, UnionType):
        rest = [a for a in get_args(art) if a is not type(None)]
        return _ohne_none(rest[0])
    return art


def _ist_satz(art: Any) -> bool:
    return isinstance(art, type) and issubclass(art, Satz)


def _spalten(typ: type[Satz], vorsatz: str = "") -> Iterator[Spalte]:
    ziele = verweisfelder(typ)
    for name, art, liste, text in _felder(typ):
        if _ist_satz(art):
            if not liste:
                yield from _spalten(art, f"{vorsatz}{name}_")
        elif get_origin(art) is dict:
            continue
        elif liste:
            yield Spalte(f"{vorsatz}{name}", "string", f"{text} Mehrere Werte sind durch „{TRENNER.strip()}“ getrennt.")
        else:
            ist_auswahl = isinstance(art, type) and issubclass(art, Auswahl)
            werte = tuple(str(w.value) for w in art) if ist_auswahl else ()
            yield Spalte(f"{vorsatz}{name}", _ARTEN.get(art, "string"), text, ziele[name], werte)


def _werte(satz: Satz | None, typ: type[Satz] | None = None) -> Iterator[Zellwert]:
    """The cells of a record in the order of `_spalten`; empty ones for a part that is missing."""
    klasse = typ or type(satz)
    assert issubclass(klasse, Satz)
    for name, art, liste, _ in _felder(klasse):
        wert = getattr(satz, name) if satz is not None else None
        if _ist_satz(art):
            if not liste:
                yield from _werte(wert, art)
        elif get_origin(art) is not dict:
            yield TRENNER.join(_text(w) for w in wert or ()) if liste else _zelle(wert)


def _zelle(wert: Any) -> Zellwert:
    if wert is None:
        return None
    if isinstance(wert, bool):
        return "true" if wert else "false"
    return wert if isinstance(wert, int | float) else _text(wert)


def _text(wert: Any) -> str:
    return wert.isoformat() if isinstance(wert, date) else str(getattr(wert, "value", wert))


def _teiltabellen(sammlung: str, typ: type[Datensatz], saetze: list[Any]) -> Iterator[Tabelle]:
    for name, art, liste, _ in _felder(typ):
        if not (liste and _ist_satz(art)):
            continue
        zeilen = [
            (satz.id, stelle, *_werte(teil, art))
            for satz in saetze
            for stelle, teil in enumerate(getattr(satz, name), 1)
        ]
        if not zeilen:
            continue
        eigene = [s if s.name != "id" else Spalte("ziel_id", s.art, s.beschreibung, s.ziel) for s in _spalten(art)]
        spalten = (
            Spalte(f"{sammlung}_id", "string", "Kennung des Datensatzes, zu dem die Zeile gehört.", sammlung),
            Spalte("stelle", "integer", "Stelle in der Reihenfolge, ab 1."),
            *eigene,
        )
        titel = f"{typ.SAMMLUNG.mehrzahl}: {feldwort((name,))}"
        yield Tabelle(f"{sammlung}-{name}", titel, spalten, (f"{sammlung}_id", "stelle"), tuple(zeilen))
