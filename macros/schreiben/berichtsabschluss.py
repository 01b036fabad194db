"""Closing a report: its files beside the record, their checksums in it, all or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from macros.modell.befund import Befund, hat_fehler
from macros.schreiben.entwurf import Entwurf


def schliesse_ab(ordner: Path, kennung: str, dateien: Mapping[str, bytes], tag: date) -> list[Befund]:
    """The findings that stop it; without one the files stand beside the record, which names them and the day.

    Raises FileExistsError where one of the files stands there already: nothing that was closed is written over.
    """
    entwurf = Entwurf(ordner)
    satz = entwurf.satz("berichte", kennung)
    satz["abgeschlossen_am"] = tag.isoformat()
    satz["dateien"] = [{"name": n, "sha256": hashlib.sha256(inhalt).hexdigest()} for n, inhalt in dateien.items()]
    for name, inhalt in dateien.items():
        entwurf.lege_bei(f"berichte/{name}", inhalt)
    befunde = [b for b in entwurf.pruefe(tag) if hat_fehler([b])]
    if not befunde:
        entwurf.schreibe()
    return befunde
