"""Tables for print: widths of columns from what stands in them, rows that may or may not break, head rows."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from macros.ausgabe.druck.satz.knoten import Absatz, Begriffsliste, Drucktabelle, Druckzeile, Druckzelle, Liste
from macros.ausgabe.druck.satz.rohtabelle import Rohzeile, Rohzelle

HOCHFORMAT = (160.0, 235.0)
QUERFORMAT = (257.0, 150.0)
_WORT = re.compile(r"[^\s\-/]+")
_ZEICHEN = 0.55 * 0.3528
_RAND = 4.0
_WEIT = 90.0
_KLEIN, _KLEIN_QUER = 0.35, 0.5  # a table of less than this share of a page is not torn apart


def lege_tabelle(zeilen: Sequence[Rohzeile], breiten: str, schrift: float, quer: bool) -> Drucktabelle:
    """The node of a table from its rows.

    `breiten` are Typst lengths or fractions, one a column; without them they follow from the texts.
    Raises ValueError for a table without head cells or with rows of different length.
    """
    anzahl = max((sum(z.spalten for z in zeile.zellen) for zeile in zeilen), default=0)
    if not anzahl:
        raise ValueError("Eine Tabelle hat keine Zeilen.")
    if not any(z.kopf for zeile in zeilen for z in zeile.zellen):
        raise ValueError("Eine Tabelle hat keine Kopfzellen (th).")
    for zeile in zeilen:
        if sum(z.spalten for z in zeile.zellen) != anzahl:
            anfang = zeile.zellen[0].text.strip()[:40] if zeile.zellen else ""
            raise ValueError(f"Eine Tabelle hat Zeilen mit verschieden vielen Spalten: „{anfang}“.")
    platz, hoehe = QUERFORMAT if quer else HOCHFORMAT
    spalten = tuple(breiten.split()) or _breiten(zeilen, anzahl, schrift, platz)
    if len(spalten) != anzahl:
        raise ValueError(f"Für {anzahl} Spalten sind {len(spalten)} Breiten angegeben.")
    millimeter = _millimeter(spalten, platz)
    knapp = [_hoehe(z.zellen, _ohne_umbruch(spalten, millimeter), schrift, knapp=True) for z in zeilen]
    fest = [z.kopf or _hoehe(z.zellen, millimeter, schrift) < hoehe * 0.5 for z in zeilen]
    gelegt = [(z.kopf, _druckzeile(z, millimeter, f)) for z, f in zip(zeilen, fest, strict=True)]
    return Drucktabelle(
        breiten=spalten,
        kopf=tuple(zeile for kopf, zeile in gelegt if kopf),
        zeilen=tuple(zeile for kopf, zeile in gelegt if not kopf),
        schrift=schrift,
        ganz=sum(knapp) < hoehe * (_KLEIN_QUER if quer else _KLEIN),
    )


def _druckzeile(zeile: Rohzeile, millimeter: Sequence[float], fest: bool) -> Druckzeile:
    """A row's node; ragged lines as wide as those of a page need no hyphens."""
    zellen, stelle = [], 0
    for z in zeile.zellen:
        weit = sum(millimeter[stelle : stelle + z.spalten]) > _WEIT
        stelle += z.spalten
        zellen.append(Druckzelle(z.kinder, z.kopf, z.klassen, z.spalten, weit))
    return Druckzeile(tuple(zellen), fest, zeile.anker)


def _breiten(zeilen: Sequence[Rohzeile], anzahl: int, schrift: float, platz: float) -> tuple[str, ...]:
    """Natural widths where the table fits the page; else numbers as wide as their longest word, shares for texts."""
    ganze, worte, zahlen = [0] * anzahl, [0] * anzahl, [True] * anzahl
    for zeile in zeilen:
        stelle = 0
        for z in zeile.zellen:
            if z.spalten == 1:
                text = " ".join(z.text.split())
                ganze[stelle] = max(ganze[stelle], len(text))
                worte[stelle] = max([worte[stelle], *(len(w) for w in _WORT.findall(text))])
                zahlen[stelle] = zahlen[stelle] and (zeile.kopf or "zahl" in z.klassen)
            stelle += z.spalten
    zeichen = schrift * _ZEICHEN
    if sum(n * zeichen + _RAND for n in ganze) <= platz:
        return ("auto",) * anzahl
    return tuple(
        f"{max(worte[i] * 1.1, min(ganze[i], 28) / 2) * zeichen + _RAND:.0f}mm"
        if zahlen[i]
        else f"{math.sqrt(min(max(ganze[i], 16), 900)):.1f}fr"
        for i in range(anzahl)
    )


def _millimeter(spalten: Sequence[str], platz: float) -> list[float]:
    """Widths in millimetres; `auto` counts as a narrow column."""
    feste = [float(s[:-2]) if s.endswith("mm") else 18.0 if s == "auto" else 0.0 for s in spalten]
    anteile = [float(s[:-2]) if s.endswith("fr") else 0.0 for s in spalten]
    rest = max(platz - sum(feste), 10.0)
    return [f or rest * a / (sum(anteile) or 1) for f, a in zip(feste, anteile, strict=True)]


def _ohne_umbruch(spalten: Sequence[str], millimeter: Sequence[float]) -> list[float]:
    """Widths in which natural columns take every text in one line."""
    return [math.inf if s == "auto" else mm for s, mm in zip(spalten, millimeter, strict=True)]


def _hoehe(zellen: Sequence[Rohzelle], millimeter: Sequence[float], schrift: float, knapp: bool = False) -> float:
    """A row's height in millimetres: a generous guess, or about what it will be."""
    hoechste, stelle = 0.0, 0
    for z in zellen:
        breite = sum(millimeter[stelle : stelle + z.spalten]) - 3
        stelle += z.spalten
        zeichen = max(breite / (schrift * 0.3528 * 0.46), 4)
        absaetze = sum(isinstance(k, Absatz | Liste | Begriffsliste) for k in z.kinder)
        if knapp:
            zeilen = math.ceil(len(z.text.strip()) / zeichen) + max(absaetze - 1, 0) + 0.8
        else:
            zeilen = len(z.text) / zeichen + 2 * (1 + absaetze)
        hoechste = max(hoechste, zeilen * schrift * 0.3528 * 1.35)
    return hoechste
