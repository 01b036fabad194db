"""The concept on one picture: Handlungsfelder, their challenges, the measures, and what answers to what.

The council's poster draws it, and the web may draw the same: everything that can be seen stands here as a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.modell.auswahlen import Prioritaet
from macros.modell.plan import Plan
from macros.sichten.matrix import zeilen_herausforderungen, zeilen_massnahmen
from macros.sichten.stand import Lage


@dataclass(frozen=True, slots=True)
class Bildherausforderung:
    """A challenge; `gefuellt` where it was prioritised, `antworten` are the measures that answer it."""

    id: str
    kuerzel: str
    titel: str
    kurz: str
    gefuellt: bool
    prioritaet: Prioritaet
    antworten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bildmassnahme:
    """A measure with its state; `beantwortet` are the challenges it answers, in any Handlungsfeld."""

    id: str
    nummer: str
    titel: str
    kurz: str
    stand: str
    standwort: str
    ampel: str
    ueberfaellig: bool
    beantwortet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bildfeld:
    """A Handlungsfeld with what belongs to it, in reading order."""

    id: str
    name: str
    kuerzel: str
    farbe: str
    symbol: str
    herausforderungen: tuple[Bildherausforderung, ...]
    massnahmen: tuple[Bildmassnahme, ...]


@dataclass(frozen=True, slots=True)
class Konzeptbild:
    """The whole of one edition; `verbindungen` are (measure, challenge), each once."""

    felder: tuple[Bildfeld, ...]
    verbindungen: tuple[tuple[str, str], ...]

    @property
    def herausforderungen(self) -> int:
        """How many challenges there are."""
        return sum(len(f.herausforderungen) for f in self.felder)

    @property
    def massnahmen(self) -> int:
        """How many measures there are."""
        return sum(len(f.massnahmen) for f in self.felder)

    @property
    def ohne_antwort(self) -> int:
        """How many challenges no measure answers."""
        return sum(not h.antworten for f in self.felder for h in f.herausforderungen)


def konzeptbild(plan: Plan, lagen: Mapping[str, Lage], fassung: str) -> Konzeptbild:
    """The picture of an edition; a Handlungsfeld without anything in it stands there all the same."""
    h = zeilen_herausforderungen(plan, [h for h in plan.herausforderungen.values() if h.fassung == fassung])
    m = zeilen_massnahmen(plan, lagen, [m for m in plan.massnahmen.values() if m.herkunft.fassung == fassung])
    dabei = {z.id for z in m}
    gezeigt = {z.id for z in h}
    felder = tuple(
        Bildfeld(
            id=f.id,
            name=f.name,
            kuerzel=f.kuerzel,
            farbe=f.farbe,
            symbol=f.symbol,
            herausforderungen=tuple(
                Bildherausforderung(
                    z.id,
                    z.kuerzel,
                    z.titel,
                    z.kurz,
                    z.prioritaet is Prioritaet.PRIORISIERT,
                    z.prioritaet,
                    tuple(x for x in z.massnahmen if x in dabei),
                )
                for z in h
                if z.handlungsfeld == f.id
            ),
            massnahmen=tuple(
                Bildmassnahme(
                    z.id,
                    z.nummer,
                    z.titel,
                    z.kurz,
                    z.lage.kennung,
                    z.lage.bezeichnung,
                    z.lage.ampel.bezeichnung if z.lage.ampel else "",
                    z.lage.ist_ueberfaellig,
                    tuple(x for x in z.herausforderungen if x in gezeigt),
                )
                for z in m
                if z.handlungsfeld == f.id
            ),
        )
        for f in plan.handlungsfelder.values()
    )
    verbindungen = tuple((x.id, h) for f in felder for x in f.massnahmen for h in dict.fromkeys(x.beantwortet))
    return Konzeptbild(felder, verbindungen)
