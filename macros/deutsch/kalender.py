"""Days and months as German readers write them."""

from __future__ import annotations

from datetime import date

MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip


def tag(datum: date) -> str:
    """„30.09.2022“."""
    return f"{datum:%d.%m.%Y}"


def tag_lang(datum: date) -> str:
    """„30. September 2022“."""
    return f"{datum.day}. {monat(datum)}"


def monat(datum: date) -> str:
    """„September 2022“."""
    return f"{MONATE[datum.month - 1]} {datum.year}"
