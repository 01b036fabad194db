"""What a command says after it took changes over: the findings, and in German what is different now."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from macros.ausgabe.melden.befunde import render_befunde
from macros.ausgabe.melden.vergleich import als_text
from macros.modell.befund import hat_fehler
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from macros.schreiben.entwurf import Einfuhr
from macros.sichten.unterschied import unterschiede


def sage_aenderungen(einfuhr: Einfuhr, daten: Path, stichtag: date, unveraendert: str) -> Plan | None:
    """The Plan as it is now, once the changes were said; None where nothing changed, and why was said.

    `unveraendert` is the sentence for changes that the data held already.
    """
    if einfuhr.befunde:
        sys.stdout.write(render_befunde(einfuhr.befunde))
    if hat_fehler(einfuhr.befunde):
        sys.stdout.write("Es wurde nichts geändert.\n")
        return None
    nachher, _ = pruefe_ordner(daten, stichtag)
    if not einfuhr.dateien or einfuhr.vorher is None or nachher is None:
        sys.stdout.write(f"{unveraendert}\n")
        return None
    sys.stdout.write(als_text(unterschiede(einfuhr.vorher, nachher, stichtag)))
    return nachher
