"""Editions: each but the first follows one, is decided after it, and is reported on once it is in force."""

from __future__ import annotations

import pytest
from regelfaelle import geaendert, meldet, neu, worte

from macros.modell.plan import Plan


def drei(plan: Plan, erste: str | None, zweite: str | None, dritte: str | None) -> Plan:
    """Editions of 2021, 2025 and 2030, one after the other, decided on these days."""
    for kennung, tag in (("2021", erste), ("2025", zweite)):
        plan = geaendert(plan, "fassungen", kennung, beschlossen_am=tag)
    return neu(plan, "fassungen", "2030", "2025", vorgaenger="2025", beschlossen_am=dritte)


@pytest.mark.parametrize(
    ("tage", "erwartet"),
    [
        (("2021-03-18", "2025-02-20", "2026-01-15"), []),
        (("2021-03-18", "2025-02-20", None), []),
        (("2021-03-18", "2021-03-18", "2021-03-18"), []),
        ((None, "2025-02-20", "2026-01-15"), []),
        ((None, None, None), []),
        (
            ("2021-03-18", None, "2026-01-15"),
            [("2030", "„2030“ ist am 15.01.2026 beschlossen, die Vorgängerin „2025“ aber noch nicht.")],
        ),
        (
            ("2021-03-18", "2026-01-16", "2026-01-15"),
            [("2030", "„2030“ ist am 15.01.2026 beschlossen, die Vorgängerin „2025“ aber erst am 16.01.2026.")],
        ),
    ],
)
def test_beschlossen_wird_in_der_folge_der_fassungen(
    plan: Plan, tage: tuple[str | None, str | None, str | None], erwartet: list[tuple[str, str]]
) -> None:
    gefunden = worte(drei(plan, *tage), "fassung_beschluss")
    assert gefunden == [(f"fassungen/{kennung}", "beschlossen_am", text) for kennung, text in erwartet]


def test_ein_beschluss_vor_der_vorgaengerin_und_einer_nach_ihr_stehen_nebeneinander(plan: Plan) -> None:
    verdreht = drei(plan, "2025-03-01", "2025-02-20", "2025-01-15")
    assert [wo for wo, _, _ in worte(verdreht, "fassung_beschluss")] == ["fassungen/2025", "fassungen/2030"]


def test_nur_die_erste_fassung_folgt_auf_keine(plan: Plan) -> None:
    assert meldet(drei(plan, None, None, None), "fassung_vorgaenger") == []
    lose = geaendert(drei(plan, None, None, None), "fassungen", "2030", vorgaenger=None)
    (befund,) = meldet(lose, "fassung_vorgaenger")
    text = "Die Fassung „2030“ sagt nicht, auf welche sie folgt; ohne Vorgängerin ist schon „2021“."
    assert worte(lose, "fassung_vorgaenger") == [("fassungen/2030", "vorgaenger", text)]
    assert (
        befund.vorschlag
        == "vorgaenger eintragen, zum Beispiel '2025'. Ist es ein anderes Konzept, hat es einen eigenen Ordner mit Daten und eine eigene Website."
    )
