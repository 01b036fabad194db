"""What is hidden stays hidden: totals, crossed totals and other tables give nothing away."""

from __future__ import annotations

from dataclasses import replace
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
FORMEL = {"zaehler": [{"indikator": "bevoelkerung"}]}


def befunde(plan: Plan, regel: str, *zahlen: Kennzahl, **felder: Any) -> list[Befund]:
    einstellung = {"dimensionen": DREI, "geheimhaltung": SCHUTZ, "darstellung": {"familie": "tabelle"}} | felder
    nur = mit(plan, "einbuergerungen", *zahlen, **einstellung)
    return [b for b in REGELN[regel](nur, HEUTE) if "einbuergerungen." in b.datei]


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
    # With b, 12 there, also c is known: 60 - 40 - 12.
    dort_steht, folgt = sorted(befunde(andere, "verdecktes", *hier, *mehr), key=lambda b: "ausrechnen" in b.text)
    assert dort_steht.text == "Der verdeckte Wert steht in der Tabelle „Einwohner*innen“."
    assert folgt.text == "Der verdeckte Wert lässt sich zusammen mit der Tabelle „Einwohner*innen“ ausrechnen."
    assert "bevoelkerung.csv" in dort_steht.vorschlag and "bevoelkerung.csv" in folgt.vorschlag
    fremd = mit(andere, "bevoelkerung", quelle="umfrage")
    assert befunde(fremd, "verdecktes", *hier, *mehr) == []


@pytest.mark.parametrize(
    ("wert", "schwelle", "anzahl"), [(0, 3, 0), (1, 3, 1), (2, 3, 1), (3, 3, 0), (4, 5, 1), (5, 5, 0)]
)
def test_von_eins_bis_unter_die_schwelle(plan: Plan, wert: int, schwelle: int, anzahl: int) -> None:
    gefunden = befunde(plan, "kleine_zahlen", *eine(a=wert), geheimhaltung={**SCHUTZ, "schwelle": schwelle})
    assert len(gefunden) == anzahl


def test_was_keine_menschen_zaehlt_darf_klein_sein(plan: Plan) -> None:
    assert befunde(plan, "kleine_zahlen", *eine(a=1), zaehlt="anderes") == []


@pytest.mark.parametrize(("jahr", "anzahl"), [("2025", 0), ("2026", 1)])
def test_ohne_verfahren_gilt_nur_was_das_konzept_veroeffentlicht_hat(plan: Plan, jahr: str, anzahl: int) -> None:
    keine = {"verfahren": "keine", "begruendung": "Das Konzept hat sie veröffentlicht."}
    zahl = kennzahl(jahr, 1, art="a")
    assert len(befunde(plan, "kleine_zahlen", zahl, geheimhaltung=keine, abschnitt="1-einleitung")) == anzahl


def test_ohne_abschnitt_hat_das_konzept_nichts_veroeffentlicht(plan: Plan) -> None:
    keine = {"verfahren": "keine", "begruendung": "Das Konzept hat sie veröffentlicht."}
    assert len(befunde(plan, "kleine_zahlen", *eine(a=1), geheimhaltung=keine)) == 1


KEINE = {"verfahren": "keine", "begruendung": "Das Konzept hat sie veröffentlicht."}


@pytest.mark.parametrize(
    ("schwelle", "zusatz"),
    [(3, " und liegt unter der Schwelle"), (2, ""), (1, "")],
    ids=["darunter", "genau", "darüber"],
)
def test_der_befund_sagt_ob_der_wert_unter_der_schwelle_liegt(plan: Plan, schwelle: int, zusatz: str) -> None:
    werte = eine(alle=20, a=10, b=8, c=".")
    (befund,) = befunde(plan, "verdecktes", *werte, geheimhaltung={**SCHUTZ, "schwelle": schwelle})
    assert befund.text == f"Der verdeckte Wert lässt sich aus den Summen ausrechnen{zusatz}."
    assert (befund.datei, befund.feld, befund.regel) == (
        "data/indikatoren/einbuergerungen.csv",
        "zeichen",
        "geheimhaltung",
    )


def test_wo_nichts_verdeckt_werden_muss_wird_nichts_nachgerechnet(plan: Plan) -> None:
    werte = eine(alle=20, a=10, b=8, c=".")
    assert befunde(plan, "verdecktes", *werte, geheimhaltung=KEINE) == []
    assert befunde(plan, "verdecktes", *werte, formel=FORMEL) == []


