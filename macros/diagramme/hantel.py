"""Dumbbells: two figures of each row on one line, an open mark for the first and a filled one for the second."""

from __future__ import annotations

import altair as alt
import pandas as pd

from macros.diagramme.gestalt import (
    LEISE,
    LINIE,
    PAPIER,
    TINTE,
    Mass,
    breite_von,
    linien,
    schrift,
    senkrecht,
    spezifikation,
    strichfarbe,
    umbrich,
    waagerecht,
)

_ZEILE = 17


def hantel(daten: pd.DataFrame, mass: Mass) -> alt.LayerChart:
    """One row per value of `achse`, nummer 1 and 2 per row; columns wert, wert_text, beschreibung besides."""
    laengste = max(breite_von(str(a)) for a in daten["achse"].unique()) + 16
    links = min(mass.beschriftung, laengste)
    rand = max(breite_von(t) for t in daten["wert_text"]) + 16
    y, namen, mitten = 4.0, [], {}
    for achse in daten["achse"].unique():
        text = umbrich(str(achse), int(mass.breite if mass.schmal else links - 12))
        namen.append({"name": "\n".join(text), "y": y if mass.schmal else y + 8})
        y += (len(text) * _ZEILE) if mass.schmal else 0
        mitten[achse] = y + 14
        y += 36 if mass.schmal else max(34, len(text) * _ZEILE + 10)
    hoehe = y
    gelegt = daten[daten["wert"].notna()].assign(y=daten["achse"].map(mitten))
    tief, hoch = min(0.0, float(gelegt["wert"].min())), float(gelegt["wert"].max()) or 1.0
    x = waagerecht("wert", tief, hoch, links + 8, mass.breite - rand)
    paare = gelegt.groupby("achse", sort=False).agg(von=("wert", "min"), bis=("wert", "max"), y=("y", "first"))
    groesser = gelegt["wert"] == gelegt.groupby("achse")["wert"].transform("max")
    kleiner = ~groesser & (gelegt["wert"] < gelegt.groupby("achse")["wert"].transform("max"))
    y_kanal = senkrecht("y", hoehe)
    geplant, ist = gelegt[gelegt["nummer"] == 1], gelegt[gelegt["nummer"] != 1]
    rechts = gelegt[groesser].drop_duplicates("achse", keep="last")
    spanne = pd.DataFrame([{"wert": tief, "bis": hoch, "y": m} for m in mitten.values()])
    ebenen = [
        linien(spanne, LINIE, x=x, x2="bis:Q", y=y_kanal),
        linien(
            paare.reset_index(), LEISE, dicke=3,
            x=waagerecht("von", tief, hoch, links + 8, mass.breite - rand), x2="bis:Q", y=y_kanal,
        ),
        alt.Chart(ist).mark_point(filled=True, size=130, opacity=1, color=strichfarbe(2)).encode(x=x, y=y_kanal, description="beschreibung:N"),
        alt.Chart(geplant).mark_point(filled=False, size=130, opacity=1, strokeWidth=2.5, color=strichfarbe(1), fill=PAPIER).encode(x=x, y=y_kanal, description="beschreibung:N"),
        schrift(rechts, "wert_text", x, y_kanal, dx=12, color=TINTE),
        schrift(gelegt[kleiner], "wert_text", x, y_kanal, dx=-12, align="right", color=TINTE),
        schrift(pd.DataFrame(namen), "name", 0, senkrecht("y", hoehe), baseline="top", lineHeight=_ZEILE),
    ]  # fmt: skip
    return spezifikation(ebenen, mass.breite, hoehe)
