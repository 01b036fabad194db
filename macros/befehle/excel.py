"""Excel: exports states and figures for the departments, imports what they changed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from macros.befehle.angaben import lade, nimm_daten, nimm_stichtag
from macros.befehle.befehlszeile import Befehlszeile, unterbefehl
from macros.befehle.uebernahme import sage_aenderungen
from macros.befehle.zielordner import Verweigert, schreibe_ganz
from macros.modell.befund import hat_fehler
from macros.modell.geltung import geltende_fassung, geltender_plan
from macros.schreiben.excel.ausfuhr import als_mappe
from macros.schreiben.excel.einfuhr import fuehre_ein
from macros.schreiben.excel.konflikte import dateiname


def exportiere(datei: Path, daten: Path, stichtag: date) -> int:
    """Writes the workbook; 1 when the data have errors or the place is not one for it."""
    plan, _ = lade(daten, stichtag)
    if plan is None:
        return 1
    try:
        schreibe_ganz(datei, als_mappe(geltender_plan(plan, stichtag), geltende_fassung(plan, stichtag)), daten)
    except Verweigert as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 1
    sys.stdout.write(f"Geschrieben: {datei}\n")
    return 0


def importiere(datei: Path, daten: Path, stichtag: date) -> int:
    """Takes changes over and says in German what changed; 1 and no file touched on an error."""
    einfuhr = fuehre_ein(datei, daten, stichtag)
    if einfuhr.entscheidung:
        ziel = datei.with_name(dateiname(datei.name))
        try:
            schreibe_ganz(ziel, einfuhr.entscheidung, daten)
            sys.stdout.write(f"Geschrieben: {ziel}. Dort lassen sich die Konflikte entscheiden.\n")
        except Verweigert as fehler:
            sys.stdout.write(f"{fehler}\n")
    if sage_aenderungen(einfuhr, daten, stichtag, "Die Datei enthält keine Änderung gegenüber den Daten.") is None:
        return int(hat_fehler(einfuhr.befunde))
    sys.stdout.write(f"Geänderte Dateien: {len(einfuhr.dateien)}\n")
    return 0


def nimm_angaben(parser: Befehlszeile) -> None:
    """The options of `konzept excel export` and `konzept excel import`."""
    richtungen = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)
    for name, tu, hilfe in (
        ("export", exportiere, "schreibt die Mappe für die Ämter"),
        ("import", importiere, "liest eine ausgefüllte Mappe ein"),
    ):
        richtung = unterbefehl(richtungen, name, hilfe)
        richtung.add_argument("datei", type=Path, metavar="DATEI.xlsx", help="die Excel-Datei")
        nimm_daten(richtung)
        nimm_stichtag(richtung)
        richtung.set_defaults(tu=partial(_mit_angaben, tu))


def _mit_angaben(tu: Callable[[Path, Path, date], int], wahl: argparse.Namespace) -> int:
    return tu(wahl.datei, wahl.daten, wahl.stichtag)
