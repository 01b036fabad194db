"""A picture to take along: title, legend, chart, notes, source, licence and town in one SVG that needs no font."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree
from markupsafe import Markup

from macros.ausgabe.diagramm.aufbau import Diagramm
from macros.ausgabe.diagramm.umrisse import Umrisse, textbreite
from macros.ausgabe.farben import farben

BREITE = 640
_RAND = 24
_NS = "http://www.w3.org/2000/svg"
_RAHMEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{b}" height="{h}" '
    'viewBox="0 0 {b} {h}" role="img" aria-label="{name}"><title>{name}</title><desc>{text}</desc>{innen}</svg>'
)
_VARIABLE = re.compile(r"var\((--[a-z0-9-]+)\)")
_INNEN = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_TITEL = re.compile(r"<title>.*?</title>", re.DOTALL)
_MASS = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


@dataclass
class _Blatt:
    """What stands on the sheet so far, and how far down it goes."""

    teile: list[Markup] = field(default_factory=list)
    y: float = float(_RAND)

    def schreibe(self, text: str, groesse: float, farbe: str, fett: bool = False) -> None:
        """A paragraph in lines that fit."""
        for zeile in in_zeilen(text, BREITE, groesse, fett):
            self.y += groesse * 1.35
            self.teile.append(
                Markup('<text transform="translate({},{:.1f})" font-size="{}" fill="var({})"{}>{}</text>').format(
                    _RAND, self.y - groesse * 0.35, groesse, farbe, Markup(' font-weight="600"') if fett else "", zeile
                )
            )

    def lege(self, svg: Markup, x: float, breite: float | None = None) -> None:
        """A picture at the current height; `breite` shrinks or widens it."""
        treffer = _MASS.search(str(svg))
        innen = _INNEN.search(str(svg))
        assert treffer and innen
        mass = 1.0 if breite is None else breite / float(treffer[1])
        gruppe = Markup('<g fill="none" transform="translate({:.1f},{:.1f})scale({:.4g})">{}</g>')
        self.teile.append(gruppe.format(x, self.y, mass, Markup(_TITEL.sub("", innen[1]))))  # noqa: S704 (our own SVG)
        if breite is not None:
            self.y += float(treffer[2]) * mass


def in_zeilen(text: str, breite: float, groesse: float, fett: bool = False) -> list[str]:
    """A text in lines of at most a width, as it is really set."""
    zeilen: list[str] = []
    for wort in text.split():
        if zeilen and textbreite(f"{zeilen[-1]} {wort}", groesse, fett) <= breite:
            zeilen[-1] += f" {wort}"
        else:
            zeilen.append(wort)
    return zeilen


def tafel(d: Diagramm, fusszeilen: Sequence[str]) -> str:
    """The sheet of a figure; `fusszeilen` say source, dates, licence and town."""
    blatt = _Blatt()
    blatt.schreibe(d.titel, 17, "--tinte", fett=True)
    blatt.y += 10
    _lege_legende(blatt, d)
    blatt.lege(d.breit, _RAND, BREITE)
    blatt.y += 8
    for hinweis in d.hinweise:
        blatt.schreibe(hinweis, 12, "--tinte", fett=True)
    blatt.y += 4
    for zeile in fusszeilen:
        blatt.schreibe(zeile, 11, "--leise")
    breite, hoehe = BREITE + 2 * _RAND, round(blatt.y + _RAND)
    grund = Markup('<path d="M0 0h{}v{}H0z" fill="#fff"/>').format(breite, hoehe)
    muster = _INNEN.search(str(d.vorrat))
    innen = [Markup(muster[1] if muster else ""), grund, *blatt.teile]  # noqa: S704 (our own SVG)
    ganz = Markup(_RAHMEN).format(b=breite, h=hoehe, name=d.titel, text=d.text, innen=Markup("").join(innen))  # noqa: S704
    return _umrissen(_VARIABLE.sub(lambda t: farben()[t[1]], str(ganz)))


def _lege_legende(blatt: _Blatt, d: Diagramm) -> None:
    """The entries of the legend in lines; none where the picture carries the names itself."""
    if not d.legende or d.nur_schmal:
        return
    x = float(_RAND)
    for eintrag in d.legende:
        weite = 34 + textbreite(eintrag.text, 12) + 18
        if x > _RAND and x + weite - 18 > _RAND + BREITE:
            x, blatt.y = float(_RAND), blatt.y + 18
        blatt.lege(eintrag.bild, x)
        blatt.teile.append(
            Markup('<text transform="translate({:.1f},{:.1f})" font-size="12" fill="var(--tinte)">{}</text>').format(
                x + 34, blatt.y + 10, eintrag.text
            )
        )
        x += weite
    blatt.y += 26


def _umrissen(svg: str) -> str:
    wurzel = etree.fromstring(svg.encode())
    umrisse = Umrisse()
    umrisse.zeichne(wurzel)
    for knoten in wurzel.iter():
        for name in ("data-marke", "class"):
            knoten.attrib.pop(name, "")
    wurzel.insert(2, umrisse.vorrat())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{etree.tostring(wurzel, encoding="unicode")}\n'
