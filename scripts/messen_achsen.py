"""Measures axes, legends and labels laid out by Vega against the ones of the pictures: bytes, time, what touches or is cut off.

In one run and for every chart of some data folders, wide and narrow; per family of charts. What each costs: the packed bytes of
its SVG and the time to build and draw it, without any cache. How it looks, as a browser sets it: texts that touch each other, texts
that leave the picture, names cut short. What Vega's drawings lack anyway is not counted: figures at the ends of bars, names at
the ends of lines, targets and breaks.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import altair as alt

from macros.ausgabe.diagramm.bilddaten import vorbereitet
from macros.ausgabe.diagramm.familien import familien
from macros.ausgabe.diagramm.zeichnen import ZAHLEN
from macros.diagramme.gestalt import BREIT, SCHMAL, Mass
from macros.modell.auswahlen import Familie
from macros.pruefung import pruefe_ordner
from macros.sichten.bild import Bild
from macros.sichten.indikator_bild import bilder
from macros.sichten.reihen import reihe
from scripts.browser import CHROMIUM, SCHALTER

WURZEL = Path(__file__).resolve().parent.parent
_TREFFEN = """() => {
  const svg = document.querySelector("svg"), rand = svg.getBoundingClientRect();
  const k = [...svg.querySelectorAll("text")].filter((t) => t.textContent.trim() && t.getAttribute("opacity") !== "0")
    .map((t) => t.getBoundingClientRect());
  let beruehrt = 0, hinaus = 0;
  k.forEach((x, n) => {
    hinaus += x.left < rand.left - 2 || x.right > rand.right + 2 || x.top < rand.top - 3 || x.bottom > rand.bottom + 3;
    for (const y of k.slice(n + 1))
      beruehrt += x.left < y.right - 1 && y.left < x.right - 1 && x.top < y.bottom - 3 && y.top < x.bottom - 3;
  });
  return [beruehrt, hinaus, svg.textContent.split("…").length - 1, rand.height];
}"""


def von_vega(b: Bild, mass: Mass) -> Any:
    """The chart with axes, legends and labels of Vega, at the width of the picture."""
    daten = b.daten[b.daten["wert"].notna()]
    farbe = alt.Color(
        "reihe:N", sort=list(b.reihen), title=None, legend=alt.Legend(orient="top", columns=2 if mass.schmal else 0)
    )
    farbe = farbe if len(b.reihen) > 1 else alt.Color()
    wert = alt.X("wert:Q", title=None)
    achse = alt.Y("achse:N", sort=list(b.achsen), title=None)
    zeiten = sorted(set(daten["zeit"]))
    namen = json.dumps(dict(zip(map(str, daten["zeit"]), daten["zeit_kurz"], strict=True)), ensure_ascii=False)
    zeit = alt.X(
        "zeit:Q",
        title=None,
        scale=alt.Scale(zero=False),
        axis=alt.Axis(values=zeiten, labelExpr=f"({namen})[datum.value]"),
    )
    grund = alt.Chart(daten)
    weite = mass.breite
    match b.familie:
        case Familie.LINIE:
            return (
                grund.mark_line(point=True)
                .encode(x=zeit, y=alt.Y("wert:Q", title=None), color=farbe)
                .properties(width=weite, height=220)
            )
        case Familie.KACHELN:
            spalten = 1 if mass.schmal else 3
            kern = grund.mark_line(point=True).encode(x=zeit, y=alt.Y("wert:Q", title=None), color=farbe)
            facette = alt.Facet("achse:N", sort=list(b.achsen), title=None, columns=spalten)
            return kern.properties(width=weite / spalten - 50, height=90).facet(facet=facette)
        case Familie.HANTEL:
            return grund.mark_point(filled=True).encode(x=wert, y=achse, color=farbe).properties(width=weite)
        case Familie.GESTAPELT:
            return grund.mark_bar().encode(x=wert, y=achse, color=farbe).properties(width=weite)
        case Familie.LIKERT:
            return (
                grund.mark_bar()
                .encode(x=alt.X("wert:Q", title=None, stack="center"), y=achse, color=farbe)
                .properties(width=weite)
            )
        case _:
            kern = grund.encode(x=wert, y=achse, yOffset=alt.YOffset("reihe:N", sort=list(b.reihen)))
            text = kern.mark_text(align="left", dx=4).encode(text="wert_text:N")
            return (kern.mark_bar().encode(color=farbe) + text).properties(width=weite)


def gezeichnet(mache: Callable[[], Any], ist_vega: bool) -> tuple[str, float]:
    """(SVG, ms) of a chart; Vega's gets the width of the picture with its axes."""
    import vl_convert

    beginn = time.perf_counter()
    spezifikation = mache().to_dict(validate=False)
    if ist_vega and "facet" not in spezifikation:
        spezifikation["autosize"] = {"type": "fit-x", "contains": "padding"}
    spezifikation.setdefault("config", {})["locale"] = {"number": ZAHLEN}
    svg = vl_convert.vegalite_to_svg(spezifikation, allowed_base_urls=[])
    return svg, (time.perf_counter() - beginn) * 1000


