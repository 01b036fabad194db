"""HTML of our own templates -> a tree of nodes for typesetting; an element nobody knows stops the build.

A node is a dict with its kind in `t` and its content in `c`; text is a plain `str`, so nothing of it can
be read as markup. Kinds: h p ul ol li dl eintrag tabelle
bild symbol fn ref a gruppe spanne code br linie.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import html as lxml_html

from macros.ausgabe.druck.satz.knoten import Druckfehler, Inhalt, Knoten, einzeilig, glaette
from macros.ausgabe.druck.satz.tabelle import Zelle, lege_tabelle

_SPANNEN = frozenset({"span", "strong", "b", "em", "i", "small", "sub", "sup", "q", "time", "abbr", "cite", "dfn"})
_GRUPPEN = frozenset({"div", "section", "article", "aside", "header", "footer", "main", "blockquote", "details"})
_NUR_BILDSCHIRM = frozenset({"nav", "form", "script", "template", "input", "select", "label"})
_TITEL = re.compile(r"h([1-6])")
_TIEFSTE = 6


@dataclass
class Leser:
    """Reads the HTML of one document; `symbole` are SVG by name, `bilder` what templates refer to by name."""

    symbole: Mapping[str, str] = field(default_factory=dict)
    bilder: Mapping[str, str] = field(default_factory=dict)
    anker: set[str] = field(default_factory=set)
    verweise: list[Knoten] = field(default_factory=list)
    _noten: dict[str, Any] = field(default_factory=dict)
    _genannt: dict[str, str] = field(default_factory=dict)
    _stueck: int = 0

    def lies(self, text: str) -> Inhalt:
        """Nodes of one piece of HTML; footnotes move from its end to the place that calls them."""
        self._stueck += 1
        wurzel = lxml_html.fragment_fromstring(str(text), create_parent="div")
        self._noten, self._genannt = {}, {}
        for kasten in wurzel.xpath(".//div[@class='footnote']"):
            for note in kasten.iter("li"):
                self._noten[note.get("id", "")] = note
            _entferne(kasten)
        inhalt = self._kinder(wurzel, 0)
        if offen := set(self._noten) - set(self._genannt):
            raise Druckfehler(f"Fußnoten ohne Stelle im Text: {', '.join(sorted(offen))}.")
        return inhalt

    def verbinde(self, adresse: Callable[[str, str], str]) -> None:
        """Gives every link its end: a place in this document, else an address, else it becomes text."""
        for knoten in self.verweise:
            ziel = knoten.pop("roh")
            art, _, rest = ziel.partition(":")
            stelle = rest.replace("/", "-", 1) if art == "satz" else rest
            if art == "#" and rest not in self.anker:
                raise Druckfehler(f"Der Verweis „#{rest}“ führt im Dokument nirgendwohin.")
            if art in ("#", "satz") and stelle in self.anker:
                knoten.update(t="ref", z=stelle)
            elif art in ("satz", "seite") and (url := adresse(art, rest)):
                knoten.update(t="a", u=url)
            elif art in ("satz", "seite"):
                knoten.update(t="spanne", k="")

    def _kinder(self, element: Any, ebene: int) -> Inhalt:
        """Content of an element, with single spaces inside and none at the edges of blocks."""
        roh: Inhalt = [element.text or ""]
        for kind in element:
            if isinstance(kind.tag, str):
                roh += self._element(kind, ebene)
            roh.append(kind.tail or "")
        return glaette(roh)

    def _element(self, e: Any, ebene: int) -> Inhalt:
        """Nodes of one element; none for what only a screen needs."""
        tag, klassen = e.tag, e.get("class", "").split()
        if tag in _NUR_BILDSCHIRM or "bildschirm-nur" in klassen or e.get("data-druck") == "nein":
            return []
        if treffer := _TITEL.fullmatch(tag):
            return [self._mit_anker(e, self._titel(e, int(treffer[1]) + ebene, ebene))]
        if tag in _GRUPPEN:
            ebene += int(e.get("data-ebene", 0))
            return [self._mit_anker(e, {"t": "gruppe", "k": " ".join(klassen) or tag, "c": self._kinder(e, ebene)})]
        if tag == "sup" and e.get("id", "").startswith("fnref"):
            return [self._fussnote(e)]
        if tag in _SPANNEN:
            return [self._mit_anker(e, self._spanne(e, klassen, ebene))]
        match tag:
            case "p" | "summary":
                knoten: Knoten = {"t": "p", "k": "zwischentitel" if tag == "summary" else " ".join(klassen)}
            case "ul" | "ol":
                knoten = {"t": tag, "k": " ".join(klassen), "start": int(e.get("start", 1))}
                knoten["c"] = [k for k in self._kinder(e, ebene) if isinstance(k, dict)]
            case "li":
                knoten = {"t": "li", "k": " ".join(klassen)}
            case "dl":
                knoten = {"t": "dl", "k": " ".join(klassen), "c": list(self._eintraege(e, ebene))}
            case "table":
                knoten = self._tabelle(e, ebene)
            case "figure":
                knoten = self._bild(e, ebene)
            case "svg":
                return self._symbol(e)
            case "a":
                return [self._verweis(e, klassen, ebene)]
            case "button" if "begriff" in klassen:
                kennung = e.get("popovertarget", "").removeprefix("begriff-")
                return [
                    self._merke(
                        {"t": "a", "k": "begriff", "roh": f"satz:glossar/{kennung}", "c": self._kinder(e, ebene)}
                    )
                ]
            case "code" | "pre":
                knoten = {"t": "code"}
            case "br":
                return [{"t": "br"}]
            case "hr":
                return [{"t": "linie"}]
            case "button":
                return []
            case _:
                raise Druckfehler(f"Das Element <{tag}> kennt die Druckfassung nicht (baum.py).")
        if knoten["t"] in ("p", "li", "code"):
            knoten["c"] = self._kinder(e, ebene)
        return [self._mit_anker(e, knoten)]

    def _titel(self, e: Any, stufe: int, ebene: int) -> Knoten:
        knoten = {"t": "h", "e": min(stufe, _TIEFSTE), "c": self._kinder(e, ebene), "k": e.get("class", "")}
        knoten["v"] = e.get("data-verzeichnis") != "nein"
        return knoten

    def _spanne(self, e: Any, klassen: list[str], ebene: int) -> Knoten:
        art = {"b": "strong", "i": "em", "cite": "em", "dfn": "em"}.get(e.tag, e.tag)
        knoten: Knoten = {"t": "spanne", "k": " ".join(klassen), "c": self._kinder(e, ebene)}
        if art in ("strong", "em", "sub", "sup", "q", "small"):
            knoten["a"] = art
        return knoten

    def _fussnote(self, e: Any) -> Knoten:
        kennung = e.find("a").get("href", "").removeprefix("#")
        if kennung not in self._noten:
            raise Druckfehler(f"Zur Fußnotenmarke „{kennung}“ fehlt die Fußnote.")
        name, nummer = f"note-{self._stueck}-{kennung}", int(kennung.rpartition("-")[2])
        if kennung in self._genannt:
            return {"t": "fn", "n": nummer, "wieder": name, "c": []}
        self._genannt[kennung] = name
        note = self._noten[kennung]
        for zurueck in note.xpath(".//a[@class='footnote-backref']"):
            _entferne(zurueck)
        inhalt = [k for k in self._kinder(note, 0) if k != " "]
        if len(inhalt) == 1 and inhalt[0]["t"] == "p":
            inhalt = inhalt[0]["c"]
        return {"t": "fn", "n": nummer, "id": name, "c": glaette(inhalt)}

    def _verweis(self, e: Any, klassen: list[str], ebene: int) -> Knoten:
        ziel, inhalt = e.get("href", ""), self._kinder(e, ebene)
        knoten = self._mit_anker(e, {"t": "a", "k": " ".join(klassen), "c": inhalt})
        art = ziel.partition(":")[0]
        if ziel.startswith("#"):
            return self._merke({**knoten, "roh": f"#:{ziel[1:]}"})
        if art in ("satz", "seite"):
            return self._merke({**knoten, "roh": ziel})
        if art in ("http", "https", "mailto", "tel"):
            return {**knoten, "u": ziel, "zeigen": art.startswith("http") and ziel not in e.text_content()}
        raise Druckfehler(f"Das Linkziel „{ziel}“ kennt die Druckfassung nicht.")

    def _merke(self, knoten: Knoten) -> Knoten:
        self.verweise.append(knoten)
        return knoten

    def _eintraege(self, dl: Any, ebene: int) -> Iterator[Knoten]:
        """Entries of a description list: one term and its descriptions each."""
        begriff: Any = None
        for e in dl.iter("dt", "dd"):
            if e.tag == "dt":
                begriff = e
            elif begriff is not None:
                eltern = e.getparent()
                knoten: Knoten = {"t": "eintrag", "dt": self._kinder(begriff, ebene), "c": self._kinder(e, ebene)}
                yield self._mit_anker(eltern, knoten) if eltern.tag == "div" and eltern.get("id") else knoten

    def _tabelle(self, e: Any, ebene: int) -> Knoten:
        zeilen = [
            (
                zeile.getparent().tag == "thead",
                [
                    Zelle(
                        self._kinder(z, ebene),
                        z.text_content(),
                        z.tag == "th",
                        " ".join(z.get("class", "").split()),
                        int(z.get("colspan", 1)),
                    )
                    for z in zeile
                    if z.tag in ("td", "th")
                ],
                self._neuer_anker(zeile.get("id")),
            )
            for zeile in e.xpath("tr | thead/tr | tbody/tr | tfoot/tr")
        ]
        titel = e.find("caption")
        if titel is not None and "bildschirm-nur" in titel.get("class", ""):
            titel = None
        try:
            knoten = lege_tabelle(
                zeilen, e.get("data-breiten", ""), float(e.get("data-schrift", 8.5)), "quer" in e.get("class", "")
            )
        except ValueError as fehler:
            raise Druckfehler(str(fehler)) from fehler
        knoten["k"] = e.get("class", "")
        knoten["titel"] = self._kinder(titel, ebene) if titel is not None else []
        return knoten

    def _bild(self, e: Any, ebene: int) -> Knoten:
        """A picture that a template names by `data-bild`; it must say in words what it shows."""
        name, text = e.get("data-bild", ""), e.get("aria-label", "")
        if name not in self.bilder:
            raise Druckfehler(f"Das Bild „{name}“ gibt es nicht.")
        if not text.strip():
            raise Druckfehler(f"Das Bild „{name}“ hat keine Textalternative.")
        titel = e.find("figcaption")
        return {
            "t": "bild",
            "svg": self.bilder[name],
            "alt": einzeilig(text).strip(),
            "c": self._kinder(titel, ebene) if titel is not None else [],
            "breite": e.get("data-breite", "100%"),
            "legende": [
                {"svg": self.bilder[z.get("data-bild", "")], "text": z.text_content().strip()} for z in e.iter("li")
            ],
        }

    def _symbol(self, e: Any) -> Inhalt:
        """A decorative mark; the words beside it say the same."""
        ziel = e.find("use")
        name = ziel.get("href", "").rpartition("#")[2] if ziel is not None else ""
        if name not in self.symbole:
            raise Druckfehler("Ein gezeichnetes Bild in der Seite ist für den Druck nicht vorgesehen.")
        farbe = next((k for v in e.iterancestors() for k in v.get("class", "").split() if k.startswith("hf--")), "")
        return [{"t": "symbol", "svg": self.symbole[name], "k": farbe}]

    def _neuer_anker(self, kennung: str | None) -> str:
        if not kennung:
            return ""
        if kennung in self.anker:
            raise Druckfehler(f"Der Anker „{kennung}“ steht zweimal im Dokument.")
        self.anker.add(kennung)
        return kennung

    def _mit_anker(self, e: Any, knoten: Knoten) -> Knoten:
        if kennung := self._neuer_anker(e.get("id")):
            knoten["id"] = kennung
        if sprache := e.get("lang"):
            knoten["lang"] = sprache
        return knoten


def _entferne(element: Any) -> None:
    """Takes an element out of its parent and leaves the text behind it."""
    eltern, davor = element.getparent(), element.getprevious()
    if element.tail:
        if davor is not None:
            davor.tail = (davor.tail or "") + element.tail
        else:
            eltern.text = (eltern.text or "") + element.tail
    eltern.remove(element)
