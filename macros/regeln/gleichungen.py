"""What the figures of one table give away: every total is an equation between its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.deutsch.zahlen import glatt
from macros.modell.auswahlen import Zeichen
from macros.modell.indikator import Dimension, Indikator, Kennzahl
from macros.modell.stichtag import Stichtag

_GESAMT = re.compile(r"(?:alle|beide|gesamt|ins?gesamt|summe|total|zusammen)\b.*", re.I)
_SPANNE = re.compile(r"(\d+)\s*(?:[-–—]|bis)\s*(unter\s*)?(\d+)\b.*", re.I)
_UNTER = re.compile(r"(?:unter|bis unter)\s*(\d+)\b.*", re.I)
_AB = re.compile(r"(?:ab\s*(\d+)|(\d+)\s*(?:Jahren?\s*)?(?:und|oder)\s*(?:älter|mehr))\b.*", re.I)
_OFFEN = 10_000


@dataclass(frozen=True, slots=True)
class Zelle:
    """One place of a table: indicator, Stichtag, and a value for each of its dimensions, in their order."""

    indikator: str
    stichtag: Stichtag
    werte: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gleichung:
    """Cells times their factors add up to something from `unten` to `oben`; `woher` is the other record that says so.

    It is empty where the table's own totals say it.
    """

    glieder: Mapping[Zelle, float]
    unten: float = 0
    oben: float = 0
    woher: str = ""


Tafel = Mapping[Zelle, Kennzahl]


def tafel(i: Indikator, zahlen: Iterable[Kennzahl]) -> Tafel:
    """The rows of a table by their place."""
    return {Zelle(i.id, k.stichtag, tuple(k.merkmale[d.id] for d in i.dimensionen)): k for k in zahlen}


def bekannt(k: Kennzahl | None) -> float | None:
    """The figure that a reader knows: the value, 0 for a dash; None for every other sign and for a missing row."""
    if k is None:
        return None
    return 0 if k.zeichen is Zeichen.NICHTS else k.wert


def gesamtwert(d: Dimension) -> str | None:
    """The value that stands for everybody: the declared one, else one whose word says so."""
    return d.gesamt or next((a for a in d.auspraegungen if _GESAMT.fullmatch(a)), None)


def teilungen(d: Dimension) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(value, its parts) of a dimension: the total, declared or by its word, and spans of age made of shorter ones."""
    spannen = {a: s for a in d.auspraegungen if (s := _spanne(a))}
    zwischen = {a: teile for a, s in spannen.items() if (teile := _zerlegt(a, s, spannen))}
    yield from zwischen.items()
    ganzes = d.summe or (None if d.gesamtwert else gesamtwert(d))
    teile = tuple(a for a in d.auspraegungen if a != ganzes and (d.summe or a not in zwischen))
    if ganzes and len(teile) > 1:
        yield ganzes, teile


def _spanne(text: str) -> tuple[int, int] | None:
    """Ages from the first number up to, but without, the second: „6–10“ and „6 bis unter 11“ are (6, 11)."""
    if t := _SPANNE.fullmatch(text):
        return int(t[1]), int(t[3]) + (0 if t[2] else 1)
    if t := _UNTER.fullmatch(text):
        return 0, int(t[1])
    if t := _AB.fullmatch(text):
        return int(t[1] or t[2]), _OFFEN
    return None


def _zerlegt(ganzes: str, spanne: tuple[int, int], spannen: Mapping[str, tuple[int, int]]) -> tuple[str, ...]:
    """The shorter spans that follow on one another from its begin to its end, the fewest first; empty where none do."""
    wege: list[tuple[int, tuple[str, ...]]] = [(spanne[0], ())]
    gesehen = {spanne[0]}
    for bis, weg in wege:
        for name, (von, ende) in spannen.items():
            if name == ganzes or von != bis or ende > spanne[1] or ende in gesehen or (von, ende) == spanne:
                continue
            if ende == spanne[1]:
                return (*weg, name)
            gesehen.add(ende)
            wege.append((ende, (*weg, name)))
    return ()


def eigene(i: Indikator, zellen: Tafel) -> Iterator[Gleichung]:
    """The totals of a table as equations; one that is only guessed must not be contradicted by a single figure."""
    for stelle, d in enumerate(i.dimensionen):
        for ganzes, teile in teilungen(d):
            gleichungen = [_gleichung(z, stelle, teile) for z in zellen if z.werte[stelle] == ganzes]
            if ganzes == d.summe or not any(_widerlegt(g, zellen) for g in gleichungen):
                yield from gleichungen


def _gleichung(ganzes: Zelle, stelle: int, teile: Sequence[str]) -> Gleichung:
    glieder = {Zelle(ganzes.indikator, ganzes.stichtag, _mit(ganzes.werte, stelle, t)): 1.0 for t in teile}
    return Gleichung({ganzes: -1.0, **glieder})


def _mit(werte: tuple[str, ...], stelle: int, wert: str) -> tuple[str, ...]:
    return (*werte[:stelle], wert, *werte[stelle + 1 :])


def _widerlegt(g: Gleichung, zellen: Tafel) -> bool:
    """True where all figures are known and do not add up."""
    zahlen = [(faktor, bekannt(zellen.get(z))) for z, faktor in g.glieder.items()]
    return all(w is not None for _, w in zahlen) and glatt(sum(f * (w or 0) for f, w in zahlen)) != 0
