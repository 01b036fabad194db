"""A visitor takes the selection along: as a workbook that Excel opens, or as CSV, with exactly the rows of the list."""

from __future__ import annotations

import base64
import csv
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from gebaut import neues_blatt
from playwright.sync_api import expect

from macros.deutsch.excelzelle import ohne_excelzelle

pytestmark = [pytest.mark.browser, pytest.mark.nur_chromium("downloads")]
ZEILEN = "[data-matrix] tbody tr"
MODUL = "matrix-xlsx.js"


@pytest.fixture
def seite(browser: Any) -> Iterator[Any]:
    """A fresh page that remembers what it loads; a script error fails the test."""
    with neues_blatt(browser, accept_downloads=True) as blatt:
        yield blatt


def oeffne(seite: Any, adresse: str) -> None:
    seite.goto(adresse)
    expect(seite.locator(".matrix-leiste")).to_be_visible()


def lade(seite: Any, knopf: str = "Als Excel-Datei") -> Path:
    with seite.expect_download() as ladung:
        seite.get_by_role("button", name=knopf).click()
    assert ladung.value.suggested_filename.endswith(".csv" if "CSV" in knopf else ".xlsx")
    return Path(ladung.value.path())


def mappe(weg: Path) -> Any:
    return openpyxl.load_workbook(io.BytesIO(weg.read_bytes()))


def werte(blatt: Any) -> list[list[Any]]:
    return [list(zeile) for zeile in blatt.iter_rows(values_only=True)]


def csv_zeilen(weg: Path) -> list[list[str]]:
    """The texts of the file, as Excel shows them."""
    zeilen = csv.reader(io.StringIO(weg.read_text("utf-8").removeprefix("\ufeff")), delimiter=";")
    return [[ohne_excelzelle(zelle) for zelle in zeile] for zeile in zeilen]


def baue(seite: Any, zellen: list[str], zeilen: int = 1) -> bytes:
    """The workbook of rows with these texts, made by the module itself."""
    inhalt = seite.evaluate(
        """async ([zellen, anzahl]) => { const {mappe} = await import('/assets/js/matrix-xlsx.js');
        const tr = document.createElement('tr');
        tr.innerHTML = '<th><a href="/x?a=1&b=2">x</a></th>';
        for (const text of zellen) tr.insertCell().textContent = text;
        const kopf = ['Nr.', ...zellen.map((_, i) => `S${i}`)];
        const blob = await mappe('Ma[ß]nahmen: sehr/viele\\\\Wörter *und* noch mehr?', kopf, Array(anzahl).fill(tr), '');
        return new Promise((fertig) => { const r = new FileReader(); r.onload = () => fertig(r.result); r.readAsDataURL(blob); }) }""",
        [zellen, zeilen],
    )
    return base64.b64decode(inhalt.split(",", 1)[1])


def test_die_mappe_enthaelt_genau_die_auswahl_in_ihrer_reihenfolge(seite: Any, adresse: str) -> None:
    oeffne(seite, adresse + "massnahmen/?stand=umgesetzt&stand=in_umsetzung&fassung=alle&sort=-titel")
    assert not any(MODUL in url for url in seite.geladen), "what writes workbooks costs nothing before it is wanted"
    gezeigt = seite.locator(f"{ZEILEN} th a").evaluate_all(
        "alle => alle.map(a => [a.textContent.replace(/\u00ad/g, ''), a.href])"
    )
    assert len(gezeigt) == 4 and gezeigt == sorted(gezeigt, reverse=True, key=lambda z: z[0].replace("Ä", "A"))
    weg = lade(seite)
    buch = mappe(weg)
    blatt = buch["Maßnahmen"]
    kopf, *zeilen = werte(blatt)
    assert kopf == [
        *(t.replace("\u00ad", "") for t in seite.locator("[data-matrix] thead th").all_inner_texts()),
        "Adresse",
    ]
    assert [(z[1].split("\n")[0], z[-1]) for z in zeilen] == [tuple(z) for z in gezeigt]
    assert [blatt.cell(i, len(kopf)).hyperlink.target for i in range(2, 6)] == [z[1] for z in gezeigt]
    assert blatt.freeze_panes == "A2" and blatt.auto_filter.ref == "A1:J5"
    assert blatt["A1"].font.b and not blatt["A2"].font.b and blatt["B2"].alignment.wrap_text
    assert blatt["B2"].alignment.vertical == "top" and 8 <= blatt.column_dimensions["A"].width < 15
    assert buch.properties.title == "Maßnahmen – Integrationskonzept Musterstadt"
    assert buch.sheetnames == ["Maßnahmen", "Auswahl"]
    titel, auswahl, woher = (z[0] for z in werte(buch["Auswahl"]))
    assert titel == buch.properties.title and woher == seite.url
    assert auswahl == "Auswahl: Stand: umgesetzt; Stand: in Umsetzung (4 von 13 Maßnahmen)"


