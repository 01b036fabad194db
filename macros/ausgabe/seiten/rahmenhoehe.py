"""How high a frame must be in which the page of one picture neither scrolls nor is cut off.

Reckoned as `einbetten.css` and `diagramme.css` lay it out, for faces as wide as a reader's system may have; a test measures it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.ausgabe.diagramm.aufbau import Diagramm
from macros.ausgabe.diagramm.tafel import in_zeilen
from macros.ausgabe.diagramm.umrisse import textbreite

AB_BREIT = 612
"""Pixels of a frame from which on the wide picture stands in it: the 38.25em of `einbetten.css`."""
SCHMALSTER = 320
_SCHMALE = (SCHMALSTER, 360, 410, 452, 520, AB_BREIT - 1)
_BREITE = (AB_BREIT, 700, 720)
BILD_SCHMAL = 420
"""Pixels that the narrow picture grows to."""
_RAND = 32
_WEIT = 1.22
"""So much wider than the measured face are the widest that systems bring along."""
_WEIT_FETT = 1.4
_MASS = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Rahmenhoehe:
    """How high a frame is. Below AB_BREIT: words, fewer lines the wider it is, and the picture, which grows up to `bis`."""

    worte: int
    """Height of the words in the narrowest frame."""
    weniger: float
    """By how much they are lower for each further pixel of width."""
    je_pixel: float
    breit: int
    bis: int = BILD_SCHMAL
    ab: int = SCHMALSTER

    @property
    def schmal(self) -> int:
        """The height just before the wide picture stands in the frame."""
        return math.ceil(self.worte - self.weniger * (AB_BREIT - 1 - self.ab) + self.je_pixel * self.bis)

    @property
    def hoechstens(self) -> int:
        """Enough for every frame, where a site takes the frame alone."""
        return max(self.worte + math.ceil(self.je_pixel * self.bis), self.breit)


def rahmenhoehe(d: Diagramm, angaben: Mapping[str, str], schlagzeile: str = "") -> Rahmenhoehe:
    """The height of a frame by its width, from 320 pixels on; enough for each, and hardly more."""
    worte = {w: _hoehe(d, angaben, w, schlagzeile) - math.floor(_bildhoehe(d, w)) for w in _SCHMALE}
    erste, letzte = worte[_SCHMALE[0]], worte[_SCHMALE[-1]]
    weniger = math.floor(max(erste - letzte, 0) / (_SCHMALE[-1] - _SCHMALE[0]) * 1000) / 1000
    mass = _MASS.search(str(d.schmal))
    assert mass is not None
    return Rahmenhoehe(
        max(math.ceil(hoch + weniger * (w - SCHMALSTER)) for w, hoch in worte.items()),
        weniger,
        math.ceil(float(mass[2]) / float(mass[1]) * 1000) / 1000,
        max(_hoehe(d, angaben, w, schlagzeile) for w in _BREITE),
    )


def _bildhoehe(d: Diagramm, rahmen: int) -> float:
    ist_breit = rahmen >= AB_BREIT
    mass = _MASS.search(str(d.breit if ist_breit else d.schmal))
    assert mass is not None
    return min(rahmen - _RAND, 680 if ist_breit else BILD_SCHMAL) / float(mass[1]) * float(mass[2])


def _hoehe(d: Diagramm, angaben: Mapping[str, str], rahmen: int, schlagzeile: str) -> int:
    weite = rahmen - _RAND
    ist_breit = rahmen >= AB_BREIT
    bild = _bildhoehe(d, rahmen)
    kopf = 26.6 * _zeilen(schlagzeile, weite, 19 * _WEIT_FETT, fett=True) + 6 if schlagzeile else 0.0
    titel = 25.65 * _zeilen(d.titel, weite, 19 * _WEIT_FETT, fett=True) + 10
    hinweise = sum(22.5 * _zeilen(h, weite, 15 * _WEIT_FETT, fett=True) + 6 for h in d.hinweise)
    quelle = f"{angaben['quelle']} {angaben['ort']} Alle Zahlen und Erläuterungen"
    fuss = 21 * _zeilen(quelle, weite, 14 * _WEIT) + 10
    legende = 0.0 if d.nur_schmal and ist_breit else _legende(d, weite)
    return round(24 + kopf + titel + legende + bild + hinweise + fuss + 8)


def _zeilen(text: str, weite: float, groesse: float, fett: bool = False) -> int:
    return len(in_zeilen(text, weite, groesse, fett))


def _legende(d: Diagramm, weite: float) -> float:
    """Entries beside each other as far as they fit; a long one takes several lines."""
    if not d.legende:
        return 0.0
    hoehe, x, zeile = 0.0, 0.0, 0.0
    for eintrag in d.legende:
        breite = 35 + textbreite(eintrag.text, 14.4) * _WEIT
        hoch = 20.2 * _zeilen(eintrag.text, weite - 35, 14.4 * _WEIT)
        if x and x + breite > weite:
            hoehe, x, zeile = hoehe + zeile + 4, 0.0, 0.0
        x, zeile = x + breite + 22, max(zeile, hoch)
    return hoehe + zeile + 12
