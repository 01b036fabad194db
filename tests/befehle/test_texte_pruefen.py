"""`konzept lesbarkeit` and `konzept rechtschreibung`: what they say, and what they say where something is missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from gebaut import MUSTERSTADT, WURZEL

from macros.befehle import lesbarkeit, rechtschreibung
from macros.befehle.konzept import main

STICHTAG = ["--stichtag", "2026-06-30"]
mit_hunspell = pytest.mark.skipif(rechtschreibung.hunspell() is None, reason="hunspell-de-de is not installed")


def test_lesbarkeit_nennt_je_massnahme_eine_stufe_und_die_mitte(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesbarkeit", "--daten", str(MUSTERSTADT), *STICHTAG]) == 0
    text = capsys.readouterr().out
    assert "massnahmen/sprachtreffs.yaml" in text and "Mitte (Median)" in text
    assert "Sätze mit mehr als 25 Wörtern:" in text


def test_ein_laengerer_satz_zaehlt_nicht_wenn_mehr_erlaubt_ist(capsys: pytest.CaptureFixture[str]) -> None:
    main(["lesbarkeit", "--daten", str(MUSTERSTADT), *STICHTAG, "--woerter", "200"])
    assert "Sätze mit mehr als 200 Wörtern: keine" in capsys.readouterr().out


def test_ohne_textstat_bleiben_die_langen_saetze(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lesbarkeit, "PAKET", "gibt_es_nicht")
    assert main(["lesbarkeit", "--daten", str(MUSTERSTADT), *STICHTAG]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Ohne gibt_es_nicht gibt es keine Schulstufen.") and "Sätze mit mehr als" in text


def test_ohne_hunspell_sagt_der_befehl_woher_es_kommt(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rechtschreibung, "PROGRAMM", "gibt-es-nicht")
    assert main(["rechtschreibung", "--daten", str(MUSTERSTADT), *STICHTAG]) == 1
    assert "apt-get install hunspell hunspell-de-de" in capsys.readouterr().err


def test_leicht_prueft_die_leichte_sprache_der_daten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["leicht", "--daten", str(MUSTERSTADT), *STICHTAG]) == 0
    assert capsys.readouterr().out == "Keine Befunde\n"
    daten = tmp_path / "daten"
    shutil.copytree(MUSTERSTADT, daten)
    datei = daten / "sprachen" / "leicht.yaml"
    datei.write_text(datei.read_text("utf-8").replace("Die Stadt hat dafür", "Die Stadt hätte dafür", 1), "utf-8")
    assert main(["leicht", "--daten", str(daten), *STICHTAG]) == 1
    gesagt = capsys.readouterr().out
    assert "„hätte“ ist ein Konjunktiv" in gesagt and gesagt.endswith("1 Hinweis\n")
    datei.unlink()
    assert main(["leicht", "--daten", str(daten), *STICHTAG]) == 0
    assert "keine Leichte Sprache" in capsys.readouterr().out


def test_leicht_prueft_einen_entwurf_mit_zeile(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entwurf = tmp_path / "entwurf.txt"
    entwurf.write_text("Das ist gut.\n\nDas Haus wird gebaut.\n", "utf-8")
    assert main(["leicht", str(entwurf)]) == 1
    assert f"{entwurf}:3: [hinweis] text: „gebaut“ mit „werden“ ist ein Passiv." in capsys.readouterr().out
    assert main(["leicht", str(tmp_path / "gibt-es-nicht.txt")]) == 1


@mit_hunspell
def test_ein_tippfehler_steht_mit_datei_und_zeile_da_und_die_liste_hilft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    daten = tmp_path / "daten"
    shutil.copytree(MUSTERSTADT, daten)
    datei = daten / "massnahmen" / "sprachtreffs.yaml"
    datei.write_text(datei.read_text("utf-8").replace("Stadtteilen", "Stadteilen", 1), "utf-8")
    main(["rechtschreibung", "--daten", str(daten), *STICHTAG])
    assert (
        "massnahmen/sprachtreffs.yaml" in (gesagt := capsys.readouterr().out) and "„Stadteilen“ steht nicht" in gesagt
    )
    (daten / "rechtschreibung.txt").write_text("# eigene\nStadteilen\n", "utf-8")
    main(["rechtschreibung", "--daten", str(daten), *STICHTAG])
    assert "Stadteilen" not in capsys.readouterr().out


@pytest.mark.parametrize(("art", "sagt"), [("gross", "zu groß"), ("leer", "ins Leere"), ("fremd", "hinaus")])
def test_eine_wortliste_die_keine_ist_wird_genannt(
    tmp_path: Path, art: str, sagt: str, capsys: pytest.CaptureFixture[str]
) -> None:
    daten = Path(shutil.copytree(MUSTERSTADT, tmp_path / "daten"))
    liste = daten / "rechtschreibung.txt"
    liste.unlink(missing_ok=True)
    if art == "gross":
        with liste.open("wb") as datei:
            datei.truncate(9_000_000_000)
    else:
        (tmp_path / "fremd").write_text("Wort\n", "utf-8")
        liste.symlink_to(tmp_path / ("nirgends" if art == "leer" else "fremd"))
    assert main(["rechtschreibung", "--daten", str(daten), *STICHTAG]) == 1
    assert sagt in capsys.readouterr().err


@mit_hunspell
@pytest.mark.parametrize("daten", [WURZEL / "data", MUSTERSTADT], ids=["data", "Musterstadt"])
def test_alle_texte_sind_richtig_geschrieben(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rechtschreibung", "--daten", str(daten), *STICHTAG]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("inhalt", "sagt"),
    [
        (None, "Diese Datei gibt es nicht. Den Namen prüfen, oder den Entwurf als Textdatei speichern. (dateiart)"),
        (b"Stra\xdfe", "In UTF-8 speichern. (zeichensatz)"),
    ],
)
def test_ein_entwurf_der_kein_text_ist_wird_genannt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], inhalt: bytes | None, sagt: str
) -> None:
    entwurf = tmp_path / "entwurf.txt"
    if inhalt is not None:
        entwurf.write_bytes(inhalt)
    assert main(["leicht", str(entwurf)]) == 1
    assert sagt in capsys.readouterr().out
