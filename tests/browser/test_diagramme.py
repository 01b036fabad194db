"""Charts in a browser: sharp at every width, explorable by pointer and keyboard, whole without JavaScript."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def datenseiten(musterstadt_seite: Path) -> list[str]:
    """Addresses of the data pages that have a chart."""
    seiten = sorted((musterstadt_seite / "monitoring").glob("*/index.html"))
    return [f"monitoring/{s.parent.name}/" for s in seiten if "d-bild" in s.read_text()]


@pytest.fixture
def oeffne(browser: Any, adresse: str) -> Iterator[Any]:
    """Opens a page at a width; the fixture closes what it opened."""
    kontexte = []

    def _oeffne(pfad: str, breite: int = 1280, **wahl: Any) -> Any:
        kontext = browser.new_context(viewport={"width": breite, "height": 900}, **wahl)
        kontexte.append(kontext)
        seite = kontext.new_page()
        seite.goto(f"{adresse}{pfad}")
        return seite

    yield _oeffne
    for kontext in kontexte:
        kontext.close()


def linie(datenseiten: list[str]) -> str:
    """A page with lines; the first whose chart has a dashed line."""
    return next(s for s in datenseiten if "quote" in s)


@pytest.mark.parametrize(("breite", "sichtbar"), [(1280, "d-breit"), (390, "d-schmal"), (320, "d-schmal")])
def test_je_breite_ist_genau_ein_bild_zu_sehen(oeffne: Any, datenseiten: list[str], breite: int, sichtbar: str) -> None:
    assert len(datenseiten) >= 5
    for pfad in datenseiten:
        seite = oeffne(pfad, breite)
        for bild in seite.locator(".d-bild").all():
            klassen = [s.get_attribute("class") for s in bild.locator("> svg:visible").all()]
            assert len(klassen) == 1 and sichtbar in klassen[0], (pfad, klassen)
        assert seite.evaluate("document.documentElement.scrollWidth") <= breite, pfad


def test_schrift_im_bild_bleibt_auf_dem_telefon_lesbar(oeffne: Any, datenseiten: list[str]) -> None:
    for pfad in datenseiten:
        seite = oeffne(pfad, 320)
        hoehen = seite.evaluate(
            "[...document.querySelectorAll('.d-schmal text')].map((t) => t.getBoundingClientRect().height)"
        )
        assert hoehen and min(hoehen) >= 10, pfad


def test_ohne_javascript_ist_das_bild_ganz_da(oeffne: Any, datenseiten: list[str]) -> None:
    seite = oeffne(datenseiten[0], java_script_enabled=False)
    svg = seite.locator(".d-breit").first
    assert svg.is_visible()
    assert svg.get_attribute("role") == "img"


def test_wo_die_namen_an_den_linien_stehen_gibt_es_keine_legende(oeffne: Any) -> None:
    for breite, sichtbar in ((1280, False), (320, True)):
        blatt = oeffne("monitoring/beschaeftigungsquote/", breite)
        assert blatt.locator(".d-legende--schmal").first.is_visible() == sichtbar


def test_erst_in_sicht_wird_das_bild_lebendig(oeffne: Any, datenseiten: list[str], adresse: str) -> None:
    seite = oeffne(linie(datenseiten))
    bild = seite.locator(".d-bild").first
    bild.scroll_into_view_if_needed()
    seite.wait_for_selector(".d-marke")
    marken = bild.locator(".d-breit .d-marke")
    marken.nth(1).hover()
    zettel = bild.locator(".d-zettel")
    assert zettel.inner_text() == marken.nth(1).get_attribute("aria-label")


@pytest.mark.parametrize(("rechts", "oben"), [(0, 0), (0, 7), (5, 5), (-7, 0)])
def test_von_nahen_punkten_gewinnt_der_naechste_auch_neben_seiner_mitte(
    oeffne: Any, datenseiten: list[str], rechts: int, oben: int
) -> None:
    """Lines cross and end beside each other: what lies on top does not count."""
    blatt = oeffne(linie(datenseiten))
    bild = blatt.locator(".d-bild").first
    bild.scroll_into_view_if_needed()
    blatt.wait_for_selector(".d-marke")
    punkte = bild.locator(".d-breit path.d-marke").evaluate_all(
        """alle => alle.map(m => [m, m.getBoundingClientRect()]).filter(([, r]) => Math.max(r.width, r.height) < 14)
           .map(([m, r]) => [m.getAttribute("aria-label"), r.left + r.width / 2, r.top + r.height / 2])"""
    )
    assert len(punkte) >= 8
    falsch = []
    for _, x, y in punkte:
        zeiger = (x + rechts, y - oben)
        blatt.mouse.move(2, 2)
        bild.locator(".d-zettel").wait_for(state="hidden")
        blatt.mouse.move(*zeiger)
        weit = {name: math.dist(zeiger, (px, py)) for name, px, py in punkte}
        nah = {name for name, w in weit.items() if w <= min(weit.values()) + 0.5}
        zettel = bild.locator(".d-zettel")
        if not zettel.is_visible() or zettel.inner_text() not in nah:
            falsch.append((zeiger, nah, zettel.text_content()))
    assert falsch == []


def test_mit_den_pfeiltasten_durch_die_marken(oeffne: Any, datenseiten: list[str]) -> None:
    seite = oeffne(linie(datenseiten))
    bild = seite.locator(".d-bild").first
    bild.scroll_into_view_if_needed()
    seite.wait_for_selector(".d-marke")
    svg = bild.locator(".d-breit")
    assert svg.locator("[tabindex='0']").count() == 1  # one stop of the tab key per chart
    svg.locator("[tabindex='0']").focus()
    namen = [m.get_attribute("aria-label") for m in svg.locator(".d-marke").all()]

    def hier() -> str:
        return str(seite.evaluate("document.activeElement.getAttribute('aria-label')"))

    assert hier() == namen[0]
    seite.keyboard.press("ArrowRight")
    assert hier() == namen[1] == bild.locator(".d-zettel").inner_text()
    seite.keyboard.press("End")
    assert hier() == namen[-1]
    seite.keyboard.press("Escape")
    assert bild.locator(".d-zettel").is_hidden()


def test_was_eine_marke_sagt_bleibt_unter_dem_zeiger_und_geht_mit_escape(oeffne: Any, datenseiten: list[str]) -> None:
    """WCAG 1.4.13: hoverable, dismissible, persistent."""
    blatt = oeffne(linie(datenseiten))
    bild = blatt.locator(".d-bild").first
    bild.scroll_into_view_if_needed()
    blatt.wait_for_selector(".d-marke")
    zettel = bild.locator(".d-zettel")
    bild.locator(".d-breit .d-marke").nth(1).hover()
    gesagt = zettel.inner_text()
    ort = zettel.bounding_box()
    for anteil in (0.8, 0.5, 0.2):  # on the paper, from its lower edge up
        blatt.mouse.move(ort["x"] + ort["width"] / 2, ort["y"] + ort["height"] * anteil)
        blatt.wait_for_timeout(500)
        assert zettel.is_visible() and zettel.inner_text() == gesagt
    blatt.keyboard.press("Escape")
    assert zettel.is_hidden()
    bild.locator(".d-breit .d-marke").nth(2).hover()
    assert zettel.is_visible() and zettel.inner_text() != gesagt
    blatt.mouse.move(2, 2)
    zettel.wait_for(state="hidden")


def flach(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


@pytest.mark.parametrize("lebendig", [False, True])
def test_ein_bildschirmleser_hoert_den_text_eines_bildes_einmal(
    oeffne: Any, datenseiten: list[str], lebendig: bool
) -> None:
    """Read in the tree that Chromium hands to screen readers: names, descriptions and text."""
    for pfad in datenseiten[:6]:
        blatt = oeffne(pfad, java_script_enabled=lebendig)
        if lebendig:
            blatt.locator(".d-bild").first.scroll_into_view_if_needed()
            blatt.wait_for_selector(".d-marke")
        text = flach(blatt.locator(".diagramm figcaption .unsichtbar").first.text_content() or "")[:60]
        baum = blatt.context.new_cdp_session(blatt).send("Accessibility.getFullAXTree")["nodes"]
        gehoert = [
            wert
            for k in baum
            if not k.get("ignored") and k["role"]["value"] != "InlineTextBox"
            for wert in (k.get("name", {}).get("value", ""), k.get("description", {}).get("value", ""))
            if text in flach(wert)
        ]
        assert len(gehoert) == 1, (pfad, gehoert)
        rollen = {k["role"]["value"] for k in baum if (k.get("name", {}).get("value", "")).startswith("Werte im Bild")}
        assert rollen == ({"group"} if lebendig else set()), pfad


def test_farben_folgen_hell_dunkel_und_erzwungenen_farben(oeffne: Any, datenseiten: list[str]) -> None:
    farben = {
        name: oeffne(linie(datenseiten), **wahl).evaluate(
            "getComputedStyle(document.querySelector('.d-breit path[stroke=\"var(--d1)\"]')).stroke"
        )
        for name, wahl in {
            "hell": {"color_scheme": "light"},
            "dunkel": {"color_scheme": "dark"},
            "erzwungen": {"forced_colors": "active"},
        }.items()
    }
    assert len(set(farben.values())) == 3, farben
