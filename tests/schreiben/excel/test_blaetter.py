"""The columns of the sheets follow the model: titles, kinds of cell, fields, lists and prompts."""

from __future__ import annotations

import pytest
from saetze_bauen import akteur, plan_aus

from macros.schreiben.excel.blaetter import (
    MASSNAHMEN,
    SCHRITTE,
    Blattart,
    Blattspalte,
    Zellart,
    kennzahlspalten,
    listen,
)

BERICHT = "Neuer Bericht:"


def _kurz(spalten: tuple[Blattspalte, ...]) -> list[tuple[str, str, str, str, bool]]:
    return [(s.titel, s.art.value, ".".join(s.pfad), s.liste, s.neu) for s in spalten]


def test_die_spalten_der_massnahmen() -> None:
    assert _kurz(MASSNAHMEN) == [
        ("Kennung", "schluessel", "", "", False),
        ("Nummer", "fest", "", "", False),
        ("Maßnahme", "fest", "", "", False),
        ("Handlungsfeld", "fest", "", "", False),
        ("Stand bisher", "fest", "", "", False),
        ("berichtet am", "fest", "", "", False),
        (f"{BERICHT} Datum", "datum", "datum", "", True),
        (f"{BERICHT} Stand", "wahl", "stand", "Stand", True),
        (f"{BERICHT} Ampel", "wahl", "ampel", "Ampel", True),
        (f"{BERICHT} Text", "text", "text", "", True),
        (f"{BERICHT} Beleg", "zeile", "beleg.text", "", True),
        (f"{BERICHT} Adresse des Belegs", "zeile", "beleg.url", "", True),
        (f"{BERICHT} berichtet von", "wahl", "von", "Akteure", True),
        (f"{BERICHT} eingetragen am", "datum", "eingetragen_am", "", True),
        ("Federführung", "wahl", "federfuehrung", "Akteure", False),
        ("Sozialraumbezug", "zeile", "sozialraum", "", False),
        ("Finanzierung", "text", "finanzierung", "", False),
        ("Kosten in Euro", "zahl", "kosten.betrag_euro", "", False),
        ("Art der Kosten", "wahl", "kosten.art", "Kostenart", False),
        ("Beginn", "datum", "zeitraum.beginn", "", False),
        ("Ende", "datum", "zeitraum.ende", "", False),
        ("davon bewilligt", "zahl", "kosten.bewilligt_euro", "", False),
        ("davon ausgegeben", "zahl", "kosten.ausgegeben_euro", "", False),
    ]


def test_die_spalten_der_schritte() -> None:
    assert _kurz(SCHRITTE) == [
        ("Kennung", "schluessel", "", "", False),
        ("Nummer", "fest", "", "", False),
        ("Maßnahme", "fest", "", "", False),
        ("Schritt Nr.", "schluessel", "", "", False),
        ("Schritt", "text", "text", "", False),
        ("geplant bis", "datum", "termin", "", False),
        ("erledigt am", "datum", "erledigt_am", "", False),
        ("Beleg", "zeile", "beleg.text", "", False),
        ("Adresse des Belegs", "zeile", "beleg.url", "", False),
    ]


def test_die_spalten_der_zahlen_wachsen_mit_den_dimensionen() -> None:
    assert _kurz(kennzahlspalten(2)) == [
        ("Kennung", "schluessel", "", "", False),
        ("Indikator", "fest", "", "", False),
        ("Stichtag", "stichtag", "", "", False),
        ("Gliederung 1", "schluessel", "", "", False),
        ("Gliederung 2", "schluessel", "", "", False),
        ("Wert", "wert", "wert", "", False),
        ("Zeichen", "wahl", "zeichen", "Zeichen", False),
        ("Hinweis", "zeile", "hinweis", "", False),
        ("Quelle", "zeile", "quelle", "", False),
        ("Einheit", "fest", "", "", False),
        ("eingetragen am", "fest", "", "", False),
    ]
    assert [s.titel for s in kennzahlspalten(0)] == [
        "Kennung",
        "Indikator",
        "Stichtag",
        "Wert",
        "Zeichen",
        "Hinweis",
        "Quelle",
        "Einheit",
        "eingetragen am",
    ]


