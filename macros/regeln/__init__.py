"""Rules across records: each is a generator (plan, stichtag) -> findings, its docstring is the rule."""

from macros.regeln import (
    eintragung,
    fassungen,
    formeln,
    geheimhaltung,
    gemeinde,
    indikatoren,
    konzept,
    massnahmen,
    matrix,
    rechtsstand,
    schutz,
    sprachen,
    verweise,
    zahlen,
)
from macros.regeln.register import REGELN, pruefe

__all__ = [
    "REGELN",
    "eintragung",
    "fassungen",
    "formeln",
    "geheimhaltung",
    "gemeinde",
    "indikatoren",
    "konzept",
    "massnahmen",
    "matrix",
    "pruefe",
    "rechtsstand",
    "schutz",
    "sprachen",
    "verweise",
    "zahlen",
]
