"""The search finds what people type, says what it found, and costs nothing before it is opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from gebaut import neues_blatt
from playwright.sync_api import expect

from scripts.browser import warte_auf

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def offen(browser: Any, adresse: str) -> Iterator[Any]:
    """A page whose search has been used before; only for tests that type and look."""
    kontext = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    seite = kontext.new_page()
    seite.goto(adresse)
    yield seite
    kontext.close()


@pytest.fixture
def blatt(browser: Any, adresse: str) -> Iterator[Any]:
    with neues_blatt(browser) as seite:
        seite.on("dialog", lambda d: (seite.fehler.append(d.message), d.dismiss()))
        seite.goto(adresse, wait_until="networkidle")
        yield seite


def _suche(seite: Any, text: str) -> list[str]:
    """Addresses of the first results."""
    if not seite.locator("#suche").is_visible():
        seite.locator("[data-suche]").click()
    seite.locator("#suche-feld").fill("")
    expect(seite.locator("#suche [role=status]")).to_be_empty()
    seite.locator("#suche-feld").fill(text)
    expect(seite.locator("#suche [role=status]")).to_contain_text("Treffer")
    expect(seite.locator(".suche-treffer a").first).to_be_visible()
    wurzel = seite.url.split("?")[0]
    return [a.removeprefix(wurzel) for a in seite.locator(".suche-treffer a").evaluate_all("a => a.map(x => x.href)")]


def test_vor_der_ersten_suche_wird_kein_index_geladen(blatt: Any) -> None:
    assert not [u for u in blatt.geladen if "pagefind" in u or "search" in u or "suche.js" in u]
    blatt.locator("[data-suche]").click()
    warte_auf(blatt, "performance.getEntriesByType('resource').some(e => e.name.includes('pagefind'))")


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Lernpatenschaft", "massnahmen/lernpatenschaften/"),
        ("Patenschaften", "massnahmen/lernpatenschaften/"),
        ("strassenfeste", "massnahmen/strassenfeste/"),
        ("Straßenfest", "massnahmen/strassenfeste/"),
        ("amterwegweiser", "massnahmen/aemterwegweiser/"),
        ("Wohnlotsinnen", "massnahmen/wohnlots-innen/"),
        ("Dolmetschen", "massnahmen/dolmetschpool/"),
        ("Einbürgerung", "monitoring/einbuergerungen/"),
        ("Beschäftigungsquote", "monitoring/beschaeftigungsquote/"),
    ],
)
def test_was_leute_tippen_findet_die_seite(offen: Any, text: str, erwartet: str) -> None:
    assert erwartet in _suche(offen, text)[:5]


def test_eine_abkuerzung_findet_ihre_langform(offen: Any) -> None:
    kurz, lang = _suche(offen, "MSO"), _suche(offen, "Migrantinnenselbstorganisation")
    assert "akteure/bruecke/" in kurz[:6] and "akteure/bruecke/" in lang[:6]


def test_ein_begriff_steht_neben_dem_was_er_erklaert(offen: Any) -> None:
    assert {"glossar/#mso", "akteure/bruecke/"} <= set(_suche(offen, "MSO")[:6])
    assert _suche(offen, "Sozialraum")[0] == "glossar/#sozialraum"
    expect(offen.locator(".suche-treffer li").first.locator(".marke")).to_have_text("Begriff")


def test_ein_treffer_auf_der_seite_selbst_fuehrt_an_die_stelle(blatt: Any) -> None:
    blatt.goto(f"{blatt.url}glossar/")
    blatt.locator("[data-suche]").click()
    blatt.locator("#suche-feld").fill("Sozialraum")
    blatt.locator(".suche-treffer a[href$='glossar/#sozialraum']").click()
    blatt.wait_for_url("**/glossar/#sozialraum")
    expect(blatt.locator("#suche")).to_be_hidden()
    expect(blatt.locator(":target")).to_contain_text("Sozialraum")
    expect(blatt.locator(":target")).to_be_in_viewport()


def test_ganze_namen_stehen_vor_laengeren(offen: Any) -> None:
    assert _suche(offen, "Glossar")[0] == "glossar/"
    assert _suche(offen, "Quellen")[0] == "quellen/"


def test_was_nur_im_index_steht_liest_niemand(offen: Any) -> None:
    _suche(offen, "Selbstorganisation")
    for text in offen.locator(".suche-treffer p").all_inner_texts():
        assert "migrantinnenselbst" not in text.lower(), text


def test_ein_unbekanntes_wort_findet_nichts_statt_irgendetwas(offen: Any) -> None:
    assert "massnahmen/dolmetschpool/" in _suche(offen, "Dolm")
    offen.locator("#suche-feld").fill("Dolchstoß")
    expect(offen.locator("#suche [role=status]")).to_contain_text("Nichts gefunden")
    expect(offen.locator(".suche-treffer li")).to_have_count(0)


def test_ein_treffer_sagt_was_er_ist(offen: Any) -> None:
    _suche(offen, "Lernpatenschaften")
    expect(offen.locator(".suche-treffer li").first.locator(".marke")).to_have_text("Maßnahme")
    assert "⁂" not in offen.locator(".suche-treffer").inner_text()


def test_bedienung_mit_der_tastatur(blatt: Any) -> None:
    blatt.keyboard.press("Control+k")
    expect(blatt.locator("#suche-feld")).to_be_focused()
    blatt.keyboard.type("Willkommensmappe")
    expect(blatt.locator(".suche-treffer a").first).to_be_visible()
    blatt.keyboard.press("ArrowDown")
    expect(blatt.locator(".suche-treffer a").first).to_be_focused()
    blatt.keyboard.press("Escape")
    expect(blatt.locator("#suche")).to_be_hidden()
    blatt.keyboard.press("Control+k")
    expect(blatt.locator("#suche-feld")).to_be_focused()
    blatt.keyboard.press("ArrowDown")
    expect(blatt.locator(".suche-treffer a").first).to_be_focused()
    blatt.keyboard.press("Enter")
    blatt.wait_for_url("**/massnahmen/willkommensmappe/")


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", "'; drop table", "⁂", "%00%ff", "a" * 200])
def test_boese_eingaben_finden_nichts_und_tun_nichts(blatt: Any, text: str) -> None:
    blatt.locator("[data-suche]").click()
    blatt.locator("#suche-feld").fill(text)
    blatt.wait_for_timeout(500)
    assert blatt.locator("#suche img").count() == 0


def _mit_regel(browser: Any, adresse: str, skripte: str) -> Any:
    """A page whose server sets a Content-Security-Policy."""
    seite = browser.new_context().new_page()
    regel = f"default-src 'self'; script-src 'self' 'unsafe-inline' {skripte}; img-src 'self' data:; style-src 'self' 'unsafe-inline'"

    def mit_regel(weg: Any) -> None:
        antwort = weg.fetch()
        weg.fulfill(response=antwort, headers={**antwort.headers, "content-security-policy": regel})

    seite.route("**/*", mit_regel)
    seite.goto(adresse)
    return seite


def test_die_suche_laeuft_unter_strenger_inhaltsregel(browser: Any, adresse: str) -> None:
    seite = _mit_regel(browser, adresse, "'wasm-unsafe-eval'")
    assert _suche(seite, "Lernpatenschaften")
    seite.unroute_all(behavior="wait")
    seite.context.close()


def test_verbietet_die_regel_webassembly_sagt_die_suche_dass_sie_nicht_geht(browser: Any, adresse: str) -> None:
    seite = _mit_regel(browser, adresse, "")
    seite.locator("[data-suche]").click()
    seite.locator("#suche-feld").fill("Lernpatenschaften")
    expect(seite.locator("#suche [role=status]")).to_contain_text("nicht erreichbar")
    seite.unroute_all(behavior="wait")
    seite.context.close()


def test_das_fenster_hat_einen_namen_und_keine_barriere(blatt: Any) -> None:
    from gebaut import WURZEL

    _suche(blatt, "Sprachtreffs")
    blatt.evaluate((WURZEL / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    ergebnis = blatt.evaluate("axe.run('#suche')")
    assert [v["id"] for v in ergebnis["violations"]] == []
