"""Measures the filter: keystroke to paint at 300 to 10,000 rows beside two table libraries, and builds of many measures.

The libraries come from npm (`npm install --no-save tabulator-tables datatables.net`), Chromium from the system.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from macros.ausgabe.bausteine.listen import tabelle_massnahmen
from macros.ausgabe.druck.satz import ablage
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.seiten.skripte import skript
from macros.befehle.bauen import baue, drucke
from macros.laden.ordner import lade_plan
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from scripts.browser import CHROMIUM, SCHALTER, liefere, warte_auf

WURZEL = Path(__file__).resolve().parent.parent
MUSTERSTADT = WURZEL / "tests" / "beispiele" / "musterstadt"
MODULE = ("start", "matrix", "matrix-worte", "matrix-auswahl", "matrix-ausgabe", "matrix-leiste")
AUF_WUNSCH = ("matrix-xlsx", "matrix-zip")
STICHTAG = date(2026, 6, 30)
TASTEN = ("sprachkurse", "beratung", "familien", "wohnung suche")
WOERTER = (
    "Sprachkurse Beratung Familien Wohnungssuche Nachbarschaft Ehrenamt Vereine Schule Ausbildung Formulare "
    "Dolmetschen Begegnung Straßenfest Bildung Bürger*innen Quartier Kinder Jugendliche Anerkennung Arbeit"
).split()
UNSERE = """
import { beginne } from "/assets/js/matrix.js";
beginne();
const feld = document.querySelector("input[type=search]");
window.suche = (q) => { feld.value = q; feld.dispatchEvent(new Event("input", { bubbles: true })); };
"""
DATATABLES = """
import DataTable from "/node_modules/datatables.net/js/dataTables.mjs";
const tabelle = new DataTable(document.querySelector("table"), { ordering: true });
window.suche = (q) => tabelle.search(q).draw();
"""
TABULATOR = """
import { TabulatorFull } from "/node_modules/tabulator-tables/dist/js/tabulator_esm.mjs";
const quelle = document.querySelector("table");
const namen = [...quelle.tHead.rows[0].cells].map((th, i) => ({ title: th.textContent, field: `s${i}`, formatter: "html" }));
const zeilen = [...quelle.tBodies[0].rows].map((tr) => Object.fromEntries([...tr.cells].map((td, i) => [`s${i}`, td.innerHTML])
  .concat([["text", tr.textContent.toLowerCase()]])));
