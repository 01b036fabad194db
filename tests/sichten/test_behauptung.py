"""The verdict on a claim: what each rounding word promises, worked out by hand.

A row is: the sentence's word, its figure, the decimals it names, what the data give, and whether the sentence holds.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from saetze_bauen import aussage, indikator, plan_aus
from zahlen_bauen import tafel

from macros.modell.aussage import Behauptung, Rundungswort
from macros.modell.plan import Plan
from macros.sichten.behauptung import Ausgang, pruefe_aussage, trifft_zu

URTEILE = """
# genau: rounded to the decimals that the sentence names, it is the same figure
genau           13.6     1   13.6     ja
genau           13.6     1   13.55    ja
genau           13.6     1   13.5499  nein
genau           13.6     1   13.6499  ja
genau           13.6     1   13.65    nein
genau           250      0   250      ja
genau           250      0   249.5    ja
genau           250      0   249.49   nein
genau           250      0   250.49   ja
genau           250      0   250.5    nein
genau           66.6667  0   67.4     ja
genau           66.6667  0   67.5     nein
genau           66.6667  0   66.4     nein
genau           3.25     2   3.245    ja
genau           3.25     2   3.2549   ja
genau           3.25     2   3.255    nein
genau           -2.5     1   -2.5     ja
genau           -2.5     1   -2.45    ja
genau           -2.5     1   -2.55    nein
genau           -2.5     1   2.5      nein
genau           0        0   0        ja
genau           0        0   0.4      ja
genau           0        0   -0.4     ja
genau           0        0   0.5      nein
genau           0        1   0.04     ja
genau           0        1   0.05     nein

# rund: the last digit of the figure that is not zero is the place that it is rounded to
rund            54000    0   54000    ja
rund            54000    0   53500    ja
rund            54000    0   53499    nein
rund            54000    0   54499    ja
rund            54000    0   54500    nein
rund            30000    0   25000    ja
rund            30000    0   24999    nein
rund            30000    0   34999    ja
rund            30000    0   35000    nein
rund            54400    0   54449    ja
rund            54400    0   54450    nein
rund            12.5     1   12.45    ja
rund            12.5     1   12.449   nein
rund            12.5     1   12.549   ja
rund            12.5     1   12.55    nein
rund            7        0   6.5      ja
rund            7        0   6.49     nein
rund            7        0   7.5      nein
rund            -400     0   -350     ja
rund            -400     0   -349     nein
rund            -400     0   -449     ja
rund            -400     0   -450     nein
rund            -400     0   400      nein
rund            0        0   0        ja
rund            0        0   0.4      ja
rund            0        0   0.5      nein
rund            0        0   -0.5     nein

# knapp, fast: not quite reached, 5 % missing at most; towards zero where the figure is negative
knapp           200      0   200      nein
knapp           200      0   199.99   ja
knapp           200      0   190      ja
knapp           200      0   189.99   nein
knapp           200      0   200.01   nein
knapp           8.3      1   7.885    ja
knapp           8.3      1   7.884    nein
knapp           -200     0   -200     nein
knapp           -200     0   -199     ja
knapp           -200     0   -190     ja
knapp           -200     0   -189     nein
knapp           -200     0   -201     nein
knapp           -200     0   195      nein
knapp           200      0   -195     nein
knapp           0        0   0        nein
knapp           0        0   -0.01    nein
knapp           0        0   0.01     nein
fast            50       0   50       nein
fast            50       0   49.99    ja
fast            50       0   47.5     ja
fast            50       0   47.49    nein
fast            50       0   50.01    nein
fast            66.4     1   63.08    ja
fast            -3       0   -2.9     ja
fast            -3       0   -3       nein
fast            -3       0   -3.1     nein
fast            -3       0   -2.84    nein
fast            0        0   0        nein
fast            0        0   0.1      nein

