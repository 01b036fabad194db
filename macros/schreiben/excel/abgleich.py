"""Three-way comparison: the export, the workbook as it came back, and the data as they are now.

A cell that says what the export said is left alone. A changed cell is taken over if the data still say what
the export said; if they say what the cell says, there is nothing to do; if they say something else, that is
a conflict. Rows that are missing change nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.eingabe.text import glatt
from macros.modell.befund import Befund, Schwere
from macros.modell.plan import Plan
from macros.modell.schreibweise import meinten_sie
from macros.schreiben.excel.abdruck import Abdruck
from macros.schreiben.excel.blaetter import (
    MASSNAHMEN,
    SCHRITTE,
    Blattart,
    Blattspalte,
    Zellart,
    kennzahlspalten,
    mit_runde,
)
from macros.schreiben.excel.kennzahlzeile import kennzahlschluessel
from macros.schreiben.excel.konflikte import Konflikt, abhilfe
from macros.schreiben.excel.mappe import Gelesen, Mappe
from macros.schreiben.excel.sortiert import melde_sortierte
from macros.schreiben.excel.zeilen import Blattstelle, Blattzeile, Zeilenschluessel, alle_zeilen


@dataclass(frozen=True)
class Zellaenderung:
    """One changed field of a record or table row that exists."""

    zeile: Gelesen
    schluessel: Zeilenschluessel
    spalte: Blattspalte
    neu: str


@dataclass(frozen=True)
class Neuzeile:
    """A new report, step or figure."""

    zeile: Gelesen
    schluessel: Zeilenschluessel
    werte: dict[str, str]


@dataclass
class Abgleich:
    """What is to be taken over."""

    zellen: list[Zellaenderung] = field(default_factory=list)
    neue: list[Neuzeile] = field(default_factory=list)


def gleiche_ab(plan: Plan, mappe: Mappe) -> Abgleich:
    """All changes of a workbook against the data; conflicts and gaps become findings of the workbook."""
    ergebnis = Abgleich()
    if mappe.abdruck is None:
        return ergebnis
    if mappe.abdruck.gemeinde != plan.gemeinde.ags:
        mappe.melde(
            "",
            1,
            "",
            "gemeinde",
            "Die Datei wurde aus den Daten einer anderen Gemeinde exportiert.",
            "Die Mappe dieser Gemeinde ausfüllen.",
        )
        return ergebnis
    vergleich = _Blattvergleich(plan, mappe, mappe.abdruck, ergebnis)
    sortiert = melde_sortierte(plan, mappe)
    for zeile in mappe.zeilen:
        if zeile.blatt not in sortiert:
            vergleich.nimm(zeile)
    if sortiert:  # which rows are missing there, nobody can say
        return ergebnis
    vergleich.melde_fehlende()
    return ergebnis


class _Blattvergleich:
    """Goes through the rows of one workbook."""

    def __init__(self, plan: Plan, mappe: Mappe, alt: Abdruck, ergebnis: Abgleich) -> None:
        self.plan, self.mappe, self.alt, self.ergebnis = plan, mappe, alt, ergebnis
        self.jetzt: dict[Blattstelle, Blattzeile] = {
            (art, z.schluessel): z for art, z in alle_zeilen(plan) if not z.vorbereitet
        }
        self.gesehen: dict[Blattstelle, int] = {}

    def melde(self, zeile: Gelesen, spalte: str, regel: str, text: str, vorschlag: str) -> None:
        self.mappe.befunde.append(Befund(self.mappe.datei, zeile.nummer, zeile.ort(spalte), regel, text, vorschlag))

    def nimm(self, zeile: Gelesen) -> None:
        """Sorts one row: known, new, or unknown."""
        kennung = zeile.zellen.get("Kennung")
        if kennung and not kennung.lesbar:
            return
        if not zeile.wert("Kennung"):
            self.melde(zeile, "Kennung", "kennung", "Die Kennung fehlt.", "Aus einer anderen Zeile übernehmen.")
            return
        schluessel = self.schluessel(zeile)
        if schluessel is None:
            return
        if (zeile.art, schluessel) in self.gesehen:
            self.melde(
                zeile,
                "Kennung",
                "doppelt",
                f"Diese Zeile gibt es schon in Zeile {self.gesehen[(zeile.art, schluessel)]}.",
                "Eine von beiden löschen.",
            )
            return
        if zeile.art is not Blattart.SCHRITTE or schluessel[1]:
            self.gesehen[(zeile.art, schluessel)] = zeile.nummer
        if (zeile.art, schluessel) in self.alt.zeilen:
            self.vergleiche(zeile, schluessel)
        else:
            self.neue(zeile, schluessel)

    def schluessel(self, zeile: Gelesen) -> Zeilenschluessel | None:
        """The key of a row; None when one of its cells cannot be read."""
        kennung = zeile.wert("Kennung")
        if zeile.art is Blattart.MASSNAHMEN:
            return (kennung,)
        if zeile.art is Blattart.SCHRITTE:
            return (kennung, zeile.wert("Schritt Nr."))
        return kennzahlschluessel(self.plan, self.mappe, self.alt, zeile)

    def spalten(self, zeile: Gelesen) -> tuple[Blattspalte, ...]:
        """The columns of a row's sheet that were not deleted and could be read."""
        alle = {
            Blattart.MASSNAHMEN: mit_runde(MASSNAHMEN, list(zeile.zellen)),
            Blattart.SCHRITTE: mit_runde(SCHRITTE, list(zeile.zellen)),
            Blattart.KENNZAHLEN: kennzahlspalten(0),
        }[zeile.art]
        return tuple(s for s in alle if s.titel in zeile.zellen and zeile.zellen[s.titel].lesbar)

    def vergleiche(self, zeile: Gelesen, schluessel: Zeilenschluessel) -> None:
        """A row that was exported: each changed cell by itself."""
        stelle = (zeile.art, schluessel)
        jetzt = self.finde(zeile.art, schluessel)
        bericht: dict[str, str] = {}
        for spalte in self.spalten(zeile):
            neu = zeile.wert(spalte.titel)
            if self.alt.gleich(stelle, spalte.titel, neu):
                continue
            if spalte.art is Zellart.FEST:
                self.melde(
                    zeile,
                    spalte.titel,
                    "nur-lesen",
                    "Diese Spalte ist nur zum Lesen da; die Änderung würde verloren gehen.",
                    "Den alten Inhalt wiederherstellen.",
                )
            elif jetzt is None:
                self.melde(
                    zeile,
                    spalte.titel,
                    "konflikt",
                    "Dieser Eintrag wurde in den Daten inzwischen gelöscht oder umgestellt.",
                    "Neu exportieren und die Änderung dort eintragen.",
                )
            elif not self._einzeilig(zeile, spalte, stelle, neu):
                continue
            elif spalte.neu:
                bericht[spalte.titel] = neu
            else:
                self._zelle(zeile, jetzt, spalte, stelle, neu)
        if bericht:
            self._bericht(zeile, schluessel, bericht)

    def _einzeilig(self, zeile: Gelesen, spalte: Blattspalte, stelle: Blattstelle, neu: str) -> bool:
        """False, with a finding, when a line break was pasted into a cell that had none."""
        schon = stelle in self.jetzt and "\n" in glatt(self.jetzt[stelle].werte[spalte.titel])
        if "\n" not in neu or schon:
            return True
        self.melde(
            zeile,
            spalte.titel,
            "zeilenumbruch",
            "Der Text enthält einen Zeilenumbruch, wahrscheinlich beim Einfügen entstanden.",
            "Den Umbruch durch ein Leerzeichen ersetzen.",
        )
        return False

    def _zelle(self, zeile: Gelesen, jetzt: Blattzeile, spalte: Blattspalte, stelle: Blattstelle, neu: str) -> None:
        heute = glatt(jetzt.werte[spalte.titel])
        if heute == neu:
            return
        if not self.alt.gleich(stelle, spalte.titel, heute):
            self.melde(
                zeile,
                spalte.titel,
                "konflikt",
                f"Hier steht „{_kurz(neu)}“, in den Daten aber inzwischen „{_kurz(heute)}“.",
                abhilfe(self.mappe.datei),
            )
            adresse = zeile.zellen[spalte.titel].adresse
            self.mappe.konflikte.append(Konflikt(zeile.blatt, adresse, stelle, spalte.titel, heute))
            return
        self.ergebnis.zellen.append(Zellaenderung(zeile, jetzt.schluessel, spalte, neu))

    def finde(self, art: Blattart, schluessel: Zeilenschluessel) -> Blattzeile | None:
        """The row as it is now; a step is found by its text when steps were inserted before it."""
        jetzt = self.jetzt.get((art, schluessel))
        if art is not Blattart.SCHRITTE:
            return jetzt
        if jetzt and self.alt.gleich((art, schluessel), "Schritt", jetzt.werte["Schritt"]):
            return jetzt
        gleiche = [
            z
            for (a, s), z in self.jetzt.items()
            if a is art and s[0] == schluessel[0] and self.alt.gleich((art, schluessel), "Schritt", z.werte["Schritt"])
        ]
        return gleiche[0] if len(gleiche) == 1 else jetzt if self._gleich_viele(schluessel[0]) else None

    def _gleich_viele(self, kennung: str) -> bool:
        """True while a measure has as many steps as at the export, so that a number still means the same step."""
        alt = sum(1 for a, s in self.alt.zeilen if a is Blattart.SCHRITTE and s[0] == kennung)
        return alt == sum(1 for a, s in self.jetzt if a is Blattart.SCHRITTE and s[0] == kennung)

    def _bericht(self, zeile: Gelesen, schluessel: Zeilenschluessel, bericht: dict[str, str]) -> None:
        fehlt = [t for t in ("Neuer Bericht: Datum", "Neuer Bericht: Stand") if not bericht.get(t)]
        fehlt = [t for t in fehlt if t not in zeile.zellen or zeile.zellen[t].lesbar]
        for titel in fehlt:
            self.melde(zeile, titel, "pflichtfeld", "Zum neuen Bericht fehlt diese Angabe.", "Die Zelle ausfüllen.")
        if not fehlt:
            self.ergebnis.neue.append(Neuzeile(zeile, schluessel, bericht))

    def neue(self, zeile: Gelesen, schluessel: Zeilenschluessel) -> None:
        """A row that was not exported: a new step or figure, or something unknown."""
        werte = {s.titel: zeile.wert(s.titel) for s in self.spalten(zeile) if s.aenderbar and zeile.wert(s.titel)}
        kennung = schluessel[0]
        if zeile.art is not Blattart.KENNZAHLEN and kennung not in self.plan.massnahmen:
            self._unbekannt(zeile, kennung, list(self.plan.massnahmen))
            return
        if zeile.art is Blattart.MASSNAHMEN or (zeile.art is Blattart.SCHRITTE and schluessel[1]):
            self.melde(
                zeile,
                "Kennung" if zeile.art is Blattart.MASSNAHMEN else "Schritt Nr.",
                "unbekannt",
                "Diese Zeile stand nicht im Export.",
                "Neu exportieren und die Änderung dort eintragen."
                if zeile.art is Blattart.MASSNAHMEN
                else "Bei einem neuen Schritt bleibt „Schritt Nr.“ leer.",
            )
            return
        for spalte in self.spalten(zeile):
            if spalte.titel in werte and not self._einzeilig(
                zeile, spalte, (zeile.art, schluessel), werte[spalte.titel]
            ):
                return
        self.ergebnis.neue.append(Neuzeile(zeile, schluessel, werte))

    def _unbekannt(self, zeile: Gelesen, kennung: str, bekannt: list[str]) -> None:
        self.melde(
            zeile,
            "Kennung",
            "unbekannt",
            f"Die Kennung „{kennung}“ gibt es nicht.",
            meinten_sie(kennung, bekannt) or "Aus einer anderen Zeile übernehmen.",
        )

    def melde_fehlende(self) -> None:
        """Exported rows that are not in the workbook: one note per kind of sheet."""
        for art, wort in (
            (Blattart.MASSNAHMEN, "Maßnahmen"),
            (Blattart.SCHRITTE, "Schritten"),
            (Blattart.KENNZAHLEN, "Zahlen"),
        ):
            fehlend = list(self._fehlende(art))
            if fehlend:
                mehr = f" und {len(fehlend) - 3} weitere" if len(fehlend) > 3 else ""
                self.mappe.melde(
                    "",
                    1,
                    "",
                    "zeile-fehlt",
                    f"Von den {wort} fehlen Zeilen des Exports: {', '.join(fehlend[:3])}{mehr}. Gelöscht wird dadurch nichts.",
                    schwere=Schwere.WARNUNG,
                )

    def _fehlende(self, art: Blattart) -> Iterator[str]:
        for stelle in self.alt.zeilen:
            if stelle[0] is art and stelle not in self.gesehen:
                yield " ".join(stelle[1])


def _kurz(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
