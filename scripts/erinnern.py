"""Lists what is due, and keeps one issue with that list up to date."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from macros.ausgabe.melden.befunde import render_befunde
from macros.ausgabe.melden.meldewege import render_erinnerung
from macros.modell.befund import hat_fehler
from macros.pruefung import pruefe_ordner
from macros.sichten.faellig import faelliges
from scripts.rueckmelden import gh

MARKE = "erinnerung"
TITEL = "Fällige Sachstände und Zahlen"


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


def main(argumente: list[str] | None = None) -> int:
    """Exit code: 0 when done, 1 when the data have errors or GitHub refused."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.erinnern",
        description="Nennt Maßnahmen und Indikatoren, zu denen ein Bericht fällig ist.",
    )
    parser.add_argument("--daten", type=Path, default=Path("data"), help="Ordner mit den Daten (Vorgabe: data)")
    parser.add_argument("--stichtag", type=date.fromisoformat, default=None, help="Tag, der als heute gilt")
    parser.add_argument("--meldung", action="store_true", help="eine Meldung auf GitHub anlegen oder erneuern")
    wahl = parser.parse_args(argumente)
    stichtag = wahl.stichtag or date.today()
    plan, befunde = pruefe_ordner(wahl.daten, stichtag)
    if plan is None or hat_fehler(befunde):
        sys.stdout.write(render_befunde(befunde))
        return 1
    liste = faelliges(plan, stichtag)
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


if __name__ == "__main__":
    sys.exit(main())
