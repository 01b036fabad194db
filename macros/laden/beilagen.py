"""Files that lie beside records as they are, such as a closed report: their bytes, read no further than may be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from macros.laden.rohdatei import NichtGelesen, lies_roh, unlesbar
from macros.modell.befund import Befund

GROESSE = 30_000_000
"""Bytes that such a file may have."""


def lies_beilagen(
    ordner: Path, sammlung: str, endungen: tuple[str, ...], anzeige: str
) -> tuple[Mapping[str, bytes], list[Befund]]:
    """(name below the data -> bytes, findings) of the files of a collection with these endings."""
    je: dict[str, bytes] = {}
    befunde: list[Befund] = []
    for pfad in sorted(p for p in (ordner / sammlung).iterdir() if p.suffix in endungen):
        name = f"{sammlung}/{pfad.name}"
        try:
            inhalt = lies_roh(pfad, ordner, GROESSE)
            if len(inhalt) > GROESSE:
                raise NichtGelesen("Die Datei ist zu groß (mehr als 30 MB).")
            je[name] = inhalt
        except NichtGelesen as grund:
            befunde.append(unlesbar(f"{anzeige}/{name}", str(grund)))
    return je, befunde
