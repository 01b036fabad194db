"""Writes one comment under an issue or a pull request, and replaces it the next time."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from macros.befehle.gitlab import GitLab

HOECHSTENS = 60_000
EIGENER_NAME = "github-actions[bot]"


def gh(*argumente: str, eingabe: Any = None) -> Any:
    """The answer of one call of the command-line tool `gh`, as data."""
    lauf = subprocess.run(
        [shutil.which("gh") or "gh", *argumente],
        input=json.dumps(eingabe) if eingabe is not None else None,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(lauf.stdout) if lauf.stdout.strip() else None


def kommentiere(repository: str, nummer: int, marke: str, text: str) -> None:
    """Creates the comment, or replaces the one of the same mark that this tool wrote before."""
    zeichen = f"<!-- {marke} -->"
    text = gekuerzt(text)
    seiten = gh("api", "--paginate", "--slurp", f"repos/{repository}/issues/{nummer}/comments") or []
    fruehere = [
        k for seite in seiten for k in seite if k["user"]["login"] == EIGENER_NAME and k["body"].startswith(zeichen)
    ]
    inhalt = {"body": f"{zeichen}\n{text}"}
    if fruehere:
        adresse = f"repos/{repository}/issues/comments/{fruehere[0]['id']}"
        gh("api", "--method", "PATCH", adresse, "--input", "-", eingabe=inhalt)
    else:
        gh("api", "--method", "POST", f"repos/{repository}/issues/{nummer}/comments", "--input", "-", eingabe=inhalt)


def gekuerzt(text: str) -> str:
    """A text that a forge takes as a comment."""
    if len(text) <= HOECHSTENS:
        return text
    return f"{text[:HOECHSTENS].rsplit(chr(10), 1)[0]}\n\n… und mehr: siehe die Zusammenfassung der Prüfung.\n"


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept rueckmelden`."""
    parser.add_argument("nummer", type=int, help="Nummer der Meldung oder des Vorschlags")
    parser.add_argument("datei", type=Path, help="Datei mit dem Text (Markdown)")
    parser.add_argument("--marke", required=True, help="Name des Kommentars, je Zweck einer")
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when the comment stands, 1 when the forge refused."""
    if token := os.environ.get("KONZEPT_TOKEN"):
        try:
            forge = GitLab(os.environ["CI_API_V4_URL"], os.environ["CI_PROJECT_ID"], token)
            text = gekuerzt(wahl.datei.read_text("utf-8"))
            forge.kommentiere(wahl.nummer, f"<!-- {wahl.marke} -->", text)
        except (OSError, KeyError, ValueError) as fehler:
            sys.stderr.write(f"GitLab hat den Kommentar nicht angenommen: {fehler}\n")
            return 1
        return 0
    try:
        kommentiere(os.environ["GITHUB_REPOSITORY"], wahl.nummer, wahl.marke, wahl.datei.read_text("utf-8"))
    except subprocess.CalledProcessError as fehler:
        sys.stderr.write(f"GitHub hat den Kommentar nicht angenommen: {fehler.stderr}\n")
        return 1
    return 0
