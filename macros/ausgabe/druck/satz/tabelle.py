"""Tables for print: widths of columns from what stands in them, rows that may or may not break, head rows."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from lxml.etree import _Element

from macros.ausgabe.druck.satz.knoten import (
    Absatz,
    Begriffsliste,
    Drucktabelle,
    Druckzeile,
    Druckzelle,
    Gruppe,
    Liste,
    Titel,
)
from macros.ausgabe.druck.satz.rohtabelle import Rohzeile, Rohzelle

HOCHFORMAT = (160.0, 235.0)
QUERFORMAT = (257.0, 150.0)
_SCHMALE, _BREITE = frozenset("fijlrtI.,:;!()*'|[]"), frozenset("mwMW%@")
_STUECK = re.compile(r"[^\s\-/–—](?:[^\s\-/–—]|\u00a0|\u202f)*[\-/–—]?")
_WORT = re.compile(r"[^\s\-/]+")
_ZEICHEN = 0.55 * 0.3528
_RAND, _SPIEL = 4.0, 0.65
_WEIT = 90.0
_EINZUG, _SCHMALSTE = 9.0, 40.0
_KLEINSTE = 6.5
"""Points of the smallest letters that a table may have before it is set as several."""
_PAAR = 0.6
"""Two rows that are higher than this share of a page need not stay together."""
_KLEIN, _KLEIN_QUER = 0.35, 0.5  # a table of less than this share of a page is not torn apart


def lege_tabellen(
    zeilen: Sequence[Rohzeile], breiten: str, schrift: float, quer: bool, platz: float | None = None
) -> tuple[Drucktabelle, ...]:
    """One table, or several beside each other in reading order where its columns do not fit: each begins with the first.

    Before that its letters become smaller. `platz` are the millimetres that there are, else the page's.
    """
    raum = platz or (QUERFORMAT if quer else HOCHFORMAT)[0]
    if breiten or not zeilen or any(z.spalten > 1 for zeile in zeilen for z in zeile.zellen):
        return (lege_tabelle(zeilen, breiten, schrift, quer, raum),)
    kleiner = [schrift, *(s / 2 for s in range(int(schrift * 2) - 1, int(_KLEINSTE * 2) - 1, -1))]
    passend = next((s for s in kleiner if sum(_mindestens(zeilen, s)) <= raum), None)
    if passend is not None:
        return (lege_tabelle(zeilen, breiten, passend, quer, raum),)
    return tuple(
        lege_tabelle([_auswahl(zeile, (0, *gruppe)) for zeile in zeilen], breiten, schrift, quer, raum)
        for gruppe in _gruppen(_mindestens(zeilen, schrift), raum)
    )


def platz_fuer(tabelle: _Element) -> float | None:
    """The millimetres that a table inside of something else has, or says it has; None where it has the page's."""
    if genannt := tabelle.get("data-platz"):
        return float(genannt)
    einzug = 0.0
    for eltern in tabelle.iterancestors():
        if eltern.tag in ("li", "blockquote", "dd"):
            einzug += _EINZUG
        elif eltern.tag in ("td", "th"):
            return max(_zellbreite(eltern) - einzug - _RAND, _SCHMALSTE)
    return max(HOCHFORMAT[0] - einzug, _SCHMALSTE) if einzug else None


def _zellbreite(zelle: _Element) -> float:
    """About the millimetres of a cell, from the widths that its table names, else from how many there are."""
    zeile, aussen = zelle.getparent(), next(zelle.iterancestors("table"))
    assert zeile is not None
    davor = sum(int(z.get("colspan", 1)) for z in zelle.itersiblings("td", "th", preceding=True))
    hier, anzahl = int(zelle.get("colspan", 1)), sum(int(z.get("colspan", 1)) for z in zeile)
    format_ = QUERFORMAT if "quer" in aussen.get("class", "").split() else HOCHFORMAT
    platz = platz_fuer(aussen) or format_[0]
    breiten = aussen.get("data-breiten", "").split()
    return sum((_millimeter(breiten, platz) if breiten else [platz / anzahl] * anzahl)[davor : davor + hier])


def _auswahl(zeile: Rohzeile, spalten: Sequence[int]) -> Rohzeile:
    """A row with some of its columns; only the first group keeps the anchor."""
    return replace(zeile, zellen=tuple(zeile.zellen[i] for i in spalten), anker=zeile.anker if 1 in spalten else "")


def _gruppen(mindestens: Sequence[float], raum: float) -> list[list[int]]:
    """The columns behind the first, in as few groups as fit beside it, all of about the same number."""
    erste, *rest = mindestens
    je = max(1, math.floor((raum - erste) / max(rest)))
    anzahl = math.ceil(len(rest) / je)
    je = math.ceil(len(rest) / anzahl)
    return [list(range(ab, min(ab + je, len(mindestens)))) for ab in range(1, len(mindestens), je)]


