"""Checks the spelling of all German texts with hunspell and the town's own list of words."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from macros.ausgabe.melden.befunde import render_befunde
from macros.befehle.angaben import lade, nimm_daten, nimm_stichtag
from macros.laden.ordner import WOERTER
from macros.laden.rohdatei import NichtGelesen, lies_roh
from macros.modell.befund import Befund, Schwere
from macros.sichten.rechtschreibung import unbekannte

PROGRAMM = "hunspell"
WOERTERBUCH = "de_DE"
_GROESSE = 2_000_000
FEHLT = """Für die Rechtschreibprüfung fehlt hunspell mit dem deutschen Wörterbuch.
Debian und Ubuntu: sudo apt-get install hunspell hunspell-de-de
macOS: brew install hunspell, dazu das Wörterbuch de_DE in ~/Library/Spelling
Unter Windows prüft der Vorschlag auf GitHub oder GitLab die Texte; im Editor geht es mit Word oder LibreOffice.
"""


def hunspell() -> Callable[[Iterable[str]], set[str]] | None:
    """Words -> those that the dictionary does not know; none where program or dictionary are not there."""
    programm = shutil.which(PROGRAMM)
    if programm is None:
        return None

    def frage(woerter: Iterable[str]) -> set[str]:
        lauf = subprocess.run(
            [programm, "-d", WOERTERBUCH, "-i", "utf-8", "-l"],
            input="\n".join(woerter),
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return set(lauf.stdout.split())

    try:
        frage(["Haus"])
    except (OSError, subprocess.CalledProcessError):
        return None
    return frage


def eigene_woerter(daten: Path) -> frozenset[str]:
    """The words that the town's list allows; a line that begins with # is a remark. Raises NichtGelesen."""
    datei = daten / WOERTER
    if not os.path.lexists(datei):
        return frozenset()
    roh = lies_roh(datei, daten, _GROESSE)
    if len(roh) > _GROESSE:
        raise NichtGelesen("Diese Datei ist zu groß.")
    zeilen = roh.decode("utf-8-sig", "replace").splitlines()
    return frozenset(z.strip() for z in zeilen if z.strip() and not z.startswith("#"))


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept rechtschreibung`."""
    nimm_daten(parser)
    nimm_stichtag(parser)
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when every word is known, 1 when not, when the data have errors or hunspell is missing."""
    plan, _ = lade(wahl.daten, wahl.stichtag)
    if plan is None:
        return 1
    try:
        woerter = eigene_woerter(wahl.daten)
    except NichtGelesen as grund:
        sys.stderr.write(f"{wahl.daten / WOERTER}: {grund}\n")
        return 1
    if (frage := hunspell()) is None:
        sys.stderr.write(FEHLT)
        return 1
    funde = unbekannte(plan, frage, woerter)
    befunde = [
        Befund(
            f.ort.datei,
            f.ort.zeile,
            "",
            "rechtschreibung",
            f"„{f.wort}“ steht nicht im Wörterbuch.",
            f"Berichtigen, oder das Wort in {wahl.daten.as_posix()}/{WOERTER} eintragen.",
            Schwere.WARNUNG,
        )
        for f in funde
    ]
    sys.stdout.write(render_befunde(befunde))
    return 1 if befunde else 0
