"""Takes the pictures of the handbook from the fictional town: its pages, the answers of commands, a sheet of a workbook."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from macros.ausgabe.melden.vergleichsseite import als_html
from macros.laden.ordner import lade_plan
from macros.sichten.unterschied import unterschiede
from scripts.bilder_aufnahme import Bild, im_gespraech, vom_befehl, von_der_mappe, von_der_seite
from scripts.browser import CHROMIUM, SCHALTER, liefere

WURZEL = Path(__file__).resolve().parent.parent
ZIEL = Path("docs/redaktion/bilder")
STICHTAG = "2026-06-30"

BILDER = (
    Bild("stand", "massnahmen/sprachtreffs/", "h2#stand-der-umsetzung", ".zeitleiste > li:nth-child(3)"),
    Bild("formular", "massnahmen/sprachtreffs/", "#stand-melden", "#stand-melden", auf="#stand-melden"),
    Bild("zahlen", "monitoring/bevoelkerung/", "h2#zahlen", "a[href*='kennzahl.yml']"),
    Bild("stift", "massnahmen/sprachtreffs/", ".seitenfuss", ".seitenfuss"),
    Bild("neu-auf-der-seite", "aenderungen/", "h1", ".tabelle--aenderungen tbody tr:nth-child(3)"),
    Bild("was-sich-aendert", "was-sich-aendert.html", "h1", "ul:last-of-type"),
    Bild("zurueckgenommen", "zurueckgenommen.html", "h1", "ul:last-of-type"),
)
IN_VORBEREITUNG = Bild("in-vorbereitung", "fassungen/", "h1", "h2[id='2025']")

MASSNAHME = (
    "3.2.4", "Nachtcafé im Bahnhof", "Einmal in der Woche ein offener Abend mit Tee und Beratung.", "ankommen-wohnen",
    "aw-01", "Der Bahnhof bleibt einmal in der Woche abends offen.", "2025", "3.2.4", "", "", "",
)  # fmt: skip
"""The answers to the questions of `konzept neu massnahme`, in order."""
FASSUNG = ("id=2030", "titel=Integrationskonzept 2030", "jahr=2030", "vorgaenger=2025")
SPALTEN = {
    "Nummer": 9,
    "Maßnahme": 27,
    "Stand bisher": 17,
    "Neuer Bericht: Datum": 12,
    "Neuer Bericht: Stand": 14,
    "Neuer Bericht: Ampel": 10,
    "Neuer Bericht: Text": 30,
}
BERICHT = {
    "Neuer Bericht: Datum": "15.06.2026",
    "Neuer Bericht: Stand": "in Umsetzung",
    "Neuer Bericht: Ampel": "im Plan",
    "Neuer Bericht: Text": "Alle drei Treffs laufen wieder jede Woche.",
}


def beispiel(daten: Path, platz: Path) -> tuple[str, str]:
    """Pages „Was sich ändert“ for a report and a figure that someone adds to the fictional town, and for taking both back."""
    kopie = Path(shutil.copytree(daten, platz / "data"))
    massnahme = kopie / "massnahmen/sprachtreffs.yaml"
    bericht = "  - datum: 2026-06-01\n    stand: daueraufgabe\n    ampel: im_plan\n    text: Alle drei Treffs laufen.\n"
    massnahme.write_bytes(massnahme.read_bytes().replace(b"anmerkungen:", f"{bericht}anmerkungen:".encode()))
    with (kopie / "indikatoren/bevoelkerung.csv").open("a", encoding="utf-8", newline="\n") as tabelle:
        tabelle.write("2026-03-31,insgesamt,30600,,\n2026-03-31,ausländisch,6400,,\n")
    alt, neu = lade_plan(daten)[0], lade_plan(kopie)[0]
    assert alt
    assert neu
    return als_html(unterschiede(alt, neu)), als_html(unterschiede(neu, alt))


def stadt(daten: Path, ordner: Path) -> Path:
    """A folder in which an editor sits, with a copy of the data."""
    shutil.copytree(daten, ordner / "data")
    return ordner


def konzept(ordner: Path, *argumente: str, darf: int = 0) -> str:
    """What a command says in a folder that holds `data`; it ends with 0 or with the code that is expected."""
    befehl = [sys.executable, "-m", "macros.befehle", *argumente]
    lauf = subprocess.run(befehl, cwd=ordner, capture_output=True, encoding="utf-8", check=False)
    if lauf.returncode not in (0, darf):
        raise RuntimeError(f"{' '.join(argumente)}: {lauf.stdout}{lauf.stderr}")
    return lauf.stdout + lauf.stderr


def nimm_fenster_auf(blatt: Page, daten: Path, platz: Path, ziel: Path) -> None:
    """Pictures of what commands say, and of the workbook that a round sends."""
    gespraech = im_gespraech(stadt(daten, platz / "anlegen"), ["neu", "massnahme"], MASSNAHME)
    vom_befehl(blatt, "konzept neu massnahme", gespraech, ziel / "anlegen.png")
    runde = stadt(daten, platz / "runde")
    konzept(runde, "runde", "beginnen", "--bis", "2026-08-31", "--stichtag", STICHTAG)
    stand = konzept(runde, "runde", "stand", "--stichtag", STICHTAG)
    vom_befehl(blatt, "konzept runde stand", stand, ziel / "runde.png")
    konzept(runde, "excel", "export", "mappe.xlsx")
    von_der_mappe(runde / "mappe.xlsx", "Maßnahmen", SPALTEN, BERICHT, ziel / "mappe.png")
    andere = stadt(daten, platz / "andere")
    gemeinde = andere / "data/gemeinde.yaml"
    ohne = [z for z in gemeinde.read_text("utf-8").splitlines(keepends=True) if not z.startswith("adresse_der_seite")]
    gemeinde.write_bytes("".join(ohne).encode())
    vom_befehl(blatt, "konzept einrichtung", konzept(andere, "einrichtung", darf=1), ziel / "einrichtung.png")


def baue_naechste_fassung(daten: Path, platz: Path) -> Path:
    """The site of the town that prepares its next edition."""
    ordner = stadt(daten, platz / "naechste")
    setze = [teil for angabe in FASSUNG for teil in ("--setze", angabe)]
    konzept(ordner, "neu", "fassung", *setze, "--fortfuehren")
    konzept(ordner, "bauen", "--daten", "data", "--ohne-pdf", "--ziel", "site", "--stichtag", STICHTAG)
    return ordner / "site"


def main(argumente: list[str] | None = None) -> int:
    """Exit code: 0 when all pictures are taken."""
    parser = argparse.ArgumentParser(prog="python -m scripts.bilder", description="Nimmt die Bilder des Handbuchs auf.")
    parser.add_argument("seite", type=Path, help="Ordner der gebauten Website von Musterstadt")
    parser.add_argument("--daten", type=Path, default=Path("tests/beispiele/musterstadt"), help="ihre Daten")
    parser.add_argument("--ziel", type=Path, default=ZIEL, help=f"Ordner der Bilder (Vorgabe: {ZIEL})")
    parser.add_argument("--chromium", default=CHROMIUM, help="Programm des Browsers")
    wahl = parser.parse_args(argumente)
    wahl.ziel.mkdir(parents=True, exist_ok=True)
    os.environ["PYTHONPATH"] = str(WURZEL)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as werkzeug:
        platz = Path(name)
        kopie = Path(shutil.copytree(wahl.seite, platz / "seite"))
        hin, zurueck = beispiel(wahl.daten, platz / "vergleich")
        (kopie / "was-sich-aendert.html").write_bytes(hin.encode())
        (kopie / "zurueckgenommen.html").write_bytes(zurueck.encode())
        browser = werkzeug.chromium.launch(
            executable_path=wahl.chromium, args=[*SCHALTER, "--lang=de-DE"], env={**os.environ, "LANGUAGE": "de"}
        )
        blatt = browser.new_page(color_scheme="light", locale="de-DE", reduced_motion="reduce")
        blatt.clock.set_fixed_time(f"{STICHTAG}T12:00:00")
        with liefere(kopie) as adresse:
            for bild in BILDER:
                von_der_seite(blatt, adresse, bild, wahl.ziel)
        with liefere(baue_naechste_fassung(wahl.daten, platz)) as adresse:
            von_der_seite(blatt, adresse, IN_VORBEREITUNG, wahl.ziel)
        nimm_fenster_auf(blatt, wahl.daten, platz, wahl.ziel)
        browser.close()
    sys.stdout.write(f"Aufgenommen: {', '.join(sorted(p.name for p in wahl.ziel.glob('*.png')))} in {wahl.ziel}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
