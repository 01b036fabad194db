"""The whole year of an editor, on the fictional town in a git repository of its own."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from gebaut import baue
from schreiben.mappen import HEUTE, Buch, exportiere, inhalt

from macros.befehle.konzept import main as konzept
from macros.pruefung import pruefe_ordner
from macros.schreiben.formatieren import formatiere
from macros.sichten.aenderungen import aenderungen

BERICHTE = {
    "sprachtreffs": (date(2026, 6, 1), "Daueraufgabe", "im Plan", "Alle drei Treffs laufen.", "Quartalsbericht II"),
    "offene-vereine": (date(2026, 6, 2), "in Vorbereitung", None, "Ein Verein macht mit.", "Protokoll vom 02.06.2026"),
    "wohnlots-innen": (date(2026, 6, 3), "in Umsetzung", "gefährdet", "Zwei Stellen sind frei.", None),
    "dolmetschpool": (date(2026, 6, 4), "umgesetzt", None, "Der Pool steht.", "Jahresbericht 2025"),
}
TITEL = ("Datum", "Stand", "Ampel", "Text", "Beleg")
EINWOHNER = {"insgesamt": 30600, "deutsch": 26200, "ausländisch": 4400}


def git(*worte: str) -> None:
    wer = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *wer, *worte], check=True, capture_output=True)


def fuelle_aus(buch: Buch) -> int:
    """Thirty-three cells as people fill them in; returns how many."""
    zahl = 0
    for kennung, werte in BERICHTE.items():
        for titel, wert in zip(TITEL, werte, strict=True):
            if wert is not None:
                buch.tippe("Maßnahmen", f"Neuer Bericht: {titel}", wert, Kennung=kennung)
                zahl += 1
    for gruppe, wert in EINWOHNER.items():
        schluessel = {"Kennung": "bevoelkerung", "Stichtag": "2026-12-31", "Gliederung 1": gruppe}
        blatt = "Menschen in Musterstadt"
        reihe = buch.reihe(blatt, **schluessel)
        zellen = {"Stichtag": date(2026, 3, 31), "Wert": wert, "Hinweis": "vorläufig", "Quelle": "einwohnerstatistik"}
        for titel, eintrag in zellen.items():
            buch.blatt(blatt).cell(reihe, buch.spalte(blatt, titel)).value = eintrag
            zahl += 1
    buch.tippe("Maßnahmen", "Sozialraumbezug", "Innenstadt und Nordviertel", Kennung="sprachtreffs")
    buch.tippe("Maßnahmen", "Federführung", "Volkshochschule Musterstadt", Kennung="sprachtreffs")
    buch.tippe("Maßnahmen", "Kosten in Euro", 19000, Kennung="sprachtreffs")
    reihe = buch.reihe("Schritte", Kennung="sprachtreffs", **{"Schritt Nr.": "3"})
    buch.blatt("Schritte").cell(reihe, buch.spalte("Schritte", "erledigt am")).value = date(2026, 5, 20)
    return zahl + 4


@pytest.mark.langsam
def test_das_ganze_jahr(
    daten: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    git("add", "data")
    git("commit", "-q", "-m", "Start")
    vorher, _ = pruefe_ordner(daten, date.fromisoformat(HEUTE))
    buch = exportiere(daten, tmp_path / "bericht.xlsx")
    assert fuelle_aus(buch) == 33
    befehl = ["import", str(buch.speichere()), "--daten", "data", "--stichtag", HEUTE]
    assert konzept(["excel", *befehl]) == 0

    nachher, befunde = pruefe_ordner(daten, date.fromisoformat(HEUTE))
    assert befunde == []
    assert formatiere(daten) == ({}, [])

    capsys.readouterr()
    assert konzept(["vergleich", "HEAD", "data"]) == 0
    assert capsys.readouterr().out == ERWARTET

    assert vorher is not None
    assert nachher is not None
    heute = date.fromisoformat(HEUTE)
    neue = {a.schluessel for a in aenderungen(nachher, heute)} - {a.schluessel for a in aenderungen(vorher, heute)}
    assert neue == {
        "massnahmen/sprachtreffs/sachstand/2026-06-01",
        "massnahmen/sprachtreffs/schritt/2026-05-20",
        "massnahmen/offene-vereine/sachstand/2026-06-02",
        "massnahmen/wohnlots-innen/sachstand/2026-06-03",
        "massnahmen/dolmetschpool/sachstand/2026-06-04",
        "indikatoren/bevoelkerung/2026-03-31/2026-06-30",
    }

    ziel = tmp_path / "seite"
    lauf = baue(daten, ziel, "--stichtag", HEUTE)
    assert lauf.returncode == 0, lauf.stderr
    assert "Alle drei Treffs laufen." in (ziel / "massnahmen/sprachtreffs/index.html").read_text()
    assert "Alle drei Treffs laufen." in (ziel / "aenderungen/index.html").read_text()
    feeds = "".join(p.read_text() for p in ziel.rglob("*.xml") if "feed" in p.name)
    assert "2026-06-01" in feeds

    stand = inhalt(daten)
    capsys.readouterr()
    assert konzept(["excel", *befehl]) == 0
    assert capsys.readouterr().out == "Die Datei enthält keine Änderung gegenüber den Daten.\n"
    assert inhalt(daten) == stand

    pfad = daten / "massnahmen/sprachtreffs.yaml"
    pfad.write_text(pfad.read_text().replace("sozialraum: Innenstadt und Nordviertel", "sozialraum: Südstadt"))
    assert konzept(["excel", *befehl]) == 1
    text = capsys.readouterr().out
    assert "Hier steht „Innenstadt und Nordviertel“, in den Daten aber inzwischen „Südstadt“." in text
    assert "Es wurde nichts geändert." in text


ERWARTET = """\
Maßnahmen
  - 3.1.1 Sprachtreffs in den Stadtteilen: Stand in Umsetzung → Daueraufgabe, im Plan (Sachstand vom 01.06.2026: „Alle drei Treffs laufen.“)
  - 3.2.1 Wohnlots*innen: Stand Daueraufgabe → in Umsetzung, gefährdet (Sachstand vom 03.06.2026: „Zwei Stellen sind frei.“)
  - 3.2.3 Dolmetschpool: Stand vorgeschlagen → umgesetzt (Sachstand vom 04.06.2026: „Der Pool steht.“)
  - 3.3.2 Offene Vereine: Stand noch nicht berichtet → in Vorbereitung (Sachstand vom 02.06.2026: „Ein Verein macht mit.“)
  - 3.1.1 Sprachtreffs in den Stadtteilen: Sozialraumbezug: „Innenstadt, Nordviertel und Großfeldsiedlung“ → „Innenstadt und Nordviertel“
  - 3.1.1 Sprachtreffs in den Stadtteilen: Schritt 3, erledigt am: 20.05.2026 (bisher nicht angegeben)
  - 3.1.1 Sprachtreffs in den Stadtteilen: Federführung: Fachdienst Zusammenleben → Volkshochschule Musterstadt
  - 3.1.1 Sprachtreffs in den Stadtteilen: Kosten in Euro: 18.500,5 → 19.000

Zahlen
  - Einwohner*innen 31.03.2026: 30.600 (+0,3 % gegenüber 31.12.2025)
  - Einwohner*innen 31.03.2026, deutsch: 26.200 (−0,2 % gegenüber 31.12.2025)
  - Einwohner*innen 31.03.2026, ausländisch: 4.400 (+2,9 % gegenüber 31.12.2025)
"""