def lege_tabelle(
    zeilen: Sequence[Rohzeile], breiten: str, schrift: float, quer: bool, raum: float | None = None
) -> Drucktabelle:
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
    platz = raum or platz
    spalten = tuple(breiten.split()) or _breiten(zeilen, anzahl, schrift, platz)
    if len(spalten) != anzahl:
        raise ValueError(f"Für {anzahl} Spalten sind {len(spalten)} Breiten angegeben.")
    millimeter = _millimeter(spalten, platz)
    knapp = [_hoehe(z.zellen, _ohne_umbruch(spalten, millimeter), schrift, knapp=True) for z in zeilen]
    hohe = [
        any(isinstance(k, Titel | Drucktabelle | Gruppe) for z in zeile.zellen for k in z.kinder) for zeile in zeilen
    ]
    fest = [
        z.kopf or (not hoch and _hoehe(z.zellen, millimeter, schrift) < hoehe * 0.5)
        for z, hoch in zip(zeilen, hohe, strict=True)
    ]
    gelegt = [(z.kopf, _druckzeile(z, millimeter, f)) for z, f in zip(zeilen, fest, strict=True)]
    ganz = not any(hohe) and sum(knapp) < hoehe * (_KLEIN_QUER if quer else _KLEIN)
    rumpf = [zeile for kopf, zeile in gelegt if not kopf]
    hoehen = [h if f else math.inf for z, h, f in zip(zeilen, knapp, fest, strict=True) if not z.kopf]
    klammern = [1] * len(rumpf) if ganz else _klammern(hoehen, hoehe * _PAAR)
    return Drucktabelle(
        breiten=spalten,
        kopf=tuple(zeile for kopf, zeile in gelegt if kopf),
        zeilen=tuple(replace(zeile, klammer=k) for zeile, k in zip(rumpf, klammern, strict=True)),
        schrift=schrift,
        ganz=ganz,
        paare=any(k != 1 for k in klammern),
    )


def _klammern(hoehen: Sequence[float], hoechstens: float) -> list[int]:
    """For each row how many rows it holds together: the first two and the last two, where they are not too high."""
    klammern = [1] * len(hoehen)
    if len(hoehen) == 3 and sum(hoehen) <= hoechstens:
        return [3, 0, 0]
    for ab in {0, len(hoehen) - 2} if len(hoehen) > 3 else {max(len(hoehen) - 2, 0)}:
        if len(hoehen) > 1 and sum(hoehen[ab : ab + 2]) <= hoechstens:
            klammern[ab : ab + 2] = [2, 0]
    return klammern


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
    spalten = tuple(
        f"{max(worte[i] * 1.1, min(ganze[i], 28) / 2) * zeichen + _RAND:.0f}mm"
        if zahlen[i]
        else f"{math.sqrt(min(max(ganze[i], 16), 900)):.1f}fr"
        for i in range(anzahl)
    )
    mindestens = _mindestens(zeilen, schrift)
    fest = sum(float(s[:-2]) for s in spalten if s.endswith("mm"))
    if fest <= platz and all(b >= m for b, m in zip(_millimeter(spalten, platz), mindestens, strict=True)):
        return spalten
    anteile = [math.sqrt(min(max(n, 4), 900)) for n in ganze]
    rest = max(platz - sum(mindestens), 0.0)
    return tuple(f"{m + rest * a / sum(anteile):.2f}mm" for m, a in zip(mindestens, anteile, strict=True))


def _mindestens(zeilen: Sequence[Rohzeile], schrift: float) -> list[float]:
    """Millimetres that each column needs for the longest piece of its texts that cannot break."""
    breiteste = [0.0] * max(len(zeile.zellen) for zeile in zeilen)
    for zeile in zeilen:
        stelle = 0
        for z in zeile.zellen:
            if z.spalten == 1:
                teile = [_em(t) * (1.06 if z.kopf else 1.0) for t in _STUECK.findall(z.text)]
                breiteste[stelle] = max([breiteste[stelle], *teile])
            stelle += z.spalten
    return [(b + 1) * schrift * 0.3528 + _SPIEL for b in breiteste]


def _em(stueck: str) -> float:
    """About how wide a piece of text is, in the size of its letters; a word of more than 14 letters can be broken."""
    if not any(z.isdigit() for z in stueck):
        stueck = stueck[:14]
    return sum(
        0.3 if z in _SCHMALE else 0.88 if z in _BREITE else 0.64 if z.isupper() else 0.5 if z.isdigit() else 0.53
        for z in stueck
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
