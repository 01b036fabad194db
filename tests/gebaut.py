"""Fixtures: the fictional and the real site, each built once for all tests, and a browser that looks at them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from scripts.browser import CHROMIUM, SCHALTER, liefere

WURZEL = Path(__file__).parent.parent
MUSTERSTADT = WURZEL / "tests" / "beispiele" / "musterstadt"
STICHTAG = date(2026, 6, 30)


def baue(daten: Path, ziel: Path, *weitere: str) -> subprocess.CompletedProcess[str]:
    """One build in a process of its own, as `konzept bauen` does it."""
    befehl = [sys.executable, "-m", "macros.befehle", "bauen", "--daten", str(daten), "--ziel", str(ziel), *weitere]
    return subprocess.run(befehl, cwd=WURZEL, capture_output=True, text=True, check=False)


def _einmal(tmp_path_factory: pytest.TempPathFactory, name: str, daten: Path) -> Path:
    """The built site, shared by all test processes of a run."""
    gemeinsam = tmp_path_factory.getbasetemp().parent if "gw" in str(tmp_path_factory.getbasetemp()) else None
    ordner = (gemeinsam or tmp_path_factory.getbasetemp()) / f"seite-{name}"
    with FileLock(f"{ordner}.lock"):
        if not ordner.exists():
            lauf = baue(daten, ordner, "--stichtag", STICHTAG.isoformat())
            assert lauf.returncode == 0, lauf.stderr
            assert "WARNING" not in lauf.stderr, lauf.stderr
    return ordner


@pytest.fixture(scope="session")
def musterstadt_seite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fictional town."""
    return _einmal(tmp_path_factory, "musterstadt", MUSTERSTADT)


@pytest.fixture(scope="session")
def echte_seite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real data."""
    return _einmal(tmp_path_factory, "echt", WURZEL / "data")


@pytest.fixture(scope="session")
def adresse(musterstadt_seite: Path) -> Iterator[str]:
    """Address of the fictional site on this machine."""
    with liefere(musterstadt_seite) as wurzel:
        yield wurzel


@pytest.fixture(scope="session")
def echte_adresse(echte_seite: Path) -> Iterator[str]:
    """Address of the real site on this machine."""
    with liefere(echte_seite) as wurzel:
        yield wurzel


STILL = "() => new Promise((weiter) => requestIdleCallback(() => setTimeout(() => requestIdleCallback(weiter), 50)))"
"""Comes back when the page has had nothing to do, twice within a moment: a busy page asks for more later."""


def zaehle_offene(blatt: Any) -> None:
    """Keeps in `offen` what is on its way; nothing is heard of the end of the browser's own request for the site's sign."""
    blatt.offen = set()
    blatt.on("request", lambda r: None if "favicon" in r.url else blatt.offen.add(r))
    for ende in ("requestfinished", "requestfailed"):
        blatt.on(ende, lambda r: blatt.offen.discard(r))


def warte_bis_ruhig(blatt: Any) -> None:
    """Nothing is on its way and the page idles; Playwright's own `networkidle` is half a second longer for every page."""
    if blatt.evaluate("matchMedia('(scripting: none)').matches"):  # where no clock runs
        blatt.wait_for_load_state("networkidle")
        return
    chromium = blatt.context.browser.browser_type.name == "chromium"
    for _ in range(100 if chromium else 10):  # Firefox does not always tell that something has come
        blatt.evaluate(STILL)
        if not blatt.offen:
            return
    if chromium:
        blatt.wait_for_load_state("networkidle")


@contextmanager
def neues_blatt(browser: Any, **optionen: Any) -> Iterator[Any]:
    """A fresh page that remembers in `geladen` what it loads; whatever stands in `fehler` at its end fails the test."""
    kontext = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "de-DE", **optionen})
    blatt = kontext.new_page()
    blatt.geladen, blatt.fehler = [], []
    blatt.on("request", lambda r: blatt.geladen.append(r.url))
    blatt.on("pageerror", lambda f: blatt.fehler.append(str(f)))
    zaehle_offene(blatt)
    yield blatt
    kontext.close()
    assert blatt.fehler == []


def gehe(blatt: Any, schritte: int) -> None:
    """Back or forth within a page; Playwright's own way waits in Firefox for a page to load, and none does."""
    blatt.evaluate(f"history.go({schritte})")


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Debian's Chromium, headless, with an empty profile."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
        yield chromium
        chromium.close()
