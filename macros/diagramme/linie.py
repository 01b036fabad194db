"""Lines over time with a point for every figure; gaps and breaks interrupt the line, nothing is bridged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import altair as alt
import pandas as pd

from macros.diagramme.gestalt import (
    KLEIN,
    LEISE,
    LINIE,
    PAPIER,
    TINTE,
    ZIEL,
    Marke,
    Mass,
    Schriftform,
    breite_von,
    linien,
    schrift,
    senkrecht,
    spezifikation,
    verlauf,
)

_OBEN = 14.0


def linie(
    daten: pd.DataFrame,
    mass: Mass,
    marken: Sequence[Marke] = (),
    bruch: int | None = None,
    bruch_text: str = "",
    achsentexte: Sequence[tuple[float, str]] = (),
) -> alt.LayerChart:
    """A line per `nummer` over `zeit`; columns zeit, zeit_kurz, reihe, nummer, wert, wert_text, beschreibung, stueck.

    `stueck` numbers the unbroken pieces of a line; `achsentexte` are the grid values with their words,
    the first and the last of them are the ends of the axis; `bruch` is the day the series breaks.
    """
    hoehe = 210.0 if mass.schmal else 260.0
    fuss = 26.0
    namen = _endnamen(daten, mass)
    links = max([breite_von(t, KLEIN) for _, t in achsentexte], default=0) + 8
    rechts = mass.breite - max([breite_von(n) for n in namen["name"]], default=0) - 14
    unten, oben = achsentexte[0][0], achsentexte[-1][0]
    spanne = hoehe - fuss - _OBEN

    def hoehe_von(wert: float) -> float:
        return hoehe - fuss - (wert - unten) / ((oben - unten) or 1) * spanne

    y = senkrecht("y", hoehe)
    erster, letzter = int(daten["zeit"].min()), int(daten["zeit"].max())
    x = alt.X(
        "zeit:Q",
        scale=alt.Scale(
            domain=[erster, max(letzter, erster + 1)], range=[links + 6, rechts - 6], nice=False, zero=False
        ),
        axis=None,
    )
    punkte = daten[daten["wert"].notna()].assign(y=lambda d: d["wert"].map(hoehe_von))
    nummern = sorted(daten["nummer"].unique())
    gitter = pd.DataFrame([{"y": hoehe_von(w), "text": t} for w, t in achsentexte])
    ebenen = [
        linien(gitter, LINIE, x=links, x2=rechts, y=y),
        schrift(gitter, "text", links - 6, y, align="right", fontSize=KLEIN, color=LEISE),
        schrift(
            _zeitnamen(daten, rechts - links, erster, letzter), "zeit_kurz", x, hoehe - 8,
            align="center", fontSize=KLEIN, color=LEISE,
        ),
    ]  # fmt: skip
    if bruch is not None:
        ort = pd.DataFrame([{"zeit": bruch, "text": bruch_text, "y": _OBEN - 6, "y2": hoehe - fuss}])
        ebenen += [
            linien(ort, LEISE, x=x, y=y, y2="y2:Q", strich=[4, 3]),
            schrift(ort, "text", x, y, dx=5, dy=4, fontSize=KLEIN, color=LEISE),
        ]
    schwellen, worte = _marken(marken, hoehe_von, y, links, rechts)
    ebenen += [
        *schwellen,
        *verlauf(punkte, x, y, nummern, dicke=2.5, groesse=64, rand=1),
        schrift(
            namen.assign(y=_auseinander([hoehe_von(w) for w in namen["wert"]], 17.0, hoehe - fuss)), "name",
            rechts + 4, y, color=TINTE,
        ),
        *worte,
    ]  # fmt: skip
    return spezifikation(ebenen, mass.breite, hoehe)


def _marken(
    marken: Sequence[Marke], hoehe_von: Callable[[float], float], y: alt.Y, links: float, rechts: float
) -> tuple[list[alt.Chart], list[alt.Chart]]:
    """Lines across the picture, to lie below the figures, and their words, to lie above them."""
    schwellen, worte = [], []
    for stelle, m in enumerate(marken):
        ort = pd.DataFrame([{"y": hoehe_von(m.wert), "text": m.text}])
        farbe = ZIEL if m.ist_ziel else LEISE
        strich = [8, 4] if m.ist_ziel else [2, 3]
        schwellen.append(linien(ort, farbe, x=links, x2=rechts, y=y, dicke=1.5, strich=strich))
        # A target's words stand above its line, a comparison's below, so that both fit beside each other.
        lage = -9 if m.ist_ziel or stelle == 0 else 10
        form: Schriftform = {"dy": lage, "fontSize": KLEIN, "color": farbe, "stroke": PAPIER, "strokeWidth": 4}
        worte.append(schrift(ort, "text", links + 6, y, **form))
    return schwellen, worte


def _endnamen(daten: pd.DataFrame, mass: Mass) -> pd.DataFrame:
    """What stands at the end of each line: its newest figure, with its name where there is room."""
    letzte = daten[daten["wert"].notna()].sort_values("zeit").groupby("nummer", sort=True).tail(1)
    letzte = letzte.sort_values("nummer")
    namen = [
        text if mass.schmal or not name or len(name) > 26 else f"{text} {name}"
        for text, name in zip(letzte["wert_text"], letzte["reihe"], strict=True)
    ]
    return pd.DataFrame({"name": namen, "wert": letzte["wert"].to_list()})


def _zeitnamen(daten: pd.DataFrame, platz: float, erster: int, letzter: int) -> pd.DataFrame:
    """The names of the Stichtage below the axis; every other one goes where they would touch."""
    zeiten = daten.drop_duplicates("zeit").sort_values("zeit")[["zeit", "zeit_kurz"]]
    breite = max(breite_von(t, KLEIN) for t in zeiten["zeit_kurz"]) + 8
    gewaehlt: list[int] = []
    for zeit in sorted(zeiten["zeit"], reverse=True):
        if not gewaehlt or (gewaehlt[-1] - zeit) / max(letzter - erster, 1) * platz >= breite:
            gewaehlt.append(zeit)
    return zeiten[zeiten["zeit"].isin(gewaehlt)]


def _auseinander(hoehen: list[float], abstand: float, unten: float) -> list[float]:
    """Moves labels apart that would overlap, keeping their order."""
    ordnung = sorted(range(len(hoehen)), key=lambda n: hoehen[n])
    gelegt = list(hoehen)
    for davor, hier in pairwise(ordnung):
        gelegt[hier] = max(gelegt[hier], gelegt[davor] + abstand)
    ueberhang = max((gelegt[ordnung[-1]] - unten) if ordnung else 0.0, 0.0)
    return [h - ueberhang for h in gelegt]
