"""Bad returns: a sentence that names file and remedy; nothing is run, nothing is half written."""

from __future__ import annotations

import io
import json
import os
import signal
import zipfile
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from openpyxl import Workbook
from schreiben.kleinstadt import lege_an
from schreiben.mappen import Buch, inhalt

from macros.befehle.konzept import main as konzept
from macros.modell.befund import Befund, Schwere
from macros.schreiben.runde.akte import Akte, lies_akte
from macros.schreiben.runde.eingang import DATEIEN, lies_ordner
from macros.schreiben.runde.uebernehmen import uebernimm

HEUTE = date(2027, 2, 20)
GRUND = ["--stichtag", HEUTE.isoformat()]


@pytest.fixture
def daten(tmp_path: Path) -> Path:
    return lege_an(tmp_path / "data")


@pytest.fixture
def ordner(daten: Path, tmp_path: Path) -> Path:
    """The folder of a round."""
    ziel = tmp_path / "r"
    assert (
        konzept(["runde", "beginnen", "--bis", "2027-02-28", "--ziel", str(ziel), "--daten", str(daten), *GRUND]) == 0
    )
    return ziel


def nimm(ordner: Path, daten: Path) -> tuple[list[Befund], Akte]:
    """The errors of all returns; the data must be as before."""
    davor, akte = inhalt(daten), lies_akte(ordner)
    ernte = uebernimm(lies_ordner(ordner / "eingang"), akte, daten, HEUTE, teilweise=True)
    assert inhalt(daten) == davor
    return [b for b in ernte.befunde if b.schwere is Schwere.FEHLER], akte


def archiv(**teile: bytes) -> bytes:
    strom = io.BytesIO()
    with zipfile.ZipFile(strom, "w", zipfile.ZIP_DEFLATED) as z:
        for name, roh in teile.items():
            z.writestr(name.replace("__", "/"), roh)
    return strom.getvalue()


def fremde_mappe() -> bytes:
    strom = io.BytesIO()
    Workbook().save(strom)
    return strom.getvalue()


