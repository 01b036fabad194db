"""Small multiples: a tile per value of `achse`, each with its own scale around zero; and the tiny line of an overview."""

from __future__ import annotations

from dataclasses import dataclass, field

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
    waagerecht,
)

_HOEHE = 132.0
_KOPF = 24.0
_FUSS = 22.0
_RAND = 58.0


@dataclass(frozen=True, slots=True)
class _Kachellage:
    """Where everything stands: points with x and y; names, baselines, times and newest figures with their texts."""

    punkte: list[pd.DataFrame] = field(default_factory=list)
    namen: list[dict[str, str | float]] = field(default_factory=list)
    boeden: list[dict[str, str | float]] = field(default_factory=list)
    zeiten: list[dict[str, str | float]] = field(default_factory=list)
    enden: list[dict[str, str | float]] = field(default_factory=list)


def kacheln(daten: pd.DataFrame, mass: Mass, je_zeile: int = 3) -> alt.LayerChart:
    """Tiles in reading order; columns achse, zeit, zeit_kurz, nummer, wert, wert_text, beschreibung, stueck.

    Every tile names its first and last Stichtag and the newest figure of each of its lines.
    """
    spalten = 1 if mass.schmal else je_zeile
    breite = (mass.breite - 24 * (spalten - 1)) / spalten
    platz = _Kachellage()
    zeitraum = int(daten["zeit"].min()), int(daten["zeit"].max())
    for stelle, (achse, gruppe) in enumerate(daten.groupby("achse", sort=False)):
        links = stelle % spalten * (breite + 24)
        oben = stelle // spalten * (_HOEHE + 16)
        platz.namen.append({"name": umbrich(str(achse), int(breite))[0], "x": links, "y": oben})
        _lege(platz, gruppe, zeitraum, (links, oben, breite), f"{stelle}-")
    zeilen = (len(platz.namen) + spalten - 1) // spalten
    hoehe = zeilen * (_HOEHE + 16) - 10
    return spezifikation(_ebenen(platz, mass, hoehe), mass.breite, hoehe)


def _lege(
    platz: _Kachellage, gruppe: pd.DataFrame, zeitraum: tuple[int, int], ort: tuple[float, float, float], vorsatz: str
) -> None:
    """One tile: `ort` is its left edge, its top and its width; `vorsatz` sets its pieces of lines apart."""
    (erster, letzter), (links, oben, breite) = zeitraum, ort
    boden = oben + _HOEHE - _FUSS
    rechts = links + breite - _RAND
    tief, hoch = (f([0.0, *gruppe["wert"].dropna()]) for f in (min, max))
    spanne, raum = (hoch - tief) or 1.0, boden - oben - _KOPF - 6
    platz.boeden.append({"x": links, "x2": rechts, "y": boden + tief / spanne * raum})
    texte = gruppe.drop_duplicates("zeit").set_index("zeit")["zeit_kurz"]
    platz.zeiten.append({"x": links, "y": boden + 5, "text": texte.get(erster, ""), "lage": "left"})
    platz.zeiten.append({"x": rechts, "y": boden + 5, "text": texte.get(letzter, ""), "lage": "right"})
    werte = gruppe[gruppe["wert"].notna()]
    gelegt = werte.assign(
        x=links + 4 + (werte["zeit"] - erster) / max(letzter - erster, 1) * (breite - _RAND - 8),
        y=boden - (werte["wert"] - tief) / spanne * raum,
        stueck=vorsatz + werte["stueck"].astype(str),
    )
    platz.punkte.append(gelegt)
    frei = oben + _KOPF - 6.0
    for z in gelegt.sort_values("zeit").groupby("nummer").tail(1).sort_values("y").to_dict("records"):
        frei = max(frei, z["y"])
        platz.enden.append({"x": rechts + 6, "y": frei, "text": z["wert_text"]})
        frei += 14


def _ebenen(platz: _Kachellage, mass: Mass, hoehe: float) -> list[alt.Chart]:
    x, y = waagerecht("x", 0, mass.breite, 0, mass.breite), senkrecht("y", hoehe)
    punkte, zeiten = pd.concat(platz.punkte), pd.DataFrame(platz.zeiten)
    anfaenge, enden = (zeiten[zeiten["lage"] == lage] for lage in ("left", "right"))
    return [
        linien(pd.DataFrame(platz.boeden), LINIE, x=x, x2="x2:Q", y=y),
        schrift(pd.DataFrame(platz.namen), "name", x, y, baseline="top", fontWeight="bold"),
        schrift(anfaenge, "text", x, y, baseline="top", align="left", fontSize=KLEIN, color=LEISE),
        schrift(enden, "text", x, y, baseline="top", align="right", fontSize=KLEIN, color=LEISE),
        *verlauf(punkte, x, y, sorted(punkte["nummer"].unique()), dicke=2, groesse=36, rand=0.5),
        schrift(pd.DataFrame(platz.enden), "text", x, y, fontSize=KLEIN, color=TINTE),
    ]


def funke(daten: pd.DataFrame, breite: int = 220, hoehe: int = 48) -> alt.LayerChart:
    """A line without words for an overview; columns zeit, wert, nummer, stueck. The newest points are marked."""
    werte = daten[daten["wert"].notna()]
    unten, oben = float(werte["wert"].min()), float(werte["wert"].max())
    if unten < 0:
        oben = max(oben, 0.0)
    elif unten < 0.6 * oben or unten == oben:
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
