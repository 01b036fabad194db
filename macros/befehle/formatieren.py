"""Brings data files into their canonical form; with --check only says which are not."""

from __future__ import annotations

import argparse
import sys

from macros.ausgabe.melden.befunde import render_befunde
from macros.befehle.angaben import nimm_daten
from macros.schreiben.ablegen import schreibe_zusammen
from macros.schreiben.formatieren import formatiere


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept formatieren`."""
    parser.description = f"{parser.description} Sie legt Reihenfolge, Einrückung und Anführungszeichen fest."
    nimm_daten(parser)
    parser.add_argument("--check", action="store_true", help="nichts ändern, nur melden")
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when all is canonical (now), 1 when --check finds a file that is not, or one is unreadable."""
    neu, befunde = formatiere(wahl.daten)
    if not wahl.check:
        schreibe_zusammen(wahl.daten, {pfad.relative_to(wahl.daten).as_posix(): text for pfad, text in neu.items()})
    for pfad in neu:
        sys.stdout.write(f"{pfad.as_posix()}: {'nicht einheitlich' if wahl.check else 'angepasst'}\n")
    if befunde:
        sys.stdout.write(render_befunde(befunde))
    if wahl.check and neu:
        sys.stdout.write("Anpassen mit: konzept formatieren\n")
    return 1 if befunde or (wahl.check and neu) else 0
