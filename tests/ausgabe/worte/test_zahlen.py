"""Amounts of money as German readers write them, the same on the site and on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from macros.ausgabe.druck.steckbrief import blatt
from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.erzeugen import seiten
from macros.ausgabe.worte.zahlen import betrag
from macros.modell.plan import Plan


@pytest.mark.parametrize(
    ("euro", "text"),
    [
        (18500.5, "18.500,50"),
        (18500, "18.500"),
        (18500.0, "18.500"),
        (0, "0"),
        (0.05, "0,05"),
        (999999.99, "999.999,99"),
        (0.1 + 0.2, "0,30"),
        (1.005, "1,01"),
        (4.999, "5"),
        (-12.5, "−12,50"),
    ],
)
def test_cent_stehen_da_wenn_es_welche_gibt(euro: float, text: str) -> None:
    assert betrag(euro) == text


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
