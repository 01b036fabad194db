"""A table as CSV: for machines (comma, decimal point) and for German Excel (semicolon, decimal comma, BOM)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from macros.ausgabe.offene_daten.tabellen import Tabelle, Zellwert
from macros.deutsch.excelzelle import als_excelzelle, entschaerft


def als_csv(tabelle: Tabelle) -> str:
    """UTF-8, comma, decimal point, line feeds."""
    return _schreibe(tabelle, ",", "\n", ".", entschaerft)


def als_excel_csv(tabelle: Tabelle) -> str:
    """What Excel with German settings opens by double click: BOM, semicolon, decimal comma, texts that stay texts."""
    return "\ufeff" + _schreibe(tabelle, ";", "\r\n", ",", als_excelzelle)


@dataclass(frozen=True, slots=True)
class Tabellenformat:
    """A format in which every table can be downloaded: its word, the end of its file names, and how it is written."""

    wort: str
    endung: str
    schreibe: Callable[[Tabelle], str]


TABELLENFORMATE = (
    Tabellenformat("CSV", "csv", als_csv),
    Tabellenformat("CSV für Excel", "excel.csv", als_excel_csv),
)


def _schreibe(tabelle: Tabelle, trenner: str, zeilenende: str, komma: str, text: Callable[[str], str]) -> str:
    puffer = io.StringIO()
    schreiber = csv.writer(puffer, delimiter=trenner, lineterminator=zeilenende)
    schreiber.writerow([s.name for s in tabelle.spalten])
    for zeile in tabelle.zeilen:
        schreiber.writerow([_zelle(wert, komma, text) for wert in zeile])
    return puffer.getvalue()


def _zelle(wert: Zellwert, komma: str, als_text: Callable[[str], str]) -> str:
    if wert is None:
        return ""
    if isinstance(wert, str):
        return als_text(wert)
    text = f"{wert:.6f}".rstrip("0").rstrip(".") if isinstance(wert, float) else str(wert)
    return text.replace(".", komma)
