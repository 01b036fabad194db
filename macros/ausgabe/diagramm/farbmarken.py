"""Colour marks of the charts -> what a page paints with: CSS variables, and patterns that a figure keeps ready."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from macros.ausgabe.farben import farben

MARKE = re.compile(r"#0[bcde]000\d")
_ROLLE = {1: "--tinte", 2: "--leise", 3: "--linie", 4: "--flaeche", 5: "--d-gesamt", 6: "--d-ziel"}
_MUSTER = {
    2: '<path d="M-2 2 2-2M-1 9 9-1M6 10l4-4" stroke="var({farbe})" stroke-width="2.2"/>',
    3: '<circle cx="2" cy="2" r="1.4" fill="var({farbe})"/><circle cx="6" cy="6" r="1.4" fill="var({farbe})"/>',
    4: '<path d="M0 2h8M0 6h8" stroke="var({farbe})" stroke-width="1.6"/>',
    5: '<path d="M0 0l8 8M8 0 0 8" stroke="var({farbe})" stroke-width="1.2"/>',
    6: '<path d="M2 0v8M6 0v8" stroke="var({farbe})" stroke-width="1.2"/>',
}
_URTEILSFARBE = {1: "--d-ja", 2: "--d-ja-hell", 3: "--d-mitte-hell", 4: "--d-nein-hell", 5: "--d-nein"}
_URTEIL = {2: ("--d-ja", 2), 3: ("--d-mitte", 3), 4: ("--d-nein", 4)}


@dataclass(frozen=True, slots=True)
class _Muster:
    """A pattern: the end of its id, the variable of its colour, and its shape."""

    ende: str
    variable: str
    form: int


def _muster_von(marke: str) -> _Muster | None:
    """The pattern that a mark stands for; None where it is a plain colour."""
    art, nummer = marke[:3], int(marke[-1])
    if art == "#0c" and nummer in _MUSTER:
        return _Muster(f"m{nummer}", f"--d{nummer}", nummer)
    if art == "#0b" and nummer in _URTEIL:
        return _Muster(f"u{nummer}", *_URTEIL[nummer])
    return None


def farbe(marke: str, kennung: str) -> str:
    """What a colour mark of gestalt.py becomes: a CSS variable or a pattern of the figure."""
    if gemustert := _muster_von(marke):
        return f"url(#{kennung}-{gemustert.ende})"
    art, nummer = marke[:3], int(marke[-1])
    match art:
        case "#0e":
            return f"var({_ROLLE[nummer]})"
        case "#0d" | "#0c":
            return f"var(--d{nummer})"
        case _:
            return f"var({'--d-ja' if nummer == 1 else '--d-nein'})"


def festfarbe(marke: str) -> str:
    """A colour mark as a plain colour of the light scheme, for pictures without style sheets and patterns."""
    art, nummer = marke[:3], int(marke[-1])
    match art:
        case "#0e":
            return farben()[_ROLLE[nummer]]
        case "#0d" | "#0c":
            return farben()[f"--d{nummer}"]
        case _:
            return farben()[_URTEILSFARBE[nummer]]


def muster(kennung: str, marken: Iterable[str]) -> Markup:
    """The patterns that the marks of one figure need, in an SVG that takes no room; empty where none is needed."""
    teile = [
        Markup(
            '<pattern id="{}-{}" width="8" height="8" patternUnits="userSpaceOnUse">'
            '<rect width="8" height="8" fill="var({}-hell)"/>{}</pattern>'
        ).format(kennung, m.ende, m.variable, Markup(_MUSTER[m.form].format(farbe=m.variable)))  # noqa: S704 (constants)
        for m in map(_muster_von, dict.fromkeys(marken))
        if m
    ]
    if not teile:
        return Markup("")
    return Markup(
        '<svg class="d-vorrat" width="0" height="0" aria-hidden="true" focusable="false"><defs>{}</defs></svg>'
    ).format(Markup("").join(teile))
