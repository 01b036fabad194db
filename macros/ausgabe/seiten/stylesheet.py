"""The site's own style sheets as one small file, so that a page asks for one instead of many."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from macros.haus import STILE

ADRESSE = "assets/css/stil.css"
_WORT = r"""(?P<wort>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\(\s*[^"'\s)][^)]*\)|\\.)"""
"""What stays as it is: text in quotes, an address, an escaped sign."""
_KOMMENTAR = re.compile(rf"{_WORT}|/\*.*?\*/", re.DOTALL)
_LUFT = re.compile(
    rf"{_WORT}|(?P<letztes>\s*;\s*(?=\}}))|\s*(?P<zeichen>[{{}};,>!])\s*|(?P<doppelpunkt>:)\s+|\s+", re.DOTALL
)


_NACHT = re.compile(r'(?:^|(?<=\}))(\[data-md-color-scheme=(?:"slate"|slate)\][^{},]*\{[^{}]*\})')
"""A rule of the dark colours, after `verdichte`; they stand in no at-rule and share no rule with another selector."""
_WAHL = re.compile(r'^\[data-md-color-scheme=(?:"slate"|slate)\]')

_HELL = re.compile(r':root,\n\[data-md-color-scheme="default"\] \{(.*?)\n\}', re.DOTALL)
_DUNKEL = re.compile(r'\[data-md-color-scheme="slate"\] \{(.*?)\n\}', re.DOTALL)
_SCHRIFTEN = re.compile(r"--(?:md-text-font|serife): [^;]+;")


def stil(ordner: Path, dateien: Iterable[str]) -> str:
    """The named style sheets below `ordner`, joined in order, without comments and spare white space.

    The dark colours come a second time, for readers whose system is dark and whose browser runs no script.
    """
    css = verdichte("\n".join((ordner / name).read_text(encoding="utf-8") for name in dateien))
    return css + nacht_ohne_skript(css) + "\n"


def nacht_ohne_skript(css: str) -> str:
    """The rules of the dark scheme, for a page on which no script has set a scheme; on paper they do not hold."""
    regeln = [_WAHL.sub("html:not([data-md-color-scheme])", r) for r in _NACHT.findall(css)]
    return f"@media screen and (prefers-color-scheme:dark){{{''.join(regeln)}}}" if regeln else ""


def verdichte(css: str) -> str:
    """The same rules without comments, spare white space and last semicolons; the blank in `.a :hover` counts."""
    ohne = _KOMMENTAR.sub(lambda t: t["wort"] or "", css)
    return _LUFT.sub(_eng, ohne).strip()


def _eng(treffer: re.Match[str]) -> str:
    if treffer["letztes"]:
        return ""
    return treffer["wort"] or treffer["zeichen"] or treffer["doppelpunkt"] or " "


def bilderstil(*weitere: str) -> str:
    """For a page apart from the theme: colours of both schemes, chosen by the reader's system, and the rules of charts."""
    farben = (STILE / "farben.css").read_text(encoding="utf-8")
    hell, dunkel = _HELL.search(farben), _DUNKEL.search(farben)
    assert hell and dunkel
    teile = [
        f":root {{{hell[1]}}}",
        f":root {{{' '.join(_SCHRIFTEN.findall(farben))}}}",
        f"@media (prefers-color-scheme: dark) {{ :root {{{dunkel[1]}}} }}",
        *((STILE / name).read_text(encoding="utf-8") for name in ("diagramme.css", *weitere)),
    ]
    return verdichte("\n".join(teile))
