"""Measures the search: what people type against the pages that answer it, and the bytes that the first query costs."""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.befehle.angaben import heute
from macros.befehle.bauen import baue
from scripts.browser import CHROMIUM, SCHALTER, liefere, warte_auf

WURZEL = Path(__file__).resolve().parent.parent
FRAGEN = WURZEL / "scripts" / "suchfragen.csv"
VORN = 5


def lies_fragen(datei: Path) -> list[tuple[str, list[str]]]:
    """(query, pages of which one should come first) by line; columns `frage` and `seiten`, separated by semicolons."""
    with datei.open(encoding="utf-8", newline="") as offen:
        return [(zeile["frage"], zeile["seiten"].split()) for zeile in csv.DictReader(offen, delimiter=";")]


def frage(blatt: Any, text: str) -> list[str]:
    """Addresses of the results, best first."""
    feld, stand = blatt.locator("#suche-feld"), "document.querySelector('#suche [role=status]').textContent"
    if not feld.is_visible():
        blatt.locator("[data-suche]").click()
    feld.fill("")
    warte_auf(blatt, f"{stand} === ''")
    feld.fill(text)
    warte_auf(blatt, f"/Treffer|Nichts/.test({stand})")
    blatt.wait_for_timeout(100)
    adressen: list[str] = blatt.locator(".suche-treffer li a").evaluate_all("alle => alle.map((a) => a.href)")
    return adressen


@dataclass(frozen=True)
class Ergebnis:
    """How many queries there were, how many led to their page at once, or soon; bytes of the first, and of the index."""

    fragen: int
    erste: int
    vorn: int
    byte_erste: int
    byte_ganz: int


def miss(seite: Path, fragen: Sequence[tuple[str, list[str]]]) -> Ergebnis:
    """Prints the place of the expected page of every query that is not the first result."""
    from playwright.sync_api import sync_playwright

    fehlt = [ziel for _, ziele in fragen for ziel in ziele if not (seite / ziel.partition("#")[0]).exists()]
    if fehlt:
        print(f"Diese Seiten gibt es nicht: {' '.join(fehlt)}")
    geladen: list[int] = []
    plaetze: list[int] = []
    with liefere(seite) as wurzel, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
        blatt = browser.new_page()
        blatt.goto(wurzel)
        blatt.on("response", lambda r: geladen.append(len(r.body())) if "/pagefind/" in r.url else None)
        for nummer, (text, ziele) in enumerate(fragen):
            wege = [adresse.removeprefix(wurzel) for adresse in frage(blatt, text)]
            platz = next((stelle for stelle, weg in enumerate(wege, 1) if weg in ziele), 0)
            plaetze.append(platz)
            if platz != 1:
                print(f"{platz or '–':>3}  {text}: {' '.join(wege[:3]) or 'nichts'}")
            if nummer == 0:
                erste = sum(geladen)
        browser.close()
    ganz = sum(datei.stat().st_size for datei in (seite / "pagefind").rglob("*") if datei.is_file())
    vorn = sum(0 < platz <= VORN for platz in plaetze)
    return Ergebnis(len(fragen), plaetze.count(1), vorn, erste, ganz)


def main(argumente: list[str] | None = None) -> int:
    """Exit code: 0, or 1 when the site could not be built."""
    parser = argparse.ArgumentParser(prog="python -m scripts.messen_suche", description="Misst die Suche.")
    parser.add_argument("--daten", type=Path, default=WURZEL / "data", help="Ordner mit den Daten (Vorgabe: data)")
    parser.add_argument("--fragen", type=Path, default=FRAGEN, help="CSV mit den Spalten frage und seiten")
    wahl = parser.parse_args(argumente)
    with tempfile.TemporaryDirectory() as ordner:
        if status := baue(wahl.daten, Path(ordner) / "seite", heute(), lambda bau, seite: None):
            return status
        e = miss(Path(ordner) / "seite", lies_fragen(wahl.fragen))
    print(f"{e.fragen} Fragen: {e.erste} an erster Stelle, {e.vorn} unter den ersten {VORN}")
    print(f"Erste Frage {e.byte_erste / 1000:.0f} kB, ganzer Index {e.byte_ganz / 1000:.0f} kB; ohne Frage nichts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
