"""Rules on the citizen's way in: every measure is reached from a situation in life, and parents find their children's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from macros.modell.befund import Befund, Schwere, melde
from macros.modell.geltung import geltende_fassung
from macros.modell.plan import Plan
from macros.regeln.register import regel
from macros.sichten.bezuege import sammle_bezuege
from macros.sichten.lebenslagen import lebensblatt

_KINDER = re.compile(r"\b(?:Kind|Kinder|Jugendliche|Schüler)", re.IGNORECASE)
"""How the names of groups of children begin."""
_MIT_KIND = re.compile(r"\bmit Kind|Eltern", re.IGNORECASE)


_NOETIG = ("fassungen", "massnahmen", "lebenslagen", "zielgruppen")
"""Collections that have to be read whole before something can be said to be missing."""


@regel
def lebenslage_fehlt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Where the data know situations in life, each measure in force is reached from one of them."""
    fassung = geltende_fassung(plan, stichtag)
    if not plan.lebenslagen or not fassung or not all(plan.ist_ganz(s) for s in _NOETIG):
        return
    massnahmen = [m for m in plan.massnahmen.values() if m.herkunft.fassung == fassung.id]
    bezuege = sammle_bezuege(plan)
    erreicht = {
        kennung
        for lage in plan.lebenslagen.values()
        for blatt in [lebensblatt(plan, bezuege, lage, massnahmen, ())]
        for kennung in (*blatt.massnahmen, *(t.kennung for t in blatt.auch_massnahmen))
    }
    for m in massnahmen:
        if m.id not in erreicht:
            yield melde(
                plan.ort("massnahmen", m.id, "titel"),
                "titel",
                "lebenslage-fehlt",
                f"Keine Lebenslage führt zu „{m.titel}“: Unter „Was betrifft mich?“ findet sie niemand.",
                f"Die Maßnahme in einer Datei unter lebenslagen/ eintragen: {m.id}.",
                Schwere.HINWEIS,
            )


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
