"""What other programs leave in a text is written as the data keep it, and found where it stands in a file."""

from __future__ import annotations

import pytest

from macros.deutsch.zeichen import bereinigt, fremdzeichen, gleich_aussehend


@pytest.mark.parametrize(
    ("roh", "rein"),
    [
        ("eins\r\nzwei\rdrei", "eins\nzwei\ndrei"),
        ("eins\u2028zwei\u2029drei", "eins\nzwei\ndrei"),
        ("Inte\u00adgra\u00adtion", "Integration"),
        ("u\u0308briges A\u0308mter cafe\u0301", "übriges Ämter café"),
        ("\uf0b7\tTreff\n  \uf0a7 Rat", "- Treff\n  - Rat"),
        ("Treff \uf0b7 Rat \uf0e0 Ziel \uf0fc", "Treff • Rat → Ziel ✓"),
        ("x\u0336 und q\u0303", "x\u0336 und q\u0303"),
        (
            "schon rein: übriges, हिन्दी क़लम, می\u200cخواهم, 👨\u200d👩\u200d👧",
            "schon rein: übriges, हिन्दी क़लम, می\u200cخواهم, 👨\u200d👩\u200d👧",
        ),
    ],
)
def test_was_andere_programme_hinterlassen_wird_geschrieben_wie_es_gemeint_ist(roh: str, rein: str) -> None:
    assert bereinigt(roh) == rein
    assert bereinigt(rein) == rein


def test_jedes_fremde_zeichen_wird_mit_seiner_stelle_genannt() -> None:
    assert [(f.stelle, f.zeichen, f.text) for f in fremdzeichen("fu\u0308r \u2028 a\u00adb \uf0b7")] == [
        (5, "\u2028", "ein unsichtbares Zeilenende aus einem anderen Programm (U+2028)"),
        (8, "\u00ad", "ein unsichtbares weiches Trennzeichen (U+00AD)"),
        (11, "\uf0b7", "ein Zeichen aus einer Symbolschrift von Word (U+F0B7)"),
        (1, "u\u0308", "einen Buchstaben aus mehreren Zeichen statt aus einem (U+0075 U+0308)"),
    ]
    assert list(fremdzeichen("übriges, 😀, q\u0303, क़लम\r\n")) == []


@pytest.mark.parametrize(
    ("a", "b", "gleich"),
    [
        ("u\u0308briges", "übriges", True),
        ("Nord\u00a0West", "Nord West", True),
        ("Nord\u200b", "Nord", True),
        ("Inte\u00adgration", "Integration", True),
        ("Nord", "Nord", False),
        ("Nort", "Nord", False),
    ],
)
def test_gleich_aussehende_woerter_mit_anderen_zeichen(a: str, b: str, gleich: bool) -> None:
    assert gleich_aussehend(a, b) is gleich
