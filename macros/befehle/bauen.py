"""Builds the whole site into a folder; a failing build leaves the folder as it was."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError
from mkdocs.plugins import BasePlugin
from mkdocs.utils.yaml import yaml_load

from macros import haus
from macros.ausgabe.adressraum import Belegung, doppelte_adressen
from macros.ausgabe.bausteine.arbeitsmappen import ORDNER
from macros.ausgabe.druck.dokumente import schreibe_alle
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.kontext import Bau
from macros.ausgabe.melden.befunde import render_befunde
from macros.ausgabe.suche.indexdienst import Suchfehler
from macros.ausgabe.suche.verzeichnis import baue_suche
from macros.befehle.angaben import nimm_daten, nimm_stichtag
from macros.befehle.geruest import Geruest
from macros.befehle.konzept import so_aufgerufen
from macros.befehle.mappen import schreibe_mappen
from macros.befehle.tausch import NEU, arbeitsordner, tausche
from macros.befehle.zielordner import MARKE, MARKENTEXT, Verweigert, ersetzbarer_ordner, warum
from macros.deutsch.kalender import tag_lang
from macros.deutsch.zahlen import zahl
from macros.modell.befund import hat_fehler
from macros.pruefung import pruefe_ordner

ZIEL = Path("site")
_BLEIBT = "Die Website wurde nicht gebaut; die bisherige bleibt stehen.\n"


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept bauen`."""
    nimm_daten(parser)
    parser.add_argument(
        "--ziel", type=Path, default=ZIEL, metavar="ORDNER", help=f"Ordner für die Website (Vorgabe: {ZIEL})"
    )
    nimm_stichtag(parser)
    parser.add_argument(
        "--ohne-pdf", action="store_true", help="nur die Seiten bauen, ohne PDF und Word; die Seiten sagen es"
    )
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when the site stands, 1 when it was not built."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    ergebnis = baue(wahl.daten, wahl.ziel, wahl.stichtag, mit_pdf=not wahl.ohne_pdf)
    if not ergebnis:
        sys.stdout.write(gebautes(wahl.ziel, wahl.daten, wahl.stichtag))
    return ergebnis


def drucke(bau: Bau, seite: Path) -> None:
    """Writes the PDFs, the Word files and the workbooks of a build into its site."""
    schreibe_alle(bau, seite / "pdf")
    schreibe_mappen(bau, seite / ORDNER)


def baue(
    daten: Path, ziel: Path, stichtag: date, drucke: Callable[[Bau, Path], None] = drucke, *, mit_pdf: bool = True
) -> int:
    """Exit code of one build: 0 and a new `ziel`, or 1, the findings on stderr and the old `ziel`."""
    try:
        ersetzbarer_ordner(ziel, daten)
    except Verweigert as fehler:
        return _scheitert(str(fehler))
    bau = lies_bau(daten, stichtag, mit_pdf=mit_pdf)
    return baue_stand(bau, daten, ziel, drucke) if bau else 1


def lies_bau(daten: Path, stichtag: date, *, mit_pdf: bool = True) -> Bau | None:
    """The build of a data folder, its findings on stderr; None where errors are among them."""
    plan, befunde = pruefe_ordner(daten, stichtag)
    if befunde:
        sys.stderr.write(render_befunde(befunde))
    if plan is None or hat_fehler(befunde):
        _scheitert("")
        return None
    return replace(Bau.am(plan, stichtag, os.environ.get("SITE_URL")), mit_pdf=mit_pdf)


