"""What is worked out of a Plan once: which formulas turn in a circle, and the rows of a series by their values."""

from __future__ import annotations

from datetime import date

from macros.modell.formel import Glied
from macros.modell.indikator import Dimension, Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag


def dreht_sich(plan: Plan, kennung: str, kette: frozenset[str] = frozenset()) -> bool:
    """True for an indicator whose formula rests on a circle."""
    if kennung in kette:
        return True
    if ("kreis", kennung) not in plan.gerechnet:
        formel = plan.indikatoren[kennung].formel if kennung in plan.indikatoren else None
        darunter = {g.indikator for g in (*formel.zaehler, *formel.nenner)} if formel else set()
        plan.gerechnet["kreis", kennung] = any(dreht_sich(plan, d, kette | {kennung}) for d in darunter)
    return bool(plan.gerechnet["kreis", kennung])


class Zeilen:
    """The rows of a series by Stichtag and by the values of some dimensions, so that a term need not walk them all."""

    def __init__(self, reihe: tuple[Kennzahl, ...]) -> None:
        self.reihe = reihe
        self.je_ende: dict[date, tuple[Stichtag, ...]] = {}
        self.stichtage = frozenset(k.stichtag for k in reihe)
        for s in sorted(self.stichtage):
            self.je_ende[s.ende] = (*self.je_ende.get(s.ende, ()), s)
        self._nach: dict[tuple[str, ...], dict[tuple[Stichtag, tuple[str | None, ...]], list[Kennzahl]]] = {}

    def zu(self, stichtag: Stichtag, erlaubt: dict[str, frozenset[str]]) -> list[Kennzahl]:
        """The rows of a Stichtag whose values are allowed."""
        einzeln = tuple(name for name, werte in erlaubt.items() if len(werte) == 1)
        if einzeln not in self._nach:
            nach = self._nach[einzeln] = {}
            for k in self.reihe:
                nach.setdefault((k.stichtag, tuple(k.merkmale.get(n) for n in einzeln)), []).append(k)
        gleiche = self._nach[einzeln].get((stichtag, tuple(next(iter(erlaubt[n])) for n in einzeln)), [])
        mehrere = {name: werte for name, werte in erlaubt.items() if len(werte) != 1}
        return [k for k in gleiche if all(k.merkmale.get(name) in werte for name, werte in mehrere.items())]


def zeilen_von(plan: Plan, kennung: str, reihe: tuple[Kennzahl, ...]) -> Zeilen:
    """The rows of an indicator, ready to be found."""
    alt = plan.gerechnet.get(("zeilen", kennung))
    if alt is None or alt.reihe is not reihe:
        alt = plan.gerechnet["zeilen", kennung] = Zeilen(reihe)
    zeilen: Zeilen = alt
    return zeilen


def erlaubt(indikator: Indikator, glied: Glied, je: dict[str, str]) -> dict[str, frozenset[str]]:
    """The values of each dimension that a term adds up."""
    return {d.id: frozenset(_werte(d, glied, je)) for d in indikator.dimensionen}


def _werte(d: Dimension, glied: Glied, je: dict[str, str]) -> tuple[str, ...]:
    wahl: str | tuple[str, ...] = glied.auswahl.get(d.id) or je.get(d.id) or d.gesamt or d.auspraegungen
    return (wahl,) if isinstance(wahl, str) else tuple(wahl)
