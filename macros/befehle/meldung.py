"""Takes reports over that came by mail or as files from the form on a page."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from macros.ausgabe.melden.befunde import render_befunde
from macros.ausgabe.melden.vergleich import als_text
from macros.befehle.angaben import nimm_daten, nimm_stichtag
from macros.befehle.befehlszeile import Befehlszeile, unterbefehl
from macros.deutsch.zeichen import dateiname
from macros.modell.befund import hat_fehler
from macros.pruefung import pruefe_ordner
from macros.schreiben.mailtext import HOECHSTENS, KeineMeldung, als_formulartext, lies_datei
from macros.schreiben.meldung import uebernimm
from macros.sichten.unterschied import unterschiede


def uebernehme(dateien: Sequence[Path], daten: Path, stichtag: date) -> int:
    """Each file by itself: taken over whole, or not at all with what to mend; 0 when all were taken."""
    vorher, _ = pruefe_ordner(daten, stichtag)
    abgelehnt = geaendert = 0
    for datei in dateien:
        name = dateiname(datei.name)
        try:
            if not datei.is_file():
                raise KeineMeldung("Diese Datei gibt es nicht. Den Pfad prüfen.")
            with datei.open("rb") as strom:
                text = als_formulartext(lies_datei(name, strom.read(HOECHSTENS + 1)))
        except (KeineMeldung, OSError) as grund:
            sys.stdout.write(f"{name}: {grund}\n")
            abgelehnt += 1
            continue
        meldung = uebernimm(text, daten, stichtag)
        befunde = meldung.befunde_in(name)
        if befunde:
            sys.stdout.write(render_befunde(befunde))
        abgelehnt += hat_fehler(befunde)
        geaendert += bool(meldung.dateien)
        if not befunde and not meldung.dateien:
            sys.stdout.write(f"{name}: Das steht schon genau so in den Daten.\n")
    nachher, _ = pruefe_ordner(daten, stichtag)
    if geaendert and vorher is not None and nachher is not None:
        sys.stdout.write(als_text(unterschiede(vorher, nachher, stichtag)))
    if abgelehnt:
        sys.stdout.write(f"Nicht übernommen: {abgelehnt} von {len(dateien)}\n")
    return int(bool(abgelehnt))


def nimm_angaben(parser: Befehlszeile) -> None:
    """The options of `konzept meldung uebernehmen`."""
    befehle = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)
    holen = unterbefehl(befehle, "uebernehmen", "schreibt Meldungen aus Mails und Dateien in die Daten")
    holen.add_argument("dateien", type=Path, nargs="+", metavar="DATEI", help="Mail (.eml) oder Text (.txt)")
    nimm_daten(holen)
    nimm_stichtag(holen)
    holen.set_defaults(tu=_fuehre_aus)


def _fuehre_aus(wahl: argparse.Namespace) -> int:
    return uebernehme(wahl.dateien, wahl.daten, wahl.stichtag)
