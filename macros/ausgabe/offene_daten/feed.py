"""Changes as Atom feeds (RFC 4287): one for everything, one per Handlungsfeld."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit
from xml.etree import ElementTree

from markupsafe import Markup

from macros.ausgabe.kontext import Bau
from macros.ausgabe.seite import Datei
from macros.ausgabe.worte.adressen import adresse, relativ
from macros.ausgabe.worte.markdown import Begriffe, Feldtext, unter_eigene
from macros.sichten.aenderungen import Aenderung, aenderungen

ATOM = "http://www.w3.org/2005/Atom"
XML = "http://www.w3.org/XML/1998/namespace"
_OHNE_FASSUNG = 2000
"""The year in the ids of a concept without an edition; the day of the build would change them every January."""
_BELEG = Markup('<p>Beleg: <a href="{}" rel="noopener noreferrer external">{}</a></p>')
_OHNE_LINK = Markup("<p>Beleg: {}</p>")
HOECHSTENS = 100
"""Entries of a feed; the page of changes has all."""


def feedadresse(handlungsfeld: str | None = None) -> str:
    """Address of a feed below the root."""
    return f"aenderungen/feed-{handlungsfeld}.xml" if handlungsfeld else "aenderungen/feed.xml"


def feeds(bau: Bau) -> Iterator[Datei]:
    """The feed of all changes and one feed per Handlungsfeld."""
    alle = aenderungen(bau.plan, bau.stichtag)
    yield Datei(feedadresse(), feed(bau, alle))
    for f in bau.plan.handlungsfelder.values():
        yield Datei(feedadresse(f.id), feed(bau, [a for a in alle if f.id in a.handlungsfelder], f.id))


def feed(bau: Bau, liste: Sequence[Aenderung], handlungsfeld: str | None = None) -> bytes:
    """One feed. Links are absolute where the address of the site is known, else relative to the feed."""
    g = bau.plan.gemeinde
    eigen = feedadresse(handlungsfeld)
    wurzel = _element("feed", **{f"{{{XML}}}lang": "de"})
    zusatz = f": {bau.plan.handlungsfelder[handlungsfeld].name}" if handlungsfeld else ""
    _text(wurzel, "title", f"{g.titel} – Änderungen{zusatz}")
    _text(wurzel, "id", _kennung(bau, eigen.removesuffix(".xml")))
    _text(wurzel, "updated", _zeitpunkt(max((a.fruehestens for a in liste), default=_anfang(bau))))
    wurzel.append(_element("link", rel="self", type="application/atom+xml", href=_link(bau, eigen)))
    wurzel.append(_element("link", rel="alternate", type="text/html", href=_link(bau, "aenderungen/")))
    autor = _element("author")
    _text(autor, "name", g.urheber)
    wurzel.append(autor)
    if g.lizenz_daten:
        _text(wurzel, "rights", g.lizenz_daten)
    for a in liste[:HOECHSTENS]:
        wurzel.append(_eintrag(bau, a))
    ElementTree.register_namespace("", ATOM)
    ElementTree.indent(wurzel)
    inhalt: bytes = ElementTree.tostring(wurzel, encoding="utf-8", xml_declaration=True)
    return inhalt + b"\n"


def _eintrag(bau: Bau, a: Aenderung) -> ElementTree.Element:
    eintrag = _element("entry")
    was = f"{a.art.bezeichnung}: {a.stand.bezeichnung}" if a.stand else a.art.bezeichnung
    _text(eintrag, "title", f"{bau.plan.name(a.sammlung, a.kennung)} – {was}")
    _text(eintrag, "id", _kennung(bau, a.schluessel))
    _text(eintrag, "updated", _zeitpunkt(a.fruehestens))
    if a.tag_bekannt:
        _text(eintrag, "published", _zeitpunkt(a.datum))
    eintrag.append(_element("link", rel="alternate", type="text/html", href=_link(bau, adresse(a.sammlung, a.kennung))))
    for feld in a.handlungsfelder:
        eintrag.append(_element("category", term=feld, label=bau.plan.handlungsfelder[feld].name))
    inhalt = _element("content", type="html")
    inhalt.text = _html(bau, a)
    eintrag.append(inhalt)
    return eintrag


def _html(bau: Bau, a: Aenderung) -> str:
    """The text of a change; links to records lead to where the feed's own links lead."""
    feldtext = Feldtext(lambda sammlung, kennung: _link(bau, adresse(sammlung, kennung)), Begriffe(()))
    ampel = feldtext.block(f"Ampel: {a.ampel.bezeichnung}") if a.ampel else ""
    beleg = ""
    if a.beleg:
        beleg = _BELEG.format(a.beleg.url, a.beleg.text) if a.beleg.url else _OHNE_LINK.format(a.beleg.text)
    return unter_eigene(f"{feldtext.block(a.text)}{ampel}{beleg}")


def _element(name: str, **merkmale: str) -> ElementTree.Element:
    return ElementTree.Element(f"{{{ATOM}}}{name}", merkmale)


def _text(oben: ElementTree.Element, name: str, text: str) -> None:
    kind = _element(name)
    kind.text = text
    oben.append(kind)


def _zeitpunkt(tag: date) -> str:
    """Midday, so that the day stays the same in every time zone of Europe."""
    return datetime.combine(tag, time(12), UTC).isoformat().replace("+00:00", "Z")


def _anfang(bau: Bau) -> date:
    """The day that an empty feed gives: of the edition in force; never of the build, which changes nothing."""
    fassung = bau.fassung
    if fassung is None:
        return date(_OHNE_FASSUNG, 1, 1)
    return fassung.beschlossen_am or date(fassung.jahr, 12, 31)


def _kennung(bau: Bau, schluessel: str) -> str:
    """A tag URI (RFC 4151): never changes, whatever the address of the site."""
    jahr = min((f.jahr for f in bau.plan.fassungen.values()), default=_OHNE_FASSUNG)
    return f"tag:{urlsplit(bau.plan.gemeinde.website).hostname},{jahr}:{schluessel}"


def _link(bau: Bau, ziel: str) -> str:
    return f"{bau.adresse}{ziel}" if bau.adresse else relativ(ziel, "aenderungen/")
