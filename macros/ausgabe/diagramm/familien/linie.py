"""Lines over time, with the target and the figures of other areas drawn across."""

from __future__ import annotations

import math
from collections.abc import Iterator

import altair as alt

from macros.ausgabe.diagramm.familie import Diagrammfamilie
from macros.ausgabe.diagramm.schluessel import strich
from macros.ausgabe.diagramm.wendungen import linienwege, wert_text, zeitspanne
from macros.ausgabe.diagramm.ziele import zielmarken, zielsatz
from macros.ausgabe.worte.sprechen import genau, kurzform
from macros.diagramme.gestalt import Marke, Mass, strichfarbe
from macros.diagramme.linie import linie
from macros.sichten.bild import Bild

MOST_ZEICHEN = 18
"""Up to so long, the name of a series stands at the end of its line."""


def _chart(bild: Bild, mass: Mass) -> alt.LayerChart:
    achse = _achse(bild)
    bruch = bild.reihe.indikator.bruch
    ab = bruch.ab.ende.toordinal() if bruch and any(bild.reihe.vor_bruch(s) for s in bild.zeiten) else None
    texte = [(wert, _achsentext(bild, wert, achse)) for wert in achse]
    return linie(bild.daten, mass, _marken(bild), ab, "neu gezählt", texte)


def _worte(bild: Bild) -> Iterator[str]:
    m = bild.daten.loc[bild.daten["wert"].notna(), "reihe"].nunique()
    yield f"Liniendiagramm mit {f'{m} Linien' if m > 1 else 'einer Linie'}{zeitspanne(bild)}."
    yield from linienwege(bild)
    if (achse_ab := _achse(bild)[0]) > 0:
        yield f"Die senkrechte Achse beginnt bei {wert_text(bild, achse_ab)}, nicht bei null."


def _nachsatz(bild: Bild) -> Iterator[str]:
    i = bild.reihe.indikator
    if not bild.mit_ziel:
        return
    yield from zielsatz(i)
    if i.vergleich:
        vergleiche = [f"{v.gebiet} {genau(i, v.wert)} ({i.zeit(v.stichtag).bezeichnung})" for v in i.vergleich]
        yield f"Gepunktet zum Vergleich: {'; '.join(vergleiche)}."


def _marken(bild: Bild) -> list[Marke]:
    i = bild.reihe.indikator
    if not bild.mit_ziel:
        return []
    marken = [Marke(v.wert, f"{v.gebiet}: {genau(i, v.wert)}", False) for v in i.vergleich]
    return [*zielmarken(i), *marken]


def _achse(bild: Bild) -> list[float]:
    """Round grid values around all figures and marks; from zero unless some lie below it, or all close together far above."""
    werte = [*bild.daten["wert"].dropna(), *(m.wert for m in _marken(bild))]
    tief, hoch = min(werte), max(werte)
    if tief < 0:
        hoch = max(hoch, 0.0)
    elif tief < 0.6 * hoch or hoch == 0:
        tief = 0.0
    spanne = (hoch - tief) or abs(hoch) or 1.0
    grob = spanne / 4
    zehner = 10 ** math.floor(math.log10(grob))
    schritt = next(f * zehner for f in (1, 2, 2.5, 5, 10) if f * zehner >= grob)
    if bild.stellen == 0:
        schritt = max(1.0, float(math.ceil(schritt)))
    unten = math.floor(tief / schritt + 1e-9) * schritt
    anzahl = math.ceil((hoch - unten) / schritt - 1e-9) or 1
    return [unten + n * schritt for n in range(anzahl + 1)]


def _achsentext(bild: Bild, wert: float, achse: list[float]) -> str:
    stellen = 0 if all(abs(w - round(w)) < 1e-9 for w in achse) else max(1, bild.stellen)
    return kurzform(wert, bild.einheit, stellen)


def _traegt_namen(bild: Bild) -> bool:
    return all(len(name) <= MOST_ZEICHEN for name in bild.reihen)


FAMILIE = Diagrammfamilie(
    chart=_chart,
    worte=_worte,
    marke=strichfarbe,
    schluessel=strich,
    nachsatz=_nachsatz,
    sagt_luecken=True,
    traegt_namen=_traegt_namen,
)
