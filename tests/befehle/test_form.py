"""What the editing surface wrote is brought to form by one commit on top of its own; the branch is read, never run."""

from __future__ import annotations

import base64
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros.befehle import formatieren
from macros.befehle.konzept import main as konzept


@pytest.fixture
def stand(daten: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A commit whose one measure has its number without quotes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_REPOSITORY", "stadt/konzept")
    datei = daten / "massnahmen/sprachtreffs.yaml"
    datei.write_text(datei.read_text("utf-8").replace("nummer: '3.1.1'", "nummer: 3.1.1"), "utf-8")
    wer = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run([*wer, "init", "-q", "-b", "main"], check=True)
    subprocess.run([*wer, "add", "data"], check=True)
    subprocess.run([*wer, "commit", "-q", "-m", "Change"], check=True)
    return subprocess.run(["git", "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()


def test_ein_commit_mit_der_einen_datei(stand: str, daten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gerufen: list[Any] = []
    monkeypatch.setattr(formatieren, "gh", lambda *_, eingabe: gerufen.append(eingabe))
    davor = (daten / "massnahmen/sprachtreffs.yaml").read_bytes()
    assert konzept(["formatieren", "--zweig", "cms/massnahmen/sprachtreffs", "--stand", stand]) == 0
    [frage] = gerufen
    eingabe = frage["variables"]["input"]
    assert eingabe["branch"] == {
        "repositoryNameWithOwner": "stadt/konzept",
        "branchName": "cms/massnahmen/sprachtreffs",
    }
    assert eingabe["expectedHeadOid"] == stand
    [datei] = eingabe["fileChanges"]["additions"]
    assert datei["path"] == "data/massnahmen/sprachtreffs.yaml"
    text = base64.b64decode(datei["contents"]).decode()
    assert text == davor.decode().replace("nummer: 3.1.1", "nummer: '3.1.1'")
    assert (daten / "massnahmen/sprachtreffs.yaml").read_bytes() == davor


def test_was_schon_in_form_ist_bekommt_keinen_commit(stand: str, daten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatieren, "gh", lambda *_, eingabe: pytest.fail("no commit"))
    assert konzept(["formatieren"]) == 0
    wer = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run([*wer, "commit", "-q", "-am", "Form"], check=True)
    assert konzept(["formatieren", "--zweig", "cms/x", "--stand", "HEAD"]) == 0
