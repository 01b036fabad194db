"""Indicators beside each other: choice, address, warnings, index; without script a list of links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browser.test_erkunden import AXE, REGELN, oeffne  # noqa: F401 (the fixture)

pytestmark = pytest.mark.browser
SEITE = "monitoring/vergleichen/"


@pytest.fixture
def blatt(oeffne: Any) -> Iterator[Any]:  # noqa: F811
    yield oeffne(SEITE)


def test_zwei_gewaehlte_stehen_nebeneinander_mit_warnung_und_definition(blatt: Any) -> None:
    assert [u for u in blatt.geladen if "vega" in u] == []
    blatt.get_by_label("Einwohner*innen vergleichen").check()
    assert "Noch einen Indikator wählen." in blatt.locator(".vergleich > [role=status]").inner_text()
    blatt.get_by_label("Beschäftigte vergleichen").check()
    blatt.wait_for_selector(".vergleich .d-frei")
    assert blatt.locator(".vergleich figure").count() == 2
    assert "Gezählt wird Verschiedenes" in blatt.locator(".vorbehalt").inner_text()
    assert "Jedes Diagramm hat seine eigene Skala." in blatt.locator(".d-hinweis").inner_text()
    assert blatt.locator(".vergleich dl dd").count() == 2
    assert "?i=beschaeftigte&i=bevoelkerung" in blatt.url


def test_als_index_stehen_sie_in_einem_bild(oeffne: Any) -> None:  # noqa: F811
    blatt = oeffne(f"{SEITE}?i=bevoelkerung&i=beschaeftigte&art=index")
    blatt.wait_for_selector(".vergleich .d-frei")
    assert blatt.locator(".vergleich figure").count() == 1
    assert blatt.locator(".vergleich .d-titel").inner_text() == "Index, 2021 = 100"
    assert blatt.get_by_label("als Index in einem Diagramm").is_checked()
    erste = blatt.locator(".vergleich [data-marke]").first.get_attribute("aria-label")
    assert erste is not None and ": 100,0 (" in erste


def test_andere_arten_von_stichtagen_sind_gesperrt(blatt: Any) -> None:
    blatt.get_by_label("Einwohner*innen vergleichen").check()
    gesperrt = blatt.locator(".vergleich-liste input:disabled")
    arten = {k.get_attribute("data-art") for k in gesperrt.all()}
    assert "Stichtag" not in arten


@pytest.mark.parametrize("frage", ["i=quatsch&i=__proto__", "i=bevoelkerung&i=%3Cb%3E&art=torte"])
def test_fremdes_in_der_adresse_wird_genannt(oeffne: Any, frage: str) -> None:  # noqa: F811
    blatt = oeffne(f"{SEITE}?{frage}")
    blatt.get_by_text("Nicht zu vergleichen:").wait_for()
    assert blatt.locator(".vergleich figure").count() == 0


def test_was_sich_nicht_vergleichen_laesst_wird_beim_namen_genannt(oeffne: Any) -> None:  # noqa: F811
    blatt = oeffne(f"{SEITE}?i=schueler&i=bevoelkerung&i=quatsch&art=torte")
    satz = blatt.locator(".vergleich > [role=status]")
    blatt.get_by_text("Nicht zu vergleichen:").wait_for()
    assert satz.inner_text() == (
        "Nicht zu vergleichen: Schüler*innen (kein anderer hat dieselbe Art von Stichtag); „quatsch“ gibt es hier nicht. "
        "Die Darstellung „torte“ gibt es nicht. Noch einen Indikator wählen."
    )
    assert blatt.get_by_label("Einwohner*innen vergleichen").is_checked()


def test_kaestchen_und_name_stehen_auch_schmal_in_einer_zeile(oeffne: Any) -> None:  # noqa: F811
    blatt = oeffne(SEITE, 320)
    for punkt in blatt.locator(".vergleich-liste li").all():
        kreuz, name = punkt.locator("input").bounding_box(), punkt.locator("a").bounding_box()
        assert kreuz["y"] + kreuz["height"] > name["y"] and kreuz["y"] < name["y"] + 30


@pytest.mark.parametrize("fehlt", ["**/vergleichen.js", "**/vergleich-zeigen.js", "**/vega.js", "**/vergleich.json"])
def test_was_nicht_kommt_wird_gesagt(browser: Any, adresse: str, fehlt: str) -> None:
    kontext = browser.new_context()
    blatt = kontext.new_page()
    blatt.route(fehlt, lambda weg: weg.abort())
    blatt.goto(f"{adresse}{SEITE}?i=bevoelkerung&i=beschaeftigte")
    if "vergleichen" in fehlt:
        assert blatt.get_by_text("braucht diese Seite ihr Skript").is_visible()
    else:
        blatt.get_by_text("Das Vergleichen geht gerade nicht.").wait_for()
    assert blatt.locator(".vergleich-liste a").first.is_visible()
    kontext.close()


def test_eine_zahl_ist_eine_zahl(oeffne: Any) -> None:  # noqa: F811
    blatt = oeffne(f"{SEITE}?i=bevoelkerung&i=beschaeftigte")
    blatt.wait_for_selector(".vergleich .d-frei")
    assert not blatt.get_by_text("braucht diese Seite ihr Skript").count()
    assert "1 Zahlen" not in blatt.locator(".vergleich").inner_text()


def test_der_weg_zurueck_steht_ueber_der_seite(oeffne: Any) -> None:  # noqa: F811
    krume = oeffne(SEITE).locator(".brotkrume").inner_text().split()
    assert krume == ["Start", "Zahlen", "und", "Indikatoren", "Zahlen", "vergleichen"]


@pytest.mark.parametrize(("breite", "farben"), [(1280, "light"), (320, "dark")])
def test_der_vergleich_ist_ohne_barriere_und_passt(oeffne: Any, breite: int, farben: str) -> None:  # noqa: F811
    for art in ("", "&art=index"):
        blatt = oeffne(f"{SEITE}?i=bevoelkerung&i=beschaeftigte{art}", breite, color_scheme=farben)
        blatt.wait_for_selector(".vergleich .d-frei")
        assert blatt.evaluate("document.documentElement.scrollWidth") <= breite
        blatt.evaluate(AXE.read_text())
        ergebnis = blatt.evaluate("regeln => axe.run(document, {runOnly: regeln})", REGELN)
        assert [(v["id"], v["nodes"][0]["html"][:160]) for v in ergebnis["violations"]] == []


def test_ohne_skript_steht_die_liste_da(oeffne: Any) -> None:  # noqa: F811
    blatt = oeffne(SEITE, java_script_enabled=False)
    assert blatt.locator(".vergleich-liste a").count() >= 3
    assert blatt.locator(".vergleich-liste input").count() == 0
    assert blatt.get_by_text("braucht diese Seite ihr Skript").is_visible()
