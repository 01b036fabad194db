"""Placeholders in texts of other languages: what they ask for, and the figures that answer them.

All figures of a chapter that belong together are taken at one Stichtag, the newest that has them all: a new total
never stands beside an old part. Together belong figures of one indicator and of those computed from it at its Stichtage.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from macros.modell.grundtypen import PLATZHALTER
from macros.modell.indikator import Indikator
from macros.modell.plan import Plan
from macros.modell.rechnung import Unberechenbar, kennzahlen
from macros.modell.schreibweise import meinten_sie
from macros.modell.stichtag import Stichtag

TRENNER = "|"


class Platzhalterart(StrEnum):
    """What a placeholder asks for."""

    ZAHL = "zahl"
    GANZ = "ganz"
    STICHTAG = "stichtag"
    STICHTAG_NENNER = "stichtag-nenner"
    MASSNAHMEN = "massnahmen"
    BERICHTET = "berichtet"
    NEUESTER_BERICHT = "neuester-bericht"

    @property
    def nennt_indikator(self) -> bool:
        """True where the id of an indicator follows."""
        return self.nennt_zahl or self.ist_zeit

    @property
    def nennt_zahl(self) -> bool:
        """True where a figure stands in the text."""
        return self in (Platzhalterart.ZAHL, Platzhalterart.GANZ)

    @property
    def ist_zeit(self) -> bool:
        """True where the time of a figure stands in the text."""
        return self in (Platzhalterart.STICHTAG, Platzhalterart.STICHTAG_NENNER)


class Unausfuellbar(Exception):
    """A placeholder that nothing answers; (text, suggestion) in German."""

    def __init__(self, text: str, vorschlag: str = "") -> None:
        super().__init__(text)
        self.text, self.vorschlag = text, vorschlag


@dataclass(frozen=True, slots=True)
class Platzhalter:
    """`{art:indikator:gruppe}`; `merkmale` has one value per dimension, the total where none is named."""

    wort: str
    art: Platzhalterart
    indikator: str = ""
    merkmale: tuple[tuple[str, str], ...] = ()


def platzhalter(plan: Plan, text: str) -> Iterator[Platzhalter]:
    """The placeholders of a text in their order; raises Unausfuellbar at one that asks for nothing."""
    for treffer in PLATZHALTER.finditer(text):
        wort, rest = treffer[0], treffer[2]
        if treffer[1] not in list(Platzhalterart):
            vorschlag = meinten_sie(treffer[1], list(Platzhalterart)) or f"Möglich: {', '.join(Platzhalterart)}."
            raise Unausfuellbar(f"Den Platzhalter „{wort}“ gibt es nicht.", vorschlag)
        art = Platzhalterart(treffer[1])
        if not art.nennt_indikator:
            yield Platzhalter(wort, art)
            continue
        kennung, _, gruppe = (rest or "").partition(":")
        indikator = plan.indikatoren.get(kennung)
        if indikator is None:
            text = f"„{wort}“: Den Indikator „{kennung}“ gibt es nicht."
            raise Unausfuellbar(text, meinten_sie(kennung, plan.indikatoren))
        merkmale = () if art.ist_zeit else tuple(_merkmale(indikator, wort, gruppe))
        yield Platzhalter(wort, art, kennung, merkmale)


def genannte(text: str) -> set[str]:
    """The ids that the placeholders of a text name, whether there are such indicators or not."""
    return {t[2].partition(":")[0] for t in PLATZHALTER.finditer(text) if t[2]}


def _merkmale(i: Indikator, wort: str, gruppe: str) -> Iterator[tuple[str, str]]:
    gewaehlt = [teil.strip() for teil in gruppe.split(TRENNER)] if gruppe else []
    if gewaehlt and len(gewaehlt) != len(i.dimensionen):
        namen = f" {TRENNER} ".join(d.name for d in i.dimensionen)
        raise Unausfuellbar(f"„{wort}“ nennt nicht zu jeder Gliederung einen Wert.", f"Gliederung: {namen or 'keine'}.")
    for stelle, d in enumerate(i.dimensionen):
        wert = gewaehlt[stelle] if gewaehlt else d.summe
        if wert is None:
            raise Unausfuellbar(f"„{wort}“: Zu „{d.name}“ gibt es keinen Gesamtwert.", "Die Gruppe dazuschreiben.")
        if wert not in d.auspraegungen:
            vorschlag = meinten_sie(wert, d.auspraegungen) or f"Erlaubt: {', '.join(d.auspraegungen)}."
            raise Unausfuellbar(f"„{wort}“: „{wert}“ ist kein Wert der Dimension „{d.name}“.", vorschlag)
        yield d.id, wert


@dataclass(frozen=True)
class Fuellung:
    """Answers for a chapter: Stichtag by indicator, figure by placeholder; `nenner` where that of a rate is another one."""

    stichtage: Mapping[str, Stichtag]
    zahlen: Mapping[Platzhalter, float]
    nenner: Mapping[str, Stichtag]


def fuellung(plan: Plan, alle: Sequence[Platzhalter]) -> Fuellung:
    """The figures for the placeholders of one chapter; raises Unausfuellbar where one has none."""
    je = {p: _reihe(plan, p) for p in alle if p.art.nennt_indikator}
    stichtage: dict[str, Stichtag] = {}
    for gruppe in _gruppen(plan, [p.indikator for p in je]):
        beteiligte = [p for p in je if p.indikator in gruppe]
        gemeinsame = set.intersection(*(set(je[p]) for p in beteiligte))
        if not gemeinsame:
            worte = ", ".join(f"„{p.wort}“" for p in beteiligte)
            text = (
                f"Zu {worte} gibt es keine Zahl."
                if len(beteiligte) == 1
                else f"{worte}: Kein Stichtag hat alle Zahlen."
            )
            raise Unausfuellbar(text, "Die Zahl ergänzen, oder den Platzhalter mit seinem Satz löschen.")
        stichtage |= dict.fromkeys(gruppe, max(gemeinsame))
    zahlen = {p: w for p, r in je.items() if (w := r[stichtage[p.indikator]]) is not None}
    nenner = {name: n for name, s in stichtage.items() if (n := _nenner(plan, name, s))}
    return Fuellung(stichtage, zahlen, nenner)


def _nenner(plan: Plan, name: str, stichtag: Stichtag) -> Stichtag | None:
    """The Stichtag of the denominator, where it is not that of the rate."""
    return max((k.nenner for k in kennzahlen(plan, name) if k.stichtag == stichtag and k.nenner), default=None)


def _reihe(plan: Plan, p: Platzhalter) -> dict[Stichtag, float | None]:
    """Stichtag -> figure; for a Stichtag alone every one at which the indicator has any figure."""
    try:
        alle = [k for k in kennzahlen(plan, p.indikator) if k.wert is not None]
    except Unberechenbar:
        return {}
    if p.art.ist_zeit:
        return {k.stichtag: None for k in alle}
    gesucht = dict(p.merkmale)
    return {k.stichtag: k.wert for k in alle if all(k.merkmale.get(n) == w for n, w in gesucht.items())}


def _gruppen(plan: Plan, namen: Sequence[str]) -> list[set[str]]:
    """Indicators that belong together: those whose Stichtage come from the same figures."""
    je: dict[str, set[str]] = {}
    for name in namen:
        je.setdefault(_leit(plan, name), set()).add(name)
    return list(je.values())


def beruht_auf(plan: Plan, name: str, kette: frozenset[str] = frozenset()) -> frozenset[str]:
    """An indicator with all that it is computed from, directly or through others."""
    indikator = plan.indikatoren.get(name)
    if indikator is None or indikator.formel is None or name in kette:
        return frozenset({name})
    glieder = (*indikator.formel.zaehler, *indikator.formel.nenner)
    return frozenset({name}).union(*(beruht_auf(plan, g.indikator, kette | {name}) for g in glieder))


def _leit(plan: Plan, name: str, kette: frozenset[str] = frozenset()) -> str:
    """The typed indicator that gives the Stichtage: of a computed one that of the first term of its formula."""
    indikator = plan.indikatoren.get(name)
    if indikator is None or indikator.formel is None or name in kette:
        return name
    return _leit(plan, indikator.formel.zaehler[0].indikator, kette | {name})
