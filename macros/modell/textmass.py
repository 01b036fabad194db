"""How much markup a text may hold, so that every reader of it ends soon: brackets, lines, layers."""

from __future__ import annotations

import re
from typing import NamedTuple

KLAMMERN, ZEILEN, EBENEN = 300, 1000, 6
_MARKEN = re.compile(r" {0,300}(?:(?:>|[-+*] |\d{1,9}[.)] ) {0,300}){0,300}")
_MARKE = re.compile(r">|[-+*] |\d[.)] | {4}")


class Uebermass(NamedTuple):
    """What a text has too much of, as a sentence, and where in the text it begins to be so."""

    text: str
    stelle: int


def zu_viel(text: str) -> Uebermass | None:
    """What a text has too much of; None where it is in bounds."""
    klammern = [n for n, zeichen in enumerate(text) if zeichen == "["]
    if len(klammern) > KLAMMERN:
        satz = f"Der Text hat mehr als {KLAMMERN} eckige Klammern. Bitte auf mehrere Texte verteilen."
        return Uebermass(satz, klammern[KLAMMERN])
    stelle = 0
    for nummer, zeile in enumerate(text.split("\n")):
        if nummer == ZEILEN:
            return Uebermass(f"Der Text hat mehr als {ZEILEN} Zeilen. Bitte kürzen.", stelle)
        anfang = _MARKEN.match(zeile)
        if anfang and len(_MARKE.findall(anfang.group())) > EBENEN and zeile.strip("*-_ >"):
            satz = f"„{zeile.strip()[:20]}…“ ist mehr als {EBENEN} Ebenen tief verschachtelt. Bitte flacher gliedern."
            return Uebermass(satz, stelle)
        stelle += len(zeile) + 1
    return None
