"""A picture of an indicator -> what a page shows: two SVGs (wide and narrow), legend, patterns and text alternative."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path

from markupsafe import Markup

from macros.ausgabe.diagramm.bilddaten import vorbereitet
from macros.ausgabe.diagramm.familie import Diagrammfamilie
from macros.ausgabe.diagramm.familien import familien
from macros.ausgabe.diagramm.farbmarken import muster
from macros.ausgabe.diagramm.svg import veredle
from macros.ausgabe.diagramm.text import bildtext, hinweise
from macros.ausgabe.diagramm.zeichnen import zeichne
from macros.ausgabe.worte.zahlenquellen import quellensatz
from macros.diagramme.gestalt import BREIT, SCHMAL, Mass
from macros.sichten.bild import Bild

HOECHSTENS = 800.0
"""Pixels of the wide picture: 200 of the 245 mm that a page of a PDF has, so that title, legend and notes fit too."""


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
    hinweise: tuple[str, ...]
    breit: Markup
    schmal: Markup
    vorrat: Markup
    legende: tuple[Schluessel, ...]
    nur_schmal: bool
    quelle: str

    def als(self, kennung: str) -> Diagramm:
        """The same figure under another id, where a page shows pictures of several indicators."""

        def neu(html: Markup) -> Markup:
            return Markup(str(html).replace(self.kennung, kennung))  # noqa: S704 (only an id of our own changes)

        return replace(
            self,
            kennung=kennung,
            breit=neu(self.breit),
            schmal=neu(self.schmal),
            vorrat=neu(self.vorrat),
            legende=tuple(replace(s, bild=neu(s.bild)) for s in self.legende),
        )


def diagramm(bild: Bild, kennung: str, ablage: Path | None = None) -> Diagramm:
    """The figure of a picture; `kennung` is the id that all its ids begin with, unique on the page."""
    familie = familien()[bild.familie]
    return _gezeichnet(vorbereitet(bild, familie), familie, kennung, ablage)


def seitenbilder(bild: Bild, kennung: str, ablage: Path | None = None) -> Iterator[Diagramm]:
    """The figure of a picture for paper: in parts where it is higher than a page, so that no row is lost."""
    familie = familien()[bild.familie]
    ganzes = vorbereitet(bild, familie)
    teile = _teile(ganzes, familie, ablage)
    for nummer, teil in enumerate(teile, start=1):
        if len(teile) == 1:
            yield _gezeichnet(ganzes, familie, kennung, ablage)
            continue
        d = _gezeichnet(teil, familie, f"{kennung}-{nummer}", ablage)
        zahl = f"Teil {nummer} von {len(teile)}"
        text = (
            f"{zahl}. {bildtext(ganzes, familie) if nummer == 1 else 'Der Text zu Teil 1 beschreibt das ganze Bild.'}"
        )
        yield replace(d, titel=f"{bild.titel} ({zahl})", text=text, legende=tuple(_legende(ganzes, familie, d.kennung)))


def _teile(ganzes: Bild, familie: Diagrammfamilie, ablage: Path | None) -> list[Bild]:
    """As few parts as fit a page each, all on the scale of the whole; one where it fits, or has only one row."""
    achsen = ganzes.achsen
    noetig = math.ceil(_hoehe(ganzes, familie, ablage) / HOECHSTENS)
    for anzahl in range(noetig, len(achsen) + 1):
        je = math.ceil(len(achsen) / anzahl)
        teile = [_teil(ganzes, achsen[n : n + je]) for n in range(0, len(achsen), je)] if anzahl > 1 else [ganzes]
        if all(_hoehe(t, familie, ablage) <= HOECHSTENS for t in teile):
            return teile
    return [_teil(ganzes, (a,)) for a in achsen] if noetig > 1 and len(achsen) > 1 else [ganzes]


def _teil(ganzes: Bild, achsen: tuple[str, ...]) -> Bild:
    daten = ganzes.daten[ganzes.daten["achse"].isin(achsen)].reset_index(drop=True)
    return replace(ganzes, daten=daten, achsen=achsen, ganz=ganzes.daten)


def _hoehe(bild: Bild, familie: Diagrammfamilie, ablage: Path | None) -> float:
    """How high the wide picture is, in its own pixels."""
    svg = zeichne(inhalt_von(bild, BREIT), partial(familie.chart, bild, BREIT), ablage)
    treffer = re.search(r'viewBox="0 0 [\d.]+ ([\d.]+)"', svg)
    assert treffer is not None
    return float(treffer[1])


def _gezeichnet(fertiges: Bild, familie: Diagrammfamilie, kennung: str, ablage: Path | None) -> Diagramm:
    namen = f"{kennung}-titel"
    breit, schmal = (
        veredle(
            zeichne(inhalt_von(fertiges, mass), partial(familie.chart, fertiges, mass), ablage),
            kennung,
            "d-schmal" if mass.schmal else "d-breit",
            namen,
            mit_titeln=not mass.schmal,
        )
        for mass in (BREIT, SCHMAL)
    )
    return Diagramm(
        kennung,
        fertiges.titel,
        bildtext(fertiges, familie),
        tuple(hinweise(fertiges, familie)),
        breit,
        schmal,
        muster(kennung, map(familie.marke, sorted(set(fertiges.daten["nummer"])))),
        tuple(_legende(fertiges, familie, kennung)),
        familie.traegt_namen(fertiges),
        quellensatz(fertiges.reihe, fertiges.zeiten),
    )


def inhalt_von(bild: Bild, mass: Mass) -> str:
    """Everything that a chart depends on besides the code that draws it."""
    werte = [getattr(bild, f.name) for f in fields(bild) if f.name not in ("daten", "reihe", "ganz")]
    ganz = None if bild.ganz is None else bild.ganz.to_dict("split")
    return repr((mass, werte, bild.reihe.indikator, bild.daten.to_dict("split"), ganz))


def _legende(bild: Bild, familie: Diagrammfamilie, kennung: str) -> list[Schluessel]:
    """Entries in the order of the picture; none where there is only one series."""
    if len(bild.reihen) < 2:
        return []
    nummern = familie.nummern(bild)
    return [Schluessel(familie.schluessel(familie.marke(nummern[name]), kennung), name) for name in familie.folge(bild)]
