"""The overview of the monitoring: a line per indicator with its figure, its small picture and which way it went."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.ausgabe.diagramm.kleinbilder import funkenlinie, kleinbild
from macros.ausgabe.diagramm.wendungen import linienwege
from macros.ausgabe.kontext import Kontext
from macros.ausgabe.worte import kurzblick as worte
from macros.deutsch.buchstaben import kennung
from macros.modell.indikator import Indikator
from macros.sichten.indikator_lage import zahlenlage
from macros.sichten.indikator_umfeld import themenfelder
from macros.sichten.kurzblick import kurzblick
from macros.sichten.reihen import reihe


@dataclass(frozen=True, slots=True)
class Blick:
    """An indicator in the overview; `bildworte` are for those who do not see the picture."""

    indikator: Indikator
    zahl: str
    einheit: str
    wessen: str
    zeit: str
    pfeil: str
    richtung: str
    daneben: str
    bild: Markup
    bildworte: str
    ueberfaellig: bool


def ueberblick(k: Kontext) -> list[tuple[str, str, list[Blick]]]:
    """(anchor, Themenfeld, its indicators) in reading order."""
    return [
        (f"themenfeld-{kennung(feld)}", feld, [blick(k, i) for i in liste])
        for feld, liste in themenfelder(k.plan).items()
    ]


def blick(k: Kontext, i: Indikator) -> Blick:
    """One indicator: a line where there is a trend, else bars where there is something to set against each other."""
    r = reihe(k.plan, i.id)
    lage = zahlenlage(r, k.bau.stichtag)
    b = kurzblick(lage)
    zahl, einheit = worte.leitzahl(b)
    pfeil, richtung = worte.richtung(b, i)
    name = f"funke-{i.id}"
    bild, bildworte = (
        (funkenlinie(b.verlauf, name), f"Verlauf: {' '.join(linienwege(b.verlauf))}")
        if b.verlauf
        else (kleinbild(b, i, name), worte.balkenworte(b))
    )
    return Blick(
        i,
        zahl,
        einheit,
        worte.wessen(b),
        worte.wann_gezaehlt(b, r),
        pfeil,
        richtung,
        worte.daneben(b, r),
        bild,
        bildworte if bild else "",
        lage.ueberfaellig,
    )
