"""Stacked shares: the parts of a whole, one bar per Stichtag or value."""

from __future__ import annotations

from collections.abc import Iterator

from macros.ausgabe.diagramm.familie import Diagrammfamilie, aus_daten
from macros.ausgabe.diagramm.schluessel import feld
from macros.ausgabe.diagramm.wendungen import weg, wert_text
from macros.ausgabe.worte.sprechen import aufzaehlung, gross
from macros.diagramme.gestalt import flaeche
from macros.diagramme.stapel import gestapelt
from macros.sichten.bild import Bild


def _worte(bild: Bild) -> Iterator[str]:
    yield f"Gestapelte Balken, die zusammen je 100 Prozent ergeben: {aufzaehlung(bild.reihen)}."
    ueber_zeit = len(bild.achsen) > 1 and bild.daten["zeit"].nunique() == len(bild.achsen)
    for name, gruppe in bild.daten.groupby("reihe", sort=False):
        werte = gruppe[gruppe["wert"].notna()]
        if len(werte) == 0:
            continue
        if ueber_zeit:
            inhalt = weg(bild, werte.sort_values("zeit"), mitten=True)
        else:
            teile = zip(werte["achse"], werte["wert"], strict=True)
            inhalt = "; ".join(f"{achse} {wert_text(bild, wert)}".lstrip() for achse, wert in teile)
        yield f"{gross(str(name))}: {inhalt}."


FAMILIE = Diagrammfamilie(chart=aus_daten(gestapelt), worte=_worte, marke=flaeche, schluessel=feld)
