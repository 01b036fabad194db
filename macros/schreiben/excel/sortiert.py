"""One column sorted without the others: every value still there, in other rows; told once, not at every cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from macros.eingabe.text import glatt
from macros.modell.plan import Plan
from macros.schreiben.excel.mappe import Gelesen, Mappe
from macros.schreiben.excel.zeilen import Blattzeile, alle_zeilen

_AB = 3
"""So many rows have to be other ones; two swapped figures may be a correction."""


def melde_sortierte(plan: Plan, mappe: Mappe) -> set[str]:
    """The sheets with such a column, each with one finding of the workbook."""
    je_blatt: dict[str, list[Gelesen]] = {}
    for zeile in mappe.zeilen:
        je_blatt.setdefault(zeile.blatt, []).append(zeile)
    alle = [(art, z) for art, z in alle_zeilen(plan)]
    gemeldet = set()
    for blatt, zeilen in je_blatt.items():
        kennungen = {z.wert("Kennung") for z in zeilen}
        erwartet = [z for art, z in alle if art is zeilen[0].art and z.schluessel[0] in kennungen]
        if spalten := _verrutschte(zeilen, erwartet):
            worte = " und ".join(f"„{s}“" for s in spalten)
            mappe.melde(
                blatt,
                zeilen[0].nummer - 1,
                f"Spalte {worte}" if len(spalten) == 1 else "",
                "sortiert",
                f"Werte stehen in anderen Zeilen als im Export: {worte} wurde wohl ohne die anderen Spalten sortiert.",
                "Das Sortieren rückgängig machen; zum Sortieren die ganze Tabelle markieren.",
            )
            gemeldet.add(blatt)
    return gemeldet


def _verrutschte(zeilen: Sequence[Gelesen], erwartet: Sequence[Blattzeile]) -> list[str]:
    """The columns that do not belong to their rows any more."""
    gelesen = [{t: z.wert for t, z in zeile.zellen.items()} for zeile in zeilen]
    soll = [{t: glatt(w) for t, w in z.werte.items()} for z in erwartet]
    gleiche = [t for t in (gelesen[0] if gelesen else ()) if _werte(gelesen, [t]) == _werte(soll, [t])]
    if len(soll) != len(gelesen) or _anders(gelesen, soll, gleiche) < _AB:
        return []
    einzeln = [t for t in gleiche if not _anders(gelesen, soll, [s for s in gleiche if s != t])]
    return einzeln[:1] or gleiche[:2]


def _anders(gelesen: Sequence[Mapping[str, str]], soll: Sequence[Mapping[str, str]], spalten: Sequence[str]) -> int:
    """How many rows, as far as these columns go, are none of the expected ones."""
    return (_werte(gelesen, spalten) - _werte(soll, spalten)).total() if spalten else 0


def _werte(zeilen: Iterable[Mapping[str, str]], spalten: Sequence[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(zeile.get(s, "") for s in spalten) for zeile in zeilen)
