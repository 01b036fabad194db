"""What other tables give away about hidden figures: the same people counted, shared out, or summed over time again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from macros.deutsch.zahlen import getippt, glatt
from macros.modell.auswahlen import Stichtagsform
from macros.modell.einheit import Einheit
from macros.modell.indikator import Dimension, Indikator
from macros.modell.stichtag import Stichtag
from macros.regeln.gleichungen import Gleichung, Tafel, Zelle, bekannt, gesamtwert, teilungen

Wer = frozenset[tuple[str, str]]
"""Whom a figure counts: the values that are no totals, with their dimensions."""
Glieder = dict[Zelle, float]

_JE_JAHR = {Stichtagsform.MONAT: 12, Stichtagsform.QUARTAL: 4, Stichtagsform.HALBJAHR: 2}
_HOECHSTENS_ADDIERT = 4
"""Dimensions of a table that are added up, those without a total first."""
_WENIGSTENS = 3
_ZIFFERN, _ZIFFERN_FREMD = 6, 8
"""So many digits in common are no coincidence: between tables of one source, and of different ones."""


@dataclass(frozen=True, slots=True)
class Zahlentafel:
    """An indicator with its rows, and what can be read or added up in them: (end of the time, whom) -> cells."""

    indikator: Indikator
    zellen: Tafel
    summen: Mapping[tuple[Stichtag, Wer], Glieder]

    def wert(self, glieder: Mapping[Zelle, float]) -> float | None:
        """The figure that a reader gets by adding up; None where a cell is hidden or missing."""
        zahlen = [(f, bekannt(self.zellen.get(z))) for z, f in glieder.items()]
        return None if any(w is None for _, w in zahlen) else sum(f * (w or 0) for f, w in zahlen)


@dataclass(frozen=True, slots=True)
class Deutung:
    """A share as people of people: its row with one more value, of its row without some dimensions."""

    dazu: Wer = frozenset()
    ohne: frozenset[str] = frozenset()

    def teil(self, wer: Wer) -> Wer:
        return wer | self.dazu

    def ganzes(self, wer: Wer) -> Wer:
        return frozenset(paar for paar in wer if paar[0] not in self.ohne)


def tabelle(i: Indikator, zellen: Tafel) -> Zahlentafel:
    """The table with its rows by whom they count; parts are also added up, where the row of their whole is not there."""
    gesamt = [gesamtwert(d) for d in i.dimensionen]
    summen: dict[tuple[Stichtag, Wer], Glieder] = {}
    for z in zellen:
        wer = frozenset((d.id, w) for d, w, g in zip(i.dimensionen, z.werte, gesamt, strict=True) if w != g)
        summen.setdefault((z.stichtag, wer), {z: 1.0})
    je_dimension = dict(zip((d.id for d in i.dimensionen), gesamt, strict=True))
    teile = {d.id: t for d in i.dimensionen if (t := _teile(d, je_dimension[d.id]))}
    namen = sorted(teile, key=lambda name: je_dimension[name] is not None)
    for anzahl in range(1, min(len(namen), _HOECHSTENS_ADDIERT) + 1):
        for weg in combinations(namen[:_HOECHSTENS_ADDIERT], anzahl):
            _addiert(summen, {name: teile[name] for name in weg})
    return Zahlentafel(i, zellen, summen)


def _teile(d: Dimension, gesamt: str | None) -> frozenset[str]:
    """The values that make up everybody; none where the total is not known to be their sum."""
    if gesamt is None:
        return frozenset(d.auspraegungen)
    return frozenset(next((teile for ganzes, teile in teilungen(d) if ganzes == gesamt), ()))


def _addiert(summen: dict[tuple[Stichtag, Wer], Glieder], weg: Mapping[str, frozenset[str]]) -> None:
    """Adds the sums over all parts of some dimensions, where every part has a row and what they make up has none."""
    erwartet = 1
    for werte in weg.values():
        erwartet *= len(werte)
    gruppen: dict[tuple[Stichtag, Wer], list[Glieder]] = {}
    for (zeit, wer), glieder in summen.items():
        if sum(wert in weg.get(name, ()) for name, wert in wer) == len(weg):
            rest = frozenset((name, wert) for name, wert in wer if name not in weg)
            gruppen.setdefault((zeit, rest), []).append(glieder)
    for schluessel, teile in gruppen.items():
        if len(teile) == erwartet:
            summen.setdefault(schluessel, {z: f for teil in teile for z, f in teil.items()})


def verbunden(hier: Zahlentafel, dort: Zahlentafel) -> Iterator[Gleichung]:
    """The equations between two tables, where the figures that both show prove that they count the same people."""
    if dort.indikator.einheit == Einheit.PROZENT:
        yield from _anteile(hier, dort)
    elif dort.indikator.ist_anzahl and dort.indikator.zaehlt is hier.indikator.zaehlt:
        yield from _gleich(hier, dort, hier.summen, dort.summen)
        yield from _gleich(hier, dort, dict(_jahre(hier)), dort.summen)
        yield from _gleich(hier, dort, hier.summen, dict(_jahre(dort)))
        if dort.indikator.negativ:
            yield from _gleich(hier, dort, dict(_veraenderungen(hier)), dort.summen)


def _gleich(
    hier: Zahlentafel,
    dort: Zahlentafel,
    hier_summen: Mapping[tuple[Stichtag, Wer], Glieder],
    dort_summen: Mapping[tuple[Stichtag, Wer], Glieder],
) -> Iterator[Gleichung]:
    """Sums of one table that the other shows too, where all that both show is equal and enough of it to be no chance."""
    je_tag = {(zeit.ende, wer): glieder for (zeit, wer), glieder in dort_summen.items()}
    paare = [(g, je_tag[zeit.ende, wer]) for (zeit, wer), g in hier_summen.items() if (zeit.ende, wer) in je_tag]
    gemeinsam = [(a, b) for x, y in paare if (a := hier.wert(x)) is not None and (b := dort.wert(y)) is not None]
    if any(glatt(a) != glatt(b) for a, b in gemeinsam):
        return
    gleiche = [a for a, _ in gemeinsam if glatt(a) != 0]
    gemeinsame = sum(ziffern(a, 0) for a in gleiche)
    if hier.indikator.quelle == dort.indikator.quelle:
        belegt = len(gleiche) >= _WENIGSTENS or gemeinsame >= _ZIFFERN
    else:
        belegt = gemeinsame >= _ZIFFERN_FREMD
    if not belegt:
        return
    for x, y in paare:
        if hier.wert(x) is None or dort.wert(y) is None:
            yield Gleichung({**x, **{z: -f for z, f in y.items()}}, woher=dort.indikator.id)


def ziffern(wert: float, stellen: int) -> int:
    """How many digits people see."""
    return len(getippt(abs(wert), stellen).replace(",", ""))


def _jahre(t: Zahlentafel) -> Iterator[tuple[tuple[Stichtag, Wer], Glieder]]:
    """What the months, quarters or half-years of a year add up to, under the last of them."""
    teile: dict[tuple[int, Wer], list[tuple[Stichtag, Glieder]]] = {}
    for (zeit, wer), glieder in t.summen.items():
        if zeit.art in _JE_JAHR:
            teile.setdefault((zeit.ende.year, wer), []).append((zeit, glieder))
    for (_, wer), stuecke in teile.items():
        letzte = max(zeit for zeit, _ in stuecke)
        if letzte.art in _JE_JAHR and len(stuecke) == _JE_JAHR[letzte.art]:
            yield (letzte, wer), {z: f for _, glieder in stuecke for z, f in glieder.items()}


def _veraenderungen(t: Zahlentafel) -> Iterator[tuple[tuple[Stichtag, Wer], Glieder]]:
    """What has been added since the figure before."""
    reihen: dict[Wer, list[tuple[Stichtag, Glieder]]] = {}
    for (zeit, wer), glieder in t.summen.items():
        reihen.setdefault(wer, []).append((zeit, glieder))
    for wer, reihe in reihen.items():
        reihe.sort(key=lambda stueck: stueck[0])
        for (_, davor), (zeit, danach) in pairwise(reihe):
            yield (zeit, wer), {**danach, **{z: -f for z, f in davor.items()}}


def _anteile(hier: Zahlentafel, dort: Zahlentafel) -> Iterator[Gleichung]:
    """Shares of the counted people: each bounds its numerator by the half of its last decimal."""
    halb = 0.5 * 10**-dort.indikator.nachkommastellen
    je_tag = {(zeit.ende, wer): glieder for (zeit, wer), glieder in hier.summen.items()}
    anteile = [
        (zeit, wer, p) for (zeit, wer), g in dort.summen.items() if len(g) == 1 and (p := dort.wert(g)) is not None
    ]
    for deutung in _deutungen(hier.indikator, dort.indikator):
        funde = [
            (je_tag[zeit.ende, deutung.teil(wer)], je_tag[zeit.ende, deutung.ganzes(wer)], p)
            for zeit, wer, p in anteile
            if deutung.teil(wer) != deutung.ganzes(wer)
            and (zeit.ende, deutung.teil(wer)) in je_tag
            and (zeit.ende, deutung.ganzes(wer)) in je_tag
        ]
        if not _belegt(hier, dort, funde, halb):
            continue
        for oben, unten, p in funde:
            if hier.wert(oben) is None or hier.wert(unten) is None:
                mehr, weniger = (p + halb) / 100, (p - halb) / 100
                yield Gleichung(_minus(oben, unten, mehr), unten=-1e12, oben=0, woher=dort.indikator.id)
                yield Gleichung(_minus(oben, unten, weniger), unten=0, oben=1e12, woher=dort.indikator.id)


def _minus(oben: Glieder, unten: Glieder, faktor: float) -> Glieder:
    glieder = dict(oben)
    for z, f in unten.items():
        glieder[z] = glieder.get(z, 0) - f * faktor
    return glieder


def _belegt(hier: Zahlentafel, dort: Zahlentafel, funde: Iterable[tuple[Glieder, Glieder, float]], halb: float) -> bool:
    """True where at least two known shares, four digits together, come out right and none comes out wrong."""
    gesehen = []
    for oben, unten, p in funde:
        a, b = hier.wert(oben), hier.wert(unten)
        if a is None or not b:
            continue
        if abs(100 * a / b - p) > halb + 1e-9:
            return False
        if 0 < p < 100:
            gesehen.append(ziffern(p, dort.indikator.nachkommastellen))
    return len(gesehen) > 1 and sum(gesehen) > _WENIGSTENS


def _deutungen(hier: Indikator, dort: Indikator) -> Iterator[Deutung]:
    """All that a share can be of: its row's total in one dimension, everybody, or a value's part of a dimension."""
    eigene = {d.id for d in dort.dimensionen}
    for d in hier.dimensionen:
        if d.id in eigene:
            yield Deutung(ohne=frozenset((d.id,)))
        else:
            yield from (Deutung(dazu=frozenset(((d.id, wert),))) for wert in d.auspraegungen)
    yield Deutung(ohne=frozenset(eigene))
