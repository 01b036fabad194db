"""What differs between two Plans: records, fields, reports, figures, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeGuard, TypeVar

from macros.modell.auswahlen import Stand
from macros.modell.felder import felder
from macros.modell.grundtypen import Satz
from macros.modell.indikator import Kennzahl
from macros.modell.massnahme import Massnahme, Sachstand
from macros.modell.plan import SAMMLUNGEN, Pfad, Plan
from macros.modell.rechnung import Unberechenbar, kennzahlen
from macros.modell.stichtag import Stichtag
from macros.sichten.behauptung import Ausgang, pruefe_aussage

_EIGENS_GEZEIGT = {"massnahmen": {"sachstaende"}}

G = TypeVar("G")


class Wechsel(Enum):
    """What happened to a record or a figure."""

    NEU = "neu"
    GELOESCHT = "gelöscht"
    GEAENDERT = "geändert"


@dataclass(frozen=True, slots=True)
class Feldwechsel:
    """A field with its value before and after; None where it was not there."""

    pfad: Pfad
    alt: object
    neu: object


@dataclass(frozen=True, slots=True)
class Satzwechsel:
    """A record that is new, gone, or has changed fields."""

    sammlung: str
    kennung: str
    art: Wechsel
    felder: tuple[Feldwechsel, ...] = ()


@dataclass(frozen=True, slots=True)
class Berichtwechsel:
    """A report on a measure: new, or (against the rule) changed or gone; `davor` is the state before it."""

    massnahme: str
    art: Wechsel
    sachstand: Sachstand
    davor: Stand | None


@dataclass(frozen=True, slots=True)
class Zahlwechsel:
    """A figure before and after, and the figure of the Stichtag before it to compare with."""

    indikator: str
    stichtag: Stichtag
    merkmale: tuple[str, ...]
    alt: Kennzahl | None
    neu: Kennzahl | None
    vergleich: Kennzahl | None = None
    berechnet: bool = False

    @property
    def _basis(self) -> float | None:
        """What to compare with: the value before where a figure was corrected, else `vergleich`."""
        basis = self.alt or self.vergleich
        return basis.wert if basis else None

    @property
    def absolut(self) -> float | None:
        """Change in the unit of the figure; None where there is nothing to compare."""
        if self.neu is None or self.neu.wert is None or self._basis is None:
            return None
        return self.neu.wert - self._basis

    @property
    def prozent(self) -> float | None:
        """Change in percent; None where there is nothing to compare, where it began at zero, or where a value is negative."""
        if self._basis is None or self._basis < 0 or self.neu is None or (self.neu.wert or 0) < 0:
            return None
        return self.abweichung

    @property
    def abweichung(self) -> float | None:
        """The change measured by the size of the figure before, to find what is unusual, of negative values too."""
        return self.absolut / abs(self._basis) * 100 if self.absolut is not None and self._basis else None


@dataclass(frozen=True, slots=True)
class Aussagewechsel:
    """A claim of the concept that the data now bear out differently."""

    kennung: str
    alt: Ausgang
    neu: Ausgang


@dataclass(frozen=True)
class Unterschied:
    """Everything that differs, in the order of the collections."""

    alt: Plan
    neu: Plan
    saetze: tuple[Satzwechsel, ...]
    berichte: tuple[Berichtwechsel, ...]
    zahlen: tuple[Zahlwechsel, ...]
    aussagen: tuple[Aussagewechsel, ...]
    unlesbar: tuple[tuple[str, str], ...] = ()
    """(collection, id) of records of the new Plan that are too broken to compare."""
    heute: date | None = None
    """The day of the comparison: what was entered on it may have been entered twice."""

    @property
    def leer(self) -> bool:
        """True when the two Plans say the same."""
        return not (self.saetze or self.berichte or self.zahlen or self.aussagen or self.unlesbar)


def unterschiede(alt: Plan, neu: Plan, heute: date | None = None) -> Unterschied:
    """All differences between two Plans of one town, seen on a day."""
    zahlen = (*_zahlen(alt, neu, berechnet=False), *_zahlen(alt, neu, berechnet=True))
    unlesbar = tuple(
        (name, kennung)
        for name in SAMMLUNGEN
        for kennung in sorted(neu.bekannt.get(name, ()))
        if kennung not in neu.sammlung(name) or (name == "indikatoren" and kennung in neu.lueckenhaft)
    )
    return Unterschied(
        alt,
        neu,
        tuple(_saetze(alt, neu)),
        tuple(_berichte(alt, neu)),
        zahlen,
        tuple(_aussagen(alt, neu)),
        unlesbar,
        heute,
    )


def _saetze(alt: Plan, neu: Plan) -> Iterator[Satzwechsel]:
    if felder := tuple(feldwechsel(alt.gemeinde, neu.gemeinde)):
        yield Satzwechsel("gemeinde", "gemeinde", Wechsel.GEAENDERT, felder)
    for sammlung in SAMMLUNGEN:
        davor, danach = alt.sammlung(sammlung), neu.sammlung(sammlung)
        for kennung, satz in danach.items():
            if kennung not in davor:
                if not alt.kennt(sammlung, kennung):
                    yield Satzwechsel(sammlung, kennung, Wechsel.NEU)
                continue
            eigens = _EIGENS_GEZEIGT.get(sammlung, set())
            felder = tuple(f for f in feldwechsel(davor[kennung], satz) if f.pfad[0] not in eigens)
            if felder:
                yield Satzwechsel(sammlung, kennung, Wechsel.GEAENDERT, felder)
        for kennung in davor:
            if not neu.kennt(sammlung, kennung):
                yield Satzwechsel(sammlung, kennung, Wechsel.GELOESCHT)


def feldwechsel(alt: Satz, neu: Satz, pfad: Pfad = ()) -> Iterator[Feldwechsel]:
    """The fields that differ, as deep as both sides have them; lists of values show what came and went."""
    for name in (f.name for f in felder(type(neu))):
        davor, danach = getattr(alt, name), getattr(neu, name)
        if davor == danach:
            continue
        hier = (*pfad, name)
        if isinstance(davor, Satz) and isinstance(danach, Satz):
            yield from feldwechsel(davor, danach, hier)
        elif _ist_liste(davor) and _ist_liste(danach):
            yield from _listenwechsel(davor, danach, hier)
        else:
            yield Feldwechsel(hier, davor, danach)


def _ist_liste(wert: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(wert, tuple) and not hasattr(wert, "_fields")


def _listenwechsel(alt: tuple[object, ...], neu: tuple[object, ...], pfad: Pfad) -> Iterator[Feldwechsel]:
    saetze_alt, saetze_neu = ([g for g in seite if isinstance(g, Satz)] for seite in (alt, neu))
    if saetze_alt or saetze_neu:
        yield from _satzlistenwechsel(saetze_alt, saetze_neu, pfad)
        return
    weg, dazu = _ueberzaehlig(alt, neu), _ueberzaehlig(neu, alt)
    if not weg and not dazu:
        yield Feldwechsel(pfad, alt, neu)
    if len(weg) == len(dazu) and all(isinstance(g, str) and " " in g for _, g in (*weg, *dazu)):
        for (_, davor), (stelle, danach) in zip(weg, dazu, strict=True):  # reworded, most likely
            yield Feldwechsel((*pfad, stelle), davor, danach)
        return
    for stelle, glied in weg:
        yield Feldwechsel((*pfad, stelle), glied, None)
    for stelle, glied in dazu:
        yield Feldwechsel((*pfad, stelle), None, glied)


def _satzlistenwechsel(alt: Sequence[Satz], neu: Sequence[Satz], pfad: Pfad) -> Iterator[Feldwechsel]:
    if len(alt) == len(neu):
        for stelle, (davor, danach) in enumerate(zip(alt, neu, strict=True)):
            yield from feldwechsel(davor, danach, (*pfad, stelle))
        return
    weg, dazu = _ueberzaehlig(alt, neu), _ueberzaehlig(neu, alt)
    for (_, davor), (stelle, danach) in zip(weg, dazu, strict=False):
        yield from feldwechsel(davor, danach, (*pfad, stelle))
    for stelle, davor in weg[len(dazu) :]:
        yield Feldwechsel((*pfad, stelle), davor, None)
    for stelle, danach in dazu[len(weg) :]:
        yield Feldwechsel((*pfad, stelle), None, danach)


def _ueberzaehlig(liste: Sequence[G], andere: Sequence[G]) -> list[tuple[int, G]]:
    """(place, item) of what a list holds more of than another; of twins the last is the surplus one."""
    rest = list(andere)
    ergebnis = []
    for stelle, glied in enumerate(liste):
        if glied in rest:
            rest.remove(glied)
        else:
            ergebnis.append((stelle, glied))
    return ergebnis


def _berichte(alt: Plan, neu: Plan) -> Iterator[Berichtwechsel]:
    for kennung, m in neu.massnahmen.items():
        davor: Massnahme | None = alt.massnahmen.get(kennung)
        frueher = {(s.datum, s.von): s for s in davor.sachstaende} if davor else {}
        stand: Stand | None = None
        for s in m.sachstaende:
            if (s.datum, s.von) not in frueher:
                yield Berichtwechsel(kennung, Wechsel.NEU, s, stand)
            elif (davor_war := frueher[s.datum, s.von]) != s:
                yield Berichtwechsel(kennung, Wechsel.GEAENDERT, s, davor_war.stand)
            stand = s.stand
        jetzt = {(s.datum, s.von) for s in m.sachstaende}
        for schluessel, s in frueher.items():
            if schluessel not in jetzt:
                yield Berichtwechsel(kennung, Wechsel.GELOESCHT, s, s.stand)


def _reihe(plan: Plan, kennung: str) -> dict[tuple[Stichtag, tuple[str, ...]], Kennzahl]:
    try:
        return {(k.stichtag, tuple(k.merkmale.values())): k for k in kennzahlen(plan, kennung)}
    except (Unberechenbar, KeyError):
        return {}


def _zahlen(alt: Plan, neu: Plan, *, berechnet: bool) -> Iterator[Zahlwechsel]:
    """Changed figures; those of a computed indicator only where something they rest on has changed."""
    for kennung, indikator in neu.indikatoren.items():
        if (indikator.formel is not None) is not berechnet or kennung in neu.lueckenhaft:
            continue
        davor, danach = _reihe(alt, kennung), _reihe(neu, kennung)
        neu_angelegt = kennung not in alt.indikatoren
        for (stichtag, merkmale), k in danach.items():
            frueher = davor.get((stichtag, merkmale))
            if frueher and _gesagt(frueher) == _gesagt(k):
                continue
            passend = [a for (s, m), a in danach.items() if m == merkmale and s < stichtag and a.wert is not None]
            letzte = max(passend, key=lambda a: a.stichtag, default=None)
            if not (berechnet and neu_angelegt):
                yield Zahlwechsel(kennung, stichtag, merkmale, frueher, k, letzte, berechnet)
        for (stichtag, merkmale), k in davor.items():
            if (stichtag, merkmale) not in danach:
                yield Zahlwechsel(kennung, stichtag, merkmale, k, None, None, berechnet)


def _gesagt(k: Kennzahl) -> tuple[object, ...]:
    """What a row says, wherever it stands."""
    return k.wert, k.zeichen, k.hinweis, k.eingetragen_am, k.quelle, k.vorher


def _aussagen(alt: Plan, neu: Plan) -> Iterator[Aussagewechsel]:
    for kennung, aussage in neu.aussagen.items():
        if frueher := alt.aussagen.get(kennung):
            davor, danach = pruefe_aussage(alt, frueher).ausgang, pruefe_aussage(neu, aussage).ausgang
            if davor is not danach:
                yield Aussagewechsel(kennung, davor, danach)
