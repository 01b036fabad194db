"""A value of a file is what the code that takes it says, or it stops at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.laden.rohdaten import Rohsatz, Rohwert, als_liste, als_satz, als_wort

SATZ: Rohsatz = {"id": "a"}
LISTE: list[Rohwert] = ["a", "b"]


def test_was_passt_bleibt_dasselbe() -> None:
    assert als_satz(SATZ) is SATZ
    assert als_liste(LISTE) is LISTE
    assert als_wort("a") == "a"


@pytest.mark.parametrize(
    ("als", "falsche"),
    [(als_satz, (LISTE, "a", None)), (als_liste, (SATZ, "a", None)), (als_wort, (SATZ, LISTE, None))],
)
def test_was_nicht_passt_haelt_an(als: Callable[[Rohwert | None], object], falsche: tuple[Rohwert | None, ...]) -> None:
    for wert in falsche:
        with pytest.raises(TypeError):
            als(wert)
