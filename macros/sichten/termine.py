"""Dates of measures: what is overdue and by how many days, and what falls due in the twelve months to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from macros.modell.auswahlen import Stand
from macros.modell.massnahme import Massnahme
from macros.sichten.stand import Lage

_BEENDET = (Stand.UMGESETZT, Stand.NICHT_WEITERVERFOLGT)


@dataclass(frozen=True, slots=True)
class Termin:
    """A planned day of a measure; `was` is the text of the step, None for the end of the whole measure."""

    massnahme: Massnahme
    was: str | None
    tag: date


@dataclass(frozen=True, slots=True)
class Verspaetung:
    """What is overdue of one measure, oldest first; `tage` counts from its oldest day."""

    massnahme: Massnahme
    termine: tuple[Termin, ...]
    tage: int


def verspaetungen(
    massnahmen: Iterable[Massnahme], lagen: Mapping[str, Lage], stichtag: date
) -> tuple[Verspaetung, ...]:
    """Overdue steps and ends, grouped by measure, the oldest first."""
    je = []
    for m in massnahmen:
        lage = lagen[m.id]
        termine = [Termin(m, s.text, s.termin) for s in lage.ueberfaellig if s.termin]
        if lage.ende_ueberschritten and m.zeitraum and m.zeitraum.ende:
            termine.append(Termin(m, None, m.zeitraum.ende))
        if termine:
            termine.sort(key=lambda t: t.tag)
            je.append(Verspaetung(m, tuple(termine), (stichtag - termine[0].tag).days))
    return tuple(sorted(je, key=lambda v: -v.tage))


def naechste_termine(massnahmen: Iterable[Massnahme], lagen: Mapping[str, Lage], stichtag: date) -> tuple[Termin, ...]:
    """Open steps and planned ends from the day on, for one year, in the order of the calendar."""
    bis = ein_jahr_nach(stichtag)
    offen = [t for m in massnahmen if not beendet(m, lagen[m.id]) for t in _offene(m)]
    return tuple(sorted((t for t in offen if stichtag <= t.tag <= bis), key=lambda t: t.tag))


def naechster_termin(massnahme: Massnahme, lage: Lage, stichtag: date) -> Termin | None:
    """The next open day of a measure, however far away; None where it names none or is over."""
    if beendet(massnahme, lage):
        return None
    return min((t for t in _offene(massnahme) if t.tag >= stichtag), key=lambda t: t.tag, default=None)


def beendet(m: Massnahme, lage: Lage) -> bool:
    """True for a measure on which nobody works any more: finished, given up, or followed by another."""
    return lage.stand in _BEENDET or m.nachfolge is not None


def _offene(m: Massnahme) -> Iterator[Termin]:
    for s in m.schritte:
        if s.termin and not s.erledigt_am:
            yield Termin(m, s.text, s.termin)
    if m.zeitraum and m.zeitraum.ende:
        yield Termin(m, None, m.zeitraum.ende)


def ein_jahr_nach(tag: date) -> date:
    """The same day of the next year; of a leap day the day before."""
    try:
        return tag.replace(year=tag.year + 1)
    except ValueError:
        return tag.replace(year=tag.year + 1, day=28)
