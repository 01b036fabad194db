"""Rules across records: each is a generator (plan, stichtag) -> findings, its docstring is the rule."""

from macros.regeln import (
    adressen,
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
    schrift,
    schutz,
    sprachen,
    verdecktes,
    verweise,
    zahlen,
)
from macros.regeln.register import REGELN, pruefe

__all__ = [
    "REGELN",
    "adressen",
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
    "schrift",
    "schutz",
    "sprachen",
    "verdecktes",
    "verweise",
    "zahlen",
]
