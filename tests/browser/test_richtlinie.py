"""With the policy that is delivered every kind of page works: nothing is refused, no other host asked, nothing stored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from gebaut import neues_blatt, warte_bis_ruhig
from playwright.sync_api import expect
from stichprobe import alles

from scripts.browser import warte_auf

pytestmark = pytest.mark.browser
MERKE = "window.verstoesse = []; addEventListener('securitypolicyviolation', e => verstoesse.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`), true)"


def _regeln(ordner: Path) -> list[tuple[re.Pattern[str], list[tuple[str, str]]]]:
    ergebnis: list[tuple[re.Pattern[str], list[tuple[str, str]]]] = []
    for zeile in (ordner / "_headers").read_text("utf-8").splitlines():
        if zeile.startswith("/"):
            muster = re.sub(r":\w+", "[^/]+", re.escape(zeile).replace(r"\*", ".*").replace(r"\:", ":"))
            ergebnis.append((re.compile(muster), []))
        elif zeile:
            name, _, wert = zeile.strip().partition(": ")
            ergebnis[-1][1].append((name, wert))
    return ergebnis


class _MitKopfzeilen(SimpleHTTPRequestHandler):
    """Sends what `_headers` says."""

    def __init__(self, *rest: Any, regeln: Any, **weitere: Any) -> None:
        self.regeln, self.wurzel = regeln, regeln[0][0].pattern.removesuffix("/.*")
        super().__init__(*rest, **weitere)

    def end_headers(self) -> None:
        for muster, zeilen in self.regeln:
            if muster.fullmatch(self.wurzel + self.path.partition("?")[0]):
                for name, wert in zeilen:
                    self.send_header(name, wert)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def _server(ordner: Path) -> Iterator[str]:
    bauer = partial(_MitKopfzeilen, regeln=_regeln(ordner), directory=str(ordner))
    server = ThreadingHTTPServer(("127.0.0.1", 0), bauer)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session", params=["musterstadt_seite", "echte_seite"])
def ort(request: pytest.FixtureRequest) -> Iterator[tuple[str, Path]]:
    ordner: Path = request.getfixturevalue(request.param)
    with _server(ordner) as adresse:
        yield adresse, ordner


def _je_art(ordner: Path) -> list[str]:
    """Every overview and the first page below each, with ALLES=1 three; the page with its own policy has tests of its own."""
    ganze = (p for p in ordner.rglob("index.html") if b'http-equiv="refresh"' not in p.read_bytes())
    seiten = sorted(p.parent.relative_to(ordner).as_posix() for p in ganze)
    je: dict[tuple[str, int], list[str]] = {}
    for seite in (s for s in seiten if s != "redaktion/bearbeiten"):
        je.setdefault((seite.split("/")[0], seite.count("/")), []).append("" if seite == "." else f"{seite}/")
    return [s for gruppe in je.values() for s in gruppe[: 3 if alles() else 1]]


def test_keine_seite_verletzt_die_richtlinie(browser: Any, ort: tuple[str, Path]) -> None:
    adresse, ordner = ort
    with neues_blatt(browser) as blatt:
        blatt.add_init_script(MERKE)
        kopf = blatt.goto(adresse).headers
        assert "default-src 'none'" in kopf["content-security-policy"] and kopf["x-content-type-options"] == "nosniff"
        verstoesse = {}
        for seite in _je_art(ordner):
            blatt.goto(adresse + seite)
            warte_bis_ruhig(blatt)
            for bild in blatt.locator("[data-marke]:visible").all()[:1]:
                bild.hover(force=True)
            if gefunden := blatt.evaluate("verstoesse"):
                verstoesse[seite] = gefunden
        assert verstoesse == {}
        fremd = {u for u in blatt.geladen if not u.startswith((adresse, "data:", "blob:"))}
        assert fremd == set()
        assert blatt.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]") == [
            [],
            [],
            "",
        ]


def test_suchen_filtern_und_ausgeben_gehen_mit_ihr(browser: Any, ort: tuple[str, Path]) -> None:
    adresse, _ = ort
    with neues_blatt(browser) as blatt:
        blatt.add_init_script(MERKE)
        blatt.goto(adresse + "massnahmen/")
        blatt.locator("[data-suche]").click()
        blatt.keyboard.type("sprache")
        expect(blatt.locator(".suche-treffer a").first).to_be_visible()
        blatt.keyboard.press("Escape")
        blatt.locator(".matrix-leiste input[type=search]").fill("sprach")
        with blatt.expect_download() as ladung:
            blatt.get_by_role("button", name=re.compile("Excel")).click()
        assert ladung.value.suggested_filename.endswith(".xlsx")
        assert blatt.evaluate("verstoesse") == []


def test_ein_verstoss_faellt_auf(browser: Any, ort: tuple[str, Path]) -> None:
    with neues_blatt(browser) as blatt:
        blatt.add_init_script(MERKE)
        blatt.goto(ort[0])
        blatt.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\"><img src=\"http://fremd.invalid/x.png\">')"
        )
        warte_auf(blatt, "verstoesse.length > 1")
        assert {v.split()[0] for v in blatt.evaluate("verstoesse")} == {"style-src-attr", "img-src"}
        blatt.fehler.clear()  # Firefox calls them errors of the page


def test_die_richtlinie_steht_vor_jedem_stil_und_skript(ort: tuple[str, Path]) -> None:
    for seite in ort[1].rglob("*.html"):
        text = seite.read_text("utf-8")
        erstes = re.search(r"<(?:script|link|style)\b", text)
        assert erstes and 0 < text.find('http-equiv="Content-Security-Policy"') < erstes.start(), seite
        assert "frame-ancestors" not in text.partition("</head>")[0]
