"""Where the figures of an indicator come from, in words that a picture or a citation carries with it."""

from __future__ import annotations

from macros.modell.indikator import Indikator
from macros.modell.plan import Plan
from macros.modell.rechnung import grundlage


def zahlenquelle(plan: Plan, i: Indikator) -> str:
    """„Quelle der Zahlen: …“; of computed figures the sources of what they are computed from."""
    if not i.formel:
        return f"Quelle der Zahlen: {plan.quellen[i.quelle].bezeichnung}"
    quellen = dict.fromkeys(plan.indikatoren[k].quelle for k in sorted(grundlage(plan, i.formel))) or {i.quelle: None}
    return f"Eigene Rechnung aus Zahlen von: {'; '.join(plan.quellen[q].bezeichnung for q in quellen)}"
