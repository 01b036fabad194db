"""What two other tables give away together: their sum or difference, or a share whose whole stands in a third table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from macros.deutsch.zahlen import glatt
from macros.modell.einheit import Einheit
from macros.regeln.gleichungen import Gleichung
from macros.regeln.zusammenhang import Glieder, Wer, Zahlentafel, ziffern

_WENIGSTENS, _ZIFFERN = 3, 8
"""So many rows in common, and digits in them, are no coincidence between three tables."""
_ANFAENGE = 3
"""Rows that the search for a third table begins from."""
_SPIEL = 1e-9
_Zeilenort = tuple[date, Wer]
_Vorzeichen = tuple[int, int, int]
_ARTEN: tuple[_Vorzeichen, ...] = ((1, -1, 1), (1, -1, -1))
"""hier = dort - drittes, hier = dort + drittes; the others are the same with the tables exchanged."""


@dataclass(frozen=True, slots=True)
class Nachschlag:
    """All tables row by row, and for every row the counts in order, so that a figure finds the tables that show it."""

    reihen: Mapping[str, Mapping[_Zeilenort, tuple[Glieder, float | None]]]
    je_stelle: Mapping[_Zeilenort, tuple[list[float], list[str]]]

    def mit(self, stelle: _Zeilenort, unten: float, oben: float) -> list[str]:
        """The tables that show a count from `unten` to `oben` in that row."""
        werte, namen = self.je_stelle.get(stelle, ([], []))
        return namen[bisect_left(werte, unten - _SPIEL) : bisect_right(werte, oben + _SPIEL)]


def nachschlag(tabellen: Iterable[Zahlentafel]) -> Nachschlag:
    """Reads every table once."""
    reihen: dict[str, Mapping[_Zeilenort, tuple[Glieder, float | None]]] = {}
    je_stelle: dict[_Zeilenort, list[tuple[float, str]]] = {}
    for t in tabellen:
        zeilen = {(zeit.ende, wer): (g, t.wert(g)) for (zeit, wer), g in t.summen.items()}
        reihen[t.indikator.id] = zeilen
        for stelle, (_, wert) in zeilen.items():
            if wert is not None and t.indikator.ist_anzahl:
                je_stelle.setdefault(stelle, []).append((wert, t.indikator.id))
    sortiert = {s: sorted(paare) for s, paare in je_stelle.items()}
    return Nachschlag(reihen, {s: ([w for w, _ in p], [n for _, n in p]) for s, p in sortiert.items()})


def zu_dritt(hier: Zahlentafel, tabellen: Mapping[str, Zahlentafel], nach: Nachschlag) -> Iterator[Gleichung]:
    """The equations between a table and two others, where the figures that all three show prove them."""
    eigene = nach.reihen[hier.indikator.id]
    bekannte = [(stelle, w) for stelle, (_, w) in eigene.items() if w]
    for name, dort in tabellen.items():
        reihe = nach.reihen[name]
        anfaenge = [(s, x, y) for s, x in bekannte if s in reihe and (y := reihe[s][1]) is not None][-_ANFAENGE:]
        if dort is hier or not anfaenge:
            continue
        if dort.indikator.einheit == Einheit.PROZENT:
            yield from _quote(hier, dort, anfaenge, nach)
        elif dort.indikator.ist_anzahl and dort.indikator.zaehlt is hier.indikator.zaehlt:
            yield from _addiert(hier, dort, anfaenge, tabellen, nach)


def _addiert(
    hier: Zahlentafel,
    dort: Zahlentafel,
    anfaenge: list[tuple[_Zeilenort, float, float]],
    tabellen: Mapping[str, Zahlentafel],
    nach: Nachschlag,
) -> Iterator[Gleichung]:
    for vorzeichen in _ARTEN:
        faktor = vorzeichen[2]
        dritte = {n for s, x, y in anfaenge for n in nach.mit(s, (y - x) * faktor, (y - x) * faktor)}
        for name in sorted(dritte - {hier.indikator.id, dort.indikator.id}):
            if tabellen[name].indikator.zaehlt is not hier.indikator.zaehlt:
                continue
            if faktor == -1 and name < dort.indikator.id:
                continue  # a sum is the same from both sides
            yield from _belegte(hier, dort, tabellen[name], vorzeichen, nach)


def _belegte(
    hier: Zahlentafel, dort: Zahlentafel, drittes: Zahlentafel, vorzeichen: _Vorzeichen, nach: Nachschlag
) -> Iterator[Gleichung]:
    """The rows of three tables that add up to nothing, where every row with three figures does, and enough of them."""
    reihen = [nach.reihen[t.indikator.id] for t in (hier, dort, drittes)]
    offene, summe, anzahl = [], 0, 0
    for stelle in reihen[0].keys() & reihen[1].keys() & reihen[2].keys():
        zeile = [r[stelle] for r in reihen]
        werte = [w for _, w in zeile if w is not None]
        if len(werte) < len(zeile):
            offene.append([g for g, _ in zeile])
            continue
        if glatt(sum(f * w for f, w in zip(vorzeichen, werte, strict=True))) != 0:
            return
        if all(werte):
            anzahl += 1
            summe += ziffern(werte[0], 0)
    if anzahl < _WENIGSTENS or summe < _ZIFFERN:
        return
    woher = max((dort, drittes), key=lambda t: (t.indikator.negativ, t.indikator.id)).indikator.id
    for glieder in offene:
        yield Gleichung({z: v * f for v, g in zip(vorzeichen, glieder, strict=True) for z, f in g.items()}, woher=woher)


def _quote(
    hier: Zahlentafel, dort: Zahlentafel, anfaenge: list[tuple[_Zeilenort, float, float]], nach: Nachschlag
) -> Iterator[Gleichung]:
    """Shares of another table's people: each bounds its numerator by the half of its last decimal."""
    halb = 0.5 * 10**-dort.indikator.nachkommastellen
    namen = {n for s, x, p in anfaenge if p > halb for n in nach.mit(s, 100 * x / (p + halb), 100 * x / (p - halb))}
    zaehler, quote = nach.reihen[hier.indikator.id], nach.reihen[dort.indikator.id]
    for name in sorted(namen - {hier.indikator.id}):
        nenner, offene, summe, anzahl = nach.reihen[name], [], 0, 0
        for stelle in zaehler.keys() & quote.keys() & nenner.keys():
            (oben, a), (_, p), (_unten, b) = zaehler[stelle], quote[stelle], nenner[stelle]
            if p is None or not b:
                continue
            if a is None:
                offene.append((oben, p * b / 100, halb * b / 100))
            elif abs(100 * a / b - p) > halb + _SPIEL:
                break
            elif 0 < p < 100:
                anzahl += 1
                summe += ziffern(p, dort.indikator.nachkommastellen)
        else:
            if anzahl >= _WENIGSTENS and summe >= _ZIFFERN:
                for oben, mitte, spiel in offene:
                    yield Gleichung(oben, unten=mitte - spiel, oben=mitte + spiel, woher=dort.indikator.id)
