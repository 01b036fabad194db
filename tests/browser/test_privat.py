"""What a visitor chooses about himself stays behind the #: no request carries it, and the choice survives jumps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from gebaut import gehe, neues_blatt
from playwright.sync_api import expect

from scripts.browser import warte_auf

pytestmark = pytest.mark.browser
ZEILEN = "[data-matrix] tbody tr"


@pytest.fixture
def seite(browser: Any) -> Iterator[Any]:
    with neues_blatt(browser) as blatt:
        yield blatt


def _oeffne(seite: Any, adresse: str) -> None:
    seite.goto(adresse)
    expect(seite.locator(".matrix-leiste")).to_be_visible()


def _gewaehlt(seite: Any) -> tuple[int, int]:
    return seite.locator(ZEILEN).count(), len(seite.evaluate("location.hash").split("&"))


def test_zielgruppe_und_text_stehen_hinter_der_raute_stand_davor(seite: Any, adresse: str) -> None:
    gerufen: list[str] = []
    seite.on("request", lambda ruf: gerufen.append(ruf.url))
    _oeffne(seite, adresse + "massnahmen/")
    for knopf, wert in (("Stand", "umgesetzt"), ("Zielgruppe", "Neuzugewanderte")):
        seite.locator(".matrix-knopf", has_text=knopf).first.click()
        seite.locator(".matrix-facetten fieldset:visible label", has_text=wert).first.click()
        seite.keyboard.press("Escape")
    seite.get_by_label("Maßnahmen durchsuchen").fill("deutsch")
    expect(seite).to_have_url(adresse + "massnahmen/?stand=umgesetzt#wahl:text=deutsch&zielgruppe=neuzugewanderte")
    seite.reload()
    expect(seite.get_by_label("Maßnahmen durchsuchen")).to_have_value("deutsch")
    assert not [
        url for url in gerufen if "neuzugewanderte" in url.partition("#")[0] or "deutsch" in url.partition("#")[0]
    ]


def test_alte_adressen_gelten_und_werden_umgeschrieben(seite: Any, adresse: str) -> None:
    _oeffne(seite, adresse + "massnahmen/?text=Sprachtreffs&sort=-titel")
    expect(seite.locator(ZEILEN)).to_have_count(1)
    assert seite.url == adresse + "massnahmen/?sort=-titel#wahl:text=Sprachtreffs"
    seite.goto(adresse + "betrifft-mich/?wer=eltern")
    expect(seite.get_by_label("Ich habe Kinder")).to_be_checked()
    assert seite.url == adresse + "betrifft-mich/#wahl:wer=eltern"


def test_sprunglink_zeile_und_zurueck_behalten_die_wahl(seite: Any, adresse: str) -> None:
    _oeffne(seite, adresse + "massnahmen/#wahl:text=sprach")
    anzahl = seite.locator(ZEILEN).count()
    alle = seite.locator(".matrix-leiste").get_by_role("status").inner_text()
    assert anzahl > 1 and " von " in alle
    seite.keyboard.press("Tab")
    seite.keyboard.press("Enter")
    ziel = seite.evaluate("new URLSearchParams(location.hash.replace('#wahl:', '')).get('ort')")
    assert ziel and seite.locator(ZEILEN).count() == anzahl
    assert seite.evaluate("document.activeElement.id") == ziel, "the skip link still moves the focus"
    gehe(seite, -1)
    warte_auf(seite, "location.hash === '#wahl:text=sprach'")
    assert seite.locator(ZEILEN).count() == anzahl


def test_eine_zeile_laesst_sich_mit_der_wahl_verlinken(seite: Any, adresse: str) -> None:
    _oeffne(seite, adresse + "herausforderungen/#wahl:text=sprach")
    letzte = seite.locator(ZEILEN).last
    kennung = letzte.get_attribute("id")
    anzahl = seite.locator(ZEILEN).count()
    seite.goto(adresse)
    _oeffne(seite, f"{adresse}herausforderungen/#wahl:text=sprach&ort={kennung}")
    assert seite.locator(ZEILEN).count() == anzahl
    expect(letzte).to_be_focused()
    expect(letzte).to_be_in_viewport()


def test_betrifft_mich_springt_zum_ergebnis_ohne_die_antworten_zu_verlieren(seite: Any, adresse: str) -> None:
    seite.goto(adresse + "betrifft-mich/")
    seite.get_by_label("Ich habe Kinder").check()
    seite.get_by_role("link", name="Zum Ergebnis").click()
    assert seite.url == adresse + "betrifft-mich/#wahl:wer=eltern&ort=ergebnis"
    expect(seite.get_by_label("Ich habe Kinder")).to_be_checked()
    seite.reload()
    expect(seite.get_by_label("Ich habe Kinder")).to_be_checked()
    seite.go_back()
    expect(seite.get_by_label("Ich habe Kinder")).to_be_checked()


@pytest.mark.parametrize("raute", ["#wahl:", "#wahl:text=%E4", "#wahl:zielgruppe=<b>&ort=__proto__", "#wahl:ort=%00"])
def test_fremdes_hinter_der_raute_stoert_nicht(seite: Any, adresse: str, raute: str) -> None:
    _oeffne(seite, adresse + "massnahmen/" + raute)
    expect(seite.locator(".matrix-leiste").get_by_role("status")).to_be_visible()


def test_ohne_eine_wahl_der_farben_wird_nichts_gespeichert(seite: Any, adresse: str) -> None:
    for weg in ("", "massnahmen/#wahl:text=sprach", "betrifft-mich/#wahl:wer=eltern", "sammelmappe/", "monitoring/"):
        seite.goto(adresse + weg, wait_until="networkidle")
    gespeichert = seite.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]")
    assert gespeichert == [[], [], ""]
    seite.locator("[data-farbwahl]").click()
    assert [name.endswith("farben") for name in seite.evaluate("Object.keys(localStorage)")] == [True]
    seite.goto(adresse + "ueber/datenschutz/")
    expect(seite.locator("code", has_text="farben")).to_be_visible()
