"""Reading the concept: what comes before and after, where the reader is, what lies below."""

from __future__ import annotations

import pytest
from saetze_bauen import abschnitt, herausforderung, plan_aus

from macros.modell.konzept import Abschnitt
from macros.sichten.lesefolge import Lesestelle, folge, lesestelle, zeigt_tabelle

NUMMERN = ("1", "2", "2.1", "2.1.1", "2.2", "2.10", "10", "3")
ABSCHNITTE = [abschnitt(f"a{n.replace('.', '-')}", n) for n in NUMMERN]
FREMD = abschnitt("fremd", "1", fassung="alt")
PLAN = plan_aus(FREMD, *ABSCHNITTE)


def _an(nummer: str) -> Lesestelle:
    return lesestelle(PLAN, ABSCHNITTE[NUMMERN.index(nummer)])


def _nummer(a: Abschnitt | None) -> str | None:
    return a.nummer if a else None


def test_jede_fassung_hat_ihre_eigene_folge() -> None:
    assert folge(PLAN, "neu") == ABSCHNITTE
    assert folge(PLAN, "alt") == [FREMD]


@pytest.mark.parametrize(
    ("hier", "davor", "danach", "stelle"),
    [("1", None, "2", 1), ("2", "1", "2.1", 2), ("2.10", "2.2", "10", 6), ("3", "10", None, 8)],
)
def test_die_nachbarn_und_die_stelle(hier: str, davor: str | None, danach: str | None, stelle: int) -> None:
    s = _an(hier)
    assert (_nummer(s.davor), _nummer(s.danach), s.stelle, s.anzahl) == (davor, danach, stelle, 8)


@pytest.mark.parametrize(("hier", "aktuell"), [("1", "1"), ("2", "2"), ("2.1.1", "2"), ("10", "10"), ("3", "3")])
def test_von_allen_kapiteln_ist_eines_aktuell(hier: str, aktuell: str) -> None:
    kapitel = _an(hier).kapitel
    assert [a.nummer for a, _ in kapitel] == ["1", "2", "10", "3"]
    assert [a.nummer for a, ist_hier in kapitel if ist_hier] == [aktuell]


@pytest.mark.parametrize(
    ("hier", "unter"), [("1", []), ("2", ["2.1", "2.2", "2.10"]), ("2.1", ["2.1.1"]), ("2.1.1", [])]
)
def test_unter_einem_abschnitt_steht_die_naechste_ebene(hier: str, unter: list[str]) -> None:
    assert [a.nummer for a in _an(hier).unterabschnitte] == unter


def test_die_tabelle_steht_wo_eine_herausforderung_es_sagt() -> None:
    plan = plan_aus(*ABSCHNITTE, herausforderung("bi-01", abschnitt="a2-1"), herausforderung("bi-02"))
    assert zeigt_tabelle(plan, ABSCHNITTE[2])
    assert not zeigt_tabelle(plan, ABSCHNITTE[1])
