"""The metadata of a PDF (XMP): what the typesetter does not write, and not what it writes wrongly."""

from __future__ import annotations

import re

from lxml import etree

from macros.ausgabe.druck.satz.druckbaum import Kopfangaben
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.druck.satz.pdfdatei import Pdfdatei, als_bytes, eintraege

_STROM = re.compile(rb"(<<.*?>>)\s*stream\r?\n(.*?)(<x:xmpmeta.*</x:xmpmeta>)(.*?)\r?\nendstream", re.S)
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_RECHTE = "{http://ns.adobe.com/xap/1.0/rights/}"
_NAMEN = {"xmpRights": _RECHTE[1:-1]}
_MM = "{http://ns.adobe.com/xap/1.0/mm/}"
_SPRACHE = "{http://www.w3.org/XML/1998/namespace}lang"


def beschreibe(datei: Pdfdatei, angaben: Kopfangaben) -> None:
    """Says identifier, publisher and rights; „proof“ goes: the document is no draft."""
    ort = datei.eintraege(datei.schluss["Root"]).get("Metadata", b"")
    treffer = _STROM.fullmatch(datei.objekte.get(int(ort.split()[0]), b"")) if ort else None
    wurzel = etree.fromstring(treffer[3]) if treffer else None
    satz = wurzel.find(f".//{_RDF}Description") if wurzel is not None else None
    if treffer is None or wurzel is None or satz is None:
        raise Druckfehler("Die Angaben im PDF haben nicht die Form, die erwartet wird.")
    for entwurf in satz.findall(f"{_MM}RenditionClass"):
        satz.remove(entwurf)
    _ergaenze(satz, angaben)
    neu = treffer[2] + etree.tostring(wurzel, encoding="utf-8") + treffer[4]
    kopf = eintraege(treffer[1]) | {"Length": b"%d" % len(neu)}
    datei.objekte[int(ort.split()[0])] = b"%b\nstream\n%b\nendstream" % (als_bytes(kopf), neu)


def _ergaenze(satz: etree._Element, a: Kopfangaben) -> None:
    etree.SubElement(satz, f"{_DC}identifier").text = a["kennzeichen"]
    etree.SubElement(_reihe(satz, f"{_DC}publisher", "Bag"), f"{_RDF}li").text = a["herausgeber"]
    if a["rechte"]:
        for name in (f"{_DC}rights", f"{_RECHTE}UsageTerms"):
            worte = etree.SubElement(_reihe(satz, name, "Alt"), f"{_RDF}li")
            worte.set(_SPRACHE, "x-default")
            worte.text = a["rechte"]
        etree.SubElement(satz, f"{_RECHTE}Marked", nsmap=_NAMEN).text = "True"
    if a["rechte_url"]:
        etree.SubElement(satz, f"{_RECHTE}WebStatement", nsmap=_NAMEN).text = a["rechte_url"]


def _reihe(satz: etree._Element, name: str, art: str) -> etree._Element:
    """A list of values, as RDF wants it even for one."""
    return etree.SubElement(etree.SubElement(satz, name, nsmap=_NAMEN), f"{_RDF}{art}")