def zweite(plan: Plan, *werte: Kennzahl, **felder: Any) -> Plan:
    """The Plan with another table, of the same source and unit."""
    return mit(plan, "bevoelkerung", *werte, dimensionen=DREI, darstellung={"familie": "tabelle"}, **felder)


HIER = eine(alle=60, a=40, b=".", c=".")
DORT = eine(alle=60, a=40, b=12)
VORJAHR = [kennzahl("2024", 55, art="alle")]


@pytest.mark.parametrize(
    ("dort", "felder", "anzahl"),
    [
        pytest.param([*DORT, *VORJAHR], {}, 2, id="drei Zahlen gemeinsam"),
        pytest.param(DORT, {}, 0, id="nur zwei gemeinsam"),
        pytest.param([*DORT, kennzahl("2024", 56, art="alle")], {}, 0, id="eine Zahl widerspricht"),
        pytest.param([*DORT, *VORJAHR], {"zaehlt": "anderes"}, 0, id="zählt anderes"),
        pytest.param([*DORT, *VORJAHR], {"quelle": "umfrage"}, 0, id="andere Quelle"),
        pytest.param([*eine(alle=60, a=40, b="."), *VORJAHR], {}, 0, id="dort auch verdeckt"),
        pytest.param([*eine(alle=60, a=40), *VORJAHR], {}, 0, id="dort nicht dabei"),
        pytest.param([*eine(alle=60, a=40, b=12, c=8), *VORJAHR], {}, 2, id="beide stehen dort"),
        pytest.param([*eine(alle=60, a=40, b=0), *VORJAHR], {}, 2, id="dort eine Null"),
    ],
)
def test_was_eine_zweite_tabelle_verraet(plan: Plan, dort: list[Kennzahl], felder: dict[str, Any], anzahl: int) -> None:
    assert len(befunde(zweite(plan, *dort, **felder), "verdecktes", *HIER, *VORJAHR)) == anzahl


def test_auch_die_letzte_von_mehreren_tabellen_wird_gelesen(plan: Plan) -> None:
    # `beschaeftigte` has the same source and unit, but other figures; it stands before `bevoelkerung` and changes nothing.
    fremd = mit(plan, "beschaeftigte", *eine(alle=9, a=8, b=7, c=6), dimensionen=DREI, quelle="einwohnerstatistik")
    andere = zweite(fremd, *DORT, *VORJAHR)
    befund, _ = sorted(befunde(andere, "verdecktes", *HIER, *VORJAHR), key=lambda b: "ausrechnen" in b.text)
    assert befund.text == "Der verdeckte Wert steht in der Tabelle „Einwohner*innen“."
    assert befund.vorschlag == "Ihn auch in bevoelkerung.csv verdecken."
    assert (befund.feld, befund.regel) == ("zeichen", "geheimhaltung")


def test_eine_tabelle_ohne_die_weitere_spalte_meint_deren_summe(plan: Plan) -> None:
    hier = kreuz(
        alle_alle=60, a_alle=40, b_alle=".", c_alle=".", alle_x=35, a_x=20, b_x=".", c_x=".", alle_y=25, a_y=20, b_y=".", c_y=".",
    )  # fmt: skip
    weitere = [kennzahl("2024", 55, art="alle", ort="alle")]
    dimensionen = [DREI[0], KREUZ[1]]
    gefunden = befunde(zweite(plan, *DORT, *VORJAHR), "verdecktes", *hier, *weitere, dimensionen=dimensionen)
    assert [b.vorschlag for b in gefunden if "steht in" in b.text] == ["Ihn auch in bevoelkerung.csv verdecken."]
    assert len(gefunden) == 2  # c, for all places together, is 60 - 40 - 12


