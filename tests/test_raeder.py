"""Whether a package comes as a wheel is asked of pip, which names one missing package a run."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from scripts import raeder

ANFORDERUNGEN = """\
eins==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via zwei
zwei==2.0 \\
    --hash=sha256:cc
drei-eins==3.0 \\
    --hash=sha256:dd
"""


def pip(*ohne_rad: str, sonst: str = "") -> Any:
    """Stands in for pip: refuses the first of some packages that it is still asked for."""

    def run(befehl: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        gefragt = Path(befehl[-1]).read_text("utf-8")
        fehlt = next((name for name in ohne_rad if f"\n{name}==" in f"\n{gefragt}"), "")
        grund = f"ERROR: No matching distribution found for {fehlt}==1.0\n" if fehlt else sonst
        return subprocess.CompletedProcess(befehl, 1 if grund else 0, "", grund)

    return run


def test_jedes_fehlende_wird_genannt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", pip("zwei", "eins"))
    assert raeder.fehlende(ANFORDERUNGEN, ("win_amd64",), "3.13") == ["zwei", "eins"]
    monkeypatch.setattr(subprocess, "run", pip())
    assert raeder.fehlende(ANFORDERUNGEN, ("win_amd64",), "3.13") == []


def test_ein_anderer_fehler_von_pip_ist_kein_ergebnis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", pip(sonst="ERROR: no network"))
    with pytest.raises(RuntimeError, match="no network"):
        raeder.fehlende(ANFORDERUNGEN, ("win_amd64",), "3.13")


def test_ein_paket_geht_mit_seinen_pruefsummen() -> None:
    assert raeder.ohne(ANFORDERUNGEN, "zwei") == ANFORDERUNGEN.replace("zwei==2.0 \\\n    --hash=sha256:cc\n", "")
    assert "eins==1.0" not in raeder.ohne(ANFORDERUNGEN, "eins")
    assert "drei-eins==3.0" in raeder.ohne(ANFORDERUNGEN, "eins")


def test_gefragt_wird_nach_jedem_system_und_jedem_python(monkeypatch: pytest.MonkeyPatch) -> None:
    gefragt: list[list[str]] = []

    def run(befehl: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        gefragt.append(befehl)
        return subprocess.CompletedProcess(befehl, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    assert raeder.main(["site"]) == 0
    assert len(gefragt) == 4 * 4
    assert all("--only-binary=:all:" in befehl and "--require-hashes" in befehl for befehl in gefragt)
    assert {befehl[befehl.index("--python-version") + 1] for befehl in gefragt} == {"3.11", "3.12", "3.13", "3.14"}
