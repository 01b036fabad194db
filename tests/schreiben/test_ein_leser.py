"""One list of deliveries through every way in: the same verdicts, in the same words, at the place of each way."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook
from schreiben.kleinstadt import DATEIEN, HEUTE, OFFEN, lege_an
from schreiben.mappen import inhalt

from macros.modell.befund import Befund, Schwere
from macros.modell.geltung import geltender_plan
from macros.pruefung import pruefe_ordner
from macros.schreiben.excel.ausfuhr import als_mappe
from macros.schreiben.excel.einfuhr import fuehre_ein
from macros.schreiben.formulare import KENNZAHL
from macros.schreiben.kennzahlen import aus_datei, aus_worten, trage_ein
from macros.schreiben.meldung import uebernimm

LISTE = Path(__file__).parents[1] / "daten/lieferungen.csv"
Lieferung = dict[str, str]
Weg = Callable[[Path, Path, Sequence[Lieferung]], list[Befund]]


def _lieferungen() -> list[Lieferung]:
    with LISTE.open(encoding="utf-8", newline="") as datei:
        zeilen = list(csv.DictReader(datei, delimiter=";"))
    zeichen = {"<NBSP>": "\u00a0", "<LF>": "\n", "<TREMA>": "\u0308"}
    return [{name: _ersetzt(wert, zeichen) for name, wert in zeile.items()} for zeile in zeilen]


def _ersetzt(text: str, zeichen: dict[str, str]) -> str:
    for marke, wert in zeichen.items():
        text = text.replace(marke, wert)
    return text


LIEFERUNGEN = _lieferungen()


def _indikator(kennung: str, name: str, mehr: str) -> str:
    return (
        DATEIEN["indikatoren/plaetze.yaml"]
        .replace("plaetze", kennung)
        .replace("Plaetze", name)
        .replace(OFFEN, mehr + OFFEN)
    )


@pytest.fixture
def stadt(tmp_path: Path) -> Path:
    """Kleinstadt with a share by days, an amount with decimals, and classes by school years."""
    anteil = _indikator("anteil", "Anteil der Kinder", "stichtagsform: tag\nnachkommastellen: 1\n")
    betrag = _indikator("betrag", "Betrag", "nachkommastellen: 1\n")
    formen = (
        "dimensionen:\n  - id: form\n    name: Form\n    auspraegungen:\n      - Ganztag / offen\n      - Halbtag\n"
    )
    ordner = lege_an(
        tmp_path / "daten",
        indikatoren__anteil=anteil,
        indikatoren__betrag=betrag,
        indikatoren__klassen=_indikator("klassen", "Klassen", f"stichtagsform: schuljahr\n{formen}"),
    )
    kopf = "stichtag,wert,zeichen,hinweis\n"
    (ordner / "indikatoren/anteil.csv").write_text(f"{kopf}2025-12-31,21,,\n")
    (ordner / "indikatoren/betrag.csv").write_text(f"{kopf}2025,1200,,\n")
    (ordner / "indikatoren/klassen.csv").write_text("stichtag,form,wert,zeichen,hinweis\n2024/25,Halbtag,5,,\n")
    kurse = ordner / "indikatoren/kurse.csv"
    kurse.write_text(kurse.read_text().replace("hinweis\n", "hinweis\n2024,alle,Nord,,...,\n"))
    return ordner


def _formular(ordner: Path, platz: Path, lieferungen: Sequence[Lieferung]) -> list[Befund]:
    erste = lieferungen[0]
    zeilen = (f"{x['gruppe']} = {x['wert']}" if x["gruppe"] else x["wert"] for x in lieferungen)
    antworten = {**erste, "quelle": "Amt", "zahlen": "\n".join(zeilen)}
    text = "\n\n".join(f"### {f.frage}\n\n{antworten[f.id] or '_No response_'}" for f in KENNZAHL.felder)
    return uebernimm(text, ordner, HEUTE).befunde


def _tabelle(ordner: Path, platz: Path, lieferungen: Sequence[Lieferung]) -> list[Befund]:
    with (platz / "zahlen.csv").open("w", encoding="utf-8", newline="") as datei:
        schreiber = csv.writer(datei, delimiter=";", lineterminator="\r\n")
        schreiber.writerow(["indikator", "stichtag", "gruppe", "wert", "zeichen", "hinweis"])
        schreiber.writerows(
            [x["indikator"], x["stichtag"], x["gruppe"], x["wert"], "", x["hinweis"]] for x in lieferungen
        )
    meldungen, befunde = aus_datei(platz / "zahlen.csv")
    return befunde or trage_ein(ordner, meldungen, HEUTE).befunde


def _mappe(ordner: Path, platz: Path, lieferungen: Sequence[Lieferung]) -> list[Befund]:
    """A workbook that was exported before the figures of 2024 and 2025 came into the data."""
    frueher = platz / "frueher"
    shutil.copytree(ordner, frueher)
    (frueher / "indikatoren/plaetze.csv").write_text("stichtag,wert,zeichen,hinweis\n2023,9,,\n")
    (frueher / "indikatoren/kurse.csv").write_text("stichtag,gruppe,ort,wert,zeichen,hinweis\n2023,alle,Nord,5,,\n")
    plan, _ = pruefe_ordner(frueher, HEUTE)
    assert plan is not None
    (platz / "mappe.xlsx").write_bytes(als_mappe(geltender_plan(plan, HEUTE)))
    mappe = load_workbook(platz / "mappe.xlsx")
    blatt = mappe["Bildung"]
    spalten = {zelle.value: zelle.column for zelle in blatt[1]}
    titel = {
        "Kennung": "indikator",
        "Stichtag": "stichtag",
        "Gliederung 1": "gruppe",
        "Wert": "wert",
        "Hinweis": "hinweis",
    }
    for x in lieferungen:
        zeile = blatt.max_row + 1
        for name, feld in titel.items():
            if x[feld]:
                zelle = blatt.cell(zeile, spalten[name], x[feld])
                zelle.data_type = "s"
    mappe.save(platz / "mappe.xlsx")
    return fuehre_ein(platz / "mappe.xlsx", ordner, HEUTE).befunde


def _befehl(ordner: Path, platz: Path, lieferungen: Sequence[Lieferung]) -> list[Befund]:
    erste = lieferungen[0]
    worte = [f"{x['gruppe']}={x['wert']}" if x["gruppe"] else x["wert"] for x in lieferungen]
    meldungen = aus_worten(erste["indikator"], erste["stichtag"], worte, erste["hinweis"])
    return trage_ein(ordner, meldungen, HEUTE).befunde


WEGE: dict[str, Weg] = {"formular": _formular, "tabelle": _tabelle, "mappe": _mappe, "befehl": _befehl}


def _urteil(ordner: Path, davor: dict[str, bytes], befunde: Sequence[Befund]) -> str:
    """What became of a delivery: the new rows, what refused it, or that nothing is new."""
    fehler = [f"{b.regel}: {b.text}" for b in befunde if b.schwere is Schwere.FEHLER]
    if fehler:
        assert inhalt(ordner) == davor
        return " + ".join(fehler)
    alt = set(_zeilen(davor))
    neu = [zeile for zeile in _zeilen(inhalt(ordner)) if zeile not in alt]
    return " + ".join(neu) or "unverändert"


def _zeilen(dateien: dict[str, bytes]) -> list[str]:
    """The rows of all tables without what says when and from where it came."""
    tabellen = (csv.DictReader(roh.decode().splitlines()) for name, roh in dateien.items() if name.endswith(".csv"))
    return [
        ",".join(w for s, w in zeile.items() if s not in ("eingetragen_am", "quelle", "vorher"))
        for tabelle in tabellen
        for zeile in tabelle
    ]


def test_die_liste_ist_lang_genug_und_jeder_fall_steht_einmal_darin() -> None:
    namen = [x["was"] for x in LIEFERUNGEN]
    assert len(namen) >= 60
    assert len(set(namen)) == len(namen)


@pytest.mark.parametrize("weg", WEGE)
@pytest.mark.parametrize("lieferung", LIEFERUNGEN, ids=lambda x: x["was"].replace(" ", "_"))
def test_jeder_weg_urteilt_gleich(stadt: Path, tmp_path: Path, lieferung: Lieferung, weg: str) -> None:
    davor = inhalt(stadt)
    befunde = WEGE[weg](stadt, tmp_path, [lieferung])
    assert _urteil(stadt, davor, befunde) == lieferung["erwartet"]


ZWEIMAL = [
    {"indikator": "kurse", "stichtag": "2026", "gruppe": gruppe, "wert": wert, "hinweis": ""}
    for gruppe, wert in (("alle / Nord", "8"), ("alle / Süd", "6"), ("alle | nord", "8"))
]


@pytest.mark.parametrize(
    ("weg", "stelle"),
    [
        ("formular", ("Formular", 1, "Zahlen, Zeile 3")),
        ("tabelle", ("zahlen.csv", 4, "gruppe")),
        ("befehl", ("Eingabe", 3, "gruppe")),
    ],
)
def test_dieselbe_gruppe_zweimal_ist_ein_befund_am_zweiten(
    stadt: Path, tmp_path: Path, weg: str, stelle: tuple[str, int, str]
) -> None:
    davor = inhalt(stadt)
    befunde = WEGE[weg](stadt, tmp_path, ZWEIMAL)
    assert [(b.datei, b.zeile, b.feld) for b in befunde] == [stelle]
    assert [(b.regel, b.vorschlag) for b in befunde] == [("doppelt", "Eine von beiden löschen.")]
    assert inhalt(stadt) == davor


def test_dieselbe_gruppe_zweimal_in_der_mappe(stadt: Path, tmp_path: Path) -> None:
    davor = inhalt(stadt)
    assert [b.regel for b in _mappe(stadt, tmp_path, ZWEIMAL)] == ["doppelt"]
    assert inhalt(stadt) == davor


def test_was_die_regeln_finden_steht_bei_der_lieferung(stadt: Path, tmp_path: Path) -> None:
    falsch = [{"indikator": "plaetze", "stichtag": "2026", "gruppe": "", "wert": "14,5", "hinweis": ""}]
    stellen = {weg: [(b.datei, b.zeile, b.feld) for b in tu(stadt, tmp_path, falsch)] for weg, tu in WEGE.items()}
    assert stellen["formular"] == [("Formular", 1, "Zahlen")]
    assert stellen["tabelle"] == [("zahlen.csv", 2, "wert")]
    assert stellen["befehl"] == [("Eingabe", 1, "wert")]
    ((datei, zeile, feld),) = stellen["mappe"]
    assert datei == "mappe.xlsx"
    assert feld.startswith("Blatt „Bildung“, Spalte „Wert“ (") and feld.endswith(f"{zeile})")


def test_eine_ursache_ist_ein_befund(stadt: Path) -> None:
    meldungen = aus_worten("plaetzte", "2026", ["alle=1", "jung=2", "klein=3"])
    assert [(b.feld, b.regel) for b in trage_ein(stadt, meldungen, HEUTE).befunde] == [("indikator", "verweis")]


KOPF = "indikator;stichtag;gruppe;wert;zeichen;hinweis"


SCHREIBUNGEN = [
    *((kodierung, "\r\n", ";") for kodierung in ("utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16-le", "utf-16-be")),
    ("utf-16", "\r\n", "\t"),
    ("utf-8", "\n", ","),
    ("utf-8", "\r", ";"),
]
"""Encoding, line end, separator; UTF-16 with tabs is what Excel calls Unicode text."""


@pytest.mark.parametrize(("kodierung", "zeilenende", "trenner"), SCHREIBUNGEN)
def test_jede_schreibung_einer_tabelle(
    stadt: Path, tmp_path: Path, kodierung: str, zeilenende: str, trenner: str
) -> None:
    zeilen = [KOPF, "kurse;2026;alle / Süd;8;;für alle"]
    text = zeilenende.join(zeile.replace(";", trenner) for zeile in [*zeilen, ""])
    (tmp_path / "z.csv").write_bytes(text.encode(kodierung))
    meldungen, befunde = aus_datei(tmp_path / "z.csv")
    assert befunde == []
    assert trage_ein(stadt, meldungen, HEUTE).befunde == []
    assert "\n2026,alle,Süd,8,,für alle,2026-06-30\n" in (stadt / "indikatoren/kurse.csv").read_text()


def test_ein_umbruch_im_hinweis_wird_nicht_geraten_und_die_zeile_zaehlt_in_der_datei(
    stadt: Path, tmp_path: Path
) -> None:
    (tmp_path / "z.csv").write_text(f'{KOPF}\nplaetze;2026;;14;;"ge-\nschätzt"\nplaetze;2027;;viele;;\n')
    meldungen, _ = aus_datei(tmp_path / "z.csv")
    befunde = trage_ein(stadt, meldungen, HEUTE).befunde
    assert [(b.zeile, b.feld, b.regel) for b in befunde] == [(2, "hinweis", "zeilenumbruch"), (4, "wert", "zahl")]


def test_die_neue_zahl_gilt_wenn_man_es_sagt(stadt: Path) -> None:
    meldungen = aus_worten("plaetze", "2024", ["11"])
    (konflikt,) = trage_ein(stadt, meldungen, HEUTE).befunde
    assert "mit --ersetzen wiederholen" in konflikt.vorschlag
    assert trage_ein(stadt, meldungen, HEUTE, ersetzen=True).befunde == []
    assert "\n2024,11,,,2026-06-30,10\n" in (stadt / "indikatoren/plaetze.csv").read_text()
