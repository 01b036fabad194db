"""Measures the PDFs against headless Chromium on the same content, in turn, and how time grows with the measures."""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
from playwright.sync_api import sync_playwright

from macros.ausgabe.druck.bericht import umsetzungsbericht
from macros.ausgabe.druck.dokument import Dokument, baum
from macros.ausgabe.druck.dokumente import waehle
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.druck.satz.druckbaum import als_text
from macros.ausgabe.druck.satz.setzen import schriften, setze
from macros.ausgabe.kontext import Bau
from macros.modell.massnahme import Massnahme
from macros.pruefung import pruefe_ordner
from scripts.browser import CHROMIUM, SCHALTER

WURZEL = Path(__file__).resolve().parent.parent
TAG = date(2026, 6, 30)
STIL = """@page { size: A4; margin: 25mm } body { font: 10.5pt sans-serif; hyphens: auto; text-align: justify }
table { border-collapse: collapse; width: 100% } td, th { border-bottom: 1px solid #888; padding: 4px; vertical-align: top;
text-align: left } tr { break-inside: avoid } thead { display: table-header-group } h1 { break-before: page }"""


def dokument(daten: Path, anzahl: int) -> tuple[Bau, Dokument]:
    """The concept, or for a number of measures the report with all their sheets; measures repeat to reach it."""
    plan, _ = pruefe_ordner(daten, TAG)
    assert plan is not None
    if not anzahl:
        bau = Bau(plan, TAG)
        return bau, konzept(bau)
    vorlagen = waehle(Bau(plan, TAG), ())
    viele: dict[str, Massnahme] = {}
    for n in range(anzahl):
        m = vorlagen[n % len(vorlagen)]
        viele[f"{m.id}-{n}"] = m.model_copy(update={"id": f"{m.id}-{n}"})
    bau = Bau(replace(plan, massnahmen={**plan.massnahmen, **viele}), TAG)
    return bau, umsetzungsbericht(bau, list(viele.values()))


def als_html(d: Dokument, seiten: Mapping[str, int]) -> str:
    """The same pieces as one page for a browser: pictures inside, contents, page numbers behind links."""

    def bild(treffer: re.Match[str]) -> str:
        return f"<figure>{d.bilder[treffer[1]]}"

    teile = "\n".join(re.sub(r'<figure data-bild="([^"]+)"[^>]*>', bild, str(t.html)) for t in d.teile)
    teile = re.sub(r'href="satz:([a-z]+)/', r'href="#\1-', teile)
    teile = re.sub(r'(<a [^>]*href="#([^"]+)"[^>]*>.*?</a>)', lambda t: f"{t[1]} (S. {seiten.get(t[2], 0)})", teile)
    titel = re.findall(r'<h[1-3] id="([^"]+)"[^>]*>(.*?)</h[1-3]>', teile)
    inhalt = "".join(f'<li><a href="#{ziel}">{name}</a> … {seiten.get(ziel, 0)}</li>' for ziel, name in titel)
    return f'<!doctype html><html lang="de"><meta charset="utf-8"><title>{d.titel}</title><style>{STIL}</style><ol>{inhalt}</ol>{teile}</html>'


def seitenzahlen(pdf: Path) -> dict[str, int]:
    """Anchor -> page, read from a printed file; a browser cannot print a page number into the text by itself."""
    with pikepdf.open(pdf) as datei:
        stellen: dict[Any, int] = {p.objgen: nummer for nummer, p in enumerate(datei.pages, 1)}
        ziele = datei.Root.get("/Dests", pikepdf.Dictionary())
        return {str(name)[1:]: stellen[ziel[0].objgen] for name, ziel in ziele.items()}


