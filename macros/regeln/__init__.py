"""Rules across records: each is a generator (plan, stichtag) -> findings, its docstring is the rule."""

from macros.regeln import eintragung, fassungen, geheimhaltung, konzept, massnahmen, matrix, schutz, verweise, zahlen
from macros.regeln.register import REGELN, pruefe

__all__ = [
    "REGELN",
    "eintragung",
    "fassungen",
    "geheimhaltung",
    "konzept",
    "massnahmen",
    "matrix",
    "pruefe",
    "schutz",
    "verweise",
    "zahlen",
]
