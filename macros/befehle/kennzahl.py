"""Enters new figures of indicators, from the command line or from a spreadsheet, and says what follows from them."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from functools import partial
from pathlib import Path

from macros.ausgabe.melden.befunde import render_befunde
from macros.ausgabe.worte.sprechen import spruch
from macros.befehle.angaben import nimm_daten, nimm_stichtag
from macros.befehle.uebernahme import sage_aenderungen
from macros.befehle.zielordner import Verweigert, schreibe_ganz
from macros.eingabe.zahlmeldung import Zahlmeldung
from macros.modell.befund import hat_fehler
from macros.pruefung import pruefe_ordner
from macros.schreiben.kennzahlen import aus_datei, aus_worten, trage_ein
from macros.sichten.indikator_lage import zahlenlage
from macros.sichten.reihen import reihe

BEISPIELE = """Beispiele:
  konzept kennzahl einbuergerungen 2026 41 --quelle "Statistik des Kreises, 15.02.2027"
  konzept kennzahl bevoelkerung 2026-12-31 insgesamt=31000 "ausländisch=4800"
  konzept kennzahl schueler 2026/27 "Grundschulen | deutsch=1045"
  konzept kennzahl einbuergerungen 2026 "Afrika=."      (Punkt: geheim)
  konzept kennzahl --vorlage zahlen.xlsx --stichtag 31.12.2026
  konzept kennzahl --tabelle zahlen.xlsx"""


def melde(daten: Path, meldungen: list[Zahlmeldung], heute: date, ersetzen: bool = False) -> int:
    """Enters figures; prints findings and what changed. 1 and no file touched on an error."""
    ergebnis = trage_ein(daten, meldungen, heute, ersetzen)
    nachher = sage_aenderungen(ergebnis, daten, heute, "Die Zahlen stehen schon so in den Daten.")
    if nachher is None:
        return int(hat_fehler(ergebnis.befunde))
    sys.stdout.write("\nSo steht es jetzt auf der Website:\n")
    for kennung in dict.fromkeys(Path(d).stem for d in ergebnis.dateien):
        lage = zahlenlage(reihe(nachher, kennung), heute)
        sys.stdout.write(f"  {nachher.indikatoren[kennung].name}: {spruch(lage)}\n")
    sys.stdout.write(f"Geänderte Dateien: {', '.join(ergebnis.dateien)}\n")
    return 0


def schreibe_vorlage(daten: Path, ziel: Path, stichtag: str, heute: date) -> int:
    """Writes a spreadsheet to fill in."""
    from macros.schreiben.zahlenvorlage import vorlage, vorlage_als_mappe  # what workbooks cost, only this one pays

    plan, befunde = pruefe_ordner(daten, heute)
    if plan is None:
        sys.stdout.write(render_befunde(befunde))
        return 1
    try:
        ist_mappe = ziel.suffix.lower() == ".xlsx"
        inhalt = vorlage_als_mappe(plan, stichtag) if ist_mappe else vorlage(plan, stichtag).encode()
        schreibe_ganz(ziel, inhalt, daten)
    except (ValueError, Verweigert) as fehler:
        sys.stdout.write(f"{fehler}\n")
        return 1
    sys.stdout.write(f"Geschrieben: {ziel}. Spalte wert ausfüllen, dann: konzept kennzahl --tabelle {ziel}\n")
    return 0


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept kennzahl`."""
    parser.epilog = BEISPIELE
    parser.add_argument("indikator", nargs="?", help="Kennung oder Name des Indikators, zum Beispiel bevoelkerung")
    parser.add_argument("zeit", nargs="?", metavar="stichtag", help="31.12.2026, 2026-12, 2026 oder 2026/27")
    parser.add_argument("zahlen", nargs="*", help="gruppe=zahl, oder nur die Zahl, wenn es keine Gruppen gibt")
    parser.add_argument("--hinweis", default="", help="Hinweis zu diesen Zahlen, zum Beispiel vorläufig")
    parser.add_argument(
        "--quelle", default="", help="Woher die Zahlen kommen: Kennung aus data/quellen oder Worte, zum Beispiel Kreis"
    )
    parser.add_argument("--tabelle", type=Path, metavar="DATEI", help="CSV oder xlsx mit Zahlen mehrerer Indikatoren")
    parser.add_argument(
        "--vorlage", type=Path, metavar="DATEI", help="schreibt eine Tabelle zum Ausfüllen, .xlsx oder .csv"
    )
    parser.add_argument("--stichtag", default="", help="Tag oder Jahr der Vorlage; jeder Indikator bekommt seine Form")
    parser.add_argument("--ersetzen", action="store_true", help="die neue Zahl gilt, wo schon eine andere steht")
    nimm_daten(parser)
    nimm_stichtag(parser, "--heute")
    parser.set_defaults(tu=partial(fuehre_aus, parser))


def fuehre_aus(parser: argparse.ArgumentParser, wahl: argparse.Namespace) -> int:
    """Exit code: 0 when done, 1 on an error."""
    if wahl.vorlage:
        return schreibe_vorlage(wahl.daten, wahl.vorlage, wahl.stichtag, wahl.heute)
    if wahl.tabelle:
        meldungen, befunde = aus_datei(wahl.tabelle)
        if befunde or not meldungen:
            sys.stdout.write(render_befunde(befunde) if befunde else "Die Tabelle enthält keine Zahl.\n")
            return 1
        return melde(wahl.daten, meldungen, wahl.heute, wahl.ersetzen)
    if not (wahl.indikator and wahl.zeit and wahl.zahlen):
        parser.error("Nötig sind Indikator, Stichtag und mindestens eine Zahl, oder --tabelle.")
    meldungen = aus_worten(wahl.indikator, wahl.zeit, wahl.zahlen, wahl.hinweis, wahl.quelle)
    return melde(wahl.daten, meldungen, wahl.heute, wahl.ersetzen)
