"""Live preview on this machine: the whole site, built anew when data, pages or styles change."""

from __future__ import annotations

import argparse
import io
import logging
import re
import signal
import sys
import threading
import time
import traceback
import webbrowser
from collections.abc import Iterable, Mapping
from contextlib import redirect_stderr
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup
from mkdocs.livereload import _SCRIPT_TEMPLATE, LiveReloadServer

from macros import haus
from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.von_der_platte import FEHLERKASTEN, START
from macros.befehle.angaben import heute, nimm_daten
from macros.befehle.bauen import baue_stand, lies_bau
from macros.befehle.druckerei import NACHGEREICHT, Druckerei, melde
from macros.befehle.geruest import Geruest, Umbau
from macros.befehle.tausch import vorschauordner
from macros.deutsch.zahlen import zahl

PORT = 8000
HIER = frozenset({"127.0.0.1", "localhost"})
NACHLADEN = "/livereload.js"
TAKT = 0.2
"""Seconds between two looks at the files."""


class Vorschau(LiveReloadServer):
    """Serves the newest state that could be built."""

    def __init__(self, daten: Path, seite: Path, port: int, stichtag: date) -> None:
        super().__init__(self._bei_aenderung, "127.0.0.1", port, str(seite), polling_interval=TAKT)
        self.daten, self.seite, self.stichtag = daten, seite, stichtag
        self.fehler = ""
        """What keeps the newest state from being shown; it stands over the last good one."""
        self.druckerei = Druckerei(seite)
        self.geruest: Geruest | None = None
        self._haus: dict[Path, tuple[int, int]] = {}
        self._offen: str | None = None
        """File of the page that was asked for last."""
        for pfad in (daten, haus.SEITEN, haus.KONFIGURATION):
            self.watch(str(pfad))

    def _bei_aenderung(self) -> None:
        self.baue_neu()

    def baue_neu(self) -> bool:
        """Whether the newest state is shown; if not, the terminal says why, and the state before stays."""
        beginn, gesagt = time.monotonic(), io.StringIO()
        try:
            gebaut = self._folge(beginn, gesagt)
        except Exception:  # an error that is passed on would stop every request until the next change
            gesagt.write(traceback.format_exc())
            self.geruest, gebaut = None, False
        text = gesagt.getvalue()
        if text:
            melde(text.rstrip("\n"))
        self.fehler = "" if gebaut else text or "Der neue Stand ließ sich nicht bauen; im Terminal steht, warum."
        if gebaut:
            melde(f"Gebaut in {_sekunden(beginn)} Sekunden: {self.url}")
        return gebaut

    def _folge(self, beginn: float, gesagt: io.StringIO) -> bool:
        """First the pages that are looked at, then all that are others; a whole build where single pages do not do.

        What the check has to say goes into `gesagt`.
        """
        with redirect_stderr(gesagt):
            bau = lies_bau(self.daten, self.stichtag)
        if bau is None:
            return False
        stehen = self.druckerei.beginne(bau)
        try:
            self.geruest = self._baue_seiten(bau, beginn)
        finally:
            if self.geruest is None:
                self.druckerei.verwirf()
            stehen.set()
        return self.geruest is not None

    def _baue_seiten(self, bau: Bau, beginn: float) -> Geruest | None:
        geruest, vorher = self.geruest, self._haus
        self.geruest = None  # an error on the way leaves half of it in the new state
        self._haus = stand_der_dateien((haus.SEITEN, haus.KONFIGURATION))
        try:
            if geruest is None or vorher != self._haus:
                raise Umbau
            if erste := geruest.zuerst(bau, self._offen):
                self._schreibe(erste)
                self._zeige()
                melde(f"Geänderte Seiten nach {_sekunden(beginn)} Sekunden, die übrigen folgen.")
            rest = geruest.alles(bau)
            self._wanted_epoch += 1  # requests wait until all of it is there
            self._schreibe(rest)
        except Umbau:
            geruest = Geruest(bau)
            with self.druckerei.sperre:
                if baue_stand(bau, self.daten, self.seite, self.druckerei.uebernimm, lambda *_: None, geruest):
                    return None
        return geruest

    def _schreibe(self, dateien: Mapping[str, bytes]) -> None:
        """Each file is the old one or the new one at any moment."""
        with self.druckerei.sperre:
            for name, inhalt in dateien.items():
                neu = self.seite / f"{name}.neu"
                neu.write_bytes(inhalt)
                neu.replace(self.seite / name)

    def _zeige(self) -> None:
        """Browsers load anew, although more is to come."""
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch
            self._epoch_cond.notify_all()

    def _inject_js_into_html(self, content: bytes, epoch: object) -> bytes:
        """The page with a script that waits for the next state: as a file, because pages allow no other."""
        if self.fehler:
            kasten = FEHLERKASTEN.format(self.fehler)
            content = re.sub(rb"<body\b[^>]*>", lambda t: t[0] + kasten.encode(), content, count=1)
        skript = Markup('<script src="{}?{}"></script>').format(NACHLADEN, epoch)
        return content.replace(b"</head>", skript.encode() + b"</head>", 1)

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Files of the site; PDFs when they are up to date. A name that another website has led to this machine gets nothing."""
        if _wirt(environ.get("HTTP_HOST", "")) not in HIER:
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return ["Die Vorschau ist nur auf diesem Gerät zu sehen.\n".encode()]
        if environ["PATH_INFO"] == NACHLADEN and environ["QUERY_STRING"].isdigit():
            start_response("200 OK", [("Content-Type", "text/javascript")])
            stand = environ["QUERY_STRING"]
            return [_SCRIPT_TEMPLATE.substitute(epoch=stand, request_id=stand).encode()]
        if environ["PATH_INFO"].startswith(tuple(f"/{name}/" for name in NACHGEREICHT)):
            self.druckerei.warte()
        elif environ["PATH_INFO"].endswith("/"):
            self._offen = f"{environ['PATH_INFO'].lstrip('/')}index.html"
        return super().serve_request(environ, start_response)


def _wirt(angabe: str) -> str:
    """The host of `host:port`."""
    return urlsplit(f"//{angabe}").hostname or ""


def stand_der_dateien(orte: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """File -> when it was written, and its size, of files and of all that folders hold."""
    dateien = [d for ort in orte for d in ((ort, *ort.rglob("*")) if ort.is_dir() else (ort,))]
    return {d: (s.st_mtime_ns, s.st_size) for d in dateien if d.is_file() for s in [d.stat()]}


def _sekunden(seit: float) -> str:
    return zahl(time.monotonic() - seit, 1)


def zeige(daten: Path, port: int, stichtag: date) -> int:
    """Exit code: 0 when it was ended, 1 when there was nothing to show."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with vorschauordner() as ordner:
        server = Vorschau(daten, ordner / "seite", port, stichtag)
        try:
            if not server.baue_neu():
                melde("Noch gibt es nichts zu zeigen.")
                return 1
            melde("Jede Änderung an Daten, Seiten und Stilen wird von selbst sichtbar. Strg+C beendet die Vorschau.")
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            return 0
        except OSError as fehler:
            melde(f"Unter {server.url} lässt sich nichts zeigen ({fehler}). Einen anderen Port nimmt --port.")
            return 1
        finally:
            server.druckerei.ende()
            server.shutdown()
    return 0


