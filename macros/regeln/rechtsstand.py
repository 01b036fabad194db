"""Rules on what is said about the law: with a basis and a day, and looked up again in time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from macros.deutsch.kalender import tag
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.konzept import Begriff
from macros.modell.matrix import Akteur
from macros.modell.plan import Pfad, Plan
from macros.modell.schreibweise import feldname
from macros.regeln.register import regel

_PARAGRAPH = re.compile(r"§+\s?\d")


@regel
def rechtsstand_alt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """What is said about the law is looked up again after two years."""
    for sammlung, satz in plan.alle():
        for stelle, stand in enumerate(getattr(satz, "rechtsstand", ())):
            if stand.ist_alt(stichtag):
                yield melde(
                    plan.ort(sammlung, satz.id, "rechtsstand", stelle, "nachgesehen_am"),
                    f"rechtsstand.{stelle + 1}.nachgesehen_am",
                    "rechtsstand",
                    f"Zuletzt nachgesehen am {tag(stand.nachgesehen_am)}, vor mehr als zwei Jahren.",
                    "Nachsehen, ob das noch gilt, und Text und Tag erneuern.",
                    Schwere.HINWEIS,
                )


@regel
def paragraph_ohne_tag(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A note that names a paragraph says when somebody looked: it stands under `rechtsstand`."""
    for sammlung, satz in plan.alle():
        texte: list[tuple[Pfad, str]] = [
            (("anmerkungen", i), text) for i, text in enumerate(getattr(satz, "anmerkungen", ()))
        ]
        if isinstance(satz, Begriff | Akteur) and satz.beschreibung:
            texte.append((("beschreibung",), satz.beschreibung))
        for pfad, text in texte:
            if treffer := _PARAGRAPH.search(text):
                yield melde(
                    plan.ort(sammlung, satz.id, *pfad),
                    feldname(pfad),
                    "rechtsstand",
                    f"Der Text nennt einen Paragraphen („{text[treffer.start() :][:20].strip()}…“), aber keinen Tag.",
                    "Unter rechtsstand eintragen: text, grundlage, nachgesehen_am.",
                    Schwere.WARNUNG,
                )
