"""Turns of phrase that the texts of several chart families share: figures, names, spans of time, ways of a line."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from macros.ausgabe.worte.einheiten import mit_einheit
from macros.ausgabe.worte.sprechen import mit_artikel
from macros.deutsch.buchstaben import gross
from macros.deutsch.saetze import aufzaehlung
from macros.modell.stichtag import Stichtag
from macros.sichten.bild import Bild

AUSFUEHRLICH = 6


def wert_text(bild: Bild, wert: float) -> str:
    """A figure with its unit, short: „9,9 %“, „5.263 Personen“."""
    return mit_einheit(wert, bild.einheit, bild.stellen).replace(" ", "\u00a0", 1)


def markenname(achse: str, reihe: str) -> str:
    """What a mark is called: by its place at the axis and its series, each once."""
    return ", ".join(dict.fromkeys(teil for teil in (achse, reihe) if teil))


def zeitspanne(bild: Bild) -> str:
    """„ von 2021 bis 2025“, „ vom 30.06.2021 bis zum 30.06.2025“; empty for a single Stichtag."""
    if len(bild.zeiten) < 2:
        return ""
    return f" {_von(bild.zeiten[0])} bis {_bis(bild.zeiten[-1])}"


def _von(stichtag: Stichtag) -> str:
    return f"{'vom' if mit_artikel(stichtag) else 'von'} {stichtag.bezeichnung}"


def _bis(stichtag: Stichtag) -> str:
    return f"{'zum ' if mit_artikel(stichtag) else ''}{stichtag.bezeichnung}"


def je_reihe(daten: pd.DataFrame) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """(place at the axis, series, its rows) in the order of the picture."""
    for (achse, name), gruppe in daten.groupby(["achse", "reihe"], sort=False):
        yield str(achse), str(name), gruppe


def linienwege(bild: Bild) -> Iterator[str]:
    """A sentence for every line: where it begins and ends, its extremes, and where it has no figure.

    Where there are very many lines, only those of the totals, or the first few.
    """
    gruppen = list(je_reihe(bild.daten))
    if len(gruppen) > AUSFUEHRLICH and len(bild.reihen) > 1:
        leit = bild.daten[bild.daten["gesamt"].astype(bool)]
        gruppen = list(je_reihe(leit)) or gruppen[:AUSFUEHRLICH]
    for achse, name, gruppe in gruppen:
        werte = gruppe[gruppe["wert"].notna()].sort_values("zeit")
        wer = gross(markenname(achse, name))
        anfang = f"{wer}: " if wer else ""
        yield f"{anfang}{weg(bild, werte, bool(wer))}{_luecken(bild, werte)}." if len(werte) else f"{anfang}keine Zahl."


def weg(bild: Bild, werte: pd.DataFrame, mitten: bool) -> str:
    """„von 11,0 % (2021) auf 14,0 % (2025), am höchsten …“; `mitten` in a sentence, so without a capital."""
    erster, letzter = werte.iloc[0], werte.iloc[-1]
    if len(werte) == 1:
        return f"{'nur' if mitten else 'Nur'} {wert_text(bild, letzter['wert'])} ({letzter['zeit_text']})"
    von = f"{'von' if mitten else 'Von'} {wert_text(bild, erster['wert'])} ({erster['zeit_text']})"
    text = f"{von} auf {wert_text(bild, letzter['wert'])} ({letzter['zeit_text']})"
    hoch, tief = werte.iloc[int(werte["wert"].argmax())], werte.iloc[int(werte["wert"].argmin())]
    enden = {erster["zeit"], letzter["zeit"]}
    if hoch["zeit"] not in enden and hoch["wert"] > max(erster["wert"], letzter["wert"]):
        text += f", am höchsten {wert_text(bild, hoch['wert'])} ({hoch['zeit_text']})"
    if tief["zeit"] not in enden and tief["wert"] < min(erster["wert"], letzter["wert"]):
        text += f", am niedrigsten {wert_text(bild, tief['wert'])} ({tief['zeit_text']})"
    return text


def _luecken(bild: Bild, werte: pd.DataFrame) -> str:
    da = set(werte["zeit"])
    fehlt = [s.kurzbezeichnung for s in bild.zeiten if s.ende.toordinal() not in da]
    return f"; ohne Zahl: {aufzaehlung(fehlt)}" if fehlt else ""
