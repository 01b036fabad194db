"""Numbers with their unit, the same on the site and on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from macros.ausgabe.druck.steckbrief import blatt
from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.erzeugen import seiten
from macros.ausgabe.worte.einheiten import mit_einheit
from macros.modell.einheit import Einheit
from macros.modell.plan import Plan


@pytest.mark.parametrize(
    ("wert", "einheit", "stellen", "text"),
    [
        (5263, Einheit.PERSONEN, 0, "5.263 Personen"),
        (1, Einheit.PERSONEN, 0, "1 Person"),
        (0, Einheit.EHEN, 0, "0 Ehen"),
        (1, Einheit.EURO, 0, "1 Euro"),
        (2.5, Einheit.STUNDEN, 1, "2,5 Stunden"),
        (1234, Einheit.ANZAHL, 0, "1.234"),
        (9.94, Einheit.PROZENT, 1, "9,9\u00a0%"),
    ],
)
def test_eine_zahl_mit_ihrer_einheit(wert: float, einheit: Einheit, stellen: int, text: str) -> None:
    assert mit_einheit(wert, einheit, stellen) == text


def auf_der_seite(bau: Bau, kennung: str) -> str:
    return next(s.inhalt for s in seiten(bau) if s.adresse == f"massnahmen/{kennung}/")


def auf_papier(bau: Bau, kennung: str) -> str:
    return str(blatt(bau, bau.plan.massnahmen[kennung]))


@pytest.mark.parametrize("ort", [auf_der_seite, auf_papier])
@pytest.mark.parametrize(("euro", "text"), [(18500.5, "18.500,50 Euro"), (18500, "18.500 Euro")])
def test_seite_und_papier_schreiben_einen_betrag_gleich(
    plan: Plan, stichtag: date, ort: Callable[[Bau, str], str], euro: float, text: str
) -> None:
    m = next(m for m in plan.massnahmen.values() if m.kosten)
    assert m.kosten
    neu = m.model_copy(update={"kosten": m.kosten.model_copy(update={"betrag_euro": euro})})
    bau = Bau(replace(plan, massnahmen={**plan.massnahmen, m.id: neu}), stichtag)
    assert f"{text} ({m.kosten.art.bezeichnung})" in ort(bau, m.id)
