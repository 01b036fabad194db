"""Planned beside actual: the pairs of figures that a dumbbell chart shows, at the newest Stichtag that has both."""

from __future__ import annotations

from dataclasses import dataclass

from macros.modell.auswahlen import Zuschnitt
from macros.modell.indikator import Dimension
from macros.modell.stichtag import Stichtag
from macros.sichten.reihen import Reihe


def nach_darstellung(reihe: Reihe) -> tuple[Dimension, ...]:
    """The dimensions with the one at the axis first and the one that forms series last."""
    d = reihe.indikator.darstellung
    achse = next((x for x in reihe.dimensionen if d and x.id == d.achse), None)
    farbe = next((x for x in reihe.dimensionen if d and x.id == d.reihe and x is not achse), None)
    rest = [x for x in reihe.dimensionen if x is not achse and x is not farbe]
    return tuple(x for x in (achse, *rest, farbe) if x)


@dataclass(frozen=True, slots=True)
class Paar:
    """Planned and actual figure of one row of a dumbbell chart, with the words of the data for both."""

    name: str
    stichtag: Stichtag
    planwort: str
    plan: float
    istwort: str
    ist: float


def plan_und_ist(reihe: Reihe) -> list[Paar]:
    """The newest complete pairs of an indicator that is shown in pairs; empty for any other."""
    darstellung, dimensionen = reihe.indikator.darstellung, nach_darstellung(reihe)
    if darstellung is None or darstellung.familie.zuschnitt is not Zuschnitt.PAARE or len(dimensionen) != 2:
        return []
    achse, art = dimensionen
    stichtag = neuester_vollstaendiger(reihe, art)
    planwort, istwort = art.auspraegungen[0], art.auspraegungen[-1]
    paare = []
    for name in achse.auspraegungen:
        plan = reihe.am(stichtag, {achse.id: name, art.id: planwort})
        ist = reihe.am(stichtag, {achse.id: name, art.id: istwort})
        if plan and ist and plan.wert is not None and ist.wert is not None:
            paare.append(Paar(name, stichtag, planwort, plan.wert, istwort, ist.wert))
    return paare


def neuester_vollstaendiger(reihe: Reihe, dimension: Dimension) -> Stichtag:
    """The newest Stichtag at which every value of a dimension has a figure; the newest of all where none has."""
    da: dict[Stichtag, set[str]] = {}
    for k in reihe.kennzahlen:
        if k.wert is not None:
            da.setdefault(k.stichtag, set()).add(k.merkmale[dimension.id])
    for s in reversed(reihe.zeiten):
        if da[s] == set(dimension.auspraegungen):
            return s
    return reihe.zeiten[-1]
