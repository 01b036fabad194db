"""What measurements, pictures and browser tests share: Chromium, how it starts, and a folder served to it."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or "chromium"
FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
SCHALTER = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

GEPACKT = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg"})
"""What servers compress."""


def warte_auf(blatt: Any, ausdruck: str) -> None:
    """Comes back when an expression is true in the page; Playwright's own way needs `eval`, which pages refuse."""
    for _ in range(1500):
        if blatt.evaluate(f"Boolean({ausdruck})"):
            return
        blatt.wait_for_timeout(20)
    raise TimeoutError(ausdruck)


BREMSE = 4
"""So many times slower than this machine is the one that measurements of pages are made for."""


@dataclass(frozen=True)
class Gebremst:
    """A page on a slow machine, and the bytes of every answer since `menge` was emptied."""

    seite: Any
    menge: list[int]


@contextmanager
def gebremst(
    browser: Any,
    breite: int,
    hoehe: int,
    beobachte: str,
    bremse: int = BREMSE,
    netz: Mapping[str, int | bool] | None = None,
    dichte: int = 1,
) -> Iterator[Gebremst]:
    """A new page whose processor is slowed down, its line too where `netz` says how; `beobachte` runs in it first."""
    kontext = browser.new_context(viewport={"width": breite, "height": hoehe}, device_scale_factor=dichte)
    try:
        seite = kontext.new_page()
        leitung = kontext.new_cdp_session(seite)
        leitung.send("Network.enable")
        leitung.send("Emulation.setCPUThrottlingRate", {"rate": bremse})
        if netz:
            leitung.send("Network.emulateNetworkConditions", dict(netz))
        menge: list[int] = []
        leitung.on("Network.loadingFinished", lambda e: menge.append(int(e["encodedDataLength"])))
        seite.add_init_script(beobachte)
        yield Gebremst(seite, menge)
    finally:
        kontext.close()


class _Still(SimpleHTTPRequestHandler):
    """Says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Packend(_Still):
    """Compresses what servers of the web compress, and keeps the line open, as they do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        ort = Path(self.translate_path(self.path))
        datei = ort / "index.html" if ort.is_dir() else ort
        da = datei.is_file()
        inhalt = datei.read_bytes() if da else b""
        self.send_response(200 if da else 404)
        self.send_header("Content-Type", self.guess_type(str(datei)))
        if datei.suffix in GEPACKT:
            inhalt = gzip.compress(inhalt, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(inhalt)))
        self.end_headers()
        self.wfile.write(inhalt)


class _Server(ThreadingHTTPServer):
    """Ends quietly when a browser drops a connection."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def liefere(ordner: Path, *, packend: bool = False) -> Iterator[str]:
    """Address of a folder, served on this machine only; it ends with a slash."""
    server = _Server(("127.0.0.1", 0), partial(_Packend if packend else _Still, directory=str(ordner)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
