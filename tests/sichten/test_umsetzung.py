"""Totals per Handlungsfeld and state add up to the measures of one edition."""

from __future__ import annotations

from datetime import date

import pytest

from macros.modell.auswahlen import Stand
from macros.modell.plan import Plan
from macros.sichten.stand import lage
from macros.sichten.umsetzung import STANDARTEN, Umsetzung, umsetzung


@pytest.fixture
def jetzt(plan: Plan, stichtag: date) -> Umsetzung:
    return umsetzung(plan, {m.id: lage(m, stichtag) for m in plan.massnahmen.values()}, "2025")


def test_nur_die_massnahmen_einer_fassung_zaehlen(jetzt: Umsetzung, plan: Plan) -> None:
    assert jetzt.anzahl == 8
    assert sum(sum(je.values()) for je in jetzt.je_feld.values()) == 8
    assert sum(jetzt.gesamt.values()) == 8


def test_jede_massnahme_steht_in_ihrem_feld_unter_ihrem_stand(jetzt: Umsetzung) -> None:
    assert dict(jetzt.je_feld["lernen-arbeiten"]) == {"in_umsetzung": 1, "in_vorbereitung": 1, "beschlossen": 1}
    assert dict(jetzt.je_feld["begegnung-teilhabe"]) == {"ausgesetzt": 1, "nicht_berichtet": 1}


def test_nicht_berichtet_ist_ein_eigener_stand(jetzt: Umsetzung) -> None:
    assert [m.id for m in jetzt.nicht_berichtet] == ["offene-vereine"]
    assert STANDARTEN[0].kennung == "nicht_berichtet"
    assert {s.kennung for s in STANDARTEN[1:]} == {s.value for s in Stand}


def test_ueberfaellig_und_veraltet_werden_genannt(jetzt: Umsetzung) -> None:
    assert [m.id for m in jetzt.ueberfaellig] == ["sprachtreffs", "lernpatenschaften"]
    assert [m.id for m in jetzt.veraltet] == ["wohnlots-innen"]


def test_ohne_massnahmen_ist_alles_null(plan: Plan) -> None:
    leer = umsetzung(Plan(plan.gemeinde, handlungsfelder=plan.handlungsfelder), {}, "2025")
    assert leer.anzahl == 0 and not leer.staende and set(leer.je_feld) == set(plan.handlungsfelder)


def test_jeder_stand_hat_eine_eigene_adresse() -> None:
    adressen = [s.adresse for s in STANDARTEN]
    assert len(set(adressen)) == len(adressen)
    assert "umsetzung/in-umsetzung/" in adressen


def test_genau_die_massnahmen_einer_fassung_in_allen_listen(plan: Plan, stichtag: date) -> None:
    lagen = {m.id: lage(m, stichtag) for m in plan.massnahmen.values()}
    frueher = umsetzung(plan, lagen, "2021")
    assert (frueher.fassung, frueher.anzahl) == ("2021", 5)
    assert frueher.gesamt == {"umgesetzt": 1, "daueraufgabe": 2, "in_umsetzung": 1, "nicht_weiterverfolgt": 1}
    assert (frueher.ueberfaellig, frueher.veraltet, frueher.nicht_berichtet) == ((), (), ())


def test_gezeigt_werden_die_staende_die_vorkommen_in_der_reihenfolge_der_arbeit(jetzt: Umsetzung) -> None:
    assert [s.kennung for s in jetzt.staende] == [
        "nicht_berichtet",
        "vorgeschlagen",
        "beschlossen",
        "in_vorbereitung",
        "in_umsetzung",
        "daueraufgabe",
        "umgesetzt",
        "ausgesetzt",
    ]


def test_die_adresse_eines_standes() -> None:
    assert [s.adresse for s in STANDARTEN][:4] == [
        "umsetzung/nicht-berichtet/",
        "umsetzung/vorgeschlagen/",
        "umsetzung/beschlossen/",
        "umsetzung/in-vorbereitung/",
    ]
