"""Shows that every pinned requirement comes as a wheel for each system and Python that we promise: pip's dry runs."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path

WURZEL = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_GLIBC = ("2_28", "2_27", "2_26", "2_24", "2_17", "2_12", "2_5")
SYSTEME: dict[str, tuple[str, ...]] = {
    "Linux": (
        *(f"manylinux_{version}_x86_64" for version in _GLIBC),
        *(f"manylinux{jahr}_x86_64" for jahr in ("2014", "2010", "1")),
    ),
    "Windows": ("win_amd64",),
    "macOS 14 (Apple)": ("macosx_14_0_arm64",),
    "macOS 14 (Intel)": ("macosx_14_0_x86_64",),
}
"""System -> platforms whose wheels run there; pip knows older versions of macOS itself, but not older glibc."""
FEHLT = re.compile(r"No matching distribution found for ([\w.-]+)==")


def ohne(anforderungen: str, paket: str) -> str:
    """The requirements without one, which may span several lines."""
    return re.sub(rf"^{re.escape(paket)}==(?:.*\\\n)*.*\n", "", anforderungen, flags=re.MULTILINE)


def fehlende(anforderungen: str, plattformen: Sequence[str], python: str) -> list[str]:
    """Packages without a wheel there; pip names one a run, so it is asked again without those."""
    gefunden: list[str] = []
    with tempfile.TemporaryDirectory() as ordner:
        datei = Path(ordner) / "requirements.txt"
        befehl = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--no-deps"]
        befehl += ["--only-binary=:all:", "--require-hashes", "--python-version", python]
        befehl += [wort for plattform in plattformen for wort in ("--platform", plattform)]
        befehl += ["--target", str(Path(ordner) / "ziel"), "--requirement", str(datei)]
        while True:
            datei.write_bytes(anforderungen.encode())
            lauf = subprocess.run(befehl, capture_output=True, encoding="utf-8", errors="replace", check=False)
            if lauf.returncode == 0:
                return gefunden
            treffer = FEHLT.search(lauf.stderr)
            if not treffer or (weniger := ohne(anforderungen, treffer[1])) == anforderungen:
                raise RuntimeError(lauf.stderr)
            gefunden.append(treffer[1])
            anforderungen = weniger


def main(argumente: list[str] | None = None) -> int:
    """Exit code: 0 when each has its wheel everywhere, 1 when one is missing."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.raeder", description="Prüft, ob es jedes Paket für jedes System fertig gebaut gibt."
    )
    parser.add_argument("satz", nargs="?", default="site", choices=("site", "test"), help="requirements/SATZ.txt")
    parser.add_argument("--python", nargs="+", default=PYTHONS, help="Versionen von Python")
    wahl = parser.parse_args(argumente)
    text = (WURZEL / "requirements" / f"{wahl.satz}.txt").read_text("utf-8")
    alle = 0
    for (system, plattformen), python in product(SYSTEME.items(), wahl.python):
        liste = fehlende(text, plattformen, python)
        alle += len(liste)
        print(f"{system:18} Python {python:6}{', '.join(liste) if liste else 'alle da'}", flush=True)
    return 1 if alle else 0


if __name__ == "__main__":
    sys.exit(main())
