"""The concept's text: numbers, footnotes, figures, references and terms are each given once and lead somewhere."""

from __future__ import annotations

from typing import Any

import pytest
from regelfaelle import geaendert, neu, worte

from macros.modell.plan import Plan

TREFFS, EINLEITUNG = "konzept/3-1-1-sprachtreffs", "konzept/1-einleitung"


def treffs(plan: Plan, **felder: Any) -> Plan:
    return geaendert(plan, "konzept", "3-1-1-sprachtreffs", **felder)


@pytest.mark.parametrize(
    ("zusaetze", "erwartet"),
    [
        ([], []),
        ([None], ["a"]),
        (["zweiter"], []),
        (["zweiter", "dritter"], []),
        (["zweiter", None], ["b"]),
        (["zweiter", "zweiter"], ["a", "b"]),
        ([None, None], ["a", "b"]),
    ],
    ids=["einmal", "doppelt", "unterschieden", "dreifach", "einer ohne Zusatz", "gleicher Zusatz", "alle ohne Zusatz"],
)
def test_eine_nummer_gibt_es_einmal_oder_mit_zusatz(
    plan: Plan, zusaetze: list[str | None], erwartet: list[str]
) -> None:
    for kennung, zusatz in zip("ab", zusaetze, strict=False):
        plan = neu(plan, "konzept", kennung, "3-massnahmen", nummer_zusatz=zusatz)
    text = "Die Nummer 3 trägt auch 3-massnahmen.yaml."
    assert worte(plan, "abschnittsnummer") == [(f"konzept/{k}", "nummer", text) for k in erwartet]


def test_in_einer_anderen_fassung_darf_die_nummer_dieselbe_sein(plan: Plan) -> None:
    assert worte(neu(plan, "konzept", "a", "3-massnahmen", fassung="2021"), "abschnittsnummer") == []


@pytest.mark.parametrize(
    ("nummer", "fassung", "oben"),
    [
        ("3.1.2", "2025", None),
        ("3.9", "2025", None),
        ("9", "2025", None),
        ("3.2.1", "2025", "3.2"),
        ("9.1", "2025", "9"),
        ("3.1.2", "2021", "3.1"),
        ("3.1.1.1.1", "2025", "3.1.1.1"),
    ],
)
def test_ein_abschnitt_hat_den_ueber_sich(plan: Plan, nummer: str, fassung: str, oben: str | None) -> None:
    gefunden = worte(neu(plan, "konzept", "a", "3-massnahmen", nummer=nummer, fassung=fassung), "abschnitt_ueber")
    text = f"Zum Abschnitt {nummer} fehlt der Abschnitt {oben}."
    assert gefunden == ([("konzept/a", "nummer", text)] if oben else [])


def noten(*nummern: int) -> list[dict[str, Any]]:
    return [{"nummer": n, "text": "Eine Fußnote."} for n in nummern]


@pytest.mark.parametrize(
    ("text", "nummern", "erwartet"),
    [
        ("Ein Satz[^9].", [9], []),
        ("Zwei[^8] Sätze[^9].", [8, 9], []),
        ("Zweimal[^9] dieselbe[^9].", [9], []),
        ("Ein Satz[^9] und[^8].", [9], [("text", "Zur Marke [^8] fehlt die Fußnote.")]),
        ("Ein Satz[^a].", [], [("text", "Zur Marke [^a] fehlt die Fußnote.")]),
        (None, [9], [("fussnoten.1.nummer", "Die Fußnote 9 hat keine Marke im Text.")]),
        ("Ein Satz[^9].", [9, 8], [("fussnoten.2.nummer", "Die Fußnote 8 hat keine Marke im Text.")]),
        ("Ein Satz[^9].", [9, 9], [("fussnoten.2.nummer", "Die Fußnote 9 gibt es schon in 3-1-1-sprachtreffs.yaml.")]),
        ("Ein Satz[^1].", [1], [("fussnoten.1.nummer", "Die Fußnote 1 gibt es schon in 1-einleitung.yaml.")]),
        ("Ein Satz[^2] mehr[^9].", [9, 2], [("fussnoten.2.nummer", "Die Fußnote 2 gibt es schon in 2-herausforderungen.yaml.")]),
    ],
)  # fmt: skip
def test_marken_und_fussnoten_gehoeren_zusammen(
    plan: Plan, text: str | None, nummern: list[int], erwartet: list[tuple[str, str]]
) -> None:
    weg = geaendert(plan, "konzept", "2-1-lernen-arbeiten", text="Ohne Marke.", fussnoten=[])
    weg = geaendert(weg, "konzept", "2-herausforderungen", text="Mit[^2] Marke.", fussnoten=noten(2))
    gefunden = worte(treffs(weg, text=text, fussnoten=noten(*nummern)), "fussnoten")
    assert gefunden == [(TREFFS, *fund) for fund in erwartet]


