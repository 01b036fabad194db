"""Sums of money over measures, kind by kind: a sum over two kinds would add what comes once to what comes every year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from macros.deutsch.zahlen import glatt
from macros.modell.auswahlen import Kostenart
from macros.modell.massnahme import Massnahme


@dataclass(frozen=True, slots=True)
class Kostensumme:
    """What the measures of one kind of cost need: planned, granted, spent; None where no measure states it.

    `bewilligt_zu` and `ausgegeben_zu` count the measures that state the amount.
    """

    art: Kostenart
    massnahmen: tuple[Massnahme, ...]
    geplant: float
    bewilligt: float | None
    bewilligt_zu: int
    ausgegeben: float | None
    ausgegeben_zu: int


def kostensummen(massnahmen: Sequence[Massnahme]) -> tuple[Kostensumme, ...]:
    """One sum per kind that occurs, in the order of the kinds."""
    return tuple(
        _summe(art, davon)
        for art in Kostenart
        if (davon := tuple(m for m in massnahmen if m.kosten and m.kosten.art is art))
    )


def _summe(art: Kostenart, massnahmen: tuple[Massnahme, ...]) -> Kostensumme:
    kosten = [m.kosten for m in massnahmen if m.kosten]
    bewilligt = [k.bewilligt_euro for k in kosten if k.bewilligt_euro is not None]
    ausgegeben = [k.ausgegeben_euro for k in kosten if k.ausgegeben_euro is not None]
    return Kostensumme(
        art=art,
        massnahmen=massnahmen,
        geplant=_genau([k.betrag_euro for k in kosten]),
        bewilligt=_genau(bewilligt) if bewilligt else None,
        bewilligt_zu=len(bewilligt),
        ausgegeben=_genau(ausgegeben) if ausgegeben else None,
        ausgegeben_zu=len(ausgegeben),
    )


def _genau(betraege: Sequence[float]) -> float:
    """A sum of amounts of money without the dust of binary numbers."""
    return float(sum((glatt(b) for b in betraege), Decimal(0)))
