"""Rules across records: each is a generator (plan, stichtag) -> findings, its docstring is the rule."""

from macros.regeln import konzept, massnahmen, matrix, verweise, zahlen
from macros.regeln.register import REGELN, pruefe

__all__ = ["REGELN", "konzept", "massnahmen", "matrix", "pruefe", "verweise", "zahlen"]
