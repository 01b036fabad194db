"""WebKit for tests: Debian's WebKitGTK and WPE by their own drivers, with as much of the WebDriver protocol as is used."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

FENSTER = Path(__file__).with_name("webkit_fenster.py")
PYTHON = "/usr/bin/python3"
"""The one that Debian's bindings are for."""
BREITEN = {"gtk-390": 390, "gtk-1280": 1280, "wpe": 1280}
_BINDUNG = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"


def _bindung() -> bool:
    befehl = [PYTHON, "-c", _BINDUNG]
    return Path(PYTHON).exists() and subprocess.run(befehl, capture_output=True, check=False).returncode == 0


def _kleiner_browser() -> str | None:
    return next((str(p) for p in sorted(Path("/usr/lib").glob("*/wpe-webkit-1.*/MiniBrowser"))), None)


def fehlt(motor: str) -> str | None:
    """What is missing here for an engine, as Debian packages; None where it can run."""
    if motor == "wpe":
        da = shutil.which("WPEWebDriver") and _kleiner_browser()
        return None if da else "no WPE (Debian: wpewebkit-driver cog)"
    da = shutil.which("WebKitWebDriver") and shutil.which("xvfb-run") and _bindung()
    return None if da else "no WebKitGTK (Debian: webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb xauth)"


class Blatt:
    """One page in one window."""

    def __init__(self, wurzel: str, sitzung: str) -> None:
        self._wurzel, self._sitzung = wurzel, sitzung

    def oeffne(self, adresse: str) -> None:
        """Comes back when the page has loaded."""
        _frage(f"{self._wurzel}/session/{self._sitzung}/url", {"url": adresse})

    def werte(self, ausdruck: str) -> Any:
        """The value of an expression in the page."""
        return self.fuehre_aus(f"return {ausdruck}")

    def fuehre_aus(self, text: str) -> Any:
        """Runs statements in the page; what they return."""
        return _frage(f"{self._wurzel}/session/{self._sitzung}/execute/sync", {"script": text, "args": []})

    def druecke(self, wahl: str) -> None:
        """Presses the first element of a selector."""
        self.warte(f"document.querySelector({json.dumps(wahl)})")
        self.fuehre_aus(f"document.querySelector({json.dumps(wahl)}).click()")

    def warte(self, ausdruck: str, sekunden: float = 20) -> None:
        """Comes back when an expression is true."""
        ende = time.monotonic() + sekunden
        while not self.werte(f"Boolean({ausdruck})"):
            assert time.monotonic() < ende, f"never true: {ausdruck}"
            time.sleep(0.05)


@contextmanager
def blatt(motor: str) -> Iterator[Blatt]:
    """A page in a fresh profile of an engine: `gtk-390`, `gtk-1280` or `wpe`."""
    with socket.socket() as frei:
        frei.bind(("127.0.0.1", 0))
        port = frei.getsockname()[1]
    if motor == "wpe":
        befehl = ["WPEWebDriver", f"--port={port}"]
        art, wahl = "wpe", {"binary": _kleiner_browser(), "args": ["--automation", "--headless"]}
    else:
        befehl = ["xvfb-run", "-a", "WebKitWebDriver", f"--port={port}"]
        art, wahl = "webkitgtk", {"binary": str(FENSTER), "args": ["--automation"]}
    umgebung = os.environ | {"BREITE": str(BREITEN[motor]), "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
    still = subprocess.DEVNULL
    treiber = subprocess.Popen(befehl, env=umgebung, stdout=still, stderr=still, start_new_session=True)
    try:
        wurzel = f"http://127.0.0.1:{port}"
        sitzung = _beginne(wurzel, {"browserName": "MiniBrowser", f"{art}:browserOptions": wahl})
        yield Blatt(wurzel, sitzung)
    finally:
        os.killpg(treiber.pid, signal.SIGTERM)
        treiber.wait()


def drucke(adresse: str, datei: Path) -> None:
    """What WebKitGTK prints, as PDF."""
    befehl = ["xvfb-run", "-a", PYTHON, str(FENSTER), "drucke", adresse, str(datei)]
    subprocess.run(befehl, check=True, capture_output=True, timeout=180)
    assert datei.exists(), "nothing was printed"


def _beginne(wurzel: str, koennen: dict[str, object]) -> str:
    """The number of a new session, as soon as the driver listens."""
    ende = time.monotonic() + 60
    while True:
        try:
            antwort = _frage(f"{wurzel}/session", {"capabilities": {"alwaysMatch": koennen}})
            return str(antwort["sessionId"])
        except URLError as fehler:
            if isinstance(fehler, HTTPError) or time.monotonic() > ende:
                raise
            time.sleep(0.1)


def _frage(adresse: str, inhalt: dict[str, object]) -> Any:
    roh = json.dumps(inhalt).encode()
    try:
        with urlopen(Request(adresse, roh, {"Content-Type": "application/json"}), timeout=120) as antwort:
            return json.load(antwort)["value"]
    except HTTPError as fehler:
        raise HTTPError(adresse, fehler.code, fehler.read().decode(), fehler.headers, None) from None
