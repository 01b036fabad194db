"""Reports from the page's form, as mail or file: people's mail programs change them, and the report stays the same."""

from __future__ import annotations

import os
import shutil
from email.message import EmailMessage
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from schreiben.kleinstadt import lege_an
from schreiben.mappen import inhalt

from macros.befehle.konzept import main as konzept

MELDUNG = """\
### Maßnahme

treff

### Tag

2026-06-15

### Stand

in Umsetzung

### Läuft es nach Plan?

im Plan

### Wer berichtet?



### Beleg

Vermerk vom 15.06.2026

### Adresse des Belegs

https://example.org/vermerk

### Erledigte Schritte

2

### Bericht

Der Raum ist offen.
### Stand
umgesetzt

### Ende der Meldung
"""
BERICHT = {
    "datum": "2026-06-15",
    "stand": "in_umsetzung",
    "ampel": "im_plan",
    "text": "Der Raum ist offen. ### Stand umgesetzt",
    "beleg": {"text": "Vermerk vom 15.06.2026", "url": "https://example.org/vermerk"},
}


@pytest.fixture
def daten(tmp_path: Path) -> Path:
    return lege_an(tmp_path / "data")


def nimm(daten: Path, *dateien: Path) -> int:
    return konzept(["meldung", "uebernehmen", *map(str, dateien), "--daten", str(daten), "--stichtag", "2026-06-30"])


def treff(daten: Path) -> dict[str, object]:
    satz: dict[str, object] = YAML(typ="safe", pure=True).load(daten / "massnahmen/treff.yaml")
    for b in satz["sachstaende"]:  # type: ignore[attr-defined]
        b["datum"] = str(b["datum"])
    return satz


def mail(text: str, html: bool = False) -> bytes:
    brief = EmailMessage()
    brief["From"], brief["Subject"] = "Erika Muster <erika.muster@example.org>", "Stand melden"
    brief.set_content(text, subtype="html" if html else "plain")
    return brief.as_bytes()


GRUSS = "\n--\nErika Muster, Telefon 0511 1234567\n"
HTML = "<style>x{}</style>" + "".join(f"<p>{z or '&nbsp;'}</p>" for z in MELDUNG.split("\n")) + f"<p>{GRUSS}</p>"


@pytest.mark.parametrize(
    ("name", "roh"),
    [
        ("a.txt", MELDUNG.encode()),
        ("a.txt", b"\xef\xbb\xbf" + MELDUNG.replace("\n", "\r\n").encode()),
        ("a.eml", mail(MELDUNG + GRUSS)),
        ("a.eml", mail("Guten Tag,\n\nanbei.\n\n" + "".join(f"> {z}\n" for z in MELDUNG.split("\n")) + GRUSS)),
        ("a.eml", mail(MELDUNG.replace("Der Raum ist offen.", "Der Raum\nist offen."))),
        ("a.eml", mail(HTML, html=True)),
    ],
    ids=["datei", "windows", "mit-unterschrift", "zitiert", "umbrochen", "html"],
)
def test_die_meldung_bleibt_was_sie_war(daten: Path, tmp_path: Path, name: str, roh: bytes) -> None:
    (tmp_path / name).write_bytes(roh)
    assert nimm(daten, tmp_path / name) == 0
    satz = treff(daten)
    berichte = satz["sachstaende"]
    assert isinstance(berichte, list)
    assert berichte[-1] | {"text": " ".join(berichte[-1]["text"].split())} == BERICHT
    assert [str(s.get("erledigt_am", "")) for s in satz["schritte"]] == ["2026-03-20", "2026-06-15"]  # type: ignore[attr-defined]
    davor = inhalt(daten)
    assert nimm(daten, tmp_path / name) == 0
    assert inhalt(daten) == davor, "the same report twice changes nothing"


def test_die_massnahme_darf_aus_der_liste_kommen(daten: Path, tmp_path: Path) -> None:
    (tmp_path / "m.txt").write_text(MELDUNG.replace("\ntreff\n", "\n3.1 Treffpunkt (treff)\n", 1), encoding="utf-8")
    assert nimm(daten, tmp_path / "m.txt") == 0
    assert len(treff(daten)["sachstaende"]) == 2  # type: ignore[arg-type]


