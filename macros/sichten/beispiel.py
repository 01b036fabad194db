"""One measure that stands for the others: on the start page it says what the concept is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from macros.modell.massnahme import Massnahme


def beispiel(massnahmen: Sequence[Massnahme]) -> Massnahme | None:
    """The measure reported on last, else the first that names a challenge and a goal, else the first; None without any."""

    def berichtet(m: Massnahme) -> date:
        return max((s.bekannt_ab for s in m.sachstaende), default=date.min)

    if berichtete := [m for m in massnahmen if m.sachstaende]:
        return max(berichtete, key=berichtet)
    ganze = (m for m in massnahmen if m.herausforderungen and m.ziel)
    return next(ganze, next(iter(massnahmen), None))
