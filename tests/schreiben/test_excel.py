"""Excel round trip: only what a person changed is taken over, and nothing is lost."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl.utils import get_column_letter
from schreiben.mappen import HEUTE, Buch, exportiere, importiere, inhalt

from macros.befehle.konzept import main as konzept
from macros.laden.ordner import lade_plan
from macros.modell.befund import Schwere
from macros.modell.plan import Plan
from macros.schreiben.formatieren import formatiere

BEVOELKERUNG = "Menschen in Musterstadt"
SPRACHTREFFS = {"Kennung": "sprachtreffs"}


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


def lade(daten: Path) -> Plan:
    plan, befunde = lade_plan(daten)
    assert plan is not None
    assert befunde == []
    return plan


def test_ohne_aenderung_bleibt_jede_datei_byte_fuer_byte_gleich(daten: Path, buch: Buch) -> None:
    davor = inhalt(daten)
    ergebnis = importiere(buch.speichere(), daten)
    assert ergebnis.befunde == []
    assert ergebnis.dateien == []
    assert inhalt(daten) == davor


def test_die_mappe_ist_fuer_menschen_gemacht(buch: Buch) -> None:
    assert buch.mappe.sheetnames[:4] == ["Anleitung", "Maßnahmen", "Schritte", "Arbeit"]
    assert buch.mappe["_Abdruck"].sheet_state == "veryHidden"
    assert buch.mappe["Listen"].sheet_state == "hidden"
    blatt = buch.blatt("Maßnahmen")
    assert blatt.freeze_panes == "D2"
    assert len(blatt.tables) == 1
    for spalte in range(1, blatt.max_column + 1):
        assert 9 <= blatt.column_dimensions[get_column_letter(spalte)].width <= 80
    pruefungen = {p.promptTitle: p for p in blatt.data_validations.dataValidation}
    assert pruefungen["Neuer Bericht: Stand"].type == "list"
    assert pruefungen["Neuer Bericht: Datum"].type == "date"
    assert "ein bis drei Sätzen" in pruefungen["Neuer Bericht: Text"].prompt


def test_die_mappe_hat_die_massnahmen_der_geltenden_fassung_und_die_zielwerte(buch: Buch) -> None:
    nummern = [z[1].value for z in buch.blatt("Maßnahmen").iter_rows(min_row=2)]
    assert nummern == ["3.1.1", "3.1.2", "3.1.3", "3.2.1", "3.2.2", "3.2.3", "3.3.1", "3.3.2"], "none of 2021"
    assert [[z.value for z in zeile] for zeile in buch.blatt("Zielwerte").iter_rows(min_row=2)] == [
        ["Beschäftigungsquote", "2028", 42, "Prozent", "Rat der Stadt, 20.02.2025"],
        ["Beschäftigungsquote", "2030", 45, "Prozent", "Rat der Stadt, 20.02.2025"],
    ]


def test_zeilen_fuer_das_naechste_jahr_liegen_bereit(buch: Buch) -> None:
    assert buch.zelle(BEVOELKERUNG, "Wert", Kennung="bevoelkerung", Stichtag="2026-12-31").value is None
    assert buch.zelle("Bildung", "Wert", Kennung="schueler", Stichtag="2026/27").value is None


def test_ein_bericht_wird_angehaengt_und_nie_ueberschrieben(daten: Path, buch: Buch) -> None:
    davor = lade(daten).massnahmen["sprachtreffs"].sachstaende
    buch.tippe("Maßnahmen", "Neuer Bericht: Datum", datetime(2026, 6, 1), **SPRACHTREFFS)
    buch.tippe("Maßnahmen", "Neuer Bericht: Stand", "in Umsetzung", **SPRACHTREFFS)
    buch.tippe("Maßnahmen", "Neuer Bericht: Ampel", "im Plan", **SPRACHTREFFS)
    buch.tippe("Maßnahmen", "Neuer Bericht: Text", "  Alle drei Treffs laufen. ", **SPRACHTREFFS)
    buch.tippe("Maßnahmen", "Neuer Bericht: Beleg", "Quartalsbericht II/2026", **SPRACHTREFFS)
    ergebnis = importiere(buch.speichere(), daten)
    assert ergebnis.befunde == []
    assert ergebnis.dateien == ["massnahmen/sprachtreffs.yaml"]
    danach = lade(daten).massnahmen["sprachtreffs"].sachstaende
    assert danach[:-1] == davor
    neu = danach[-1]
    assert (neu.datum, neu.stand, neu.ampel, neu.text) == (
        date(2026, 6, 1),
        "in_umsetzung",
        "im_plan",
        "Alle drei Treffs laufen.",
    )
    assert neu.beleg is not None
    assert neu.beleg.text == "Quartalsbericht II/2026"
    assert importiere(buch.pfad, daten).dateien == []


def test_nur_die_geaenderten_felder_aendern_sich(daten: Path, buch: Buch) -> None:
    alt = lade(daten).massnahmen["sprachtreffs"]
    buch.tippe("Maßnahmen", "Federführung", "Volkshochschule Musterstadt", **SPRACHTREFFS)
    buch.tippe("Maßnahmen", "Kosten in Euro", 20000.75, **SPRACHTREFFS)
    buch.tippe("Maßnahmen", "Ende", None, **SPRACHTREFFS)
    buch.tippe("Maßnahmen", "Sozialraumbezug", "Innenstadt", **SPRACHTREFFS)
    assert importiere(buch.speichere(), daten).befunde == []
    neu = lade(daten).massnahmen["sprachtreffs"]
    assert neu.federfuehrung == "volkshochschule"
    assert neu.kosten and neu.kosten.betrag_euro == 20000.75
    assert neu.zeitraum and neu.zeitraum.ende is None
    unveraendert = set(type(neu).model_fields) - {"federfuehrung", "kosten", "zeitraum", "sozialraum"}
    assert all(getattr(alt, f) == getattr(neu, f) for f in unveraendert)
    assert formatiere(daten) == ({}, [])


def test_kosten_und_zeitraum_lassen_sich_leeren(daten: Path, buch: Buch) -> None:
    for titel in ("Kosten in Euro", "Art der Kosten", "davon bewilligt", "davon ausgegeben", "Beginn", "Ende"):
        buch.tippe("Maßnahmen", titel, None, **SPRACHTREFFS)
    assert importiere(buch.speichere(), daten).befunde == []
    neu = lade(daten).massnahmen["sprachtreffs"]
    assert (neu.kosten, neu.zeitraum) == (None, None)


def test_schritte_lassen_sich_erledigen_und_ergaenzen(daten: Path, buch: Buch) -> None:
    reihe = buch.reihe("Schritte", Kennung="sprachtreffs", **{"Schritt Nr.": "3"})
    buch.blatt("Schritte").cell(reihe, buch.spalte("Schritte", "erledigt am")).value = "20.05.2026"
    buch.neue_zeile("Schritte", Kennung="sprachtreffs", Schritt="=5 Flyer drucken.", geplant_bis=date(2026, 9, 1))
    zelle = buch.blatt("Schritte").cell(buch.blatt("Schritte").max_row, buch.spalte("Schritte", "Schritt"))
    zelle.data_type = "s"
    assert importiere(buch.speichere(), daten).befunde == []
    schritte = lade(daten).massnahmen["sprachtreffs"].schritte
    assert schritte[2].erledigt_am == date(2026, 5, 20)
    assert schritte[-1].text == "=5 Flyer drucken."
    assert importiere(buch.pfad, daten).dateien == []


def test_ein_schritt_wird_an_seinem_text_wiedergefunden(daten: Path, buch: Buch) -> None:
    pfad = daten / "massnahmen" / "sprachtreffs.yaml"
    pfad.write_text(pfad.read_text().replace("schritte:\n", "schritte:\n  - text: Ganz am Anfang.\n"))
    reihe = buch.reihe("Schritte", Kennung="sprachtreffs", **{"Schritt Nr.": "3"})
    buch.blatt("Schritte").cell(reihe, buch.spalte("Schritte", "erledigt am")).value = date(2026, 5, 20)
    assert importiere(buch.speichere(), daten).befunde == []
    schritte = lade(daten).massnahmen["sprachtreffs"].schritte
    assert [s.erledigt_am for s in schritte[2:5]] == [date(2025, 11, 12), date(2026, 5, 20), None]


def test_neue_zahlen_stehen_hinter_den_alten(daten: Path, buch: Buch) -> None:
    for gruppe, wert in (("insgesamt", 31000), ("deutsch", 26300), ("ausländisch", 4700)):
        schluessel = {"Kennung": "bevoelkerung", "Stichtag": "2026-12-31", "Gliederung 1": gruppe}
        zelle = buch.zelle(BEVOELKERUNG, "Wert", **schluessel)
        zelle.value = wert
        buch.blatt(BEVOELKERUNG).cell(zelle.row, buch.spalte(BEVOELKERUNG, "Stichtag")).value = datetime(2026, 3, 31)
        buch.blatt(BEVOELKERUNG).cell(zelle.row, buch.spalte(BEVOELKERUNG, "Quelle")).value = "einwohnerstatistik"
    assert importiere(buch.speichere(), daten).befunde == []
    assert (daten / "indikatoren" / "bevoelkerung.csv").read_text().splitlines()[-4:] == [
        "2025-12-31,ausländisch,4278,,vorläufig,,",
        "2026-03-31,insgesamt,31000,,,2026-06-30,einwohnerstatistik",
        "2026-03-31,deutsch,26300,,,2026-06-30,einwohnerstatistik",
        "2026-03-31,ausländisch,4700,,,2026-06-30,einwohnerstatistik",
    ]


def test_eine_zahl_weicht_einem_zeichen(daten: Path, buch: Buch) -> None:
    schluessel = {"Kennung": "sprachtreff-plaetze", "Stichtag": "2021", "Gliederung 1": "Innenstadt"}
    reihe = buch.reihe("Bildung", **schluessel)
    buch.blatt("Bildung").cell(reihe, buch.spalte("Bildung", "Wert")).value = None
    buch.blatt("Bildung").cell(reihe, buch.spalte("Bildung", "Zeichen")).value = "…"
    assert importiere(buch.speichere(), daten).befunde == []
    assert (
        "2021,Innenstadt,geplant,,...,,2026-06-30\n" in (daten / "indikatoren" / "sprachtreff-plaetze.csv").read_text()
    )


def test_sortierte_gefilterte_umbenannte_blaetter_werden_gelesen(daten: Path, buch: Buch) -> None:
    blatt = buch.blatt("Maßnahmen")
    werte = [[z.value for z in zeile] for zeile in blatt.iter_rows(min_row=2)]
    for zeile, neu in zip(blatt.iter_rows(min_row=2), reversed(werte), strict=True):
        for zelle, wert in zip(zeile, neu, strict=True):
            zelle.value = wert
            if isinstance(wert, str):
                zelle.data_type = "s"
    buch.tippe("Maßnahmen", "Sozialraumbezug", "Überall", **SPRACHTREFFS)
    blatt.row_dimensions[3].hidden = True
    blatt.title = "Rückmeldung FD 50"
    for zeile in range(200, 1200):
        blatt.cell(zeile, 3).value = None
        blatt.cell(zeile, 4).value = "   "
    ergebnis = importiere(buch.speichere(), daten)
    assert [(b.schwere, b.regel) for b in ergebnis.befunde] == [(Schwere.HINWEIS, "gefiltert")]
    assert ergebnis.dateien == ["massnahmen/sprachtreffs.yaml"]


def test_fehlende_zeilen_loeschen_nichts(daten: Path, buch: Buch) -> None:
    buch.blatt("Maßnahmen").delete_rows(2, 5)
    del buch.mappe["Bildung"]
    davor = inhalt(daten)
    ergebnis = importiere(buch.speichere(), daten)
    assert {(b.schwere, b.regel) for b in ergebnis.befunde} == {(Schwere.WARNUNG, "zeile-fehlt")}
    assert "Gelöscht wird dadurch nichts." in ergebnis.befunde[0].text
    assert inhalt(daten) == davor


def test_ein_konflikt_nennt_beide_werte_und_schreibt_nichts(daten: Path, buch: Buch) -> None:
    pfad = daten / "massnahmen" / "sprachtreffs.yaml"
    pfad.write_text(pfad.read_text().replace("federfuehrung: fachdienst-zusammenleben", "federfuehrung: bruecke"))
    adresse = buch.tippe("Maßnahmen", "Federführung", "Volkshochschule Musterstadt", **SPRACHTREFFS)
    buch.tippe("Maßnahmen", "Sozialraumbezug", "Innenstadt", **SPRACHTREFFS)
    davor = inhalt(daten)
    [befund] = importiere(buch.speichere(), daten).befunde
    assert befund.regel == "konflikt"
    assert adresse in befund.feld
    assert "„volkshochschule“" in befund.text
    assert "„bruecke“" in befund.text
    assert inhalt(daten) == davor


def test_was_inzwischen_genauso_in_den_daten_steht_ist_kein_konflikt(daten: Path, buch: Buch) -> None:
    pfad = daten / "massnahmen" / "sprachtreffs.yaml"
    pfad.write_text(pfad.read_text().replace("federfuehrung: fachdienst-zusammenleben", "federfuehrung: bruecke"))
    wort = lade(daten).akteure["bruecke"].bezeichnung
    buch.tippe("Maßnahmen", "Federführung", wort, **SPRACHTREFFS)
    ergebnis = importiere(buch.speichere(), daten)
    assert (ergebnis.befunde, ergebnis.dateien) == ([], [])


def test_zweierlei_berichte_an_einem_tag_sind_ein_konflikt(daten: Path, buch: Buch) -> None:
    buch.tippe("Maßnahmen", "Neuer Bericht: Datum", date(2026, 5, 4), **SPRACHTREFFS)
    buch.tippe("Maßnahmen", "Neuer Bericht: Stand", "umgesetzt", **SPRACHTREFFS)
    [befund] = importiere(buch.speichere(), daten).befunde
    assert befund.regel == "konflikt"
    assert "04.05.2026" in befund.text


def test_die_regeln_der_daten_gelten_auch_hier_und_nennen_die_zelle(daten: Path, buch: Buch) -> None:
    adresse = buch.tippe("Maßnahmen", "Neuer Bericht: Datum", date(2026, 12, 1), **SPRACHTREFFS)
    buch.tippe("Maßnahmen", "Neuer Bericht: Stand", "in Umsetzung", **SPRACHTREFFS)
    ampel = buch.tippe("Maßnahmen", "Neuer Bericht: Ampel", "gefährdet", **SPRACHTREFFS)
    davor = inhalt(daten)
    befunde = importiere(buch.speichere(), daten).befunde
    assert {b.regel for b in befunde} == {"zukunft", "ampel"}
    assert any(f"({adresse})" in b.feld for b in befunde)
    assert all(b.datei == "bericht.xlsx" for b in befunde)
    assert ampel[1:] == adresse[1:]
    assert inhalt(daten) == davor


def test_der_befehl_sagt_in_worten_was_sich_geaendert_hat(
    daten: Path, buch: Buch, capsys: pytest.CaptureFixture[str]
) -> None:
    buch.tippe("Maßnahmen", "Sozialraumbezug", "Innenstadt", **SPRACHTREFFS)
    befehl = ["import", str(buch.speichere()), "--daten", str(daten), "--stichtag", HEUTE]
    capsys.readouterr()
    assert konzept(["excel", *befehl]) == 0
    assert "3.1.1 Sprachtreffs in den Stadtteilen: Sozialraumbezug: „" in capsys.readouterr().out
    assert konzept(["excel", *befehl]) == 0
    assert capsys.readouterr().out == "Die Datei enthält keine Änderung gegenüber den Daten.\n"
    buch.tippe("Maßnahmen", "Kennung", "sprachtrefs", **SPRACHTREFFS)
    buch.speichere()
    assert konzept(["excel", *befehl]) == 1
    assert "Es wurde nichts geändert." in capsys.readouterr().out
