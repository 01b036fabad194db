"""Who reports on which measures of an edition: everyone named as lead, those without one first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan

OHNE = "ohne-federfuehrung"
OHNE_WORT = "Ohne Federführung"
ALLES = "alle-massnahmen-und-zahlen"


@dataclass(frozen=True, slots=True)
class Mappenangebot:
    """A workbook to take along: name of its file, whom it is for, and its measures; None for all and the figures."""

    datei: str
    name: str
    massnahmen: tuple[str, ...] | None


def mappenangebote(plan: Plan, massnahmen: Iterable[Massnahme]) -> list[Mappenangebot]:
    """One workbook with everything, and one for each lead; where nobody is named the first one is all there is."""
    gruppen: dict[str | None, list[str]] = {None: []}
    for m in massnahmen:
        gruppen.setdefault(m.federfuehrung, []).append(m.id)
    einzelne = [
        Mappenangebot(f"{wer or OHNE}.xlsx", plan.name("akteure", wer) if wer else OHNE_WORT, tuple(ids))
        for wer, ids in gruppen.items()
        if ids and len([1 for g in gruppen.values() if g]) > 1
    ]
    return [Mappenangebot(f"{ALLES}.xlsx", "Alle Maßnahmen und Zahlen", None), *einzelne]
