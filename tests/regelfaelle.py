"""Records for tests in one line each: `geaendert` changes fields of one, `neu` adds one like another, `meldet` asks a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from macros.modell.befund import Befund
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.regeln import REGELN

HEUTE = date(2026, 6, 30)


def geaendert(plan: Plan, sammlung: str, kennung: str, **felder: Any) -> Plan:
    """The Plan with other fields of one record; None leaves a field out."""
    return neu(plan, sammlung, kennung, kennung, **felder)


def neu(plan: Plan, sammlung: str, kennung: str, wie: str, **felder: Any) -> Plan:
    """The Plan with one more record, like another up to some fields, at the end of its collection."""
    saetze = plan.sammlung(sammlung)
    roh = {**saetze[wie].model_dump(mode="json", exclude_none=True), **felder, "id": kennung}
    satz = SAMMLUNGEN[sammlung].model_validate({k: v for k, v in roh.items() if v is not None})
    aenderung: dict[str, Any] = {sammlung: {**saetze, kennung: satz}}
    return replace(plan, **aenderung)


def meldet(plan: Plan, regel: str, heute: date = HEUTE) -> list[Befund]:
    """What one rule finds."""
    return list(REGELN[regel](plan, heute))


def worte(plan: Plan, regel: str, heute: date = HEUTE) -> list[tuple[str, str, str]]:
    """Record, field and text of everything that one rule finds."""
    return [(b.datei.removeprefix("data/").removesuffix(".yaml"), b.feld, b.text) for b in meldet(plan, regel, heute)]
