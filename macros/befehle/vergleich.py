"""Says in German what differs between two states of the data: folders or git revisions."""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from datetime import date
from pathlib import Path

from macros.ausgabe.melden.vergleichsseite import FORMATE, als_format, als_html
from macros.ausgabe.seiten.von_der_platte import START, fuer_die_platte, vorhandene
from macros.befehle.angaben import heute
from macros.befehle.zielordner import MARKE, Verweigert, schreibe_ganz
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from macros.schreiben.ablegen import schreibe_datei
from macros.sichten.unterschied import Unterschied, unterschiede

_GIT = (shutil.which("git") or "git", "-c", "core.quotepath=off")


class Unauffindbar(Exception):
    """Neither a folder nor a revision; the message says so in German."""


def hole(wort: str, daten: str, platz: Path) -> Path:
    """The data folder of a state: the folder itself, or the folder `daten` of a git revision, unpacked in `platz`."""
    if Path(wort).is_dir():
        return Path(wort)
    stand = _stand(wort)
    archiv = subprocess.run([*_GIT, "archive", "--format=tar", stand, "--", daten], capture_output=True, check=False)
    if archiv.returncode:
        raise Unauffindbar(f"Im Stand „{wort}“ gibt es den Ordner „{daten}“ nicht.")
    with tarfile.open(fileobj=io.BytesIO(archiv.stdout)) as inhalt:
        for glied in inhalt:
            _lege_ab(inhalt, glied, platz)
    return platz / daten


def _lege_ab(inhalt: tarfile.TarFile, glied: tarfile.TarInfo, platz: Path) -> None:
    """Writes one plain file below `platz`; links and paths that lead elsewhere are left out.

    `TarFile.extractall(filter=...)` would do the same from Python 3.11.4 on; Debian 12 has 3.11.2.
    """
    ziel = (platz / glied.name).resolve()
    quelle = inhalt.extractfile(glied) if glied.isfile() else None
    if quelle is not None and ziel.is_relative_to(platz.resolve()):
        ziel.parent.mkdir(parents=True, exist_ok=True)
        ziel.write_bytes(quelle.read())


def _stand(wort: str) -> str:
    """The commit that a word names; a word that looks like an option is no option here."""
    suche = subprocess.run(
        [*_GIT, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{wort}^{{commit}}"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if suche.returncode:
        raise Unauffindbar(f"„{wort}“ ist weder ein Ordner noch ein Stand in git.")
    return suche.stdout.strip()


def verzweigung(wort: str) -> str:
    """The commit at which the present state branched off from another; that other one where there is none."""
    stand = _stand(wort)
    suche = subprocess.run([*_GIT, "merge-base", stand, "HEAD"], capture_output=True, encoding="utf-8", check=False)
    return suche.stdout.strip() or stand


def lade(ordner: Path, wort: str, stichtag: date) -> Plan:
    """The Plan of a folder, without records that cannot be read."""
    plan, _ = pruefe_ordner(ordner, stichtag)
    if plan is None:
        raise Unauffindbar(f"Die Daten von „{wort}“ lassen sich nicht lesen.")
    return plan


def _bereite(seite: Path, u: Unterschied) -> int:
    """Makes a built site one that opens from disk, with the page of changes as its start; only once, and nothing else."""
    if not (seite / MARKE).is_file():
        sys.stderr.write(f"{seite} ist keine gebaute Website (die Datei {MARKE} fehlt).\n")
        return 1
    if (seite / START).exists():
        sys.stderr.write(f"{seite} ist schon eine Vorschau. Bauen Sie die Website noch einmal.\n")
        return 1
    dateien = frozenset(p.relative_to(seite).as_posix() for p in seite.rglob("*") if p.is_file())
    for name in sorted(d for d in dateien if d.endswith(".html")):
        datei = seite / name
        schreibe_datei(datei, fuer_die_platte(datei.read_text("utf-8"), name.count("/")))
    schreibe_datei(seite / START, als_html(u, vorhandene(u, dateien)))
    sys.stdout.write(f"Zum Ansehen: {seite / START}\n")
    return 0


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept vergleich`."""
    parser.add_argument("alt", metavar="ALT", help="Ordner oder Stand in git, zum Beispiel main oder HEAD~1")
    parser.add_argument("neu", metavar="NEU", nargs="?", default="data", help="ebenso (Vorgabe: der Ordner data)")
    parser.add_argument(
        "--daten", default="data", metavar="ORDNER", help="Ordner der Daten in den Ständen von git (Vorgabe: data)"
    )
    parser.add_argument("--format", choices=FORMATE, default="text", help="Ausgabe (Vorgabe: text)")
    parser.add_argument("--nach", type=Path, metavar="DATEI", help="schreibt in diese Datei statt ins Fenster")
    parser.add_argument(
        "--vorschau",
        type=Path,
        metavar="ORDNER",
        help="macht eine gebaute Website zur Vorschau, die mit einem Doppelklick aufgeht",
    )
    parser.add_argument("--gemeinsam", action="store_true", help="ALT ist der Stand, an dem beide sich getrennt haben")
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 whether or not something differs, 1 when a state cannot be read or the file not be written."""
    with tempfile.TemporaryDirectory() as platz:
        try:
            plaene = []
            alt = verzweigung(wahl.alt) if wahl.gemeinsam else wahl.alt
            for name, wort in (("alt", alt), ("neu", wahl.neu)):
                (Path(platz) / name).mkdir()
                ordner = hole(wort, wahl.daten, Path(platz) / name)
                plaene.append(lade(ordner, wort, heute()))
        except Unauffindbar as fehler:
            sys.stderr.write(f"{fehler}\n")
            return 1
    if wahl.vorschau:
        return _bereite(wahl.vorschau, unterschiede(plaene[0], plaene[1], heute()))
    text = als_format(unterschiede(plaene[0], plaene[1], heute()), wahl.format)
    if wahl.nach:
        try:
            schreibe_ganz(wahl.nach, text.encode(), Path(wahl.daten))
        except Verweigert as fehler:
            sys.stderr.write(f"{fehler}\n")
            return 1
    else:
        sys.stdout.write(text)
    return 0
