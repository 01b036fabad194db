"""Bars: one per value, in groups where there are series."""

from __future__ import annotations

from collections.abc import Iterator

import altair as alt

from macros.ausgabe.diagramm.familie import Diagrammfamilie
from macros.ausgabe.diagramm.schluessel import feld
from macros.ausgabe.diagramm.wendungen import markenname, wert_text
from macros.ausgabe.diagramm.ziele import alle_marken, vergleichssatz, zielsatz
from macros.deutsch.buchstaben import gross
from macros.deutsch.saetze import aufzaehlung
from macros.diagramme.balken import balken
from macros.diagramme.gestalt import Marke, Mass, flaeche
from macros.sichten.bild import Bild

EINZELN = 3
"""Up to so many figures are told one by one, else only the extremes."""


def _worte(bild: Bild) -> Iterator[str]:
    mit_zahl = bild.daten[bild.daten["wert"].notna()]
    gruppen, m, n = len(bild.achsen), len(bild.reihen), len(mit_zahl)
    if m > 1:
        yield f"Balkendiagramm: {gruppen} Gruppen mit je bis zu {m} Balken ({aufzaehlung(bild.reihen)})."
    else:
        yield f"Balkendiagramm mit {n if n != 1 else 'einem'} Balken."
    marken = [
        (markenname(achse, name), wert_text(bild, wert), wert, gesamt)
        for achse, name, wert, gesamt in zip(*(mit_zahl[s] for s in ("achse", "reihe", "wert", "gesamt")), strict=True)
    ]
    for name, text, _, gesamt in marken:
        if gesamt:
            yield f"{gross(name)}: {text}."
    teile = [(name, text, wert) for name, text, wert, gesamt in marken if not gesamt]
    if len(teile) > EINZELN:
        ordnung = sorted(teile, key=lambda teil: teil[2])
        yield f"Höchster Wert: {ordnung[-1][0]} mit {ordnung[-1][1]}."
        yield f"Niedrigster Wert: {ordnung[0][0]} mit {ordnung[0][1]}."
    elif teile:
        yield f"{gross('; '.join(f'{name}: {text}' for name, text, _ in teile))}."


def _marken(bild: Bild) -> list[Marke]:
    """Targets and other areas, where the bars show the figures that they are set for and no shares of them."""
    return alle_marken(bild.reihe.indikator) if bild.einheit == bild.reihe.indikator.einheit else []


def _chart(bild: Bild, mass: Mass) -> alt.LayerChart:
    return balken(bild.daten, mass, bild.ganz, _marken(bild))


def _nachsatz(bild: Bild) -> Iterator[str]:
    if _marken(bild):
        yield from zielsatz(bild.reihe.indikator)
        yield from vergleichssatz(bild.reihe.indikator)


FAMILIE = Diagrammfamilie(
    chart=_chart, worte=_worte, marke=flaeche, schluessel=feld, nachsatz=_nachsatz, zeichnet_marken=True
)
