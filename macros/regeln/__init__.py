"""Rules across records: each is a generator (plan, stichtag) -> findings, its docstring is the rule."""

from macros.regeln import formeln, geheimhaltung, konzept, massnahmen, matrix, schutz, verweise, zahlen
from macros.regeln.register import REGELN, pruefe

__all__ = [
    "REGELN",
    "formeln",
    "geheimhaltung",
    "konzept",
    "massnahmen",
    "matrix",
    "pruefe",
    "schutz",
    "verweise",
    "zahlen",
]
