"""A unit is a known word or the editors' own text; what has a known word goes by it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from saetze_bauen import indikator

from macros.ausgabe.worte.einheiten import mit_einheit
from macros.modell.einheit import Einheit, lies_einheit, nahe_bekannte


@pytest.mark.parametrize(
    ("einheit", "stellen", "eins", "viele"),
    [
        ("personen", 0, "1 Person", "1.250 Personen"),
        ("MWh", 1, "1,0 MWh", "1.250,0 MWh"),
        ("µg/m³", 0, "1 µg/m³", "1.250 µg/m³"),
        ("je 100.000", 0, "1 je 100.000", "1.250 je 100.000"),
        ("Tag | Tage", 0, "1 Tag", "1.250 Tage"),
        ("Mio. €", 2, "1,00 Mio. €", "1.250,00 Mio. €"),
    ],
)
def test_zahl_mit_eigener_einheit(einheit: str, stellen: int, eins: str, viele: str) -> None:
    e = indikator("strom", einheit=einheit, nachkommastellen=stellen).einheit
    assert (mit_einheit(1, e, stellen), mit_einheit(1250, e, stellen)) == (eins, viele)


def test_in_den_daten_bleibt_sie_wie_geschrieben() -> None:
    assert indikator("strom", einheit="Tag | Tage").model_dump(mode="json")["einheit"] == "Tag | Tage"
    assert lies_einheit("prozent") == Einheit.PROZENT


@pytest.mark.parametrize(
    ("text", "grund"),
    [
        ("%", "heißt hier prozent"),
        ("€", "heißt hier euro"),
        ("Prozent", "heißt hier prozent"),
        ("Personen", "heißt hier personen"),
        ("", "kurze Zeile"),
        (" MWh", "kurze Zeile"),
        ("Tag |", "kurze Zeile"),
        ("Tag | Tage | Tagen", "kurze Zeile"),
        ("x" * 61, "kurze Zeile"),
        ("<b>kWh</b>", "HTML"),
    ],
)
def test_was_ein_bekanntes_wort_hat_oder_keine_einheit_ist(text: str, grund: str) -> None:
    with pytest.raises(ValidationError, match=grund):
        indikator("strom", einheit=text)


@pytest.mark.parametrize(
    ("text", "gemeint"),
    [
        ("persnen", "personen"),
        ("Personnen", "personen"),
        ("Person", "personen"),
        ("Prozen", "prozent"),
        ("Stunde", "stunden"),
        ("Angebot | Angebote", "angebote"),
        ("personen", None),
        ("Tag | Tage", None),
        ("Sekunden", None),
        ("Studien", None),
        ("Euro/m²", None),
        ("Mio. €", None),
        ("je 100.000", None),
    ],
)
def test_ein_verschriebenes_bekanntes_wort(text: str, gemeint: str | None) -> None:
    assert nahe_bekannte(lies_einheit(text)) == gemeint


def test_der_schutz_folgt_nie_dem_text_der_einheit() -> None:
    assert indikator("a", einheit="Haushalte mit Kindern", zaehlt="haushalte").zaehlt_menschen
    assert indikator("a", einheit="Stunden je Person", zaehlt="personen").zaehlt_menschen
    assert not indikator("a", einheit="personen", zaehlt="anderes").zaehlt_menschen
