"""The frame of a Word file: its formats, lists, settings and properties, its pages and their feet."""

from __future__ import annotations

import copy
from datetime import UTC, datetime, time
from functools import cache

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Mm
from lxml import etree

from macros.ausgabe.druck.satz.druckbaum import Druckbaum
from macros.ausgabe.druck.word.elemente import e, lauf, leerer_absatz, twips, zaehlfeld
from macros.ausgabe.farben import wortfarben
from macros.ausgabe.umgebung import UMGEBUNG
from macros.deutsch.saetze import gekuerzt

BREITE = {False: 160, True: 257}
"""Millimetres between the margins of a page, upright and on its side."""
PUNKT = 1
"""The list of bullets, as the formats number it."""
EINZUG, EINZUG_NUMMER = 255, 340
"""How far each level of a list is indented, with bullets and with numbers, as the formats have it."""
_FREMD = ("/thumbnail", "/extended-properties", "/stylesWithEffects", "/customXml")
"""What the empty document of python-docx brings along and ours does not need."""


@cache
def _formate() -> etree._Element:
    return etree.fromstring(UMGEBUNG.get_template("druck/docx.xml").render(farbe=wortfarben()))


_EIGENSCHAFT = 250
"""Characters of a property of the file; the format allows 255."""


def richte_ein(d: Document, baum: Druckbaum) -> None:
    """Formats, lists, settings, properties, page and footer of an empty document."""
    for element in (d.styles.element, d.part.numbering_part.element, d.settings.element):
        element[:] = [copy.deepcopy(k) for k in _formate().iterfind(f"{{*}}{etree.QName(element).localname}/*")]
    for bezuege in (d.part.package.rels, d.part.rels):
        for bezug in [r for r in bezuege.values() if r.reltype.endswith(_FREMD)]:
            del bezuege[bezug.rId]
    eigenschaften = d.core_properties
    eigenschaften.title = gekuerzt(baum.dateititel, _EIGENSCHAFT)
    eigenschaften.subject = gekuerzt(baum.untertitel, _EIGENSCHAFT)
    eigenschaften.keywords = gekuerzt(", ".join(baum.schlagworte), _EIGENSCHAFT)
    eigenschaften.author = eigenschaften.last_modified_by = gekuerzt(baum.urheber, _EIGENSCHAFT)
    eigenschaften.identifier = baum.kennzeichen
    eigenschaften.language = "de-DE"
    eigenschaften.comments = baum.beschreibung
    eigenschaften.identifier = baum.adresse
    eigenschaften.created = eigenschaften.modified = datetime.combine(baum.tag, time(), UTC)
    _richte_seiten_ein(d, baum, quer=baum.quer)


def _richte_seiten_ein(d: Document, baum: Druckbaum, *, quer: bool) -> None:
    """Paper, margins, head and footer of the last pages."""
    seiten = d.sections[-1]
    seiten.orientation = WD_ORIENT.LANDSCAPE if quer else WD_ORIENT.PORTRAIT
    seiten.page_width, seiten.page_height = (Mm(297), Mm(210)) if quer else (Mm(210), Mm(297))
    seiten.left_margin = seiten.right_margin = Mm(20) if quer else Mm(25)
    seiten.top_margin, seiten.bottom_margin = Mm(25), Mm(22)
    seiten.header_distance = seiten.footer_distance = Mm(12)
    # The pages before keep their own: a reference is taken off these alone, for a dropped part would give its number away.
    for verweis in [k for k in seiten._sectPr if k.tag in (qn("w:headerReference"), qn("w:footerReference"))]:
        seiten._sectPr.remove(verweis)
    seiten.footer.is_linked_to_previous = False
    ende = e("tabs", e("tab", val="right", pos=twips(BREITE[quer])))
    p = e("p", e("pPr", e("pStyle", val="Footer"), ende), lauf(baum.fusszeile), e("r", e("tab")), lauf("Seite "))
    p.extend([*zaehlfeld("PAGE"), lauf(" von "), *zaehlfeld("NUMPAGES")])
    seiten.footer._element[:] = [p]
    seiten.header.is_linked_to_previous = False
    oben = e("p", e("pPr", e("pStyle", val="Footer"), copy.deepcopy(ende)), lauf(baum.kurztitel))
    oben.extend([e("r", e("tab")), lauf(baum.fassung)])
    seiten.header._element[:] = [oben]


def drehe_seiten(d: Document, baum: Druckbaum, *, quer: bool) -> None:
    """Ends the pages after the last paragraph and begins such that stand or lie."""
    ende = d.element.body[-1]
    letzter = ende.getprevious()
    if not isinstance(letzter, CT_P):
        letzter = leerer_absatz()
        ende.addprevious(letzter)
    letzter.get_or_add_pPr().append(copy.deepcopy(ende))
    _richte_seiten_ein(d, baum, quer=quer)


def neue_nummern(d: Document, beginn: int) -> int:
    """A numbered list of its own, so that it begins anew."""
    listen = d.part.numbering_part.element
    nummer = 1 + max(int(n.get(qn("w:numId"))) for n in listen.findall(qn("w:num")))
    anfang = e("lvlOverride", e("startOverride", val=beginn), ilvl=0)
    listen.append(e("num", e("abstractNumId", val=2), anfang, numId=nummer))
    return nummer
