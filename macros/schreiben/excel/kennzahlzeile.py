"""The key of a row of figures: as it was exported, or read from what was typed like every other delivery."""

from __future__ import annotations

from collections.abc import Sequence

from macros.eingabe.gruppe import TRENNER
from macros.eingabe.zahlmeldung import Zahlmeldung, lies_indikator, lies_zahlmeldung
from macros.modell.plan import Plan
from macros.schreiben.excel.abdruck import Abdruck
from macros.schreiben.excel.mappe import Gelesen, Mappe
from macros.schreiben.excel.zeilen import Zeilenschluessel

_GEMELDET = ("Wert", "Zeichen", "Hinweis")


def kennzahlschluessel(plan: Plan, mappe: Mappe, alt: Abdruck, zeile: Gelesen) -> Zeilenschluessel | None:
    """The key; None where nothing was reported or a cell cannot be read, which then is a finding of the workbook."""
    gliederung = [n for n in zeile.zellen if n.startswith("Gliederung ")]
    kennung, stichtag = zeile.wert("Kennung"), zeile.wert("Stichtag")
    indikator = plan.indikatoren.get(kennung)
    zahl = len(indikator.dimensionen if indikator else gliederung)
    if not _lesbar(zeile, ("Stichtag", *gliederung[:zahl])):
        return None
    roh = (kennung, stichtag, *(zeile.wert(n) for n in gliederung[:zahl]))
    if (zeile.art, roh) in alt.zeilen and not any(zeile.wert(n) for n in gliederung[zahl:]):
        return roh
    if not _lesbar(zeile, _GEMELDET):
        return None
    meldung = _zahlmeldung(mappe, zeile, gliederung)
    if not any(zeile.wert(n) for n in _GEMELDET):
        if indikator is None:
            mappe.befunde += lies_indikator(plan, meldung)[1]
        return None
    gelesen, befunde = lies_zahlmeldung(plan, meldung)
    mappe.befunde += befunde
    return (gelesen.indikator, *gelesen.schluessel) if gelesen else None


def _lesbar(zeile: Gelesen, spalten: Sequence[str]) -> bool:
    return all(zeile.zellen[n].lesbar for n in spalten if n in zeile.zellen)


def _zahlmeldung(mappe: Mappe, zeile: Gelesen, gliederung: Sequence[str]) -> Zahlmeldung:
    """A row as it was typed; the whole group may stand in the first of its columns."""
    spalten = {
        "indikator": "Kennung",
        "stichtag": "Stichtag",
        "gruppe": next((n for n in gliederung if zeile.wert(n)), "Gliederung 1" if gliederung else "Kennung"),
        "wert": "Wert",
        "zeichen": "Zeichen",
        "hinweis": "Hinweis",
        "quelle": "Quelle",
    }
    return Zahlmeldung(
        zeile.wert("Kennung"),
        zeile.wert("Stichtag"),
        TRENNER.join(zeile.wert(n) for n in gliederung if zeile.wert(n)),
        zeile.wert("Wert"),
        zeile.wert("Zeichen"),
        zeile.wert("Hinweis"),
        mappe.datei,
        zeile.nummer,
        zeile.wert("Quelle"),
        {feld: zeile.ort(spalte) for feld, spalte in spalten.items()},
    )
