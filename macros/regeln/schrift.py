"""The rule on characters that no font of the print editions has."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache

from macros import haus
from macros.modell.befund import Befund, melde
from macros.modell.plan import Plan
from macros.modell.schreibweise import feldname
from macros.modell.texte import alle_texte
from macros.regeln.register import regel
from macros.regeln.zeichenvorrat import BEREICHE, BEREICHE_CJK

_VERBUNDENE = (
    (0x0600, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFC),
    (0x1F1E6, 0x1F1FF),
    (0x1F3FB, 0x1F3FF),
)
"""Arabic, the scripts of India, Thai, Lao, Burmese, Khmer; flags and shades of skin."""


@regel
def druckzeichen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Every character of a text has a glyph in a font of the print editions; short versions in other languages are not printed."""
    stellen = [s for s in alle_texte(plan) if s.sammlung != "sprachen" and not s.text.isascii()]
    ohne_schrift = {z for z in set().union(*(s.text for s in stellen)) if not setzbar(z)}
    for stelle in stellen if ohne_schrift else ():
        if fehlende := [z for z in dict.fromkeys(stelle.text) if z in ohne_schrift]:
            worte = ", ".join(f"„{z}“ (U+{ord(z):04X})" for z in fehlende[:5])
            viele = len(fehlende) > 1
            weitere = f" und {len(fehlende) - 5} weitere" if len(fehlende) > 5 else ""
            yield melde(
                stelle.ort.an(stelle.text, stelle.text.index(fehlende[0])),
                feldname(stelle.pfad),
                "druckzeichen",
                f"Die Schriften der Druckfassungen haben {'diese' if viele else 'dieses'} Zeichen nicht: {worte}{weitere}.",
                _abhilfe(fehlende),
            )


def _abhilfe(fehlende: list[str]) -> str:
    """What to do: another word; for Chinese, Japanese and Korean also the command that brings their font."""
    wort = "Durch ein Wort ersetzen, einen Namen in lateinischen Buchstaben schreiben."
    if not any(_in(z, BEREICHE_CJK) for z in fehlende):
        return wort
    return (
        f"{wort} Oder die Schrift für Chinesisch, Japanisch und Koreanisch einrichten (20 MB): "
        "python -m pip install --require-hashes -r requirements/cjk.txt"
    )


@regel
def bildzeichen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """What charts write, values of dimensions and the areas compared with, has no letters that join with their neighbours."""
    for kennung, i in plan.indikatoren.items():
        werte = [(("dimensionen", n, "auspraegungen", m), w)
                 for n, d in enumerate(i.dimensionen) for m, w in enumerate(d.auspraegungen)]  # fmt: skip
        for pfad, text in [*werte, *((("vergleich", n, "gebiet"), v.gebiet) for n, v in enumerate(i.vergleich))]:
            if text.isascii() or not (fehlende := [z for z in dict.fromkeys(text) if _verbindet_sich(z)]):
                continue
            yield melde(
                plan.ort("indikatoren", kennung, *pfad),
                feldname(pfad),
                "bildzeichen",
                f"„{text}“ steht in Diagrammen; dort setzen die Druckfassungen keine Zeichen, die sich verbinden: "
                f"{', '.join(f'U+{ord(z):04X}' for z in fehlende[:5])}{' …' if len(fehlende) > 5 else ''}.",
                "In lateinischen Buchstaben schreiben, etwa „Arabisch“, und Zeichen wie 👍🏽 weglassen.",
            )


def _verbindet_sich(zeichen: str) -> bool:
    """True for what a typesetter draws together with its neighbours: marks, joined scripts, flags, shades of skin."""
    return unicodedata.category(zeichen) in ("Mn", "Mc", "Me", "Cf") or any(
        von <= ord(zeichen) <= bis for von, bis in _VERBUNDENE
    )


def setzbar(zeichen: str) -> bool:
    """Whether a character can be set; what only steers its neighbours needs no glyph."""
    nummer = ord(zeichen)
    if zeichen == "\n" or unicodedata.category(zeichen) == "Cf" or 0xFE00 <= nummer <= 0xFE0F:
        return True
    return _in(zeichen, BEREICHE) or (haus.zusatzschrift() is not None and _in(zeichen, BEREICHE_CJK))


def _in(zeichen: str, bereiche: str) -> bool:
    anfaenge, enden = _grenzen(bereiche)
    stelle = bisect_right(anfaenge, ord(zeichen)) - 1
    return stelle >= 0 and ord(zeichen) <= enden[stelle]


@cache
def _grenzen(bereiche: str) -> tuple[list[int], list[int]]:
    paare = [bereich.split("-") for bereich in bereiche.split()]
    return [int(von, 16) for von, _ in paare], [int(bis, 16) for _, bis in paare]
