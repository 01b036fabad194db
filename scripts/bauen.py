"""Builds the whole site into a folder; a failing build leaves the folder as it was."""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from macros.ausgabe.druck.dokumente import schreibe_alle
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.kontext import Bau
from macros.ausgabe.melden.befunde import render_befunde
from macros.ausgabe.suche.verzeichnis import Suchfehler, baue_suche
from macros.modell.befund import hat_fehler
from macros.pruefung import pruefe_ordner

WURZEL = Path(__file__).resolve().parent.parent


def drucke(bau: Bau, seite: Path) -> None:
    """Writes the PDFs and the Word files of a build into its site."""
    schreibe_alle(bau, seite / "pdf")


def baue(daten: Path, ziel: Path, stichtag: date, drucke: Callable[[Bau, Path], None] = drucke) -> int:
    """Exit code of one build: 0 and a new `ziel`, or 1, the findings on stderr and the old `ziel`."""
    plan, befunde = pruefe_ordner(daten, stichtag)
    if befunde:
        sys.stderr.write(render_befunde(befunde))
    if plan is None or hat_fehler(befunde):
        sys.stderr.write("Die Website wurde nicht gebaut; die bisherige bleibt stehen.\n")
        return 1
    bau = Bau.am(plan, stichtag, os.environ.get("SITE_URL"))
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(stichtag, time(), UTC).timestamp()))
    ziel.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{ziel.name}-", dir=ziel.parent) as zwischen:
        neu = Path(zwischen) / "neu"
        try:
            konfiguration = load_config(str(WURZEL / "mkdocs.yml"), site_dir=str(neu), strict=True)
            konfiguration.extra["bau"] = bau
            build(konfiguration)
            baue_suche(neu, bau)
            drucke(bau, neu)
        except (Abort, BuildError, ConfigurationError, Druckfehler, Suchfehler) as fehler:
            sys.stderr.write(f"{fehler}\nDie Website wurde nicht gebaut; die bisherige bleibt stehen.\n")
            return 1
        _tausche(neu, ziel, Path(zwischen) / "alt")
    return 0


def _tausche(neu: Path, ziel: Path, alt: Path) -> None:
    """Puts the new site where the old one was; the old one is gone only when the new one stands."""
    if ziel.exists():
        ziel.rename(alt)
    try:
        neu.rename(ziel)
    except OSError:
        if alt.exists():
            alt.rename(ziel)
        raise
    shutil.rmtree(alt, ignore_errors=True)


def lies_stichtag(text: str | None) -> date:
    """The day of the build: option, else SOURCE_DATE_EPOCH, else today."""
    if text:
        return date.fromisoformat(text)
    if sekunden := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(sekunden), UTC).date()
    return date.today()


def main(argumente: list[str] | None = None) -> int:
    """Exit code: 0 when the site stands, 1 when it was not built."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bauen", description="Baut die Website.")
    parser.add_argument("--daten", type=Path, default=WURZEL / "data", help="Ordner mit den Daten (Vorgabe: data)")
    parser.add_argument("--ziel", type=Path, default=WURZEL / "site", help="Ordner für die Website (Vorgabe: site)")
    parser.add_argument("--stichtag", help="Tag, der als heute gilt, zum Beispiel 2026-06-30 (Vorgabe: heute)")
    wahl = parser.parse_args(argumente)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    return baue(wahl.daten, wahl.ziel, lies_stichtag(wahl.stichtag))


if __name__ == "__main__":
    sys.exit(main())
