"""„Meinten Sie …?“ names the nearest word, and keeps silent when none is near."""

from __future__ import annotations

import pytest

from macros.modell.schreibweise import feldname, meinten_sie


@pytest.mark.parametrize(
    ("wert", "moeglich", "gemeint"),
    [
        ("in_umsetzug", ["in_umsetzung", "umgesetzt"], "in_umsetzung"),
        ("federfuerung", ["federfuehrung", "finanzierung"], "federfuehrung"),
        ("DEUTSCH", ["deutsch", "ausländisch"], "deutsch"),
        ("Personal", ["personell", "raeumlich"], "personell"),
        ("massnahmen-neu-2026", ["neu-2026", "alt"], "neu-2026"),
        ("ba-1", ["ba-01", "ba-11", "bh-01"], "ba-01"),
        ("BA-1", ["ba-11", "ba-001"], "ba-001"),
        ("ba-10", ["ba-1", "ba-010"], "ba-010"),
        ("rat", ["rathaus", "rate", "raten"], "rate"),
        ("STADT", ["Stadtteil", "Kreis", "stadt"], "stadt"),
        ("treff", ["cafe", "sprachtreffs-in-den-stadtteilen"], "sprachtreffs-in-den-stadtteilen"),
    ],
)
def test_nennt_das_naechste_wort(wert: str, moeglich: list[str], gemeint: str) -> None:
    assert meinten_sie(wert, moeglich) == f"Meinten Sie „{gemeint}“?"


@pytest.mark.parametrize(
    ("wert", "moeglich"),
    [
        ("gelb", ["im_plan", "gefaehrdet"]),
        ("x", []),
        ("", ["a"]),
        ("tre", ["sprachtreffs-in-den-stadtteilen"]),
        ("gesamt", ["a", "es"]),
    ],
)
def test_schweigt_wenn_nichts_nahe_ist(wert: str, moeglich: list[str]) -> None:
    assert meinten_sie(wert, moeglich) == ""


def test_ein_pfad_zaehlt_wie_menschen_ab_eins() -> None:
    assert feldname(("schritte", 1, "text")) == "schritte.2.text"
    assert feldname(("schritte", 0)) == "schritte.1"
    assert feldname(()) == ""
