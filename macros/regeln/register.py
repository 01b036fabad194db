"""The list of rules, and one call that applies them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from macros.modell.befund import Befund
from macros.modell.plan import Plan

Regel = Callable[[Plan, date], Iterator[Befund]]
REGELN: dict[str, Regel] = {}


def regel(funktion: Regel) -> Regel:
    """Registers a rule under its name; its docstring is the rule in words."""
    REGELN[funktion.__name__] = funktion
    return funktion


def pruefe(plan: Plan, stichtag: date) -> list[Befund]:
    """The findings of all rules on a Plan, sorted by place; `stichtag` is the day that counts as today."""
    return sorted({befund for funktion in REGELN.values() for befund in funktion(plan, stichtag)})
