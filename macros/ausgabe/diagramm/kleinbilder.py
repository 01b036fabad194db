"""The tiny pictures of an overview, hidden from screen readers: what is written beside them says the same."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from markupsafe import Markup

from macros.ausgabe.diagramm.bilddaten import vorbereitet
from macros.ausgabe.diagramm.familien import familien
from macros.ausgabe.diagramm.svg import veredle
from macros.ausgabe.diagramm.zeichnen import zeichne
from macros.diagramme.kacheln import funke
from macros.diagramme.kleinbild import kleine_balken
from macros.modell.einheit import Einheit
from macros.modell.indikator import Indikator
from macros.sichten.bild import Bild
from macros.sichten.kurzblick import Kurzblick

KLASSE = "d-funke"
GANZES = 100.0
_KLEIN = 20.0
"""Shares below it would be a hair on a scale up to 100 percent; they are drawn against each other."""


def funkenlinie(bild: Bild, kennung: str, ablage: Path | None = None) -> Markup:
    """A line where there is a trend."""
    daten = vorbereitet(bild, familien()[bild.familie]).daten
    inhalt = repr(("funke", daten.to_dict("split")))
    return veredle(zeichne(inhalt, partial(funke, daten), ablage), kennung, KLASSE, "")


def kleinbild(b: Kurzblick, i: Indikator, kennung: str, ablage: Path | None = None) -> Markup:
    """The newest figures as bars; nothing for one figure alone that no whole and no other area can be set against."""
    werte = [(x.wert, x.gesamt and len(b.alle) > 1) for x in b.alle]
    marken = [v.wert for v in i.vergleich] if b.einheit == i.einheit else []
    hoechster = max([w for w, _ in werte], default=0.0)
    anteil = b.einheit == Einheit.PROZENT and hoechster <= GANZES and all(w >= 0 for w, _ in werte)
    ganzes = GANZES if anteil and not (hoechster < _KLEIN and len(werte) + len(marken) > 1) else None
    if not werte or (len(werte) == 1 and not marken and ganzes is None):
        return Markup("")
    inhalt = repr(("kleinbild", werte, ganzes, marken))
    return veredle(zeichne(inhalt, partial(kleine_balken, werte, ganzes, marken), ablage), kennung, KLASSE, "")
