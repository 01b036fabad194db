"""How far an edition of the concept is: counts per Handlungsfeld and state, what is late, what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.modell.auswahlen import Ampel, Stand
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.sichten.stand import NICHT_BERICHTET, NICHT_BERICHTET_WORT, Lage

NICHT_BERICHTET_BESCHREIBUNG = (
    "Über die Maßnahme liegt kein Sachstand vor. Ob und wie weit sie begonnen ist, ist offen."
)


@dataclass(frozen=True, slots=True)
class Standart:
    """A state as pages show it, „noch nicht berichtet“ among them."""

    kennung: str
    bezeichnung: str
    beschreibung: str

    @property
    def adresse(self) -> str:
        """Address of the page that lists the measures of this state."""
        return f"umsetzung/{self.kennung.replace('_', '-')}/"


STANDARTEN = (
    Standart(NICHT_BERICHTET, NICHT_BERICHTET_WORT, NICHT_BERICHTET_BESCHREIBUNG),
    *(Standart(stand.value, stand.bezeichnung, stand.beschreibung) for stand in Stand),
)
"""All states in the order of work, the unknown one first."""


def vorkommende(lagen: Iterable[Lage]) -> tuple[list[Standart], list[Ampel]]:
    """The states and the lights that occur, each in its order: what a legend has to explain."""
    alle = list(lagen)
    staende, ampeln = {lage.kennung for lage in alle}, {lage.ampel for lage in alle}
    return [s for s in STANDARTEN if s.kennung in staende], [a for a in Ampel if a in ampeln]


@dataclass(frozen=True, slots=True)
class Umsetzung:
    """An edition on a day; the inner mapping goes from state to count."""

    fassung: str
    je_feld: Mapping[str, Mapping[str, int]]
    gesamt: Mapping[str, int]
    anzahl: int
    ueberfaellig: tuple[Massnahme, ...]
    veraltet: tuple[Massnahme, ...]
    nicht_berichtet: tuple[Massnahme, ...]

    @property
    def staende(self) -> tuple[Standart, ...]:
        """The states that occur."""
        return tuple(s for s in STANDARTEN if self.gesamt.get(s.kennung))


def umsetzung(plan: Plan, lagen: Mapping[str, Lage], fassung: str) -> Umsetzung:
    """The state of all measures of one edition, from their state on the day."""
    massnahmen = massnahmen_der_fassung(plan, fassung)
    je_feld: dict[str, Counter[str]] = {feld: Counter() for feld in plan.handlungsfelder}
    for m in massnahmen:
        je_feld[m.handlungsfeld][lagen[m.id].kennung] += 1
    return Umsetzung(
        fassung=fassung,
        je_feld=je_feld,
        gesamt=sum(je_feld.values(), Counter()),
        anzahl=len(massnahmen),
        ueberfaellig=tuple(m for m in massnahmen if lagen[m.id].ist_ueberfaellig),
        veraltet=tuple(m for m in massnahmen if lagen[m.id].veraltet),
        nicht_berichtet=tuple(m for m in massnahmen if lagen[m.id].stand is None),
    )


def massnahmen_der_fassung(plan: Plan, fassung: str) -> list[Massnahme]:
    """The measures that stand in one edition."""
    return [m for m in plan.massnahmen.values() if m.herkunft.fassung == fassung]
