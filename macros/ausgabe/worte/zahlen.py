"""Numbers and dates as German readers write them."""

from __future__ import annotations

from datetime import date

from macros.modell.auswahlen import Einheit
from macros.sichten.behauptung import runde

MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip


def zahl(wert: float, stellen: int = 0) -> str:
    """1234.5 -> „1.234,5“ with fixed places; a true minus sign before negatives."""
    gerundet = runde(wert, stellen)
    text = f"{abs(gerundet):,.{stellen}f}".translate(str.maketrans(",.", ".,"))
    return f"−{text}" if gerundet < 0 else text


def betrag(euro: float) -> str:
    """„18.500,50“, „4.200“: an amount of money, with cents where there are any."""
    return zahl(euro, 0 if runde(euro, 2) == runde(euro, 0) else 2)


def mit_einheit(wert: float, einheit: Einheit, stellen: int = 0) -> str:
    """„5.263 Personen“, „9,9 %“, „3 Euro“; a plain count has no unit word."""
    if einheit is Einheit.PROZENT:
        return f"{zahl(wert, stellen)}\u00a0%"
    if einheit is Einheit.ANZAHL:
        return zahl(wert, stellen)
    return f"{zahl(wert, stellen)} {_wort(wert, einheit)}"


_EINZAHL = {
    Einheit.PERSONEN: "Person",
    Einheit.EHEN: "Ehe",
    Einheit.ANTWORTEN: "Antwort",
    Einheit.INSTITUTIONEN: "Institution",
    Einheit.ANGEBOTE: "Angebot",
    Einheit.VERANSTALTUNGEN: "Veranstaltung",
    Einheit.STUNDEN: "Stunde",
    Einheit.MINUTEN: "Minute",
}


def _wort(wert: float, einheit: Einheit) -> str:
    return _EINZAHL.get(einheit, einheit.bezeichnung) if wert == 1 else einheit.bezeichnung


def tag(datum: date) -> str:
    """„30.09.2022“."""
    return f"{datum:%d.%m.%Y}"


def tag_lang(datum: date) -> str:
    """„30. September 2022“."""
    return f"{datum.day}. {MONATE[datum.month - 1]} {datum.year}"
