"""The bytes of one file, bounded: an ordinary file inside the data folder, read no further than it may be large."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from macros.modell.befund import Befund, Schwere

_WEG = "Löschen, oder eine gewöhnliche Datei daraus machen."
_ARTEN = {
    stat.S_ISDIR: "Das ist ein Ordner, keine Datei.",
    stat.S_ISFIFO: "Das ist eine Pipe (FIFO), keine Datei.",
    stat.S_ISSOCK: "Das ist ein Socket, keine Datei.",
    stat.S_ISCHR: "Das ist ein Gerät, keine Datei.",
    stat.S_ISBLK: "Das ist ein Gerät, keine Datei.",
}
UEBLICH = frozenset({".gitkeep", ".gitattributes", ".gitignore"})
"""Hidden files that nobody has to hear of."""


class NichtGelesen(Exception):
    """What stands there is not read; the message says in German why."""


def einwand(pfad: Path, ordner: Path, erwartet: str = "datei") -> str:
    """Why a place is not read (`datei` or `ordner` is expected there); empty where it is."""
    try:
        if pfad.is_symlink() and not pfad.resolve(strict=True).is_relative_to(ordner.resolve()):
            return "Diese Verknüpfung führt aus dem Ordner der Daten hinaus."
        art = pfad.stat().st_mode
    except FileNotFoundError:
        return "Diese Verknüpfung führt ins Leere." if pfad.is_symlink() else "Diese Datei gibt es nicht."
    except (OSError, RuntimeError):  # a circle of links is the one or the other
        return "Das lässt sich nicht öffnen."
    if erwartet == "ordner":
        return "" if stat.S_ISDIR(art) else "Hier wird ein Ordner erwartet."
    return next((text for trifft, text in _ARTEN.items() if trifft(art)), "")


def lies_roh(pfad: Path, ordner: Path, groesse: int) -> bytes:
    """The bytes of a file below `ordner`, one more than `groesse` at most; raises NichtGelesen."""
    if grund := einwand(pfad, ordner):
        raise NichtGelesen(grund)
    try:
        with pfad.open("rb") as datei:
            return datei.read(groesse + 1)
    except OSError as fehler:
        raise NichtGelesen("Das lässt sich nicht öffnen.") from fehler


def unlesbar(datei: str, grund: str) -> Befund:
    """The finding on a place that is not read."""
    return Befund(datei, 1, "", "dateiart", grund, _WEG)


def versteckte(ordner: Path, anzeige: str) -> Iterator[Befund]:
    """A hint for each hidden file, which no check reads; a folder of a program is none."""
    for pfad in sorted(ordner.glob(".*")):
        if pfad.name not in UEBLICH and (pfad.is_symlink() or not pfad.is_dir()):
            text = "Diese versteckte Datei wird nicht gelesen."
            yield Befund(f"{anzeige}/{pfad.name}", 1, "", "versteckt", text, "Löschen.", Schwere.HINWEIS)
