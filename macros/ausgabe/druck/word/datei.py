"""The tree of a document as a Word file with real styles, lists and tables, so that an office can go on writing in it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
from docx.document import Document

from macros.ausgabe.druck.satz.knoten import Knoten, alle
from macros.ausgabe.druck.word.form import Form, absatz, e, feld, lauf, neuer_abschnitt, richte_ein, text_von
from macros.ausgabe.druck.word.satz import Ort, Satz


def als_docx(eingabe: dict[str, Any]) -> bytes:
    """A Word document of the same headings, tables, pictures and links; the same bytes from the same input."""
    d = docx.Document()
    richte_ein(d, eingabe)
    titel = [n for n in alle(eingabe["teile"], "h") if n["v"] and n["e"] <= eingabe["verzeichnis"]]
    satz = Satz(
        d,
        ziele={n["z"]: f"_Ziel{i}" for i, n in enumerate(alle(eingabe["teile"], "ref"), 1)},
        titel={id(n): f"_Toc{i:05}" for i, n in enumerate(titel, 1)},
    )
    ort = Ort(d.element.body[-1].addprevious)
    _deckblatt(satz, ort, eingabe)
    for p in _inhaltsverzeichnis(satz, ort, titel, eingabe["verzeichnis"]):
        ort.haenge(p)
    for teil in eingabe["teile"]:
        if teil["quer"] is not satz.quer:
            satz.quer = teil["quer"]
            neuer_abschnitt(d, eingabe["fusszeile"], quer=satz.quer)
        else:
            satz.umbruch = teil["neu"]
        satz.bloecke(ort, teil["c"])
    return _archiv(d)


def _deckblatt(satz: Satz, ort: Ort, eingabe: dict[str, Any]) -> None:
    for stil, text in (("Kleingedrucktes", "gemeinde"), ("Title", "titel"), ("Subtitle", "untertitel")):
        if eingabe[text]:
            satz.absatz(ort, [eingabe[text]], Form(stil))
    for name, wert in eingabe["angaben"]:
        ziel = {"t": "a", "k": "", "u": wert, "c": [wert]} if wert.startswith("http") else wert
        satz.absatz(ort, [{"t": "spanne", "a": "strong", "c": [name]}, {"t": "tab"}, ziel], Form("Angabe"))


def _inhaltsverzeichnis(satz: Satz, ort: Ort, titel: list[Knoten], tiefe: int) -> list[Any]:
    """Headings as links, in a field; page numbers, which Word alone knows, come when somebody updates it."""
    if not titel:
        return []
    satz.absatz(ort, ["Inhalt"], Form("TOCHeading"))
    auf, zu = feld(f'TOC \\o "1-{tiefe}" \\h \\z \\u')
    zeilen = []
    for n in titel:
        p = absatz(Form(f"TOC{n['e']}"))
        p.append(e("hyperlink", lauf(text_von(n["c"])), anchor=satz.titel[id(n)], history=1))
        zeilen.append(p)
    for stelle, element in enumerate(auf, 1):
        zeilen[0].insert(stelle, element)
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
