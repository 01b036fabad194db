"""Where an indicator stands: newest figures, their change, the way to the target, and other areas."""

from __future__ import annotations

from datetime import date

import pytest
from saetze_bauen import dimension, indikator
from zahlen_bauen import mit, reihe_aus

from macros.modell.plan import Plan
from macros.sichten.indikator_lage import (
    Abstand,
    Gruppenlage,
    Wertaenderung,
    Zielabstand,
    aenderung,
    zahlenlage,
    zielabstand,
)
from macros.sichten.reihen import reihe

HEUTE = date(2026, 6, 30)


def test_ohne_gesamtwert_fuehrt_die_erste_gruppe(plan: Plan) -> None:
    lage = zahlenlage(reihe(plan, "beschaeftigungsquote"), HEUTE)
    assert lage.leit is None
    assert lage.fuehrende is not None and lage.fuehrende.merkmale == {"staatsangehoerigkeit": "deutsch"}


def test_aenderung_rechnet_mit_den_gezeigten_zahlen(plan: Plan) -> None:
    lage = zahlenlage(reihe(plan, "bevoelkerung"), HEUTE)
    assert lage.leit is not None and lage.leit.aenderung is not None
    assert lage.leit.aenderung.absolut == 30518 - 30412
    assert lage.leit.aenderung.prozent == pytest.approx(0.3485, abs=0.0001)


def test_ueber_einen_bruch_wird_nicht_verglichen(plan: Plan) -> None:
    lage = zahlenlage(reihe(plan, "schueler"), HEUTE)
    assert lage.leit is not None
    assert lage.leit.seit_beginn is None  # only two Stichtage since the break
    vorher = mit(plan, "schueler", bruch={"ab": "2025/26", "grund": "Neue Zählung."})
    leit = zahlenlage(reihe(vorher, "schueler"), HEUTE).leit
    assert leit is not None and leit.aenderung is not None and leit.aenderung.bruch


@pytest.mark.parametrize(
    ("richtung", "ziel", "erreicht"),
    [("steigend_gut", 100, False), ("steigend_gut", 90, True), ("fallend_gut", 90, False), ("neutral", 90, None)],
)
def test_ob_ein_ziel_erreicht_ist_haengt_von_der_richtung_ab(
    plan: Plan, richtung: str, ziel: float, erreicht: bool | None
) -> None:
    zielwert = {"wert": ziel, "jahr": 2030, "beschluss": "Rat"}
    leit = zahlenlage(
        reihe(mit(plan, "einbuergerungen", richtung=richtung, zielwert=zielwert), "einbuergerungen"), HEUTE
    ).leit
    assert leit is not None and leit.ziel is not None
    assert (leit.ziel.abstand, leit.ziel.erreicht) == (96 - ziel, erreicht)


@pytest.mark.parametrize(("tag", "spaet"), [(date(2026, 3, 31), False), (date(2026, 4, 1), True)])
def test_ueberfaellig_ab_dem_tag_danach(plan: Plan, tag: date, spaet: bool) -> None:
    assert zahlenlage(reihe(plan, "beschaeftigte"), tag).ueberfaellig is spaet


# Each of the figures by hand, on series of three lines.

GRUPPE = dimension("gruppe", "alle", "eine", summe="alle")
BRUCH = {"ab": "2023", "grund": "Neu gezählt."}


def test_eine_aenderung_wird_einmal_gerundet() -> None:
    r = reihe_aus([], ("2021", 8.04), ("2022", 10.06), nachkommastellen=1)
    von, bis = r.kennzahlen
    assert aenderung(r, von, bis) == Wertaenderung(von, bis, 2.0, pytest.approx(25.1244, abs=1e-4), False)  # 2.02


@pytest.mark.parametrize(("von", "bis"), [(".", 5), (5, ".")])
def test_aus_einem_zeichen_folgt_keine_aenderung(von: float | str, bis: float | str) -> None:
    r = reihe_aus([], ("2021", von), ("2022", bis))
    assert aenderung(r, *r.kennzahlen) is None


