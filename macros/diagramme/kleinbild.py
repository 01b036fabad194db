"""Bars without words for an overview: the newest figures of an indicator in the room of a line of text."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from macros.diagramme.gestalt import GESAMT, LEISE, LINIE, linien, senkrecht, spezifikation, strichfarbe, waagerecht

BREITE, MOST_HOEHE = 120, 44
_DICKE = 11.0
_RAND = 3.0


def kleine_balken(
    werte: Sequence[tuple[float, bool]], ganzes: float | None = None, marken: Sequence[float] = ()
) -> alt.LayerChart:
    """A bar per (figure, is total) from zero, totals grey; `ganzes` draws what each is a part of, marks dotted lines."""
    alle = [0.0, *(w for w, _ in werte), *marken]
    tief, hoch = min(alle), max(*alle, ganzes or 0.0) or 1.0
    luft = 3.0 if len(werte) < 6 else 1.0
    zwischen = luft * (len(werte) - 1)
    dicke = min(_DICKE, (MOST_HOEHE - 2 * _RAND - zwischen) / len(werte))
    hoehe = 2 * _RAND + len(werte) * dicke + zwischen
    orte = [_RAND + n * (dicke + luft) for n in range(len(werte))]
    x = waagerecht("von", tief, hoch, 0, BREITE)
    y = senkrecht("y", hoehe)
    zeilen = pd.DataFrame(
        [
            {"von": 0.0, "bis": wert, "y": ort, "y2": ort + dicke, "gesamt": gesamt}
            for (wert, gesamt), ort in zip(werte, orte, strict=True)
        ]
    )
    ebenen = []
    if ganzes:
        ebenen.append(_rechtecke(zeilen.assign(bis=ganzes), LINIE, x, y))
    ebenen += [
        _rechtecke(teil, farbe, x, y)
        for teil, farbe in ((zeilen[~zeilen["gesamt"]], strichfarbe(1)), (zeilen[zeilen["gesamt"]], GESAMT))
        if len(teil)
    ]
    if marken:
        quer = pd.DataFrame([{"von": m, "y": 0.0, "y2": hoehe} for m in marken])
        ebenen.append(linien(quer, LEISE, x=x, y=y, y2="y2:Q", dicke=1.5, strich=[2, 3]))
    return spezifikation(ebenen, BREITE, hoehe)


def _rechtecke(zeilen: pd.DataFrame, farbe: str, x: alt.X, y: alt.Y) -> alt.Chart:
    balken: alt.Chart = alt.Chart(zeilen).mark_rect(color=farbe, aria=False).encode(x=x, x2="bis:Q", y=y, y2="y2:Q")
    return balken
