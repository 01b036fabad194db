"""What German sentences are joined from: enumerations, cut texts, and the form of a word beside a number."""

from __future__ import annotations

from collections.abc import Sequence


def aufzaehlung(teile: Sequence[str]) -> str:
    """„a“, „a und b“, „a, b und c“."""
    return " und ".join([", ".join(teile[:-1]), teile[-1]]) if len(teile) > 1 else "".join(teile)


def gekuerzt(text: str, hoechstens: int) -> str:
    """A text cut at a word where it is longer than it may be, with an ellipsis."""
    if len(text) <= hoechstens:
        return text
    return f"{text[: hoechstens - 1].rsplit(' ', 1)[0].rstrip(',;:–- ')} …"


def numerus(anzahl: float, einzahl: str, mehrzahl: str) -> str:
    """The form of a word that belongs to a number: 1 Maßnahme, 0 Maßnahmen, 2 Maßnahmen."""
    return einzahl if anzahl == 1 else mehrzahl
