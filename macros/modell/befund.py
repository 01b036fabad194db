"""Findings: what is wrong in which line, by which rule, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Schwere(StrEnum):
    """How much a finding weighs: only FEHLER stops a build."""

    FEHLER = "fehler"
    WARNUNG = "warnung"
    HINWEIS = "hinweis"


@dataclass(frozen=True, order=True, slots=True)
class Ort:
    """A place in a data file; lines count from 1.

    `text_ab` is the line in which a text of several lines begins, where its lines are those of the file.
    """

    datei: str
    zeile: int = 1
    text_ab: int = field(default=0, compare=False)

    def an(self, text: str, stelle: int) -> Ort:
        """The line of a place inside a text that stands here; of the whole text where the file breaks it otherwise."""
        return Ort(self.datei, self.text_ab + text.count("\n", 0, stelle)) if self.text_ab else self


@dataclass(frozen=True, order=True, slots=True)
class Befund:
    """One finding of a check, in German, ready to be shown to an editor."""

    datei: str
    zeile: int
    feld: str
    regel: str
    text: str
    vorschlag: str = ""
    schwere: Schwere = Schwere.FEHLER


def melde(
    ort: Ort,
    feld: str,
    regel: str,
    text: str,
    vorschlag: str = "",
    schwere: Schwere = Schwere.FEHLER,
) -> Befund:
    """A finding at a place."""
    return Befund(ort.datei, ort.zeile, feld, regel, text, vorschlag, schwere)


def hat_fehler(befunde: list[Befund]) -> bool:
    """True when at least one finding stops a build."""
    return any(b.schwere is Schwere.FEHLER for b in befunde)
