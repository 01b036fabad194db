"""Reminders as letters: one for everyone who leads a measure, with what is due of it; measures without a lead first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from macros.deutsch.kalender import tag
from macros.deutsch.saetze import gekuerzt
from macros.modell.massnahme import Massnahme, Schritt
from macros.modell.plan import Plan
from macros.schreiben.post import gruss
from macros.sichten.faellig import Faelliges
from macros.sichten.zustaendig import OHNE, OHNE_WORT


@dataclass
class ErinnerteStelle:
    """Whom to remind: reports with the day of the last one, and steps."""

    kennung: str
    name: str
    berichte: list[tuple[Massnahme, date | None]] = field(default_factory=list)
    schritte: list[tuple[Massnahme, Schritt]] = field(default_factory=list)


def erinnerte(plan: Plan, liste: Faelliges) -> list[ErinnerteStelle]:
    """Everyone of whose measures something is due."""
    stellen = {OHNE: ErinnerteStelle(OHNE, OHNE_WORT)}
    for m in (*(m for m, _ in liste.massnahmen), *(m for m, _ in liste.schritte)):
        if m.federfuehrung:
            stellen.setdefault(m.federfuehrung, ErinnerteStelle(m.federfuehrung, plan.name("akteure", m.federfuehrung)))
    for m, seit in liste.massnahmen:
        stellen[m.federfuehrung or OHNE].berichte.append((m, seit))
    for m, schritt in liste.schritte:
        stellen[m.federfuehrung or OHNE].schritte.append((m, schritt))
    return [s for s in stellen.values() if s.berichte or s.schritte]


def erinnerung(plan: Plan, stelle: ErinnerteStelle) -> tuple[str, str]:
    """(subject, text) of one letter."""
    return f"{plan.gemeinde.titel}: Was fällig ist ({stelle.name})", "\n".join(_zeilen(plan, stelle))


def _zeilen(plan: Plan, stelle: ErinnerteStelle) -> Iterator[str]:
    yield "Guten Tag,\n"
    if stelle.berichte:
        yield "zu diesen Maßnahmen ist ein Bericht fällig:"
        for m, seit in stelle.berichte:
            wann = f"zuletzt berichtet am {tag(seit)}" if seit else "noch nicht berichtet"
            yield f"- {plan.name('massnahmen', m.id)}: {wann}"
        yield ""
    if stelle.schritte:
        yield f"{'Auch d' if stelle.berichte else 'd'}iese Schritte sind überfällig oder bald fällig:"
        for m, schritt in stelle.schritte:
            assert schritt.termin
            was = f"{plan.name('massnahmen', m.id)}: {gekuerzt(schritt.text, 200)}"
            yield f"- {was} (geplant bis {tag(schritt.termin)})"
        yield ""
    yield "Bitte berichten Sie kurz, wie es steht, oder nennen Sie einen neuen Termin.\n"
    yield gruss(plan)
