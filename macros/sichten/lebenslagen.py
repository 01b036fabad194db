"""What belongs to a situation in life in the edition in force, and what else may concern somebody in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.modell.lebenslage import Lebenslage
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Herausforderung
from macros.modell.plan import Plan
from macros.modell.verwandte import mit_folgern
from macros.sichten.betroffen import Treffer, treffer, umfeld
from macros.sichten.bezuege import Bezuege, Satzschluessel


@dataclass(frozen=True, slots=True)
class Lebensblatt:
    """A situation with its records; `auch_…` name one of its groups without being listed for it."""

    lebenslage: Lebenslage
    massnahmen: tuple[str, ...]
    herausforderungen: tuple[str, ...]
    auch_massnahmen: tuple[Treffer, ...]
    auch_herausforderungen: tuple[Treffer, ...]


def lebensblatt(
    plan: Plan,
    bezuege: Bezuege,
    lage: Lebenslage,
    massnahmen: Iterable[Massnahme],
    herausforderungen: Iterable[Herausforderung],
) -> Lebensblatt:
    """One situation; `massnahmen` and `herausforderungen` are those of the edition in force.

    A listed measure that another follows stands for its followers; a listed record of an older edition is left out.
    """
    je_massnahme = [m.id for m in massnahmen]
    je_herausforderung = [h.id for h in herausforderungen]
    eigene = tuple(dict.fromkeys(k for m in lage.massnahmen for k in mit_folgern(plan, m) if k in je_massnahme))
    fragen = tuple(h for h in lage.herausforderungen if h in je_herausforderung)
    gruppen: tuple[Satzschluessel, ...] = tuple(("zielgruppen", z) for z in lage.zielgruppen if z in plan.zielgruppen)
    rundum = umfeld(plan, gruppen)
    return Lebensblatt(
        lage,
        eigene,
        fragen,
        treffer(bezuege, gruppen, rundum, "massnahmen", [m for m in je_massnahme if m not in eigene]),
        treffer(bezuege, gruppen, rundum, "herausforderungen", [h for h in je_herausforderung if h not in fragen]),
    )


def rolle(plan: Plan, massnahme: str, gruppe: Satzschluessel) -> str:
    """What a group is to a measure: whom it is for, who leads it, who takes part, or what it is named as."""
    m = plan.massnahmen[massnahme]
    sammlung, kennung = gruppe
    if sammlung == "zielgruppen":
        return "Zielgruppe"
    if m.federfuehrung == kennung:
        return "Federführung"
    if any(b.akteur == kennung for b in m.beteiligte):
        return "soll mitwirken"
    return next((b.wort for b in m.bezuege if b.akteur == kennung), "im Text genannt")
