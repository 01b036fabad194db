"""One cell: how a value of the data is shown in Excel, and how what a person typed is read back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from openpyxl.cell.cell import Cell, MergedCell

from macros.deutsch.zahlen import eindeutig
from macros.eingabe.einwand import Einwand
from macros.eingabe.tag import lies_tag
from macros.eingabe.text import glatt, wort
from macros.eingabe.zahl import lies_zahl, zahltext
from macros.eingabe.zeichen import lies_zeichen
from macros.eingabe.zeit import lies_zeit
from macros.modell.schreibweise import meinten_sie
from macros.schreiben.excel.blaetter import Blattspalte, Zellart

Zellfehler = Einwand
"""A cell that cannot be read: rule, what is wrong, what to write."""


def zeige(wert: str, spalte: Blattspalte, liste: Mapping[str, str]) -> tuple[date | float | str | None, str]:
    """(cell value, number format) of a value."""
    if not wert:
        return None, {Zellart.DATUM: "DD.MM.YYYY", Zellart.STICHTAG: "@"}.get(spalte.art, "General")
    match spalte.art:
        case Zellart.DATUM:
            return date.fromisoformat(wert), "DD.MM.YYYY"
        case Zellart.ZAHL | Zellart.WERT | Zellart.FESTE_ZAHL:
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
        case Zellart.WERT:
            return _wert(wert, str(zelle.number_format or ""))
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
    return lies_tag(zahltext(wert) if isinstance(wert, int | float) else str(wert))


def _stichtag(wert: object) -> str:
    if isinstance(wert, datetime | date):
        return _datum(wert)
    return lies_zeit(zahltext(wert) if isinstance(wert, int | float) else str(wert))


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
    return lies_zahl(str(wert))


def _wert(wert: object, format: str) -> str:
    """A figure, or the sign that stands for it."""
    zeichen = lies_zeichen(wert) if isinstance(wert, str) else None
    return zeichen.value if zeichen else _zahl(wert, format)


def _wahl(text: str, liste: Mapping[str, str]) -> str:
    if zeichen := lies_zeichen(text):
        text = zeichen.value
    if text in liste:
        return text
    gesucht = wort(text).casefold()
    for kennung, bezeichnung in liste.items():
        if gesucht in (kennung.casefold(), wort(bezeichnung).casefold()):
            return kennung
    vorschlag = meinten_sie(text, liste.values())
    raise Zellfehler("auswahl", f"„{text}“ steht nicht in der Liste.", vorschlag or "Einen Eintrag der Liste wählen.")
