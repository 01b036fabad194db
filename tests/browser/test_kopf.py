"""The header: menu, languages, search and colours work on every width, by keyboard, and as far as can be without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from gebaut import neues_blatt
from playwright.sync_api import expect

from scripts.browser import warte_auf

pytestmark = pytest.mark.browser
SCHMAL = {"width": 390, "height": 844}
GESPEICHERT = "[{...localStorage}, {...sessionStorage}, document.cookie]"


@pytest.fixture
def seite(browser: Any) -> Iterator[Any]:
    with neues_blatt(browser) as blatt:
        yield blatt


@pytest.fixture
def telefon(browser: Any) -> Iterator[Any]:
    with neues_blatt(browser, viewport=SCHMAL) as blatt:
        yield blatt


# The menu


@pytest.mark.parametrize("mit_skript", [True, False])
def test_auf_dem_telefon_klappt_das_menue_auf_und_steht_vor_dem_inhalt(
    browser: Any, adresse: str, mit_skript: bool
) -> None:
    with neues_blatt(browser, viewport=SCHMAL, java_script_enabled=mit_skript) as blatt:
        blatt.goto(adresse + "massnahmen/")
        menue = blatt.locator(".kopf-menue")
        expect(menue.get_by_role("navigation")).to_be_hidden()
        expect(blatt.locator(".hauptnav")).to_be_hidden()
        menue.locator("summary").click()
        menue.get_by_role("link", name="Umsetzungsstand").click()
        assert blatt.url == adresse + "umsetzung/"
        vorher = blatt.locator("body").evaluate if mit_skript else None
        if vorher:
            assert vorher(
                "b => Boolean(b.querySelector('.kopf-menue').compareDocumentPosition(b.querySelector('main')) & 4)"
            )


def test_escape_ein_druck_daneben_und_der_nachbar_schliessen_was_offen_ist(telefon: Any, adresse: str) -> None:
    telefon.goto(adresse)
    menue, sprachen = telefon.locator(".kopf-menue"), telefon.locator(".kopf-sprachen")
    menue.locator("summary").focus()
    telefon.keyboard.press("Enter")
    expect(menue).to_have_attribute("open", "")
    telefon.keyboard.press("Tab")
    telefon.keyboard.press("Escape")
    expect(menue).not_to_have_attribute("open", "")
    expect(menue.locator("summary")).to_be_focused()
    menue.locator("summary").click()
    sprachen.locator("summary").click()
    expect(sprachen).to_have_attribute("open", "")
    expect(menue).not_to_have_attribute("open", "")
    telefon.mouse.click(20, 800)
    expect(sprachen).not_to_have_attribute("open", "")


def test_auf_breiten_schirmen_steht_das_menue_als_zeile(seite: Any, adresse: str) -> None:
    seite.goto(adresse + "glossar/")
    expect(seite.locator(".kopf-menue")).to_be_hidden()
    expect(seite.locator(".hauptnav [aria-current]")).to_have_text("Konzept")
    expect(seite.locator(".unternav [aria-current=page]")).to_have_text("Glossar")


# Languages


@pytest.mark.parametrize("mit_skript", [True, False])
def test_von_jeder_seite_zwei_druecke_bis_zu_jeder_sprache(browser: Any, echte_adresse: str, mit_skript: bool) -> None:
    with neues_blatt(browser, viewport=SCHMAL, java_script_enabled=mit_skript) as blatt:
        blatt.goto(echte_adresse + "monitoring/")
        blatt.locator(".kopf-sprachen summary").click()
        arabisch = blatt.get_by_role("link", name="العربية")
        assert [arabisch.get_attribute(a) for a in ("lang", "hreflang", "dir")] == ["ar", "ar", "rtl"]
        arabisch.click()
        assert blatt.url == echte_adresse + "sprachen/ar/"
        assert blatt.locator(".kopf-sprachen [aria-current=page]").get_attribute("lang") == "ar"


# Colours


def _farben(blatt: Any) -> tuple[str, str]:
    return blatt.evaluate(
        "[document.documentElement.dataset.farben, getComputedStyle(document.body).backgroundColor === 'rgb(20, 25, 26)' ? 'Nacht' : 'Tag']"
    )


def test_vor_einer_wahl_gilt_das_system_und_nichts_ist_gespeichert(browser: Any, adresse: str) -> None:
    with neues_blatt(browser, color_scheme="dark") as blatt:
        blatt.goto(adresse + "massnahmen/", wait_until="networkidle")
        assert _farben(blatt) == ["system", "Nacht"]
        blatt.emulate_media(color_scheme="light")
        # The browser takes the system's colours over a moment later.
        warte_auf(blatt, "getComputedStyle(document.body).backgroundColor !== 'rgb(20, 25, 26)'")
        assert _farben(blatt) == ["system", "Tag"]
        assert blatt.evaluate(GESPEICHERT) == [{}, {}, ""]


def test_der_schalter_geht_rundum_sagt_es_und_die_naechste_seite_weiss_es(seite: Any, adresse: str) -> None:
    seite.goto(adresse)
    schalter = seite.locator("[data-farbwahl]")
    expect(schalter).to_have_accessible_name("Farben: wie im System. Zu hell wechseln")
    schalter.focus()
    seite.keyboard.press("Enter")
    expect(schalter).to_have_accessible_name("Farben: hell. Zu dunkel wechseln")
    seite.keyboard.press("Space")
    expect(schalter).to_have_accessible_name("Farben: dunkel. Zur Einstellung des Systems wechseln")
    assert _farben(seite) == ["dunkel", "Nacht"]
    assert seite.evaluate(GESPEICHERT) == [{"/farben": "dunkel"}, {}, ""]
    seite.goto(adresse + "massnahmen/")
    assert _farben(seite) == ["dunkel", "Nacht"]
    schalter.click()
    assert _farben(seite) == ["system", "Tag"]
    assert seite.evaluate(GESPEICHERT) == [{}, {}, ""]


@pytest.mark.nur_chromium("going back")
def test_ein_anderes_fenster_und_der_weg_zurueck_zeigen_die_neue_wahl(browser: Any, adresse: str) -> None:
    with neues_blatt(browser) as eines:
        eines.goto(adresse)
        anderes = eines.context.new_page()
        anderes.goto(adresse + "glossar/")
        anderes.locator("[data-farbwahl]").click(click_count=2)
        expect(eines.locator("html")).to_have_attribute("data-farben", "dunkel")
        anderes.goto(adresse)
        anderes.locator("[data-farbwahl]").click()
        anderes.go_back()
        expect(anderes.locator("html")).to_have_attribute("data-farben", "system")


def test_die_farben_stehen_vor_dem_ersten_bild(browser: Any, adresse: str) -> None:
    """The script that sets them stands in the head, blocks, and comes before the style."""
    with neues_blatt(browser) as blatt:
        blatt.goto(adresse + "massnahmen/")
        kopf = blatt.evaluate(
            "[...document.head.querySelectorAll('script:not([type*=json]), [rel=stylesheet]')].map(e => [e.tagName, e.async || e.defer || e.type])"
        )
        assert [name for name, _ in kopf] == ["SCRIPT", "LINK"] and not kopf[0][1]


@pytest.mark.parametrize("breite", [320, 1280])
def test_der_schalter_bewegt_die_seite_nicht(browser: Any, adresse: str, breite: int) -> None:
    with neues_blatt(browser, viewport={"width": breite, "height": 800}) as blatt:
        blatt.goto(adresse + "massnahmen/")
        blatt.locator("[data-farbwahl]").focus()
        for _ in range(3):
            blatt.keyboard.press("Enter")
            assert blatt.evaluate("scrollY") == 0


def test_ist_kein_speicher_da_gilt_die_wahl_fuer_die_seite(seite: Any, adresse: str) -> None:
    seite.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }})")
    seite.goto(adresse)
    seite.locator("[data-farbwahl]").click(click_count=2)
    assert _farben(seite) == ["dunkel", "Nacht"]


# All of it


def test_ohne_skript_fehlt_nur_was_ohne_skript_nichts_tut(browser: Any, adresse: str) -> None:
    with neues_blatt(browser, viewport=SCHMAL, java_script_enabled=False) as blatt:
        blatt.goto(adresse)
        assert blatt.locator(".kopf-werkzeuge > :visible").count() == 2
        expect(blatt.locator("[data-suche]")).to_be_hidden()
        expect(blatt.locator("[data-farbwahl]")).to_be_hidden()


@pytest.mark.parametrize(("breite", "schrift"), [(320, 1), (320, 2), (390, 1), (390, 2), (820, 1), (1280, 2)])
def test_nichts_im_kopf_steht_uebereinander_oder_hinaus(
    browser: Any, echte_adresse: str, breite: int, schrift: int
) -> None:
    """Down to 320 pixels, and with letters twice as large."""
    with neues_blatt(browser, viewport={"width": breite, "height": 800}) as blatt:
        blatt.goto(echte_adresse)
        blatt.evaluate(f"document.documentElement.style.fontSize = '{125 * schrift}%'")
        orte = blatt.evaluate(
            """() => [...document.querySelectorAll(".kopf-marke span, .kopf-werkzeuge > *")].map((e) => {
                 const bereich = document.createRange(); bereich.selectNodeContents(e);
                 const r = (e.matches("span") ? bereich : e).getBoundingClientRect();
                 return [r.left, r.top, r.right, r.bottom];
               }).filter(([l, , r]) => r > l)"""
        )
        assert len(orte) >= 4
        assert all(links >= 0 and rechts <= breite for links, _, rechts, _ in orte), orte
        for i, (l1, o1, r1, u1) in enumerate(orte):
            for l2, o2, r2, u2 in orte[i + 1 :]:
                assert r1 <= l2 or r2 <= l1 or u1 <= o2 or u2 <= o1, orte


def test_der_farbschalter_sagt_auf_einer_sprachseite_in_deren_sprache_was_er_tut(
    seite: Any, echte_adresse: str
) -> None:
    seite.goto(echte_adresse + "sprachen/en/")
    schalter = seite.locator("[data-farbwahl]")
    gehoert = []
    for _ in range(3):
        gehoert.append(schalter.get_attribute("aria-label"))
        schalter.click()
    assert gehoert == [
        "Colours: as in the system. Switch to light",
        "Colours: light. Switch to dark",
        "Colours: dark. Switch to the system setting",
    ]
