"""Pictures follow from the data: they grow with every Stichtag and never draw what is not known."""

from __future__ import annotations

import pytest
from zahlen_bauen import kennzahl, mit

from macros.modell.auswahlen import Familie
from macros.modell.plan import Plan
from macros.sichten.indikator_bild import bilder, verlaufsbild
from macros.sichten.reihen import reihe

JAHRE = ("2021", "2022", "2023")


@pytest.mark.parametrize(("anzahl", "familien"), [(1, []), (2, [Familie.BALKEN]), (3, [Familie.LINIE])])
def test_ohne_gruppen_wird_aus_einer_zahl_ein_balken_und_dann_eine_linie(
    plan: Plan, anzahl: int, familien: list[Familie]
) -> None:
    zahlen = [kennzahl(j, n) for n, j in enumerate(JAHRE[:anzahl], 30)]
    neu = mit(plan, "einbuergerungen", *zahlen, dimensionen=[], darstellung={"familie": "balken"})
    assert [b.familie for b in bilder(reihe(neu, "einbuergerungen"))] == familien


@pytest.mark.parametrize(
    ("anzahl", "familien"), [(1, [Familie.BALKEN]), (2, [Familie.BALKEN]), (3, [Familie.LINIE, Familie.BALKEN])]
)
def test_mit_gruppen_kommt_zum_stand_der_verlauf(plan: Plan, anzahl: int, familien: list[Familie]) -> None:
    zahlen = [kennzahl(j, 30, herkunft=h) for j in JAHRE[:anzahl] for h in ("insgesamt", "Asien")]
    neu = mit(plan, "einbuergerungen", *zahlen)
    gezeigt = bilder(reihe(neu, "einbuergerungen"))
    assert [b.familie for b in gezeigt] == familien
    assert len(gezeigt[0].daten) == 2 * anzahl


def test_viele_gruppen_werden_zu_kacheln(plan: Plan) -> None:
    erstes = bilder(reihe(plan, "einbuergerungen"))[0]
    assert erstes.familie is Familie.KACHELN
    assert len(erstes.achsen) == 6


def test_jede_familie_kommt_in_musterstadt_vor(plan: Plan) -> None:
    gezeigt = {b.familie for kennung in plan.indikatoren for b in bilder(reihe(plan, kennung))}
    assert gezeigt == set(Familie) - {Familie.TABELLE}


def test_nur_tabelle_heisst_kein_bild(plan: Plan) -> None:
    assert bilder(reihe(plan, "beschaeftigte")) == ()


def test_gestapelte_anteile_ergeben_100_und_lassen_die_summe_weg(plan: Plan) -> None:
    bild = bilder(reihe(plan, "bevoelkerung"))[0]
    assert bild.reihen == ("deutsch", "ausländisch")
    assert bild.daten.groupby("achse")["wert"].sum().round(9).eq(100).all()


def test_ein_geheimer_teil_macht_den_ganzen_balken_unbekannt(plan: Plan) -> None:
    zahlen = [
        kennzahl(s, w, staatsangehoerigkeit=g)
        for s, ausl in (("2023", 40), ("2024", "."))
        for g, w in (("deutsch", 60), ("ausländisch", ausl))
    ]
    bild = bilder(reihe(mit(plan, "bevoelkerung", *zahlen), "bevoelkerung"))[0]
    assert bild.achsen == ("2023",)


def test_eine_befragung_zeigt_nur_gruppen_mit_zahlen(plan: Plan) -> None:
    likert, verlauf = bilder(reihe(plan, "wohlfuehlen"))
    assert "keine Angabe zur Herkunft" not in likert.achsen
    assert "keine Angabe" not in likert.reihen
    # 2025, insgesamt: 33 + 36 percent agree
    neueste = verlauf.daten[(verlauf.daten["reihe"] == "insgesamt") & (verlauf.daten["zeit_text"] == "2025")]
    assert neueste["wert"].item() == 69


def test_antworten_als_zahlen_werden_zu_anteilen_ihrer_gruppe(plan: Plan) -> None:
    antworten = dict(
        zip(("stimme voll zu", "stimme eher zu", "teils, teils", "stimme eher nicht zu"), (2, 14, 6, 2), strict=True)
    )
    zahlen = [kennzahl("2022", n, gruppe="insgesamt", antwort=a) for a, n in antworten.items()]
    bild = bilder(reihe(mit(plan, "wohlfuehlen", *zahlen, einheit="antworten"), "wohlfuehlen"))[0]
    assert bild.daten["wert"].round(1).to_list() == [8.3, 58.3, 25.0, 8.3]
    assert bild.daten["anzahl"].to_list() == [2, 14, 6, 2]


def test_die_kurze_linie_zeigt_den_gesamtwert(plan: Plan) -> None:
    bild = verlaufsbild(reihe(plan, "einbuergerungen"))
    assert bild is not None and bild.reihen == ("insgesamt",)
    assert verlaufsbild(reihe(plan, "sprachtreff-plaetze")) is None
