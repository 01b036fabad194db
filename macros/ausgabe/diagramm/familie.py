"""What makes a chart family: all that is drawn, said and explained for it, in one object."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import altair as alt
import pandas as pd
from markupsafe import Markup

from macros.diagramme.gestalt import MOST_REIHEN, Mass
from macros.sichten.bild import Bild


class Zeichnung(Protocol):
    """A drawing that needs nothing but the table of a picture; `ganz` is the whole that it is a part of."""

    def __call__(self, daten: pd.DataFrame, mass: Mass, ganz: pd.DataFrame | None = None, /) -> alt.LayerChart: ...


def aus_daten(zeichnung: Zeichnung) -> Callable[[Bild, Mass], alt.LayerChart]:
    """The drawing of a picture that needs nothing but its table."""
    return lambda bild, mass: zeichnung(bild.daten, mass, bild.ganz)


def der_reihe_nach(bild: Bild) -> Mapping[str, int]:
    """Series -> its number from 1, which decides colour, pattern, dash and shape."""
    return {name: n % MOST_REIHEN + 1 for n, name in enumerate(bild.reihen)}


def nichts(_bild: Bild) -> Iterable[str]:
    """No sentence."""
    return ()


def wie_gelegt(bild: Bild) -> Sequence[str]:
    """In the order of the picture's series."""
    return bild.reihen


def nie(_bild: Bild) -> bool:
    """For no picture."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagrammfamilie:
    """One chart family. What has no default here, every family says itself; the defaults are true of any."""

    chart: Callable[[Bild, Mass], alt.LayerChart]
    """The drawing of a prepared picture; it may use `bild.daten` with the columns of bilddaten.py, and the indicator."""
    worte: Callable[[Bild], Iterable[str]]
    """Sentences of the alternative text: first what kind of chart it is, then what it shows."""
    marke: Callable[[int], str]
    """The colour mark by which the n-th series is drawn; the patterns of the figure follow from it."""
    schluessel: Callable[[str, str], Markup]
    """The small picture of a colour mark in the legend, for the figure of an id."""

    nummern: Callable[[Bild], Mapping[str, int]] = der_reihe_nach
    """Series -> its number."""
    hinweise: Callable[[Bild], Iterable[str]] = nichts
    """Sentences without which a reader would misjudge what the picture shows; they stand under it, for everybody to see."""
    folge: Callable[[Bild], Sequence[str]] = wie_gelegt
    """The series as the legend lists them: in the direction in which the picture shows them."""
    nachsatz: Callable[[Bild], Iterable[str]] = nichts
    """Sentences about what is drawn besides the figures."""
    zeichnet_marken: bool = False
    """True where `chart` draws targets and the figures of other areas; else words under the picture tell them."""
    sagt_luecken: bool = False
    """True where `worte` themselves say which figures are missing."""
    traegt_namen: Callable[[Bild], bool] = nie
    """True where the wide picture carries the names of its series itself and needs no legend."""
