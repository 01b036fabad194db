"""What is known only when all of a document is read: where its links end, and how deep its headings stand."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from macros.ausgabe.druck.satz.baumgang import mit_kindern
from macros.ausgabe.druck.satz.knoten import (
    Absatz,
    Block,
    Druckfehler,
    Gruppe,
    Knoten,
    Knotenfolge,
    Netzlink,
    OffenerLink,
    Spanne,
    Sprung,
    Titel,
)

Adressbuch = Callable[[str, str], str]
"""(`satz` or `seite`, which) -> its address on the website, empty where there is none."""


def verbinde(folge: Knotenfolge, anker: Collection[str], adresse: Adressbuch) -> Knotenfolge:
    """Every link with its end: an anchor of this document, else an address, else it stays open."""

    def verbunden(knoten: Knoten) -> Knoten:
        neu = mit_kindern(knoten, lambda kinder: verbinde(kinder, anker, adresse))
        return _ende(neu, anker, adresse) if isinstance(neu, OffenerLink) else neu

    return tuple(verbunden(knoten) for knoten in folge)


def _ende(link: OffenerLink, anker: Collection[str], adresse: Adressbuch) -> Sprung | Netzlink | OffenerLink:
    stelle = link.ziel.replace("/", "-", 1) if link.wohin == "satz" else link.ziel
    if link.wohin != "seite" and stelle in anker:
        return Sprung(stelle, link.kinder, klassen=link.klassen, anker=link.anker, sprache=link.sprache)
    if link.wohin == "#":
        raise Druckfehler(f"Der Verweis „#{link.ziel}“ führt im Dokument nirgendwohin.")
    if url := adresse(link.wohin, link.ziel):
        return Netzlink(url, link.kinder, klassen=link.klassen, anker=link.anker, sprache=link.sprache)
    return link


def ordne_titel(folge: Knotenfolge, davor: int = 0) -> tuple[Knotenfolge, int]:
    """The same tree without gaps in the levels of its headings, and the level of the last one."""

    def geordnet(kinder: Knotenfolge) -> Knotenfolge:
        nonlocal davor
        neu: list[Knoten] = []
        for knoten in kinder:
            if isinstance(knoten, Titel):
                davor = min(knoten.stufe, davor + 1)
                neu.append(replace(knoten, stufe=davor))
            else:
                neu.append(mit_kindern(knoten, geordnet))
        return tuple(neu)

    return geordnet(folge), davor


def hebe_bloecke(folge: Knotenfolge) -> Knotenfolge:
    """The same tree in which no paragraph and no span of words holds a block: what does is a group."""

    def gehoben(knoten: Knoten) -> Knoten:
        neu = mit_kindern(knoten, hebe_bloecke)
        if isinstance(neu, Absatz | Spanne) and any(isinstance(k, Block) for k in neu.kinder):
            return Gruppe(neu.kinder, klassen=neu.klassen, anker=neu.anker, sprache=neu.sprache)
        return neu

    return tuple(gehoben(knoten) for knoten in folge)
