"""Faults that the model reports become findings: line, field, rule, what is wrong, what to write instead."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import BaseModel, Field, ValidationError

from macros.laden.meldungen import befunde_aus
from macros.laden.yaml_streng import lies_yaml
from macros.modell.auswahlen import Ampel, Kostenart
from macros.modell.befund import Befund
from macros.modell.grundtypen import Dezimalzahl, Ganzzahl, Kennung, Satz, Zeile


class Preis(Satz):
    """A part of a record."""

    betrag: Dezimalzahl = Field(description="Wie viel es kostet.")
    art: Kostenart = Field(Kostenart.EINMALIG, description="Was der Betrag bedeutet.")


class Ding(Satz):
    """A record that can be wrong in every way; only `name` must be there."""

    name: Zeile = Field(description="Wie es heißt.")
    preis: Preis | None = None
    preise: tuple[Preis, ...] = ()
    ampel: Ampel | None = None
    kurz: Annotated[str, Field(max_length=5, min_length=3)] | None = None
    einer: tuple[Kennung, ...] = Field((), max_length=1)
    zwei: tuple[Kennung, ...] = Field(("a", "b"), min_length=2, max_length=2)
    mindestens_einer: tuple[Kennung, ...] = Field(("a",), min_length=1)
    gross: Annotated[str, Field(pattern="^[A-Z]+$")] | None = Field(None, description="Nur große Buchstaben.")
    grosse: tuple[Annotated[str, Field(pattern="^[A-Z]+$")], ...] = Field((), description="Große Buchstaben.")
    ab_eins: Annotated[Ganzzahl, Field(ge=1)] | None = None
    ueber_null: Annotated[Dezimalzahl, Field(gt=0)] | None = None
    bis_zehn: Annotated[Ganzzahl, Field(le=10)] | None = None
    unter_zehn: Annotated[Dezimalzahl, Field(lt=10)] | None = None
    liste: list[Zeile] = []
    tabelle: dict[str, str | tuple[str, ...]] = {}
    zahlen: dict[str, Dezimalzahl] = {}
    maschine: Annotated[int, Field()] | None = None


FORM = "Hier wird ein einzelner Wert erwartet, keine Liste und keine Schlüssel."
SCHLUESSEL = ("form", "Hier werden mehrere Angaben mit Schlüsseln erwartet.", "Schreibweise: schluessel: Wert")
LISTE = ("form", "Hier wird eine Liste erwartet.", "Jede Zeile mit „- “ beginnen.")
WERT_ODER_LISTE = ("form", "Hier wird ein Wert oder eine Liste von Werten erwartet.", "")


def _befunde(text: str, typ: type[BaseModel] = Ding) -> list[Befund]:
    inhalt = lies_yaml(text.encode(), "ding.yaml")
    assert inhalt.befunde == []
    with pytest.raises(ValidationError) as fehler:
        typ.model_validate(inhalt.daten)
    return list(befunde_aus(fehler.value, typ, "ding.yaml", inhalt.zeilen))


@pytest.mark.parametrize(
    ("text", "feld", "regel", "sagt", "vorschlag"),
    [
        ("gross: abc", "gross", "schreibweise", "„abc“ hat nicht die verlangte Form.", "Gemeint ist: Nur große Buchstaben."),
        ("name: [a]", "name", "form", FORM, ""),
        ("name: {a: b}", "name", "form", FORM, ""),
        ("ampel: [im_plan]", "ampel", "form", FORM, ""),
        ("einer: [[a]]", "einer.1", "form", FORM, ""),
        ("ab_eins: [1]", "ab_eins", "form", FORM, ""),
        ('name: "a\\tb"', "name", "zeilenumbruch", "Hier ist nur eine Zeile erlaubt, ohne Zeilenumbruch und Tabulator.", ""),
        ("ampel: rot", "ampel", "auswahl", "„rot“ ist kein erlaubter Wert für „ampel“.",
         "Erlaubt: im_plan, gefaehrdet, verzoegert."),
        ("ampel: implan", "ampel", "auswahl", "„implan“ ist kein erlaubter Wert für „ampel“.",
         "Erlaubt: im_plan, gefaehrdet, verzoegert. Meinten Sie „im_plan“?"),
        ("kurz: abcdef", "kurz", "laenge", "Zu lang: höchstens 5 Zeichen erlaubt.", "Bitte kürzen."),
        ("kurz: ab", "kurz", "laenge", "Zu kurz: mindestens 3 Zeichen nötig.", "Bitte ergänzen."),
        ("einer: [a, b]", "einer", "laenge", "Zu lang: höchstens 1 Angabe erlaubt.", "Bitte kürzen."),
        ("zwei: [a, b, c]", "zwei", "laenge", "Zu lang: höchstens 2 Angaben erlaubt.", "Bitte kürzen."),
        ("zwei: [a]", "zwei", "laenge", "Zu kurz: mindestens 2 Angaben nötig.", "Bitte ergänzen."),
        ("mindestens_einer: []", "mindestens_einer", "laenge", "Zu kurz: mindestens 1 Angabe nötig.", "Bitte ergänzen."),
        ("grosse: [A, b]", "grosse.2", "schreibweise", "„b“ hat nicht die verlangte Form.", ""),
        ("ab_eins: '0'", "ab_eins", "bereich", "„0“ liegt außerhalb: mindestens 1.", ""),
        ("ueber_null: '-0.5'", "ueber_null", "bereich", "„-0.5“ liegt außerhalb: größer als 0.", ""),
        ("bis_zehn: '11'", "bis_zehn", "bereich", "„11“ liegt außerhalb: höchstens 10.", ""),
        ("bis_zehn: '1234567'", "bis_zehn", "bereich", "„1234567“ liegt außerhalb: höchstens 10.", ""),
        ("unter_zehn: '10'", "unter_zehn", "bereich", "„10“ liegt außerhalb: kleiner als 10.", ""),
        ("preise: viel", "preise", *LISTE),
        ("liste: viel", "liste", *LISTE),
        ("preis: viel", "preis", *SCHLUESSEL),
        ("preise: [viel]", "preise.1", *SCHLUESSEL),
        ("tabelle: viel", "tabelle", *SCHLUESSEL),
        ("tabelle: {a: {b: c}}", "tabelle.a", *WERT_ODER_LISTE),
        ("maschine: viel", "maschine", "form",
         "Der Wert passt nicht zu diesem Feld (Input should be a valid integer, unable to parse string as an integer).", ""),
    ],
)  # fmt: skip
def test_jeder_fehler_in_worten(text: str, feld: str, regel: str, sagt: str, vorschlag: str) -> None:
    datei = text if text.startswith("name") else f"name: Tisch\n{text}"
    zeile = 1 if text.startswith("name") else 2
    assert _befunde(datei) == [Befund("ding.yaml", zeile, feld, regel, sagt, vorschlag)]


@pytest.mark.parametrize(
    ("text", "befund"),
    [
        ("ampel: im_plan\n", (1, "name", "Das Pflichtfeld „name“ fehlt.", "Gemeint ist: Wie es heißt.")),
        ("name: T\npreis:\n  art: einmalig\n", (2, "preis.betrag", "Das Pflichtfeld „betrag“ fehlt.", "Gemeint ist: Wie viel es kostet.")),
        ("name: T\npreise:\n  - betrag: 1\n  - art: einmalig\n", (4, "preise.2.betrag", "Das Pflichtfeld „betrag“ fehlt.", "Gemeint ist: Wie viel es kostet.")),
    ],
)  # fmt: skip
def test_ein_pflichtfeld_fehlt_dort_wo_es_stehen_muesste(text: str, befund: tuple[int, str, str, str]) -> None:
    zeile, feld, sagt, vorschlag = befund
    assert _befunde(text) == [Befund("ding.yaml", zeile, feld, "pflichtfeld", sagt, vorschlag)]


def test_ein_pflichtfeld_ohne_beschreibung_fehlt_ohne_vorschlag() -> None:
    class Stumm(Satz):
        name: Zeile

    assert _befunde("{}", Stumm) == [Befund("ding.yaml", 1, "name", "pflichtfeld", "Das Pflichtfeld „name“ fehlt.", "")]


@pytest.mark.parametrize(
    ("text", "zeile", "feld", "wort", "vorschlag"),
    [
        ("name: T\nampeln: x", 2, "ampeln", "ampeln", "Meinten Sie „ampel“?"),
        ("name: T\npreis:\n  betrag: 1\n  betrack: 2", 4, "preis.betrack", "betrack", "Meinten Sie „betrag“?"),
        ("name: T\npreis:\n  betrag: 1\n  xyz: 2", 4, "preis.xyz", "xyz", "Erlaubt: betrag, art."),
        ("name: T\npreise:\n  - betrag: 1\n    xyz: 2", 4, "preise.1.xyz", "xyz", "Erlaubt: betrag, art."),
    ],
)
def test_ein_unbekannter_schluessel_wird_mit_denen_seiner_stelle_verglichen(
    text: str, zeile: int, feld: str, wort: str, vorschlag: str
) -> None:
    sagt = f"Den Schlüssel „{wort}“ gibt es hier nicht."
    assert _befunde(text) == [Befund("ding.yaml", zeile, feld, "unbekannter-schluessel", sagt, vorschlag)]


def test_eine_auswahl_in_einer_liste_nennt_ihr_feld() -> None:
    class Lampe(Satz):
        ampeln: tuple[Ampel, ...]

    (befund,) = _befunde("ampeln:\n  - im_plan\n  - rot\n", Lampe)
    assert (befund.zeile, befund.feld) == (3, "ampeln.2")
    assert befund.text == "„rot“ ist kein erlaubter Wert für „ampeln“."


def test_ein_fehler_in_einer_tabelle_mit_eigenen_schluesseln() -> None:
    (befund,) = _befunde("name: T\nzahlen:\n  a: '1'\n  b: viel\n")
    assert (befund.zeile, befund.feld, befund.regel) == (4, "zahlen.b", "zahl")


def test_eine_liste_in_einer_liste_faellt_an_beiden_stellen_auf() -> None:
    befunde = _befunde("name: T\ntabelle:\n  a:\n    - [b]\n")
    assert [(b.zeile, b.feld, b.regel, b.text) for b in befunde] == [
        (3, "tabelle.a", "form", "Hier wird ein Wert oder eine Liste von Werten erwartet."),
        (4, "tabelle.a.1", "form", FORM),
    ]


def test_zu_kurz_ist_eine_liste_nicht_weil_ein_glied_falsch_ist() -> None:
    befunde = _befunde("name: T\nzwei:\n  - a\n  - B!\n")
    assert [(b.zeile, b.feld, b.regel) for b in befunde] == [(4, "zwei.2", "kennung")]
    beides = _befunde("name: T\nzwei:\n  - a\nmindestens_einer:\n  - B!\n")
    assert [(b.feld, b.regel) for b in beides] == [("zwei", "laenge"), ("mindestens_einer.1", "kennung")]


def test_jeder_fehler_steht_in_seiner_zeile_und_jede_stelle_nur_einmal() -> None:
    befunde = _befunde("ampel: rot\npreis:\n  betrag: viel\n  art: nie\ntabelle: {a: {b: c}}\nbis_zehn: '99'\n")
    assert [(b.zeile, b.feld, b.regel) for b in befunde] == [
        (1, "name", "pflichtfeld"),
        (3, "preis.betrag", "zahl"),
        (4, "preis.art", "auswahl"),
        (1, "ampel", "auswahl"),
        (6, "bis_zehn", "bereich"),
        (5, "tabelle.a", "form"),
    ], "in the order of the model"
