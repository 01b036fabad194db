"""A Stichtag is a day, a month, a quarter, a half-year, a year or several; each has an end, an order and a name."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from macros.deutsch.kalender import monat, tag
from macros.modell.auswahlen import Stichtagsform

_FORMEN = re.compile(
    r"(?P<jahr>[0-9]{4})(?:-(?P<monat>[0-9]{2})(?:-(?P<tag>[0-9]{2}))?|-Q(?P<quartal>[1-4])|-H(?P<halbjahr>[12])"
    r"|/(?P<folge>[0-9]{2})|/(?P<bis>[0-9]{4}))?"
)
_FRUEHESTES, _SPAETESTES = 1900, 2200
HINWEIS = (
    "Erlaubt: 2026-12-31 (Tag), 2026-12 (Monat), 2026-Q4 (Quartal), 2026-H2 (Halbjahr), 2026 (Jahr), "
    "2026/27 (Schuljahr), 2024/2026 (mehrere Jahre)."
)
_MEHRDEUTIG = {
    "jahr": (Stichtagsform.JAHR, Stichtagsform.HAUSHALTSJAHR),
    "folge": (Stichtagsform.SCHULJAHR, Stichtagsform.HAUSHALTSJAHR, Stichtagsform.JAHRE),
}
"""Spellings that stand for different times; which one, the indicator says."""


@dataclass(frozen=True, slots=True, order=True)
class Stichtag:
    """A point or span of time; compares by its last day, then by its spelling.

    `form` is what its indicator says it is; it decides how „2026/27“ is called, and never takes part in comparing.
    """

    ende: date
    schreibweise: str
    form: Stichtagsform | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return self.schreibweise

    @property
    def art(self) -> Stichtagsform | None:
        """What time it is; None where only the indicator could say what „2026/27“ means."""
        return self.form or _formen_von(self.schreibweise)[0]

    @property
    def beginn(self) -> date:
        """First day of the span; the day itself for a day."""
        jahr = int(self.schreibweise[:4])
        match self.art:
            case Stichtagsform.TAG:
                return self.ende
            case Stichtagsform.MONAT:
                return self.ende.replace(day=1)
            case Stichtagsform.QUARTAL:
                return date(jahr, self.ende.month - 2, 1)
            case Stichtagsform.HALBJAHR:
                return date(jahr, self.ende.month - 5, 1)
            case Stichtagsform.SCHULJAHR | None:
                return date(jahr, 8, 1)
            case _:
                return date(jahr, 1, 1)

    @property
    def bezeichnung(self) -> str:
        """The name in German: „30.09.2022“, „September 2022“, „3. Quartal 2022“, „Schuljahr 2021/22“, „2019–2021“."""
        match self.art:
            case Stichtagsform.SCHULJAHR | Stichtagsform.HAUSHALTSJAHR as form:
                return f"{form.bezeichnung} {self.schreibweise}"
            case _:
                return self.kurzbezeichnung

    @property
    def kurzbezeichnung(self) -> str:
        """The name where the context says what time it is: „30.09.2022“, „3. Quartal 2022“, „2021/22“."""
        match self.art:
            case Stichtagsform.TAG:
                return tag(self.ende)
            case Stichtagsform.MONAT:
                return monat(self.ende)
            case Stichtagsform.QUARTAL | Stichtagsform.HALBJAHR as form:
                return f"{self.schreibweise[-1]}. {form.bezeichnung} {self.schreibweise[:4]}"
            case Stichtagsform.JAHRE:
                return f"{self.schreibweise[:4]}–{self.ende.year}"
            case _:
                return self.schreibweise


def _formen_von(text: str) -> tuple[Stichtagsform | None, ...]:
    """What a spelling may stand for, the usual first; None first where nothing is usual."""
    treffer = _FORMEN.fullmatch(text)
    assert treffer
    if treffer["folge"]:
        return (None, *_MEHRDEUTIG["folge"])
    if treffer["bis"]:
        return (Stichtagsform.JAHRE,)
    for name in ("tag", "monat", "quartal", "halbjahr"):
        if treffer[name]:
            return (Stichtagsform.lies(name),)
    return _MEHRDEUTIG["jahr"]


def schreibart(stichtag: Stichtag) -> str:
    """What a spelling looks like, in words: two Stichtage of one series look alike."""
    form = _formen_von(stichtag.schreibweise)[0]
    return form.value if form else Stichtagsform.SCHULJAHR.value


@lru_cache(maxsize=4096)
def lies_stichtag(text: str, form: Stichtagsform | None = None) -> Stichtag:
    """The Stichtag of a spelling, in the form of its indicator; ValueError with a German sentence when it is none."""
    treffer = _FORMEN.fullmatch(text)
    if treffer is None:
        raise ValueError(f"„{text}“ ist kein Stichtag. {HINWEIS}")
    jahr = int(treffer["jahr"])
    if not _FRUEHESTES <= jahr <= _SPAETESTES:
        raise ValueError(f"„{text}“: Das Jahr liegt nicht zwischen {_FRUEHESTES} und {_SPAETESTES}.")
    if treffer["folge"] and int(treffer["folge"]) != (jahr + 1) % 100:
        raise ValueError(f"„{text}“ ist kein Schuljahr: Auf {jahr} folgt {(jahr + 1) % 100:02d}.")
    if treffer["bis"] and not jahr < int(treffer["bis"]) <= _SPAETESTES:
        raise ValueError(f"„{text}“: Das zweite Jahr liegt nicht nach dem ersten.")
    try:
        ende = _ende(treffer, jahr, form)
    except (ValueError, calendar.IllegalMonthError) as fehler:
        raise ValueError(f"„{text}“: Diesen Tag gibt es im Kalender nicht. {HINWEIS}") from fehler
    if form and form not in _formen_von(text):
        richtig = in_form(ende, form)
        raise ValueError(
            f"„{text}“ passt nicht: Dieser Indikator hat die Zeitangabe „{form.bezeichnung}“. So: {richtig}"
        )
    return Stichtag(ende, text, form)


def _ende(treffer: re.Match[str], jahr: int, form: Stichtagsform | None) -> date:
    if treffer["bis"]:
        return date(int(treffer["bis"]), 12, 31)
    if treffer["folge"]:
        return date(jahr + 1, 7, 31) if form in (None, Stichtagsform.SCHULJAHR) else date(jahr + 1, 12, 31)
    monat = int(treffer["monat"] or 3 * int(treffer["quartal"] or 0) or 6 * int(treffer["halbjahr"] or 0) or 12)
    letzter = calendar.monthrange(jahr, monat)[1]
    return date(jahr, monat, int(treffer["tag"] or letzter))


def in_form(tag: date, form: Stichtagsform, jahre: int = 2) -> str:
    """The spelling of the time that a day lies in; `jahre` is how many years belong together."""
    match form:
        case Stichtagsform.TAG:
            return tag.isoformat()
        case Stichtagsform.MONAT:
            return f"{tag:%Y-%m}"
        case Stichtagsform.QUARTAL:
            return f"{tag:%Y}-Q{(tag.month + 2) // 3}"
        case Stichtagsform.HALBJAHR:
            return f"{tag:%Y}-H{(tag.month + 5) // 6}"
        case Stichtagsform.SCHULJAHR:
            beginn = tag.year if tag.month >= 8 else tag.year - 1
            return f"{beginn}/{(beginn + 1) % 100:02d}"
        case Stichtagsform.JAHRE:
            return f"{tag.year - jahre + 1}/{tag.year}"
        case Stichtagsform.JAHR | Stichtagsform.HAUSHALTSJAHR:
            return f"{tag.year}"


def _validiere(wert: Any) -> Stichtag:
    if isinstance(wert, Stichtag):
        return wert
    try:
        return lies_stichtag(str(wert))
    except ValueError as fehler:
        raise PydanticCustomError("regel", "{text}", {"regel": "stichtag", "text": str(fehler)}) from fehler


StichtagFeld = Annotated[
    Stichtag,
    BeforeValidator(_validiere),
    PlainSerializer(str, return_type=str),
]
