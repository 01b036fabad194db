"""Small multiples: a tile per value of `achse`, each with its own scale from zero; and the tiny line of an overview."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from macros.diagramme.gestalt import (
    KLEIN,
    LEISE,
    LINIE,
    TINTE,
    Mass,
    linien,
    schrift,
    senkrecht,
    spezifikation,
    strichfarbe,
    umbrich,
    verlauf,
)

_HOEHE = 132.0
_KOPF = 24.0
_FUSS = 22.0


def kacheln(daten: pd.DataFrame, mass: Mass, je_zeile: int = 3) -> alt.LayerChart:
    """Tiles in reading order; columns achse, zeit, zeit_kurz, nummer, wert, wert_text, beschreibung, stueck.

    Every tile names its first and last Stichtag and the newest figure of each of its lines.
    """
    spalten = 1 if mass.schmal else je_zeile
    breite = (mass.breite - 24 * (spalten - 1)) / spalten
    punkte, namen, boeden, zeiten, enden = [], [], [], [], []
    erster, letzter = int(daten["zeit"].min()), int(daten["zeit"].max())
    for stelle, (achse, gruppe) in enumerate(daten.groupby("achse", sort=False)):
        links = stelle % spalten * (breite + 24)
        oben = stelle // spalten * (_HOEHE + 16)
        boden = oben + _HOEHE - _FUSS
        innen = boden - oben - _KOPF - 6
        hoch = float(gruppe["wert"].max()) if gruppe["wert"].notna().any() else 1.0
        rand = 58.0
        namen.append({"name": umbrich(str(achse), int(breite))[0], "x": links, "y": oben})
        boeden.append({"x": links, "x2": links + breite - rand, "y": boden})
        texte = gruppe.drop_duplicates("zeit").set_index("zeit")["zeit_kurz"]
        zeiten += [
            {"x": links, "y": boden + 5, "text": texte.get(erster, ""), "lage": "left"},
            {"x": links + breite - rand, "y": boden + 5, "text": texte.get(letzter, ""), "lage": "right"},
        ]
        werte = gruppe[gruppe["wert"].notna()]
        gelegt = werte.assign(
            x=links + 4 + (werte["zeit"] - erster) / max(letzter - erster, 1) * (breite - rand - 8),
            y=boden - werte["wert"] / (hoch or 1) * innen,
            stueck=f"{stelle}-" + werte["stueck"].astype(str),
        )
        punkte.append(gelegt)
        letzte = gelegt.sort_values("zeit").groupby("nummer").tail(1).sort_values("y")
        frei = oben + _KOPF - 6.0
        for z in letzte.to_dict("records"):
            frei = max(frei, z["y"])
            enden.append({"x": links + breite - rand + 6, "y": frei, "text": z["wert_text"]})
            frei += 14
    hoehe = (len(namen) + spalten - 1) // spalten * (_HOEHE + 16) - 10
    return spezifikation(_ebenen(pd.concat(punkte), namen, boeden, zeiten, enden, mass, hoehe), mass.breite, hoehe)


def _x(feld: str, breite: float) -> alt.X:
    return alt.X(f"{feld}:Q", scale=alt.Scale(domain=[0, breite], range=[0, breite], nice=False), axis=None)


def _ebenen(
    punkte: pd.DataFrame,
    namen: list[dict[str, Any]],
    boeden: list[dict[str, Any]],
    zeiten: list[dict[str, Any]],
    enden: list[dict[str, Any]],
    mass: Mass,
    hoehe: float,
) -> list[alt.Chart]:
    x, y = _x("x", mass.breite), senkrecht("y", hoehe)
    nummern = sorted(punkte["nummer"].unique())
    farbe = alt.Color("nummer:N", scale=alt.Scale(domain=nummern, range=[strichfarbe(n) for n in nummern]), legend=None)
    zeittexte = pd.DataFrame(zeiten)
    return [
        linien(pd.DataFrame(boeden), LINIE, x=x, x2="x2:Q", y=y),
        schrift(pd.DataFrame(namen), "name", x, y, baseline="top", fontWeight="bold"),
        *(
            schrift(zeittexte[zeittexte["lage"] == lage], "text", x, y, baseline="top", align=lage, fontSize=KLEIN, color=LEISE)
            for lage in ("left", "right")
        ),
        *verlauf(punkte, x, y, farbe, nummern, dicke=2, groesse=36, rand=0.5),
        schrift(pd.DataFrame(enden), "text", x, y, fontSize=KLEIN, color=TINTE),
    ]  # fmt: skip


def funke(daten: pd.DataFrame, breite: int = 220, hoehe: int = 48) -> alt.LayerChart:
    """A line without words for an overview; columns zeit, wert, nummer, stueck. The newest points are marked."""
    werte = daten[daten["wert"].notna()]
    unten, oben = float(werte["wert"].min()), float(werte["wert"].max())
    if unten < 0.6 * oben or unten == oben:
        unten, oben = 0.0, oben or 1.0
    x = alt.X("zeit:Q", scale=alt.Scale(domain=[int(werte["zeit"].min()), int(werte["zeit"].max())], range=[5, breite - 5], nice=False, zero=False), axis=None)  # fmt: skip
    y = alt.Y("wert:Q", scale=alt.Scale(domain=[unten, oben], range=[hoehe - 5, 5], nice=False), axis=None)
    letzte = werte.sort_values("zeit").groupby("nummer").tail(1)
    farbe = alt.Color(
        "nummer:N", scale=alt.Scale(range=[strichfarbe(n) for n in sorted(werte["nummer"].unique())]), legend=None
    )
    ebenen = [
        alt.Chart(werte).mark_line(strokeWidth=2, aria=False).encode(x=x, y=y, color=farbe, detail="stueck:N"),
        alt.Chart(letzte).mark_point(filled=True, opacity=1, size=50, aria=False).encode(x=x, y=y, color=farbe),
    ]
    return spezifikation(ebenen, breite, hoehe)
