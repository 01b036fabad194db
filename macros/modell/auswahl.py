"""A closed list of values: what stands in the data, the word for it, and what it means."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Auswahl(StrEnum):
    """A closed list of values, each with the words that people read."""

    bezeichnung: str
    beschreibung: str

    def __new__(cls, wert: str, bezeichnung: str, beschreibung: str = "") -> Self:
        """A member that is its value and knows its words."""
        glied = str.__new__(cls, wert)
        glied._value_ = wert
        glied.bezeichnung = bezeichnung
        glied.beschreibung = beschreibung
        return glied

    @classmethod
    def lies(cls, wert: str) -> Self | None:
        """The member of a value, or None."""
        return next((glied for glied in cls if glied.value == wert), None)
