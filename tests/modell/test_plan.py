"""The Plan finds every record, every id that was ever read, and the place of every value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.modell.auswahlen import Stand, Zeichen
from macros.modell.befund import Ort
from macros.modell.gemeinde import Gemeinde
from macros.modell.plan import SAMMLUNGEN, Plan

ORTE = {
    (): Ort("data/massnahmen/a.yaml", 1),
    ("schritte",): Ort("data/massnahmen/a.yaml", 7),
    ("schritte", 1): Ort("data/massnahmen/a.yaml", 9),
    ("schritte", 1, "text"): Ort("data/massnahmen/a.yaml", 10),
}


@pytest.fixture
def mit_orten(plan: Plan) -> Plan:
    return replace(plan, orte={("massnahmen", "a"): ORTE})


@pytest.mark.parametrize(
    ("pfad", "zeile"),
    [
        (("schritte", 1, "text"), 10),
        (("schritte", 1, "termin"), 9),
        (("schritte", 0, "text"), 7),
        (("titel",), 1),
        ((), 1),
    ],
)
def test_ein_wert_ohne_eigene_zeile_hat_die_des_naechsten_um_ihn(
    mit_orten: Plan, pfad: tuple[str | int, ...], zeile: int
) -> None:
    assert mit_orten.ort("massnahmen", "a", *pfad) == Ort("data/massnahmen/a.yaml", zeile)


def test_ein_satz_ohne_orte_steht_in_seiner_datei(mit_orten: Plan) -> None:
    assert mit_orten.ort("massnahmen", "b", "titel") == Ort("massnahmen/b.yaml", 1)


@pytest.mark.parametrize(
    ("sammlung", "kennung", "bekannt"),
    [
        ("massnahmen", "sprachtreffs", True),
        ("massnahmen", "gibt-es-nicht", False),
        ("massnahmen", "kaputt", True),
        ("akteure", "kaputt", False),
        ("quellen", "kaputt", False),
    ],
)
def test_auch_ein_kaputter_satz_ist_bekannt(plan: Plan, sammlung: str, kennung: str, bekannt: bool) -> None:
    nur = replace(plan, bekannt={"massnahmen": frozenset({"kaputt"}), "akteure": frozenset()})
    assert nur.kennt(sammlung, kennung) is bekannt


def test_alle_saetze_in_der_folge_der_sammlungen(plan: Plan) -> None:
    folge = [
        "fassungen", "konzept", "handlungsfelder", "herausforderungen", "massnahmen", "zielgruppen", "akteure",
        "glossar", "quellen", "indikatoren", "aussagen", "sprachen",
    ]  # fmt: skip
    namen = list(dict.fromkeys(sammlung for sammlung, _ in plan.alle()))
    assert namen == list(SAMMLUNGEN)
    assert [name for name in namen if name in folge] == folge
    assert {satz.id for sammlung, satz in plan.alle() if sammlung == "fassungen"} == {"2021", "2025"}
    assert plan.sammlung("fassungen") is plan.fassungen


def test_ein_plan_ohne_daten_ist_leer(plan: Plan) -> None:
    gemeinde: Gemeinde = plan.gemeinde
    assert list(Plan(gemeinde).alle()) == []
    assert Plan(gemeinde).lueckenhaft == frozenset()


@pytest.mark.parametrize(
    ("stand", "aktiv"),
    [
        (Stand.VORGESCHLAGEN, False),
        (Stand.BESCHLOSSEN, True),
        (Stand.IN_VORBEREITUNG, True),
        (Stand.IN_UMSETZUNG, True),
        (Stand.DAUERAUFGABE, True),
        (Stand.UMGESETZT, False),
        (Stand.AUSGESETZT, False),
        (Stand.NICHT_WEITERVERFOLGT, False),
    ],
)
def test_nur_woran_gearbeitet_wird_ist_aktiv(stand: Stand, aktiv: bool) -> None:
    assert stand.ist_aktiv is aktiv


@pytest.mark.parametrize(
    ("text", "zeichen"),
    [
        ("-", Zeichen.NICHTS),
        (".", Zeichen.UNBEKANNT),
        ("...", Zeichen.KEINE_ANGABE),
        ("x", Zeichen.GESPERRT),
        ("/", Zeichen.UNSICHER),
        ("X", None),
        ("", None),
    ],
)
def test_die_zeichen_der_tabelle(text: str, zeichen: Zeichen | None) -> None:
    assert Zeichen.lies(text) is zeichen


def test_ein_wert_einer_liste_ist_sein_text_und_kennt_seine_worte() -> None:
    assert Stand.IN_UMSETZUNG == "in_umsetzung"
    assert Stand.IN_UMSETZUNG.bezeichnung == "in Umsetzung"
    assert Stand.IN_UMSETZUNG.beschreibung == "An der Maßnahme wird gearbeitet."
