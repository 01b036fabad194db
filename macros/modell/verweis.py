"""Walks a record and yields every reference and every text in it, with its path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from macros.modell.auszeichnung import verlinkte
from macros.modell.felder import felder
from macros.modell.grundtypen import Satz
from macros.modell.plan import LINKARTEN, Pfad

LINK = re.compile(rf"(\]\(\s*<?|^ {{0,3}}\[[^\]^\n][^\]\n]*\]:\s*<?)({'|'.join(LINKARTEN)}):([^)\s>]+)", re.M)
"""A link to a record as it is written: what stands before it, its scheme and the id."""


@cache
def verweisfelder(typ: type[Satz]) -> dict[str, str | None]:
    """Field name -> collection it refers to, or None, for every field of a record type."""
    return {f.name: f.ziel for f in felder(typ)}


def verweise(satz: Satz, pfad: Pfad = ()) -> Iterator[tuple[Pfad, str, str]]:
    """(path, collection, id) of every reference in a record."""
    for name, ziel in verweisfelder(type(satz)).items():
        wert = getattr(satz, name)
        werte = enumerate(wert) if isinstance(wert, tuple) and not hasattr(wert, "_fields") else [(None, wert)]
        for stelle, glied in werte:
            ort = (*pfad, name) if stelle is None else (*pfad, name, stelle)
            if isinstance(glied, Satz):
                yield from verweise(glied, ort)
            elif ziel and isinstance(glied, str):
                yield ort, ziel, glied


def texte(satz: Satz, pfad: Pfad = ()) -> Iterator[tuple[Pfad, str]]:
    """(path, text) of every piece of text in a record that is not a reference."""
    for name, ziel in verweisfelder(type(satz)).items():
        wert = getattr(satz, name)
        werte = enumerate(wert) if isinstance(wert, tuple) and not hasattr(wert, "_fields") else [(None, wert)]
        for stelle, glied in werte:
            ort = (*pfad, name) if stelle is None else (*pfad, name, stelle)
            if isinstance(glied, Satz):
                yield from texte(glied, ort)
            elif type(glied) is str and not ziel:
                yield ort, glied


def textverweise(satz: Satz) -> Iterator[tuple[Pfad, str, str]]:
    """(path, kind of link, id) of every link to a record in the texts of a record, `[Wort](massnahme:kennung)`."""
    for pfad, text in texte(satz):
        for art, kennung in verlinkte(text):
            yield pfad, art, kennung
