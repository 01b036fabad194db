"""A corrected figure shows every value that it had, with the day of its entry where that is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from saetze_bauen import dimension, indikator, plan_aus
from zahlen_bauen import tafel

from macros.modell.indikator import Frueher
from macros.sichten.berichtigungen import als_zelle, berichtigungen
from macros.sichten.pruefsumme import pruefsumme

FRUEHERE = (Frueher(52.0), Frueher(1053.5, date(2026, 3, 1)))
PLAETZE = indikator("plaetze", nachkommastellen=1, dimensionen=[dimension("ort", "alle", "Nord", summe="alle")])


def test_jeder_wert_steht_da_mit_seinem_tag() -> None:
    nord, alle, offen = tafel(["ort"], ("2025", "Nord", 1054.0), ("2025", "alle", 60), ("2024", "Nord", "."))
    zahlen = (
        replace(nord, vorher=FRUEHERE, eingetragen_am=date(2026, 5, 2)),
        replace(alle, vorher=FRUEHERE[:1]),
        offen,
    )
    assert berichtigungen(plan_aus(PLAETZE, zahlen={"plaetze": zahlen}), PLAETZE) == [
        "2025, Nord: 52,0 → 1.053,5 (01.03.2026) → 1.054,0 (02.05.2026)",
        "2025, insgesamt: 52,0 → 60,0",
    ]


def test_fruehere_werte_in_einer_zelle() -> None:
    assert als_zelle(FRUEHERE) == "52; 2026-03-01: 1053.5"
    assert als_zelle(()) == ""


def test_eine_zahl_mit_einem_frueheren_wert_ohne_tag_behaelt_ihre_pruefsumme() -> None:
    (k,) = tafel([], ("2025", 60))
    summen = [
        pruefsumme(plan_aus(zahlen={"plaetze": (replace(k, vorher=vorher),)}))
        for vorher in ((), FRUEHERE[:1], FRUEHERE, (Frueher(52.0, date(2026, 2, 1)),))
    ]
    assert len(set(summen)) == 4
