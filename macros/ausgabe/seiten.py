"""Everything the site consists of beyond the hand-written pages: `seiten` and `dateien` of a build."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.ausgabe.adressen import adresse, bearbeiten, bezeichnung, rueckmeldung
from macros.ausgabe.ansichten import ANSICHTEN
from macros.ausgabe.bausteine_druck import sammelmappe_dateien
from macros.ausgabe.feed import feeds
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.offene_daten import datendateien
from macros.ausgabe.seite import Datei, Seite
from macros.ausgabe.seiten_umsetzung import antwortseiten, standseiten

VORLAGE_JE_SAMMLUNG = {
    "konzept": "abschnitt.md",
    "handlungsfelder": "handlungsfeld.md",
    "herausforderungen": "herausforderung.md",
    "massnahmen": "massnahme.md",
    "zielgruppen": "zielgruppe.md",
    "akteure": "akteur.md",
    "indikatoren": "indikator.md",
    "sprachen": "sprache.md",
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
