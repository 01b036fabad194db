"""Planned beside actual: which dimension stands where, and which Stichtag has both."""

from __future__ import annotations

import pytest
from saetze_bauen import dimension
from zahlen_bauen import reihe_aus

from macros.modell.plan import Plan
from macros.sichten.indikator_paare import Paar, nach_darstellung, neuester_vollstaendiger, plan_und_ist
from macros.sichten.reihen import reihe


def test_plan_und_ist_nehmen_den_neuesten_stichtag_mit_beidem(plan: Plan) -> None:
    paare = plan_und_ist(reihe(plan, "sprachtreff-plaetze"))
    assert {str(p.stichtag) for p in paare} == {"2025"}  # 2026 has only plans
    assert (paare[0].name, paare[0].plan, paare[0].ist) == ("Innenstadt", 50, 49)


ORT = dimension("ort", "Mitte", "Nord")
ANGABE = dimension("angabe", "geplant", "tatsächlich")
ALTER = dimension("alter", "jung")
HANTEL = {"familie": "hantel", "achse": "ort", "reihe": "angabe"}


@pytest.mark.parametrize(
    ("darstellung", "folge"),
    [
        (None, ["alter", "ort", "angabe"]),
        ({"familie": "balken"}, ["alter", "ort", "angabe"]),
        ({"familie": "balken", "achse": "ort"}, ["ort", "alter", "angabe"]),
        ({"familie": "balken", "reihe": "alter"}, ["ort", "angabe", "alter"]),
        ({"familie": "balken", "achse": "angabe", "reihe": "ort"}, ["angabe", "alter", "ort"]),
        ({"familie": "balken", "achse": "ort", "reihe": "ort"}, ["ort", "alter", "angabe"]),
    ],
)
def test_vorn_steht_die_achse_und_hinten_was_reihen_bildet(
    darstellung: dict[str, str] | None, folge: list[str]
) -> None:
    r = reihe_aus([ALTER, ORT, ANGABE], ("2024", "jung", "Mitte", "geplant", 1), darstellung=darstellung)
    assert [d.id for d in nach_darstellung(r)] == folge


def test_ein_paar_sind_der_erste_und_der_letzte_wert_einer_gruppe() -> None:
    angabe = dimension("angabe", "geplant", "bewilligt", "tatsächlich")
    zeilen = [("2024", ort, a, n) for ort, werte in (("Mitte", (9, 8, 7)), ("Nord", (6, 5, 4))) for a, n in zip(angabe.auspraegungen, werte, strict=True)]  # fmt: skip
    paare = plan_und_ist(reihe_aus([ORT, angabe], *zeilen, darstellung=HANTEL))
    stichtag = paare[0].stichtag
    assert str(stichtag) == "2024"
    assert paare == [
        Paar("Mitte", stichtag, "geplant", 9, "tatsächlich", 7),
        Paar("Nord", stichtag, "geplant", 6, "tatsächlich", 4),
    ]


def test_ohne_plan_oder_ohne_ist_gibt_es_kein_paar() -> None:
    ort = dimension("ort", "nur Plan", "nur Ist", "Plan und Zeichen", "Zeichen und Ist", "beides")
    r = reihe_aus(
        [ort, ANGABE],
        ("2024", "nur Plan", "geplant", 1),
        ("2024", "nur Ist", "tatsächlich", 2),
        ("2024", "Plan und Zeichen", "geplant", 3),
        ("2024", "Plan und Zeichen", "tatsächlich", "."),
        ("2024", "Zeichen und Ist", "geplant", "."),
        ("2024", "Zeichen und Ist", "tatsächlich", 4),
        ("2024", "beides", "geplant", 0),
        ("2024", "beides", "tatsächlich", 0),
        darstellung=HANTEL,
    )
    assert [(p.name, p.plan, p.ist) for p in plan_und_ist(r)] == [("beides", 0, 0)]


@pytest.mark.parametrize("darstellung", [None, {**HANTEL, "familie": "balken"}])
def test_nur_was_als_hantel_gezeigt_wird_hat_paare(darstellung: dict[str, str] | None) -> None:
    zeilen = [("2024", "Mitte", a, 1) for a in ("geplant", "tatsächlich")]
    assert plan_und_ist(reihe_aus([ORT, ANGABE], *zeilen, darstellung=darstellung)) == []


def test_eine_hantel_braucht_genau_zwei_dimensionen() -> None:
    eine = reihe_aus([ANGABE], ("2024", "geplant", 1), ("2024", "tatsächlich", 1), darstellung=HANTEL)
    assert plan_und_ist(eine) == []
    drei = [("2024", "jung", "Mitte", a, 1) for a in ("geplant", "tatsächlich")]
    assert plan_und_ist(reihe_aus([ALTER, ORT, ANGABE], *drei, darstellung=HANTEL)) == []


def test_vollstaendig_ist_ein_stichtag_wenn_jeder_wert_eine_zahl_hat() -> None:
    r = reihe_aus(
        [ANGABE],
        *[(j, a, 1) for j in ("2021", "2022") for a in ("geplant", "tatsächlich")],
        ("2023", "geplant", 1),
        ("2024", "geplant", 1),
        ("2024", "tatsächlich", "..."),
    )
    assert str(neuester_vollstaendiger(r, ANGABE)) == "2022"


def test_ist_kein_stichtag_vollstaendig_gilt_der_neueste() -> None:
    r = reihe_aus([ANGABE], ("2021", "geplant", 1), ("2022", "tatsächlich", 1), ("2023", "geplant", "."))
    assert str(neuester_vollstaendiger(r, ANGABE)) == "2022"
