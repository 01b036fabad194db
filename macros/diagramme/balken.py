"""Bars: one per value, figures at their ends, in groups where there are series; `-` and `.` shown as words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from macros.diagramme.beschriftung import KLEIN, breite_von, umbrich
from macros.diagramme.gestalt import (
    GESAMT,
    LEISE,
    LINIE,
    PAPIER,
    TINTE,
    Marke,
    Mass,
    Schriftform,
    flaeche,
    linien,
    ohne_balken,
    schrift,
    senkrecht,
    spezifikation,
    waagerecht,
)

_ZEILE = 17


@dataclass(frozen=True, slots=True)
class _Balkenlage:
    """Where everything stands: bars with y and y2, labels with y, and the height of it all."""

    balken: pd.DataFrame
    namen: pd.DataFrame
    hoehe: float


def balken(
    daten: pd.DataFrame, mass: Mass, ganz: pd.DataFrame | None = None, marken: Sequence[Marke] = ()
) -> alt.LayerChart:
    """Horizontal bars from the columns achse, reihe, nummer, gesamt, wert, wert_text, beschreibung, in row order.

    Marks are lines across the bars; their words stand below, where no figure is, in lines where they are long.
    """
    alle = daten if ganz is None else ganz
    werte = [0.0, *alle["wert"].dropna(), *(m.wert for m in marken)]
    tief, hoch = min(werte), max(werte)
    # Words for a missing figure begin at zero; room beside the bars they need only where zero lies on the right.
    enden = alle["wert_text"] if tief < 0 else alle.loc[alle["wert"].notna(), "wert_text"]
    rand = max([breite_von(t) for t in enden], default=0) + 10
    laengste = max([breite_von(str(a)) for a in alle["achse"].unique()], default=0) + 16
    links = min(mass.beschriftung, laengste)
    platz = _platz(daten, mass, links, mehrere=alle["reihe"].nunique() > 1)
    hoch = hoch if hoch or tief else 1.0
    # Figures below zero stand at the left end of their bar, so that side needs the same room.
    anfang, ende = links + (rand if tief < 0 else 0), mass.breite - rand
    null = anfang + (0 - tief) / (hoch - tief) * (ende - anfang)
    x = waagerecht("wert", tief, hoch, anfang, ende)
    nummern = sorted(daten["nummer"].unique())
    fuellung = alt.Color(
        "farbe:N",
        scale=alt.Scale(domain=["gesamt", *(str(n) for n in nummern)], range=[GESAMT, *(flaeche(n) for n in nummern)]),
        legend=None,
    )
    worte = [umbrich(m.text, mass.breite, KLEIN) for m in marken]
    hoehe = platz.hoehe + _ZEILE * sum(map(len, worte))
    y = senkrecht("y", hoehe)
    mit_zahl = platz.balken[platz.balken["wert"].notna()]
    ohne_zahl = platz.balken[platz.balken["wert"].isna()]
    ebenen = [
        linien(_grundlinie(platz, mass), LINIE, x=max(null, 1.0), y=y, y2="y2:Q"),
        alt.Chart(mit_zahl)
        .mark_bar(cornerRadiusEnd=2)
        .encode(
            x=x,
            y=y,
            y2="y2:Q",
            color=fuellung,
            description="beschreibung:N",
            x2=alt.datum(0),
        ),
    ]
    unten = platz.hoehe
    for m, zeilen in zip(marken, worte, strict=True):
        ort = anfang + (m.wert - tief) / (hoch - tief) * (ende - anfang)
        ebenen += _marke(m, zeilen, ort, mass, unten, y)
        unten += _ZEILE * len(zeilen)
    zahlen: Schriftform = {"color": TINTE, "dx": 6}
    if marken:  # a line may pass behind a figure
        zahlen |= {"stroke": PAPIER, "strokeWidth": 4}
    ueber = mit_zahl[mit_zahl["wert"] >= 0]
    ebenen.append(schrift(ueber, "wert_text", x, senkrecht("mitte", hoehe), **zahlen))
    if tief < 0:
        darunter = mit_zahl[mit_zahl["wert"] < 0]
        mitte = senkrecht("mitte", hoehe)
        ebenen.append(schrift(darunter, "wert_text", x, mitte, **(zahlen | {"dx": -6, "align": "right"})))
    if len(ohne_zahl):
        ebenen.append(ohne_balken(ohne_zahl, "wert_text", null + 6, y))
        ebenen.append(schrift(ohne_zahl, "wert_text", null + 6, senkrecht("mitte", hoehe), color=LEISE))
    ebenen.append(schrift(platz.namen, "name", 0, senkrecht("y", hoehe), baseline="top", lineHeight=_ZEILE))
    return spezifikation(ebenen, mass.breite, hoehe)


def _marke(m: Marke, zeilen: Sequence[str], x: float, mass: Mass, oben: float, y: alt.Y) -> list[alt.Chart]:
    """A line down to its words, which begin at it, or as far to the left as they must to stay in the picture."""
    ort = pd.DataFrame([{"y": 0.0, "y2": oben + 2}])
    weite = max(breite_von(z, KLEIN) for z in zeilen)
    anfang = max(0.0, min(x - 4, mass.breite - weite))
    worte = pd.DataFrame([{"y": oben + 2, "text": "\n".join(zeilen)}])
    form: Schriftform = {"baseline": "top", "lineHeight": _ZEILE, "fontSize": KLEIN, "color": m.farbe}
    return [
        linien(ort, m.farbe, x=x, y=y, y2="y2:Q", dicke=1.5, strich=m.strich),
        schrift(worte, "text", anfang, y, **form),
    ]


def _grundlinie(platz: _Balkenlage, mass: Mass) -> pd.DataFrame:
    """The line at zero; where names stand above their bars it leaves them out."""
    if not mass.schmal:
        return pd.DataFrame([{"y": 0.0, "y2": platz.hoehe}])
    je = platz.balken.groupby("achse", sort=False).agg(y=("y", "min"), y2=("y2", "max"))
    return je.assign(y=je["y"] - 2, y2=je["y2"] + 2).reset_index(drop=True)


def _platz(daten: pd.DataFrame, mass: Mass, links: float, mehrere: bool) -> _Balkenlage:
    dicke = 13.0 if mehrere else 18.0
    y, zeilen, namen = 4.0, [], []
    for achse, gruppe in daten.groupby("achse", sort=False):
        text = umbrich(str(achse), mass.breite if mass.schmal else links - 12)
        namen.append({"name": "\n".join(text), "y": y + (0 if mass.schmal else 2.5)})
        if mass.schmal:
            y += len(text) * _ZEILE + 3
        beginn = y
        for zeile in gruppe.to_dict("records"):
            farbe = "gesamt" if zeile["gesamt"] and not mehrere else str(zeile["nummer"])
            zeilen.append({**zeile, "farbe": farbe, "y": y, "y2": y + dicke, "mitte": y + dicke / 2 + 0.5})
            y += dicke + 3
        if not mass.schmal:
            y = max(y, beginn + len(text) * _ZEILE)
        y += 12 if mehrere or mass.schmal else 8
    return _Balkenlage(pd.DataFrame(zeilen), pd.DataFrame(namen), y - 6)
