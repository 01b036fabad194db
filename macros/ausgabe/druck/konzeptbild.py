"""The picture of the concept as SVG, in millimetres: black and white is enough to read it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from textwrap import wrap

from fontTools.ttLib import TTFont
from lxml import etree

from macros.ausgabe.druck.satz.setzen import schriftdateien
from macros.ausgabe.farben import satzfarben
from macros.deutsch.saetze import gekuerzt
from macros.sichten.konzeptbild import Bildfeld, Bildherausforderung, Bildmassnahme

BREITE = 400.0
ZEILE, KOPF, LUECKE = 4.0, 6.5, 2.5
_HERAUSFORDERUNG, _ENDE, _MASSNAHME = 9.0, 178.0, 238.0
_SCHRIFT, _KLEIN = 3.4, 2.8
_LAENGSTE_HERAUSFORDERUNG, _LAENGSTE_ZEILE = 80, 80
_SVG = "http://www.w3.org/2000/svg"
_KREISE: Mapping[str, str] = {
    "nicht_berichtet": "offen",
    "vorgeschlagen": "leer",
    "beschlossen": "leer",
    "in_vorbereitung": "halb",
    "in_umsetzung": "halb",
    "daueraufgabe": "voll",
    "umgesetzt": "voll",
    "ausgesetzt": "ruht",
    "nicht_weiterverfolgt": "kreuz",
}
"""State -> how its circle is drawn; the word stands beside it."""


@dataclass(frozen=True, slots=True)
class _Ansatz:
    x: float
    y: float


def hoehe(felder: Sequence[Bildfeld]) -> float:
    """Millimetres that these Handlungsfelder need, one below the other."""
    return sum(_feldhoehe(f) + LUECKE for f in felder)


def zeichne(felder: Sequence[Bildfeld]) -> str:
    """The picture of some Handlungsfelder; lines lead from challenges to the measures that answer them."""
    ganz = hoehe(felder)
    wurzel = etree.Element(f"{{{_SVG}}}svg", nsmap={None: _SVG})  # type: ignore[dict-item]
    wurzel.set("viewBox", f"0 0 {BREITE:g} {ganz:g}")
    linien = etree.SubElement(wurzel, f"{{{_SVG}}}g")
    fragen: dict[str, _Ansatz] = {}
    antworten: list[tuple[Bildmassnahme, _Ansatz]] = []
    oben = 0.0
    for f in felder:
        _feldkopf(wurzel, f, oben)
        for n, h in enumerate(f.herausforderungen):
            fragen[h.id] = _herausforderung(wurzel, h, oben + KOPF + (n + 0.5) * ZEILE)
        y = oben + KOPF
        for m in f.massnahmen:
            antworten.append((m, _massnahme(wurzel, m, y + 0.5 * ZEILE)))
            y += _zeilen(m) * ZEILE
        oben += _feldhoehe(f) + LUECKE
    for m, ziel in antworten:
        for kennung in dict.fromkeys(m.beantwortet):
            if kennung in fragen:
                _linie(linien, fragen[kennung], ziel)
    return etree.tostring(wurzel, encoding="unicode")


def _zeilen(m: Bildmassnahme) -> int:
    """Lines of a measure: its title and its state."""
    return len(_titelzeilen(m)) + 1


def _titelzeilen(m: Bildmassnahme) -> list[str]:
    return wrap(gekuerzt(m.titel, 2 * _LAENGSTE_ZEILE), _LAENGSTE_ZEILE) or [""]


def _feldhoehe(f: Bildfeld) -> float:
    return KOPF + ZEILE * max(len(f.herausforderungen), sum(_zeilen(m) for m in f.massnahmen), 1)


def _neu(eltern: etree._Element, art: str, **merkmale: object) -> etree._Element:
    """An element with attributes; an underscore in their names is a hyphen."""
    return etree.SubElement(eltern, f"{{{_SVG}}}{art}", {k.replace("_", "-"): str(v) for k, v in merkmale.items()})


def _text(eltern: etree._Element, x: float, y: float, text: str, groesse: float, **merkmale: object) -> None:
    e = _neu(
        eltern, "text", x=f"{x:g}", y=f"{y:g}", font_family="Source Sans Pro", font_size=f"{groesse:g}", **merkmale
    )
    e.text = re.sub("…(?: ?…)+", "…", "".join(z if ord(z) in _zeichen() else "…" for z in text))


@cache
def _zeichen() -> frozenset[int]:
    """What the face of the picture has: no other stands in for it there; the list beside the picture has all in full."""
    regulaer = next(datei for datei in schriftdateien() if datei.name == "SourceSansPro-Regular.ttf")
    return frozenset(TTFont(regulaer).getBestCmap())


def _feldkopf(svg: etree._Element, f: Bildfeld, oben: float) -> None:
    farbe = json.loads(satzfarben())["felder"].get(f.farbe, "#333")
    _neu(svg, "rect", x=0, y=f"{oben:g}", width=2.5, height=f"{_feldhoehe(f):g}", fill=farbe)
    _neu(svg, "line", x1=0, x2=BREITE, y1=f"{oben:g}", y2=f"{oben:g}", stroke=farbe, stroke_width=0.4)
    _text(svg, 5, oben + 4.6, f"{f.name} ({f.kuerzel})", 4, fill=farbe, font_weight="600")
    if not f.massnahmen:
        _text(svg, _MASSNAHME, oben + KOPF + 0.75 * ZEILE, "keine Maßnahme im Text", _SCHRIFT, fill="#555")
    if not f.herausforderungen:
        _text(svg, _HERAUSFORDERUNG, oben + KOPF + 0.75 * ZEILE, "keine Herausforderung", _SCHRIFT, fill="#555")


def _herausforderung(svg: etree._Element, h: Bildherausforderung, y: float) -> _Ansatz:
    fuellung = "#222" if h.gefuellt else "#fff"
    _neu(
        svg,
        "rect",
        x=_HERAUSFORDERUNG - 3.4,
        y=f"{y - 1.2:g}",
        width=2.4,
        height=2.4,
        fill=fuellung,
        stroke="#222",
        stroke_width=0.3,
    )
    _text(svg, _HERAUSFORDERUNG + 0.6, y + 1.05, h.kuerzel, _SCHRIFT, fill="#222", font_weight="600")
    _text(svg, _HERAUSFORDERUNG + 16, y + 1.05, gekuerzt(h.titel, _LAENGSTE_HERAUSFORDERUNG), _SCHRIFT, fill="#222")
    return _Ansatz(_ENDE, y)


def _massnahme(svg: etree._Element, m: Bildmassnahme, y: float) -> _Ansatz:
    _kreis(svg, _KREISE.get(m.stand, "leer"), _MASSNAHME - 3, y)
    _text(svg, _MASSNAHME, y + 1.05, m.nummer, _SCHRIFT, fill="#222", font_weight="600")
    zeilen = _titelzeilen(m)
    for n, zeile in enumerate(zeilen):
        _text(svg, _MASSNAHME + 14, y + 1.05 + n * ZEILE, zeile, _SCHRIFT, fill="#222")
    worte = [m.standwort, *([f"Ampel: {m.ampel}"] if m.ampel else []), *(["überfällig"] if m.ueberfaellig else [])]
    _text(svg, _MASSNAHME + 14, y + 0.85 + len(zeilen) * ZEILE, ", ".join(worte), _KLEIN, fill="#444")
    return _Ansatz(_MASSNAHME - 5, y)


def _kreis(svg: etree._Element, art: str, x: float, y: float) -> None:
    strich = {"stroke": "#222", "stroke_width": 0.35}
    gestrichelt = {"stroke_dasharray": "0.7 0.5"} if art == "offen" else {}
    fuellung = "#222" if art == "voll" else "#fff"
    _neu(svg, "circle", cx=f"{x:g}", cy=f"{y:g}", r=1.3, fill=fuellung, **strich, **gestrichelt)
    if art == "halb":
        _neu(svg, "path", d=f"M{x:g} {y - 1.3:g} A1.3 1.3 0 0 0 {x:g} {y + 1.3:g} Z", fill="#222")
    if art == "ruht":
        for dx in (-0.4, 0.4):
            _neu(svg, "line", x1=f"{x + dx:g}", x2=f"{x + dx:g}", y1=f"{y - 0.7:g}", y2=f"{y + 0.7:g}", **strich)
    if art == "kreuz":
        for v in (1, -1):
            _neu(
                svg,
                "line",
                x1=f"{x - 0.8:g}",
                x2=f"{x + 0.8:g}",
                y1=f"{y - 0.8 * v:g}",
                y2=f"{y + 0.8 * v:g}",
                **strich,
            )


def _linie(svg: etree._Element, von: _Ansatz, bis: _Ansatz) -> None:
    mitte = (von.x + bis.x) / 2
    weg = f"M{von.x:g} {von.y:g} C{mitte:g} {von.y:g} {mitte:g} {bis.y:g} {bis.x:g} {bis.y:g}"
    _neu(svg, "path", d=weg, fill="none", stroke="#555", stroke_width=0.4)
    _neu(svg, "circle", cx=f"{von.x:g}", cy=f"{von.y:g}", r=0.6, fill="#555")
