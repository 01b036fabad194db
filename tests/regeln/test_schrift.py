"""What the check lets through can be set, and what it names cannot."""

from __future__ import annotations

import pytest
import typst

from macros.ausgabe.druck.satz.setzen import schriften
from macros.regeln.schrift import setzbar
from scripts.zeichenvorrat import main as zeichenvorrat


def test_die_liste_der_zeichen_ist_die_der_schriften() -> None:
    assert zeichenvorrat(["--check"]) == 0


@pytest.mark.parametrize(
    ("zeichen", "geht"),
    [(z, True) for z in "aäß€→✓😀ትتகกहΩЖі∈𝑥─①☐ẹ–„\u00a0\u200d\u2011\u202f"] + [(z, False) for z in "中한日ⵜܐߏ\ue000"],
)
def test_was_die_liste_sagt_sagt_der_satz(zeichen: str, geht: bool) -> None:
    assert setzbar(zeichen) is geht
    text = f'#set document(title: "x")\n#par("a\\u{{{ord(zeichen):x}}}b")'
    try:
        typst.compile(
            text.encode(), font_paths=schriften(), ignore_system_fonts=True, format="pdf", pdf_standards=["a-2a"]
        )
    except typst.TypstError:
        assert not geht
    else:
        assert geht
