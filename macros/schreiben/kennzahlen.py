"""New figures from the command line or a spreadsheet: all of them or none, checked before a file is touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from macros.eingabe.arbeitsmappe import Verweigerung, lies_bytes
from macros.eingabe.tabellendatei import Dateizeile, KeineTabelle, lies_tabelle
from macros.eingabe.text import wort
from macros.eingabe.zahlmeldung import Zahlmeldung, lies_alle
from macros.laden.csv_streng import QUELLE
from macros.modell.befund import Befund, hat_fehler
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from macros.schreiben.eintraege import Nachtrag, quellenzelle, trage_kennzahl_ein
from macros.schreiben.entwurf import Einfuhr, Entwurf

SPALTEN = ("indikator", "stichtag", "gruppe", "wert", "zeichen", "hinweis")
MIT_QUELLE = (*SPALTEN, QUELLE)
_EINMAL = frozenset({"indikator", "stichtag", "hinweis", QUELLE})
ERSETZEN = "Soll der neue gelten: denselben Befehl mit --ersetzen wiederholen."


def aus_worten(
    indikator: str, stichtag: str, worte: Sequence[str], hinweis: str = "", quelle: str = ""
) -> list[Zahlmeldung]:
    """„ausländisch=4278“, „Grundschulen | deutsch=1040“, „Afrika=.“, „12,5“ or just „36“ -> figures to be entered."""
    meldungen = []
    for nummer, paar in enumerate(worte, 1):
        gruppe, _, wert = paar.rpartition("=")
        meldungen.append(
            Zahlmeldung(indikator, stichtag, gruppe, wert, "", hinweis, "Eingabe", nummer, quelle, einmal=_EINMAL)
        )
    return meldungen


def aus_datei(pfad: Path) -> tuple[list[Zahlmeldung], list[Befund]]:
    """Figures of a CSV or of the first sheet of an xlsx file, as they were typed; rows without a figure are left out."""
    roh = lies_bytes(pfad)
    if isinstance(roh, Verweigerung):
        return [], [Befund(pfad.name, 1, "", *roh)]
    try:
        zeilen = lies_tabelle(roh, pfad.suffix.lower() == ".xlsx")
    except KeineTabelle as fehler:
        regel, text = fehler.grund[:2] if fehler.grund else ("datei", "Die Datei lässt sich nicht lesen.")
        return [], [Befund(pfad.name, 1, "", regel, text, "Als CSV oder xlsx speichern.")]
    if not zeilen or tuple(wort(z).lower() for z in zeilen[0].zellen[: len(SPALTEN)]) != SPALTEN:
        return [], [
            Befund(pfad.name, 1, "", "kopfzeile", "Die Kopfzeile passt nicht.", f"Kopfzeile: {';'.join(MIT_QUELLE)}")
        ]
    return [m for z in zeilen[1:] if (m := _aus_zeile(pfad.name, z)).wert.strip() or m.zeichen.strip()], []


def _aus_zeile(datei: str, zeile: Dateizeile) -> Zahlmeldung:
    """A row as it stands; in a workbook a place is called by its heading and its cell."""
    stellen = {
        name: f"Blatt „{zeile.blatt}“, Spalte „{name}“ ({buchstabe}{zeile.nummer})"
        for name, buchstabe in zip(MIT_QUELLE, "ABCDEFG", strict=True)
        if zeile.blatt
    }
    indikator, stichtag, gruppe, wert, zeichen, hinweis, quelle = (*zeile.zellen, *[""] * 7)[:7]
    return Zahlmeldung(indikator, stichtag, gruppe, wert, zeichen, hinweis, datei, zeile.nummer, quelle, stellen)


def trage_ein(ordner: Path, meldungen: Iterable[Zahlmeldung], stichtag: date, ersetzen: bool = False) -> Einfuhr:
    """Enters figures and writes the files; with an error nothing is written."""
    plan, bekannt = pruefe_ordner(ordner, stichtag)
    if plan is None or hat_fehler(bekannt):
        return Einfuhr(bekannt, [], plan)
    entwurf = Entwurf(ordner)
    uebernahme = Zahluebernahme(plan, entwurf, stichtag, None if ersetzen else ERSETZEN)
    befunde = uebernahme.uebernimm(meldungen)
    if not befunde:
        # What is told once for a delivery, such as its Stichtag, may be wrong in each of its rows.
        befunde = list(dict.fromkeys(map(uebernahme.bei_der_meldung, entwurf.pruefe(stichtag, bekannt))))
    if hat_fehler(befunde):
        return Einfuhr(sorted(befunde), [], plan)
    return Einfuhr(sorted(befunde), entwurf.schreibe(), plan)


class Zahluebernahme:
    """Puts delivered figures into a draft and remembers where each was typed.

    `abhilfe` is what a conflict with a figure that is there tells to do; without it the delivered one replaces that.
    `nachtragen` says that a figure which is there already may get the source that is told now.
    """

    def __init__(self, plan: Plan, entwurf: Entwurf, am: date, abhilfe: str | None, *, nachtragen: bool = True) -> None:
        self.plan, self.entwurf, self.am, self.abhilfe = plan, entwurf, am, abhilfe
        self.nachtragen = nachtragen
        self.herkunft: dict[tuple[str, tuple[str, ...]], Zahlmeldung] = {}

    def uebernimm(self, meldungen: Iterable[Zahlmeldung]) -> list[Befund]:
        """The findings; every figure without one is in the draft."""
        alle: list[Befund] = []
        for m, zahl, befunde in lies_alle(self.plan, meldungen):
            alle += befunde
            if zahl is None:
                continue
            tabelle, werte = self.entwurf.tabelle(zahl.indikator), zahl.werte
            if zahl.quelle:
                werte[QUELLE] = quellenzelle(self.plan, zahl.quelle)
            if self.abhilfe is not None:
                datei = f"{self.entwurf.anzeige}/indikatoren/{zahl.indikator}.csv"
                abhilfe = self.abhilfe.replace("{datei}", datei)
                nachtrag = Nachtrag.fuer(tabelle, zahl.schluessel, werte, abhilfe)
                if nachtrag.konflikt:
                    alle.append(m.befund("wert", "konflikt", *nachtrag.konflikt))
                    continue
                if not nachtrag.neu and not self.nachtragen:
                    continue
            trage_kennzahl_ein(tabelle, zahl.schluessel, werte, self.am)
            self.herkunft[(zahl.indikator, zahl.schluessel)] = m
        return list(dict.fromkeys(alle))

    def bei_der_meldung(self, b: Befund) -> Befund:
        """A finding in a table, where the figure was typed; as it is where it is about another one."""
        indikator = PurePosixPath(b.datei).stem
        if not b.datei.endswith(f"/indikatoren/{indikator}.csv") or indikator not in self.plan.indikatoren:
            return b
        tabelle = self.entwurf.tabelle(indikator)
        if not 1 < b.zeile <= len(tabelle):
            return b
        breite = len(self.plan.indikatoren[indikator].dimensionen) + 1
        m = self.herkunft.get((indikator, tuple(tabelle[b.zeile - 1][:breite])))
        if m is None:
            return b
        feld = b.feld if b.feld in MIT_QUELLE else "gruppe" if b.feld in tabelle[0] else "wert"
        return replace(m.befund(feld, b.regel, b.text, b.vorschlag), schwere=b.schwere)
