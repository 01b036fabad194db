"""Pictures that stand beside a shared link: title, colour of the Handlungsfeld, state or day, drawn by the typesetter."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from macros.ausgabe.druck.satz.setzen import als_bilder, zusatzfamilien
from macros.ausgabe.farben import satzfarben
from macros.ausgabe.kontext import Bau
from macros.ausgabe.seite import Datei
from macros.deutsch.saetze import gekuerzt, numerus
from macros.modell.grundtypen import Datensatz
from macros.modell.indikator import Indikator
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Handlungsfeld, Herausforderung

ORDNER = "teilen/"
EIGENE = ("handlungsfelder", "massnahmen", "indikatoren")
"""Collections whose records have a picture of their own; a challenge shares its field's, every other page that of the start."""
_VORLAGE = Path(__file__).with_name("teilbild.typ")
_TITEL = 140
"""Letters of a title that the picture holds."""


def teilbild(bau: Bau, satz: Datensatz | None) -> str:
    """Address of a page's picture, below the root."""
    if isinstance(satz, Herausforderung):
        satz = bau.plan.handlungsfelder.get(satz.handlungsfeld)
    eigenes = satz is not None and satz.id in bau.plan.sammlung(satz.SAMMLUNG.ordner)
    if satz is None or not eigenes or satz.SAMMLUNG.ordner not in EIGENE:
        return f"{ORDNER}start.png"
    return f"{ORDNER}{satz.SAMMLUNG.ordner}-{satz.id}.png"


def teilbilder(bau: Bau) -> Iterator[Datei]:
    """All pictures; none while the site has no address, for a picture is shared by its whole address."""
    if not bau.adresse:
        return
    blaetter = {f"{ORDNER}start.png": _start(bau)} | {
        teilbild(bau, satz): _blatt(bau, satz) for name in EIGENE for satz in bau.plan.sammlung(name).values()
    }
    bilder = _gezeichnet(json.dumps([*blaetter.values()], ensure_ascii=False), satzfarben())
    yield from (Datei(adresse, bild) for adresse, bild in zip(blaetter, bilder, strict=True))


@cache
def _gezeichnet(blaetter: str, farben: str) -> tuple[bytes, ...]:
    """One PNG of 1200 × 630 pixels a sheet, in one run of the typesetter."""
    return als_bilder(_VORLAGE, 144, blaetter=blaetter, farben=farben, zusatz=json.dumps(zusatzfamilien()))


def _start(bau: Bau) -> Mapping[str, str]:
    zahlen = [
        (len(bau.herausforderungen), "Herausforderung", "Herausforderungen"),
        (len(bau.massnahmen), "Maßnahme", "Maßnahmen"),
        (len(bau.plan.indikatoren), "Indikator", "Indikatoren"),
    ]
    unten = " · ".join(f"{n} {numerus(n, eins, viele)}" for n, eins, viele in zahlen if n)
    return _felder(bau, bau.plan.gemeinde.titel, "", unten, "")


def _blatt(bau: Bau, satz: Datensatz) -> Mapping[str, str]:
    plan = bau.plan
    unten: str = ""
    farbe: str = ""
    match satz:
        case Massnahme():
            unten = f"Stand: {bau.lagen[satz.id].bezeichnung}"
            farbe = plan.handlungsfelder[satz.handlungsfeld].farbe
        case Handlungsfeld():
            massnahmen = sum(m.handlungsfeld == satz.id for m in bau.massnahmen)
            unten = f"{massnahmen} {numerus(massnahmen, 'Maßnahme', 'Maßnahmen')}" if massnahmen else ""
            farbe = satz.farbe
        case Indikator():
            tage = [z.stichtag.bezeichnung for z in plan.kennzahlen.get(satz.id, ())]
            unten = f"Zahlen bis {tage[-1]}" if tage else ""
            if satz.schlagzeile:
                return _felder(bau, satz.schlagzeile, satz.stichwort_im(plan), unten, "")
    return _felder(bau, satz.stichwort_im(plan), satz.SAMMLUNG.einzahl, unten, farbe)


def _felder(bau: Bau, titel: str, art: str, unten: str, farbe: str) -> Mapping[str, str]:
    return {
        "titel": gekuerzt(titel, _TITEL),
        "art": art,
        "unten": unten,
        "farbe": farbe,
        "von": bau.plan.gemeinde.titel,
    }
