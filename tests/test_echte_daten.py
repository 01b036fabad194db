"""The town's own data pass the same engine as every example, one test for each file.

Only errors fail: a hint asks an editor to look again and must not keep a report from being published.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from macros.ausgabe.melden.befunde import render_befunde
from macros.deutsch.lesen import saetze
from macros.modell.befund import Befund, Schwere
from macros.pruefung import pruefe_ordner
from macros.sichten.behauptung import pruefe_aussage

DATEN = Path(__file__).parents[1] / "data"
DATEIEN = sorted(p.relative_to(DATEN).as_posix() for art in ("yaml", "csv") for p in DATEN.rglob(f"*.{art}"))


@pytest.fixture(scope="module")
def befunde() -> list[Befund]:
    return [b for b in pruefe_ordner(DATEN, date.today(), "data")[1] if b.schwere is Schwere.FEHLER]


@pytest.mark.parametrize("datei", DATEIEN)
def test_ohne_fehler(datei: str, befunde: list[Befund]) -> None:
    eigene = [b for b in befunde if b.datei == f"data/{datei}"]
    assert not eigene, render_befunde(eigene)


def test_kein_fehler_ausserhalb_der_dateien(befunde: list[Befund]) -> None:
    andere = [b for b in befunde if b.datei.removeprefix("data/") not in DATEIEN]
    assert not andere, render_befunde(andere)


def test_es_gibt_daten() -> None:
    assert "gemeinde.yaml" in DATEIEN


def test_jede_aussage_hat_den_ausgang_der_von_hand_gelesen_wurde() -> None:
    """`tests/daten/ausgaenge.csv` holds the verdict on every claim, read one by one against the source."""
    with (Path(__file__).parent / "daten/ausgaenge.csv").open(encoding="utf-8", newline="") as datei:
        von_hand = {zeile["aussage"]: zeile["ausgang"] for zeile in csv.DictReader(datei)}
    plan, _ = pruefe_ordner(DATEN, date.today(), "data")
    assert plan
    assert {a.id: pruefe_aussage(plan, a).ausgang.value for a in plan.aussagen.values()} == von_hand


def test_jeder_abschnitt_sagt_in_zwei_saetzen_worum_es_geht() -> None:
    plan, _ = pruefe_ordner(DATEN, date.today(), "data")
    assert plan
    andere = {a.id: a.in_kuerze for a in plan.konzept.values() if len(saetze(a.in_kuerze or "")) != 2}
    assert not andere and len(plan.konzept) == 43
