"""A table in a text says which cells are heads, and scrolls in a frame that a keyboard reaches."""

from __future__ import annotations

import pytest
from lxml import html

from macros.ausgabe.worte.markdown import Begriffe, Feldtext

TABELLE = "Davor.\n\n| Jahr | Zahl |\n|---|--:|\n| 2024 | **5** |\n| 2025 | 6 |\n\nDanach."


@pytest.fixture
def text() -> Feldtext:
    return Feldtext(lambda art, ziel: ziel, Begriffe([]))


def test_eine_tabelle_hat_kopfzellen_fuer_spalten_und_zeilen(text: Feldtext) -> None:
    wurzel = html.fragment_fromstring(str(text.block(TABELLE)), create_parent="div")
    assert [(k.text, k.get("scope")) for k in wurzel.iter("th")] == [
        ("Jahr", "col"),
        ("Zahl", "col"),
        ("2024", "row"),
        ("2025", "row"),
    ]
    assert [z.get("class") for z in wurzel.iter("td")] == ["zahl", "zahl"]
    assert wurzel.xpath("//*[@style]") == []
    (rahmen,) = wurzel.xpath("div[@role='region']")
    assert rahmen.get("tabindex") == "0"
    assert rahmen.get("aria-label") == wurzel.findtext(".//caption") == "Tabelle: Jahr, Zahl"


def test_ein_senkrechter_strich_macht_noch_keine_tabelle(text: Feldtext) -> None:
    assert "table" not in str(text.block("Entweder | oder"))
