"""Rows and facets of the lists."""

from __future__ import annotations

from datetime import date

import pytest

from macros.modell.plan import Plan
from macros.sichten.facetten import (
    Facette,
    facette,
    facetten_herausforderungen,
    facetten_massnahmen,
    gleichwertige,
    nach_alphabet,
)
from macros.sichten.matrix import ZeileMassnahme, vorgaenger, zeilen_herausforderungen, zeilen_massnahmen
from macros.sichten.stand import lage


@pytest.fixture
def zeilen(plan: Plan, stichtag: date) -> list[ZeileMassnahme]:
    return zeilen_massnahmen(plan, {m.id: lage(m, stichtag) for m in plan.massnahmen.values()})


def _werte(facetten: list[Facette], kennung: str, zeile: int) -> list[str]:
    (f,) = [f for f in facetten if f.id == kennung]
    return [f.werte[i][0] for i in f.je_zeile[zeile]]


def test_die_neueste_fassung_steht_vorn(zeilen: list[ZeileMassnahme], plan: Plan) -> None:
    fassungen = [plan.massnahmen[z.id].herkunft.fassung for z in zeilen]
    assert fassungen == ["2025"] * 8 + ["2021"] * 5
    assert [h.nummer for h in zeilen_herausforderungen(plan)][:3] == [1, 2, 3]


def test_die_federfuehrung_steht_vorn_und_niemand_doppelt(zeilen: list[ZeileMassnahme]) -> None:
    sprachtreffs = next(z for z in zeilen if z.id == "sprachtreffs")
    assert sprachtreffs.akteure == ("fachdienst-zusammenleben", "volkshochschule", "bruecke", "kirchengemeinde")


def test_jede_facette_kennt_die_werte_ihrer_zeilen(zeilen: list[ZeileMassnahme], plan: Plan) -> None:
    facetten = facetten_massnahmen(plan, zeilen)
    i = [z.id for z in zeilen].index("lernpatenschaften")
    assert _werte(facetten, "handlungsfeld", i) == ["lernen-arbeiten"]
    assert _werte(facetten, "stand", i) == ["in_vorbereitung"]
    assert _werte(facetten, "ampel", i) == ["gefaehrdet"]
    assert _werte(facetten, "frist", i) == ["ueberfaellig"]
    assert _werte(facetten, "zielgruppe", i) == ["schueler", "eltern"]


def test_jeder_geforderte_filter_ist_da(zeilen: list[ZeileMassnahme], plan: Plan) -> None:
    massnahmen = {f.id for f in facetten_massnahmen(plan, zeilen)}
    assert {
        "handlungsfeld",
        "zielgruppe",
        "akteur",
        "sozialraum",
        "stand",
        "ampel",
        "ressource",
        "fassung",
    } <= massnahmen
    herausforderungen = {f.id for f in facetten_herausforderungen(plan, zeilen_herausforderungen(plan))}
    assert {"handlungsfeld", "bereich", "zielgruppe", "prioritaet"} <= herausforderungen


def test_was_nichts_trennt_ist_keine_facette() -> None:
    assert facette("x", "X", [["a"], ["a"]], {"a": "A", "b": "B"}) is None
    assert facette("x", "X", [[], []], {"a": "A"}) is None
    teilweise = facette("x", "X", [["a"], []], {"a": "A"})
    assert teilweise and teilweise.je_zeile == ((0,), ())


def test_ein_leerer_plan_hat_leere_listen(plan: Plan) -> None:
    leer = Plan(plan.gemeinde)
    assert zeilen_massnahmen(leer, {}) == [] and facetten_massnahmen(leer, []) == []
    assert zeilen_herausforderungen(leer) == [] and facetten_herausforderungen(leer, []) == []


def test_umlaute_stehen_bei_ihren_grundbuchstaben(plan: Plan) -> None:
    class Satz:
        def __init__(self, wort: str) -> None:
            self.id = self.bezeichnung = wort

    worte = nach_alphabet(map(Satz, ["zebra", "Öfen", "ofen", "Ämter", "amt", "Straße", "Strasse b"]))
    assert list(worte) == ["amt", "Ämter", "Öfen", "ofen", "Straße", "Strasse b", "zebra"]


def test_abkuerzungen_kennen_ihre_langform(plan: Plan) -> None:
    assert any("MSO" in gruppe for gruppe in gleichwertige(plan))
    assert all(len(set(gruppe)) == len(gruppe) for gruppe in gleichwertige(plan))


def test_jede_vorgaengerin_ist_bekannt(plan: Plan) -> None:
    je = {kennung: [m.id for m in alte] for kennung, alte in vorgaenger(plan).items()}
    assert je == {
        "sprachtreffs": ["sprachcafe"],
        "lernpatenschaften": ["bildungslots-innen"],
        "anerkennungsberatung": ["bildungslots-innen"],
        "willkommensmappe": ["aemterwegweiser", "begruessungsbrief"],
    }
