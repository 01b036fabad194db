"""Situations in life, by which people look for what concerns them: the citizen's door to measures and challenges."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from macros.modell.auswahlen import Symbol
from macros.modell.grundtypen import (
    Datensatz,
    Ganzzahl,
    Kennung,
    Zeile,
    ZuHerausforderung,
    ZuIndikator,
    ZuMassnahme,
    ZuZielgruppe,
)
from macros.modell.piktogramm import Piktogramm
from macros.modell.sammlung import Sammlung, Stelle
from macros.modell.suchworte import Suchworte

if TYPE_CHECKING:
    from macros.modell.plan import Plan


class Lebenslage(Datensatz):
    """A situation in life and what of the concept belongs to it; it is no part of the concept."""

    SAMMLUNG: ClassVar[Sammlung] = Sammlung(
        ordner="lebenslagen",
        einzahl="Lebenslage",
        mehrzahl="Lebenslagen",
        adresse="betrifft-mich/lage/",
        vorlage="seiten/lebenslage.md",
        gewicht=2,
        ohne_druck="führt nur auf der Website zu den Maßnahmen, das Konzept kennt sie nicht",
    )

    id: Kennung = Field(title="Kennung", description="Kennung, gleich dem Dateinamen ohne Endung.")
    name: Zeile = Field(
        title="Name",
        description="Worum es im Leben geht, in zwei bis vier Worten: „Schule und Nachhilfe“.",
        max_length=40,
    )
    reihenfolge: Ganzzahl = Field(title="Reihenfolge", description="Stelle in der Auswahl, ab 1.", ge=1)
    symbol: Symbol = Field(title="Symbol", description="Bild neben dem Namen.")
    bild: Piktogramm | None = Field(
        None,
        title="Bild",
        description="Größeres Bild auf der Seite „Was betrifft mich?“; fehlt es, steht dort das Symbol.",
    )
    kurztext: Zeile = Field(title="Kurztext", description="Was man hier findet, in einem kurzen Satz.", max_length=120)
    massnahmen: tuple[ZuMassnahme, ...] = Field(
        (), title="Maßnahmen", description="Maßnahmen, um die es in dieser Lebenslage geht, die wichtigste zuerst."
    )
    herausforderungen: tuple[ZuHerausforderung, ...] = Field(
        (), title="Herausforderungen", description="Herausforderungen, um die es in dieser Lebenslage geht."
    )
    indikatoren: tuple[ZuIndikator, ...] = Field(
        (), title="Indikatoren", description="Zahlen, die zu dieser Lebenslage gehören."
    )
    zielgruppen: tuple[ZuZielgruppe, ...] = Field(
        (),
        title="Zielgruppen",
        description="Wer in dieser Lebenslage sein kann. Was sonst für diese Gruppen geplant ist, steht unter "
        "„Könnte Sie auch betreffen“.",
    )
    suchworte: Suchworte = ()

    def name_im(self, plan: Plan) -> str:
        return self.name

    def stelle_im(self, plan: Plan) -> Stelle:
        return (self.reihenfolge, self.id)
