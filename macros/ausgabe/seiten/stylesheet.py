"""The site's own style sheets as one small file, so that a page asks for one instead of many."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import rcssmin

ADRESSE = "assets/css/stil.css"


def stil(ordner: Path, dateien: Iterable[str]) -> str:
    """The named style sheets below `ordner`, joined in order, without comments and spare white space."""
    teile = [(ordner / name).read_text(encoding="utf-8") for name in dateien]
    return str(rcssmin.cssmin("\n".join(teile))) + "\n"