def test_von_null_aus_gibt_es_keine_prozente() -> None:
    r = reihe_aus([], ("2021", 0.4), ("2022", 7))
    assert aenderung(r, *r.kennzahlen) == Wertaenderung(*r.kennzahlen, 7, None, False)


@pytest.mark.parametrize(("ab", "bruch"), [("2021", False), ("2022", True), ("2023", False)])
def test_ein_bruch_liegt_zwischen_zwei_zahlen_oder_nicht(ab: str, bruch: bool) -> None:
    r = reihe_aus([], ("2021", 5), ("2022", 7), bruch={**BRUCH, "ab": ab})
    gemessen = aenderung(r, *r.kennzahlen)
    assert gemessen is not None and gemessen.bruch is bruch


@pytest.mark.parametrize(
    ("richtung", "wert", "abstand", "erreicht"),
    [
        ("steigend_gut", 10.04, 0, True),
        ("steigend_gut", 9.9, -0.1, False),
        ("steigend_gut", 10.5, 0.5, True),
        ("fallend_gut", 10.04, 0, True),
        ("fallend_gut", 9.5, -0.5, True),
        ("fallend_gut", 10.5, 0.5, False),
        ("neutral", 12, 2, None),
    ],
)
def test_der_abstand_zum_ziel_wird_wie_die_zahl_gerundet(
    richtung: str, wert: float, abstand: float, erreicht: bool | None
) -> None:
    ziel = {"wert": 10, "jahr": 2030, "beschluss": "Rat"}
    i = indikator("quote", richtung=richtung, nachkommastellen=1, zielwert=ziel)
    assert i.zielwert is not None
    assert zielabstand(i, wert) == Zielabstand(i.zielwert, abstand, erreicht)


def test_ohne_ziel_gibt_es_keinen_abstand() -> None:
    assert zielabstand(indikator("quote"), 5) is None


def test_eine_gruppe_zeigt_die_neueste_zahl_und_was_sich_seit_der_davor_getan_hat() -> None:
    r = reihe_aus([GRUPPE], ("2021", "alle", 40), ("2022", "alle", 50), ("2023", "alle", "."))
    (alle,) = zahlenlage(r, HEUTE).gruppen
    alt, neu, _ = r.kennzahlen
    assert alle == Gruppenlage({"gruppe": "alle"}, neu, Wertaenderung(alt, neu, 10, 25, False), None, None, ())


def test_seit_beginn_zaehlt_ab_drei_vergleichbaren_zahlen() -> None:
    vier = reihe_aus([], ("2021", 10), ("2022", 20), ("2023", 30), ("2024", 45))
    (lage,) = zahlenlage(vier, HEUTE).gruppen
    erste, _, dritte, vierte = vier.kennzahlen
    assert lage.aenderung == Wertaenderung(dritte, vierte, 15, 50, False)
    assert lage.seit_beginn == Wertaenderung(erste, vierte, 35, 350, False)


def test_seit_beginn_beginnt_nach_dem_bruch() -> None:
    zahlen = [("2021", 10), ("2022", 20), ("2023", 30), ("2024", 40), ("2025", 60)]
    r = reihe_aus([], *zahlen, bruch=BRUCH)
    (lage,) = zahlenlage(r, HEUTE).gruppen
    assert lage.seit_beginn == Wertaenderung(r.kennzahlen[2], r.kennzahlen[4], 30, 100, False)
    zwei = reihe_aus([], *zahlen[:4], bruch=BRUCH)
    assert zahlenlage(zwei, HEUTE).gruppen[0].seit_beginn is None


def test_ein_bruch_in_der_zukunft_trennt_nichts() -> None:
    r = reihe_aus([], ("2021", 10), ("2022", 20), ("2023", 30), bruch={**BRUCH, "ab": "2030"})
    (lage,) = zahlenlage(r, HEUTE).gruppen
    assert lage.seit_beginn == Wertaenderung(r.kennzahlen[0], r.kennzahlen[2], 20, 200, False)


