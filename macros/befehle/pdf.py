"""Sets one document as PDF, or the report also as a Word file."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from macros.ausgabe.druck.dokumente import DOKUMENTE, Unbekannt, schreibe, waehle
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.druck.wunsch import Wunsch
from macros.ausgabe.kontext import Bau
from macros.ausgabe.melden.befunde import render_befunde
from macros.befehle.angaben import nimm_daten, nimm_stichtag, tag
from macros.befehle.zielordner import Verweigert, verweigere_quellen, warum
from macros.modell.befund import hat_fehler
from macros.pruefung import pruefe_ordner
from macros.schreiben.ablegen import schreibe_datei


def setze(wahl: argparse.Namespace) -> list[Path]:
    """The files of the chosen document; raises Unbekannt, Druckfehler or Verweigert with a German message."""
    verweigere_quellen(wahl.ziel, wahl.daten, "Nennen Sie mit --ziel einen anderen Ordner.")
    plan, befunde = pruefe_ordner(wahl.daten, wahl.stichtag)
    if plan is None or hat_fehler(befunde):
        raise Druckfehler(f"{render_befunde(befunde)}Es wurde nichts gedruckt.")
    bau = Bau.am(plan, wahl.stichtag, os.environ.get("SITE_URL"))
    auswahl = [wort for teil in wahl.auswahl for wort in teil.split(",") if wort]
    if wahl.dokument == "konzept" and auswahl:
        raise Unbekannt("Das Konzept gibt es nur ganz. Eine Auswahl gilt für die anderen Dokumente.")
    beginn, ende = wahl.seit or date.min, wahl.bis or wahl.stichtag
    if beginn > ende:
        wort = "seinem Ende am" if wahl.bis else "dem Stichtag"
        raise Unbekannt(f"Der Berichtszeitraum beginnt am {beginn:%d.%m.%Y}, nach {wort} {ende:%d.%m.%Y}.")
    wunsch = Wunsch(waehle(bau, auswahl), wahl.seit, wahl.bis)
    with tempfile.TemporaryDirectory() as platz:
        namen = [d.relative_to(platz) for d in schreibe(bau, Path(platz), [wahl.dokument], wunsch)]
        for name in namen:
            schreibe_datei(wahl.ziel / name, (Path(platz) / name).read_bytes())
    return [wahl.ziel / name for name in namen]


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept pdf`."""
    parser.add_argument("dokument", metavar="DOKUMENT", help=", ".join(DOKUMENTE))
    nimm_daten(parser)
    parser.add_argument(
        "--ziel", type=Path, default=Path("pdf"), metavar="ORDNER", help="Ordner für die Dateien (Vorgabe: pdf)"
    )
    parser.add_argument("--seit", type=tag, metavar="DATUM", help="Beginn des Berichtszeitraums (Vorgabe: ein Jahr)")
    parser.add_argument(
        "--bis", type=tag, metavar="DATUM", help="Ende des Berichtszeitraums (Vorgabe: neuester Eintrag der Daten)"
    )
    parser.add_argument(
        "--auswahl", nargs="+", default=[], metavar="KENNUNG", help="nur diese Maßnahmen oder Handlungsfelder"
    )
    nimm_stichtag(parser)
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 when the files are written, 1 with a message when not."""
    try:
        for datei in setze(wahl):
            sys.stdout.write(f"{datei}\n")
    except (Unbekannt, Druckfehler, Verweigert) as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 1
    except OSError as fehler:
        sys.stderr.write(f"{warum(wahl.ziel, fehler)}\n")
        return 1
    return 0
