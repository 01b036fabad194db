"""What pages may call is called by one."""

from __future__ import annotations

import re

from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.haus import SEITEN


def test_jeder_baustein_steht_auf_einer_seite() -> None:
    aufrufe = {
        name for seite in SEITEN.rglob("*.md") for name in re.findall(r"\{\{\s*(\w+)\(", seite.read_text("utf-8"))
    }
    assert aufrufe == set(BAUSTEINE)
