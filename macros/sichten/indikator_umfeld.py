"""What surrounds an indicator: its Themenfeld, its formula with counts, what rests on it, who observes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.modell.formel import Formel
from macros.modell.indikator import Indikator
from macros.modell.massnahme import Indikatorbezug, Massnahme
from macros.modell.plan import Plan
from macros.modell.rechnung import Ergebnis, ergebnisse, luecken, nenner_zu_klein
from macros.modell.stichtag import Stichtag
from macros.sichten.behauptung import Pruefung, pruefe_aussage


@dataclass(frozen=True, slots=True)
class Rechenweg:
    """One computed figure with the counts behind it; `versteckt` where the denominator is too small to show it."""

    ergebnis: Ergebnis
    versteckt: bool


def themenfelder(plan: Plan) -> dict[str, list[Indikator]]:
    """Themenfeld -> its indicators, both in reading order."""
    felder: dict[str, list[Indikator]] = {}
    for i in plan.indikatoren.values():
        felder.setdefault(i.themenfeld, []).append(i)
    return felder


def rechenwege(plan: Plan, indikator: Indikator) -> Iterator[Rechenweg]:
    """Every figure of a rate with numerator and denominator, newest Stichtag first."""
    formel = indikator.formel
    if formel is None:
        return
    erlaubt = {d.id: d.auspraegungen for d in indikator.dimensionen}
    alle = [
        e
        for e in ergebnisse(plan, formel, (indikator.id,))
        if all(wert in erlaubt.get(name, (wert,)) for name, wert in e.merkmale.items())
    ]
    for e in sorted(alle, key=lambda e: e.stichtag, reverse=True):
        yield Rechenweg(e, nenner_zu_klein(plan, formel, e))


def nicht_berechenbar(plan: Plan, indikator: Indikator) -> list[tuple[Stichtag, str]]:
    """(Stichtag, reason) where the first term of a formula has a figure and the formula has none, newest first."""
    if indikator.formel is None:
        return []
    gefunden = [(stichtag, str(grund)) for stichtag, grund in luecken(plan, indikator.formel, (indikator.id,))]
    return sorted(gefunden, reverse=True)


def aussagen_zu(plan: Plan, kennung: str) -> list[Pruefung]:
    """The claims of the concept whose formula uses an indicator, with their outcome."""
    return [pruefe_aussage(plan, a) for a in plan.aussagen.values() if a.formel and kennung in _genutzt(a.formel)]


def abgeleitete(plan: Plan, kennung: str) -> list[Indikator]:
    """The rates that are computed from an indicator."""
    return [i for i in plan.indikatoren.values() if i.formel and kennung in _genutzt(i.formel)]


def beobachtende(plan: Plan, kennung: str) -> list[tuple[Massnahme, Indikatorbezug]]:
    """The measures that name an indicator, with how and why."""
    return [(m, b) for m in plan.massnahmen.values() for b in m.indikatoren if b.id == kennung]


def _genutzt(formel: Formel) -> set[str]:
    return {g.indikator for g in (*formel.zaehler, *formel.nenner)}
