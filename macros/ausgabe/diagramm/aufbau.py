"""A picture of an indicator -> what a page shows: two SVGs (wide and narrow), legend, patterns and text alternative."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path

from markupsafe import Markup

from macros.ausgabe.diagramm.bilddaten import vorbereitet
from macros.ausgabe.diagramm.familie import Diagrammfamilie
from macros.ausgabe.diagramm.familien import familien
from macros.ausgabe.diagramm.farbmarken import muster
from macros.ausgabe.diagramm.svg import veredle
from macros.ausgabe.diagramm.text import bildtext
from macros.ausgabe.diagramm.zeichnen import zeichne
from macros.ausgabe.worte.zahlenquellen import quellensatz
from macros.diagramme.gestalt import BREIT, SCHMAL, Mass
from macros.diagramme.kacheln import funke
from macros.sichten.bild import Bild


@dataclass(frozen=True, slots=True)
class Schluessel:
    """One entry of a legend."""

    bild: Markup
    text: str


@dataclass(frozen=True, slots=True)
class Diagramm:
    """One figure, ready for a template; `nur_schmal` says that the wide picture carries the names itself."""

    kennung: str
    titel: str
    text: str
    breit: Markup
    schmal: Markup
    vorrat: Markup
    legende: tuple[Schluessel, ...]
    nur_schmal: bool
    quelle: str


def diagramm(bild: Bild, kennung: str, ablage: Path | None = None) -> Diagramm:
    """The figure of a picture; `kennung` is the id that all its ids begin with, unique on the page."""
    familie = familien()[bild.familie]
    fertiges = vorbereitet(bild, familie)
    namen = f"{kennung}-titel {kennung}-text"
    breit, schmal = (
        veredle(
            zeichne(_inhalt(fertiges, mass), partial(familie.chart, fertiges, mass), ablage),
            kennung,
            "d-schmal" if mass.schmal else "d-breit",
            namen,
            mit_titeln=not mass.schmal,
        )
        for mass in (BREIT, SCHMAL)
    )
    return Diagramm(
        kennung,
        bild.titel,
        bildtext(fertiges, familie),
        breit,
        schmal,
        muster(kennung, map(familie.marke, sorted(set(fertiges.daten["nummer"])))),
        tuple(_legende(fertiges, familie, kennung)),
        familie.traegt_namen(bild),
        quellensatz(bild.reihe, bild.zeiten),
    )


def _inhalt(bild: Bild, mass: Mass) -> str:
    """Everything that a chart depends on besides the code that draws it."""
    werte = [getattr(bild, f.name) for f in fields(bild) if f.name not in ("daten", "reihe")]
    return repr((mass, werte, bild.reihe.indikator, bild.daten.to_dict("split")))


def _legende(bild: Bild, familie: Diagrammfamilie, kennung: str) -> list[Schluessel]:
    """Entries in the order of the picture; none where there is only one series."""
    if len(bild.reihen) < 2:
        return []
    nummern = familie.nummern(bild)
    return [Schluessel(familie.schluessel(familie.marke(nummern[name]), kennung), name) for name in bild.reihen]


def funkenlinie(bild: Bild, kennung: str, ablage: Path | None = None) -> Markup:
    """The tiny line of an overview, hidden from screen readers: the sentence beside it says the same."""
    daten = vorbereitet(bild, familien()[bild.familie]).daten
    inhalt = repr(("funke", daten.to_dict("split")))
    return veredle(zeichne(inhalt, partial(funke, daten), ablage), kennung, "d-funke", "")
