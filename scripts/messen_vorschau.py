"""Measures one edit of a record until its page is there, until all pages are, and a whole build of the same state beside it."""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from macros.ausgabe.kontext import Bau
from macros.befehle.bauen import baue_stand, lies_bau
from macros.befehle.geruest import Geruest

WURZEL = Path(__file__).resolve().parent.parent


def miss(daten: Path, laeufe: int) -> list[tuple[float, float, float]]:
    """Processor seconds of every run: to the page of the record, to all pages, and of a whole build; all without PDF."""
    tag, ergebnis = date.today(), []
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stderr(io.StringIO()):
        ordner = Path(shutil.copytree(daten, Path(name) / "daten"))
        satz = sorted((ordner / "massnahmen").glob("*.yaml"))[0]
        geruest: Geruest | None = None
        for nummer in range(laeufe + 1):
            text = satz.read_text("utf-8")
            satz.write_text(text.replace("\ntitel: ", "\ntitel: Probe ", 1), "utf-8")
            erste = rest = 0.0
            if geruest:
                bisher = geruest
                erste = _zeit(lambda: bisher.zuerst(_lies(ordner, tag), None))  # noqa: B023
                stand = _lies(ordner, tag)
                rest = _zeit(lambda: bisher.alles(stand))  # noqa: B023
            neues = Geruest(_lies(ordner, tag))
            ganz = _zeit(
                lambda: baue_stand(neues.bau, ordner, Path(name) / "s", lambda *_: None, lambda *_: None, neues)  # noqa: B023
            )
            geruest = neues
            if nummer:
                ergebnis.append((erste, erste + rest, ganz))
    return ergebnis


def _lies(daten: Path, tag: date) -> Bau:
    bau = lies_bau(daten, tag)
    assert bau
    return bau


def _zeit(tu: Callable[[], object]) -> float:
    beginn = time.process_time()
    tu()
    return time.process_time() - beginn
