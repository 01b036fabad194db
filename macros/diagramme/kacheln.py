"""Small multiples: a tile per value of `achse`, on one scale where that shows them all, else each on its own around zero."""

from __future__ import annotations

from dataclasses import dataclass, field

import altair as alt
import pandas as pd

from macros.diagramme.beschriftung import KLEIN, auseinander, breite_von, umbrich
from macros.diagramme.gestalt import (
    LEISE,
    LINIE,
    TINTE,
    Mass,
    linien,
    schrift,
    senkrecht,
    spezifikation,
    strichfarbe,
    verlauf,
    waagerecht,
)

_FLAECHE = 86.0
_ZEILE = 17.0
_FUSS = 22.0
_RAND = 58.0
_ENDE = 14.0
_FETT = 14.3
"""Bold type is wider than plain type of its size."""
_EIGENE_AB = 4.0
"""So many times flatter than the steepest, a tile would show nothing on one scale for all."""


@dataclass(frozen=True, slots=True)
class _Kachellage:
    """Where everything stands: points with x and y; names, baselines, times and newest figures with their texts."""

    punkte: list[pd.DataFrame] = field(default_factory=list)
    namen: list[dict[str, str | float]] = field(default_factory=list)
    boeden: list[dict[str, str | float]] = field(default_factory=list)
    zeiten: list[dict[str, str | float]] = field(default_factory=list)
    enden: list[dict[str, str | float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Kachelort:
    """The place of one tile: its edges, where its lines may go, and the room right of them."""

    links: float
    oben: float
    boden: float
    breite: float
    rand: float

    @property
    def rechts(self) -> float:
        """Where the lines end."""
        return self.links + self.breite - self.rand


def _grenzen(werte: pd.Series[float]) -> tuple[float, float]:
    """Lowest and highest figure, zero among them."""
    return min(0.0, *werte.dropna(), 0.0), max(0.0, *werte.dropna(), 0.0)


def eigene_skalen(daten: pd.DataFrame) -> bool:
    """True where every tile has its own scale: on one scale some would be flat."""
    spannen = []
    for _, gruppe in daten.groupby("achse", sort=False):
        tief, hoch = _grenzen(gruppe["wert"])
        if hoch > tief:
            spannen.append(hoch - tief)
    tief, hoch = _grenzen(daten["wert"])
    return bool(spannen) and (hoch - tief) > _EIGENE_AB * min(spannen)


def kacheln(daten: pd.DataFrame, mass: Mass, ganz: pd.DataFrame | None = None, je_zeile: int = 3) -> alt.LayerChart:
    """Tiles in reading order; columns achse, zeit, zeit_kurz, nummer, wert, wert_text, beschreibung, stueck.

    Every tile names its first and last Stichtag and the newest figure of each of its lines.
    """
    alle = daten if ganz is None else ganz
    spalten = 1 if mass.schmal else je_zeile
    breite = (mass.breite - 24 * (spalten - 1)) / spalten
    rand = min(max([_RAND, *(breite_von(t, KLEIN) + 12 for t in alle["wert_text"])]), breite / 2)
    skala = None if eigene_skalen(alle) else _grenzen(alle["wert"])
    platz = _Kachellage()
    zeitraum = int(alle["zeit"].min()), int(alle["zeit"].max())
    gruppen = list(daten.groupby("achse", sort=False))
    oben = 0.0
    for erste in range(0, len(gruppen), spalten):
        zeile = gruppen[erste : erste + spalten]
        namen = [umbrich(str(achse), breite, _FETT) for achse, _ in zeile]
        kopf = max(len(n) for n in namen) * _ZEILE + 7
        flaeche = max([_FLAECHE, *(_ENDE * g["nummer"].nunique() for _, g in zeile)])
        for stelle, (name, (_, gruppe)) in enumerate(zip(namen, zeile, strict=True)):
            links = stelle * (breite + 24)
            platz.namen.append({"name": "\n".join(name), "x": links, "y": oben})
            kachel = _Kachelort(links, oben + kopf, oben + kopf + flaeche, breite, rand)
            _lege(platz, gruppe, zeitraum, kachel, skala or _grenzen(gruppe["wert"]), f"{erste + stelle}-")
        oben += kopf + flaeche + _FUSS + 16
    return spezifikation(_ebenen(platz, mass, oben - 10), mass.breite, oben - 10)


def _lege(
    platz: _Kachellage,
    gruppe: pd.DataFrame,
    zeitraum: tuple[int, int],
    k: _Kachelort,
    skala: tuple[float, float],
    vorsatz: str,
) -> None:
    """One tile: `vorsatz` sets its pieces of lines apart from those of the others."""
    (erster, letzter), (tief, hoch) = zeitraum, skala
    spanne, raum = (hoch - tief) or 1.0, k.boden - k.oben - 6
    platz.boeden.append({"x": k.links + 1, "x2": k.rechts, "y": k.boden + tief / spanne * raum})
    _nenne_zeiten(platz, gruppe, zeitraum, k)
    werte = gruppe[gruppe["wert"].notna()]
    gelegt = werte.assign(
        x=k.links + 4 + (werte["zeit"] - erster) / max(letzter - erster, 1) * (k.breite - k.rand - 8),
        y=k.boden - (werte["wert"] - tief) / spanne * raum,
        stueck=vorsatz + werte["stueck"].astype(str),
    )
    platz.punkte.append(gelegt)
    letzte = gelegt.sort_values("zeit").groupby("nummer").tail(1).sort_values("y")
    mitten = auseinander(letzte["y"].to_list(), [_ENDE] * len(letzte), k.oben - 6, k.boden + 7)
    for y, text in zip(mitten, letzte["wert_text"], strict=True):
        platz.enden.append({"x": k.rechts + 6, "y": y, "text": text})


def _nenne_zeiten(platz: _Kachellage, gruppe: pd.DataFrame, zeitraum: tuple[int, int], k: _Kachelort) -> None:
    """First and last Stichtag below a tile; the last one moves right where they would touch."""
    texte = gruppe.drop_duplicates("zeit").set_index("zeit")["zeit_kurz"]
    erster, letzter = (str(texte.get(zeit, "")) for zeit in zeitraum)
    if zeitraum[0] == zeitraum[1]:
        letzter = ""
    noetig = breite_von(erster, KLEIN) + 8 + breite_von(letzter, KLEIN)
    rechts = min(max(k.rechts, k.links + noetig), k.links + k.breite)
    platz.zeiten.append({"x": k.links, "y": k.boden + 5, "text": erster, "lage": "left"})
    platz.zeiten.append({"x": rechts, "y": k.boden + 5, "text": letzter, "lage": "right"})


def _ebenen(platz: _Kachellage, mass: Mass, hoehe: float) -> list[alt.Chart]:
    x, y = waagerecht("x", 0, mass.breite, 0, mass.breite), senkrecht("y", hoehe)
    punkte, zeiten = pd.concat(platz.punkte), pd.DataFrame(platz.zeiten)
    anfaenge, enden = (zeiten[zeiten["lage"] == lage] for lage in ("left", "right"))
    return [
        linien(pd.DataFrame(platz.boeden), LINIE, x=x, x2="x2:Q", y=y),
        schrift(pd.DataFrame(platz.namen), "name", x, y, baseline="top", fontWeight="bold", lineHeight=_ZEILE),
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
