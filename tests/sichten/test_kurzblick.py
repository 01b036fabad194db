"""An indicator at a glance: which figure leads, what stands beside it, which way it went."""

from __future__ import annotations

from datetime import date

import pytest
from saetze_bauen import dimension
from zahlen_bauen import reihe_aus

from macros.modell.plan import Plan
from macros.sichten.indikator_lage import zahlenlage
from macros.sichten.kurzblick import Balken, Blickart, Kurzblick, kurzblick
from macros.sichten.reihen import Reihe, reihe

HEUTE = date(2026, 6, 30)
GRUPPE = dimension("gruppe", "alle", "eine", "andere", summe="alle")
VIELE = dimension("ort", "Nord", "Mitte", "Süd", "Ost")


def blick(r: Reihe) -> Kurzblick:
    return kurzblick(zahlenlage(r, HEUTE))


def test_die_summe_fuehrt_und_die_teile_stehen_daneben() -> None:
    b = blick(reihe_aus([GRUPPE], ("2024", "alle", 9), ("2024", "eine", 4), ("2024", "andere", 5)))
    assert (b.art, b.fuehrend) == (Blickart.GESAMT, Balken("alle", 9, gesamt=True))
    assert b.andere == (Balken("eine", 4), Balken("andere", 5))
    assert (b.schritt, b.verlauf) == (None, None)


@pytest.mark.parametrize(("orte", "art", "erster"), [(3, Blickart.GRUPPE, "Nord"), (4, Blickart.HOECHSTER, "Ost")])
def test_von_wenigen_gruppen_fuehrt_die_erste_von_vielen_die_hoechste(orte: int, art: Blickart, erster: str) -> None:
    zeilen = [("2024", ort, n) for n, ort in enumerate(VIELE.auspraegungen[:orte], start=1)]
    b = blick(reihe_aus([VIELE], *zeilen))
    assert (b.art, b.fuehrend and b.fuehrend.name, len(b.andere)) == (art, erster, orte - 1)


def test_der_schritt_fuehrt_von_der_zahl_davor_zur_neuesten() -> None:
    b = blick(reihe_aus([], ("2022", 5), ("2023", 9), ("2024", 6)))
    assert b.schritt is not None
    assert (str(b.schritt.seit), b.schritt.um, b.schritt.bruch) == ("2023", -3, False)
    assert b.verlauf is not None
    gebrochen = blick(reihe_aus([], ("2023", 9), ("2024", 6), bruch={"ab": "2024", "grund": "Neue Zählung."}))
    assert gebrochen.schritt is not None and gebrochen.schritt.bruch


def test_eine_befragung_nennt_die_zustimmung_und_ihren_weg(plan: Plan) -> None:
    b = blick(reihe(plan, "wohlfuehlen"))
    assert (b.art, b.fuehrend, b.stellen) == (Blickart.ZUSTIMMUNG, Balken("insgesamt", 69, gesamt=True), 0)
    assert b.schritt is not None and (str(b.schritt.seit), b.schritt.um) == ("2023", 3)


def test_geplant_und_tatsaechlich_ist_ein_paar(plan: Plan) -> None:
    b = blick(reihe(plan, "sprachtreff-plaetze"))
    assert (b.art, str(b.zeit)) == (Blickart.PAAR, "2025")
    assert (b.fuehrend, b.plan) == (Balken("Innenstadt, tatsächlich", 49), Balken("geplant", 50))
    assert b.andere == (Balken("Nordviertel", 37), Balken("Großfeldsiedlung", 33))


def test_nur_worte_oder_noch_nichts_hat_keine_fuehrende_zahl() -> None:
    for zeilen in ([], [("2024", "w")]):
        b = blick(reihe_aus([], *zeilen))
        assert (b.art, b.fuehrend, b.alle) == (Blickart.LEER, None, ())


def test_von_sehr_vielen_gruppen_werden_nur_die_teile_einer_dimension_zu_balken() -> None:
    ort = dimension("ort", "alle", *(f"Ort {n}" for n in range(9)), summe="alle")
    zeilen = [("2024", o, g, 1) for o in ort.auspraegungen for g in GRUPPE.auspraegungen]
    b = blick(reihe_aus([ort, GRUPPE], *zeilen))
    assert [a.name for a in b.andere] == ["eine", "andere", *(f"Ort {n}" for n in range(9))] or len(b.andere) == 11
