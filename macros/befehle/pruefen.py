"""Checks a data folder: all findings at once, exit code 1 on an error."""

from __future__ import annotations

import argparse
import sys

from macros.ausgabe.melden.befunde import FORMATE, render_befunde
from macros.befehle.angaben import nimm_daten, nimm_stichtag
from macros.modell.befund import hat_fehler
from macros.pruefung import pruefe_ordner


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept pruefen`."""
    nimm_daten(parser)
    parser.add_argument(
        "--format", choices=FORMATE, default="text", help="Ausgabe als Text, GitHub-Anmerkung oder Markdown"
    )
    parser.add_argument("--alle", action="store_true", help="nennt auch von sehr vielen gleichartigen Befunden jeden")
    nimm_stichtag(parser)
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 without an error, 1 with one."""
    _, befunde = pruefe_ordner(wahl.daten, wahl.stichtag)
    sys.stdout.write(render_befunde(befunde, wahl.format, wahl.alle))
    return 1 if hat_fehler(befunde) else 0
