"""Numbers with their unit as German readers write them."""

from __future__ import annotations

from macros.modell.einheit import Einheit


def mit_einheit(wert: float, einheit: Einheit, stellen: int = 0) -> str:
    """„5.263 Personen“, „9,9 %“, „3 Euro“; a plain count has no unit word."""
    return einheit.mit(wert, stellen)
