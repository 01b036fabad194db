"""One return, mostly a workbook: whose it is, what it changes measure by measure, and what is wrong with which."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from macros.modell.befund import Befund, Schwere
from macros.modell.plan import Plan
from macros.schreiben.excel.abgleich import Abgleich, Neuzeile, Zellaenderung, gleiche_ab
from macros.schreiben.excel.blaetter import Blattart, listen
from macros.schreiben.excel.fassungen import melde_andere_fassungen
from macros.schreiben.excel.lesen import lies_mappe
from macros.schreiben.excel.mappe import Mappe
from macros.schreiben.runde.akte import Akte
from macros.schreiben.runde.eingang import Ruecklaufdatei

GANZ = frozenset({"verbunden"})
"""Findings at one row that make every row doubtful: merged cells read as emptied ones."""
Mappenaenderung = Zellaenderung | Neuzeile


@dataclass
class Rueckgabe:
    """A return as read; `fehler` holds its errors by id of the record, "" for what concerns the whole file."""

    datei: Ruecklaufdatei
    mappe: Mappe
    teil: str
    name: str
    abgleich: Abgleich
    befunde: list[Befund] = field(default_factory=list)
    fehler: dict[str, list[Befund]] = field(default_factory=dict)
    gelesen: bool = True
    gemeldet: tuple[str, ...] = ()
    """The measure that a form reports on; a form has no rows."""

    @property
    def kennungen(self) -> list[str]:
        """The records that this return wants to change, or cannot be read about."""
        alle = [a.schluessel[0] for a in self.aenderungen()] + [k for k in self.fehler if k] + list(self.gemeldet)
        return list(dict.fromkeys(alle))

    def aenderungen(self) -> Iterator[Mappenaenderung]:
        yield from self.abgleich.zellen
        yield from self.abgleich.neue

    def weise_zurueck(self, kennung: str, befund: Befund) -> None:
        """Takes a record of this workbook out, with the reason."""
        schon = self.fehler.setdefault(kennung, [])
        if befund not in schon:
            schon.append(befund)

    def gueltig(self, kennung: str) -> bool:
        """True while nothing speaks against a record of this workbook."""
        return "" not in self.fehler and kennung not in self.fehler


def lies(datei: Ruecklaufdatei, plan: Plan, akte: Akte, stichtag: date) -> Rueckgabe:
    """Reads a workbook that came back; never raises on bad input."""
    with tempfile.TemporaryDirectory() as platz:
        pfad = Path(platz) / f"mappe{datei.endung or '.xlsx'}"
        pfad.write_bytes(datei.inhalt)
        mappe = lies_mappe(pfad, listen(plan), datei.name)
    abgleich = gleiche_ab(plan, mappe)
    melde_andere_fassungen(plan, mappe, abgleich, stichtag)
    runde, _, teil = (mappe.abdruck.runde if mappe.abdruck else "").partition("/")
    if mappe.abdruck and runde != akte.runde:
        woher = f"aus der Runde bis {runde}" if runde else "aus einem Export außerhalb der Runden"
        mappe.melde("", 1, "", "runde", f"Die Mappe stammt {woher}.", _ALT, Schwere.WARNUNG)
    # Whoever fills in a part of an earlier round is the same department, as long as it is asked again.
    gefragt = akte.teil(teil)
    rueckgabe = Rueckgabe(
        datei,
        mappe,
        gefragt.kennung if gefragt else "",
        gefragt.name if gefragt else datei.name,
        abgleich,
        list(mappe.befunde),
        gelesen=mappe.abdruck is not None and mappe.abdruck.gemeinde == plan.gemeinde.ags,
    )
    for befund in mappe.befunde:
        if befund.schwere is Schwere.FEHLER:
            rueckgabe.weise_zurueck(_wessen(befund, mappe), befund)
    return rueckgabe


_ALT = "Was sich gegenüber dem Export geändert hat, wird trotzdem gelesen. Nächstes Mal die neue Mappe ausfüllen."


def _wessen(befund: Befund, mappe: Mappe) -> str:
    """The record of the row that a finding stands at; "" where it concerns the whole file."""
    if befund.regel in GANZ:
        return ""
    for zeile in mappe.zeilen:
        if zeile.nummer == befund.zeile and befund.feld.startswith(f"Blatt „{zeile.blatt}“"):
            return zeile.wert("Kennung") or f"Blatt „{zeile.blatt}“, Zeile {zeile.nummer}"
    return ""


def stelle(r: Rueckgabe, a: Mappenaenderung) -> tuple[str, int]:
    """(place in words, line) of a change."""
    titel = a.spalte.titel if isinstance(a, Zellaenderung) else _leitspalte(a)
    zelle = a.zeile.zellen.get(titel)
    spalte = f", Spalte „{titel}“ ({zelle.adresse})" if zelle else ""
    return f"Blatt „{a.zeile.blatt}“{spalte}", a.zeile.nummer


def _leitspalte(a: Neuzeile) -> str:
    return {
        Blattart.MASSNAHMEN: "Neuer Bericht: Datum",
        Blattart.SCHRITTE: "Schritt",
        Blattart.KENNZAHLEN: "Wert",
    }[a.zeile.art]
