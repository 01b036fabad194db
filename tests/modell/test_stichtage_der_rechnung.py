"""No published derived value rests on figures of different Stichtage unless it says so, whatever the history.

What a value rests on is not asked of the code: every figure of one Stichtag is changed, and whose values then
differ rest on that Stichtag.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from saetze_bauen import indikator, plan_aus
from zahlen_bauen import kennzahl

from macros.ausgabe.diagramm.tabelle import zahlentabelle
from macros.ausgabe.offene_daten.tabellen import reihentabelle
from macros.ausgabe.worte.sprechen import spruch
from macros.modell.plan import Plan
from macros.modell.stichtag import lies_stichtag
from macros.sichten.indikator_lage import zahlenlage
from macros.sichten.reihen import reihe

TAGE = ["2021", "2021-12-31", "2022-09-30", "2022-12-31", "2023", "2023-09-30", "2024-06-30", "2023/24"]
URSPRUNG = ["a", "b", "c"]
Zeile = dict[str, Any]

_HISTORIEN = st.fixed_dictionaries(
    {n: st.dictionaries(st.sampled_from(TAGE), st.integers(100, 9000), min_size=1) for n in URSPRUNG}
)


@st.composite
def _formeln(ziehe: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Two formulas over the figures, and a third that may rest on them."""

    def glied(quellen: list[str]) -> dict[str, Any]:
        roh: dict[str, Any] = {"indikator": ziehe(st.sampled_from(quellen)), "abziehen": ziehe(st.booleans())}
        fest = ziehe(st.sampled_from([None, None, None, *TAGE]))
        return roh | ({"stichtag": fest} if fest else {})

    def formel(quellen: list[str]) -> dict[str, Any]:
        return {
            "zaehler": [glied(quellen) for _ in range(ziehe(st.integers(1, 2)))],
            "nenner": [glied(quellen) for _ in range(ziehe(st.integers(0, 2)))],
            "abstand_tage": ziehe(st.sampled_from([0, 91, 92, 400])),
        }

    return {"r": formel(URSPRUNG), "s": formel(URSPRUNG), "t": formel([*URSPRUNG, "r", "s"])}


def _plan(historie: dict[str, dict[str, int]], formeln: dict[str, dict[str, Any]]) -> Plan:
    zahlen = {n: tuple(kennzahl(s, w) for s, w in werte.items()) for n, werte in historie.items()}
    abgeleitet = [indikator(n, formel=f, nachkommastellen=4) for n, f in formeln.items()]
    return plan_aus(*(indikator(n) for n in URSPRUNG), *abgeleitet, zahlen=zahlen)


def _zeilen(plan: Plan, kennung: str) -> list[Zeile]:
    """The rows of the open data, which JSON and CSV share."""
    tabelle = reihentabelle(plan, plan.indikatoren[kennung])
    namen = [s.name for s in tabelle.spalten]
    return [dict(zip(namen, zeile, strict=True)) for zeile in tabelle.zeilen]


def _namen(tag: str) -> set[str]:
    """What a time may be called: 2021 and 31.12.2021 end on one day and are one Stichtag."""
    return {s.bezeichnung for s in map(lies_stichtag, TAGE) if s.ende == lies_stichtag(tag).ende}


def _verruecke(plan: Plan, tag: str) -> Plan:
    """The Plan with every figure of one Stichtag changed."""
    zahlen = {
        n: tuple(replace(k, wert=7 * (k.wert or 0) + 3) if str(k.stichtag) == tag else k for k in reihe)
        for n, reihe in plan.kennzahlen.items()
    }
    return replace(plan, kennzahlen=zahlen)


@settings(max_examples=150, deadline=None)
@given(_HISTORIEN, _formeln())
def test_kein_abgeleiteter_wert_mischt_stichtage_ohne_es_zu_sagen(
    historie: dict[str, dict[str, int]], formeln: dict[str, dict[str, Any]]
) -> None:
    plan = _plan(historie, formeln)
    for kennung in formeln:
        vorher = {z["stichtag"]: z for z in _zeilen(plan, kennung)}
        for tag in TAGE:
            nachher = {z["stichtag"]: z for z in _zeilen(_verruecke(plan, tag), kennung)}
            for stichtag, zeile in vorher.items():
                bewegt = stichtag in nachher and nachher[stichtag]["wert"] != zeile["wert"]
                if bewegt and lies_stichtag(tag).ende != lies_stichtag(stichtag).ende:
                    assert any(name in zeile["hinweis"] for name in _namen(tag))


@settings(max_examples=60, deadline=None)
@given(_HISTORIEN, _formeln())
def test_was_die_daten_sagen_sagen_auch_tabelle_und_satz(
    historie: dict[str, dict[str, int]], formeln: dict[str, dict[str, Any]]
) -> None:
    plan = _plan(historie, formeln)
    for kennung in formeln:
        r = reihe(plan, kennung)
        hinweise = [str(z["hinweis"]) for z in _zeilen(plan, kennung) if z["hinweis"]]
        assert {text for _, text in zahlentabelle(r).noten} == set(hinweise)
        if r.zeiten and (neuester := r.am(r.zeiten[-1], {})) and neuester.hinweis:
            assert f"{neuester.hinweis}." in spruch(zahlenlage(r, neuester.stichtag.ende))
