"""Printing from the browser: no navigation, everything unfolded, whole tables; the Sammelmappe keeps to itself."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from gebaut import WURZEL, neues_blatt
from playwright.sync_api import expect
from stichprobe import stichprobe

from scripts.browser import liefere
from scripts.messen_seiten import arten

pytestmark = pytest.mark.browser
AXE = WURZEL / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def seite(browser: Any) -> Iterator[Any]:
    """A fresh page; a script error fails the test."""
    with neues_blatt(browser) as blatt:
        yield blatt


def gedruckt(seite: Any, datei: Path, wie: str = "-layout") -> list[str]:
    """The text of every printed page, as it is laid out, or with `-raw` cell after cell."""
    seite.pdf(path=str(datei), prefer_css_page_size=True, print_background=True)
    lauf = subprocess.run(["pdftotext", wie, str(datei), "-"], capture_output=True, text=True, check=True)
    return lauf.stdout.split("\f")[:-1]


def groesse(datei: Path) -> str:
    lauf = subprocess.run(["pdfinfo", str(datei)], capture_output=True, text=True, check=True)
    return next(z.split(":")[1].strip() for z in lauf.stdout.splitlines() if z.startswith("Page size"))


def test_eine_seite_druckt_inhalt_ohne_bedienung(seite: Any, adresse: str, tmp_path: Path) -> None:
    seite.goto(adresse + "massnahmen/sprachtreffs/")
    text = "\n".join(gedruckt(seite, tmp_path / "a.pdf"))
    assert "Sprachtreffs in den Stadtteilen" in text
    assert "Den Treff in der Großfeldsiedlung eröffnen." in text
    assert "https://example.org/vertrag" in text, "addresses stand behind links to other sites"
    for bedienung in ("Suche", "Menü", "Zum Inhalt", "Impressum", "Zum Drucken:"):
        assert bedienung not in text
    assert "Seite 1 von" in text


def test_was_zugeklappt_ist_steht_auf_dem_papier(seite: Any, adresse: str, tmp_path: Path) -> None:
    seite.goto(adresse + "konzept/1-einleitung/")
    seite.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = false; })")
    verborgen = seite.locator("main details li").all_text_contents()
    assert verborgen
    text = "".join("".join(gedruckt(seite, tmp_path / "a.pdf")).split())
    assert all("".join(v.split())[:20] in text for v in verborgen)


def test_die_gefilterte_matrix_druckt_die_auswahl_quer(seite: Any, adresse: str, tmp_path: Path) -> None:
    seite.goto(adresse + "massnahmen/?text=Sprachtreffs")
    expect(seite.locator("[data-matrix] tbody tr:visible")).to_have_count(1)
    text = " ".join(" ".join(gedruckt(seite, tmp_path / "a.pdf", "-raw")).split())
    assert "3.1.1 Sprachtreffs in den Stadtteilen In drei Stadtteilen können alle" in text
    assert "Willkommensmappe" not in text
    assert groesse(tmp_path / "a.pdf").startswith("841")


@pytest.mark.parametrize(
    ("stadt", "wurzel", "fassung", "tag"),
    [
        ("musterstadt_seite", "https://example.org/konzept/", "Integrationskonzept 2025", "Daten: 11. Juni 2026"),
        ("echte_seite", "", "Integrationskonzept der Stadt Ibbenbüren", "Neueste Zahl der Daten: 2022"),
    ],
)
def test_jede_art_von_seite_nennt_auf_papier_adresse_fassung_und_tag(
    seite: Any, request: pytest.FixtureRequest, tmp_path: Path, stadt: str, wurzel: str, fassung: str, tag: str
) -> None:
    """Of the real town the address is not known yet: there it is the place within the website.

    There a third of the kinds is printed, with ALLES=1 all.
    """
    ordner = request.getfixturevalue(stadt)
    fehlt = []
    with liefere(ordner) as adresse:
        alle = list(arten(ordner).items())
        for art, ort in alle if stadt == "musterstadt_seite" else stichprobe(alle, len(alle) // 3):
            seite.goto(adresse + ort)
            text = "".join("".join(gedruckt(seite, tmp_path / "a.pdf", "-raw")).split())
            stelle = f"{wurzel}{ort}" or "Startseite"
            fehlt += [(art, wort) for wort in (stelle, fassung, tag) if "".join(wort.split()) not in text]
    assert fehlt == []


@pytest.fixture
def mappe(seite: Any, adresse: str) -> Any:
    """The Sammelmappe with two measures and one indicator chosen."""
    seite.goto(adresse + "sammelmappe/")
    seite.get_by_label("3.1.1 Sprachtreffs in den Stadtteilen", exact=True).check()
    seite.get_by_label("3.2.1 Wohnlots*innen", exact=True).check()
    seite.locator(".sammelmappe summary", has_text="Zusammenleben").click()
    seite.get_by_label("Sich zu Hause fühlen", exact=True).check()
    expect(seite.locator(".sammelmappe [role=status]")).to_have_text("3 Blätter in der Mappe.")
    return seite


def test_die_mappe_druckt_nur_was_gewaehlt_ist(mappe: Any, tmp_path: Path) -> None:
    seiten = gedruckt(mappe, tmp_path / "a.pdf")
    text = "\n".join(seiten)
    assert "Sammelmappe" in seiten[0]
    assert "3.2.1 Wohnlots*innen" in seiten[0], "the first page lists what follows"
    assert len(seiten) >= 4, "every sheet begins a page"
    assert "Großfeldsiedlung" in text
    assert "Willkommensmappe" not in text
    assert "Auswahl leeren" not in text


def test_nichts_verlaesst_den_browser(seite: Any, adresse: str) -> None:
    anfragen: list[str] = []
    seite.goto(adresse + "sammelmappe/")
    seite.wait_for_load_state("networkidle")
    seite.on("request", lambda r: anfragen.append(f"{r.method} {urlsplit(r.url).path}{urlsplit(r.url).query}"))
    seite.get_by_label("3.1.1 Sprachtreffs in den Stadtteilen", exact=True).check()
    seite.get_by_label("3.2.1 Wohnlots*innen", exact=True).check()
    expect(seite.locator(".mappe-blatt")).to_have_count(2)
    assert "GET /sammelmappe/blaetter.json" in anfragen
    assert [a for a in anfragen if not a.startswith(("GET /sammelmappe/", "GET /assets/"))] == []
    assert [a for a in anfragen if "sprachtreffs" in a or "wohnlots" in a] == []
    assert seite.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")[2] == ""


def test_die_adresse_ist_die_mappe(mappe: Any, browser: Any) -> None:
    assert mappe.url.endswith("#m=sprachtreffs,wohnlots-innen&i=wohlfuehlen")
    zweite = browser.new_page()
    zweite.goto(mappe.url)
    expect(zweite.locator(".mappe-blatt")).to_have_count(3)
    zweite.goto(mappe.url.split("#")[0] + "#m=gibt-es-nicht,%3Cscript%3E&i=")
    expect(zweite.locator(".mappe-blatt")).to_have_count(0)
    zweite.close()


def test_leeren_setzt_zurueck(mappe: Any) -> None:
    mappe.get_by_role("button", name="Auswahl leeren").click()
    expect(mappe.locator(".sammelmappe [role=status]")).to_have_text("Noch nichts ausgewählt.")
    expect(mappe.locator(".mappe")).to_be_hidden()
    assert "#" not in mappe.url
    expect(mappe.get_by_role("button", name="Drucken oder als PDF speichern")).to_be_disabled()


def test_ohne_javascript_fuehrt_jede_massnahme_zu_ihrem_pdf(browser: Any, adresse: str) -> None:
    kontext = browser.new_context(java_script_enabled=False)
    seite = kontext.new_page()
    seite.goto(adresse + "sammelmappe/")
    assert seite.locator("noscript").count() == 1
    expect(seite.get_by_role("button", name="Drucken oder als PDF speichern")).to_be_hidden()
    antwort = seite.request.get(adresse + "pdf/steckbriefe/integrationskonzept-musterstadt-steckbrief-sprachtreffs.pdf")
    assert antwort.ok
    assert antwort.body().startswith(b"%PDF")
    kontext.close()


@pytest.mark.parametrize("schema", ["light", "dark"])
def test_die_mappe_ist_zugaenglich(mappe: Any, schema: str) -> None:
    mappe.emulate_media(color_scheme=schema)
    mappe.evaluate(AXE.read_text("utf-8"))
    ergebnis = mappe.evaluate("axe.run(document.querySelector('.sammelmappe'), {resultTypes: ['violations']})")
    assert json.dumps([(v["id"], [n["html"][:90] for n in v["nodes"]]) for v in ergebnis["violations"]]) == "[]"


def test_auf_dem_telefon_laeuft_nichts_ueber(browser: Any, adresse: str) -> None:
    seite = browser.new_page(viewport={"width": 320, "height": 700})
    seite.goto(adresse + "sammelmappe/#m=sprachtreffs&i=wohlfuehlen")
    expect(seite.locator(".mappe-blatt")).to_have_count(2)
    assert seite.evaluate("document.documentElement.scrollWidth") <= 320
    seite.close()


@pytest.mark.parametrize("ort", ["downloads/", "konzept/", "massnahmen/", "umsetzung/", "massnahmen/sprachtreffs/"])
def test_die_druckfassung_ist_von_der_seite_aus_zu_erreichen(seite: Any, adresse: str, ort: str) -> None:
    seite.goto(adresse + ort)
    ziele = seite.locator("main a[href*='/pdf/'], main a[href^='pdf/']").evaluate_all("a => a.map((x) => x.href)")
    assert ziele
    for ziel in ziele:
        assert seite.request.get(ziel).ok, ziel
