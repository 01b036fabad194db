"""The site's own scripts as browsers get them: without the comments, which are for those who read the code.

A page also names the scripts that it will start, so that they come beside its style and not one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

ORDNER = "assets/js/"

_EIGENE_ZEILEN = re.compile(r"^[ \t]*(?://.*|/\*\*(?:(?!\*/)[\s\S])*\*/)\n", re.M)
_VOR_EINEM_WERT = re.compile(r"/\*\* @type \{.*?\} \*/ ?")


def skript(text: str) -> str:
    """A script without its comments, line by line; a comment behind code stays, so that no text is taken for one."""
    return _VOR_EINEM_WERT.sub("", _EIGENE_ZEILEN.sub("", text)).lstrip("\n")


IMMER = ("start.js", "kopf.js")
ANLAESSE = {"data-matrix": "matrix.js", "data-betrifft": "betrifft.js"}
"""What stands in a page -> the module that start.js starts for it at once."""

_VERLANGT = re.compile(r'^(?:import|export)\b[^"\n]*?(?:from )?"\./([\w-]+\.js)";', re.M)


def verlangt(name: str, texte: Mapping[str, str]) -> list[str]:
    """A module and all that it cannot start without, in the order in which they are named."""
    liste = [name]
    for jetzt in liste:
        liste += [n for n in dict.fromkeys(_VERLANGT.findall(texte[jetzt])) if n not in liste]
    return liste


def vorab(inhalt: str, texte: Mapping[str, str]) -> list[str]:
    """The scripts that a page with this content asks for by itself, each once."""
    namen = [*IMMER, *(modul for marke, modul in ANLAESSE.items() if marke in inhalt)]
    return list(dict.fromkeys(n for name in namen for n in verlangt(name, texte)))
