"""Blocks of a document's tree -> paragraphs, lists, tables and pictures of a Word file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from docx.oxml.text.paragraph import CT_P
from docx.text.parfmt import ParagraphFormat
from lxml.etree import _Element

from macros.ausgabe.druck.satz.knoten import (
    Absatz,
    Begriffsliste,
    Bildblock,
    Block,
    Drucktabelle,
    Druckzelle,
    Gruppe,
    Knoten,
    Liste,
    Spanne,
    Titel,
    Trennlinie,
)
from macros.ausgabe.druck.word.bild import bildelement
from macros.ausgabe.druck.word.elemente import SCHLICHT, Absatzform, Schreibstelle, Zeichenform, absatz, feld, lauf
from macros.ausgabe.druck.word.formate import BREITE, EINZUG, EINZUG_NUMMER, PUNKT, neue_nummern
from macros.ausgabe.druck.word.tabelle import tabellenelement
from macros.ausgabe.druck.word.worte import Wortschreiber, fliessend, text_von

_KLEIN = frozenset({"klein", "langform", "kurztext"})
_MIT_RAND = frozenset({"hinweis", "vorbehalt", "lesefassung", "quote", "blockquote"})
_ZWISCHENTITEL = frozenset({"zwischentitel", "hinweis-titel", "kette-name", "karte-titel"})
_LISTENSTIL = {
    ("Normal", False): "ListBullet",
    ("Normal", True): "ListNumber",
    ("Tabellentext", False): "Tabellenpunkt",
    ("Tabellentext", True): "Tabellennummer",
}
"""(style of the text round it, numbered or not) -> style of a list's points."""
_TIEFSTE_LISTE = 2
_EIGENE_NUMMER = re.compile(r"\s*(?:Abbildung|Tabelle) \d")