const platz = document.createElement("div");
quelle.replaceWith(platz);
const tabelle = new TabulatorFull(platz, { data: zeilen, columns: namen, height: "700px", layout: "fitColumns" });
await new Promise((fertig) => tabelle.on("tableBuilt", fertig));
window.suche = (q) => tabelle.setFilter((zeile) => q.toLowerCase().split(" ").every((w) => zeile.text.includes(w)));
"""
MESSEN = """
async (tasten) => {
  const gemalt = () => new Promise((fertig) => requestAnimationFrame(() => { const k = new MessageChannel(); k.port1.onmessage = fertig; k.port2.postMessage(0); }));
  const pause = (ms) => new Promise((fertig) => setTimeout(fertig, ms));
  const zeiten = [];
  for (const wort of tasten) {
    for (let n = 1; n <= wort.length; n++) {
      await pause(160);
      await gemalt();
      const beginn = performance.now();
      window.suche(wort.slice(0, n));
      await null;
      document.body.getBoundingClientRect();
      const gelegt = performance.now() - beginn;
      await gemalt();
      zeiten.push([gelegt, performance.now() - beginn]);
    }
    window.suche("");
    await pause(300);
  }
  return zeiten;
}
"""


def viele(plan: Plan, anzahl: int) -> list[Massnahme]:
    """That many made-up measures, spread over everything the fictional town has; the same ones every time."""
    zufall = random.Random(anzahl)  # noqa: S311 (test data)
    vorlage = plan.massnahmen["sprachtreffs"]
    herausforderungen = list(plan.herausforderungen.values())
    andere = list(plan.massnahmen.values())
    ergebnis = []
    for i in range(anzahl):
        h = zufall.choice(herausforderungen)
        von = zufall.choice(andere)
        titel = " ".join(zufall.sample(WOERTER, 4))
        aenderung = {
            "id": f"m-{i:05d}",
            "nummer": f"9.{i // 900 + 1}.{i % 900 + 1}",
            "titel": f"{titel} {i}",
            "kurztext": f"{' '.join(zufall.sample(WOERTER, 9))}.",
            "handlungsfeld": h.handlungsfeld,
            "herausforderungen": (h.id,),
            "zielgruppen": tuple(zufall.sample(sorted(plan.zielgruppen), 2)),
            "federfuehrung": zufall.choice(sorted(plan.akteure)),
            "beteiligte": von.beteiligte,
            "sachstaende": von.sachstaende,
            "ressourcen": von.ressourcen,
            "herkunft": vorlage.herkunft.model_copy(update={"nummer": f"9.{i // 900 + 1}.{i % 900 + 1}"}),
            "nachfolge": None,
        }
        ergebnis.append(vorlage.model_copy(update=aenderung))
    return ergebnis


def seite(plan: Plan, anzahl: int) -> str:
    """The list of that many measures as a page with the style sheets of the site, without its theme."""
    massnahmen = {m.id: m for m in viele(plan, anzahl)}
    gross = replace(plan, massnahmen=massnahmen)
    tabelle = tabelle_massnahmen(Kontext(Bau(gross, STICHTAG), "massnahmen/"), None, "Maßnahmen")
    stile = "".join(
        f'<link rel="stylesheet" href="/assets/css/{s}.css">'
        for s in ("farben", "rahmen", "bausteine", "tabellen", "matrix")
    )
    return (
        f'<!doctype html><html lang="de"><meta charset="utf-8">{stile}<body class="md-typeset">{tabelle}</body></html>'
    )


Zeiten = tuple[tuple[float, float], tuple[float, float]]
"""Median and 95th percentile of the work, and of the time to the painted picture, in milliseconds."""


def filterzeiten(zeilen: Sequence[int], bibliotheken: Path) -> Iterator[tuple[str, int, Zeiten]]:
    """(who, rows, times per keystroke) of this site and of the libraries that are there."""
    from playwright.sync_api import sync_playwright

    plan, _ = lade_plan(MUSTERSTADT)
    assert plan
    kandidaten = {"diese Website": UNSERE}
    if (bibliotheken / "datatables.net").is_dir():
        kandidaten["DataTables (10 je Seite)"] = DATATABLES
    if (bibliotheken / "tabulator-tables").is_dir():
        kandidaten["Tabulator (virtuell)"] = TABULATOR
    with tempfile.TemporaryDirectory() as name, sync_playwright() as p:
        ordner = Path(name)
        (ordner / "assets").symlink_to(WURZEL / "docs" / "assets")
        (ordner / "node_modules").symlink_to(bibliotheken)
        browser = p.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
        with liefere(ordner) as wurzel:
            for n in zeilen:
                html = seite(plan, n)
                for titel, skript in kandidaten.items():
                    (ordner / "seite.html").write_text(
                        html.replace("</body>", f'<script type="module">{skript}</script></body>'), "utf-8"
                    )
                    blatt = browser.new_page(viewport={"width": 1280, "height": 900})
                    blatt.set_default_timeout(300_000)
                    blatt.goto(f"{wurzel}seite.html")
                    warte_auf(blatt, "window.suche")
                    zeiten: list[list[float]] = blatt.evaluate(MESSEN, list(TASTEN))
                    blatt.close()
                    arbeit, bild = (
                        (statistics.median(z), statistics.quantiles(z, n=20)[-1]) for z in zip(*zeiten, strict=True)
                    )
                    yield titel, n, (arbeit, bild)
        browser.close()


def miss_filter(zeilen: Sequence[int], bibliotheken: Path) -> None:
    """Prints median and 95th percentile per keystroke, and how many times slower the libraries are."""
    print("Millisekunden je Tastendruck: Arbeit (Skript, Stil, Layout) und bis zum gemalten Bild (im Takt der Bilder)")
    print(f"{'':28}{'Zeilen':>8}{'Arbeit':>9}{'p95':>8}{'× unsere':>10}{'Bild':>9}{'p95':>8}")
    eigener: dict[int, float] = {}
    for titel, n, ((arbeit, arbeit95), (bild, bild95)) in filterzeiten(zeilen, bibliotheken):
        mal = arbeit / eigener.setdefault(n, arbeit)
        print(f"{titel:28}{n:8}{arbeit:9.1f}{arbeit95:8.1f}{mal:10.1f}{bild:9.1f}{bild95:8.1f}", flush=True)


def miss_bytes() -> None:
    """Prints the compressed size of script and style of the filter."""
    js, wunsch = (
        gzip.compress("".join(skript((WURZEL / f"docs/assets/js/{m}.js").read_text("utf-8")) for m in module).encode())
        for module in (MODULE, AUF_WUNSCH)
    )
    css = (WURZEL / "docs/assets/css/matrix.css").read_bytes()
    print(
        f"Skript {len(js)} und Stil {len(gzip.compress(css))} Byte, komprimiert; "
        f"dazu {len(wunsch)}, sobald jemand eine Excel-Datei will"
    )


def schreibe_daten(anzahl: int, ordner: Path) -> None:
    """A data folder of the fictional town with that many more measures."""
    shutil.copytree(MUSTERSTADT, ordner)
    plan, _ = lade_plan(MUSTERSTADT)
    assert plan
    for m in viele(plan, anzahl):
        text = json.dumps(_als_daten(m), ensure_ascii=False)
        (ordner / "massnahmen" / f"{m.id}.yaml").write_text(f"{text}\n", "utf-8")


def _als_daten(m: Massnahme) -> dict[str, Any]:
    """A measure for its file; JSON is YAML."""
    daten: dict[str, Any] = m.model_dump(mode="json", exclude_none=True)
    return daten


def miss_bau(mengen: Sequence[int], druck: bool) -> None:
    """Prints time and memory (of the largest process) of builds; processor time is comparable on a busy machine too."""
    print("Website, Suche und alle Druckfassungen" if druck else "Website und Suche, ohne Druckfassungen")
    print(f"{'Maßnahmen':>10}{'Sekunden':>10}{'Rechenzeit':>12}{'je 1000':>9}{'MB':>8}")
    for n in mengen:
        with tempfile.TemporaryDirectory() as name:
            daten = Path(name) / "daten"
            schreibe_daten(n, daten)
            befehl = [sys.executable, "-m", "scripts.messen_matrix", "--einmal", str(daten), f"{name}/seite"]
            beginn = time.perf_counter()
            lauf = subprocess.Popen([*befehl, "druck" if druck else ""], cwd=WURZEL)
            _, status, verbrauch = os.wait4(lauf.pid, 0)
            dauer = time.perf_counter() - beginn
            rechenzeit = verbrauch.ru_utime + verbrauch.ru_stime
            ende = "" if status == 0 else "  (Fehler)"
            print(
                f"{n:10}{dauer:10.1f}{rechenzeit:12.1f}{rechenzeit * 1000 / n:9.1f}{verbrauch.ru_maxrss / 1024:8.0f}{ende}",
                flush=True,
            )


def einmal(daten: Path, ziel: Path, druck: bool) -> int:
    """One build; exit code. PDFs that are kept from before do not count."""
    with tempfile.TemporaryDirectory() as leer:
        ablage.ORT = Path(leer)
        return baue(daten, ziel, STICHTAG, drucke if druck else lambda bau, seite: None)


def main(argumente: list[str] | None = None) -> int:
    """Prints tables; exit code 0."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.messen_matrix", description="Misst Filter und große Builds."
    )
    parser.add_argument("--zeilen", type=int, nargs="*", default=[300, 3000, 10000], help="Zeilen der Liste")
    parser.add_argument("--bau", type=int, nargs="*", default=[300, 1000], help="Maßnahmen der Builds mit allem")
    parser.add_argument(
        "--ohne-druck", type=int, nargs="*", default=[1000, 10000], help="Maßnahmen der Builds ohne PDF"
    )
    parser.add_argument("--einmal", nargs=3, metavar=("DATEN", "ZIEL", "DRUCK"), help=argparse.SUPPRESS)
    parser.add_argument("--npm", type=Path, default=WURZEL / "node_modules", help="Ordner der Bibliotheken")
    wahl = parser.parse_args(argumente)
    if wahl.einmal:
        daten, ziel, druck = wahl.einmal
        return einmal(Path(daten), Path(ziel), bool(druck))
    miss_bytes()
    if wahl.zeilen:
        miss_filter(wahl.zeilen, wahl.npm.resolve())
    for mengen, druck in ((wahl.bau, True), (wahl.ohne_druck, False)):
        if mengen:
            miss_bau(mengen, druck)
    return 0


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