@pytest.mark.parametrize(
    ("felder", "anzahl"),
    [
        ({}, 1),
        ({"zaehlt": "faelle"}, 1),
        ({"zaehlt": "haushalte"}, 1),
        ({"zaehlt": "anderes"}, 0),
        ({"einheit": "stunden"}, 1),
        ({"einheit": "anzahl"}, 1),
        ({"art": "quote"}, 0),
        ({"art": "index"}, 0),
        ({"einheit": "prozent"}, 0),
        ({"geheimhaltung": {"verfahren": "rundung5", "schwelle": 3}}, 0),
        ({"formel": {"zaehler": [{"indikator": "bevoelkerung"}]}}, 0),
    ],
    ids=[
        "personen",
        "fälle",
        "haushalte",
        "anderes",
        "Stunden",
        "Anzahl",
        "Quote",
        "Messwert",
        "Prozent",
        "gerundet",
        "berechnet",
    ],
)
def test_welche_kleinen_zahlen_zaehlen(plan: Plan, felder: dict[str, Any], anzahl: int) -> None:
    assert len(befunde(plan, "kleine_zahlen", *eine(a=2), **felder)) == anzahl


def test_der_befund_ueber_eine_kleine_zahl_sagt_was_zu_tun_ist(plan: Plan) -> None:
    (befund,) = befunde(plan, "kleine_zahlen", *eine(a=2))
    assert befund.text == "2 liegt unter der Schwelle von 3."
    (befund,) = befunde(plan, "kleine_zahlen", *eine(a=2), geheimhaltung=KEINE)
    assert befund.text == (
        "2 liegt unter der Schwelle von 3. "
        "„verfahren: keine“ gilt nur für Zahlen, die das Konzept selbst veröffentlicht hat."
    )


def test_ein_abschnitt_einer_unbekannten_fassung_hat_nichts_veroeffentlicht(plan: Plan) -> None:
    lose = plan.konzept["1-einleitung"].model_copy(update={"fassung": "2030"})
    ohne = replace(plan, konzept={**plan.konzept, lose.id: lose})
    assert len(befunde(ohne, "kleine_zahlen", *eine(a=1), geheimhaltung=KEINE, abschnitt=lose.id)) == 1


def test_mit_verfahren_schuetzt_auch_das_konzept_keine_kleine_zahl(plan: Plan) -> None:
    assert len(befunde(plan, "kleine_zahlen", *eine(a=1), abschnitt="1-einleitung")) == 1


@pytest.mark.parametrize(
    ("heute", "felder", "texte"),
    [
        pytest.param(102, {}, ["Die Rechnung ergibt 2 (2025), weniger als die Schwelle von 3."], id="darunter"),
        pytest.param(103, {}, [], id="genau-die-schwelle"),
        pytest.param(101, {}, ["Die Rechnung ergibt 1 (2025), weniger als die Schwelle von 3."], id="einer"),
        pytest.param(100, {}, [], id="null"),
        pytest.param(98, {}, [], id="weniger"),
        pytest.param(102, {"zaehlt": "anderes"}, [], id="keine-menschen"),
        pytest.param(102, {"geheimhaltung": KEINE}, [], id="ohne-verfahren"),
    ],
)
def test_eine_rechnung_bringt_keine_kleine_zahl_ans_licht(
    plan: Plan, heute: int, felder: dict[str, Any], texte: list[str]
) -> None:
    zahlen = zweite(plan, *eine(alle=heute), kennzahl("2024", 100, art="alle"))
    differenz = {
        "zaehler": [{"indikator": "bevoelkerung"}, {"indikator": "bevoelkerung", "stichtag": "2024", "abziehen": True}]
    }
    gefunden = befunde(zahlen, "kleine_rechnungen", formel=differenz, **felder)
    assert [b.text for b in gefunden] == texte
    assert {(b.feld, b.regel) for b in gefunden} <= {("formel", "geheimhaltung")}


@pytest.mark.parametrize(
    ("heute", "felder", "texte"),
    [
        pytest.param(102, {}, ["Die Rechnung ergibt 2 (2025), weniger als die Schwelle von 3."], id="mal tausend"),
        pytest.param(103, {}, [], id="genau-die-schwelle"),
        pytest.param(102, {"einheit": "prozent", "art": "quote"}, ["Die Rechnung ergibt 2 (2025), weniger als die Schwelle von 3."], id="Anteil-einer-Differenz"),
    ],
)  # fmt: skip
def test_ein_faktor_verbirgt_keine_kleine_zahl(
    plan: Plan, heute: int, felder: dict[str, Any], texte: list[str]
) -> None:
    zahlen = zweite(plan, *eine(alle=heute), kennzahl("2024", 100, art="alle"))
    differenz = {
        "zaehler": [{"indikator": "bevoelkerung"}, {"indikator": "bevoelkerung", "stichtag": "2024", "abziehen": True}],
        "faktor": 1000,
    }
    assert [b.text for b in befunde(zahlen, "kleine_rechnungen", formel=differenz, **felder)] == texte


