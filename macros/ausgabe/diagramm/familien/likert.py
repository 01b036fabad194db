"""Answers around a middle line: disagreement to the left, agreement to the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.ausgabe.diagramm.familie import Diagrammfamilie, aus_daten
from macros.ausgabe.diagramm.schluessel import feld
from macros.deutsch.buchstaben import gross
from macros.deutsch.saetze import aufzaehlung
from macros.deutsch.zahlen import zahl
from macros.diagramme.gestalt import urteil
from macros.diagramme.stapel import likert
from macros.sichten.bild import Bild


def _worte(bild: Bild) -> Iterator[str]:
    yield "Balken um eine Mittellinie: links Ablehnung, rechts Zustimmung."
    for gruppe, zeilen in bild.daten.groupby("achse", sort=False):
        anteile = dict(zip(zeilen["reihe"], zeilen["wert"], strict=True))
        nein = sum(w for a, w in anteile.items() if a in bild.ablehnung)
        mitte = sum(w for a, w in anteile.items() if a in bild.mitte)
        ja = sum(anteile.values()) - nein - mitte
        teile = [f"{zahl(ja)} Prozent Zustimmung"]
        if bild.mitte:
            teile.append(f"{zahl(mitte)} Prozent „{aufzaehlung(bild.mitte)}“")
        teile.append(f"{zahl(nein)} Prozent Ablehnung")
        yield f"{gross(str(gruppe))}: {aufzaehlung(teile)}." if gruppe else f"{aufzaehlung(teile)}."


def _nummern(bild: Bild) -> Mapping[str, int]:
    """Answer -> 1 (full agreement) to 5 (full disagreement), by its place in the scale."""
    ja = [a for a in bild.reihen if a not in bild.mitte and a not in bild.ablehnung]
    nein = [a for a in bild.reihen if a in bild.ablehnung]
    return {
        **{a: 1 if n == 0 else 2 for n, a in enumerate(ja)},
        **dict.fromkeys(bild.mitte, 3),
        **{a: 5 if n == len(nein) - 1 else 4 for n, a in enumerate(nein)},
    }


def _folge(bild: Bild) -> Sequence[str]:
    """From left to right."""
    return bild.reihen[::-1]


FAMILIE = Diagrammfamilie(
    chart=aus_daten(likert), worte=_worte, marke=urteil, schluessel=feld, nummern=_nummern, folge=_folge
)
