"""How the measures stood on an earlier day, and how many of each kind there are then and now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.modell.auswahlen import Ampel
from macros.modell.geltung import geltende_fassung, geltender_plan
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.sichten.matrix import vorgaenger
from macros.sichten.tage import neuester_eintrag
from macros.sichten.umsetzung import Standart, massnahmen_der_fassung
from macros.sichten.verlauf import lagen, nur_fortgefuehrt

BERICHTSZEIT = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Damals:
    """The day that „now“ is compared with: measure -> state and Ampel on it; `bericht` is its report, if there is one.

    Without `staende` nothing can be compared: no edition was in force on that day.
    """

    tag: date
    staende: Mapping[str, tuple[str, str]] | None
    bericht: str = ""


@dataclass(frozen=True, slots=True)
class Zaehlung:
    """How many measures have something, then and now; `damals` is None where then is unknown."""

    wort: str
    damals: int | None
    jetzt: int

    @property
    def unterschied(self) -> int | None:
        """Now minus then."""
        return None if self.damals is None else self.jetzt - self.damals


def stand_am(plan: Plan, tag: date, auswahl: Iterable[str] | None = None) -> Damals:
    """How the measures of the edition in force stood on a day, as the data of today tell it."""
    damaliger = geltender_plan(plan, tag)
    fassung = geltende_fassung(damaliger, tag)
    if fassung is None or tag.year < fassung.jahr:
        return Damals(tag, None)
    je, nur = lagen(damaliger, tag), set(auswahl) if auswahl is not None else None
    massnahmen = [m.id for m in massnahmen_der_fassung(damaliger, fassung.id) if nur is None or m.id in nur]
    return Damals(tag, {m: (je[m].kennung, je[m].ampel or "") for m in massnahmen})


def vergleichstag(plan: Plan, stichtag: date, auswahl: Iterable[str] | None = None) -> Damals | None:
    """What „now“ is compared with where nobody names a day: a year before the newest entry; None without any entry."""
    neuester = neuester_eintrag(plan, stichtag)
    return stand_am(plan, neuester - BERICHTSZEIT, auswahl) if neuester else None


def gleiche(plan: Plan, massnahmen: Iterable[Massnahme], frueher: Collection[str]) -> dict[str, str]:
    """Measure -> the same measure then: itself, or of an earlier edition the one that it only goes on with."""
    davor = vorgaenger(plan)
    je: dict[str, str] = {}
    for m in massnahmen:
        kennung, gesehen = m.id, {""}
        while kennung not in frueher and kennung not in gesehen:
            gesehen.add(kennung)
            alte = davor.get(kennung, ())
            kennung = alte[0].id if len(alte) == 1 and nur_fortgefuehrt(alte[0]) else ""
        if kennung in frueher:
            je[m.id] = kennung
    return je


def zaehle(
    arten: Iterable[Standart | Ampel],
    jetzt: Sequence[str],
    damals: Mapping[str, tuple[str, str]] | None,
    stelle: int,
) -> tuple[Zaehlung, ...]:
    """Counts of what occurs then or now, in the order of the list."""
    vorher = [w[stelle] for w in damals.values()] if damals is not None else None
    je = []
    for art in arten:
        kennung = art.kennung if isinstance(art, Standart) else art.value
        davor = None if vorher is None else vorher.count(kennung)
        if jetzt.count(kennung) or davor:
            je.append(Zaehlung(art.bezeichnung, davor, jetzt.count(kennung)))
    return tuple(je)
