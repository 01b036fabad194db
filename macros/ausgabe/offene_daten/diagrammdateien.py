"""What a picture is published as beside its page: a specification for programs and a sheet for documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from macros.ausgabe.diagramm.aufbau import Diagramm
from macros.ausgabe.diagramm.spezifikation import veroeffentlicht
from macros.ausgabe.diagramm.tafel import tafel
from macros.ausgabe.kontext import Bau
from macros.ausgabe.seite import Datei
from macros.ausgabe.worte.quellenangabe import quellenangabe
from macros.deutsch.kalender import tag_lang
from macros.modell.indikator import Indikator
from macros.sichten.bild import Bild
from macros.sichten.tage import eingetragen_am

ORDNER = "daten/diagramme/"


@dataclass(frozen=True)
class Bilddatei:
    """One picture of an indicator with its addresses."""

    indikator: Indikator
    bild: Bild
    diagramm: Diagramm
    erste: bool

    @property
    def name(self) -> str:
        """What its files are called, without their ends."""
        return f"{self.indikator.id}-{self.bild.kennung}"

    @property
    def schlagzeile(self) -> str:
        """The editors' headline, above the first picture; empty where there is none."""
        return (self.indikator.schlagzeile or "") if self.erste else ""

    @property
    def spezifikation(self) -> str:
        """Address of the Vega-Lite specification."""
        return f"{ORDNER}{self.name}.vl.json"

    @property
    def tafel(self) -> str:
        """Address of the sheet to take along."""
        return f"{ORDNER}{self.name}.svg"

    @property
    def seite(self) -> str:
        """Address of the page that shows nothing but the picture."""
        return f"monitoring/{self.indikator.id}/bild/{'' if self.erste else f'{self.bild.kennung}/'}"


def bilddateien(bau: Bau, indikator: str) -> tuple[Bilddatei, ...]:
    """The pictures of an indicator, in the order of its page."""
    i = bau.plan.indikatoren[indikator]
    return tuple(Bilddatei(i, bild, d, n == 0) for n, (bild, d) in enumerate(bau.diagramme[indikator]))


def diagrammdateien(bau: Bau) -> Iterator[Datei]:
    """The files of every picture."""
    for indikator in bau.plan.indikatoren:
        for b in bilddateien(bau, indikator):
            angaben = bildangaben(bau, b)
            spezifikation = veroeffentlicht(b.bild, angaben)
            yield Datei(b.spezifikation, json.dumps(spezifikation, ensure_ascii=False, separators=(",", ":")) + "\n")
            yield Datei(b.tafel, tafel(b.diagramm, list(angaben.values())))


def bildangaben(bau: Bau, b: Bilddatei) -> dict[str, str]:
    """What a picture carries with it: source, dates, who answers for it, licence and address."""
    plan, zeiten = bau.plan, b.bild.zeiten
    spanne = " bis ".join(dict.fromkeys(s.bezeichnung for s in (zeiten[0], zeiten[-1]))) if zeiten else ""
    am = eingetragen_am(plan.kennzahlen.get(b.indikator.id, ()))
    return {
        "quelle": f"{quellenangabe(plan, b.bild.reihe, b.bild.zeiten)}.",
        **({"stand": f"Zahlen: {spanne}{f'; zuletzt eingetragen am {tag_lang(am)}' if am else ''}."} if spanne else {}),
        "ort": ortsangabe(bau),
        **({"adresse": f"{bau.adresse}monitoring/{b.indikator.id}/"} if bau.adresse else {}),
    }


def ortsangabe(bau: Bau) -> str:
    """Town, concept, who answers for it, and the licence."""
    g = bau.plan.gemeinde
    lizenz = f"Lizenz: {g.lizenz_daten}" if g.lizenz_daten else "Eine Lizenz ist nicht angegeben"
    return f"{g.bezeichnung or g.name}, {g.titel}. {g.urheber}. {lizenz}."
