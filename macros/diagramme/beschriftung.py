"""Words in a picture: how wide they are, how they wrap, and where they touch nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

SCHRIFT = 13
KLEIN = 12

_SCHMALE = frozenset("iljtfrI.,:;'|!()[]-/ \u00a0")
_BREITE = frozenset("mwMW%@—…")
_VOKALE = frozenset("aeiouyäöüAEIOUYÄÖÜ")
_UNTRENNBAR = ("sch", "ch", "ck", "ph", "th")
_KUERZESTE = 3


def breite_von(text: str, groesse: float = SCHRIFT) -> float:
    """About how wide a line of text is, in the widest of the faces that a page may get."""
    return sum(map(_anteil, text)) * groesse


def _anteil(zeichen: str) -> float:
    """Width of a character in parts of the font size."""
    if zeichen in _SCHMALE:
        return 0.36
    if zeichen in _BREITE:
        return 0.92
    if east_asian_width(zeichen) in "WF":
        return 1.05
    return 0.72 if zeichen.isupper() else 0.56


def umbrich(text: str, breite: float, groesse: float = SCHRIFT) -> list[str]:
    """A label in lines that fit a width; a word that is longer than a line is divided."""
    zeilen = [""]
    for wort in _stuecke(text):
        if breite_von((zeilen[-1] + wort).rstrip(), groesse) <= breite:
            zeilen[-1] += wort
            continue
        *volle, rest = _geteilt(wort, breite, groesse)
        neue = [*volle, rest]
        zeilen[-1:] = [*([zeilen[-1]] if zeilen[-1] else []), *neue]
    return [z.rstrip() for z in zeilen]


def _stuecke(text: str) -> list[str]:
    """What a label may break between: words with their space, and what follows a hyphen or a slash."""
    return re.findall(r"[^\s/-]*(?:[/-]+|\s+|$)", " ".join(text.split()))[:-1] or [""]


def _geteilt(wort: str, breite: float, groesse: float) -> Iterator[str]:
    """A word in pieces that each fit a line, with hyphens; whole where it fits."""
    rest = wort
    while breite_von(rest.rstrip(), groesse) > breite:
        voll = next((n for n in range(len(rest), 1, -1) if breite_von(rest[:n] + "-", groesse) <= breite), 1)
        stelle = next((n for n in range(voll, _KUERZESTE - 1, -1) if _teilbar(rest, n)), voll)
        yield rest[:stelle] + "-"
        rest = rest[stelle:]
    yield rest


def _teilbar(wort: str, stelle: int) -> bool:
    """True where a syllable begins: at a consonant before a vowel, that no other consonant belongs to."""
    if stelle + 1 >= len(wort) or len(wort.rstrip()) - stelle < _KUERZESTE:
        return False
    if any(wort[stelle - k : stelle - k + len(u)].lower() == u for u in _UNTRENNBAR for k in range(1, len(u))):
        return False
    laut = next((u for u in _UNTRENNBAR if wort[stelle:].lower().startswith(u)), wort[stelle])
    danach = stelle + len(laut)
    return wort[stelle].isalpha() and wort[stelle] not in _VOKALE and wort[danach : danach + 1] in _VOKALE


def auseinander(mitten: Sequence[float], hoehen: Sequence[float], oben: float, unten: float) -> list[float]:
    """Middles of labels that no longer overlap, in their order, within the room from `oben` to `unten` if it suffices."""
    ordnung = sorted(range(len(mitten)), key=lambda n: mitten[n])
    gelegt = list(mitten)
    for stelle, n in enumerate(ordnung):
        davor = ordnung[stelle - 1] if stelle else None
        frei = oben + hoehen[n] / 2 if davor is None else gelegt[davor] + (hoehen[davor] + hoehen[n]) / 2
        gelegt[n] = max(gelegt[n], frei)
    grenze = unten
    for n in reversed(ordnung):
        gelegt[n] = min(gelegt[n], grenze - hoehen[n] / 2)
        grenze = gelegt[n] - hoehen[n] / 2
    return gelegt


Bildpunkt = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Kasten:
    """The room that a label takes."""

    links: float
    oben: float
    rechts: float
    unten: float

    def ueberlappt(self, anderer: Kasten) -> bool:
        """True where two labels would lie on each other."""
        return (
            self.links < anderer.rechts
            and anderer.links < self.rechts
            and self.oben < anderer.unten
            and anderer.oben < self.unten
        )

    def trifft(self, linie: Sequence[Bildpunkt]) -> bool:
        """True where a line of straight pieces runs through it; a single point counts too."""
        if len(linie) == 1:
            return self._schneidet(linie[0], linie[0])
        return any(self._schneidet(p, q) for p, q in pairwise(linie))

    def _schneidet(self, p: Bildpunkt, q: Bildpunkt) -> bool:
        von, bis = 0.0, 1.0
        for start, ende, tief, hoch in ((p[0], q[0], self.links, self.rechts), (p[1], q[1], self.oben, self.unten)):
            weg = ende - start
            if weg == 0:
                if not tief <= start <= hoch:
                    return False
                continue
            a, b = sorted(((tief - start) / weg, (hoch - start) / weg))
            von, bis = max(von, a), min(bis, b)
        return von <= bis
