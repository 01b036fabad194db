"""The chart families: a module each, called like its value in the model, with the one object FAMILIE.

A new family is a member of `Familie` in the model and a module here; who forgets one of them is told so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from macros.ausgabe.diagramm.familie import Diagrammfamilie
from macros.modell.auswahlen import Familie, Zuschnitt


@cache
def familien() -> Mapping[Familie, Diagrammfamilie]:
    """Every family that draws, with its object; the first one that lacks its own stops it."""
    return {f: lies_familie(f.value) for f in Familie if f.zuschnitt is not Zuschnitt.NICHTS}


def lies_familie(name: str) -> Diagrammfamilie:
    """The object of the module of a name; LookupError where there is none."""
    modul = f"{__name__}.{name}"
    try:
        objekt = getattr(import_module(modul), "FAMILIE", None)
    except ModuleNotFoundError as fehler:
        if fehler.name != modul:
            raise
        objekt = None
    if not isinstance(objekt, Diagrammfamilie):
        raise LookupError(f"chart family „{name}“: {modul} has to define FAMILIE, a Diagrammfamilie")
    return objekt
