"""What is hidden stays hidden: totals, crossed totals and other tables give nothing away."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from zahlen_bauen import kennzahl, mit

from macros.modell.befund import Befund
from macros.modell.indikator import Kennzahl
from macros.modell.plan import Plan
from macros.regeln import REGELN

HEUTE = date(2026, 6, 30)
DREI = [{"id": "art", "name": "Art", "auspraegungen": ["alle", "a", "b", "c"], "summe": "alle"}]
KREUZ = [
    {"id": "art", "name": "Art", "auspraegungen": ["alle", "a", "b"], "summe": "alle"},
    {"id": "ort", "name": "Ort", "auspraegungen": ["alle", "x", "y"], "summe": "alle"},
]
SCHUTZ = {"verfahren": "unterdrueckung", "schwelle": 3}


def befunde(plan: Plan, regel: str, *zahlen: Kennzahl, **felder: Any) -> list[Befund]:
    einstellung = {"dimensionen": DREI, "geheimhaltung": SCHUTZ, "darstellung": {"familie": "tabelle"}} | felder
    nur = mit(plan, "einbuergerungen", *zahlen, **einstellung)
    return [b for b in REGELN[regel](nur, HEUTE) if "einbuergerungen" in b.datei]


def eine(**werte: float | str) -> list[Kennzahl]:
    return [kennzahl("2025", wert, art=art) for art, wert in werte.items()]


def kreuz(**werte: float | str) -> list[Kennzahl]:
    return [kennzahl("2025", wert, art=n.split("_")[0], ort=n.split("_")[1]) for n, wert in werte.items()]


@pytest.mark.parametrize(
    ("werte", "anzahl"),
    [
        ({"alle": 20, "a": 10, "b": 9, "c": "."}, 1),
        ({"alle": 20, "a": 10, "b": ".", "c": "."}, 0),
        ({"alle": ".", "a": 10, "b": 8, "c": 2}, 1),
        ({"alle": 20, "a": 10, "b": "-", "c": "."}, 1),
        ({"alle": 20, "a": 10, "b": "...", "c": "."}, 0),
        ({"alle": 20, "a": 10, "c": "."}, 0),
        ({"a": 10, "b": 9, "c": "."}, 0),
    ],
    ids=["eine", "zwei", "summe", "null", "folgt-noch", "zeile-fehlt", "ohne-summe"],
)
def test_eine_summe_verraet_hoechstens_einen_wert(plan: Plan, werte: dict[str, float | str], anzahl: int) -> None:
    assert len(befunde(plan, "verdecktes", *eine(**werte))) == anzahl


def test_in_der_kreuztabelle_reichen_vier_verdeckte_im_viereck(plan: Plan) -> None:
    offen = {"alle_alle": 40, "alle_x": 22, "alle_y": 18, "a_alle": 21, "b_alle": 19}
    viereck = {"a_x": ".", "a_y": ".", "b_x": ".", "b_y": "."}
    assert befunde(plan, "verdecktes", *kreuz(**offen, **viereck), dimensionen=KREUZ) == []


def test_in_der_kreuztabelle_verraet_die_andere_richtung_zwei_verdeckte(plan: Plan) -> None:
    # Along `ort` each row hides two cells, but along `art` each column has only one.
    werte: dict[str, float | str] = {
        "alle_alle": 40, "alle_x": 22, "alle_y": 18, "a_alle": 21, "b_alle": 19, "a_x": ".", "a_y": ".", "b_x": 10, "b_y": 9,
    }  # fmt: skip
    assert len(befunde(plan, "verdecktes", *kreuz(**werte), dimensionen=KREUZ)) == 2


def test_ueber_mehrere_schritte_ausgerechnet_ist_auch_verraten(plan: Plan) -> None:
    # b_y follows from its column; then b_alle from its row; then a_alle is not hidden any more either.
    werte: dict[str, float | str] = {
        "alle_alle": 40, "alle_x": 22, "alle_y": 18, "a_alle": ".", "b_alle": ".", "a_x": 12, "a_y": 9, "b_x": 10, "b_y": ".",
    }  # fmt: skip
    assert len(befunde(plan, "verdecktes", *kreuz(**werte), dimensionen=KREUZ)) == 3


def test_der_befund_sagt_nicht_welcher_wert_es_ist(plan: Plan) -> None:
    (befund,) = befunde(plan, "verdecktes", *eine(alle=4711, a=4000, b=700, c="."))
    assert "11" not in befund.text + befund.vorschlag


def test_eine_zweite_tabelle_derselben_menschen_verraet_den_wert(plan: Plan) -> None:
    hier = eine(alle=60, a=40, b=".", c=".")
    dort = [kennzahl("2025", w, art=a) for a, w in (("alle", 60), ("a", 40), ("b", 12))]
    andere = mit(plan, "bevoelkerung", *dort, dimensionen=DREI, darstellung={"familie": "tabelle"})
    # Only two figures in common: too few to say that both tables count the same people.
    assert befunde(andere, "verdecktes", *hier) == []
    mehr = [kennzahl("2024", 55, art="alle")]
    andere = mit(plan, "bevoelkerung", *dort, *mehr, dimensionen=DREI, darstellung={"familie": "tabelle"})
    (befund,) = befunde(andere, "verdecktes", *hier, *mehr)
    assert "Einwohner*innen" in befund.text and "bevoelkerung.csv" in befund.vorschlag
    fremd = mit(andere, "bevoelkerung", quelle="umfrage")
    assert befunde(fremd, "verdecktes", *hier, *mehr) == []


@pytest.mark.parametrize(
    ("wert", "schwelle", "anzahl"), [(0, 3, 0), (1, 3, 1), (2, 3, 1), (3, 3, 0), (4, 5, 1), (5, 5, 0)]
)
def test_von_eins_bis_unter_die_schwelle(plan: Plan, wert: int, schwelle: int, anzahl: int) -> None:
    gefunden = befunde(plan, "kleine_zahlen", *eine(a=wert), geheimhaltung={**SCHUTZ, "schwelle": schwelle})
    assert len(gefunden) == anzahl


def test_was_keine_menschen_zaehlt_darf_klein_sein(plan: Plan) -> None:
    assert befunde(plan, "kleine_zahlen", *eine(a=1), einheit="angebote") == []


@pytest.mark.parametrize(("jahr", "anzahl"), [("2025", 0), ("2026", 1)])
def test_ohne_verfahren_gilt_nur_was_das_konzept_veroeffentlicht_hat(plan: Plan, jahr: str, anzahl: int) -> None:
    keine = {"verfahren": "keine", "begruendung": "Das Konzept hat sie veröffentlicht."}
    zahl = kennzahl(jahr, 1, art="a")
    assert len(befunde(plan, "kleine_zahlen", zahl, geheimhaltung=keine, abschnitt="1-einleitung")) == anzahl


def test_ohne_abschnitt_hat_das_konzept_nichts_veroeffentlicht(plan: Plan) -> None:
    keine = {"verfahren": "keine", "begruendung": "Das Konzept hat sie veröffentlicht."}
    assert len(befunde(plan, "kleine_zahlen", *eine(a=1), geheimhaltung=keine)) == 1


@pytest.mark.parametrize(
    ("werte", "felder", "anzahl"),
    [
        ((100, 131), {}, 1),
        ((100, 130), {}, 0),
        ((100, 69), {}, 1),
        ((10, 15), {}, 0),
        ((100, 131), {"sprung": 50}, 0),
        ((100, 131), {"bruch": {"ab": "2025", "grund": "Neue Zählung."}}, 0),
        ((0, 131), {}, 0),
    ],
    ids=["hoch", "genau-am-rand", "tief", "wenige-menschen", "eigener-sprung", "bruch", "aus-null"],
)
def test_spruenge_fallen_auf(plan: Plan, werte: tuple[int, int], felder: dict[str, Any], anzahl: int) -> None:
    zahlen = [kennzahl(j, w, art="a") for j, w in zip(("2024", "2025"), werte, strict=True)]
    assert len(befunde(plan, "spruenge", *zahlen, **{"sprung": 30, **felder})) == anzahl
