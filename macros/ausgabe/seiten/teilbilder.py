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
from macros.ausgabe.worte.quellenangabe import quellenangabe
from macros.ausgabe.worte.sprechen import spruch
from macros.deutsch.saetze import gekuerzt, numerus
from macros.modell.grundtypen import Datensatz
from macros.modell.indikator import Indikator
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Handlungsfeld, Herausforderung
from macros.sichten.indikator_lage import zahlenlage
from macros.sichten.reihen import reihe

ORDNER = "teilen/"
EIGENE = ("handlungsfelder", "massnahmen", "indikatoren")
"""Collections whose records have a picture of their own; a challenge shares its field's, every other page that of the start."""
_VORLAGE = Path(__file__).with_name("teilbild.typ")
_TITEL = 140
"""Letters of a title that the picture holds."""
_SATZ = 140
"""Letters of the sentence that says the newest figures."""


def teilbild(bau: Bau, satz: Datensatz | None) -> str:
    """Address of a page's picture, below the root."""
    if isinstance(satz, Herausforderung):
        satz = bau.plan.handlungsfelder.get(satz.handlungsfeld)
    eigenes = satz is not None and satz.id in bau.plan.sammlung(satz.SAMMLUNG.ordner)
    if satz is None or not eigenes or satz.SAMMLUNG.ordner not in EIGENE:
        return f"{ORDNER}start.png"
    return f"{ORDNER}{satz.SAMMLUNG.ordner}-{satz.id}.png"


def teilbilder(bau: Bau) -> Iterator[Datei]:
    """All pictures; while the site has no address, only those to take along: a picture is shared by its whole address."""
    blaetter = {
        teilbild(bau, satz): _blatt(bau, satz)
        for name in EIGENE
        for satz in bau.plan.sammlung(name).values()
        if bau.adresse or (isinstance(satz, Indikator) and zum_mitnehmen(bau, satz))
    }
    if bau.adresse:
        blaetter = {f"{ORDNER}start.png": _start(bau)} | blaetter
    if not blaetter:
        return
    bilder = _gezeichnet(json.dumps([*blaetter.values()], ensure_ascii=False), satzfarben())
    yield from (Datei(adresse, bild) for adresse, bild in zip(blaetter, bilder, strict=True))


def zum_mitnehmen(bau: Bau, i: Indikator) -> str:
    """Address of the picture of a figure that no chart shows; empty where there is a chart, or no figure."""
    return "" if bau.diagramme.get(i.id) or not bau.plan.kennzahlen.get(i.id) else teilbild(bau, i)


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
    return _felder(bau.plan.gemeinde.titel, "", unten, "", bau.plan.gemeinde.titel)


def _blatt(bau: Bau, satz: Datensatz) -> Mapping[str, str]:
    plan = bau.plan
    unten, farbe, von = "", "", plan.gemeinde.titel
    match satz:
        case Massnahme():
            unten = f"Stand: {bau.lagen[satz.id].bezeichnung}"
            farbe = plan.handlungsfelder[satz.handlungsfeld].farbe
        case Handlungsfeld():
            massnahmen = sum(m.handlungsfeld == satz.id for m in bau.massnahmen)
            unten = f"{massnahmen} {numerus(massnahmen, 'Maßnahme', 'Maßnahmen')}" if massnahmen else ""
            farbe = satz.farbe
        case Indikator():
            r = reihe(plan, satz.id)
            if r.zeiten:
                unten = gekuerzt(satz.schlagzeile or spruch(zahlenlage(r, bau.stichtag)), _SATZ)
                teile = (quellenangabe(plan, r, r.zeiten[-1:]), plan.gemeinde.titel, plan.gemeinde.lizenz_daten)
                von = gekuerzt(", ".join(teil for teil in teile if teil), _TITEL)
    return _felder(satz.stichwort_im(plan), satz.SAMMLUNG.einzahl, unten, farbe, von)


def _felder(titel: str, art: str, unten: str, farbe: str, von: str) -> Mapping[str, str]:
    return {
        "titel": gekuerzt(titel, _TITEL),
        "art": art,
        "unten": unten,
        "farbe": farbe,
        "von": von,
    }
