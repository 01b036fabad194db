"""Load and check a data folder in one call: the engine behind `konzept pruefen` and every build."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from macros.laden.ordner import lade_plan
from macros.modell.befund import Befund
from macros.modell.plan import Plan
from macros.regeln import pruefe


def pruefe_ordner(ordner: Path, stichtag: date, anzeige: str | None = None) -> tuple[Plan | None, list[Befund]]:
    """Plan and all findings, of form and of meaning, sorted by place."""
    plan, befunde = lade_plan(ordner, anzeige)
    if plan is not None:
        befunde = sorted({*befunde, *pruefe(plan, stichtag)})
    return plan, befunde
