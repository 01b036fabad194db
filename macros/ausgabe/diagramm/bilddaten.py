"""A picture with all that a chart needs besides its figures: numbers of series, texts of marks, pieces of lines."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from macros.ausgabe.diagramm.familie import Diagrammfamilie
from macros.ausgabe.diagramm.wendungen import je_reihe, wert_text
from macros.ausgabe.worte.einheiten import mit_einheit
from macros.ausgabe.worte.sprechen import kurzform
from macros.modell.auswahlen import Periodizitaet, Zeichen
from macros.sichten.bild import Bild

_OHNE_ZAHL: Mapping[str, str] = {
    Zeichen.UNBEKANNT: "unbekannt oder geheim",
    Zeichen.KEINE_ANGABE: "folgt später",
    Zeichen.GESPERRT: "nicht sinnvoll",
    Zeichen.UNSICHER: "nicht sicher genug",
    Zeichen.WORT: "nur in Worten genannt",
    Zeichen.NICHT_GENANNT: "nicht genannt",
}
LUECKE_TAGE = 550
"""Longer than this, two yearly figures are not neighbours."""


class _Bildmarke(NamedTuple):
    """What the words about one mark are made of."""

    achse: str
    reihe: str
    zeit_text: str
    wert: float
    wert_text: str
    anzahl: float


def vorbereitet(bild: Bild, familie: Diagrammfamilie) -> Bild:
    """The picture with the columns nummer, lage, wert_text, beschreibung, stueck, leer and zeit_kurz; a true zero is 0.

    `lage` is -1 for disagreement, 0 for the undecided and 1 for all else; `stueck` numbers the pieces of a line; `leer` says what
    a stack without parts is.
    """
    d = bild.daten.copy()
    d.loc[d["zeichen"] == Zeichen.NICHTS.value, "wert"] = 0.0
    lage = {**dict.fromkeys(bild.mitte, 0), **dict.fromkeys(bild.ablehnung, -1)}
    d["nummer"] = d["reihe"].map(dict(familie.nummern(bild)))
    d["lage"] = d["reihe"].map(lambda name: lage.get(name, 1))
    d["wert_text"] = [_kurz(bild, w, z) for w, z in zip(d["wert"], d["zeichen"], strict=True)]
    d["beschreibung"] = [
        _beschreibung(bild, _Bildmarke(*z)) for z in zip(*(d[s] for s in _Bildmarke._fields), strict=True)
    ]
    d["stueck"] = _stuecke(bild, d)
    d["leer"] = d.groupby("achse")["wert"].transform("max").isna().map({True: "keine Zahl", False: "insgesamt 0"})
    d.loc[d.groupby("achse")["anzahl"].transform("sum", min_count=1) == 0, "leer"] = "insgesamt 0"
    d["zeit_kurz"] = d["zeit_text"].str[-4:] if _nur_jahre(bild, d) else d["zeit_text"]
    return replace(bild, daten=d)


def _nur_jahre(bild: Bild, daten: pd.DataFrame) -> bool:
    """True where the year alone tells the Stichtage apart: all on one day of the year, none a school year."""
    tage = {(s.ende.month, s.ende.day) for s in bild.zeiten}
    return len(tage) == 1 and len(bild.zeiten) > 1 and "/" not in "".join(daten["zeit_text"])


def ohne_zahl(zeichen: str) -> str:
    """What stands in place of a figure, for the sign that the data give."""
    return _OHNE_ZAHL.get(zeichen, "keine Zahl")


def _kurz(bild: Bild, wert: float, zeichen: str) -> str:
    if math.isnan(wert):
        return ohne_zahl(zeichen)
    return kurzform(wert, bild.einheit, bild.stellen)


def _beschreibung(bild: Bild, marke: _Bildmarke) -> str:
    """What a mark says when it is pointed at: „ausländisch, 31.12.2021: 3.280 Personen“."""
    i = bild.reihe.indikator
    zeigt_zeit = len(bild.zeiten) > 1 and marke.zeit_text not in (marke.achse, marke.reihe)
    namen = dict.fromkeys([marke.achse, marke.reihe, marke.zeit_text if zeigt_zeit else ""])
    text = marke.wert_text if math.isnan(marke.wert) else wert_text(bild, marke.wert)
    if not math.isnan(marke.anzahl):
        text += f" ({mit_einheit(marke.anzahl, i.einheit, i.nachkommastellen)})"
    return f"{', '.join(n for n in namen if n) or i.name}: {text}"


def _stuecke(bild: Bild, daten: pd.DataFrame) -> list[str]:
    """Numbers the unbroken pieces of each line: a missing figure, a missing year or a break ends a piece."""
    stuecke: dict[int, str] = {}
    for stelle, (_, _, gruppe) in enumerate(je_reihe(daten)):
        geordnet = gruppe.sort_values("zeit")
        nummern = _nummeriert(bild, list(zip(geordnet["zeit"], geordnet["wert"], strict=True)))
        stuecke |= {int(str(index)): f"{stelle}.{n}" for index, n in zip(geordnet.index, nummern, strict=True)}
    return [stuecke[int(str(index))] for index in daten.index]


def _nummeriert(bild: Bild, punkte: list[tuple[int, float]]) -> Iterator[int]:
    """The number of the piece that each point of a line belongs to."""
    nummer, davor = 0, None
    for zeit, wert in punkte:
        if math.isnan(wert):
            nummer, davor = nummer + 1, None
        else:
            if davor is not None and _unterbrochen(bild, davor, zeit):
                nummer += 1
            davor = zeit
        yield nummer


def _unterbrochen(bild: Bild, davor: int, zeit: int) -> bool:
    i = bild.reihe.indikator
    jaehrlich = i.periodizitaet in (Periodizitaet.JAEHRLICH, Periodizitaet.SCHULJAHR)
    return (
        any(davor < s.ende.toordinal() < zeit for s in bild.zeiten)
        or (jaehrlich and zeit - davor > LUECKE_TAGE)
        or (i.bruch is not None and davor < i.bruch.ab.ende.toordinal() <= zeit)
    )
