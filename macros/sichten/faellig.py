"""What is due on a day: reports on measures, figures that should be there, and notes on the law to look up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.modell.auswahlen import Stand
from macros.modell.grundtypen import Datensatz
from macros.modell.indikator import Indikator
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.modell.rechtsstand import Rechtsstand
from macros.sichten.klaerung import rechtsstaende
from macros.sichten.verlauf import lagen


@dataclass(frozen=True)
class Faelliges:
    """Measures with the day of their last report (None: never reported), overdue indicators, old notes on the law.

    A note on the law comes with its collection and the record that carries it.
    """

    massnahmen: tuple[tuple[Massnahme, date | None], ...]
    indikatoren: tuple[Indikator, ...]
    rechtsstaende: tuple[tuple[str, Datensatz, Rechtsstand], ...]

    @property
    def leer(self) -> bool:
        """True when nobody needs to be reminded."""
        return not (self.massnahmen or self.indikatoren or self.rechtsstaende)


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
    alte = tuple(r for r in rechtsstaende(plan) if r[2].ist_alt(stichtag))
    return Faelliges(tuple(massnahmen), indikatoren, alte)
