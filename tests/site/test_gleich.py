"""The same data for the same day are the same site to the byte: whoever builds it, where, and however folders are listed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from gebaut import MUSTERSTADT, STICHTAG, WURZEL

RUECKWAERTS = """
import os
_listdir, _scandir = os.listdir, os.scandir
class _Umgekehrt:
    def __init__(self, echte):
        with echte: self._liste = iter(sorted(echte, key=lambda e: os.fspath(e.name), reverse=True))
    def __iter__(self): return self
    def __next__(self): return next(self._liste)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
os.listdir = lambda *a: sorted(_listdir(*a), reverse=True)
os.scandir = lambda *a: _Umgekehrt(_scandir(*a))
"""
"""Every folder is listed from behind: no file system does, and any might."""


def _inhalt(ordner: Path) -> dict[str, str]:
    dateien = (p for p in ordner.rglob("*") if p.is_file())
    return {p.relative_to(ordner).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in dateien}


@pytest.mark.parametrize("maske", [0o022, 0o077])
def test_andere_umstaende_geben_dieselbe_website(maske: int, musterstadt_seite: Path, tmp_path: Path) -> None:
    """Another user, home, folder, temporary folder, file system, time zone, language, umask and seed; the day by its seconds."""
    schnell = Path("/dev/shm")
    ziel = (schnell if os.access(schnell, os.W_OK) else tmp_path) / f"gleich-{os.getpid()}-{maske}" / "tief" / "andere"
    (tmp_path / "sitecustomize.py").write_text(RUECKWAERTS, "utf-8")
    (tmp_path / "daten wo anders").symlink_to(MUSTERSTADT)
    for name in ("heim", "ablage"):
        (tmp_path / name).mkdir()
    mittag = datetime(STICHTAG.year, STICHTAG.month, STICHTAG.day, 12, tzinfo=UTC)
    umgebung = {
        **{name: wert for name, wert in os.environ.items() if name not in ("STICHTAG", "SITE_URL")},
        "HOME": str(tmp_path / "heim"), "XDG_CACHE_HOME": str(tmp_path / "heim/ablage"), "USER": "wer", "LOGNAME": "wer",
        "TMPDIR": str(tmp_path / "ablage"), "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": str(maske),
        "SOURCE_DATE_EPOCH": str(int(mittag.timestamp())), "PYTHONPATH": os.pathsep.join([str(tmp_path), str(WURZEL)]),
    }  # fmt: skip
    befehl = [sys.executable, "-m", "macros.befehle", "bauen", "--daten", str(tmp_path / "daten wo anders")]
    try:
        lauf = subprocess.run(
            [*befehl, "--ziel", str(ziel)],
            cwd=tmp_path, env=umgebung, umask=maske, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert lauf.returncode == 0, lauf.stderr
        hier, dort = _inhalt(musterstadt_seite), _inhalt(ziel)
    finally:
        subprocess.run(["rm", "-rf", str(ziel.parents[1])], check=True)
    assert {n for n in hier.keys() | dort.keys() if hier.get(n) != dort.get(n)} == set()
