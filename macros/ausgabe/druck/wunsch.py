"""What a document is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.modell.massnahme import Massnahme


@dataclass(frozen=True)
class Wunsch:
    """Measures, and the first and the last day of a report."""

    massnahmen: Sequence[Massnahme]
    ab: date | None = None
    bis: date | None = None
