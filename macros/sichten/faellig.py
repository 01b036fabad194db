"""What is due on a day: measures without a recent report, indicators whose next figures should be there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.modell.auswahlen import Stand
from macros.modell.indikator import Indikator
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.sichten.verlauf import lagen


@dataclass(frozen=True)
class Faelliges:
    """Measures with the day of their last report (None: never reported), and overdue indicators."""

    massnahmen: tuple[tuple[Massnahme, date | None], ...]
    indikatoren: tuple[Indikator, ...]

    @property
    def leer(self) -> bool:
        """True when nobody needs to be reminded."""
        return not (self.massnahmen or self.indikatoren)


def faelliges(plan: Plan, stichtag: date) -> Faelliges:
    """Measures that go on and have no report of the last 12 months; those followed by another one do not count."""
    massnahmen = []
    je = lagen(plan, stichtag)
    for m in plan.massnahmen.values():
        wie = je[m.id]
        beendet = wie.stand in (Stand.UMGESETZT, Stand.NICHT_WEITERVERFOLGT) or m.nachfolge is not None
        if not beendet and (wie.seit is None or wie.veraltet):
            massnahmen.append((m, wie.seit))
    indikatoren = tuple(
        i for i in plan.indikatoren.values() if i.naechste_aktualisierung and i.naechste_aktualisierung < stichtag
    )
    return Faelliges(tuple(massnahmen), indikatoren)
