"""Letters: words as ids and addresses, words in the order of a dictionary, a capital at the front."""

from __future__ import annotations

import re
import unicodedata

_UMSCHRIFT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_GRUNDFORM = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"},
)
"""Letters that Unicode does not take apart into a base letter and a mark."""
_STRICHE = str.maketrans("‐‑–—", "----", '„“”‚‘»«›‹"')
"""Dashes sort as one, quotation marks not at all."""


def _grundbuchstaben(klein: str) -> str:
    """Lower-case letters without their marks: é is e, å is a."""
    zerlegt = unicodedata.normalize("NFKD", klein.translate(_GRUNDFORM))
    return "".join(z for z in zerlegt if not unicodedata.combining(z))


def kennung(text: str) -> str:
    """A text as an id or part of an address: „Bürger*innen, Mitte“ -> `buerger-innen-mitte`."""
    umschrieben = unicodedata.normalize("NFC", text).lower().translate(_UMSCHRIFT)
    return re.sub(r"[^a-z0-9]+", "-", _grundbuchstaben(umschrieben)).strip("-")


def gefaltet(text: str) -> str:
    """What all spellings have in common that some system takes for one: case, umlauts, both forms of Unicode."""
    return _grundbuchstaben(unicodedata.normalize("NFC", text).casefold().translate(_UMSCHRIFT))


def wortfolge(text: str) -> str:
    """Sort key as in a German dictionary (DIN 5007-1): ä like a, ß like ss, quotation marks left out."""
    return _grundbuchstaben(text.lower()).translate(_STRICHE)


def gross(text: str) -> str:
    """A label or a sentence with a capital first letter."""
    return text[:1].upper() + text[1:]
