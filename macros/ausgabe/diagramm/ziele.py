"""Targets and the figures of other areas in a picture: the lines drawn across it, and the sentences that tell them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.ausgabe.worte.sprechen import genau
from macros.deutsch.saetze import aufzaehlung
from macros.diagramme.gestalt import Marke
from macros.modell.indikator import Indikator


def zielmarken(i: Indikator) -> list[Marke]:
    """One line per target, interim ones too, the earliest first."""
    return [Marke(z.wert, f"Ziel {z.jahr}: {genau(i, z.wert)}", True) for z in i.ziele]


def zielsatz(i: Indikator) -> Iterator[str]:
    """What the dashed lines are."""
    if i.ziele:
        ziele = [f"{genau(i, z.wert)} bis {z.jahr}" for z in i.ziele]
        yield f"{'Gestrichelte Linie: Ziel' if len(ziele) == 1 else 'Gestrichelte Linien: Ziele'} {aufzaehlung(ziele)}."


def vergleichssatz(i: Indikator) -> Iterator[str]:
    """What the dotted lines are."""
    if i.vergleich:
        werte = [f"{v.gebiet} {genau(i, v.wert)} ({i.zeit(v.stichtag).bezeichnung})" for v in i.vergleich]
        yield f"Gepunktet zum Vergleich: {'; '.join(werte)}."


def alle_marken(i: Indikator) -> list[Marke]:
    """Targets, then the figures of other areas, each with its Stichtag: for a place that has room for it."""
    vergleiche = [
        Marke(v.wert, f"{v.gebiet}: {genau(i, v.wert)} ({i.zeit(v.stichtag).bezeichnung})", False) for v in i.vergleich
    ]
    return [*zielmarken(i), *vergleiche]