def test_nummern_bleiben_text_und_eintraege_stehen_untereinander(seite: Any, adresse: str) -> None:
    oeffne(seite, adresse + "massnahmen/?text=Sprachtreffs")
    kopf, zeile = werte(mappe(lade(seite)).worksheets[0])
    satz = dict(zip(kopf, zeile, strict=True))
    assert satz["Nr."] == "3.1.1"
    assert satz["Zielgruppen"] == "Neuzugewanderte\nEhrenamtlich Tätige"
    assert satz["Maßnahme"].startswith("Sprachtreffs in den Stadtteilen\nIn drei Stadtteilen")
    assert satz["Stand"].split("\n") == ["in Umsetzung", "verzögert", "überfällig"]


def test_csv_und_mappe_sagen_dasselbe(seite: Any, adresse: str) -> None:
    for liste in ("massnahmen/?text=sprach&sort=titel", "herausforderungen/?text=e", "aenderungen/"):
        oeffne(seite, adresse + liste)
        flach = [
            [w.strftime("%d.%m.%Y") if isinstance(w, datetime) else (w or "").replace("\n", " | ") for w in zeile]
            for zeile in werte(mappe(lade(seite)).worksheets[0])
        ]
        assert len(flach) > 2
        assert csv_zeilen(lade(seite, "Als CSV")) == flach


def test_herausforderungen_lassen_sich_ebenso_laden(seite: Any, adresse: str) -> None:
    oeffne(seite, adresse + "herausforderungen/")
    seite.locator(".matrix-knopf", has_text=re.compile("^Handlungsfeld")).click()
    seite.locator(".matrix-facetten fieldset:visible label", has_text="Lernen und Arbeiten").click()
    expect(seite.get_by_role("status")).to_contain_text(" von ")
    kennungen = seite.locator(ZEILEN).evaluate_all("alle => alle.map(z => z.id)")
    buch = mappe(lade(seite))
    kopf, *zeilen = werte(buch["Herausforderungen"])
    assert kopf[:3] == ["Nr.", "Herausforderung", "Ziel"]
    assert [z[-1].rstrip("/").rsplit("/", 1)[1] for z in zeilen] == kennungen
    assert any("\n" in z[2] for z in zeilen), "two goals stand on two lines"


def test_ein_datum_ist_ein_datum(seite: Any, adresse: str) -> None:
    oeffne(seite, adresse + "aenderungen/?seit=2026-05-01")
    blatt = mappe(lade(seite))["Änderungen"]
    assert [blatt.cell(i, 1).value for i in (2, 3)] == [datetime(2026, 6, 11), datetime(2026, 5, 4)]
    assert blatt["A2"].is_date and blatt["A2"].number_format.replace("\\", "") == "dd.mm.yyyy"
    ohne_tag = werte(blatt)[3:]
    assert [z[0] for z in ohne_tag] == ["nicht vermerkt"] * 2, "they count with the time they belong to"
    assert ["für 2026 (" in ohne_tag[0][3], "für Schuljahr 2025/26 (" in ohne_tag[1][3]] == [True, True]
    assert "11.06.2026" in blatt["D2"].value, "a date within a sentence stays a word of it"


def test_auch_was_nicht_gezeichnet_ist_steht_in_der_mappe(seite: Any, adresse: str) -> None:
    def vervielfacht(weg: Any) -> None:
        antwort = weg.fetch()
        text = antwort.text()
        text = re.sub(r'</tbody>\s*<tbody>\s*<tr class="gruppe">.*?</tr>', "", text, flags=re.S)
        koerper = re.search(r"(<tbody>)(.*?)(</tbody>)", text, re.S)
        assert koerper
        neu = text.replace(koerper[2], re.sub(r'<tr id="[^"]*"', "<tr", koerper[2]) * 77)
        neu = re.sub(r'"zeilen": (\[.*?\]\])', lambda t: '"zeilen": [' + ", ".join([t[1][1:-1]] * 77) + "]", neu)
        weg.fulfill(response=antwort, body=neu)

    seite.route("**/massnahmen/*", vervielfacht)
    oeffne(seite, adresse + "massnahmen/?handlungsfeld=lernen-arbeiten&fassung=alle")
    expect(seite.locator(ZEILEN)).to_have_count(100)
    blatt = mappe(lade(seite)).worksheets[0]
    assert blatt.max_row == 1 + 5 * 77
    kopf, *zeilen = werte(blatt)
    assert {z[kopf.index("Handlungsfeld")] for z in zeilen} == {"Lernen und Arbeiten"}
    assert len(csv_zeilen(lade(seite, "Als CSV"))) == 1 + 5 * 77


def test_eine_leere_auswahl_gibt_eine_leere_tabelle(seite: Any, adresse: str) -> None:
    oeffne(seite, adresse + "massnahmen/?text=quark")
    expect(seite.locator(".matrix-leer")).to_be_visible()
    assert [z[0] for z in werte(mappe(lade(seite)).worksheets[0])] == ["Nr."]


