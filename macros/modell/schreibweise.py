"""Spelling: numbers of sections in order, and the nearest of the words that exist."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from macros.deutsch.zeichen import gleich_aussehend


def meinten_sie(wert: str, moeglich: Iterable[str]) -> str:
    """„Meinten Sie …?“ for a misspelt word, or an empty text when nothing is close.

    A word that looks right already is not shown once more: what differs is invisible.
    """
    liste = sorted(set(moeglich))
    if any(gleich_aussehend(wert, m) for m in liste):
        return "Das Wort sieht richtig aus, besteht aber aus anderen Zeichen. Bitte neu eintippen."
    nahe = [m for m in liste if _ohne_nullen(m) == _ohne_nullen(wert)] or get_close_matches(wert, liste)
    if not nahe:
        klein = {m.lower(): m for m in liste}
        nahe = [klein[k] for k in get_close_matches(wert.lower(), klein)]
    if not nahe:
        nahe = [m for m in liste if min(len(wert), len(m)) > 3 and (wert in m or m in wert)]
    return f"Meinten Sie „{nahe[0]}“?" if nahe else ""


def _ohne_nullen(wort: str) -> str:
    """`ba-01` and `ba-1` are the same number to an editor."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", wort.lower())


def feldname(pfad: tuple[str | int, ...]) -> str:
    """A path as an editor reads it: `schritte.2.text` counts from 1."""
    return ".".join(str(teil + 1) if isinstance(teil, int) else str(teil) for teil in pfad)


def nummernfolge(text: str) -> tuple[int, ...]:
    """Sort key of a section number: 4.9 before 4.10."""
    return tuple(int(teil) for teil in text.split("."))
