"""The walks that matter in Safari's engine: WebKitGTK in two widths, and WPE, which stands for older iPhones.

Where an engine is not installed its walks are skipped, and say what is missing. Without ALLES=1 a sample runs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from webkit import BREITEN, Blatt, blatt, drucke, fehlt

pytestmark = pytest.mark.browser
MOTOREN = list(BREITEN) if os.environ.get("ALLES") else ["gtk-390"]
GANZ = pytest.mark.skipif(not os.environ.get("ALLES"), reason="ALLES=1 walks this in WebKit too")
SEITEN = [
    "", "konzept/", "herausforderungen/", "massnahmen/", "umsetzung/", "monitoring/", "datenqualitaet/", "glossar/",
    "betrifft-mich/", "sammelmappe/", "aenderungen/", "downloads/", "sprachen/ar/", "monitoring/vergleichen/",
]  # fmt: skip


@pytest.fixture(scope="module", params=MOTOREN)
def webkit(request: pytest.FixtureRequest) -> Iterator[Blatt]:
    if grund := fehlt(request.param):
        pytest.skip(grund)
    with blatt(request.param) as seite:
        yield seite


def _mit(ordner: Path, muster: str, text: str) -> str:
    """Address of the first page of a kind that holds a text."""
    seiten = sorted(ordner.glob(f"{muster}/index.html"))
    ort = next(p for p in seiten if text in p.read_text("utf-8"))
    return f"{ort.parent.relative_to(ordner).as_posix()}/"


def test_filter_adresse_und_sortieren(webkit: Blatt, adresse: str) -> None:
    zeilen = "document.querySelectorAll('tbody tr').length"
    kasten = (
        "[...document.querySelectorAll('.matrix-facetten label')]"
        ".find((l) => l.textContent.includes('Lernen und Arbeiten')).querySelector('input')"
    )
    webkit.oeffne(f"{adresse}massnahmen/")
    webkit.warte("document.querySelector('.matrix-leiste')")
    webkit.warte(f"{zeilen} === 8")
    webkit.fuehre_aus(f"{kasten}.click()")
    webkit.warte("location.search === '?handlungsfeld=lernen-arbeiten'")
    webkit.warte(f"{zeilen} === 3")
    webkit.druecke("thead th[data-spalte=titel] button")
    webkit.warte("document.querySelector('th[data-spalte=titel]').getAttribute('aria-sort') === 'ascending'")
    webkit.oeffne(f"{adresse}massnahmen/?handlungsfeld=lernen-arbeiten")
    webkit.warte(f"document.querySelector('.matrix-leiste') && {kasten}.checked && {zeilen} === 3")


def test_suche(webkit: Blatt, adresse: str) -> None:
    webkit.oeffne(adresse)
    webkit.druecke("[data-suche]")
    webkit.warte("document.querySelector('#suche').open")
    webkit.fuehre_aus(
        "const f = document.querySelector('#suche-feld'); f.value = 'Lernpatenschaften';"
        "f.dispatchEvent(new Event('input'))"
    )
    webkit.warte("/^\\d+ Treffer$/.test(document.querySelector('#suche [role=status]').textContent)")
    assert webkit.werte("document.querySelector('.suche-treffer a').href") == f"{adresse}massnahmen/lernpatenschaften/"


@GANZ
@pytest.mark.parametrize("seite", SEITEN)
def test_nichts_ragt_hinaus(webkit: Blatt, adresse: str, seite: str) -> None:
    webkit.oeffne(adresse + seite)
    assert webkit.werte("document.documentElement.scrollWidth") <= webkit.werte("innerWidth")


@GANZ
def test_menue(webkit: Blatt, adresse: str) -> None:
    webkit.oeffne(adresse)
    if webkit.werte("innerWidth") < 900:
        webkit.druecke(".kopf-menue summary")
        webkit.warte("document.querySelector('.kopf-menue nav').getBoundingClientRect().height > 100")
    else:
        assert webkit.werte("document.querySelector('.hauptnav').getBoundingClientRect().height") > 10


@GANZ
def test_glossar(webkit: Blatt, adresse: str, musterstadt_seite: Path) -> None:
    """A word is marked, no card stands open; pressed it shows its card, or leads to the glossary."""
    webkit.oeffne(adresse + _mit(musterstadt_seite, "konzept/*", 'class="begriff"'))
    wort = "getComputedStyle(document.querySelector('.begriff'))"
    assert webkit.werte(f"[{wort}.textDecorationLine, {wort}.textDecorationStyle]") == ["underline", "dotted"]
    offen = "[...document.querySelectorAll('.begriff-karte')].filter((k) => k.getBoundingClientRect().height).length"
    assert webkit.werte(offen) == 0
    webkit.warte("'popover' in HTMLElement.prototype || document.querySelector('a.begriff')")
    webkit.druecke(".begriff")
    webkit.warte(f"location.pathname.endsWith('/glossar/') ? location.hash : {offen} === 1")


@GANZ
def test_diagramme(webkit: Blatt, adresse: str, musterstadt_seite: Path) -> None:
    """A figure of a chart can be read off beside its point."""
    webkit.oeffne(adresse + _mit(musterstadt_seite, "monitoring/*", 'class="d-bild'))
    webkit.fuehre_aus("document.querySelector('.d-bild').scrollIntoView()")
    webkit.warte("document.querySelector('.d-marke')")
    webkit.fuehre_aus("""
        const bild = [...document.querySelectorAll(".d-bild svg")].find(
          (s) => s.getBoundingClientRect().width > 0 && s.querySelector(".d-marke"));
        const marke = bild.querySelector(".d-marke"), ort = marke.getBoundingClientRect();
        const wo = { clientX: ort.left + ort.width / 2, clientY: ort.top + ort.height / 2 };
        marke.dispatchEvent(new PointerEvent("pointermove", { ...wo, bubbles: true, pointerType: "mouse" }));
    """)
    webkit.warte("document.querySelector('.d-zettel:not([hidden])')?.textContent.length > 3")


@GANZ
def test_betrifft_mich(webkit: Blatt, adresse: str) -> None:
    webkit.oeffne(f"{adresse}betrifft-mich/")
    webkit.druecke(".betrifft-wahl input")
    webkit.warte("location.hash.startsWith('#wahl:') && !document.querySelector('[data-ergebnis]').hidden")


@GANZ
def test_sammelmappe(webkit: Blatt, adresse: str) -> None:
    webkit.oeffne(f"{adresse}sammelmappe/")
    webkit.druecke(".sammelmappe input")
    webkit.warte("document.querySelectorAll('.mappe-blatt').length === 1 && location.hash")


@GANZ
def test_formular(webkit: Blatt, adresse: str, musterstadt_seite: Path) -> None:
    webkit.oeffne(f"{adresse}{_mit(musterstadt_seite, 'massnahmen/*', 'data-melden')}#stand-melden")
    webkit.warte(
        "document.querySelector('[data-melden]').open && document.querySelector('[data-melden] [name=datum]').value"
    )


@GANZ
def test_farbschalter(webkit: Blatt, adresse: str) -> None:
    webkit.oeffne(adresse)
    webkit.warte("document.querySelector('[data-farbwahl][aria-label]')")
    grund = "getComputedStyle(document.body).backgroundColor"
    webkit.druecke("[data-farbwahl]")
    hell = webkit.werte(grund)
    webkit.druecke("[data-farbwahl]")
    assert webkit.werte(grund) != hell
    webkit.druecke("[data-farbwahl]")


@GANZ
def test_von_rechts_nach_links(webkit: Blatt, adresse: str) -> None:
    webkit.oeffne(f"{adresse}sprachen/ar/")
    assert webkit.werte("getComputedStyle(document.querySelector('main h1')).direction") == "rtl"


@GANZ
@pytest.mark.skipif(fehlt("gtk-1280") is not None, reason=fehlt("gtk-1280") or "")
def test_druck(adresse: str, musterstadt_seite: Path, tmp_path: Path) -> None:
    """The matrix prints with whole words: no column is narrower than they are."""
    drucke(f"{adresse}massnahmen/", datei := tmp_path / "matrix.pdf")
    programm = shutil.which("pdftotext")
    assert programm
    text = subprocess.run([programm, "-layout", str(datei), "-"], capture_output=True, text=True, check=True).stdout
    for titel in ("Sprachtreffs", "Straßenfeste", "Lernpatenschaften", "Dolmetschpool"):
        assert titel in text.replace("\u00ad", "")
