"""Measures the build against plain mkdocs on the same rendered pages, in turn, and prints medians and the ratio."""

from __future__ import annotations

import argparse
import os
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
    """The project's mkdocs.yml without hooks and macros."""
    text = (WURZEL / "mkdocs.yml").read_text(encoding="utf-8")
    konfiguration = yaml.load(text, Loader=yaml.UnsafeLoader)  # noqa: S506 (our own file, names a Python function)
    slug = konfiguration["markdown_extensions"]
    for erweiterung in slug:
        if isinstance(erweiterung, dict) and "toc" in erweiterung:
            erweiterung["toc"].pop("slugify", None)
    konfiguration["plugins"] = [p for p in konfiguration["plugins"] if not (isinstance(p, dict) and "macros" in p)]
    konfiguration.pop("hooks", None)
    konfiguration["strict"] = False
    konfiguration["docs_dir"] = str(ordner / "docs")
    konfiguration["theme"]["custom_dir"] = str(WURZEL / konfiguration["theme"]["custom_dir"])
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


def laufe(konfiguration: Path, ziel: Path, umgebung: dict[str, str]) -> Lauf:
    """One `mkdocs build`."""
    befehl = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return bewacht([*befehl, "--config-file", str(konfiguration), "--site-dir", str(ziel)], umgebung)


def bewacht(befehl: list[str], umgebung: dict[str, str]) -> Lauf:
    """One command and what it took; megabytes are those of the largest of its processes."""
    lauf = subprocess.run(
        [sys.executable, "-c", WAECHTER, *befehl], env=umgebung, cwd=WURZEL, capture_output=True, text=True, check=False
    )
    if lauf.returncode:
        raise SystemExit(f"Es scheitert: {' '.join(befehl)}")
    return Lauf(*(float(teil) for teil in lauf.stdout.split()))


def vergleiche(daten: Path, laeufe: int) -> tuple[int, list[tuple[Lauf, Lauf]]]:
    """Number of pages, and (this site, plain mkdocs) of every run, in turn after one that does not count."""
    plan, _ = pruefe_ordner(daten, date.today())
    if plan is None:
        raise SystemExit("Die Daten haben Fehler: konzept pruefen")
    with tempfile.TemporaryDirectory() as name:
        ordner = Path(name)
        anzahl = schreibe_fertige_seiten(Bau(plan, date.today()), ordner / "docs")
        schlicht = schreibe_schlichte_konfiguration(ordner)
        umgebung = {**os.environ, "DATEN": str(daten.resolve())}
        paare = []
        for _ in range(laeufe + 1):
            unsere = laufe(WURZEL / "mkdocs.yml", ordner / "site", umgebung)
            paare.append((unsere, laufe(schlicht, ordner / "schlicht", umgebung)))
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
        ("mkdocs mit denselben Seiten", [b.rechenzeit for _, b in paare]),
        ("Verhältnis", [a.rechenzeit / b.rechenzeit for a, b in paare]),
        ("Verhältnis nach der Uhr", [a.sekunden / b.sekunden for a, b in paare]),
    ):
        print(f"{titel:32}{min(werte):8.2f}{statistics.median(werte):8.2f}{max(werte):8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