def ods() -> bytes:
    return archiv(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": b"<x/>"})


XLSX = "als „Excel-Arbeitsmappe (.xlsx)“ speichern"


@pytest.mark.parametrize(
    ("name", "roh", "text", "rat"),
    [
        ("a.ods", ods, "OpenDocument-Tabelle (.ods)", XLSX),
        ("a.xlsx", ods, "OpenDocument-Tabelle (.ods)", XLSX),
        ("a.xlsb", lambda: archiv(**{"xl__workbook.bin": b""}), "binäre Excel-Datei (.xlsb)", XLSX),
        ("a.xls", lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "Kennwort geschützt oder im alten Format .xls", ".xlsx"),
        ("a.xlsx", fremde_mappe, "Der versteckte Abdruck fehlt", "Neu exportieren"),
        ("a.pdf", lambda: b"%PDF-1.7", "keine Excel-Arbeitsmappe und keine Mail", "endet auf .xlsx"),
        ("a.msg", lambda: b"\xd0\xcf\x11\xe0", "in seiner eigenen Form gespeichert (.msg)", "Anhang in den Ordner speichern"),
        ("a.exe", lambda: b"MZ", "keine Excel-Arbeitsmappe und keine Mail", "endet auf .xlsx"),
        ("a.eml", lambda: b"From: x\n\nHallo", "hängt keine Excel-Arbeitsmappe", "Um die ausgefüllte Mappe bitten"),
        ("a.eml", lambda: b"From: x\n\n### Massnahme\n\ntreff\n", "ist nicht vollständig", "Die Frage „Maßnahme“ fehlt."),
        ("a.eml", lambda: bytes(range(256)) * 40, "hängt keine Excel-Arbeitsmappe", "Um die ausgefüllte Mappe bitten"),
    ],
)  # fmt: skip
def test_ein_satz_nennt_datei_und_abhilfe(
    ordner: Path, daten: Path, name: str, roh: Callable[[], bytes], text: str, rat: str
) -> None:
    (ordner / "eingang" / name).write_bytes(roh())
    [befund], _ = nimm(ordner, daten)
    assert befund.datei == name
    assert text in befund.text
    assert rat in befund.vorschlag


def test_eine_million_leerer_zeilen(ordner: Path, daten: Path) -> None:
    zeilen = b"".join(b'<row r="%d" s="1"/>' % n for n in range(1, 1_048_577))
    quelle = ordner / "versand" / "amt.xlsx"
    strom = io.BytesIO()
    with zipfile.ZipFile(quelle) as alt, zipfile.ZipFile(strom, "w", zipfile.ZIP_DEFLATED) as neu:
        for teil in alt.namelist():
            roh = alt.read(teil)
            neu.writestr(teil, roh.replace(b"</sheetData>", zeilen + b"</sheetData>") if "sheet3" in teil else roh)
    (ordner / "eingang" / "amt.xlsx").write_bytes(strom.getvalue())
    [befund], _ = nimm(ordner, daten)
    assert befund.datei == "amt.xlsx"
    assert "Ein Blatt ist zu groß" in befund.text
    assert befund.vorschlag.startswith("Leere Zeilen und Spalten löschen")


def test_eine_datei_von_hundert_megabyte_wird_nicht_gelesen(ordner: Path, daten: Path) -> None:
    with (ordner / "eingang" / "amt.xlsx").open("wb") as datei:
        datei.truncate(100_000_000)
    [befund], _ = nimm(ordner, daten)
    assert (befund.datei, befund.text) == ("amt.xlsx", "Die Datei ist größer als 60 MB.")


def test_ein_ordner_mit_tausenden_dateien(ordner: Path, daten: Path) -> None:
    for nummer in range(DATEIEN + 5):
        (ordner / "eingang" / f"{nummer}.xlsx").touch()
    [befund], _ = nimm(ordner, daten)
    assert "mehr als 1000 Dateien" in befund.text
    assert befund.vorschlag


def test_makros_und_verknuepfungen_laufen_nie(ordner: Path, daten: Path) -> None:
    """What is typed is read; a macro stays bytes, a link to another file is a formula and goes back."""
    strom = io.BytesIO()
    quelle = Buch(ordner / "versand" / "amt.xlsx")
    quelle.tippe("Maßnahmen", "Finanzierung", "=[1]Tabelle1!A1", Kennung="treff")
    quelle.pfad = ordner / "eingang" / "amt.xlsm"
    quelle.speichere()
    with zipfile.ZipFile(quelle.pfad) as alt, zipfile.ZipFile(strom, "w") as neu:
        for teil in alt.namelist():
            neu.writestr(teil, alt.read(teil))
        neu.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
    quelle.pfad.write_bytes(strom.getvalue())
    [befund], _ = nimm(ordner, daten)
    assert (befund.datei, befund.regel) == ("amt.xlsm", "formel")


def test_eine_mappe_einer_anderen_gemeinde(ordner: Path, daten: Path, tmp_path: Path) -> None:
    andere = lege_an(tmp_path / "b")
    gemeinde = andere / "gemeinde.yaml"
    gemeinde.write_text(gemeinde.read_text("utf-8").replace("01234567", "76543210"), encoding="utf-8")
    konzept(["excel", "export", str(ordner / "eingang" / "x.xlsx"), "--daten", str(andere), *GRUND])
    [befund], akte = nimm(ordner, daten)
    assert befund.regel == "gemeinde"
    assert befund.vorschlag == "Die Mappe dieser Gemeinde ausfüllen."
    assert [(e.name, e.gelesen) for e in akte.eingaenge] == [("x.xlsx", False)]


def test_eine_gefaelschte_mail_bekommt_kein_vertrauen(ordner: Path, daten: Path) -> None:
    """Names of attachments are only shown; the part follows from the workbook, never from the sender."""
    mail = EmailMessage()
    mail["From"] = "Amt <amt@example.org>"
    mail.set_content("<script>alert(1)</script>")
    roh = (ordner / "versand" / "ohne-federfuehrung.xlsx").read_bytes()
    mail.add_attachment(roh, maintype="application", subtype="pdf", filename="../../data/gemeinde.xlsx")
    (ordner / "eingang" / "a.eml").write_bytes(mail.as_bytes())
    befunde, akte = nimm(ordner, daten)
    assert befunde == []
    assert [(e.name, e.teil) for e in akte.eingaenge] == [("a.eml: ../../data/gemeinde.xlsx", "ohne-federfuehrung")]


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "{{ 7*7 }}", "{% raw %}", "=cmd|' /C calc'!A0", "\u202eboese"]
)
def test_boeser_text_geht_zurueck(ordner: Path, daten: Path, text: str) -> None:
    buch = Buch(ordner / "versand" / "amt.xlsx")
    for titel, wert in (("Datum", "15.02.2027"), ("Stand", "in Umsetzung"), ("Text", text)):
        buch.tippe("Maßnahmen", f"Neuer Bericht: {titel}", wert, Kennung="treff")
    buch.pfad = ordner / "eingang" / "amt.xlsx"
    buch.speichere()
    befunde, akte = nimm(ordner, daten)
    assert {b.datei for b in befunde} == {"amt.xlsx"}
    assert [e.offen for e in akte.eingaenge] == [["treff"]]


