"""Dumbbells: two figures of each row on one line."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from macros.ausgabe.diagramm.familie import Diagrammfamilie, aus_daten
from macros.ausgabe.diagramm.schluessel import punkt
from macros.ausgabe.diagramm.wendungen import wert_text
from macros.deutsch.buchstaben import gross
from macros.deutsch.saetze import aufzaehlung
from macros.diagramme.gestalt import strichfarbe
from macros.diagramme.hantel import hantel
from macros.sichten.bild import Bild


def _worte(bild: Bild) -> Iterator[str]:
    alle = bild.daten["wert"].notna().sum() == len(bild.achsen) * len(bild.reihen)
    yield f"Je Zeile {'' if alle else 'bis zu '}zwei Punkte: {aufzaehlung(bild.reihen)}."
    for achse, zeilen in bild.daten.groupby("achse", sort=False):
        teile = [
            f"{name} {wert_text(bild, wert)}" if pd.notna(wert) else f"{name} ohne Zahl"
            for name, wert in zip(zeilen["reihe"], zeilen["wert"], strict=True)
        ]
        yield f"{gross(str(achse))}: {aufzaehlung(teile)}."


FAMILIE = Diagrammfamilie(chart=aus_daten(hantel), worte=_worte, marke=strichfarbe, schluessel=punkt)
