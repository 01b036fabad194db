"""Who refers to whom: every reference of the Plan, turned round, so that links go both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from macros.modell.massnahme import Massnahme
from macros.modell.plan import LINKARTEN, Plan
from macros.modell.verweis import textverweise, verweise
from macros.sichten.matrix import mitwirkende

Satzschluessel = tuple[str, str]


@dataclass(frozen=True)
class Bezuege:
    """(collection, id) -> the records that refer to it, by collection, in reading order, each once."""

    rueckwaerts: Mapping[Satzschluessel, Mapping[str, tuple[str, ...]]]

    def auf(self, sammlung: str, kennung: str, von: str) -> tuple[str, ...]:
        """Ids in collection `von` that refer to a record."""
        return self.rueckwaerts.get((sammlung, kennung), {}).get(von, ())


def sammle_bezuege(plan: Plan) -> Bezuege:
    """All references of fields and of links in texts; children count for their `oberbegriff` by that field."""
    rueckwaerts: dict[Satzschluessel, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for sammlung, satz in plan.alle():
        for _, ziel, kennung in verweise(satz):
            rueckwaerts[(ziel, kennung)][sammlung][satz.id] = None
        for _, art, kennung in textverweise(satz):
            rueckwaerts[(LINKARTEN[art], kennung)][sammlung][satz.id] = None
    return Bezuege(
        {schluessel: {von: tuple(ids) for von, ids in nach.items()} for schluessel, nach in rueckwaerts.items()}
    )


def beteiligt_an(plan: Plan, akteur: str) -> list[Massnahme]:
    """Measures that an Akteur leads or takes part in."""
    return [m for m in plan.massnahmen.values() if akteur in mitwirkende(m)]


def genannt_bei(plan: Plan, akteur: str, bezuege: Bezuege) -> list[tuple[Massnahme, str]]:
    """Measures that name an Akteur otherwise, each with the word for it; empty where only a text links to it."""
    nennende = (plan.massnahmen[m] for m in bezuege.auf("akteure", akteur, "massnahmen"))
    return [
        (m, "; ".join(b.wort for b in m.bezuege if b.akteur == akteur))
        for m in nennende
        if akteur not in mitwirkende(m)
    ]
