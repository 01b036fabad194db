"""Stacked shares: the parts of a whole, one bar per Stichtag or value."""

from __future__ import annotations

from collections.abc import Iterator

from macros.ausgabe.diagramm.familie import Diagrammfamilie, aus_daten
from macros.ausgabe.diagramm.schluessel import feld
from macros.ausgabe.diagramm.wendungen import weg, wert_text
from macros.deutsch.buchstaben import gross
from macros.deutsch.saetze import aufzaehlung
from macros.diagramme.gestalt import flaeche
from macros.diagramme.stapel import gestapelt
from macros.sichten.bild import Bild


def _worte(bild: Bild) -> Iterator[str]:
    art = "die zusammen je 100 Prozent ergeben" if _ganz(bild) else "die sich nicht überall zu 100 Prozent ergänzen"
    yield f"Gestapelte Balken, {art}: {aufzaehlung(bild.reihen)}."
    ueber_zeit = len(bild.achsen) > 1 and bild.daten["zeit"].nunique() == len(bild.achsen)
    for name, gruppe in bild.daten.groupby("reihe", sort=False):
        werte = gruppe[gruppe["wert"].notna()]
        if len(werte) == 0:
            continue
        if ueber_zeit:
            inhalt = weg(bild, werte.sort_values("zeit"), mitten=True)
        else:
            teile = zip(werte["achse"], werte["wert"], strict=True)
            inhalt = "; ".join(f"{achse} {wert_text(bild, wert)}".lstrip() for achse, wert in teile)
        yield f"{gross(str(name))}: {inhalt}."
    if leere := _leere(bild):
        yield f"{aufzaehlung(leere)}: insgesamt 0, also ohne Anteile."


def _leere(bild: Bild) -> list[str]:
    """The bars that have no parts because there was nothing to divide."""
    hoechster = bild.daten.groupby("achse", sort=False)["wert"].max().fillna(0)
    return [str(achse) for achse, wert in hoechster.items() if wert <= 0]


def _ganz(bild: Bild) -> bool:
    """True where the parts of every bar are 100 percent, but for the rounding of each."""
    spielraum = len(bild.reihen) * 0.5 * 10**-bild.stellen
    summen = bild.daten.groupby("achse")["wert"].sum()
    return bool((summen[summen > 0].sub(100).abs() <= spielraum + 1e-9).all())


FAMILIE = Diagrammfamilie(chart=aus_daten(gestapelt), worte=_worte, marke=flaeche, schluessel=feld)
