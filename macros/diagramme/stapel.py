"""Rows of shares: stacked from zero, or diverging around the middle of the undecided (Likert)."""

from __future__ import annotations

import altair as alt
import pandas as pd

from macros.diagramme.beschriftung import breite_von, umbrich
from macros.diagramme.gestalt import (
    LEISE,
    PAPIER,
    TINTE,
    Mass,
    farbe_je_reihe,
    flaeche,
    linien,
    ohne_balken,
    schrift,
    senkrecht,
    spezifikation,
    unterlage,
    urteil,
    waagerecht,
)

_ZEILE = 17
_DICKE = 30.0
_RAND = 4.0


def gestapelt(daten: pd.DataFrame, mass: Mass, ganz: pd.DataFrame | None = None) -> alt.LayerChart:
    """Shares of a whole, one row per value of `achse`; columns achse, nummer, wert (percent), wert_text, beschreibung.

    A row without any share says so in the words of its column `leer`.
    """
    alle = _alle_von_null(daten if ganz is None else ganz)
    gelegt = _alle_von_null(daten)
    return _zeichne(gelegt, mass, (0.0, max(100.0, float(alle["bis"].max()))), None, alle)


def likert(daten: pd.DataFrame, mass: Mass, ganz: pd.DataFrame | None = None) -> alt.LayerChart:
    """Disagreement to the left, agreement to the right of the middle; `lage` is -1, 0 or 1, `nummer` as for urteil()."""
    alle, gelegt = (
        pd.concat([_um_die_mitte(g) for _, g in d.groupby("achse", sort=False)])
        for d in (daten if ganz is None else ganz, daten)
    )
    return _zeichne(gelegt, mass, (float(alle["von"].min()), float(alle["bis"].max())), 0.0, alle)


def _alle_von_null(daten: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([_von_null(g) for _, g in daten.groupby("achse", sort=False)])


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


def _zeichne(
    daten: pd.DataFrame, mass: Mass, grenzen: tuple[float, float], mitte: float | None, alle: pd.DataFrame
) -> alt.LayerChart:
    von, bis = grenzen
    dunkel = {1} if mitte is None else {1, 5}
    marke = flaeche if mitte is None else urteil
    laengste = max(breite_von(str(a)) for a in alle["achse"].unique()) + 16
    links = min(mass.beschriftung, laengste) if any(alle["achse"]) else 0
    namen, hoehen, hoehe = _zeilen(daten, mass, links)
    gelegt = daten.assign(
        y=daten["achse"].map(hoehen), y2=daten["achse"].map(hoehen) + _DICKE, mitte_x=(daten["von"] + daten["bis"]) / 2
    )
    gelegt["mitte_y"] = gelegt["y"] + _DICKE / 2 + 0.5
    pixel = (mass.breite - links) / (bis - von)
    passt = gelegt["wert"] * pixel >= gelegt["wert_text"].map(breite_von) + 2 * _RAND
    beschriftet = gelegt[passt & gelegt["wert"].notna()]
    auf_grund = beschriftet["nummer"].isin(dunkel)
    nummern = sorted(gelegt["nummer"].unique())
    fuellung = farbe_je_reihe(nummern, marke)

    def x(feld: str) -> alt.X:
        return waagerecht(feld, von, bis, links, mass.breite)

    senkrechte = senkrecht("y", hoehe)
    text_y = senkrecht("mitte_y", hoehe)
    gemustert = beschriftet[~auf_grund]
    halb = (gemustert["wert_text"].map(breite_von) / 2 + _RAND / 2) / pixel
    felder = gemustert.assign(
        feld=gemustert["mitte_x"] - halb, feld_bis=gemustert["mitte_x"] + halb,
        feld_y=gemustert["mitte_y"] - 9.5, feld_y2=gemustert["mitte_y"] + 8.5,
    )[["feld", "feld_bis", "feld_y", "feld_y2"]]  # fmt: skip
    ebenen = [
        alt.Chart(gelegt[gelegt["wert"].notna() & (gelegt["wert"] > 0)])
        .mark_bar(stroke=PAPIER, strokeWidth=1.5)
        .encode(x=x("von"), x2="bis:Q", y=senkrechte, y2="y2:Q", color=fuellung, description="beschreibung:N"),
        unterlage(felder, x("feld"), "feld_bis:Q", senkrecht("feld_y", hoehe), "feld_y2:Q"),
        schrift(beschriftet[auf_grund], "wert_text", x("mitte_x"), text_y, align="center", color=PAPIER),
        schrift(gemustert, "wert_text", x("mitte_x"), text_y, align="center", color=TINTE),
        schrift(pd.DataFrame(namen), "name", 0, senkrecht("y", hoehe), baseline="top", lineHeight=_ZEILE),
    ]
    if len(leere := _leere(gelegt)):
        gesagt = leere.assign(
            beschreibung=[f"{a}: {w}" if a else w for a, w in zip(leere["achse"], leere["leer"], strict=True)]
        )
        ebenen.append(ohne_balken(gesagt, "leer", links + 6, senkrechte))
        ebenen.append(schrift(leere, "leer", links + 6, text_y, color=LEISE))
    if mitte is not None:
        # In two pieces: the figure of the undecided stands in the middle.
        strich = [
            {"x": mitte, "y": oben + a, "y2": oben + b}
            for oben in hoehen.values()
            for a, b in ((-4, 4), (_DICKE - 4, _DICKE + 4))
        ]
        ebenen.append(linien(pd.DataFrame(strich), LEISE, x=x("x"), y=senkrechte, y2="y2:Q", strich=[3, 3]))
    return spezifikation(ebenen, mass.breite, hoehe)


def _zeilen(
    daten: pd.DataFrame, mass: Mass, links: float
) -> tuple[list[dict[str, object]], dict[object, float], float]:
    """(labels with their y, the top of each row's bar, the height of it all)."""
    y, namen, hoehen = 4.0, list[dict[str, object]](), dict[object, float]()
    for achse in daten["achse"].unique():
        text = umbrich(str(achse), mass.breite if mass.schmal else max(links - 12, 60)) if achse else []
        if mass.schmal:
            namen.append({"name": "\n".join(text), "y": y})
            y += len(text) * _ZEILE + (3 if text else 0)
        else:
            namen.append({"name": "\n".join(text), "y": y + max(0.0, (_DICKE - len(text) * _ZEILE) / 2 + 2.5)})
        hoehen[achse] = y
        y += max(_DICKE, 0.0 if mass.schmal else len(text) * _ZEILE) + 12
    return namen, hoehen, y - 6


def _leere(gelegt: pd.DataFrame) -> pd.DataFrame:
    """One row for each bar that has no part to draw."""
    if "leer" not in gelegt:
        return gelegt.iloc[:0]
    ohne = gelegt.groupby("achse")["wert"].transform("max").fillna(0) <= 0
    return gelegt[ohne].drop_duplicates("achse")
