"""All figures of an indicator in order: by Stichtag, then by the order of the values of its dimensions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from macros.modell.auswahlen import Indikatorart, Periodizitaet, Stichtagsform
from macros.modell.indikator import Dimension, Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.modell.rechnung import kennzahlen
from macros.modell.stichtag import Stichtag
from macros.modell.zahlenquelle import Zahlenquelle, quellen_der_zahl

GESAMTWORTE = ("insgesamt", "gesamt")
Merkmale = tuple[tuple[str, str], ...]


def gesamtwert(dimension: Dimension) -> str | None:
    """The value of a dimension that stands for everybody: its total, or what is called so."""
    if dimension.gesamt:
        return dimension.gesamt
    return next((wert for wert in dimension.auspraegungen if wert in GESAMTWORTE), None)


@dataclass(frozen=True)
class Reihe:
    """An indicator with its figures, typed or computed, and the dimensions that split them."""

    indikator: Indikator
    dimensionen: tuple[Dimension, ...]
    kennzahlen: tuple[Kennzahl, ...]
    quellen: Mapping[Stichtag, tuple[Zahlenquelle, ...]] = field(default_factory=dict)
    """Stichtag -> the sources of its figures, each once."""

    @cached_property
    def _nach(self) -> Mapping[tuple[Stichtag, Merkmale], Kennzahl]:
        return {(k.stichtag, schluessel(k.merkmale)): k for k in self.kennzahlen}

    @cached_property
    def stichtage(self) -> tuple[Stichtag, ...]:
        """Every Stichtag with a row, oldest first."""
        return tuple(sorted({k.stichtag for k in self.kennzahlen}))

    @property
    def zeitwort(self) -> str:
        """What the time of the figures is called: Stichtag, Jahr, Schuljahr …; a flow has no Stichtag."""
        art = self.stichtage[-1].art if self.stichtage else self.indikator.stichtagsform
        if self.indikator.art is Indikatorart.EREIGNIS and art in (None, Stichtagsform.TAG):
            return "Tag" if art else Stichtagsform.JAHRE.bezeichnung
        return (art or Stichtagsform.TAG).bezeichnung

    @cached_property
    def zeiten(self) -> tuple[Stichtag, ...]:
        """Every Stichtag with at least one figure, oldest first."""
        return tuple(sorted({k.stichtag for k in self.kennzahlen if k.wert is not None}))

    @cached_property
    def _je_gruppe(self) -> Mapping[Merkmale, tuple[Kennzahl, ...]]:
        """The rows of every combination, oldest first; the rows are walked, never what the dimensions could combine to."""
        je: dict[Merkmale, list[Kennzahl]] = {}
        for k in sorted(self._nach.values(), key=lambda k: k.stichtag):
            je.setdefault(schluessel(k.merkmale), []).append(k)
        return {gruppe: tuple(zahlen) for gruppe, zahlen in je.items()}

    @cached_property
    def gruppen(self) -> tuple[dict[str, str], ...]:
        """Every combination of values that has a row, in the order of the record."""
        stellen = [(d.id, {wert: n for n, wert in enumerate(d.auspraegungen)}) for d in self.dimensionen]
        je = [k[0].merkmale for k in self._je_gruppe.values() if len(k[0].merkmale) == len(stellen)]
        alle = [{name: merkmale[name] for name, _ in stellen} for merkmale in je]
        return tuple(sorted(alle, key=lambda m: [stelle[m[name]] for name, stelle in stellen]))

    @cached_property
    def leitgruppe(self) -> dict[str, str] | None:
        """The combination that stands for everybody; None when some dimension has no total."""
        gesamt = {d.id: gesamtwert(d) for d in self.dimensionen}
        gruppe = {name: wert for name, wert in gesamt.items() if wert is not None}
        return gruppe if len(gruppe) == len(gesamt) and schluessel(gruppe) in self._je_gruppe else None

    def am(self, stichtag: Stichtag, merkmale: Mapping[str, str]) -> Kennzahl | None:
        """The row of a Stichtag and a combination."""
        return self._nach.get((stichtag, schluessel(merkmale)))

    def verlauf(self, merkmale: Mapping[str, str]) -> tuple[Kennzahl, ...]:
        """The rows of one combination, oldest first."""
        return self._je_gruppe.get(schluessel(merkmale), ())

    @property
    def fehlende_jahre(self) -> tuple[int, ...]:
        """Years between the first and the last Stichtag without any figure, for what comes every year."""
        if self.indikator.periodizitaet not in (Periodizitaet.JAEHRLICH, Periodizitaet.SCHULJAHR) or not self.zeiten:
            return ()
        jahre = {s.ende.year for s in self.zeiten}
        return tuple(j for j in range(min(jahre), max(jahre)) if j not in jahre)

    def vor_bruch(self, stichtag: Stichtag) -> bool:
        """True for a Stichtag that lies before the break of the series."""
        bruch = self.indikator.bruch
        return bruch is not None and stichtag < bruch.ab

    @cached_property
    def tabelle(self) -> pd.DataFrame:
        """One line per row: stichtag, the dimensions by id, wert (NaN where a sign stands), zeichen, hinweis."""
        return pd.DataFrame(
            [
                {
                    "stichtag": str(k.stichtag),
                    **{d.id: k.merkmale[d.id] for d in self.dimensionen},
                    "wert": k.wert,
                    "zeichen": k.zeichen.value if k.zeichen else "",
                    "hinweis": k.hinweis,
                }
                for k in self.kennzahlen
            ],
            columns=["stichtag", *(d.id for d in self.dimensionen), "wert", "zeichen", "hinweis"],
        ).astype({"wert": "float64"})


def schluessel(merkmale: Mapping[str, str]) -> Merkmale:
    """A combination as something that can be looked up."""
    return tuple(sorted(merkmale.items()))


def reihe(plan: Plan, kennung: str) -> Reihe:
    """The series of an indicator; of a rate with the dimensions of its formula where it names none itself."""
    indikator = plan.indikatoren[kennung]
    dimensionen = indikator.dimensionen
    if not dimensionen and indikator.formel and indikator.formel.je:
        erster = plan.indikatoren[indikator.formel.zaehler[0].indikator]
        dimensionen = tuple(d for d in erster.dimensionen if d.id in indikator.formel.je)
    stelle = {(d.id, wert): n for d in dimensionen for n, wert in enumerate(d.auspraegungen)}
    zeilen = sorted(
        kennzahlen(plan, kennung),
        key=lambda k: (k.stichtag, [stelle[(d.id, k.merkmale[d.id])] for d in dimensionen]),
    )
    return Reihe(indikator, dimensionen, tuple(zeilen), _quellen(plan, indikator, zeilen))


def _quellen(
    plan: Plan, indikator: Indikator, zeilen: Sequence[Kennzahl]
) -> Mapping[Stichtag, tuple[Zahlenquelle, ...]]:
    mit_zahl = {k.stichtag for k in zeilen if k.wert is not None}
    je: dict[Stichtag, dict[Zahlenquelle, None]] = {}
    gefunden: dict[tuple[Stichtag, ...], tuple[Zahlenquelle, ...]] = {}
    for k in zeilen:
        if k.wert is None and k.stichtag in mit_zahl:
            continue
        if indikator.formel is None:
            quellen = quellen_der_zahl(plan, indikator, k)
        elif (quellen := gefunden.get(k.grundlage, ())) == ():
            quellen = gefunden[k.grundlage] = quellen_der_zahl(plan, indikator, k)
        je.setdefault(k.stichtag, {}).update(dict.fromkeys(quellen))
    return {stichtag: tuple(quellen) for stichtag, quellen in je.items()}


def gruppenname(merkmale: Mapping[str, str], dimensionen: tuple[Dimension, ...]) -> str:
    """A combination in words; totals go without saying, unless nothing else is left."""
    gesamt = {d.id: gesamtwert(d) for d in dimensionen}
    besondere = [merkmale[d.id] for d in dimensionen if merkmale[d.id] != gesamt[d.id]]
    return ", ".join(besondere or list(dict.fromkeys(merkmale[d.id] for d in dimensionen)))
