"""A figure that leaps away from the one before is worth a look; what explains the leap, or is none, is left alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from zahlen_bauen import kennzahl, mit

from macros.modell.befund import Befund, Schwere
from macros.modell.indikator import Kennzahl
from macros.modell.plan import Plan
from macros.regeln import REGELN

DIMENSION = [{"id": "art", "name": "Art", "auspraegungen": ["a", "b"]}]


def spruenge(plan: Plan, *zahlen: Kennzahl, **felder: Any) -> list[Befund]:
    """Findings on one indicator that asks from 30 % on."""
    einstellung = {"dimensionen": DIMENSION, "darstellung": {"familie": "tabelle"}, "sprung": 30, **felder}
    nur = mit(plan, "einbuergerungen", *zahlen, **einstellung)
    return [b for b in REGELN["spruenge"](nur, date(2026, 6, 30)) if "einbuergerungen." in b.datei]


def zwei(davor: float | str | None, hier: float | str | None) -> list[Kennzahl]:
    return [kennzahl("2024", davor, art="a"), kennzahl("2025", hier, art="a")]


@pytest.mark.parametrize(
    ("davor", "hier", "text"),
    [
        (100, 131, "131 sind 31 % mehr als 100 (2024)."),
        (100, 130, None),
        (100, 130.5, "130.5 sind 30 % mehr als 100 (2024)."),
        (100, 69, "69 sind 31 % weniger als 100 (2024)."),
        (100, 70, None),
        (100, 0, "0 sind 100 % weniger als 100 (2024)."),
        (10, 15, None),
        (10, 16, "16 sind 60 % mehr als 10 (2024)."),
        (10, 5, None),
        (10, 4, "4 sind 60 % weniger als 10 (2024)."),
        (0, 131, None),
        (1, 131, "131 sind 13000 % mehr als 1 (2024)."),
        (-10, 131, None),
        (100, -131, None),
        (100, ".", None),
        (".", 131, None),
    ],
)  # fmt: skip
def test_ein_sprung_um_mehr_als_die_grenze(plan: Plan, davor: float | str, hier: float | str, text: str | None) -> None:
    gefunden = spruenge(plan, *zwei(davor, hier))
    assert [b.text for b in gefunden] == ([] if text is None else [text])


@pytest.mark.parametrize(
    ("davor", "hier", "text"),
    [
        (40, 52.5, "52.5 sind 12,5 Prozentpunkte mehr als 40 (2024)."),
        (52.5, 26, "26 sind 26,5 Prozentpunkte weniger als 52.5 (2024)."),
        (1, 2, None),
        (1, 2.1, "2.1 sind 1,1 Prozentpunkte mehr als 1 (2024)."),
    ],
)
def test_ein_anteil_springt_um_punkte(plan: Plan, davor: float, hier: float, text: str | None) -> None:
    gefunden = spruenge(plan, *zwei(davor, hier), einheit="prozent", art="quote", nachkommastellen=1)
    assert [b.text for b in gefunden] == ([] if text is None else [text])


def test_ins_minus_gibt_es_keine_prozente(plan: Plan) -> None:
    [befund] = spruenge(plan, *zwei(40, -120), negativ="true")
    assert befund.text == "-120 sind 160 weniger als 40 (2024)."


def test_der_befund_ist_ein_hinweis_auf_die_zeile_der_neuen_zahl(plan: Plan) -> None:
    (befund,) = spruenge(plan, *zwei(100, 131))
    assert (befund.datei, befund.zeile, befund.feld, befund.regel, befund.schwere) == (
        "data/indikatoren/einbuergerungen.csv", 2, "wert", "sprung", Schwere.HINWEIS,
    )  # fmt: skip
    assert befund.vorschlag == (
        "Die Zahl prüfen; stimmt sie, in der Spalte hinweis den Grund nennen oder „geprüft“ eintragen."
    )


@pytest.mark.parametrize(
    ("felder", "anzahl"),
    [
        ({"sprung": 31}, 0),
        ({"sprung": 29}, 1),
        ({"formel": {"zaehler": [{"indikator": "bevoelkerung"}]}}, 0),
        ({"bruch": {"ab": "2024", "grund": "Neue Zählung."}}, 1),
        ({"bruch": {"ab": "2025", "grund": "Neue Zählung."}}, 0),
        ({"bruch": {"ab": "2025-12-30", "grund": "Neue Zählung."}}, 0),
        ({"bruch": {"ab": "2026", "grund": "Neue Zählung."}}, 1),
    ],
    ids=["erst ab mehr", "schon ab weniger", "berechnet", "Bruch davor", "Bruch hier", "Bruch dazwischen", "Bruch später"],
)  # fmt: skip
def test_was_einen_sprung_erklaert(plan: Plan, felder: dict[str, Any], anzahl: int) -> None:
    assert len(spruenge(plan, *zwei(100, 131), **felder)) == anzahl


def test_wer_den_grund_nennt_wird_nicht_noch_einmal_gefragt(plan: Plan) -> None:
    davor, hier = zwei(100, 131)
    erklaert = Kennzahl(hier.stichtag, hier.merkmale, hier.wert, None, "geprüft", 2)
    assert spruenge(plan, davor, erklaert) == []


@pytest.mark.parametrize(("hier", "anzahl"), [(100, 1), (101, 0), (99.5, 1)])
def test_mehr_als_hundert_prozent_meldet_schon_eine_andere_regel(plan: Plan, hier: float, anzahl: int) -> None:
    assert len(spruenge(plan, *zwei(50, hier), einheit="prozent")) == anzahl


def test_verglichen_wird_je_reihe_in_der_folge_der_stichtage(plan: Plan) -> None:
    # As they stand in the table, every figure leaps; in the order of time, none does.
    ruhig = [kennzahl(j, w, art=a) for a, j, w in (
        ("a", "2025", 120), ("b", "2024", 1000), ("a", "2023", 100), ("b", "2025", 1100), ("a", "2024", 110),
    )]  # fmt: skip
    assert spruenge(plan, *ruhig) == []
    (befund,) = spruenge(plan, *ruhig, kennzahl("2026", 200, art="a"))
    assert befund.text == "200 sind 67 % mehr als 120 (2025)."


def test_nach_einem_indikator_mit_formel_werden_die_anderen_noch_geprueft(plan: Plan) -> None:
    vorher = list(plan.indikatoren)
    assert vorher.index("beschaeftigungsquote") < vorher.index("einbuergerungen")
    assert plan.indikatoren["beschaeftigungsquote"].formel
    assert len(spruenge(plan, *zwei(100, 131))) == 1
