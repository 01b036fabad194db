"""A visitor filters a list: combines, counts, shares, goes back, prints, by mouse, keyboard, phone and without script."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from gebaut import gehe, neues_blatt
from playwright.sync_api import expect

from scripts.browser import warte_auf

pytestmark = pytest.mark.browser
LISTE = "massnahmen/?fassung=alle"
"""All editions; by itself the list shows the one in force."""
ZEILEN = "[data-matrix] tbody tr:not(.gruppe)"


@pytest.fixture
def seite(browser: Any) -> Iterator[Any]:
    """A fresh page; a script error fails the test."""
    erlaubt = ["clipboard-read", "clipboard-write"]
    with neues_blatt(browser, accept_downloads=True, permissions=erlaubt) as blatt:
        blatt.on("dialog", lambda d: (blatt.fehler.append(d.message), d.dismiss()))
        yield blatt


@pytest.fixture
def liste(seite: Any, adresse: str) -> Any:
    """The list of measures, ready to be filtered."""
    seite.goto(adresse + LISTE)
    expect(seite.locator(".matrix-leiste")).to_be_visible()
    return seite


def waehle(seite: Any, facette: str, *werte: str) -> None:
    """Opens a facet and ticks values."""
    knopf = seite.locator(".matrix-knopf", has_text=re.compile(rf"^{facette}"))
    if knopf.get_attribute("aria-expanded") != "true":
        knopf.click()
    for wert in werte:
        seite.locator(".matrix-facetten fieldset:visible label", has_text=re.compile(rf"^{re.escape(wert)} \(")).click()


def kennungen(seite: Any) -> list[str]:
    return seite.locator(ZEILEN).evaluate_all("zeilen => zeilen.map(z => z.id)")


def status(seite: Any) -> Any:
    return seite.locator(".matrix-leiste [role=status]")


def test_werte_einer_frage_erweitern_und_mehrere_fragen_verengen(liste: Any) -> None:
    waehle(liste, "Handlungsfeld", "Lernen und Arbeiten")
    expect(liste.locator(ZEILEN)).to_have_count(5)
    waehle(liste, "Handlungsfeld", "Ankommen und Wohnen")
    expect(liste.locator(ZEILEN)).to_have_count(10)
    waehle(liste, "Stand", "umgesetzt")
    assert kennungen(liste) == ["willkommensmappe", "aemterwegweiser"]
    expect(status(liste)).to_have_text("2 von 13 Maßnahmen")
    expect(liste.locator("caption .anzahl")).to_have_text("(2 von 13)")


def test_die_zahl_hinter_einer_moeglichkeit_ist_was_sie_bringt(liste: Any) -> None:
    waehle(liste, "Handlungsfeld", "Begegnung und Teilhabe")
    liste.locator(".matrix-knopf", has_text=re.compile("^Stand")).click()
    moeglich = liste.locator(".matrix-facetten fieldset:visible label").all_inner_texts()
    zahlen = {text.rsplit(" ", 1)[0]: int(text.rsplit("(", 1)[1].rstrip(")")) for text in moeglich}
    assert zahlen["noch nicht berichtet"] == 1 and zahlen["umgesetzt"] == 0
    for wort, zahl in zahlen.items():
        waehle(liste, "Stand", wort)
        expect(liste.locator(ZEILEN)).to_have_count(zahl)
        waehle(liste, "Stand", wort)


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Lotsen", {"wohnlots-innen", "bildungslots-innen"}),
        ("strasse", {"strassenfeste"}),
        ("STRAßENFEST", {"strassenfeste"}),
        ("aemter", {"aemterwegweiser"}),
        ("amter", {"aemterwegweiser"}),
        ("patenschaft", {"lernpatenschaften"}),
        ("Begrüssung", {"begruessungsbrief"}),
        ("Mappen", {"willkommensmappe"}),
        ("dolmetscher arzt", {"dolmetschpool"}),
        ("dolmetscher quark", set()),
    ],
)
def test_der_text_versteht_deutsch(liste: Any, text: str, erwartet: set[str]) -> None:
    liste.get_by_label("Maßnahmen durchsuchen").fill(text)
    expect(liste.locator(ZEILEN)).to_have_count(len(erwartet))
    assert set(kennungen(liste)) == erwartet


def test_eine_abkuerzung_findet_die_langform(liste: Any) -> None:
    mit_woertern = liste.evaluate(
        """async () => { const {Bestand, nichts} = await import('/assets/js/matrix-auswahl.js');
        const findet = (text, q, gleich) => new Bestand(1, [], () => text, {gleich}).filtere({...nichts(), q}).treffer.length === 1;
        const mso = [['MSO', 'Migrant*innenselbstorganisation']];
        return ['MSO', 'MSOs', 'mso'].map(q => findet('eine Migrant*innenselbstorganisation', q, mso))
          .concat(findet('die MSOs', 'Migrantinnenselbstorganisation', mso),
                  findet('Kinder', 'Kommunales Zentrum', [['KI', 'Kommunales Zentrum']])) }"""
    )
    assert mit_woertern == [True, True, True, True, False]


def test_die_adresse_teilt_die_auswahl(liste: Any, browser: Any) -> None:
    waehle(liste, "Handlungsfeld", "Lernen und Arbeiten")
    liste.get_by_label("Maßnahmen durchsuchen").fill("sprach")
    expect(liste.locator(ZEILEN)).to_have_count(3)
    warte_auf(liste, "location.hash === '#wahl:text=sprach'")
    kontext = browser.new_context()
    andere = kontext.new_page()
    andere.goto(liste.url)
    expect(andere.locator(ZEILEN)).to_have_count(3)
    assert kennungen(andere) == kennungen(liste)
    assert andere.get_by_label("Maßnahmen durchsuchen").input_value() == "sprach"
    kontext.close()


def test_zurueck_nimmt_eine_auswahl_nach_der_anderen_zurueck(liste: Any) -> None:
    waehle(liste, "Handlungsfeld", "Lernen und Arbeiten")
    waehle(liste, "Stand", "beschlossen")
    expect(liste.locator(ZEILEN)).to_have_count(1)
    liste.get_by_label("Maßnahmen durchsuchen").press_sequentially("abc", delay=20)
    expect(liste.locator(".matrix-leer")).to_be_visible()
    warte_auf(liste, "location.hash === '#wahl:text=abc'")
    gehe(liste, -1)
    expect(liste.locator(ZEILEN)).to_have_count(1)
    gehe(liste, -1)
    expect(liste.locator(ZEILEN)).to_have_count(5)
    gehe(liste, -1)
    expect(liste.locator(ZEILEN)).to_have_count(13)
    gehe(liste, 1)
    expect(liste.locator(ZEILEN)).to_have_count(5)


def test_in_langen_listen_treten_moeglichkeiten_ohne_treffer_zurueck(seite: Any, echte_adresse: str) -> None:
    seite.goto(echte_adresse + LISTE)
    seite.locator(".matrix-knopf", has_text=re.compile("^Beteiligte")).click()
    moeglich = seite.locator(".matrix-facetten fieldset:visible label:visible")
    alle = moeglich.count()
    assert alle > 12
    moeglich.first.click()
    seite.locator(".matrix-knopf", has_text=re.compile("^Zielgruppe")).click()
    seite.locator(".matrix-facetten fieldset:visible label:visible").first.click()
    seite.locator(".matrix-knopf", has_text=re.compile("^Beteiligte")).click()
    assert moeglich.count() < alle
    rest = seite.locator(".matrix-facetten fieldset:visible > p")
    expect(rest).to_have_text(f"{alle - moeglich.count()} ohne Treffer in dieser Auswahl")
    assert moeglich.locator(":checked").count() == 1, "what is chosen stays"


def test_ein_leeres_ergebnis_zeigt_auswege(liste: Any) -> None:
    waehle(liste, "Handlungsfeld", "Begegnung und Teilhabe")
    liste.get_by_label("Maßnahmen durchsuchen").fill("dolmetsch")
    expect(liste.locator(".matrix-leer")).to_contain_text("Keine Maßnahme passt")
    expect(liste.locator("[data-matrix] table")).to_be_hidden()
    liste.get_by_role("button", name="Ohne „Handlungsfeld: Begegnung und Teilhabe“: 1").click()
    assert kennungen(liste) == ["dolmetschpool"]


def test_alles_laesst_sich_auf_einmal_und_einzeln_aufheben(liste: Any) -> None:
    waehle(liste, "Stand", "umgesetzt", "beschlossen")
    expect(liste.locator(ZEILEN)).to_have_count(3)
    liste.get_by_role("button", name="Stand: umgesetzt entfernen").click()
    expect(liste.locator(ZEILEN)).to_have_count(1)
    liste.get_by_role("button", name="Auswahl aufheben").click()
    expect(liste.locator(ZEILEN)).to_have_count(8), "as the list begins"
    assert "?" not in liste.url


def test_spalten_ordnen_die_zeilen(liste: Any) -> None:
    kopf = liste.get_by_role("columnheader", name="Maßnahme")
    kopf.get_by_role("button").click()
    assert kopf.get_attribute("aria-sort") == "ascending"
    assert kennungen(liste)[0] == "aemterwegweiser", "Ä stands with A"
    kopf.get_by_role("button").click()
    assert kopf.get_attribute("aria-sort") == "descending"
    assert kennungen(liste)[-1] == "aemterwegweiser"
    assert liste.url.endswith("&sort=-titel")
    kopf.get_by_role("button").click()
    assert kopf.get_attribute("aria-sort") is None and kennungen(liste)[0] == "sprachtreffs"


def test_alles_geht_mit_der_tastatur(liste: Any) -> None:
    liste.get_by_label("Maßnahmen durchsuchen").focus()
    liste.keyboard.press("Tab")
    assert "Handlungsfeld" in liste.evaluate("document.activeElement.textContent")
    liste.keyboard.press("Enter")
    liste.keyboard.press("Tab")
    liste.keyboard.press("Space")
    expect(liste.locator(ZEILEN)).to_have_count(5)
    liste.keyboard.press("Escape")
    assert liste.evaluate("document.activeElement.getAttribute('aria-expanded')") == "false"
    liste.locator(".matrix-marke").focus()
    liste.keyboard.press("Enter")
    expect(liste.locator(ZEILEN)).to_have_count(13)
    assert liste.evaluate("document.activeElement.id").endswith("-q"), "the focus is not lost with the removed mark"


def test_die_datei_enthaelt_genau_die_auswahl(liste: Any) -> None:
    waehle(liste, "Handlungsfeld", "Lernen und Arbeiten")
    waehle(liste, "Stand", "in Umsetzung")
    with liste.expect_download() as ladung:
        liste.get_by_role("button", name="Als CSV").click()
    inhalt = ladung.value.path().read_text("utf-8")
    assert ladung.value.suggested_filename == "massnahmen-auswahl.csv"
    assert inhalt.startswith("\ufeff")
    kopf, *zeilen = csv.reader(io.StringIO(inhalt.removeprefix("\ufeff")), delimiter=";")
    assert kopf[0] == "Nr." and kopf[-1] == "Adresse"
    assert [z[0] for z in zeilen] == ['="3.1.1"', '="2.2"'], "a number of a section stays text in a German Excel"
    assert "Brücke e. V." in zeilen[0][kopf.index("Beteiligte")]
    assert (
        "Weitere Bezüge: Turn- und Sportverein Musterstadt (Vorbild für offene Treffs)"
        in zeilen[0][kopf.index("Beteiligte")]
    )
    assert zeilen[0][-1].endswith("/massnahmen/sprachtreffs/")


def test_eine_formel_bleibt_text(liste: Any) -> None:
    zeile = liste.evaluate(
        """async () => { const {csv} = await import('/assets/js/matrix-ausgabe.js');
        const tr = document.createElement('tr'); for (const t of ['=1+1', '@x', '-2', 'a"b;c']) tr.insertCell().textContent = t;
        return csv([], [tr]) }"""
    )
    assert '"\'=1+1";"\'@x";"\'-2";"a""b;c"' in zeile


def test_der_druck_zeigt_die_auswahl_und_sagt_welche(liste: Any) -> None:
    waehle(liste, "Stand", "umgesetzt")
    expect(liste.locator(ZEILEN)).to_have_count(2)
    liste.emulate_media(media="print")
    expect(liste.locator(".matrix-leiste")).to_be_hidden()
    expect(liste.locator("[data-matrix] .druck-nur")).to_have_text("Auswahl: Stand: umgesetzt (2 von 13 Maßnahmen)")
    expect(liste.locator("[data-matrix] .druck-nur")).to_be_visible()
    expect(liste.locator(ZEILEN)).to_have_count(2)


def test_der_link_zur_auswahl_laesst_sich_kopieren(liste: Any) -> None:
    waehle(liste, "Stand", "umgesetzt")
    liste.get_by_role("button", name="Link kopieren").click()
    expect(liste.get_by_role("button", name="Link kopiert")).to_be_visible()
    assert liste.evaluate("navigator.clipboard.readText()") == liste.url


@pytest.mark.parametrize(
    "suche",
    [
        "?handlungsfeld=gibt-es-nicht&stand=__proto__&constructor=x",
        "?sort=quark&seit=gestern&stand=",
        "?text=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "?handlungsfeld=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "?text=" + "a" * 5000,
        "?%E0%A4%A=1&text=%FF%FE",
    ],
)
def test_fremde_werte_in_der_adresse_tun_nichts(seite: Any, adresse: str, suche: str) -> None:
    seite.goto(adresse + "massnahmen/" + suche)
    expect(seite.locator(".matrix-leiste")).to_be_visible()
    assert seite.locator("article img[src=x], article script:not([type])").count() == 0
    assert len(seite.get_by_label("Maßnahmen durchsuchen").input_value()) <= 200
    if "text=" not in suche:
        expect(seite.locator(ZEILEN)).to_have_count(8)


def test_unbekannte_werte_stoeren_bekannte_nicht(seite: Any, adresse: str) -> None:
    seite.goto(adresse + "massnahmen/?stand=umgesetzt&stand=quark&fremd=1")
    expect(seite.locator(ZEILEN)).to_have_count(1)
    waehle(seite, "Stand", "umgesetzt")
    assert seite.url.endswith("?fremd=1"), "parameters of others stay"


@pytest.mark.parametrize(("breite", "hoehe"), [(320, 640), (320, 256)], ids=["telefon", "400-prozent"])
def test_auf_kleinem_schirm_sind_zeilen_karten_und_der_filter_klappt(
    browser: Any, adresse: str, breite: int, hoehe: int
) -> None:
    kontext = browser.new_context(viewport={"width": breite, "height": hoehe}, has_touch=True)
    blatt = kontext.new_page()
    blatt.goto(adresse + LISTE)
    expect(blatt.locator(".matrix-facetten")).to_be_hidden()
    blatt.locator(".matrix-klappe").tap()
    waehle(blatt, "Stand", "umgesetzt")
    expect(blatt.locator(ZEILEN)).to_have_count(2)
    assert blatt.locator(".matrix-klappe").inner_text().startswith("Filter (1)")
    assert blatt.evaluate("document.documentElement.scrollWidth") <= breite
    assert blatt.locator(ZEILEN).first.evaluate("z => getComputedStyle(z).display") == "grid"
    blatt.get_by_label("Reihenfolge").select_option("-titel")
    assert kennungen(blatt) == ["willkommensmappe", "aemterwegweiser"]
    kontext.close()


def test_ohne_javascript_sind_seiten_die_filter(browser: Any, adresse: str) -> None:
    kontext = browser.new_context(java_script_enabled=False)
    blatt = kontext.new_page()
    blatt.goto(adresse + LISTE)
    expect(blatt.locator(ZEILEN)).to_have_count(13)
    blatt.locator(".matrix-platz a", has_text="nach Stand").click()
    blatt.locator(".tabelle--umsetzung thead a", has_text="umgesetzt").click()
    assert blatt.url.endswith("umsetzung/umgesetzt/")
    expect(blatt.locator("[data-matrix] tbody tr")).to_have_count(1)
    kontext.close()


def test_die_liste_beginnt_mit_der_fassung_in_kraft_wie_die_startseite_zaehlt(seite: Any, adresse: str) -> None:
    seite.goto(adresse)
    expect(seite.locator("[aria-labelledby=auf-einen-blick] > .klein")).to_contain_text("8 Maßnahmen")
    seite.get_by_role("link", name="Alle Maßnahmen als Liste").click()
    expect(status(seite)).to_have_text("8 von 13 Maßnahmen")
    expect(seite.locator(ZEILEN)).to_have_count(8)
    expect(seite.locator(".matrix-marke")).to_have_text("Fassung: Integrationskonzept 2025")
    expect(seite.get_by_role("button", name="Auswahl aufheben")).to_be_hidden()
    waehle(seite, "Fassung", "Integrationskonzept 2021")
    expect(seite.locator(ZEILEN)).to_have_count(13)
    assert seite.url.endswith("?fassung=2025&fassung=2021")
    waehle(seite, "Fassung", "Integrationskonzept 2025")
    expect(seite.locator(ZEILEN)).to_have_count(5)
    seite.reload()
    expect(seite.locator(ZEILEN)).to_have_count(5)
    seite.get_by_role("button", name="Fassung: Integrationskonzept 2021 entfernen").click()
    expect(status(seite)).to_have_text("13 Maßnahmen")
    assert seite.url.endswith("?fassung=alle")
    seite.get_by_role("button", name="Auswahl aufheben").click()
    expect(seite.locator(ZEILEN)).to_have_count(8)
    assert seite.url.endswith("/massnahmen/")


def test_ohne_javascript_stehen_fruehere_fassungen_unter_ihrer_ueberschrift(browser: Any, adresse: str) -> None:
    kontext = browser.new_context(java_script_enabled=False)
    blatt = kontext.new_page()
    blatt.goto(adresse + "massnahmen/")
    expect(blatt.locator("caption .anzahl")).to_have_text("(8)")
    expect(blatt.locator("[data-matrix] tbody").nth(0).locator("tr")).to_have_count(8)
    expect(blatt.locator("[data-matrix] .gruppe")).to_have_text("Aus früheren Fassungen (5)")
    kontext.close()


def test_aenderungen_lassen_sich_ab_einem_tag_zeigen(seite: Any, adresse: str) -> None:
    seite.goto(adresse + "aenderungen/?seit=2026-06-01")
    tage = seite.locator("[data-matrix] tbody td[data-label=Datum]")
    ohne_tag = ["nicht vermerkt"] * 2
    """Figures for 2026 and for the school year 2025/26: without a day of entry they count with the time they belong to."""
    expect(tage).to_have_text(["11.06.2026", *ohne_tag])
    seite.get_by_label("Seit", exact=True).fill("2026-05-01")
    expect(tage).to_have_text(["11.06.2026", "04.05.2026", *ohne_tag])
    assert "seit=2026-05-01" in seite.url
    seite.get_by_label("Seit", exact=True).fill("2026-08-01")
    expect(tage).to_have_text(ohne_tag[:1])


def test_von_tausend_zeilen_stehen_hundert_da_und_der_druck_zeigt_alle(browser: Any, adresse: str) -> None:
    kontext = browser.new_context(viewport={"width": 1280, "height": 900})
    blatt = kontext.new_page()

    def vervielfacht(weg: Any) -> None:
        antwort = weg.fetch()
        text = antwort.text()
        text = re.sub(r'</tbody>\s*<tbody>\s*<tr class="gruppe">.*?</tr>', "", text, flags=re.S)
        koerper = re.search(r"(<tbody>)(.*?)(</tbody>)", text, re.S)
        assert koerper
        daten = re.search(r'(<script type="application/json">)(.*?)(</script>)', text, re.S)
        assert daten
        zeilen = re.sub(r'<tr id="[^"]*"', "<tr", koerper[2])
        neu = text.replace(koerper[2], zeilen * 77)
        neu = re.sub(r'"zeilen": (\[.*?\]\])', lambda t: '"zeilen": [' + ", ".join([t[1][1:-1]] * 77) + "]", neu)
        weg.fulfill(response=antwort, body=neu)

    blatt.route("**/massnahmen/?fassung=alle", vervielfacht)
    blatt.goto(adresse + LISTE)
    expect(blatt.locator(ZEILEN)).to_have_count(100)
    expect(status(blatt)).to_have_text("1.001 Maßnahmen")
    blatt.get_by_role("button", name="100 weitere anzeigen (noch 901)").click()
    expect(blatt.locator(ZEILEN)).to_have_count(200)
    blatt.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(blatt.locator(ZEILEN)).to_have_count(1001)
    blatt.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(blatt.locator(ZEILEN)).to_have_count(200)
    kontext.close()
