"""Where lines end on the finished pages: nothing torn, nothing wider than the window, on every kind of page of both towns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from gebaut import neues_blatt
from stichprobe import stichprobe

from scripts.browser import liefere

pytestmark = pytest.mark.browser
ZERRISSEN = Path(__file__).with_name("zeilen.js").read_text("utf-8").partition("*/")[2].strip().removesuffix(";")
OHNE_WOERTERBUCH = "document.styleSheets[0].insertRule('* { hyphens: manual !important }', 0)"
"""Whether a browser has a dictionary for German must not matter."""
AUSWAHL = 48
BREITEN = (320, 390, 820, 1280)


def _seiten(ordner: Path) -> list[str]:
    """Addresses of pages; those that only lead on are none."""
    dateien = [p for p in sorted(ordner.rglob("index.html")) if b'http-equiv="refresh"' not in p.read_bytes()]
    return [f"{p.parent.relative_to(ordner).as_posix()}/".removeprefix("./") for p in dateien]


def _art(ort: str) -> str:
    """`massnahmen` is the list, `massnahmen/*` one of its pages."""
    bereich, _, rest = ort.strip("/").partition("/")
    return bereich + "/*" * (rest.count("/") + 1 if rest else 0)


@pytest.mark.parametrize("stadt", ["musterstadt_seite", "echte_seite"])
def test_keine_zeile_zerreisst_und_keine_seite_laeuft_ueber(
    browser: Any, request: pytest.FixtureRequest, stadt: str
) -> None:
    """Every page is loaded once, and its window drawn as wide as phones, tablets and desks are."""
    ordner = request.getfixturevalue(stadt)
    funde = {}
    with liefere(ordner) as wurzel, neues_blatt(browser) as blatt:
        for ort in stichprobe(_seiten(ordner), AUSWAHL, _art):
            blatt.goto(wurzel + ort)
            blatt.evaluate(OHNE_WOERTERBUCH)
            for breite in BREITEN:
                blatt.set_viewport_size({"width": breite, "height": 900})
                if zerrissen := blatt.evaluate(f"({ZERRISSEN})()"):
                    funde[ort, breite] = zerrissen
                if (weit := blatt.evaluate("document.documentElement.scrollWidth")) > breite:
                    funde[f"{ort} ist {weit} breit", breite] = []
    assert funde == {}


@pytest.mark.parametrize(
    ("html", "funde"),
    [
        ("<p>sind&nbsp;es 12 Personen</p>", ["Einheit: 2 |Personen"]),
        ("<p>sind&nbsp;es <b>12</b> Personen</p>", ["Einheit: 2 |Personen"]),
        ("<p>sind&nbsp;es 12&nbsp;Personen</p>", []),
        ("<p>ab dem 30. Juni</p>", ["Tag: 30. |Juni"]),
        ("<p>laut Satz, § 5</p>", ["Paragraf: § |5"]),
        ("<p class=eng>30.06.2025</p>", ["Zahl: 30.06.|2025"]),
        ("<p class=eng>Integration</p>", ["Wort: Integr|ation"]),
        ("<p class=eng>Inte&shy;gra&shy;tion</p>", []),
        ("<p class=eng>Kinder-Haus</p>", []),
        ("<p class=eng>Kinder<br>Haus</p>", []),
        ("<p class=eng>Kinder<wbr>Haus</p>", []),
        ("<p class=eng><code>Integration</code></p>", []),
        ("<details><summary>x</summary><p class=eng>Integration</p></details>", []),
    ],
)
def test_was_zerrissen_ist_wird_gefunden(browser: Any, html: str, funde: list[str]) -> None:
    """The guard itself, on lines of twelve letters and of six."""
    with neues_blatt(browser) as blatt:
        stil = "p { font: 20px monospace; width: 146px; overflow-wrap: anywhere } .eng { width: 74px }"
        blatt.set_content(f"<style>{stil}</style>{html}")
        assert blatt.evaluate(f"({ZERRISSEN})()") == funde
