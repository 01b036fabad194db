"""Brings data files into their canonical form; with --check only says which are not."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from macros.ausgabe.melden.befunde import render_befunde
from macros.schreiben.entwurf import schreibe_datei
from macros.schreiben.formatieren import formatiere


def main(argumente: list[str] | None = None) -> int:
    """Exit code: 0 when all is canonical (now), 1 when --check finds a file that is not, or one is unreadable."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.formatieren",
        description="Bringt die Datendateien in die einheitliche Schreibweise: Reihenfolge, Einrückung, "
        "Anführungszeichen.",
    )
    parser.add_argument("--daten", type=Path, default=Path("data"), help="Ordner mit den Daten (Vorgabe: data)")
    parser.add_argument("--check", action="store_true", help="nichts ändern, nur melden")
    wahl = parser.parse_args(argumente)
    neu, befunde = formatiere(wahl.daten)
    for pfad, text in neu.items():
        if not wahl.check:
            schreibe_datei(pfad, text)
        sys.stdout.write(f"{pfad.as_posix()}: {'nicht einheitlich' if wahl.check else 'angepasst'}\n")
    if befunde:
        sys.stdout.write(render_befunde(befunde))
    if wahl.check and neu:
        sys.stdout.write("Anpassen mit: python -m scripts.formatieren\n")
    return 1 if befunde or (wahl.check and neu) else 0


if __name__ == "__main__":
    sys.exit(main())
