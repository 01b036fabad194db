"""The concept on one sheet of A3: a picture to hang up, and the same as a list behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.ausgabe.druck.dokument import Dokument, Teil
from macros.ausgabe.druck.druckkontext import Druckkontext
from macros.ausgabe.druck.konzeptbild import BREITE, hoehe, zeichne
from macros.ausgabe.kontext import Bau
from macros.modell.gemeinde import LESEFASSUNG
from macros.sichten.konzeptbild import Bildfeld, Konzeptbild, konzeptbild

PLATZ = 220.0
"""Millimetres of height that a sheet has for the picture, below its heading and above the legend."""
WEITE = 380.0
"""Millimetres between the margins of the sheet."""
KLEINSTE = 0.7
"""How far a picture may shrink before it goes on to a second sheet."""


def poster(bau: Bau) -> Dokument:
    """The poster of the edition in force; more Handlungsfelder than a sheet holds go on to the next."""
    fassung = bau.fassung
    bild = konzeptbild(bau.plan, bau.lagen, fassung.id) if fassung else Konzeptbild((), ())
    blaetter = list(_blaetter(bild.felder))
    bilder = {f"konzeptbild-{n}": zeichne(felder) for n, felder in enumerate(blaetter, 1)}
    breiten = {f"konzeptbild-{n}": _breite(felder) for n, felder in enumerate(blaetter, 1)}
    k = Druckkontext(bau, "")
    teile = [
        Teil(k.rendere("druck/poster.html", bild=bild, name=name, breite=breiten[name], blatt=n, von=len(blaetter)))
        for n, name in enumerate(bilder, 1)
    ]
    return Dokument(
        name="poster",
        titel="Das Konzept auf einen Blick",
        untertitel=f"{fassung.titel}, {fassung.jahr}" if fassung else "",
        teile=[*teile, Teil(k.rendere("druck/poster_liste.html", bild=bild))],
        format="a3",
        quer=True,
        bilder=bilder,
        textart=fassung.textart if fassung else LESEFASSUNG,
        seite="",
    )


def _breite(felder: Sequence[Bildfeld]) -> str:
    """As wide as the sheet, or so narrow that the height fits."""
    return f"{min(WEITE, BREITE * PLATZ / max(hoehe(felder), 1.0)):.1f}mm"


def _blaetter(felder: Sequence[Bildfeld]) -> Iterator[tuple[Bildfeld, ...]]:
    """Handlungsfelder that fit on one sheet together; at least one each."""
    blatt: tuple[Bildfeld, ...] = ()
    for f in felder:
        if blatt and hoehe((*blatt, f)) * KLEINSTE > PLATZ:
            yield blatt
            blatt = ()
        blatt = (*blatt, f)
    if blatt:
        yield blatt
