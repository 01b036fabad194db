"""A Stichtag is a day, a month, a year or a school year; each has an end, an order and a name."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from macros.deutsch.kalender import monat, tag

_FORMEN = re.compile(r"(?P<jahr>[0-9]{4})(?:-(?P<monat>[0-9]{2})(?:-(?P<tag>[0-9]{2}))?|/(?P<folge>[0-9]{2}))?")
_FRUEHESTES, _SPAETESTES = 1900, 2200
HINWEIS = "Erlaubt: 2026-12-31 (Tag), 2026-12 (Monat), 2026 (Jahr), 2026/27 (Schuljahr)."


class Stichtag(NamedTuple):
    """A point or span of time; compares by its last day, then by its spelling."""

    ende: date
    schreibweise: str

    def __str__(self) -> str:
        return self.schreibweise

    @property
    def art(self) -> str:
        """`tag`, `monat`, `jahr` or `schuljahr`, read from the spelling."""
        if "/" in self.schreibweise:
            return "schuljahr"
        return ("jahr", "monat", "tag")[self.schreibweise.count("-")]

    @property
    def beginn(self) -> date:
        """First day of the span; the day itself for a day."""
        match self.art:
            case "tag":
                return self.ende
            case "monat":
                return self.ende.replace(day=1)
            case "schuljahr":
                return date(self.ende.year - 1, 8, 1)
            case _:
                return date(self.ende.year, 1, 1)

    @property
    def bezeichnung(self) -> str:
        """The name in German: „30.09.2022“, „September 2022“, „2022“, „Schuljahr 2021/22“."""
        match self.art:
            case "tag":
                return tag(self.ende)
            case "monat":
                return monat(self.ende)
            case "schuljahr":
                return f"Schuljahr {self.schreibweise}"
            case _:
                return self.schreibweise

    @property
    def kurzbezeichnung(self) -> str:
        """The name where the context says that it is a time: „30.09.2022“, „September 2022“, „2022“, „2021/22“."""
        return self.schreibweise if self.art == "schuljahr" else self.bezeichnung


@lru_cache(maxsize=4096)
def lies_stichtag(text: str) -> Stichtag:
    """The Stichtag of a spelling; ValueError with a German sentence when it is none."""
    treffer = _FORMEN.fullmatch(text)
    if treffer is None:
        raise ValueError(f"„{text}“ ist kein Stichtag. {HINWEIS}")
    jahr = int(treffer["jahr"])
    if not _FRUEHESTES <= jahr <= _SPAETESTES:
        raise ValueError(f"„{text}“: Das Jahr liegt nicht zwischen {_FRUEHESTES} und {_SPAETESTES}.")
    if treffer["folge"]:
        if int(treffer["folge"]) != (jahr + 1) % 100:
            raise ValueError(f"„{text}“ ist kein Schuljahr: Auf {jahr} folgt {(jahr + 1) % 100:02d}.")
        return Stichtag(date(jahr + 1, 7, 31), text)
    monat = int(treffer["monat"] or 12)
    try:
        letzter = calendar.monthrange(jahr, monat)[1]
        return Stichtag(date(jahr, monat, int(treffer["tag"] or letzter)), text)
    except (ValueError, calendar.IllegalMonthError) as fehler:
        raise ValueError(f"„{text}“: Diesen Tag gibt es im Kalender nicht. {HINWEIS}") from fehler


def _validiere(wert: Any) -> Stichtag:
    try:
        return lies_stichtag(str(wert))
    except ValueError as fehler:
        raise PydanticCustomError("regel", "{text}", {"regel": "stichtag", "text": str(fehler)}) from fehler


StichtagFeld = Annotated[
    Stichtag,
    BeforeValidator(_validiere),
    PlainSerializer(str, return_type=str),
]
