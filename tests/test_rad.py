"""The wheel stands alone: in an empty environment, far from the checkout, it builds the same site to the byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from gebaut import MUSTERSTADT, STICHTAG, WURZEL

pytestmark = pytest.mark.langsam
QUELLEN = ("macros", "docs", "scripts", "LICENSES", "mkdocs.yml", "pyproject.toml", "README.md")


def _rufe(befehl: list[str | Path], ordner: Path, **umgebung: str) -> str:
    lauf = subprocess.run(
        befehl, cwd=ordner, env={**os.environ, **umgebung}, capture_output=True, encoding="utf-8", errors="replace"
    )
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    return lauf.stdout


@pytest.fixture(scope="session")
def rad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: what setuptools leaves behind must not get into the next one."""
    platz = tmp_path_factory.mktemp("rad")
    for name in QUELLEN:
        kopiere = shutil.copytree if (WURZEL / name).is_dir() else shutil.copy
        kopiere(WURZEL / name, platz / name)
    befehl = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", "dist", "."]
    _rufe([*befehl], platz)
    (datei,) = (platz / "dist").glob("*.whl")
    return datei


@pytest.fixture(scope="session")
def konzept(rad: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in an environment that has the wheel and its dependencies, and no way to the checkout."""
    umgebung = tmp_path_factory.mktemp("umgebung")
    venv.create(umgebung, symlinks=os.name != "nt")
    programme = umgebung / ("Scripts" if os.name == "nt" else "bin")
    python = programme / ("python.exe" if os.name == "nt" else "python")
    befehl = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    _rufe([*befehl, str(rad)], umgebung)
    # A line in a .pth adds a folder, but does not follow the .pth files in it: the editable checkout stays out.
    pakete = _rufe([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], umgebung).strip()
    (Path(pakete) / "abhaengigkeiten.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    gefunden = _rufe([python, "-c", "import macros; print(macros.__file__)"], umgebung).strip()
    assert Path(gefunden).is_relative_to(pakete)
    return programme / ("konzept.exe" if os.name == "nt" else "konzept")


def test_alles_liegt_im_paket(rad: Path) -> None:
    with zipfile.ZipFile(rad) as inhalt:
        namen = {n for n in inhalt.namelist() if not n.endswith("/")}
    assert {name.split("/")[0] for name in namen if ".dist-info" not in name} == {"macros"}
    assert [n for n in namen if "__pycache__" in n or n.startswith(("macros/website/data", "macros/.cache"))] == []


@pytest.mark.parametrize(("ordner", "im_rad"), [("macros", "macros"), ("docs", "macros/website/docs")])
def test_nichts_bleibt_zurueck(rad: Path, ordner: str, im_rad: str) -> None:
    hier = {
        f"{im_rad}/{datei.relative_to(WURZEL / ordner).as_posix()}"
        for datei in (WURZEL / ordner).rglob("*")
        if datei.is_file() and "__pycache__" not in datei.parts
    }
    with zipfile.ZipFile(rad) as inhalt:
        assert sorted(hier - set(inhalt.namelist())) == []


def test_aus_nichts_als_daten_entsteht_dieselbe_website(konzept: Path, musterstadt_seite: Path, tmp_path: Path) -> None:
    shutil.copytree(MUSTERSTADT, tmp_path / "gemeinde" / "data")
    befehl: list[str | Path] = [konzept, "bauen", "--stichtag", STICHTAG.isoformat()]
    gesagt = _rufe(befehl, tmp_path / "gemeinde", XDG_CACHE_HOME=str(tmp_path / "ablage"))
    assert gesagt.startswith("Gebaut: ")
    assert sorted(p.name for p in (tmp_path / "gemeinde").iterdir()) == ["data", "site"]
    assert _inhalt(tmp_path / "gemeinde" / "site") == _inhalt(musterstadt_seite)


def test_die_ablage_liegt_beim_menschen_nicht_beim_programm(konzept: Path, tmp_path: Path) -> None:
    python = konzept.with_name("python.exe" if os.name == "nt" else "python")
    frage = "from macros import haus; print(haus.ablage('druck')); print(haus.PAKET)"
    ablage, paket = _rufe([python, "-c", frage], tmp_path, XDG_CACHE_HOME=str(tmp_path)).splitlines()
    assert not Path(ablage).is_relative_to(paket)
    assert Path(ablage).is_relative_to(tmp_path) or sys.platform != "linux"


def _inhalt(ordner: Path) -> dict[str, bytes]:
    return {p.relative_to(ordner).as_posix(): p.read_bytes() for p in sorted(ordner.rglob("*")) if p.is_file()}
