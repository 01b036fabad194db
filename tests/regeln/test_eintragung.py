"""A figure is entered between the beginning of its time and today; what the finding advises ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from saetze_bauen import indikator, plan_aus
from zahlen_bauen import tafel

from macros.regeln import REGELN

HEUTE = date(2026, 6, 30)


def _regeln(stichtag: str, am: str) -> list[tuple[str, str]]:
    zahlen = tuple(replace(k, eingetragen_am=date.fromisoformat(am)) for k in tafel([], (stichtag, 5)))
    plan = plan_aus(indikator("plaetze"), zahlen={"plaetze": zahlen})
    return [(b.feld, b.regel) for b in REGELN["eintragung"](plan, HEUTE)]


@pytest.mark.parametrize(
    ("stichtag", "am"),
    [
        ("2025-12-31", "2025-12-31"),
        ("2025-12-31", "2026-06-30"),
        ("2026", "2026-01-01"),
        ("2025/26", "2025-08-01"),
        ("2026-06", "2026-06-01"),
        ("1999", "2026-06-30"),
    ],
)
def test_in_der_zeit_und_danach_bis_heute(stichtag: str, am: str) -> None:
    assert _regeln(stichtag, am) == []


@pytest.mark.parametrize(
    ("stichtag", "am", "regel"),
    [
        ("2025-12-31", "2025-12-30", "eintragung"),
        ("2026", "2025-12-31", "eintragung"),
        ("2025/26", "2025-07-31", "eintragung"),
        ("2025", "2026-07-01", "zukunft"),
    ],
)
def test_davor_und_in_der_zukunft_nicht(stichtag: str, am: str, regel: str) -> None:
    assert _regeln(stichtag, am) == [("eingetragen_am", regel)]


def test_eine_zahl_aus_der_zukunft_ist_ein_befund_und_nicht_zwei() -> None:
    assert _regeln("2027", "2026-06-30") == [], "the rule on Stichtage says it already"