def test_eine_beschaedigte_runde_sagt_was_zu_tun_ist(
    ordner: Path, daten: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    akte = json.loads((ordner / "runde.json").read_text("utf-8"))
    for kaputt in ("", "{", "[]", "[" * 100_000, json.dumps({**akte, "bis": "bald"}), json.dumps({**akte, "mehr": 1})):
        (ordner / "runde.json").write_text(kaputt, encoding="utf-8")
        assert konzept(["runde", "stand", str(ordner), "--daten", str(daten), *GRUND]) == 1
        assert "Holen Sie die Datei aus einer Sicherung" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("mehr", "text"),
    [
        (["--bis", "2027-01-01"], "Der 01.01.2027 ist schon vorbei."),
        (["--bis", "2027-03-01", "--massnahmen", "tref"], "Die Maßnahme „tref“ gibt es nicht. Meinten Sie „treff“?"),
        (["--bis", "2027-03-01", "--an", "bauamt=a@b.de"], "„bauamt“ bekommt keinen Brief."),
        (["--bis", "2027-03-01", "--an", "amt=nirgendwo"], "„nirgendwo“ ist keine E-Mail-Adresse."),
    ],
)
def test_was_keine_runde_ergibt(
    daten: Path, tmp_path: Path, mehr: list[str], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ziel = tmp_path / "neu"
    assert konzept(["runde", "beginnen", *mehr, "--ziel", str(ziel), "--daten", str(daten), *GRUND]) == 1
    assert text in capsys.readouterr().err
    assert not ziel.exists()


def test_eine_runde_liegt_nie_in_den_daten_und_ersetzt_nichts(daten: Path, ordner: Path) -> None:
    davor = inhalt(ordner)
    for ziel in (daten / "runde", ordner):
        assert (
            konzept(["runde", "beginnen", "--bis", "2027-03-01", "--ziel", str(ziel), "--daten", str(daten), *GRUND])
            == 1
        )
    assert inhalt(ordner) == davor


def test_was_neben_der_runde_liegt_wird_weder_geloescht_noch_betreten(daten: Path, tmp_path: Path) -> None:
    """A name that can be guessed may be somebody's, or lead somewhere."""
    fremd, woanders = tmp_path / ".eins.neu", tmp_path / "woanders"
    fremd.mkdir()
    (fremd / "brief.txt").write_text("wichtig", "utf-8")
    woanders.mkdir()
    (tmp_path / ".zwei.neu").symlink_to(woanders)
    for name in ("eins", "zwei"):
        ziel = tmp_path / name
        assert (
            konzept(["runde", "beginnen", "--bis", "2027-02-28", "--ziel", str(ziel), "--daten", str(daten), *GRUND])
            == 0
        )
        assert (ziel / "runde.json").is_file()
        assert not ziel.is_symlink()
    assert (fremd / "brief.txt").read_text("utf-8") == "wichtig"
    assert list(woanders.iterdir()) == []


@pytest.mark.parametrize("wort", [None, 3, [], {}, [1], {"a": []}])
@pytest.mark.parametrize("ort", ["bis", "seit", "teile", "eingaenge", "teile.0", "teile.0.name", "teile.0.massnahmen"])
def test_eine_verdorbene_akte_wird_in_einem_satz_genannt(
    daten: Path, ordner: Path, ort: str, wort: object, capsys: pytest.CaptureFixture[str]
) -> None:
    if (ort, wort) in (("teile", []), ("eingaenge", []), ("teile.0.massnahmen", {})):
        return  # that is no fault of form
    akte = json.loads((ordner / "runde.json").read_text("utf-8"))
    stelle, (*davor, letzt) = akte, ort.split(".")
    for teil in davor:
        stelle = stelle[int(teil) if teil.isdigit() else teil]
    stelle[int(letzt) if letzt.isdigit() else letzt] = wort
    (ordner / "runde.json").write_text(json.dumps(akte), "utf-8")
    assert konzept(["runde", "stand", str(ordner), "--daten", str(daten), *GRUND]) == 1
    assert "runde.json lässt sich nicht lesen" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes")
def test_eine_akte_die_keine_datei_ist_haelt_niemanden_auf(
    daten: Path, ordner: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where somebody waits at the other end, nothing ever comes."""
    (ordner / "runde.json").unlink()
    os.mkfifo(ordner / "runde.json")
    signal.alarm(20)
    try:
        assert konzept(["runde", "stand", str(ordner), "--daten", str(daten), *GRUND]) == 1
    finally:
        signal.alarm(0)
    assert "runde.json lässt sich nicht lesen" in capsys.readouterr().err


def test_ein_eingang_ohne_tag_verdirbt_die_akte(daten: Path, ordner: Path, capsys: pytest.CaptureFixture[str]) -> None:
    akte = json.loads((ordner / "runde.json").read_text("utf-8"))
    akte["eingaenge"] = [{"pruefsumme": "0", "name": "a.xlsx", "teil": "amt", "am": "gestern"}]
    (ordner / "runde.json").write_text(json.dumps(akte), "utf-8")
    assert konzept(["runde", "stand", str(ordner), "--daten", str(daten), *GRUND]) == 1
    assert "runde.json lässt sich nicht lesen" in capsys.readouterr().err


def test_eine_schon_gelesene_mappe_nennt_den_tag(ordner: Path, daten: Path) -> None:
    (ordner / "eingang" / "amt.xlsx").write_bytes((ordner / "versand" / "amt.xlsx").read_bytes())
    akte = lies_akte(ordner)
    uebernimm(lies_ordner(ordner / "eingang"), akte, daten, HEUTE, teilweise=True)
    noch_einmal = uebernimm(lies_ordner(ordner / "eingang"), akte, daten, HEUTE, teilweise=True)
    assert [(b.regel, b.text) for b in noch_einmal.befunde] == [
        ("schon-gelesen", "Diese Datei wurde am 20.02.2027 schon eingelesen; sie ändert nichts mehr.")
    ]
