"""The group of a figure as people type it: „Grundschulen / deutsch“ or „Grundschulen | deutsch“."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from macros.eingabe.einwand import Einwand, kurz
from macros.eingabe.text import wort
from macros.modell.indikator import Dimension, Indikator
from macros.modell.schreibweise import meinten_sie

TRENNER = " | "
OHNE = "Wert"
"""What a form writes for a figure that is not split."""
_STRICH = re.compile(r" ?[|/] ?")


def lies_gruppe(text: str, indikator: Indikator) -> tuple[str, ...]:
    """One value per dimension; capitals and spaces do not count, and a value may itself contain a stroke."""
    dimensionen = indikator.dimensionen
    roh = wort(text)
    if not dimensionen and roh.casefold() in ("", OHNE.casefold()):
        return ()
    teile = _STRICH.split(roh) if roh else []
    gefunden = set(islice(_lesarten(teile, dimensionen), 2)) if dimensionen else set()
    if len(gefunden) == 1:
        return gefunden.pop()
    if dimensionen and len(teile) == len(dimensionen):
        for teil, d in zip(teile, dimensionen, strict=True):
            lies_auspraegung(teil, d)
    namen = TRENNER.join(d.name for d in dimensionen)
    muster = "=".join([TRENNER.join(d.auspraegungen[0] for d in dimensionen), "123"]).lstrip("=")
    raise Einwand(
        "auspraegung", f"„{indikator.name}“ braucht zu jeder Zahl {namen or 'keine Gruppe'}.", f"Zum Beispiel: {muster}"
    )


def lies_auspraegung(text: str, dimension: Dimension) -> str:
    """The value of one dimension that was meant."""
    if wert := _finde(text, dimension):
        return wert
    raise Einwand(
        "auspraegung",
        f"„{kurz(text)}“ ist kein Wert der Dimension „{dimension.name}“.",
        meinten_sie(wort(text), dimension.auspraegungen) or f"Erlaubt: {', '.join(dimension.auspraegungen)}.",
    )


def _form(text: str) -> str:
    return _STRICH.sub("/", wort(text)).casefold()


def _finde(text: str, dimension: Dimension) -> str | None:
    """The value that looks like a text; None where it is none or more than one."""
    if text in dimension.auspraegungen:
        return text
    gesucht = _form(text)
    treffer = [wert for wert in dimension.auspraegungen if _form(wert) == gesucht]
    return treffer[0] if len(treffer) == 1 else None


def _lesarten(teile: Sequence[str], dimensionen: Sequence[Dimension]) -> Iterator[tuple[str, ...]]:
    """Every way to read a key as one value per dimension, since a stroke may stand in a value."""
    if not dimensionen:
        if not teile:
            yield ()
        return
    for n in range(1, len(teile) - len(dimensionen) + 2):
        if wert := _finde("/".join(teile[:n]), dimensionen[0]):
            for rest in _lesarten(teile[n:], dimensionen[1:]):
                yield (wert, *rest)