def zeige_fertige(ordner: Path, port: int) -> int:
    """Serves a folder as it is, to this machine only, until it is ended."""
    if not (ordner / "index.html").is_file():
        melde(f"In {ordner} liegt keine Website (die Datei index.html fehlt).")
        return 1
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with ThreadingHTTPServer(
            ("127.0.0.1", port), partial(SimpleHTTPRequestHandler, directory=str(ordner))
        ) as server:
            start = START if (ordner / START).is_file() else ""
            melde(f"Zu sehen unter http://127.0.0.1:{server.server_port}/{start} – Strg+C beendet die Vorschau.")
            server.serve_forever()
    except KeyboardInterrupt:
        return 0
    except OSError as fehler:
        melde(f"Unter Port {port} lässt sich nichts zeigen ({fehler}). Einen anderen nimmt --port.")
        return 1
    return 0


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept vorschau`."""
    nimm_daten(parser)
    parser.add_argument(
        "ordner",
        type=Path,
        nargs="?",
        default=None,
        metavar="ORDNER",
        help="zeigt eine fertige Website, zum Beispiel eine heruntergeladene",
    )
    parser.add_argument("--kein-browser", action="store_true", help="öffnet keinen Browser")
    parser.add_argument("--port", type=int, default=PORT, help=f"Port auf diesem Rechner (Vorgabe: {PORT})")
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Runs until it is ended with Ctrl+C."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    if not wahl.kein_browser and sys.stdout.isatty():
        threading.Timer(1.5, webbrowser.open, [f"http://127.0.0.1:{wahl.port}/"]).start()
    if wahl.ordner:
        return zeige_fertige(wahl.ordner, wahl.port)
    return zeige(wahl.daten.resolve(), wahl.port, heute())
