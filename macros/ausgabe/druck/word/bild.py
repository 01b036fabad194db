"""Pictures of a Word file, as pixels: Word has neither our font nor patterns for SVG."""

from __future__ import annotations

import io
import json

from docx.document import Document
from docx.shared import Mm
from lxml.etree import _Element

from macros.ausgabe.druck.satz.knoten import Bildblock
from macros.ausgabe.druck.satz.setzen import als_bilder
from macros.ausgabe.druck.word.elemente import e

_HOECHSTENS_MM = 220
_BILD = b"""#let d = json(bytes(sys.inputs.bild))
#set page(width: d.breite * 1mm, height: auto, margin: (rest: 0mm, bottom: 1mm), fill: white)
#set text(font: "Source Sans Pro", size: 9pt, lang: "de")
#set par(leading: 0.5em)
#image(bytes(d.svg), format: "svg", width: 100%)
#let zeichen(l) = box(width: 6.5mm, height: 3mm, baseline: 0.4mm, image(bytes(l.svg), format: "svg", width: 6.5mm))
#d.legende.map(l => box(zeichen(l) + h(1.5mm) + l.text)).join(h(1.6em, weak: true))
"""


def als_png(bild: Bildblock, breite: float) -> bytes:
    """A picture with its legend beneath, so many millimetres wide."""
    legende = [{"svg": punkt.svg, "text": punkt.text} for punkt in bild.legende]
    (png,) = als_bilder(_BILD, 200, bild=json.dumps({"svg": bild.svg, "legende": legende, "breite": breite}))
    return png


def bildelement(d: Document, bild: Bildblock, platz: float, nummer: int) -> _Element:
    """A run that holds a picture with its text alternative, as wide as it may be and no higher than a page."""
    breite = bild.breite
    weite = float(breite[:-2]) if breite.endswith("mm") else platz * float(breite[:-1]) / 100
    png = als_png(bild, weite)
    rahmen = d.part.new_pic_inline(io.BytesIO(png), width=Mm(weite))
    if rahmen.extent.cy > (hoehe := Mm(_HOECHSTENS_MM)):
        rahmen = d.part.new_pic_inline(io.BytesIO(png), height=hoehe)
    rahmen.docPr.set("id", str(nummer))
    rahmen.docPr.set("name", f"Bild {nummer}")
    rahmen.docPr.set("descr", bild.text)
    return e("r", e("drawing", rahmen))
