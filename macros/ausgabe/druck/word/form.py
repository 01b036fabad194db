"""What a Word file is built of: elements, runs of text, fields, its formats and pages, and pictures."""

from __future__ import annotations

import copy
import io
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

import typst
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from macros.ausgabe.druck.satz.knoten import VERBINDER, WEICH, Knoten
from macros.ausgabe.druck.satz.setzen import schriften
from macros.ausgabe.farben import wortfarben
from macros.ausgabe.kontext import UMGEBUNG

BREITE = {False: 160, True: 257}
"""Millimetres between the margins of a page, upright and on its side."""
PUNKT = 1
"""The list of bullets, as the formats number it."""
EINZUG = {"ul": 255, "ol": 340}
"""How far each level of a list is indented, as the formats have it."""
_HOECHSTENS_MM = 220
_FREMD = ("/thumbnail", "/stylesWithEffects", "/customXml")
"""What the empty document of python-docx brings along and ours does not need."""
_STRICHE = {WEICH: "softHyphen", f"-{VERBINDER}": "noBreakHyphen"}
_STRICH = re.compile(rf"({WEICH}|-{VERBINDER})")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BILD = b"""#let d = json(bytes(sys.inputs.bild))
#set page(width: d.breite * 1mm, height: auto, margin: (rest: 0mm, bottom: 1mm), fill: white)
#set text(font: "Source Sans Pro", size: 9pt, lang: "de")
#set par(leading: 0.5em)
#image(bytes(d.svg), format: "svg", width: 100%)
#let zeichen(l) = box(width: 6.5mm, height: 3mm, baseline: 0.4mm, image(bytes(l.svg), format: "svg", width: 6.5mm))
#d.legende.map(l => box(zeichen(l) + h(1.5mm) + l.text)).join(h(1.6em, weak: true))
"""


@dataclass(frozen=True, slots=True)
class Schrift:
    """How a run of text looks: bold, italic, raised or lowered, its character style, its language."""

    fett: bool = False
    kursiv: bool = False
    lage: str = ""
    stil: str = ""
    sprache: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """How a paragraph looks; `liste` is (list, level), `einzug` an indent in twentieths of a point."""

    stil: str
    liste: tuple[int, int] | None = None
    einzug: int = 0
    rand: bool = False
    rechts: bool = False
    halten: bool = False
    umbruch: bool = False
    davor: int | None = None


NORMAL, SCHLICHT = Form("Normal"), Schrift()


def e(art: str, /, *kinder: Any, **merkmale: object) -> Any:
    """An element of WordprocessingML with attributes and children."""
    element = OxmlElement(f"w:{art}")
    for merkmal, wert in merkmale.items():
        element.set(qn(f"w:{merkmal}"), str(wert))
    element.extend(kinder)
    return element


def absatz(f: Form) -> Any:
    """An empty paragraph; the order of its properties is the format's."""
    p = e("pPr", e("pStyle", val=f.stil))
    if f.halten:
        p.append(e("keepNext"))
    if f.umbruch:
        p.append(e("pageBreakBefore"))
    if f.liste:
        p.append(e("numPr", e("ilvl", val=f.liste[1]), e("numId", val=f.liste[0])))
    if f.rand:
        p.append(e("pBdr", e("left", val="single", sz=12, space=8, color=wortfarben()["strich"])))
    if f.davor is not None:
        p.append(e("spacing", before=f.davor))
    if f.einzug:
        p.append(e("ind", left=f.einzug))
    if f.rechts:
        p.append(e("jc", val="right"))
    return e("p", p)


def lauf(text: str, s: Schrift = SCHLICHT) -> Any:
    """A run of text; soft hyphens, and hyphens that no line may end with, become Word's own."""
    r = e("r")
    eigenschaften = [
        *([e("rStyle", val=s.stil)] if s.stil else []),
        *([e("b"), e("bCs")] if s.fett else []),
        *([e("i"), e("iCs")] if s.kursiv else []),
        *([e("vertAlign", val=s.lage)] if s.lage else []),
        *([e("lang", val=s.sprache)] if s.sprache else []),
    ]
    if eigenschaften:
        r.append(e("rPr", *eigenschaften))
    for teil in _STRICH.split(text):
        if teil in _STRICHE:
            r.append(e(_STRICHE[teil]))
        elif teil:
            t = e("t")
            t.text = teil
            t.set(_XML_SPACE, "preserve")
            r.append(t)
    return r


def feld(anweisung: str) -> tuple[Any, Any]:
    """What opens a field, to stand before its result, and what closes it."""
    befehl = e("instrText")
    befehl.text = f" {anweisung} "
    befehl.set(_XML_SPACE, "preserve")
    auf = [e("r", e("fldChar", fldCharType="begin")), e("r", befehl), e("r", e("fldChar", fldCharType="separate"))]
    return auf, e("r", e("fldChar", fldCharType="end"))


def zaehlfeld(name: str) -> list[Any]:
    """A field that Word fills when it lays out the page: PAGE, NUMPAGES."""
    auf, zu = feld(name)
    return [*auf, lauf("1"), zu]


@cache
def _formate() -> Any:
    return etree.fromstring(UMGEBUNG.get_template("druck/docx.xml").render(farbe=wortfarben()))


