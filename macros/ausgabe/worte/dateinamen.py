"""Names of files that people take along: they say which concept of which town it is."""

from __future__ import annotations

from macros.deutsch.buchstaben import kennung
from macros.modell.gemeinde import Gemeinde

DATEIKOPF = 60
"""Letters of the name that every file begins with."""


def dateikopf(g: Gemeinde) -> str:
    """What the name of every file to take along begins with: the concept's own words and its town."""
    titel, name = kennung(g.titel), kennung(g.name)
    ganz = titel if name in titel else f"{titel}-{name}".strip("-")
    gekuerzt = ganz if len(ganz) <= DATEIKOPF else ganz[: DATEIKOPF + 1].rpartition("-")[0] or ganz[:DATEIKOPF]
    return gekuerzt or "stadt"


def druckdatei(g: Gemeinde, name: str) -> str:
    """The address of a document below `pdf/`: `konzept.pdf` -> `klimaplan-musterstadt-konzept.pdf`."""
    ordner, strich, datei = name.rpartition("/")
    art = {"steckbriefe": "steckbrief-"}.get(ordner, "")
    return f"{ordner}{strich}{dateikopf(g)}-{art}{datei}"
