"""The town's own data pass the same engine as every example, one test for each file.

Only errors fail: a hint asks an editor to look again and must not keep a report from being published.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.ausgabe.melden.befunde import render_befunde
from macros.modell.befund import Befund, Schwere
from macros.pruefung import pruefe_ordner

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
