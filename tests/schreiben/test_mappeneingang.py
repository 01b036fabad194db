"""Workbooks in the folder `eingang`: each taken whole or answered by cell, and the taken ones are gone afterwards."""

from __future__ import annotations

import io
import json
import subprocess
import threading
import zipfile
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from schreiben.kleinstadt import HEUTE, lege_an
from schreiben.mappen import Buch, inhalt

from macros.befehle.konzept import main as konzept
from macros.pruefung import pruefe_ordner
from macros.schreiben.excel.ausfuhr import als_mappe

TAG = ["--stichtag", "2026-06-30"]
NEU_DATUM, NEU_STAND = "Neuer Bericht: Datum", "Neuer Bericht: Stand"


@pytest.fixture
def daten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A town of a few lines in a folder to stand in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "eingang").mkdir()
    (tmp_path / "eingang/README.md").write_text("Hierhin.\n", "utf-8")
    return lege_an(tmp_path / "data")


def mappe(daten: Path, ziel: Path) -> Buch:
    plan, _ = pruefe_ordner(daten, HEUTE)
    assert plan is not None
    ziel.write_bytes(als_mappe(plan))
    return Buch(ziel)


def mit_bericht(daten: Path, name: str, stand: str = "in Vorbereitung") -> Path:
    """A workbook with one report on the festival."""
    buch = mappe(daten, Path("eingang") / name)
    buch.tippe("Maßnahmen", NEU_DATUM, HEUTE, Kennung="fest")
    buch.tippe("Maßnahmen", NEU_STAND, stand, Kennung="fest")
    return buch.speichere()


def rufe(daten: Path, *weitere: str) -> int:
    return konzept(["eingang", "--daten", str(daten), *TAG, *weitere])


