"""The SVG of a chart as a page needs it: no fonts, ids or styles of its own, colours as CSS variables, titles on marks.

Everything that a browser does not need is left out; numbers keep one decimal.
"""

from __future__ import annotations

import re

from lxml import etree
from markupsafe import Markup

from macros.ausgabe.diagramm.farbmarken import MARKE, farbe

_NS = "http://www.w3.org/2000/svg"
_ZAHL = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_UNNOETIG = (
    "class", "role", "aria-roledescription", "aria-hidden", "pointer-events", "font-family", "stroke-miterlimit",
    "display",
)  # fmt: skip
_VORGABE = {
    "opacity": "1",
    "stroke-dasharray": "1,0",
    "text-anchor": "start",
    "stroke-width": "1",
    "stroke-opacity": "1",
}
_STUMM = {"aria-hidden": "true", "focusable": "false"}


def veredle(svg: str, kennung: str, klasse: str, beschriftet_von: str, mit_titeln: bool = True) -> Markup:
    """Raw SVG of the renderer -> inline SVG of a page, named by the elements whose ids `beschriftet_von` lists.

    Without such elements it is hidden from screen readers. `data-marke` stands on every mark; its words stand
    in one of the pictures of a figure only (`mit_titeln`), the script finds them by their place.
    """
    wurzel = etree.fromstring(svg.encode())
    etree.cleanup_namespaces(wurzel)
    for knoten in list(wurzel.iter()):
        if not isinstance(knoten.tag, str):
            continue
        hintergrund = knoten.get("class") in ("background", "foreground") or knoten.get("fill") == "transparent"
        if hintergrund or (knoten.get("d") == "" and not len(knoten)):
            _entferne(knoten)
            continue
        _saeubere(knoten, kennung, mit_titeln)
    _hebe(wurzel)
    _verflache(wurzel)
    for name in ("width", "height", "version", "class"):
        wurzel.attrib.pop(name, "")
    wurzel.set("class", klasse)
    merkmale = {"role": "img", "aria-labelledby": beschriftet_von} if beschriftet_von else _STUMM
    for name, wert in merkmale.items():
        wurzel.set(name, wert)
    text = etree.tostring(wurzel, encoding="unicode").replace(f' xmlns="{_NS}"', "")
    return Markup(text)  # noqa: S704 (serialised by lxml)


def _entferne(knoten: etree._Element) -> None:
    eltern = knoten.getparent()
    if eltern is not None:
        eltern.remove(knoten)


def _saeubere(knoten: etree._Element, kennung: str, mit_titeln: bool) -> None:
    text = knoten.attrib.pop("aria-label", "")
    if text and knoten.get("role") == "graphics-symbol" and knoten.get("aria-roledescription") != "axis":
        knoten.set("data-marke", "")
        if mit_titeln:
            etree.SubElement(knoten, f"{{{_NS}}}title").text = str(text)
    for name in _UNNOETIG:
        knoten.attrib.pop(name, "")
    for name, wert in [(str(n), str(w)) for n, w in knoten.attrib.items()]:
        if _VORGABE.get(name) == wert and not (name == "opacity" and knoten.getparent() is None):
            del knoten.attrib[name]
        elif MARKE.fullmatch(wert):
            knoten.set(name, farbe(wert, kennung))
        elif name in ("d", "transform", "x2", "y2", "x", "y", "width", "height", "dy"):
            knoten.set(name, _ZAHL.sub(_kurz, wert))
        elif name == "font-size":
            knoten.set(name, wert.removesuffix("px"))


def _kurz(treffer: re.Match[str]) -> str:
    zahl = f"{float(treffer.group()):.1f}".removesuffix(".0")
    return "0" if zahl == "-0" else zahl


def _hebe(wurzel: etree._Element) -> None:
    """What all marks of a group are stroked with stands once, on the group."""
    for gruppe in wurzel.iter(f"{{{_NS}}}g"):
        kinder = list(gruppe)
        if len(kinder) < 3 or any(k.tag != f"{{{_NS}}}path" for k in kinder):
            continue
        for name in ("stroke", "stroke-width"):
            werte = {k.get(name) for k in kinder}
            if len(werte) == 1 and (wert := werte.pop()) is not None and gruppe.get(name) is None:
                gruppe.set(name, wert)
                for kind in kinder:
                    del kind.attrib[name]


def _verflache(wurzel: etree._Element) -> None:
    """Takes out groups that say nothing, from the inside out."""
    for knoten in reversed(list(wurzel.iter(f"{{{_NS}}}g"))):
        if knoten.get("transform") == "translate(0,0)":
            del knoten.attrib["transform"]
        eltern = knoten.getparent()
        if eltern is None:
            continue
        if not len(knoten):
            eltern.remove(knoten)
        elif not knoten.attrib:
            stelle = eltern.index(knoten)
            for kind in reversed(list(knoten)):
                eltern.insert(stelle, kind)
            eltern.remove(knoten)
