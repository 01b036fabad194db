"""Says where a text in Leichte Sprache leaves its rules: those of the data, or any file with a draft."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from macros.ausgabe.melden.befunde import FORMATE, render_befunde
from macros.befehle.angaben import lade, nimm_daten, nimm_stichtag
from macros.deutsch.leichte_regeln import ungleiche, verstoesse
from macros.laden.rohdatei import NichtGelesen, lies_roh
from macros.laden.rohtext import GROESSE, lies_text
from macros.modell.befund import Befund, Ort, Schwere, melde
from macros.regeln.leichte_sprache import leichte_sprache


def nimm_angaben(parser: argparse.ArgumentParser) -> None:
    """The options of `konzept leicht`."""
    parser.add_argument(
        "dateien",
        nargs="*",
        type=Path,
        metavar="DATEI",
        help="Entwurf als Text; ohne Angabe die Leichte Sprache der Daten",
    )
    nimm_daten(parser)
    nimm_stichtag(parser)
    parser.add_argument(
        "--format", choices=FORMATE, default="text", help="Ausgabe als Text, GitHub-Anmerkung oder Markdown"
    )
    parser.set_defaults(tu=fuehre_aus)


def fuehre_aus(wahl: argparse.Namespace) -> int:
    """Exit code: 0 without a hint, 1 with one or when the data have errors."""
    if wahl.dateien:
        befunde = sorted(b for datei in wahl.dateien for b in _entwurf(datei))
    else:
        plan, _ = lade(wahl.daten, wahl.stichtag)
        if plan is None:
            return 1
        if not any(s.ist_leicht for s in plan.sprachen.values()):
            sys.stdout.write("In den Daten gibt es keine Leichte Sprache (code: de-simple).\n")
            return 0
        befunde = sorted(set(leichte_sprache(plan, wahl.stichtag)))
    sys.stdout.write(render_befunde(befunde, wahl.format, alle=True))
    return 1 if befunde else 0


def _entwurf(datei: Path) -> Iterator[Befund]:
    try:
        roh = lies_roh(datei, datei.parent, GROESSE)
    except NichtGelesen as grund:
        yield Befund(
            str(datei), 1, "", "dateiart", str(grund), "Den Namen prüfen, oder den Entwurf als Textdatei speichern."
        )
        return
    text, befunde = lies_text(roh, str(datei))
    yield from (b for b in befunde if b.schwere is Schwere.FEHLER)
    ort = Ort(str(datei), 1, 1)
    for v in (*verstoesse(text), *(v for _, v in ungleiche([text]))):
        yield melde(ort.an(text, v.stelle), "text", f"leicht-{v.regel}", v.text, v.vorschlag, Schwere.HINWEIS)
