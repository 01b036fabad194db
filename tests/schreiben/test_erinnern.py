"""Reminders and comments: what is due, and one issue or comment instead of many."""

from __future__ import annotations

import json
import stat
import sys
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from macros.ausgabe.melden.meldewege import render_erinnerung
from macros.befehle.erinnern import halte_aktuell
from macros.befehle.konzept import main as konzept
from macros.modell.plan import Plan
from macros.sichten.faellig import faelliges

GH = """#!{python}
import json, os, pathlib, sys
ordner = pathlib.Path({ordner!r})
worte = sys.argv[1:]
eingabe = json.load(sys.stdin) if "--input" in worte else None
with (ordner / "aufrufe.jsonl").open("a") as datei:
    datei.write(json.dumps({{"worte": worte, "eingabe": eingabe}}) + "\\n")
if (ordner / "fehler").exists():
    sys.stderr.write("HTTP 403")
    sys.exit(1)
if "--method" not in worte:
    sys.stdout.write((ordner / "antwort.json").read_text())
"""


class Gh:
    """Stands in for the command-line tool of GitHub and notes every call."""

    def __init__(self, ordner: Path) -> None:
        self.ordner = ordner
        programm = ordner / "gh"
        programm.write_text(GH.format(python=sys.executable, ordner=str(ordner)))
        programm.chmod(programm.stat().st_mode | stat.S_IXUSR)

    def antworte(self, daten: Any) -> None:
        (self.ordner / "antwort.json").write_text(json.dumps(daten))

    def aufrufe(self) -> list[dict[str, Any]]:
        """The calls that change something, since the last time."""
        datei = self.ordner / "aufrufe.jsonl"
        alle = [json.loads(zeile) for zeile in datei.read_text().splitlines()]
        datei.unlink()
        return [a for a in alle if "--method" in a["worte"]]


@pytest.fixture
def gh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gh:
    ordner = tmp_path / "bin"
    ordner.mkdir()
    monkeypatch.setenv("PATH", str(ordner), prepend=":")
    monkeypatch.setenv("GITHUB_REPOSITORY", "musterstadt/konzept")
    return Gh(ordner)


def test_faellig_ist_was_ein_jahr_ohne_bericht_ist(plan: Plan) -> None:
    liste = faelliges(plan, date(2026, 6, 30))
    assert {m.id: seit for m, seit in liste.massnahmen} == {
        "wohnlots-innen": date(2025, 4, 15),
        "offene-vereine": None,
    }
    assert [i.id for i in liste.indikatoren] == ["beschaeftigte"]


def test_genau_ein_jahr_ist_noch_nicht_faellig(plan: Plan) -> None:
    assert "wohnlots-innen" not in {m.id for m, _ in faelliges(plan, date(2026, 4, 15)).massnahmen}
    assert "wohnlots-innen" in {m.id for m, _ in faelliges(plan, date(2026, 4, 16)).massnahmen}


def test_jeder_punkt_fuehrt_zum_formular(plan: Plan) -> None:
    text = render_erinnerung(plan, faelliges(plan, date(2026, 6, 30)))
    assert (
        text.count("[melden](https://example.org/musterstadt/integrationskonzept/-/issues/new?issue%5Btitle%5D=") == 3
    )
    assert "zuletzt berichtet am 15.04.2025" in text
    assert "Offene Vereine: noch nicht berichtet" in text
    assert "Wohnlots&#42;innen" in text


