"""The pictures of an indicator for paper: the page's own SVGs with fixed colours, patterns inside and a legend."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from macros.ausgabe.diagramm.aufbau import HOECHSTENS, Diagramm, seitenbilder
from macros.ausgabe.farben import farben
from macros.modell.plan import Plan
from macros.sichten.indikator_bild import bilder
from macros.sichten.reihen import reihe

_VARIABLE = re.compile(r"var\((--[a-z0-9-]+)\)")
_INNEN = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_HOEHE = re.compile(r'viewBox="0 0 [\d.]+ ([\d.]+)"')
_TITEL = re.compile(r"<title>.*?</title>", re.DOTALL)
_HOF = re.compile(r"(<text [^>]*?)\sstroke=")
_SCHRIFT = 'xmlns="http://www.w3.org/2000/svg" font-family="Source Sans Pro"'


@dataclass(frozen=True, slots=True)
class Druckbild:
    """A picture by its name in the document, its title, what it shows in words, the entries of its legend, and what stands under it, and its width."""

    name: str
    titel: str
    text: str
    legende: tuple[tuple[str, str], ...]
    hinweise: tuple[str, ...] = ()
    breite: str = "100%"


def druckbilder(plan: Plan, indikator: str, vorrat: dict[str, str]) -> list[Druckbild]:
    """The pictures of an indicator; their SVGs and those of their legends go into `vorrat` by name."""
    gefunden = []
    alle = (d for b in bilder(reihe(plan, indikator)) for d in seitenbilder(b, f"{indikator}-{b.kennung}"))
    for d in alle:
        name = d.kennung
        vorrat[name] = fuer_papier(str(d.breit), str(d.vorrat))
        legende = []
        for stelle, eintrag in enumerate(() if d.nur_schmal else d.legende):
            vorrat[f"{name}-{stelle}"] = fuer_papier(str(eintrag.bild), str(d.vorrat))
            legende.append((f"{name}-{stelle}", eintrag.text))
        gefunden.append(Druckbild(name, d.titel, _worte(d), tuple(legende), d.hinweise, _breite(str(d.breit))))
    return gefunden


def _breite(svg: str) -> str:
    """How much of the line a picture takes: less than all where it is a single row that is higher than a page."""
    treffer = _HOEHE.search(svg)
    return f"{min(100, math.floor(HOECHSTENS / float(treffer[1]) * 100))}%" if treffer else "100%"


def _worte(d: Diagramm) -> str:
    return f"{d.titel}. {d.text}"


def fuer_papier(svg: str, vorrat: str = "") -> str:
    """An inline SVG of a page as a picture of its own: patterns inside, colours of the light scheme."""
    muster = "".join(_INNEN.findall(vorrat))
    ganz = _TITEL.sub("", svg).replace("<svg ", f"<svg {_SCHRIFT} ", 1)
    ganz = _HOF.sub(r'\1 paint-order="stroke" stroke-linejoin="round" stroke=', ganz)
    ganz = re.sub(r"(<svg[^>]*>)", lambda t: t[1] + muster, ganz, count=1)
    return _VARIABLE.sub(lambda t: farben()[t[1]], ganz)
