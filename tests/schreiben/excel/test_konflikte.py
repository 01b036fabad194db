"""A conflict is decided by entering the value that shall hold, whichever of the three it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from schreiben.kleinstadt import lege_an
from schreiben.mappen import HEUTE, Buch, exportiere, inhalt

from macros.befehle.konzept import main as konzept

PLAETZE = {"Kennung": "plaetze", "Stichtag": "2025"}


def _importiere(datei: Path, daten: Path) -> int:
    return konzept(["excel", "import", str(datei), "--daten", str(daten), "--stichtag", HEUTE])


def _konflikt(tmp_path: Path) -> tuple[Path, Buch, str]:
    """Exported with 12; since then 13 came into the data, and somebody typed 14."""
    daten = lege_an(tmp_path / "daten")
    buch = exportiere(daten, tmp_path / "bericht.xlsx")
    adresse = buch.tippe("Bildung", "Wert", 14, **PLAETZE)
    buch.tippe("Maßnahmen", "Sozialraumbezug", "Nordstadt", Kennung="treff")
    tabelle = daten / "indikatoren/plaetze.csv"
    tabelle.write_text(tabelle.read_text().replace("2025,12,", "2025,13,"))
    return daten, buch, adresse


@pytest.mark.parametrize(("gilt", "steht"), [(14, "2025,14,"), (13, "2025,13,"), (12, "2025,12,"), (None, "2025,14,")])
def test_der_wert_der_gelten_soll_gilt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], gilt: int | None, steht: str
) -> None:
    daten, buch, adresse = _konflikt(tmp_path)
    davor = inhalt(daten)
    assert _importiere(buch.speichere(), daten) == 1
    text = capsys.readouterr().out
    assert (
        "Hier steht „14“, in den Daten aber inzwischen „13“. In „bericht-konflikte.xlsx“ in die rote Zelle den" in text
    )
    assert inhalt(daten) == davor
    entscheidung = Buch(tmp_path / "bericht-konflikte.xlsx")
    zelle = entscheidung.blatt("Bildung")[adresse]
    assert (zelle.value, zelle.comment.text) == (14, "In den Daten steht inzwischen: 13")
    if gilt is not None:
        zelle.value = gilt
    assert _importiere(entscheidung.speichere(), daten) == 0
    assert f"\n{steht}" in (daten / "indikatoren/plaetze.csv").read_text()
    assert "sozialraum: Nordstadt" in (daten / "massnahmen/treff.yaml").read_text()


def test_eine_neue_zahl_die_es_inzwischen_gibt(tmp_path: Path) -> None:
    daten = lege_an(tmp_path / "daten")
    buch = exportiere(daten, tmp_path / "bericht.xlsx")
    buch.neue_zeile("Bildung", Kennung="plaetze", Stichtag="2023", Wert=8)
    tabelle = daten / "indikatoren/plaetze.csv"
    tabelle.write_text(tabelle.read_text().replace("hinweis\n", "hinweis\n2023,9,,geschätzt\n"))
    assert _importiere(buch.speichere(), daten) == 1
    assert _importiere(tmp_path / "bericht-konflikte.xlsx", daten) == 0
    assert "\n2023,8,,geschätzt" in tabelle.read_text()


def test_ohne_konflikt_entsteht_keine_datei(tmp_path: Path) -> None:
    daten = lege_an(tmp_path / "daten")
    buch = exportiere(daten, tmp_path / "bericht.xlsx")
    buch.tippe("Bildung", "Wert", "viele", **PLAETZE)
    assert _importiere(buch.speichere(), daten) == 1
    assert not (tmp_path / "bericht-konflikte.xlsx").exists()
