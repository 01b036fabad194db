"""Closes a report to the council: sets it once, keeps the data that it tells of, and fixes both by checksums."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from macros.ausgabe.druck.abschluss import abgeschlossen
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.kontext import Bau
from macros.ausgabe.melden.befunde import render_befunde
from macros.befehle.angaben import lade, nimm_daten, nimm_stichtag
from macros.befehle.befehlszeile import Befehlszeile, unterbefehl
from macros.deutsch.kalender import tag
from macros.modell.schreibweise import meinten_sie
from macros.schreiben.berichtsabschluss import schliesse_ab


def nimm_angaben(parser: Befehlszeile) -> None:
    """The options of `konzept bericht`."""
    befehle = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)
    ab = unterbefehl(befehle, "abschliessen", "schreibt Bericht, Abzug der Daten und Prüfsummen neben den Datensatz")
    ab.add_argument("kennung", metavar="TAG", help="Kennung des Berichts, zum Beispiel 2027-03-01")
    nimm_daten(ab)
    nimm_stichtag(ab, "--heute")
    ab.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when the report is closed, 1 with a message when not; then no file has changed."""
    plan, _ = lade(wahl.daten, wahl.heute)
    if plan is None:
        return 1
    bericht = plan.berichte.get(wahl.kennung)
    if bericht is None:
        tipp = meinten_sie(wahl.kennung, plan.berichte) or "Anlegen: konzept neu bericht."
        return _scheitert(f"Den Bericht {wahl.kennung} gibt es nicht. {tipp}")
    if bericht.abgeschlossen_am:
        return _scheitert(
            f"Der Bericht {bericht.id} ist seit dem {tag(bericht.abgeschlossen_am)} abgeschlossen und ändert sich nicht mehr."
        )
    if bericht.bis > wahl.heute:
        return _scheitert(f"Der Berichtszeitraum ist erst am {tag(bericht.bis)} zu Ende.")
    try:
        dateien = abgeschlossen(Bau.am(plan, bericht.bis, os.environ.get("SITE_URL")), bericht, wahl.heute)
        befunde = schliesse_ab(wahl.daten, bericht.id, dateien, wahl.heute)
    except FileExistsError as fehler:
        return _scheitert(f"{Path(fehler.filename).name} gibt es schon. Nichts Abgeschlossenes wird überschrieben.")
    except (Druckfehler, OSError) as fehler:
        return _scheitert(str(fehler))
    if befunde:
        return _scheitert(render_befunde(befunde).rstrip())
    for name in dateien:
        sys.stdout.write(f"{wahl.daten / 'berichte' / name}\n")
    sys.stdout.write(f"Abgeschlossen. Nach dem Veröffentlichen steht der Bericht unter berichte/{bericht.id}/.\n")
    return 0


def _scheitert(grund: str) -> int:
    sys.stdout.write(f"{grund}\nEs wurde nichts geändert.\n")
    return 1
