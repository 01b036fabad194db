"""Which indicators can be set beside each other: the same kind of Stichtag, a figure, and few enough groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.modell.indikator import Indikator
from macros.modell.plan import Plan
from macros.sichten.reihen import Reihe, reihe

MOST_GRUPPEN = 4
"""So many lines of one indicator can be told apart beside those of another."""


def vergleichbare(plan: Plan) -> Mapping[str, Sequence[Reihe]]:
    """Kind of Stichtag -> the indicators that have it; only kinds with two of them."""
    return {zeitwort: reihen for zeitwort, reihen in _geeignete(plan).items() if len(reihen) > 1}


def unvergleichbare(plan: Plan) -> list[tuple[Indikator, str]]:
    """The other indicators, each with the reason."""
    gruende = []
    geeignete = _geeignete(plan)
    dabei = {r.indikator.id for reihen in geeignete.values() if len(reihen) > 1 for r in reihen}
    allein = {r.indikator.id for reihen in geeignete.values() for r in reihen} - dabei
    for i in plan.indikatoren.values():
        if i.id in allein:
            gruende.append((i, "kein anderer hat dieselbe Art von Stichtag"))
        elif i.id not in dabei:
            viele = f"hat keine Gesamtzahl und mehr als {MOST_GRUPPEN} Gruppen"
            gruende.append((i, viele if reihe(plan, i.id).zeiten else "hat noch keine Zahl"))
    return gruende


def gezeigte_gruppen(r: Reihe) -> list[Mapping[str, str]]:
    """The combination that stands for everybody; where there is none, all of them."""
    return [r.leitgruppe] if r.leitgruppe else list(r.gruppen)


def _geeignete(plan: Plan) -> dict[str, list[Reihe]]:
    je: dict[str, list[Reihe]] = {}
    for indikator in plan.indikatoren:
        r = reihe(plan, indikator)
        if r.zeiten and 0 < len(gezeigte_gruppen(r)) <= MOST_GRUPPEN:
            je.setdefault(r.zeitwort, []).append(r)
    return je
