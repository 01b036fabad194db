"""A preview opens by double click: it begins at what changes, every link leads somewhere, and it says what is missing."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from gebaut import MUSTERSTADT, neues_blatt
from playwright.sync_api import expect

from macros.befehle.konzept import main as konzept

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"


@pytest.fixture(scope="module")
def vorschau(musterstadt_seite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    ordner = tmp_path_factory.mktemp("vorschau")
    alt = Path(shutil.copytree(MUSTERSTADT, ordner / "alt"))
    treff = alt / "massnahmen/sprachtreffs.yaml"
    treff.write_text(treff.read_text("utf-8").replace("kurztext: ", "kurztext: Früher: ", 1), encoding="utf-8")
    zahlen = alt / "indikatoren/bevoelkerung.csv"
    zahlen.write_text(zahlen.read_text("utf-8").replace(",ausländisch,4122,", ",ausländisch,4022,"), encoding="utf-8")
    seite = Path(shutil.copytree(musterstadt_seite, ordner / "site"))
    assert konzept(["vergleich", str(alt), str(MUSTERSTADT), "--vorschau", str(seite)]) == 0
    return seite


def test_jeder_link_fuehrt_zu_einer_datei(vorschau: Path, browser: Any) -> None:
    with neues_blatt(browser) as blatt:
        blatt.goto((vorschau / "was-sich-aendert.html").as_uri())
        blatt.get_by_role("link", name="Sprachtreffs", exact=False).first.click()
        expect(blatt.get_by_role("heading", level=1)).to_contain_text("Sprachtreffs in den Stadtteilen")
        expect(blatt.locator(".vorschau-hinweis")).to_contain_text("nicht die veröffentlichte Website")
        assert "js" not in blatt.evaluate("document.documentElement.className").split()
        for weg in ("index.html", "massnahmen/index.html", "monitoring/index.html", "umsetzung/index.html"):
            blatt.goto((vorschau / weg).as_uri())
            ziele = blatt.evaluate("[...document.querySelectorAll('a[href]')].map((a) => a.href)")
            tot = [z for z in ziele if urlsplit(z).scheme == "file" and not Path(unquote(urlsplit(z).path)).is_file()]
            assert tot == [], weg
            assert ziele


def test_nur_eine_gebaute_website_und_nur_einmal(vorschau: Path, tmp_path: Path) -> None:
    davor = (vorschau / "index.html").read_bytes()
    assert konzept(["vergleich", str(MUSTERSTADT), str(MUSTERSTADT), "--vorschau", str(vorschau)]) == 1
    assert (vorschau / "index.html").read_bytes() == davor
    assert konzept(["vergleich", str(MUSTERSTADT), str(MUSTERSTADT), "--vorschau", str(tmp_path)]) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("breite", [320, 1280])
def test_vorher_und_nachher_stehen_nebeneinander_und_am_telefon_untereinander(
    vorschau: Path, browser: Any, breite: int
) -> None:
    with neues_blatt(browser, viewport={"width": breite, "height": 800}) as blatt:
        blatt.goto((vorschau / "was-sich-aendert.html").as_uri())
        abschnitt = blatt.locator("h3#vergleich-bevoelkerung + ul + .vergleichsseiten")
        alt, neu = (abschnitt.locator(f"#{s}-bevoelkerung").bounding_box() for s in ("alt", "neu"))
        if breite == 320:
            assert neu["y"] >= alt["y"] + alt["height"]
        else:
            assert neu["y"] == alt["y"]
            assert neu["x"] >= alt["x"] + alt["width"]
        for seite, marke in (("alt", "dann 4.122"), ("neu", "geändert, bisher 4.022")):
            expect(abschnitt.locator(f"#{seite}-bevoelkerung .wechsel")).to_have_text([marke])
            assert abschnitt.locator(f"#{seite}-bevoelkerung svg[role=img]").count() == 2
            assert abschnitt.locator(f"#{seite}-bevoelkerung svg[role=img]:visible").count() == 1
        assert blatt.evaluate("document.documentElement.scrollWidth") <= breite
        blatt.evaluate(AXE.read_text("utf-8"))
        ergebnis = blatt.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in ergebnis["violations"]] == []


def test_ohne_skript_steht_alles_da(vorschau: Path) -> None:
    assert "<script" not in (vorschau / "was-sich-aendert.html").read_text("utf-8")
