"""Everything the site consists of beyond the hand-written pages: `seiten` and `dateien` of a build."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from macros.ausgabe.adressen import adresse, bearbeiten, bezeichnung
from macros.ausgabe.ansichten import ANSICHTEN
from macros.ausgabe.kontext import Bau, Kontext

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


@dataclass(frozen=True)
class Seite:
    """A generated page: address below the root, Markdown body, and what the theme shows around it."""

    adresse: str
    titel: str
    inhalt: str
    kopf: dict[str, Any] = field(default_factory=dict)
    bearbeiten: str | None = None

    @property
    def uri(self) -> str:
        """Path of the page's source below docs."""
        return f"{self.adresse.rstrip('/')}.md"

    @property
    def markdown(self) -> str:
        """The whole source of the page; JSON values are valid YAML."""
        kopf = {"title": self.titel, "render_macros": False, **self.kopf}
        zeilen = "".join(f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in kopf.items())
        return f"---\n{zeilen}---\n\n{self.inhalt}"


@dataclass(frozen=True)
class Datei:
    """A generated file: address below the root and its content."""

    adresse: str
    inhalt: str | bytes


def seiten(bau: Bau) -> Iterator[Seite]:
    """One page per record that has an address of its own."""
    for sammlung, vorlage in VORLAGE_JE_SAMMLUNG.items():
        for kennung, satz in bau.plan.sammlung(sammlung).items():
            yield _seite(bau, sammlung, kennung, satz, vorlage)


def _seite(bau: Bau, sammlung: str, kennung: str, satz: Any, vorlage: str) -> Seite:
    ort = adresse(sammlung, kennung)
    k = Kontext(bau, ort)
    ansicht = ANSICHTEN[sammlung](k, satz) if sammlung in ANSICHTEN else {}
    inhalt = k.rendere(vorlage, satz=satz, **ansicht)
    kopf: dict[str, Any] = {
        "art": type(satz).EINZAHL,
        "kennung": kennung,
        "sammlung": sammlung,
        "hide": ["navigation"],
        "search": {"boost": {"massnahmen": 2, "herausforderungen": 1.5, "indikatoren": 1.5}.get(sammlung, 1)},
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
    yield from ()
