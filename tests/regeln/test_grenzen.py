"""What lies exactly on the edge of a rule is allowed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.pruefung import pruefe_ordner


def aendere(daten: Path, datei: str, alt: str, neu: str) -> None:
    text = (daten / datei).read_text()
    assert alt in text
    (daten / datei).write_text(text.replace(alt, neu, 1))


@pytest.mark.parametrize(
    ("datei", "alt", "neu"),
    [
        pytest.param("massnahmen/strassenfeste.yaml", "2026-03-02", "2026-06-30", id="Sachstand-von-heute"),
        pytest.param("massnahmen/willkommensmappe.yaml", "ende: 2025-12-31", "ende: 2025-04-01", id="ein-Tag-Zeitraum"),
        pytest.param("indikatoren/wohlfuehlen.csv", "stimme voll zu,30", "stimme voll zu,0", id="null-Prozent"),
        pytest.param("indikatoren/wohlfuehlen.csv", "stimme voll zu,30", "stimme voll zu,100", id="hundert-Prozent"),
        pytest.param("indikatoren/sprachtreff-plaetze.csv", "tatsächlich,34", "tatsächlich,0", id="null-Plaetze"),
        pytest.param("indikatoren/einbuergerungen.csv", "2021,Asien,16", "2021,Asien,15", id="Teile-unter-der-Summe"),
        pytest.param("aussagen/zuwachs-einwohner.yaml", "abziehen: true", "abziehen: false", id="Formel-addiert"),
    ],
)
def test_genau_auf_der_grenze(daten: Path, stichtag: date, datei: str, alt: str, neu: str) -> None:
    aendere(daten, datei, alt, neu)
    # A figure may be at the limit and still be worth a second look.
    assert [b for b in pruefe_ordner(daten, stichtag)[1] if b.regel != "sprung"] == []


def test_eine_zahl_von_heute_liegt_nicht_in_der_zukunft(musterstadt: Path) -> None:
    # Die Plätze für 2026 gelten ab dem 1. Januar, das Schuljahr 2025/26 und alles andere liegt davor.
    regeln = {b.regel for b in pruefe_ordner(musterstadt, date(2026, 1, 1))[1] if b.datei.endswith(".csv")}
    assert regeln == set()
    regeln = {b.regel for b in pruefe_ordner(musterstadt, date(2025, 12, 31))[1] if b.datei.endswith(".csv")}
    assert regeln == {"zukunft"}


def ohne_satz_zur_quote(daten: Path) -> None:
    """Claim and headline name the rate as it is in the example."""
    (daten / "aussagen/beschaeftigte-haelfte.yaml").unlink()
    datei = daten / "indikatoren/beschaeftigungsquote.yaml"
    zeilen = datei.read_text().splitlines(keepends=True)
    datei.write_text("".join(z for z in zeilen if not z.startswith("schlagzeile:")))


@pytest.mark.parametrize("wert", ["0", "100"])
def test_eine_quote_darf_null_und_hundert_sein(daten: Path, stichtag: date, wert: str) -> None:
    ohne_satz_zur_quote(daten)
    aendere(
        daten,
        "indikatoren/beschaeftigungsquote.yaml",
        "    - indikator: beschaeftigte\n",
        "    - indikator: bevoelkerung\n" * (wert == "100")
        + "    - indikator: bevoelkerung\n    - indikator: bevoelkerung\n      abziehen: true\n" * (wert == "0"),
    )
    assert pruefe_ordner(daten, stichtag)[1] == []


def test_zaehler_und_nenner_aus_einer_statistik_brauchen_keinen_hinweis(daten: Path, stichtag: date) -> None:
    ohne_satz_zur_quote(daten)
    quote = "indikatoren/beschaeftigungsquote.yaml"
    zeilen = (daten / quote).read_text().splitlines(keepends=True)
    (daten / quote).write_text("".join(z for z in zeilen if not z.startswith("methodenhinweise:")))
    assert [b.regel for b in pruefe_ordner(daten, stichtag)[1]] == ["methode"]
    aendere(daten, quote, "    - indikator: beschaeftigte\n", "    - indikator: bevoelkerung\n")
    assert pruefe_ordner(daten, stichtag)[1] == []


def test_eine_dreifache_nummer_braucht_drei_verschiedene_zusaetze(daten: Path, stichtag: date) -> None:
    dritter = (daten / "konzept/2-2-begegnung-teilhabe.yaml").read_text()
    dritter = dritter.replace("id: 2-2-begegnung-teilhabe", "id: 2-2-dritter").replace(
        "reihenfolge: 5", "reihenfolge: 9"
    )
    (daten / "konzept/2-2-dritter.yaml").write_text(dritter)
    befunde = pruefe_ordner(daten, stichtag)[1]
    assert {b.regel for b in befunde} == {"abschnittsnummer"}
    aendere(daten, "konzept/2-2-dritter.yaml", "zweiter Abschnitt", "dritter Abschnitt")
    assert pruefe_ordner(daten, stichtag)[1] == []


def test_ein_fehler_in_der_tabelle_zieht_keinen_in_der_formel_nach_sich(daten: Path, stichtag: date) -> None:
    aendere(daten, "indikatoren/beschaeftigte.csv", "2025-06-30,deutsch,10118", '2025-06-30,deutsch,"10.118,0"')
    assert [b.regel for b in pruefe_ordner(daten, stichtag)[1]] == ["dezimalkomma"]
