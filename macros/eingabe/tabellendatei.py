"""A table of figures as programs save it: CSV in any of the usual encodings and separators, or a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from macros.deutsch.excelzelle import ohne_excelzelle
from macros.eingabe.arbeitsmappe import SPALTEN, ZEILEN, Verweigerung, oeffne
from macros.eingabe.zahl import zahltext

if TYPE_CHECKING:
    pass

_TRENNER = "\t;,"


HOECHSTENS = 5_000_000
"""Bytes of a table that is no workbook."""


class KeineTabelle(ValueError):
    """The file cannot be read as a table; `grund` says why, where more is known."""

    def __init__(self, grund: Verweigerung | None = None) -> None:
        super().__init__()
        self.grund = grund


@dataclass(frozen=True, slots=True)
class Dateizeile:
    """A row with its number in the file; in a workbook also the name of its sheet."""

    nummer: int
    zellen: tuple[str, ...]
    blatt: str = ""


def lies_tabelle(roh: bytes, mappe: bool = False) -> list[Dateizeile]:
    """The rows of a CSV or of the first visible sheet of a workbook, which is known by its bytes; raises KeineTabelle."""
    if mappe or roh.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return list(_mappe(roh))
    if len(roh) > HOECHSTENS:
        raise KeineTabelle(Verweigerung("groesse", "Die Datei ist größer als 5 MB.", "Bitte aufteilen."))
    try:
        return list(_csv(_text(roh)))
    except (ValueError, csv.Error) as fehler:
        raise KeineTabelle from fehler


def _text(roh: bytes) -> str:
    """UTF-8, UTF-16 (what Excel calls Unicode text), or what Excel on Windows calls CSV."""
    if roh.startswith((b"\xff\xfe", b"\xfe\xff")):
        return roh.decode("utf-16")
    if b"\x00" in roh[:200]:
        return roh.decode("utf-16-le" if roh[1:2] == b"\x00" else "utf-16-be")
    try:
        return roh.decode("utf-8-sig")
    except UnicodeDecodeError:
        return roh.decode("cp1252")


def _csv(text: str) -> Iterator[Dateizeile]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kopf = text.partition("\n")[0]
    trenner = next((t for t in _TRENNER if t in kopf), ";")
    leser = csv.reader(io.StringIO(text), delimiter=trenner)
    nummer = 1
    for zellen in leser:
        yield Dateizeile(nummer, tuple(ohne_excelzelle(zelle) for zelle in zellen))
        nummer = leser.line_num + 1


def _mappe(roh: bytes) -> Iterator[Dateizeile]:
    mappe = oeffne(roh, nur_werte=True)
    if isinstance(mappe, Verweigerung):
        raise KeineTabelle(mappe)
    blatt = next((b for b in mappe.worksheets if b.sheet_state == "visible"), None)
    if blatt is None or blatt.max_row > ZEILEN or blatt.max_column > SPALTEN:
        text = f"Kein sichtbares Blatt, oder es hat mehr als {ZEILEN} Zeilen oder {SPALTEN} Spalten."
        raise KeineTabelle(Verweigerung("groesse", text, "Leere Zeilen und Spalten löschen."))
    for nummer, zeile in enumerate(blatt.iter_rows(values_only=True), 1):
        yield Dateizeile(nummer, tuple(_zellentext(wert) for wert in zeile), blatt.title)


def _zellentext(wert: object) -> str:
    """A cell as it would have been typed; a number with a comma, so that its point is none between thousands."""
    if wert is None:
        return ""
    if isinstance(wert, bool):
        return "WAHR" if wert else "FALSCH"
    if isinstance(wert, int | float):
        return zahltext(wert).replace(".", ",")
    if isinstance(wert, datetime):
        return wert.date().isoformat()
    return wert.isoformat() if isinstance(wert, date) else str(wert)
