"""A workbook of anybody -> an open one, or why not: what could smuggle, swell or wait is refused before it is read."""

from __future__ import annotations

import io
import re
import stat
import warnings
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from openpyxl import Workbook

HOECHSTENS = 60_000_000
PACKUNG = 60_000_000
"""Bytes of a file as it lies there; most are much smaller than what they hold."""
ZEILEN, SPALTEN = 30_000, 300
_ZELLEN, _BEREICH = 400_000, 100_000
_ZEILENTEILE = 100_000
_UEBRIGES = 100_000
"""Elements of a part that holds neither cells nor their texts."""
_KODIERUNG = re.compile(rb"""^<\?xml[^>]*\bencoding\s*=\s*["'](?!utf-8["']|us-ascii["']|ascii["'])""", re.I)
_TABELLENTEIL = re.compile(r"xl/(?:worksheets/|sharedStrings)", re.I)
_ALS_XLSX = "Im Programm öffnen und als „Excel-Arbeitsmappe (.xlsx)“ speichern."
_AUSFUELLEN = "Die exportierte Datei ausfüllen und als „Excel-Arbeitsmappe (.xlsx)“ speichern."


class Verweigerung(NamedTuple):
    """Why a workbook is not opened: the rule, and what to do."""

    regel: str
    text: str
    vorschlag: str = _AUSFUELLEN


def lies_bytes(pfad: Path) -> bytes | Verweigerung:
    """The bytes of an ordinary file that is not too large; a pipe or a device is not waited for."""
    try:
        art = pfad.stat()
    except OSError:
        return Verweigerung("datei-fehlt", "Diese Datei gibt es nicht.", "Den Pfad prüfen.")
    if not stat.S_ISREG(art.st_mode):
        return Verweigerung("datei-fehlt", "Das ist keine gewöhnliche Datei.", "Den Pfad prüfen.")
    if art.st_size > PACKUNG:
        return _zu_gross()
    try:
        return pfad.read_bytes()
    except OSError:
        return Verweigerung("datei-fehlt", "Die Datei lässt sich nicht öffnen.", "Den Pfad prüfen.")


def oeffne(roh: bytes, nur_werte: bool = False) -> Workbook | Verweigerung:
    """The workbook, or why it is refused; never raises on bad input. `nur_werte` gives results instead of formulas."""
    from openpyxl import load_workbook  # Costs a third of a second, which the command line need not pay.

    if roh.startswith(b"\xd0\xcf\x11\xe0"):
        return Verweigerung(
            "kennwort",
            "Die Datei ist mit einem Kennwort geschützt oder im alten Format .xls gespeichert.",
            "Ohne Kennwort als „Excel-Arbeitsmappe (.xlsx)“ speichern.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(roh)) as archiv:
            if grund := _einwand(archiv):
                return grund
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(roh), data_only=nur_werte)
    except Exception:
        # openpyxl raises whatever its parsers raise; to the editor all of it means the same.
        return Verweigerung("kein-excel", "Die Datei lässt sich nicht als Excel-Arbeitsmappe lesen.")


def _zu_gross() -> Verweigerung:
    return Verweigerung("groesse", "Die Datei ist entpackt größer als 60 MB.", "Leere Zeilen und Bilder löschen.")


def _einwand(archiv: zipfile.ZipFile) -> Verweigerung | None:
    namen = archiv.namelist()
    if "xl/workbook.xml" not in namen:
        return _anderes_programm(archiv, namen)
    if len(namen) != len(set(namen)) or sum(teil.file_size for teil in archiv.infolist()) > HOECHSTENS:
        return _zu_gross()
    for name in namen:
        if name.lower().endswith((".xml", ".rels", ".vml")):
            inhalt = archiv.read(name)
            # A document type could smuggle in entities, and another encoding could hide it; no program writes one.
            if b"<!DOCTYPE" in inhalt or b"\0" in inhalt or _KODIERUNG.match(inhalt.lstrip(b"\xef\xbb\xbf")):
                return Verweigerung("kein-excel", "Die Datei enthält unerlaubte XML-Anweisungen.")
            if not _im_mass(inhalt, _ZELLEN * 4 if _TABELLENTEIL.match(name) else _UEBRIGES):
                return Verweigerung(
                    "groesse",
                    "Ein Blatt ist zu groß oder verbindet zu viele Zellen.",
                    "Leere Zeilen und Spalten löschen und Verbindungen aufheben.",
                )
    return None


def _anderes_programm(archiv: zipfile.ZipFile, namen: list[str]) -> Verweigerung:
    """What a file of another program is, and what to do with it."""
    art = archiv.read("mimetype")[:100] if "mimetype" in namen and archiv.getinfo("mimetype").file_size < 1000 else b""
    if b"opendocument.spreadsheet" in art:
        return Verweigerung("kein-excel", "Das ist eine OpenDocument-Tabelle (.ods).", _ALS_XLSX)
    if "xl/workbook.bin" in namen:
        return Verweigerung("kein-excel", "Das ist eine binäre Excel-Datei (.xlsb).", _ALS_XLSX)
    return Verweigerung("kein-excel", "Das ist keine Excel-Arbeitsmappe.")


def _im_mass(inhalt: bytes, elemente: int) -> bool:
    """Whether a part has no more than it may: elements, cells, and cells that one entry stands for."""
    from lxml import etree
    from openpyxl.utils.cell import range_boundaries

    zellen = zeilen = bereich = 0
    teile = etree.iterparse(io.BytesIO(inhalt), resolve_entities=False, no_network=True, recover=False)
    for anzahl, (_, e) in enumerate(teile, 1):
        name = etree.QName(e).localname if isinstance(e.tag, str) else ""
        zellen += name == "c"
        zeilen += name == "row"  # formatted and empty, they would take minutes to open
        if name in ("mergeCell", "hyperlink") and e.get("ref"):
            links, oben, rechts, unten = (int(grenze or 1) for grenze in range_boundaries(str(e.get("ref"))))
            bereich += (rechts - links + 1) * (unten - oben + 1)
        if anzahl > elemente or zellen > _ZELLEN or zeilen > _ZEILENTEILE or bereich > _BEREICH:
            return False
        e.clear()
        while e.getprevious() is not None:
            del e.getparent()[0]
    return True
