"""The handbook tells the truth: its commands run, its tasks have at most ten steps, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from macros.befehle.konzept import BEFEHLE, lies
from macros.befehle.konzept import main as konzept

WURZEL = Path(__file__).parents[2]
SEITEN = sorted((WURZEL / "docs/redaktion").glob("*.md"))
AUFGABEN = [
    p
    for p in SEITEN
    if p.stem not in ("index", "felder", "zu-klaeren", "server", "einrichten", "diagramme", "hochladen", "im-browser")
]
BEFEHL = re.compile(r"^ *konzept (\w+.*)$", re.M)
GENANNT = re.compile(r"`konzept ([a-z]+)")
RUNDE = "runde beginnen --bis 2027-02-28"
VORHER = {
    "runde uebernehmen": RUNDE,
    "runde stand": RUNDE,
    "excel import": "excel export bericht.xlsx --stichtag 2026-06-30",
    "bericht abschliessen": "neu bericht --setze id=2026-07-08 --setze von=2026-01-01 --setze bis=2026-06-30",
}
"""Some commands work on what an earlier one has made."""
MIT_STICHTAG = {"pruefen", "runde", "meldung", "einrichtung", "excel", "erinnern", "neu"}
DAUERN = {"bauen", "vorschau"}
"""They take long or do not end; others tests run them."""


def befehle() -> list[tuple[str, str]]:
    """(page, what stands behind `konzept`) of every command in the handbook."""
    return [(p.stem, worte.strip()) for p in AUFGABEN for worte in BEFEHL.findall(p.read_text("utf-8"))]


@pytest.fixture
def arbeitsordner(daten: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout as an editor has it, with Musterstadt as its data and two commits."""
    monkeypatch.chdir(tmp_path)
    antworten = ("strassenfeste", "2026-06-15", "in Vorbereitung", "keine Angabe", "Die Straße steht fest.")
    fragen = ("Maßnahme", "Tag", "Stand", "Läuft es nach Plan?", "Bericht")
    meldung = "".join(f"### {f}\n\n{a}\n\n" for f, a in zip(fragen, antworten, strict=True))
    (tmp_path / "meldung.txt").write_text(meldung, encoding="utf-8")
    (tmp_path / "entwurf.txt").write_text("Die Stadt hat einen Plan.\n", encoding="utf-8")
    wer = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run([*wer, "init", "-q", "-b", "main"], check=True)
    for nachricht in ("Start", "Noch einer"):
        subprocess.run([*wer, "add", "data"], check=True)
        subprocess.run([*wer, "commit", "-q", "--allow-empty", "-m", nachricht], check=True)
    return tmp_path


def rufe(angaben: str) -> int:
    worte = shlex.split(angaben)
    if worte[0] in MIT_STICHTAG:
        worte += ["--stichtag", "2026-06-30"]
    if worte[0] == "kennzahl":
        worte += ["--heute", "2027-02-15"]
    if worte[0] in DAUERN:
        return 0 if lies(worte) else 1
    if worte[0] == "neu" and "--setze" not in worte:
        return 0 if _fragt(worte) else 1
    return konzept(worte)


def _fragt(worte: list[str]) -> bool:
    """A scaffold without details begins to ask."""
    lauf = subprocess.run(
        [sys.executable, "-m", "macros.befehle", *worte],
        capture_output=True,
        encoding="utf-8",
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


BILD = re.compile(r"!\[([^]]*)\]\(bilder/([\w-]+\.png)\)")


@pytest.mark.parametrize("seite", AUFGABEN, ids=lambda p: p.stem)
def test_jede_aufgabe_hat_ein_bild_und_sagt_was_es_zeigt(seite: Path) -> None:
    bilder = BILD.findall(seite.read_text("utf-8"))
    assert bilder
    for worte, name in bilder:
        assert len(worte) > 40, name
        assert (WURZEL / "docs/redaktion/bilder" / name).is_file()


@pytest.mark.parametrize("seite", sorted((WURZEL / "docs").rglob("*.md")), ids=lambda p: p.stem)
def test_in_einer_liste_ist_eingerueckt_was_man_eingibt(seite: Path) -> None:
    """Markdown knows fences only at the beginning of a line: in a step they run into one line."""
    assert re.findall(r"^ +```.*$", seite.read_text("utf-8"), re.M) == []


def test_jedes_bild_steht_auf_einer_seite() -> None:
    gezeigt = {name for p in SEITEN for _, name in BILD.findall(p.read_text("utf-8"))}
    assert {p.name for p in (WURZEL / "docs/redaktion/bilder").iterdir()} == gezeigt


@pytest.mark.parametrize(("seite", "angaben"), befehle())
def test_jeder_befehl_laeuft(arbeitsordner: Path, seite: str, angaben: str) -> None:
    for anfang, vorher in VORHER.items():
        if angaben.startswith(anfang):
            assert rufe(vorher) == 0
    assert rufe(angaben) == 0


def test_befehle_werden_gefunden() -> None:
    gefunden = {angaben.split()[0] for _, angaben in befehle()}
    assert gefunden >= {"excel", "vergleich", "pruefen", "formatieren", "neu", "erinnern", "formular", "bauen"}


@pytest.mark.parametrize("seite", SEITEN, ids=lambda p: p.stem)
def test_genannte_befehle_gibt_es(seite: Path) -> None:
    assert set(GENANNT.findall(seite.read_text("utf-8"))) <= BEFEHLE.keys()


def test_das_handbuch_sagt_wo_der_befehl_liegt() -> None:
    text = (WURZEL / "docs/redaktion/index.md").read_text("utf-8")
    assert "`.venv/bin/konzept`" in text and r"`.venv\Scripts\konzept.exe`" in text


@pytest.mark.parametrize("seite", SEITEN, ids=lambda p: p.stem)
def test_genannte_ziele_von_make_gibt_es(seite: Path) -> None:
    ziele = set(re.findall(r"^([a-z]+):", (WURZEL / "Makefile").read_text(), re.M))
    assert set(re.findall(r"\bmake ([a-z]+)\b", seite.read_text())) <= ziele
