"""New figures from words or a table: what is read, what is refused, what is written."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from saetze_bauen import dimension, indikator, plan_aus
from schreiben.kleinstadt import HEUTE, lege_an
from schreiben.mappen import inhalt
from zahlen_bauen import tafel

from macros.befehle.konzept import main as konzept
from macros.deutsch.excelzelle import ohne_excelzelle
from macros.eingabe.zahlmeldung import Zahlmeldung
from macros.modell.befund import Befund
from macros.schreiben.kennzahlen import aus_datei, aus_worten, trage_ein
from macros.schreiben.zahlenvorlage import vorlage

EINMAL = frozenset({"indikator", "stichtag", "hinweis", "quelle"})
KOPF = "indikator;stichtag;gruppe;wert;zeichen;hinweis\n"


@pytest.mark.parametrize(
    ("wort", "gruppe", "wert"),
    [
        ("36", "", "36"),
        ("jung=5", "jung", "5"),
        ("jung | Nord=5", "jung | Nord", "5"),
        ("jung|Nord = 5", "jung|Nord ", " 5"),
        ("a=b=5", "a=b", "5"),
        ("jung=.", "jung", "."),
        ("...", "", "..."),
        ("=5", "", "5"),
        ("jung=", "jung", ""),
    ],
)
def test_ein_wort_ist_eine_zahl_mit_ihrer_gruppe(wort: str, gruppe: str, wert: str) -> None:
    assert aus_worten("kurse", "2026", [wort], "neu") == [
        Zahlmeldung("kurse", "2026", gruppe, wert, "", "neu", "Eingabe", 1, einmal=EINMAL)
    ]


def test_jedes_wort_hat_seine_nummer() -> None:
    assert [(m.wert, m.zeile, m.hinweis) for m in aus_worten("plaetze", "2026", ["1", "2"])] == [("1", 1, ""), ("2", 2, "")]  # fmt: skip


# Tables


def _gelesen(pfad: Path) -> list[tuple[object, ...]]:
    meldungen, befunde = aus_datei(pfad)
    assert befunde == []
    assert {m.ort for m in meldungen} <= {pfad.name}
    return [(m.indikator, m.stichtag, m.gruppe, m.wert, m.zeichen, m.hinweis, m.zeile) for m in meldungen]


def test_eine_tabelle_mit_strichpunkt_bleibt_wie_getippt(tmp_path: Path) -> None:
    pfad = tmp_path / "z.csv"
    pfad.write_text(
        f"{KOPF}a;2026; jung|Nord ;12,5;;x, y\nb;2026;; -3,25 ;;\nc;2026;;;.;\nd;2026;;;;leer\n\ne;2026;;1,2,3;;\nf;2026;;7\n"
    )
    assert _gelesen(pfad) == [
        ("a", "2026", " jung|Nord ", "12,5", "", "x, y", 2),
        ("b", "2026", "", " -3,25 ", "", "", 3),
        ("c", "2026", "", "", ".", "", 4),
        ("e", "2026", "", "1,2,3", "", "", 7),
        ("f", "2026", "", "7", "", "", 8),
    ]


def test_eine_tabelle_mit_komma_bleibt_wie_getippt(tmp_path: Path) -> None:
    pfad = tmp_path / "z.csv"
    pfad.write_text(KOPF.replace(";", ",") + 'a,2026,,12.5,,"x; y"\nb,2026,,"12,5",,\n')
    assert _gelesen(pfad) == [("a", "2026", "", "12.5", "", "x; y", 2), ("b", "2026", "", "12,5", "", "", 3)]


@pytest.mark.parametrize("kodierung", ["utf-8", "utf-8-sig", "cp1252"])
def test_umlaute_kommen_aus_jedem_excel_an(tmp_path: Path, kodierung: str) -> None:
    pfad = tmp_path / "z.csv"
    pfad.write_text(f"{KOPF}a;2026;Süd;5;;für alle\n", kodierung)
    assert _gelesen(pfad) == [("a", "2026", "Süd", "5", "", "für alle", 2)]


def test_die_kopfzeile_darf_gross_geschrieben_und_laenger_sein(tmp_path: Path) -> None:
    pfad = tmp_path / "z.csv"
    pfad.write_text("Indikator; Stichtag ;GRUPPE;Wert;Zeichen;Hinweis;Bemerkung\na;2026;;5;;h;b\n")
    assert _gelesen(pfad) == [("a", "2026", "", "5", "", "h", 2)]


def test_aus_excel_zaehlt_das_erste_blatt(tmp_path: Path) -> None:
    mappe = Workbook()
    erstes = mappe.create_sheet("Zahlen", 0)
    erstes.append(KOPF.strip().split(";"))
    erstes.append(["a", datetime(2026, 12, 31), None, 5.0, None, None])
    erstes.append(["b", date(2026, 6, 30), "jung", 12.5, "", 7])
    erstes.append(["c", 2026, None, None, ".", None])
    mappe.save(tmp_path / "z.XLSX")
    assert _gelesen(tmp_path / "z.XLSX") == [
        ("a", "2026-12-31", "", "5", "", "", 2),
        ("b", "2026-06-30", "jung", "12,5", "", "7", 3),
        ("c", "2026", "", "", ".", "", 4),
    ]


UNLESBAR = ("datei", "Die Datei lässt sich nicht lesen.", "Als CSV oder xlsx speichern.")
KEIN_EXCEL = ("kein-excel", "Die Datei lässt sich nicht als Excel-Arbeitsmappe lesen.", "Als CSV oder xlsx speichern.")
FALSCHER_KOPF = ("kopfzeile", "Die Kopfzeile passt nicht.", f"Kopfzeile: {KOPF.strip()};quelle")


@pytest.mark.parametrize(
    ("name", "roh", "befund"),
    [
        ("fehlt.csv", None, ("datei-fehlt", "Diese Datei gibt es nicht.", "Den Pfad prüfen.")),
        ("z.xlsx", b"PK kein Archiv", KEIN_EXCEL),
        ("z.xlsx", b"", KEIN_EXCEL),
        ("z.csv", b"\x81\xff\xfe\x8d", UNLESBAR),
        ("z.csv", b"", FALSCHER_KOPF),
        ("z.csv", b"a;b\n1;2\n", FALSCHER_KOPF),
        ("z.csv", KOPF.replace("gruppe;", "").encode(), FALSCHER_KOPF),
    ],
)
def test_eine_unbrauchbare_tabelle(tmp_path: Path, name: str, roh: bytes | None, befund: tuple[str, str, str]) -> None:
    if roh is not None:
        (tmp_path / name).write_bytes(roh)
    assert aus_datei(tmp_path / name) == ([], [Befund(name, 1, "", *befund)])


# Writing


def _meldung(
    kennung: str, stichtag: str, *gruppe: str, wert: str = "", zeichen: str = "", hinweis: str = ""
) -> Zahlmeldung:
    return Zahlmeldung(kennung, stichtag, " | ".join(gruppe), wert, zeichen, hinweis, "Eingabe", 4)


def test_zahlen_kommen_in_ihre_tabellen(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path)
    ergebnis = trage_ein(
        ordner,
        [
            _meldung("plaetze", "2025", wert="13"),
            _meldung("kurse", "2024", "jung", "Süd", zeichen=".", hinweis="geheim"),
            _meldung("plaetze", "2023", wert="9", hinweis="neu"),
        ],
        HEUTE,
        ersetzen=True,
    )
    assert ergebnis.befunde == []
    assert ergebnis.dateien == ["indikatoren/kurse.csv", "indikatoren/plaetze.csv"]
    assert (ordner / "indikatoren/plaetze.csv").read_text() == (
        "stichtag,wert,zeichen,hinweis,eingetragen_am,vorher\n"
        "2023,9,,neu,2026-06-30,\n2024,10,,,,\n2025,13,,geschätzt,2026-06-30,12\n"
    )
    assert "2024,jung,Süd,,.,geheim,2026-06-30\n2025,alle,Nord,7,," in (ordner / "indikatoren/kurse.csv").read_text()
    assert ergebnis.vorher is not None
    assert ergebnis.vorher.kennzahlen["plaetze"][1].wert == 12


def test_eine_zahl_fuer_ein_zeichen_und_ein_zeichen_fuer_eine_zahl(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path)
    neue = [_meldung("kurse", "2025", "jung", "Süd", wert="2"), _meldung("plaetze", "2025", zeichen="...")]
    assert [b.regel for b in trage_ein(ordner, neue, HEUTE).befunde] == ["konflikt", "konflikt"]
    assert trage_ein(ordner, neue, HEUTE, ersetzen=True).befunde == []
    assert "2025,jung,Süd,2,,,2026-06-30\n" in (ordner / "indikatoren/kurse.csv").read_text()
    assert "2025,,...,geschätzt,2026-06-30\n" in (ordner / "indikatoren/plaetze.csv").read_text()


@pytest.mark.parametrize(
    ("meldung", "befund"),
    [
        (_meldung("plaetzte", "2026", wert="1"), ("indikator", "verweis", "Den Indikator „plaetzte“ gibt es nicht.", "Meinten Sie „plaetze“?")),
        (_meldung("doppelt", "2026", wert="1"), ("indikator", "formel", "„Doppelt“ wird berechnet.", "Die Zahlen eintragen, aus denen er gerechnet wird.")),
        (_meldung("kurse", "2026", wert="1"), ("gruppe", "auspraegung", "„Kurse“ braucht zu jeder Zahl Gruppe | Ort.", "Zum Beispiel: alle | Nord=123")),
        (_meldung("kurse", "2026", "alle", wert="1"), ("gruppe", "auspraegung", "„Kurse“ braucht zu jeder Zahl Gruppe | Ort.", "Zum Beispiel: alle | Nord=123")),
        (_meldung("plaetze", "2026", "alle", wert="1"), ("gruppe", "auspraegung", "„Plaetze“ braucht zu jeder Zahl keine Gruppe.", "Zum Beispiel: 123")),
        (_meldung("kurse", "2026", "jungg", "Nord", wert="1"), ("gruppe", "auspraegung", "„jungg“ ist kein Wert der Dimension „Gruppe“.", "Meinten Sie „jung“?")),
        (_meldung("kurse", "2026", "alle", "xyz", wert="1"), ("gruppe", "auspraegung", "„xyz“ ist kein Wert der Dimension „Ort“.", "Erlaubt: Nord, Süd.")),
    ],
)  # fmt: skip
def test_eine_zahl_ohne_gueltige_adresse_und_alles_bleibt(
    tmp_path: Path, meldung: Zahlmeldung, befund: tuple[str, str, str, str]
) -> None:
    ordner = lege_an(tmp_path)
    davor = inhalt(ordner)
    ergebnis = trage_ein(ordner, [meldung, _meldung("plaetze", "2023", wert="99")], HEUTE)
    assert ergebnis.befunde == [Befund("Eingabe", 4, *befund)]
    assert ergebnis.dateien == []
    assert inhalt(ordner) == davor


def test_auch_was_danach_kommt_wird_geprueft_und_die_befunde_sind_geordnet(tmp_path: Path) -> None:
    falsche = [
        Zahlmeldung("x", "2026", "", "1", "", "", "Eingabe", 2),
        Zahlmeldung("y", "2026", "", "1", "", "", "Eingabe", 1),
    ]
    assert [b.zeile for b in trage_ein(lege_an(tmp_path), falsche, HEUTE).befunde] == [1, 2]


def test_ein_wert_der_nicht_geht_faellt_dort_auf_wo_er_steht(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path)
    davor = inhalt(ordner)
    ergebnis = trage_ein(ordner, [_meldung("plaetze", "2023", wert="viele")], HEUTE)
    assert [(b.datei, b.zeile, b.feld, b.regel) for b in ergebnis.befunde] == [("Eingabe", 4, "wert", "zahl")]
    assert inhalt(ordner) == davor


def test_ein_hinweis_der_pruefung_haelt_nichts_auf(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path)
    (ordner / "indikatoren/plaetze.csv").write_text("stichtag,wert,zeichen,hinweis\n2024,1000,,\n")
    ergebnis = trage_ein(ordner, [_meldung("plaetze", "2025", wert="5000")], HEUTE)
    assert [(b.datei.rpartition("/")[2], b.regel) for b in ergebnis.befunde] == [
        ("doppelt.yaml", "sprung"),
        ("Eingabe", "sprung"),
    ]
    assert ergebnis.dateien == ["indikatoren/plaetze.csv"]


def test_in_fehlerhafte_daten_wird_nichts_eingetragen(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path, akteure__amt="id: amt\n")
    ergebnis = trage_ein(ordner, [_meldung("plaetze", "2025", wert="13")], HEUTE)
    assert {b.regel for b in ergebnis.befunde} >= {"pflichtfeld"}
    assert ergebnis.dateien == []
    (ordner / "gemeinde.yaml").unlink()
    assert trage_ein(ordner, [], HEUTE).vorher is None


# The template


def test_die_vorlage_hat_eine_zeile_je_gruppe_die_schon_zahlen_hatte_sonst_je_moeglicher() -> None:
    gruppe, ort = dimension("gruppe", "alle", "jung"), dimension("ort", "Nord", "Süd")
    beide = [d.model_dump(exclude_none=True) for d in (gruppe, ort)]
    plan = plan_aus(
        indikator("mit", dimensionen=beide),
        indikator("ohne", dimensionen=beide[:1]),
        indikator("einfach"),
        indikator("berechnet", formel={"zaehler": [{"indikator": "mit"}]}),
        zahlen={"mit": tafel(["gruppe", "ort"], ("2025", "jung", "Süd", 1), ("2024", "alle", "Nord", "."))},
    )
    assert vorlage(plan, "2026") == (
        "\ufeffindikator;stichtag;gruppe;wert;zeichen;hinweis;quelle\r\n"
        "mit;2026;alle | Nord;;;;\r\n"
        "mit;2026;jung | Süd;;;;\r\n"
        "ohne;2026;alle;;;;\r\n"
        "ohne;2026;jung;;;;\r\n"
        "einfach;2026;;;;;\r\n"
    )


def _gelesene(text: str) -> list[list[str]]:
    """The rows as Excel shows them: `="2026/27"` is a text."""
    zeilen = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))[1:]
    return [[ohne_excelzelle(zelle) for zelle in zeile] for zeile in zeilen]


def test_ein_schuljahr_bleibt_in_excel_ein_schuljahr() -> None:
    assert '\r\nschule;"=""2011/12""";' in vorlage(plan_aus(indikator("schule", stichtagsform="schuljahr")), "2011/12")


