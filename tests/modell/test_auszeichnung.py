"""Links are judged as a browser will see them, in whatever way they are written."""

from __future__ import annotations

import pytest

from macros.modell.auszeichnung import datensatz, ist_erlaubt, linkziele, maskiert, sprache, verlinkte


@pytest.mark.parametrize(
    ("text", "ziele"),
    [
        ("Kein Link, auch nicht [eckig].", ()),
        ("[a](https://example.org/x)", ("https://example.org/x",)),
        ("[a][b] und [b]\n\n[b]: https://example.org", ("https://example.org", "https://example.org")),
        ('[a](massnahme:x "Titel")', ("massnahme:x",)),
        ("[a](<tel:1>)", ("tel:1",)),
        ("`[a](tel:1)`", ()),
        ("![a](https://example.org/x.png)", ()),
        ("- eins\n    - [a](akteur:rat)", ("akteur:rat",)),
    ],
)
def test_jede_schreibweise_eines_links_wird_gesehen(text: str, ziele: tuple[str, ...]) -> None:
    assert linkziele(text) == ziele


@pytest.mark.parametrize(
    "ziel", ["https://example.org", "http://example.org/a?b", "mailto:a@example.org", "akteur:rat"]
)
def test_erlaubte_ziele(ziel: str) -> None:
    assert ist_erlaubt(ziel)


@pytest.mark.parametrize(
    "ziel",
    ["", "//example.org", "https:", "https://", "https:///x", "mailto:", "tel:1", "akteur:", "akteur:Rat/x", "akte:rat",
     "&#106;avascript:x", " https://example.org", "javascript:x", "../x", "/x", "x", "#x", "data:x"],
)  # fmt: skip
def test_verbotene_ziele(ziel: str) -> None:
    assert not ist_erlaubt(ziel)


def test_links_zu_datensaetzen_in_jeder_schreibweise() -> None:
    text = '[a](akteur:rat "Rat") [b][c]\n\n[c]: massnahme:kurs\n'
    assert list(verlinkte(text)) == [("akteur", "rat"), ("massnahme", "kurs")]
    assert datensatz("akteur:rat") == ("akteur", "rat")


@pytest.mark.parametrize("text", ["a < b & c > d", "*x* _y_ `z`", "[a](https://example.org)", "a | b # c", "\\ {: x }"])
def test_maskiertes_ist_text(text: str) -> None:
    from html import unescape

    assert unescape(sprache().convert(maskiert(text))) == f"<p>{text}</p>"
