"""The SVG of a chart as a page needs it: no fonts, ids or styles of its own, colours as CSS variables, titles on marks.

Everything that a browser does not need is left out; numbers keep one decimal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree
from markupsafe import Markup

_NS = "http://www.w3.org/2000/svg"
_ROLLE = {1: "--tinte", 2: "--leise", 3: "--linie", 4: "--flaeche", 5: "--d-gesamt", 6: "--d-ziel"}
_MARKE = re.compile(r"#0[bcde]000\d")
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
_MUSTER = {
    2: '<path d="M-2 2 2-2M-1 9 9-1M6 10l4-4" stroke="var({farbe})" stroke-width="2.2"/>',
    3: '<circle cx="2" cy="2" r="1.4" fill="var({farbe})"/><circle cx="6" cy="6" r="1.4" fill="var({farbe})"/>',
    4: '<path d="M0 2h8M0 6h8" stroke="var({farbe})" stroke-width="1.6"/>',
    5: '<path d="M0 0l8 8M8 0 0 8" stroke="var({farbe})" stroke-width="1.2"/>',
    6: '<path d="M2 0v8M6 0v8" stroke="var({farbe})" stroke-width="1.2"/>',
}
_URTEIL = {2: ("--d-ja", 2), 3: ("--d-mitte", 3), 4: ("--d-nein", 4)}
_FORMEN = {
    1: '<circle cx="13" cy="6" r="4"/>',
    2: '<path d="M9.5 2.5h7v7h-7z"/>',
    3: '<path d="m13 1.5 4.5 8.5h-9z"/>',
    4: '<path d="m13 1 4 5-4 5-4-5z"/>',
    5: '<path d="M11.5 2h3v2.5H17v3h-2.5V10h-3V7.5H9v-3h2.5z"/>',
    6: '<path d="m13 10.5 4.5-8.5h-9z"/>',
}
_STRICHE = {2: "7 3", 3: "2 3", 4: "9 3 2 3", 5: "4 2", 6: "1 4"}


def farbe(marke: str, kennung: str) -> str:
    """What a colour mark of gestalt.py becomes: a CSS variable or a pattern of the figure."""
    art, nummer = marke[:3], int(marke[-1])
    match art:
        case "#0e":
            return f"var({_ROLLE[nummer]})"
        case "#0d":
            return f"var(--d{nummer})"
        case "#0c":
            return f"url(#{kennung}-m{nummer})" if nummer in _MUSTER else f"var(--d{nummer})"
        case "#0b" if nummer in _URTEIL:
            return f"url(#{kennung}-u{nummer})"
        case _:
            return f"var({'--d-ja' if nummer == 1 else '--d-nein'})"


def muster(kennung: str, nummern: Iterable[int], urteile: Iterable[int] = ()) -> Markup:
    """The patterns that the pictures of one figure share, in an SVG that takes no room; empty where none is needed."""
    teile = [_muster(f"{kennung}-m{n}", f"--d{n}", n) for n in nummern if n in _MUSTER]
    teile += [_muster(f"{kennung}-u{n}", *_URTEIL[n]) for n in urteile if n in _URTEIL]
    if not teile:
        return Markup("")
    return Markup(
        '<svg class="d-vorrat" width="0" height="0" aria-hidden="true" focusable="false"><defs>{}</defs></svg>'
    ).format(Markup("").join(teile))


def _muster(kennung: str, variable: str, form: int) -> Markup:
    return Markup(
        '<pattern id="{}" width="8" height="8" patternUnits="userSpaceOnUse">'
        '<rect width="8" height="8" fill="var({}-hell)"/>{}</pattern>'
    ).format(kennung, variable, Markup(_MUSTER[form].format(farbe=variable)))  # noqa: S704 (constants)


def schluesselbild(marke: str, kennung: str, hantel: bool = False) -> Markup:
    """The little picture of a legend: a patterned field, a line with its point, or an end of a dumbbell."""
    art, nummer = marke[:3], int(marke[-1])
    if hantel:
        fuellung = "var(--flaeche)" if nummer == 1 else farbe(marke, kennung)
        innen = Markup('<circle cx="13" cy="6" r="4.5" stroke-width="2" fill="{}" stroke="{}"/>').format(
            fuellung, farbe(marke, kennung)
        )
    elif art in ("#0c", "#0b"):
        innen = Markup('<rect x="1" y="1" width="24" height="10" fill="{}"/>').format(farbe(marke, kennung))
    else:
        innen = Markup('<g fill="{0}" stroke="{0}"><path d="M0 6h26" stroke-width="2"{1}/>{2}</g>').format(
            farbe(marke, kennung),
            Markup(' stroke-dasharray="{}"').format(_STRICHE[nummer]) if nummer in _STRICHE else "",
            Markup(_FORMEN[nummer]),  # noqa: S704 (constants)
        )
    return Markup('<svg class="d-schluessel" viewBox="0 0 26 12" aria-hidden="true" focusable="false">{}</svg>').format(
        innen
    )


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
        elif _MARKE.fullmatch(wert):
            knoten.set(name, farbe(wert, kennung))
        elif name in ("d", "transform", "x2", "y2", "x", "y", "width", "height", "dy"):
            knoten.set(name, _ZAHL.sub(_kurz, wert))
        elif name == "font-size":
            knoten.set(name, wert.removesuffix("px"))


def _kurz(treffer: re.Match[str]) -> str:
    zahl = f"{float(treffer.group()):.1f}".removesuffix(".0")
    return "0" if zahl == "-0" else zahl


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
