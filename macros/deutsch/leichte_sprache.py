"""What a text in Leichte Sprache should not hold (BITV 2.0, Anlage 2 Teil 2): hints by spelling and form, no verdict.

A rule sees one line: a paragraph or an item of a list. It knows no meaning, so it may miss, and it may be wrong;
each has its right and wrong sentences in `tests/deutsch/test_leichte_regeln.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.deutsch.lesen import klartext, saetze

_ZEILE = re.compile(r"[^\n]+")
_ZIEL = re.compile(r"(?<=\])\([^)\s]*\)")
_ORDNUNG = re.compile(r"(\b(?:[Dd](?:er|ie|as|em|en)|im|am|zum|zur|beim|vom)\s\d{1,3})\.(?=\s)")
"""A number that counts, „die 1. Gruppe“: its point ends no sentence."""
_LISTE = re.compile(r"^\s*(?:[-+*]|\d+\.)\s+")


@dataclass(frozen=True, slots=True)
class Verstoss:
    """One hint: by which rule, where in the text, what it is, and what to write instead."""

    regel: str
    stelle: int
    text: str
    vorschlag: str


@dataclass(frozen=True, slots=True)
class Leichtzeile:
    """A line of a text: as it is written, without its marks, and its sentences."""

    roh: str
    klar: str
    saetze: tuple[str, ...]


Fund = tuple[str, str]
"""What is wrong, and what to write instead."""
Zeilenregel = Callable[[Leichtzeile], Iterator[Fund]]
REGELN: dict[str, Zeilenregel] = {}
"""Name -> rule; those on words first, then those on sentences."""
NUR_FLIESSTEXT: set[str] = set()
"""Rules that only hold where a text has sentences and may be marked: not for headings and single words."""


def leicht(name: str, nur_fliesstext: bool = False) -> Callable[[Zeilenregel], Zeilenregel]:
    """Registers a rule under its name."""

    def nimm(regel: Zeilenregel) -> Zeilenregel:
        REGELN[name] = regel
        if nur_fliesstext:
            NUR_FLIESSTEXT.add(name)
        return regel

    return nimm


def zeilen(text: str) -> Iterator[tuple[int, Leichtzeile]]:
    """(place, line) of every line that says something."""
    for treffer in _ZEILE.finditer(text):
        roh = _ZIEL.sub("()", _LISTE.sub("", treffer[0]).strip())
        if klar := klartext(roh).strip():
            yield treffer.start(), Leichtzeile(roh, klar, tuple(saetze(_ORDNUNG.sub(r"\1", roh))))


@lru_cache(maxsize=1024)
def verstoesse(text: str, fliesstext: bool = True) -> tuple[Verstoss, ...]:
    """All hints on a text, line by line; kept, because a preview asks again after every edit."""
    return tuple(
        Verstoss(name, stelle, was, rat)
        for stelle, zeile in zeilen(text)
        for name, regel in REGELN.items()
        if fliesstext or name not in NUR_FLIESSTEXT
        for was, rat in regel(zeile)
    )
