"""How hard the texts are to read: grades of the Wiener Sachtextformel and sentences that are too long. Hints, no rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from macros.deutsch.lesen import saetze, wortzahl
from macros.modell.befund import Ort
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.modell.texte import deutsche_texte

Leseformel = Callable[[str], float]
"""Text of whole sentences -> school grade."""
LANG = 25
"""More words than this make a sentence a long one."""
ZIEL = 10
"""The grade that the measures' texts shall not exceed in the middle."""


@dataclass(frozen=True)
class Lesbarkeit:
    """The grade of what one measure says."""

    kennung: str
    grad: float


@dataclass(frozen=True)
class LangerSatz:
    """A sentence with more words than readers hold in mind."""

    ort: Ort
    woerter: int
    satz: str


def massnahmentext(massnahme: Massnahme) -> list[str]:
    """The sentences of a measure: short text, goal, description and steps, each with an end."""
    texte = [massnahme.kurztext, massnahme.ziel, massnahme.beschreibung, *(s.text for s in massnahme.schritte)]
    return [satz if satz[-1] in ".!?…" else f"{satz}." for text in texte if text for satz in saetze(text)]


def grade(plan: Plan, formel: Leseformel) -> list[Lesbarkeit]:
    """The grade of each measure, the hardest first."""
    je = [Lesbarkeit(m.id, formel(" ".join(text))) for m in plan.massnahmen.values() if (text := massnahmentext(m))]
    return sorted(je, key=lambda eine: (-eine.grad, eine.kennung))


def mittlerer_grad(je: Sequence[Lesbarkeit]) -> float | None:
    """The median; none where no measure has a text."""
    return median(eine.grad for eine in je) if je else None


def lange_saetze(plan: Plan, ueber: int = LANG) -> list[LangerSatz]:
    """Sentences of more words than `ueber`, the longest first."""
    gefunden = [
        LangerSatz(stelle.ort, zahl, satz)
        for stelle in deutsche_texte(plan)
        for satz in saetze(stelle.text)
        if (zahl := wortzahl(satz)) > ueber
    ]
    return sorted(gefunden, key=lambda s: (-s.woerter, s.ort.datei, s.ort.zeile))
