"""A table is read as text and then converted; whatever is not exact gets a line and what to write."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.laden.csv_streng import GROESSE, ZEILEN, lies_csv, spalten
from macros.modell.auswahlen import Zeichen
from macros.modell.indikator import Dimension, Frueher, Kennzahl
from macros.modell.stichtag import lies_stichtag

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
    kennzahlen, _ = lies_csv(f"{KOPF}\n2024,Nord,,{zeichen},so viele wie nie\n".encode(), "x.csv", (ORT,), True)
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


@pytest.mark.parametrize(("zahl", "erwartet"), [("1.23", []), ("1.2340", []), ("1.234", [(2, "tausenderpunkt")])])
def test_bei_bruechen_ist_ein_punkt_nur_vor_drei_ziffern_mehrdeutig(zahl: str, erwartet: list[tuple[int, str]]) -> None:
    assert regeln(f"{KOPF}\n2024,Nord,{zahl},,\n", ganzzahlig=False) == erwartet


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


# Every finding in full.

OERTCHEN = Dimension(id="ort", name="Ort", auspraegungen=("Nord", "Süd"))
ALTER = Dimension(id="alter", name="Alter", auspraegungen=("jung", "alt"))
LANG = "stichtag,ort,alter,wert,zeichen,hinweis"


def _befunde(text: str, *, ganzzahlig: bool = True) -> list[tuple[int, str, str, str, str]]:
    befunde = lies_csv(text.encode(), "x.csv", (OERTCHEN, ALTER), ganzzahlig)[1]
    assert {b.datei for b in befunde} <= {"x.csv"}
    return [(b.zeile, b.feld, b.regel, b.text, b.vorschlag) for b in befunde]


def test_die_kopfzeile_nennt_erst_den_stichtag_dann_die_dimensionen() -> None:
    assert spalten((OERTCHEN, ALTER)) == ["stichtag", "ort", "alter", "wert", "zeichen", "hinweis"]
    assert spalten(()) == ["stichtag", "wert", "zeichen", "hinweis"]


def test_eine_zeile_wird_zu_einer_zahl_oder_einem_zeichen_mit_ihren_merkmalen() -> None:
    kennzahlen, befunde = lies_csv(f"{LANG}\n2024,Nord,alt,-5,,\n2024,Süd,alt,,...,neu\n".encode(), "x", (OERTCHEN, ALTER), True)  # fmt: skip
    assert befunde == []
    assert kennzahlen == [
        Kennzahl(lies_stichtag("2024"), {"ort": "Nord", "alter": "alt"}, -5.0, None, "", 2),
        Kennzahl(lies_stichtag("2024"), {"ort": "Süd", "alter": "alt"}, None, Zeichen.KEINE_ANGABE, "neu", 3),
    ]


KOPFZEILE = f"Kopfzeile: {LANG}"


@pytest.mark.parametrize(
    ("text", "befund"),
    [
        ("", (1, "", "leer", "Die Tabelle ist leer.", KOPFZEILE)),
        (" \n\n", (1, "", "leer", "Die Tabelle ist leer.", KOPFZEILE)),
        (LANG.replace(",", ";"), (1, "", "trennzeichen", "Die Spalten sind nicht mit Komma getrennt.", KOPFZEILE)),
        (LANG.replace(",ort", "\tort"), (1, "", "trennzeichen", "Die Spalten sind nicht mit Komma getrennt.", KOPFZEILE)),
        (f"{LANG};", (1, "", "kopfzeile", "Unbekannte Spalte: hinweis;. Es fehlt: hinweis.", KOPFZEILE)),
        (f"{LANG},mehr,noch", (1, "", "kopfzeile", "Unbekannte Spalte: mehr, noch.", KOPFZEILE)),
        ("stichtag,wert,zeichen,hinweis", (1, "", "kopfzeile", "Es fehlt: ort, alter.", KOPFZEILE)),
        ("stichtag,alter,ort,wert,zeichen,hinweis", (1, "", "kopfzeile", "Die Reihenfolge der Spalten stimmt nicht.", KOPFZEILE)),
        ("stichtag", (1, "", "kopfzeile", "Es fehlt: ort, alter, wert, zeichen, hinweis.", KOPFZEILE)),
        (f"{LANG}\n", (1, "", "leer", "Die Tabelle hat keine Zeile mit Zahlen.", "Zeilen ergänzen, oder Tabelle und Indikator löschen.")),
        ('stichtag,"ort', (1, "", "csv", "Die Zeile ist kein gültiges CSV.", "Anführungszeichen im Text verdoppeln.")),
    ],
)  # fmt: skip
def test_was_an_der_tabelle_falsch_ist_in_worten(text: str, befund: tuple[int, str, str, str, str]) -> None:
    assert _befunde(text) == [befund]


@pytest.mark.parametrize(
    ("zeile", "befund"),
    [
        ("", ("", "leer", "Die Zeile ist leer.", "Leere Zeilen löschen.")),
        ("2024,Nord,5,,", ("", "spaltenzahl", "Die Zeile hat 5 statt 6 Spalten.", "Texte mit Komma in Anführungszeichen setzen; Zahlen mit Dezimalpunkt schreiben.")),
        ("2024,Nord,alt,5,,a,b", ("", "spaltenzahl", "Die Zeile hat 7 statt 6 Spalten.", "Texte mit Komma in Anführungszeichen setzen; Zahlen mit Dezimalpunkt schreiben.")),
        ("2023,Nord,alt,5,,", ("stichtag", "doppelt", "Diese Zeile steht schon in Zeile 2 (2023, Nord, alt).", "Eine davon löschen.")),
        ("2024-13,Nord,alt,5,,", ("stichtag", "stichtag", "„2024-13“: Diesen Tag gibt es im Kalender nicht. Erlaubt: 2026-12-31 (Tag), 2026-12 (Monat), 2026-Q4 (Quartal), 2026-H2 (Halbjahr), 2026 (Jahr), 2026/27 (Schuljahr), 2024/2026 (mehrere Jahre).", "")),
        ("2024,Nordd,alt,5,,", ("ort", "auspraegung", "„Nordd“ ist kein Wert der Dimension „Ort“.", "Meinten Sie „Nord“?")),
        ("2024,Nord,xyz,5,,", ("alter", "auspraegung", "„xyz“ ist kein Wert der Dimension „Alter“.", "Erlaubt: jung, alt.")),
        ('2024,Nord,alt,5,,"a\nb"', ("hinweis", "zeilenumbruch", "Der Hinweis geht über mehrere Zeilen.", "Prüfen, ob ein Anführungszeichen zu viel ist.")),
        ("2024,Nord,alt,5,,{{x", ("hinweis", "vorlagenzeichen", "„{{“ ist im Text nicht erlaubt, weil es als Vorlagenbefehl gelesen würde. Bitte runde Klammern nehmen.", "")),
        ("2024,Nord,alt,,,", ("wert", "leer", "Der Wert fehlt.", "Eine Zahl eintragen, oder in der Spalte zeichen: - (nichts), . (geheim), ... (kommt später).")),
        ("2024,Nord,alt,5,.,", ("wert", "zeichen", "Wert und Zeichen zugleich sind nicht möglich.", "Eines von beiden löschen.")),
        ("2024,Nord,alt,,?,", ("zeichen", "zeichen", "„?“ ist kein Zeichen der Tabelle.", "Erlaubt: - . ... x / w n")),
        ("2024,Nord,alt,,w,", ("hinweis", "zeichen", "Zum Zeichen w fehlen die Worte der Quelle.", "Die Worte in die Spalte hinweis schreiben, ohne Anführungszeichen, zum Beispiel: fast zwei Drittel")),
        ('2024,Nord,alt,"1.234,5",,', ("wert", "dezimalkomma", "„1.234,5“ hat ein Dezimalkomma.", "Mit Dezimalpunkt: 1234.5")),
        ("2024,Nord,alt,1.234.567,,", ("wert", "tausenderpunkt", "„1.234.567“ hat einen Tausenderpunkt.", "Ohne Punkt: 1234567")),
        ("2024,Nord,alt,-1.234,,", ("wert", "tausenderpunkt", "„-1.234“ hat einen Tausenderpunkt.", "Ohne Punkt: -1234")),
        ("2024,Nord,alt,viele,,", ("wert", "zahl", "„viele“ ist keine Zahl.", "Nur Ziffern und ein Dezimalpunkt, keine Einheit, keine Null davor.")),
        ("2024,Nord,alt,12.5,,", ("wert", "ganzzahl", "„12.5“: Hier sind nur ganze Zahlen möglich.", "Prüfen, ob ein Tausenderpunkt gemeint war; hat der Indikator Nachkommastellen, in seiner Datei eintragen: nachkommastellen: 1")),
    ],
)  # fmt: skip
def test_was_an_einer_zeile_falsch_ist_in_worten(zeile: str, befund: tuple[str, str, str, str]) -> None:
    text = f"{LANG}\n2023,Nord,alt,1,,\n{zeile}\n2025,Nord,alt,1,,\n"
    assert _befunde(text) == [(3, *befund)]
    kennzahlen, _ = lies_csv(text.encode(), "x.csv", (OERTCHEN, ALTER), True)
    ganz = [1.0, 5.0, 1.0] if befund[1] == "doppelt" else [1.0, 1.0]
    assert [k.wert for k in kennzahlen] == ganz, "what is right around it is read"


@pytest.mark.parametrize(
    ("roh", "ganzzahlig", "regel"),
    [
        ("12.0", True, None),
        ("13.0", True, None),
        ("0", True, None),
        ("-7", True, None),
        ("1.234.567", False, "tausenderpunkt"),
        ("1.234", False, "tausenderpunkt"),
        ("15.000", False, "tausenderpunkt"),
        ("12.5", False, None),
        ("0.123456789012", False, None),
        ("0.1234567890123", False, "zahl"),
        ("999999999999999", True, None),
        ("1000000000000000", True, "zahl"),
        ("0.123", True, "ganzzahl"),
        ("1.2345", True, "ganzzahl"),
        ("1234.567", True, "ganzzahl"),
        ('"12,5"', True, "dezimalkomma"),
        ('"1234,5"', False, "dezimalkomma"),
        ('"12.34,5"', False, "zahl"),
    ],
)
def test_welche_zahl_in_der_zelle_stehen_darf(roh: str, ganzzahlig: bool, regel: str | None) -> None:
    befunde = _befunde(f"{LANG}\n2024,Nord,alt,{roh},,\n", ganzzahlig=ganzzahlig)
    assert [b[2] for b in befunde] == ([regel] if regel else [])


def test_eine_leere_und_eine_falsche_zelle_und_ein_fremdes_zeichen_werden_alle_gemeldet() -> None:
    zeilen = f"{LANG}\nheute,Ost,alt,viele,?,<b>\n"
    assert [(feld, regel) for _, feld, regel, _, _ in _befunde(zeilen)] == [
        ("stichtag", "stichtag"),
        ("ort", "auspraegung"),
        ("hinweis", "html"),
        ("wert", "zeichen"),
        ("wert", "zahl"),
        ("zeichen", "zeichen"),
    ]


def test_nur_die_kopfzeile_verraet_das_trennzeichen() -> None:
    assert _befunde(f"{LANG}\n2024,Nord,alt,5,,a\tb; c\n") == []


def test_die_dritte_gleiche_zeile_nennt_die_erste() -> None:
    zeile = "2024,Nord,alt,5,,\n"
    befunde = _befunde(f"{LANG}\n{zeile}{zeile}{zeile}2024,Nord,jung,5,,\n2024,Süd,alt,5,,\n")
    assert [(b[0], b[3]) for b in befunde] == [
        (3, "Diese Zeile steht schon in Zeile 2 (2024, Nord, alt)."),
        (4, "Diese Zeile steht schon in Zeile 2 (2024, Nord, alt)."),
    ]


def test_hinter_einem_umbruch_im_hinweis_zaehlen_die_zeilen_der_datei() -> None:
    text = f'{LANG}\n2024,Nord,alt,1,,"a\nb\nc"\n2025,Nord,alt,x,,\n2026,Nord,alt,1,,"offen\n'
    assert [(b[0], b[2]) for b in _befunde(text)] == [(2, "zeilenumbruch"), (5, "zahl"), (6, "csv")]


def test_zu_viele_zeilen_geben_nur_einen_befund_und_keine_zahlen() -> None:
    text = f"{LANG}\n" + "2024,Nord,alt,1,,\n" * (ZEILEN + 1)
    kennzahlen, befunde = lies_csv(text.encode(), "x.csv", (OERTCHEN, ALTER), True)
    assert kennzahlen == []
    assert [(b.zeile, b.feld, b.regel, b.text, b.vorschlag) for b in befunde][-1] == (
        20_002, "", "groesse", "Die Tabelle hat mehr als 20000 Zeilen.", "Bitte aufteilen."
    )  # fmt: skip


def test_eine_tabelle_darf_groesser_sein_als_ein_datensatz() -> None:
    hinweis = "x" * 100
    zeilen = "".join(f"{j}-{m:02d}-{t:02d},Nord,alt,1,,{hinweis}\n" for j in range(2000, 2011) for m in range(1, 13) for t in range(1, 29))  # fmt: skip
    assert len(zeilen) > 400_000
    assert _befunde(f"{LANG}\n{zeilen}") == []
    assert [b[2] for b in _befunde("x," * 1_000_000)] == ["kopfzeile"]
    assert [b[2] for b in _befunde("x," * 1_000_000 + "x")] == ["groesse"]


def test_der_tag_der_eintragung_steht_hinten_und_darf_fehlen() -> None:
    text = "stichtag,ort,wert,zeichen,hinweis,eingetragen_am\n2024,Nord,1,,,2026-11-05\n2025,Nord,2,,neu,\n"
    kennzahlen, befunde = lies_csv(text.encode(), "x.csv", (ORT,), True)
    assert befunde == []
    assert [(k.wert, k.hinweis, k.eingetragen_am) for k in kennzahlen] == [(1, "", date(2026, 11, 5)), (2, "neu", None)]


@pytest.mark.parametrize("tag", ["5.11.2026", "2026-11", "2026-02-30", "20261105", "gestern", " 2026-11-05"])
def test_ein_tag_der_eintragung_der_keiner_ist(tag: str) -> None:
    text = f"stichtag,ort,wert,zeichen,hinweis,eingetragen_am\n2024,Nord,1,,,{tag}\n"
    [befund] = lies_csv(text.encode(), "x.csv", (ORT,), True)[1]
    assert (befund.zeile, befund.feld, befund.regel) == (2, "eingetragen_am", "datum")
    richtig = text.replace(tag, "2026-11-05")
    assert lies_csv(richtig.encode(), "x.csv", (ORT,), True)[1] == []


def test_an_anderer_stelle_gilt_die_spalte_nicht() -> None:
    [befund] = lies_csv(b"stichtag,ort,eingetragen_am,wert,zeichen,hinweis\n", "x.csv", (ORT,), True)[1]
    assert (befund.regel, befund.vorschlag) == (
        "kopfzeile",
        "Kopfzeile: stichtag,ort,wert,zeichen,hinweis,eingetragen_am",
    )


MIT_VORHER = f"{KOPF},eingetragen_am,vorher"


@pytest.mark.parametrize(
    ("zelle", "werte"),
    [
        ("", ()),
        ("52", (Frueher(52.0),)),
        ("2026-02-01: 52", (Frueher(52.0, date(2026, 2, 1)),)),
        ("52; 2026-03-01: 53", (Frueher(52.0), Frueher(53.0, date(2026, 3, 1)))),
        ("2026-02-01:52;2026-03-01:-53", (Frueher(52.0, date(2026, 2, 1)), Frueher(-53.0, date(2026, 3, 1)))),
    ],
)
def test_vor_berichtigungen_stand_ein_wert_oder_mehrere_mit_ihren_tagen(zelle: str, werte: tuple[Frueher, ...]) -> None:
    zahlen, befunde = lies_csv(f"{MIT_VORHER}\n2024,Nord,54,,,2026-05-02,{zelle}\n".encode(), "d.csv", [ORT], True)
    assert befunde == []
    assert zahlen[0].vorher == werte
    assert zahlen[0].werdegang == (*werte, Frueher(54.0, date(2026, 5, 2)))


@pytest.mark.parametrize(
    ("zelle", "erwartet"),
    [
        ("52,5", "dezimalkomma"),
        ("1.250", "tausenderpunkt"),
        ("01.03.2026: 52", "datum"),
        ("2026-02-30: 52", "datum"),
        ("2026-02-01: 52;", "leer"),
        ("2026-02-01:", "leer"),
        ("52 Personen", "zahl"),
    ],
)
def test_was_an_frueheren_werten_nicht_zu_lesen_ist(zelle: str, erwartet: str) -> None:
    text = f'{MIT_VORHER}\n2024,Nord,54,,,2026-05-02,"{zelle}"\n'
    assert [(b.feld, b.regel) for b in lies_csv(text.encode(), "d.csv", [ORT], True)[1]] == [("vorher", erwartet)]
