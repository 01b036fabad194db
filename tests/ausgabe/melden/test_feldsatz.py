"""What became of a field is said so that every value bears its word."""

from __future__ import annotations

from typing import Any

import pytest
from saetze_bauen import massnahme, plan_aus

from macros.ausgabe.melden.vergleich import feldsatz
from macros.modell.massnahme import Massnahme
from macros.sichten.unterschied import feldwechsel

BELEG = {"text": "Protokoll", "url": "https://example.org/p"}


@pytest.mark.parametrize(
    ("alt", "neu", "saetze"),
    [
        (
            {},
            {"kosten": {"betrag_euro": 4200, "art": "einmalig", "bewilligt_euro": 4000, "ausgegeben_euro": 350.5}},
            [
                "Kosten: Kosten in Euro: 4.200; Art der Kosten: einmalig; davon bewilligt: 4.000; "
                "davon ausgegeben: 350,5 (bisher nicht angegeben)"
            ],
        ),
        (
            {"zeitraum": {"beginn": "2026-01-01"}},
            {},
            ["Geplanter Zeitraum gestrichen: Beginn: 01.01.2026"],
        ),
        (
            {},
            {"zeitraum": {"beginn": "2026-01-01", "ende": "2026-12-31"}},
            ["Geplanter Zeitraum: Beginn: 01.01.2026; Ende: 31.12.2026 (bisher nicht angegeben)"],
        ),
        (
            {},
            {"schritte": [{"text": "Räume suchen.", "erledigt_am": "2026-03-01", "beleg": BELEG}]},
            [
                "Schritt neu: Schritt: „Räume suchen.“; erledigt am: 01.03.2026; "
                "Beleg: (Beleg: „Protokoll“; Adresse des Belegs: „https://example.org/p“)"
            ],
        ),
        ({}, {"schritte": [{"text": "Räume suchen."}]}, ["Schritt neu: „Räume suchen.“"]),
        (
            {},
            {"indikatoren": [{"id": "kurse", "beziehung": "output", "begruendung": "Zählt sie."}]},
            ["Indikator neu: Indikator: „kurse“; Beziehung: zählt die Leistung; Begründung: „Zählt sie.“"],
        ),
    ],
)
def test_jeder_wert_traegt_sein_wort(alt: dict[str, Any], neu: dict[str, Any], saetze: list[str]) -> None:
    plan = plan_aus()
    wechsel = feldwechsel(massnahme("a", **alt), massnahme("a", **neu))
    assert [feldsatz(plan, plan, Massnahme, w) for w in wechsel] == saetze
