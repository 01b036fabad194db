"""Takes the pictures of the handbook from a built site of the fictional town."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from macros.ausgabe.melden.vergleichsseite import als_html
from macros.laden.ordner import lade_plan
from macros.sichten.unterschied import unterschiede
from scripts.browser import CHROMIUM, SCHALTER, liefere

ZIEL = Path("docs/redaktion/bilder")


@dataclass(frozen=True)
class Bild:
    """A picture: file name, page below the site, and the elements that it shows from the first to the last."""

    name: str
    seite: str
    von: str
    bis: str
    breite: int = 820


BILDER = (
    Bild("stand", "massnahmen/sprachtreffs/", "h2#stand-der-umsetzung", "a[href*='sachstand.yml']"),
    Bild("zahlen", "monitoring/bevoelkerung/", "h2#zahlen", "a[href*='kennzahl.yml']"),
    Bild("was-sich-aendert", "was-sich-aendert.html", "h1", "ul:last-of-type"),
)


def beispiel(daten: Path) -> str:
    """A page „Was sich ändert“ for a report and a figure that someone adds to the fictional town."""
    with tempfile.TemporaryDirectory() as platz:
        kopie = Path(shutil.copytree(daten, Path(platz) / "data"))
        massnahme = kopie / "massnahmen/sprachtreffs.yaml"
        bericht = (
            "  - datum: 2026-06-01\n    stand: daueraufgabe\n    ampel: im_plan\n    text: Alle drei Treffs laufen.\n"
        )
        massnahme.write_bytes(massnahme.read_bytes().replace(b"anmerkungen:", f"{bericht}anmerkungen:".encode()))
        with (kopie / "indikatoren/bevoelkerung.csv").open("a", encoding="utf-8", newline="\n") as tabelle:
            tabelle.write("2026-03-31,insgesamt,30600,,\n2026-03-31,ausländisch,6400,,\n")
        alt, neu = lade_plan(daten)[0], lade_plan(kopie)[0]
        assert alt
        assert neu
        return als_html(unterschiede(alt, neu))


def nimm_auf(seite: Page, adresse: str, bild: Bild, ziel: Path) -> None:
    """One picture, cut to the part of the page that it is about."""
    seite.set_viewport_size({"width": bild.breite, "height": 900})
    seite.goto(f"{adresse}{bild.seite}")
    seite.wait_for_load_state("networkidle")
    seite.locator(".kopf").evaluate("kopf => { kopf.hidden = true; }")
    anfang = seite.locator(bild.von).first.bounding_box()
    ende = seite.locator(bild.bis).last.bounding_box()
    if anfang is None or ende is None:
        raise LookupError(f"{bild.seite}: {bild.von} oder {bild.bis} fehlt")
    oben = max(0, anfang["y"] - 16)
    seite.screenshot(
        path=ziel / f"{bild.name}.png",
        full_page=True,
        clip={"x": 0, "y": oben, "width": bild.breite, "height": ende["y"] + ende["height"] + 20 - oben},
    )


def main(argumente: list[str] | None = None) -> int:
    """Exit code: 0 when all pictures are taken."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bilder", description="Nimmt die Bilder des Handbuchs auf.")
    parser.add_argument("seite", type=Path, help="Ordner der gebauten Website von Musterstadt")
    parser.add_argument("--daten", type=Path, default=Path("tests/beispiele/musterstadt"), help="ihre Daten")
    parser.add_argument("--ziel", type=Path, default=ZIEL, help=f"Ordner der Bilder (Vorgabe: {ZIEL})")
    parser.add_argument("--chromium", default=CHROMIUM, help="Programm des Browsers")
    wahl = parser.parse_args(argumente)
    wahl.ziel.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as platz, sync_playwright() as werkzeug:
        kopie = Path(shutil.copytree(wahl.seite, Path(platz) / "seite"))
        (kopie / "was-sich-aendert.html").write_bytes(beispiel(wahl.daten).encode())
        browser = werkzeug.chromium.launch(executable_path=wahl.chromium, args=SCHALTER)
        seite = browser.new_page(color_scheme="light", locale="de-DE", reduced_motion="reduce")
        with liefere(kopie) as adresse:
            for bild in BILDER:
                nimm_auf(seite, adresse, bild, wahl.ziel)
                sys.stdout.write(f"Aufgenommen: {wahl.ziel}/{bild.name}.png\n")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
