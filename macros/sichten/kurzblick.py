"""An indicator at a glance: the figure that leads, what stands beside it, and which way it went since the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from macros.deutsch.zahlen import differenz
from macros.modell.einheit import Einheit
from macros.modell.stichtag import Stichtag
from macros.sichten.bild import Bild
from macros.sichten.indikator_bild import verlaufsbild
from macros.sichten.indikator_lage import Gruppenlage, Zahlenlage
from macros.sichten.indikator_paare import plan_und_ist
from macros.sichten.indikator_zustimmung import antwortbilder, frage, skala
from macros.sichten.reihen import GESAMTWORTE, Reihe, gruppenname

WENIGE = 3
"""Up to so many groups, the first one leads; of more the highest."""
MOST_BALKEN = 16


class Blickart(Enum):
    """What the leading figure is."""

    LEER = auto()
    GESAMT = auto()
    GRUPPE = auto()
    HOECHSTER = auto()
    ZUSTIMMUNG = auto()
    PAAR = auto()


@dataclass(frozen=True, slots=True)
class Balken:
    """One figure of the newest time; `gesamt` marks the total of the others."""

    name: str
    wert: float
    gesamt: bool = False


@dataclass(frozen=True, slots=True)
class Zahlenschritt:
    """From the figure before to the newest one; `bruch` says that the two cannot be compared."""

    seit: Stichtag
    um: float
    bruch: bool = False


@dataclass(frozen=True, slots=True)
class Kurzblick:
    """`zeit` is that of all figures, `plan` the planned figure beside the actual one; `verlauf` a line where there is a trend."""

    art: Blickart
    einheit: Einheit
    stellen: int
    zeit: Stichtag | None = None
    fuehrend: Balken | None = None
    andere: tuple[Balken, ...] = ()
    plan: Balken | None = None
    schritt: Zahlenschritt | None = None
    verlauf: Bild | None = None

    @property
    def alle(self) -> tuple[Balken, ...]:
        """The leading figure and those beside it."""
        return (self.fuehrend, *self.andere) if self.fuehrend else ()


def kurzblick(lage: Zahlenlage) -> Kurzblick:
    """The whole indicator in one figure; without one where the source gives words alone, or nothing yet."""
    reihe = lage.reihe
    i = reihe.indikator
    if not reihe.zeiten:
        return Kurzblick(Blickart.LEER, i.einheit, i.nachkommastellen)
    neuester, verlauf = reihe.zeiten[-1], verlaufsbild(reihe)
    if frage(reihe):
        gefragt = list(_zustimmung(reihe, neuester))
        if not gefragt:
            return Kurzblick(Blickart.LEER, Einheit.PROZENT, 0)
        schritt = _schritt_der_zustimmung(reihe, gefragt[0])
        return Kurzblick(
            Blickart.ZUSTIMMUNG, Einheit.PROZENT, 0, neuester, gefragt[0], (*gefragt[1:],), None, schritt, verlauf
        )
    if paare := plan_und_ist(reihe):
        erstes = max(paare, key=lambda p: p.ist)
        ist, plan = Balken(f"{erstes.name}, {erstes.istwort}", erstes.ist), Balken(erstes.planwort, erstes.plan)
        rest = tuple(Balken(p.name, p.ist) for p in paare if p is not erstes)
        return Kurzblick(
            Blickart.PAAR, i.einheit, i.nachkommastellen, erstes.stichtag, ist, rest, plan, verlauf=verlauf
        )
    return _zahlen(lage, neuester, verlauf)


def _zahlen(lage: Zahlenlage, neuester: Stichtag, verlauf: Bild | None) -> Kurzblick:
    reihe, i = lage.reihe, lage.reihe.indikator
    jetzt = [g for g in lage.gruppen if g.neueste and g.neueste.stichtag == neuester]
    if lage.leit in jetzt and lage.leit:
        art, fuehrend = Blickart.GESAMT, lage.leit
    elif len(jetzt) <= WENIGE:
        art, fuehrend = Blickart.GRUPPE, jetzt[0]
    else:
        art, fuehrend = Blickart.HOECHSTER, max(jetzt, key=_wert)
    a = fuehrend.aenderung
    return Kurzblick(
        art,
        i.einheit,
        i.nachkommastellen,
        neuester,
        _balken(reihe, fuehrend),
        tuple(_balken(reihe, g) for g in _gezeigte(reihe, jetzt) if g is not fuehrend),
        None,
        Zahlenschritt(a.von.stichtag, a.absolut, a.bruch) if a else None,
        verlauf,
    )


def _gezeigte(reihe: Reihe, jetzt: Sequence[Gruppenlage]) -> Sequence[Gruppenlage]:
    """All groups while they are few; of more only the parts along one dimension."""
    if len(jetzt) <= MOST_BALKEN:
        return jetzt
    gesamt = {d.gesamt for d in reihe.dimensionen} | set(GESAMTWORTE)
    teile = [g for g in jetzt if sum(w not in gesamt for w in g.merkmale.values()) == 1]
    return teile if len(teile) <= MOST_BALKEN else ()


def _wert(g: Gruppenlage) -> float:
    assert g.neueste and g.neueste.wert is not None
    return g.neueste.wert


def _balken(reihe: Reihe, g: Gruppenlage) -> Balken:
    return Balken(gruppenname(g.merkmale, reihe.dimensionen), _wert(g), g.merkmale == reihe.leitgruppe)


def _zustimmung(reihe: Reihe, stichtag: Stichtag) -> Iterator[Balken]:
    """How many of every group agreed, in percent."""
    gefragt = frage(reihe)
    if gefragt:
        for b in antwortbilder(reihe, stichtag):
            yield Balken(b.gruppe, b.anteil(skala(gefragt[1]).zustimmung), b.gruppe in GESAMTWORTE)


def _schritt_der_zustimmung(reihe: Reihe, jetzt: Balken) -> Zahlenschritt | None:
    """From the survey before, where that asked the same group."""
    for seit in reversed(reihe.zeiten[:-1]):
        for b in _zustimmung(reihe, seit):
            if b.name == jetzt.name:
                return Zahlenschritt(seit, float(differenz(jetzt.wert, b.wert, 0)), reihe.vor_bruch(seit))
    return None
