"""The editing surface by keyboard alone, on a phone's width and a desk's, and what axe finds in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.forge import Forge
from browser.test_bearbeiten import STICHTAG, wurzel  # noqa: F401 (a fixture)

from macros.modell.befund import hat_fehler
from macros.pruefung import pruefe_ordner
from macros.schreiben.formatieren import formatiere

pytestmark = [pytest.mark.browser, pytest.mark.nur_chromium("what a page sends cannot be read")]
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
FREMD = {
    "meta-viewport": "the program forbids zooming by two fingers on its own page (Safari does not obey)",
    "region": "its headings, tool bars and lists lie outside of landmarks",
    "aria-valid-attr-value": "on a narrow screen its list of collections names a container that is not there yet",
    "landmark-one-main": "while a list is fetched there is no main part yet",
    "page-has-heading-one": "while a list is fetched there is no heading yet",
}
"""What axe finds in the program that is shipped as its makers made it: nothing of it can be mended here."""
_HIER = """() => {
  const e = document.activeElement;
  return [e.getAttribute("role") ?? e.tagName, e.getAttribute("aria-label") ?? e.innerText ?? "",
    e.closest("[data-key-path]")?.dataset.keyPath ?? ""].join("|").replace(/[\\s\\u2068\\u2069]+/g, " ");
}"""


@pytest.fixture(params=[(320, 640), (1280, 900)], ids=["320", "1280"])
def kontext(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    breite, hoehe = request.param
    neu = browser.new_context(viewport={"width": breite, "height": hoehe}, locale="de-DE")
    yield neu
    neu.close()


def drueckt_bis(blatt: Any, muster: str, taste: str = "Tab", hoechstens: int = 150) -> None:
    """Presses a key until what has the focus says so."""
    gesehen = []
    for _ in range(hoechstens):
        blatt.keyboard.press(taste)
        blatt.wait_for_timeout(60)  # fields appear as they come into view
        gesehen.append(blatt.evaluate(_HIER))
        if re.search(muster, gesehen[-1]):
            return
    raise AssertionError(f"{taste} never reaches {muster}: {gesehen[-20:]}")


def melde_an(kontext: Any, adresse: str, forge: Forge) -> Any:
    blatt = kontext.new_page()
    kontext.route("https://api.github.com/**", forge.antworte)
    blatt.goto(f"{adresse}/redaktion/bearbeiten/")
    blatt.get_by_role("button", name=re.compile("Zugriffstoken")).wait_for()
    drueckt_bis(blatt, "Mit Zugriffstoken anmelden")
    blatt.keyboard.press("Enter")
    feld = blatt.get_by_role("textbox").first
    feld.wait_for()
    for _ in range(100):  # the program puts the keyboard there by itself, a little later
        if feld.evaluate("feld => feld === document.activeElement"):
            break
        blatt.wait_for_timeout(50)
    blatt.keyboard.type("ein-zeichen-ohne-wert")
    assert feld.input_value() == "ein-zeichen-ohne-wert"
    blatt.keyboard.press("Enter")
    blatt.get_by_text("Maßnahmen", exact=True).first.wait_for()
    return blatt


def oeffne_die_massnahme(blatt: Any) -> None:
    """By the list of collections; where the screen is narrow, moving in that list opens it, so by the search."""
    if blatt.viewport_size["width"] > 1000:
        drueckt_bis(blatt, "treeitem")
        drueckt_bis(blatt, "Maßnahmen", "ArrowDown")
        blatt.get_by_text("Sprachtreffs in den Stadtteilen").first.wait_for()
        drueckt_bis(blatt, "^row")
        drueckt_bis(blatt, "sprachtreffs|Sprachtreffs", "ArrowDown")
    else:
        drueckt_bis(blatt, "searchbox|Inhalte suchen")
        blatt.keyboard.type("Sprachtreffs in den")
        blatt.keyboard.press("Enter")
        blatt.get_by_text("Sprachtreffs in den Stadtteilen").first.wait_for()
        drueckt_bis(blatt, "^row")
        if not re.search("Maßnahmen", blatt.evaluate(_HIER)):
            drueckt_bis(blatt, "^row.*Maßnahmen", "ArrowDown", 10)
    blatt.keyboard.press("Enter")
    blatt.get_by_text("Kurztext", exact=True).first.wait_for()
    assert blatt.url.endswith("/collections/massnahmen/entries/sprachtreffs")


def speichert(blatt: Any, forge: Forge) -> tuple[str, str]:
    """The one file that is written, with its path."""
    drueckt_bis(blatt, "^button.Speichern", "Shift+Tab", 160)
    blatt.keyboard.press("Enter")
    for _ in range(60):
        if forge.vorschlaege:
            break
        blatt.wait_for_timeout(100)
    [geschrieben] = forge.geschrieben.items()
    return geschrieben


def nach_form(daten: Path, pfad: str, text: str) -> tuple[str, str]:
    """(before, after) of the file, brought to form; the check finds no error."""
    datei = daten / pfad.removeprefix("data/")
    vorher = datei.read_text("utf-8")
    datei.write_text(text, "utf-8")
    assert not hat_fehler(pruefe_ordner(daten, STICHTAG)[1])
    return vorher, formatiere(daten)[0].get(datei, text)


def test_ein_text_wird_nur_mit_der_tastatur_geaendert(kontext: Any, wurzel: str, daten: Path) -> None:  # noqa: F811
    forge = Forge(daten)
    blatt = melde_an(kontext, wurzel, forge)
    oeffne_die_massnahme(blatt)
    drueckt_bis(blatt, r"textbox.*\|kurztext", "Tab", 40)
    blatt.keyboard.press("Control+a")
    blatt.keyboard.type("Deutsch sprechen in drei Stadtteilen.")
    pfad, text = speichert(blatt, forge)
    assert pfad == "data/massnahmen/sprachtreffs.yaml"
    vorher, nachher = nach_form(daten, pfad, text)
    alt, neu = (zeilen(x, "kurztext: ") for x in (vorher, nachher))
    assert neu == ["kurztext: Deutsch sprechen in drei Stadtteilen."]
    assert nachher.replace(neu[0], alt[0]) == vorher


def zeilen(text: str, anfang: str) -> list[str]:
    return [z for z in text.splitlines() if z.startswith(anfang)]


def test_axe_findet_nur_was_zum_mitgelieferten_programm_gehoert(kontext: Any, wurzel: str, daten: Path) -> None:  # noqa: F811
    blatt = kontext.new_page()
    kontext.route("https://api.github.com/**", Forge(daten).antworte)
    blatt.goto(f"{wurzel}/redaktion/bearbeiten/")
    blatt.get_by_role("button", name=re.compile("Zugriffstoken")).wait_for()
    assert _verletzungen(blatt) <= set(FREMD), "signing in"
    blatt.close()
    blatt = melde_an(kontext, wurzel, Forge(daten))
    assert _verletzungen(blatt) <= set(FREMD), "the collections"
    blatt.goto(f"{wurzel}/redaktion/bearbeiten/#/collections/massnahmen/entries/sprachtreffs")
    blatt.get_by_text("Kurztext", exact=True).first.wait_for()
    assert _verletzungen(blatt) <= set(FREMD), "a record"


def _verletzungen(blatt: Any) -> set[str]:
    breite = blatt.viewport_size["width"]
    assert blatt.evaluate("document.documentElement.scrollWidth") <= breite
    blatt.evaluate(AXE.read_text("utf-8"))
    ergebnis = blatt.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return {v["id"] for v in ergebnis["violations"]}
