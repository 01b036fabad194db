"""Dumbbells: two figures of each row on one line, an open mark for the first and a filled one for the second."""

from __future__ import annotations

import altair as alt
import pandas as pd

from macros.diagramme.beschriftung import breite_von, umbrich
from macros.diagramme.gestalt import (
    LEISE,
    LINIE,
    PAPIER,
    TINTE,
    Mass,
    linien,
    schrift,
    senkrecht,
    spezifikation,
    strichfarbe,
    waagerecht,
)

_ZEILE = 17
_ABSTAND = 16.0


def hantel(daten: pd.DataFrame, mass: Mass, ganz: pd.DataFrame | None = None) -> alt.LayerChart:
    """One row per value of `achse`, nummer 1 and 2 per row; columns wert, wert_text, beschreibung besides."""
    alle = daten if ganz is None else ganz
    laengste = max(breite_von(str(a)) for a in alle["achse"].unique()) + 16
    links = min(mass.beschriftung, laengste)
    # The lower figure of a pair stands left of its point, the higher one right of it: both sides need room.
    rand = max(breite_von(t) for t in alle["wert_text"]) + _ABSTAND
    y, namen, mitten = 4.0, [], {}
    for achse in daten["achse"].unique():
        text = umbrich(str(achse), mass.breite if mass.schmal else links - 12)
        namen.append({"name": "\n".join(text), "y": y if mass.schmal else y + 8})
        y += (len(text) * _ZEILE) if mass.schmal else 0
        mitten[achse] = y + 14
        y += 36 if mass.schmal else max(34, len(text) * _ZEILE + 10)
    hoehe = y
    gelegt = daten[daten["wert"].notna()].assign(y=daten["achse"].map(mitten))
    werte = alle["wert"].dropna()
    tief, hoch = min(0.0, *werte), max(0.0, *werte)
    hoch = hoch if hoch or tief else 1.0
    anfang, ende = links + rand, mass.breite - rand
    x = waagerecht("wert", tief, hoch, anfang, ende)
    paare = gelegt.groupby("achse", sort=False).agg(von=("wert", "min"), bis=("wert", "max"), y=("y", "first"))
    groesser = gelegt["wert"] == gelegt.groupby("achse")["wert"].transform("max")
    kleiner = ~groesser & (gelegt["wert"] < gelegt.groupby("achse")["wert"].transform("max"))
    y_kanal = senkrecht("y", hoehe)
    geplant, ist = gelegt[gelegt["nummer"] == 1], gelegt[gelegt["nummer"] != 1]
    rechts = gelegt[groesser].drop_duplicates("achse", keep="last")
    # The thin line ends where figures begin: a label never lies on it.
    spanne = _reststriche(gelegt, mitten, (tief, hoch), (hoch - tief) / (ende - anfang))
    ebenen = [
        linien(spanne, LINIE, x=x, x2="bis:Q", y=y_kanal),
        linien(paare.reset_index(), LEISE, dicke=3, x=waagerecht("von", tief, hoch, anfang, ende), x2="bis:Q", y=y_kanal),
        alt.Chart(ist).mark_point(filled=True, size=130, opacity=1, color=strichfarbe(2)).encode(x=x, y=y_kanal, description="beschreibung:N"),
        alt.Chart(geplant).mark_point(filled=False, size=130, opacity=1, strokeWidth=2.5, color=strichfarbe(1), fill=PAPIER).encode(x=x, y=y_kanal, description="beschreibung:N"),
        schrift(rechts, "wert_text", x, y_kanal, dx=12, color=TINTE),
        schrift(gelegt[kleiner], "wert_text", x, y_kanal, dx=-12, align="right", color=TINTE),
        schrift(pd.DataFrame(namen), "name", 0, senkrecht("y", hoehe), baseline="top", lineHeight=_ZEILE),
    ]  # fmt: skip
    return spezifikation(ebenen, mass.breite, hoehe)


def _reststriche(
    gelegt: pd.DataFrame, mitten: dict[object, float], grenzen: tuple[float, float], je_pixel: float
) -> pd.DataFrame:
    """What is left of the thin line of each row besides its figures; all of it where there are none."""
    tief, hoch = grenzen
    striche = []
    for achse, mitte in mitten.items():
        zeilen = gelegt[gelegt["achse"] == achse].sort_values("wert")
        frei_bis, frei_ab = hoch, hoch
        if len(zeilen):
            erste, letzte = zeilen.iloc[0], zeilen.iloc[-1]
            links_text = breite_von(erste["wert_text"]) + _ABSTAND if erste["wert"] < letzte["wert"] else 8
            frei_bis = erste["wert"] - links_text * je_pixel
            frei_ab = letzte["wert"] + (breite_von(letzte["wert_text"]) + _ABSTAND) * je_pixel
        striche += [
            {"wert": von, "bis": bis, "y": mitte} for von, bis in ((tief, frei_bis), (frei_ab, hoch)) if bis > von
        ]
    return pd.DataFrame(striche, columns=["wert", "bis", "y"])
