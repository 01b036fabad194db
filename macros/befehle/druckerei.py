"""Search and print editions of a preview: they follow the pages in the background, the newest state alone."""

from __future__ import annotations

import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event, Lock

from macros.ausgabe.bausteine.arbeitsmappen import ORDNER
from macros.ausgabe.druck.dokumente import schreibe_alle
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.kontext import Bau
from macros.ausgabe.suche.indexdienst import Suchfehler
from macros.ausgabe.suche.verzeichnis import lies_seiten, schreibe_suche
from macros.befehle.mappen import schreibe_mappen

NACHGEREICHT = {
    "pagefind": "Die bisherige Suche bleibt stehen.",
    "pdf": "Die bisherigen Druckfassungen bleiben stehen.",
    ORDNER: "Die bisherigen Arbeitsmappen bleiben stehen.",
}
"""Folders that are filled after the pages, and what is said where that fails."""


class Druckerei:
    """Makes the search and the PDFs beside the preview; who asks for one waits for the newest."""

    def __init__(self, seite: Path) -> None:
        self.seite = seite
        self.sperre = Lock()
        """Held while the site or its PDFs are replaced."""
        self._bau: Bau | None = None
        self._arbeiter = ThreadPoolExecutor(1)
        self._arbeit: Future[None] | None = None

    def uebernimm(self, _bau: Bau, neu: Path) -> None:
        """Keeps search and PDFs of the state before until those of this one are made, or for good where they cannot be."""
        for name in NACHGEREICHT:
            if (alt := self.seite / name).exists():
                shutil.copytree(alt, neu / name)

    def beginne(self, bau: Bau) -> Event:
        """Makes search and PDFs of a new state, after those that are being made and as soon as its pages stand."""
        self._bau, stehen = bau, Event()
        self._arbeit = self._arbeiter.submit(self._drucke, bau, stehen)
        return stehen

    def verwirf(self) -> None:
        """Makes nothing of a state whose pages do not stand."""
        self._bau = None

    def warte(self) -> None:
        """Comes back when search and PDFs of the newest state stand."""
        if arbeit := self._arbeit:
            arbeit.result()

    def ende(self) -> None:
        """Begins nothing more, and says nothing more about what is being made."""
        self.verwirf()
        self._arbeiter.shutdown(wait=False, cancel_futures=True)

    def _drucke(self, bau: Bau, stehen: Event) -> None:
        stehen.wait()
        if bau is not self._bau:
            return
        with self.sperre:
            seiten = lies_seiten(self.seite)
        self._reiche_nach(bau, "pagefind", lambda ordner: schreibe_suche(seiten, bau, ordner))
        self._reiche_nach(bau, "pdf", lambda ordner: schreibe_alle(bau, ordner))
        self._reiche_nach(bau, ORDNER, lambda ordner: schreibe_mappen(bau, ordner))

    def _reiche_nach(self, bau: Bau, name: str, schreibe: Callable[[Path], object]) -> None:
        """Puts into the site what a function writes for a state, unless there is a newer one by then."""
        if bau is not self._bau:
            return
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as platz:
            ordner = Path(platz) / name
            ordner.mkdir(parents=True)
            try:
                schreibe(ordner)
            except Exception as fehler:  # whatever it is, the preview goes on
                if bau is self._bau:
                    melde(str(fehler) if isinstance(fehler, Druckfehler | Suchfehler) else traceback.format_exc())
                    melde(NACHGEREICHT[name])
            with self.sperre:
                fertig = [datei for datei in ordner.rglob("*") if datei.is_file()] if bau is self._bau else []
                for datei in fertig:
                    ziel = self.seite / name / datei.relative_to(ordner)
                    ziel.parent.mkdir(parents=True, exist_ok=True)
                    shutil.move(datei, ziel)


def melde(text: str) -> None:
    """A message in the terminal, at once."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
