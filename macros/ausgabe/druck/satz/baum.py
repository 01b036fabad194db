"""HTML of our own templates -> a tree of nodes for typesetting; an element nobody knows stops the build."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import html as lxml_html
from lxml.etree import _Element

from macros.ausgabe.druck.satz.baumgang import K, texte
from macros.ausgabe.druck.satz.bilderschatz import Bilderschatz
from macros.ausgabe.druck.satz.element import klassen_von, nur_bildschirm, wortlaut
from macros.ausgabe.druck.satz.fussnoten import Fussnoten
from macros.ausgabe.druck.satz.knoten import (
    Absatz,
    Anmerkung,
    Anmerkungsruf,
    Auszeichnung,
    Begriffsliste,
    Begriffspunkt,
    Block,
    Code,
    Druckfehler,
    Drucktabelle,
    Gruppe,
    ImText,
    Knoten,
    Knotenfolge,
    Liste,
    Listenpunkt,
    Netzlink,
    OffenerLink,
    Spanne,
    Titel,
    Trennlinie,
    Zeilenumbruch,
)
from macros.ausgabe.druck.satz.rohtabelle import rohzeilen
from macros.ausgabe.druck.satz.tabelle import lege_tabellen, platz_fuer
from macros.ausgabe.druck.satz.wortraum import glaette

_AUSZEICHNUNG: Mapping[str, Auszeichnung] = {
    "strong": "strong", "b": "strong", "em": "em", "i": "em", "cite": "em", "dfn": "em",
    "small": "small", "sub": "sub", "sup": "sup", "q": "q", "span": "", "time": "", "abbr": "",
}  # fmt: skip
_GRUPPEN = frozenset({"div", "section", "article", "aside", "header", "footer", "main", "blockquote", "details"})
_TITEL = re.compile(r"h([1-6])")
_TIEFSTE = 6


def _getrennt(roh: Iterable[Knoten]) -> list[Knoten]:
    """Marks of notes that touch get a raised comma between them: ¹ and ¹¹ are not ¹¹¹."""
    folge: list[Knoten] = []
    davor: Knoten = ""
    for knoten in roh:
        if knoten == "":
            continue
        if isinstance(davor, Anmerkung | Anmerkungsruf) and isinstance(knoten, Anmerkung | Anmerkungsruf):
            folge.append(Spanne((",",), "sup"))
        folge.append(knoten)
        davor = knoten
    return folge


@dataclass
class Leser:
    """Reads the HTML of one document, and notes the anchors in it."""

    bilder: Bilderschatz = field(default_factory=Bilderschatz)
    anker: dict[str, None] = field(default_factory=dict)
    _noten: Fussnoten = field(default_factory=lambda: Fussnoten(0))

    def lies(self, text: str) -> Knotenfolge:
        """Nodes of one piece of HTML; footnotes move from its end to the place that calls them."""
        wurzel: _Element = lxml_html.fragment_fromstring(str(text), create_parent="div")
        self._noten = Fussnoten(self._noten.stueck + 1)
        self._noten.nimm(wurzel)
        try:
            kinder = self._kinder(wurzel, 0)
            self._noten.pruefe()
        except Druckfehler as fehler:
            raise Druckfehler(str(fehler), anker=tuple(self.anker)[::-1]) from fehler
        return kinder

    def _kinder(self, element: _Element, ebene: int) -> Knotenfolge:
        """Content of an element, with single spaces inside and none at the edges of blocks."""
        roh: list[Knoten] = [element.text or ""]
        for kind in element:
            roh += [*self._element(kind, ebene), kind.tail or ""]
        return glaette(_getrennt(roh))

    def _element(self, e: _Element, ebene: int) -> Iterator[Knoten]:
        """The node of one element; none for what only a screen needs."""
        if nur_bildschirm(e):
            return
        match e.tag:
            case "br":
                yield Zeilenumbruch()
            case "hr":
                yield Trennlinie()
            case "svg":
                yield self.bilder.feldzeichen(e)
            case "button":
                if "begriff" in klassen_von(e):
                    kennung = e.get("popovertarget", "").removeprefix("begriff-")
                    yield OffenerLink("satz", f"glossar/{kennung}", self._kinder(e, ebene), klassen=("begriff",))
            case "sup" if e.get("id", "").startswith("fnref"):
                yield self._noten.ruf(e, lambda note: self._kinder(note, 0))
            case _:
                yield self._mit_anker(e, self._knoten(e, ebene))

    def _knoten(self, e: _Element, ebene: int) -> Block | ImText:
        tag, klassen = e.tag, klassen_von(e)
        if treffer := _TITEL.fullmatch(tag):
            stufe = min(int(treffer[1]) + ebene, _TIEFSTE)
            verzeichnet = e.get("data-verzeichnis") != "nein"
            return Titel(stufe, self._kinder(e, ebene), verzeichnet, klassen=klassen)
        if tag in _GRUPPEN:
            return Gruppe(self._kinder(e, ebene + int(e.get("data-ebene", 0))), klassen=klassen or (tag,))
        if tag in _AUSZEICHNUNG:
            return Spanne(self._kinder(e, ebene), _AUSZEICHNUNG[tag], klassen=klassen)
        match tag:
            case "p":
                return Absatz(self._kinder(e, ebene), klassen=klassen)
            case "summary":
                return Absatz(self._kinder(e, ebene), klassen=("zwischentitel",))
            case "ul" | "ol":
                punkte = tuple(self._punkte(e, ebene))
                return Liste(punkte, tag == "ol", int(e.get("start", 1)), klassen=klassen)
            case "dl":
                return Begriffsliste(tuple(self._begriffe(e, ebene)), klassen=klassen)
            case "table":
                return self._tabelle(e, ebene)
            case "figure":
                return self.bilder.bildblock(e, lambda titel: self._kinder(titel, ebene))
            case "a":
                return self._link(e, ebene)
            case "code" | "pre":
                return Code("".join(texte(self._kinder(e, ebene))))
            case _:
                raise Druckfehler(f"Das Element <{tag}> kennt die Druckfassung nicht (baum.py).")

    def _punkte(self, liste: _Element, ebene: int) -> Iterator[Listenpunkt]:
        for e in liste:
            if nur_bildschirm(e):
                continue
            if e.tag != "li":
                raise Druckfehler(f"Das Element <{e.tag}> steht in einer Liste außerhalb ihrer Punkte.")
            yield self._mit_anker(e, Listenpunkt(self._kinder(e, ebene), klassen=klassen_von(e)))

    def _begriffe(self, dl: _Element, ebene: int) -> Iterator[Begriffspunkt]:
        """Entries of a description list: one term and its descriptions each."""
        begriff: _Element | None = None
        for e in dl.iter("dt", "dd"):
            if e.tag == "dt":
                begriff = e
            elif begriff is not None:
                punkt = Begriffspunkt(self._kinder(begriff, ebene), self._kinder(e, ebene))
                eltern = e.getparent()
                yield self._mit_anker(eltern, punkt) if eltern is not None and eltern.tag == "div" else punkt

    def _link(self, e: _Element, ebene: int) -> OffenerLink | Netzlink:
        ziel, kinder, klassen = e.get("href", ""), self._kinder(e, ebene), klassen_von(e)
        if ziel.startswith("#"):
            return OffenerLink("#", ziel[1:], kinder, klassen=klassen)
        art, _, rest = ziel.partition(":")
        match art:
            case "satz":
                return OffenerLink("satz", rest, kinder, klassen=klassen)
            case "seite":
                return OffenerLink("seite", rest, kinder, klassen=klassen)
            case "http" | "https":
                return Netzlink(ziel, kinder, zeigen=ziel not in wortlaut(e), klassen=klassen)
            case "mailto" | "tel":
                return Netzlink(ziel, kinder, klassen=klassen)
            case _:
                raise Druckfehler(f"Das Linkziel „{ziel}“ kennt die Druckfassung nicht.")

    def _tabelle(self, e: _Element, ebene: int) -> Drucktabelle | Gruppe:
        """A table; several in a group where its columns do not fit beside each other."""
        klassen, titel = klassen_von(e), e.find("caption")
        zeilen = list(rohzeilen(e, lambda zelle: self._kinder(zelle, ebene), self._neuer_anker))
        schrift = float(e.get("data-schrift", 8.5))
        try:
            tabellen = lege_tabellen(zeilen, e.get("data-breiten", ""), schrift, "quer" in klassen, platz_fuer(e))
        except ValueError as fehler:
            raise Druckfehler(str(fehler)) from fehler
        sichtbar = () if titel is None or nur_bildschirm(titel) else self._kinder(titel, ebene)
        gelegt = tuple(replace(t, titel=sichtbar, klassen=klassen) for t in tabellen)
        return gelegt[0] if len(gelegt) == 1 else Gruppe(gelegt)

    def _neuer_anker(self, kennung: str) -> str:
        if not kennung:
            return ""
        if kennung in self.anker:
            raise Druckfehler(f"Der Anker „{kennung}“ steht zweimal im Dokument.")
        self.anker[kennung] = None
        return kennung

    def _mit_anker(self, e: _Element, knoten: K) -> K:
        return replace(knoten, anker=self._neuer_anker(e.get("id", "")), sprache=e.get("lang", ""))
