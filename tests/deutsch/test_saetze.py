"""Enumerations, cut texts, singular and plural."""

from __future__ import annotations

import pytest

from macros.deutsch.saetze import aufzaehlung, gekuerzt, numerus


@pytest.mark.parametrize(
    ("teile", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a und b"), (["a", "b", "c"], "a, b und c")],
)
def test_vor_dem_letzten_steht_und(teile: list[str], text: str) -> None:
    assert aufzaehlung(teile) == text


@pytest.mark.parametrize(
    ("anzahl", "wort"), [(0, "Angaben"), (1, "Angabe"), (1.0, "Angabe"), (1.5, "Angaben"), (2, "Angaben")]
)
def test_nur_zu_eins_gehoert_die_einzahl(anzahl: float, wort: str) -> None:
    assert numerus(anzahl, "Angabe", "Angaben") == wort


@pytest.mark.parametrize(
    ("text", "hoechstens", "gekuerzter"),
    [
        ("kurz genug", 10, "kurz genug"),
        ("eins zwei drei", 13, "eins zwei …"),
        ("eins zwei drei", 10, "eins …"),
        ("eins zwei drei", 11, "eins zwei …"),
        ("eins, zwei – drei", 13, "eins, zwei …"),
        ("eins, zwei", 9, "eins …"),
    ],
)
def test_gekuerzt_wird_an_einem_wort(text: str, hoechstens: int, gekuerzter: str) -> None:
    assert gekuerzt(text, hoechstens) == gekuerzter
    assert len(gekuerzter) <= hoechstens
