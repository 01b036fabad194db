"""How much markup a text may hold, so that every reader of it ends soon: brackets, lines, layers."""

from __future__ import annotations

import re

KLAMMERN, ZEILEN, EBENEN = 300, 1000, 6
_MARKEN = re.compile(r" {0,300}(?:(?:>|[-+*] |\d{1,9}[.)] ) {0,300}){0,300}")
_MARKE = re.compile(r">|[-+*] |\d[.)] | {4}")


def zu_viel(text: str) -> str:
    """What a text has too much of, as a sentence; empty where it is in bounds."""
    if text.count("[") > KLAMMERN:
        return f"Der Text hat mehr als {KLAMMERN} eckige Klammern. Bitte auf mehrere Texte verteilen."
    zeilen = text.split("\n")
    if len(zeilen) > ZEILEN:
        return f"Der Text hat mehr als {ZEILEN} Zeilen. Bitte kürzen."
    for zeile in zeilen:
        anfang = _MARKEN.match(zeile)
        if anfang and len(_MARKE.findall(anfang.group())) > EBENEN and zeile.strip("*-_ >"):
            return f"„{zeile.strip()[:20]}…“ ist mehr als {EBENEN} Ebenen tief verschachtelt. Bitte flacher gliedern."
    return ""
