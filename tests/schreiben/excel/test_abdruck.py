"""The hidden fingerprint says what every exported row said, and notices when it was touched."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest

from macros.schreiben.excel.abdruck import Abdruck, KeinAbdruck, als_tabelle, aus_tabelle, verdichte
from macros.schreiben.excel.blaetter import Blattart
from macros.schreiben.excel.zeilen import Blattzeile

ZEILEN = [
    (Blattart.MASSNAHMEN, Blattzeile(("treff",), {"Kennung": "treff", "Sozialraumbezug": "", "Finanzierung": "Süß"})),
    (Blattart.KENNZAHLEN, Blattzeile(("kurse", "2026"), {"Wert": ""}, vorbereitet=True)),
    (Blattart.SCHRITTE, Blattzeile(("treff", "1"), {"Schritt": " Los.\r\n"})),
]


@pytest.mark.parametrize("laenge", [119, 120])
def test_kurze_texte_bleiben_wie_sie_sind(laenge: int) -> None:
    assert verdichte("x" * laenge) == "x" * laenge
    assert verdichte(f" {'x' * laenge}\r\n") == "x" * laenge


def test_lange_texte_stehen_als_pruefsumme_da() -> None:
    assert verdichte("x" * 121) == f"sha256:{sha256(b'x' * 121).hexdigest()}"


def test_die_tabelle_von_anfang_bis_ende() -> None:
    inhalt = [
        ["massnahmen", '["treff"]', '{"Kennung":"treff","Finanzierung":"Süß"}'],
        ["schritte", '["treff","1"]', '{"Schritt":"Los."}'],
    ]
    summe = sha256("\n".join("\t".join(z) for z in inhalt).encode()).hexdigest()
    assert als_tabelle("01234567", ZEILEN) == [["Integrationskonzept-Mappe 1", "01234567", summe], *inhalt]


def test_was_geschrieben_wurde_kommt_wieder() -> None:
    assert aus_tabelle(als_tabelle("01234567", ZEILEN)) == Abdruck(
        "01234567",
        {
            (Blattart.MASSNAHMEN, ("treff",)): {"Kennung": "treff", "Finanzierung": "Süß"},
            (Blattart.SCHRITTE, ("treff", "1")): {"Schritt": "Los."},
        },
    )


def test_leere_zeilen_und_spalten_stoeren_nicht() -> None:
    tabelle: list[list[Any]] = [*als_tabelle("01234567", ZEILEN), [None, None, None]]
    tabelle[1] = [*tabelle[1], None, "mehr"]
    assert aus_tabelle(tabelle) == aus_tabelle(als_tabelle("01234567", ZEILEN))


def test_ob_eine_spalte_noch_sagt_was_sie_sagte() -> None:
    abdruck = aus_tabelle(als_tabelle("01234567", [*ZEILEN, (Blattart.MASSNAHMEN, Blattzeile(("lang",), {"Text": "y" * 500}))]))  # fmt: skip
    treff, lang = (Blattart.MASSNAHMEN, ("treff",)), (Blattart.MASSNAHMEN, ("lang",))
    assert abdruck.gleich(treff, "Finanzierung", " Süß ")
    assert not abdruck.gleich(treff, "Finanzierung", "Süss")
    assert abdruck.gleich(treff, "Sozialraumbezug", "")
    assert not abdruck.gleich(treff, "Sozialraumbezug", "Nord")
    assert abdruck.gleich(lang, "Text", "y" * 500)
    assert not abdruck.gleich(lang, "Text", "y" * 501)


def _geaendert(zeile: int, spalte: int, wert: Any) -> list[list[Any]]:
    tabelle: list[list[Any]] = [list(z) for z in als_tabelle("01234567", ZEILEN)]
    tabelle[zeile][spalte] = wert
    return tabelle


def _mit_summe(*inhalt: list[str]) -> list[list[Any]]:
    summe = sha256("\n".join("\t".join(z) for z in inhalt).encode()).hexdigest()
    return [["Integrationskonzept-Mappe 1", "01234567", summe], *inhalt]


@pytest.mark.parametrize(
    "tabelle",
    [
        [],
        [[]],
        [["Integrationskonzept-Mappe 1", "01234567"]],
        _geaendert(0, 0, "Integrationskonzept-Mappe 2"),
        _geaendert(0, 2, "0" * 64),
        _geaendert(1, 0, "schritte"),
        _geaendert(1, 2, '{"Kennung":"treff"}'),
        als_tabelle("01234567", ZEILEN)[:-1],
        _mit_summe(["fremd", "[]", "{}"]),
        _mit_summe(["massnahmen", "[", "{}"]),
        _mit_summe(["massnahmen", "[]", "5"]),
        _mit_summe(["massnahmen", "5", "{}"]),
        _mit_summe(["massnahmen", "[]"]),
        _mit_summe(["massnahmen", "[" * 100_000, "{}"]),
    ],
)
def test_ein_beschaedigter_abdruck_ist_keiner(tabelle: list[list[Any]]) -> None:
    with pytest.raises(KeinAbdruck):
        aus_tabelle(tabelle)
