"""Targets and the figures of other areas in a picture: the lines drawn across it, and the sentences that tell them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.ausgabe.worte.sprechen import genau
from macros.deutsch.saetze import aufzaehlung
from macros.diagramme.gestalt import Marke
from macros.modell.indikator import Indikator
from macros.sichten.bild import Bild


def zielmarken(i: Indikator) -> list[Marke]:
    """One line per target, interim ones too, the earliest first."""
    return [Marke(z.wert, f"Ziel {z.jahr}: {genau(i, z.wert)}", True) for z in i.ziele]


def marken_in_worten(bild: Bild) -> Iterator[str]:
    """Targets and the figures of other areas, for a picture without their lines; none where it shows shares of the figures."""
    i = bild.reihe.indikator
    if bild.einheit != i.einheit:
        return
    if i.ziele:
        yield f"{'Ziel' if len(i.ziele) == 1 else 'Ziele'}: {_ziele(i)}."
    if i.vergleich:
        yield f"Zum Vergleich: {_vergleiche(i)}."


def _ziele(i: Indikator) -> str:
    return aufzaehlung([f"{genau(i, z.wert)} bis {z.jahr}" for z in i.ziele])


def _vergleiche(i: Indikator) -> str:
    return "; ".join(f"{v.gebiet} {genau(i, v.wert)} ({i.zeit(v.stichtag).bezeichnung})" for v in i.vergleich)


def zielsatz(i: Indikator) -> Iterator[str]:
    """What the dashed lines are."""
    if i.ziele:
        yield f"{'Gestrichelte Linie: Ziel' if len(i.ziele) == 1 else 'Gestrichelte Linien: Ziele'} {_ziele(i)}."


def vergleichssatz(i: Indikator) -> Iterator[str]:
    """What the dotted lines are."""
    if i.vergleich:
        yield f"Gepunktet zum Vergleich: {_vergleiche(i)}."


def alle_marken(i: Indikator) -> list[Marke]:
    """Targets, then the figures of other areas, each with its Stichtag: for a place that has room for it."""
    vergleiche = [
        Marke(v.wert, f"{v.gebiet}: {genau(i, v.wert)} ({i.zeit(v.stichtag).bezeichnung})", False) for v in i.vergleich
    ]
    return [*zielmarken(i), *vergleiche]
