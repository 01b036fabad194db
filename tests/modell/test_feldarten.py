"""The model in words: what a field holds, whether it must stand there, and what may stand in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import pytest
from pydantic import Field

from macros.modell.auswahl import Auswahl
from macros.modell.felder import Feld, Feldart, feld, felder, pfade
from macros.modell.grundtypen import (
    Datum,
    Dezimalzahl,
    Ganzzahl,
    Gliederungsnummer,
    JaNein,
    Kennung,
    Satz,
    Text,
    Url,
    Zeile,
    ZuAkteur,
)
from macros.modell.massnahme import Massnahme
from macros.modell.stichtag import StichtagFeld


class Groesse(Auswahl):
    """A closed list with words."""

    KLEIN = "klein", "ganz klein", "Unter zehn."
    GROSS = "gross", "groß"


class Richtung(StrEnum):
    """A closed list without words."""

    LINKS = "ltr"
    RECHTS = "rtl"


class Preis(Satz):
    """A part of a record."""

    betrag: Dezimalzahl = Field(title="Wie viel.", description="Wie viel.")
    waehrung: Zeile = Field("Euro", title="Welche Währung.", description="Welche Währung.")


class Ding(Satz):
    """A record in which every kind of field occurs."""

    zeile: Zeile = Field(title="Eine Zeile.", description="Eine Zeile.")
    text: Text | None = Field(None, title="Ein Text.", description="Ein Text.")
    url: Url | None = Field(None, title="Eine Adresse.", description="Eine Adresse.")
    kennung: Kennung = Field(title="Ein Name.", description="Ein Name.")
    nummer: Gliederungsnummer = Field(title="Eine Nummer.", description="Eine Nummer.")
    datum: Datum | None = None
    stichtag: StichtagFeld | None = Field(None, title="Ein Stichtag.", description="Ein Stichtag.")
    ganzzahl: Ganzzahl = Field(100, title="Eine Zahl.", description="Eine Zahl.", ge=1)
    zahl: Dezimalzahl = Field(1.5, title="Eine Dezimalzahl.", description="Eine Dezimalzahl.")
    ja_nein: JaNein = Field(True, title="Ja oder nein.", description="Ja oder nein.")
    nein_ja: JaNein = Field(False, title="Nein oder ja.", description="Nein oder ja.")
    auswahl: Groesse = Field(Groesse.KLEIN, title="Eine Größe.", description="Eine Größe.")
    auswahlen: tuple[Groesse, ...] = Field((), title="Größen.", description="Größen.")
    richtung: Richtung | None = Field(None, title="Eine Richtung.", description="Eine Richtung.")
    satz: Preis | None = Field(None, title="Ein Preis.", description="Ein Preis.")
    saetze: tuple[Preis, ...] = Field(title="Preise.", description="Preise.", min_length=1)
    tabelle: dict[str, str | tuple[str, ...]] = Field({}, title="Eine Tabelle.", description="Eine Tabelle.")
    verweis: ZuAkteur | None = Field(None, title="Jemand.", description="Jemand.")
    verweise: tuple[ZuAkteur, ...] = Field((), title="Mehrere.", description="Mehrere.")
    kurz: Annotated[Zeile, Field(max_length=20)] = Field(title="Eine kurze Zeile.", description="Eine kurze Zeile.")
    muster: Annotated[str, Field(pattern="^[A-Z]+$")] | None = Field(
        None, title="Großbuchstaben.", description="Großbuchstaben."
    )
    texte: tuple[Text, ...] = Field((), title="Texte.", description="Texte.")


WORTE = (("klein", "ganz klein", "Unter zehn."), ("gross", "groß", ""))


def _f(name: str, text: str, art: Feldart, **anders: object) -> Feld:
    werte = {"pflicht": False, "liste": False, "vorgabe": "", "auswahl": (), "ziel": None, "satz": None}
    return Feld(name, text or name, text, art, **{**werte, **anders})  # type: ignore[arg-type]


ERWARTET = [
    _f("zeile", "Eine Zeile.", Feldart.ZEILE, pflicht=True),
    _f("text", "Ein Text.", Feldart.TEXT),
    _f("url", "Eine Adresse.", Feldart.URL),
    _f("kennung", "Ein Name.", Feldart.KENNUNG, pflicht=True),
    _f("nummer", "Eine Nummer.", Feldart.NUMMER, pflicht=True),
    _f("datum", "", Feldart.DATUM),
    _f("stichtag", "Ein Stichtag.", Feldart.STICHTAG),
    _f("ganzzahl", "Eine Zahl.", Feldart.GANZZAHL, vorgabe="100"),
    _f("zahl", "Eine Dezimalzahl.", Feldart.ZAHL, vorgabe="1.5"),
    _f("ja_nein", "Ja oder nein.", Feldart.JA_NEIN, vorgabe="true"),
    _f("nein_ja", "Nein oder ja.", Feldart.JA_NEIN, vorgabe="false"),
    _f("auswahl", "Eine Größe.", Feldart.AUSWAHL, vorgabe="klein", auswahl=WORTE),
    _f("auswahlen", "Größen.", Feldart.AUSWAHL, liste=True, auswahl=WORTE),
    _f("richtung", "Eine Richtung.", Feldart.AUSWAHL, auswahl=(("ltr", "ltr", ""), ("rtl", "rtl", ""))),
    _f("satz", "Ein Preis.", Feldart.SATZ, satz=Preis),
    _f("saetze", "Preise.", Feldart.SATZ, pflicht=True, liste=True, satz=Preis),
    _f("tabelle", "Eine Tabelle.", Feldart.TABELLE),
    _f("verweis", "Jemand.", Feldart.KENNUNG, ziel="akteure"),
    _f("verweise", "Mehrere.", Feldart.KENNUNG, liste=True, ziel="akteure"),
    _f("kurz", "Eine kurze Zeile.", Feldart.ZEILE, pflicht=True),
    _f("muster", "Großbuchstaben.", Feldart.ZEILE),
    _f("texte", "Texte.", Feldart.TEXT, liste=True),
]


@pytest.mark.parametrize("erwartet", ERWARTET, ids=lambda f: f.name)
def test_ein_feld_in_worten(erwartet: Feld) -> None:
    assert feld(Ding, erwartet.name) == erwartet


def test_felder_stehen_in_der_reihenfolge_des_modells() -> None:
    assert list(felder(Ding)) == ERWARTET


def test_ein_feld_findet_sich_ueber_seinen_weg() -> None:
    assert feld(Ding, "satz", "waehrung") == _f("waehrung", "Welche Währung.", Feldart.ZEILE, vorgabe="Euro")
    assert feld(Massnahme, "schritte", "beleg", "url").art is Feldart.URL
    with pytest.raises(KeyError, match="zeile"):
        feld(Ding, "zeile", "waehrung")


def test_die_wege_gehen_in_die_angaben_hinein_gleich_hinter_ihrem_feld() -> None:
    wege = [".".join(weg) for weg, _ in pfade(Ding)]
    stelle = wege.index("satz")
    assert wege[:2] == ["zeile", "text"]
    assert wege[stelle : stelle + 7] == [
        "satz",
        "satz.betrag",
        "satz.waehrung",
        "saetze",
        "saetze.betrag",
        "saetze.waehrung",
        "tabelle",
    ]
    assert [(weg, f.name) for weg, f in pfade(Preis, ("davor",))] == [
        (("davor", "betrag"), "betrag"),
        (("davor", "waehrung"), "waehrung"),
    ]
    assert "schritte.beleg.url" in [".".join(weg) for weg, _ in pfade(Massnahme)]


def test_was_ein_feld_haelt_steht_in_diesen_worten_da() -> None:
    assert {art.name: art.value for art in Feldart} == {
        "ZEILE": "eine Zeile Text",
        "TEXT": "Text (Markdown)",
        "URL": "Adresse (https://…)",
        "KENNUNG": "Kennung",
        "NUMMER": "Gliederungsnummer",
        "DATUM": "Datum (2026-03-31)",
        "STICHTAG": "Stichtag (2026-12-31, 2026-12, 2026-Q4, 2026-H2, 2026, 2026/27 oder 2024/2026)",
        "GANZZAHL": "ganze Zahl",
        "ZAHL": "Zahl mit Dezimalpunkt",
        "JA_NEIN": "true oder false",
        "AUSWAHL": "Auswahl",
        "SATZ": "mehrere Angaben",
        "TABELLE": "Angaben mit eigenen Schlüsseln",
    }
