"""What is noted beside rows of a table stands under it, as wide as the page, and what is noted of several rows once."""

from __future__ import annotations

from collections.abc import Sequence

from macros.deutsch.buchstaben import gross
from macros.modell.matrix import Herausforderung

Notiz = tuple[list[Herausforderung], str]


def zeilennotizen(herausforderungen: Sequence[Herausforderung]) -> list[Notiz]:
    """Challenges and what is noted of them: how they were treated, and remarks; in the order of the table."""
    je: dict[str, list[Herausforderung]] = {}
    for h in herausforderungen:
        behandelt = f"{gross(h.prioritaet.bezeichnung)}: {h.prioritaet_text}" if h.prioritaet_text else ""
        for text in filter(None, (behandelt, *(f"Anmerkung: {a}" for a in h.anmerkungen))):
            je.setdefault(text, []).append(h)
    return [(saetze, text) for text, saetze in je.items()]
