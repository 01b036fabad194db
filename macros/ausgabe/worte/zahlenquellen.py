"""Where figures are from, in words, for each Stichtag; what nobody has said is said to be unknown."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from macros.deutsch.saetze import aufzaehlung
from macros.modell.erhebung import Werteherkunft
from macros.modell.indikator import Indikator
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag
from macros.modell.zahlenquelle import Zahlenquelle, offene_hinweise
from macros.sichten.reihen import Reihe

UNBEKANNT = "Quelle nicht angegeben"


@dataclass(frozen=True, slots=True)
class Quellenzeile:
    """Some Stichtage and the sources that all of them share."""

    stichtage: tuple[Stichtag, ...]
    quellen: tuple[Zahlenquelle, ...]

    @property
    def zeit(self) -> str:
        """„30.09.2022“, „2021 bis 2023“ would claim the years between: each is named."""
        return aufzaehlung([s.bezeichnung for s in self.stichtage])


def quellenzeilen(reihe: Reihe, gezeigt: Collection[Stichtag] | None = None) -> list[Quellenzeile]:
    """The sources of a series or of what a picture shows of it, oldest first; Stichtage with the same ones together."""
    je: dict[tuple[Zahlenquelle, ...], list[Stichtag]] = {}
    for stichtag in reihe.stichtage:
        if gezeigt is None or stichtag in gezeigt:
            je.setdefault(reihe.quellen.get(stichtag, ()), []).append(stichtag)
    return [Quellenzeile(tuple(stichtage), quellen) for quellen, stichtage in je.items() if quellen]


def quellenname(q: Zahlenquelle) -> str:
    """„Einwohnerstatistik“, „Monitoring (aus dem Konzept)“, or that nobody has said it."""
    if not q.name:
        return UNBEKANNT
    aus = "" if q.herkunft in (None, Werteherkunft.QUELLE) else f" ({q.herkunft.bezeichnung})"
    return f"{q.name}{aus}"


def quellensatz(reihe: Reihe, gezeigt: Collection[Stichtag] | None = None) -> str:
    """„Quelle: A.“ where all figures share it, else each Stichtag with its own; empty without a figure."""
    zeilen = quellenzeilen(reihe, gezeigt)
    if not zeilen:
        return ""
    if len(zeilen) == 1:
        return f"Quelle: {_namen(zeilen[0])}."
    return f"Quellen: {'; '.join(f'{z.zeit}: {_namen(z)}' for z in zeilen)}."


def quellennamen(reihe: Reihe) -> list[str]:
    """The names of all sources of a series, each once, the oldest figures' first."""
    return list(dict.fromkeys(q.name for s in reihe.stichtage for q in reihe.quellen.get(s, ()) if q.name))


def herkunftsworte(quellen: Collection[Zahlenquelle]) -> Iterator[str]:
    """The keys of where figures were read, each once."""
    yield from dict.fromkeys(q.herkunft.value for q in quellen if q.herkunft)


def _namen(zeile: Quellenzeile) -> str:
    return ", ".join(quellenname(q) for q in zeile.quellen)


def zahlenhinweise(plan: Plan, i: Indikator) -> list[str]:
    """The notes on the figures: for all, for single times with these in front, and which nobody has looked at again."""
    hinweise = [
        *i.hinweise,
        *(f"{aufzaehlung([i.zeit(s).bezeichnung for s in h.zu])}: {h.text}" for h in i.hinweise_zu),
    ]
    if offen := offene_hinweise(plan, i):
        was = "Hinweise" if i.hinweise else "Angaben zur Methode"
        hinweise.append(f"Ob die {was} ohne Zeitangabe auch für {offen.bezeichnung} gelten, ist noch nicht geprüft.")
    return hinweise
