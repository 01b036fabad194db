"""Which hidden figures follow from the others, and which value they must have: worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from zahlen_bauen import kennzahl, mit

from macros.modell.auswahlen import Zeichen
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.regeln.gleichungen import eigene, tafel
from macros.regeln.rueckrechnung import Zahlbereich, grenzen, spannen

REIHE = [{"id": "art", "name": "Art", "auspraegungen": ["alle", "a", "b", "c"], "summe": "alle"}]
KREUZ = [
    {"id": "art", "name": "Art", "auspraegungen": ["alle", "a", "b"], "summe": "alle"},
    {"id": "ort", "name": "Ort", "auspraegungen": ["alle", "x", "y"], "summe": "alle"},
]
Werte = dict[str, float | str]


def verraten(plan: Plan, zahlen: list[Kennzahl], dimensionen: list[dict[str, Any]], **felder: Any) -> list[Any]:
    """(values of the dimensions, recovered figure) of every hidden figure that the rest gives away."""
    einstellung = {"dimensionen": dimensionen, "darstellung": {"familie": "tabelle"}, **felder}
    i = mit(plan, "einbuergerungen", *zahlen, **einstellung).indikatoren["einbuergerungen"]
    return sorted((zelle, s.unten) for zelle, s in grenzen_der_verdeckten(i, zahlen).items() if s.genau)


def grenzen_der_verdeckten(i: Indikator, zahlen: list[Kennzahl]) -> dict[str, Zahlbereich]:
    """Hidden cell -> what the totals of its own table let it be."""
    zellen = tafel(i, zahlen)
    gleichungen = list(eigene(i, zellen))
    grenze = {z: grenzen(i, zellen.get(z)) for g in gleichungen for z in g.glieder}
    geheim = [z for z, k in zellen.items() if k.zeichen is Zeichen.UNBEKANNT]
    return {"_".join(z.werte): s for z, s in spannen(grenze, gleichungen, geheim).items()}


def reihe(werte: Werte, stichtag: str = "2025") -> list[Kennzahl]:
    return [kennzahl(stichtag, wert, art=art) for art, wert in werte.items()]


def kreuz(**werte: float | str) -> list[Kennzahl]:
    return [kennzahl("2025", wert, art=n.split("_")[0], ort=n.split("_")[1]) for n, wert in werte.items()]


@pytest.mark.parametrize(
    ("werte", "erwartet"),
    [
        pytest.param({"alle": 20, "a": 10, "b": 9, "c": "."}, [("c", 1)], id="der eine, der zur Summe fehlt"),
        pytest.param({"alle": 20, "a": 12, "b": 0, "c": "."}, [("c", 8)], id="neben einer 0"),
        pytest.param({"alle": 20, "a": 12, "b": "-", "c": "."}, [("c", 8)], id="neben einem Strich, der genau null ist"),
        pytest.param({"alle": 20, "a": 20, "b": 0, "c": "."}, [("c", 0)], id="er selbst ist 0"),
        pytest.param({"alle": 0, "a": 0, "b": 0, "c": "."}, [("c", 0)], id="alles ist 0"),
        pytest.param({"alle": 20, "a": 10, "b": ".", "c": "."}, [], id="zwei verdeckte"),
        pytest.param({"alle": 20, "a": ".", "b": ".", "c": "."}, [], id="drei verdeckte"),
        pytest.param({"alle": ".", "a": 10, "b": 8, "c": 2}, [("alle", 20)], id="die Summe selbst"),
        pytest.param({"alle": ".", "a": 10, "b": 8, "c": "."}, [], id="die Summe und ein Teil"),
        pytest.param({"alle": ".", "a": 0, "b": "-", "c": 0}, [("alle", 0)], id="die Summe von nichts"),
        pytest.param({"alle": 0.3, "a": 0.1, "b": 0, "c": "."}, [("c", 0.2)], id="Dezimalzahlen ohne Rest"),
        pytest.param({"alle": 20, "a": 10, "c": "."}, [], id="eine Zeile fehlt"),
        pytest.param({"a": 10, "b": 9, "c": "."}, [], id="die Summe fehlt"),
        pytest.param({"alle": 20, "a": 10, "b": "...", "c": "."}, [], id="neben einem Wert, der noch kommt"),
        pytest.param({"alle": 20, "a": 10, "b": "x", "c": "."}, [], id="neben einem gesperrten"),
        pytest.param({"alle": 20, "a": 10, "b": "/", "c": "."}, [], id="neben einem unsicheren"),
        pytest.param({"alle": 20, "a": 10, "b": "w", "c": "."}, [], id="neben einem nur in Worten genannten"),
        pytest.param({"alle": 20, "a": 10, "b": 9, "c": 1}, [], id="nichts verdeckt"),
        pytest.param({"alle": 20, "a": 10, "b": 9, "c": "..."}, [], id="der fehlende ist nicht geheim"),
    ],
)  # fmt: skip
def test_aus_einer_summe(plan: Plan, werte: Werte, erwartet: list[tuple[str, float]]) -> None:
    assert verraten(plan, reihe(werte), REIHE) == erwartet


@pytest.mark.parametrize(
    ("verdeckt", "erwartet"),
    [
        pytest.param(["a_x"], [("a_x", 12)], id="eine Zelle"),
        pytest.param(["a_x", "b_y"], [("a_x", 12), ("b_y", 9)], id="zwei über Eck"),
        pytest.param(["a_x", "a_y"], [("a_x", 12), ("a_y", 9)], id="zwei in der Zeile, je eine in der Spalte"),
        pytest.param(["a_x", "b_x"], [("a_x", 12), ("b_x", 10)], id="zwei in der Spalte, je eine in der Zeile"),
        pytest.param(["a_x", "a_y", "b_x"], [("a_x", 12), ("a_y", 9), ("b_x", 10)], id="drei"),
        pytest.param(["a_x", "a_y", "b_x", "b_y"], [], id="vier im Viereck"),
        pytest.param(["alle_alle"], [("alle_alle", 40)], id="die Summe der Summen"),
        pytest.param(["a_alle"], [("a_alle", 21)], id="eine Zwischensumme"),
        pytest.param(["alle_alle", "a_alle"], [("a_alle", 21), ("alle_alle", 40)], id="Summe und Zwischensumme"),
        pytest.param(["alle_alle", "a_alle", "alle_x"], [("a_alle", 21), ("alle_alle", 40), ("alle_x", 22)], id="alle Summen eines Wegs"),
        pytest.param(["a_alle", "a_x"], [("a_alle", 21), ("a_x", 12)], id="Zwischensumme und ihr Teil"),
        pytest.param(["a_alle", "b_alle", "b_y"], [("a_alle", 21), ("b_alle", 19), ("b_y", 9)], id="in drei Schritten"),
        pytest.param(["alle_alle", "a_alle", "alle_x", "a_x"], [], id="vier, durch die Summen verbunden"),
        pytest.param(["a_x", "a_alle", "b_x", "b_alle"], [], id="zwei Spalten ohne Gegenprobe"),
    ],
)  # fmt: skip
def test_aus_gekreuzten_summen(plan: Plan, verdeckt: list[str], erwartet: list[tuple[str, float]]) -> None:
    #         x   y  alle
    #   a    12   9   21
    #   b    10   9   19
    #   alle 22  18   40
    werte: Werte = {
        "alle_alle": 40, "alle_x": 22, "alle_y": 18, "a_alle": 21, "a_x": 12, "a_y": 9, "b_alle": 19, "b_x": 10, "b_y": 9,
    }  # fmt: skip
    assert verraten(plan, kreuz(**werte | dict.fromkeys(verdeckt, ".")), KREUZ) == erwartet


def test_jeder_stichtag_steht_fuer_sich(plan: Plan) -> None:
    frueher = reihe({"alle": 30, "a": 10, "b": ".", "c": "."}, "2024")
    spaeter = reihe({"alle": 20, "a": 10, "b": 9, "c": "."}, "2025")
    assert verraten(plan, [*frueher, *spaeter], REIHE) == [("c", 1)]


def test_ohne_summe_verraet_die_dimension_nichts(plan: Plan) -> None:
    ohne = [{"id": "art", "name": "Art", "auspraegungen": ["viele", "a", "b", "c"]}]
    werte = {"viele": 20, "a": 10, "b": 9, "c": "."}
    assert verraten(plan, [kennzahl("2025", w, art=a) for a, w in werte.items()], ohne) == []


def test_ein_einzelner_teil_ist_nicht_die_ganze_summe(plan: Plan) -> None:
    einer = [{"id": "art", "name": "Art", "auspraegungen": ["alle", "a"], "summe": "alle"}]
    assert verraten(plan, reihe({"alle": 20, "a": "."}), einer) == []


def test_zwei_teile_ergeben_die_summe(plan: Plan) -> None:
    zwei = [{"id": "art", "name": "Art", "auspraegungen": ["a", "b", "alle"], "summe": "alle"}]
    assert verraten(plan, reihe({"a": ".", "b": 18, "alle": 20}), zwei) == [("a", 2)]
