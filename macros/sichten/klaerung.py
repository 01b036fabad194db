"""What is open: questions that the data carry in notes and beside the law, and those that the editors wrote down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.modell.grundtypen import Datensatz
from macros.modell.plan import Plan
from macros.modell.rechtsstand import Rechtsstand

_FRAGEWORT = r"\b(?:ob|welche[rs]?|wer|was|wie viele)\b"
_OHNE_ANTWORT = r"\b(?:nicht|offen)\b"
_OFFEN = re.compile(
    rf"\?|(?:{_FRAGEWORT}.*?{_OHNE_ANTWORT}|{_OHNE_ANTWORT}.*?{_FRAGEWORT})|nicht sicher", re.IGNORECASE
)
_SATZENDE = re.compile(r"(?<=[.!?])(?<!ggf\.)\s+")


@dataclass(frozen=True, slots=True)
class Offenes:
    """An open point of a record: where it stands, and the sentence or sentences that ask."""

    sammlung: str
    kennung: str
    text: str


def fragt(note: str) -> str:
    """The sentences of a note that leave something open: a question mark, or „ob … sagt das Konzept nicht“."""
    return " ".join(satz for satz in _SATZENDE.split(note) if _OFFEN.search(satz))


def offenes_im_rechtsstand(plan: Plan) -> list[Offenes]:
    """What stands as open beside the law, the same words once."""
    gefunden: dict[str, Offenes] = {}
    for sammlung, satz, stand in rechtsstaende(plan):
        if stand.offen:
            gefunden.setdefault(stand.offen, Offenes(sammlung, satz.id, stand.offen))
    return list(gefunden.values())


def offenes_in_anmerkungen(plan: Plan) -> list[Offenes]:
    """Notes of the editors that leave something open, in the order of the records."""
    return [
        Offenes(sammlung, satz.id, frage)
        for sammlung, satz in plan.alle()
        for note in getattr(satz, "anmerkungen", ())
        if (frage := fragt(note))
    ]


def rechtsstaende(plan: Plan) -> Iterator[tuple[str, Datensatz, Rechtsstand]]:
    """Every note on the law with the record that carries it."""
    for sammlung, satz in plan.alle():
        for stand in getattr(satz, "rechtsstand", ()):
            yield sammlung, satz, stand
