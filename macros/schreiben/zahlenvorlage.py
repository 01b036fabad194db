"""A table of figures to fill in, as CSV for German Excel or as a workbook; `konzept kennzahl --tabelle` reads it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from macros.deutsch.excelzelle import als_excelzelle
from macros.eingabe.gruppe import TRENNER
from macros.eingabe.zeit import lies_zeit
from macros.modell.auswahlen import Periodizitaet, Stichtagsform, Zeichen
from macros.modell.gliederung import kombinationen
from macros.modell.indikator import Indikator
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag, in_form, lies_stichtag
from macros.schreiben.kennzahlen import MIT_QUELLE
from macros.sichten.erwartung import naechster_stichtag

_BREITEN = (26, 13, 44, 12, 10, 40, 24)
_LISTEN = "Listen"
FREIE_ZEILEN = 200


def vorlage(plan: Plan, stichtag: str) -> str:
    """A CSV to fill in: one row per indicator and group, for German Excel (semicolon, BOM).

    Each Stichtag has the form of its indicator; what was asked only once is left out.
    """
    puffer = io.StringIO()
    schreiber = csv.writer(puffer, delimiter=";", lineterminator="\r\n")
    schreiber.writerow(MIT_QUELLE)
    for indikator, zeit, gruppe in _zeilen(plan, stichtag):
        schreiber.writerow([indikator.id, als_excelzelle(zeit), gruppe, "", "", "", ""])
    return "\ufeff" + puffer.getvalue()


def vorlage_als_mappe(plan: Plan, stichtag: str) -> bytes:
    """The same rows as a workbook: texts stay texts, and signs, indicators and sources are chosen from lists."""
    mappe = Workbook()
    blatt = mappe.active
    assert isinstance(blatt, Worksheet)
    blatt.title = "Zahlen"
    blatt.freeze_panes = "D2"
    for nummer, (titel, breite) in enumerate(zip(MIT_QUELLE, _BREITEN, strict=True), 1):
        blatt.cell(1, nummer, titel).font = Font(bold=True)
        blatt.column_dimensions[get_column_letter(nummer)].width = breite
    zeilen = list(_zeilen(plan, stichtag))
    for reihe, (indikator, zeit, gruppe) in enumerate(zeilen, 2):
        for nummer, text in enumerate((indikator.id, zeit, gruppe), 1):
            zelle = blatt.cell(reihe, nummer, text)
            zelle.data_type, zelle.number_format = "s", "@"
    ende = len(zeilen) + 1 + FREIE_ZEILEN
    for reihe in range(len(zeilen) + 2, ende + 1):
        for nummer in (1, 2, 3):
            blatt.cell(reihe, nummer).number_format = "@"  # „4.1“ and „2011/12“ typed here stay what they are
    _listen(mappe, blatt, plan, ende)
    strom = io.BytesIO()
    mappe.save(strom)
    return strom.getvalue()


def _listen(mappe: Workbook, blatt: Worksheet, plan: Plan, ende: int) -> None:
    """Lists to choose from; another source than those of the data may be typed in words."""
    listenblatt = mappe.create_sheet(_LISTEN)
    listenblatt.sheet_state = "hidden"
    listen = {
        "A": ([i.id for i in plan.indikatoren.values() if not i.formel], True),
        "E": ([z.value for z in Zeichen], True),
        "G": ([q.bezeichnung for q in plan.quellen.values()], False),
    }
    for nummer, (spalte, (werte, streng)) in enumerate(listen.items(), 1):
        for reihe, wert in enumerate(werte, 1):
            listenblatt.cell(reihe, nummer, wert).data_type = "s"
        if werte:
            bereich = f"={_LISTEN}!${get_column_letter(nummer)}$1:${get_column_letter(nummer)}${len(werte)}"
            pruefung = DataValidation("list", formula1=bereich, allow_blank=True, showErrorMessage=streng)
            pruefung.error = "Bitte einen Eintrag der Liste wählen."
            pruefung.add(f"{spalte}2:{spalte}{ende}")
            blatt.add_data_validation(pruefung)


def _zeilen(plan: Plan, stichtag: str) -> Iterator[tuple[Indikator, str, str]]:
    """Indicator, Stichtag and group of every row; without a Stichtag given, each has the one that comes next."""
    gegeben = lies_stichtag(lies_zeit(stichtag)) if stichtag else None
    for i in plan.indikatoren.values():
        if i.formel or i.periodizitaet is Periodizitaet.EINMALIG:
            continue
        zeit = _in_seiner_form(plan, i, gegeben) if gegeben else _naechster(plan, i)
        for gruppe in _gruppen(plan, i):
            yield i, zeit, TRENNER.join(gruppe)


def _naechster(plan: Plan, i: Indikator) -> str:
    neueste = max((k.stichtag for k in plan.kennzahlen.get(i.id, ())), default=None)
    return naechster_stichtag(i, neueste) or ""


def _in_seiner_form(plan: Plan, i: Indikator, gegeben: Stichtag) -> str:
    """A Stichtag spelled as those of an indicator; as it was typed where that is not known."""
    neueste = max((k.stichtag for k in plan.kennzahlen.get(i.id, ())), default=None)
    form = i.stichtagsform or ((neueste.art or Stichtagsform.SCHULJAHR) if neueste else None)
    if form is None:
        return gegeben.schreibweise
    return in_form(gegeben.ende, form, neueste.ende.year - neueste.beginn.year + 1 if neueste else 2)


def _gruppen(plan: Plan, i: Indikator) -> list[tuple[str, ...]]:
    """The groups an indicator has had figures for; every possible one where it has none yet."""
    benutzt = {tuple(k.merkmale[d.id] for d in i.dimensionen) for k in plan.kennzahlen.get(i.id, ())}
    alle = kombinationen(i.dimensionen, plan.kennzahlen.get(i.id, ()))
    return [g for g in alle if g in benutzt] or alle
