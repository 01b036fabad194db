"""Strict CSV of an indicator: read as text, then converted; every fault says what to write.

Long form: `stichtag`, one column per dimension, `wert`, `zeichen`, `hinweis`, and where they are kept
`eingetragen_am`, `quelle` and `vorher`.
UTF-8, LF, comma, decimal point, no thousands separator.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date

from pydantic_core import PydanticCustomError

from macros.eingabe.datenform import in_datenform
from macros.laden.rohtext import lies_text
from macros.laden.zahlzelle import ZAHL, lies_fruehere, lies_tag, zahlfehler
from macros.modell.auswahlen import Stichtagsform, Zeichen
from macros.modell.befund import Befund
from macros.modell.grundtypen import pruefe_ohne_link, pruefe_zeichen
from macros.modell.indikator import Dimension, Kennzahl
from macros.modell.schreibweise import meinten_sie
from macros.modell.stichtag import Stichtag, lies_stichtag

ZEILEN = 20_000
GROESSE = 2_000_000

EINGETRAGEN = "eingetragen_am"
QUELLE = "quelle"
VORHER = "vorher"
WEITERE = (EINGETRAGEN, QUELLE, VORHER)
"""The last columns, in this order: the day a figure was entered, where it is from, and the values before corrections.

Tables that have nothing to say there do without.
"""


def spalten(dimensionen: Sequence[Dimension]) -> list[str]:
    """The header of an indicator's CSV, as far as every table has it."""
    return ["stichtag", *(d.id for d in dimensionen), "wert", "zeichen", "hinweis"]


def lies_csv(
    roh: bytes,
    datei: str,
    dimensionen: Sequence[Dimension],
    ganzzahlig: bool,
    form: Stichtagsform | None = None,
) -> tuple[list[Kennzahl], list[Befund]]:
    """Rows and findings of one CSV file; `ganzzahlig`: only whole numbers make sense; `form` is that of its Stichtage."""
    text, befunde = lies_text(roh, datei, GROESSE)
    if not text.strip():
        if not befunde:
            befunde.append(
                Befund(datei, 1, "", "leer", "Die Tabelle ist leer.", f"Kopfzeile: {','.join(spalten(dimensionen))}")
            )
        return [], befunde
    kopf = text.partition("\n")[0]
    erwartet = spalten(dimensionen)
    if (";" in kopf and "," not in kopf) or "\t" in kopf:
        befunde.append(
            Befund(
                datei,
                1,
                "",
                "trennzeichen",
                "Die Spalten sind nicht mit Komma getrennt.",
                f"Kopfzeile: {','.join(erwartet)}",
            )
        )
        return [], befunde
    zeilen = csv.reader(io.StringIO(text), strict=True)
    anfang = 1
    try:
        gelesen = next(zeilen)
        erwartet = [*erwartet, *(name for name in WEITERE if name in gelesen)]
        if gelesen != erwartet:
            befunde.append(_kopf_befund(datei, gelesen, erwartet))
            return [], befunde
        kennzahlen: list[Kennzahl] = []
        gesehen: dict[tuple[str, ...], int] = {}
        anfang = zeilen.line_num + 1
        for werte in zeilen:
            nummer, anfang = anfang, zeilen.line_num + 1
            if nummer > ZEILEN + 1:
                befunde.append(
                    Befund(
                        datei, nummer, "", "groesse", f"Die Tabelle hat mehr als {ZEILEN} Zeilen.", "Bitte aufteilen."
                    )
                )
                return [], befunde
            if not werte:
                befunde.append(Befund(datei, nummer, "", "leer", "Die Zeile ist leer.", "Leere Zeilen löschen."))
            elif len(werte) != len(erwartet):
                befunde.append(
                    Befund(
                        datei,
                        nummer,
                        "",
                        "spaltenzahl",
                        f"Die Zeile hat {len(werte)} statt {len(erwartet)} Spalten.",
                        "Texte mit Komma in Anführungszeichen setzen; Zahlen mit Dezimalpunkt schreiben.",
                    )
                )
            else:
                weitere = dict(zip(erwartet[len(dimensionen) + 4 :], werte[len(dimensionen) + 4 :], strict=True))
                kennzahl, neue = _zeile(datei, nummer, werte, weitere, dimensionen, ganzzahlig, form)
                schluessel = tuple(werte[: len(dimensionen) + 1])
                if schluessel in gesehen:
                    neue.append(
                        Befund(
                            datei,
                            nummer,
                            "stichtag",
                            "doppelt",
                            f"Diese Zeile steht schon in Zeile {gesehen[schluessel]} ({', '.join(schluessel)}).",
                            "Eine davon löschen.",
                        )
                    )
                gesehen.setdefault(schluessel, nummer)
                befunde.extend(neue)
                if kennzahl:
                    kennzahlen.append(kennzahl)
    except csv.Error:
        befunde.append(
            Befund(
                datei,
                anfang,
                "",
                "csv",
                "Die Zeile ist kein gültiges CSV.",
                "Anführungszeichen im Text verdoppeln.",
            )
        )
        return [], befunde
    if not kennzahlen and not befunde:
        befunde.append(
            Befund(
                datei,
                1,
                "",
                "leer",
                "Die Tabelle hat keine Zeile mit Zahlen.",
                "Zeilen ergänzen, oder Tabelle und Indikator löschen.",
            )
        )
    return kennzahlen, befunde


