"""Formatting: every file that is not canonical, with its new text; what cannot be read stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from schreiben.kleinstadt import DATEIEN, lege_an

from macros.modell.befund import Befund
from macros.modell.gemeinde import Gemeinde
from macros.modell.indikator import Indikator
from macros.modell.matrix import Akteur
from macros.schreiben.formatieren import datendateien, formatiere

AMT = DATEIEN["akteure/amt.yaml"]
ANDERS = "bezeichnung: Amt\nid: amt\nart: stadt\n"


def _neu(ordner: Path) -> dict[str, str]:
    neu, befunde = formatiere(ordner)
    assert befunde == []
    return {p.relative_to(ordner).as_posix(): text for p, text in neu.items()}


def test_jede_datei_und_ihre_art_erst_die_gemeinde_dann_die_sammlungen(tmp_path: Path) -> None:
    for name in ("akteure/b.yaml", "akteure/a.yaml", "indikatoren/z.yaml", "indikatoren/y.csv", "indikatoren/x.csv", "akteure/c.txt", "fremd/d.yaml", "gemeinde.yaml"):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert [(p.relative_to(tmp_path).as_posix(), typ) for p, typ in datendateien(tmp_path)] == [
        ("gemeinde.yaml", Gemeinde),
        ("akteure/a.yaml", Akteur),
        ("akteure/b.yaml", Akteur),
        ("indikatoren/z.yaml", Indikator),
        ("indikatoren/x.csv", None),
        ("indikatoren/y.csv", None),
    ]
    assert list(datendateien(tmp_path / "leer")) == []


def test_was_schon_einheitlich_ist_bleibt_und_geschrieben_wird_nichts(tmp_path: Path) -> None:
    ordner = lege_an(tmp_path, akteure__amt=ANDERS)
    assert _neu(ordner) == {"akteure/amt.yaml": AMT}
    assert (ordner / "akteure/amt.yaml").read_text() == ANDERS


@pytest.mark.parametrize(
    "roh",
    [b"\xef\xbb\xbf" + AMT.encode(), AMT.replace("\n", "\r\n").encode(), AMT.rstrip("\n").encode()],
    ids=["bom", "windows", "ohne Ende"],
)
def test_marken_und_zeilenenden_werden_gemendet(tmp_path: Path, roh: bytes) -> None:
    ordner = lege_an(tmp_path)
    (ordner / "akteure/amt.yaml").write_bytes(roh)
    assert _neu(ordner) == {"akteure/amt.yaml": AMT}


@pytest.mark.parametrize(
    ("roh", "neu"),
    [
        (b"\xef\xbb\xbfstichtag,wert\n2024,5\n", "stichtag,wert\n2024,5\n"),
        (b"stichtag,wert\r\n2024,5\r\n", "stichtag,wert\n2024,5\n"),
        (b'stichtag,"wert"\n2024,"5"\n', "stichtag,wert\n2024,5\n"),
        (b'stichtag,wert\n2024,"5, 6"', 'stichtag,wert\n2024,"5, 6"\n'),
    ],
)
def test_eine_tabelle_hat_anfuehrungszeichen_nur_wo_sie_noetig_sind(tmp_path: Path, roh: bytes, neu: str) -> None:
    ordner = lege_an(tmp_path)
    (ordner / "indikatoren/plaetze.csv").write_bytes(roh)
    assert _neu(ordner) == {"indikatoren/plaetze.csv": neu}


@pytest.mark.parametrize(
    ("datei", "roh", "befund"),
    [
        ("akteure/amt.yaml", b"id: amt # nein\n", Befund("d/akteure/amt.yaml", 1, "", "kommentar", "Kommentare (#) sind in Datendateien nicht erlaubt.", "Den Kommentar löschen.")),
        ("akteure/amt.yaml", b"\xef\xbb\xbfid: \xff\n", Befund("d/akteure/amt.yaml", 1, "", "zeichensatz", "Die Datei ist nicht in UTF-8 gespeichert.", "In UTF-8 speichern.")),
        ("indikatoren/plaetze.csv", b"a,b\r\nc,\xff\r\n", Befund("d/indikatoren/plaetze.csv", 2, "", "zeichensatz", "Die Datei ist nicht in UTF-8 gespeichert.", "In UTF-8 speichern.")),
        ("indikatoren/plaetze.csv", b'a,"b\n', Befund("d/indikatoren/plaetze.csv", 1, "", "csv", "Die Tabelle ist kein gültiges CSV.", "Die Anführungszeichen prüfen.")),
    ],
)  # fmt: skip
def test_was_nicht_zu_lesen_ist_hat_einen_befund_und_keinen_neuen_text(
    tmp_path: Path, datei: str, roh: bytes, befund: Befund
) -> None:
    ordner = lege_an(tmp_path, akteure__verein="art: vereine\nid: verein\nbezeichnung: Verein\n")
    (ordner / datei).write_bytes(roh)
    neu, befunde = formatiere(ordner, "d")
    assert befunde == [befund]
    assert [p.name for p in neu] == ["verein.yaml"], "the others are formatted all the same"


def test_was_keine_schluessel_hat_bleibt_ohne_befund(tmp_path: Path) -> None:
    assert _neu(lege_an(tmp_path, akteure__amt="- amt\n")) == {}


def test_was_sich_nicht_verlustfrei_schreiben_laesst_bleibt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def geht_nicht(daten: object, typ: object) -> str:
        raise ValueError("Geht nicht.")

    ordner = lege_an(tmp_path)
    for name in DATEIEN:
        if name != "akteure/amt.yaml":
            (ordner / name).unlink()
    monkeypatch.setattr("macros.schreiben.formatieren.als_yaml", geht_nicht)
    assert formatiere(ordner) == ({}, [Befund(f"{ordner.as_posix()}/akteure/amt.yaml", 1, "", "yaml", "Geht nicht.")])
