"""The handbook tells the truth: its commands run, its tasks have at most ten steps, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

WURZEL = Path(__file__).parents[2]
SEITEN = sorted((WURZEL / "docs/redaktion").glob("*.md"))
AUFGABEN = [p for p in SEITEN if p.stem not in ("index", "felder")]
BEFEHL = re.compile(r"^ *\.venv/bin/python -m (scripts\.\w+)(.*)$", re.M)
# Some commands work on what an earlier one has made.
VORHER = {"excel import": "scripts.excel export bericht.xlsx --stichtag 2026-06-30"}


def befehle() -> list[tuple[str, str, str]]:
    """(page, module, arguments) of every command in the handbook."""
    return [(p.stem, modul, rest.strip()) for p in AUFGABEN for modul, rest in BEFEHL.findall(p.read_text())]


@pytest.fixture
def arbeitsordner(daten: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout as an editor has it, with Musterstadt as its data and two commits."""
    monkeypatch.chdir(tmp_path)
    wer = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run([*wer, "init", "-q", "-b", "main"], check=True)
    for nachricht in ("Start", "Noch einer"):
        subprocess.run([*wer, "add", "data"], check=True)
        subprocess.run([*wer, "commit", "-q", "--allow-empty", "-m", nachricht], check=True)
    return tmp_path


def rufe(modul: str, argumente: str) -> int:
    worte = shlex.split(argumente.partition(">")[0])
    if modul == "scripts.neu" and "--setze" not in worte:
        return 0 if _fragt(modul, worte) else 1
    heute = {"scripts.pruefen", "scripts.excel", "scripts.erinnern", "scripts.neu"}
    if modul in heute:
        worte += ["--stichtag", "2026-06-30"]
    ergebnis: int = import_module(modul).main(worte)
    return ergebnis


def _fragt(modul: str, worte: list[str]) -> bool:
    """A scaffold without details begins to ask."""
    lauf = subprocess.run(
        [sys.executable, "-m", modul, *worte, "--stichtag", "2026-06-30"],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={"PYTHONPATH": str(WURZEL), "PATH": "/usr/bin:/bin"},
    )
    return "Es fehlt: " in lauf.stdout


def test_es_gibt_zehn_aufgaben() -> None:
    assert len(AUFGABEN) == 10
    index = (WURZEL / "docs/redaktion/index.md").read_text()
    assert re.findall(r"^\d+\. \[[^]]+\]\(([\w-]+)\.md\)", index, re.M) and all(
        f"({p.name})" in index for p in AUFGABEN
    )


@pytest.mark.parametrize("seite", AUFGABEN, ids=lambda p: p.stem)
def test_hoechstens_zehn_schritte(seite: Path) -> None:
    schritte = re.findall(r"^(\d+)\. ", seite.read_text(), re.M)
    assert 1 <= len(schritte) <= 10
    assert schritte == [str(n) for n in range(1, len(schritte) + 1)]


@pytest.mark.parametrize(("seite", "modul", "argumente"), befehle(), ids=lambda w: w if isinstance(w, str) else None)
def test_jeder_befehl_laeuft(arbeitsordner: Path, seite: str, modul: str, argumente: str) -> None:
    for anfang, vorher in VORHER.items():
        if f"{modul} {argumente}".startswith(f"scripts.{anfang}"):
            assert import_module(vorher.split()[0]).main(vorher.split()[1:]) == 0
    assert rufe(modul, argumente) == 0


def test_befehle_werden_gefunden() -> None:
    assert {modul for _, modul, _ in befehle()} >= {
        "scripts.excel",
        "scripts.vergleich",
        "scripts.pruefen",
        "scripts.formatieren",
        "scripts.neu",
        "scripts.erinnern",
        "scripts.formular",
    }


@pytest.mark.parametrize("seite", SEITEN, ids=lambda p: p.stem)
def test_genannte_ziele_von_make_gibt_es(seite: Path) -> None:
    ziele = set(re.findall(r"^([a-z]+):", (WURZEL / "Makefile").read_text(), re.M))
    assert set(re.findall(r"\bmake ([a-z]+)\b", seite.read_text())) <= ziele
