"""New figures from the command line or a spreadsheet: all of them or none, checked before a file is touched."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.deutsch.zahlen import eindeutig
from macros.deutsch.zeichen import bereinigt
from macros.modell.auswahlen import Periodizitaet, Stichtagsform, Zeichen
from macros.modell.befund import Befund, hat_fehler
from macros.modell.gliederung import kombinationen
from macros.modell.indikator import Indikator
from macros.modell.plan import Plan
from macros.modell.schreibweise import meinten_sie
from macros.modell.stichtag import Stichtag, in_form, lies_stichtag
from macros.pruefung import pruefe_ordner
from macros.schreiben.eintraege import trage_kennzahl_ein
from macros.schreiben.entwurf import Einfuhr, Entwurf

SPALTEN = ("indikator", "stichtag", "gruppe", "wert", "zeichen", "hinweis")
TRENNER = " | "
GROESSE = 2_000_000
_SPEICHERN = "Als CSV oder xlsx speichern."
_KOMMAZAHL = re.compile(r"-?\d+,\d+")


@dataclass(frozen=True, slots=True)
class Zahlmeldung:
    """One figure to be entered; `gruppe` has one value per dimension, `ort` says where it was typed."""

    indikator: str
    stichtag: str
    gruppe: tuple[str, ...]
    wert: str
    zeichen: str
    hinweis: str
    ort: str
    zeile: int = 1


def aus_worten(indikator: str, stichtag: str, worte: Sequence[str], hinweis: str = "") -> list[Zahlmeldung]:
    """„ausländisch=4278“, „Grundschulen | deutsch=1040“, „Afrika=.“ or just „36“ -> figures to be entered."""
    meldungen = []
    for nummer, wort in enumerate(worte, 1):
        gruppe, gleich, wert = bereinigt(wort).rpartition("=")
        zeichen = wert if Zeichen.lies(wert) else ""
        teile = tuple(t.strip() for t in gruppe.split(TRENNER.strip())) if gleich else ()
        meldungen.append(
            Zahlmeldung(
                indikator, stichtag, teile, "" if zeichen else wert, zeichen, bereinigt(hinweis), "Eingabe", nummer
            )
        )
    return meldungen


def aus_datei(pfad: Path) -> tuple[list[Zahlmeldung], list[Befund]]:
    """Figures of a CSV (comma, or semicolon with decimal commas) or of the first sheet of an xlsx file."""
    zeilen = _xlsx(pfad) if pfad.suffix.lower() in (".xlsx", ".xlsm", ".xls") else _csv(pfad)
    if isinstance(zeilen, Befund):
        return [], [zeilen]
    if not zeilen or tuple(z.strip().lower() for z in zeilen[0][: len(SPALTEN)]) != SPALTEN:
        return [], [
            Befund(pfad.name, 1, "", "kopfzeile", "Die Kopfzeile passt nicht.", f"Kopfzeile: {';'.join(SPALTEN)}")
        ]
    meldungen = []
    for nummer, roh in enumerate(zeilen[1:], 2):
        indikator, stichtag, gruppe, wert, zeichen, hinweis = (*(bereinigt(z).strip() for z in roh), *[""] * 6)[:6]
        # A template has rows for everything; what was left empty is not reported.
        if wert or zeichen:
            teile = tuple(t.strip() for t in gruppe.split(TRENNER.strip())) if gruppe else ()
            meldungen.append(Zahlmeldung(indikator, stichtag, teile, wert, zeichen, hinweis, pfad.name, nummer))
    return meldungen, []


def _csv(pfad: Path) -> list[list[str]] | Befund:
    from macros.schreiben.excel.oeffnen import Verweigerung, lies_bytes

    roh = lies_bytes(pfad)
    if isinstance(roh, Verweigerung):
        return Befund(pfad.name, 1, "", roh.regel, roh.text, "Den Pfad prüfen.")
    if len(roh) > GROESSE:
        return Befund(
            pfad.name, 1, "", "groesse", f"Die Datei ist größer als {GROESSE // 1000} kB.", "Bitte aufteilen."
        )
    try:
        text = roh.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = roh.decode("cp1252", errors="replace")  # What Excel on Windows calls CSV.
    trenner = ";" if ";" in text.split("\n", 1)[0] else ","
    try:
        zeilen = list(csv.reader(io.StringIO(text), delimiter=trenner))
    except csv.Error:
        zeilen = []
    if "\ufffd" in text or (text and not zeilen):
        return Befund(pfad.name, 1, "", "datei", "Die Datei lässt sich nicht lesen.", _SPEICHERN)
    for zeile in zeilen:
        if len(zeile) > 3 and trenner == ";" and _KOMMAZAHL.fullmatch(zeile[3].strip()):
            zeile[3] = eindeutig(zeile[3].strip().replace(",", "."))
    return zeilen


def _xlsx(pfad: Path) -> list[list[str]] | Befund:
    # openpyxl costs a third of a second, which the command line need not pay.
    from macros.schreiben.excel.oeffnen import ZEILEN, Verweigerung, oeffne

    mappe = oeffne(pfad, nur_werte=True)
    if isinstance(mappe, Verweigerung):
        return Befund(pfad.name, 1, "", mappe.regel, mappe.text, _SPEICHERN)
    blatt = mappe.worksheets[0] if mappe.worksheets else None
    if blatt is None or blatt.max_row > ZEILEN:
        text = f"Das erste Blatt fehlt oder hat mehr als {ZEILEN} Zeilen."
        return Befund(pfad.name, 1, "", "groesse", text, "Leere Zeilen unten löschen.")
    return [[_zellentext(w) for w in zeile] for zeile in blatt.iter_rows(values_only=True, max_col=len(SPALTEN))]


def _zellentext(wert: object) -> str:
    if wert is None:
        return ""
    if isinstance(wert, float) and wert.is_integer():
        return str(int(wert))
    if isinstance(wert, date):
        return wert.strftime("%Y-%m-%d")
    return eindeutig(str(wert)) if isinstance(wert, float) else str(wert)


def trage_ein(ordner: Path, meldungen: Iterable[Zahlmeldung], stichtag: date) -> Einfuhr:
    """Enters figures and writes the files; with an error nothing is written."""
    plan, bekannt = pruefe_ordner(ordner, stichtag)
    if plan is None or hat_fehler(bekannt):
        return Einfuhr(bekannt, [], plan)
    entwurf, befunde = Entwurf(ordner), []
    for m in meldungen:
        if befund := _pruefe(plan, m):
            befunde.append(befund)
            continue
        werte = {"wert": m.wert, "zeichen": m.zeichen} | ({"hinweis": m.hinweis} if m.hinweis else {})
        trage_kennzahl_ein(entwurf.tabelle(m.indikator), (m.stichtag, *m.gruppe), werte, stichtag)
    if not befunde:
        befunde = entwurf.pruefe(stichtag, bekannt)
    if hat_fehler(befunde):
        return Einfuhr(sorted(befunde), [], plan)
    return Einfuhr(sorted(befunde), entwurf.schreibe(), plan)


def _pruefe(plan: Plan, m: Zahlmeldung) -> Befund | None:
    """What is wrong with the address of a figure; its value is checked with the whole folder."""
    i = plan.indikatoren.get(m.indikator)
    if i is None:
        text = f"Den Indikator „{m.indikator}“ gibt es nicht."
        return Befund(m.ort, m.zeile, "indikator", "verweis", text, meinten_sie(m.indikator, plan.indikatoren))
    if i.formel:
        text = f"„{i.name}“ wird berechnet."
        return Befund(m.ort, m.zeile, "indikator", "formel", text, "Die Zahlen eintragen, aus denen er gerechnet wird.")
    namen = " | ".join(d.name for d in i.dimensionen)
    if len(m.gruppe) != len(i.dimensionen):
        text = f"„{i.name}“ braucht zu jeder Zahl {namen or 'keine Gruppe'}."
        muster = "=".join([TRENNER.join(d.auspraegungen[0] for d in i.dimensionen), "123"]).lstrip("=")
        return Befund(m.ort, m.zeile, "gruppe", "auspraegung", text, f"Zum Beispiel: {muster}")
    for d, wert in zip(i.dimensionen, m.gruppe, strict=True):
        if wert not in d.auspraegungen:
            text = f"„{wert}“ ist kein Wert der Dimension „{d.name}“."
            vorschlag = meinten_sie(wert, d.auspraegungen) or f"Erlaubt: {', '.join(d.auspraegungen)}."
            return Befund(m.ort, m.zeile, "gruppe", "auspraegung", text, vorschlag)
    return None


def vorlage(plan: Plan, stichtag: str) -> str:
    """A spreadsheet to fill in: one row per indicator and group, for German Excel (semicolon, BOM).

    Each Stichtag has the form of its indicator; what was asked only once is left out.
    """
    gegeben = lies_stichtag(stichtag) if stichtag else None
    puffer = io.StringIO()
    schreiber = csv.writer(puffer, delimiter=";", lineterminator="\r\n")
    schreiber.writerow(SPALTEN)
    for i in plan.indikatoren.values():
        if i.formel or i.periodizitaet is Periodizitaet.EINMALIG:
            continue
        zeit = _in_seiner_form(plan, i, gegeben) if gegeben else ""
        schreiber.writerows([i.id, zeit, TRENNER.join(g), "", "", ""] for g in _gruppen(plan, i))
    return "\ufeff" + puffer.getvalue()


def _in_seiner_form(plan: Plan, i: Indikator, gegeben: Stichtag) -> str:
    """A Stichtag spelled as those of an indicator; as it was typed where that is not known."""
    neueste = max((k.stichtag for k in plan.kennzahlen.get(i.id, ())), default=None)
    form = i.stichtagsform or ((neueste.art or Stichtagsform.SCHULJAHR) if neueste else None)
    if form is None:
        return gegeben.schreibweise
    return in_form(gegeben.ende, form, neueste.ende.year - neueste.beginn.year + 1 if neueste else 2)


def _gruppen(plan: Plan, i: Indikator) -> list[tuple[str, ...]]:
    """The groups an indicator has had figures for; every possible one where it has none yet."""
    benutzt = {tuple(k.merkmale[d.id] for d in i.dimensionen) for k in plan.kennzahlen.get(i.id, ())}
    alle = kombinationen(i.dimensionen, plan.kennzahlen.get(i.id, ()))
    return [g for g in alle if g in benutzt] or alle
