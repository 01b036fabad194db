"""Excel: exports states and figures for the departments, imports what they changed."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from macros.ausgabe.melden.befunde import render_befunde
from macros.ausgabe.melden.vergleich import als_text
from macros.modell.befund import hat_fehler
from macros.pruefung import pruefe_ordner
from macros.schreiben.excel.ausfuhr import als_mappe
from macros.schreiben.excel.einfuhr import fuehre_ein
from macros.sichten.unterschied import unterschiede


def exportiere(datei: Path, daten: Path, stichtag: date) -> int:
    """Writes the workbook; 1 when the data have errors."""
    plan, befunde = pruefe_ordner(daten, stichtag)
    if plan is None or hat_fehler(befunde):
        sys.stdout.write(render_befunde(befunde))
        return 1
    datei.write_bytes(als_mappe(plan))
    sys.stdout.write(f"Geschrieben: {datei}\n")
    return 0


def importiere(datei: Path, daten: Path, stichtag: date) -> int:
    """Takes changes over and says in German what changed; 1 and no file touched on an error."""
    einfuhr = fuehre_ein(datei, daten, stichtag)
    if einfuhr.befunde:
        sys.stdout.write(render_befunde(einfuhr.befunde))
    if hat_fehler(einfuhr.befunde):
        sys.stdout.write("Es wurde nichts geändert.\n")
        return 1
    nachher, _ = pruefe_ordner(daten, stichtag)
    if not einfuhr.dateien or einfuhr.vorher is None or nachher is None:
        sys.stdout.write("Die Datei enthält keine Änderung gegenüber den Daten.\n")
        return 0
    sys.stdout.write(als_text(unterschiede(einfuhr.vorher, nachher)))
    sys.stdout.write(f"Geänderte Dateien: {len(einfuhr.dateien)}\n")
    return 0


def main(argumente: list[str] | None = None) -> int:
    """Exit code: 0 when done, 1 on an error."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.excel", description="Stände und Zahlen mit Excel melden: export, ausfüllen, import."
    )
    parser.add_argument("richtung", choices=("export", "import"), help="export schreibt DATEI, import liest sie ein")
    parser.add_argument("datei", type=Path, metavar="DATEI.xlsx", help="die Excel-Datei")
    parser.add_argument("--daten", type=Path, default=Path("data"), help="Ordner mit den Daten (Vorgabe: data)")
    parser.add_argument(
        "--stichtag", type=date.fromisoformat, default=None, help="Tag, der als heute gilt (Vorgabe: heute)"
    )
    wahl = parser.parse_args(argumente)
    richtung = exportiere if wahl.richtung == "export" else importiere
    return richtung(wahl.datei, wahl.daten, wahl.stichtag or date.today())


if __name__ == "__main__":
    sys.exit(main())
