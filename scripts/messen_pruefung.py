"""Measures the check at two sizes: records of every kind, made from those of the fictional town; linear is a ratio of 2."""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from macros.laden.ordner import lade_plan
from macros.modell.befund import hat_fehler
from macros.regeln import REGELN

WURZEL = Path(__file__).resolve().parent.parent
MUSTERSTADT = WURZEL / "tests" / "beispiele" / "musterstadt"
STICHTAG = date(2026, 6, 30)
VORLAGEN = {
    "akteure/bruecke": "bezeichnung",
    "aussagen/zu-hause": "text",
    "glossar/sozialraum": "bezeichnung",
    "herausforderungen/la-01": "titel",
    "indikatoren/bevoelkerung": "name",
    "klaerungen/beschluss-sprachtreffs": "titel",
    "konzept/1-einleitung-2021": "titel",
    "massnahmen/sprachtreffs": "titel",
    "quellen/beschaeftigtenstatistik": "bezeichnung",
    "zielgruppen/alle": "bezeichnung",
}
"""Record of every kind of which a town can have many -> the field that names it."""
HOECHSTENS = 990
"""Chapters of a concept: their numbers have three digits."""
EIGENES = ("formen", "langform", "kurztitel", "kurzname", "webseite")
"""Fields that no two records may share."""


def schreibe_viele(anzahl: int, ordner: Path) -> int:
    """A data folder with about that many records, of all kinds alike; how many there are."""
    return schreibe_je(dict.fromkeys(VORLAGEN, anzahl // len(VORLAGEN)), ordner)


def schreibe_je(je: Mapping[str, int], ordner: Path) -> int:
    """A data folder with so many more of these records; how many there are in all."""
    shutil.copytree(MUSTERSTADT, ordner)
    for vorlage, anzahl in je.items():
        name = VORLAGEN[vorlage]
        sammlung, kennung = vorlage.split("/")
        quelle = MUSTERSTADT / sammlung / f"{kennung}.yaml"
        satz = yaml.load(quelle.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (texts only, as they stand)
        titel = satz[name]
        for n in range(min(anzahl, HOECHSTENS) if sammlung == "konzept" else anzahl):
            neu = {k: v for k, v in satz.items() if k not in EIGENES} | {"id": f"{kennung}-{n}", name: f"{titel} {n}"}
            if sammlung == "konzept":
                neu |= {"nummer": str(n + 2), "reihenfolge": str(n + 2)}
            elif "nummer" in neu:
                neu["nummer"] = str(1000 + n) if sammlung == "herausforderungen" else f"9.{n // 900 + 1}.{n % 900 + 1}"
            if isinstance(neu.get("herkunft"), dict):
                neu["herkunft"] = {**neu["herkunft"], "nummer": neu["nummer"]}
            ziel = ordner / sammlung / f"{kennung}-{n}.yaml"
            ziel.write_text(als_yaml(neu), "utf-8")
            if (tabelle := quelle.with_suffix(".csv")).exists():
                shutil.copyfile(tabelle, ziel.with_suffix(".csv"))
    return sum(1 for _ in ordner.rglob("*.yaml"))


def als_yaml(satz: object) -> str:
    """A record for its file; texts that read as numbers or days stay what they are, as far as the reader cares."""
    text: str = yaml.dump(satz, Dumper=_Schlicht, allow_unicode=True, sort_keys=False, width=4096)
    return text


class _Schlicht(yaml.SafeDumper):
    """Writes every text as it was read: numbers and days without quotes."""

    def ignore_aliases(self, _daten: object) -> bool:
        return True


_Schlicht.yaml_implicit_resolvers = {}


def miss(ordner: Path, laeufe: int) -> tuple[float, dict[str, float], bool]:
    """Processor seconds of a whole check, those of each rule, and whether the records are without error."""
    zeiten: list[dict[str, float]] = []
    for _ in range(laeufe):
        beginn = time.process_time()
        plan, befunde = lade_plan(ordner)
        assert plan, befunde[:3]
        je = {"laden": time.process_time() - beginn}
        sauber = not hat_fehler(befunde)
        for name, regel in REGELN.items():
            beginn = time.process_time()
            sauber = not hat_fehler(list(regel(plan, STICHTAG))) and sauber
            je[name] = time.process_time() - beginn
        zeiten.append(je)
    mitte = {name: statistics.median(z[name] for z in zeiten) for name in zeiten[0]}
    return sum(mitte.values()), mitte, sauber


def vergleiche(anzahl: int, laeufe: int) -> tuple[float, float, list[tuple[str, float, float]], bool]:
    """Seconds at half the size and at the size, what takes longest with both its times, and whether all was without error."""
    with tempfile.TemporaryDirectory() as name:
        ergebnisse = []
        for n in (anzahl // 2, anzahl):
            schreibe_viele(n, ordner := Path(name) / str(n))
            ergebnisse.append(miss(ordner, laeufe))
    (halb, je_halb, sauber), (ganz, je_ganz, auch) = ergebnisse
    laengste = sorted(je_ganz, key=lambda k: -je_ganz[k])[:8]
    return halb, ganz, [(k, je_halb[k], je_ganz[k]) for k in laengste], sauber and auch


def main(argumente: list[str] | None = None) -> int:
    """Prints a table; exit code 0."""
    parser = argparse.ArgumentParser(prog="python -m scripts.messen_pruefung", description="Misst die Prüfung.")
    parser.add_argument("--saetze", type=int, default=10_000, help="Datensätze (Vorgabe: 10000)")
    parser.add_argument("--laeufe", type=int, default=3, help="Läufe je Größe (Vorgabe: 3)")
    wahl = parser.parse_args(argumente)
    halb, ganz, laengste, sauber = vergleiche(wahl.saetze, wahl.laeufe)
    print(f"{'Rechenzeit in Sekunden':28}{wahl.saetze // 2:>8}{wahl.saetze:>8}{'Verhältnis':>12}")
    for name, a, b in [("Prüfung", halb, ganz), *laengste]:
        print(f"{name:28}{a:8.2f}{b:8.2f}{b / max(a, 0.001):12.1f}")
    if not sauber:
        print("Die erzeugten Datensätze haben Fehler.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
