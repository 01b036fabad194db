"""Characters as other programs leave them in a text, and the ones that are written instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

_AUFZAEHLUNG = "\uf0b7\uf0a7\uf0d8"
"""Word's bullets; Word keeps them as signs of a font of symbols, which no other program has."""
_AUS_WORD = {**dict.fromkeys(_AUFZAEHLUNG, "•"), "\uf0e0": "→", "\uf0fc": "✓", "\uf04a": "☺"}
_PUNKT_VORN = re.compile(rf"^([ ]*)[{_AUFZAEHLUNG}][ \t\u00a0]*", re.M)


class Fremdzeichen(NamedTuple):
    """A sign that is to be written otherwise: where, the sign, and what is wrong with it in words."""

    stelle: int
    zeichen: str
    text: str


class _Art(NamedTuple):
    muster: re.Pattern[str]
    ersatz: Callable[[re.Match[str]], str]
    text: str


_ARTEN = (
    _Art(
        re.compile("[\u2028\u2029]"),
        lambda _: "\n",
        "ein unsichtbares Zeilenende aus einem anderen Programm",
    ),
    _Art(re.compile("\u00ad"), lambda _: "", "ein unsichtbares weiches Trennzeichen"),
    _Art(
        re.compile(f"[{''.join(_AUS_WORD)}]"),
        lambda t: _AUS_WORD[t.group()],
        "ein Zeichen aus einer Symbolschrift von Word",
    ),
    _Art(
        re.compile(r"[^\W\d_][\u0300-\u036f]+"),
        lambda t: unicodedata.normalize("NFC", t.group()),
        "einen Buchstaben aus mehreren Zeichen statt aus einem",
    ),
)


def bereinigt(text: str) -> str:
    """A text as it is kept: LF, composed letters, no soft hyphens, no signs of Word's fonts of symbols."""
    glatt = _PUNKT_VORN.sub(r"\1- ", text.replace("\r\n", "\n").replace("\r", "\n"))
    for art in _ARTEN:
        glatt = art.muster.sub(art.ersatz, glatt)
    return glatt


def dateiname(name: str) -> str:
    """The name of a file from elsewhere as it may be shown: no control characters, not longer than a line."""
    return "".join(z for z in bereinigt(name) if z.isprintable())[:120] or "ohne Namen"


def fremdzeichen(text: str) -> Iterator[Fremdzeichen]:
    """The signs of a text that `bereinigt` writes otherwise, kind by kind; line ends of Windows are none."""
    for art in _ARTEN:
        for treffer in art.muster.finditer(text):
            if art.ersatz(treffer) != treffer.group():
                nummern = " ".join(f"U+{ord(z):04X}" for z in treffer.group())
                yield Fremdzeichen(treffer.start(), treffer.group(), f"{art.text} ({nummern})")


def gleich_aussehend(a: str, b: str) -> bool:
    """Whether two words look the same to a reader though their characters differ."""
    return a != b and wie_es_aussieht(a) == wie_es_aussieht(b)


def wie_es_aussieht(text: str) -> str:
    """A text as it looks: composed, without what is invisible, with one kind of space."""
    glatt = unicodedata.normalize("NFC", bereinigt(text))
    sichtbar = "".join(z for z in glatt if unicodedata.category(z) not in ("Cf", "Cc"))
    return " ".join(sichtbar.split())
