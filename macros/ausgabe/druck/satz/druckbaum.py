"""A whole document as it is set: what its cover, heads and feet say, and its parts as trees; and all of it as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import TypedDict

from macros.ausgabe.druck.satz.baumgang import alle
from macros.ausgabe.druck.satz.knoten import Drucktabelle, Knotenfolge

Zeilenkoepfe = list[list[list[bool]]]
"""For each table, for each of its rows, for each of its cells: whether it is the head of its row."""


@dataclass(frozen=True, slots=True)
class Druckteil:
    """A piece of a document: whether it begins a page, whether its pages lie on their side, its nodes."""

    neu: bool
    quer: bool
    kinder: Knotenfolge


@dataclass(frozen=True, slots=True)
class Druckbaum:
    """A document; `verzeichnis` is the depth of its table of contents, `qr` a picture of its address.

    `dateititel` names it where nothing stands around it: in a window, a list of files, a catalogue.
    """

    titel: str
    dateititel: str
    kurztitel: str
    untertitel: str
    urheber: str
    gemeinde: str
    fassung: str
    beschreibung: str
    schlagworte: tuple[str, ...]
    kennzeichen: str
    herausgeber: str
    rechte: str
    rechte_url: str
    tag: date
    deckblatt: bool
    verzeichnis: int
    format: str
    quer: bool
    gross: bool
    angaben: tuple[tuple[str, str], ...]
    fusszeile: str
    adresse: str
    qr: str
    teile: tuple[Druckteil, ...]

    @property
    def kinder(self) -> Knotenfolge:
        """The nodes of all parts."""
        return tuple(knoten for teil in self.teile for knoten in teil.kinder)


class Kopfangaben(TypedDict):
    """What the process that sets a document reads of its tree."""

    titel: str
    tag: str
    kennzeichen: str
    herausgeber: str
    rechte: str
    rechte_url: str


class Druckauftrag(TypedDict):
    """The text of a document: its tree for the typesetter, and the cells to be tagged as heads of rows."""

    baum: Kopfangaben
    zeilenkoepfe: Zeilenkoepfe


def als_text(baum: Druckbaum) -> str:
    """A document as one line of JSON, which `lies_auftrag` and the typesetter read."""
    auftrag = {"baum": baum, "zeilenkoepfe": list(_zeilenkoepfe(baum))}
    return json.dumps(auftrag, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_als_json)


def lies_auftrag(text: str) -> Druckauftrag:
    """What `als_text` wrote."""
    auftrag: Druckauftrag = json.loads(text)
    return auftrag


def _als_json(wert: object) -> object:
    """A day as text; a node as its fields, with the name of its kind in `art`."""
    if isinstance(wert, date):
        return wert.isoformat()
    assert is_dataclass(wert), wert
    return {"art": type(wert).__name__.lower(), **{f.name: getattr(wert, f.name) for f in fields(wert)}}


def _zeilenkoepfe(baum: Druckbaum) -> Iterator[list[list[bool]]]:
    for tabelle in alle(baum.kinder, Drucktabelle):
        kopf = [[False] * len(zeile.zellen) for zeile in tabelle.kopf]
        yield kopf + [[zelle.kopf for zelle in zeile.zellen] for zeile in tabelle.zeilen]
