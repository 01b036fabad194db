"""Findings read the same everywhere, and nothing that an editor typed can act in a terminal, log or comment."""

from __future__ import annotations

from macros.ausgabe.melden.befunde import LAENGE, maskiere, render_befunde, zusammenfassung
from macros.modell.befund import Befund, Ort, Schwere, hat_fehler, melde

FEHLER = Befund("data/a.yaml", 3, "titel", "leer", "Das Feld ist leer.", "Weglassen.")
WARNUNG = Befund("data/b.csv", 9, "", "summe", "Die Summe stimmt nicht.", schwere=Schwere.WARNUNG)


def boese(text: str, datei: str = "data/a.yaml") -> Befund:
    return Befund(datei, 1, "", "html", text)


def test_text_nennt_datei_zeile_feld_vorschlag_und_regel() -> None:
    assert render_befunde([FEHLER, WARNUNG]) == (
        "data/a.yaml:3: titel: Das Feld ist leer. Weglassen. (leer)\n"
        "data/b.csv:9: [warnung] Die Summe stimmt nicht. (summe)\n"
        "1 Fehler, 1 Warnung\n"
    )


def test_ohne_befund() -> None:
    assert render_befunde([]) == "Keine Befunde\n"
    assert render_befunde([], "github") == ""
    assert render_befunde([], "markdown") == "Keine Befunde: Die Daten sind in Ordnung.\n"


def test_zaehlt_in_einzahl_und_mehrzahl() -> None:
    assert zusammenfassung([FEHLER, FEHLER, WARNUNG, WARNUNG]) == "2 Fehler, 2 Warnungen"
    assert zusammenfassung([melde(Ort("x"), "", "r", "t", schwere=Schwere.HINWEIS)]) == "1 Hinweis"


def test_nur_ein_fehler_haelt_den_bau_an() -> None:
    assert hat_fehler([WARNUNG, FEHLER])
    assert not hat_fehler([WARNUNG])


def test_github_setzt_anmerkungen_in_die_zeile() -> None:
    assert render_befunde([FEHLER, WARNUNG], "github") == (
        "::error file=data/a.yaml,line=3,title=leer::titel: Das Feld ist leer. Weglassen.\n"
        "::warning file=data/b.csv,line=9,title=summe::Die Summe stimmt nicht.\n"
    )


def test_github_laesst_keinen_zweiten_befehl_zu() -> None:
    zeilen = render_befunde([boese("50 %\n::set-output name=x::y\rz", "data/a,line=1:b%.yaml")], "github").splitlines()
    assert zeilen == [
        "::error file=data/a%2Cline=1%3Ab%25.yaml,line=1,title=html::50 %25\\u000a::set-output name=x::y\\u000dz"
    ]


def test_markdown_zeigt_eingaben_als_text() -> None:
    zeile = render_befunde([boese("|<b>*x*</b> [a](b) `c` #1 @wer &lt; ~~d~~ \\")], "markdown").splitlines()[-1]
    assert zeile.count("|") == 4
    assert not set("<>*[]`@~\\") & set(zeile)
    assert "&#60;b&#62;" in zeile
    assert "&#38;lt;" in zeile


def test_unsichtbares_wird_sichtbar_und_bleibt_in_einer_zeile() -> None:
    text = render_befunde([boese("a\u202eb\x1b[31m\nc", "data/\u2066x.yaml")])
    assert text.splitlines()[0] == "data/\\u2066x.yaml:1: a\\u202eb\\u001b[31m\\u000ac (html)"


def test_lange_eingaben_werden_gekuerzt() -> None:
    assert len(render_befunde([boese("x" * 20_000)])) < LAENGE + 100


def test_sehr_viele_befunde_einer_art_werden_zusammengefasst() -> None:
    viele = [Befund("data/a.csv", n, "wert", "summe", "Passt nicht.", schwere=Schwere.WARNUNG) for n in range(51_000)]
    text = render_befunde([FEHLER, *viele]).splitlines()
    assert text[0].startswith("data/a.yaml:3: ")
    assert [zeile.partition(": [")[0] for zeile in text[1:11]] == [f"data/a.csv:{n}" for n in range(10)]
    assert text[11:] == [
        "[warnung] Dazu 50.990 weitere Befunde dieser Art; alle nennt „konzept pruefen --alle“. (summe)",
        "1 Fehler, 51.000 Warnungen",
    ]
    github = render_befunde([FEHLER, *viele], "github").splitlines()
    assert len(github) == 12
    assert github[-1].startswith("::warning title=summe::Dazu 50.990 weitere Befunde dieser Art")
    markdown = render_befunde([FEHLER, *viele], "markdown").splitlines()
    assert len(markdown) == 4 + 12
    assert markdown[-1].startswith("| | Dazu 50.990 weitere Befunde dieser Art")
    assert markdown[-1].endswith("| summe |")


def test_zwanzig_einer_art_stehen_alle_da_und_mit_alle_jeder() -> None:
    viele = [Befund("data/a.csv", n, "wert", "summe", "Passt nicht.") for n in range(21)]
    assert len(render_befunde(viele[:20]).splitlines()) == 20 + 1
    assert len(render_befunde(viele).splitlines()) == 10 + 1 + 1
    assert len(render_befunde(viele, alle=True).splitlines()) == 21 + 1


def test_ein_festes_leerzeichen_ist_ein_leerzeichen() -> None:
    assert maskiere("33\u00a0%\u202f5") == "33 % 5"
    assert "14 Plätze" in render_befunde([boese("14\u00a0Plätze", "a.yaml")])
