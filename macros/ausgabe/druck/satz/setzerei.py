"""Sets documents in a process of its own, because the typesetter gives its memory back only when it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from macros import haus
from macros.ausgabe.druck.satz import ablage
from macros.ausgabe.druck.satz.druckbaum import Druckbaum, als_text, lies_auftrag
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.druck.satz.setzen import schluessel, setze

_GETOETET = (-9, 128 + 9)
"""What a process ends with that the system killed for want of memory."""
GROSS = 500_000
"""Characters of a document's text from which on it takes hundreds of megabytes, some hundred times its text, while it is set."""
_EINES = Lock()  # of large documents only one is set at a time


def setze_alle(baeume: Sequence[Druckbaum], ort: Path | None = None) -> list[bytes]:
    """The PDFs of documents; those that are kept are not set again.

    Raises Druckfehler with a German message for the first document that cannot be set.
    """
    ort = (ort or ablage.ORT).resolve()
    texte = [als_text(baum) for baum in baeume]
    fertig = [ablage.lies(schluessel(t), ort) for t in texte]
    neu = _im_prozess([t for t, pdf in zip(texte, fertig, strict=True) if not pdf], ort)
    return [pdf or next(neu) for pdf in fertig]


def _im_prozess(texte: Sequence[str], ort: Path) -> Iterator[bytes]:
    if not texte:
        return
    befehl = [sys.executable, "-m", "macros.ausgabe.druck.satz.setzerei", str(ort)]
    allein: AbstractContextManager[object] = _EINES if any(len(t) > GROSS for t in texte) else nullcontext()
    with allein:
        lauf = subprocess.run(
            befehl, cwd=haus.SUCHORT, input="\n".join(texte).encode(), stdout=subprocess.PIPE, check=False
        )
    rest = lauf.stdout
    for text in texte:
        kopf, _, rest = rest.partition(b"\n")
        if not kopf:
            titel = lies_auftrag(text)["baum"]["titel"]
            grund = "Dafür reicht der Arbeitsspeicher nicht" if lauf.returncode in _GETOETET else "Der Satz brach ab"
            raise Druckfehler(f"„{titel}“ lässt sich nicht setzen: {grund} (Status {lauf.returncode}).")
        meldung = json.loads(kopf)
        if meldung["fehler"]:
            raise Druckfehler(meldung["fehler"], zeichen=meldung["zeichen"])
        yield rest[: meldung["laenge"]]
        rest = rest[meldung["laenge"] :]


def arbeite(herein: BinaryIO, hinaus: BinaryIO, ort: Path) -> None:
    """Reads one document a line; writes for each a line with its length or its error, then its bytes."""
    for zeile in herein:
        text = zeile.decode().rstrip("\n")
        try:
            pdf, fehler, zeichen = setze(text), "", ""
            ablage.lege(schluessel(text), pdf, ort)
        except Druckfehler as grund:
            pdf, fehler, zeichen = b"", str(grund), grund.zeichen
        hinaus.write(json.dumps({"laenge": len(pdf), "fehler": fehler, "zeichen": zeichen}).encode() + b"\n" + pdf)
    hinaus.flush()


if __name__ == "__main__":
    arbeite(sys.stdin.buffer, sys.stdout.buffer, Path(sys.argv[1]))