def test_jede_spalte_zum_eintragen_sagt_was_hineingehoert() -> None:
    eintragen = [s for s in (*MASSNAHMEN, *SCHRITTE, *kennzahlspalten(1)) if s.aenderbar]
    assert all(s.hinweis for s in eintragen)
    hinweise = {s.titel: s.hinweis for s in (*MASSNAHMEN, *SCHRITTE)}
    assert hinweise["Kosten in Euro"] == "Betrag in Euro."
    assert hinweise[f"{BERICHT} Beleg"].startswith("Was es ist")
    assert hinweise["Schritt Nr."] == "Bei einem neuen Schritt leer lassen."


@pytest.mark.parametrize("art", Zellart)
def test_geaendert_wird_alles_ausser_festem_und_schluesseln(art: Zellart) -> None:
    assert Blattspalte("T", art, 9).aenderbar is (art not in (Zellart.FEST, Zellart.FESTE_ZAHL, Zellart.SCHLUESSEL))


def test_breiten_die_auf_ein_blatt_passen() -> None:
    # Reports are written in the wide column, numbers and days in narrow ones.
    breiten = {s.titel: s.breite for s in (*MASSNAHMEN, *SCHRITTE, *kennzahlspalten(1))}
    assert breiten == {
        "Kennung": 26, "Nummer": 9, "Maßnahme": 38, "Handlungsfeld": 26, "Stand bisher": 20, "berichtet am": 13,
        f"{BERICHT} Datum": 14, f"{BERICHT} Stand": 20, f"{BERICHT} Ampel": 14, f"{BERICHT} Text": 55,
        f"{BERICHT} Beleg": 32, f"{BERICHT} Adresse des Belegs": 32,
        f"{BERICHT} berichtet von": 28, f"{BERICHT} eingetragen am": 14, "Federführung": 28, "Sozialraumbezug": 24,
        "Finanzierung": 40, "Kosten in Euro": 14, "Art der Kosten": 14, "Beginn": 13, "Ende": 13,
        "davon bewilligt": 14, "davon ausgegeben": 14, "Schritt Nr.": 11,
        "Schritt": 70, "geplant bis": 13, "erledigt am": 13, "Beleg": 32, "Adresse des Belegs": 32, "Indikator": 36,
        "Stichtag": 13, "Gliederung 1": 28, "Wert": 12, "Zeichen": 10, "Hinweis": 44, "Quelle": 36, "Einheit": 14,
        "eingetragen am": 14,
    }  # fmt: skip


def test_die_listen_zur_auswahl() -> None:
    plan = plan_aus(
        akteur("amt"),
        akteur("treff-nord", bezeichnung="Treff"),
        akteur("treff-sued", bezeichnung="Treff"),
    )
    worte = listen(plan)
    assert list(worte) == ["Stand", "Ampel", "Kostenart", "Akteure", "Zeichen"]
    assert worte["Stand"]["in_umsetzung"] == "in Umsetzung"
    assert worte["Ampel"] == {"im_plan": "im Plan", "gefaehrdet": "gefährdet", "verzoegert": "verzögert"}
    assert worte["Kostenart"] == {"einmalig": "einmalig", "jaehrlich": "jährlich", "geschaetzt": "geschätzt"}
    assert worte["Akteure"] == {
        "amt": "Amt",
        "treff-nord": "Treff (treff-nord)",
        "treff-sued": "Treff (treff-sued)",
    }
    assert worte["Zeichen"] == {"-": "-", ".": ".", "...": "...", "x": "x", "/": "/", "w": "w", "n": "n"}


def test_so_heissen_die_blattarten_im_abdruck() -> None:
    assert [a.value for a in Blattart] == ["massnahmen", "schritte", "kennzahlen"]
