"""A Plan as a workbook that a person can fill in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from math import ceil

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from macros.modell.gemeinde import Fassung
from macros.modell.plan import Plan
from macros.schreiben.excel import abdruck
from macros.schreiben.excel.blaetter import (
    MASSNAHMEN,
    NUR_ZU_LESEN,
    SCHRITTE,
    ZIELE,
    ZIELSPALTEN,
    Blattart,
    Blattspalte,
    Zellart,
    kennzahlspalten,
    listen,
)
from macros.schreiben.excel.dateiangaben import als_bytes
from macros.schreiben.excel.hilfe import ANLEITUNG, ohne_zahlen
from macros.schreiben.excel.zeilen import (
    Blattzeile,
    alle_zeilen,
    kennzahlzeilen,
    massnahmenzeilen,
    schrittzeilen,
    themenfelder,
    zielzeilen,
)
from macros.schreiben.excel.zellen import zeige

LISTEN = "Listen"
FREIE_ZEILEN = 500
_GRAU = PatternFill("solid", start_color="FFEDEFF2")
_GELB = PatternFill("solid", start_color="FFFFF8E1")
_KOPF = PatternFill("solid", start_color="FF1F3A4D")
_LINIE = Border(bottom=Side("hair", color="FFB0B7BD"))
_OBEN = Alignment(vertical="top", wrap_text=True)
_ZEILENHOEHE = 15.0


def als_mappe(plan: Plan, fassung: Fassung | None = None, nur: Collection[str] | None = None) -> bytes:
    """The workbook: help, measures, steps, one sheet per group of indicators, targets, lists, hidden fingerprint.

    Of the measures only those of an edition, where one is named; with `nur` only these measures, and no figures.
    """
    mappe = Workbook()
    assert isinstance(mappe.active, Worksheet)
    kopf, hilfe = ("Stände und Zahlen", ANLEITUNG) if nur is None else ("Stände", ohne_zahlen())
    schreibe_textblatt(mappe.active, "Anleitung", f"{plan.gemeinde.titel}: {kopf} melden", hilfe)
    worte = listen(plan)
    bereiche = schreibe_listen(mappe, worte)
    namen: set[str] = {"anleitung", ZIELE.lower(), LISTEN.lower(), abdruck.BLATT.lower()}
    schreibe_blatt(
        mappe,
        _blattname("Maßnahmen", namen),
        MASSNAHMEN,
        list(massnahmenzeilen(plan, fassung, nur)),
        worte,
        bereiche,
        "D2",
    )
    schreibe_blatt(
        mappe, _blattname("Schritte", namen), SCHRITTE, list(schrittzeilen(plan, fassung, nur)), worte, bereiche, "E2"
    )
    if nur is not None:
        eigene = [(Blattart.MASSNAHMEN, z) for z in massnahmenzeilen(plan, fassung, nur)]
        eigene += [(Blattart.SCHRITTE, z) for z in schrittzeilen(plan, fassung, nur)]
        schreibe_abdruck(mappe, abdruck.als_tabelle(plan.gemeinde.ags, eigene))
        return speichere(mappe, plan)
    for themenfeld, indikatoren in themenfelder(plan).items():
        zeilen = [z for i in indikatoren for z in kennzahlzeilen(plan, i)]
        spalten = kennzahlspalten(max(len(i.dimensionen) for i in indikatoren))
        schreibe_blatt(mappe, _blattname(themenfeld, namen), spalten, zeilen, worte, bereiche, "D2")
    if ziele := [Blattzeile((), werte) for werte in zielzeilen(plan)]:
        schreibe_blatt(mappe, ZIELE, ZIELSPALTEN, ziele, worte, bereiche, "B2")
        mappe[ZIELE].protection.sheet = True  # what is typed here would be lost
    schreibe_abdruck(mappe, abdruck.als_tabelle(plan.gemeinde.ags, alle_zeilen(plan, fassung)))
    return speichere(mappe, plan)


def speichere(mappe: Workbook, plan: Plan) -> bytes:
    """The bytes of a finished workbook, which says whose it is; the same workbook gives the same bytes."""
    mappe.properties.title = plan.gemeinde.titel
    return als_bytes(mappe, plan.gemeinde.bezeichnung or plan.gemeinde.name)


def _blattname(text: str, vergeben: set[str]) -> str:
    """A title that Excel accepts: 31 characters at most, none of its marks, each once."""
    rein = re.sub(r"[\[\]:*?/\\]", " ", text).strip("' ")[:31].rstrip() or "Zahlen"
    name, nummer = rein, 2
    while name.lower() in vergeben:
        name, nummer = f"{rein[:27]} {nummer}", nummer + 1
    vergeben.add(name.lower())
    return name


def _schrift(groesse: int = 11, fett: bool = False, farbe: str | None = None) -> Font:
    """One typeface everywhere; without a name each program takes another."""
    return Font(name="Calibri", family=2, size=groesse, bold=fett, color=farbe)


_SCHRIFT = _schrift()


def _hoehe(texte: Iterable[tuple[str, float]], mindestens: int = 1) -> float:
    """Height of a row that shows its longest wrapped text; not every program works it out by itself."""
    zeilen = (sum(max(ceil(len(absatz) / breite), 1) for absatz in text.split("\n")) for text, breite in texte)
    return _ZEILENHOEHE * min(max(mindestens, *zeilen), 12)


def schreibe_textblatt(blatt: Worksheet, name: str, titel: str, zeilen: Sequence[tuple[str, str]]) -> None:
    """A sheet to read: a title, and lines with their number or bullet; a line without one is a heading."""
    blatt.title = name
    blatt.sheet_view.showGridLines = False
    blatt.column_dimensions["A"].width = 4
    blatt.column_dimensions["B"].width = 105
    _passe_ein(blatt)
    blatt["B1"] = titel
    blatt["B1"].data_type = "s"
    blatt["B1"].font = _schrift(16, fett=True)
    for zeile, (nummer, text) in enumerate(zeilen, 3):
        blatt.cell(zeile, 1, nummer)
        zelle = blatt.cell(zeile, 2, text)
        zelle.data_type = "s"
        zelle.alignment = _OBEN if nummer else Alignment(vertical="bottom")
        zelle.font = _schrift(fett=not nummer)
        blatt.row_dimensions[zeile].height = _hoehe([(text, 106)]) + (9 if not nummer else 0)
        blatt.cell(zeile, 1).alignment = Alignment(vertical="top", horizontal="right")


def schreibe_listen(mappe: Workbook, worte: dict[str, dict[str, str]]) -> dict[str, str]:
    """The lists to choose from, one a column; returns the address of each."""
    blatt = mappe.create_sheet(LISTEN)
    blatt.sheet_state = "hidden"
    bereiche = {}
    for nummer, (name, liste) in enumerate(worte.items(), 1):
        blatt.cell(1, nummer, name).font = _schrift(fett=True)
        for zeile, wort in enumerate(liste.values(), 2):
            blatt.cell(zeile, nummer, wort).data_type = "s"
        if liste:
            buchstabe = get_column_letter(nummer)
            bereiche[name] = f"{LISTEN}!${buchstabe}$2:${buchstabe}${len(liste) + 1}"
    return bereiche


def schreibe_blatt(
    mappe: Workbook,
    name: str,
    spalten: Sequence[Blattspalte],
    zeilen: Sequence[Blattzeile],
    worte: dict[str, dict[str, str]],
    bereiche: dict[str, str],
    fest: str,
) -> None:
    """A sheet with a table of its rows, in front of the list sheet."""
    blatt = mappe.create_sheet(name, len(mappe.sheetnames) - 1)
    blatt.freeze_panes = fest
    blatt.row_dimensions[1].height = 32
    for nummer, spalte in enumerate(spalten, 1):
        kopf = blatt.cell(1, nummer, spalte.titel)
        kopf.font = _schrift(fett=True, farbe="FFFFFFFF")
        kopf.fill = _KOPF
        kopf.alignment = Alignment(vertical="center", wrap_text=True)
        blatt.column_dimensions[get_column_letter(nummer)].width = spalte.breite
    for reihe, zeile in enumerate(zeilen, 2):
        for nummer, spalte in enumerate(spalten, 1):
            wert, format = zeige(zeile.werte.get(spalte.titel, ""), spalte, worte.get(spalte.liste, {}))
            zelle = blatt.cell(reihe, nummer, wert)
            if isinstance(wert, str):
                zelle.data_type = "s"  # a text that begins with = stays a text
            zelle.font = _SCHRIFT
            zelle.number_format = format
            zelle.alignment = _OBEN
            zelle.border = _LINIE
            if spalte.art in NUR_ZU_LESEN or (spalte.art is Zellart.SCHLUESSEL and not zeile.vorbereitet):
                zelle.fill = _GRAU
            elif spalte.neu or (zeile.vorbereitet and spalte.aenderbar):
                zelle.fill = _GELB
        texte = [(zeile.werte.get(s.titel, ""), s.breite) for s in spalten]
        blatt.row_dimensions[reihe].height = _hoehe(texte, 3 if any(s.neu for s in spalten) else 1)
    ende = len(zeilen) + 1 + FREIE_ZEILEN
    for nummer, spalte in enumerate(spalten, 1):
        pruefung = _pruefung(spalte, bereiche)
        if pruefung:
            buchstabe = get_column_letter(nummer)
            pruefung.add(f"{buchstabe}2:{buchstabe}{ende}")
            blatt.add_data_validation(pruefung)
    if zeilen:
        bereich = f"A1:{get_column_letter(len(spalten))}{len(zeilen) + 1}"
        tabelle = Table(displayName=f"Tabelle{len(mappe.sheetnames)}", ref=bereich)
        tabelle.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        blatt.add_table(tabelle)
    blatt.page_setup.orientation = "landscape"
    blatt.print_title_rows = "1:1"
    _passe_ein(blatt)


def _passe_ein(blatt: Worksheet) -> None:
    """A printed page is as wide as the sheet."""
    blatt.page_setup.paperSize = blatt.PAPERSIZE_A4
    blatt.page_setup.fitToHeight = 0
    blatt.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _pruefung(spalte: Blattspalte, bereiche: dict[str, str]) -> DataValidation | None:
    """A list to choose from or a check of the kind of value, with the model's description as a prompt."""
    if spalte.liste in bereiche:
        p = DataValidation("list", formula1=f"={bereiche[spalte.liste]}", allow_blank=True)
        p.error = "Bitte einen Eintrag der Liste wählen."
    elif spalte.art is Zellart.DATUM:
        p = DataValidation("date", operator="greaterThan", formula1="18264", allow_blank=True)
        p.error = "Bitte ein Datum eintragen, zum Beispiel 31.03.2026."
    elif spalte.art in (Zellart.ZAHL, Zellart.WERT):
        p = DataValidation("decimal", operator="greaterThanOrEqual", formula1="-1000000000000", allow_blank=True)
        p.error = "Bitte nur eine Zahl eintragen, ohne Einheit."
    elif spalte.hinweis or spalte.art in NUR_ZU_LESEN:
        p = DataValidation(allow_blank=True)
    else:
        return None
    p.errorTitle = "Das passt hier nicht"
    p.promptTitle = spalte.titel[:32]
    p.prompt = (spalte.hinweis or "Nur zum Lesen: Diese Spalte wird nicht übernommen.")[:250]
    p.showErrorMessage = bool(p.error)
    p.showInputMessage = True
    return p


def schreibe_abdruck(mappe: Workbook, tabelle: Iterable[Sequence[str]]) -> None:
    """The hidden sheet with the fingerprint."""
    blatt = mappe.create_sheet(abdruck.BLATT)
    blatt.sheet_state = "veryHidden"
    for reihe, zeile in enumerate(tabelle, 1):
        for nummer, wert in enumerate(zeile, 1):
            blatt.cell(reihe, nummer, wert).data_type = "s"
