"""Nodes of a document's tree -> paragraphs, tables and pictures of a Word file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.parfmt import ParagraphFormat

from macros.ausgabe.druck.satz.knoten import Inhalt, Knoten
from macros.ausgabe.druck.word.form import (
    BREITE,
    EINZUG,
    NORMAL,
    PUNKT,
    SCHLICHT,
    Form,
    Schrift,
    absatz,
    bildelement,
    e,
    lauf,
    neue_nummern,
)
from macros.ausgabe.druck.word.tabelle import spaltenbreiten, tabellenform

_BLOECKE = frozenset({"h", "p", "ul", "ol", "dl", "tabelle", "bild", "gruppe", "linie"})
_KLEIN = frozenset({"klein", "langform", "kurztext"})
_MIT_RAND = frozenset({"hinweis", "vorbehalt", "lesefassung", "quote", "blockquote"})
_ZWISCHENTITEL = frozenset({"zwischentitel", "hinweis-titel", "kette-name", "karte-titel"})
_LISTENSTIL = {
    ("Normal", "ul"): "ListBullet",
    ("Normal", "ol"): "ListNumber",
    ("Tabellentext", "ul"): "Tabellenpunkt",
    ("Tabellentext", "ol"): "Tabellennummer",
}
_TIEFSTE_LISTE = 2
_KURZE_TABELLE = 7
"""Rows up to which a table stays on one page."""


@dataclass
class Ort:
    """Where blocks go: what takes them, how they usually look; `erste` is the form of the first paragraph alone."""

    haenge: Callable[[Any], None]
    form: Form = NORMAL
    schrift: Schrift = SCHLICHT
    ebene: int = -1
    erste: list[Form] = field(default_factory=list)


@dataclass
class Satz:
    """Writes nodes into a document; `ziele` and `titel` name the bookmarks of anchors and of listed headings."""

    d: Document
    ziele: Mapping[str, str]
    titel: Mapping[int, str]
    quer: bool = False
    umbruch: bool = False
    _offen: list[str] = field(default_factory=list)
    _marken: int = 0
    _bilder: int = 0
    _nach_tabelle: bool = False

    def bloecke(self, ort: Ort, inhalt: Inhalt) -> None:
        """Blocks one after the other; loose text between them becomes paragraphs."""
        lose: Inhalt = []
        for knoten in [*inhalt, None]:
            if knoten is not None and not (isinstance(knoten, dict) and knoten["t"] in _BLOECKE):
                lose.append(knoten)
                continue
            if lose:
                self.absatz(ort, lose)
                lose = []
            if knoten is not None:
                self._block(ort, knoten)

    def absatz(self, ort: Ort, inhalt: Inhalt, form: Form | None = None, schrift: Schrift | None = None) -> Any:
        """A paragraph of inline nodes, put in its place."""
        f = form or ort.form
        if ort.erste:
            erste = ort.erste.pop()
            f = erste if f.stil == ort.form.stil else replace(erste, stil=f.stil)
        if self.umbruch:
            f, self.umbruch = replace(f, umbruch=True, davor=0), False
        if self._nach_tabelle and not f.stil.startswith(("Heading", "Caption")):
            f = replace(f, davor=160)
        self._nach_tabelle = False
        p = absatz(f)
        for name in self._offen:
            self._marke(p, name)
        self._offen = []
        self._worte(p, inhalt, schrift or ort.schrift)
        ort.haenge(p)
        return p

    def _block(self, ort: Ort, n: Knoten) -> None:
        klassen = set(n.get("k", "").split())
        if n["t"] != "h":
            self._merke(n.get("id", ""))
        match n["t"]:
            case "h":
                p = self.absatz(ort, n["c"], Form(f"Heading{n['e']}"), SCHLICHT)
                for name in (self.titel.get(id(n), ""), self.ziele.get(n.get("id", ""), "")):
                    if name:
                        self._marke(p, name, um=True)
            case "p" if klassen & _ZWISCHENTITEL:
                self.absatz(ort, n["c"], replace(ort.form, stil="Zwischentitel"))
            case "p" if klassen & _KLEIN:
                self.absatz(ort, n["c"], _klein(ort.form), replace(ort.schrift, fett=False))
            case "p" if "vorspann" in klassen:
                self.absatz(ort, n["c"], replace(ort.form, stil="Vorspann"))
            case "p":
                self.absatz(ort, n["c"], schrift=replace(ort.schrift, stil="Leer" if "leer" in klassen else ""))
            case "ul" | "ol":
                self._liste(ort, n)
            case "dl":
                for eintrag in n["c"]:
                    self._merke(eintrag.get("id", ""))
                    begriff = {"t": "spanne", "a": "strong", "c": [*eintrag["dt"], ":"]}
                    self.bloecke(ort, [begriff, " ", *_flach(eintrag["c"])])
            case "tabelle":
                self._tabelle(ort, n)
            case "bild":
                self._bild(ort, n)
            case "gruppe":
                self._gruppe(ort, n, klassen)

    def _gruppe(self, ort: Ort, n: Knoten, klassen: set[str]) -> None:
        self.umbruch = self.umbruch or "umbruch" in klassen
        if "kopfzeile" in klassen:
            teile = [k for k in n["c"] if k != " "]
            self.absatz(ort, [x for k in teile for x in (" · ", k)][1:], Form("Massnahmenstand"))
        elif "zusammen" in klassen:
            stuecke: list[Any] = []
            self.bloecke(replace(ort, haenge=stuecke.append), n["c"])
            for p in stuecke[:-1]:
                ParagraphFormat(p).keep_with_next = True
            for element in stuecke:
                ort.haenge(element)
        elif klassen & _MIT_RAND:
            self.bloecke(replace(ort, form=Form("Hinweis", rand=True)), n["c"])
        elif "klein" in klassen:
            self.bloecke(replace(ort, form=_klein(ort.form)), n["c"])
        elif "vorspann" in klassen:
            self.bloecke(replace(ort, form=replace(ort.form, stil="Vorspann")), n["c"])
        else:
            self.bloecke(ort, n["c"])

    def _liste(self, ort: Ort, n: Knoten) -> None:
        ebene = min(ort.ebene + 1, _TIEFSTE_LISTE)
        nummer = PUNKT if n["t"] == "ul" else neue_nummern(self.d, n["start"])
        stil = _LISTENSTIL.get((ort.form.stil, n["t"]), ort.form.stil)
        erste = replace(ort.form, stil=stil, liste=(nummer, ebene), einzug=0)
        for li in n["c"]:
            self._merke(li.get("id", ""))
            danach = replace(ort.form, einzug=EINZUG[n["t"]] * (ebene + 1))
            self.bloecke(replace(ort, form=danach, ebene=ebene, erste=[erste]), li["c"])

    def _bild(self, ort: Ort, n: Knoten) -> None:
        if n["c"]:
            self.absatz(ort, n["c"], Form("Caption"))
        self._bilder += 1
        self._nach_tabelle = False
        p = absatz(Form("Bild"))
        p.append(bildelement(self.d, n, BREITE[self.quer], self._bilder))
        ort.haenge(p)

    def _tabelle(self, ort: Ort, n: Knoten) -> None:
        if n["titel"]:
            self.absatz(ort, n["titel"], Form("Caption"))
        elif self._nach_tabelle:  # Word joins tables that touch.
            ort.haenge(absatz(Form("Kleingedrucktes")))
        breiten = spaltenbreiten(n, BREITE[self.quer])
        spalten = e("tblGrid", *(e("gridCol", w=b) for b in breiten))
        tabelle = e("tbl", tabellenform(n, breiten, BREITE[self.quer]), spalten)
        zeilen = [*n["kopf"], *n["zeilen"]]
        kurz = len(zeilen) <= _KURZE_TABELLE and all(z["fest"] for z in n["zeilen"])
        for stelle, zeile in enumerate(zeilen, 1):
            kopf = stelle <= len(n["kopf"])
            tabelle.append(self._zeile(zeile, breiten, kopf=kopf, halten=kopf or (kurz and stelle < len(zeilen))))
        ort.haenge(tabelle)
        self._nach_tabelle = True

    def _zeile(self, zeile: Knoten, breiten: list[int], *, kopf: bool, halten: bool) -> Any:
        merkmale = e("trPr")
        if kopf or zeile["fest"]:
            merkmale.append(e("cantSplit"))
        if kopf:
            merkmale.append(e("tblHeader"))
        reihe, stelle = e("tr", merkmale), 0
        self._merke(zeile["id"])
        for z in zeile["c"]:
            breite = e("tcW", w=sum(breiten[stelle : stelle + z["cs"]]), type="dxa")
            tc = e("tc", e("tcPr", breite, *([e("gridSpan", val=z["cs"])] if z["cs"] > 1 else [])))
            stelle += z["cs"]
            klassen = z["k"].split()
            stil = "Tabellenkopf" if kopf else "Tabellentext"
            form = Form(stil, rechts="zahl" in klassen, halten=halten)
            self._nach_tabelle = False
            self.bloecke(Ort(tc.append, form, Schrift(fett=z["th"] and "schlicht" not in klassen)), z["c"])
            if tc[-1].tag != qn("w:p"):  # A cell ends with a paragraph, even an empty one.
                tc.append(absatz(form))
            reihe.append(tc)
        return reihe

    def _worte(self, eltern: Any, inhalt: Inhalt, s: Schrift) -> None:
        """Runs of text with their looks, links and notes below a paragraph or a link."""
        for n in inhalt:
            if isinstance(n, str):
                eltern.append(lauf(n, s))
                continue
            if name := self.ziele.get(n.get("id", "")):
                self._marke(eltern, name)
            match n["t"]:
                case "br" | "tab":
                    eltern.append(e("r", e(n["t"])))
                case "a" if "u" in n:
                    link = e("hyperlink", history=1)
                    bezug = self.d.part.relate_to(n["u"], RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                    link.set(qn("r:id"), bezug)
                    self._link(eltern, link, n, s, "Hyperlink")
                    if n.get("zeigen") and "marke" not in n["k"].split():
                        eltern.append(lauf(f" ({n['u']})", replace(s, stil="Adresse")))
                case "ref":
                    self._link(eltern, e("hyperlink", anchor=self.ziele[n["z"]], history=1), n, s, "Verweis")
                case "fn" if "wieder" in n:
                    eltern.append(lauf(f" (siehe Anmerkung {n['n']})", s))
                case "fn":
                    self._worte(eltern, [f" (Anmerkung {n['n']}: ", *_flach(n["c"]), ")"], s)
                case "symbol" | "linie":
                    continue
                case _:
                    worte = ["„", *n["c"], "“"] if n.get("a") == "q" else n["c"]
                    self._worte(eltern, worte, _schrift(n, s))

    def _link(self, eltern: Any, link: Any, n: Knoten, s: Schrift, stil: str) -> None:
        self._worte(link, n["c"], replace(s, stil="Begriff" if "begriff" in n["k"].split() else stil))
        eltern.append(link)

    def _merke(self, anker: str) -> None:
        """Keeps an anchor that something refers to for the next paragraph."""
        if anker in self.ziele:
            self._offen.append(self.ziele[anker])

    def _marke(self, p: Any, name: str, *, um: bool = False) -> None:
        """A bookmark, at the end of what is written or round all of a paragraph."""
        self._marken += 1
        anfang, ende = e("bookmarkStart", id=self._marken, name=name), e("bookmarkEnd", id=self._marken)
        p.insert(1 if um else len(p), anfang)
        p.append(ende)


def _klein(f: Form) -> Form:
    return replace(f, stil="TabelleKlein" if f.stil.startswith("Tabelle") else "Kleingedrucktes")


def _schrift(n: Knoten, s: Schrift) -> Schrift:
    """The look of a span inside text of another look."""
    klassen, art = set(n.get("k", "").split()), n.get("a", "")
    stil = next((v for k, v in _ZEICHENSTIL.items() if k in klassen), s.stil)
    return Schrift(
        fett=(s.fett and stil not in ("Nebenbei", "Leer")) or art == "strong" or "nummer" in klassen,
        kursiv=s.kursiv or art == "em",
        lage={"sub": "subscript", "sup": "superscript"}.get(art, s.lage),
        stil=stil,
        sprache=n.get("lang", s.sprache),
    )


_ZEICHENSTIL = {"hf-marke": "Handlungsfeld", "leer": "Leer", "klein": "Nebenbei"}


def _flach(inhalt: Inhalt) -> Inhalt:
    """Paragraphs as running text."""
    flach: Inhalt = []
    for n in inhalt:
        if isinstance(n, dict) and n["t"] in ("p", "gruppe"):
            flach += [*([" "] if flach else []), *_flach(n["c"])]
        else:
            flach.append(n)
    return flach
