"""The figures that moved most since the time before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.sichten.indikator_lage import Wertaenderung, Zahlenlage, zahlenlage
from macros.sichten.reihen import reihe

MEISTBEWEGTE = 3


@dataclass(frozen=True, slots=True)
class Bewegung:
    """An indicator whose newest figure differs most from the one before."""

    indikator: str
    aenderung: Wertaenderung
    zeitwort: str


def berichtete_indikatoren(plan: Plan, massnahmen: Iterable[Massnahme]) -> list[str]:
    """The indicators of the start page and of the measures, each once."""
    genannt = [b.id for m in massnahmen for b in m.indikatoren]
    return [i for i in dict.fromkeys([*plan.gemeinde.startkennzahlen, *genannt]) if i in plan.indikatoren]


def bewegungen(plan: Plan, massnahmen: Sequence[Massnahme], stichtag: date) -> tuple[Bewegung, ...]:
    """The figures that moved most, by their change in percent; none across a break or without a figure before."""
    je = [(i, zahlenlage(reihe(plan, i), stichtag)) for i in berichtete_indikatoren(plan, massnahmen)]
    gefunden = [Bewegung(i, a, lage.reihe.zeitwort) for i, lage in je if (a := _leitaenderung(lage))]
    return tuple(sorted(gefunden, key=lambda b: -abs(b.aenderung.prozent or 0))[:MEISTBEWEGTE])


def _leitaenderung(lage: Zahlenlage) -> Wertaenderung | None:
    gruppe = lage.leit or (lage.gruppen[0] if len(lage.gruppen) == 1 else None)
    a = gruppe.aenderung if gruppe else None
    return a if a and not a.bruch and a.prozent and a.absolut else None
