"""Measures what a phone loads for every kind of page, against the theme as it comes, and holds it to `budget.json`.

A kind is an overview, or the pages below one; its heaviest page counts. Raising a ceiling is a commit of its own.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from macros.befehle.angaben import heute
from macros.befehle.bauen import baue
from scripts.browser import CHROMIUM, GEPACKT, SCHALTER, liefere

WURZEL = Path(__file__).resolve().parent.parent
BUDGET = WURZEL / "scripts" / "budget.json"
TELEFON = {"width": 390, "height": 844}
ZUGLEICH = 6
"""Pages that load side by side: most of the time is waiting for what might still come."""


@dataclass(frozen=True)
class Gewicht:
    """What one page loads before anybody touches it: compressed bytes, and how many files."""

    seite: str
    byte: int
    dateien: int


def gepackt(datei: Path) -> int:
    """Bytes of a file as a compressing server sends it."""
    inhalt = datei.read_bytes()
    return len(gzip.compress(inhalt, 6)) if datei.suffix in GEPACKT else len(inhalt)


def arten(ordner: Path) -> dict[str, str]:
    """Kind -> address of its heaviest page; `massnahmen` is the overview, `massnahmen/*` what lies below."""
    schwerste: dict[str, tuple[int, str]] = {}
    for datei in sorted(ordner.rglob("index.html")):
        ort = datei.parent.relative_to(ordner).as_posix()
        bereich, _, rest = ort.partition("/")
        art = "start" if ort == "." else bereich + "/*" * (rest.count("/") + 1 if rest else 0)
        schwerste[art] = max(schwerste.get(art, (0, "")), (gepackt(datei), "" if ort == "." else f"{ort}/"))
    return {art: seite for art, (_, seite) in sorted(schwerste.items())}


def wiege(browser: Any, ordner: Path, wurzel: str, *seiten: str) -> Iterator[Gewicht]:
    """Loads pages side by side, each on a phone with an empty cache, until nothing comes any more."""
    begonnen = []
    for seite in seiten:
        blatt = browser.new_context(viewport=TELEFON).new_page()
        geladen: set[str] = set()
        blatt.on("request", lambda r, g=geladen: g.add(urlsplit(r.url).path) if r.url.startswith(wurzel) else None)
        blatt.goto(wurzel + seite, wait_until="commit")
        begonnen.append((seite, blatt, geladen))
    for seite, blatt, geladen in begonnen:
        blatt.wait_for_load_state("networkidle")
        blatt.context.close()
        dateien = [ordner / pfad.lstrip("/") for pfad in geladen]
        echte = [d / "index.html" if d.is_dir() else d for d in dateien]
        yield Gewicht(seite, sum(gepackt(d) for d in echte if d.is_file()), len(echte))


def wiege_alle(browser: Any, ordner: Path, auswahl: Collection[str] | None = None) -> dict[str, Gewicht]:
    """Kind -> weight of its heaviest page; of the chosen kinds."""
    gewogen = {art: seite for art, seite in arten(ordner).items() if auswahl is None or art in auswahl}
    with liefere(ordner) as wurzel:
        seiten = list(gewogen.values())
        teile = [seiten[n : n + ZUGLEICH] for n in range(0, len(seiten), ZUGLEICH)]
        return dict(zip(gewogen, chain.from_iterable(wiege(browser, ordner, wurzel, *t) for t in teile), strict=True))


def verstoesse(gewichte: dict[str, Gewicht], budget: dict[str, dict[str, int]]) -> list[str]:
    """A sentence for every kind without a ceiling, and for every ceiling that is passed."""
    ergebnis = [f"{art} ({g.seite}) steht nicht in budget.json" for art, g in gewichte.items() if art not in budget]
    for art, grenze in budget.items():
        if (g := gewichte.get(art)) is None:
            continue
        if g.byte > grenze["byte"]:
            ergebnis.append(f"{art} ({g.seite}): {g.byte} Byte, erlaubt sind {grenze['byte']}")
        if g.dateien > grenze["dateien"]:
            ergebnis.append(f"{art} ({g.seite}): {g.dateien} Dateien, erlaubt sind {grenze['dateien']}")
    return ergebnis


def lies_budget() -> dict[str, dict[str, int]]:
    """Kind -> ceilings."""
    budget: dict[str, dict[str, int]] = json.loads(BUDGET.read_text("utf-8"))["arten"]
    return budget


def main(argumente: list[str] | None = None) -> int:
    """Prints a table; exit code 1 where a ceiling is passed."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(prog="python -m scripts.messen_seiten", description="Wiegt die Seiten.")
    parser.add_argument("--daten", type=Path, default=WURZEL / "data")
    parser.add_argument("--stichtag", type=date.fromisoformat, default=heute())
    parser.add_argument("--seite", type=Path, help="eine fertige Website statt einer neu gebauten")
    wahl = parser.parse_args(argumente)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as p:
        seite: Path = wahl.seite or Path(name) / "seite"
        if not wahl.seite and baue(wahl.daten, seite, wahl.stichtag, lambda bau, ort: None):
            return 1
        browser = p.chromium.launch(executable_path=CHROMIUM, args=SCHALTER)
        gewichte, thema = wiege_alle(browser, seite), schlichtes_thema(Path(name), browser)
        browser.close()
        htmls = {art: gepackt(seite / g.seite / "index.html") for art, g in gewichte.items()}
    budget = lies_budget()
    print(f"{'Art der Seite':28}{'kB':>8}{'Grenze':>8}{'Dateien':>9}{'mit Material, wie es kommt':>28}")
    for art, g in gewichte.items():
        grenze, schlicht = budget.get(art, {}).get("byte", 0), thema.byte + htmls[art]
        print(f"{art:28}{g.byte / 1000:8.1f}{grenze / 1000:8.0f}{g.dateien:9}{schlicht / 1000:28.1f}")
    print("\n".join(zeilen := verstoesse(gewichte, budget)))
    return int(bool(zeilen))


def schlichtes_thema(ordner: Path, browser: Any) -> Gewicht:
    """One empty page of mkdocs-material with its own search and palette, as its documentation sets it up."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    (ordner / "docs").mkdir()
    (ordner / "docs" / "index.md").write_text("# Seite\n", "utf-8")
    (ordner / "mkdocs.yml").write_text("site_name: Seite\n", "utf-8")
    thema = {"name": "material", "language": "de", "font": False, "palette": [{"scheme": "default"}]}
    konfiguration = load_config(
        config_file=str(ordner / "mkdocs.yml"),
        docs_dir=str(ordner / "docs"),
        site_dir=str(ordner / "schlicht"),
        site_name="Seite",
        theme=thema,
        plugins=["search"],
    )
    build(konfiguration)
    with liefere(ordner / "schlicht") as wurzel:
        return next(wiege(browser, ordner / "schlicht", wurzel, ""))


if __name__ == "__main__":
    sys.exit(main())