def test_eine_einzige_zahl_hat_sich_nicht_geaendert() -> None:
    (lage,) = zahlenlage(reihe_aus([], ("2021", 10)), HEUTE).gruppen
    assert (lage.aenderung, lage.seit_beginn) == (None, None)


def test_andere_gebiete_stehen_mit_abstand_und_ob_es_dieselbe_zeit_ist_daneben() -> None:
    land = {"gebiet": "Land", "wert": 12.34, "stichtag": "2022-12-31", "quelle": "amt"}
    r = reihe_aus([], ("2022-06-30", 15), vergleich=[land, {**land, "stichtag": "2021"}], nachkommastellen=1)
    (lage,) = zahlenlage(r, HEUTE).gruppen
    erster, zweiter = r.indikator.vergleich
    assert lage.vergleiche == (Abstand(erster, 2.7, True), Abstand(zweiter, 2.7, False))


def test_mit_ziel_steht_der_abstand_jeder_gruppe_da() -> None:
    ziel = {"wert": 30, "jahr": 2030, "beschluss": "Rat"}
    r = reihe_aus([GRUPPE], ("2022", "alle", 40), ("2022", "eine", 20), zielwert=ziel, richtung="steigend_gut")
    lagen = zahlenlage(r, HEUTE).gruppen
    assert [(g.ziel.abstand, g.ziel.erreicht) for g in lagen if g.ziel] == [(10, True), (-10, False)]


def test_die_gesamtgruppe_fuehrt_und_ohne_zahl_die_erste_die_eine_hat() -> None:
    r = reihe_aus([GRUPPE], ("2022", "eine", 3), ("2022", "alle", 8))
    lage = zahlenlage(r, HEUTE)
    assert lage.leit is not None and lage.leit.merkmale == {"gruppe": "alle"}
    assert lage.fuehrende is lage.leit
    ohne = dimension("gruppe", "leer", "eine", "andere", "alle", summe="alle")
    r = reihe_aus([ohne], ("2022", "leer", "."), ("2022", "eine", 3), ("2022", "andere", 4), ("2022", "alle", "."))
    lage = zahlenlage(r, HEUTE)
    assert lage.leit is None
    assert lage.fuehrende is not None and lage.fuehrende.merkmale == {"gruppe": "eine"}
    assert lage.gruppen[0] == Gruppenlage({"gruppe": "leer"}, None, None, None, None, ())


def test_die_gesamtgruppe_fuehrt_auch_wenn_sie_zuletzt_steht() -> None:
    zuletzt = dimension("gruppe", "eine", "insgesamt")
    lage = zahlenlage(reihe_aus([zuletzt], ("2022", "eine", 3), ("2022", "insgesamt", 8)), HEUTE)
    assert lage.fuehrende is not None and lage.fuehrende.merkmale == {"gruppe": "insgesamt"}


def test_ohne_jede_zahl_fuehrt_niemand() -> None:
    assert zahlenlage(reihe_aus([], ("2022", ".")), HEUTE).fuehrende is None


@pytest.mark.parametrize(("tag", "spaet"), [(None, False), ("2026-06-29", True), ("2026-06-30", False)])
def test_zahlen_sind_ueberfaellig_nach_dem_erwarteten_tag(tag: str | None, spaet: bool) -> None:
    assert zahlenlage(reihe_aus([], ("2022", 1), naechste_aktualisierung=tag), HEUTE).ueberfaellig is spaet


@pytest.mark.parametrize(("jahr", "ziel"), [(2024, 2026), (2026, 2026), (2027, 2030), (2031, 2030)])
def test_gemessen_wird_am_naechsten_ziel_und_zuletzt_am_letzten(jahr: int, ziel: int) -> None:
    ziele = [{"wert": w, "jahr": j, "beschluss": "Rat"} for w, j in ((50, 2030), (40, 2026))]
    i = indikator("quote", zielwert=ziele[0], weitere_zielwerte=ziele[1:])
    abstand = zielabstand(i, 45, jahr)
    assert abstand is not None
    assert abstand.ziel.jahr == ziel
