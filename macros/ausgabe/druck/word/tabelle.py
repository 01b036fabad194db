"""Tables of a Word file: their properties, their rows, and widths of columns that hold their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from docx.oxml.text.paragraph import CT_P
from lxml.etree import _Element

from macros.ausgabe.druck.satz.knoten import Drucktabelle, Druckzeile, Druckzelle
from macros.ausgabe.druck.word.elemente import Absatzform, absatz, e, twips
from macros.ausgabe.druck.word.worte import text_von

_MILLIMETER_JE_GEVIERT = 9 * 0.3528
_RAND_MM = 3.4
_SCHMAL, _WEIT = frozenset("fijlrtI.,:;!()*-/'|[] "), frozenset("mwMW%@")


_KURZE_TABELLE = 7
"""Rows up to which a table stays on one page."""
Zellinhalt = Callable[[_Element, Druckzelle, Absatzform], None]
"""Writes the blocks of a cell into its element, its paragraphs in a form."""


def tabellenelement(
    tabelle: Drucktabelle, platz: float, schreibe: Zellinhalt, merke: Callable[[str], None]
) -> _Element:
    """A table of so many millimetres; `merke` is told the anchor of each row before its cells are written."""
    breiten = spaltenbreiten(tabelle, platz)
    spalten = e("tblGrid", *(e("gridCol", w=b) for b in breiten))
    element = e("tbl", _eigenschaften(tabelle, breiten, platz), spalten)
    zeilen = [*tabelle.kopf, *tabelle.zeilen]
    kurz = tabelle.ganz and len(zeilen) <= _KURZE_TABELLE and all(z.fest for z in tabelle.zeilen)
    offen = 0
    for nummer, zeile in enumerate(zeilen, 1):
        kopf = nummer <= len(tabelle.kopf)
        offen = max(offen - 1, zeile.klammer - 1)
        halten = kopf or (nummer < len(zeilen) and (kurz or offen > 0))
        form = Absatzform("Tabellenkopf" if kopf else "Tabellentext", halten=halten)
        merke(zeile.anker)
        element.append(_zeilenelement(zeile, breiten, form, schreibe, kopf=kopf))
    return element


def _zeilenelement(
    zeile: Druckzeile, breiten: Sequence[int], form: Absatzform, schreibe: Zellinhalt, *, kopf: bool
) -> _Element:
    fest, kopfzeile = [e("cantSplit")] if zeile.fest else [], [e("tblHeader")] if kopf else []
    element, spalte = e("tr", e("trPr", *fest, *kopfzeile)), 0
    for zelle in zeile.zellen:
        breite = e("tcW", w=sum(breiten[spalte : spalte + zelle.spalten]), type="dxa")
        tc = e("tc", e("tcPr", breite, *([e("gridSpan", val=zelle.spalten)] if zelle.spalten > 1 else [])))
        spalte += zelle.spalten
        zellform = replace(form, rechts="zahl" in zelle.klassen)
        schreibe(tc, zelle, zellform)
        if not isinstance(tc[-1], CT_P):  # A cell ends with a paragraph, even an empty one.
            tc.append(absatz(zellform))
        element.append(tc)
    return element


def _eigenschaften(tabelle: Drucktabelle, breiten: Sequence[int], platz: float) -> _Element:
    """Properties of a table: its style, its width, which of its rows and columns are heads, its title."""
    ganz = abs(sum(breiten) - twips(platz)) < 20
    kopf, spalte = bool(tabelle.kopf), any(z.zellen[0].kopf for z in tabelle.zeilen)
    koepfe = {"firstRow": int(kopf), "lastRow": 0, "firstColumn": int(spalte), "lastColumn": 0}
    eigenschaften = e(
        "tblPr",
        e("tblStyle", val="Berichtstabelle"),
        e("tblW", w=5000, type="pct") if ganz else e("tblW", w=sum(breiten), type="dxa"),
        e("tblLook", val=f"{0x0600 + 0x0020 * kopf + 0x0080 * spalte:04X}", **koepfe, noHBand=1, noVBand=1),
    )
    if titel := text_von(tabelle.titel).strip():
        eigenschaften.append(e("tblCaption", val=titel))
    return eigenschaften


def spaltenbreiten(tabelle: Drucktabelle, platz: float) -> list[int]:
    """Widths of columns in twentieths of a point: as the table names them, but none narrower than its words."""
    namen = tabelle.breiten
    worte, ganze = [0.0] * len(namen), [0.0] * len(namen)
    for stelle, text, fett in _spaltentexte(tabelle):
        ganze[stelle] = max(ganze[stelle], _weite(text, fett))
        for wort in text.replace("-", "- ").replace("/", "/ ").split():
            worte[stelle] = max(worte[stelle], min(_weite(wort, fett), platz / 3))
    if all(name == "auto" for name in namen) and sum(ganze) <= platz:
        return [twips(b) for b in ganze]
    feste = [float(name[:-2]) if name.endswith("mm") else 0.0 for name in namen]
    anteile = [float(name[:-2]) if name.endswith("fr") else 0.0 for name in namen]
    anteile = [g if name == "auto" else a for name, a, g in zip(namen, anteile, ganze, strict=True)]
    rest = max(platz - sum(feste), 0.0)
    gewuenscht = [f or rest * a / (sum(anteile) or 1) for f, a in zip(feste, anteile, strict=True)]
    breiten = [max(b, w) for b, w in zip(gewuenscht, worte, strict=True)]
    # What narrow columns need beyond their share, wide ones give.
    ueber, luft = sum(breiten) - platz, [b - w for b, w in zip(breiten, worte, strict=True)]
    if ueber > 0 and sum(luft) > 0:
        breiten = [b - min(ueber, sum(luft)) * x / sum(luft) for b, x in zip(breiten, luft, strict=True)]
    return [twips(b * platz / sum(breiten)) for b in breiten]


def _weite(text: str, fett: bool) -> float:
    """About how many millimetres a text takes on one line of a cell, with the cell's margins."""
    geviert = sum(0.34 if z in _SCHMAL else 0.9 if z in _WEIT else 0.72 if z.isupper() else 0.56 for z in text)
    return geviert * _MILLIMETER_JE_GEVIERT * (1.07 if fett else 1.0) + _RAND_MM


def _spaltentexte(tabelle: Drucktabelle) -> Iterator[tuple[int, str, bool]]:
    """(column, text, bold) of every cell that spans one column."""
    for zeile in (*tabelle.kopf, *tabelle.zeilen):
        stelle = 0
        for z in zeile.zellen:
            if z.spalten == 1:
                yield stelle, text_von(z.kinder), z.kopf
            stelle += z.spalten
