"""Markdown of data fields -> HTML: links to records resolved, glossary terms marked, raw HTML impossible."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from xml.etree import ElementTree

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from macros.modell.auszeichnung import datensatz, ist_erlaubt, sprache
from macros.modell.konzept import Begriff, Fussnote
from macros.modell.plan import LINKARTEN

_OHNE_BEGRIFFE = frozenset({"a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "sup"})
_FUSSNOTENLINKS = frozenset({"footnote-ref", "footnote-backref"})
IM_TEXT = "data-im-text"
_STUFE = re.compile(r'(?<=<h)([1-6])(?: data-im-text="([1-6])")?(?=[ >])|(?<=</h)[1-6](?=>)')
"""What the two tags of a heading say of its level; the attribute is IM_TEXT."""
Verlinke = Callable[[str, str], str]


class Begriffe:
    """The terms of the glossary, ready to be found in running text; remembers which a page has shown."""

    def __init__(self, glossar: Iterable[Begriff]) -> None:
        self.formen: dict[str, Begriff] = {}
        for begriff in glossar:
            for wort in (begriff.bezeichnung, *begriff.formen):
                self.formen.setdefault(wort, begriff)
        worte = sorted(self.formen, key=len, reverse=True)
        self.muster = re.compile(rf"(?<![\w*-])(?:{'|'.join(map(re.escape, worte))})(?![\w*-])") if worte else None


class _Links(Treeprocessor):
    """Turns `massnahme:kennung` into the address of the record; foreign links say that they leave.

    What the check does not let through leads nowhere here either.
    """

    def __init__(self, md: markdown.Markdown, verlinke: Verlinke) -> None:
        super().__init__(md)
        self.verlinke = verlinke

    def run(self, root: ElementTree.Element) -> None:
        for a in root.iter("a"):
            ziel = a.get("href", "")
            if gemeint := datensatz(ziel):
                a.set("href", self.verlinke(LINKARTEN[gemeint[0]], gemeint[1]))
            elif a.get("class") in _FUSSNOTENLINKS:
                continue
            elif not ist_erlaubt(ziel):
                a.tag = "span"
                a.attrib.clear()
            elif ziel.startswith(("http://", "https://")):
                a.set("rel", "noopener noreferrer external")


class _Marken(Treeprocessor):
    """Makes the first mention of each glossary term on a page a button that opens its explanation."""

    def __init__(self, md: markdown.Markdown, begriffe: Begriffe, gezeigt: dict[str, Begriff]) -> None:
        super().__init__(md)
        self.begriffe = begriffe
        self.gezeigt = gezeigt

    def run(self, root: ElementTree.Element) -> None:
        if self.begriffe.muster:
            self._gehe(root)

    def _gehe(self, element: ElementTree.Element) -> None:
        if element.tag in _OHNE_BEGRIFFE or element.get("class") == "footnote":
            return
        element.text, knoepfe = self._teile(element.text)
        stelle = 0
        for kind in [*knoepfe, *element]:
            if kind in knoepfe:
                element.insert(stelle, kind)
                stelle += 1
                continue
            self._gehe(kind)
            stelle += 1
            kind.tail, weitere = self._teile(kind.tail)
            for knopf in weitere:
                element.insert(stelle, knopf)
                stelle += 1

    def _teile(self, text: str | None) -> tuple[str | None, list[ElementTree.Element]]:
        """The text before the first term, and buttons that carry the rest as their tails."""
        assert self.begriffe.muster
        knoepfe: list[ElementTree.Element] = []
        if not text or not text.strip():
            return text, knoepfe
        vorn, ende = text, 0
        for treffer in self.begriffe.muster.finditer(text):
            begriff = self.begriffe.formen[treffer.group()]
            if begriff.id in self.gezeigt:
                continue
            self.gezeigt[begriff.id] = begriff
            knopf = ElementTree.Element(
                "button", {"type": "button", "class": "begriff", "popovertarget": f"begriff-{begriff.id}"}
            )
            knopf.text = treffer.group()
            stueck = text[ende : treffer.start()]
            if knoepfe:
                knoepfe[-1].tail = stueck
            else:
                vorn = stueck
            knoepfe.append(knopf)
            ende = treffer.end()
        if knoepfe:
            knoepfe[-1].tail = text[ende:]
        return vorn, knoepfe


class _Fussnotennummern(Treeprocessor):
    """Footnotes keep the numbers that they have in the concept."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.tag == "a" and element.get("class") == "footnote-ref":
                element.text = element.get("href", "").rpartition("-")[2]
                element.set("aria-label", f"Fußnote {element.text}")
            elif element.tag == "div" and element.get("class") == "footnote":
                element.set("role", "region")
                element.set("aria-label", "Fußnoten")
            elif element.tag == "li" and element.get("id", "").startswith("fn-"):
                element.set("value", element.get("id", "").rpartition("-")[2])
            elif element.tag == "a" and element.get("class") == "footnote-backref":
                nummer = element.get("href", "").rpartition("-")[2]
                element.set("title", f"Zurück zur Stelle von Fußnote {nummer}")
                element.set("aria-label", f"Zurück zur Stelle von Fußnote {nummer}")


