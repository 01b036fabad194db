"""What a town still has to set up is said whole: in the data, and where the repository lies."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from schreiben.kleinstadt import GEMEINDE, lege_an

from macros.befehle.einrichtung import EINSTELLUNGEN
from macros.befehle.konzept import main as konzept

GRUND = ["--stichtag", "2026-06-30"]
NUR_DAS_NOETIGSTE = GEMEINDE.split("adresse_der_seite", maxsplit=1)[0]


def test_was_fehlt_steht_mit_folge_und_abhilfe_da(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    daten = lege_an(tmp_path / "data", gemeinde=NUR_DAS_NOETIGSTE)
    assert konzept(["einrichtung", "--daten", str(daten), *GRUND]) == 1
    ausgabe = capsys.readouterr().out
    for wort in ("repository (Repository)", "rueckmeldung (Formular für Rückmeldungen)", "impressum (Impressum)",
                 "adresse_der_seite (Adresse der Website)", "kontakt (Kontakt)"):  # fmt: skip
        assert f"  {wort}\n" in ausgabe
    assert "Bei GitHub einzustellen" in ausgabe
    assert konzept(["pruefen", "--daten", str(daten), *GRUND]) == 0
    assert capsys.readouterr().out.endswith("9 Hinweise\n")


def test_ist_alles_angegeben_bleiben_die_einstellungen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    daten = lege_an(tmp_path / "data")
    assert konzept(["einrichtung", "--daten", str(daten), *GRUND]) == 0
    ausgabe = capsys.readouterr().out
    assert "ist alles angegeben" in ausgabe
    assert "Bei GitLab einzustellen" in ausgabe
    assert "den Zweig main schützen" in ausgabe
    assert konzept(["einrichtung", "--daten", str(daten), "--forge", "github", *GRUND]) == 0
    ausgabe = capsys.readouterr().out
    for wort in ("Pages", "Require approval", "60 Tagen", "Fork", "schützen", "labels.yml"):
        assert wort in ausgabe


def test_das_handbuch_nennt_jede_einstellung() -> None:
    seite = (Path(__file__).parents[2] / "docs/redaktion/einrichten.md").read_text("utf-8")
    text = " ".join(seite.split()).replace("`", "")
    for saetze in EINSTELLUNGEN.values():
        assert [s for s in saetze if s.format(zweig="main") not in text] == []


def test_ohne_eine_federfuehrung_ist_niemand_zu_fragen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    daten = lege_an(tmp_path / "data")
    treff = daten / "massnahmen/treff.yaml"
    treff.write_text(treff.read_text("utf-8").replace("federfuehrung: amt\n", ""), encoding="utf-8")
    konzept(["einrichtung", "--daten", str(daten), *GRUND])
    assert "Keine Maßnahme nennt eine Federführung" in capsys.readouterr().out


class Forge(BaseHTTPRequestHandler):
    """Stands in for GitLab and notes every call."""

    aufrufe: list[tuple[str, str, Any]] = []
    notizen: list[dict[str, Any]] = []

    def _antworte(self) -> None:
        laenge = int(self.headers.get("Content-Length") or 0)
        eingabe = json.loads(self.rfile.read(laenge)) if laenge else None
        self.aufrufe.append((self.command, self.path, eingabe))
        gut = self.headers["PRIVATE-TOKEN"] == "geheim"
        self.send_response(200 if gut else 401)
        self.end_headers()
        inhalt = {"id": 7} if self.path.endswith("/user") else self.notizen
        self.wfile.write(json.dumps(inhalt).encode())

    do_GET = do_POST = do_PUT = _antworte  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:
        pass


def test_ein_kommentar_bei_gitlab_wird_ersetzt_statt_wiederholt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    server = HTTPServer(("127.0.0.1", 0), Forge)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    (tmp_path / "v.md").write_text("Neu", encoding="utf-8")
    monkeypatch.setenv("CI_API_V4_URL", f"http://127.0.0.1:{server.server_port}/api/v4")
    monkeypatch.setenv("CI_PROJECT_ID", "12")
    monkeypatch.setenv("KONZEPT_TOKEN", "geheim")
    befehl = ["rueckmelden", "3", str(tmp_path / "v.md"), "--marke", "vergleich"]
    fremd = {"id": 1, "author": {"id": 8}, "body": "<!-- vergleich -->\nNachgemacht"}
    Forge.notizen = [fremd]
    assert konzept(befehl) == 0
    weg = "/api/v4/projects/12/merge_requests/3/notes"
    assert Forge.aufrufe[-1] == ("POST", weg, {"body": "<!-- vergleich -->\nNeu"})
    Forge.notizen = [fremd, {"id": 2, "author": {"id": 7}, "body": "<!-- vergleich -->\nAlt"}]
    assert konzept(befehl) == 0
    assert Forge.aufrufe[-1] == ("PUT", f"{weg}/2", {"body": "<!-- vergleich -->\nNeu"})
    monkeypatch.setenv("KONZEPT_TOKEN", "falsch")
    assert konzept(befehl) == 1
    assert "401" in capsys.readouterr().err
    server.shutdown()
    server.server_close()
