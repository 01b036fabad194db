"""The exported workbook: sheets, cells, colours, widths, lists and prompts, as a person sees them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from saetze_bauen import akteur, dimension, fassung, gemeinde, handlungsfeld, indikator, massnahme, plan_aus
from zahlen_bauen import tafel

from macros.modell.plan import Plan
from macros.schreiben.excel.abdruck import aus_tabelle
from macros.schreiben.excel.ausfuhr import als_mappe
from macros.schreiben.excel.blaetter import Blattspalte, Zellart
from macros.schreiben.excel.hilfe import ANLEITUNG

ORT = dimension("ort", "Nord", "Süd").model_dump(exclude_none=True)
LANG = "Wort " * 60  # 300 characters
PLAN = plan_aus(
    handlungsfeld("bildung"),
    akteur("amt"),
    massnahme(
        "treff",
        titel="=Treff",
        federfuehrung="amt",
        finanzierung=LANG.strip(),
        kosten={"betrag_euro": 1200.5, "art": "jaehrlich"},
        zeitraum={"beginn": "2026-01-01"},
        schritte=[{"text": "Los.", "termin": "2026-03-31"}],
    ),
    massnahme("fest"),
    indikator("kurse", dimensionen=[ORT], themenfeld="Bildung"),
    indikator("raeume", periodizitaet="einmalig", themenfeld="Bildung"),
    indikator("wege", periodizitaet="einmalig", themenfeld="Orte: Straßen/Wege?"),
    indikator("rechnung", themenfeld="Sonst", formel={"zaehler": [{"indikator": "raeume"}]}),
    zahlen={"kurse": tafel(["ort"], ("2025", "Nord", 1200)), "raeume": tafel([], ("2025", "."))},
)
GRAU, GELB, KOPF, OHNE = "FFEDEFF2", "FFFFF8E1", "FF1F3A4D", "00000000"


def _mappe(plan: Plan) -> Any:
    return load_workbook(io.BytesIO(als_mappe(plan)))


@pytest.fixture(scope="module")
def mappe() -> Any:
    """The workbook of the small plan; not to be changed."""
    return _mappe(PLAN)


def _spalte(blatt: Any, titel: str) -> int:
    return next(int(z.column) for z in blatt[1] if z.value == titel)


def _farben(blatt: Any, zeile: int) -> dict[str, str]:
    return {blatt.cell(1, z.column).value: z.fill.start_color.rgb for z in blatt[zeile]}


# The workbook


def test_die_blaetter_in_ihrer_reihenfolge(mappe: Any) -> None:
    assert mappe.sheetnames == [
        "Anleitung", "Maßnahmen", "Schritte", "Bildung", "Orte  Straßen Wege", "Listen", "_Abdruck",
    ]  # fmt: skip
    assert {b.title: b.sheet_state for b in mappe.worksheets if b.sheet_state != "visible"} == {
        "Listen": "hidden",
        "_Abdruck": "veryHidden",
    }


def test_die_mappe_sagt_wessen_sie_ist() -> None:
    mappe = _mappe(replace(PLAN, gemeinde=gemeinde(titel="Konzept X", name="X", bezeichnung="Stadt X")))
    assert (mappe.properties.title, mappe.properties.creator) == ("Konzept X", "Stadt X")
    assert _mappe(replace(PLAN, gemeinde=gemeinde(name="Y"))).properties.creator == "Y"


def test_der_abdruck_ist_text_und_kommt_wieder(mappe: Any) -> None:
    blatt = mappe["_Abdruck"]
    assert {z.data_type for reihe in blatt.iter_rows() for z in reihe} == {"s"}
    abdruck = aus_tabelle([list(z) for z in blatt.iter_rows(values_only=True)])
    assert abdruck.gemeinde == "01234567"
    assert len(abdruck.zeilen) == 5


@pytest.mark.parametrize(
    ("themenfelder", "namen"),
    [
        (["Anleitung"], ["Anleitung 2"]),
        (["LISTEN", "_abdruck", "maßnahmen"], ["LISTEN 2", "_abdruck 2", "maßnahmen 2"]),
        (["Zahlen", "zahlen", "ZAHLEN"], ["Zahlen", "zahlen 2", "ZAHLEN 3"]),
        (["a[b]c:d*e?f/g\\h"], ["a b c d e f g h"]),
        (["'Wort'", " ' Wort ' "], ["Wort", "Wort 2"]),
        (["x" * 31, "x" * 40], ["x" * 31, "x" * 27 + " 2"]),
        (["x" * 30 + " yz"], ["x" * 30]),
        (["XML und XX"], ["XML und XX"]),
        (["[]", "'"], ["Zahlen", "Zahlen 2"]),
    ],
)
def test_ein_blatt_heisst_so_dass_excel_es_annimmt(themenfelder: list[str], namen: list[str]) -> None:
    saetze = [indikator(f"i{n}").model_copy(update={"themenfeld": t}) for n, t in enumerate(themenfelder)]
    assert _mappe(plan_aus(*saetze)).sheetnames[3:-2] == namen


# Help


def test_die_anleitung(mappe: Any) -> None:
    blatt = mappe["Anleitung"]
    assert blatt["B1"].value == "Konzept: Stände und Zahlen melden"
    assert (blatt["B1"].font.sz, blatt["B1"].font.b) == (16, True)
    assert [(blatt.cell(z, 1).value or "", blatt.cell(z, 2).value) for z in range(3, 3 + len(ANLEITUNG))] == list(
        ANLEITUNG
    )
    assert (blatt.column_dimensions["A"].width, blatt.column_dimensions["B"].width) == (4, 105)
    assert blatt.sheet_view.showGridLines is False
    # A heading, and two lines of text at 106 characters a line.
    assert (blatt["B3"].font.b, blatt["B3"].font.sz, blatt["B3"].alignment.vertical) == (True, 11, "bottom")
    assert blatt.row_dimensions[3].height == 15 + 9
    assert (blatt["B4"].font.b, blatt["B4"].alignment.vertical, blatt["B4"].alignment.wrap_text) == (False, "top", True)
    assert (blatt["A4"].alignment.vertical, blatt["A4"].alignment.horizontal) == ("top", "right")
    for zeile, (marke, text) in enumerate(ANLEITUNG, 3):
        zeilen = -(-len(text) // 106)
        assert blatt.row_dimensions[zeile].height == 15 * zeilen + (0 if marke else 9)


def test_die_schritte_der_anleitung_sind_gezaehlt() -> None:
    abschnitte: dict[str, list[str]] = {}
    for marke, text in ANLEITUNG:
        if not marke:
            abschnitte[text] = []
        else:
            abschnitte[list(abschnitte)[-1]].append(marke)
    assert abschnitte == {
        "Was diese Datei ist": ["•"],
        "So melden Sie einen Stand": ["1.", "2.", "3.", "4.", "5."],
        "So melden Sie eine Zahl": ["1.", "2.", "3."],
        "So halten Sie Schritte fest": ["1."],
        "Gut zu wissen": ["•"] * 7,
    }


# Cells


def test_die_kopfzeile(mappe: Any) -> None:
    blatt = mappe["Maßnahmen"]
    kopf = blatt["B1"]
    assert [blatt.cell(1, n).value for n in (1, 2, 3, 21)] == ["Kennung", "Nummer", "Maßnahme", "Ende"]
    assert (kopf.font.name, kopf.font.family, kopf.font.sz, kopf.font.b, kopf.font.color.rgb) == ("Calibri", 2, 11, True, "FFFFFFFF")  # fmt: skip
    assert (kopf.fill.fill_type, kopf.fill.start_color.rgb) == ("solid", KOPF)
    assert (kopf.alignment.vertical, kopf.alignment.wrap_text) == ("center", True)
    assert blatt.row_dimensions[1].height == 32
    assert [mappe[n].freeze_panes for n in ("Maßnahmen", "Schritte", "Bildung")] == ["D2", "E2", "D2"]
    assert [blatt.column_dimensions[b].width for b in "ABC"] == [26, 9, 38]


def test_eine_zelle_ist_lesbar_und_ein_text_mit_gleich_bleibt_text(mappe: Any) -> None:
    zelle = mappe["Maßnahmen"]["C2"]
    assert (zelle.value, zelle.data_type) == ("=Treff", "s")
    assert (zelle.font.name, zelle.font.sz, zelle.font.b) == ("Calibri", 11, False)
    assert (zelle.alignment.vertical, zelle.alignment.wrap_text) == ("top", True)
    assert (zelle.border.bottom.style, zelle.border.bottom.color.rgb) == ("hair", "FFB0B7BD")


def test_werte_stehen_da_wie_man_sie_tippt(mappe: Any) -> None:
    blatt = mappe["Maßnahmen"]
    zellen = {blatt.cell(1, z.column).value: z for z in blatt[2]}
    assert {t: (z.value, z.number_format) for t, z in zellen.items() if t in ("Kennung", "Federführung", "Kosten in Euro", "Art der Kosten", "Beginn", "Ende", "Sozialraumbezug", "Neuer Bericht: Datum")} == {
        "Kennung": ("treff", "@"),
        "Federführung": ("Amt", "@"),
        "Kosten in Euro": (1200.5, "#,##0.0"),
        "Art der Kosten": ("jährlich", "@"),
        "Beginn": (datetime(2026, 1, 1), "DD.MM.YYYY"),
        "Ende": (None, "DD.MM.YYYY"),
        "Sozialraumbezug": (None, "General"),
        "Neuer Bericht: Datum": (None, "DD.MM.YYYY"),
    }  # fmt: skip
    assert zellen["Kosten in Euro"].data_type == "n"


def test_die_zahlen_eines_themenfelds_stehen_auf_einem_blatt(mappe: Any) -> None:
    assert [[z.value for z in reihe] for reihe in mappe["Bildung"].iter_rows(min_row=1)] == [
        [
            "Kennung",
            "Indikator",
            "Stichtag",
            "Gliederung 1",
            "Wert",
            "Zeichen",
            "Hinweis",
            "Quelle",
            "Einheit",
            "eingetragen am",
        ],
        ["kurse", "Kurse", "2025", "Nord", 1200, None, None, None, "Anzahl", None],
        ["kurse", "Kurse", "2026", "Nord", None, None, None, None, "Anzahl", None],
        ["kurse", "Kurse", "2026", "Süd", None, None, None, None, "Anzahl", None],
        ["raeume", "Raeume", "2025", None, None, ".", None, None, "Anzahl", None],
    ]


def test_grau_ist_nur_zum_lesen_gelb_zum_eintragen(mappe: Any) -> None:
    massnahme = _farben(mappe["Maßnahmen"], 2)
    assert {t for t, f in massnahme.items() if f == GRAU} == {
        "Kennung", "Nummer", "Maßnahme", "Handlungsfeld", "Stand bisher", "berichtet am",
    }  # fmt: skip
    assert {t for t, f in massnahme.items() if f == GELB} == {t for t in massnahme if t.startswith("Neuer Bericht")}
    assert {t for t, f in massnahme.items() if f == OHNE} == {
        "Federführung", "Sozialraumbezug", "Finanzierung", "Kosten in Euro", "Art der Kosten", "Beginn", "Ende", "davon bewilligt",
        "davon ausgegeben",
    }  # fmt: skip
    assert _farben(mappe["Bildung"], 2) == {
        "Kennung": GRAU, "Indikator": GRAU, "Stichtag": OHNE, "Gliederung 1": GRAU, "Wert": OHNE, "Zeichen": OHNE,
        "Hinweis": OHNE, "Quelle": OHNE, "Einheit": GRAU, "eingetragen am": GRAU,
    }  # fmt: skip
    assert _farben(mappe["Bildung"], 3) == {
        "Kennung": OHNE, "Indikator": GRAU, "Stichtag": GELB, "Gliederung 1": OHNE, "Wert": GELB, "Zeichen": GELB,
        "Hinweis": GELB, "Quelle": GELB, "Einheit": GRAU, "eingetragen am": GRAU,
    }  # fmt: skip
    assert {mappe["Bildung"]["E3"].fill.fill_type, mappe["Bildung"]["A2"].fill.fill_type} == {"solid"}


def test_eine_zeile_ist_so_hoch_wie_ihr_laengster_text_hoechstens_zwoelf_zeilen() -> None:
    # The column of a step is 70 characters wide.
    hoehen = {
        "Los.": 1,
        "x" * 70: 1,
        "x" * 71: 2,
        "x" * 70 + "\n" + "x" * 70: 2,
        "a\n\nb": 3,
        "x" * 70 * 12: 12,
        "x" * 70 * 13: 12,
    }
    blatt = _mappe(plan_aus(massnahme("m", schritte=[{"text": t} for t in hoehen])))["Schritte"]
    assert [blatt.row_dimensions[2 + n].height for n in range(len(hoehen))] == [15 * z for z in hoehen.values()]


def test_neben_einem_neuen_bericht_ist_platz_fuer_drei_zeilen(mappe: Any) -> None:
    # The financing is 299 characters in a column of 40: eight lines.
    assert [mappe["Maßnahmen"].row_dimensions[z].height for z in (2, 3)] == [15 * 8, 15 * 3]


def test_die_mappe_einer_fassung_hat_nur_deren_massnahmen_und_kennt_ihre_vorgeschichte() -> None:
    alt = massnahme(
        "alt",
        herkunft={"fassung": "2020", "nummer": "1"},
        schritte=[{"text": "Los."}],
        sachstaende=[{"datum": "2022-05-04", "stand": "in_umsetzung"}],
        nachfolge={"fassung": "neu", "art": "fortgefuehrt", "massnahmen": ["weiter"], "begruendung": "Gut."},
    )
    neue = fassung("neu", 2026, vorgaenger="2020")
    plan = plan_aus(fassung("2020", 2020), neue, alt, massnahme("weiter"))
    mappe = load_workbook(io.BytesIO(als_mappe(plan, neue)))
    assert [[z.value for z in reihe][:6] for reihe in mappe["Maßnahmen"].iter_rows(min_row=2)] == [
        ["weiter", "3.1", "Weiter", "bildung", "in Umsetzung", "04.05.2022"]
    ]
    assert mappe["Schritte"].max_row == 1
    abdruck = aus_tabelle([[z.value for z in reihe] for reihe in mappe["_Abdruck"].iter_rows()])
    assert [schluessel for _, schluessel in abdruck.zeilen] == [("weiter",)]


def test_zielwerte_haben_ein_blatt_das_niemand_aendert() -> None:
    ziel = {"wert": 60, "jahr": 2030, "beschluss": "Rat, 01.02.2026"}
    frueher = {**ziel, "wert": 42.5, "jahr": 2028}
    kurse = indikator("kurse", themenfeld="Zielwerte", weitere_zielwerte=[frueher], zielwert=ziel)
    mappe = _mappe(plan_aus(kurse))
    assert mappe.sheetnames[3:6] == ["Zielwerte 2", "Zielwerte", "Listen"]
    blatt = mappe["Zielwerte"]
    assert [[z.value for z in reihe] for reihe in blatt.iter_rows()] == [
        ["Indikator", "Jahr", "Zielwert", "Einheit", "Beschluss"],
        ["Kurse", "2028", 42.5, "Anzahl", "Rat, 01.02.2026"],
        ["Kurse", "2030", 60, "Anzahl", "Rat, 01.02.2026"],
    ]
    assert blatt.protection.sheet is True
    assert {f for zeile in (2, 3) for f in _farben(blatt, zeile).values()} == {GRAU}


# Lists, prompts, print


def test_die_listen_stehen_spalte_fuer_spalte(mappe: Any) -> None:
    blatt = mappe["Listen"]
    spalten = [[z.value for z in spalte if z.value is not None] for spalte in blatt.iter_cols()]
    assert [s[0] for s in spalten] == ["Stand", "Ampel", "Kostenart", "Akteure", "Zeichen"]
    assert spalten[1] == ["Ampel", "im Plan", "gefährdet", "verzögert"]
    assert spalten[3] == ["Akteure", "Amt"]
    assert blatt["A1"].font.b
    assert not blatt["A2"].font.b
    assert {z.data_type for z in blatt["E"] if z.value} == {"s"}
    gleich = _mappe(plan_aus(akteur("a", bezeichnung="=Amt")))["Listen"]["D2"]
    assert (gleich.value, gleich.data_type) == ("=Amt", "s")


def _pruefungen(blatt: Any) -> dict[str, Any]:
    return {p.promptTitle: p for p in blatt.data_validations.dataValidation}


def test_aus_einer_liste_wird_gewaehlt(mappe: Any) -> None:
    pruefungen = _pruefungen(mappe["Maßnahmen"])
    assert {t: (p.formula1, str(p.sqref)) for t, p in pruefungen.items() if p.type == "list"} == {
        "Neuer Bericht: Stand": ("=Listen!$A$2:$A$9", "H2:H503"),
        "Neuer Bericht: Ampel": ("=Listen!$B$2:$B$4", "I2:I503"),
        "Neuer Bericht: berichtet von": ("=Listen!$D$2:$D$2", "M2:M503"),
        "Federführung": ("=Listen!$D$2:$D$2", "O2:O503"),
        "Art der Kosten": ("=Listen!$C$2:$C$4", "S2:S503"),
    }
    stand = pruefungen["Neuer Bericht: Stand"]
    assert (stand.allow_blank, stand.error, stand.errorTitle) == (
        True,
        "Bitte einen Eintrag der Liste wählen.",
        "Das passt hier nicht",
    )
    assert (stand.prompt, stand.showErrorMessage, stand.showInputMessage) == (
        "Stand der Maßnahme an diesem Tag.",
        True,
        True,
    )


def test_eine_leere_liste_wird_nicht_angeboten() -> None:
    ohne = _pruefungen(_mappe(plan_aus(massnahme("treff")))["Maßnahmen"])["Federführung"]
    assert (ohne.type, ohne.formula1, ohne.prompt, ohne.showErrorMessage) == (
        None,
        None,
        "Wer die Maßnahme führt. Unbekannt: weglassen.",
        False,
    )


def test_tage_und_zahlen_werden_schon_beim_tippen_geprueft(mappe: Any) -> None:
    massnahmen, zahlen = _pruefungen(mappe["Maßnahmen"]), _pruefungen(mappe["Bildung"])
    beginn, wert = massnahmen["Beginn"], zahlen["Wert"]
    # 18264 is 1 January 1950 in Excel.
    assert (beginn.type, beginn.operator, beginn.formula1, beginn.allow_blank) == ("date", "greaterThan", "18264", True)
    assert (beginn.error, beginn.showErrorMessage) == ("Bitte ein Datum eintragen, zum Beispiel 31.03.2026.", True)
    assert (wert.type, wert.operator, wert.formula1, wert.allow_blank) == (
        "decimal",
        "greaterThanOrEqual",
        "-1000000000000",
        True,
    )
    assert (wert.error, wert.showErrorMessage) == ("Bitte nur eine Zahl eintragen, ohne Einheit.", True)
    assert str(wert.sqref) == "E2:E505"


def test_jede_andere_spalte_sagt_was_sie_ist(mappe: Any) -> None:
    zahlen = _pruefungen(mappe["Bildung"])
    assert set(zahlen) == {
        "Indikator",
        "Stichtag",
        "Gliederung 1",
        "Wert",
        "Zeichen",
        "Hinweis",
        "Quelle",
        "Einheit",
        "eingetragen am",
    }
    fest = zahlen["Einheit"]
    assert (fest.type, fest.prompt) == (None, "Nur zum Lesen: Diese Spalte wird nicht übernommen.")
    assert (fest.allow_blank, fest.showErrorMessage, fest.showInputMessage) == (True, False, True)
    assert zahlen["Hinweis"].prompt == "Was man zu dieser Zahl wissen muss."
    assert zahlen["Stichtag"].prompt.startswith("Wie in den Zeilen darüber")
    titel = {t for t in _pruefungen(mappe["Maßnahmen"]) if t.startswith("Neuer Bericht: Adresse")}
    assert titel == {"Neuer Bericht: Adresse des Beleg"}, "Excel takes 32 characters"


def test_ein_langer_hinweis_wird_gekuerzt(monkeypatch: pytest.MonkeyPatch) -> None:
    lang = Blattspalte("Kennung", Zellart.ZEILE, 9, hinweis="x" * 300)
    monkeypatch.setattr("macros.schreiben.excel.ausfuhr.SCHRITTE", (lang,))
    (pruefung,) = _pruefungen(_mappe(plan_aus())["Schritte"]).values()
    assert pruefung.prompt == "x" * 250


def test_jedes_blatt_ist_eine_tabelle_mit_eigenem_namen(mappe: Any) -> None:
    tabellen = {b.title: [(t.displayName, t.ref) for t in b.tables.values()] for b in mappe.worksheets if b.tables}
    assert {n: [ref for _, ref in t] for n, t in tabellen.items()} == {
        "Maßnahmen": ["A1:W3"],
        "Schritte": ["A1:I2"],
        "Bildung": ["A1:J5"],
    }
    namen = [name for t in tabellen.values() for name, _ in t]
    assert len(set(namen)) == 3
    stil = mappe["Bildung"].tables[tabellen["Bildung"][0][0]].tableStyleInfo
    assert (stil.name, stil.showRowStripes) == ("TableStyleLight1", False)
    assert not mappe["Orte  Straßen Wege"].tables, "without a row there is no table"


def test_gedruckt_passt_jedes_blatt_auf_die_breite_einer_seite(mappe: Any) -> None:
    for name in ("Anleitung", "Maßnahmen", "Bildung"):
        blatt = mappe[name]
        assert (int(blatt.page_setup.paperSize), int(blatt.page_setup.fitToHeight)) == (9, 0), "A4, any length"
        assert blatt.sheet_properties.pageSetUpPr.fitToPage is True
    assert mappe["Maßnahmen"].page_setup.orientation == "landscape"
    assert mappe["Maßnahmen"].print_title_rows == "$1:$1"


def test_auch_ein_leerer_plan_hat_seine_blaetter() -> None:
    leer = _mappe(plan_aus())
    assert leer.sheetnames == ["Anleitung", "Maßnahmen", "Schritte", "Listen", "_Abdruck"]
    assert isinstance(leer, Workbook)