def drucke(d: Dokument, ordner: Path) -> None:
    """The document by headless Chromium: printed once to learn the page numbers, and once more with them."""
    quelle, pdf = ordner / "d.html", ordner / "d.pdf"
    seiten: dict[str, int] = {}
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
        seite = browser.new_page()
        for _ in range(2):
            quelle.write_text(als_html(d, seiten), encoding="utf-8")
            seite.goto(quelle.as_uri())
            seite.pdf(path=str(pdf), prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
            seiten = seitenzahlen(pdf)
        browser.close()


def einmal(womit: str, daten: Path, anzahl: int, ordner: Path) -> None:
    """One PDF in this process; prints the seconds from the finished content to the finished file,
    the processor seconds that loading the data took before, and the number of pages."""
    bau, d = dokument(daten, anzahl)
    schriften()
    beginn, vorher = time.perf_counter(), time.process_time()
    if womit == "typst":
        (ordner / "d.pdf").write_bytes(setze(als_text(baum(bau, d))))
    else:
        drucke(d, ordner)
    dauer = time.perf_counter() - beginn
    with pikepdf.open(ordner / "d.pdf") as pdf:
        print(dauer, vorher, len(pdf.pages))


def nachkommen(wurzel: int) -> Iterator[int]:
    """A process and everything it started."""
    kinder: dict[int, list[int]] = {}
    for p in Path("/proc").glob("[0-9]*/stat"):
        try:
            teile = p.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        kinder.setdefault(int(teile[1]), []).append(int(p.parent.name))
    offen = [wurzel]
    while offen:
        yield (pid := offen.pop())
        offen += kinder.get(pid, [])


def speicher(wurzel: int) -> int:
    """Kilobytes that a process and its children hold, shared pages counted once."""
    summe = 0
    for pid in nachkommen(wurzel):
        try:
            treffer = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
        except OSError:
            continue
        summe += int(treffer[1]) if treffer else 0
    return summe


def rechenzeit(wurzel: int, bisher: dict[int, float]) -> None:
    """Notes the processor seconds of a process and its children, the last seen of each."""
    for pid in nachkommen(wurzel):
        try:
            teile = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        bisher[pid] = (int(teile[11]) + int(teile[12])) / os.sysconf("SC_CLK_TCK")


def miss(womit: str, daten: Path, anzahl: int) -> tuple[float, float, float, float]:
    """Seconds and processor seconds of the setting, highest megabytes of the whole process, pages; without any cache of PDFs."""
    with tempfile.TemporaryDirectory() as ordner:
        befehl = [sys.executable, "-m", "scripts.messen_druck", "--daten", str(daten)]
        befehl += ["--einmal", womit, str(anzahl), ordner]
        lauf = subprocess.Popen(befehl, cwd=WURZEL, stdout=subprocess.PIPE, text=True)
        prozesse: dict[int, float] = {}
        hoechster, fertig = 0, threading.Event()

        def beobachte() -> None:
            nonlocal hoechster
            while not fertig.wait(0.1):
                hoechster = max(hoechster, speicher(lauf.pid))
                rechenzeit(lauf.pid, prozesse)

        faden = threading.Thread(target=beobachte)
        faden.start()
        ausgabe, _ = lauf.communicate()
        fertig.set()
        faden.join()
        if lauf.returncode:
            raise SystemExit(lauf.returncode)
        sekunden, vorher, seiten = (float(teil) for teil in ausgabe.split())
        return sekunden, sum(prozesse.values()) - vorher, hoechster / 1024, seiten


def main(argumente: list[str] | None = None) -> int:
    """Prints one line a document; exit code 0."""
    parser = argparse.ArgumentParser(prog="python -m scripts.messen_druck", description="Misst die Druckfassungen.")
    parser.add_argument("--daten", type=Path, default=WURZEL / "data", help="Ordner mit den Daten (Vorgabe: data)")
    parser.add_argument("--laeufe", type=int, default=3, help="Läufe je Dokument (Vorgabe: 3)")
    parser.add_argument("--einmal", nargs=3, metavar=("WOMIT", "ANZAHL", "ORDNER"), help=argparse.SUPPRESS)
    wahl = parser.parse_args(argumente)
    if wahl.einmal:
        einmal(wahl.einmal[0], wahl.daten, int(wahl.einmal[1]), Path(wahl.einmal[2]))
        return 0
    for name, anzahl, gegen in (
        ("Konzept", 0, True),
        ("75 Maßnahmen", 75, False),
        ("150", 150, False),
        ("300", 300, True),
    ):
        werte: dict[str, list[tuple[float, float, float, float]]] = {}
        for _ in range(wahl.laeufe):
            for womit in ("typst", "chromium") if gegen else ("typst",):
                werte.setdefault(womit, []).append(miss(womit, wahl.daten, anzahl))
        mitte = {
            womit: [statistics.median(spalte) for spalte in zip(*liste, strict=True)] for womit, liste in werte.items()
        }
        zeile = f"{name:14}" + "".join(
            f"  {womit}: {zeit:5.1f} s, {rechen:5.1f} s Rechenzeit, {mb:4.0f} MB"
            for womit, (zeit, rechen, mb, _) in mitte.items()
        )
        if gegen:
            zeile += "  Verhältnis {:.1f}, Rechenzeit {:.1f}".format(
                *(mitte["chromium"][i] / mitte["typst"][i] for i in (0, 1))
            )
        print(zeile, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
