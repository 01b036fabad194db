"""What is blocked, broken or missing in an older browser leaves no gap, hides nothing, and is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gebaut import neues_blatt
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
OHNE_KARTEN = """
delete HTMLElement.prototype.popover;
const kann = CSS.supports.bind(CSS);
CSS.supports = (...a) => !String(a[0]).includes("details-content") && kann(...a);
"""
"""A browser of the floor: no popovers, and what is folded prints folded."""


@pytest.fixture
def seite(browser: Any) -> Iterator[Any]:
    """A fresh page whose script errors are meant to be."""
    with neues_blatt(browser) as blatt:
        yield blatt
        blatt.fehler.clear()


@pytest.mark.parametrize("datei", ["matrix.js", "matrix-worte.js"])
@pytest.mark.parametrize("wie", ["blockiert", "kaputt"])
def test_ein_ausgefallener_filter_laesst_die_wege_stehen_und_sagt_es(
    seite: Any, adresse: str, datei: str, wie: str
) -> None:
    """Broken stands for syntax that a browser does not know: it fails the module and all that import it."""
    seite.route(
        f"**/{datei}",
        lambda r: r.abort() if wie == "blockiert" else r.fulfill(body="let = ;", content_type="text/javascript"),
    )
    seite.goto(adresse + "massnahmen/")
    platz = seite.locator(".matrix-platz")
    expect(platz.get_by_role("status")).to_have_text(
        "Suchfeld und Filter ließen sich nicht laden. Die Liste ist vollständig."
    )
    expect(platz.get_by_role("link").first).to_be_visible()
    assert (
        platz.evaluate("p => p.getBoundingClientRect().height - p.lastElementChild.getBoundingClientRect().height") < 60
    )
    assert seite.locator("[data-matrix] tbody tr:not(.gruppe):visible").count() == 13


def test_die_wege_stehen_da_bis_die_filter_stehen(seite: Any, adresse: str) -> None:
    seite.route("**/matrix.js", lambda r: None)  # never answers
    seite.goto(adresse + "massnahmen/", wait_until="commit")
    expect(seite.locator(".matrix-platz").get_by_role("link").first).to_be_visible()


@pytest.mark.parametrize("wie", ["blockiert", "kaputt"])
def test_ohne_das_erste_skript_ist_es_die_seite_ohne_skript(seite: Any, adresse: str, wie: str) -> None:
    seite.route(
        "**/start.js",
        lambda r: r.abort() if wie == "blockiert" else r.fulfill(body="let = ;", content_type="text/javascript"),
    )
    seite.goto(adresse + "massnahmen/")
    expect(seite.locator("html")).to_have_class("no-js")
    expect(seite.locator("[data-suche]")).to_be_hidden()
    expect(seite.locator(".matrix-platz").get_by_role("link").first).to_be_visible()


@pytest.mark.parametrize("was", ["**/suche.js", "**/pagefind/**"])
def test_eine_suche_die_nicht_kommt_sagt_es(seite: Any, adresse: str, was: str) -> None:
    seite.route(was, lambda r: r.abort())
    seite.goto(adresse)
    seite.locator("[data-suche]").click()
    expect(seite.locator("#suche [role=status]")).to_contain_text("Alle Seiten stehen auch im Menü.")


@pytest.mark.nur_chromium("what a page preloads cannot be held back")
def test_eine_suche_die_auf_sich_warten_laesst_sagt_es(seite: Any, adresse: str) -> None:
    angehalten: list[Any] = []
    seite.route("**/pagefind/pagefind.js", lambda r: angehalten.append(r))
    seite.goto(adresse)
    seite.locator("[data-suche]").click()
    stand = seite.locator("#suche [role=status]")
    expect(stand).to_have_text("Suche lädt …")
    seite.keyboard.type("Nachmittag")  # stands in texts alone
    expect(stand).to_have_text("Suche lädt …")
    seite.wait_for_timeout(500)
    expect(stand).to_have_text("Suche lädt …")
    for anfrage in angehalten:
        anfrage.continue_()
    seite.unroute("**/pagefind/pagefind.js")
    expect(stand).to_contain_text("Treffer")


@pytest.mark.nur_chromium("what a page preloads cannot be held back")
def test_bis_die_texte_da_sind_stehen_passende_titel_und_bleiben_wo_sie_sind(seite: Any, adresse: str) -> None:
    angehalten: list[Any] = []
    seite.route("**/pagefind/pagefind.js", lambda r: angehalten.append(r))
    seite.goto(adresse)
    seite.locator("[data-suche]").click()
    seite.locator("#suche-feld").fill("Dolmetsch")
    stand, treffer = seite.locator("#suche [role=status]"), seite.locator(".suche-treffer a")
    expect(stand).to_contain_text("Die Texte folgen …")
    titel = treffer.all_inner_texts()
    assert "Dolmetschpool" in titel
    for anfrage in angehalten:
        anfrage.continue_()
    seite.unroute("**/pagefind/pagefind.js")
    expect(stand).to_contain_text("Treffer")
    alle = treffer.evaluate_all("a => a.map((x) => x.href)")
    assert treffer.all_inner_texts()[: len(titel)] == titel
    assert len(set(alle)) == len(alle) > len(titel)
    seite.locator("#suche-feld").fill("Lernpatenschaften")
    expect(treffer.first).to_have_text("Lernpatenschaften")


def test_ohne_die_texte_bleibt_die_suche_in_titeln_und_sagt_es(seite: Any, adresse: str) -> None:
    seite.route("**/wasm.de.pagefind", lambda r: r.abort())
    seite.goto(adresse)
    seite.locator("[data-suche]").click()
    seite.locator("#suche-feld").fill("Dolmetschpool")
    expect(seite.locator(".suche-treffer a")).to_have_text(["Dolmetschpool"])
    expect(seite.locator("#suche [role=status]")).to_have_text(
        "1 passender Titel. Die Suche in den Texten ist gerade nicht erreichbar. Alle Seiten stehen auch im Menü."
    )


def test_wo_karten_sich_nicht_oeffnen_fuehren_worte_ins_glossar(
    seite: Any, adresse: str, musterstadt_seite: Path
) -> None:
    mit_wort = next(
        p for p in sorted((musterstadt_seite / "konzept").glob("*/index.html")) if b'class="begriff"' in p.read_bytes()
    )
    seite.add_init_script(OHNE_KARTEN)
    seite.goto(f"{adresse}konzept/{mit_wort.parent.name}/")
    wort = seite.locator("a.begriff").first
    expect(wort).to_be_visible()
    assert seite.locator("button.begriff").count() == 0
    text = wort.inner_text()
    wort.click()
    seite.wait_for_url("**/glossar/#*")
    expect(seite.locator(":target")).to_contain_text(text[:3])


def test_was_zugeklappt_ist_oeffnet_ein_aelterer_browser_zum_drucken(seite: Any, adresse: str) -> None:
    seite.add_init_script(OHNE_KARTEN)
    seite.goto(adresse + "konzept/1-einleitung/", wait_until="networkidle")
    klappen = seite.locator("main details:not(.d-mehr)")
    zu = "alle => alle.filter(k => !k.open).length"
    assert klappen.evaluate_all(zu) > 0
    vorher = klappen.evaluate_all(zu)
    seite.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert klappen.evaluate_all(zu) == 0
    seite.evaluate("dispatchEvent(new Event('afterprint'))")
    assert klappen.evaluate_all(zu) == vorher
