"""Bad workbooks: each gives a German message with its place, no traceback, and no file is touched."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from schreiben.mappen import Buch, exportiere, importiere, inhalt
from stichprobe import alles

from macros.befehle.konzept import main as konzept
from macros.laden.ordner import lade_plan
from macros.modell.befund import Schwere
from macros.schreiben.formatieren import formatiere

ZAHLEN = "Menschen in Musterstadt"
TREFFS = {"Kennung": "sprachtreffs"}
KOPF = {"Kennung": "bevoelkerung", "Stichtag": "2025-12-31"}


@pytest.fixture(scope="module")
def ausfuhr(tmp_path_factory: pytest.TempPathFactory, musterstadt: Path) -> bytes:
    """One export of Musterstadt for all tests."""
    return exportiere(musterstadt, tmp_path_factory.mktemp("ausfuhr") / "a.xlsx").pfad.read_bytes()


@pytest.fixture
def buch(ausfuhr: bytes, tmp_path: Path) -> Buch:
    """The workbook of Musterstadt, fresh from the export."""
    pfad = tmp_path / "bericht.xlsx"
    pfad.write_bytes(ausfuhr)
    return Buch(pfad)


@pytest.mark.parametrize(
    ("blatt", "titel", "wert", "regel", "sagt"),
    [
        ("Maßnahmen", "Ende", "3.5.98", "datum", "03.05.1998 oder 03.05.2098"),
        ("Maßnahmen", "Ende", "31.02.2026", "datum", "Diesen Tag gibt es im Kalender nicht."),
        ("Maßnahmen", "Ende", "demnächst", "datum", "„demnächst“ ist kein Datum."),
        ("Maßnahmen", "Ende", datetime(2206, 5, 3), "datum", "Das Jahr 2206 kann nicht stimmen."),
        ("Maßnahmen", "Ende", time(12, 30), "datum", "ist kein Datum."),
        ("Maßnahmen", "Ende", "=A1", "formel", "Hier steht eine Formel."),
        ("Maßnahmen", "Sozialraumbezug", "=SUM(A1:A2)", "formel", "Hier steht eine Formel."),
        ("Maßnahmen", "Sozialraumbezug", ArrayFormula("P2", "=A1"), "formel", "Hier steht eine Formel."),
        ("Maßnahmen", "Sozialraumbezug", "#REF!", "fehlerwert", "Excel zeigt hier einen Fehler"),
        ("Maßnahmen", "Sozialraumbezug", True, "typ", "„WAHR“ passt hier nicht."),
        ("Maßnahmen", "Sozialraumbezug", date(2026, 5, 3), "datum", "Excel hat hier ein Datum"),
        ("Maßnahmen", "Sozialraumbezug", "Innen-\nstadt", "zeilenumbruch", "einen Zeilenumbruch"),
        ("Maßnahmen", "Finanzierung", "aus Mitteln_x000D_\ndes Landes", "zeilenumbruch", "einen Zeilenumbruch"),
        ("Maßnahmen", "Finanzierung", "<b>viel</b>", "html", "„<b>“ ist HTML."),
        ("Maßnahmen", "Finanzierung", "{{ geld }}", "vorlagenzeichen", "nicht erlaubt"),
        ("Maßnahmen", "Finanzierung", "von rechts \u202e", "schreibrichtung", "Schreibrichtung"),
        ("Maßnahmen", "Kosten in Euro", "18.500", "tausenderpunkt", "18500 oder 18,5"),
        ("Maßnahmen", "Kosten in Euro", "ca. 5000 €", "zahl", "Nur die Zahl eintippen"),
        ("Maßnahmen", "Kosten in Euro", -5, "bereich", "mindestens 0"),
        ("Maßnahmen", "Kosten in Euro", None, "pflichtfeld", "„betrag_euro“ fehlt"),
        ("Maßnahmen", "Art der Kosten", "monatlich", "auswahl", "„monatlich“ steht nicht in der Liste."),
        ("Maßnahmen", "Art der Kosten", "“jährlich”", "auswahl", "Meinten Sie „jährlich“?"),
        ("Maßnahmen", "Federführung", "Volkshochschul", "auswahl", "Meinten Sie „Volkshochschule Musterstadt“?"),
        ("Maßnahmen", "Neuer Bericht: Stand", "läuft 😀", "auswahl", "steht nicht in der Liste."),
        ("Maßnahmen", "Neuer Bericht: Stand", "umgesetzt", "pflichtfeld", "fehlt diese Angabe"),
        ("Maßnahmen", "Neuer Bericht: Text", "Fertig!", "pflichtfeld", "fehlt diese Angabe"),
        ("Maßnahmen", "Maßnahme", "Neuer Titel", "nur-lesen", "nur zum Lesen"),
        ("Maßnahmen", "Stand bisher", "umgesetzt", "nur-lesen", "nur zum Lesen"),
        ("Maßnahmen", "Kennung", "sprachtrefs", "unbekannt", "Meinten Sie „sprachtreffs“?"),
        ("Maßnahmen", "Kennung", None, "kennung", "Die Kennung fehlt."),
        ("Maßnahmen", "Kennung", "../../gemeinde", "unbekannt", "gibt es nicht"),
    ],
)
def test_eine_falsche_zelle_der_massnahmen(
    daten: Path, buch: Buch, blatt: str, titel: str, wert: Any, regel: str, sagt: str
) -> None:
    adresse = buch.tippe(blatt, titel, wert, **TREFFS)
    davor = inhalt(daten)
    befunde = [b for b in importiere(buch.speichere(), daten).befunde if b.schwere is Schwere.FEHLER]
    assert regel in {b.regel for b in befunde}
    befund = next(b for b in befunde if b.regel == regel)
    assert befund.datei == "bericht.xlsx"
    assert f"{befund.zeile}" == adresse.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert f"Blatt „{blatt}“, Spalte „" in befund.feld
    assert sagt in f"{befund.text} {befund.vorschlag}"
    assert inhalt(daten) == davor


def test_eine_massnahme_zweimal_steht_an_der_zweiten_zeile(daten: Path, buch: Buch) -> None:
    erste = buch.reihe("Maßnahmen", **TREFFS)
    adresse = buch.tippe("Maßnahmen", "Kennung", "sprachtreffs", Kennung="dolmetschpool")
    davor = inhalt(daten)
    [befund] = [b for b in importiere(buch.speichere(), daten).befunde if b.schwere is Schwere.FEHLER]
    assert (befund.datei, befund.regel, f"A{befund.zeile}") == ("bericht.xlsx", "doppelt", adresse)
    assert befund.feld == f"Blatt „Maßnahmen“, Spalte „Kennung“ ({adresse})"
    assert befund.text == f"Diese Zeile gibt es schon in Zeile {erste}."
    assert inhalt(daten) == davor


@pytest.mark.parametrize(
    ("titel", "wert", "regel", "sagt"),
    [
        ("Wert", "30.518", "tausenderpunkt", "30518 oder 30,518"),
        ("Wert", 30518.5, "ganzzahl", "nur ganze Zahlen"),
        ("Wert", -3, "bereich", "negativ"),
        ("Wert", date(2026, 5, 12), "zahl", "Excel hat hier ein Datum erkannt."),
        ("Wert", None, "leer", "Der Wert fehlt."),
        ("Zeichen", ".", "zeichen", "Wert und Zeichen zugleich"),
        ("Zeichen", "?", "auswahl", "steht nicht in der Liste"),
        ("Hinweis", "zwei\nZeilen", "zeilenumbruch", "Zeilenumbruch"),
        ("Einheit", "Leute", "nur-lesen", "nur zum Lesen"),
        ("Stichtag", "Ende 2025", "stichtag", "ist kein Stichtag"),
        ("Stichtag", "3.5.98", "stichtag", "03.05.1998 oder 03.05.2098"),
        ("Stichtag", "2027-12-31", "zukunft", "liegt in der Zukunft"),
        ("Gliederung 1", "Insgesammt", "auspraegung", "Meinten Sie „insgesamt“?"),
        ("Kennung", "bevoelkerun", "verweis", "Meinten Sie „bevoelkerung“?"),
    ],
)
def test_eine_falsche_zelle_der_zahlen(daten: Path, buch: Buch, titel: str, wert: Any, regel: str, sagt: str) -> None:
    adresse = buch.tippe(ZAHLEN, titel, wert, **KOPF, **{"Gliederung 1": "insgesamt"})
    davor = inhalt(daten)
    befunde = importiere(buch.speichere(), daten).befunde
    befund = next(b for b in befunde if b.regel == regel)
    assert f"({adresse})" in befund.feld or (titel == "Zeichen" and f"(E{adresse[1:]})" in befund.feld)
    assert sagt in f"{befund.text} {befund.vorschlag}"
    assert inhalt(daten) == davor


def test_prozentformat_verfaelscht_die_zahl(daten: Path, buch: Buch) -> None:
    zelle = buch.zelle("Zusammenleben", "Wert", Kennung="wohlfuehlen", Stichtag="2021")
    zelle.value, zelle.number_format = 0.31, "0%"
    [befund] = [b for b in importiere(buch.speichere(), daten).befunde if b.schwere is Schwere.FEHLER]
    assert befund.regel == "prozentformat"
    assert "0.31" in befund.text


def test_verbundene_zellen(daten: Path, buch: Buch) -> None:
    buch.blatt("Maßnahmen").merge_cells("N3:N5")
    befunde = importiere(buch.speichere(), daten).befunde
    assert ("verbunden", "Blatt „Maßnahmen“, Zellen N3:N5", 3) in {(b.regel, b.feld, b.zeile) for b in befunde}


def test_spalte_geloescht_oder_doppelt(daten: Path, buch: Buch) -> None:
    blatt = buch.blatt("Maßnahmen")
    blatt.cell(1, buch.spalte("Maßnahmen", "Sozialraumbezug")).value = "Finanzierung"
    regeln = {(b.regel, b.schwere) for b in importiere(buch.speichere(), daten).befunde}
    assert ("doppelt", Schwere.FEHLER) in regeln
    assert ("spalte-fehlt", Schwere.HINWEIS) in regeln


def test_ohne_schluesselspalte_wird_nichts_gelesen(daten: Path, buch: Buch) -> None:
    buch.blatt("Schritte").cell(1, buch.spalte("Schritte", "Kennung")).value = "ID"
    buch.blatt(ZAHLEN).cell(1, buch.spalte(ZAHLEN, "Stichtag")).value = "Tag"
    befunde = importiere(buch.speichere(), daten).befunde
    fehlend = [b for b in befunde if (b.regel, b.schwere) == ("spalte-fehlt", Schwere.FEHLER)]
    assert {b.vorschlag for b in fehlend} == {"Die Spalte aus einem neuen Export übernehmen."}
    assert ("blatt", Schwere.HINWEIS) in {(b.regel, b.schwere) for b in befunde}


def test_fremde_blaetter_und_spalten_werden_genannt(daten: Path, buch: Buch) -> None:
    buch.mappe.create_sheet("Notizen")["A1"] = "nicht vergessen"
    blatt = buch.blatt("Maßnahmen")
    blatt.cell(1, blatt.max_column + 1).value = "intern"
    befunde = importiere(buch.speichere(), daten).befunde
    assert {(b.regel, b.schwere) for b in befunde} == {("blatt", Schwere.HINWEIS), ("spalte", Schwere.HINWEIS)}


def test_zahl_fuer_einen_berechneten_indikator(daten: Path, buch: Buch) -> None:
    buch.neue_zeile("Arbeit", Kennung="beschaeftigungsquote", Stichtag="2026", Gliederung_1="deutsch", Wert=40)
    [befund] = importiere(buch.speichere(), daten).befunde
    assert befund.text == "„Beschäftigungsquote“ wird berechnet."


def test_gliederung_die_der_indikator_nicht_hat(daten: Path, buch: Buch) -> None:
    buch.neue_zeile(
        "Bildung", Kennung="sprachtreff-plaetze", Stichtag="2020", Gliederung_1="x", Gliederung_2="y", Wert=1
    )
    befunde = importiere(buch.speichere(), daten).befunde
    assert "auspraegung" in {b.regel for b in befunde}


def ersetze(ausfuhr: bytes, name: str, neu: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part of its archive changed."""
    strom = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ausfuhr)) as alt, zipfile.ZipFile(strom, "w", zipfile.ZIP_DEFLATED) as ziel:
        for teil in alt.namelist():
            ziel.writestr(teil, neu(alt.read(teil)) if teil == name else alt.read(teil))
    return strom.getvalue()


