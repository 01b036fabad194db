"""Which edition of the concept counts."""

from __future__ import annotations

from macros.modell.gemeinde import Fassung
from macros.modell.plan import Plan


def aktuelle_fassung(plan: Plan) -> Fassung | None:
    """The edition that no other follows; the newest where several do."""
    gefolgt = {f.vorgaenger for f in plan.fassungen.values()}
    offene = [f for f in plan.fassungen.values() if f.id not in gefolgt]
    return offene[-1] if offene else None