def test_text_bleibt_text_und_verbotenes_faellt_weg(seite: Any, adresse: str) -> None:
    seite.goto(adresse)
    texte = ["=1+1", "@x", "-2", "4.1.1", "0123", "a\x01b\x0b\ufffec", '<&>"', "Grüße 🎈", "ä" * 40_000, "", "\ud83c"]
    blatt = openpyxl.load_workbook(io.BytesIO(baue(seite, texte))).worksheets[0]
    assert blatt.title == "Ma ß nahmen  sehr viele Wörter"
    zellen = list(blatt[2])
    assert all(z.data_type in "sn" and not isinstance(z.value, int | float) for z in zellen)
    gelesen = [z.value for z in zellen]
    assert gelesen[1:9] == ["=1+1", "@x", "-2", "4.1.1", "0123", "ab c", '<&>"', "Grüße 🎈"]
    assert gelesen[9] == "ä" * 32_767 and not gelesen[10]
    assert gelesen[-1].endswith("/x?a=1&b=2") and zellen[-1].hyperlink.target == gelesen[-1]


def test_eine_zeile_ohne_verweis_verweist_auf_nichts(seite: Any, adresse: str) -> None:
    seite.goto(adresse)
    zahl = seite.evaluate(
        """async () => { const {mappe} = await import('/assets/js/matrix-xlsx.js');
        const mit = document.createElement('tr'), ohne = document.createElement('tr');
        mit.innerHTML = '<th><a href="/x">x</a></th>'; ohne.innerHTML = '<th>y</th>';
        const roh = new Uint8Array(await (await mappe('Zeilen', ['S'], [ohne, mit], '')).arrayBuffer());
        return [...roh] }"""
    )
    blatt = openpyxl.load_workbook(io.BytesIO(bytes(zahl))).worksheets[0]
    assert blatt["B2"].hyperlink is None and blatt["B3"].hyperlink.target == f"{adresse}x"


def test_mehr_verweise_als_excel_kennt_werden_nicht_gesetzt(seite: Any, adresse: str) -> None:
    seite.goto(adresse)
    with zipfile.ZipFile(io.BytesIO(baue(seite, [], 65_540))) as archiv:
        blatt = archiv.read("xl/worksheets/sheet1.xml").decode()
    assert blatt.count("<row ") == 65_541 and blatt.count("<hyperlink ") == 65_530


@pytest.mark.parametrize("art", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED], ids=["gepackt", "ungepackt"])
def test_die_mappe_ist_ein_gueltiges_paket(seite: Any, adresse: str, art: int) -> None:
    if art == zipfile.ZIP_STORED:
        seite.add_init_script("delete globalThis.CompressionStream")
    oeffne(seite, adresse + "massnahmen/")
    with zipfile.ZipFile(lade(seite)) as archiv:
        assert archiv.testzip() is None
        assert {teil.compress_type for teil in archiv.infolist()} == {art}
        namen = archiv.namelist()
        baeume = {name: ElementTree.fromstring(archiv.read(name)) for name in namen}
    assert namen[0] == "[Content_Types].xml" and len(set(namen)) == len(namen)
    assert {"xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "docProps/core.xml"} <= set(namen)
    arten = {e.get("PartName") or f".{e.get('Extension')}" for e in baeume[namen[0]]}
    assert {f"/{name}" for name in namen} >= {a for a in arten if a.startswith("/")} and {".xml", ".rels"} <= arten
    for name, baum in baeume.items():
        if name.endswith(".rels"):
            ordner = posixpath.dirname(posixpath.dirname(name))
            ziele = [e.get("Target", "") for e in baum if e.get("TargetMode") != "External"]
            assert {posixpath.join(ordner, ziel) for ziel in ziele} <= set(namen)
            assert len({e.get("Id") for e in baum}) == len(baum)


def test_kommt_das_modul_nicht_sagt_es_die_seite(seite: Any, adresse: str) -> None:
    oeffne(seite, adresse + "massnahmen/")
    seite.route(f"**/{MODUL}", lambda weg: weg.abort())
    seite.get_by_role("button", name="Als Excel-Datei").click()
    expect(seite.get_by_role("alert")).to_contain_text("Die Datei ließ sich nicht erstellen.")
    lade(seite, "Als CSV")
    expect(seite.get_by_role("alert")).to_have_count(0)


def test_was_eine_zelle_sagt(seite: Any, adresse: str) -> None:
    seite.goto(adresse)
    gesagt = seite.evaluate(
        """async () => { const {teile} = await import('/assets/js/matrix-ausgabe.js');
        return ['<ul><li>a <b>b</b></li><li>c</li></ul><details><summary>2 weitere</summary><ul><li>d</li><li>e</li></ul></details>',
                '<p>eins</p><p>zwei\\n drei</p>', '<a>Titel</a><p>Satz</p>', '', 'nur <em>Text</em>'].map((html) => {
          const td = document.createElement('td'); td.innerHTML = html; return teile(td); }) }"""
    )
    assert gesagt == [["a b", "c", "d", "e"], ["eins", "zwei drei"], ["Titel", "Satz"], [], ["nur Text"]]
