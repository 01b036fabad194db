"""The signs that stand for a figure, also as autocorrection leaves them."""

from __future__ import annotations

from macros.eingabe.text import wort
from macros.modell.auswahlen import Zeichen

_GESCHRIEBEN = {"…": "...", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-"}


def lies_zeichen(text: str) -> Zeichen | None:
    """The sign that was typed; None where it is none. One character of three dots is three dots, a dash a hyphen."""
    klein = wort(text).lower()
    return Zeichen.lies(_GESCHRIEBEN.get(klein, klein))
