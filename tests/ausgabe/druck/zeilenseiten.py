"""On which pages the rows of the tables of a PDF stand, by its tags, and which of them stand alone there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf


def unter(element: Any) -> Iterator[Any]:
    kinder = element.get("/K", [])
    yield from list(kinder) if isinstance(kinder, pikepdf.Array) else [kinder]


def tabellen(element: Any) -> Iterator[Any]:
    for kind in unter(element):
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            if str(kind.S) == "/Table":
                yield kind
            yield from tabellen(kind)


def zeilen(tabelle: Any) -> Iterator[Any]:
    """The rows of a table's body."""
    for kind in unter(tabelle):
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            if str(kind.S) == "/TR":
                yield kind
            elif str(kind.S) != "/THead":
                yield from zeilen(kind)


def seiten_von(element: Any, nummern: dict[Any, int]) -> set[int]:
    """The pages that what is below an element is painted on."""
    gefunden: set[int] = set()
    eigene = element.get("/Pg")
    for kind in unter(element):
        if isinstance(kind, pikepdf.Dictionary):
            if "/S" in kind:
                gefunden |= seiten_von(kind, nummern)
            elif "/MCID" in kind:
                gefunden.add(nummern[kind.get("/Pg", eigene).objgen])
        elif eigene is not None:
            gefunden.add(nummern[eigene.objgen])
    return gefunden


def seitenfolgen(datei: Path) -> Iterator[list[tuple[int, int]]]:
    """For each table of a file the first and the last page of each of its rows."""
    with pikepdf.open(datei) as pdf:
        nummern = {p.objgen: n for n, p in enumerate(pdf.pages, 1)}
        for tabelle in tabellen(pdf.Root.StructTreeRoot):
            je = [seiten_von(zeile, nummern) for zeile in zeilen(tabelle)]
            yield [(min(s), max(s)) for s in je if s]


def verloren(folge: list[tuple[int, int]]) -> list[int]:
    """The pages where one row of a longer table stands alone at its beginning or at its end."""
    if len(folge) < 3 or folge[0][0] == folge[-1][1]:
        return []
    am_fuss = [folge[0][0]] if folge[0] == (folge[0][0],) * 2 and folge[1][0] > folge[0][1] else []
    am_kopf = [folge[-1][1]] if folge[-1][0] > folge[-2][1] else []
    return am_fuss + am_kopf
