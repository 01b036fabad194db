"""Sets one document as PDF, or the report also as a Word file."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from macros.ausgabe.druck.dokumente import DOKUMENTE, Unbekannt, Wunsch, schreibe, waehle
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.kontext import Bau
from macros.ausgabe.melden.befunde import render_befunde
from macros.modell.befund import hat_fehler
from macros.pruefung import pruefe_ordner
from scripts.bauen import WURZEL, lies_stichtag


def setze(wahl: argparse.Namespace) -> list[Path]:
    """The files of the chosen document; raises Unbekannt or Druckfehler with a German message."""
    tag = lies_stichtag(wahl.stichtag)
    plan, befunde = pruefe_ordner(wahl.daten, tag)
    if plan is None or hat_fehler(befunde):
        raise Druckfehler(f"{render_befunde(befunde)}Es wurde nichts gedruckt.")
    bau = Bau.am(plan, tag, os.environ.get("SITE_URL"))
    auswahl = [wort for teil in wahl.auswahl for wort in teil.split(",") if wort]
    if wahl.dokument == "konzept" and auswahl:
        raise Unbekannt("Das Konzept gibt es nur ganz. Eine Auswahl gilt für die anderen Dokumente.")
    ab = date.fromisoformat(wahl.seit) if wahl.seit else None
    if ab and ab > tag:
        raise Unbekannt(f"Der Berichtszeitraum beginnt am {ab:%d.%m.%Y}, nach dem Stichtag {tag:%d.%m.%Y}.")
    return schreibe(bau, wahl.ziel, [wahl.dokument], Wunsch(waehle(bau, auswahl), ab))


def _tag(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as fehler:
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Datum wie 2026-06-30") from fehler


def main(argumente: list[str] | None = None) -> int:
    """Exit code: 0 when the files are written, 1 with a message when not."""
    parser = argparse.ArgumentParser(prog="python -m scripts.pdf", description="Setzt ein Dokument für den Druck.")
    parser.add_argument("dokument", metavar="DOKUMENT", help=", ".join(DOKUMENTE))
    parser.add_argument("--daten", type=Path, default=WURZEL / "data", help="Ordner mit den Daten (Vorgabe: data)")
    parser.add_argument("--ziel", type=Path, default=Path("pdf"), help="Ordner für die Dateien (Vorgabe: pdf)")
    parser.add_argument("--seit", type=_tag, metavar="DATUM", help="Beginn des Berichtszeitraums (Vorgabe: ein Jahr)")
    parser.add_argument(
        "--auswahl", nargs="+", default=[], metavar="KENNUNG", help="nur diese Maßnahmen oder Handlungsfelder"
    )
    parser.add_argument("--stichtag", type=_tag, metavar="DATUM", help="Tag, der als heute gilt (Vorgabe: heute)")
    try:
        for datei in setze(parser.parse_args(argumente)):
            print(datei)
    except (Unbekannt, Druckfehler) as fehler:
        sys.stderr.write(f"{fehler}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