ZAHLEN = """\
### Indikator

bevoelkerung

### Stichtag

31.03.2026

### Woher kommt die Zahl?

Einwohnerstatistik vom 05.04.2026

### Hinweis



### Zahlen

insgesamt = 31000
deutsch = 26300
ausländisch = 4700

### Ende der Meldung
"""


def test_auch_zahlen_kommen_als_text(musterstadt: Path, tmp_path: Path) -> None:
    daten = Path(shutil.copytree(musterstadt, tmp_path / "data"))
    (tmp_path / "zahlen.txt").write_text(ZAHLEN, encoding="utf-8")
    assert nimm(daten, tmp_path / "zahlen.txt") == 0
    neu = [z for z in (daten / "indikatoren/bevoelkerung.csv").read_text("utf-8").splitlines() if "2026-03-31" in z]
    assert [z.split(",")[1:3] for z in neu] == [["insgesamt", "31000"], ["deutsch", "26300"], ["ausländisch", "4700"]]


@pytest.mark.parametrize(
    ("alt", "neu", "sagt"),
    [
        ("\ntreff\n", "\ntref\n", "Meinten Sie „treff“?"),
        ("2026-06-15\n", "irgendwann\n", "Tag"),
        ("in Umsetzung", "läuft", "„läuft“ steht nicht zur Wahl."),
        ("### Stand\n\nin", "### Zustand\n\nin", "Die Frage „Läuft es nach Plan?“ fehlt."),
        ("\n2\n", "\n7\n", "„7“ ist keine Nummer eines Schritts. Nummern von 1 bis 2"),
        ("Der Raum ist offen.", "Fragen an Frau Müller.", "sieht nach dem Namen einer Person aus"),
        ("Der Raum ist offen.", "Telefon 0511 1234567", "sieht nach einer Telefonnummer aus"),
        ("Der Raum ist offen.", "<script>x</script>", "HTML"),
        ("Der Raum ist offen.", "{{ 1 }}", "nicht erlaubt"),
    ],
)
def test_jede_ablehnung_nennt_datei_und_abhilfe(
    daten: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], alt: str, neu: str, sagt: str
) -> None:
    (tmp_path / "m.txt").write_text(MELDUNG.replace(alt, neu, 1), encoding="utf-8")
    davor = inhalt(daten)
    assert nimm(daten, tmp_path / "m.txt") == 1
    ausgabe = capsys.readouterr().out
    assert "m.txt" in ausgabe
    assert sagt in ausgabe
    assert inhalt(daten) == davor


@pytest.mark.parametrize("roh", [b"", b"\xff\xfe\x00", bytes(range(256)), b"x" * 2_000_000])
@pytest.mark.parametrize("name", ["a.txt", "a.eml", "a.exe"])
def test_was_keine_meldung_ist(daten: Path, tmp_path: Path, name: str, roh: bytes) -> None:
    (tmp_path / name).write_bytes(roh)
    davor = inhalt(daten)
    assert nimm(daten, tmp_path / name) == 1
    assert inhalt(daten) == davor


def test_eine_schlechte_haelt_die_gute_nicht_auf(daten: Path, tmp_path: Path) -> None:
    (tmp_path / "gut.txt").write_text(MELDUNG, encoding="utf-8")
    (tmp_path / "schlecht.txt").write_text("x", encoding="utf-8")
    assert nimm(daten, tmp_path / "schlecht.txt", tmp_path / "gut.txt", tmp_path / "fehlt.txt") == 1
    assert len(treff(daten)["sachstaende"]) == 2  # type: ignore[arg-type]


def test_eine_riesige_datei_wird_nicht_ganz_gelesen_und_kein_name_steuert_das_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    daten = lege_an(tmp_path / "data")
    mail = tmp_path / "\x1b[2Ja.eml"
    mail.touch()
    os.truncate(mail, 50_000_000_000)  # a hole, no bytes on the disk
    assert konzept(["meldung", "uebernehmen", str(mail), "--daten", str(daten)]) == 1
    gesagt = capsys.readouterr().out
    assert "größer als 1 MB" in gesagt and "\x1b" not in gesagt
