"""A table of figures as programs save it: CSV in any of the usual encodings and separators, or a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from macros.deutsch.excelzelle import ohne_excelzelle
from macros.eingabe.zahl import zahltext

if TYPE_CHECKING:
    from openpyxl import Workbook

_TRENNER = "\t;,"


class KeineTabelle(ValueError):
    """The file cannot be read as a table."""


@dataclass(frozen=True, slots=True)
class Dateizeile:
    """A row with its number in the file; in a workbook also the name of its sheet."""

    nummer: int
    zellen: tuple[str, ...]
    blatt: str = ""


def lies_tabelle(roh: bytes) -> list[Dateizeile]:
    """The rows of a CSV; raises KeineTabelle."""
    try:
        return list(_csv(_text(roh)))
    except (csv.Error, UnicodeError) as fehler:
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


def mappenzeilen(mappe: Workbook, spalten: int) -> list[Dateizeile]:
    """The rows of the first visible sheet of an open workbook, no more columns of it than asked for."""
    blatt = next((b for b in mappe.worksheets if b.sheet_state == "visible"), mappe.worksheets[0])
    zeilen = enumerate(blatt.iter_rows(values_only=True, max_col=spalten), 1)
    return [Dateizeile(nummer, tuple(_zellentext(wert) for wert in zeile), blatt.title) for nummer, zeile in zeilen]


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
