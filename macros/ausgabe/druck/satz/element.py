"""What an element of our templates says: its classes, its words, and whether paper needs it."""

from __future__ import annotations

from lxml.etree import _Element

_NUR_BILDSCHIRM = frozenset({"nav", "form", "script", "template", "input", "select", "label"})


def klassen_von(element: _Element) -> tuple[str, ...]:
    """Its classes."""
    return tuple(element.get("class", "").split())


def wortlaut(element: _Element) -> str:
    """All text below it."""
    return "".join(str(text) for text in element.itertext())


def nur_bildschirm(element: _Element) -> bool:
    """True for comments, controls, and what a template keeps from paper."""
    if not isinstance(element.tag, str) or element.tag in _NUR_BILDSCHIRM:
        return True
    return "bildschirm-nur" in klassen_von(element) or element.get("data-druck") == "nein"
