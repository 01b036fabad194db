"""How an indicator has developed, in sentences for each group."""

from __future__ import annotations

from dataclasses import dataclass

from macros.ausgabe.worte.abstandsworte import vergleich, ziel
from macros.ausgabe.worte.sprechen import entwicklung, nur_eine_zeit, veraenderung
from macros.sichten.indikator_lage import Zahlenlage
from macros.sichten.indikator_zustimmung import frage
from macros.sichten.reihen import gruppenname

MOST_GRUPPEN = 8


@dataclass(frozen=True, slots=True)
class Gruppensaetze:
    """What is said about one group: its name (empty for everybody) and its sentences."""

    name: str
    saetze: tuple[str, ...]


def entwicklungssaetze(lage: Zahlenlage) -> list[Gruppensaetze]:
    """Change and way of the total, or of each group where there is no total; then target and comparison, once."""
    i = lage.reihe.indikator
    if frage(lage.reihe) or not lage.reihe.zeiten:
        return []
    gruppen = [lage.leit] if lage.leit else [g for g in lage.gruppen if g.neueste]
    if len(gruppen) > MOST_GRUPPEN:
        return []
    namen = ["" if g is lage.leit else gruppenname(g.merkmale, lage.reihe.dimensionen) for g in gruppen]
    if len(lage.reihe.zeiten) == 1:
        saetze = [Gruppensaetze("", (nur_eine_zeit(lage.reihe.zeitwort),))]
    else:
        saetze = [
            Gruppensaetze(
                name,
                tuple(
                    s for s in (veraenderung(i, g.aenderung, lage.reihe.zeitwort), entwicklung(i, g.seit_beginn)) if s
                ),
            )
            for name, g in zip(namen, gruppen, strict=True)
        ]
    ziele = [(name, g.ziel) for name, g in zip(namen, gruppen, strict=True) if g.ziel]
    if ziele:
        saetze.append(Gruppensaetze("", (ziel(i, ziele),)))
    for stelle, v in enumerate(i.vergleich):
        abstaende = [(name, g.vergleiche[stelle]) for name, g in zip(namen, gruppen, strict=True)]
        saetze.append(Gruppensaetze("", (vergleich(i, v, abstaende),)))
    return saetze
