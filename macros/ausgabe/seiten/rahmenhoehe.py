"""How high a frame must be in which the page of one picture neither scrolls nor is cut off.

Reckoned as `einbetten.css` and `diagramme.css` lay it out, for faces as wide as a reader's system may have; a test measures it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.ausgabe.diagramm.aufbau import Diagramm
from macros.ausgabe.diagramm.tafel import in_zeilen
from macros.ausgabe.diagramm.umrisse import textbreite

AB_BREIT = 612
"""Pixels of a frame from which on the wide picture stands in it: 29rem and the margins."""
_SCHMALE = (320, 360, 410, 452, 520, AB_BREIT - 1)
_BREITE = (AB_BREIT, 700, 720)
_RAND = 32
_WEIT = 1.22
"""So much wider than the measured face are the widest that systems bring along."""
_WEIT_FETT = 1.4
_MASS = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def rahmenhoehen(d: Diagramm, angaben: Mapping[str, str]) -> tuple[int, int]:
    """(height of narrow frames from 320 pixels on, height of wide ones), each enough for all widths of its kind."""
    schmal, breit = (max(_hoehe(d, angaben, w) for w in weiten) for weiten in (_SCHMALE, _BREITE))
    return max(schmal, breit), breit


def _hoehe(d: Diagramm, angaben: Mapping[str, str], rahmen: int) -> int:
    weite = rahmen - _RAND
    ist_breit = rahmen >= AB_BREIT
    mass = _MASS.search(str(d.breit if ist_breit else d.schmal))
    assert mass is not None
    bild = min(weite, 680 if ist_breit else 420) / float(mass[1]) * float(mass[2])
    titel = 25.65 * _zeilen(d.titel, weite, 19 * _WEIT_FETT, fett=True) + 10
    hinweise = sum(22.5 * _zeilen(h, weite, 15 * _WEIT_FETT, fett=True) + 6 for h in d.hinweise)
    quelle = f"{angaben['quelle']} {angaben['ort']} Alle Zahlen und Erläuterungen"
    fuss = 21 * _zeilen(quelle, weite, 14 * _WEIT) + 10
    legende = 0.0 if d.nur_schmal and ist_breit else _legende(d, weite)
    return round(24 + titel + legende + bild + hinweise + fuss + 8)


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