@pytest.mark.parametrize(
    ("gegeben", "zeiten"),
    [
        ("2026-12-31", ["2026-12-31", "2026-12", "2026-Q4", "2026-H2", "2026", "2026/27", "2026", "2025/2026"]),
        ("2027-02", ["2027-02-28", "2027-02", "2027-Q1", "2027-H1", "2027", "2026/27", "2027", "2026/2027"]),
    ],
)
def test_die_vorlage_schreibt_jeden_stichtag_wie_der_indikator_ihn_hat(gegeben: str, zeiten: list[str]) -> None:
    formen = ["tag", "monat", "quartal", "halbjahr", "jahr", "schuljahr", "haushaltsjahr", "mehrere_jahre"]
    plan = plan_aus(*(indikator(f"i-{n}", stichtagsform=form) for n, form in enumerate(formen)))
    assert [zeile[1] for zeile in _gelesene(vorlage(plan, gegeben))] == zeiten


def test_ohne_angabe_gilt_die_form_der_frueheren_zahlen_und_was_einmalig_war_fehlt() -> None:
    plan = plan_aus(
        indikator("schule"),
        indikator("drei-jahre", stichtagsform="mehrere_jahre"),
        indikator("umfrage", periodizitaet="einmalig"),
        zahlen={"schule": tafel([], ("2024/25", 1)), "drei-jahre": tafel([], ("2021/2023", 1))},
    )
    assert [zeile[:2] for zeile in _gelesene(vorlage(plan, "31.12.2026"))] == [
        ["schule", "2026/27"],
        ["drei-jahre", "2024/2026"],
    ]