def test_ein_alter_rechtsstand_wird_genannt(musterstadt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ueberschrift = "### Rechtsstände, die vor mehr als zwei Jahren nachgesehen wurden"
    assert konzept(["erinnern", "--daten", str(musterstadt), "--stichtag", "2028-03-02"]) == 0
    assert ueberschrift not in capsys.readouterr().out
    assert konzept(["erinnern", "--daten", str(musterstadt), "--stichtag", "2028-03-03"]) == 0
    _, liste = capsys.readouterr().out.split(f"\n\n{ueberschrift}\n\n")
    assert "- Brücke e. V. (Auskunft der Gemeinde): nachgesehen am 02.03.2026\n" in liste
    assert "- MSO (§ 56 BGB): nachgesehen am 02.03.2026\n" in liste


def test_je_federfuehrung_ein_brief(musterstadt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    befehl = ["erinnern", "--daten", str(musterstadt), "--stichtag", "2026-06-30", "--briefe", str(tmp_path / "b")]
    assert konzept([*befehl, "--an", "wohnungsgesellschaft=post@example.org"]) == 0
    brief = message_from_bytes((tmp_path / "b" / "wohnungsgesellschaft.eml").read_bytes(), policy=default)
    assert (brief["X-Unsent"], brief["To"]) == ("1", "post@example.org")
    koerper = brief.get_body()
    assert koerper is not None
    assert "Wohnlots*innen: zuletzt berichtet am 15.04.2025" in koerper.get_content()
    assert "Offene Vereine: noch nicht berichtet" in (tmp_path / "b" / "ohne-federfuehrung.txt").read_text("utf-8")
    assert konzept([*befehl, "--an", "rat=x"]) == 1
    assert konzept([*befehl[:-1], str(musterstadt / "b")]) == 1


def test_die_liste_im_terminal(musterstadt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept(["erinnern", "--daten", str(musterstadt), "--stichtag", "2026-06-30"]) == 0
    assert "erwartet bis 31.03.2026" in capsys.readouterr().out


def test_eine_meldung_wird_angelegt_erneuert_und_geschlossen(gh: Gh, musterstadt: Path) -> None:
    befehl = ["--daten", str(musterstadt), "--stichtag", "2026-06-30", "--meldung"]
    gh.antworte([])
    assert konzept(["erinnern", *befehl]) == 0
    [anlegen] = gh.aufrufe()
    assert anlegen["worte"][:4] == ["api", "--method", "POST", "repos/musterstadt/konzept/issues"]
    assert anlegen["eingabe"]["labels"] == ["erinnerung"]
    gh.antworte([{"number": 9, "pull_request": {}}, {"number": 12}])
    assert konzept(["erinnern", *befehl]) == 0
    [erneuern] = gh.aufrufe()
    assert erneuern["worte"][2:4] == ["PATCH", "repos/musterstadt/konzept/issues/12"]
    assert halte_aktuell("musterstadt/konzept", "", leer=True) == "Nichts ist fällig."
    [schliessen] = gh.aufrufe()
    assert schliessen["eingabe"] == {"state": "closed"}


def test_ein_kommentar_wird_ersetzt_statt_wiederholt(gh: Gh, tmp_path: Path) -> None:
    text = tmp_path / "bericht.md"
    text.write_text("Neu")
    fremd = {"id": 1, "user": {"login": "jemand"}, "body": "<!-- bericht -->\nNachgemacht"}
    gh.antworte([[fremd]])
    assert konzept(["rueckmelden", "7", str(text), "--marke", "bericht"]) == 0
    [anlegen] = gh.aufrufe()
    assert anlegen["worte"][2:4] == ["POST", "repos/musterstadt/konzept/issues/7/comments"]
    assert anlegen["eingabe"] == {"body": "<!-- bericht -->\nNeu"}
    eigener = {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "<!-- bericht -->\nAlt"}
    gh.antworte([[fremd], [eigener]])
    text.write_text("Satz\n" * 20_000)
    assert konzept(["rueckmelden", "7", str(text), "--marke", "bericht"]) == 0
    [ersetzen] = gh.aufrufe()
    assert ersetzen["worte"][2:4] == ["PATCH", "repos/musterstadt/konzept/issues/comments/2"]
    assert len(ersetzen["eingabe"]["body"]) < 65_000
    assert "… und mehr" in ersetzen["eingabe"]["body"]


def test_wenn_github_ablehnt(gh: Gh, tmp_path: Path, musterstadt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (gh.ordner / "fehler").touch()
    (tmp_path / "x.md").write_text("x")
    assert konzept(["rueckmelden", "7", str(tmp_path / "x.md"), "--marke", "bericht"]) == 1
    assert konzept(["erinnern", "--daten", str(musterstadt), "--stichtag", "2026-06-30", "--meldung"]) == 1
    assert capsys.readouterr().err.count("HTTP 403") == 2
