"""Open data: complete, described, valid for Frictionless, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from frictionless import Package
from markupsafe import Markup

from macros.ausgabe.kontext import Bau
from macros.ausgabe.offene_daten.dateien import angebote, datendateien
from macros.ausgabe.offene_daten.datensatz import als_skript, datensatz_jsonld
from macros.ausgabe.offene_daten.formate import TABELLENFORMATE, Tabellenformat, als_csv, als_excel_csv
from macros.ausgabe.offene_daten.katalog import dcat
from macros.ausgabe.offene_daten.tabellen import Spalte, Tabelle, tabellen
from macros.ausgabe.seiten.erzeugen import seite
from macros.deutsch.excelzelle import entschaerft
from macros.modell.plan import Plan


@pytest.fixture(scope="session")
def bau(plan: Plan, stichtag: date) -> Bau:
    return Bau(plan, stichtag, "https://example.org/konzept/")


@pytest.fixture(scope="session")
def ordner(bau: Bau, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files of the open data, as in the site."""
    wurzel = tmp_path_factory.mktemp("offen")
    for datei in datendateien(bau):
        pfad = wurzel / datei.adresse
        pfad.parent.mkdir(parents=True, exist_ok=True)
        assert not pfad.exists(), datei.adresse
        pfad.write_bytes(datei.inhalt if isinstance(datei.inhalt, bytes) else datei.inhalt.encode())
    return wurzel / "daten"


@cache
def zeilen(pfad: Path, trenner: str = ",", kodierung: str = "utf-8") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(pfad.read_bytes().decode(kodierung), newline=""), delimiter=trenner))


def test_frictionless_findet_keinen_fehler(ordner: Path) -> None:
    bericht = Package(str(ordner / "datapackage.json")).validate()
    assert bericht.valid, bericht.flatten(["name", "rowNumber", "fieldName", "message"])[:5]
    assert bericht.stats["tasks"] >= 15


def test_jede_csv_ist_beschrieben_und_jede_spalte_erklaert(ordner: Path) -> None:
    beschrieben = {
        r["path"]: r for r in json.loads((ordner / "datapackage.json").read_text())["resources"] if r["format"] == "csv"
    }
    vorhanden = {p.relative_to(ordner).as_posix() for p in ordner.rglob("*.csv") if ".excel." not in p.name}
    assert set(beschrieben) == vorhanden
    assert all(f["description"] for r in beschrieben.values() for f in r["schema"]["fields"])


def test_die_adressen_bleiben(ordner: Path) -> None:
    for name in ("massnahmen.csv", "herausforderungen.csv", "massnahmen-schritte.csv", "massnahmen-sachstaende.csv",
                 "indikatoren/bevoelkerung.csv", "indikatoren/bevoelkerung.excel.csv", "indikatoren/bevoelkerung.json",
                 "datapackage.json", "dcat.jsonld", "alles.json"):  # fmt: skip
        assert (ordner / name).is_file(), name


def test_massnahmen_kommen_mit_ihrem_stand(ordner: Path, plan: Plan) -> None:
    tabelle = {z["id"]: z for z in zeilen(ordner / "massnahmen.csv")}
    assert set(tabelle) == set(plan.massnahmen)
    assert {z["stand"] for z in tabelle.values()} >= {"nicht_berichtet", "in_umsetzung", "umgesetzt"}


def test_zahlen_stehen_roh_und_berechnete_sind_dabei(ordner: Path) -> None:
    neueste = zeilen(ordner / "indikatoren/bevoelkerung.csv")[-1]
    assert neueste == {"stichtag": "2025-12-31", "staatsangehoerigkeit": "ausländisch", "wert": "4278", "zeichen": "", "hinweis": "vorläufig", "eingetragen_am": "", "quelle": "Einwohnerstatistik", "zahlen_aus": "konzept", "vorher": "", "werdegang": ""}  # fmt: skip
    quote = zeilen(ordner / "indikatoren/beschaeftigungsquote.csv")[-1]
    assert (quote["wert"], quote["hinweis"]) == ("38.500728", "Zähler: 30.06.2025; Nenner: 31.12.2024")
    assert (quote["stichtag"], quote["stichtag_nenner"]) == ("2025-06-30", "2024-12-31")
    verdeckt = [z for z in zeilen(ordner / "indikatoren/einbuergerungen.csv") if z["zeichen"] == "."]
    assert len(verdeckt) == 2 and all(z["wert"] == "" for z in verdeckt)


def test_excel_bekommt_semikolon_komma_und_bom(ordner: Path) -> None:
    datei = ordner / "indikatoren/beschaeftigungsquote.excel.csv"
    assert datei.read_bytes().startswith(b"\xef\xbb\xbfstichtag;staatsangehoerigkeit;wert;")
    assert zeilen(datei, ";", "utf-8-sig")[-1]["wert"] == "38,500728"


@pytest.mark.parametrize(
    ("text", "sicher"),
    [
        ("=SUMME(A1)", "'=SUMME(A1)"),
        ("+49 123", "'+49 123"),
        ("-1", "'-1"),
        ("@cmd", "'@cmd"),
        ("\t=1", "'\t=1"),
        ("-", "-"),
        ("...", "..."),
        ("a=b", "a=b"),
    ],
)
def test_kein_text_wird_zur_formel(text: str, sicher: str) -> None:
    assert entschaerft(text) == sicher


def test_zahlen_werden_nicht_entschaerft() -> None:
    tabelle = Tabelle("t", "T", (Spalte("a", "number", "A"), Spalte("b", "string", "B")), ("a",), ((-1.5, "=1"),))
    assert als_csv(tabelle) == "a,b\n-1.5,'=1\n"
    assert als_excel_csv(tabelle) == "\ufeffa;b\r\n-1,5;'=1\r\n"


