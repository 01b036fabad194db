"""Where the figures of an indicator come from, in words that a picture or a citation carries with it."""

from __future__ import annotations

from collections.abc import Collection

from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag
from macros.sichten.reihen import Reihe


def quellenangabe(plan: Plan, reihe: Reihe, gezeigt: Collection[Stichtag]) -> str:
    """„Quelle der Zahlen: …“ of the shown Stichtage; of computed figures „Eigene Rechnung aus Zahlen von: …“."""
    i = reihe.indikator
    namen = dict.fromkeys(q.name or "nicht angegeben" for s in gezeigt for q in reihe.quellen.get(s, ()))
    woher = "; ".join(namen) or plan.quellen[i.quelle].bezeichnung
    return f"{'Eigene Rechnung aus Zahlen von' if i.formel else 'Quelle der Zahlen'}: {woher}"