@dataclass
class Blockschreiber:
    """Writes blocks into a document; `titel` names the bookmarks of its listed headings, each by its identity."""

    woerter: Wortschreiber
    titel: Mapping[int, str]
    quer: bool = False
    umbruch: bool = False
    _offen: list[str] = field(default_factory=list)
    _bilder: int = 0
    _gezaehlt: Counter[str] = field(default_factory=Counter)
    _nach_tabelle: bool = False

    def bloecke(self, stelle: Schreibstelle, folge: Iterable[Knoten]) -> None:
        """Blocks one after the other; loose text between them becomes paragraphs."""
        lose: list[Knoten] = []
        for knoten in folge:
            if not isinstance(knoten, Block):
                lose.append(knoten)
                continue
            if lose:
                self.absatz(stelle, lose)
                lose = []
            self._block(stelle, knoten)
        if lose:
            self.absatz(stelle, lose)

    def absatz(
        self,
        stelle: Schreibstelle,
        folge: Iterable[Knoten],
        form: Absatzform | None = None,
        schrift: Zeichenform | None = None,
    ) -> CT_P:
        """A paragraph of words, put in its place."""
        f = form or stelle.form
        if stelle.erste:
            erste = stelle.erste.pop()
            f = erste if f.stil == stelle.form.stil else replace(erste, stil=f.stil)
        if self.umbruch:
            f, self.umbruch = replace(f, umbruch=True, davor=0), False
        if self._nach_tabelle and not f.stil.startswith(("Heading", "Caption")):
            f = replace(f, davor=160)
        self._nach_tabelle = False
        p = absatz(f)
        for name in self._offen:
            self.woerter.marke(p, name)
        self._offen = []
        self.woerter.worte(p, folge, schrift or stelle.schrift)
        stelle.haenge(p)
        return p

    def _block(self, stelle: Schreibstelle, n: Block) -> None:
        if not isinstance(n, Titel):
            self._merke(n.anker)
        match n:
            case Titel():
                p = self.absatz(stelle, n.kinder, Absatzform(f"Heading{n.stufe}"), SCHLICHT)
                for name in (self.titel.get(id(n), ""), self.woerter.ziele.get(n.anker, "")):
                    if name:
                        self.woerter.marke(p, name, um=True)
            case Absatz():
                self._absatz(stelle, n)
            case Liste():
                self._liste(stelle, n)
            case Begriffsliste():
                if {"legende", "zeilennotizen"} & set(n.klassen):
                    stelle = replace(stelle, form=_klein(stelle.form))
                for punkt in n.punkte:
                    self._merke(punkt.anker)
                    begriff = Spanne((*punkt.begriff, ":"), "strong")
                    self.bloecke(stelle, [begriff, " ", *fliessend(punkt.kinder)])
            case Drucktabelle():
                self._tabelle(stelle, n)
            case Bildblock():
                self._bild(stelle, n)
            case Gruppe():
                self._gruppe(stelle, n)
            case Trennlinie():
                return
            case _:
                assert_never(n)

    def _absatz(self, stelle: Schreibstelle, n: Absatz) -> None:
        klassen = set(n.klassen)
        if klassen & _ZWISCHENTITEL:
            self.absatz(stelle, n.kinder, replace(stelle.form, stil="Zwischentitel"))
        elif klassen & _KLEIN:
            self.absatz(stelle, n.kinder, _klein(stelle.form), replace(stelle.schrift, fett=False))
        elif "vorspann" in klassen:
            self.absatz(stelle, n.kinder, replace(stelle.form, stil="Vorspann"))
        else:
            leer = "Leer" if "leer" in klassen else ""
            self.absatz(stelle, n.kinder, schrift=replace(stelle.schrift, stil=leer))

    def _gruppe(self, stelle: Schreibstelle, n: Gruppe) -> None:
        klassen = set(n.klassen)
        self.umbruch = self.umbruch or "umbruch" in klassen
        if "kopfzeile" in klassen:
            teile = [k for k in n.kinder if k != " "]
            self.absatz(stelle, [x for k in teile for x in (" · ", k)][1:], Absatzform("Massnahmenstand"))
        elif "zusammen" in klassen:
            stuecke: list[_Element] = []
            self.bloecke(replace(stelle, haenge=stuecke.append), n.kinder)
            for p in stuecke[:-1]:
                if isinstance(p, CT_P):
                    ParagraphFormat(p).keep_with_next = True
            for element in stuecke:
                stelle.haenge(element)
        elif klassen & _MIT_RAND:
            self.bloecke(replace(stelle, form=Absatzform("Hinweis", rand=True)), n.kinder)
        elif "klein" in klassen:
            self.bloecke(replace(stelle, form=_klein(stelle.form)), n.kinder)
        elif "vorspann" in klassen:
            self.bloecke(replace(stelle, form=replace(stelle.form, stil="Vorspann")), n.kinder)
        else:
            self.bloecke(stelle, n.kinder)

    def _liste(self, stelle: Schreibstelle, n: Liste) -> None:
        ebene = min(stelle.ebene + 1, _TIEFSTE_LISTE)
        nummer = neue_nummern(self.woerter.d, n.beginn) if n.nummeriert else PUNKT
        stil = _LISTENSTIL.get((stelle.form.stil, n.nummeriert), stelle.form.stil)
        erste = replace(stelle.form, stil=stil, liste=(nummer, ebene), einzug=0)
        einzug = (EINZUG_NUMMER if n.nummeriert else EINZUG) * (ebene + 1)
        for punkt in n.punkte:
            self._merke(punkt.anker)
            danach = replace(stelle.form, einzug=einzug)
            self.bloecke(replace(stelle, form=danach, ebene=ebene, erste=[erste]), punkt.kinder)

    def _bild(self, stelle: Schreibstelle, n: Bildblock) -> None:
        if n.titel:
            self._beschriftung(stelle, "Abbildung", n.titel)
        self._bilder += 1
        self._nach_tabelle = False
        p = absatz(Absatzform("Bild"))
        p.append(bildelement(self.woerter.d, n, BREITE[self.quer], self._bilder))
        stelle.haenge(p)
        for hinweis in n.hinweise:
            self.absatz(stelle, [hinweis], Absatzform("Kleingedrucktes"))

    def _tabelle(self, stelle: Schreibstelle, n: Drucktabelle) -> None:
        if n.titel:
            self._beschriftung(stelle, "Tabelle", n.titel)
        elif self._nach_tabelle:  # Word joins tables that touch.
            stelle.haenge(absatz(Absatzform("Kleingedrucktes")))
        stelle.haenge(tabellenelement(n, BREITE[self.quer], self._zellinhalt, self._merke))
        self._nach_tabelle = True

    def _beschriftung(self, stelle: Schreibstelle, art: str, titel: Iterable[Knoten]) -> None:
        """A caption with a number that Word counts; one that the concept numbers itself keeps its own."""
        worte = list(titel)
        p = self.absatz(stelle, worte, Absatzform("Caption"))
        if _EIGENE_NUMMER.match(text_von(worte)):
            return
        self._gezaehlt[art] += 1
        auf, zu = feld(f"SEQ {art} \\* ARABIC")
        davor = [lauf(f"{art} "), *auf, lauf(str(self._gezaehlt[art])), zu, lauf(": ")]
        stelle_im_absatz = 1 if p.pPr is not None else 0
        for platz, element in enumerate(davor, stelle_im_absatz):
            p.insert(platz, element)

    def _zellinhalt(self, tc: _Element, zelle: Druckzelle, form: Absatzform) -> None:
        self._nach_tabelle = False
        schrift = Zeichenform(fett=zelle.kopf and "schlicht" not in zelle.klassen)
        self.bloecke(Schreibstelle(tc.append, form, schrift), zelle.kinder)

    def _merke(self, anker: str) -> None:
        """Keeps an anchor that something refers to for the next paragraph."""
        if anker in self.woerter.ziele:
            self._offen.append(self.woerter.ziele[anker])


def _klein(f: Absatzform) -> Absatzform:
    return replace(f, stil="TabelleKlein" if f.stil.startswith("Tabelle") else "Kleingedrucktes")
