"""A workbook in which conflicts can be decided: it knows what the data say by now, so that what is entered counts."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from macros.schreiben.excel import abdruck
from macros.schreiben.excel.dateiangaben import als_bytes
from macros.schreiben.excel.zeilen import Blattstelle

_ROT = PatternFill("solid", start_color="FFF8D0CC")


@dataclass(frozen=True)
class Konflikt:
    """A cell with two answers: sheet, address, row and column of the fingerprint, and what the data say."""

    blatt: str
    adresse: str
    stelle: Blattstelle
    spalte: str
    heute: str


def dateiname(mappe: str) -> str:
    """The name of the workbook in which the conflicts of another are decided."""
    stamm = Path(mappe).stem
    return f"{stamm.removesuffix('-konflikte')}-konflikte.xlsx"


def abhilfe(mappe: str) -> str:
    """What to do about a conflict."""
    return f"In „{dateiname(mappe)}“ in die rote Zelle den Wert eintragen, der gelten soll, und diese Datei einlesen."


def zum_entscheiden(pfad: Path, konflikte: Sequence[Konflikt]) -> bytes:
    """The workbook as it came, its conflicts in red, and its fingerprint as if they had been exported today."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        buch = load_workbook(pfad)
    blatt = buch[abdruck.BLATT]
    tabelle = [[str(w or "") for w in zeile[:3]] for zeile in blatt.iter_rows(values_only=True)]
    neu = abdruck.mit_werten(tabelle, [(k.stelle, k.spalte, k.heute) for k in konflikte])
    for reihe, zeile in enumerate(neu, 1):
        for nummer, wert in enumerate(zeile, 1):
            blatt.cell(reihe, nummer, wert).data_type = "s"
    for k in konflikte:
        if k.adresse:
            zelle = buch[k.blatt][k.adresse]
            zelle.fill = _ROT
            zelle.comment = Comment(f"In den Daten steht inzwischen: {k.heute or 'nichts'}", "Import")
    return als_bytes(buch, "Import")
