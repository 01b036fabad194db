"""A formula: a figure computed from the figures of indicators."""

from __future__ import annotations

from pydantic import Field

from macros.modell.grundtypen import Dezimalzahl, Ganzzahl, JaNein, Kennung, Satz, ZuIndikator
from macros.modell.stichtag import StichtagFeld


class Glied(Satz):
    """One term of a formula: figures of an indicator, added up."""

    indikator: ZuIndikator = Field(title="Indikator", description="Indikator, aus dem die Zahl kommt.")
    auswahl: dict[str, str | tuple[str, ...]] = Field(
        {}, title="Auswahl", description="Je Dimension die gewählten Werte. Mehrere Werte werden addiert."
    )
    stichtag: StichtagFeld | None = Field(
        None,
        title="Stichtag",
        description="Fester Stichtag. Fehlt er, gilt im Zähler der des ersten Glieds, im Nenner der nächste gemeinsame "
        "innerhalb von abstand_tage.",
    )
    abziehen: JaNein = Field(False, title="abziehen", description="true zieht die Zahl ab, statt sie zu addieren.")


class Formel(Satz):
    """A figure computed from others: sum of `zaehler`, divided by the sum of `nenner`."""

    zaehler: tuple[Glied, ...] = Field(
        title="Zähler", description="Zahlen, die addiert oder abgezogen werden.", min_length=1
    )
    nenner: tuple[Glied, ...] = Field(
        (), title="Nenner", description="Zahlen, durch deren Summe geteilt wird. Leer: nicht teilen."
    )
    je: tuple[Kennung, ...] = Field(
        (), title="einzeln gerechnet für", description="Dimensionen, für deren Werte einzeln gerechnet wird."
    )
    abstand_tage: Ganzzahl = Field(
        0,
        title="erlaubter Abstand der Stichtage",
        description="So viele Tage darf der Stichtag des Nenners neben dem des Zählers liegen. Beide werden dann genannt. "
        "Vorgabe 0: nur derselbe Stichtag.",
        ge=0,
        le=400,
    )
    faktor: Dezimalzahl = Field(1, title="Faktor", description="Faktor am Ende, bei Prozent 100.")
