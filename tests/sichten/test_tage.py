"""The newest entry and the newest figure come from the data, whatever the day of the build."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from saetze_bauen import fassung, massnahme, plan_aus
from zahlen_bauen import kennzahl, tafel

from macros.modell.plan import Plan
from macros.modell.stichtag import lies_stichtag
from macros.sichten.tage import eingetragen_am, geaendert_am, neueste_zahl, neuester_eintrag

HEUTE = date(2026, 6, 30)
ZAHL = replace(kennzahl("2024", 5), eingetragen_am=date(2026, 3, 4))


@pytest.mark.parametrize(
    ("plan", "tag"),
    [
        (plan_aus(massnahme("treff", sachstaende=[{"datum": "2026-03-01", "stand": "beschlossen"}])), date(2026, 3, 1)),
        (plan_aus(massnahme("treff", schritte=[{"text": "A.", "erledigt_am": "2026-03-02"}])), date(2026, 3, 2)),
        (plan_aus(fassung("neu", 2026, beschlossen_am="2026-03-03")), date(2026, 3, 3)),
        (plan_aus(zahlen={"plaetze": (ZAHL, *tafel([], ("2025-12-31", 7)))}), date(2026, 3, 4)),
        (plan_aus(massnahme("treff", schritte=[{"text": "A.", "termin": "2026-03-02"}])), None),
        (plan_aus(fassung("neu", 2026)), None),
        (plan_aus(zahlen={"plaetze": tafel([], ("2025-12-31", 7))}), None),
        (plan_aus(fassung("neu", 2026, beschlossen_am="2026-07-01")), None),
    ],
)
def test_der_neueste_eintrag_ist_ein_tag_den_die_daten_nennen(plan: Plan, tag: date | None) -> None:
    assert neuester_eintrag(plan, HEUTE) == tag


def test_von_mehreren_gilt_der_neueste() -> None:
    plan = plan_aus(
        fassung("neu", 2026, beschlossen_am="2026-01-05"),
        massnahme("treff", sachstaende=[{"datum": "2026-03-01", "stand": "beschlossen"}]),
        zahlen={"plaetze": (ZAHL,)},
    )
    assert neuester_eintrag(plan, HEUTE) == date(2026, 3, 4)
    assert neuester_eintrag(plan, date(2026, 3, 3)) == date(2026, 3, 1)


def test_die_neueste_zahl_ist_eine_und_kein_zeichen() -> None:
    plan = plan_aus(zahlen={"a": tafel([], ("2025", 1), ("2026", "...")), "b": tafel([], ("2025-06-30", 2))})
    assert neueste_zahl(plan) == lies_stichtag("2025")
    assert neueste_zahl(plan_aus()) is None


def test_wann_eine_reihe_zuletzt_eingetragen_wurde() -> None:
    assert eingetragen_am((ZAHL, replace(ZAHL, eingetragen_am=date(2025, 1, 1)))) == date(2026, 3, 4)
    assert eingetragen_am(tafel([], ("2025", 1))) is None


def test_ein_bericht_der_spaet_kam_zaehlt_von_seiner_eintragung_an() -> None:
    berichte = [
        {"datum": "2026-03-01", "stand": "beschlossen"},
        {"datum": "2026-02-01", "stand": "beschlossen", "eingetragen_am": "2026-04-05"},
    ]
    assert neuester_eintrag(plan_aus(massnahme("treff", sachstaende=berichte)), HEUTE) == date(2026, 4, 5)


def test_eine_seite_ist_so_neu_wie_der_neueste_tag_ihrer_daten(plan: Plan) -> None:
    def tag(sammlung: str, kennung: str, heute: date = date(2026, 6, 30)) -> date | None:
        return geaendert_am(plan, plan.sammlung(sammlung)[kennung], heute)

    assert tag("indikatoren", "beschaeftigte") == date(2025, 11, 20)
    assert tag("indikatoren", "beschaeftigte", date(2025, 11, 19)) == date(2025, 3, 10)
    quote, zutaten = tag("indikatoren", "beschaeftigungsquote"), ("beschaeftigte", "bevoelkerung")
    assert quote is not None and quote == max(t for z in zutaten if (t := tag("indikatoren", z)))
    assert tag("akteure", "volkshochschule") is None, "a code list carries no day"
