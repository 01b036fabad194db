"""The workbooks that a built site offers to editors."""

from __future__ import annotations

from pathlib import Path

from macros.ausgabe.bausteine.arbeitsmappen import mappenadressen
from macros.ausgabe.kontext import Bau


def schreibe_mappen(bau: Bau, ordner: Path) -> None:
    """Writes every workbook that the page offers into a folder; the same data give the same bytes."""
    from macros.schreiben.excel.ausfuhr import als_mappe  # what workbooks cost, only a build pays

    ordner.mkdir(parents=True, exist_ok=True)
    for adresse, angebot in mappenadressen(bau):
        inhalt = als_mappe(bau.plan, bau.fassung, angebot.massnahmen)
        (ordner / Path(adresse).name).write_bytes(inhalt)
