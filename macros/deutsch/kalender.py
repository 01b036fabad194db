"""Days and months as German readers write them."""

from __future__ import annotations

import calendar
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


def in_monaten(datum: date, monate: int) -> date:
    """The same day some months later; the last of a month that has no such day."""
    jahr, monat_ab_null = divmod(datum.year * 12 + datum.month - 1 + monate, 12)
    tage = calendar.monthrange(jahr, monat_ab_null + 1)[1]
    return date(jahr, monat_ab_null + 1, min(datum.day, tage))
