"""The yearly update: figures go in by one command, and page, picture, words, start page and files follow."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from macros.ausgabe.bausteine.druck import sammelmappe_dateien
from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.offene_daten.dateien import datendateien
from macros.ausgabe.seiten.erzeugen import seiten
from macros.befehle.konzept import main as konzept
from macros.pruefung import pruefe_ordner

HEUTE = "2027-03-01"


def lauf(daten: Path, *argumente: str) -> int:
    return konzept(["kennzahl", *argumente, "--daten", str(daten), "--heute", HEUTE])


def stand(daten: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((daten / "indikatoren").iterdir())}


def gebaut(daten: Path) -> tuple[dict[str, str], str, dict[str, str]]:
    """(data pages, start page, open data) of a data folder."""
    plan, befunde = pruefe_ordner(daten, date.fromisoformat(HEUTE))
    assert plan is not None, befunde
    bau = Bau(plan, date.fromisoformat(HEUTE))
    blaetter = {s.adresse: s.inhalt for s in seiten(bau) if s.adresse.startswith("monitoring/")}
    dateien = {d.adresse: str(d.inhalt) for d in datendateien(bau)}
    return blaetter, str(BAUSTEINE["kennzahlen"](Kontext(bau, ""))), dateien


def test_ein_neues_jahr_zieht_alles_nach(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vorher, start_vorher, _ = gebaut(daten)
    neu = ("insgesamt=31000", "deutsch=26400", "ausländisch=4600")
    assert lauf(daten, "bevoelkerung", "2026-12-31", *neu, "--hinweis", "vorläufig") == 0
    assert lauf(daten, "beschaeftigte", "2026-06-30", "insgesamt=12000", "deutsch=10300", "ausländisch=1700") == 0
    ausgabe = capsys.readouterr().out
    assert "Am 31. Dezember 2026 waren es insgesamt 31.000 Personen." in ausgabe

    nachher, start, dateien = gebaut(daten)
    seite, quote = nachher["monitoring/bevoelkerung/"], nachher["monitoring/beschaeftigungsquote/"]
    # words, change, picture, text alternative, table
    assert "Am 31. Dezember 2026 waren es insgesamt 31.000 Personen." in seite
    assert "Das sind 482 Personen mehr als am 31. Dezember 2025 (plus 1,6 Prozent)." in seite
    assert "auf 14,8\u00a0% (31.12.2026)" in seite
    assert "<title>31.12.2026, ausländisch: 14,8\u00a0% (4.600 Personen)</title>" in seite
    assert '<th scope="col" class="zahl">31.12.2026</th>' in seite
    # what is computed from it: 1700 of the 4278 of the nearest Stichtag
    assert "Ausländisch: von 32,3\u00a0% (30.06.2021) auf 39,7\u00a0% (30.06.2026)." in quote
    assert '<td class="zahl">39,7 Prozent</td>' in quote
    assert "2021 bis 2026" in quote and "2021 bis 2025" in vorher["monitoring/beschaeftigungsquote/"]
    assert "1.700 (30.06.2026)" in quote and "4.278 (31.12.2025)" in quote
    # start page and files
    assert "30.518" in start_vorher and "31.000" in start
    assert "2026-12-31,insgesamt,31000,,vorläufig,2027-03-01,,,,\n" in dateien["daten/indikatoren/bevoelkerung.csv"]
    assert '"2026-12-31/' not in dateien["daten/dcat.jsonld"] and '"2026-12-31"' in dateien["daten/dcat.jsonld"]


def test_zeilen_kommen_in_die_zeitliche_ordnung(daten: Path) -> None:
    assert lauf(daten, "bevoelkerung", "2020-12-31", "insgesamt=29500") == 0
    assert (daten / "indikatoren/bevoelkerung.csv").read_text().splitlines()[
        1
    ] == "2020-12-31,insgesamt,29500,,,2027-03-01"


def test_dieselben_zahlen_noch_einmal_aendern_nichts(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vorher = stand(daten)
    assert lauf(daten, "bevoelkerung", "2025-12-31", "insgesamt=30518", "--hinweis", "vorläufig") == 0
    assert "stehen schon so" in capsys.readouterr().out
    assert stand(daten) == vorher


@pytest.mark.parametrize(
    ("argumente", "satz"),
    [
        (("bevoelkerng", "2026", "1"), "Meinten Sie „bevoelkerung“?"),
        (("beschaeftigungsquote", "2026", "deutsch=1"), "wird berechnet"),
        (("bevoelkerung", "2026-12-31", "31000"), "Zum Beispiel: insgesamt=123"),
        (("bevoelkerung", "2026-12-31", "auslaendisch=1"), "Meinten Sie „ausländisch“?"),
        (("bevoelkerung", "2026-12-31", "insgesamt=31.000"), "31000 oder 31 schreiben"),
        (("bevoelkerung", "2026-12-31", "insgesamt=viele"), "ist keine Zahl"),
        (("bevoelkerung", "32.12.2026", "insgesamt=31000"), "Diesen Tag gibt es im Kalender nicht"),
        (("bevoelkerung", "2028-12-31", "insgesamt=31000"), "liegt in der Zukunft"),
        (("einbuergerungen", "2026", "insgesamt=90", "Asien=2"), "unter der Schwelle"),
        (("einbuergerungen", "2023", "Afrika=12"), "steht in den Daten schon"),
        (("einbuergerungen", "2023", "Afrika=12", "--ersetzen"), "aus den Summen ausrechnen"),
    ],
)
def test_mit_einem_fehler_bleibt_alles_wie_es_war(
    daten: Path, capsys: pytest.CaptureFixture[str], argumente: tuple[str, ...], satz: str
) -> None:
    vorher = stand(daten)
    assert lauf(daten, *argumente) == 1
    ausgabe = capsys.readouterr().out
    assert satz in ausgabe and "Es wurde nichts geändert." in ausgabe
    assert stand(daten) == vorher


def test_was_fuer_alle_zahlen_gilt_wird_einmal_gesagt(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lauf(daten, "bevoelkerung", "2028-12-31", "insgesamt=31000", "deutsch=26000", "ausländisch=5000") == 1
    assert capsys.readouterr().out.count("liegt in der Zukunft") == 1


def test_ein_sprung_ist_ein_hinweis_und_wird_geschrieben(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lauf(daten, "bevoelkerung", "2026-12-31", "insgesamt=45000") == 0
    ausgabe = capsys.readouterr().out
    assert "[hinweis]" in ausgabe and "47 % mehr als 30518" in ausgabe
    assert "2026-12-31,insgesamt,45000,," in (daten / "indikatoren/bevoelkerung.csv").read_text()


def test_geheim_wird_ein_zeichen(daten: Path) -> None:
    argumente = ("einbuergerungen", "2026", "insgesamt=90", "Asien=70", "Afrika=.", "staatenlos oder ungeklärt=.")
    assert lauf(daten, *argumente) == 0
    assert "2026,Afrika,,.," in (daten / "indikatoren/einbuergerungen.csv").read_text()


def test_mehrere_dimensionen_stehen_mit_strich(daten: Path) -> None:
    assert lauf(daten, "schueler", "2026/27", "Gymnasium | deutsch=900") == 0
    assert "2026/27,Gymnasium,deutsch,900,," in (daten / "indikatoren/schueler.csv").read_text()


def test_die_vorlage_wird_ausgefuellt_zur_tabelle(daten: Path, tmp_path: Path) -> None:
    vorlage = tmp_path / "zahlen.csv"
    assert lauf(daten, "--vorlage", str(vorlage), "--stichtag", "2026-12-31") == 0
    text = vorlage.read_text("utf-8-sig")
    assert "beschaeftigungsquote" not in text  # computed
    text = text.replace("bevoelkerung;2026-12-31;insgesamt;;", "bevoelkerung;2026-12-31;insgesamt;31000;")
    for kodierung in ("utf-8-sig", "cp1252"):
        vorlage.write_text(text, kodierung)
        assert lauf(daten, "--tabelle", str(vorlage)) == 0
    assert "2026-12-31,insgesamt,31000,," in (daten / "indikatoren/bevoelkerung.csv").read_text()


def test_aus_excel_kommen_zahlen_mehrerer_indikatoren(daten: Path, tmp_path: Path) -> None:
    mappe = Workbook()
    blatt = mappe.create_sheet("Zahlen", 0)
    blatt.append(["indikator", "stichtag", "gruppe", "wert", "zeichen", "hinweis"])
    blatt.append(["bevoelkerung", date(2026, 12, 31), "insgesamt", 31000, None, None])
    blatt.append(["einbuergerungen", 2026, "insgesamt", 101.0, None, "geprüft"])
    mappe.save(tmp_path / "zahlen.xlsx")
    assert lauf(daten, "--tabelle", str(tmp_path / "zahlen.xlsx")) == 0
    assert "2026-12-31,insgesamt,31000,," in (daten / "indikatoren/bevoelkerung.csv").read_text()
    assert "2026,insgesamt,101,,geprüft" in (daten / "indikatoren/einbuergerungen.csv").read_text()


@pytest.mark.parametrize("name", ["fehlt.csv", "kaputt.xlsx", "kopf.csv", "leer.csv"])
def test_eine_unbrauchbare_tabelle_ist_ein_satz_und_kein_absturz(
    daten: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "kaputt.xlsx").write_bytes(b"PK nicht")
    (tmp_path / "kopf.csv").write_text("a;b\n1;2\n")
    (tmp_path / "leer.csv").write_text("indikator;stichtag;gruppe;wert;zeichen;hinweis\n")
    assert lauf(daten, "--tabelle", str(tmp_path / name)) == 1
    assert capsys.readouterr().out.strip()


def test_dezimalkomma_aus_deutschem_excel(daten: Path, tmp_path: Path) -> None:
    tabelle = tmp_path / "t.csv"
    tabelle.write_text(
        "indikator;stichtag;gruppe;wert;zeichen;hinweis\nwohlfuehlen;2026;insgesamt | stimme voll zu;31,5;;\n"
    )
    assert lauf(daten, "--tabelle", str(tabelle)) == 0
    assert "2026,insgesamt,stimme voll zu,31.5,," in (daten / "indikatoren/wohlfuehlen.csv").read_text()


def test_zweimal_an_einem_tag_ist_kein_vergessener_tag(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    zahlen = ("bevoelkerung", "2026-12-31", "deutsch=26400", "ausländisch=4600")
    assert lauf(daten, *zahlen, "insgesamt=31000") == 0
    assert lauf(daten, "bevoelkerung", "2026-12-31", "deutsch=26390", "insgesamt=30990", "--ersetzen") == 0
    assert "eingetragen_am" not in capsys.readouterr().out


def test_jede_berichtigung_bleibt_auf_der_seite_im_druck_und_in_den_offenen_daten(daten: Path) -> None:
    for tag, wert in (("2027-03-01", "30530"), ("2027-04-12", "30540")):
        angaben = ["bevoelkerung", "2025-12-31", f"insgesamt={wert}", "--ersetzen", "--quelle", "einwohnerstatistik"]
        assert konzept(["kennzahl", *angaben, "--daten", str(daten), "--heute", tag]) == 0
    zeile = "2025-12-31,insgesamt,30540,,vorläufig,2027-04-12,einwohnerstatistik,30518; 2027-03-01: 30530"
    assert zeile in (daten / "indikatoren/bevoelkerung.csv").read_text().splitlines()
    plan, befunde = pruefe_ordner(daten, date(2027, 4, 12))
    assert plan is not None, befunde
    bau = Bau(plan, date(2027, 4, 12))
    weg = "31.12.2025, insgesamt: 30.518 → 30.530 (01.03.2027) → 30.540 (12.04.2027)"
    (seite,) = [s.inhalt for s in seiten(bau) if s.adresse == "monitoring/bevoelkerung/"]
    assert f"<li>{weg}</li>" in seite
    assert f"<li>{weg}</li>" in str(next(iter(sammelmappe_dateien(bau))).inhalt)
    tabelle = {d.adresse: str(d.inhalt) for d in datendateien(bau)}["daten/indikatoren/bevoelkerung.csv"]
    assert ",quelle,30530,30518; 2027-03-01: 30530\n" in tabelle
