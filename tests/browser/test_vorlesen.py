"""Pages read aloud: only by a voice of the reader's own machine, in the page's language, and silent on leaving.

The voices are made up, because no test machine has any; they note what they were to say, and end when a test says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from gebaut import neues_blatt
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ABSCHNITT = "konzept/1-einleitung/"
STIMMEN = """
const stimmen = %s;
window.gesagt = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { configurable: true, value: {
  getVoices: () => (window.nochNicht ? [] : stimmen),
  speak: (satz) => { window.satz = satz; window.gesagt.push([satz.text, satz.lang]); },
  cancel: () => { window.gesagt.push("still"); sessionStorage.setItem("still", location.pathname); },
} });
window.ausgesprochen = () => window.satz.onend();
"""


def stimme(sprache: str, *, hier: bool = True) -> str:
    """A made-up voice; `hier` says whether it needs no server."""
    return f'{{ lang: "{sprache}", localService: {str(hier).lower()}, default: false }}'


DEUTSCH = stimme("de-DE")


@contextmanager
def mit_stimmen(browser: Any, *stimmen: str, davor: str = "", **optionen: Any) -> Iterator[Any]:
    """A page in a browser that has these voices."""
    with neues_blatt(browser, **optionen) as blatt:
        blatt.add_init_script(davor + STIMMEN % f"[{', '.join(stimmen)}]")
        yield blatt


def gesagt(blatt: Any) -> list[Any]:
    """What the voice was to say since it was last silenced."""
    alles: list[Any] = blatt.evaluate("window.gesagt")
    return alles[len(alles) - alles[::-1].index("still") :] if "still" in alles else alles


def zu_ende(blatt: Any) -> list[list[str]]:
    """Text and language of all that is said until the page has been read."""
    for _ in range(2000):
        if not blatt.locator(".vorlesen-beenden").is_visible():
            break
        blatt.evaluate("ausgesprochen()")
    return [wort for wort in blatt.evaluate("window.gesagt") if wort != "still"]


# Whether there is a button


@pytest.mark.parametrize(
    "stimmen", [(), (stimme("de-DE", hier=False),), (stimme("en-GB"), stimme("dv-MV"))], ids=["keine", "fern", "fremd"]
)
def test_ohne_eigene_stimme_der_sprache_gibt_es_keinen_knopf(browser: Any, adresse: str, stimmen: Any) -> None:
    with mit_stimmen(browser, *stimmen) as blatt:
        blatt.goto(adresse + ABSCHNITT, wait_until="networkidle")
        expect(blatt.locator("[data-vorlesen]")).to_be_hidden()
        assert blatt.locator("[data-vorlesen] button").count() == 0


def test_ohne_skript_steht_kein_leerer_knopf_da(browser: Any, adresse: str) -> None:
    with neues_blatt(browser, java_script_enabled=False) as blatt:
        blatt.goto(adresse + ABSCHNITT)
        expect(blatt.locator("[data-vorlesen]")).to_be_hidden()


def test_eine_stimme_die_spaeter_kommt_bringt_den_knopf(browser: Any, adresse: str) -> None:
    with mit_stimmen(browser, DEUTSCH, davor="window.nochNicht = true;") as blatt:
        blatt.goto(adresse + ABSCHNITT, wait_until="networkidle")
        expect(blatt.get_by_role("button", name="Vorlesen")).to_be_hidden()
        blatt.evaluate("window.nochNicht = false; speechSynthesis.onvoiceschanged()")
        expect(blatt.get_by_role("button", name="Vorlesen")).to_be_visible()


def test_massnahmen_und_abschnitte_haben_den_knopf_listen_nicht(
    browser: Any, adresse: str, musterstadt_seite: Any
) -> None:
    massnahme = next(p.parent.name for p in sorted(musterstadt_seite.glob("massnahmen/sprach*/index.html")))
    with mit_stimmen(browser, DEUTSCH) as blatt:
        for pfad, hat in ((ABSCHNITT, True), (f"massnahmen/{massnahme}/", True), ("massnahmen/", False)):
            blatt.goto(adresse + pfad, wait_until="networkidle")
            assert bool(blatt.get_by_role("button", name="Vorlesen").count()) is hat, pfad


# What it reads


def test_gelesen_werden_titel_kurzfassung_und_text_und_nichts_vom_rahmen(browser: Any, adresse: str) -> None:
    with mit_stimmen(browser, DEUTSCH) as blatt:
        blatt.goto(adresse + ABSCHNITT)
        blatt.get_by_role("button", name="Vorlesen").click()
        alles = [text for text, _ in zu_ende(blatt)]
        assert alles[:5] == [
            "1 Einleitung",
            "In Kürze",
            "Musterstadt ist erfunden. Bürger innen und Akteur innen haben am Konzept mitgeschrieben.",
            "Musterstadt ist erfunden. Dieses Kapitel zeigt, was ein Abschnitt alles kann: fett, kursiv, eine Fußnote und Listen.",
            "Bürger innen und Akteur innen haben mitgeschrieben.",
        ]
        gelesen = " ".join(alles)
        for nicht in ("Zusammenfassung dieser Website", "Lesefassung", "Seitenanfang", "Die Zahlen stammen", "\u00ad"):
            assert nicht not in gelesen
        expect(blatt.locator(".vorlesen [role=status]")).to_have_text("Zu Ende gelesen.")


def test_jede_sprache_liest_eine_eigene_stimme(browser: Any, adresse: str) -> None:
    with mit_stimmen(browser, stimme("ar-SA"), DEUTSCH) as blatt:
        blatt.goto(adresse + "sprachen/ar/")
        blatt.locator(".vorlesen-lesen").click()
        alles = zu_ende(blatt)
        arabisch = [text for text, sprache in alles if sprache == "ar-SA"]
        deutsch = [text for text, sprache in alles if sprache == "de-DE"]
        assert arabisch and deutsch
        assert not [t for t in deutsch if any("\u0600" <= z <= "\u06ff" for z in t)]
        assert any("\u0600" <= z <= "\u06ff" for z in " ".join(arabisch))


def test_deutsch_liest_keine_arabische_stimme(browser: Any, adresse: str) -> None:
    with mit_stimmen(browser, stimme("ar-SA")) as blatt:
        blatt.goto(adresse + "sprachen/ar/")
        deutsch = set(blatt.locator("article [lang=de]").all_text_contents())
        blatt.locator(".vorlesen-lesen").click()
        alles = zu_ende(blatt)
        assert deutsch and not deutsch & {text for text, _ in alles}
        assert {sprache for _, sprache in alles} == {"ar-SA"}


# How it is steered


def test_anhalten_weiterlesen_und_beenden_mit_der_tastatur(browser: Any, adresse: str) -> None:
    with mit_stimmen(browser, DEUTSCH) as blatt:
        blatt.goto(adresse + ABSCHNITT)
        knopf = blatt.locator(".vorlesen-lesen")
        expect(knopf).to_have_text("Vorlesen")
        knopf.focus()
        blatt.keyboard.press("Enter")
        expect(knopf).to_have_text("Anhalten")
        blatt.evaluate("ausgesprochen()")
        assert [wort[0] for wort in gesagt(blatt)] == ["1 Einleitung", "In Kürze"]
        expect(blatt.locator(".vorlesen-hier")).to_have_text("In Kürze")
        blatt.keyboard.press("Space")
        expect(knopf).to_have_text("Weiterlesen")
        assert gesagt(blatt) == []
        blatt.keyboard.press("Space")
        assert [wort[0] for wort in gesagt(blatt)] == ["In Kürze"]
        blatt.keyboard.press("Tab")
        expect(blatt.get_by_role("button", name="Beenden")).to_be_focused()
        blatt.keyboard.press("Enter")
        expect(knopf).to_have_text("Vorlesen")
        expect(knopf).to_be_focused()
        assert gesagt(blatt) == [] and blatt.locator(".vorlesen-hier").count() == 0
        expect(blatt.locator(".vorlesen [role=status]")).to_have_text("")


def test_was_nach_dem_anhalten_noch_endet_liest_nicht_weiter(browser: Any, adresse: str) -> None:
    with mit_stimmen(browser, DEUTSCH) as blatt:
        blatt.goto(adresse + ABSCHNITT)
        knopf = blatt.locator(".vorlesen-lesen")
        knopf.click()
        knopf.click()
        blatt.evaluate("ausgesprochen()")
        assert gesagt(blatt) == []


def test_wer_die_seite_verlaesst_hoert_nichts_mehr(browser: Any, adresse: str) -> None:
    with mit_stimmen(browser, DEUTSCH) as blatt:
        blatt.goto(adresse + ABSCHNITT)
        blatt.locator(".vorlesen-lesen").click()
        blatt.evaluate("sessionStorage.removeItem('still')")
        blatt.goto(adresse + "glossar/")
        assert blatt.evaluate("sessionStorage.getItem('still')").endswith(ABSCHNITT)


def test_kein_wort_geht_an_einen_dienst(browser: Any, adresse: str) -> None:
    with mit_stimmen(browser, DEUTSCH) as blatt:
        blatt.goto(adresse + ABSCHNITT)
        expect(blatt.locator(".vorlesen-lesen")).to_be_visible()
        blatt.wait_for_timeout(500)  # Firefox calls the line idle while modules are still to come
        davor = len(blatt.geladen)
        blatt.locator(".vorlesen-lesen").click()
        for _ in range(3):
            blatt.evaluate("ausgesprochen()")
        assert len(blatt.geladen) == davor
        assert all("127.0.0.1" in ort for ort in blatt.geladen)
