"""Which combinations of the values of its dimensions an indicator is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from math import prod

from macros.modell.indikator import Dimension, Kennzahl

MEISTE = 2_000
"""So many lines somebody could still look through; twenty dimensions of three values would be 3.5 billion."""


def wieviele(dimensionen: Sequence[Dimension]) -> int:
    """The number of combinations that are possible; 1 where nothing is split."""
    return prod(len(d.auspraegungen) for d in dimensionen)


def kombinationen(dimensionen: Sequence[Dimension], zahlen: Iterable[Kennzahl]) -> list[tuple[str, ...]]:
    """All that are possible while they are at most MEISTE, else those that have rows; in the order of the record."""
    if wieviele(dimensionen) <= MEISTE:
        return list(product(*(d.auspraegungen for d in dimensionen)))
    stellen = [{wert: n for n, wert in enumerate(d.auspraegungen)} for d in dimensionen]
    benutzt = {tuple(k.merkmale[d.id] for d in dimensionen) for k in zahlen}
    return sorted(benutzt, key=lambda g: [stelle[wert] for stelle, wert in zip(stellen, g, strict=True)])