def test_nummern_und_schuljahre_bleiben_in_excel_was_sie_sind(ordner: Path) -> None:
    tabelle = Tabelle(
        "t", "T", (Spalte("a", "string", "A"), Spalte("b", "number", "B")), ("a",), (("4.1", 4.1), ("2011/12", 3))
    )
    assert als_csv(tabelle) == "a,b\n4.1,4.1\n2011/12,3\n"
    assert als_excel_csv(tabelle) == '\ufeffa;b\r\n"=""4.1""";4,1\r\n"=""2011/12""";3\r\n'
    schueler = (ordner / "indikatoren/schueler.excel.csv").read_text("utf-8-sig").splitlines()
    assert all(zeile.startswith('"=""20') for zeile in schueler[1:])
    assert (ordner / "indikatoren/schueler.csv").read_text().splitlines()[1].startswith("20")


def test_listen_haben_ihre_eigene_tabelle(plan: Plan, bau: Bau) -> None:
    je_name = {t.name: t for t in tabellen(plan, bau.lagen)}
    assert len(je_name["massnahmen-schritte"].zeilen) == sum(len(m.schritte) for m in plan.massnahmen.values())
    assert {s.name for s in je_name["massnahmen"].spalten} >= {"kosten_betrag_euro", "zeitraum_beginn", "beteiligte_akteur"} - {"beteiligte_akteur"}  # fmt: skip
    for t in je_name.values():
        assert all(len(zeile) == len(t.spalten) for zeile in t.zeilen), t.name


def test_alles_in_einer_datei(ordner: Path, plan: Plan) -> None:
    alles = json.loads((ordner / "alles.json").read_text())
    assert len(alles["massnahmen"]) == len(plan.massnahmen)
    assert set(alles["kennzahlen"]) == set(plan.indikatoren)
    assert "null" not in {str(v) for v in alles["gemeinde"].values()}


def test_der_katalog_nennt_jede_datei_unter_ihrer_adresse(ordner: Path, bau: Bau) -> None:
    katalog = json.loads((ordner / "dcat.jsonld").read_text())
    assert katalog["@type"] == "dcat:Catalog"
    adressen = [d["dcat:downloadURL"]["@id"] for s in katalog["dcat:dataset"] for d in s["dcat:distribution"]]
    for adresse in adressen:
        assert (ordner.parent / adresse.removeprefix(bau.adresse)).is_file(), adresse
    satz = katalog["dcat:dataset"][1]
    assert {"dct:title", "dct:description", "dct:publisher", "dcatde:politicalGeocodingURI", "dct:temporal"} <= set(
        satz
    )
    assert satz["dcat:distribution"][0]["dct:license"]["@id"] == "http://dcat-ap.de/def/licenses/cc-by/4.0"


def test_ohne_eigene_adresse_zeigt_der_katalog_relativ(plan: Plan, stichtag: date) -> None:
    katalog = dcat(Bau(plan, stichtag), [])
    assert katalog["dcat:dataset"][1]["dcat:landingPage"]["@id"].startswith("../monitoring/")


def test_dataset_nennt_zeitraum_quelle_und_dateien(bau: Bau, plan: Plan) -> None:
    satz = datensatz_jsonld(bau, plan.indikatoren["bevoelkerung"])
    assert satz["temporalCoverage"] == "2021-12-31/2025-12-31"
    assert "dateModified" not in satz, "nobody wrote down when these figures were entered"
    assert datensatz_jsonld(bau, plan.indikatoren["beschaeftigte"])["dateModified"] == "2025-11-20"
    assert satz["license"] == plan.gemeinde.lizenz_url
    assert [d["contentUrl"] for d in satz["distribution"]] == [
        "https://example.org/konzept/daten/indikatoren/bevoelkerung.csv",
        "https://example.org/konzept/daten/indikatoren/bevoelkerung.json",
    ]


def test_daten_im_skriptblock_koennen_ihn_nicht_beenden() -> None:
    text = als_skript({"a": "</script><b>&"})
    assert isinstance(text, Markup)
    assert "<" not in text and "&" not in text
    assert json.loads(text) == {"a": "</script><b>&"}


def test_die_seite_bietet_alle_tabellen_an(bau: Bau, ordner: Path) -> None:
    saetze, reihen = angebote(bau)
    for angebot in (*saetze, *reihen):
        assert angebot.zeilen > 0
        for _, pfad in angebot.dateien:
            assert (ordner.parent / pfad).is_file()


def test_ein_neues_format_gibt_es_von_jeder_tabelle_und_ueberall_wo_dateien_stehen(
    bau: Bau, monkeypatch: pytest.MonkeyPatch
) -> None:
    neu = Tabellenformat("Zeilenzahl", "zahl.txt", lambda tabelle: str(len(tabelle.zeilen)))
    monkeypatch.setattr("macros.ausgabe.offene_daten.dateien.TABELLENFORMATE", (*TABELLENFORMATE, neu))
    saetze, reihen = angebote(bau)
    erwartet = {pfad for a in (*saetze, *reihen) for wort, pfad in a.dateien if wort == "Zeilenzahl"}
    assert len(erwartet) == len(saetze) + len(reihen)
    geschrieben = {d.adresse: d.inhalt for d in datendateien(bau) if d.adresse.endswith(".zahl.txt")}
    assert set(geschrieben) == erwartet
    assert geschrieben["daten/indikatoren/schueler.zahl.txt"] == str(len(bau.plan.kennzahlen["schueler"]))
    datenseite = seite(bau, bau.plan.indikatoren["schueler"]).inhalt
    assert 'daten/indikatoren/schueler.zahl.txt" download>Zeilenzahl</a>' in datenseite
