"""A table is read as text and then converted; whatever is not exact gets a line and what to write."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.laden.csv_streng import GROESSE, ZEILEN, lies_csv
from macros.modell.auswahlen import Zeichen
from macros.modell.indikator import Dimension

ORT = Dimension(id="ort", name="Ort", auspraegungen=("Nord", "Süd, am See"))
KOPF = "stichtag,ort,wert,zeichen,hinweis"


def regeln(text: str | bytes, *, ganzzahlig: bool = True) -> list[tuple[int, str]]:
    """(line, rule) of every finding."""
    roh = text if isinstance(text, bytes) else text.encode()
    return [(b.zeile, b.regel) for b in lies_csv(roh, "x.csv", (ORT,), ganzzahlig)[1]]


def test_liest_werte_zeichen_und_hinweise() -> None:
    text = f'{KOPF}\n2024,Nord,12,,vorläufig\n2024,"Süd, am See",,.,\n2025-06-30,Nord,0.5,,\n'
    kennzahlen, befunde = lies_csv(text.encode(), "x.csv", (ORT,), False)
    assert befunde == []
    assert [(str(k.stichtag), k.merkmale["ort"], k.wert, k.zeichen, k.hinweis, k.zeile) for k in kennzahlen] == [
        ("2024", "Nord", 12.0, None, "vorläufig", 2),
        ("2024", "Süd, am See", None, Zeichen.UNBEKANNT, "", 3),
        ("2025-06-30", "Nord", 0.5, None, "", 4),
    ]


@pytest.mark.parametrize("zeichen", list(Zeichen))
def test_jedes_zeichen_steht_anstelle_einer_zahl(zeichen: Zeichen) -> None:
    kennzahlen, _ = lies_csv(f"{KOPF}\n2024,Nord,,{zeichen},\n".encode(), "x.csv", (ORT,), True)
    assert [(k.wert, k.zeichen) for k in kennzahlen] == [(None, zeichen)]


@pytest.mark.parametrize(
    ("zeile", "regel"),
    [
        ("2024,Nord,1.234,,", "tausenderpunkt"),
        ("2024,Nord,1.234.567,,", "tausenderpunkt"),
        ('2024,Nord,"1,5",,', "dezimalkomma"),
        ('2024,Nord,"1.234,5",,', "dezimalkomma"),
        ("2024,Nord,12.5,,", "ganzzahl"),
        ("2024,Nord,12 Personen,,", "zahl"),
        ("2024,Nord,nan,,", "zahl"),
        ("2024,Nord,inf,,", "zahl"),
        ("2024,Nord,1e5,,", "zahl"),
        ("2024,Nord,+5,,", "zahl"),
        ("2024,Nord, 5,,", "zahl"),
        ("2024,Nord,007,,", "zahl"),
        (f"2024,Nord,{'9' * 400},,", "zahl"),
        ("2024,Nord,=1+1,,", "zahl"),
        ("2024,Nord,,,", "leer"),
        ("2024,Nord,5,.,", "zeichen"),
        ("2024,Nord,,?,", "zeichen"),
        ("2024,Ost,5,,", "auspraegung"),
        ("2024,nord,5,,", "auspraegung"),
        ("30.06.2024,Nord,5,,", "stichtag"),
        ("2024-02-30,Nord,5,,", "stichtag"),
        ("2024,Nord,5,", "spaltenzahl"),
        ("2024,Süd, am See,5,,", "spaltenzahl"),
        ("2024,Nord,5,,<b>neu</b>", "html"),
        ("2024,Nord,5,,{{ x }}", "vorlagenzeichen"),
        ('2024,Nord,5,,"offen', "csv"),
        ('2024,Nord,5,,"über zwei\nZeilen"', "zeilenumbruch"),
        ("", "leer"),
    ],
)
def test_meldet_was_in_der_zeile_falsch_ist(zeile: str, regel: str) -> None:
    assert regeln(f"{KOPF}\n2023,Nord,1,,\n{zeile}\n2025,Nord,1,,\n")[0] == (3, regel)


def test_bei_bruechen_ist_ein_punkt_ein_dezimalpunkt() -> None:
    assert regeln(f"{KOPF}\n2024,Nord,1.234,,\n", ganzzahlig=False) == []


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("", [(1, "leer")]),
        (f"{KOPF}\n", [(1, "leer")]),
        (KOPF.replace(",", ";") + "\n2024;Nord;1;;\n", [(1, "trennzeichen")]),
        (KOPF.replace(",", "\t") + "\n", [(1, "trennzeichen")]),
        ("stichtag,wert,zeichen,hinweis\n2024,1,,\n", [(1, "kopfzeile")]),
        ("ort,stichtag,wert,zeichen,hinweis\n", [(1, "kopfzeile")]),
        (f"{KOPF}\n2024,Nord,1,,\n2024,Nord,2,,\n", [(3, "doppelt")]),
        (f"{KOPF}\r\n2024,Nord,1,,\r\n", [(1, "zeilenende")]),
        (b"\xef\xbb\xbf" + f"{KOPF}\n2024,Nord,1,,\n".encode(), [(1, "bom")]),
        (f"{KOPF}\n2024,Süd,1,,\n".encode("latin-1"), [(2, "zeichensatz")]),
        (f"{KOPF}\n2024,Nord,1,,\0\n", [(2, "steuerzeichen")]),
        (b"x" * (GROESSE + 1), [(1, "groesse")]),
    ],
)
def test_meldet_was_an_der_tabelle_falsch_ist(text: str | bytes, erwartet: list[tuple[int, str]]) -> None:
    assert regeln(text) == erwartet


def test_hoechstens_zwanzigtausend_zeilen() -> None:
    jahre = "".join(
        f"{1900 + i % 300}-{i // 300 % 12 + 1:02d}-{i // 3600 % 28 + 1:02d},Nord,1,,\n" for i in range(ZEILEN)
    )
    assert regeln(f"{KOPF}\n{jahre}") == []
    assert regeln(f"{KOPF}\n{jahre}2199,Nord,1,,\n") == [(ZEILEN + 2, "groesse")]


def test_zweihunderttausend_zeilen_geben_einen_befund() -> None:
    assert regeln(f"{KOPF}\n" + "2024,Nord,1,,\n" * 200_000) == [(1, "groesse")]


SUCHE = settings(deadline=None, derandomize=True, database=None, max_examples=150)


@SUCHE
@given(st.binary(max_size=300))
@example(b"\0")
@example(b'"')
def test_beliebige_bytes_werfen_nie(roh: bytes) -> None:
    lies_csv(roh, "x.csv", (ORT,), True)


@SUCHE
@given(st.text(alphabet='2024,Nord.-/x"\n; <{0\u00e4', max_size=80))
def test_beliebige_zeilen_werfen_nie_und_jede_zahl_ist_endlich(text: str) -> None:
    kennzahlen, befunde = lies_csv(f"{KOPF}\n{text}".encode(), "x.csv", (ORT,), True)
    assert kennzahlen or befunde
    assert all((k.wert is None) != (k.zeichen is None) for k in kennzahlen)
