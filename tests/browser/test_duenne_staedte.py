"""Towns that have little: every page still makes sense, on a phone and on a desk; what is not there is said or left out."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from duenne_staedte import LANGER_TITEL, STAEDTE, ohne_zahlen
from gebaut import MUSTERSTADT, STICHTAG, baue, neues_blatt
from playwright.sync_api import expect
from stichprobe import stichprobe

from scripts.browser import liefere

pytestmark = [pytest.mark.browser, pytest.mark.langsam]


@dataclass(frozen=True)
class Stadt:
    name: str
    ordner: Path
    adresse: str


@pytest.fixture(scope="module", params=STAEDTE)
def stadt(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stadt]:
    platz = tmp_path_factory.mktemp("duenn")
    daten = Path(shutil.copytree(MUSTERSTADT, platz / "data"))
    ohne_zahlen(daten)
    STAEDTE[request.param](daten)
    lauf = baue(daten, platz / "site", "--ohne-pdf", "--stichtag", STICHTAG.isoformat())
    assert lauf.returncode == 0, lauf.stderr
    with liefere(platz / "site") as adresse:
        yield Stadt(request.param, platz / "site", adresse)


def _text(blatt: Any, ort: str) -> str:
    blatt.goto(ort)
    return str(blatt.locator("main").inner_text()).replace("\u00ad", "").replace("\u00a0", " ")


def _seiten(ordner: Path) -> list[str]:
    """Addresses of pages; those that only lead on are none."""
    dateien = [p for p in sorted(ordner.rglob("index.html")) if b'http-equiv="refresh"' not in p.read_bytes()]
    orte = [f"{p.parent.relative_to(ordner).as_posix()}/".removeprefix("./") for p in dateien]
    return [ort for ort in orte if not ort.startswith(("redaktion", "monitoring/vergleichen"))]


def _art(ort: str) -> tuple[str, int]:
    """An overview, or the pages so far below it."""
    return ort.partition("/")[0], ort.count("/")


def test_nichts_laeuft_ueber_und_nichts_zaehlt_null(browser: Any, stadt: Stadt) -> None:
    """Start, lists and a third of the pages below them, with ALLES=1 all; the window is drawn wide and narrow."""
    alle = _seiten(stadt.ordner)
    with neues_blatt(browser) as blatt:
        for ort in stichprobe(alle, len(alle) // 3, _art):
            blatt.goto(stadt.adresse + ort)
            for breite in (1280, 320):
                blatt.set_viewport_size({"width": breite, "height": 900})
                assert blatt.evaluate("document.documentElement.scrollWidth") <= breite, ort
            assert "undefined" not in blatt.locator("main").inner_text(), ort
        start = _text(blatt, stadt.adresse)
        assert " 0 " not in start and "Zahlen auf einen Blick" not in start and "Was sagen die Zahlen?" not in start


def test_was_fehlt_wird_gesagt(browser: Any, stadt: Stadt) -> None:
    with neues_blatt(browser, viewport={"width": 320, "height": 900}) as blatt:
        assert "Noch ist keine Zahl eingetragen." in _text(blatt, f"{stadt.adresse}monitoring/")
        assert "Noch steht hier kein Abschnitt des Konzepts." in _text(blatt, f"{stadt.adresse}konzept/")
        massnahmen = _text(blatt, f"{stadt.adresse}massnahmen/")
        start = _text(blatt, stadt.adresse)
        if stadt.name == "ohne-massnahmen":
            assert "Noch ist keine Maßnahme eingetragen." in massnahmen
            assert "Was soll getan werden?" not in start and "Was ist neu?" not in start
            assert "Diese Fassung nennt keine Maßnahmen." in _text(blatt, f"{stadt.adresse}umsetzung/")
        elif stadt.name == "ohne-kurztitel-und-bericht":
            assert "noch zu keiner der 8 Maßnahmen berichtet" in start
            assert LANGER_TITEL not in start + massnahmen and "Gemeinsam lernen in allen Stadtteilen" in massnahmen
            seite = _text(blatt, f"{stadt.adresse}massnahmen/lernpatenschaften/")
            assert LANGER_TITEL in " ".join(seite.split())
            assert len(blatt.title()) <= 160
            expect(blatt.locator(".leer", has_text="Noch nicht berichtet.")).to_be_visible()
        else:
            felder = blatt.locator(".konzeptbild > li").count()
            assert felder == {"ein-handlungsfeld": 1, "vierzehn-handlungsfelder": 14}[stadt.name]
            assert start.count("Hier steht noch nichts.") == {1: 0, 14: 11}[felder]
