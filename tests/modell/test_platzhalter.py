"""Placeholders: what they ask for, and that figures which belong together are of one Stichtag."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from saetze_bauen import indikator, plan_aus
from zahlen_bauen import tafel

from macros.modell.plan import Plan
from macros.modell.platzhalter import Platzhalter, Platzhalterart, Unausfuellbar, fuellung, platzhalter
from macros.modell.stichtag import lies_stichtag

WOHNT = {"id": "pass", "name": "Pass", "auspraegungen": ["alle", "deutsch", "anderer"], "summe": "alle"}
ANTEIL = {
    "zaehler": [{"indikator": "menschen", "auswahl": {"pass": "anderer"}}],
    "nenner": [{"indikator": "menschen", "auswahl": {"pass": "alle"}}],
    "faktor": 100,
}


def _plan(*zeilen: tuple[str, str, float | str], **weitere: list[tuple[str, float]]) -> Plan:
    saetze = [indikator(k) for k in weitere]
    zahlen = {k: tafel([], *z) for k, z in weitere.items()}
    menschen = indikator("menschen", dimensionen=[WOHNT])
    anteil = indikator("anteil", einheit="prozent", art="quote", formel=ANTEIL)
    return plan_aus(menschen, anteil, *saetze, zahlen={"menschen": tafel(["pass"], *zeilen), **zahlen})


def _gefuellt(plan: Plan, text: str) -> dict[str, object]:
    alle = list(platzhalter(plan, text))
    f = fuellung(plan, alle)
    return {p.wort: f.zahlen.get(p, str(f.stichtage.get(p.indikator, ""))) for p in alle}


EINS = _plan(("2022-12-31", "alle", 100), ("2022-12-31", "anderer", 10))


def test_ein_text_ohne_platzhalter_hat_keinen() -> None:
    assert list(platzhalter(EINS, "Nur Text, 50 % und [ein Link](indikator:menschen).")) == []


def test_ohne_gruppe_gilt_der_gesamtwert() -> None:
    text = "{zahl:menschen} {zahl:menschen:anderer} {stichtag:menschen} {massnahmen}"
    assert list(platzhalter(EINS, text)) == [
        Platzhalter("{zahl:menschen}", Platzhalterart.ZAHL, "menschen", (("pass", "alle"),)),
        Platzhalter("{zahl:menschen:anderer}", Platzhalterart.ZAHL, "menschen", (("pass", "anderer"),)),
        Platzhalter("{stichtag:menschen}", Platzhalterart.STICHTAG, "menschen"),
        Platzhalter("{massnahmen}", Platzhalterart.MASSNAHMEN),
    ]
    assert _gefuellt(EINS, "{zahl:menschen} {zahl:menschen:anderer} {ganz:anteil} {stichtag:menschen}") == {
        "{zahl:menschen}": 100,
        "{zahl:menschen:anderer}": 10,
        "{ganz:anteil}": 10,
        "{stichtag:menschen}": "2022-12-31",
    }


def test_eine_neue_gesamtzahl_steht_nie_neben_einem_alten_teil() -> None:
    plan = _plan(("2022-12-31", "alle", 100), ("2022-12-31", "anderer", 10), ("2025-12-31", "alle", 120))
    text = "{stichtag:menschen} {zahl:menschen} {zahl:menschen:anderer} {zahl:anteil}"
    assert _gefuellt(plan, text) == {
        "{stichtag:menschen}": "2022-12-31",
        "{zahl:menschen}": 100,
        "{zahl:menschen:anderer}": 10,
        "{zahl:anteil}": 10,
    }
    assert _gefuellt(plan, "{stichtag:menschen} {zahl:menschen}")["{zahl:menschen}"] == 120
    ganz = _plan(("2022", "alle", 100), ("2022", "anderer", 10), ("2025", "alle", 120), ("2025", "anderer", 30))
    assert _gefuellt(ganz, text)["{zahl:anteil}"] == 25


def test_ein_zeichen_ist_keine_zahl() -> None:
    plan = _plan(("2022", "alle", 100), ("2025", "alle", "..."))
    assert _gefuellt(plan, "{zahl:menschen}") == {"{zahl:menschen}": 100}


def test_was_nicht_zusammengehoert_hat_jedes_seinen_stichtag() -> None:
    plan = _plan(("2022", "alle", 100), umfrage=[("2024", 7)])
    text = "{stichtag:menschen} {zahl:menschen} {stichtag:umfrage} {zahl:umfrage}"
    assert list(_gefuellt(plan, text).values()) == ["2022", 100, "2024", 7]


@pytest.mark.parametrize(
    ("text", "meldung"),
    [
        ("{zal:menschen}", "Den Platzhalter „{zal:menschen}“ gibt es nicht."),
        ("{zahl}", "„{zahl}“: Den Indikator „“ gibt es nicht."),
        ("{zahl:leute}", "„{zahl:leute}“: Den Indikator „leute“ gibt es nicht."),
        ("{zahl:menschen:alte}", "„{zahl:menschen:alte}“: „alte“ ist kein Wert der Dimension „Pass“."),
        ("{zahl:menschen:alle | jung}", "„{zahl:menschen:alle | jung}“ nennt nicht zu jeder Gliederung einen Wert."),
        ("{zahl:menschen:deutsch}", "Zu „{zahl:menschen:deutsch}“ gibt es keine Zahl."),
        ("{stichtag:leer}", "Zu „{stichtag:leer}“ gibt es keine Zahl."),
    ],
)
def test_ein_platzhalter_den_nichts_fuellt(text: str, meldung: str) -> None:
    plan = _plan(("2022", "alle", 100), leer=[])
    with pytest.raises(Unausfuellbar, match=re.escape(meldung)):
        _gefuellt(plan, text)


def test_zahlen_ohne_gemeinsamen_stichtag_fuellen_kein_kapitel() -> None:
    plan = _plan(("2022", "alle", 100), ("2023", "anderer", 10))
    with pytest.raises(Unausfuellbar, match="Kein Stichtag hat alle Zahlen"):
        _gefuellt(plan, "{zahl:menschen} {zahl:menschen:anderer}")


ZEIT = st.sampled_from(["2021", "2022", "2023", "2024", "2025"])


@given(st.sets(st.tuples(ZEIT, st.sampled_from(["alle", "deutsch", "anderer"])), min_size=1))
def test_alle_zahlen_eines_kapitels_haben_einen_stichtag(vorhanden: set[tuple[str, str]]) -> None:
    # The figure of a cell is its year and its column, so that every answer says where it came from.
    spalte = {"alle": 0.1, "deutsch": 0.2, "anderer": 0.3}
    plan = _plan(*((jahr, wer, int(jahr) + spalte[wer]) for jahr, wer in sorted(vorhanden)))
    alle = list(
        platzhalter(plan, "{zahl:menschen} {zahl:menschen:deutsch} {zahl:menschen:anderer} {stichtag:menschen}")
    )
    ganze = [j for j in ("2021", "2022", "2023", "2024", "2025") if all((j, w) in vorhanden for w in spalte)]
    try:
        f = fuellung(plan, alle)
    except Unausfuellbar:
        assert not ganze
    else:
        assert f.stichtage == {"menschen": lies_stichtag(ganze[-1])}
        assert {int(w) for w in f.zahlen.values()} == {int(ganze[-1])}
