"""YAML is read as text, lists and mappings; every value keeps its line; nothing else is let in."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.laden.yaml_streng import GROESSE, lies_yaml, ort

SUCHE = settings(deadline=None, derandomize=True, database=None, max_examples=150)


def regeln(text: str | bytes) -> list[tuple[int, str]]:
    """(line, rule) of every finding."""
    roh = text if isinstance(text, bytes) else text.encode()
    return [(b.zeile, b.regel) for b in lies_yaml(roh, "x.yaml").befunde]


@pytest.mark.parametrize("wert", ["NO", "06412000", "12:30", "4.10", "1e3", "0x10", "true", "2026-03-31", "1_000", "="])
def test_raet_nie_was_ein_wert_bedeutet(wert: str) -> None:
    assert lies_yaml(f"a: {wert}\n".encode(), "x").daten == {"a": wert}


def test_jeder_wert_behaelt_seine_zeile() -> None:
    inhalt = lies_yaml(b"a: 1\nb:\n  - x\n  - c: |-\n      eins\n      zwei\n    d: 2\n", "x")
    assert inhalt.daten == {"a": "1", "b": ["x", {"c": "eins\nzwei", "d": "2"}]}
    assert inhalt.zeilen == {
        (): 1,
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 1): 4,
        ("b", 1, "c"): 4,
        ("b", 1, "d"): 7,
    }


def test_ein_ort_ohne_zeile_nimmt_den_umschliessenden() -> None:
    assert ort("x", {(): 1, ("a",): 4}, ("a", 0, "b")).zeile == 4
    assert ort("x", {}, ("a",)).zeile == 1


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("a: 1\na: 2\n", [(2, "doppelt")]),
        ("a: &x 1\nb: *x\n", [(1, "anker")]),
        ("a: 1\n<<: *x\n", [(2, "anker")]),
        ("&x a: 1\n", [(1, "anker")]),
        ("a: !!str 1\n", [(1, "yaml")]),
        ("!!str a: 1\n", [(1, "yaml")]),
        ("a: 1\n---\nb: 2\n", [(2, "yaml")]),
        ("a:\n\t- 1\n", [(2, "yaml")]),
        ("? [a]\n: 1\n", [(1, "yaml")]),
        ("a: b: c\n", [(1, "yaml")]),
        ("a: 1 # nein\nb: 2\n# nein\n", [(1, "kommentar"), (3, "kommentar")]),
        ("# nein\na: 1\n", [(1, "kommentar")]),
        ("a: ~\nb: null\nc:\n", [(1, "leer"), (2, "leer"), (3, "leer")]),
        ("", [(1, "leer")]),
        ("\n\n", [(1, "leer")]),
        ("a: " + "[" * 13 + "]" * 13, [(1, "tiefe")]),
        ("a: " + "[" * 50_000, [(1, "tiefe")]),
        ("a: 1\r\nb: 2\r\n", [(1, "zeilenende")]),
        (b"\xef\xbb\xbfa: 1\n", [(1, "bom")]),
        (b"a: 1\nb: gr\xfc\xdfe\n", [(2, "zeichensatz")]),
        (b"a: 1\nb: \x00\n", [(2, "steuerzeichen")]),
        ("a: 1\nb: x\u2028y\n", [(2, "steuerzeichen")]),
        (b"a" * (GROESSE + 1), [(1, "groesse")]),
    ],
)
def test_meldet_zeile_und_regel(text: str | bytes, erwartet: list[tuple[int, str]]) -> None:
    assert regeln(text) == erwartet


@pytest.mark.parametrize(
    "text",
    [
        "a: x#y\n",
        "ä: größer#1\nb: '# kein Kommentar'\n",
        'a: |-\n  # Überschrift\n  #1\nb: "#"\n',
        "a: https://example.org/#oben\n",
        "a: ''\nb: 'null'\n",
        "---\na: 1\n",
    ],
)
def test_erlaubtes_gibt_keinen_befund(text: str) -> None:
    assert regeln(text) == []


@SUCHE
@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"? ? ?")
@example(b"%YAML 9.9\n---\n")
@example(b"a: |9\n x")
def test_beliebige_bytes_werfen_nie(roh: bytes) -> None:
    inhalt = lies_yaml(roh, "x.yaml")
    assert inhalt.befunde or inhalt.daten is not None


@SUCHE
@given(st.text(alphabet="ab:-[]{}#&*!|>'\"?,% \n\t\\\u00e4\u2028", max_size=60))
def test_beliebige_zeichenfolgen_von_yaml_werfen_nie(text: str) -> None:
    inhalt = lies_yaml(text.encode(), "x.yaml")
    assert inhalt.befunde or inhalt.daten is not None
    assert all(1 <= b.zeile <= text.count("\n") + 2 for b in inhalt.befunde)


WOERTER = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1).filter(
    lambda t: not (set(t) & set("\ufeff\ufffe\uffff"))
)


@SUCHE
@given(st.recursive(WOERTER, lambda t: st.lists(t, min_size=1) | st.dictionaries(WOERTER, t, min_size=1), max_leaves=8))
def test_was_ein_anderes_programm_schreibt_wird_gleich_gelesen(daten: object) -> None:
    text = yaml.dump(daten, allow_unicode=True, default_style='"', width=10**6, Dumper=yaml.SafeDumper)
    inhalt = lies_yaml(text.encode(), "x.yaml")
    if not inhalt.befunde:
        assert inhalt.daten == daten
    else:
        assert {b.regel for b in inhalt.befunde} <= {"tiefe", "yaml"}
