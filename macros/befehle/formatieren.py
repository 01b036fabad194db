"""Brings data files into their canonical form; with --check only says which are not."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from base64 import b64encode
from pathlib import Path

from macros.ausgabe.melden.befunde import render_befunde
from macros.befehle.angaben import nimm_daten
from macros.befehle.rueckmelden import gh
from macros.befehle.vergleich import Unauffindbar, hole
from macros.schreiben.ablegen import schreibe_zusammen
from macros.schreiben.formatieren import formatiere


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept formatieren`."""
    parser.description = f"{parser.description} Sie legt Reihenfolge, Einrückung und Anführungszeichen fest."
    nimm_daten(parser)
    parser.add_argument("--check", action="store_true", help="nichts ändern, nur melden")
    parser.add_argument(
        "--zweig", default="", metavar="ZWEIG", help="schreibt bei GitHub in diesen Zweig; --stand nennt seinen Commit"
    )
    parser.add_argument("--stand", default="", metavar="COMMIT", help="Commit, dessen Daten gelesen werden")
    parser.set_defaults(tu=fuehre_aus)


def forme_zweig(zweig: str, stand: str, daten: str) -> int:
    """Brings a branch to form by one commit on top of `stand`; its data are read from git, nothing of it is run."""
    with tempfile.TemporaryDirectory() as platz:
        try:
            ordner = hole(stand, daten, Path(platz))
        except Unauffindbar as fehler:
            sys.stderr.write(f"{fehler}\n")
            return 1
        neu, _ = formatiere(ordner, daten)
        dateien = [
            {"path": f"{daten}/{pfad.relative_to(ordner).as_posix()}", "contents": b64encode(text.encode()).decode()}
            for pfad, text in neu.items()
        ]
    if dateien:
        wo = {"repositoryNameWithOwner": os.environ["GITHUB_REPOSITORY"], "branchName": zweig}
        eingabe = {"branch": wo, "message": {"headline": "Bring the data to form"}, "expectedHeadOid": stand}
        frage = {"query": _COMMIT, "variables": {"input": eingabe | {"fileChanges": {"additions": dateien}}}}
        gh("api", "graphql", "--input", "-", eingabe=frage)
    sys.stdout.write("".join(f"{d['path']}: angepasst\n" for d in dateien))
    return 0


_COMMIT = "mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }"


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when all is canonical (now), 1 when --check finds a file that is not, or one is unreadable."""
    if wahl.zweig:
        return forme_zweig(wahl.zweig, wahl.stand, wahl.daten.as_posix())
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
