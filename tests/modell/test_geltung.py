"""An edition counts by its decision, never by its file: the newest decided one is in force, what waits counts nowhere."""

from __future__ import annotations

from datetime import date

import pytest
from saetze_bauen import abschnitt, aussage, fassung, handlungsfeld, herausforderung, massnahme, nachfolge, plan_aus

from macros.modell.geltung import Geltung, geltende_fassung, geltender_plan, geltungen
from macros.modell.plan import Plan

ERSTE = fassung("2020", 2020)
ZWEITE = fassung("2024", 2024, vorgaenger="2020", beschlossen_am="2024-05-02")
DRITTE = fassung("2028", 2028, vorgaenger="2024", beschlossen_am="2028-03-01")
ENTWURF = fassung("2030", 2030, vorgaenger="2028")


@pytest.mark.parametrize(
    ("tag", "erwartet"),
    [
        (date(2019, 1, 1), "2020"),
        (date(2024, 5, 1), "2020"),
        (date(2024, 5, 2), "2024"),
        (date(2028, 2, 29), "2024"),
        (date(2028, 3, 1), "2028"),
        (date(2040, 1, 1), "2028"),
    ],
)
def test_in_kraft_ist_die_zuletzt_beschlossene(tag: date, erwartet: str) -> None:
    for reihe in ((ERSTE, ZWEITE, DRITTE, ENTWURF), (ENTWURF, DRITTE, ZWEITE, ERSTE)):
        geltende = geltende_fassung(plan_aus(*reihe), tag)
        assert geltende is not None
        assert geltende.id == erwartet, "whatever the order of the files"


def test_nur_bei_der_ersten_darf_der_beschluss_unbekannt_sein() -> None:
    assert geltungen(plan_aus(ERSTE, ENTWURF, ZWEITE), date(2026, 6, 30)) == {
        "2020": Geltung.FRUEHER,
        "2024": Geltung.IN_KRAFT,
        "2030": Geltung.IN_VORBEREITUNG,
    }
    kuenftig = fassung("2027", 2027, beschlossen_am="2027-01-01")
    assert geltende_fassung(plan_aus(kuenftig), date(2026, 12, 31)) is None
    assert geltende_fassung(Plan(plan_aus().gemeinde), date(2026, 6, 30)) is None


def test_am_selben_tag_beschlossen_gilt_die_spaetere_der_kette() -> None:
    eine = fassung("b", 2020, beschlossen_am="2020-01-01")
    andere = fassung("a", 2020, vorgaenger="b", beschlossen_am="2020-01-01")
    geltende = geltende_fassung(plan_aus(eine, andere), date(2026, 1, 1))
    assert geltende is not None
    assert geltende.id == "a"


def test_was_wartet_fehlt_im_geltenden_plan_mit_allem_was_ohne_es_nicht_steht() -> None:
    plan = plan_aus(
        ERSTE,
        fassung("2024", 2024, vorgaenger="2020"),
        handlungsfeld("bildung", abschnitt="1-neu"),
        abschnitt("1-alt", "1", fassung="2020"),
        abschnitt("1-neu", "1", fassung="2024"),
        herausforderung("h-alt", fassung="2020"),
        herausforderung("h-neu", fassung="2024"),
        massnahme(
            "treff",
            "2020",
            herausforderungen=["h-alt", "h-neu"],
            nachfolge={**nachfolge("fortgefuehrt", "treff-neu"), "fassung": "2024"},
        ),  # fmt: skip
        massnahme("treff-neu", "2024"),
        aussage("zahl-neu", 5, abschnitt="1-neu"),
    )
    gilt = geltender_plan(plan, date(2026, 6, 30))
    assert list(gilt.fassungen) == ["2020"]
    assert list(gilt.konzept) == ["1-alt"]
    assert list(gilt.herausforderungen) == ["h-alt"]
    assert list(gilt.massnahmen) == ["treff"]
    assert dict(gilt.aussagen) == {}, "it is said in a section that is not decided"
    assert gilt.massnahmen["treff"].nachfolge is None, "what became of it is not decided"
    assert gilt.massnahmen["treff"].herausforderungen == ("h-alt",)
    assert gilt.handlungsfelder["bildung"].abschnitt is None


def test_ohne_entwurf_ist_es_derselbe_plan() -> None:
    plan = plan_aus(ERSTE, ZWEITE, massnahme("treff", "2024"))
    assert geltender_plan(plan, date(2026, 6, 30)) is plan
