"""What a chart shows, in words, for those who do not see it: what its family says, then signs, break and marks."""

from __future__ import annotations

from collections.abc import Iterator

from macros.ausgabe.diagramm.familie import Diagrammfamilie
from macros.ausgabe.diagramm.wendungen import markenname
from macros.ausgabe.diagramm.ziele import marken_in_worten
from macros.ausgabe.worte.fragen import gefragt
from macros.ausgabe.worte.sprechen import seit
from macros.deutsch.saetze import aufzaehlung
from macros.modell.auswahlen import Zeichen
from macros.sichten.bild import Bild


def bildtext(bild: Bild, familie: Diagrammfamilie) -> str:
    """The text alternative of a prepared picture."""
    zeichen = () if familie.sagt_luecken else _zeichen(bild)
    gefragte = bild.reihe.indikator.frage
    frage = [gefragt(gefragte)] if gefragte else []
    return " ".join(
        [
            *familie.worte(bild),
            *hinweise(bild, familie),
            *zeichen,
            *_stichtage(bild),
            *_bruch(bild),
            *familie.nachsatz(bild),
            *frage,
        ]
    )


def hinweise(bild: Bild, familie: Diagrammfamilie) -> Iterator[str]:
    """The sentences under a picture, for everybody to see: those of its family, and the targets that it does not draw."""
    yield from familie.hinweise(bild)
    if not familie.zeichnet_marken:
        yield from marken_in_worten(bild)


def _stichtage(bild: Bild) -> Iterator[str]:
    """That a figure's terms are not of one day, once for each pair of days that the picture shows."""
    gezeigt = {s.ende for s in bild.zeiten}
    for hinweis in dict.fromkeys(k.hinweis for k in bild.reihe.kennzahlen if k.stichtag.ende in gezeigt):
        if hinweis and bild.reihe.indikator.formel:
            yield f"{hinweis}."


def _zeichen(bild: Bild) -> Iterator[str]:
    spalten = (bild.daten[name] for name in ("achse", "reihe", "zeichen"))
    zeilen = list(zip(*spalten, strict=True))
    for zeichen in Zeichen:
        namen = [markenname(achse, reihe) for achse, reihe, z in zeilen if z == zeichen.value]
        if not namen:
            continue
        if zeichen is Zeichen.NICHTS:
            yield f"Genau null: {aufzaehlung(namen)}."
        else:
            yield f"Ohne Zahl ({zeichen.bezeichnung}): {aufzaehlung(namen)}."


def _bruch(bild: Bild) -> Iterator[str]:
    bruch = bild.reihe.indikator.bruch
    if bruch and bild.bricht:
        yield f"Bruch in der Zählung {seit(bild.reihe.indikator.zeit(bruch.ab))}: Die Zahlen davor und danach sind nicht vergleichbar."
