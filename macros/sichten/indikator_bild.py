"""Which pictures an indicator gets; it follows from the data, and from the chart family that the record wishes.

One Stichtag gives bars, three give a trend, without a change to the record. One figure alone gets no picture, unless
a target or another area is there to set it against.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from macros.modell.auswahlen import Familie, Zuschnitt
from macros.modell.indikator import Dimension
from macros.sichten.bild import SPALTEN, Bild
from macros.sichten.indikator_zuschnitte import (
    TREND_AB,
    anteile,
    antworten,
    kurzer_verlauf,
    paare,
    stand,
    verlauf,
    vielfache,
    zustimmung,
)
from macros.sichten.indikator_zustimmung import frage, skala
from macros.sichten.reihen import Reihe

__all__ = ["MOST_FUNKEN", "MOST_LINIEN", "SPALTEN", "TREND_AB", "Bild", "bilder", "verlaufsbild"]

MOST_LINIEN = 4
MOST_FUNKEN = 3


def bilder(reihe: Reihe) -> tuple[Bild, ...]:
    """The pictures of an indicator, the most telling first; none where a table or a figure says it all.

    A wish that the data cannot meet (yet) gives way to the picture that they ask for themselves.
    """
    if not reihe.zeiten:
        return ()
    wunsch = reihe.indikator.darstellung.familie if reihe.indikator.darstellung else None
    if wunsch is None:
        return _nach_den_daten(reihe, wunsch)
    match wunsch.zuschnitt:
        case Zuschnitt.NICHTS:
            return ()
        case Zuschnitt.ANTWORTEN:
            gefragt = frage(reihe)
            return tuple(_befragung(reihe, wunsch, gefragt[1])) if gefragt else _nach_den_daten(reihe, wunsch)
        case Zuschnitt.PAARE:
            gepaart = paare(reihe, wunsch)
            return (gepaart,) if gepaart else _nach_den_daten(reihe, wunsch)
        case Zuschnitt.ANTEILE:
            ganze = anteile(reihe, wunsch)
            return (ganze,) if ganze else _nach_den_daten(reihe, wunsch)
        case Zuschnitt.STAND | Zuschnitt.VERLAUF | Zuschnitt.VIELFACHE:
            return _nach_den_daten(reihe, wunsch)
        case _:
            assert_never(wunsch.zuschnitt)


def verlaufsbild(reihe: Reihe) -> Bild | None:
    """The trend in short for an overview: of the total, else of up to three groups; None before there is one."""
    if len(reihe.zeiten) < TREND_AB:
        return None
    if gefragt := frage(reihe):
        return next((b for b in _befragung(reihe, Familie.LIKERT, gefragt[1]) if b.familie is Familie.LINIE), None)
    gruppen = [reihe.leitgruppe] if reihe.leitgruppe else list(reihe.gruppen)
    return kurzer_verlauf(reihe, Familie.LINIE, gruppen) if len(gruppen) <= MOST_FUNKEN else None


def _nach_den_daten(reihe: Reihe, wunsch: Familie | None) -> tuple[Bild, ...]:
    """Before there is a trend the newest figures; then lines while they can be told apart, else small multiples.

    Small multiples and, beside the trend, the newest figures also where they are wished for.
    """
    zuschnitt = wunsch.zuschnitt if wunsch else None
    neueste, linien, kacheln = (_statt(f, wunsch) for f in (Familie.BALKEN, Familie.LINIE, Familie.KACHELN))
    if len(reihe.zeiten) < TREND_AB:
        mehrere = len(reihe.gruppen) * len(reihe.zeiten) > 1 or reihe.indikator.vergleich or reihe.indikator.ziele
        return (stand(reihe, neueste),) if mehrere else ()
    viele = len(reihe.gruppen) > MOST_LINIEN or (zuschnitt is Zuschnitt.VIELFACHE and bool(reihe.dimensionen))
    trend = vielfache(reihe, kacheln) if viele else verlauf(reihe, linien)
    return (trend, stand(reihe, neueste)) if zuschnitt is Zuschnitt.STAND and reihe.dimensionen else (trend,)


def _statt(ueblich: Familie, wunsch: Familie | None) -> Familie:
    """The wished family where it draws the same figures as the usual one."""
    return wunsch if wunsch and wunsch.zuschnitt is ueblich.zuschnitt else ueblich


def _befragung(reihe: Reihe, familie: Familie, antwort: Dimension) -> Iterator[Bild]:
    """The newest answers; with three surveys also how agreement went. Nothing where the newest are not known."""
    ordnung = skala(antwort)
    neueste = antworten(reihe, familie, ordnung)
    if neueste is None:
        return
    yield neueste
    if len(reihe.zeiten) >= TREND_AB:
        yield zustimmung(reihe, Familie.LINIE, ordnung)
