"""Fixtures: the fictional and the real site, each built once for all tests, and a browser that looks at them."""

from __future__ import annotations

import functools
import http.server
import shutil
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

WURZEL = Path(__file__).parent.parent
MUSTERSTADT = WURZEL / "tests" / "beispiele" / "musterstadt"
STICHTAG = date(2026, 6, 30)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or "chromium"
SCHALTER = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def baue(daten: Path, ziel: Path, *weitere: str) -> subprocess.CompletedProcess[str]:
    """One build in a process of its own, as `make site` does it."""
    befehl = [sys.executable, "-m", "scripts.bauen", "--daten", str(daten), "--ziel", str(ziel), *weitere]
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


class _Still(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    """Ends quietly when a browser drops a connection."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass


def _liefere(ordner: Path) -> Iterator[str]:
    server: socketserver.BaseServer = _Server(("127.0.0.1", 0), functools.partial(_Still, directory=str(ordner)))
    faden = threading.Thread(target=server.serve_forever, daemon=True)
    faden.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def adresse(musterstadt_seite: Path) -> Iterator[str]:
    """Address of the fictional site on this machine."""
    yield from _liefere(musterstadt_seite)


@pytest.fixture(scope="session")
def echte_adresse(echte_seite: Path) -> Iterator[str]:
    """Address of the real site on this machine."""
    yield from _liefere(echte_seite)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Debian's Chromium, headless, with an empty profile."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
        yield chromium
        chromium.close()