def _kopf_befund(datei: str, gelesen: list[str], erwartet: list[str]) -> Befund:
    fremd = [s for s in gelesen if s not in erwartet]
    fehlt = [s for s in erwartet if s not in gelesen]
    teile = []
    if fremd:
        teile.append(f"Unbekannte Spalte: {', '.join(fremd)}.")
    if fehlt:
        teile.append(f"Es fehlt: {', '.join(fehlt)}.")
    if not teile:
        teile.append("Die Reihenfolge der Spalten stimmt nicht.")
    return Befund(datei, 1, "", "kopfzeile", " ".join(teile), f"Kopfzeile: {','.join(erwartet)}")


def _zeile(
    datei: str,
    nummer: int,
    werte: list[str],
    weitere: Mapping[str, str],
    dimensionen: Sequence[Dimension],
    ganzzahlig: bool,
    form: Stichtagsform | None,
) -> tuple[Kennzahl | None, list[Befund]]:
    befunde: list[Befund] = []

    def melde(feld: str, regel: str, text: str, vorschlag: str = "") -> None:
        befunde.append(Befund(datei, nummer, feld, regel, text, vorschlag))

    stichtag: Stichtag | None = None
    try:
        stichtag = lies_stichtag(werte[0], form)
    except ValueError as fehler:
        melde("stichtag", "stichtag", str(fehler), in_datenform("stichtag", werte[0], form))
    merkmale: dict[str, str] = {}
    for dimension, wert in zip(dimensionen, werte[1:], strict=False):
        merkmale[dimension.id] = wert
        if wert not in dimension.auspraegungen:
            melde(
                dimension.id,
                "auspraegung",
                f"„{wert}“ ist kein Wert der Dimension „{dimension.name}“.",
                meinten_sie(wert, dimension.auspraegungen) or f"Erlaubt: {', '.join(dimension.auspraegungen)}.",
            )
    roh, zeichen_roh, hinweis = werte[len(dimensionen) + 1 : len(dimensionen) + 4]
    quelle = weitere.get(QUELLE, "")
    for feld, wort, text in (("hinweis", "Der Hinweis", hinweis), (QUELLE, "Die Quelle", quelle)):
        if "\n" in text:
            melde(
                feld,
                "zeilenumbruch",
                f"{wort} geht über mehrere Zeilen.",
                "Prüfen, ob ein Anführungszeichen zu viel ist.",
            )
        try:
            pruefe_zeichen(text)
            pruefe_ohne_link(text)
        except PydanticCustomError as fehler:
            assert fehler.context is not None
            melde(feld, str(fehler.context["regel"]), fehler.message())
    zahl = None
    for regel, text, vorschlag in zahlfehler(roh, zeichen_roh, ganzzahlig):
        melde("wert", regel, text, vorschlag)
    if ZAHL.fullmatch(roh):
        zahl = float(roh)
    zeichen = None
    if zeichen_roh:
        zeichen = Zeichen.lies(zeichen_roh)
        if zeichen is None:
            melde(
                "zeichen", "zeichen", f"„{zeichen_roh}“ ist kein Zeichen der Tabelle.", f"Erlaubt: {' '.join(Zeichen)}"
            )
        elif zeichen is Zeichen.WORT and not hinweis:
            melde(
                "hinweis",
                "zeichen",
                "Zum Zeichen w fehlen die Worte der Quelle.",
                "Die Worte in die Spalte hinweis schreiben, ohne Anführungszeichen, zum Beispiel: fast zwei Drittel",
            )
    am: date | None = None
    if tag := weitere.get(EINGETRAGEN):
        try:
            am = lies_tag(tag)
        except ValueError:
            melde(
                EINGETRAGEN,
                "datum",
                f"„{tag}“ ist kein Datum.",
                in_datenform("datum", tag)
                or "Jahr-Monat-Tag schreiben, zum Beispiel 2026-11-05, oder die Zelle leer lassen.",
            )
    davor, fehler_davor = lies_fruehere(weitere.get(VORHER, ""), ganzzahlig)
    for regel, text, vorschlag in fehler_davor:
        melde(VORHER, regel, text, vorschlag)
    if befunde or stichtag is None:
        return None, befunde
    return Kennzahl(
        stichtag, merkmale, zahl, zeichen, hinweis, nummer, eingetragen_am=am, quelle=quelle, vorher=davor
    ), befunde
