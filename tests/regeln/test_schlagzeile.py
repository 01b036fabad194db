"""A headline may name what the newest figures say, and nothing else: figures, changes, targets, other areas."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from saetze_bauen import indikator, plan_aus
from zahlen_bauen import tafel

from macros.regeln.schlagzeile import genannte, schlagzeile

HEUTE = date(2026, 6, 30)
ZAHLEN = tafel([], ("2021", 4000), ("2024", 5200), ("2025", 5263))
ZIEL: dict[str, Any] = {"zielwert": {"wert": 6000, "jahr": 2030, "beschluss": "Rat"}}


def befunde(text: str, **felder: Any) -> list[str]:
    satz = indikator("zahlen", schlagzeile=text, **felder)
    return [b.text for b in schlagzeile(plan_aus(satz, zahlen={"zahlen": ZAHLEN}), HEUTE)]


@pytest.mark.parametrize(
    "text",
    [
        "Jetzt sind es 5.263",
        "63 mehr als 2024",
        "Seit 2021 ein Plus von 32 Prozent",
        "31,6 Prozent mehr als am 31.12.2021",
        "Bis 2030 sollen es 6.000 sein",
        "Mehr als je zuvor",
        "Im Schuljahr 2024/25 und am 3. Mai 2026 gezählt",
    ],
)
def test_was_die_neuesten_zahlen_sagen_ist_kein_befund(text: str) -> None:
    assert befunde(text, **ZIEL) == []


@pytest.mark.parametrize(
    ("text", "genannt"), [("Jetzt sind es 5.200", "5.200"), ("Bis 2030 sollen es 6.000 sein", "6.000")]
)
def test_eine_zahl_von_frueher_und_eine_fremde_fallen_auf(text: str, genannt: str) -> None:
    assert befunde(text) == [f"Die Schlagzeile nennt {genannt}; in den Zahlen zu 2025 steht das nicht."]


def test_ohne_zahlen_gibt_es_nichts_zu_vergleichen() -> None:
    satz = indikator("zahlen", schlagzeile="Es sind 5")
    assert list(schlagzeile(plan_aus(satz), HEUTE)) == []


def test_tage_und_jahre_sind_keine_zahlen() -> None:
    assert genannte("Am 30.06.2025 waren es 38,5 Prozent, 2021 noch 1.060, B1 schafften 7") == ["38,5", "1.060", "7"]
