"""The same data and day give the same bytes, in another process and with another hash seed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from ausgabe.druck.conftest import DATEN, WURZEL

SKRIPT = """
import sys
from datetime import date
from pathlib import Path
from macros.ausgabe.druck.satz import ablage
from macros.ausgabe.druck.dokumente import schreibe, waehle
from macros.ausgabe.druck.wunsch import Wunsch
from macros.ausgabe.kontext import Bau
from macros.pruefung import pruefe_ordner
ablage.ORT = Path(sys.argv[2]) / "ablage"
plan, _ = pruefe_ordner(Path(sys.argv[1]), date(2026, 6, 30))
bau = Bau(plan, date(2026, 6, 30), "https://example.org/konzept/")
schreibe(bau, Path(sys.argv[2]) / "aus", ["konzept", "umsetzungsbericht", "massnahmenmatrix-a3"], Wunsch(waehle(bau, [])))
"""


def summen(ziel: Path, saat: str) -> dict[str, str]:
    """Checksum by file of a run in a process of its own, without the cache."""
    umgebung = {**os.environ, "PYTHONHASHSEED": saat, "TZ": "Asia/Tokyo" if saat == "1" else "UTC"}
    befehl = [sys.executable, "-c", SKRIPT, str(DATEN["musterstadt"]), str(ziel)]
    subprocess.run(befehl, cwd=WURZEL, env=umgebung, check=True, capture_output=True)
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted((ziel / "aus").rglob("*.*"))}


def test_zwei_laeufe_geben_dieselben_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    eins, zwei = summen(tmp_path / "a", "1"), summen(tmp_path / "b", "2")
    assert sorted(eins) == [
        "konzept.docx",
        "konzept.pdf",
        "massnahmenmatrix-a3.pdf",
        "umsetzungsbericht.docx",
        "umsetzungsbericht.pdf",
    ]
    assert eins == zwei
