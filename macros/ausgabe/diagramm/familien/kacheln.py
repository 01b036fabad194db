"""Small multiples: a little line chart for each value of one dimension."""

from __future__ import annotations

from collections.abc import Iterator

from macros.ausgabe.diagramm.familie import Diagrammfamilie, aus_daten
from macros.ausgabe.diagramm.schluessel import strich
from macros.ausgabe.diagramm.wendungen import linienwege, zeitspanne
from macros.deutsch.saetze import aufzaehlung
from macros.diagramme.gestalt import strichfarbe
from macros.diagramme.kacheln import eigene_skalen, kacheln
from macros.sichten.bild import Bild

EIGENE_SKALEN = "Jedes kleine Diagramm hat seine eigene Skala: Die Höhen der Linien lassen sich nicht vergleichen."


def _worte(bild: Bild) -> Iterator[str]:
    n, m = len(bild.achsen), len(bild.reihen)
    alle = len(bild.daten[bild.daten["wert"].notna()].groupby(["achse", "reihe"])) == n * m
    linien = f" mit je {'' if alle else 'bis zu '}{m} Linien ({aufzaehlung(bild.reihen)})" if m > 1 else ""
    yield f"{n} kleine Liniendiagramme{linien}{zeitspanne(bild)}."
    yield from linienwege(bild)


def _hinweise(bild: Bild) -> Iterator[str]:
    if len(bild.achsen) > 1:
        eigene = eigene_skalen(bild.daten if bild.ganz is None else bild.ganz)
        yield EIGENE_SKALEN if eigene else "Alle kleinen Diagramme haben dieselbe Skala."


FAMILIE = Diagrammfamilie(
    chart=aus_daten(kacheln),
    worte=_worte,
    marke=strichfarbe,
    schluessel=strich,
    hinweise=_hinweise,
    sagt_luecken=True,
)
