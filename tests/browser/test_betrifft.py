"""„Was betrifft mich?“: pick who you are, get one list; every answer is also a page of its own."""

from __future__ import annotations

from typing import Any

import pytest
from gebaut import gehe, neues_blatt
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def blatt(browser: Any, adresse: str) -> Any:
    with neues_blatt(browser) as seite:
        seite.goto(adresse + "betrifft-mich/")
        yield seite


def _karten(seite: Any) -> set[str]:
    titel = seite.locator("[data-teil=massnahmen] .karte-titel").all_inner_texts()
    return {t.replace("\u00ad", "") for t in titel}


def test_mehrere_antworten_geben_eine_liste_ohne_doppelte(blatt: Any) -> None:
    ergebnis = blatt.locator("[data-ergebnis]")
    expect(ergebnis).to_be_hidden()
    blatt.get_by_label("Ich habe Kinder").check()
    expect(ergebnis).to_be_visible()
    eltern = _karten(blatt)
    blatt.get_by_label("Wir bieten Kurse an").check()
    beide = _karten(blatt)
    assert eltern < beide and "Wohnlots*innen" in eltern
    assert len(beide) == blatt.locator("[data-teil=massnahmen] .karte").count()
    expect(blatt.get_by_role("status")).to_contain_text(f"Maßnahmen: {len(beide)}")
    blatt.get_by_label("Ich habe Kinder").uncheck()
    assert _karten(blatt) < beide


def test_die_wahl_steht_in_der_adresse(blatt: Any, adresse: str) -> None:
    blatt.get_by_label("Ich habe Kinder").check()
    assert blatt.url.endswith("betrifft-mich/#wahl:wer=eltern")
    gehe(blatt, -1)
    expect(blatt.locator("[data-ergebnis]")).to_be_hidden()
    blatt.goto(adresse + "betrifft-mich/?wer=eltern&wer=<b>&wer=__proto__")
    assert blatt.get_by_label("Ich habe Kinder").is_checked()
    assert blatt.locator(".betrifft-wahl :checked").count() == 1


def test_ohne_javascript_fuehrt_jede_antwort_auf_ihre_seite(browser: Any, adresse: str) -> None:
    kontext = browser.new_context(java_script_enabled=False)
    seite = kontext.new_page()
    seite.goto(adresse + "betrifft-mich/")
    seite.get_by_role("link", name="Ich habe Kinder").click()
    assert seite.url.endswith("betrifft-mich/eltern/")
    expect(seite.get_by_role("heading", name="Ich habe Kinder")).to_be_visible()
    expect(seite.get_by_role("link", name="Wohnlots*innen")).to_be_visible()
    expect(seite.get_by_role("heading", name="An wen Sie sich wenden können")).to_be_visible()
    kontext.close()
