"""Checks a data folder: all findings at once, exit code 1 on an error."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from macros.ausgabe.melden.befunde import FORMATE, render_befunde
from macros.modell.befund import hat_fehler
from macros.pruefung import pruefe_ordner


def main(argumente: list[str] | None = None) -> int:
    """Exit code: 0 without an error, 1 with one."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.pruefen", description="Prüft die Daten und nennt alle Befunde."
    )
    parser.add_argument("--daten", type=Path, default=Path("data"), help="Ordner mit den Daten (Vorgabe: data)")
    parser.add_argument(
        "--format", choices=FORMATE, default="text", help="Ausgabe als Text, GitHub-Anmerkung oder Markdown"
    )
    parser.add_argument(
        "--stichtag", type=date.fromisoformat, default=None, help="Tag, der als heute gilt (Vorgabe: heute)"
    )
    wahl = parser.parse_args(argumente)
    _, befunde = pruefe_ordner(wahl.daten, wahl.stichtag or date.today())
    sys.stdout.write(render_befunde(befunde, wahl.format))
    return 1 if hat_fehler(befunde) else 0


if __name__ == "__main__":
    sys.exit(main())
