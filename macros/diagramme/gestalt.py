"""What all charts share: measures, marks for colours that the page fills in, and the finish.

A chart never carries a real colour. It carries marks (`#0d0001` …) that the renderer replaces by CSS
variables, so that one picture works in light, dark, forced colours and print.

A drawing gets the rows that it draws and, where they are a part of a longer picture, `ganz`: the rows of all parts,
which its scale and its margins come from, so that the parts can be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict, Unpack

import altair as alt
import pandas as pd

from macros.diagramme.beschriftung import SCHRIFT, breite_von

TINTE, LEISE, LINIE, PAPIER, GESAMT, ZIEL = (f"#0e000{n}" for n in range(1, 7))
MOST_REIHEN = 6
FORMEN = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
STRICHE = ([1, 0], [7, 3], [2, 3], [9, 3, 2, 3], [4, 2], [1, 4])


def strichfarbe(nummer: int) -> str:
    """Mark of the line and text colour of the n-th series, from 1."""
    return f"#0d000{(nummer - 1) % MOST_REIHEN + 1}"


def flaeche(nummer: int) -> str:
    """Mark of the patterned fill of the n-th series, from 1."""
    return f"#0c000{(nummer - 1) % MOST_REIHEN + 1}"


def urteil(nummer: int) -> str:
    """Mark of the fill of an answer, from 1 (full agreement) over 3 (undecided) to 5 (full disagreement)."""
    return f"#0b000{nummer}"


@dataclass(frozen=True, slots=True)
class Mass:
    """Room for a chart in CSS pixels: `schmal` is the one for phones."""

    breite: int
    schmal: bool

    @property
    def beschriftung(self) -> int:
        """Width of the labels left of bars; 0 where they stand above."""
        return 0 if self.schmal else 210


BREIT = Mass(640, False)
SCHMAL = Mass(320, True)


def senkrecht(feld: str, hoehe: float) -> alt.Y:
    """A y position in pixels from the top, without an axis."""
    return alt.Y(f"{feld}:Q", scale=alt.Scale(domain=[0, hoehe], range=[0, hoehe], nice=False), axis=None)


def waagerecht(feld: str, von: float, bis: float, links: float, rechts: float) -> alt.X:
    """A value between `von` and `bis` as an x position between two pixels, without an axis."""
    return alt.X(f"{feld}:Q", scale=alt.Scale(domain=[von, bis], range=[links, rechts], nice=False), axis=None)


class Schriftform(TypedDict, total=False):
    """How a text looks and lies, in the words of vega."""

    align: Literal["left", "center", "right"]
    baseline: Literal["top", "middle", "bottom"]
    color: str
    dx: float
    dy: float
    fontSize: float
    fontWeight: Literal["normal", "bold"]
    lineHeight: float
    stroke: str
    strokeWidth: float


def schrift(
    daten: pd.DataFrame, feld: str, x: alt.X | float, y: alt.Y | float, **form: Unpack[Schriftform]
) -> alt.Chart:
    """Texts at places (a number is a pixel); aligned left, in ink, unless told otherwise. Hidden from screen readers."""
    ganz: Schriftform = {"align": "left", "baseline": "middle", "fontSize": SCHRIFT, "color": TINTE, **form}
    texte: alt.Chart = (
        alt.Chart(daten)
        .mark_text(lineBreak="\n", aria=False, **ganz)
        .encode(
            x=x if isinstance(x, alt.X) else alt.value(x),
            y=y if isinstance(y, alt.Y) else alt.value(y),
            text=f"{feld}:N",
        )
    )
    return texte


@dataclass(frozen=True, slots=True)
class Marke:
    """A value to draw across the picture, with its words: a target or the figure of another area."""

    wert: float
    text: str
    ist_ziel: bool

    @property
    def farbe(self) -> str:
        """Colour of its line and of its words."""
        return ZIEL if self.ist_ziel else LEISE

    @property
    def strich(self) -> list[float]:
        """Dash of its line."""
        return [8, 4] if self.ist_ziel else [2, 3]


def linien(
    daten: pd.DataFrame,
    farbe: str,
    *,
    x: alt.X | float,
    y: alt.Y,
    x2: str | float | None = None,
    y2: str | None = None,
    dicke: float = 1,
    strich: Sequence[float] = (1, 0),
) -> alt.Chart:
    """Hairlines: baselines, grids, thresholds; a number is a pixel. Hidden from screen readers."""
    chart = alt.Chart(daten).mark_rule(color=farbe, strokeWidth=dicke, strokeDash=list(strich), aria=False)
    striche: alt.Chart = chart.encode(
        x=x if isinstance(x, alt.X) else alt.value(x),
        y=y,
        x2=alt.Undefined if x2 is None else x2 if isinstance(x2, str) else alt.value(x2),
        y2=alt.Undefined if y2 is None else y2,
    )
    return striche


def spezifikation(ebenen: list[alt.Chart], breite: float, hoehe: float) -> alt.LayerChart:
    """Layers as one chart of a fixed size, without background, frame and padding."""
    chart: alt.LayerChart = (
        alt.layer(*ebenen)
        .properties(width=breite, height=hoehe, padding=0, background="transparent")
        .configure_view(stroke=None)
        .configure_text(font="Liberation Sans")
    )
    return chart


def unterlage(daten: pd.DataFrame, x: alt.X, x2: str, y: alt.Y, y2: str) -> alt.Chart:
    """Fields of plain paper for labels to stand on where a pattern would run through them. Hidden from screen readers."""
    felder: alt.Chart = alt.Chart(daten).mark_rect(color=PAPIER, aria=False).encode(x=x, x2=x2, y=y, y2=y2)
    return felder


def ohne_balken(daten: pd.DataFrame, text: str, x: float, y: alt.Y) -> alt.Chart:
    """Where no bar is drawn, the words that stand there can be pointed at and reached like one: paper behind them.

    `daten` has the columns `y2` and `beschreibung`, and `text` with the words that begin at the pixel `x`.
    """
    bis = x + 3 + max(map(breite_von, daten[text]))
    flaechen: alt.Chart = (
        alt.Chart(daten)
        .mark_bar(color=PAPIER)
        .encode(x=alt.value(x - 3), x2=alt.value(bis), y=y, y2="y2:Q", description="beschreibung:N")
    )
    return flaechen


def farbe_je_reihe(nummern: Sequence[int], marke: Callable[[int], str]) -> alt.Color:
    """The column `nummer` as colour: a mark for each series, without a legend."""
    zuordnung = alt.Scale(domain=list(nummern), range=[marke(n) for n in nummern])
    return alt.Color("nummer:N", scale=zuordnung, legend=None)


def verlauf(
    punkte: pd.DataFrame,
    x: alt.X,
    y: alt.Y,
    nummern: Sequence[int],
    *,
    dicke: float,
    groesse: float,
    rand: float,
) -> tuple[alt.Chart, alt.Chart]:
    """Lines over time and their points; series differ by dash and shape besides colour.

    `punkte` has the columns of `x` and `y`, and `stueck`, `nummer`, `beschreibung`.
    """
    farbe = farbe_je_reihe(nummern, strichfarbe)
    striche = alt.Scale(domain=list(nummern), range=[STRICHE[(n - 1) % 6] for n in nummern])
    formen = alt.Scale(domain=list(nummern), range=[FORMEN[(n - 1) % 6] for n in nummern])
    return (
        alt.Chart(punkte)
        .mark_line(strokeWidth=dicke, aria=False)
        .encode(
            x=x,
            y=y,
            color=farbe,
            detail="stueck:N",
            strokeDash=alt.StrokeDash("nummer:N", scale=striche, legend=None),
        ),
        alt.Chart(punkte)
        .mark_point(filled=True, opacity=1, size=groesse, stroke=PAPIER, strokeWidth=rand)
        .encode(
            x=x,
            y=y,
            color=farbe,
            description="beschreibung:N",
            shape=alt.Shape("nummer:N", scale=formen, legend=None),
        ),
    )