# gut: reached, and 5 % more at most
gut             200      0   200      ja
gut             200      0   199.99   nein
gut             200      0   200.01   ja
gut             200      0   210      ja
gut             200      0   210.01   nein
gut             1.9      1   1.995    ja
gut             1.9      1   1.996    nein
gut             -200     0   -200     ja
gut             -200     0   -199     nein
gut             -200     0   -210     ja
gut             -200     0   -211     nein
gut             -200     0   200      nein
gut             0        0   0        ja
gut             0        0   0.01     nein
gut             0        0   -0.01    nein

# wenig mehr als, etwas mehr als: more, and 10 % more at most
wenig_mehr_als  200      0   200      nein
wenig_mehr_als  200      0   200.01   ja
wenig_mehr_als  200      0   220      ja
wenig_mehr_als  200      0   220.01   nein
wenig_mehr_als  200      0   199      nein
wenig_mehr_als  0.7      1   0.77     ja
wenig_mehr_als  -200     0   -200     nein
wenig_mehr_als  -200     0   -201     ja
wenig_mehr_als  -200     0   -220     ja
wenig_mehr_als  -200     0   -221     nein
wenig_mehr_als  -200     0   -199     nein
wenig_mehr_als  0        0   0        nein
wenig_mehr_als  0        0   0.01     nein
etwas_mehr_als  30       0   30       nein
etwas_mehr_als  30       0   30.01    ja
etwas_mehr_als  30       0   33       ja
etwas_mehr_als  30       0   33.01    nein
etwas_mehr_als  30       0   29       nein
etwas_mehr_als  -30      0   -31      ja
etwas_mehr_als  -30      0   -34      nein
etwas_mehr_als  -30      0   -29      nein
etwas_mehr_als  0        0   0        nein
etwas_mehr_als  0        0   0.01     nein

# mehr als, weniger als: on the number line, however far
mehr_als        500      0   500      nein
mehr_als        500      0   500.01   ja
mehr_als        500      0   499.99   nein
mehr_als        500      0   5000     ja
mehr_als        -5       0   -4       ja
mehr_als        -5       0   -5       nein
mehr_als        -5       0   -6       nein
mehr_als        0        0   0        nein
mehr_als        0        0   0.01     ja
mehr_als        0        0   -0.01    nein
weniger_als     500      0   500      nein
weniger_als     500      0   499.99   ja
weniger_als     500      0   500.01   nein
weniger_als     500      0   0        ja
weniger_als     -5       0   -6       ja
weniger_als     -5       0   -5       nein
weniger_als     -5       0   -4       nein
weniger_als     0        0   0        nein
weniger_als     0        0   -0.01    ja
weniger_als     0        0   0.01     nein

