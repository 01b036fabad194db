"""What several commands are asked in the same words: the folder of the data, and the day that counts as today."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from macros.ausgabe.melden.befunde import render_befunde
from macros.eingabe.einwand import Einwand
from macros.eingabe.tag import lies_tag
from macros.modell.befund import Befund, hat_fehler
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner

DATEN = Path("data")


def nimm_daten(parser: argparse.ArgumentParser) -> None:
    """`--daten`"""
    parser.add_argument(
        "--daten", type=Path, default=DATEN, metavar="ORDNER", help=f"Ordner mit den Daten (Vorgabe: {DATEN})"
    )


def nimm_stichtag(parser: argparse.ArgumentParser, option: str = "--stichtag") -> None:
    """`--stichtag`; left out, it is today."""
    parser.add_argument(
        option, type=tag, default=heute(), metavar="DATUM", help="Tag, der als heute gilt (Vorgabe: heute)"
    )


def tag(text: str) -> date:
    """A day as people type it for a command."""
    try:
        return date.fromisoformat(lies_tag(text))
    except Einwand as fehler:
        raise argparse.ArgumentTypeError(str(fehler)) from fehler


def heute() -> date:
    """The day that counts as today: STICHTAG, else SOURCE_DATE_EPOCH, else the calendar's."""
    if gesetzt := os.environ.get("STICHTAG"):
        return date.fromisoformat(gesetzt)
    if sekunden := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(sekunden), UTC).date()
    return date.today()


def lade(daten: Path, stichtag: date) -> tuple[Plan | None, list[Befund]]:
    """The Plan of data without an error; else none, and the findings are said on stdout."""
    plan, befunde = pruefe_ordner(daten, stichtag)
    if plan is None or hat_fehler(befunde):
        sys.stdout.write(render_befunde(befunde))
        return None, befunde
    return plan, befunde
