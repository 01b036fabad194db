"""The metadata of a PDF (XMP): what the typesetter does not write, and not what it writes wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from macros.ausgabe.druck.satz.druckbaum import Kopfangaben
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.druck.satz.pdfdatei import Pdfdatei, als_bytes, eintraege

_STROM = re.compile(rb"(<<.*?>>)\s*stream\r?\n(.*?)\r?\nendstream", re.S)
_ENTWURF = re.compile(r"<xmpMM:RenditionClass>[^<]*</xmpMM:RenditionClass>")
_ANFANG, _ENDE = '<rdf:Description rdf:about=""', "</rdf:Description>"
_RECHTE = "http://ns.adobe.com/xap/1.0/rights/"


def beschreibe(datei: Pdfdatei, angaben: Kopfangaben) -> None:
    """Says identifier, publisher and rights; „proof“ goes: the document is no draft."""
    ort = datei.eintraege(datei.schluss["Root"]).get("Metadata", b"")
    treffer = _STROM.fullmatch(datei.objekte.get(int(ort.split()[0]), b"")) if ort else None
    xmp = treffer[2].decode() if treffer else ""
    if treffer is None or _ANFANG not in xmp or _ENDE not in xmp:
        raise Druckfehler("Die Angaben im PDF haben nicht die Form, die erwartet wird.")
    davor, ende, danach = _ENTWURF.sub("", xmp).rpartition(_ENDE)
    davor = davor.replace(_ANFANG, f'{_ANFANG} xmlns:xmpRights="{_RECHTE}"', 1)
    neu = f"{davor}{''.join(_elemente(angaben))}{ende}{danach}".encode()
    kopf = eintraege(treffer[1]) | {"Length": b"%d" % len(neu)}
    datei.objekte[int(ort.split()[0])] = b"%b\nstream\n%b\nendstream" % (als_bytes(kopf), neu)


def _elemente(a: Kopfangaben) -> Iterator[str]:
    yield f"<dc:identifier>{escape(a['kennzeichen'])}</dc:identifier>"
    yield f"<dc:publisher><rdf:Bag><rdf:li>{escape(a['herausgeber'])}</rdf:li></rdf:Bag></dc:publisher>"
    if a["rechte"]:
        alt = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(a["rechte"])}</rdf:li></rdf:Alt>'
        yield f"<dc:rights>{alt}</dc:rights><xmpRights:UsageTerms>{alt}</xmpRights:UsageTerms>"
        yield "<xmpRights:Marked>True</xmpRights:Marked>"
    if a["rechte_url"]:
        yield f"<xmpRights:WebStatement>{escape(a['rechte_url'])}</xmpRights:WebStatement>"
