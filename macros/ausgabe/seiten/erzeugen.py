"""Everything the site consists of beyond the hand-written pages: `seiten` and `dateien` of a build."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.ausgabe.bausteine.druck import sammelmappe_dateien
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.offene_daten.dateien import datendateien
from macros.ausgabe.offene_daten.feed import feeds
from macros.ausgabe.seite import Datei, Seite
from macros.ausgabe.seiten.je_sammlung import ANSICHTEN
from macros.ausgabe.seiten.umsetzung import antwortseiten, standseiten
from macros.ausgabe.worte.adressen import adresse, bearbeiten, bezeichnung, rueckmeldung

VORLAGE_JE_SAMMLUNG = {
    "konzept": "seiten/abschnitt.md",
    "handlungsfelder": "seiten/handlungsfeld.md",
    "herausforderungen": "seiten/herausforderung.md",
    "massnahmen": "seiten/massnahme.md",
    "zielgruppen": "seiten/zielgruppe.md",
    "akteure": "seiten/akteur.md",
    "indikatoren": "seiten/indikator.md",
    "sprachen": "seiten/sprache.md",
}


def seiten(bau: Bau) -> Iterator[Seite]:
    """One page per record that has an address of its own, per state and per answer to „Wer bin ich?“."""
    for sammlung, vorlage in VORLAGE_JE_SAMMLUNG.items():
        for kennung, satz in bau.plan.sammlung(sammlung).items():
            yield _seite(bau, sammlung, kennung, satz, vorlage)
    yield from standseiten(bau)
    yield from antwortseiten(bau)


def _seite(bau: Bau, sammlung: str, kennung: str, satz: Any, vorlage: str) -> Seite:
    ort = adresse(sammlung, kennung)
    k = Kontext(bau, ort, mit_begriffen=sammlung != "sprachen")
    ansicht = ANSICHTEN[sammlung](k, satz) if sammlung in ANSICHTEN else {}
    inhalt = k.rendere(vorlage, satz=satz, **ansicht)
    kopf: dict[str, Any] = {
        "art": type(satz).EINZAHL,
        "kennung": kennung,
        "sammlung": sammlung,
        "datei": f"data/{sammlung}/{kennung}.yaml",
        "rueckmeldung": rueckmeldung(bau.plan, sammlung, kennung) or "",
    }
    return Seite(
        adresse=ort,
        titel=f"{bezeichnung(bau.plan, sammlung, kennung)} ({type(satz).EINZAHL})",
        inhalt=f"{inhalt}\n{k.begriffskarten()}\n",
        kopf=kopf,
        bearbeiten=bearbeiten(bau.plan, sammlung, kennung),
    )


def dateien(bau: Bau) -> Iterator[Datei]:
    """Every generated file that is no page."""
    yield from feeds(bau)
    yield from datendateien(bau)
    yield from sammelmappe_dateien(bau)
