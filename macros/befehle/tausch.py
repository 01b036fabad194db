"""A folder is built beside its place and put there in one step; what a killed build left behind is healed."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.befehle.zielordner import Verweigert

NEU, ALT = "neu", "alt"
_EIGENES = re.compile(rf"{NEU}|{ALT}|suche-\w+")
_VORSCHAU, _OFFEN = "konzept-vorschau-", "offen"
_EIGENE_VORSCHAU = re.compile(rf"{_VORSCHAU}[a-z0-9_]{{8}}")
_VERSUCHE = 20
_HIER, _GEGENEINANDER = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux."""


class Belegt(Verweigert):
    """The old folder cannot be put aside, or another build is at it."""


@contextmanager
def arbeitsordner(ziel: Path) -> Iterator[Path]:
    """A folder beside the target for one build, the only one at it; gone afterwards."""
    ziel.parent.mkdir(parents=True, exist_ok=True)
    with allein(ziel.with_name(f".{ziel.name}.bau"), f"In den Ordner {ziel} schreibt gerade ein anderer Befehl."):
        heile(ziel)
        platz = Path(tempfile.mkdtemp(prefix=f".{ziel.name}.bau-", dir=ziel.parent))
        try:
            yield platz
        finally:
            _raeume(platz, ziel)


def heile(ziel: Path) -> None:
    """Puts back a site that a killed exchange left aside, and removes what killed builds left; its own names only."""
    muster = re.compile(rf"\.{re.escape(ziel.name)}\.bau-[a-z0-9_]{{8}}")
    for rest in sorted(p for p in ziel.parent.iterdir() if muster.fullmatch(p.name)):
        if rest.is_dir() and not rest.is_symlink() and all(_EIGENES.fullmatch(p.name) for p in rest.iterdir()):
            _raeume(rest, ziel)


def _raeume(platz: Path, ziel: Path) -> None:
    """Removes a work folder; an old site in it that nothing has replaced goes back first, and is never removed."""
    alt = platz / ALT
    if alt.exists() and not ziel.exists():
        with suppress(OSError):
            alt.replace(ziel)
        if alt.exists():
            return
    shutil.rmtree(platz, ignore_errors=True)


def tausche(neu: Path, ziel: Path) -> None:
    """Puts the new folder in place of the old one, with its rights; where the system can, there is no moment without."""
    if not ziel.exists():
        neu.replace(ziel)
        return
    shutil.copymode(ziel, neu)
    if _in_einem_schritt(neu, ziel):
        return
    alt = neu.with_name(ALT)
    try:
        ziel.replace(alt)
    except OSError as fehler:  # Windows moves no folder that a program has open
        raise Belegt(f"Der Ordner {ziel} lässt sich nicht ersetzen. Ist er noch geöffnet? ({fehler})") from fehler
    neu.replace(ziel)


def _in_einem_schritt(einer: Path, anderer: Path) -> bool:
    """Whether two folders have changed places; only Linux can, and not on every file system."""
    if sys.platform != "linux":
        return False
    tausch = getattr(ctypes.CDLL(None), "renameat2", None)
    return tausch is not None and not tausch(
        _HIER, os.fsencode(einer), _HIER, os.fsencode(anderer), ctypes.c_uint(_GEGENEINANDER)
    )


@contextmanager
def allein(datei: Path, sonst: str) -> Iterator[None]:
    """Nobody else is in a block with this file; who dies in it, however, lets the next one in. Raises Belegt.

    SQLite locks a file on every system, and the system lets go of it with the process.
    """
    sperre = _sperre(datei, sonst)
    try:
        yield
    finally:
        fort = _entferne(datei)
        sperre.close()
        if not fort:  # Windows removes no open file
            _entferne(datei)


@contextmanager
def vorschauordner() -> Iterator[Path]:
    """A folder for one preview, gone afterwards; those of killed previews go before."""
    for rest in Path(tempfile.gettempdir()).glob(f"{_VORSCHAU}*"):
        if not _EIGENE_VORSCHAU.fullmatch(rest.name):
            continue
        with suppress(OSError, Belegt):
            with allein(rest / _OFFEN, ""):
                pass
            shutil.rmtree(rest)
    platz = Path(tempfile.mkdtemp(prefix=_VORSCHAU)).resolve()
    try:
        with allein(platz / _OFFEN, f"{platz} ist belegt."):
            yield platz
    finally:
        shutil.rmtree(platz, ignore_errors=True)


def _entferne(datei: Path) -> bool:
    try:
        datei.unlink()
    except OSError:
        return False
    return True


def _sperre(datei: Path, sonst: str) -> sqlite3.Connection:
    for _ in range(_VERSUCHE):
        datei.touch()
        vorher = datei.lstat()
        if datei.is_symlink() or not datei.is_file() or vorher.st_size:
            raise Belegt(f"{datei} ist im Weg. Löschen Sie diese Datei.")
        sperre = sqlite3.connect(datei, timeout=0, isolation_level=None, check_same_thread=False)
        try:
            sperre.execute("BEGIN EXCLUSIVE")
            if datei.stat().st_ino == vorher.st_ino:
                return sperre
        except FileNotFoundError:
            pass  # whoever had it has just removed it
        except sqlite3.OperationalError as fehler:
            sperre.close()
            if fehler.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise Belegt(sonst) from fehler
            _entferne(datei)  # nobody has it: a full disk, or one that knows no locks
            nummer = errno.ENOSPC if fehler.sqlite_errorcode == sqlite3.SQLITE_FULL else errno.EIO
            raise OSError(nummer, str(fehler), str(datei)) from fehler
        sperre.close()
    raise Belegt(sonst)
