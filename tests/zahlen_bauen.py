"""Figures for tests in one line each: `kennzahl` makes one, `mit` puts them into a Plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from macros.modell.auswahlen import Zeichen
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.modell.stichtag import lies_stichtag


def kennzahl(stichtag: str, wert: float | str | None, **merkmale: str) -> Kennzahl:
    if isinstance(wert, str):
        return Kennzahl(lies_stichtag(stichtag), merkmale, None, Zeichen.lies(wert), "", 2)
    return Kennzahl(lies_stichtag(stichtag), merkmale, wert, None, "", 2)


def mit(plan: Plan, kennung: str, *zahlen: Kennzahl, **felder: Any) -> Plan:
    """The Plan with other figures, and other fields, of one indicator."""
    alt = plan.indikatoren[kennung]
    neu = Indikator.model_validate({**alt.model_dump(mode="json", exclude_none=True), **felder})
    return replace(
        plan,
        indikatoren={**plan.indikatoren, kennung: neu},
        kennzahlen={**plan.kennzahlen, kennung: zahlen or plan.kennzahlen.get(kennung, ())},
    )
