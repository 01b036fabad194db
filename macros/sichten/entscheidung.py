"""What a council has to decide about measures, each question from one rule over the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.modell.auswahl import Auswahl
from macros.modell.auswahlen import Ampel, Stand
from macros.modell.massnahme import Massnahme
from macros.sichten.stand import Lage
from macros.sichten.termine import beendet


class Anlass(Auswahl):
    """Why a measure waits for the council, and the question that it puts."""

    VORGESCHLAGEN = "vorgeschlagen", "vorgeschlagen", "Soll die Maßnahme beschlossen werden?"
    AUSGESETZT = "ausgesetzt", "ausgesetzt", "Soll die Arbeit wieder aufgenommen oder beendet werden?"
    GEFAEHRDET = "gefaehrdet", "gefährdet", "Sind Mittel, Zuständigkeit oder Termine anzupassen?"
    VERZOEGERT = "verzoegert", "verzögert", "Sind Mittel, Zuständigkeit oder Termine anzupassen?"
    ENDE = "ende", "geplantes Ende überschritten", "Wird die Maßnahme verlängert oder beendet?"
    SCHRITT = "schritt", "Termin eines Schritts überschritten", "Welcher Termin gilt jetzt?"
    FEDERFUEHRUNG = "federfuehrung", "ohne Federführung", "Wer führt die Maßnahme?"
    DECKUNG = "deckung", "Kosten ohne Angabe der Finanzierung", "Woraus werden die Kosten bezahlt?"


@dataclass(frozen=True, slots=True)
class Entscheidung:
    """A measure that waits for the council, and why."""

    massnahme: Massnahme
    anlass: Anlass


def entscheidungsbedarf(m: Massnahme, lage: Lage) -> Iterator[Entscheidung]:
    """Questions a measure puts to the council; an ended one puts none.

    Proposed: decide. Suspended: resume or give up. In danger or late by its Ampel, else past its planned end, else
    past the day of a step: adjust. No lead is named, whether reported or not. Costs without a word on who pays them.
    """
    if beendet(m, lage):
        return
    if lage.stand is Stand.VORGESCHLAGEN:
        yield Entscheidung(m, Anlass.VORGESCHLAGEN)
    if lage.stand is Stand.AUSGESETZT:
        yield Entscheidung(m, Anlass.AUSGESETZT)
    if lage.ampel in (Ampel.GEFAEHRDET, Ampel.VERZOEGERT):
        yield Entscheidung(m, Anlass.GEFAEHRDET if lage.ampel is Ampel.GEFAEHRDET else Anlass.VERZOEGERT)
    elif lage.ende_ueberschritten:
        yield Entscheidung(m, Anlass.ENDE)
    elif lage.ueberfaellig:
        yield Entscheidung(m, Anlass.SCHRITT)
    if not m.federfuehrung:
        yield Entscheidung(m, Anlass.FEDERFUEHRUNG)
    if m.kosten and not m.finanzierung:
        yield Entscheidung(m, Anlass.DECKUNG)


def entscheidungen(massnahmen: Iterable[Massnahme], lagen: Mapping[str, Lage]) -> tuple[Entscheidung, ...]:
    """All questions, by measure in their order."""
    return tuple(e for m in massnahmen for e in entscheidungsbedarf(m, lagen[m.id]))


def je_anlass(liste: Iterable[Entscheidung]) -> tuple[tuple[Anlass, tuple[Massnahme, ...]], ...]:
    """Reason -> the measures that wait for it, in the order of the reasons."""
    alle = list(liste)
    je = ((a, tuple(e.massnahme for e in alle if e.anlass is a)) for a in Anlass)
    return tuple((a, massnahmen) for a, massnahmen in je if massnahmen)
