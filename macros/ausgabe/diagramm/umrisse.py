"""Texts of an SVG as outlines, so that it looks the same where its font is not installed, in Word for example."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from lxml import etree

from macros.ausgabe.druck.satz.setzen import schriftdateien

_NS = "http://www.w3.org/2000/svg"
_VERWEIS = "{http://www.w3.org/1999/xlink}href"
_LAGE = {"middle": 0.5, "end": 1.0}
_FETT = "SourceSansPro-Semibold.otf"
_NORMAL = "SourceSansPro-Regular.otf"
_ERSATZ = ("NotoSans[wght].ttf", "NotoSansSymbols[wght].ttf")


class _Schriftbild:
    """A font: which glyph a character has, how far it advances in thousandths, and its outline."""

    def __init__(self, datei: Path) -> None:
        ttf = TTFont(datei, lazy=True)
        self._zeichen: dict[int, str] = ttf.getBestCmap()
        self._formen = ttf.getGlyphSet()
        self._je_tausend = 1000 / ttf["head"].unitsPerEm
        self._umrisse: dict[str, tuple[str, float]] = {}

    def kennt(self, zeichen: str) -> bool:
        """True where the font has a shape for a character."""
        return ord(zeichen) in self._zeichen

    def form(self, zeichen: str) -> tuple[str, float]:
        """(outline in thousandths of the size, y upwards; advance)."""
        if zeichen not in self._umrisse:
            name = self._zeichen[ord(zeichen)]
            f = self._je_tausend
            stift = SVGPathPen(self._formen, ntos=lambda z: f"{z * f:.0f}")
            self._formen[name].draw(stift)
            self._umrisse[zeichen] = stift.getCommands(), self._formen[name].width * f
        return self._umrisse[zeichen]


@cache
def _schriftbilder(fett: bool) -> tuple[_Schriftbild, ...]:
    """The text face and the faces for what it lacks, in their order."""
    nach_namen = {d.name: d for d in schriftdateien()}
    namen = (_FETT if fett else _NORMAL, *_ERSATZ)
    return tuple(_Schriftbild(nach_namen[name]) for name in namen if name in nach_namen)


def _bild_von(zeichen: str, fett: bool) -> tuple[int, _Schriftbild] | None:
    return next(((n, s) for n, s in enumerate(_schriftbilder(fett)) if s.kennt(zeichen)), None)


def textbreite(text: str, groesse: float, fett: bool = False) -> float:
    """How wide a line is set; characters that no font has count as half their size."""
    formen = (_bild_von(z, fett) for z in text)
    return sum(b[1].form(z)[1] if b else 500 for z, b in zip(text, formen, strict=True)) * groesse / 1000


def schriftzeichen(zeichen: Iterable[str]) -> dict[str, dict[str, tuple[int, str]]]:
    """Weight -> character -> (advance, outline), for those that some font has; a browser outlines texts with them."""
    return {
        name: {
            z: (round(form[1]), form[0])
            for z in sorted(zeichen)
            if (bild := _bild_von(z, fett)) and (form := bild[1].form(z))
        }
        for name, fett in (("normal", False), ("fett", True))
    }


@dataclass
class Umrisse:
    """Turns texts of one SVG into outlines; every shape is kept once, in `formen`."""

    formen: dict[str, str] = field(default_factory=dict)
    """Id -> outline."""

    def zeichne(self, wurzel: etree._Element) -> None:
        """Replaces every text below an element by outlines; a text that no font can write stays a text."""
        for text in list(wurzel.iter(f"{{{_NS}}}text")):
            zeilen = self._zeilen(text)
            if zeilen is None:
                text.set("font-family", "sans-serif")
                continue
            eltern = text.getparent()
            assert eltern is not None
            eltern.replace(text, zeilen)

    def _zeilen(self, text: etree._Element) -> etree._Element | None:
        groesse = float(text.get("font-size", "13"))
        fett = text.get("font-weight") in ("bold", "600")
        gruppe = etree.Element(f"{{{_NS}}}g", {n: text.get(n, "") for n in ("transform", "fill") if text.get(n)})
        gruppe.set(
            "aria-label", "".join(map(str, text.itertext())) if not len(text) else " ".join(str(t.text) for t in text)
        )
        y = 0.0
        for zeile in list(text) or [text]:
            wort = str(zeile.text or "")
            if any(_bild_von(z, fett) is None for z in wort):
                return None
            y += float(zeile.get("dy", "0")) if zeile is not text else 0.0
            links = -textbreite(wort, groesse, fett) * _LAGE.get(str(text.get("text-anchor")), 0.0)
            mass = groesse / 1000
            ort = f"translate({links:.1f},{y:.1f})scale({mass:.4f},{-mass:.4f})"
            # The halo is drawn first and apart: not every program knows the order of painting.
            if text.get("stroke"):
                hof = {"stroke": text.get("stroke", ""), "stroke-linejoin": "round"}
                hof["stroke-width"] = f"{float(text.get('stroke-width', '1')) / mass:.0f}"
                gruppe.append(self._zeile(wort, fett, {"transform": ort, **hof}))
            gruppe.append(self._zeile(wort, fett, {"transform": ort}))
        return gruppe

    def _zeile(self, wort: str, fett: bool, merkmale: dict[str, str]) -> etree._Element:
        zeile = etree.Element(f"{{{_NS}}}g", merkmale)
        x = 0.0
        for zeichen in wort:
            gefunden = _bild_von(zeichen, fett)
            assert gefunden is not None
            nummer, schrift = gefunden
            umriss, weite = schrift.form(zeichen)
            if umriss:
                name = f"{'f' if fett else 'n'}{nummer or ''}-{ord(zeichen):x}"
                self.formen[name] = umriss
                etree.SubElement(zeile, f"{{{_NS}}}use", {_VERWEIS: f"#{name}", **({"x": f"{x:.0f}"} if x else {})})
            x += weite
        return zeile

    def vorrat(self) -> etree._Element:
        """The shapes, to stand before what uses them."""
        defs = etree.Element(f"{{{_NS}}}defs")
        for name, umriss in sorted(self.formen.items()):
            etree.SubElement(defs, f"{{{_NS}}}path", {"id": name, "d": umriss})
        return defs


def ohne_texte(svg: str) -> bool:
    """True where nothing is left that needs a font."""
    return not re.search(r"<text\b", svg)
