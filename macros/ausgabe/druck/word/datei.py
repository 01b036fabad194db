"""The tree of a document as a Word file with real styles, lists and tables, so that an office can go on writing in it."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document
from docx.oxml.text.paragraph import CT_P

from macros.ausgabe.druck.satz.baumgang import alle
from macros.ausgabe.druck.satz.druckbaum import Druckbaum
from macros.ausgabe.druck.satz.knoten import Netzlink, Spanne, Sprung, Titel
from macros.ausgabe.druck.word.bloecke import Blockschreiber
from macros.ausgabe.druck.word.elemente import SCHLICHT, Absatzform, Schreibstelle, absatz, e, feld, lauf
from macros.ausgabe.druck.word.formate import drehe_seiten, richte_ein
from macros.ausgabe.druck.word.worte import Wortschreiber, text_von


def als_docx(baum: Druckbaum) -> bytes:
    """A Word document of the same headings, tables, pictures and links; the same bytes from the same input."""
    d = docx.Document()
    richte_ein(d, baum)
    titel = [n for n in alle(baum.kinder, Titel) if n.verzeichnet and n.stufe <= baum.verzeichnis]
    ziele = {n.ziel: f"_Ziel{i}" for i, n in enumerate(alle(baum.kinder, Sprung), 1)}
    marken = {id(n): f"_Toc{i:05}" for i, n in enumerate(titel, 1)}
    schreiber = Blockschreiber(Wortschreiber(d, ziele), marken, quer=baum.quer)
    ende = Schreibstelle(d.element.body[-1].addprevious)
    _deckblatt(schreiber, ende, baum)
    for p in _inhaltsverzeichnis(schreiber, ende, titel, baum.verzeichnis):
        ende.haenge(p)
    for stelle, teil in enumerate(baum.teile):
        if teil.quer is not schreiber.quer:
            schreiber.quer = teil.quer
            drehe_seiten(d, baum, quer=teil.quer)
        else:
            schreiber.umbruch = teil.neu and (stelle > 0 or baum.deckblatt)
        schreiber.bloecke(ende, teil.kinder)
    return _archiv(d)


def _deckblatt(schreiber: Blockschreiber, stelle: Schreibstelle, baum: Druckbaum) -> None:
    """What the file opens with; a title that its first heading says is left to that heading."""
    erster = next(alle(baum.kinder, Titel), None)
    wiederholt = not baum.angaben and erster is not None and text_von(erster.kinder) == baum.titel
    koepfe = (("Kleingedrucktes", baum.gemeinde), ("Title", baum.titel), ("Subtitle", baum.untertitel))
    for stil, text in koepfe[:1] if wiederholt else koepfe:
        if text:
            schreiber.absatz(stelle, [text], Absatzform(stil))
    for name, wert in baum.angaben:
        p = schreiber.absatz(stelle, [Spanne((name,), "strong")], Absatzform("Angabe"))
        p.append(e("r", e("tab")))
        schreiber.woerter.worte(p, [Netzlink(wert, (wert,)) if wert.startswith("http") else wert], SCHLICHT)


def _inhaltsverzeichnis(schreiber: Blockschreiber, stelle: Schreibstelle, titel: list[Titel], tiefe: int) -> list[CT_P]:
    """Headings as links with their pages, in a field; Word, which alone knows them, fills it on opening."""
    if not titel:
        return []
    schreiber.absatz(stelle, ["Inhalt"], Absatzform("TOCHeading"))
    auf, zu = feld(f'TOC \\o "1-{tiefe}" \\h \\z \\u')
    zeilen = []
    for n in titel:
        p = absatz(Absatzform(f"TOC{n.stufe}"))
        auf_zahl, zu_zahl = feld(f"PAGEREF {schreiber.titel[id(n)]} \\h")
        seitenzahl = [e("r", e("tab")), *auf_zahl, lauf("…"), zu_zahl]
        p.append(e("hyperlink", lauf(text_von(n.kinder)), *seitenzahl, anchor=schreiber.titel[id(n)], history=1))
        zeilen.append(p)
    for platz, element in enumerate(auf, 1):
        zeilen[0].insert(platz, element)
    zeilen[-1].append(zu)
    return zeilen


def _archiv(d: Document) -> bytes:
    """The file; entries of the archive carry one fixed time."""
    roh, fertig = io.BytesIO(), io.BytesIO()
    d.save(roh)
    with zipfile.ZipFile(roh) as quelle, zipfile.ZipFile(fertig, "w", zipfile.ZIP_DEFLATED) as ziel:
        for name in quelle.namelist():
            eintrag = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            eintrag.compress_type = zipfile.ZIP_DEFLATED
            ziel.writestr(eintrag, quelle.read(name))
    return fertig.getvalue()
