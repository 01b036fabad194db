"""The paper that a council decides on: which headings it has and in which order is data."""

from __future__ import annotations

from pydantic import Field

from macros.modell.auswahl import Auswahl
from macros.modell.grundtypen import Satz, Text, Zeile


class Vorlagenart(Auswahl):
    """What stands below a heading of the paper."""

    BETREFF = "betreff", "Betreff", "Worum es geht."
    BERATUNGSFOLGE = "beratungsfolge", "Beratungsfolge", "In welchen Gremien und wann beraten wird."
    BESCHLUSS = "beschluss", "Beschlussvorschlag", "Sätze über das, was zu entscheiden ist; jeder lässt sich streichen."
    SACHVERHALT = "sachverhalt", "Sachverhalt", "Stand, Termine, offene Fragen."
    FINANZEN = "finanzen", "Finanzielle Auswirkungen", "Beträge mit Summen."
    ANLAGEN = "anlagen", "Anlagen", "Was der Vorlage beiliegt."
    UNTERSCHRIFT = "unterschrift", "Unterschrift", "Platz für Ort, Tag und Unterschrift."
    TEXT = "text", "Text", "Nur der eigene Text."


class Vorlagenteil(Satz):
    """A heading of the paper, and what stands below it."""

    art: Vorlagenart = Field(title="Inhalt", description="Was unter der Überschrift steht.")
    titel: Zeile | None = Field(None, title="Überschrift", description="Andere Überschrift als die übliche.")
    text: Text | None = Field(None, title="Eigener Text", description="Text, der vor dem erzeugten Inhalt steht.")


UEBLICH = tuple(Vorlagenteil(art=art) for art in Vorlagenart if art is not Vorlagenart.TEXT)
"""The usual headings in their usual order, where a town names none."""
