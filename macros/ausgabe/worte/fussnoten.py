"""Footnotes with their sources."""

from __future__ import annotations

from macros.ausgabe.kontext import Kontext
from macros.modell.auszeichnung import maskiert
from macros.modell.konzept import Fussnote


def mit_quelle(k: Kontext, note: Fussnote) -> Fussnote:
    """A footnote that also names and links its source."""
    if note.quelle is None or f"quelle:{note.quelle}" in note.text:
        return note
    quelle = f"[{maskiert(k.name('quellen', note.quelle))}](quelle:{note.quelle})"
    return note.model_copy(update={"text": f"{note.text} Quelle: {quelle}."})
