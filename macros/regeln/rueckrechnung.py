"""Which hidden figures follow from the others: totals are equations, hidden cells their unknowns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from macros.modell.auswahlen import Zeichen
from macros.modell.indikator import Dimension, Indikator, Kennzahl
from macros.modell.stichtag import Stichtag

Auspraegungen = tuple[str, ...]


def rueckrechenbar(i: Indikator, zahlen: Sequence[Kennzahl]) -> Iterator[tuple[Kennzahl, float]]:
    """Hidden figures with the value that the totals give away; rates do not add up and hide nothing so."""
    if not i.ist_anzahl:
        return
    for stichtag in {k.stichtag for k in zahlen if k.zeichen is Zeichen.UNBEKANNT}:
        yield from _am(i, stichtag, [k for k in zahlen if k.stichtag == stichtag])


def _am(i: Indikator, stichtag: Stichtag, zahlen: Sequence[Kennzahl]) -> Iterator[tuple[Kennzahl, float]]:
    zellen = {tuple(k.merkmale[d.id] for d in i.dimensionen): k for k in zahlen}
    verdeckt = [z for z, k in zellen.items() if k.zeichen is Zeichen.UNBEKANNT]
    gleichungen = [
        g for stelle, d in enumerate(i.dimensionen) if d.summe for g in _gleichungen(d, stelle, zellen, verdeckt)
    ]
    for zelle, wert in _loese(gleichungen, len(verdeckt)).items():
        yield zellen[verdeckt[zelle]], float(wert)


def _gleichungen(
    d: Dimension, stelle: int, zellen: dict[Auspraegungen, Kennzahl], verdeckt: list[Auspraegungen]
) -> Iterator[list[Fraction]]:
    """Per total one row: a coefficient for every hidden cell, then the rest that the known figures leave."""
    teile = [a for a in d.auspraegungen if a != d.summe]
    if len(teile) < 2:
        return
    for rest in {(z[:stelle], z[stelle + 1 :]) for z in zellen}:
        zeile = [Fraction(0)] * (len(verdeckt) + 1)
        for wert, vorzeichen in ((str(d.summe), -1), *((a, 1) for a in teile)):
            zelle = (*rest[0], wert, *rest[1])
            k = zellen.get(zelle)
            if k is None or k.zeichen in (Zeichen.KEINE_ANGABE, Zeichen.GESPERRT, Zeichen.UNSICHER, Zeichen.WORT):
                break
            if zelle in verdeckt:
                zeile[verdeckt.index(zelle)] += vorzeichen
            elif k.wert is not None:
                zeile[-1] -= vorzeichen * Fraction(str(k.wert))
        else:
            if any(zeile[:-1]):
                yield zeile


def _loese(gleichungen: list[list[Fraction]], unbekannte: int) -> dict[int, Fraction]:
    """Gauss-Jordan: the unknowns that stand alone in a row are given away; those that touch others are not."""
    zeilen = [list(g) for g in gleichungen]
    oben = 0
    for spalte in range(unbekannte):
        pivot = next((n for n in range(oben, len(zeilen)) if zeilen[n][spalte]), None)
        if pivot is None:
            continue
        zeilen[oben], zeilen[pivot] = zeilen[pivot], zeilen[oben]
        teiler = zeilen[oben][spalte]
        zeilen[oben] = [w / teiler for w in zeilen[oben]]
        for n, zeile in enumerate(zeilen):
            if n != oben and zeile[spalte]:
                faktor = zeile[spalte]
                zeilen[n] = [a - faktor * b for a, b in zip(zeile, zeilen[oben], strict=True)]
        oben += 1
    geloest = {}
    for zeile in zeilen[:oben]:
        stellen = [n for n, w in enumerate(zeile[:-1]) if w]
        if len(stellen) == 1:
            geloest[stellen[0]] = zeile[-1]
    return geloest
