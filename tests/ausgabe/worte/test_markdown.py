"""A table in a text says which cells are heads, and scrolls in a frame that a keyboard reaches."""

from __future__ import annotations

import pytest
from lxml import html

from macros.ausgabe.worte.markdown import Begriffe, Feldtext, unter_eigene

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


@pytest.mark.parametrize(
    ("roh", "stufen"),
    [
        ("#### a\n\n### b", "33"),
        ("### a\n\n# b\n\n## c", "334"),
        ("# a\n\n###### b\n\n## c\n\n# d", "3443"),
        ("###### a", "3"),
    ],
)
def test_ueberschriften_im_text_stehen_unter_der_eigenen_der_seite(text: Feldtext, roh: str, stufen: str) -> None:
    seite = f"<h1>Titel</h1><h2 id='stand'>Stand</h2>{text.block(roh)}<h2>Weiter</h2>{text.block('# x')}"
    titel = html.fragment_fromstring(unter_eigene(seite), create_parent="div").xpath("*[starts-with(name(), 'h')]")
    assert "".join(t.tag[1] for t in titel) == f"12{stufen}23"
    assert all("data-im-text" not in t.attrib for t in titel)


def test_ohne_eigene_dazwischen_stehen_sie_unter_dem_titel(text: Feldtext) -> None:
    assert unter_eigene(f"<h1>Titel</h1>{text.block('### a')}") == "<h1>Titel</h1><h2>a</h2>"
