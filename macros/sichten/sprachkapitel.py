"""The chapters of a page in another language as the data are now: which are shown, what fills them, which are outdated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.modell.platzhalter import Fuellung, Platzhalter, fuellung, platzhalter
from macros.modell.sprache import Berichtslage, Kapitel, Sprache
from macros.modell.sprachvorlage import aus_frueherer_fassung, ist_veraltet
from macros.sichten.stand import Lage


@dataclass(frozen=True, slots=True)
class Berichte:
    """How many measures of the edition in force there are, how many have a report, and the day of the newest."""

    massnahmen: int
    berichtet: int
    neuester: date | None

    @property
    def lage(self) -> Berichtslage:
        """Whether anything has been reported."""
        return Berichtslage.BERICHTET if self.berichtet else Berichtslage.NICHTS


@dataclass(frozen=True, slots=True)
class Kapitelstand:
    """A chapter that is shown, with the answers to its placeholders."""

    kapitel: Kapitel
    platzhalter: tuple[Platzhalter, ...]
    fuellung: Fuellung
    veraltet: bool


def berichte(massnahmen: Sequence[Massnahme], lagen: Mapping[str, Lage]) -> Berichte:
    """What has been reported about the measures of the edition in force."""
    tage = [seit for m in massnahmen if (seit := lagen[m.id].seit)]
    return Berichte(len(massnahmen), len(tage), max(tage, default=None))


def kapitelstaende(plan: Plan, lage: Berichtslage, sprache: Sprache, stichtag: date) -> Iterator[Kapitelstand]:
    """The chapters of a language that are shown while reports stand like this.

    One is outdated when its German text has changed, and when it tells of an edition that is no longer in force.
    """
    for kapitel in sprache.kapitel:
        if kapitel.wenn in (None, lage):
            alle = tuple(platzhalter(plan, kapitel.text))
            veraltet = ist_veraltet(plan, kapitel) or bool(aus_frueherer_fassung(plan, kapitel, stichtag))
            yield Kapitelstand(kapitel, alle, fuellung(plan, alle), veraltet)
