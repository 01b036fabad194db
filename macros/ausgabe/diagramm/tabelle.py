"""The figures of an indicator as one table for readers: groups down, Stichtage across, signs explained, notes lettered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from macros.ausgabe.worte.sprechen import kurz
from macros.deutsch.kalender import tag_lang
from macros.modell.auswahlen import Stichtagsform, Zeichen
from macros.modell.indikator import Kennzahl
from macros.modell.stichtag import Stichtag
from macros.sichten.reihen import Reihe, gesamtwert

NUR_WORTE = "Die Quelle nennt hier keine genaue Zahl, nur diese Worte."


@dataclass(frozen=True, slots=True)
class Tabellenzelle:
    """One cell: what stands in it, its sign, the letter of its note, and whether it is words instead of a number."""

    text: str
    zeichen: Zeichen | None
    note: str
    worte: bool = False


@dataclass(frozen=True, slots=True)
class Tabellenzeile:
    """One row: its heads (one per dimension, or the Stichtag), whether it is a total, its cells."""

    koepfe: tuple[str, ...]
    gesamt: bool
    zellen: tuple[Tabellenzelle, ...]


MOST_ZEILEN = 100
"""Rows that a page or a sheet shows at once; further ones open on a page, and stand in the CSV."""


@dataclass(frozen=True, slots=True)
class Zahlentabelle:
    """The whole table; `noten` are the lettered notes, `zeichen` the signs that occur.

    `jeweils` is the day of all columns where those name only its years.
    """

    kopfspalten: tuple[str, ...]
    spalten: tuple[str, ...]
    zeilen: tuple[Tabellenzeile, ...]
    noten: tuple[tuple[str, str], ...]
    zeichen: tuple[Zeichen, ...]
    jeweils: str = ""

    @property
    def erste(self) -> tuple[Tabellenzeile, ...]:
        """The rows that are shown at once: all, where some more would not need to be opened."""
        return self.zeilen[:MOST_ZEILEN] if len(self.zeilen) > MOST_ZEILEN * 5 // 4 else self.zeilen

    @property
    def weitere(self) -> tuple[Tabellenzeile, ...]:
        """The rows behind those."""
        return self.zeilen[len(self.erste) :]


class _Noten:
    """Collects notes in order; the same words get the same letter."""

    def __init__(self) -> None:
        self._buchstaben: dict[str, str] = {}

    def buchstabe(self, text: str) -> str:
        if not text:
            return ""
        if text not in self._buchstaben:
            n = len(self._buchstaben)
            buchstabe = ascii_lowercase[n % 26]
            while n := n // 26:
                n -= 1
                buchstabe = ascii_lowercase[n % 26] + buchstabe
            self._buchstaben[text] = buchstabe
        return self._buchstaben[text]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((buchstabe, text) for text, buchstabe in self._buchstaben.items())


def zahlentabelle(reihe: Reihe, *, wie_im_bild: bool = False) -> Zahlentabelle:
    """A cross table for two dimensions at one Stichtag; without dimensions a row per Stichtag.

    The newest comes first, where a screen shows it at once; `wie_im_bild` time runs on as in the charts on the same sheet.
    """
    noten = _Noten()
    zeiten = tuple(reihe.stichtage if wie_im_bild else reversed(reihe.stichtage))
    jeweils = ""
    if len(reihe.dimensionen) == 2 and len(reihe.stichtage) == 1:
        koepfe, spalten, zeilen = _kreuz(reihe, noten)
    elif reihe.dimensionen:
        koepfe, spalten, zeilen = _je_gruppe(reihe, zeiten, noten)
        if wie_im_bild and (jeweils := _gemeinsamer_tag(zeiten)):
            spalten = tuple(str(s.ende.year) for s in zeiten)
    else:
        koepfe, spalten, zeilen = _je_stichtag(reihe, zeiten, noten)
    vorhanden = {z.zeichen for zeile in zeilen for z in zeile.zellen}
    return Zahlentabelle(koepfe, spalten, zeilen, tuple(noten), tuple(z for z in Zeichen if z in vorhanden), jeweils)


def _gemeinsamer_tag(zeiten: Sequence[Stichtag]) -> str:
    """„31. Dezember“ where several Stichtage are that day of their years, so that the years alone tell them apart."""
    tage = {(s.ende.month, s.ende.day) for s in zeiten}
    if len(zeiten) < 2 or len(tage) > 1 or any(s.art is not Stichtagsform.TAG for s in zeiten):
        return ""
    return tag_lang(zeiten[0].ende).rpartition(" ")[0]


_Teile = tuple[tuple[str, ...], tuple[str, ...], tuple[Tabellenzeile, ...]]


def _je_gruppe(reihe: Reihe, zeiten: Sequence[Stichtag], noten: _Noten) -> _Teile:
    spalten = tuple(s.kurzbezeichnung for s in zeiten)
    zeilen = tuple(
        Tabellenzeile(
            tuple(gruppe[d.id] for d in reihe.dimensionen),
            all(gruppe[d.id] == gesamtwert(d) for d in reihe.dimensionen),
            tuple(_zelle(reihe, reihe.am(s, gruppe), noten) for s in zeiten),
        )
        for gruppe in reihe.gruppen
    )
    return tuple(d.name for d in reihe.dimensionen), spalten, zeilen


def _je_stichtag(reihe: Reihe, zeiten: Sequence[Stichtag], noten: _Noten) -> _Teile:
    zeilen = tuple(
        Tabellenzeile((k.stichtag.bezeichnung,), False, (_zelle(reihe, k, noten),))
        for k in sorted(reihe.kennzahlen, key=lambda k: zeiten.index(k.stichtag))
    )
    return (reihe.zeitwort,), (reihe.indikator.einheit.bezeichnung,), zeilen


def _kreuz(reihe: Reihe, noten: _Noten) -> _Teile:
    """The dimension with more values down, the other across; only values that occur."""
    quer, laengs = sorted(reihe.dimensionen, key=lambda d: len(d.auspraegungen))
    benutzt = {(d.id, g[d.id]) for g in reihe.gruppen for d in (quer, laengs)}
    spalten = tuple(wert for wert in quer.auspraegungen if (quer.id, wert) in benutzt)
    stichtag = reihe.stichtage[0]
    zeilen = tuple(
        Tabellenzeile(
            (wert,),
            wert == gesamtwert(laengs),
            tuple(_zelle(reihe, reihe.am(stichtag, {laengs.id: wert, quer.id: s}), noten) for s in spalten),
        )
        for wert in laengs.auspraegungen
        if (laengs.id, wert) in benutzt
    )
    return (laengs.name,), spalten, zeilen


def _zelle(reihe: Reihe, k: Kennzahl | None, noten: _Noten) -> Tabellenzelle:
    if k is None:
        return Tabellenzelle("", None, "")
    if k.zeichen is Zeichen.WORT:
        return Tabellenzelle(f"„{k.hinweis}“", None, noten.buchstabe(NUR_WORTE), worte=True)
    text = kurz(reihe.indikator, k.wert) if k.wert is not None else ""
    return Tabellenzelle(text, k.zeichen, noten.buchstabe(k.hinweis))
