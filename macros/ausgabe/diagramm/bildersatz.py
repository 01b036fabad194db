"""All pictures of a Plan, drawn once for its pages, sheets and frames."""

from __future__ import annotations

from collections.abc import Mapping

from macros.ausgabe.diagramm.aufbau import Diagramm, diagramm
from macros.modell.plan import Plan
from macros.sichten.bild import Bild
from macros.sichten.indikator_bild import bilder
from macros.sichten.reihen import reihe

Bildersatz = Mapping[str, tuple[tuple[Bild, Diagramm], ...]]
"""Indicator -> its pictures in the order of its page."""


def bildersatz(plan: Plan) -> Bildersatz:
    """Every picture of every indicator; ids are unique on the page of the indicator."""
    return {i: tuple((b, diagramm(b, f"bild-{b.kennung}")) for b in bilder(reihe(plan, i))) for i in plan.indikatoren}
