"""A term finds its rows without walking them all; what was worked out of a Plan is kept for that Plan alone."""

from __future__ import annotations

from dataclasses import replace

from saetze_bauen import indikator, plan_aus
from zahlen_bauen import kennzahl

from macros.modell.gerechnet import Zeilen, dreht_sich
from macros.modell.rechnung import kennzahlen
from macros.modell.stichtag import lies_stichtag

ART = {"id": "art", "name": "Art", "auspraegungen": ["a", "b", "c"]}
ORT = {"id": "ort", "name": "Ort", "auspraegungen": ["x", "y"]}
REIHE = (
    kennzahl("2024", 1.0, art="a", ort="x"),
    kennzahl("2024", 2.0, art="b", ort="x"),
    kennzahl("2024", 4.0, art="b", ort="y"),
    kennzahl("2025", 8.0, art="b", ort="x"),
)


def werte(stichtag: str, art: set[str], ort: set[str]) -> list[float | None]:
    gefunden = Zeilen(REIHE).zu(lies_stichtag(stichtag), {"art": frozenset(art), "ort": frozenset(ort)})
    return [k.wert for k in gefunden]


def test_die_zeilen_eines_stichtags_mit_erlaubten_werten() -> None:
    assert werte("2024", {"b"}, {"x"}) == [2.0]
    assert werte("2024", {"a", "b"}, {"x"}) == [1.0, 2.0]
    assert werte("2024", {"a", "b"}, {"x", "y"}) == [1.0, 2.0, 4.0]
    assert werte("2025", {"a"}, {"x"}) == []
    assert werte("2026", {"b"}, {"x"}) == []


def test_ein_anderer_plan_rechnet_neu() -> None:
    formel = {"zaehler": [{"indikator": "zahlen", "auswahl": {"art": "a", "ort": "x"}}], "faktor": 10}
    plan = plan_aus(
        indikator("zahlen", dimensionen=[ART, ORT]), indikator("zehnfach", formel=formel), zahlen={"zahlen": REIHE}
    )
    assert [k.wert for k in kennzahlen(plan, "zehnfach")] == [10.0]
    anders = replace(plan, kennzahlen={"zahlen": (kennzahl("2024", 3.0, art="a", ort="x"),)})
    assert [k.wert for k in kennzahlen(anders, "zehnfach")] == [30.0]
    assert [k.wert for k in kennzahlen(plan, "zehnfach")] == [10.0]


def test_was_sich_im_kreis_dreht_und_was_darauf_ruht() -> None:
    auf = {"zaehler": [{"indikator": "b"}]}
    plan = plan_aus(
        indikator("a", formel=auf),
        indikator("b", formel={"zaehler": [{"indikator": "a"}, {"indikator": "frei"}]}),
        indikator("oben", formel=auf),
        indikator("frei"),
        indikator("doppelt", formel={"zaehler": [{"indikator": "frei"}]}),
        zahlen={"frei": (kennzahl("2024", 1.0),)},
    )
    assert {i for i in plan.indikatoren if dreht_sich(plan, i)} == {"a", "b", "oben"}
