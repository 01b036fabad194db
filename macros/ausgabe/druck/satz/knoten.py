"""The nodes of a document's tree: what they are, the spaces between them, the levels of their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Knoten = dict[str, Any]
Inhalt = list[Any]

_BLOECKE = frozenset({"h", "p", "ul", "ol", "li", "dl", "tabelle", "bild", "gruppe", "linie"})
_LEERRAUM = re.compile(r"[ \t\r\n\f]+")
_LANGES_WORT = re.compile(r"[^\s/\-\u00ad\u200b]{34,}")
_ERGAENZUNG = re.compile(r"(?<![\w-])-(?=[^\W\d_])")
WEICH = "\u00ad"
VERBINDER = "\u2060"


class Druckfehler(Exception):
    """A document cannot be set; the message is German and says what to do."""


def einzeilig(text: str) -> str:
    """A text with single spaces."""
    return _LEERRAUM.sub(" ", text)


def _ist_block(knoten: Any) -> bool:
    return isinstance(knoten, dict) and knoten["t"] in _BLOECKE


def glaette(roh: Inhalt) -> Inhalt:
    """Joined texts with single spaces; no space at the start, the end or beside a block.

    Long words can break; the hyphen that stands for a left-out word (Betreuung und -hilfe) stays with its word.
    """
    inhalt: Inhalt = []
    for teil in roh:
        if isinstance(teil, str) and inhalt and isinstance(inhalt[-1], str):
            inhalt[-1] += teil
        elif teil != "":
            inhalt.append(teil)
    for i, teil in enumerate(inhalt):
        if isinstance(teil, str):
            text = einzeilig(teil)
            if i == 0 or _ist_block(inhalt[i - 1]) or inhalt[i - 1] == {"t": "br"}:
                text = text.lstrip(" ")
            if i + 1 == len(inhalt) or _ist_block(inhalt[i + 1]) or inhalt[i + 1] == {"t": "br"}:
                text = text.rstrip(" ")
            inhalt[i] = _ERGAENZUNG.sub(f"-{VERBINDER}", _LANGES_WORT.sub(_trennbar, text))
    return [teil for teil in inhalt if teil != ""]


def _trennbar(treffer: re.Match[str]) -> str:
    """A word no dictionary can break, with soft hyphens every twelve letters."""
    wort = treffer.group()
    return WEICH.join(wort[i : i + 12] for i in range(0, len(wort), 12))


def alle(inhalt: Any, art: str) -> Iterator[Knoten]:
    """Every node of a kind below a tree, in reading order."""
    if isinstance(inhalt, list):
        for teil in inhalt:
            yield from alle(teil, art)
    elif isinstance(inhalt, dict):
        if inhalt.get("t") == art:
            yield inhalt
        for name in ("titel", "dt", "kopf", "zeilen", "c"):
            yield from alle(inhalt.get(name, []), art)


def ordne_titel(inhalt: Inhalt, davor: int = 0) -> int:
    """Closes gaps in the levels of headings, in place; gives the level of the last one."""
    for knoten in inhalt:
        if not isinstance(knoten, dict):
            continue
        if knoten["t"] == "h":
            knoten["e"] = davor = min(knoten["e"], davor + 1)
        elif isinstance(knoten.get("c"), list):
            davor = ordne_titel(knoten["c"], davor)
    return davor
