"""Walks over a document's tree: what stands below a node, all nodes of a kind, the same tree with other nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar, assert_never

from macros.ausgabe.druck.satz.knoten import (
    Absatz,
    Anmerkung,
    Anmerkungsruf,
    Begriffsliste,
    Bildblock,
    Code,
    Drucktabelle,
    Druckzeile,
    Feldzeichen,
    Gruppe,
    Knoten,
    Knotenfolge,
    Knotenmerkmale,
    Liste,
    Netzlink,
    OffenerLink,
    Spanne,
    Sprung,
    Titel,
    Trennlinie,
    Zeilenumbruch,
)

K = TypeVar("K", bound=Knotenmerkmale)


def kinder_von(knoten: Knoten) -> Knotenfolge:
    """What stands below a node, in reading order."""
    match knoten:
        case str() | Anmerkungsruf() | Code() | Feldzeichen() | Trennlinie() | Zeilenumbruch():
            return ()
        case Titel() | Absatz() | Gruppe() | Spanne() | OffenerLink() | Sprung() | Netzlink() | Anmerkung():
            return knoten.kinder
        case Liste():
            return tuple(k for punkt in knoten.punkte for k in punkt.kinder)
        case Begriffsliste():
            return tuple(k for punkt in knoten.punkte for k in (*punkt.begriff, *punkt.kinder))
        case Drucktabelle():
            zeilen = (*knoten.kopf, *knoten.zeilen)
            return (*knoten.titel, *(k for zeile in zeilen for zelle in zeile.zellen for k in zelle.kinder))
        case Bildblock():
            return knoten.titel
        case _:
            assert_never(knoten)


def alle(folge: Knotenfolge, art: type[K]) -> Iterator[K]:
    """Every node of a kind in a tree, in reading order."""
    for knoten in folge:
        if isinstance(knoten, art):
            yield knoten
        yield from alle(kinder_von(knoten), art)


def alle_anker(folge: Knotenfolge) -> Iterator[str]:
    """Every anchor of a tree, in reading order."""
    for knoten in folge:
        if isinstance(knoten, str):
            continue
        if knoten.anker:
            yield knoten.anker
        if isinstance(knoten, Drucktabelle):
            yield from (zeile.anker for zeile in knoten.zeilen if zeile.anker)
        yield from alle_anker(kinder_von(knoten))


def texte(folge: Knotenfolge) -> Iterator[str]:
    """Every piece of text of a tree, in reading order."""
    for knoten in folge:
        match knoten:
            case str():
                yield knoten
            case Code():
                yield knoten.text
            case _:
                yield from texte(kinder_von(knoten))


def mit_kindern(knoten: Knoten, neu: Callable[[Knotenfolge], Knotenfolge]) -> Knoten:
    """A node with what `neu` makes of everything below it, in reading order."""
    match knoten:
        case str() | Anmerkungsruf() | Code() | Feldzeichen() | Trennlinie() | Zeilenumbruch():
            return knoten
        case Titel() | Absatz() | Gruppe() | Spanne() | OffenerLink() | Sprung() | Netzlink() | Anmerkung():
            return replace(knoten, kinder=neu(knoten.kinder))
        case Liste():
            return replace(knoten, punkte=tuple(replace(p, kinder=neu(p.kinder)) for p in knoten.punkte))
        case Begriffsliste():
            punkte = (replace(p, begriff=neu(p.begriff), kinder=neu(p.kinder)) for p in knoten.punkte)
            return replace(knoten, punkte=tuple(punkte))
        case Drucktabelle():
            titel = neu(knoten.titel)
            kopf = tuple(_zeile(z, neu) for z in knoten.kopf)
            return replace(knoten, titel=titel, kopf=kopf, zeilen=tuple(_zeile(z, neu) for z in knoten.zeilen))
        case Bildblock():
            return replace(knoten, titel=neu(knoten.titel))
        case _:
            assert_never(knoten)


def _zeile(zeile: Druckzeile, neu: Callable[[Knotenfolge], Knotenfolge]) -> Druckzeile:
    return replace(zeile, zellen=tuple(replace(z, kinder=neu(z.kinder)) for z in zeile.zellen))
