"""What a print template sees: a page's context whose links end in the document, and what a document has from its data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar
from urllib.parse import urljoin

from lxml import etree

from macros import haus
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.worte import adressen
from macros.sichten.flaechen import Flaeche

_SVG = "{http://www.w3.org/2000/svg}"


@dataclass
class Druckkontext(Kontext):
    """One piece of a document; glossary terms are marked once a piece, as on a page."""

    flaeche: ClassVar[Flaeche] = Flaeche.DRUCK
    meiste: ClassVar[int] = 100
    """How many rows a list on paper shows that stands whole on a page of the website."""

    def zu(self, sammlung: str, kennung: str) -> str:
        """A link to a record, resolved when the whole document is known."""
        return f"satz:{sammlung}/{kennung}"

    def weg(self, ziel: str) -> str:
        """A link to a page of the website."""
        return f"seite:{ziel}"


def im_netz(bau: Bau, art: str, ziel: str) -> str:
    """Address of a record or page on the website; empty while the site's own address is not known."""
    if not bau.adresse:
        return ""
    if art == "satz":
        sammlung, _, kennung = ziel.partition("/")
        ziel = adressen.adresse(sammlung, kennung)
    return urljoin(bau.adresse, ziel)


@cache
def symbole() -> Mapping[str, str]:
    """The marks of the Handlungsfelder and the larger pictures, each as an SVG of its own, by name."""
    wurzeln = [etree.fromstring(datei.read_bytes()) for datei in (haus.SYMBOLE, haus.PIKTOGRAMME)]
    gefunden = {}
    for symbol in (s for wurzel in wurzeln for s in wurzel.iter(f"{_SVG}symbol")):
        svg = etree.fromstring(f'<svg xmlns="{_SVG[1:-1]}"/>')
        for name, wert in symbol.attrib.items():
            if name != "id":
                svg.set(name, wert)
        svg.extend(list(symbol))
        gefunden[str(symbol.get("id"))] = etree.tostring(svg, encoding="unicode")
    return gefunden
