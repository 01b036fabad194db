"""Works on an exported workbook as a person would: finds a row by its key and a column by its title."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from macros.befehle.konzept import main as konzept
from macros.schreiben.entwurf import Einfuhr
from macros.schreiben.excel.einfuhr import fuehre_ein

HEUTE = "2026-06-30"


class Buch:
    """An exported workbook, open for typing."""

    def __init__(self, pfad: Path) -> None:
        self.pfad = pfad
        self.mappe = load_workbook(pfad)

    def blatt(self, titel: str) -> Any:
        return self.mappe[titel]

    def spalte(self, blatt: str, titel: str) -> int:
        return next(z.column for z in self.blatt(blatt)[1] if z.value == titel)

    def reihe(self, blatt: str, **schluessel: str) -> int:
        """The row whose cells hold these values; `_` stands for a space in a title."""
        gesucht = {self.spalte(blatt, t.replace("_", " ")): w for t, w in schluessel.items()}
        return next(
            zeile[0].row
            for zeile in self.blatt(blatt).iter_rows(min_row=2)
            if all(zeile[s - 1].value == w for s, w in gesucht.items())
        )

    def zelle(self, blatt: str, titel: str, **schluessel: str) -> Any:
        return self.blatt(blatt).cell(self.reihe(blatt, **schluessel), self.spalte(blatt, titel))

    def tippe(self, blatt: str, titel: str, wert: Any, **schluessel: str) -> str:
        """Types into a cell and returns its address."""
        zelle = self.zelle(blatt, titel, **schluessel)
        zelle.value = wert
        return str(zelle.coordinate)

    def neue_zeile(self, blatt: str, **werte: Any) -> int:
        """A row below the table."""
        zeile = int(self.blatt(blatt).max_row) + 1
        for titel, wert in werte.items():
            self.blatt(blatt).cell(zeile, self.spalte(blatt, titel.replace("_", " "))).value = wert
        return zeile

    def speichere(self) -> Path:
        self.mappe.save(self.pfad)
        return self.pfad


def exportiere(daten: Path, ziel: Path) -> Buch:
    assert konzept(["excel", "export", str(ziel), "--daten", str(daten), "--stichtag", HEUTE]) == 0
    return Buch(ziel)


def importiere(pfad: Path, daten: Path) -> Einfuhr:
    return fuehre_ein(pfad, daten, date.fromisoformat(HEUTE))


def inhalt(daten: Path) -> dict[str, bytes]:
    """Every file of a folder, to see that none was touched."""
    return {p.relative_to(daten).as_posix(): p.read_bytes() for p in sorted(daten.rglob("*")) if p.is_file()}
