"""Pages -> the files of the search index, by Pagefind's own service, which is asked as it comes.

The client that comes with it waits a tenth of a second for every page: twelve seconds for a town of 120 pages.
"""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterator, Mapping
from io import BufferedReader
from threading import Timer
from typing import Any, NotRequired, TypedDict

from pagefind import service
from pagefind.index import IndexConfig

GEDULD = 600
"""Seconds after which an index that does not come is given up."""
_ENDE = b","
"""Closes every question and every answer."""


class _Indexdatei(TypedDict):
    path: str
    content: str


class _Antwort(TypedDict):
    """What the service answers; a message comes with an error alone, files when they were asked for."""

    type: str
    message: NotRequired[str]
    files: NotRequired[list[_Indexdatei]]


class Suchfehler(Exception):
    """The index could not be built."""


def indexiere(seiten: Mapping[str, str], einstellung: IndexConfig) -> dict[str, bytes]:
    """The files of the index of pages (file -> HTML), which are numbered in their order: path below its folder -> content.

    The service hands them over instead of writing them: it answers before what it wrote has reached the disk.
    Raises Suchfehler with a German message.
    """
    try:
        if not (programm := service.get_executable()):
            raise FileNotFoundError("Das Programm pagefind fehlt.")
        with subprocess.Popen([programm, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as dienst:
            frist = Timer(GEDULD, dienst.kill)
            frist.start()
            try:
                assert dienst.stdin and isinstance(dienst.stdout, BufferedReader)
                for nummer, frage in enumerate(_fragen(seiten, einstellung), 1):
                    dienst.stdin.write(_packe({"message_id": nummer, "payload": frage}))
                    dienst.stdin.flush()
                    antwort = _antwort(dienst.stdout)
                return {d["path"]: base64.b64decode(d["content"]) for d in antwort["files"]}
            finally:
                frist.cancel()
                dienst.kill()
    except (OSError, ValueError) as fehler:
        raise Suchfehler(f"Das Verzeichnis für die Suche ließ sich nicht anlegen: {fehler}") from fehler


def _fragen(seiten: Mapping[str, str], einstellung: IndexConfig) -> Iterator[dict[str, Any]]:
    """What the service is asked, one after the other; the first index that it makes has the number 0."""
    yield {"type": "NewIndex", "config": einstellung}
    for datei, html in seiten.items():
        yield {"type": "AddFile", "index_id": 0, "url": None, "file_contents": html, "file_path": datei}
    yield {"type": "GetFiles", "index_id": 0}


def _packe(frage: dict[str, Any]) -> bytes:
    return base64.b64encode(json.dumps(frage).encode()) + _ENDE


def _antwort(strom: BufferedReader) -> _Antwort:
    """What one answer holds; raises ValueError where it is none or an error."""
    stuecke: list[bytes] = []
    while not stuecke or not stuecke[-1].endswith(_ENDE):
        stuecke.append(strom.read1(65536))
        if not stuecke[-1]:
            raise ValueError("Das Programm pagefind brach ab.")
    antwort: _Antwort = json.loads(base64.b64decode(b"".join(stuecke)[:-1]))["payload"]
    if antwort["type"] == "Error":
        raise ValueError(antwort["message"])
    return antwort
