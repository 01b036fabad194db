"""„Stand melden“: filled in by keyboard, checked while typing, and read back by the import; complete without script."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from gebaut import MUSTERSTADT, WURZEL, neues_blatt
from playwright.sync_api import expect

from macros.befehle.konzept import main as konzept

pytestmark = pytest.mark.browser
SEITE = "massnahmen/sprachtreffs/#stand-melden"
BREITEN = [{"width": 320, "height": 640}, {"width": 1280, "height": 900}]


@pytest.fixture(params=BREITEN, ids=["320", "1280"])
def blatt(browser: Any, adresse: str, request: pytest.FixtureRequest) -> Any:
    with neues_blatt(browser, viewport=request.param, accept_downloads=True) as seite:
        seite.goto(adresse + SEITE)
        expect(seite.get_by_label("Tag", exact=True)).to_have_value(date.today().isoformat())
        yield seite


def fuelle(blatt: Any) -> None:
    """With the keyboard alone, from the first field on."""
    blatt.get_by_label("Tag", exact=True).focus()
    blatt.keyboard.press("Tab")
    while blatt.evaluate("document.activeElement.name") != "stand":
        blatt.keyboard.press("Tab")
    blatt.keyboard.type("in Umsetzung")
    while blatt.evaluate("document.activeElement.name") != "text":
        blatt.keyboard.press("Tab")
    blatt.keyboard.type("Zwei neue Gruppen sind da.")


def test_der_bericht_kommt_als_datei_und_die_daten_nehmen_ihn(blatt: Any, tmp_path: Path) -> None:
    fuelle(blatt)
    with blatt.expect_download() as ladung:
        blatt.get_by_role("button", name="Als Datei sichern").press("Enter")
    datei = tmp_path / ladung.value.suggested_filename
    ladung.value.save_as(datei)
    daten = Path(shutil.copytree(MUSTERSTADT, tmp_path / "data"))
    heute = date.today().isoformat()
    assert konzept(["meldung", "uebernehmen", str(datei), "--daten", str(daten), "--stichtag", heute]) == 0
    neu = (daten / "massnahmen/sprachtreffs.yaml").read_text("utf-8")
    assert f"  - datum: {heute}\n    stand: in_umsetzung\n    text: Zwei neue Gruppen sind da.\n" in neu
    assert blatt.geladen
    assert {urlsplit(u).hostname for u in blatt.geladen} <= {"127.0.0.1", "localhost", None}


def test_die_mail_sagt_dasselbe_und_ein_langer_bericht_wird_zur_datei(blatt: Any) -> None:
    fuelle(blatt)
    knopf = blatt.get_by_role("link", name="E-Mail an integration@example.org beginnen")
    blatt.evaluate("document.addEventListener('click', (e) => e.target.dataset?.weg === 'mail' && e.preventDefault())")
    knopf.press("Enter")
    ziel = knopf.get_attribute("href")
    assert ziel.startswith("mailto:integration@example.org?subject=Stand%20melden")
    assert len(ziel) <= 1800
    text = unquote(parse_qs(ziel.partition("?")[2])["body"][0]) if "+" not in ziel else ""
    assert "### Bericht\r\n\r\nZwei neue Gruppen sind da." in text
    blatt.get_by_label("Bericht (freiwillig)").fill("Satz. " * 400)
    knopf.press("Enter")
    expect(blatt.locator("[data-melden-status]")).to_contain_text("zu lang")


def test_fehler_stehen_beim_feld_und_der_erste_bekommt_den_fokus(blatt: Any) -> None:
    blatt.get_by_role("button", name="Als Datei sichern").press("Enter")
    stand = blatt.get_by_label("Stand", exact=True)
    expect(stand).to_be_focused()
    expect(stand).to_have_attribute("aria-invalid", "true")
    expect(stand).to_have_accessible_description("Stand an diesem Tag. Bitte den Stand wählen.")
    blatt.get_by_label("Bericht (freiwillig)").press_sequentially("Frau Muster weiß mehr.")
    expect(blatt.locator("#melden-text-fehler")).to_contain_text("der Name einer Person")
    stand.select_option("in Umsetzung")
    expect(stand).not_to_have_attribute("aria-invalid", "true")


def test_axe_findet_nichts_und_nichts_ragt_hinaus(blatt: Any) -> None:
    blatt.get_by_role("button", name="Als Datei sichern").press("Enter")
    blatt.evaluate((WURZEL / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    ergebnis = blatt.evaluate("axe.run(document.querySelector('#stand-melden'))")
    assert [v["id"] for v in ergebnis["violations"]] == []
    assert blatt.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_ohne_javascript_ist_alles_zu_lesen_und_eine_mail_fragt_dasselbe(browser: Any, adresse: str) -> None:
    kontext = browser.new_context(java_script_enabled=False)
    seite = kontext.new_page()
    seite.goto(adresse + "massnahmen/sprachtreffs/")
    seite.locator("#stand-melden > summary").click()
    expect(seite.get_by_text("Läuft es nach Plan?")).to_be_visible()
    expect(seite.get_by_role("button", name="Als Datei sichern")).to_be_hidden()
    ziel = seite.get_by_role("link", name="E-Mail mit den Fragen beginnen").get_attribute("href")
    assert "%23%23%23%20Ma%C3%9Fnahme%0D%0A%0D%0Asprachtreffs" in ziel
    assert len(ziel) <= 1800
    kontext.close()
