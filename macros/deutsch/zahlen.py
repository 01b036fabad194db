"""Numbers as German readers write them: commercial rounding, decimal comma, dots between thousands."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_DREI_STELLEN = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_VERLAESSLICH = 9
"""Decimal places that are still right after a few divisions of binary numbers."""


def glatt(wert: float) -> Decimal:
    """A number as people would write it: 17 of 125 are 13.6 %, not 13.600000000000001 %."""
    return Decimal(repr(round(float(wert), _VERLAESSLICH)))


def runde(wert: float, stellen: int) -> Decimal:
    """Commercial rounding of a number as people would write it; negative places round to tens."""
    return glatt(wert).quantize(Decimal(1).scaleb(-stellen), rounding=ROUND_HALF_UP)


def differenz(neu: float, alt: float, stellen: int) -> Decimal:
    """How much more one number is than another: from the numbers themselves, rounded once."""
    return (glatt(neu) - glatt(alt)).quantize(Decimal(1).scaleb(-stellen), rounding=ROUND_HALF_UP)


def noetige_stellen(wert: float, hoechstens: int) -> int:
    """How many decimal places a number needs, so that no zeros pad it: 45.0 -> 0, 12.5 -> 1."""
    genau = runde(wert, hoechstens)
    return next((n for n in range(hoechstens) if runde(wert, n) == genau), hoechstens)


def zahl(wert: float, stellen: int = 0) -> str:
    """1234.5 -> „1.234,5“ with fixed places; a true minus sign before negatives."""
    gerundet = runde(wert, stellen)
    text = f"{abs(gerundet):,.{stellen}f}".translate(str.maketrans(",.", ".,"))
    return f"−{text}" if gerundet < 0 else text


def kommaluft(stellen: int, meiste: int) -> str:
    """Space as wide as the decimal places that a number lacks: with it numbers on the right have their commas aligned."""
    komma = "\u202f\u202f" if meiste > stellen == 0 else ""
    luft = komma + "\u2007" * max(meiste - stellen, 0)
    return f"{luft}\u2060" if luft else ""


def betrag(euro: float) -> str:
    """„18.500,50“, „4.200“: an amount of money, with cents where there are any."""
    return zahl(euro, 0 if runde(euro, 2) == runde(euro, 0) else 2)


def getippt(wert: float, hoechstens: int) -> str:
    """1234.50 -> „1234,5“: a number as it is typed, without dots, with no more places than it needs."""
    return f"{runde(wert, noetige_stellen(wert, hoechstens)) + 0:f}".replace(".", ",")


def lesarten(text: str) -> tuple[str, str] | None:
    """Both spellings that „15.000“ may stand for, 15000 and 15; None where a point can only be one thing."""
    if not _DREI_STELLEN.fullmatch(text):
        return None
    return text.replace(".", ""), eindeutig(text.rstrip("0").rstrip("."))


def eindeutig(text: str) -> str:
    """A number with a decimal point, spelled so that nobody takes the point for one between thousands."""
    return f"{text}0" if _DREI_STELLEN.fullmatch(text) else text


def prozentpunkte(betrag: float, stellen: int) -> str:
    """The difference of two shares without its sign: „1,2 Prozentpunkte“, „1 Prozentpunkt“."""
    text = zahl(abs(betrag), stellen)
    return f"{text} {'Prozentpunkt' if text == '1' else 'Prozentpunkte'}"
