"""Writes the JSON Schema of every record type, for completion and checks in an editor."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from macros.schreiben.entwurf import schreibe_datei
from macros.schreiben.schema import schemata

ZIEL = Path("data") / "schema"


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept schema`."""
    parser.add_argument(
        "--ziel", type=Path, default=ZIEL, metavar="ORDNER", help=f"Ordner der Schemata (Vorgabe: {ZIEL.as_posix()})"
    )
    parser.add_argument("--check", action="store_true", help="nichts schreiben, nur melden")
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when the files are current (now), 1 when --check finds one that is not."""
    veraltet = 0
    for name, schema in schemata().items():
        pfad = wahl.ziel / f"{name}.schema.json"
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        if pfad.is_file() and pfad.read_bytes() == text.encode():
            continue
        veraltet += 1
        if not wahl.check:
            schreibe_datei(pfad, text)
        sys.stdout.write(f"{pfad.as_posix()}: {'veraltet' if wahl.check else 'geschrieben'}\n")
    return 1 if wahl.check and veraltet else 0
