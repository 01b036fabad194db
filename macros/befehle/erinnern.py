"""Lists what is due, and keeps one issue with that list up to date."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from macros.ausgabe.melden.meldewege import render_erinnerung
from macros.befehle.angaben import lade, nimm_daten, nimm_stichtag
from macros.befehle.rueckmelden import gh
from macros.befehle.zielordner import Verweigert, verweigere_quellen, warum
from macros.deutsch.saetze import numerus
from macros.modell.geltung import geltender_plan
from macros.modell.plan import Plan
from macros.schreiben.erinnerung import erinnerte, erinnerung
from macros.schreiben.post import KeineAdresse, lies_adressen, schreibe_brief
from macros.sichten.faellig import Faelliges, faelliges

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


def _schreibe_briefe(wahl: argparse.Namespace, plan: Plan, liste: Faelliges) -> int:
    """A letter for everyone who leads a measure that something is due of; 1 where the place is not one for it."""
    try:
        verweigere_quellen(wahl.briefe, wahl.daten)
        stellen = erinnerte(plan, liste)
        adressen = lies_adressen(wahl.an, [s.kennung for s in stellen])
        wahl.briefe.mkdir(parents=True, exist_ok=True)
        for stelle in stellen:
            brief = erinnerung(plan, stelle)
            schreibe_brief(wahl.briefe / stelle.kennung, *brief, an=adressen.get(stelle.kennung, ""))
    except (Verweigert, KeineAdresse) as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 1
    except OSError as fehler:
        sys.stderr.write(f"{warum(wahl.briefe, fehler)}\n")
        return 1
    sys.stdout.write(f"{len(stellen)} {numerus(len(stellen), 'Brief', 'Briefe')} in {wahl.briefe}\n")
    return 0


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept erinnern`."""
    nimm_daten(parser)
    nimm_stichtag(parser)
    parser.add_argument(
        "--briefe", type=Path, default=None, metavar="ORDNER", help="je Federführung ein Brief als Entwurf (.eml, .txt)"
    )
    parser.add_argument(
        "--an", action="append", default=[], metavar="STELLE=ADRESSE", help="E-Mail-Adresse einer Stelle, mehrmals"
    )
    parser.add_argument("--meldung", action="store_true", help="eine Meldung auf GitHub anlegen oder erneuern")
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when done, 1 when the data have errors or GitHub refused."""
    plan, _ = lade(wahl.daten, wahl.stichtag)
    if plan is None:
        return 1
    plan = geltender_plan(plan, wahl.stichtag)
    liste = faelliges(plan, wahl.stichtag)
    if wahl.briefe:
        return _schreibe_briefe(wahl, plan, liste)
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