def test_die_vorlage_als_mappe_hat_listen_und_ihr_eigener_import_liest_sie(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path / "daten")
    assert (
        konzept(["kennzahl", "--vorlage", str(tmp_path / "z.xlsx"), "--daten", str(ordner), "--heute", "30.6.2026"])
        == 0
    )
    mappe = load_workbook(tmp_path / "z.xlsx")
    blatt = mappe["Zahlen"]
    zeilen = list(blatt.iter_rows(min_row=2, max_row=6, max_col=3, values_only=True))
    assert zeilen == [
        ("kurse", "2026", "alle | Nord"),
        ("kurse", "2026", "alle | Süd"),
        ("kurse", "2026", "jung | Nord"),
        ("kurse", "2026", "jung | Süd"),
        ("plaetze", "2026", None),
    ]
    listen = {str(p.sqref).split("2:")[0]: p.formula1 for p in blatt.data_validations.dataValidation}
    assert listen == {"A": "=Listen!$A$1:$A$2", "E": "=Listen!$B$1:$B$7", "G": "=Listen!$C$1:$C$1"}
    assert [z.value for z in mappe["Listen"]["B"]] == ["-", ".", "...", "x", "/", "w", "n"]
    assert mappe["Listen"].sheet_state == "hidden"
    blatt["D2"], blatt["E5"], blatt["D6"], blatt["G6"] = 8, ".", "14", "Statistik"
    mappe.save(tmp_path / "z.xlsx")
    assert (
        konzept(["kennzahl", "--tabelle", str(tmp_path / "z.xlsx"), "--daten", str(ordner), "--heute", "30.6.2026"])
        == 0
    )
    assert (
        "\n2026,alle,Nord,8,,,2026-06-30\n2026,jung,Süd,,.,,2026-06-30\n"
        in (ordner / "indikatoren/kurse.csv").read_text()
    )
    assert "\n2026,14,,,2026-06-30,statistik\n" in (ordner / "indikatoren/plaetze.csv").read_text()


def test_ein_befund_in_der_mappe_nennt_spalte_und_zelle(tmp_path: Path) -> None:
    mappe = Workbook()
    blatt = mappe.create_sheet("Zahlen", 0)
    blatt.append(KOPF.strip().split(";"))
    blatt.append(["plaetze", "2026", None, "viele", None, None])
    mappe.save(tmp_path / "z.xlsx")
    meldungen, _ = aus_datei(tmp_path / "z.xlsx")
    (befund,) = trage_ein(lege_an(tmp_path / "daten"), meldungen, HEUTE).befunde
    assert (befund.datei, befund.zeile, befund.feld) == ("z.xlsx", 2, "Blatt „Zahlen“, Spalte „wert“ (D2)")
