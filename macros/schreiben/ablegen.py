"""Files are written whole or not at all, several together as one; names nobody can guess, and no link is followed.

What belongs together is put beside the data first, with a list; then it moves into place. A process that dies before
the list stands has changed nothing, and what one that dies after it has left is put into place at the next start.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from macros.modell.jsonwert import lies_json

_VORSATZ, _LISTE = ".konzept-neu-", "fertig.json"
_EIGENES = re.compile(r"gemeinde\.yaml|[a-z]+/[a-z0-9-]+\.(?:yaml|csv)|berichte/[a-z0-9-]+\.(?:pdf|docx|json)")
"""What may be moved into the data: the list may come from anybody's branch."""
_ALT = 3600
"""Seconds after which nobody is writing any more what was begun without a list."""


def schreibe_datei(pfad: Path, inhalt: str | bytes) -> None:
    """The whole new file or the whole old one, with its rights; a link is replaced, not followed."""
    pfad.parent.mkdir(parents=True, exist_ok=True)
    griff, vorlaeufig = tempfile.mkstemp(prefix=f".{pfad.name}.", dir=pfad.parent)
    try:
        with os.fdopen(griff, "wb") as strom:
            strom.write(_roh(inhalt))
        Path(vorlaeufig).chmod(_rechte(pfad))
        Path(vorlaeufig).replace(pfad)
    except BaseException:
        Path(vorlaeufig).unlink(missing_ok=True)
        raise


def schreibe_zusammen(ordner: Path, dateien: Mapping[str, str | bytes]) -> None:
    """All files below a data folder or none of them, whenever the process ends."""
    if not dateien:
        return
    if verknuepft := next((n for n in dateien if _fuehrt_hinaus(ordner, n)), None):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str((ordner / verknuepft).parent))
    platz = Path(tempfile.mkdtemp(prefix=_VORSATZ, dir=ordner))
    try:
        for name, inhalt in dateien.items():
            (platz / name).parent.mkdir(exist_ok=True)
            (platz / name).write_bytes(_roh(inhalt))
            (platz / name).chmod(_rechte(ordner / name))
        schreibe_datei(platz / _LISTE, json.dumps(list(dateien)))
    except BaseException:
        shutil.rmtree(platz, ignore_errors=True)
        raise
    _vollende(platz, ordner)


def heile(ordner: Path) -> None:
    """Finishes what a killed process had ready, and removes what one had only begun."""
    for platz in sorted(ordner.glob(f"{_VORSATZ}*")):
        if platz.is_symlink() or not platz.is_dir():
            continue
        if (platz / _LISTE).is_file():
            _vollende(platz, ordner)
        elif time.time() - platz.stat().st_mtime > _ALT:
            shutil.rmtree(platz, ignore_errors=True)


def _vollende(platz: Path, ordner: Path) -> None:
    try:
        namen = lies_json((platz / _LISTE).read_bytes()[:1_000_000])
    except (OSError, ValueError):
        return
    for name in namen if isinstance(namen, list) else ():
        neu = platz / str(name)
        if _EIGENES.fullmatch(str(name)) and neu.is_file() and not neu.is_symlink() and not neu.parent.is_symlink():
            ziel = ordner / name
            if _fuehrt_hinaus(ordner, name):
                continue
            ziel.parent.mkdir(exist_ok=True)
            with suppress(FileNotFoundError):  # another process has just finished it
                neu.replace(ziel)
    shutil.rmtree(platz, ignore_errors=True)


def _fuehrt_hinaus(ordner: Path, name: str) -> bool:
    """Whether the folder of a file is a link, which may lead anywhere; the data folder itself may be one."""
    return "/" in name and (ordner / name).parent.is_symlink()


def _roh(inhalt: str | bytes) -> bytes:
    return inhalt.encode() if isinstance(inhalt, str) else inhalt


def _rechte(pfad: Path) -> int:
    """The rights that a file has, else those that a new one gets."""
    if pfad.is_file() and not pfad.is_symlink():
        return pfad.stat().st_mode & 0o777
    maske = os.umask(0o077)  # there is no other way to read it
    os.umask(maske)
    return 0o666 & ~maske
