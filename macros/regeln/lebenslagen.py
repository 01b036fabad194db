"""Rules on the citizen's way in: every measure is reached from a situation in life, and parents find their children's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from macros.modell.befund import Befund, Schwere, melde
from macros.modell.geltung import geltende_fassung
from macros.modell.plan import Plan
from macros.modell.verwandte import mit_folgern, mit_unterbegriffen
from macros.regeln.register import regel

_KINDER = re.compile(r"\b(?:Kind|Kinder|Jugendliche|Schüler)", re.IGNORECASE)
"""How the names of groups of children begin."""
_MIT_KIND = re.compile(r"\bmit Kind|Eltern", re.IGNORECASE)


_NOETIG = ("fassungen", "massnahmen", "lebenslagen", "zielgruppen")
"""Collections that have to be read whole before something can be said to be missing."""


@regel
def lebenslage_fehlt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Where the data know situations in life, each measure in force is reached from one of them.

    It is when a situation names it, or a measure that it follows, or one of the groups that it is for.
    """
    fassung = geltende_fassung(plan, stichtag)
    if not plan.lebenslagen or not fassung or not all(plan.ist_ganz(s) for s in _NOETIG):
        return
    genannt = {k for lage in plan.lebenslagen.values() for m in lage.massnahmen for k in mit_folgern(plan, m)}
    gruppen = {k for lage in plan.lebenslagen.values() for z in lage.zielgruppen for k in _familie(plan, z)}
    for m in plan.massnahmen.values():
        if m.herkunft.fassung == fassung.id and m.id not in genannt and not gruppen & {*m.zielgruppen}:
            yield melde(
                plan.ort("massnahmen", m.id, "titel"),
                "titel",
                "lebenslage-fehlt",
                f"Keine Lebenslage führt zu „{m.titel}“: Unter „Was betrifft mich?“ findet sie niemand.",
                f"Die Maßnahme in einer Datei unter lebenslagen/ eintragen: {m.id}.",
                Schwere.HINWEIS,
            )


def _familie(plan: Plan, gruppe: str) -> set[str]:
    """A target group, the larger ones that it belongs to, and its parts."""
    familie = {*mit_unterbegriffen(plan, "zielgruppen", gruppe)}
    oben: str | None = gruppe
    while (satz := plan.zielgruppen.get(oben or "")) and satz.oberbegriff and satz.oberbegriff not in familie:
        oben = satz.oberbegriff
        familie.add(oben)
    return familie


@regel
def eltern_anrede(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A group of children that people can choose in „Was betrifft mich?“ has words for their parents, too."""
    for z in plan.zielgruppen.values():
        name = z.bezeichnung
        if z.anrede and not z.anrede_eltern and _KINDER.search(name) and not _MIT_KIND.search(name):
            if _MIT_KIND.search(z.anrede) or "Kind" in z.anrede:
                continue  # the answer is the parents' own
            yield melde(
                plan.ort("zielgruppen", z.id, "anrede"),
                "anrede",
                "eltern-anrede",
                f"„{name}“ sind Kinder oder Jugendliche, ihre Eltern finden sich nicht wieder.",
                "In anrede_eltern die Antwort der Eltern eintragen, zum Beispiel „Ich habe ein Kind, das zur Schule geht“.",
                Schwere.HINWEIS,
            )