def richte_ein(d: Document, eingabe: dict[str, Any]) -> None:
    """Formats, lists, settings, properties, page and footer of an empty document."""
    for element in (d.styles.element, d.part.numbering_part.element, d.settings.element):
        element[:] = [copy.deepcopy(k) for k in _formate().find(f"{{*}}{etree.QName(element).localname}")]
    for bezuege in (d.part.package.rels, d.part.rels):
        for bezug in [r for r in bezuege.values() if r.reltype.endswith(_FREMD)]:
            del bezuege[bezug.rId]
    tag = datetime(eingabe["jahr"], eingabe["monat"], eingabe["tag"], tzinfo=UTC)
    eigenschaften = d.core_properties
    eigenschaften.title = eingabe["titel"]
    eigenschaften.subject = eingabe["untertitel"]
    eigenschaften.keywords = ", ".join(eingabe["schlagworte"])
    eigenschaften.author = eigenschaften.last_modified_by = eingabe["urheber"]
    eigenschaften.language = "de-DE"
    eigenschaften.comments = ""
    eigenschaften.created = eigenschaften.modified = tag
    richte_seite_ein(d, eingabe["fusszeile"], quer=False)


def richte_seite_ein(d: Document, fusszeile: str, *, quer: bool) -> None:
    """Paper, margins and footer of the last section."""
    abschnitt = d.sections[-1]
    abschnitt.orientation = WD_ORIENT.LANDSCAPE if quer else WD_ORIENT.PORTRAIT
    abschnitt.page_width, abschnitt.page_height = (Mm(297), Mm(210)) if quer else (Mm(210), Mm(297))
    abschnitt.left_margin = abschnitt.right_margin = Mm(20) if quer else Mm(25)
    abschnitt.top_margin, abschnitt.bottom_margin = Mm(25), Mm(22)
    abschnitt.header_distance = abschnitt.footer_distance = Mm(12)
    abschnitt.footer.is_linked_to_previous = True
    abschnitt.footer.is_linked_to_previous = False
    ende = e("tabs", e("tab", val="right", pos=twips(BREITE[quer])))
    p = e("p", e("pPr", e("pStyle", val="Footer"), ende), lauf(fusszeile), e("r", e("tab")), lauf("Seite "))
    p.extend([*zaehlfeld("PAGE"), lauf(" von "), *zaehlfeld("NUMPAGES")])
    abschnitt.footer._element[:] = [p]


def neuer_abschnitt(d: Document, fusszeile: str, *, quer: bool) -> None:
    """Ends a section after the last paragraph and begins one whose pages stand or lie."""
    ende = d.element.body[-1]
    letzter = ende.getprevious()
    if letzter is None or letzter.tag != qn("w:p"):
        letzter = e("p")
        ende.addprevious(letzter)
    letzter.get_or_add_pPr().append(copy.deepcopy(ende))
    richte_seite_ein(d, fusszeile, quer=quer)


def neue_nummern(d: Document, start: int) -> int:
    """A numbered list of its own, so that it begins anew."""
    liste = d.part.numbering_part.element
    nummer = 1 + max(int(n.get(qn("w:numId"))) for n in liste.findall(qn("w:num")))
    anfang = e("lvlOverride", e("startOverride", val=start), ilvl=0)
    liste.append(e("num", e("abstractNumId", val=2), anfang, numId=nummer))
    return nummer


def als_png(bild: Knoten, breite: float) -> bytes:
    """A picture with its legend beneath, as pixels: Word has neither our font nor patterns for SVG."""
    inhalt = {"svg": bild["svg"], "legende": bild["legende"], "breite": breite}
    png = typst.compile(
        _BILD,
        format="png",
        ppi=200,
        font_paths=schriften(),
        ignore_system_fonts=True,
        sys_inputs={"bild": json.dumps(inhalt)},
    )
    assert isinstance(png, bytes)
    return png


def bildelement(d: Document, bild: Knoten, platz: float, nummer: int) -> Any:
    """A run that holds a picture with its text alternative, as wide as it may be and no higher than a page."""
    breite = bild["breite"]
    weite = float(breite[:-2]) if breite.endswith("mm") else platz * float(breite[:-1]) / 100
    png = als_png(bild, weite)
    rahmen = d.part.new_pic_inline(io.BytesIO(png), width=Mm(weite))
    if rahmen.extent.cy > (hoehe := Mm(_HOECHSTENS_MM)):
        rahmen = d.part.new_pic_inline(io.BytesIO(png), height=hoehe)
    rahmen.docPr.set("id", str(nummer))
    rahmen.docPr.set("name", f"Bild {nummer}")
    rahmen.docPr.set("descr", bild["alt"])
    return e("r", e("drawing", rahmen))


def twips(millimeter: float) -> int:
    """Twentieths of a point."""
    return round(millimeter * 1440 / 25.4)


def text_von(inhalt: Sequence[Any]) -> str:
    """The words of nodes, blocks with a space between."""
    teile = []
    for n in inhalt:
        if isinstance(n, str):
            teile.append(n.replace(WEICH, "").replace(VERBINDER, ""))
        elif n["t"] in ("br", "p", "li", "ul", "ol", "gruppe"):
            teile.append(f" {text_von(n.get('c', []))} ")
        else:
            teile.append(text_von(n.get("c", [])))
    return "".join(teile)
