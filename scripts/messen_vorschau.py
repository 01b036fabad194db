"""Measures one edit of a record until its page is there, until all pages are, and a whole build of the same state beside it.

On the clock it is the preview itself, as an editor has it: from the saved file until the server answers with the new page.
"""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from datetime import date
from pathlib import Path
from socket import socket

from macros.ausgabe.kontext import Bau
from macros.befehle.bauen import baue_stand, lies_bau
from macros.befehle.geruest import Geruest

WURZEL = Path(__file__).resolve().parent.parent
GEDULD = 300
"""Seconds after which a preview that shows nothing is given up."""
_TITEL = re.compile(r"^((?:kurz)?titel: ).*")


def miss(daten: Path, laeufe: int) -> list[tuple[float, float, float]]:
    """Processor seconds of every run: to the page of the record, to all pages, and of a whole build; all without PDF."""
    tag, ergebnis = date.today(), []
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stderr(io.StringIO()):
        ordner = Path(shutil.copytree(daten, Path(name) / "daten"))
        satz = _erste_massnahme(ordner)
        geruest: Geruest | None = None
        for nummer in range(laeufe + 1):
            _aendere(satz, f"Probe {nummer}")
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


def nach_der_uhr(daten: Path, laeufe: int) -> list[tuple[float, float]]:
    """Seconds on the clock of every run: to the page of the record, and to the list of all records; after one that does not count."""
    with tempfile.TemporaryDirectory() as name:
        ordner = Path(shutil.copytree(daten, Path(name) / "daten"))
        satz = _erste_massnahme(ordner)
        wurzel = f"http://127.0.0.1:{(port := _freier_port())}/"
        befehl = [sys.executable, "-m", "macros.befehle", "vorschau", "--daten", str(ordner), "--port", str(port)]
        vorschau = subprocess.Popen(befehl, cwd=WURZEL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _warte(f"{wurzel}massnahmen/", "<h1")
            ergebnis = []
            for nummer in range(laeufe + 1):
                _aendere(satz, wort := f"Probe {nummer}")
                beginn = time.perf_counter()
                _warte(f"{wurzel}massnahmen/{satz.stem}/", wort)
                erste = time.perf_counter() - beginn
                _warte(f"{wurzel}massnahmen/", wort)
                ergebnis.append((erste, time.perf_counter() - beginn))
                time.sleep(1)  # the documents follow; the next edit is another one
        finally:
            vorschau.terminate()
            vorschau.wait()
    return ergebnis[1:]


def _erste_massnahme(ordner: Path) -> Path:
    return sorted((ordner / "massnahmen").glob("*.yaml"))[0]


def _aendere(satz: Path, wort: str) -> None:
    """Both titles: its own page shows the official one, too, the list the short one alone."""
    zeilen = [_TITEL.sub(rf"\1{wort}", z) for z in satz.read_text("utf-8").split("\n")]
    satz.write_text("\n".join(zeilen), "utf-8")


def _freier_port() -> int:
    with socket() as s:
        s.bind(("127.0.0.1", 0))
        port: int = s.getsockname()[1]
        return port


def _warte(adresse: str, wort: str) -> None:
    ende = time.monotonic() + GEDULD
    while time.monotonic() < ende:
        with contextlib.suppress(OSError), urllib.request.urlopen(adresse, timeout=GEDULD) as antwort:  # noqa: S310 (this machine)
            if wort in antwort.read().decode():
                return
        time.sleep(0.01)
    raise TimeoutError(adresse)


def _lies(daten: Path, tag: date) -> Bau:
    bau = lies_bau(daten, tag)
    assert bau
    return bau


def _zeit(tu: Callable[[], object]) -> float:
    beginn = time.process_time()
    tu()
    return time.process_time() - beginn


if __name__ == "__main__":
    uhr = nach_der_uhr(WURZEL / "data", 5)
    print("Sekunden nach der Uhr bis zur Seite:", *(f"{erste:.2f}" for erste, _ in uhr))
    print("bis zur Liste:", *(f"{alle:.2f}" for _, alle in uhr))
    print(f"Mitte: {statistics.median(e for e, _ in uhr):.2f} und {statistics.median(a for _, a in uhr):.2f}")