def test_ein_anteil_einer_zahl_der_tabelle_wird_dort_geprueft(plan: Plan) -> None:
    zahlen = zweite(plan, *eine(alle=2))
    anteil = {"zaehler": [{"indikator": "bevoelkerung"}], "faktor": 100}
    assert befunde(zahlen, "kleine_rechnungen", formel=anteil, einheit="prozent", art="quote") == []


@pytest.mark.parametrize(
    ("geheimhaltung", "felder", "anzahl"),
    [
        ({"verfahren": "unterdrueckung", "schwelle": 2}, {}, 1),
        ({"verfahren": "unterdrueckung", "schwelle": 1}, {}, 1),
        ({"verfahren": "unterdrueckung", "schwelle": 2, "begruendung": "So beschlossen."}, {}, 0),
        ({"verfahren": "unterdrueckung", "schwelle": 3}, {}, 0),
        ({"verfahren": "unterdrueckung", "schwelle": 2}, {"zaehlt": "anderes"}, 0),
    ],
)
def test_eine_schwelle_unter_der_ueblichen_sagt_warum(
    plan: Plan, geheimhaltung: dict[str, Any], felder: dict[str, Any], anzahl: int
) -> None:
    gefunden = befunde(plan, "schwelle_begruendet", geheimhaltung=geheimhaltung, **felder)
    assert [b.feld for b in gefunden] == ["geheimhaltung.schwelle"] * anzahl


def test_nach_einer_formel_ohne_wert_werden_die_anderen_noch_geprueft(plan: Plan) -> None:
    kreis = {"zaehler": [{"indikator": "beschaeftigte"}]}
    zahlen = mit(plan, "beschaeftigte", formel=kreis)
    zahlen = mit(zahlen, "bevoelkerung", *eine(alle=2), dimensionen=DREI)
    assert list(zahlen.indikatoren).index("beschaeftigte") < list(zahlen.indikatoren).index("einbuergerungen")
    gefunden = befunde(zahlen, "kleine_rechnungen", formel={"zaehler": [{"indikator": "bevoelkerung"}]})
    assert [b.text for b in gefunden] == ["Die Rechnung ergibt 2 (2025), weniger als die Schwelle von 3."]


RUNDUNG = {"verfahren": "rundung5", "schwelle": 3}


@pytest.mark.parametrize(
    ("wert", "vorschlag"),
    [(0, None), (5, None), (10, None), (-5, None), (11, 10), (12, 10), (13, 15), (14, 15), (1, 0), (4, 5)],
)
def test_gerundet_ist_ein_vielfaches_von_fuenf(plan: Plan, wert: int, vorschlag: int | None) -> None:
    gefunden = befunde(plan, "rundung", *eine(a=wert), geheimhaltung=RUNDUNG)
    assert [b.text for b in gefunden] == ([] if vorschlag is None else [f"{wert} ist kein Vielfaches von 5."])
    assert [b.vorschlag for b in gefunden] == ([] if vorschlag is None else [f"Gerundet eintragen: {vorschlag}."])


@pytest.mark.parametrize(
    "felder", [{"geheimhaltung": SCHUTZ}, {"geheimhaltung": KEINE}, {"einheit": "prozent"}, {"formel": FORMEL}], ids=str
)
def test_nur_was_gerundet_heisst_muss_gerundet_sein(plan: Plan, felder: dict[str, Any]) -> None:
    assert befunde(plan, "rundung", *eine(a=12), **{"geheimhaltung": RUNDUNG, **felder}) == []


@pytest.mark.parametrize(
    ("geheimhaltung", "anzahl"), [({"verfahren": "keine"}, 1), (KEINE, 0), ({"verfahren": "unterdrueckung"}, 0)]
)
def test_wer_nichts_verdeckt_sagt_warum(plan: Plan, geheimhaltung: dict[str, str], anzahl: int) -> None:
    gefunden = befunde(plan, "geheimhaltung_begruendet", geheimhaltung=geheimhaltung)
    assert [b.feld for b in gefunden] == ["geheimhaltung.begruendung"] * anzahl
