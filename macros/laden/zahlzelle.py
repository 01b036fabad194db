"""A cell of an indicator's table that holds a number, and one that holds the numbers before corrections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from macros.deutsch.zahlen import lesarten
from macros.eingabe.datenform import in_datenform
from macros.modell.indikator import Frueher

ZAHL = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,12})?")
_TAUSENDER = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+")
_KOMMA = re.compile(r"-?[0-9]+(\.[0-9]{3})*,[0-9]+")
_TAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FORM = "Je Wert der Tag, an dem er eingetragen wurde, zum Beispiel: 2026-02-01: 52; 2026-03-01: 53"
Fehler = tuple[str, str, str]


def lies_tag(text: str) -> date:
    """A day as tables have it, 2026-11-05; ValueError for every other spelling."""
    if not _TAG.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def lies_fruehere(zelle: str, ganzzahlig: bool) -> tuple[tuple[Frueher, ...], list[Fehler]]:
    """„2026-02-01: 52; 2026-03-01: 53“: the values before the one that counts, oldest first; „52“ alone has no day."""
    werte: list[Frueher] = []
    fehler: list[Fehler] = []
    for teil in zelle.split(";") if zelle else ():
        tag, mit_tag, zahl = teil.rpartition(":")
        am: date | None = None
        if mit_tag:
            try:
                am = lies_tag(tag.strip())
            except ValueError:
                fehler.append(
                    ("datum", f"„{tag.strip()}“ ist kein Datum.", in_datenform("datum", tag.strip()) or _FORM)
                )
        neue = list(zahlfehler(zahl.strip(), "", ganzzahlig))
        for regel, text, vorschlag in neue:
            fehler.append((regel, "Ein früherer Wert fehlt.", _FORM) if regel == "leer" else (regel, text, vorschlag))
        if not neue:
            werte.append(Frueher(float(zahl), am))
    return tuple(werte), fehler


def zahlfehler(roh: str, zeichen: str, ganzzahlig: bool) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the cell `wert`, and what to write."""
    if not roh:
        if not zeichen:
            yield (
                "leer",
                "Der Wert fehlt.",
                "Eine Zahl eintragen, oder in der Spalte zeichen: - (nichts), . (geheim), ... (kommt später).",
            )
        return
    if zeichen:
        yield "zeichen", "Wert und Zeichen zugleich sind nicht möglich.", "Eines von beiden löschen."
    if _KOMMA.fullmatch(roh):
        richtig = roh.replace(".", "").replace(",", ".")
        yield "dezimalkomma", f"„{roh}“ hat ein Dezimalkomma.", f"Mit Dezimalpunkt: {richtig}"
    elif _TAUSENDER.fullmatch(roh) and (ganzzahlig or roh.count(".") > 1):
        yield "tausenderpunkt", f"„{roh}“ hat einen Tausenderpunkt.", f"Ohne Punkt: {roh.replace('.', '')}"
    elif not ganzzahlig and (moeglich := lesarten(roh)):
        yield "tausenderpunkt", f"„{roh}“ ist mehrdeutig.", f"Je nachdem, was gemeint ist: {' oder '.join(moeglich)}"
    elif not ZAHL.fullmatch(roh):
        rat = in_datenform("zahl", roh) or "Nur Ziffern und ein Dezimalpunkt, keine Einheit, keine Null davor."
        yield "zahl", f"„{roh}“ ist keine Zahl.", rat
    elif ganzzahlig and float(roh) % 1:
        yield (
            "ganzzahl",
            f"„{roh}“: Hier sind nur ganze Zahlen möglich.",
            (
                "Prüfen, ob ein Tausenderpunkt gemeint war; hat der Indikator Nachkommastellen, in seiner Datei eintragen: "
                f"nachkommastellen: {min(len(roh.partition('.')[2].rstrip('0')), 4)}"
            ),
        )
