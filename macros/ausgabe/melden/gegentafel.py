"""Two states of one table beside each other: what differs is said in words at its place; what stays is left out and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import TypeVar

MOST_GANZ = 8
"""So many rows are shown whole; of more only those that differ."""
MOST_ZEILEN = 40
MOST_SPALTEN = 4
NEU, ENTFAELLT = "neu", "entfällt"

Koepfe = tuple[str, ...]
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Inhalt:
    """What a cell says, and its note."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Vergleichstafel:
    """One state: heads of the columns that name rows, columns by key, rows by their heads; both in reading order."""

    kopf: Koepfe
    spalten: Mapping[str, str]
    zeilen: Mapping[Koepfe, Mapping[str, Inhalt]]
    fuer_sich: bool = True
    """False where rows follow each other in time, newest first: then a row is shown with the one before it."""


@dataclass(frozen=True, slots=True)
class Gegenzelle:
    """A cell of one side; `marke` says what differs, empty where nothing does."""

    text: str
    marke: str = ""


@dataclass(frozen=True, slots=True)
class Gegenkopf:
    """The head of a column, and whether the other side lacks it."""

    text: str
    marke: str = ""


@dataclass(frozen=True, slots=True)
class Gegenzeile:
    """A row of one side; `marke` stands at its head where the other side lacks it."""

    koepfe: Koepfe
    marke: str
    zellen: tuple[Gegenzelle, ...]


@dataclass(frozen=True, slots=True)
class Gegentafel:
    """One side as it is shown; `gleiche` and `weitere` count rows left out that stay, and that differ too."""

    kopf: Koepfe
    spalten: tuple[Gegenkopf, ...]
    zeilen: tuple[Gegenzeile, ...]
    gleiche: int
    weitere: int
    spalten_weg: int


@dataclass(frozen=True)
class _Vergleichsseite:
    """One side and the other one, and the words for what only this side has and for what changes."""

    tafel: Vergleichstafel
    andere: Vergleichstafel
    nur_hier: str
    anders: str

    def zeilenmarke(self, koepfe: Koepfe) -> str:
        return "" if koepfe in self.andere.zeilen or not self.andere.zeilen else self.nur_hier

    def spaltenmarke(self, spalte: str) -> str:
        return "" if spalte in self.andere.spalten or not self.andere.spalten else self.nur_hier

    def zelle(self, koepfe: Koepfe, spalte: str) -> Gegenzelle:
        hier = self.tafel.zeilen[koepfe].get(spalte)
        if hier is None:
            return Gegenzelle("")
        if self.zeilenmarke(koepfe) or self.spaltenmarke(spalte) or not self.andere.zeilen:
            return Gegenzelle(hier.text)
        dort = self.andere.zeilen[koepfe].get(spalte)
        if dort is None:
            return Gegenzelle(hier.text, self.nur_hier)
        if dort.text != hier.text:
            return Gegenzelle(hier.text, self.anders.format(dort.text))
        return Gegenzelle(hier.text, "Anmerkung anders" if dort.note != hier.note else "")


def gegentafeln(
    alt: Vergleichstafel | None, neu: Vergleichstafel | None
) -> tuple[Gegentafel | None, Gegentafel | None] | None:
    """The old and the new side of a table; None where both say the same."""
    leer = Vergleichstafel((), {}, {})
    a = _Vergleichsseite(alt or leer, neu or leer, ENTFAELLT, "dann {}")
    n = _Vergleichsseite(neu or leer, alt or leer, NEU, "geändert, bisher {}")
    wechsel = set(_wechsel(a.tafel, n.tafel))
    if not wechsel and a.tafel.kopf == n.tafel.kopf:
        return None
    zeilen, spalten = {z for z, _ in wechsel}, {s for _, s in wechsel}
    in_folge = [t for t in (a.tafel, n.tafel) if not t.fuer_sich]
    nah = _Zeilenwahl(
        zeilen,
        zeilen.union(*(_mit_aelteren(t.zeilen, zeilen) for t in in_folge)),
        spalten.union(*(_mit_aelteren(t.spalten, spalten) for t in (a.tafel, n.tafel))),
    )
    return (_gezeigt(a, nah) if alt else None, _gezeigt(n, nah) if neu else None)


@dataclass(frozen=True)
class _Zeilenwahl:
    """The rows that differ, and the rows and columns that are shown of a large table."""

    anders: Set[Koepfe]
    zeilen: Set[Koepfe]
    spalten: Set[str]


def _wechsel(alt: Vergleichstafel, neu: Vergleichstafel) -> Iterator[tuple[Koepfe, str]]:
    """(row, column) of every cell that differs."""
    for koepfe in dict.fromkeys([*neu.zeilen, *alt.zeilen]):
        davor, danach = alt.zeilen.get(koepfe, {}), neu.zeilen.get(koepfe, {})
        yield from ((koepfe, s) for s in dict.fromkeys([*danach, *davor]) if davor.get(s) != danach.get(s))


def _gezeigt(s: _Vergleichsseite, nah: _Zeilenwahl) -> Gegentafel:
    alle, quer = list(s.tafel.zeilen), list(s.tafel.spalten)
    auswahl = alle if len(alle) <= MOST_GANZ else [z for z in alle if z in nah.zeilen]
    spalten = quer if len(quer) <= MOST_SPALTEN else [k for k in quer if k in nah.spalten] or quer[:1]
    erste = auswahl[:MOST_ZEILEN]
    anders = [z for z in alle if z in nah.anders]
    weitere = len(anders) - sum(z in nah.anders for z in erste)
    return Gegentafel(
        s.tafel.kopf,
        tuple(Gegenkopf(s.tafel.spalten[k], s.spaltenmarke(k)) for k in spalten),
        tuple(Gegenzeile(z, s.zeilenmarke(z), tuple(s.zelle(z, k) for k in spalten)) for z in erste),
        gleiche=len(alle) - len(erste) - weitere,
        weitere=weitere,
        spalten_weg=len(quer) - len(spalten),
    )


def _mit_aelteren(folge: Iterable[K], gewechselt: Set[K]) -> set[K]:
    """What changed, each with what follows it: the newest comes first, so that is the one before it in time."""
    alle = list(folge)
    return {k for n, k in enumerate(alle) if k in gewechselt or (n and alle[n - 1] in gewechselt)}
