"""A workbook as people send it back -> rows of text with the place of every cell, and findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from macros.eingabe.arbeitsmappe import SPALTEN, ZEILEN, Verweigerung, lies_bytes, oeffne
from macros.eingabe.text import glatt
from macros.eingabe.zeichen import lies_zeichen
from macros.modell.befund import Befund, Schwere
from macros.schreiben.excel import abdruck
from macros.schreiben.excel.abdruck import Abdruck, KeinAbdruck
from macros.schreiben.excel.ausfuhr import LISTEN
from macros.schreiben.excel.blaetter import (
    MASSNAHMEN,
    SCHRITTE,
    UEBERBLICK,
    ZIELE,
    Blattart,
    Blattspalte,
    Zellart,
    kennzahlspalten,
    mit_runde,
)
from macros.schreiben.excel.mappe import Blattzelle, Gelesen, Mappe
from macros.schreiben.excel.zellen import Zellfehler, lies

_KOPFSUCHE = 12


def lies_mappe(pfad: Path, liste: dict[str, dict[str, str]], anzeige: str = "") -> Mappe:
    """Reads a workbook; never raises on bad input. `liste` holds the lists that cells choose from.

    `anzeige` is the name that findings give, where the file has another one.
    """
    mappe = Mappe(anzeige or pfad.name)
    roh = lies_bytes(pfad)
    buch = roh if isinstance(roh, Verweigerung) else oeffne(roh)
    if isinstance(buch, Verweigerung):
        mappe.befunde.append(Befund(mappe.datei, 1, "", *buch))
        return mappe
    mappe.abdruck = _abdruck(buch, mappe)
    if mappe.abdruck is None:
        return mappe
    for blatt in buch.worksheets:
        if blatt.title not in (abdruck.BLATT, LISTEN, "Anleitung", UEBERBLICK):
            _lies_blatt(blatt, mappe, liste)
    return mappe


def _abdruck(buch: Workbook, mappe: Mappe) -> Abdruck | None:
    try:
        if abdruck.BLATT not in buch.sheetnames:
            raise KeinAbdruck
        blatt = buch[abdruck.BLATT]
        return abdruck.aus_tabelle(
            [
                list(zeile)
                for zeile in blatt.iter_rows(
                    values_only=True, max_row=min(blatt.max_row, ZEILEN), max_col=min(blatt.max_column, SPALTEN)
                )
            ]
        )
    except (KeinAbdruck, AttributeError):
        mappe.melde(
            "",
            1,
            "",
            "abdruck",
            "Der versteckte Abdruck fehlt oder ist beschädigt: Es ist nicht zu erkennen, was sich geändert hat.",
            "Neu exportieren und die Änderungen dort eintragen.",
        )
        return None


def _lies_blatt(blatt: Worksheet, mappe: Mappe, liste: dict[str, dict[str, str]]) -> None:
    if blatt.max_column > SPALTEN:
        mappe.melde(
            blatt.title,
            1,
            "",
            "groesse",
            f"Das Blatt hat {blatt.max_column} Spalten.",
            "Leere Spalten rechts löschen.",
        )
        return
    if blatt.max_row > ZEILEN:
        mappe.melde(
            blatt.title,
            blatt.max_row,
            "",
            "groesse",
            f"Das Blatt reicht bis Zeile {blatt.max_row}.",
            "Leere Zeilen unten löschen.",
        )
        return
    kopf = _kopf(blatt)
    if kopf is None:
        if blatt.title != ZIELE and any(z is not None for zeile in blatt.iter_rows(values_only=True) for z in zeile):
            mappe.melde(
                blatt.title,
                1,
                "",
                "blatt",
                "Das Blatt hat keine Kopfzeile des Exports und wird nicht gelesen.",
                schwere=Schwere.HINWEIS,
            )
        return
    zeile, art, titel = kopf
    spalten = _spalten(art, titel)
    if not _pruefe_kopf(blatt, zeile, titel, spalten, mappe):
        return
    for bereich in blatt.merged_cells.ranges:
        mappe.melde(
            blatt.title,
            bereich.min_row,
            f"Zellen {bereich.coord}",
            "verbunden",
            "Hier sind Zellen verbunden.",
            "Die Verbindung aufheben und jede Zelle ausfüllen.",
        )
    stellen = {titel.index(s.titel): s for s in spalten if s.titel in titel}
    versteckt = 0
    for reihe in blatt.iter_rows(min_row=zeile + 1, max_col=len(titel)):
        gelesen = _zeile(blatt, art, reihe, stellen, mappe, liste)
        if gelesen:
            mappe.zeilen.append(gelesen)
            versteckt += bool(blatt.row_dimensions[gelesen.nummer].hidden)
    if versteckt:
        mappe.melde(
            blatt.title,
            zeile,
            "",
            "gefiltert",
            f"{versteckt} ausgeblendete Zeilen wurden mitgelesen.",
            schwere=Schwere.HINWEIS,
        )


def _kopf(blatt: Worksheet) -> tuple[int, Blattart, list[str]] | None:
    """Row, kind of sheet and titles of the header, wherever it was moved and whatever the sheet is called."""
    for nummer, werte in enumerate(blatt.iter_rows(max_row=_KOPFSUCHE, max_col=60, values_only=True), 1):
        titel = [glatt(str(w)) if w is not None else "" for w in werte]
        if "Kennung" not in titel:
            continue
        while titel and not titel[-1]:
            titel.pop()
        if "Neuer Bericht: Stand" in titel or "Neuer Bericht: Datum" in titel:
            return nummer, Blattart.MASSNAHMEN, titel
        if "Schritt Nr." in titel:
            return nummer, Blattart.SCHRITTE, titel
        if "Wert" in titel or "Stichtag" in titel:
            return nummer, Blattart.KENNZAHLEN, titel
    return None


def _spalten(art: Blattart, titel: Sequence[str]) -> tuple[Blattspalte, ...]:
    if art is Blattart.MASSNAHMEN:
        return mit_runde(MASSNAHMEN, titel)
    if art is Blattart.SCHRITTE:
        return mit_runde(SCHRITTE, titel)
    return kennzahlspalten(max((int(m[1]) for t in titel if (m := re.fullmatch(r"Gliederung ([1-9])", t))), default=0))


def _pruefe_kopf(
    blatt: Worksheet, zeile: int, titel: Sequence[str], spalten: Sequence[Blattspalte], mappe: Mappe
) -> bool:
    """False when a column that tells rows apart is missing, or a title stands twice."""
    lesbar = True
    for name, anzahl in Counter(t for t in titel if t).items():
        if anzahl > 1:
            mappe.melde(
                blatt.title,
                zeile,
                f"Spalte „{name}“",
                "doppelt",
                "Diese Spalte gibt es zweimal.",
                "Eine löschen.",
            )
            lesbar = False
    for spalte in spalten:
        if spalte.titel in titel:
            continue
        schluessel = spalte.art in (Zellart.SCHLUESSEL, Zellart.STICHTAG)
        mappe.melde(
            blatt.title,
            zeile,
            f"Spalte „{spalte.titel}“",
            "spalte-fehlt",
            "Diese Spalte fehlt." + ("" if schluessel else " In den Daten ändert sich dadurch nichts."),
            "Die Spalte aus einem neuen Export übernehmen." if schluessel else "",
            Schwere.FEHLER if schluessel else Schwere.HINWEIS,
        )
        lesbar = lesbar and not schluessel
    for name in titel:
        if name and name not in {s.titel for s in spalten}:
            mappe.melde(
                blatt.title,
                zeile,
                f"Spalte „{name[:60]}“",
                "spalte",
                "Diese Spalte kennt der Export nicht; sie wird nicht gelesen.",
                schwere=Schwere.HINWEIS,
            )
    return lesbar


def _zeile(
    blatt: Worksheet,
    art: Blattart,
    reihe: Sequence[Cell | MergedCell],
    stellen: dict[int, Blattspalte],
    mappe: Mappe,
    liste: dict[str, dict[str, str]],
) -> Gelesen | None:
    if all(zelle.value is None or not str(zelle.value).strip() for zelle in reihe):
        return None
    zellen, nummer = {}, reihe[0].row or 0
    for spalte, zelle in _paare(reihe, stellen):
        try:
            zellen[spalte.titel] = Blattzelle(lies(zelle, spalte, liste.get(spalte.liste, {})), zelle.coordinate)
        except Zellfehler as fehler:
            zellen[spalte.titel] = Blattzelle("", zelle.coordinate, lesbar=False)
            mappe.melde(
                blatt.title,
                nummer,
                f"Spalte „{spalte.titel}“ ({zelle.coordinate})",
                fehler.regel,
                fehler.text,
                fehler.vorschlag,
            )
    if art is Blattart.KENNZAHLEN:
        _zeichen_statt_wert(zellen)
    return Gelesen(blatt.title, art, nummer, zellen)


def _zeichen_statt_wert(zellen: dict[str, Blattzelle]) -> None:
    """A sign that was typed where the figure stands is read as if it stood in its own column."""
    wert, zeichen = zellen.get("Wert"), zellen.get("Zeichen")
    if wert and zeichen and lies_zeichen(wert.wert) and zeichen.wert in ("", wert.wert) and zeichen.lesbar:
        zellen["Wert"], zellen["Zeichen"] = replace(wert, wert=""), replace(zeichen, wert=wert.wert)


def _paare(
    reihe: Sequence[Cell | MergedCell], stellen: dict[int, Blattspalte]
) -> Iterator[tuple[Blattspalte, Cell | MergedCell]]:
    for stelle, spalte in stellen.items():
        yield spalte, reihe[stelle]
