"""A Stichtag as people type it, and as the site names it."""

from __future__ import annotations

import re

from macros.deutsch.kalender import MONATE
from macros.eingabe.einwand import Einwand, kurz
from macros.eingabe.tag import lies_tag
from macros.eingabe.text import wort
from macros.modell.auswahlen import Stichtagsform
from macros.modell.stichtag import lies_stichtag

_MONATE = "|".join(MONATE)
_TAG = re.compile(rf"[0-9]{{1,2}}\. ?(?:[0-9]{{1,2}}\.|{_MONATE}).*", re.I)
_MONAT = re.compile(rf"({_MONATE}) ([0-9]{{4}})", re.I)
_MONAT_IN_ZIFFERN = re.compile(r"(0?[1-9]|1[0-2])[./]([0-9]{4})")
_TEIL = re.compile(r"([1-4])\. ?(Quartal|Halbjahr) ([0-9]{4})", re.I)
_JAHR = re.compile(r"(?:Schuljahr|Haushaltsjahr|Jahr) (.+)", re.I)
_JAHRE = re.compile(r"([0-9]{4}) ?[/–-] ?([0-9]{2}|[0-9]{4})")


def lies_zeit(text: str, form: Stichtagsform | None = None) -> str:
    """„31.12.2026“, „Dezember 2026“, „4. Quartal 2026“, „Schuljahr 2026/27“ and the spellings of the data.

    Where the form of the indicator is known, another one is refused with how it is to be spelled.
    """
    roh = wort(text)
    schreibweise = _in_daten(roh, form)
    try:
        return lies_stichtag(schreibweise, form).schreibweise
    except ValueError as fehler:
        raise Einwand("stichtag", str(fehler).replace(f"„{schreibweise}“", f"„{kurz(roh)}“", 1)) from fehler


def _in_daten(roh: str, form: Stichtagsform | None) -> str:
    """What was typed in the spelling of the data; as it was typed where it is no time."""
    if _TAG.fullmatch(roh) or roh.endswith(("00:00", "00:00:00")):
        try:
            return lies_tag(roh)
        except Einwand as fehler:
            raise Einwand("stichtag", fehler.text, fehler.vorschlag) from fehler
    if t := _MONAT.fullmatch(roh):
        return f"{t[2]}-{[m.lower() for m in MONATE].index(t[1].lower()) + 1:02d}"
    if t := _MONAT_IN_ZIFFERN.fullmatch(roh):
        return f"{t[2]}-{int(t[1]):02d}"
    if t := _TEIL.fullmatch(roh):
        return f"{t[3]}-{t[2][0].upper()}{t[1]}"
    if t := _JAHR.fullmatch(roh):
        roh = t[1]
    if (t := _JAHRE.fullmatch(roh)) and (len(t[2]) == 4 or "-" not in roh):
        folgt = len(t[2]) == 4 and int(t[2]) == int(t[1]) + 1
        schule = folgt and form in (Stichtagsform.SCHULJAHR, Stichtagsform.HAUSHALTSJAHR)
        return f"{t[1]}/{t[2][-2:] if schule else t[2]}"
    return roh
