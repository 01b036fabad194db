"""Opens a file as a workbook, or says what it is instead and what to do with it. Nothing in it is ever run."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from pathlib import Path

from openpyxl import Workbook, load_workbook

from macros.modell.befund import Befund
from macros.schreiben.excel.mappe import Mappe

HOECHSTENS = 60_000_000
AUF_DER_PLATTE = HOECHSTENS + 1_000_000
"""A file cannot be larger than what it unpacks to, but for its directory."""
ZEILENTEILE = 100_000
_BLATTDATEI = re.compile(r"xl/worksheets/[^/]+\.xml")
_ALS_XLSX = "Im Programm öffnen und als „Excel-Arbeitsmappe (.xlsx)“ speichern."


def oeffne(pfad: Path, mappe: Mappe) -> Workbook | None:
    """The workbook of a file; None, with a finding that names the remedy, for what is none."""

    def ablehnen(regel: str, text: str, vorschlag: str) -> None:
        mappe.befunde.append(Befund(mappe.datei, 1, "", regel, text, vorschlag))

    if not pfad.is_file():
        ablehnen("datei-fehlt", "Diese Datei gibt es nicht.", "Den Pfad prüfen.")
        return None
    if pfad.stat().st_size > AUF_DER_PLATTE:
        ablehnen("groesse", "Die Datei ist größer als 60 MB.", "Leere Zeilen und Bilder löschen.")
        return None
    roh = pfad.read_bytes()
    if roh.startswith(b"\xd0\xcf\x11\xe0"):
        ablehnen(
            "kennwort",
            "Die Datei ist mit einem Kennwort geschützt oder im alten Format .xls gespeichert.",
            "Ohne Kennwort als „Excel-Arbeitsmappe (.xlsx)“ speichern.",
        )
        return None
    vorschlag = "Die exportierte Datei ausfüllen und als „Excel-Arbeitsmappe (.xlsx)“ speichern."
    try:
        with zipfile.ZipFile(io.BytesIO(roh)) as archiv:
            namen = set(archiv.namelist())
            if "xl/workbook.xml" not in namen:
                ablehnen("kein-excel", *_anderes_programm(archiv, namen, vorschlag))
                return None
            if sum(teil.file_size for teil in archiv.infolist()) > HOECHSTENS:
                ablehnen("groesse", "Die Datei ist entpackt größer als 60 MB.", "Leere Zeilen und Bilder löschen.")
                return None
            # A document type could smuggle in entities; no spreadsheet program writes one.
            if any(b"<!DOCTYPE" in archiv.read(n) for n in namen if n.endswith((".xml", ".rels"))):
                ablehnen("kein-excel", "Die Datei enthält unerlaubte XML-Anweisungen.", vorschlag)
                return None
            zeilen = max((archiv.read(n).count(b"<row ") for n in namen if _BLATTDATEI.fullmatch(n)), default=0)
            if zeilen > ZEILENTEILE:  # formatted but empty rows would take minutes to open
                ablehnen("groesse", f"Ein Blatt der Datei hat {zeilen} Zeilen.", "Leere Zeilen unten löschen.")
                return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(roh))
    except Exception:
        # openpyxl raises whatever its parsers raise; to the editor all of it means the same.
        ablehnen("kein-excel", "Die Datei lässt sich nicht als Excel-Arbeitsmappe lesen.", vorschlag)
        return None


def _anderes_programm(archiv: zipfile.ZipFile, namen: set[str], sonst: str) -> tuple[str, str]:
    """What a file of another program is, and what to do with it."""
    art = archiv.read("mimetype")[:100] if "mimetype" in namen else b""
    if b"opendocument.spreadsheet" in art:
        return "Das ist eine OpenDocument-Tabelle (.ods).", _ALS_XLSX
    if "xl/workbook.bin" in namen:
        return "Das ist eine binäre Excel-Datei (.xlsb).", _ALS_XLSX
    return "Das ist keine Excel-Arbeitsmappe.", sonst
