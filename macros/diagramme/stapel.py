"""Rows of shares: stacked from zero, or diverging around the middle of the undecided (Likert)."""

from __future__ import annotations

import altair as alt
import pandas as pd

from macros.diagramme.gestalt import (
    LEISE,
    PAPIER,
    TINTE,
    Mass,
    breite_von,
    farbe_je_reihe,
    flaeche,
    linien,
    schrift,
    senkrecht,
    spezifikation,
    umbrich,
    urteil,
    waagerecht,
)

_ZEILE = 17
_DICKE = 30.0


def gestapelt(daten: pd.DataFrame, mass: Mass) -> alt.LayerChart:
    """Shares of a whole, one row per value of `achse`; columns achse, nummer, wert (percent), wert_text, beschreibung."""
    gelegt = pd.concat([_von_null(g) for _, g in daten.groupby("achse", sort=False)])
    return _zeichne(gelegt, mass, (0.0, max(100.0, float(gelegt["bis"].max()))), None)


def likert(daten: pd.DataFrame, mass: Mass) -> alt.LayerChart:
    """Disagreement to the left, agreement to the right of the middle; `lage` is -1, 0 or 1, `nummer` as for urteil()."""
    gelegt = pd.concat([_um_die_mitte(g) for _, g in daten.groupby("achse", sort=False)])
    return _zeichne(gelegt, mass, (float(gelegt["von"].min()), float(gelegt["bis"].max())), 0.0)


def _von_null(gruppe: pd.DataFrame) -> pd.DataFrame:
    werte = gruppe["wert"].fillna(0)
    bis = werte.cumsum()
    return gruppe.assign(von=bis - werte, bis=bis)


def _um_die_mitte(gruppe: pd.DataFrame) -> pd.DataFrame:
    """Answers come from full agreement to full disagreement; the undecided straddle zero."""
    von_links = gruppe.iloc[::-1]
    links = (
        von_links.loc[von_links["lage"] == -1, "wert"].sum() + von_links.loc[von_links["lage"] == 0, "wert"].sum() / 2
    )
    bis = von_links["wert"].cumsum() - links
    return von_links.assign(von=bis - von_links["wert"], bis=bis)


def _zeichne(daten: pd.DataFrame, mass: Mass, grenzen: tuple[float, float], mitte: float | None) -> alt.LayerChart:
    von, bis = grenzen
    dunkel = {1} if mitte is None else {1, 5}
    marke = flaeche if mitte is None else urteil
    laengste = max(breite_von(str(a)) for a in daten["achse"].unique()) + 16
    links = min(mass.beschriftung, laengste) if any(daten["achse"]) else 0
    y, namen, hoehen = 4.0, [], {}
    for achse in daten["achse"].unique():
        text = umbrich(str(achse), int(mass.breite if mass.schmal else max(links - 12, 60))) if achse else []
        if mass.schmal:
            namen.append({"name": "\n".join(text), "y": y})
            y += len(text) * _ZEILE + (3 if text else 0)
        else:
            namen.append({"name": "\n".join(text), "y": y + max(0.0, (_DICKE - len(text) * _ZEILE) / 2 + 2.5)})
        hoehen[achse] = y
        y += max(_DICKE, 0.0 if mass.schmal else len(text) * _ZEILE) + 12
    hoehe = y - 6
    gelegt = daten.assign(
        y=daten["achse"].map(hoehen), y2=daten["achse"].map(hoehen) + _DICKE, mitte_x=(daten["von"] + daten["bis"]) / 2
    )
    gelegt["mitte_y"] = gelegt["y"] + _DICKE / 2 + 0.5
    pixel = (mass.breite - links) / (bis - von)
    passt = gelegt["wert"] * pixel >= gelegt["wert_text"].map(breite_von) + 8
    beschriftet = gelegt[passt & gelegt["wert"].notna()]
    nummern = sorted(gelegt["nummer"].unique())
    fuellung = farbe_je_reihe(nummern, marke)

    def x(feld: str) -> alt.X:
        return waagerecht(feld, von, bis, links, mass.breite)

    senkrechte = senkrecht("y", hoehe)
    text_y = senkrecht("mitte_y", hoehe)
    ebenen = [
        alt.Chart(gelegt[gelegt["wert"].notna() & (gelegt["wert"] > 0)])
        .mark_bar(stroke=PAPIER, strokeWidth=1.5)
        .encode(x=x("von"), x2="bis:Q", y=senkrechte, y2="y2:Q", color=fuellung, description="beschreibung:N"),
        schrift(beschriftet[beschriftet["nummer"].isin(dunkel)], "wert_text", x("mitte_x"), text_y, align="center", color=PAPIER),
        schrift(
            beschriftet[~beschriftet["nummer"].isin(dunkel)], "wert_text", x("mitte_x"), text_y,
            align="center", color=TINTE, stroke=PAPIER, strokeWidth=4,
        ),
        schrift(pd.DataFrame(namen), "name", 0, senkrecht("y", hoehe), baseline="top", lineHeight=_ZEILE),
    ]  # fmt: skip
    if mitte is not None:
        strich = pd.DataFrame([{"x": mitte, "y": oben - 4, "y2": oben + _DICKE + 4} for oben in hoehen.values()])
        ebenen.append(linien(strich, LEISE, x=x("x"), y=senkrechte, y2="y2:Q", strich=[3, 3]))
    return spezifikation(ebenen, mass.breite, hoehe)
