"""Numbers with their unit as German readers write them."""

from __future__ import annotations

from macros.deutsch.saetze import numerus
from macros.deutsch.zahlen import zahl
from macros.modell.einheit import Einheit


def mit_einheit(wert: float, einheit: Einheit, stellen: int = 0) -> str:
    """„5.263 Personen“, „9,9 %“, „3 Euro“; a plain count has no unit word."""
    if einheit == Einheit.PROZENT:
        return f"{zahl(wert, stellen)}\u00a0%"
    if einheit == Einheit.ANZAHL:
        return zahl(wert, stellen)
    return f"{zahl(wert, stellen)} {numerus(wert, einheit.einzahl, einheit.bezeichnung)}"
