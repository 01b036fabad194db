"""The rule on characters that no font of the print editions has."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache

from macros.modell.befund import Befund, melde
from macros.modell.plan import Plan
from macros.modell.schreibweise import feldname
from macros.modell.texte import alle_texte
from macros.regeln.register import regel
from macros.regeln.zeichenvorrat import BEREICHE


@regel
def druckzeichen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Every character of a text has a glyph in a font of the print editions; short versions in other languages are not printed."""
    for stelle in alle_texte(plan):
        if stelle.sammlung == "sprachen" or stelle.text.isascii():
            continue
        fehlende = [z for z in dict.fromkeys(stelle.text) if not setzbar(z)]
        if fehlende:
            worte = ", ".join(f"„{z}“ (U+{ord(z):04X})" for z in fehlende[:5])
            viele = len(fehlende) > 1
            weitere = f" und {len(fehlende) - 5} weitere" if len(fehlende) > 5 else ""
            yield melde(
                stelle.ort,
                feldname(stelle.pfad),
                "druckzeichen",
                f"Die Schriften der Druckfassungen haben {'diese' if viele else 'dieses'} Zeichen nicht: {worte}{weitere}.",
                "Durch ein Wort ersetzen, einen Namen in lateinischen Buchstaben schreiben.",
            )


def setzbar(zeichen: str) -> bool:
    """Whether a character can be set; what only steers its neighbours needs no glyph."""
    nummer = ord(zeichen)
    if zeichen == "\n" or unicodedata.category(zeichen) == "Cf" or 0xFE00 <= nummer <= 0xFE0F:
        return True
    anfaenge, enden = _bereiche()
    stelle = bisect_right(anfaenge, nummer) - 1
    return stelle >= 0 and nummer <= enden[stelle]


@cache
def _bereiche() -> tuple[list[int], list[int]]:
    paare = [bereich.split("-") for bereich in BEREICHE.split()]
    return [int(von, 16) for von, _ in paare], [int(bis, 16) for _, bis in paare]
