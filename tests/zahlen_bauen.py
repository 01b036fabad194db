"""Figures for tests in one line each: `kennzahl` makes one, `tafel` many, `mit` puts them into a Plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from saetze_bauen import indikator, plan_aus

from macros.modell.auswahlen import Zeichen
from macros.modell.indikator import Dimension, Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.modell.stichtag import lies_stichtag
from macros.sichten.reihen import Reihe, reihe


def kennzahl(stichtag: str, wert: float | str | None, **merkmale: str) -> Kennzahl:
    if isinstance(wert, str):
        return Kennzahl(lies_stichtag(stichtag), merkmale, None, Zeichen.lies(wert), "", 2)
    return Kennzahl(lies_stichtag(stichtag), merkmale, wert, None, "", 2)


def tafel(namen: list[str], *zeilen: tuple[Any, ...]) -> tuple[Kennzahl, ...]:
    """Figures as a table: Stichtag, one value per dimension, then a number or a sign."""
    return tuple(kennzahl(s, wert, **dict(zip(namen, werte, strict=True))) for s, *werte, wert in zeilen)


def reihe_aus(dimensionen: list[Dimension], *zeilen: tuple[Any, ...], **felder: Any) -> Reihe:
    """The series of an indicator „Zahlen“ that holds this table."""
    zahlen = tafel([d.id for d in dimensionen], *zeilen)
    satz = indikator("zahlen", dimensionen=[d.model_dump(exclude_none=True) for d in dimensionen], **felder)
    return reihe(plan_aus(satz, zahlen={"zahlen": zahlen}), "zahlen")


def mit(plan: Plan, kennung: str, *zahlen: Kennzahl, **felder: Any) -> Plan:
    """The Plan with other figures, and other fields, of one indicator."""
    alt = plan.indikatoren[kennung]
    neu = Indikator.model_validate({**alt.model_dump(mode="json", exclude_none=True), **felder})
    return replace(
        plan,
        indikatoren={**plan.indikatoren, kennung: neu},
        kennzahlen={**plan.kennzahlen, kennung: zahlen or plan.kennzahlen.get(kennung, ())},
    )
