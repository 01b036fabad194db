"""The command `konzept`: finds the subcommand, and loads of all modules only the one that is called."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from macros.befehle.befehlszeile import Befehlszeile, sprich_deutsch, unterbefehl
from macros.befehle.zielordner import warum
from macros.schreiben.ablegen import heile

BEFEHLE = {
    "pruefen": "prüft die Daten und nennt alle Befunde",
    "bauen": "baut die Website",
    "vorschau": "zeigt die Website im Browser und baut bei jeder Änderung neu",
    "einrichtung": "nennt, was der Website noch fehlt und was einzustellen ist",
    "excel": "schreibt eine Mappe für die Ämter und liest sie wieder ein",
    "eingang": "übernimmt die Mappen, die im Ordner „eingang“ liegen",
    "runde": "fragt alle Stellen nach Berichten und liest alle Antworten ein",
    "kennzahl": "trägt neue Zahlen ein",
    "neu": "legt einen Datensatz an",
    "vergleich": "sagt in Worten, was sich zwischen zwei Ständen ändert",
    "bericht": "schließt einen Bericht an den Rat ab, sodass er sich nicht mehr ändert",
    "pdf": "setzt ein Dokument für den Druck",
    "formatieren": "bringt die Datendateien in die einheitliche Schreibweise",
    "schema": "schreibt die Schemata der Daten und nennt sie dem Editor",
    "formular": "erzeugt die Formulare für Meldungen und übernimmt, was sie melden",
    "meldung": "übernimmt Meldungen, die als Mail oder Datei kamen",
    "lesbarkeit": "nennt lange Sätze und sagt, wie schwer die Texte zu lesen sind",
    "leicht": "nennt, wo ein Text in Leichter Sprache deren Regeln verlässt",
    "rechtschreibung": "prüft die Rechtschreibung aller deutschen Texte",
    "erinnern": "nennt, wozu ein Bericht, eine Zahl oder ein Blick ins Recht fällig ist",
    "rueckmelden": "schreibt einen Kommentar unter eine Meldung und ersetzt den früheren",
}
"""Subcommand, also the name of its module -> what it does."""
PAKET = "lebendiges-integrationskonzept"
UNVERSTANDEN = 2
ABGEBROCHEN = 130


def lies(argumente: Sequence[str]) -> argparse.Namespace:
    """What was asked for; ends the process with help or a message in German."""
    sprich_deutsch()
    aufruf = so_aufgerufen()
    parser = Befehlszeile(
        prog=aufruf,
        description="Prüft, baut und pflegt ein Integrationskonzept aus den Dateien im Ordner data.",
        epilog=f"Mehr zu einem Befehl: {aufruf} BEFEHL --help",
    )
    parser.add_argument("--version", action="version", version=_version(), help="zeigt die Version")
    befehle = parser.add_subparsers(title="Befehle", metavar="BEFEHL", dest="befehl")
    gerufen = next((wort for wort in argumente if not wort.startswith("-")), "")
    for name, hilfe in BEFEHLE.items():
        unter = unterbefehl(befehle, name, hilfe)
        if name == gerufen:
            import_module(f"macros.befehle.{name}").nimm_angaben(unter)
    wahl = parser.parse_args(argumente)
    if wahl.befehl is None:
        parser.print_help(sys.stderr)
        raise SystemExit(UNVERSTANDEN)
    return wahl


def main(argumente: Sequence[str] | None = None) -> int:
    """Exit code: 0 when done, 1 when the data or the surroundings did not allow it, 2 when not understood."""
    _schreibe_utf8()
    wahl = lies(sys.argv[1:] if argumente is None else argumente)
    daten = getattr(wahl, "daten", None)
    try:
        if isinstance(daten, Path):
            heile(daten)
        ergebnis: int = wahl.tu(wahl)
    except KeyboardInterrupt:
        sys.stderr.write("Abgebrochen.\n")
        return ABGEBROCHEN
    except BrokenPipeError:
        return 1  # whoever read the output has heard enough
    except OSError as fehler:
        sys.stderr.write(f"{warum(Path(str(fehler.filename or daten or '.')), fehler)}\n")
        return 1
    return ergebnis


def _schreibe_utf8() -> None:
    """Whatever a terminal or a file behind `>` expects: German letters never end a command."""
    for strom in (sys.stdout, sys.stderr):
        if isinstance(strom, io.TextIOWrapper):
            strom.reconfigure(encoding="utf-8", errors="replace")


def so_aufgerufen() -> str:
    """How to type this command again here: `konzept` where the path finds it, else its file."""
    datei = Path(sys.argv[0])
    if datei.stem != "konzept":
        return "konzept"
    gefunden = shutil.which("konzept")
    if gefunden and Path(gefunden).resolve() == datei.resolve():
        return "konzept"
    kurz = os.path.relpath(datei) if datei.is_relative_to(Path.cwd()) else str(datei)
    return f'"{kurz}"' if " " in kurz else kurz


def _version() -> str:
    try:
        return version(PAKET)
    except PackageNotFoundError:
        return "nicht installiert"
