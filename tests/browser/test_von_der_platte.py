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


@pytest.fixture(scope="module")
def vorschau(musterstadt_seite: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    ordner = tmp_path_factory.mktemp("vorschau")
    alt = Path(shutil.copytree(MUSTERSTADT, ordner / "alt"))
    treff = alt / "massnahmen/sprachtreffs.yaml"
    treff.write_text(treff.read_text("utf-8").replace("kurztext: ", "kurztext: Früher: ", 1), encoding="utf-8")
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
