"""Text as it is delivered: one kind of line end, composed letters, nothing at the ends; names by how they look."""

from __future__ import annotations

import re

from macros.deutsch.zeichen import bereinigt, wie_es_aussieht
from macros.eingabe.einwand import Einwand

_UMBRUCH = re.compile(r"_x000[dD]_\n?")
"""How Excel writes the line end of an old Mac, or of a form, inside a cell."""
_UNSICHTBAR = " \t\r\n\u00a0\u2007\u202f\u200b\u2060\ufeff"


def glatt(text: str) -> str:
    """A text as it is kept and compared: LF, composed letters, no space at either end, no-break ones neither."""
    return bereinigt(_UMBRUCH.sub("\n", text)).strip(_UNSICHTBAR).strip()


def wort(text: str) -> str:
    """A name or key as a reader sees it: line breaks and no-break spaces are spaces, what is invisible is gone."""
    return wie_es_aussieht(glatt(text))


def lies_zeile(text: str) -> str:
    """A text of one line; a line break inside is never joined, since a word may have been divided there."""
    zeile = glatt(text)
    if "\n" in zeile:
        raise Einwand(
            "zeilenumbruch",
            "Der Text enthält einen Zeilenumbruch, wahrscheinlich beim Einfügen entstanden.",
            "Den Umbruch durch ein Leerzeichen ersetzen.",
        )
    return zeile
