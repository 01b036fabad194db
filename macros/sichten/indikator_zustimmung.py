"""Answers to a statement, from agreement to disagreement, as shares of each group that was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.modell.auswahlen import Zuschnitt
from macros.modell.einheit import Einheit
from macros.modell.indikator import Dimension
from macros.modell.stichtag import Stichtag
from macros.sichten.reihen import Reihe

_OHNE_MEINUNG = re.compile(r"(?i)^(keine angabe|weiß nicht|keine antwort|kann ich nicht)")
_MITTE = re.compile(r"(?i)\b(teil\w*|weder|unentschieden|neutral|mittel\w*|mal so)\b")


@dataclass(frozen=True, slots=True)
class Skala:
    """The answers of a question in the order of the record, split at the undecided ones."""

    zustimmung: tuple[str, ...]
    mitte: tuple[str, ...]
    ablehnung: tuple[str, ...]

    @property
    def antworten(self) -> tuple[str, ...]:
        """All answers that say something, from full agreement to full disagreement."""
        return (*self.zustimmung, *self.mitte, *self.ablehnung)


@dataclass(frozen=True, slots=True)
class Antwortbild:
    """How one group answered; `anzahl` holds the counts where the data are counts."""

    gruppe: str
    stichtag: Stichtag
    anteile: Mapping[str, float]
    anzahl: Mapping[str, int]

    def anteil(self, antworten: tuple[str, ...]) -> float:
        """Percent of the group that gave one of these answers."""
        return sum(self.anteile.get(a, 0) for a in antworten)

    def zahl(self, antworten: tuple[str, ...]) -> int:
        """People of the group that gave one of these answers; 0 where only shares are known."""
        return sum(self.anzahl.get(a, 0) for a in antworten)


def skala(dimension: Dimension) -> Skala:
    """Splits answers, which the record lists from agreement to disagreement, at the undecided or in the middle."""
    ohne = tuple(a for a in dimension.auspraegungen if _OHNE_MEINUNG.match(a))
    rest = [a for a in dimension.auspraegungen if a not in ohne and a != dimension.gesamt]
    mitte = [n for n, a in enumerate(rest) if _MITTE.search(a)]
    if mitte:
        links, rechts = mitte[0], mitte[-1] + 1
    elif len(rest) % 2:
        links, rechts = len(rest) // 2, len(rest) // 2 + 1
    else:
        links = rechts = len(rest) // 2
    return Skala(tuple(rest[:links]), tuple(rest[links:rechts]), tuple(rest[rechts:]))


def frage(reihe: Reihe) -> tuple[Dimension | None, Dimension] | None:
    """(dimension of the groups, dimension of the answers) of a survey whose answers are shown; None for anything else."""
    darstellung = reihe.indikator.darstellung
    if darstellung is None or darstellung.familie.zuschnitt is not Zuschnitt.ANTWORTEN or not reihe.dimensionen:
        return None
    antwort = next((d for d in reihe.dimensionen if d.id == darstellung.reihe), reihe.dimensionen[-1])
    gruppe = next((d for d in reihe.dimensionen if d is not antwort), None)
    return gruppe, antwort


def antwortbilder(reihe: Reihe, stichtag: Stichtag) -> Iterator[Antwortbild]:
    """How each group answered at a Stichtag; a group with a sign instead of a figure is left out."""
    dimensionen = frage(reihe)
    if dimensionen is None:
        return
    gruppe, antwort = dimensionen
    for name in gruppe.auspraegungen if gruppe else ("",):
        merkmale = {gruppe.id: name} if gruppe else {}
        zeilen = {
            a: reihe.am(stichtag, {**merkmale, antwort.id: a}) for a in antwort.auspraegungen if a != antwort.gesamt
        }
        werte = {a: k.wert for a, k in zeilen.items() if k and k.wert is not None}
        if not werte or any(k and k.zeichen and k.zeichen != "-" for k in zeilen.values()):
            continue
        if reihe.indikator.einheit == Einheit.PROZENT:
            yield Antwortbild(name, stichtag, werte, {})
        elif (summe := sum(werte.values())) > 0:
            anteile = {a: w / summe * 100 for a, w in werte.items()}
            yield Antwortbild(name, stichtag, anteile, {a: round(w) for a, w in werte.items()})
