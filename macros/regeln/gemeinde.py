"""Rules on the town's own file: what the frame of the site needs to say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.modell.befund import Befund, Schwere, melde
from macros.modell.plan import Plan
from macros.regeln.register import regel

_NOETIG = {
    "herausgeber": (
        "Wer diese Website herausgibt, steht nirgends.",
        "Die Stelle eintragen, die für die Website einsteht.",
    ),
    "lizenz_daten": (
        "Unter welcher Lizenz Texte und Daten stehen, steht nirgends.",
        "Die Lizenz eintragen, zum Beispiel CC BY 4.0, und unter lizenz_url ihre Adresse.",
    ),
}


@regel
def angaben_zur_website(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """The town says who publishes the site and under which licence; nothing is assumed in its place."""
    for feld, (text, vorschlag) in _NOETIG.items():
        if getattr(plan.gemeinde, feld) is None:
            yield melde(plan.ort("gemeinde", "gemeinde"), feld, "website", text, vorschlag, Schwere.HINWEIS)
