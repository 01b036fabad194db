"""Between which bounds a reader can compute a hidden figure: the audit of a suppressed table by linear programming.

The method is that of cell suppression in official statistics: the feasibility interval of each hidden cell (Hundepool
et al., Statistical Disclosure Control, 2012, chapter 4). A reader knows that a figure hidden for secrecy is not 0, for
a 0 is shown; only where that contradicts the totals, somebody has hidden a 0 too.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.modell.auswahlen import Verfahren, Zeichen
from macros.modell.indikator import Indikator, Kennzahl
from macros.regeln.gleichungen import Gleichung, Zelle, bekannt

if TYPE_CHECKING:
    import highspy

_FEIN = 1e-6


@dataclass(frozen=True, slots=True)
class Zahlbereich:
    """What a figure can be, as far as a reader can compute it; `oben` is infinite where nothing bounds it."""

    unten: float
    oben: float

    @property
    def genau(self) -> bool:
        return self.oben - self.unten < _FEIN

    @property
    def ganz(self) -> Zahlbereich:
        """The whole numbers in it: people are not counted in parts."""
        oben = self.oben if math.isinf(self.oben) else math.floor(self.oben + _FEIN)
        return Zahlbereich(math.ceil(self.unten - _FEIN), oben)


def grenzen(i: Indikator, k: Kennzahl | None) -> Zahlbereich:
    """What one row says by itself: its value, up to 2 more or less where it is rounded to fives; nothing for a sign."""
    wert = bekannt(k)
    if wert is None:
        return Zahlbereich(1 if k is not None and k.zeichen is Zeichen.UNBEKANNT else 0, math.inf)
    breite = 2 if i.geheimhaltung.verfahren is Verfahren.RUNDUNG5 else 0
    return Zahlbereich(wert - breite if i.negativ else max(0, wert - breite), wert + breite)


def spannen(
    grenze: Mapping[Zelle, Zahlbereich], gleichungen: Sequence[Gleichung], gefragt: Iterable[Zelle]
) -> dict[Zelle, Zahlbereich]:
    """The interval of each asked cell under all equations; without those whose equations contradict one another."""
    offen = {z for z, s in grenze.items() if not s.genau}
    ergebnis: dict[Zelle, Zahlbereich] = {}
    for teil, zellen in _zusammenhaengend(gleichungen, offen):
        wanted = [z for z in gefragt if z in zellen]
        if wanted:
            ergebnis |= _geloest(grenze, teil, zellen, wanted) or _geloest(
                _ab_null(grenze, zellen), teil, zellen, wanted
            )
    return ergebnis


def _ab_null(grenze: Mapping[Zelle, Zahlbereich], zellen: Collection[Zelle]) -> dict[Zelle, Zahlbereich]:
    return {**grenze, **{z: Zahlbereich(0, grenze[z].oben) for z in zellen if grenze[z].oben == math.inf}}


def _zusammenhaengend(
    gleichungen: Sequence[Gleichung], offen: Collection[Zelle]
) -> Iterable[tuple[list[Gleichung], list[Zelle]]]:
    """Groups of equations that share an open cell, with these cells: each is a problem of its own."""
    haupt: dict[Zelle, Zelle] = {}

    def wurzel(zelle: Zelle) -> Zelle:
        while haupt.setdefault(zelle, zelle) != zelle:
            haupt[zelle] = haupt[haupt[zelle]]
            zelle = haupt[zelle]
        return zelle

    beteiligt = [[z for z in g.glieder if z in offen] for g in gleichungen]
    for zellen in beteiligt:
        for z in zellen[1:]:
            haupt[wurzel(z)] = wurzel(zellen[0])
    gruppen: dict[Zelle, tuple[list[Gleichung], dict[Zelle, None]]] = {}
    for g, zellen in zip(gleichungen, beteiligt, strict=True):
        if zellen:
            teil, alle = gruppen.setdefault(wurzel(zellen[0]), ([], {}))
            teil.append(g)
            alle.update(dict.fromkeys(zellen))
    return [(teil, list(alle)) for teil, alle in gruppen.values()]


def _geloest(
    grenze: Mapping[Zelle, Zahlbereich],
    gleichungen: Sequence[Gleichung],
    zellen: Sequence[Zelle],
    gefragt: Sequence[Zelle],
) -> dict[Zelle, Zahlbereich]:
    """Smallest and largest value of each asked cell; empty where no figures fit all equations."""
    import highspy  # loaded only where something is hidden: the check of other data stays quick

    loeser = _stumm()
    stelle = {z: n for n, z in enumerate(zellen)}
    for z in zellen:
        loeser.addVar(grenze[z].unten, grenze[z].oben)
    for g in gleichungen:
        fest = sum(f * grenze[z].unten for z, f in g.glieder.items() if z not in stelle)
        glieder = {stelle[z]: f for z, f in g.glieder.items() if z in stelle}
        loeser.addRow(
            g.unten - fest - _FEIN, g.oben - fest + _FEIN, len(glieder), list(glieder), list(glieder.values())
        )
    ergebnis = {}
    for z in gefragt:
        enden = [
            _ende(loeser, stelle[z], richtung) for richtung in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize)
        ]
        if enden[0] is None or enden[1] is None:
            return {}
        ergebnis[z] = _gerade(enden[0], enden[1])
    return ergebnis


def _stumm() -> highspy.Highs:
    """A solver that prints nothing, not even its own name at the start."""
    import highspy

    class Stumm(highspy.Highs):
        def enableCallbacks(self) -> None:  # noqa: N802
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    return Stumm()  # type: ignore[no-untyped-call]


def _ende(loeser: highspy.Highs, stelle: int, richtung: highspy.ObjSense) -> float | None:
    """The end of one cell's interval; infinite where nothing bounds it, None where the equations contradict."""
    import highspy

    loeser.changeObjectiveSense(richtung)
    loeser.changeColCost(stelle, 1.0)
    loeser.run()
    stand, wert = loeser.getModelStatus(), float(loeser.getInfo().objective_function_value)
    loeser.changeColCost(stelle, 0.0)
    match stand:
        case highspy.HighsModelStatus.kOptimal:
            return wert
        case highspy.HighsModelStatus.kUnbounded | highspy.HighsModelStatus.kUnboundedOrInfeasible:
            return math.inf if richtung == highspy.ObjSense.kMaximize else -math.inf
        case _:
            return None


def _gerade(unten: float, oben: float) -> Zahlbereich:
    """The ends without the noise of reckoning."""
    return Zahlbereich(*(ende if math.isinf(ende) else round(ende, 4) for ende in (unten, oben)))
