"""One cell: how a value of the data is shown in Excel, and how what a person typed is read back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from openpyxl.cell.cell import Cell, MergedCell

from macros.deutsch.zahlen import eindeutig
from macros.deutsch.zeichen import bereinigt
from macros.modell.schreibweise import meinten_sie
from macros.modell.stichtag import lies_stichtag
from macros.schreiben.eintraege import lies_tag, lies_zahl, zahltext
from macros.schreiben.excel.blaetter import Blattspalte, Zellart

_UMBRUCH = re.compile(r"_x000[dD]_\n?")


class Zellfehler(Exception):
    """A cell that cannot be read: rule, what is wrong, what to write."""

    def __init__(self, regel: str, text: str, vorschlag: str = "") -> None:
        super().__init__(text)
        self.regel, self.text, self.vorschlag = regel, text, vorschlag


def glatt(text: str) -> str:
    """Text as it is compared: one kind of line end, composed letters, no space at either end."""
    return bereinigt(_UMBRUCH.sub("\n", text)).strip()


def zeige(wert: str, spalte: Blattspalte, liste: Mapping[str, str]) -> tuple[date | float | str | None, str]:
    """(cell value, number format) of a value."""
    if not wert:
        return None, {Zellart.DATUM: "DD.MM.YYYY", Zellart.STICHTAG: "@"}.get(spalte.art, "General")
    match spalte.art:
        case Zellart.DATUM:
            return date.fromisoformat(wert), "DD.MM.YYYY"
        case Zellart.ZAHL | Zellart.FESTE_ZAHL:
            zahl = float(wert)
            stellen = len(wert.partition(".")[2])
            return (zahl if stellen else int(zahl)), "#,##0" + ("." + "0" * stellen if stellen else "")
        case Zellart.WAHL:
            return liste.get(wert, wert), "@"
        case Zellart.TEXT | Zellart.ZEILE:
            return wert, "General"
        case _:
            return wert, "@"


def lies(zelle: Cell | MergedCell, spalte: Blattspalte, liste: Mapping[str, str]) -> str:
    """The value of a cell as text of the data; raises Zellfehler with what to write instead."""
    wert = zelle.value
    if zelle.data_type == "f" or (isinstance(wert, str) and wert.startswith("=") and zelle.data_type != "s"):
        raise Zellfehler("formel", "Hier steht eine Formel.", "Den Wert eintragen („Inhalte einfügen“ → „Werte“).")
    if zelle.data_type == "e":
        raise Zellfehler("fehlerwert", f"Excel zeigt hier einen Fehler ({wert}).", "Den richtigen Wert eintragen.")
    if wert is None or (isinstance(wert, str) and not glatt(wert)):
        return ""
    if isinstance(wert, bool):
        raise Zellfehler("typ", f"„{'WAHR' if wert else 'FALSCH'}“ passt hier nicht.", "Den Wert ausschreiben.")
    match spalte.art:
        case Zellart.DATUM:
            return _datum(wert)
        case Zellart.STICHTAG:
            return _stichtag(wert)
        case Zellart.ZAHL:
            return _zahl(wert, str(zelle.number_format or ""))
        case Zellart.WAHL:
            return _wahl(_text(wert), liste)
        case _:
            return _text(wert)


def _text(wert: object) -> str:
    if isinstance(wert, datetime | date | time):
        raise Zellfehler(
            "datum", "Excel hat hier ein Datum oder eine Uhrzeit erkannt.", "Als Text eintippen, mit ' am Anfang."
        )
    return zahltext(wert) if isinstance(wert, int | float) else glatt(str(wert))


def _datum(wert: object) -> str:
    if isinstance(wert, datetime | date):
        wert = f"{wert:%Y-%m-%d}"
    roh = zahltext(wert) if isinstance(wert, int | float) else glatt(str(wert))
    try:
        return lies_tag(roh)
    except ValueError as fehler:
        raise Zellfehler("datum", str(fehler)) from fehler


def _stichtag(wert: object) -> str:
    roh = zahltext(wert) if isinstance(wert, int | float) else glatt(str(wert))
    if isinstance(wert, datetime | date) or roh.count(".") == 2:
        return _datum(wert)
    try:
        return lies_stichtag(roh).schreibweise
    except ValueError as fehler:
        raise Zellfehler("stichtag", str(fehler)) from fehler


def _zahl(wert: object, format: str) -> str:
    if isinstance(wert, datetime | date | time):
        raise Zellfehler(
            "zahl", "Excel hat hier ein Datum erkannt.", "Das Zellformat auf „Zahl“ stellen, neu eintippen."
        )
    if isinstance(wert, int | float):
        if "%" in format:
            raise Zellfehler(
                "prozentformat",
                f"Die Zelle hat das Format „Prozent“ und enthält deshalb {zahltext(wert)}.",
                "Das Zellformat auf „Zahl“ stellen und 12,5 statt 12,5 % eintragen.",
            )
        if wert != wert or abs(wert) > 1e12:
            raise Zellfehler("zahl", f"„{wert}“ kann nicht stimmen.", "Die Zahl prüfen.")
        return eindeutig(zahltext(wert))
    roh = glatt(str(wert))
    try:
        return lies_zahl(roh)
    except ValueError as fehler:
        raise Zellfehler(
            "zahl", f"„{roh}“ ist als Text gespeichert.", "Nur die Zahl eintippen, ohne Punkt, Einheit und Leerzeichen."
        ) from fehler


def _wahl(text: str, liste: Mapping[str, str]) -> str:
    text = "..." if text == "…" else text  # Excel's autocorrection makes one character of three dots
    if text in liste:
        return text
    for kennung, wort in liste.items():
        if text == wort or text.casefold() == wort.casefold():
            return kennung
    vorschlag = meinten_sie(text, liste.values())
    raise Zellfehler("auswahl", f"„{text}“ steht nicht in der Liste.", vorschlag or "Einen Eintrag der Liste wählen.")