def baue_stand(
    bau: Bau,
    daten: Path,
    ziel: Path,
    drucke: Callable[[Bau, Path], None],
    suche: Callable[[Path, Bau], object] = baue_suche,
    geruest: Geruest | None = None,
) -> int:
    """Exit code, as `baue`, for data that are loaded and checked; what mkdocs has set up is kept in `geruest`."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(bau.stichtag, time(), UTC).timestamp()))
    try:
        echt = ersetzbarer_ordner(ziel, daten)
        with arbeitsordner(echt) as zwischen:
            neu = zwischen / NEU
            _baue_seiten(bau, neu, geruest)
            suche(neu, bau)
            if bau.mit_pdf:
                drucke(bau, neu)
            if doppelt := doppelte_adressen(_eintraege(neu)):
                raise Abort(render_befunde(doppelt))
            (neu / MARKE).write_bytes(MARKENTEXT.encode())
            tausche(neu, ersetzbarer_ordner(echt, daten))
    except (Abort, BuildError, ConfigurationError, Druckfehler, Suchfehler, Verweigert) as fehler:
        return _scheitert(str(fehler))
    except OSError as fehler:
        return _scheitert(warum(ziel, fehler))
    return 0


def _baue_seiten(bau: Bau, neu: Path, geruest: Geruest | None) -> None:
    """Writes the pages; what mkdocs knows of them, half of the memory of a large build, is gone before documents are set."""
    konfiguration = lies_konfiguration(neu)
    konfiguration.extra |= {"bau": bau, "geruest": geruest}
    build(konfiguration)
    if geruest is None:
        for plugin in konfiguration.plugins.values():
            if isinstance(plugin, BasePlugin):
                vars(plugin).clear()  # mkdocs keeps it, and it all pages, until another build begins
        del konfiguration
        gc.collect()  # pages and files know each other


def _eintraege(seite: Path) -> Iterator[Belegung]:
    """Every file of a finished site; what two pages have written into one file is told before, by the hooks."""
    orte = sorted(p.relative_to(seite).as_posix() for p in seite.rglob("*") if p.is_file())
    return (Belegung(ort, "data") for ort in orte)


def _scheitert(grund: str) -> int:
    sys.stderr.write(f"{grund}\n{_BLEIBT}" if grund else _BLEIBT)
    return 1


def lies_konfiguration(ziel: Path) -> MkDocsConfig:
    """mkdocs.yml for a build into `ziel`, its paths from where the house lies: installed, that is not beside it."""
    with haus.KONFIGURATION.open("rb") as datei:
        thema = yaml_load(datei)["theme"]
    return load_config(
        str(haus.KONFIGURATION),
        site_dir=str(ziel),
        strict=True,
        theme=thema | {"custom_dir": str(haus.THEMA)},
        hooks=[str(haus.HAKEN)],
    )


def gebautes(ziel: Path, daten: Path, stichtag: date) -> str:
    """What stands in a folder now, and how to look at it."""
    dateien = [datei for datei in ziel.rglob("*") if datei.is_file()]
    je_art = {art: sum(datei.suffix == art for datei in dateien) for art in (".html", ".pdf", ".docx")}
    umfang = sum(datei.stat().st_size for datei in dateien) / 1e6
    befehl = so_aufgerufen()
    andere_daten = "" if daten == Path("data") else f' --daten "{daten}"'
    python = os.path.relpath(sys.executable) if Path(sys.executable).is_relative_to(Path.cwd()) else "python"
    return (
        f"Gebaut: {_anzahl(je_art['.html'], 'Seite', 'Seiten')}, {_anzahl(je_art['.pdf'], 'PDF', 'PDF')}, "
        f"{_anzahl(je_art['.docx'], 'Word-Datei', 'Word-Dateien')}, {zahl(umfang, 1)} MB, "
        f"für den {tag_lang(stichtag)}.\n"
        f"Ordner: {ziel}{f' (Verknüpfung auf {ziel.resolve()})' if ziel.is_symlink() else ''}\n"
        f"Ansehen: {befehl} vorschau{andere_daten}\n"
        f'Oder genau diesen Stand: {python} -m http.server --bind 127.0.0.1 -d "{ziel}", '
        "dann im Browser http://127.0.0.1:8000/ öffnen.\n"
    )


def _anzahl(wieviele: int, eines: str, mehrere: str) -> str:
    return f"{zahl(wieviele)} {eines if wieviele == 1 else mehrere}"
