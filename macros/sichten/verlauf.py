"""The reports on a measure through all editions: its own, and those on the measures that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.modell.auswahlen import Nachfolgeart
from macros.modell.massnahme import Massnahme, Sachstand
from macros.modell.plan import Plan
from macros.sichten.matrix import vorgaenger
from macros.sichten.stand import Lage, lage


@dataclass(frozen=True, slots=True)
class Bericht:
    """A report and the measure that it was made on; `traegt` says that it also gives the state of the later one."""

    massnahme: Massnahme
    sachstand: Sachstand
    traegt: bool = True


def verlaeufe(plan: Plan) -> Mapping[str, tuple[Bericht, ...]]:
    """Measure -> all reports on it and on what it comes from, oldest first.

    A measure that is only continued goes on with the state it had. Of one that came out of a split or of several
    others nobody has reported yet how far it is itself: it shows the reports of all of them and has no state by them.
    """
    davor = vorgaenger(plan)
    fertig: dict[str, tuple[Bericht, ...]] = {}
    for m in plan.massnahmen.values():
        _sammle(m, davor, fertig)
    return fertig


def lagen(plan: Plan, stichtag: date) -> Mapping[str, Lage]:
    """Measure -> its state on a day, also by the reports that it goes on with."""
    je = verlaeufe(plan)
    return {m.id: lage(m, stichtag, [b.sachstand for b in je[m.id] if b.traegt]) for m in plan.massnahmen.values()}


def herkuenfte(plan: Plan, massnahmen: Iterable[str]) -> set[str]:
    """Some measures and all of earlier editions that they come from, through any number of editions."""
    davor = vorgaenger(plan)
    linie: set[str] = set()
    offen = list(massnahmen)
    while offen:
        kennung = offen.pop()
        if kennung not in linie:
            linie.add(kennung)
            offen += [alte.id for alte in davor.get(kennung, ())]
    return linie


def beendete(plan: Plan, ab: date, bis: date) -> list[Massnahme]:
    """Measures that no other follows and whose edition was replaced by one that was decided in a period."""
    abgeloest = {f.vorgaenger for f in plan.fassungen.values() if f.beschlossen_am and ab <= f.beschlossen_am <= bis}
    return [
        m
        for m in plan.massnahmen.values()
        if m.herkunft.fassung in abgeloest and not (m.nachfolge and m.nachfolge.massnahmen)
    ]


def _sammle(
    m: Massnahme, davor: Mapping[str, Sequence[Massnahme]], fertig: dict[str, tuple[Bericht, ...]]
) -> tuple[Bericht, ...]:
    if m.id in fertig:
        return fertig[m.id]
    fertig[m.id] = eigene = tuple(Bericht(m, s) for s in m.sachstaende)
    geerbt = [
        Bericht(b.massnahme, b.sachstand, b.traegt and nur_fortgefuehrt(alte))
        for alte in davor.get(m.id, ())
        for b in _sammle(alte, davor, fertig)
    ]
    fertig[m.id] = tuple(sorted((*geerbt, *eigene), key=lambda b: b.sachstand.datum))
    return fertig[m.id]


def nur_fortgefuehrt(m: Massnahme) -> bool:
    """True where the next edition goes on with the measure as it is, neither split nor merged."""
    return m.nachfolge is not None and m.nachfolge.art is Nachfolgeart.FORTGEFUEHRT


def widersprueche(berichte: Sequence[Bericht], geltender: Sachstand | None) -> tuple[Bericht, ...]:
    """The reports for the day of the one that counts, where they do not all say the same state; the one that counts last."""
    am_tag = [b for b in berichte if b.traegt and geltender and b.sachstand.datum == geltender.datum]
    if len({(b.sachstand.stand, b.sachstand.ampel) for b in am_tag}) < 2:
        return ()
    return tuple(sorted(am_tag, key=lambda b: b.sachstand is geltender))
