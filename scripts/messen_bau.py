"""Measures the build against mkdocs-material as it comes, on the same finished pages, in turn; prints medians and the ratio.

The reference gets every page as finished Markdown, the same navigation and extensions, and has the theme's own templates and
search; it has no data, no hooks and no macros. Here it is the whole way from the data, with the search and without PDF: what a
town without this project would run, beside what it runs with it. A ratio of 1.05 was set as the goal while the reference had
every page in its navigation, and so measured its own menus. Against this one it is out of reach as long as pages come from
data: the reference begins where three fifths of the work here are done (reading and checking the data, rendering pages and
charts, tables, feeds and catalogues); importing the libraries for it takes a tenth of the time alone.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.seiten.erzeugen import dateien, seiten
from macros.pruefung import pruefe_ordner

WURZEL = Path(__file__).resolve().parent.parent


def schreibe_fertige_seiten(bau: Bau, ordner: Path) -> int:
    """Writes every page of the site as finished Markdown, without macros; returns how many."""
    for seite in (fertige := list(seiten(bau))):
        pfad = ordner / seite.uri
        pfad.parent.mkdir(parents=True, exist_ok=True)
        pfad.write_text(seite.markdown, encoding="utf-8")
    for datei in dateien(bau):
        pfad = ordner / datei.adresse
        pfad.parent.mkdir(parents=True, exist_ok=True)
        pfad.write_bytes(datei.inhalt if isinstance(datei.inhalt, bytes) else datei.inhalt.encode())
    von_hand = sorted((WURZEL / "docs").rglob("*.md"))
    for quelle in von_hand:
        ort = quelle.relative_to(WURZEL / "docs")
        adresse = ort.as_posix().removesuffix("index.md").removesuffix(".md")
        k = Kontext(bau, adresse if not adresse or adresse.endswith("/") else f"{adresse}/")
        text = quelle.read_text(encoding="utf-8")
        for name, baustein in BAUSTEINE.items():
            if (aufruf := f"{{{{ {name}() }}}}") in text:
                text = text.replace(aufruf, str(baustein(k)))
        (ordner / ort).parent.mkdir(parents=True, exist_ok=True)
        (ordner / ort).write_text(text, encoding="utf-8")
    for quelle in (WURZEL / "docs" / "assets").rglob("*"):
        if quelle.is_file():
            ziel = ordner / quelle.relative_to(WURZEL / "docs")
            ziel.parent.mkdir(parents=True, exist_ok=True)
            ziel.write_bytes(quelle.read_bytes())
    return len(fertige) + len(von_hand)


def schreibe_schlichte_konfiguration(ordner: Path) -> Path:
    """The project's mkdocs.yml with the theme as it comes and its search, without hooks, macros, own templates and style."""
    text = (WURZEL / "mkdocs.yml").read_text(encoding="utf-8")
    konfiguration = yaml.load(text, Loader=yaml.UnsafeLoader)  # noqa: S506 (our own file, names a Python function)
    slug = konfiguration["markdown_extensions"]
    for erweiterung in slug:
        if isinstance(erweiterung, dict) and "toc" in erweiterung:
            erweiterung["toc"].pop("slugify", None)
    konfiguration["plugins"] = [{"search": {"lang": "de"}}]
    for eigenes in ("hooks", "extra_css", "extra_javascript"):
        konfiguration.pop(eigenes)
    konfiguration["theme"].pop("custom_dir")
    konfiguration["strict"] = False
    konfiguration["docs_dir"] = str(ordner / "docs")
    pfad = ordner / "mkdocs.yml"
    pfad.write_text(yaml.safe_dump(konfiguration, allow_unicode=True), encoding="utf-8")
    return pfad


WAECHTER = """
import resource, subprocess, sys, time
beginn = time.perf_counter()
ende = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
v = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - beginn, v.ru_utime + v.ru_stime, v.ru_maxrss / 1024)
sys.exit(ende)
"""
"""A small process that starts the build and asks for what it took: from a large one a child inherits its height of memory."""


@dataclass(frozen=True)
class Lauf:
    """One whole process: seconds on the clock, seconds of the processor, and megabytes at its highest."""

    sekunden: float
    rechenzeit: float
    megabyte: float


def laufe(*befehl: str) -> Lauf:
    """One run of a Python module."""
    return bewacht([sys.executable, "-m", *befehl])


def bewacht(befehl: list[str], umgebung: dict[str, str] | None = None) -> Lauf:
    """One command and what it took; megabytes are those of the largest of its processes."""
    lauf = subprocess.run(
        [sys.executable, "-c", WAECHTER, *befehl], env=umgebung, cwd=WURZEL, capture_output=True, text=True, check=False
    )
    if lauf.returncode:
        raise SystemExit(f"Scheitert: {' '.join(befehl)}\n{lauf.stderr.strip()[-500:]}")
    return Lauf(*(float(teil) for teil in lauf.stdout.split()))


def vergleiche(daten: Path, laeufe: int) -> tuple[int, list[tuple[Lauf, Lauf]]]:
    """Number of pages, and (this site, the theme as it comes) of every run, in turn after one that does not count."""
    plan, _ = pruefe_ordner(daten, date.today())
    if plan is None:
        raise SystemExit("Die Daten haben Fehler: konzept pruefen")
    with tempfile.TemporaryDirectory() as name:
        ordner = Path(name)
        anzahl = schreibe_fertige_seiten(Bau(plan, date.today()), ordner / "docs")
        schlicht = schreibe_schlichte_konfiguration(ordner)
        aus_daten = ("macros.befehle", "bauen", "--ohne-pdf", "--daten", str(daten.resolve()))
        fertig = ("mkdocs", "build", "--quiet", "--config-file", str(schlicht))
        paare = []
        for _ in range(laeufe + 1):
            unsere = laufe(*aus_daten, "--ziel", str(ordner / "site"))
            paare.append((unsere, laufe(*fertig, "--site-dir", str(ordner / "schlicht"))))
    return anzahl, paare[1:]


def main(argumente: list[str] | None = None) -> int:
    """Prints one table; exit code 0 when both builds ran."""
    parser = argparse.ArgumentParser(prog="python -m scripts.messen_bau", description="Misst die Bauzeit.")
    parser.add_argument("--daten", type=Path, default=WURZEL / "data")
    parser.add_argument("--laeufe", type=int, default=5, help="gezählte Läufe je Seite, abwechselnd (Vorgabe: 5)")
    wahl = parser.parse_args(argumente)
    anzahl, paare = vergleiche(wahl.daten, wahl.laeufe)
    print(f"{anzahl} Seiten, {wahl.laeufe} Läufe abwechselnd nach einem Probelauf, ganze Prozesse")
    print(f"{'Rechenzeit in Sekunden':32}{'min':>8}{'median':>8}{'max':>8}")
    for titel, werte in (
        ("diese Website aus Daten", [a.rechenzeit for a, _ in paare]),
        ("Material mit denselben Seiten", [b.rechenzeit for _, b in paare]),
        ("Verhältnis", [a.rechenzeit / b.rechenzeit for a, b in paare]),
        ("Verhältnis nach der Uhr", [a.sekunden / b.sekunden for a, b in paare]),
    ):
        print(f"{titel:32}{min(werte):8.2f}{statistics.median(werte):8.2f}{max(werte):8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
