"""The site's own scripts as browsers get them: without the comments, which are for those who read the code."""

from __future__ import annotations

import re

ORDNER = "assets/js/"

_EIGENE_ZEILEN = re.compile(r"^[ \t]*(?://.*|/\*\*(?:(?!\*/)[\s\S])*\*/)\n", re.M)
_VOR_EINEM_WERT = re.compile(r"/\*\* @type \{.*?\} \*/ ?")


def skript(text: str) -> str:
    """A script without its comments, line by line; a comment behind code stays, so that no text is taken for one."""
    return _VOR_EINEM_WERT.sub("", _EIGENE_ZEILEN.sub("", text)).lstrip("\n")