class _Zwischentitel(Treeprocessor):
    """Headings inside a text stand below the page's title, in any order without a gap.

    `data-im-text` says how far below what stands before the text; `unter_eigene` moves them there on a whole page.
    """

    def run(self, root: ElementTree.Element) -> None:
        offen: list[int] = []
        for e in root.iter():
            if isinstance(e.tag, str) and re.fullmatch(r"h[1-6]", e.tag):
                if not "".join(e.itertext()).strip():
                    e.tag = "p"  # nothing that could head anything
                    continue
                stufe = int(e.tag[1])
                while offen and offen[-1] >= stufe:
                    offen.pop()
                offen.append(stufe)
                e.tag = f"h{min(len(offen) + 1, 6)}"
                e.set(IM_TEXT, str(len(offen)))


class _Tabellen(Treeprocessor):
    """Tables scroll in their frame and say which cells are heads: the first row, and the first cell of every row."""

    def run(self, root: ElementTree.Element) -> None:
        for eltern in list(root.iter()):
            for stelle, kind in enumerate(list(eltern)):
                if kind.tag == "table":
                    eltern[stelle] = self._rahme(kind)

    def _rahme(self, tabelle: ElementTree.Element) -> ElementTree.Element:
        for zelle in tabelle.iter():
            if "right" in zelle.attrib.pop("style", ""):
                zelle.set("class", "zahl")
        koepfe = list(tabelle.iter("th"))
        for kopf in koepfe:
            kopf.set("scope", "col")
        for zeile in tabelle.iterfind("tbody/tr"):
            zeile[0].tag = "th"
            zeile[0].set("scope", "row")
        tabelle.set("class", "tabelle")
        name = "Tabelle: " + ", ".join(" ".join("".join(k.itertext()).split()) for k in koepfe)
        titel = ElementTree.Element("caption", {"class": "unsichtbar bildschirm-nur"})
        titel.text = name
        tabelle.insert(0, titel)
        rahmen = ElementTree.Element(
            "div", {"class": "tabelle-rahmen", "role": "region", "aria-label": name, "tabindex": "0"}
        )
        rahmen.append(tabelle)
        return rahmen


class _Felder(Extension):
    """Our own rules for Markdown in data fields."""

    def __init__(self, verlinke: Verlinke, begriffe: Begriffe, gezeigt: dict[str, Begriff]) -> None:
        super().__init__()
        self.teile = (verlinke, begriffe, gezeigt)

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (name set by Python-Markdown)
        """Adds links and terms to the language."""
        verlinke, begriffe, gezeigt = self.teile
        md.treeprocessors.register(_Tabellen(md), "tabellen", 8)
        md.treeprocessors.register(_Zwischentitel(md), "zwischentitel", 7)
        md.treeprocessors.register(_Fussnotennummern(md), "fussnotennummern", 6)
        md.treeprocessors.register(_Links(md, verlinke), "verweise", -1)  # sees addresses as a browser will
        md.treeprocessors.register(_Marken(md, begriffe, gezeigt), "begriffe", 4)


class Feldtext:
    """Renders the Markdown of one page's fields; terms are marked once a page."""

    def __init__(self, verlinke: Verlinke, begriffe: Begriffe) -> None:
        self.gezeigt: dict[str, Begriff] = {}
        self._md = sprache()
        self._md.registerExtensions([_Felder(verlinke, begriffe, self.gezeigt)], {})

    def block(self, text: str | None, fussnoten: Iterable[Fussnote] = ()) -> Markup:
        """HTML of a text of several paragraphs, with its footnotes at the end."""
        if not text:
            return Markup("")
        noten = "".join(f"\n\n[^{n.nummer}]: " + n.text.replace("\n", "\n    ") for n in fussnoten)
        self._md.reset()
        return Markup(self._md.convert(text + noten))  # noqa: S704 (the renderer knows no raw HTML)

    def zeile(self, text: str | None) -> Markup:
        """HTML of a text without the paragraph around it."""
        html = str(self.block(text))
        if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
            html = html[3:-4]
        return Markup(html)  # noqa: S704


def unter_eigene(seite: str) -> str:
    """A whole page on which the headings inside texts stand below the page's own heading before them."""
    eigene = stufe = 1

    def gesetzt(treffer: re.Match[str]) -> str:
        nonlocal eigene, stufe
        if treffer[2]:
            stufe = min(eigene + int(treffer[2]), 6)
        elif treffer[1]:
            eigene = stufe = int(treffer[1])
        return str(stufe)

    return _STUFE.sub(gesetzt, seite)
