"""What a Word file is built of: elements, paragraphs and the place they go to, runs of text, fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from lxml.etree import _Element

from macros.ausgabe.druck.satz.wortraum import VERBINDER, WEICH
from macros.ausgabe.farben import wortfarben

_STRICHE = {WEICH: "softHyphen", f"-{VERBINDER}": "noBreakHyphen"}
_STRICH = re.compile(rf"({WEICH}|-{VERBINDER})")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Zeichenform:
    """How a run of text looks: bold, italic, raised or lowered, its character style, its language."""

    fett: bool = False
    kursiv: bool = False
    lage: str = ""
    stil: str = ""
    sprache: str = ""


@dataclass(frozen=True, slots=True)
class Absatzform:
    """How a paragraph looks; `liste` is (list, level), `einzug` an indent in twentieths of a point."""

    stil: str
    liste: tuple[int, int] | None = None
    einzug: int = 0
    rand: bool = False
    rechts: bool = False
    halten: bool = False
    umbruch: bool = False
    davor: int | None = None


NORMAL, SCHLICHT = Absatzform("Normal"), Zeichenform()


@dataclass
class Schreibstelle:
    """Where blocks go: what takes them, how they usually look; `erste` is the form of the first paragraph alone."""

    haenge: Callable[[_Element], None]
    form: Absatzform = NORMAL
    schrift: Zeichenform = SCHLICHT
    ebene: int = -1
    erste: list[Absatzform] = field(default_factory=list)


def e(art: str, /, *kinder: _Element, **merkmale: object) -> _Element:
    """An element of WordprocessingML with attributes and children."""
    element = OxmlElement(f"w:{art}")
    for merkmal, wert in merkmale.items():
        element.set(qn(f"w:{merkmal}"), str(wert))
    element.extend(kinder)
    return element


def absatz(f: Absatzform) -> CT_P:
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
    return leerer_absatz(p)


def leerer_absatz(*kinder: _Element) -> CT_P:
    """A paragraph of elements that stand already."""
    p = e("p", *kinder)
    assert isinstance(p, CT_P)
    return p


def lauf(text: str, z: Zeichenform = SCHLICHT) -> _Element:
    """A run of text; soft hyphens, and hyphens that no line may end with, become Word's own."""
    r = e("r")
    eigenschaften = [
        *([e("rStyle", val=z.stil)] if z.stil else []),
        *([e("b"), e("bCs")] if z.fett else []),
        *([e("i"), e("iCs")] if z.kursiv else []),
        *([e("vertAlign", val=z.lage)] if z.lage else []),
        *([e("lang", val=z.sprache)] if z.sprache else []),
    ]
    if eigenschaften:
        r.append(e("rPr", *eigenschaften))
    for teil in _STRICH.split(text):
        if teil in _STRICHE:
            r.append(e(_STRICHE[teil]))
        elif teil:
            r.append(_wortlaut("t", teil))
    return r


def feld(anweisung: str) -> tuple[list[_Element], _Element]:
    """What opens a field, to stand before its result, and what closes it."""
    befehl = _wortlaut("instrText", f" {anweisung} ")
    auf = [e("r", e("fldChar", fldCharType="begin")), e("r", befehl), e("r", e("fldChar", fldCharType="separate"))]
    return auf, e("r", e("fldChar", fldCharType="end"))


def zaehlfeld(name: str) -> list[_Element]:
    """A field that Word fills when it lays out the page: PAGE, NUMPAGES."""
    auf, zu = feld(name)
    return [*auf, lauf("1"), zu]


def _wortlaut(art: str, text: str) -> _Element:
    """An element with a text whose spaces stay."""
    element = e(art)
    element.text = text
    element.set(_XML_SPACE, "preserve")
    return element


def twips(millimeter: float) -> int:
    """Twentieths of a point."""
    return round(millimeter * 1440 / 25.4)
