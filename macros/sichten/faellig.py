"""What is due on a day: reports on measures, figures that should be there, and notes on the law to look up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from macros.deutsch.kalender import in_monaten
from macros.modell.grundtypen import Datensatz
from macros.modell.indikator import Indikator
from macros.modell.massnahme import Massnahme, Schritt
from macros.modell.plan import Plan
from macros.modell.rechtsstand import Rechtsstand
from macros.sichten.erwartung import naechste_zahl
from macros.sichten.klaerung import rechtsstaende
from macros.sichten.stand import Lage
from macros.sichten.termine import beendet
from macros.sichten.verlauf import lagen

BALD = 90
"""Days in which a step is due soon."""


@dataclass(frozen=True)
class Faelliges:
    """Measures with the day of their last report (None: never reported), overdue indicators, old notes on the law.

    A note on the law comes with its collection and the record that carries it.
    """

    massnahmen: tuple[tuple[Massnahme, date | None], ...]
    indikatoren: tuple[Indikator, ...]
    rechtsstaende: tuple[tuple[str, Datensatz, Rechtsstand], ...]
    schritte: tuple[tuple[Massnahme, Schritt], ...] = ()
    """Open steps whose term is over or in the next 90 days, the earliest first."""

    @property
    def leer(self) -> bool:
        """True when nobody needs to be reminded."""
        return not (self.massnahmen or self.indikatoren or self.rechtsstaende or self.schritte)


def faelliges(plan: Plan, stichtag: date) -> Faelliges:
    """Measures that go on and have no report in the rhythm of the town; those followed by another one do not count."""
    massnahmen = []
    je = lagen(plan, stichtag)
    for m in plan.massnahmen.values():
        wie = je[m.id]
        if not beendet(m, wie) and (wie.seit is None or naechster_bericht(plan, wie.seit) < stichtag):
            massnahmen.append((m, wie.seit))
    indikatoren = tuple(
        i for i in plan.indikatoren.values() if (zahl := naechste_zahl(plan, i)) is not None and zahl.am < stichtag
    )
    alte = tuple(r for r in rechtsstaende(plan) if r[2].ist_alt(stichtag))
    bald = [
        (s.termin, m, s)
        for m in plan.massnahmen.values()
        for s in offene(m, je[m.id])
        if s.termin and s.termin <= stichtag + timedelta(days=BALD)
    ]
    schritte = tuple((m, s) for _, m, s in sorted(bald, key=lambda x: x[0]))
    return Faelliges(tuple(massnahmen), indikatoren, alte, schritte)


def naechster_bericht(plan: Plan, letzter: date) -> date:
    """The day on which the next report on a measure is due."""
    return in_monaten(letzter, plan.gemeinde.berichtsrhythmus)


def offene(massnahme: Massnahme, wie: Lage) -> tuple[Schritt, ...]:
    """The steps that are still to be done; none of a measure that ended or was succeeded."""
    return () if beendet(massnahme, wie) else tuple(s for s in massnahme.schritte if not s.erledigt_am)