@pytest.mark.parametrize(
    ("mache", "regel"),
    [
        (lambda a: b"Kennung;Stand\nx;umgesetzt\n", "kein-excel"),
        (lambda a: b"", "kein-excel"),
        (lambda a: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "kennwort"),
        (lambda a: a[: len(a) // 2], "kein-excel"),
        (lambda a: b"PK\x03\x04" + a[500:], "kein-excel"),
        (lambda a: ersetze(a, "xl/workbook.xml", lambda x: b"<kaputt"), "kein-excel"),
        (lambda a: ersetze(a, "xl/workbook.xml", lambda x: b'<!DOCTYPE x [<!ENTITY a "b">]>' + x), "kein-excel"),
        (lambda a: ersetze(a, "xl/styles.xml", lambda x: bytes(61_000_000)), "groesse"),
    ],
    ids=["csv", "leer", "kennwort", "abgeschnitten", "zip", "xml", "entitaeten", "zipbombe"],
)
def test_keine_lesbare_mappe(daten: Path, tmp_path: Path, ausfuhr: bytes, mache: Any, regel: str) -> None:
    pfad = tmp_path / "bericht.xlsx"
    pfad.write_bytes(mache(ausfuhr))
    davor = inhalt(daten)
    [befund] = importiere(pfad, daten).befunde
    assert (befund.regel, befund.datei, befund.schwere) == (regel, "bericht.xlsx", Schwere.FEHLER)
    assert befund.vorschlag
    assert inhalt(daten) == davor


def test_datei_fehlt(daten: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept(["excel", "import", str(tmp_path / "nichts.xlsx"), "--daten", str(daten)]) == 1
    assert "Diese Datei gibt es nicht." in capsys.readouterr().out


def test_ohne_oder_mit_veraendertem_abdruck(daten: Path, buch: Buch, tmp_path: Path) -> None:
    blatt = buch.mappe["_Abdruck"]
    blatt["C5"] = str(blatt["C5"].value).replace("1", "2")
    assert [b.regel for b in importiere(buch.speichere(), daten).befunde] == ["abdruck"]
    del buch.mappe["_Abdruck"]
    assert [b.regel for b in importiere(buch.speichere(), daten).befunde] == ["abdruck"]
    fremd = Workbook()
    fremd.save(tmp_path / "fremd.xlsx")
    assert [b.regel for b in importiere(tmp_path / "fremd.xlsx", daten).befunde] == ["abdruck"]


def test_mappe_einer_anderen_gemeinde(daten: Path, buch: Buch) -> None:
    pfad = daten / "gemeinde.yaml"
    pfad.write_text(pfad.read_text().replace("99999999", "88888888"))
    assert [b.regel for b in importiere(buch.speichere(), daten).befunde] == ["gemeinde"]


def test_leerzeilen_bis_zum_ende_des_blatts(daten: Path, buch: Buch) -> None:
    buch.blatt("Maßnahmen").cell(1_000_000, 1).value = "x"
    [befund] = [b for b in importiere(buch.speichere(), daten).befunde if b.schwere is Schwere.FEHLER]
    assert befund.regel == "groesse"


def test_daten_mit_fehlern_werden_nicht_ueberschrieben(daten: Path, buch: Buch) -> None:
    pfad = daten / "massnahmen" / "sprachtreffs.yaml"
    pfad.write_text(pfad.read_text().replace("stand: in_umsetzung", "stand: in_umsetzug"))
    buch.tippe("Maßnahmen", "Sozialraumbezug", "Innenstadt", **TREFFS)
    ergebnis = importiere(buch.speichere(), daten)
    assert ergebnis.dateien == []
    assert any(b.datei.endswith("sprachtreffs.yaml") for b in ergebnis.befunde)


_BUCHSTABEN = st.sampled_from("abcdefgäöüßABCÄÖÜ 0123.,;:–„“’*()+-@😀%é")
_TEXTE = st.text(_BUCHSTABEN, min_size=1, max_size=60).filter(lambda t: t.strip("+-@ ") != "" and t == t.strip())
# A workbook is one example, and shrinking one would take minutes; the message names the cell anyway.
_VIELE = settings(
    max_examples=8 if alles() else 2,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
_TAGE = st.dates(date(2020, 1, 1), date(2026, 6, 1))
_GUTE = {
    "Sozialraumbezug": _TEXTE,
    "Finanzierung": _TEXTE,
    "Kosten in Euro": st.decimals(0, 9_999_999, places=2).map(float),
    "Beginn": _TAGE,
}


@_VIELE
@given(st.data())
def test_viele_richtige_aenderungen_gehen_nicht_verloren(
    musterstadt: Path, ausfuhr: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Workbooks with 44 random edits each, 352 with ALLES: each found again in the data, and a second import is empty."""
    ordner = tmp_path_factory.mktemp("zufall")
    daten = Path(shutil.copytree(musterstadt, ordner / "data"))
    pfad = ordner / "bericht.xlsx"
    pfad.write_bytes(ausfuhr)
    buch = Buch(pfad)
    erwartet: dict[tuple[str, str], Any] = {}
    massnahmen = [z[0].value for z in buch.blatt("Maßnahmen").iter_rows(min_row=2)]
    for kennung in massnahmen:
        for titel, strategie in _GUTE.items():
            wert = data.draw(strategie)
            buch.tippe("Maßnahmen", titel, wert, Kennung=kennung)
            erwartet[(kennung, titel)] = wert
        buch.tippe("Maßnahmen", "Art der Kosten", "geschätzt", Kennung=kennung)
        buch.tippe("Maßnahmen", "Ende", None, Kennung=kennung)
    zahlen = {}
    for gruppe in ("insgesamt", "deutsch", "ausländisch"):
        for jahr in range(2021, 2025):
            schluessel = {"Kennung": "bevoelkerung", "Stichtag": f"{jahr}-12-31", "Gliederung 1": gruppe}
            zahlen[(f"{jahr}-12-31", gruppe)] = data.draw(st.integers(30_000, 90_000))
            buch.tippe(ZAHLEN, "Wert", zahlen[(f"{jahr}-12-31", gruppe)], **schluessel)
    befunde = importiere(buch.speichere(), daten).befunde
    assert [b for b in befunde if b.schwere is Schwere.FEHLER] == []
    assert len(erwartet) + len(zahlen) == 44
    plan, _ = lade_plan(daten)
    assert plan is not None
    for (kennung, titel), wert in erwartet.items():
        m = plan.massnahmen[kennung]
        gefunden = {
            "Sozialraumbezug": m.sozialraum,
            "Finanzierung": m.finanzierung,
            "Kosten in Euro": m.kosten and m.kosten.betrag_euro,
            "Beginn": m.zeitraum and m.zeitraum.beginn,
        }
        assert gefunden[titel] == wert
    for k in plan.kennzahlen["bevoelkerung"]:
        if (str(k.stichtag), k.merkmale["staatsangehoerigkeit"]) in zahlen:
            assert k.wert == zahlen[(str(k.stichtag), k.merkmale["staatsangehoerigkeit"])]
    assert formatiere(daten) == ({}, [])
    assert importiere(pfad, daten).dateien == []


_FALSCHE = {
    "Kosten in Euro": st.sampled_from(["1.000", "zehn", "5 €", "1,2,3", date(2026, 1, 1), "=1+1", True]),
    "Beginn": st.sampled_from(["3.5.98", "31.2.2026", "bald", 7, "=HEUTE()", True, "2026", time(1, 2)]),
    "Art der Kosten": st.sampled_from(["viel", "😀", "=A1", 5, False, date(2026, 1, 1), "jaehrlich?"]),
    "Sozialraumbezug": st.sampled_from(["=A1", date(2026, 1, 1), True, "#DIV/0!", "a\nb", "x_x000D_y"]),
    "Neuer Bericht: Datum": st.sampled_from(["gestern", "1.1.98", 3, "=A1", "99.99.9999"]),
    "Neuer Bericht: Stand": st.sampled_from(["fertig", "in Arbeit", "=A1", 1, True]),
    "Neuer Bericht: Ampel": st.sampled_from(["grün", "rot", "=A1", 1]),
    "Federführung": st.sampled_from(["Frau M.", "=A1", 12, "Amt für alles Mögliche"]),
    "Maßnahme": st.text(_BUCHSTABEN, min_size=1, max_size=20).map(lambda t: f"x{t}"),
}


@_VIELE
@given(st.data())
def test_viele_falsche_zellen_werden_jede_mit_ihrem_ort_gemeldet(
    musterstadt: Path, ausfuhr: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Workbooks with 63 wrong cells each, 504 with ALLES: each with a finding, and no file is touched."""
    ordner = tmp_path_factory.mktemp("falsch")
    pfad = ordner / "bericht.xlsx"
    pfad.write_bytes(ausfuhr)
    buch = Buch(pfad)
    adressen = set()
    for kennung in [z[0].value for z in buch.blatt("Maßnahmen").iter_rows(min_row=2)][:7]:
        for titel, strategie in _FALSCHE.items():
            adressen.add(buch.tippe("Maßnahmen", titel, data.draw(strategie), Kennung=kennung))
    davor = inhalt(musterstadt)
    befunde = importiere(buch.speichere(), musterstadt).befunde
    gemeldet = {b.feld.rpartition("(")[2].rstrip(")") for b in befunde if b.schwere is Schwere.FEHLER}
    assert adressen <= gemeldet
    assert len(adressen) == 63
    assert inhalt(musterstadt) == davor
