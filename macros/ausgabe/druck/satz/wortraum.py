"""The spaces between the words of a document, and where long words may break."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.ausgabe.druck.satz.knoten import Block, Knoten, Knotenfolge, Zeilenumbruch

WEICH = "\u00ad"
VERBINDER = "\u2060"
_LEERRAUM = re.compile(r"[ \t\r\n\f]+")
_LANGES_WORT = re.compile(r"[^\s/\-\u00ad\u200b]{34,}")
_ERGAENZUNG = re.compile(r"(?<![\w-])-(?=[^\W\d_])")


def einzeilig(text: str) -> str:
    """A text with single spaces."""
    return _LEERRAUM.sub(" ", text)


def trennbar(text: str) -> str:
    """A line whose long words may break without a hyphen."""
    return _LANGES_WORT.sub(lambda t: "\u200b".join(t[0][i : i + 12] for i in range(0, len(t[0]), 12)), text)


def glaette(roh: Iterable[Knoten]) -> Knotenfolge:
    """Joined texts with single spaces; no space at the start, the end or beside a block.

    Long words can break; the hyphen that stands for a left-out word (Betreuung und -hilfe) stays with its word.
    """
    verbunden: list[Knoten] = []
    for teil in roh:
        davor = verbunden[-1] if verbunden else None
        if isinstance(teil, str) and isinstance(davor, str):
            verbunden[-1] = davor + teil
        elif teil != "":
            verbunden.append(teil)
    glatt: list[Knoten] = []
    for i, teil in enumerate(verbunden):
        if isinstance(teil, str):
            text = einzeilig(teil)
            if i == 0 or _trennt(verbunden[i - 1]):
                text = text.lstrip(" ")
            if i + 1 == len(verbunden) or _trennt(verbunden[i + 1]):
                text = text.rstrip(" ")
            teil = _ERGAENZUNG.sub(f"-{VERBINDER}", _LANGES_WORT.sub(_trennbar, text))
        glatt.append(teil)
    return tuple(teil for teil in glatt if teil != "")


def _trennt(knoten: Knoten) -> bool:
    return isinstance(knoten, Block | Zeilenumbruch)


def _trennbar(treffer: re.Match[str]) -> str:
    """A word no dictionary can break, with soft hyphens every twelve letters."""
    wort = treffer.group()
    return WEICH.join(wort[i : i + 12] for i in range(0, len(wort), 12))
