"""No kind of page grows past its ceiling in `scripts/budget.json`; raising one is a commit of its own, with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from stichprobe import alles

from scripts.messen_seiten import Gewicht, arten, gepackt, lies_budget, verstoesse, wiege_alle

pytestmark = pytest.mark.browser


def test_keine_seite_ist_schwerer_als_erlaubt(browser: Any, musterstadt_seite: Path) -> None:
    assert verstoesse(wiege_alle(browser, musterstadt_seite), lies_budget()) == []


def test_auch_in_der_echten_stadt_nicht(browser: Any, echte_seite: Path) -> None:
    """A third of the kinds of pages: those that come nearest to their ceiling; with ALLES=1 all."""
    budget = lies_budget()
    orte = sorted(arten(echte_seite).items(), key=lambda a: -_fuellt(echte_seite / a[1] / "index.html", budget[a[0]]))
    auswahl = [art for art, _ in (orte if alles() else orte[: len(orte) // 3])]
    assert verstoesse(wiege_alle(browser, echte_seite, auswahl), budget) == []


def _fuellt(datei: Path, grenze: dict[str, int]) -> float:
    """The part of a ceiling that the page itself takes, without what it loads."""
    return gepackt(datei) / grenze["byte"]


def test_die_grenzen_halten_was_versprochen_ist() -> None:
    """A page of text at most 40 kB in all, one with charts (an indicator, a section of the concept) 45, a list 55."""
    budget = lies_budget()
    assert max(grenze["byte"] for grenze in budget.values()) == 55_000
    assert all(budget[art]["byte"] <= 40_000 for art in ("start", "massnahmen/*", "sprachen/*", "ueber/*"))
    assert max(budget[art]["byte"] for art in ("monitoring/*", "konzept/*")) <= 45_000


def test_eine_zu_schwere_und_eine_neue_art_fallen_auf() -> None:
    budget = {"start": {"byte": 100, "dateien": 2}, "glossar": {"byte": 1, "dateien": 1}}
    assert verstoesse({"start": Gewicht("", 100, 2)}, budget) == []
    assert verstoesse({"start": Gewicht("", 101, 3)}, budget) == [
        "start (): 101 Byte, erlaubt sind 100",
        "start (): 3 Dateien, erlaubt sind 2",
    ]
    assert verstoesse({"neu/*": Gewicht("neu/a/", 1, 1)}, budget) == ["neu/* (neu/a/) steht nicht in budget.json"]


def test_von_jeder_art_zaehlt_die_schwerste_seite(tmp_path: Path) -> None:
    for ort, menge in (("", 1), ("a", 1), ("a/x", 1), ("a/y", 900), ("a/y/z", 1)):
        (tmp_path / ort).mkdir(parents=True, exist_ok=True)
        (tmp_path / ort / "index.html").write_text("".join(map(str, range(menge))), "utf-8")
    assert arten(tmp_path) == {"start": "", "a": "a/", "a/*": "a/y/", "a/*/*": "a/y/z/"}
    (tmp_path / "x.bin").write_bytes(b"a" * 500)
    (tmp_path / "x.css").write_bytes(b"a" * 500)
    assert gepackt(tmp_path / "x.bin") == 500 > 100 > gepackt(tmp_path / "x.css")
