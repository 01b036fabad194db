"""The site's own style sheets as one small file, so that a page asks for one instead of many."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

ADRESSE = "assets/css/stil.css"
_WORT = r"""(?P<wort>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\(\s*[^"'\s)][^)]*\)|\\.)"""
"""What stays as it is: text in quotes, an address, an escaped sign."""
_KOMMENTAR = re.compile(rf"{_WORT}|/\*.*?\*/", re.DOTALL)
_LUFT = re.compile(
    rf"{_WORT}|(?P<letztes>\s*;\s*(?=\}}))|\s*(?P<zeichen>[{{}};,>!])\s*|(?P<doppelpunkt>:)\s+|\s+", re.DOTALL
)


def stil(ordner: Path, dateien: Iterable[str]) -> str:
    """The named style sheets below `ordner`, joined in order, without comments and spare white space."""
    return verdichte("\n".join((ordner / name).read_text(encoding="utf-8") for name in dateien)) + "\n"


def verdichte(css: str) -> str:
    """The same rules without comments, spare white space and last semicolons; the blank in `.a :hover` counts."""
    ohne = _KOMMENTAR.sub(lambda t: t["wort"] or "", css)
    return _LUFT.sub(_eng, ohne).strip()


def _eng(treffer: re.Match[str]) -> str:
    if treffer["letztes"]:
        return ""
    return treffer["wort"] or treffer["zeichen"] or treffer["doppelpunkt"] or " "
