"""YAML is read as text, lists and mappings; every value keeps its line; nothing else is let in."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.laden.rohtext import GROESSE, lies_text
from macros.laden.yaml_streng import lies_yaml, ort
from macros.modell.befund import Ort

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
        ("a: 1\nb: x\u2028y\n", [(2, "fremdzeichen")]),
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
    lambda t: (
        not (set(t) & set("\ufeff\ufffe\uffff\u00ad\uf0b7\uf0a7\uf0d8\uf0e0\uf0fc\uf04a"))
        and not any("\u0300" <= z <= "\u036f" for z in t)
    )
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


# Every finding in full.


def _befunde(text: str | bytes, groesse: int = GROESSE) -> list[tuple[int, str, str, str, str]]:
    roh = text if isinstance(text, bytes) else text.encode()
    befunde = lies_yaml(roh, "x.yaml").befunde if groesse == GROESSE else lies_text(roh, "x.yaml", groesse)[1]
    assert {b.datei for b in befunde} <= {"x.yaml"}
    return [(b.zeile, b.feld, b.regel, b.text, b.vorschlag) for b in befunde]


@pytest.mark.parametrize(
    ("text", "befund"),
    [
        (b"\xef\xbb\xbfa: 1\n", (1, "", "bom", "Die Datei beginnt mit einer Byte-Marke (BOM).", "Als „UTF-8 ohne BOM“ speichern.")),
        (b"a: 1\nb: 2\r\n", (2, "", "zeilenende", "Die Zeilen enden nach Windows-Art (CRLF).", "Mit Zeilenende „LF“ speichern.")),
        (b"a: 1\nb: \xfc\n", (2, "", "zeichensatz", "Die Datei ist nicht in UTF-8 gespeichert.", "In UTF-8 speichern.")),
        (b"a: 1\n\nb: \x07\n", (3, "", "steuerzeichen", "Die Zeile enthält ein unsichtbares Steuerzeichen (U+0007).", "Die Zeile löschen und neu eintippen.")),
        (b"\n\x07", (2, "", "steuerzeichen", "Die Zeile enthält ein unsichtbares Steuerzeichen (U+0007).", "Die Zeile löschen und neu eintippen.")),
        ("# nur ein Kommentar\n", (1, "", "leer", "Die Datei ist leer.", "Ausfüllen oder löschen.")),
        ("\n# nein\na: 1\n", (2, "", "kommentar", "Kommentare (#) sind in Datendateien nicht erlaubt.", "Den Kommentar löschen.")),
        ("a: 1\nb: eins\u2028zwei\n", (2, "", "fremdzeichen", "Die Zeile enthält bei „eins zwei“ ein unsichtbares Zeilenende aus einem anderen Programm (U+2028).", "Neu eintippen, oder „konzept formatieren“ schreibt die Datei richtig.")),
        ("a: 1\na: 2\n", (2, "a", "doppelt", "Der Schlüssel steht schon in Zeile 1.", "Einen davon löschen.")),
        ("a:\n  - b: 1\n    c: 2\n    b: 3\n", (4, "a.1.b", "doppelt", "Der Schlüssel steht schon in Zeile 2.", "Einen davon löschen.")),
        ("a:\n  b: &x 1\n", (2, "a.b", "anker", "Anker (&) und Verweise (*) von YAML sind nicht erlaubt.", "Den Text ausschreiben.")),
        ("a: 1\n&x b: 2\n", (2, "b", "anker", "Anker (&) und Verweise (*) von YAML sind nicht erlaubt.", "Den Text ausschreiben.")),
        ("a:\n  - !x 1\n", (2, "a.1", "yaml", "Typangaben mit Ausrufezeichen sind nicht erlaubt.", "In Anführungszeichen setzen.")),
        ("a: 1\n---\nb: 2\n", (2, "", "yaml", "Eine Datei enthält genau einen Datensatz.", "Den zweiten in eine eigene Datei schreiben.")),
        ("a:\n  ? [b]\n  : 1\n", (2, "a", "yaml", "Ein Schlüssel muss ein Wort sein.", "Schreibweise: schluessel: Wert")),
        ("a:\n  b:\n", (2, "a.b", "leer", "Das Feld ist leer.", "Unbekanntes wird nicht eingetragen: den Schlüssel weglassen.")),
        ("", (1, "", "leer", "Die Datei ist leer.", "Ausfüllen oder löschen.")),
        ("a: 1\nb: 2 # nein\n", (2, "", "kommentar", "Kommentare (#) sind in Datendateien nicht erlaubt.", "Den Kommentar löschen.")),
        ("a: 1\nb: c: d\n", (2, "", "yaml", "Die Datei ist kein gültiges YAML.", "Häufig: fehlende Anführungszeichen um einen Text mit Doppelpunkt, falsche Einrückung oder ein Tabulator.")),
    ],
)  # fmt: skip
def test_ein_befund_von_anfang_bis_ende(text: str | bytes, befund: tuple[int, str, str, str, str]) -> None:
    assert _befunde(text) == [befund]


@pytest.mark.parametrize(("groesse", "gemeldet"), [(4_999, True), (5_000, False)])
def test_eine_datei_darf_genau_so_gross_sein(groesse: int, gemeldet: bool) -> None:
    assert lies_text(b"a" * 5_000, "x", groesse)[0] == ("" if gemeldet else "a" * 5_000)
    befund = (1, "", "groesse", "Die Datei ist größer als 4 kB.", "Bitte aufteilen.")
    assert _befunde(b"a" * 5_000, groesse) == ([befund] if gemeldet else [])


def test_die_grenze_einer_datei_sind_400_kilobyte() -> None:
    assert _befunde("a: " + "x" * 399_997) == []
    assert _befunde("a: " + "x" * 399_998) == [
        (1, "", "groesse", "Die Datei ist größer als 400 kB.", "Bitte aufteilen.")
    ]


@pytest.mark.parametrize(
    ("roh", "text", "regeln_"),
    [
        (b"a\nb\n", "a\nb\n", []),
        (b"\xef\xbb\xbfa\r\nb", "a\nb", ["bom", "zeilenende"]),
        (b"\xef\xbb\xbfa\r\nb\rc", "a\nb\nc", ["bom", "zeilenende", "zeilenende"]),
        ("fu\u0308r a\u00adb, no\u0308tig".encode(), "für ab, nötig", ["fremdzeichen", "fremdzeichen"]),
        (b"\xef\xbb\xbf\xfc", "", ["bom", "zeichensatz"]),
        (b"a\x7fb", "", ["steuerzeichen"]),
        ("a\ufffeb".encode(), "", ["steuerzeichen"]),
        ("a\tb\u00a0c".encode(), "a\tb\u00a0c", []),
        (b"", "", []),
    ],
)
def test_der_text_kommt_ohne_marke_und_mit_einfachen_zeilenenden_zurueck(
    roh: bytes, text: str, regeln_: list[str]
) -> None:
    gelesen, befunde = lies_text(roh, "x.yaml")
    assert (gelesen, [b.regel for b in befunde]) == (text, regeln_)


def test_mit_windows_zeilenenden_wird_trotzdem_alles_gelesen() -> None:
    inhalt = lies_yaml(b"a: 1\r\nb: 2\r\n", "x.yaml")
    assert inhalt.daten == {"a": "1", "b": "2"}
    assert [b.regel for b in inhalt.befunde] == ["zeilenende"]


@pytest.mark.parametrize("text", ["a: &x 1\nb: 2\n", "a: !x 1\n", "a: b: c\n", "a: 1\n---\nb: 2\n", "", b"a: \xfc\n"])
def test_was_nicht_zu_lesen_ist_hat_keine_daten(text: str | bytes) -> None:
    assert lies_yaml(text if isinstance(text, bytes) else text.encode(), "x").daten is None


def test_ein_fehler_ohne_stelle_steht_in_der_ersten_zeile(monkeypatch: pytest.MonkeyPatch) -> None:
    def bricht_ab(*_: object, **__: object) -> None:
        raise yaml.YAMLError

    monkeypatch.setattr(yaml, "parse", bricht_ab)
    assert regeln("a: 1\n") == [(1, "yaml")]


@pytest.mark.parametrize(
    "text", ["a: 1\nb:\n  - x\n  - ''\n", "a:\nb: ~\n", "a: &x 1\n", "a: 'b # c' # d\n", "a: b: c\n"]
)
def test_ohne_die_schnelle_bibliothek_wird_dasselbe_gelesen(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    schnell = lies_yaml(text.encode(), "x")
    monkeypatch.setattr("macros.laden.yaml_streng._Parser", yaml.BaseLoader)
    langsam = lies_yaml(text.encode(), "x")
    assert (langsam.daten, langsam.zeilen) == (schnell.daten, schnell.zeilen)
    assert [(b.zeile, b.feld, b.regel) for b in langsam.befunde] == [
        (b.zeile, b.feld, b.regel) for b in schnell.befunde
    ]


def test_ein_leeres_feld_hindert_das_lesen_nicht() -> None:
    assert lies_yaml(b"a:\nb: 2\n", "x").daten == {"a": "", "b": "2"}


@pytest.mark.parametrize("nichts", ["", "~", "null", "Null", "NULL"])
def test_nichts_ist_nur_ohne_anfuehrungszeichen_nichts(nichts: str) -> None:
    assert [b.regel for b in lies_yaml(f"a: {nichts}\n".encode(), "x").befunde] == ["leer"]
    assert lies_yaml(f"a: '{nichts}'\nb: \"{nichts}\"\n".encode(), "x").befunde == []
    assert lies_yaml(f"a:\n  - {nichts}\n".encode(), "x").befunde[0].feld == "a.1"


@pytest.mark.parametrize(("tiefe", "erlaubt"), [(12, True), (13, False)])
def test_zwoelf_ebenen_sind_erlaubt(tiefe: int, erlaubt: bool) -> None:
    liste = lies_yaml(("a: " + "[" * (tiefe - 1) + "x" + "]" * (tiefe - 1)).encode(), "x")
    assert [b.regel for b in liste.befunde] == ([] if erlaubt else ["tiefe"])
    schluessel = lies_yaml(
        "".join(f"{' ' * n}k:{' x' if n == tiefe - 1 else ''}\n" for n in range(tiefe)).encode(), "x"
    )
    assert [(b.zeile, b.regel) for b in schluessel.befunde] == ([] if erlaubt else [(13, "tiefe")])


def test_zu_tiefes_nennt_seine_stelle() -> None:
    assert _befunde("a:\n  - " + "[" * 12 + "\n")[0] == (
        2, "a" + ".1" * 12, "tiefe", "Die Angaben sind zu tief verschachtelt.", "Die Einrückung prüfen."
    )  # fmt: skip


def test_jeder_kommentar_wird_gemeldet_wo_er_steht() -> None:
    text = "# oben\na: 'b # kein Kommentar' # eins\n# zwei\nc:\n  - d # drei\n  - |-\n    # Text\n# unten\n"
    assert [(zeile, regel) for zeile, _, regel, _, _ in _befunde(text)] == [
        (1, "kommentar"),
        (2, "kommentar"),
        (5, "kommentar"),
        (8, "kommentar"),
    ], "between two values one finding is enough"


def test_der_ort_nimmt_den_naechsten_umschliessenden_wert() -> None:
    zeilen: dict[tuple[str | int, ...], int] = {(): 1, ("a",): 4, ("a", 0): 5}
    assert ort("x", zeilen, ("a", 0, "b")) == Ort("x", 5)
    assert ort("x", zeilen, ("a", 0)) == Ort("x", 5)
    assert ort("x", zeilen, ("a", 1)) == Ort("x", 4)
    assert ort("x", zeilen, ("b",)) == Ort("x", 1)
    assert ort("x", {}, ()) == Ort("x", 1)


@pytest.mark.parametrize(
    ("text", "zeile", "rat"),
    [
        ("titel: 'a\nb: c\nd: e\n", 1, "Anführungszeichen, der nicht endet"),
        ("x: y\ntitel: 'a\nb: 'c'\nd: e\n", 2, "erst in einer späteren Zeile endet"),
        ("x: y\na: [1, 2\nb: 3\nc: 4\n", 2, "eine Klammer"),
        ("a: 1\nb\nc: 2\n", 2, "fehlt ein Doppelpunkt"),
        ("a: 1\ntext: ja: nein\nc: 2\n", 2, "Text mit Doppelpunkt"),
        ("a: 1\n\tb: 2\n", 2, "Tabulator"),
    ],
)
def test_ein_fehler_der_schreibung_steht_in_seiner_zeile(text: str, zeile: int, rat: str) -> None:
    (befund,) = lies_yaml(text.encode(), "f").befunde
    assert (befund.regel, befund.zeile) == ("yaml", zeile)
    assert rat in befund.vorschlag
