"""PDFs that are already set, kept by everything they depend on: the same input is never set twice."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from macros import haus

ORT = haus.ablage("druck")
_MEISTE = 4000


def lies(schluessel: str, ort: Path) -> bytes:
    """What is kept under a key; nothing when it is missing or torn. What is used stays longest."""
    datei = ort / f"{schluessel}.pdf"
    try:
        gelesen = datei.read_bytes()
        os.utime(datei)
    except OSError:
        return b""
    return gelesen if gelesen.rstrip().endswith(b"%%EOF") else b""


def lege(schluessel: str, pdf: bytes, ort: Path) -> None:
    """Writes whole or not at all; a folder that cannot be written is no reason to fail."""
    try:
        ort.mkdir(parents=True, exist_ok=True)
        griff, name = tempfile.mkstemp(dir=ort, suffix=".neu")
        with os.fdopen(griff, "wb") as ziel:
            ziel.write(pdf)
        Path(name).replace(ort / f"{schluessel}.pdf")
    except OSError:
        return


def raeume(ort: Path, meiste: int = _MEISTE) -> None:
    """Removes what was not used for longest beyond a number of files."""
    try:
        for alt in sorted(ort.glob("*.pdf"), key=lambda p: p.stat().st_mtime)[:-meiste]:
            alt.unlink(missing_ok=True)
    except OSError:
        return
