"""The site's colours for what is not a browser: read from the one style sheet that declares them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache

from macros import haus

DATEI = haus.STILE / "farben.css"
_FARBE = re.compile(r"(--[a-z0-9-]+):\s*(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})\s*;")
_GRAU = re.compile(r"--satz-([a-z]+):\s*rgb\(([0-9]+)% \2% \2%\)\s*;")
_FELD = re.compile(r"^\.hf(?:--([a-z]+))? \{ --hf: (#[0-9a-f]{6});", re.MULTILINE)
_OHNE_FARBE = "schiefer"
"""The colour of a Handlungsfeld that names none."""


@cache
def _css() -> str:
    return DATEI.read_text(encoding="utf-8")


@cache
def farben() -> Mapping[str, str]:
    """Colours of the light scheme by the name of their variable: the first time that the style sheet sets them."""
    gefunden: dict[str, str] = {}
    for name, wert in _FARBE.findall(_css()):
        gefunden.setdefault(name, wert)
    return gefunden


@cache
def feldfarben() -> Mapping[str, str]:
    """Colours of the Handlungsfelder by name."""
    return {name or _OHNE_FARBE: wert for name, wert in _FELD.findall(_css())}


@cache
def graustufen() -> Mapping[str, int]:
    """Greys of typeset documents by name, in percent of white."""
    return {name: int(prozent) for name, prozent in _GRAU.findall(_css())}


@cache
def satzfarben() -> str:
    """What the typesetter reads: the leading colour, the greys, and the colours of the Handlungsfelder."""
    return json.dumps({"leitfarbe": farben()["--primaer"], "felder": dict(feldfarben()), **graustufen()})


@cache
def wortfarben() -> Mapping[str, str]:
    """The same for Word, as it writes colours: „0C4A53“."""
    grau = {name: f"{int(prozent * 2.55 + 0.5):02X}" * 3 for name, prozent in graustufen().items()}
    return {"leitfarbe": farben()["--primaer"][1:].upper(), **grau}
