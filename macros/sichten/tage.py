"""Which days the data themselves carry: the newest entry, the newest figure. Neither Git nor the clock is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from macros.modell.indikator import Kennzahl
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag


def neuester_eintrag(plan: Plan, stichtag: date) -> date | None:
    """The newest day up to today that the data carry: of figures, reports, finished steps and decisions.

    Texts carry no day, so nothing is said about them.
    """
    return max((tag for tag in _tage(plan) if tag <= stichtag), default=None)


def _tage(plan: Plan) -> Iterator[date]:
    for m in plan.massnahmen.values():
        yield from (s.bekannt_ab for s in m.sachstaende)
        yield from (s.erledigt_am for s in m.schritte if s.erledigt_am)
    yield from (f.beschlossen_am for f in plan.fassungen.values() if f.beschlossen_am)
    for zahlen in plan.kennzahlen.values():
        yield from (k.eingetragen_am for k in zahlen if k.eingetragen_am)


def neueste_zahl(plan: Plan) -> Stichtag | None:
    """The newest Stichtag for which the data hold a figure."""
    stichtage = (k.stichtag for zahlen in plan.kennzahlen.values() for k in zahlen if k.wert is not None)
    return max(stichtage, default=None)


def eingetragen_am(zahlen: Iterable[Kennzahl]) -> date | None:
    """The newest day on which one of these figures was entered; None where no row says."""
    return max((k.eingetragen_am for k in zahlen if k.eingetragen_am), default=None)
