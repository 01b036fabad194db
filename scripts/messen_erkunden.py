"""Measures a chart that is explored against the same chart drawn by vega-embed: bytes, time until it is there, blocking.

Both in one run, in turn, with a CPU slowed down four times: the built page whose button is pressed, and a page with
vega-embed from npm and the chart's published specification.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from pathlib import Path
from typing import Any

from scripts.browser import CHROMIUM, SCHALTER, gebremst
from scripts.messen_diagramme import ausgeliefert

WURZEL = Path(__file__).resolve().parent.parent
PAKETE = ("vega", "vega-lite", "vega-embed")
_BEOBACHTE = """
window.blockiert = 0;
new PerformanceObserver((l) => { for (const e of l.getEntries()) blockiert += Math.max(0, e.duration - 50); })
  .observe({type: "longtask", buffered: true});
"""
_SEITE = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>vega-embed</title></head><body>
<button id="los">Los</button><div id="bild"></div><script>
document.getElementById("los").addEventListener("click", async () => {
  for (const name of ["vega", "vega-lite", "vega-embed"]) await new Promise((gut) => {
    const s = document.createElement("script"); s.src = `/messung-embed/${name}.js`; s.onload = gut; document.head.append(s);
  });
  await vegaEmbed("#bild", "SPEZIFIKATION", {renderer: "svg"});
});
</script></body></html>"""


def messe(browser: Any, adresse: str, knopf: str, fertig: str) -> tuple[float, float, int]:
    """(ms from the press until the chart is there, ms blocked, bytes transferred after the press)."""
    with gebremst(browser, 1280, 900, _BEOBACHTE) as g:
        g.seite.goto(adresse, wait_until="networkidle")
        g.seite.wait_for_selector(knopf)
        g.menge.clear()
        vorher = g.seite.evaluate("blockiert")
        beginn = g.seite.evaluate("performance.now()")
        g.seite.evaluate("(k) => document.querySelector(k).click()", knopf)
        g.seite.wait_for_selector(fertig)
        ende = g.seite.evaluate("performance.now()")
        g.seite.wait_for_timeout(500)
        return ende - beginn, g.seite.evaluate("blockiert") - vorher, sum(g.menge)


def main(argumente: list[str] | None = None) -> int:
    """Prints medians; always 0."""
    parser = argparse.ArgumentParser(prog="python -m scripts.messen_erkunden", description="Misst das Erkunden.")
    parser.add_argument("site", type=Path, help="gebaute Website; legt Seiten darin an")
    parser.add_argument("bilder", nargs="+", help="Bilder, zum Beispiel schueler-verlauf")
    parser.add_argument("--laeufe", type=int, default=5)
    wahl = parser.parse_args(argumente)
    ordner = wahl.site / "messung-embed"
    ordner.mkdir(exist_ok=True)
    for name in PAKETE:
        shutil.copy(WURZEL / f"node_modules/{name}/build/{name}.min.js", ordner / f"{name}.js")
    from playwright.sync_api import sync_playwright

    with ausgeliefert(wahl.site) as adresse, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
        for bild in wahl.bilder:
            indikator = bild.rpartition("-")[0]
            seite = ordner / bild
            seite.mkdir(exist_ok=True)
            text = _SEITE.replace("SPEZIFIKATION", f"/daten/diagramme/{bild}.vl.json")
            (seite / "index.html").write_text(text, encoding="utf-8")
            wege = {
                "Erkunden": (f"{adresse}/monitoring/{indikator}/", ".erkunden-knopf", ".erkunden .d-frei"),
                "vega-embed": (f"{adresse}/messung-embed/{bild}/", "#los", "#bild svg"),
            }
            je: dict[str, list[tuple[float, float, int]]] = {name: [] for name in wege}
            for _ in range(wahl.laeufe):
                for name, weg in wege.items():
                    je[name].append(messe(browser, *weg))
            for name, werte in je.items():
                dauer, blockiert, menge = (statistics.median(spalte) for spalte in zip(*werte, strict=True))
                print(f"{bild:>30} {name:>10}: {dauer:5.0f} ms, blockiert {blockiert:5.0f} ms, {menge / 1000:6.1f} kB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
