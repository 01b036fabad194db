"""Figures and their development as rows: earliest, last before, now, the difference, the target; surveys too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from macros.deutsch.zahlen import differenz
from macros.modell.einheit import Einheit
from macros.modell.indikator import Indikator, Zielwert
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag
from macros.sichten.indikator_lage import Gruppenlage, zahlenlage, zielabstand
from macros.sichten.indikator_zustimmung import antwortbilder, frage, skala
from macros.sichten.reihen import Reihe, gruppenname, reihe

MEISTE_GRUPPEN = 8
"""More groups than that stand in the annex; here the one that stands for all, or none."""


@dataclass(frozen=True, slots=True)
class Wert:
    """A figure and its time."""

    zeit: Stichtag
    wert: float


@dataclass(frozen=True, slots=True)
class Tafelzeile:
    """A row: an indicator or one of its groups; a place is None where there is no figure, or none to compare with.

    `prozent` says that figures are shares; `bruch` that the counting changed in between, so that nothing is subtracted.
    """

    indikator: Indikator
    gruppe: str
    prozent: bool
    stellen: int
    frueher: Wert | None
    zuletzt: Wert | None
    jetzt: Wert | None
    unterschied: float | None
    bruch: bool
    ziel: Zielwert | None


def entwicklungstafel(plan: Plan, indikatoren: Iterable[str], stichtag: date) -> list[Tafelzeile]:
    """Rows of some indicators, in their order; one without a row of figures where groups have only one time yet."""
    return [zeile for i in indikatoren for zeile in _zeilen(reihe(plan, i), stichtag)]


def _zeilen(r: Reihe, stichtag: date) -> list[Tafelzeile]:
    if frage(r):
        antworten = list(_befragung(r))
        return antworten if any(z.zuletzt for z in antworten) else [_leer(r.indikator)]
    lage = zahlenlage(r, stichtag)
    gruppen = [lage.leit] if lage.leit else [g for g in lage.gruppen if g.neueste]
    if not gruppen or len(gruppen) > MEISTE_GRUPPEN:
        return [_leer(r.indikator)]
    zeilen = [_zeile(r, g, "" if g is lage.leit else gruppenname(g.merkmale, r.dimensionen)) for g in gruppen]
    eine_zeit = len(zeilen) > 1 and not any(z.zuletzt for z in zeilen)
    return [_leer(r.indikator)] if eine_zeit else zeilen


def _leer(i: Indikator) -> Tafelzeile:
    return Tafelzeile(
        i, "", (i.einheit == Einheit.PROZENT), i.nachkommastellen, None, None, None, None, bruch=False, ziel=None
    )


def _zeile(r: Reihe, g: Gruppenlage, name: str) -> Tafelzeile:
    i = r.indikator
    werte = [Wert(k.stichtag, k.wert) for k in r.verlauf(g.merkmale) if k.wert is not None]
    jetzt, davor = werte[-1], werte[-2] if len(werte) > 1 else None
    bruch = bool(davor and r.vor_bruch(davor.zeit) and not r.vor_bruch(jetzt.zeit))
    abstand = zielabstand(i, jetzt.wert, jetzt.zeit.ende.year)
    return Tafelzeile(
        indikator=i,
        gruppe=name,
        prozent=(i.einheit == Einheit.PROZENT),
        stellen=i.nachkommastellen,
        frueher=werte[0] if len(werte) > 2 else None,
        zuletzt=davor,
        jetzt=jetzt,
        unterschied=float(differenz(jetzt.wert, davor.wert, i.nachkommastellen)) if davor and not bruch else None,
        bruch=bruch,
        ziel=abstand.ziel if abstand else None,
    )


def _befragung(r: Reihe) -> Iterator[Tafelzeile]:
    """How many of each group agreed, in percent."""
    dimensionen = frage(r)
    if dimensionen is None:
        return
    ordnung = skala(dimensionen[1])
    je: dict[str, list[Wert]] = {}
    for zeit in r.zeiten:
        for b in antwortbilder(r, zeit):
            je.setdefault(b.gruppe, []).append(Wert(zeit, b.anteil(ordnung.zustimmung)))
    for gruppe, werte in list(je.items())[:MEISTE_GRUPPEN]:
        davor = werte[-2] if len(werte) > 1 else None
        yield Tafelzeile(
            indikator=r.indikator,
            gruppe=f"Zustimmung: {gruppe}" if gruppe else "Zustimmung",
            prozent=True,
            stellen=0,
            frueher=werte[0] if len(werte) > 2 else None,
            zuletzt=davor,
            jetzt=werte[-1],
            unterschied=float(differenz(werte[-1].wert, davor.wert, 0)) if davor else None,
            bruch=False,
            ziel=None,
        )
