"""No two things that the site writes have one address, on any system: pages, files, places on a page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.deutsch.buchstaben import gefaltet
from macros.modell.befund import Befund

_STELLE = re.compile(r'<[a-z][^<>]*?\sid="([^"]*)"')
_RAT = "Datei und id des einen anders nennen, mit einem Wort mehr."
_RAT_STELLE = "Die Zwischenüberschrift oder die id anders nennen, mit einem Wort mehr."


class Belegung(NamedTuple):
    """Something that the site writes: its address, and the file that it comes from."""

    adresse: str
    quelle: str


def doppelte_adressen(eintraege: Iterable[Belegung]) -> list[Befund]:
    """Files that would take each other's place, and files where others need a folder; the later one is named."""
    dateien: dict[str, Belegung] = {}
    ordner: dict[str, Belegung] = {}
    befunde: list[Befund] = []
    for e in eintraege:
        glatt = gefaltet(e.adresse)
        oberhalb = [glatt[:stelle] for stelle, zeichen in enumerate(glatt) if zeichen == "/"]
        if frueher := next(
            (d[o] for d, o in [(ordner, glatt), *((dateien, o) for o in (glatt, *oberhalb))] if o in d), None
        ):
            text = f"„{e.adresse}“ ist vergeben: „{frueher.adresse}“ kommt aus {frueher.quelle}."
            befunde.append(Befund(e.quelle, 1, "", "adresse", text, _RAT))
            continue
        dateien[glatt] = e
        ordner |= {o: e for o in oberhalb if o not in ordner}
    return befunde


def doppelte_stellen(seite: str, quelle: str) -> list[Befund]:
    """Places of a finished page that a link cannot tell apart, each once."""
    gesehen: dict[str, str] = {}
    doppelt: dict[str, Befund] = {}
    for stelle in stellen(seite):
        glatt = gefaltet(stelle)
        if glatt in gesehen and glatt not in doppelt:
            text = f"Die Stelle „#{stelle}“ gibt es auf der Seite schon" + (
                "." if stelle == gesehen[glatt] else f": „#{gesehen[glatt]}“."
            )
            doppelt[glatt] = Befund(quelle, 1, "", "adresse", text, _RAT_STELLE)
        gesehen.setdefault(glatt, stelle)
    return list(doppelt.values())


def stellen(seite: str) -> Iterator[str]:
    """The ids of a page, in its order."""
    return (html.unescape(treffer[1]) for treffer in _STELLE.finditer(seite))
