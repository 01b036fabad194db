"""Where an indicator stands: newest figures, change since the figure before, target, comparison, lateness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from macros.deutsch.zahlen import differenz, glatt, runde
from macros.modell.auswahlen import Richtung
from macros.modell.indikator import Indikator, Kennzahl, Vergleich, Zielwert
from macros.sichten.reihen import Reihe


@dataclass(frozen=True, slots=True)
class Wertaenderung:
    """From one figure to a later one; `bruch` says that the two cannot be compared."""

    von: Kennzahl
    bis: Kennzahl
    absolut: float
    prozent: float | None
    bruch: bool


@dataclass(frozen=True, slots=True)
class Zielabstand:
    """Figure minus target, and whether the target is reached; None where no direction is better."""

    ziel: Zielwert
    abstand: float
    erreicht: bool | None


@dataclass(frozen=True, slots=True)
class Abstand:
    """Figure minus the figure of another area."""

    vergleich: Vergleich
    abstand: float
    gleiche_zeit: bool


@dataclass(frozen=True, slots=True)
class Gruppenlage:
    """How one combination stands; `neueste` is None when it never had a figure."""

    merkmale: Mapping[str, str]
    neueste: Kennzahl | None
    aenderung: Wertaenderung | None
    seit_beginn: Wertaenderung | None
    ziel: Zielabstand | None
    vergleiche: tuple[Abstand, ...]


@dataclass(frozen=True)
class Zahlenlage:
    """The whole indicator on a day; `leit` is the combination that stands for everybody."""

    reihe: Reihe
    leit: Gruppenlage | None
    gruppen: tuple[Gruppenlage, ...]
    ueberfaellig: bool

    @property
    def fuehrende(self) -> Gruppenlage | None:
        """The combination that comes first in short forms: the total, else the first with a figure."""
        return self.leit or next((g for g in self.gruppen if g.neueste), None)


def aenderung(reihe: Reihe, von: Kennzahl, bis: Kennzahl) -> Wertaenderung | None:
    """The difference of two figures, rounded once; None when one has no value."""
    if von.wert is None or bis.wert is None:
        return None
    stellen = reihe.indikator.nachkommastellen
    alt, neu = glatt(von.wert), glatt(bis.wert)
    prozent = (
        float((neu - alt) / alt * 100) if runde(von.wert, stellen) > 0 and neu >= 0 else None
    )  # of a loss there is no percentage
    bruch = reihe.vor_bruch(von.stichtag) and not reihe.vor_bruch(bis.stichtag)
    return Wertaenderung(von, bis, float(differenz(bis.wert, von.wert, stellen)), prozent, bruch)


def zielabstand(indikator: Indikator, wert: float, jahr: int = 0) -> Zielabstand | None:
    """How far a figure of a year is from the target that comes next, or from the last one where all are past."""
    if not indikator.ziele:
        return None
    ziel = next((z for z in indikator.ziele if z.jahr >= jahr), indikator.ziele[-1])
    rest = float(differenz(wert, ziel.wert, indikator.nachkommastellen))
    match indikator.richtung:
        case Richtung.STEIGEND_GUT:
            erreicht: bool | None = rest >= 0
        case Richtung.FALLEND_GUT:
            erreicht = rest <= 0
        case _:
            erreicht = None
    return Zielabstand(ziel, rest, erreicht)


def _gruppe(reihe: Reihe, merkmale: Mapping[str, str]) -> Gruppenlage:
    zahlen = [k for k in reihe.verlauf(merkmale) if k.wert is not None]
    if not zahlen:
        return Gruppenlage(merkmale, None, None, None, None, ())
    neueste = zahlen[-1]
    assert neueste.wert is not None
    stellen = reihe.indikator.nachkommastellen
    vergleiche = tuple(
        Abstand(
            v,
            float(differenz(neueste.wert, v.wert, stellen)),
            v.stichtag.ende.year == neueste.stichtag.ende.year,
        )
        for v in reihe.indikator.vergleich
    )
    vergleichbare = [k for k in zahlen if reihe.vor_bruch(k.stichtag) == reihe.vor_bruch(neueste.stichtag)]
    return Gruppenlage(
        merkmale,
        neueste,
        aenderung(reihe, zahlen[-2], neueste) if len(zahlen) > 1 else None,
        aenderung(reihe, vergleichbare[0], neueste) if len(vergleichbare) > 2 else None,
        zielabstand(reihe.indikator, neueste.wert, neueste.stichtag.ende.year),
        vergleiche,
    )


def zahlenlage(reihe: Reihe, stichtag: date) -> Zahlenlage:
    """Everything that can be said in words about an indicator on a day."""
    gruppen = tuple(_gruppe(reihe, g) for g in reihe.gruppen)
    leitgruppe = reihe.leitgruppe
    leit = next((g for g in gruppen if g.merkmale == leitgruppe and g.neueste), None)
    naechste = reihe.indikator.naechste_aktualisierung
    return Zahlenlage(reihe, leit, gruppen, naechste is not None and naechste < stichtag)
