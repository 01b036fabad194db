"""Workbooks that smuggle, swell or wait are refused by both ways in: `excel import` and `kennzahl --tabelle`."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from macros.eingabe.arbeitsmappe import Verweigerung, lies_bytes, oeffne
from macros.schreiben.excel.lesen import lies_mappe
from macros.schreiben.kennzahlen import SPALTEN, aus_datei

BLATT = "xl/worksheets/sheet1.xml"


def _mappe() -> dict[str, bytes]:
    """The parts of a good workbook."""
    buch = Workbook()
    assert buch.active
    buch.active.append(SPALTEN)
    buch.active.append(["bevoelkerung", "2026-12-31", "insgesamt", 5, None, None])
    strom = io.BytesIO()
    buch.save(strom)
    with zipfile.ZipFile(strom) as archiv:
        return {name: archiv.read(name) for name in archiv.namelist()}


def _packe(teile: dict[str, bytes], ziel: Path) -> Path:
    with zipfile.ZipFile(ziel, "w", zipfile.ZIP_DEFLATED) as archiv:
        for name, inhalt in teile.items():
            archiv.writestr(name, inhalt)
    return ziel


def _im_blatt(davor: bytes) -> Callable[[dict[str, bytes]], None]:
    def tu(teile: dict[str, bytes]) -> None:
        teile[BLATT] = teile[BLATT].replace(b"</sheetData>", b"</sheetData>" + davor)

    return tu


def _teil(name: str, inhalt: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda teile: teile.update({name: inhalt})


XXE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst>&e;</sst>'
LACHEN = b'<!DOCTYPE l [<!ENTITY a "ha">' + b'<!ENTITY b "&a;&a;">' * 30 + b"]><x>&b;</x>"
BOESE: dict[str, tuple[Callable[[dict[str, bytes]], None], str]] = {
    "xxe": (_teil("xl/sharedStrings.xml", XXE), "kein-excel"),
    "milliarden-lacher": (_teil("xl/sharedStrings.xml", LACHEN), "kein-excel"),
    "utf-16": (_teil("xl/sharedStrings.xml", XXE.decode().encode("utf-16")), "kein-excel"),
    "utf-7": (_teil("xl/styles.xml", b"<?xml version='1.0' encoding='UTF-7'?><x/>"), "kein-excel"),
    "abgeschnitten": (lambda t: t.update({BLATT: t[BLATT][:200]}), "kein-excel"),
    "tief": (_teil("xl/styles.xml", b"<a>" * 5000 + b"</a>" * 5000), "kein-excel"),
    "verbunden": (_im_blatt(b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), "groesse"),
    "verbunden-versteckt": (_im_blatt(b'<mergeCells><mergeCell ref="A1&#58;XFD1048576"/></mergeCells>'), "groesse"),
    "viele-verbunden": (_im_blatt(b"<mergeCells>" + b'<mergeCell ref="A1:J1000"/>' * 11 + b"</mergeCells>"), "groesse"),
    "verlinkt": (_im_blatt(b'<hyperlinks><hyperlink ref="A1:XFD9999" location="x"/></hyperlinks>'), "groesse"),
    "gepackt": (_teil("xl/media/x.png", bytes(70_000_000)), "groesse"),
    "viele-formate": (_teil("xl/styles.xml", b"<x>" + b"<y/>" * 100_001 + b"</x>"), "groesse"),
    "ohne-ende": (_im_blatt(b"<x>" + b"<c/>" * 400_001 + b"</x>"), "groesse"),
}


def test_eine_gute_mappe_wird_gelesen(tmp_path: Path) -> None:
    datei = _packe(_mappe(), tmp_path / "a.xlsx")
    assert isinstance(oeffne(datei.read_bytes()), Workbook)
    meldungen, befunde = aus_datei(datei)
    assert befunde == []
    assert [(m.indikator, m.stichtag, m.gruppe, m.wert) for m in meldungen] == [
        ("bevoelkerung", "2026-12-31", "insgesamt", "5")
    ]


@pytest.mark.parametrize("art", BOESE)
def test_eine_boese_mappe_wird_auf_beiden_wegen_abgewiesen(art: str, tmp_path: Path) -> None:
    teile = _mappe()
    aendere, regel = BOESE[art]
    aendere(teile)
    datei = _packe(teile, tmp_path / "a.xlsx")
    assert [b.regel for b in lies_mappe(datei, {}).befunde] == [regel]
    assert [b.regel for b in aus_datei(datei)[1]] == [regel]


@pytest.mark.parametrize("spalte", ["XFD", "KP"])
def test_ein_blatt_das_nur_weit_reicht(spalte: str, tmp_path: Path) -> None:
    """One cell far away would make 490 million of them."""
    buch = Workbook()
    assert buch.active
    buch.active[f"{spalte}1"] = buch.active["A30000"] = "x"
    buch.save(tmp_path / "a.xlsx")
    assert [b.regel for b in aus_datei(tmp_path / "a.xlsx")[1]] == ["groesse"]
    lies_mappe(tmp_path / "a.xlsx", {})


@pytest.mark.parametrize("endung", [".xlsx", ".csv", ".xls"])
def test_auf_eine_pipe_wird_nicht_gewartet(endung: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / f"a{endung}")
    assert [b.regel for b in aus_datei(tmp_path / f"a{endung}")[1]] == ["datei-fehlt"]
    assert isinstance(lies_bytes(tmp_path / f"a{endung}"), Verweigerung)


@pytest.mark.parametrize("endung", [".xlsx", ".xls"])
def test_ein_kennwort_wird_genannt(endung: str, tmp_path: Path) -> None:
    (tmp_path / f"a{endung}").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert [b.regel for b in aus_datei(tmp_path / f"a{endung}")[1]] == ["kennwort"]


def test_eine_riesige_csv_wird_nicht_gelesen(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a;" * 3_000_000)
    assert [b.regel for b in aus_datei(tmp_path / "a.csv")[1]] == ["groesse"]
