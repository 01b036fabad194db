"""A day as people type it."""

from __future__ import annotations

import re
from datetime import date

from macros.deutsch.kalender import MONATE
from macros.eingabe.einwand import Einwand, kurz
from macros.eingabe.text import wort

_DEUTSCH = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{2}|[0-9]{4})")
_IN_WORTEN = re.compile(rf"([0-9]{{1,2}})\. ?({'|'.join(MONATE)}) ([0-9]{{4}})", re.I)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MITTERNACHT = re.compile(r"[ T]00:00(:00)?")
FRUEHESTES, SPAETESTES = 1950, 2100


def lies_tag(text: str) -> str:
    """„31.3.2026“, „31.3.26“, „31. März 2026“ or „2026-03-31“, in the spelling of the data.

    Two places of a year are enough where only one century can be meant.
    """
    roh = wort(text)
    ohne_zeit = _MITTERNACHT.sub("", roh)
    if treffer := _DEUTSCH.fullmatch(ohne_zeit):
        tag, monat, jahr = treffer[1], int(treffer[2]), treffer[3]
    elif treffer := _IN_WORTEN.fullmatch(ohne_zeit):
        tag, monat, jahr = treffer[1], [m.lower() for m in MONATE].index(treffer[2].lower()) + 1, treffer[3]
    elif treffer := _ISO.fullmatch(ohne_zeit):
        jahr, monat, tag = treffer[1], int(treffer[2]), treffer[3]
    else:
        raise Einwand("datum", f"„{kurz(roh)}“ ist kein Datum.", "Zum Beispiel 31.03.2026.")
    if len(jahr) == 2:
        moeglich = [f"{j}" for j in (f"19{jahr}", f"20{jahr}") if FRUEHESTES <= int(j) < SPAETESTES]
        if len(moeglich) > 1:
            beide = " oder ".join(f"{int(tag):02d}.{monat:02d}.{j}" for j in moeglich)
            raise Einwand("datum", f"„{roh}“: Das Jahr braucht vier Stellen.", f"Je nachdem, was gemeint ist: {beide}.")
        jahr = moeglich[0]
    try:
        ergebnis = date(int(jahr), monat, int(tag))
    except ValueError as fehler:
        raise Einwand("datum", f"„{roh}“: Diesen Tag gibt es im Kalender nicht.") from fehler
    if not FRUEHESTES <= ergebnis.year <= SPAETESTES:
        raise Einwand("datum", f"Das Jahr {ergebnis.year} kann nicht stimmen.", "Das Datum prüfen.")
    return ergebnis.isoformat()