def main(argumente: list[str] | None = None) -> int:
    """Prints a table; always 0."""
    parser = argparse.ArgumentParser(prog="python -m scripts.messen_achsen", description="Misst Achsen und Legenden.")
    parser.add_argument(
        "daten", nargs="*", type=Path, default=[WURZEL / "data", WURZEL / "tests/beispiele/musterstadt"]
    )
    parser.add_argument("--bilder", type=Path, help="legt die Bilder beider Wege in diesen Ordner")
    wahl = parser.parse_args(argumente)
    from playwright.sync_api import sync_playwright

    je: dict[tuple[str, str, str], list[tuple[float, ...]]] = defaultdict(list)
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
        seite = browser.new_page(viewport={"width": 1000, "height": 900})
        for ordner in wahl.daten:
            plan, _ = pruefe_ordner(ordner, date(2026, 6, 30))
            for roh in (b for i in plan.indikatoren for b in bilder(reihe(plan, i))) if plan else ():
                familie = familien()[roh.familie]
                b = vorbereitet(roh, familie)
                for mass, breite in ((BREIT, "breit"), (SCHMAL, "schmal")):
                    wege: dict[str, Callable[[], Any]] = {
                        "unsere": partial(familie.chart, b, mass),
                        "Vegas": partial(von_vega, b, mass),
                    }
                    for weg, mache in wege.items():
                        svg, dauer = gezeichnet(mache, weg == "Vegas")
                        nackt = re.sub(r' (?:aria-[a-z]+|role)="[^"]*"', "", svg)
                        seite.set_content(f'<body style="font-family:sans-serif">{svg}</body>')
                        bytes_ = len(gzip.compress(nackt.encode(), 9))
                        je[roh.familie.value, breite, weg].append((bytes_, dauer, *seite.evaluate(_TREFFEN)))
                        if wahl.bilder:
                            wahl.bilder.mkdir(exist_ok=True)
                            name = f"{roh.familie.value}-{roh.reihe.indikator.id}-{breite}-{weg}.svg"
                            (wahl.bilder / name).write_text(svg, encoding="utf-8")
        browser.close()
    print(
        f"{'Familie':<10} {'':<6} {'Weg':<6} {'Bilder':>6} {'B je Bild':>9} {'ms je Bild':>10} {'berührt':>8} {'hinaus':>7} {'gekürzt':>8} {'Höhe':>5}"
    )
    for (art, breite, weg), werte in sorted(je.items()):
        n = len(werte)
        summe = [sum(spalte) for spalte in zip(*werte, strict=True)]
        print(
            f"{art:<10} {breite:<6} {weg:<6} {n:>6} {summe[0] / n:>9.0f} {summe[1] / n:>10.1f} {summe[2]:>8.0f} {summe[3]:>7.0f} "
            f"{summe[4]:>8.0f} {summe[5] / n:>5.0f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
