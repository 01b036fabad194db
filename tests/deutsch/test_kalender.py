"""Days and months as German readers write them."""

from __future__ import annotations

from datetime import date

import pytest

from macros.deutsch.kalender import in_monaten, monat, tag, tag_lang


def test_ein_tag_in_ziffern_und_in_worten() -> None:
    assert tag(date(2026, 3, 5)) == "05.03.2026"
    assert tag_lang(date(2026, 3, 5)) == "5. März 2026"


@pytest.mark.parametrize(
    ("nummer", "name"),
    enumerate(
        ("Januar Februar März April Mai Juni Juli August September Oktober November Dezember").split(),
        1,
    ),
)
def test_jeder_monat_hat_seinen_namen(nummer: int, name: str) -> None:
    assert monat(date(2026, nummer, 1)) == f"{name} 2026"


def test_einige_monate_spaeter() -> None:
    assert in_monaten(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert in_monaten(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert in_monaten(date(2026, 6, 30), 6) == date(2026, 12, 30)
    assert in_monaten(date(2026, 12, 1), 1) == date(2027, 1, 1)
