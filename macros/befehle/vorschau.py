"""Live preview on this machine: the whole site, built anew when data, pages or styles change."""

from __future__ import annotations

import argparse
import io
import logging
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
import traceback
import webbrowser
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import redirect_stderr
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Any

from markupsafe import Markup
from mkdocs.livereload import _SCRIPT_TEMPLATE, LiveReloadServer

from macros import haus
from macros.ausgabe.druck.dokumente import schreibe_alle
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.von_der_platte import FEHLERKASTEN, START
from macros.befehle.angaben import heute, nimm_daten
from macros.befehle.bauen import baue
from macros.befehle.tausch import vorschauordner
from macros.deutsch.zahlen import zahl

PORT = 8000
NACHLADEN = "/livereload.js"


class Druckerei:
    """Sets the PDFs beside the preview, so that a change is seen at once; who asks for one waits for the newest."""

    def __init__(self, seite: Path) -> None:
        self.seite = seite
        self.sperre = Lock()
        """Held while the site or its PDFs are replaced."""
        self._bau: Bau | None = None
        self._arbeiter = ThreadPoolExecutor(1)
        self._arbeit: Future[None] | None = None

    def uebernimm(self, bau: Bau, neu: Path) -> None:
        """Keeps the PDFs of the state before until those of this one are set, or for good where they cannot be."""
        self._bau = bau
        if (alt := self.seite / "pdf").exists():
            shutil.copytree(alt, neu / "pdf")

    def beginne(self) -> None:
        """Sets the PDFs of the newest state, after those that are being set."""
        self._arbeit = self._arbeiter.submit(self._drucke, self._bau)

    def warte(self) -> None:
        """Comes back when the PDFs of the newest state stand."""
        with self.sperre:  # not between a new site and the beginning of its PDFs
            arbeit = self._arbeit
        if arbeit:
            arbeit.result()

    def ende(self) -> None:
        """Begins nothing more, and says nothing more about what is being set."""
        with self.sperre:
            self._bau = None
        self._arbeiter.shutdown(wait=False, cancel_futures=True)

    def _drucke(self, bau: Bau | None) -> None:
        if bau is None or bau is not self._bau:
            return
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as ordner:
            try:
                schreibe_alle(bau, Path(ordner))
            except Exception as fehler:  # whatever it is, the preview goes on
                if bau is self._bau:
                    melde(str(fehler) if isinstance(fehler, Druckfehler) else traceback.format_exc())
                    melde("Die bisherigen Druckfassungen bleiben stehen.")
            with self.sperre:
                fertig = [datei for datei in Path(ordner).rglob("*") if datei.is_file()] if bau is self._bau else []
                for datei in fertig:
                    ziel = self.seite / "pdf" / datei.relative_to(ordner)
                    ziel.parent.mkdir(parents=True, exist_ok=True)
                    shutil.move(datei, ziel)


class Vorschau(LiveReloadServer):
    """Serves the newest state that could be built."""

    def __init__(self, daten: Path, seite: Path, port: int, stichtag: date) -> None:
        super().__init__(self._bei_aenderung, "127.0.0.1", port, str(seite))
        self.daten, self.seite, self.stichtag = daten, seite, stichtag
        self.fehler = ""
        """What keeps the newest state from being shown; it stands over the last good one."""
        self.druckerei = Druckerei(seite)
        for pfad in (daten, haus.SEITEN, haus.KONFIGURATION):
            self.watch(str(pfad))

    def _bei_aenderung(self) -> None:
        self.baue_neu()

    def baue_neu(self) -> bool:
        """Whether the site was built; if not, the terminal says why, and the state before stays."""
        beginn, gesagt = time.monotonic(), io.StringIO()
        try:
            with self.druckerei.sperre:
                with redirect_stderr(gesagt):
                    gebaut = baue(self.daten, self.seite, self.stichtag, self.druckerei.uebernimm) == 0
                if gebaut:
                    self.druckerei.beginne()
        except Exception:  # an error that is passed on would stop every request until the next change
            gesagt.write(traceback.format_exc())
            gebaut = False
        if text := gesagt.getvalue():
            melde(text.rstrip("\n"))
        self.fehler = "" if gebaut else text
        if gebaut:
            dauer = zahl(time.monotonic() - beginn, 1)
            melde(f"Gebaut in {dauer} Sekunden: {self.url}")
        return gebaut

    def _inject_js_into_html(self, content: bytes, epoch: object) -> bytes:
        """The page with a script that waits for the next state: as a file, because pages allow no other."""
        if self.fehler:
            kasten = FEHLERKASTEN.format(self.fehler)
            content = re.sub(rb"<body\b[^>]*>", lambda t: t[0] + kasten.encode(), content, count=1)
        skript = Markup('<script src="{}?{}"></script>').format(NACHLADEN, epoch)
        return content.replace(b"</head>", skript.encode() + b"</head>", 1)

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Files of the site; PDFs when they are up to date."""
        if environ["PATH_INFO"] == NACHLADEN and environ["QUERY_STRING"].isdigit():
            start_response("200 OK", [("Content-Type", "text/javascript")])
            stand = environ["QUERY_STRING"]
            return [_SCRIPT_TEMPLATE.substitute(epoch=stand, request_id=stand).encode()]
        if environ["PATH_INFO"].startswith("/pdf/"):
            self.druckerei.warte()
        return super().serve_request(environ, start_response)


def melde(text: str) -> None:
    """A message in the terminal, at once."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


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