def test_eine_gute_mappe_steht_danach_in_den_daten_und_ist_fort(
    daten: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    datei = mit_bericht(daten, "bauamt.xlsx")
    assert rufe(daten) == 0
    ausgabe = capsys.readouterr().out
    assert "  - datum: 2026-06-30\n    stand: in_vorbereitung\n" in (daten / "massnahmen/fest.yaml").read_text("utf-8")
    assert "### bauamt.xlsx\n\nÜbernommen: eine geänderte Datei." in ausgabe
    assert "Straßenfest" in ausgabe
    assert "Vorschlag" not in ausgabe
    assert not datei.exists()
    assert Path("eingang/README.md").exists()


def test_eine_falsche_bleibt_liegen_und_wird_mit_der_zelle_beantwortet(
    daten: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gut, schlecht = mit_bericht(daten, "a.xlsx"), mit_bericht(daten, "b.xlsx", "läuft irgendwie")
    assert rufe(daten) == 1
    ausgabe = capsys.readouterr().out
    assert not gut.exists()
    assert schlecht.exists()
    assert "### b.xlsx\n\nVon dieser Datei wurde nichts übernommen." in ausgabe
    assert "Blatt „Maßnahmen“, Spalte „Neuer Bericht: Stand“" in ausgabe
    assert "So geht es weiter" in ausgabe


def test_was_keine_mappe_ist_wird_genannt_und_nicht_geloescht(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("eingang/bild.png").write_bytes(b"\x89PNG")
    davor = inhalt(daten)
    assert rufe(daten) == 1
    assert "keine Excel-Arbeitsmappe" in capsys.readouterr().out
    assert Path("eingang/bild.png").exists()
    assert inhalt(daten) == davor


def test_ein_leerer_eingang_ist_kein_fehler(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rufe(daten) == 0
    assert capsys.readouterr().out == "Im Ordner liegt keine Mappe.\n"


def test_haben_die_daten_fehler_bleibt_jede_mappe_liegen(daten: Path) -> None:
    datei = mit_bericht(daten, "a.xlsx")
    (daten / "massnahmen/treff.yaml").write_text("id: treff\n", "utf-8")
    assert rufe(daten) == 1
    assert datei.exists()


def test_zwei_sagen_verschiedenes_und_niemand_entscheidet_von_selbst(daten: Path) -> None:
    """The workbook to decide in lies outside the folder, else the next call would take it as it is."""
    for name, tag in (("a.xlsx", "2026-07-01"), ("b.xlsx", "2026-08-01")):
        buch = mappe(daten, Path("eingang") / name)
        buch.tippe("Schritte", "geplant bis", tag, Kennung="treff", Schritt="Raum öffnen.")
        buch.mappe.properties.creator = buch.mappe.properties.lastModifiedBy = "Erika Beispiel"
        buch.blatt("Schritte")["A1"].comment = Comment("so", "Erika Beispiel")
        buch.speichere()
    assert rufe(daten) == 1
    assert sorted(p.name for p in Path("eingang").iterdir()) == ["README.md", "b.xlsx"]
    antwort = Path("antworten/b-konflikte.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(antwort)) as archiv:
        assert not any(b"Erika" in archiv.read(name) for name in archiv.namelist())
    davor = inhalt(daten)
    assert rufe(daten) == 1
    assert inhalt(daten) == davor


def test_anhaenge_einer_mail_zaehlen_wie_mappen(daten: Path) -> None:
    datei = mit_bericht(daten, "m.xlsx")
    brief = EmailMessage()
    brief["Subject"] = "Rückmeldung"
    brief.set_content("Anbei.")
    brief.add_attachment(datei.read_bytes(), maintype="application", subtype="octet-stream", filename="m.xlsx")
    Path("eingang/post.eml").write_bytes(brief.as_bytes())
    datei.unlink()
    assert rufe(daten) == 0
    assert not Path("eingang/post.eml").exists()
    assert "in_vorbereitung" in (daten / "massnahmen/fest.yaml").read_text("utf-8")


def test_aus_einem_stand_wird_nur_der_ordner_gelesen(daten: Path, tmp_path: Path) -> None:
    """As the workflow calls it: the branch brings a workbook and other things; only the workbook counts."""
    wer = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run([*wer, "init", "-q", "-b", "main"], check=True)
    subprocess.run([*wer, "add", "data"], check=True)
    subprocess.run([*wer, "commit", "-q", "-m", "Start"], check=True)
    subprocess.run([*wer, "switch", "-q", "-c", "meine-mappe"], check=True)
    mit_bericht(daten, "a.xlsx")
    (daten / "gemeinde.yaml").write_text("name: Anders\n", "utf-8")
    subprocess.run([*wer, "add", "."], check=True)
    subprocess.run([*wer, "commit", "-q", "-m", "Mappe"], check=True)
    subprocess.run([*wer, "switch", "-q", "main"], check=True)
    bericht, ausgabe = tmp_path / "bericht.md", tmp_path / "ausgabe"
    assert rufe(Path("data"), "--aus", "meine-mappe", "--bericht", str(bericht), "--ausgabe", str(ausgabe)) == 0
    assert ausgabe.read_text("utf-8") == "geaendert=true\nzurueck=false\n"
    assert "Squash and merge" in bericht.read_text("utf-8")
    anders = subprocess.run([*wer, "status", "--porcelain", "data"], capture_output=True, text=True, check=True).stdout
    assert anders == " M data/massnahmen/fest.yaml\n"


def test_einen_stand_den_es_nicht_gibt_nennt_die_meldung(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    assert rufe(daten, "--aus=--output=x") == 1
    assert "„--output=x“ ist weder ein Ordner noch ein Stand in git." in capsys.readouterr().err
    assert rufe(daten, "--aus", "gibt-es-nicht") == 1
    assert "„gibt-es-nicht“ ist weder ein Ordner noch ein Stand in git." in capsys.readouterr().err


def test_zwei_ausfuhren_haben_dieselben_bytes(daten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan, _ = pruefe_ordner(daten, HEUTE)
    assert plan is not None
    eine = als_mappe(plan)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert als_mappe(plan) == eine
    with zipfile.ZipFile(io.BytesIO(eine)) as archiv:
        assert {z.date_time for z in archiv.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"modified" not in archiv.read("docProps/core.xml")
    assert load_workbook(io.BytesIO(eine)).properties.creator == "Kleinstadt"


class _Forge(BaseHTTPRequestHandler):
    """A GitLab that remembers what it is told."""

    gerufen: list[tuple[str, str, Any]]

    def _antworte(self, inhalt: object) -> None:
        roh = json.dumps(inhalt).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(roh)))
        self.end_headers()
        self.wfile.write(roh)

    def do_GET(self) -> None:
        self.gerufen.append(("GET", self.path, None))
        self._antworte([])

    def do_POST(self) -> None:
        eingabe = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.gerufen.append(("POST", self.path, eingabe))
        self._antworte({})

    def log_message(self, *_: object) -> None:
        pass


def test_in_gitlab_entsteht_ein_vorschlag_ohne_die_mappe(daten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _Forge.gerufen = []
    server = HTTPServer(("127.0.0.1", 0), _Forge)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for name, wert in {
        "CI_API_V4_URL": f"http://127.0.0.1:{server.server_port}/api/v4",
        "CI_PROJECT_ID": "7",
        "KONZEPT_TOKEN": "t",
        "CI_COMMIT_SHA": "0123456789abcdef",
        "CI_DEFAULT_BRANCH": "main",
    }.items():
        monkeypatch.setenv(name, wert)
    mit_bericht(daten, "a.xlsx")
    assert rufe(daten, "--vorschlagen") == 0
    server.shutdown()
    server.server_close()
    (_, ort, commit), (_, suche, _), (_, _, antrag), (_, antwort, notiz) = _Forge.gerufen
    assert ort == "/api/v4/projects/7/repository/commits"
    assert (commit["branch"], commit["start_branch"]) == ("eingang-01234567", "main")
    assert [(a["action"], a["file_path"]) for a in commit["actions"]] == [("update", "data/massnahmen/fest.yaml")]
    assert suche == "/api/v4/projects/7/merge_requests?state=opened&source_branch=eingang-01234567"
    assert antrag["squash"] is True
    assert antrag["target_branch"] == "main"
    assert antwort == "/api/v4/projects/7/repository/commits/0123456789abcdef/comments"
    assert "### a.xlsx" in notiz["note"]


def test_geloescht_wird_die_gelesene_datei_und_keine_die_nur_so_heisst(daten: Path) -> None:
    Path("eingang/brief.md").write_text("wichtig", "utf-8")
    datei = mit_bericht(daten, "a.xlsx").rename("eingang/brief.md: a.xlsx")
    assert rufe(daten) == 0
    assert Path("eingang/brief.md").read_text("utf-8") == "wichtig"
    assert not datei.exists()


def test_zeigen_zwei_dateien_denselben_namen_bleiben_beide(daten: Path) -> None:
    gut, schlecht = mit_bericht(daten, "a.xlsx"), mit_bericht(daten, "b.xlsx", "läuft irgendwie")
    schlecht = schlecht.rename("eingang/a\x07.xlsx")
    assert rufe(daten) == 1
    assert gut.exists()
    assert schlecht.exists()


def _mail(*anhaenge: tuple[str, bytes]) -> Path:
    mail = EmailMessage()
    mail["Subject"] = "Bericht"
    mail.set_content("Anbei.")
    for name, roh in anhaenge:
        mail.add_attachment(roh, maintype="application", subtype="octet-stream", filename=name)
    datei = Path("eingang/mail.eml")
    datei.write_bytes(mail.as_bytes())
    return datei


def test_eine_mail_bleibt_solange_ein_anhang_ungelesen_ist(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    datei = mit_bericht(daten, "a.xlsx")
    mappe = datei.read_bytes()
    datei.unlink()
    mail = _mail(("a.xlsx", mappe), ("Anschreiben.pdf", b"%PDF"), ("logo.png", b"PNG"))
    assert rufe(daten) == 0
    ausgabe = capsys.readouterr().out
    assert "Der Anhang „Anschreiben.pdf“ wird hier nicht gelesen." in ausgabe
    assert "logo.png" not in ausgabe
    assert "stand: in_vorbereitung" in (daten / "massnahmen/fest.yaml").read_text("utf-8")
    assert mail.exists()
    _mail(("a.xlsx", mappe), ("logo.png", b"PNG"))
    assert rufe(daten) == 0
    assert not mail.exists(), "what a mail program adds by itself keeps no mail"


def test_was_zu_viel_an_einer_mail_haengt_wird_gesagt_und_sie_bleibt(
    daten: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = _mail(*((f"{n}.txt", b"nichts") for n in range(51)), ("a.xlsx", b""))
    assert rufe(daten) == 1
    mail_mit_mappe = _mail(
        ("a.xlsx", mit_bericht(daten, "a.xlsx").read_bytes()), *((f"{n}.txt", b"") for n in range(50))
    )
    Path("eingang/a.xlsx").unlink()
    assert rufe(daten) == 1
    assert "gelesen sind die ersten 50" in capsys.readouterr().out
    assert mail.exists()
    assert mail_mit_mappe.exists()


def test_eine_mappe_mit_sehr_langer_endung_haelt_die_anderen_nicht_auf(daten: Path) -> None:
    andere = mit_bericht(daten, "b.xlsx")
    mit_bericht(daten, "a.xlsx").rename("eingang/a." + "x" * 240)
    assert rufe(daten) == 0
    assert not andere.exists()


def test_was_ein_anderes_programm_festhaelt_wird_gesagt(
    daten: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Windows neither reads nor removes a file that a program keeps to itself."""
    mit_bericht(daten, "a.xlsx")

    def verweigere(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as m:
        m.setattr("macros.schreiben.runde.eingang._lies_datei", verweigere)
        assert rufe(daten) == 1
    assert "Diese Datei lässt sich nicht lesen." in capsys.readouterr().out
    with monkeypatch.context() as m:
        m.setattr(Path, "unlink", verweigere)
        assert rufe(daten) == 0
    assert "ließ sich nicht löschen. Schließen Sie die Datei" in capsys.readouterr().out
