"""The state of a measure on a day: newest Sachstand, lateness and age, all computed from dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.modell.auswahlen import Ampel, Stand
from macros.modell.massnahme import Massnahme, Sachstand, Schritt

NICHT_BERICHTET = "nicht_berichtet"
NICHT_BERICHTET_WORT = "noch nicht berichtet"
ALT_TAGE = 365


@dataclass(frozen=True, slots=True)
class Lage:
    """How a measure stands on a day; `stand` is None while nothing was reported."""

    stand: Stand | None
    ampel: Ampel | None
    seit: date | None
    sachstand: Sachstand | None
    ueberfaellig: tuple[Schritt, ...]
    ende_ueberschritten: bool
    veraltet: bool

    @property
    def kennung(self) -> str:
        """Key of the state for classes, filters and addresses."""
        return self.stand.value if self.stand else NICHT_BERICHTET

    @property
    def bezeichnung(self) -> str:
        """The state in words; „noch nicht berichtet“ is not „nicht begonnen“."""
        return self.stand.bezeichnung if self.stand else NICHT_BERICHTET_WORT

    @property
    def ist_ueberfaellig(self) -> bool:
        """True when an open step or the planned end lies in the past."""
        return bool(self.ueberfaellig) or self.ende_ueberschritten


UNBERICHTET = Lage(None, None, None, None, (), ende_ueberschritten=False, veraltet=False)
"""Nothing is known, nothing is late."""


def lage(massnahme: Massnahme, stichtag: date, berichte: Sequence[Sachstand] | None = None) -> Lage:
    """The state on a day, from the Sachstände up to that day: its own, or all that `berichte` says give its state.

    Overdue: a step with a term before the day and without `erledigt_am`, unless the measure is given up or succeeded
    by one of the next edition; or a planned end before the day, unless it is finished, too. What is reported as
    finished keeps its open steps. Outdated: not ended like that, newest Sachstand over 365 days old.
    """
    alle = massnahme.sachstaende if berichte is None else berichte
    bekannt = sorted((s for s in alle if s.bekannt_ab <= stichtag and s.datum <= stichtag), key=lambda s: s.datum)
    neuester = bekannt[-1] if bekannt else None
    stand = neuester.stand if neuester else None
    aufgegeben = stand is Stand.NICHT_WEITERVERFOLGT or massnahme.nachfolge is not None
    beendet = aufgegeben or stand is Stand.UMGESETZT
    offen = () if aufgegeben else offene_schritte(massnahme.schritte, stichtag)
    ende = massnahme.zeitraum.ende if massnahme.zeitraum else None
    return Lage(
        stand=stand,
        ampel=neuester.ampel if neuester else None,
        seit=neuester.datum if neuester else None,
        sachstand=neuester,
        ueberfaellig=offen,
        ende_ueberschritten=bool(ende and ende < stichtag and not beendet and stand is not Stand.DAUERAUFGABE),
        veraltet=bool(neuester and not beendet and (stichtag - neuester.datum).days > ALT_TAGE),
    )


def offene_schritte(schritte: Sequence[Schritt], stichtag: date) -> tuple[Schritt, ...]:
    """Steps whose term is over and that are not done."""
    return tuple(s for s in schritte if s.termin and s.termin < stichtag and not s.erledigt_am)
