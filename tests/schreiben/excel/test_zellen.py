"""One cell: how a value of the data is shown, and how what a person typed is read back."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook

from macros.schreiben.excel.blaetter import Blattspalte, Zellart
from macros.schreiben.excel.zellen import Zellfehler, glatt, lies, zeige

LISTE = {"im_plan": "im Plan", "gefaehrdet": "gefährdet", "...": "...", ".": "."}


def _spalte(art: Zellart) -> Blattspalte:
    return Blattspalte("Titel", art, 10)


def _zelle(wert: Any, format: str = "General", art: str | None = None) -> Any:
    """A cell as a spreadsheet program leaves it."""
    zelle: Any = Workbook().active
    zelle = zelle.cell(1, 1, wert)
    zelle.number_format = format
    if art:
        zelle.data_type = art
    return zelle


@pytest.mark.parametrize(
    ("roh", "text"),
    [
        (" a ", "a"),
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a_x000D_\nb", "a\nb"),
        ("a_x000d_b", "a\nb"),
        ("u\u0308ber", "über"),
        ("\n", ""),
        ("a\n\nb", "a\n\nb"),
    ],
)
def test_text_wird_zum_vergleichen_geglaettet(roh: str, text: str) -> None:
    assert glatt(roh) == text


@pytest.mark.parametrize(
    ("art", "wert", "gezeigt"),
    [
        (Zellart.DATUM, "2026-03-31", (date(2026, 3, 31), "DD.MM.YYYY")),
        (Zellart.DATUM, "", (None, "DD.MM.YYYY")),
        (Zellart.STICHTAG, "2026", ("2026", "@")),
        (Zellart.STICHTAG, "", (None, "@")),
        (Zellart.ZAHL, "1200", (1200, "#,##0")),
        (Zellart.ZAHL, "12.5", (12.5, "#,##0.0")),
        (Zellart.ZAHL, "12.50", (12.5, "#,##0.00")),
        (Zellart.ZAHL, "", (None, "General")),
        (Zellart.WAHL, "im_plan", ("im Plan", "@")),
        (Zellart.WAHL, "fremd", ("fremd", "@")),
        (Zellart.WAHL, "", (None, "General")),
        (Zellart.TEXT, "=1", ("=1", "General")),
        (Zellart.ZEILE, "a", ("a", "General")),
        (Zellart.FEST, "3.1", ("3.1", "@")),
        (Zellart.SCHLUESSEL, "0815", ("0815", "@")),
    ],
)
def test_wie_ein_wert_gezeigt_wird(art: Zellart, wert: str, gezeigt: tuple[Any, str]) -> None:
    assert zeige(wert, _spalte(art), LISTE) == gezeigt
    assert type(zeige(wert, _spalte(art), LISTE)[0]) is type(gezeigt[0])


@pytest.mark.parametrize(
    ("art", "wert", "gelesen"),
    [
        (Zellart.DATUM, datetime(2026, 3, 31, 12, 30), "2026-03-31"),
        (Zellart.DATUM, date(2026, 3, 31), "2026-03-31"),
        (Zellart.DATUM, "31.3.2026", "2026-03-31"),
        (Zellart.DATUM, " 2026-03-31 ", "2026-03-31"),
        (Zellart.STICHTAG, datetime(2026, 3, 31), "2026-03-31"),
        (Zellart.STICHTAG, "31.3.2026", "2026-03-31"),
        (Zellart.STICHTAG, 2026, "2026"),
        (Zellart.STICHTAG, 2026.0, "2026"),
        (Zellart.STICHTAG, "2026/27", "2026/27"),
        (Zellart.STICHTAG, " 2026-03 ", "2026-03"),
        (Zellart.ZAHL, 1200, "1200"),
        (Zellart.ZAHL, 12.5, "12.5"),
        (Zellart.ZAHL, " 12,50 ", "12.5"),
        (Zellart.ZAHL, 1_000_000_000_000, "1000000000000"),
        (Zellart.ZAHL, -1_000_000_000_000, "-1000000000000"),
        (Zellart.DATUM, "31.3.26", "2026-03-31"),
        (Zellart.STICHTAG, "März 2026", "2026-03"),
        (Zellart.ZAHL, "1.234,5", "1234.5"),
        (Zellart.WERT, 12.5, "12.5"),
        (Zellart.WERT, "12,5", "12.5"),
        (Zellart.WERT, "…", "..."),
        (Zellart.WERT, "X", "x"),
        (Zellart.WAHL, "im Plan", "im_plan"),
        (Zellart.WAHL, "im\u00a0Plan", "im_plan"),
        (Zellart.WAHL, "IM PLAN ", "im_plan"),
        (Zellart.WAHL, "gefaehrdet", "gefaehrdet"),
        (Zellart.WAHL, "…", "..."),
        (Zellart.WAHL, ".", "."),
        (Zellart.ZEILE, "  a  ", "a"),
        (Zellart.ZEILE, 5.0, "5"),
        (Zellart.ZEILE, 5.25, "5.25"),
        (Zellart.TEXT, "a\r\nb", "a\nb"),
        (Zellart.SCHLUESSEL, 3, "3"),
        (Zellart.ZEILE, None, ""),
        (Zellart.DATUM, "  ", ""),
        (Zellart.ZAHL, "\r\n", ""),
    ],
)
def test_wie_eine_zelle_gelesen_wird(art: Zellart, wert: Any, gelesen: str) -> None:
    assert lies(_zelle(wert), _spalte(art), LISTE) == gelesen


FORMEL = ("formel", "Hier steht eine Formel.", "Den Wert eintragen („Inhalte einfügen“ → „Werte“).")
DATUM = ("datum", "Excel hat hier ein Datum oder eine Uhrzeit erkannt.", "Als Text eintippen, mit ' am Anfang.")
DATUM_STATT_ZAHL = ("zahl", "Excel hat hier ein Datum erkannt.", "Das Zellformat auf „Zahl“ stellen, neu eintippen.")


@pytest.mark.parametrize(
    ("art", "wert", "fehler"),
    [
        (Zellart.ZEILE, "=A1", FORMEL),
        (Zellart.ZAHL, "=1+1", FORMEL),
        (Zellart.ZEILE, "#REF!", ("fehlerwert", "Excel zeigt hier einen Fehler (#REF!).", "Den richtigen Wert eintragen.")),
        (Zellart.ZEILE, True, ("typ", "„WAHR“ passt hier nicht.", "Den Wert ausschreiben.")),
        (Zellart.ZAHL, False, ("typ", "„FALSCH“ passt hier nicht.", "Den Wert ausschreiben.")),
        (Zellart.ZEILE, datetime(2026, 1, 1), DATUM),
        (Zellart.WAHL, date(2026, 1, 1), DATUM),
        (Zellart.TEXT, time(12, 30), DATUM),
        (Zellart.ZAHL, date(2026, 1, 1), DATUM_STATT_ZAHL),
        (Zellart.ZAHL, time(12, 30), DATUM_STATT_ZAHL),
        (Zellart.ZAHL, "viele", ("zahl", "„viele“ ist keine Zahl.", "Nur die Zahl eintippen, ohne Einheit: zum Beispiel 1250 oder 12,5.")),
        (Zellart.ZAHL, 1_000_000_000_001, ("zahl", "„1000000000001“ kann nicht stimmen.", "Die Zahl prüfen.")),
        (Zellart.ZAHL, -1e13, ("zahl", "„-10000000000000.0“ kann nicht stimmen.", "Die Zahl prüfen.")),
        (Zellart.ZAHL, "15.000", ("tausenderpunkt", "„15.000“ ist mehrdeutig.", "Je nachdem, was gemeint ist: 15000 oder 15 schreiben.")),
        (Zellart.WERT, "xx", ("zahl", "„xx“ ist keine Zahl.", "Nur die Zahl eintippen, ohne Einheit: zum Beispiel 1250 oder 12,5.")),
        (Zellart.DATUM, "bald", ("datum", "„bald“ ist kein Datum.", "Zum Beispiel 31.03.2026.")),
        (Zellart.DATUM, 46112, ("datum", "„46112“ ist kein Datum.", "Zum Beispiel 31.03.2026.")),
        (Zellart.DATUM, time(12, 30), ("datum", "„12:30:00“ ist kein Datum.", "Zum Beispiel 31.03.2026.")),
        (Zellart.STICHTAG, "3.5.98", ("stichtag", "„3.5.98“: Das Jahr braucht vier Stellen.", "Je nachdem, was gemeint ist: 03.05.1998 oder 03.05.2098.")),
        (Zellart.STICHTAG, 20.5, ("stichtag", "„20.5“ ist kein Stichtag. Erlaubt: 2026-12-31 (Tag), 2026-12 (Monat), 2026-Q4 (Quartal), 2026-H2 (Halbjahr), 2026 (Jahr), 2026/27 (Schuljahr), 2024/2026 (mehrere Jahre).", "")),
        (Zellart.WAHL, "gefährtet", ("auswahl", "„gefährtet“ steht nicht in der Liste.", "Meinten Sie „gefährdet“?")),
        (Zellart.WAHL, "xyz", ("auswahl", "„xyz“ steht nicht in der Liste.", "Einen Eintrag der Liste wählen.")),
        (Zellart.WAHL, 5, ("auswahl", "„5“ steht nicht in der Liste.", "Einen Eintrag der Liste wählen.")),
    ],
)  # fmt: skip
def test_was_nicht_zu_lesen_ist(art: Zellart, wert: Any, fehler: tuple[str, str, str]) -> None:
    with pytest.raises(Zellfehler) as f:
        lies(_zelle(wert), _spalte(art), LISTE)
    assert (f.value.regel, f.value.text, f.value.vorschlag) == fehler
    assert str(f.value) == " ".join(fehler).removeprefix(f"{fehler[0]} ").rstrip()


def test_ein_text_der_mit_gleich_beginnt_ist_keine_formel_wenn_die_zelle_text_ist() -> None:
    assert lies(_zelle("=5 Flyer", art="s"), _spalte(Zellart.ZEILE), {}) == "=5 Flyer"
    with pytest.raises(Zellfehler, match="Formel"):
        lies(_zelle("=5 Flyer", art="inlineStr"), _spalte(Zellart.ZEILE), {})
    with pytest.raises(Zellfehler, match="Formel"):
        lies(_zelle("SUM", art="f"), _spalte(Zellart.ZEILE), {})


def test_das_prozentformat_verfaelscht_die_zahl() -> None:
    with pytest.raises(Zellfehler) as f:
        lies(_zelle(0.125, "0.0%"), _spalte(Zellart.ZAHL), {})
    assert (f.value.regel, f.value.text, f.value.vorschlag) == (
        "prozentformat",
        "Die Zelle hat das Format „Prozent“ und enthält deshalb 0.125.",
        "Das Zellformat auf „Zahl“ stellen und 12,5 statt 12,5 % eintragen.",
    )


def test_keine_zahl_ist_auch_was_sich_nicht_rechnen_laesst() -> None:
    zelle = _zelle(1)
    zelle._value = float("nan")
    with pytest.raises(Zellfehler, match="„nan“ kann nicht stimmen"):
        lies(zelle, _spalte(Zellart.ZAHL), {})


def test_ein_fehler_ohne_vorschlag() -> None:
    assert Zellfehler("a", "b").vorschlag == ""