def test_in_einer_anderen_fassung_zaehlen_fussnoten_und_abbildungen_von_vorn(plan: Plan) -> None:
    alt = treffs(
        plan, fassung="2021", text="Ein Satz[^1].", fussnoten=noten(1), abbildungen=[{"nummer": 1, "hinweis": "Fehlt."}]
    )
    assert worte(alt, "fussnoten") == []
    assert worte(alt, "abbildungen") == []


@pytest.mark.parametrize(
    ("abbildungen", "erwartet"),
    [
        ([{"nummer": 7, "indikator": "bevoelkerung"}], []),
        ([{"nummer": 7, "hinweis": "Fehlt im Druck."}], []),
        ([{"nummer": 7}], [("abbildungen.1", "Die Abbildung 7 hat weder Daten noch einen Hinweis.")]),
        ([{"nummer": 1, "hinweis": "Fehlt."}], [("abbildungen.1.nummer", "Die Abbildung 1 steht schon in 1-einleitung.yaml.")]),
        ([{"nummer": 7, "hinweis": "Fehlt."}] * 2, [("abbildungen.2.nummer", "Die Abbildung 7 steht schon in 3-1-1-sprachtreffs.yaml.")]),
    ],
    ids=["mit Daten", "mit Hinweis", "ohne beides", "schon anderswo", "zweimal hier"],
)  # fmt: skip
def test_eine_abbildung_hat_daten_oder_einen_hinweis_und_steht_einmal(
    plan: Plan, abbildungen: list[dict[str, Any]], erwartet: list[tuple[str, str]]
) -> None:
    assert worte(treffs(plan, abbildungen=abbildungen), "abbildungen") == [(TREFFS, *fund) for fund in erwartet]


@pytest.mark.parametrize(
    ("verweis", "anzahl"),
    [({"abschnitt": "1-einleitung"}, 0), ({"hinweis": "Gibt es nicht."}, 0), ({}, 1)],
    ids=["mit Ziel", "mit Hinweis", "ohne beides"],
)
def test_ein_querverweis_fuehrt_hin_oder_sagt_warum_nicht(plan: Plan, verweis: dict[str, str], anzahl: int) -> None:
    gut = {"wortlaut": "siehe Kapitel 1", "abschnitt": "1-einleitung"}
    gefunden = worte(treffs(plan, verweise=[gut, {"wortlaut": "siehe oben", **verweis}]), "querverweise")
    assert gefunden == [(TREFFS, "verweise.2", "Der Verweis „siehe oben“ hat kein Ziel.")] * anzahl


@pytest.mark.parametrize(
    ("felder", "erwartet"),
    [
        ({"bezeichnung": "Teilhabe"}, []),
        ({"bezeichnung": "MSO"}, [("bezeichnung", "„MSO“ erklärt schon mso.yaml.")]),
        ({"bezeichnung": "MSOs"}, [("bezeichnung", "„MSOs“ erklärt schon mso.yaml.")]),
        ({"bezeichnung": "Teilhabe", "formen": ["MSOs"]}, [("formen", "„MSOs“ erklärt schon mso.yaml.")]),
        ({"bezeichnung": "Teilhabe", "formen": ["MSO"]}, [("formen", "„MSO“ erklärt schon mso.yaml.")]),
        ({"bezeichnung": "Teilhabe", "formen": ["Teilhabe", "Teilhaben", "Teilhaben"]}, []),
        ({"bezeichnung": "mso"}, []),
        (
            {"bezeichnung": "MSO", "formen": ["MSO", "MSOs"]},
            [("bezeichnung", "„MSO“ erklärt schon mso.yaml."), ("formen", "„MSOs“ erklärt schon mso.yaml.")],
        ),
    ],
)
def test_ein_begriff_wird_einmal_erklaert(plan: Plan, felder: dict[str, Any], erwartet: list[tuple[str, str]]) -> None:
    gefunden = worte(neu(plan, "glossar", "z", "sozialraum", **{"formen": [], **felder}), "begriff_doppelt")
    assert gefunden == [("glossar/z", *fund) for fund in erwartet]
