"""Lists what is due, and keeps one issue with that list up to date."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from macros.ausgabe.melden.meldewege import render_erinnerung
from macros.befehle.angaben import lade, nimm_daten, nimm_stichtag
from macros.befehle.rueckmelden import gh
from macros.modell.geltung import geltender_plan
from macros.sichten.faellig import faelliges

MARKE = "erinnerung"
TITEL = "Fällige Sachstände, Zahlen und Rechtsstände"


def halte_aktuell(repository: str, text: str, leer: bool) -> str:
    """Opens, updates or closes the one issue; returns what was done, in German."""
    offene = gh("api", f"repos/{repository}/issues?state=open&labels={MARKE}&per_page=10") or []
    nummern = [i["number"] for i in offene if "pull_request" not in i]
    if leer:
        for nummer in nummern:
            gh(
                "api",
                "--method",
                "PATCH",
                f"repos/{repository}/issues/{nummer}",
                "--input",
                "-",
                eingabe={"state": "closed"},
            )
        return "Nichts ist fällig."
    inhalt = {"title": TITEL, "body": text, "labels": [MARKE]}
    if nummern:
        gh("api", "--method", "PATCH", f"repos/{repository}/issues/{nummern[0]}", "--input", "-", eingabe=inhalt)
        return f"Meldung #{nummern[0]} ist aktuell."
    gh("api", "--method", "POST", f"repos/{repository}/issues", "--input", "-", eingabe=inhalt)
    return "Eine neue Meldung ist angelegt."


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept erinnern`."""
    nimm_daten(parser)
    nimm_stichtag(parser)
    parser.add_argument("--meldung", action="store_true", help="eine Meldung auf GitHub anlegen oder erneuern")
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when done, 1 when the data have errors or GitHub refused."""
    plan, _ = lade(wahl.daten, wahl.stichtag)
    if plan is None:
        return 1
    plan = geltender_plan(plan, wahl.stichtag)
    liste = faelliges(plan, wahl.stichtag)
    text = render_erinnerung(plan, liste)
    if not wahl.meldung:
        sys.stdout.write(text)
        return 0
    try:
        sys.stdout.write(f"{halte_aktuell(os.environ['GITHUB_REPOSITORY'], text, liste.leer)}\n")
    except subprocess.CalledProcessError as fehler:
        sys.stderr.write(f"GitHub hat die Meldung nicht angenommen: {fehler.stderr}\n")
        return 1
    return 0
