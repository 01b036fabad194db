"""What the data would say for what somebody typed into a data file: the remedy of a finding names it."""

from __future__ import annotations

from collections.abc import Callable

from macros.deutsch.zahlen import lesarten
from macros.eingabe.einwand import Einwand
from macros.eingabe.tag import lies_tag
from macros.eingabe.text import wort
from macros.eingabe.zahl import lies_zahl
from macros.eingabe.zeit import lies_zeit
from macros.modell.auswahlen import Stichtagsform


def _ganze(text: str) -> str:
    """A whole number; a point in it can only set thousands apart."""
    moeglich = lesarten(wort(text))
    gelesen = moeglich[0] if moeglich else lies_zahl(text)
    if "." in gelesen:
        raise Einwand("ganzzahl", f"„{text}“ ist keine ganze Zahl.")
    return gelesen


_LESER: dict[str, Callable[[str], str]] = {"datum": lies_tag, "ganzzahl": _ganze, "zahl": lies_zahl}
"""Rule that refuses a spelling -> reader that every other way in uses for it."""


def in_datenform(regel: str, getippt: object, form: Stichtagsform | None = None) -> str:
    """„So: 2023-12-31“; empty where what was typed cannot be read, or is already spelled so."""
    if not isinstance(getippt, str):
        return ""
    try:
        gelesen = lies_zeit(getippt, form) if regel == "stichtag" else _LESER[regel](getippt)
    except (Einwand, KeyError):
        return ""
    return f"So: {gelesen}" if gelesen != getippt else ""
