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
    quellenangabe,
    rechtsstand,
    schrift,
    schutz,
    sprachen,
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
    "quellenangabe",
    "rechtsstand",
    "schrift",
    "schutz",
    "sprachen",
    "verweise",
    "zahlen",
]
