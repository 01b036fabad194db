"""What an indicator is asked for: every combination while somebody could look through them, else those it has."""

from __future__ import annotations

from saetze_bauen import dimension
from zahlen_bauen import tafel

from macros.modell.gliederung import MEISTE, kombinationen, wieviele


def test_wenige_kombinationen_stehen_alle_da() -> None:
    dimensionen = [dimension("alter", "jung", "alt"), dimension("art", "b", "a")]
    assert kombinationen(dimensionen, ()) == [("jung", "b"), ("jung", "a"), ("alt", "b"), ("alt", "a")]
    assert kombinationen([], ()) == [()]
    assert wieviele(dimensionen) == 4


def test_von_milliarden_nur_die_benutzten() -> None:
    dimensionen = [dimension(f"d{n}", "x", "y", "z") for n in range(20)]
    namen = [d.id for d in dimensionen]
    zahlen = tafel(namen, ("2024", *["z"] * 20, 1), ("2024", *["x"] * 20, 2), ("2025", *["z"] * 20, 3))
    assert wieviele(dimensionen) == 3**20 > MEISTE
    assert kombinationen(dimensionen, zahlen) == [("x",) * 20, ("z",) * 20]
