"""Writes the JSON Schema of every record type, and tells the editor which files each of them describes."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from macros.befehle.angaben import nimm_daten
from macros.modell.jsonwert import JsonObjekt, lies_json
from macros.schreiben.ablegen import schreibe_datei
from macros.schreiben.schema import ORDNER, mit_zuordnung, schemata

EINSTELLUNGEN = Path(".vscode") / "settings.json"


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept schema`."""
    nimm_daten(parser)
    parser.add_argument("--check", action="store_true", help="nichts schreiben, nur melden")
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when the files are current (now), 1 when --check finds one that is not or nothing can be written."""
    veraltet = 0
    try:
        dateien = _dateien(wahl.daten)
    except UnicodeDecodeError:
        sys.stderr.write(f"{EINSTELLUNGEN.as_posix()}: nicht in UTF-8 gespeichert.\n")
        return 1
    except json.JSONDecodeError as fehler:
        sys.stderr.write(f"{EINSTELLUNGEN.as_posix()}, Zeile {fehler.lineno}: kein JSON. Kommentare dort entfernen.\n")
        return 1
    except ValueError as fehler:
        sys.stderr.write(f"{EINSTELLUNGEN.as_posix()}: {fehler}. Die Datei berichtigen oder löschen.\n")
        return 1
    for pfad, inhalt in dateien:
        text = json.dumps(inhalt, ensure_ascii=False, indent=2) + "\n"
        if pfad.is_file() and pfad.read_bytes() == text.encode():
            continue
        veraltet += 1
        if not wahl.check:
            schreibe_datei(pfad, text)
        sys.stdout.write(f"{pfad.as_posix()}: {'veraltet' if wahl.check else 'geschrieben'}\n")
    return 1 if wahl.check and veraltet else 0


def _dateien(daten: Path) -> list[tuple[Path, JsonObjekt]]:
    """Each generated file with its content; of the editor's settings only the part about schemata is generated."""
    einstellungen = daten.parent / EINSTELLUNGEN
    bisher = lies_json(einstellungen.read_text(encoding="utf-8")) if einstellungen.is_file() else {}
    if not isinstance(bisher, dict):
        raise ValueError("keine Einstellungen")
    return [
        *((daten / ORDNER / f"{name}.schema.json", schema) for name, schema in schemata().items()),
        (einstellungen, mit_zuordnung(bisher, daten.resolve().name)),
    ]
