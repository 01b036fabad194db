"""A number as people type it, with a decimal comma; a point is never guessed to be one thing or the other."""

from __future__ import annotations

import re

from macros.deutsch.zahlen import eindeutig, lesarten
from macros.eingabe.einwand import Einwand, kurz
from macros.eingabe.text import wort

_SCHLICHT = re.compile(r"-?[0-9]+([.,][0-9]+)?")
_GEGLIEDERT = re.compile(r"-?[1-9][0-9]{0,2}(?P<zwischen>[. ])[0-9]{3}(?:(?P=zwischen)[0-9]{3})*(,[0-9]+)?")
"""Thousands set apart. With one point and no comma it could be a decimal point; that is asked before."""
_STELLEN = 15
MINUS = str.maketrans("−–", "--")


def zahltext(zahl: float) -> str:
    """The shortest decimal spelling: 5410, 12.5, 0.00001; never an exponent."""
    if float(zahl).is_integer():
        return str(int(zahl))
    text = repr(float(zahl))
    return text if "e" not in text else f"{zahl:.15f}".rstrip("0")


def lies_zahl(text: str) -> str:
    """„1250“, „12,5“, „1.234,5“ or „1 234“ in the spelling of the data; „15.000“ is refused with both readings."""
    roh = wort(text).translate(MINUS)
    if moeglich := lesarten(roh):
        komma = roh.rstrip("0").rstrip(".").replace(".", ",")
        raise Einwand(
            "tausenderpunkt",
            f"„{roh}“ ist mehrdeutig.",
            f"Je nachdem, was gemeint ist: {moeglich[0]} oder {komma} schreiben.",
        )
    if treffer := _GEGLIEDERT.fullmatch(roh):
        roh = roh.replace(treffer["zwischen"], "")
    elif not _SCHLICHT.fullmatch(roh):
        raise Einwand(
            "zahl",
            f"„{kurz(text)}“ ist keine Zahl.",
            "Nur die Zahl eintippen, ohne Einheit: zum Beispiel 1250 oder 12,5.",
        )
    if len(re.split("[.,]", roh.lstrip("-0"))[0]) > _STELLEN:
        raise Einwand("zahl", f"„{kurz(text)}“ kann nicht stimmen.", "Die Zahl prüfen.")
    return eindeutig(zahltext(float(roh.replace(",", "."))))
