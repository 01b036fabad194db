"""Whom a round asks about which measures: one part per Federführung or Handlungsfeld."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from macros.modell.auswahlen import Stand
from macros.modell.geltung import geltende_fassung
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.modell.schreibweise import meinten_sie
from macros.sichten.verlauf import lagen
from macros.sichten.zustaendig import OHNE, OHNE_WORT

JE = ("federfuehrung", "handlungsfeld")


class NichtGefragt(Exception):
    """A measure or a part that was named does not exist; the message says so in German."""


@dataclass(frozen=True)
class Rundenteil:
    """Everyone who gets the same workbook."""

    kennung: str
    name: str
    massnahmen: tuple[str, ...]


def abgefragte(plan: Plan, stichtag: date, nur: Collection[str] = ()) -> list[Massnahme]:
    """The measures of the edition in force that go on; those named in `nur` whatever became of them."""
    if falsche := [k for k in nur if k not in plan.massnahmen]:
        rat = meinten_sie(falsche[0], plan.massnahmen)
        raise NichtGefragt(f"Die Maßnahme „{falsche[0]}“ gibt es nicht. {rat}".strip())
    if nur:
        return [m for m in plan.massnahmen.values() if m.id in nur]
    fassung, je = geltende_fassung(plan, stichtag), lagen(plan, stichtag)
    beendet = (Stand.UMGESETZT, Stand.NICHT_WEITERVERFOLGT)
    return [
        m
        for m in plan.massnahmen.values()
        if fassung and m.herkunft.fassung == fassung.id and je[m.id].stand not in beendet and m.nachfolge is None
    ]


def teile(plan: Plan, massnahmen: Collection[Massnahme], je: str = JE[0]) -> list[Rundenteil]:
    """The parts of a round, measures without a lead first; parts and measures keep the order of the concept."""
    gruppen: dict[str, list[str]] = {OHNE: []} if je == JE[0] else {}
    for m in sorted(massnahmen, key=lambda m: m.federfuehrung is not None):
        gruppen.setdefault((m.federfuehrung or OHNE) if je == JE[0] else m.handlungsfeld, []).append(m.id)
    namen: Mapping[str, str]
    if je == JE[0]:
        namen = {OHNE: OHNE_WORT} | {a.id: plan.name("akteure", a.id) for a in plan.akteure.values()}
    else:
        namen = {h.id: h.name for h in plan.handlungsfelder.values()}
    return [Rundenteil(kennung, namen[kennung], tuple(ids)) for kennung, ids in gruppen.items() if ids]
