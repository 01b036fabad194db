"""Measures a slow phone: when a page is readable, when its filters are ready, when a search answers, what moves.

The processor runs at a sixth of this machine's speed, the line has 400 kbit/s, and every way to and fro takes 400 ms.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from macros.befehle.angaben import heute
from macros.befehle.bauen import baue
from scripts.browser import CHROMIUM, SCHALTER, gebremst, liefere, warte_auf

WURZEL = Path(__file__).resolve().parent.parent
LISTE = "massnahmen/"
WORT = "Sprache"
BREMSE = 6
LEITUNG = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""Milliseconds, and bytes a second."""
BEOBACHTE = """
window.fertig = window.erster = window.verschoben = 0;
new PerformanceObserver((l) => {
  for (const e of l.getEntries()) if (!e.hadRecentInput) verschoben += e.value;
}).observe({ type: "layout-shift", buffered: true });
new MutationObserver(() => {
  if (!fertig && document.querySelector(".matrix-leiste")) fertig = performance.now();
  if (!erster && document.querySelector(".suche-treffer li")) erster = performance.now();
}).observe(document, { childList: true, subtree: true });
"""
LESBAR = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
ALLE = r"/^\d+ Treffer/.test(document.querySelector('#suche [role=status]').textContent)"


@dataclass(frozen=True)
class Wartezeit:
    """Seconds until a list is readable, filters, answers with a first result, and with all; how much its page moved."""

    lesbar: float
    filter: float
    erster: float
    alle: float
    verschoben: float


ZIELE = Wartezeit(2, 3, 4, 6, 0)
NAMEN = ("lesbar, s", "Filter bereit, s", "erster Treffer nach Öffnen der Suche, s", "alle Treffer, s", "CLS")


def miss(seite: Path, laeufe: int) -> list[Wartezeit]:
    """Opens the list so often, each time with an empty cache, and searches there."""
    from playwright.sync_api import sync_playwright

    with liefere(seite, packend=True) as wurzel, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
        werte = [_einmal(browser, wurzel) for _ in range(laeufe)]
        browser.close()
    return werte


def _einmal(browser: Any, wurzel: str) -> Wartezeit:
    with gebremst(browser, 390, 844, BEOBACHTE, bremse=BREMSE, netz=LEITUNG, dichte=2) as g:
        blatt = g.seite
        blatt.goto(wurzel + LISTE, wait_until="load", timeout=60_000)
        warte_auf(blatt, "fertig")
        blatt.wait_for_timeout(1500)
        beginn = blatt.evaluate("performance.now()")
        blatt.locator("[data-suche]").click()
        blatt.keyboard.type(WORT, delay=60)
        warte_auf(blatt, ALLE)
        alle = blatt.evaluate("performance.now()")
        blatt.wait_for_timeout(300)
        lesbar, fertig, erster, verschoben = blatt.evaluate(f"[{LESBAR}, fertig, erster, verschoben]")
    return Wartezeit(lesbar / 1000, fertig / 1000, (erster - beginn) / 1000, (alle - beginn) / 1000, verschoben)


def mitte(werte: Sequence[Wartezeit]) -> Wartezeit:
    """The median of every figure."""
    return Wartezeit(*(statistics.median(spalte) for spalte in zip(*map(astuple, werte), strict=True)))


def main(argumente: list[str] | None = None) -> int:
    """Prints the runs of every site and their medians; exit code 1 when a site could not be built."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.messen_telefon", description="Misst ein langsames Telefon."
    )
    parser.add_argument("--daten", type=Path, default=WURZEL / "data")
    parser.add_argument("--laeufe", type=int, default=3)
    parser.add_argument("--seite", type=Path, nargs="*", default=[], help="fertige Websites, im Wechsel gemessen")
    wahl = parser.parse_args(argumente)
    with tempfile.TemporaryDirectory() as name:
        seiten = wahl.seite or [Path(name) / "seite"]
        if not wahl.seite and baue(wahl.daten, seiten[0], heute(), lambda bau, ort: None):
            return 1
        laeufe = [[miss(seite, 1)[0] for seite in seiten] for _ in range(wahl.laeufe)]
    for seite, werte in zip(seiten, zip(*laeufe, strict=True), strict=True):
        print(f"{seite.name}, {wahl.laeufe} Läufe:")
        for was, ziel, m, *einzeln in zip(
            NAMEN, astuple(ZIELE), astuple(mitte(werte)), *map(astuple, werte), strict=True
        ):
            print(f"  {was:42}{m:7.2f}  Ziel {ziel}   ({' '.join(f'{e:.2f}' for e in einzeln)})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
