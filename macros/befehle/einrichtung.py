"""Names what keeps the site of a town from working, and what has to be set up where the repository lies."""

from __future__ import annotations

import argparse
import sys

from macros.befehle.angaben import lade, nimm_daten, nimm_stichtag
from macros.modell.auswahlen import Forge
from macros.modell.felder import feld
from macros.modell.gemeinde import Gemeinde
from macros.modell.plan import Plan
from macros.regeln.gemeinde import NOETIG

FORGEN = ("github", "gitlab")
EINSTELLUNGEN = {
    "github": (
        "Settings → Pages: als Quelle „GitHub Actions“ wählen.",
        "Settings → Actions → General: „Allow GitHub Actions to create and approve pull requests“ einschalten.",
        "Settings → Actions → General: Läufe von Außenstehenden erst nach Freigabe („Require approval“) erlauben.",
        "Settings → Branches: den Zweig {zweig} schützen; nötig sind die Prüfungen Daten, Tests und Website.",
        "Settings → General → Pull Requests: nur „Allow squash merging“ erlauben.",
        "Settings → General → Features: in einer Kopie (Fork) „Issues“ einschalten; unter „Actions“ die Abläufe erlauben.",
        "Issues → Labels: die Etiketten aus .github/labels.yml anlegen; .github/CODEOWNERS sagt, wer freigibt.",
        "Nach 60 Tagen ohne Änderung ruhen die Zeitpläne: unter „Actions“ wieder einschalten.",
    ),
    "gitlab": (
        "Settings → General → Visibility: CI/CD, Merge requests und Pages einschalten.",
        "Settings → Repository → Protected branches: den Zweig {zweig} schützen, „Allowed to push“ auf niemanden setzen.",
        "Settings → Merge requests: „Pipelines must succeed“ einschalten und „Squash commits“ auf „Require“ stellen.",
        "Settings → Access tokens: ein Token mit der Rolle „Developer“ und dem Recht „api“ anlegen.",
        "Settings → CI/CD → Variables: das Token als KONZEPT_TOKEN eintragen, verborgen („Masked“), nicht geschützt.",
        "Settings → CI/CD → General pipelines: Läufe aus Kopien (Forks) erst nach Freigabe.",
        "Build → Pipeline schedules: einen täglichen Lauf für {zweig} anlegen, denn was überfällig ist, hängt vom Tag ab.",
        "Deploy → Pages: die Adresse der Website ablesen und als adresse_der_seite eintragen.",
    ),
}


def forge_von(plan: Plan) -> str:
    """Where the repository lies, as far as its address tells: GitHub, else GitLab."""
    return "github" if not plan.gemeinde.repository or plan.gemeinde.ablage is Forge.GITHUB else "gitlab"


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept einrichtung`."""
    parser.add_argument("--forge", choices=FORGEN, default=None, help="wo das Repository liegt: github oder gitlab")
    nimm_daten(parser)
    nimm_stichtag(parser)
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when nothing is missing in the data, 1 when something is."""
    plan, _ = lade(wahl.daten, wahl.stichtag)
    if plan is None:
        return 1
    fehlt = [name for name in NOETIG if getattr(plan.gemeinde, name) is None]
    if fehlt:
        sys.stdout.write(f"In {wahl.daten.as_posix()}/gemeinde.yaml fehlt:\n\n")
        for name in fehlt:
            text, rat = NOETIG[name]
            sys.stdout.write(f"  {name} ({feld(Gemeinde, name).titel})\n    {text} {rat}\n")
    else:
        sys.stdout.write(f"In {wahl.daten.as_posix()}/gemeinde.yaml ist alles angegeben.\n")
    if plan.massnahmen and not any(m.federfuehrung for m in plan.massnahmen.values()):
        sys.stdout.write(
            "\nKeine Maßnahme nennt eine Federführung: Niemand lässt sich gezielt um einen Bericht bitten.\n"
        )
    forge = wahl.forge or forge_von(plan)
    sys.stdout.write(
        f"\nBei {'GitHub' if forge == 'github' else 'GitLab'} einzustellen (von hier aus nicht zu sehen):\n\n"
    )
    for nummer, satz in enumerate(EINSTELLUNGEN[forge], 1):
        sys.stdout.write(f"  {nummer}. {satz.format(zweig=plan.gemeinde.zweig)}\n")
    return int(bool(fehlt))
