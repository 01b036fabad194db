"""Lines over time, with the target and the figures of other areas drawn across."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal

import altair as alt

from macros.ausgabe.diagramm.familie import Diagrammfamilie
from macros.ausgabe.diagramm.schluessel import strich
from macros.ausgabe.diagramm.wendungen import linienwege, zeitspanne
from macros.ausgabe.diagramm.ziele import vergleichssatz, zielmarken, zielsatz
from macros.ausgabe.worte.einheiten import mit_einheit
from macros.ausgabe.worte.sprechen import genau, kurzform
from macros.deutsch.zahlen import glatt
from macros.diagramme.gestalt import Marke, Mass, strichfarbe
from macros.diagramme.linie import linie
from macros.sichten.bild import Bild

MOST_ZEICHEN = 18
"""Up to so long, the name of a series stands at the end of its line."""


def _chart(bild: Bild, mass: Mass) -> alt.LayerChart:
    achse = _achse(bild)
    bruch = bild.reihe.indikator.bruch
    ab = bruch.ab.ende.toordinal() if bruch and bild.bricht else None
    texte = [(float(wert), kurzform(float(wert), bild.einheit, _stellen(achse))) for wert in achse]
    return linie(bild.daten, mass, _marken(bild), ab, "neu gezählt", texte)


def _worte(bild: Bild) -> Iterator[str]:
    m = bild.daten.loc[bild.daten["wert"].notna(), "reihe"].nunique()
    yield f"Liniendiagramm mit {f'{m} Linien' if m > 1 else 'einer Linie'}{zeitspanne(bild)}."
    yield from linienwege(bild)


def _hinweise(bild: Bild) -> Iterator[str]:
    achse = _achse(bild)
    if achse[0] > 0:
        anfang = mit_einheit(float(achse[0]), bild.einheit, _stellen(achse)).replace(" ", "\u00a0", 1)
        yield f"Die senkrechte Achse beginnt bei {anfang}, nicht bei null."


def _nachsatz(bild: Bild) -> Iterator[str]:
    i = bild.reihe.indikator
    if not bild.mit_ziel:
        return
    yield from zielsatz(i)
    yield from vergleichssatz(i)


def _marken(bild: Bild) -> list[Marke]:
    i = bild.reihe.indikator
    if not bild.mit_ziel:
        return []
    marken = [Marke(v.wert, f"{v.gebiet}: {genau(i, v.wert)}", False) for v in i.vergleich]
    return [*zielmarken(i), *marken]


def _achse(bild: Bild) -> list[Decimal]:
    """Round grid values around all figures and marks; from zero unless some lie below it, or all close together far above.

    They are decimal, so that what stands beside the grid is its value and not one near it.
    """
    werte = [glatt(w) for w in (*bild.daten["wert"].dropna(), *(m.wert for m in _marken(bild)))]
    tief, hoch = min(werte), max(werte)
    if tief < 0:
        hoch = max(hoch, Decimal(0))
    elif tief < Decimal("0.6") * hoch or hoch == 0:
        tief = Decimal(0)
    grob = ((hoch - tief) or abs(hoch) or Decimal(1)) / 4
    zehner = Decimal(10) ** math.floor(grob.log10())
    schritt = next(s for f in ("1", "2", "2.5", "5", "10") if (s := Decimal(f) * zehner) >= grob)
    if bild.stellen == 0:
        schritt = max(Decimal(1), Decimal(math.ceil(schritt)))
    unten = math.floor(tief / schritt) * schritt
    anzahl = math.ceil((hoch - unten) / schritt) or 1
    return [unten + n * schritt for n in range(anzahl + 1)]


def _stellen(achse: Sequence[Decimal]) -> int:
    """Decimal places that every grid value needs to be written in full."""
    return max(0, *(-int(w.normalize().as_tuple().exponent) for w in achse))


def _traegt_namen(bild: Bild) -> bool:
    return all(len(name) <= MOST_ZEICHEN for name in bild.reihen)


FAMILIE = Diagrammfamilie(
    chart=_chart,
    worte=_worte,
    marke=strichfarbe,
    schluessel=strich,
    hinweise=_hinweise,
    nachsatz=_nachsatz,
    zeichnet_marken=True,
    sagt_luecken=True,
    traegt_namen=_traegt_namen,
)
