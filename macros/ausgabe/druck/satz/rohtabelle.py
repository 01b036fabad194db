"""A table as its HTML has it: rows of cells with their nodes and their plain text, before it is laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from macros.ausgabe.druck.satz.element import klassen_von, wortlaut
from macros.ausgabe.druck.satz.knoten import Knotenfolge


@dataclass(frozen=True, slots=True)
class Rohzelle:
    """A cell: its nodes, their plain text, head or not, classes, columns it spans."""

    kinder: Knotenfolge
    text: str
    kopf: bool
    klassen: tuple[str, ...] = ()
    spalten: int = 1


@dataclass(frozen=True, slots=True)
class Rohzeile:
    """A row, in the head of its table or not, with the anchor that others refer to."""

    zellen: tuple[Rohzelle, ...]
    kopf: bool = False
    anker: str = ""


def rohzeilen(
    tabelle: _Element, lies: Callable[[_Element], Knotenfolge], anker: Callable[[str], str]
) -> Iterator[Rohzeile]:
    """The rows of a table and of its groups; `lies` gives the nodes in a cell, `anker` notes that of a row."""
    for kind in tabelle:
        if kind.tag in ("thead", "tbody", "tfoot"):
            for zeile in kind.findall("tr"):
                yield _zeile(zeile, kind.tag == "thead", lies, anker)
        elif kind.tag == "tr":
            yield _zeile(kind, False, lies, anker)


def _zeile(
    zeile: _Element, kopf: bool, lies: Callable[[_Element], Knotenfolge], anker: Callable[[str], str]
) -> Rohzeile:
    zellen = tuple(
        Rohzelle(lies(z), wortlaut(z), z.tag == "th", klassen_von(z), int(z.get("colspan", 1)))
        for z in zeile
        if z.tag in ("td", "th")
    )
    return Rohzeile(zellen, kopf, anker(zeile.get("id", "")))