# mindestens, höchstens: the figure itself too
mindestens      20       0   20       ja
mindestens      20       0   19.99    nein
mindestens      20       0   20.01    ja
mindestens      20       0   2000     ja
mindestens      -5       0   -5       ja
mindestens      -5       0   -5.01    nein
mindestens      -5       0   -4.99    ja
mindestens      0        0   0        ja
mindestens      0        0   -0.01    nein
hoechstens      20       0   20       ja
hoechstens      20       0   20.01    nein
hoechstens      20       0   19.99    ja
hoechstens      20       0   0        ja
hoechstens      -5       0   -5       ja
hoechstens      -5       0   -4.99    nein
hoechstens      -5       0   -5.01    ja
hoechstens      0        0   0        ja
hoechstens      0        0   0.01     nein
"""
ZEILEN = [zeile.split() for zeile in URTEILE.splitlines() if zeile and not zeile.startswith("#")]


@pytest.mark.parametrize("zeile", ZEILEN, ids=" ".join)
def test_ob_der_satz_stimmt(zeile: list[str]) -> None:
    wort, behauptet, stellen, berechnet, stimmt = zeile
    behauptung = Behauptung.model_validate({"wert": behauptet, "einheit": "anzahl", "wort": wort, "stellen": stellen})
    assert trifft_zu(behauptung, float(berechnet)) is (stimmt == "ja")


@pytest.mark.parametrize("wort", Rundungswort)
def test_die_tafel_kennt_jedes_wort_mit_beiden_urteilen_und_jedem_vorzeichen(wort: Rundungswort) -> None:
    seine = [z for z in ZEILEN if z[0] == wort]
    assert {z[4] for z in seine} == {"ja", "nein"}
    assert {(float(z[1]) > 0) - (float(z[1]) < 0) for z in seine} == {1, 0, -1}
    assert any(z[1] == z[3] for z in seine)


@pytest.mark.parametrize(
    ("berechnet", "stimmt"), [("65", True), ("67.5", True), ("67.51", False), ("62.5", True), ("62.49", False)]
)
def test_eine_toleranz_gilt_statt_des_worts(berechnet: str, stimmt: bool) -> None:
    behauptung = Behauptung.model_validate({"wert": "65", "einheit": "prozent", "wort": "mehr_als", "toleranz": "2.5"})
    assert trifft_zu(behauptung, float(berechnet)) is stimmt


@pytest.mark.parametrize(("wort", "stimmt"), [("mehr_als", False), ("hoechstens", True), ("mindestens", True)])
def test_der_rest_einer_division_aendert_kein_urteil(wort: str, stimmt: bool) -> None:
    # 17 of 125 are 13.6 %; the machine says 13.600000000000001.
    behauptung = Behauptung.model_validate({"wert": "13.6", "einheit": "prozent", "wort": wort, "stellen": "1"})
    assert trifft_zu(behauptung, 100 * (17 / 125)) is stimmt


@pytest.mark.parametrize(
    ("kennung", "ausgang", "wert"),
    [
        # 4,122 of 30,412 are 13.55 %, with one decimal 13.6.
        ("auslaenderanteil", Ausgang.NACHGERECHNET, 13.5539),
        # 1,480 have a job on 30 June 2024. The end of 2023 is two days nearer than that of 2024: 3,910, so 37.9 %.
        ("beschaeftigte-haelfte", Ausgang.WEICHT_AB, 37.8517),
        # 18 + 16 are 34; „a good 30“ ends at 31.5.
        ("einbuergerungen-europa", Ausgang.WEICHT_AB, 34),
        # 30,412 is 30,000 to the ten thousand.
        ("einwohner-rund", Ausgang.UEBERNOMMEN, 30412),
        # 31 + 35 are 66, and 65 ± 2.5 goes up to 67.5.
        ("zu-hause", Ausgang.PASST_ZUSAMMEN, 66),
        # 30,412 - 29,810 are 602, more than 500.
        ("zuwachs-einwohner", Ausgang.NACHGERECHNET, 602),
    ],
)
def test_die_aussagen_von_musterstadt(plan: Plan, kennung: str, ausgang: Ausgang, wert: float) -> None:
    pruefung = pruefe_aussage(plan, plan.aussagen[kennung])
    assert pruefung.ausgang is ausgang
    assert pruefung.grund == ""
    assert pruefung.ergebnis is not None
    assert pruefung.ergebnis.wert == pytest.approx(wert, abs=0.0001)


def test_die_urteile_und_ihre_worte() -> None:
    assert [(a.value, a.bezeichnung) for a in Ausgang] == [
        ("nachgerechnet", "nachgerechnet"),
        ("uebernommen", "übernommen"),
        ("passt_zusammen", "passt zusammen"),
        ("weicht_ab", "weicht ab"),
        ("nicht_pruefbar", "nicht prüfbar"),
    ]


def test_ohne_formel_und_ohne_grund_bleibt_der_grund_leer(plan: Plan) -> None:
    p = pruefe_aussage(plan, aussage("lose", 3))
    assert (p.ausgang, p.ergebnis, p.grund) == (Ausgang.NICHT_PRUEFBAR, None, "")


def test_ohne_formel_ist_nichts_zu_pruefen_und_der_grund_steht_dabei(plan: Plan) -> None:
    pruefung = pruefe_aussage(plan, plan.aussagen["wartezeit-anerkennung"])
    assert pruefung.ausgang is Ausgang.NICHT_PRUEFBAR
    assert pruefung.ergebnis is None
    assert pruefung.anmerkungen == ("Zur Dauer der Verfahren gibt es keine Statistik.",)


def test_ohne_zahl_ist_nichts_zu_pruefen_und_der_grund_steht_vor_der_anmerkung(plan: Plan) -> None:
    ohne = replace(plan, kennzahlen={**plan.kennzahlen, "einbuergerungen": ()})
    pruefung = pruefe_aussage(ohne, plan.aussagen["einbuergerungen-europa"])
    assert pruefung.ausgang is Ausgang.NICHT_PRUEFBAR
    assert pruefung.ergebnis is None
    assert pruefung.anmerkungen == (
        "Zu „einbuergerungen“ gibt es keine Zahl zum Stichtag 2024.",
        "Die Rechnung ergibt 34, das sind mehr als fünf Prozent über der genannten Zahl.",
    )


def test_wo_nichts_anzumerken_ist_steht_nichts(plan: Plan) -> None:
    assert pruefe_aussage(plan, plan.aussagen["einwohner-rund"]).anmerkungen == ()


EINE = [{"indikator": "leute"}]
EINE_VON_ZWEIEN = [{"indikator": "gruppen", "auswahl": {"gruppe": "Alte"}}]
BEIDE = [{"indikator": "gruppen"}]
QUOTE = {"zaehler": EINE, "nenner": BEIDE, "faktor": "100"}


@pytest.mark.parametrize(
    ("leute", "gruppen", "formel", "ausgang"),
    [
        # one figure that the concept itself states proves nothing; read in a source of its own, it does
        ("konzept", "konzept", {"zaehler": EINE}, Ausgang.UEBERNOMMEN),
        ("konzept", "konzept", {"zaehler": EINE_VON_ZWEIEN}, Ausgang.UEBERNOMMEN),
        ("quelle", "konzept", {"zaehler": EINE}, Ausgang.NACHGERECHNET),
        # reckoned from several figures
        ("konzept", "konzept", {"zaehler": BEIDE}, Ausgang.NACHGERECHNET),
        ("konzept", "konzept", QUOTE, Ausgang.NACHGERECHNET),
        ("konzept", "konzept", {"zaehler": EINE, "faktor": "1000"}, Ausgang.NACHGERECHNET),
        ("konzept", "konzept", {"zaehler": [{"indikator": "quote"}]}, Ausgang.NACHGERECHNET),
        # figures assigned because they fit, wherever they stand in the reckoning
        ("zugeordnet", "quelle", {"zaehler": EINE}, Ausgang.PASST_ZUSAMMEN),
        ("quelle", "zugeordnet", {"zaehler": BEIDE}, Ausgang.PASST_ZUSAMMEN),
        ("quelle", "zugeordnet", QUOTE, Ausgang.PASST_ZUSAMMEN),
        ("quelle", "zugeordnet", {"zaehler": [{"indikator": "quote"}]}, Ausgang.PASST_ZUSAMMEN),
    ],
)
def test_was_eine_uebereinstimmung_beweist(leute: str, gruppen: str, formel: dict[str, Any], ausgang: Ausgang) -> None:
    dimension = [{"id": "gruppe", "name": "Gruppe", "auspraegungen": ["Junge", "Alte"]}]
    plan = plan_aus(
        indikator("leute", zahlen_aus=leute),
        indikator("gruppen", zahlen_aus=gruppen, dimensionen=dimension),
        indikator("quote", formel=QUOTE),
        zahlen={
            "leute": tafel([], ("2024", 5)),
            "gruppen": tafel(["gruppe"], ("2024", "Junge", 3), ("2024", "Alte", 7)),
        },
    )
    satz = aussage("satz", 5, formel=formel, behauptung={"wert": "0", "einheit": "anzahl", "wort": "mindestens"})
    assert pruefe_aussage(plan, satz).ausgang is ausgang
    anders = aussage("satz", 5, formel=formel, behauptung={"wert": "0", "einheit": "anzahl", "wort": "hoechstens"})
    assert pruefe_aussage(plan, anders).ausgang is Ausgang.WEICHT_AB
