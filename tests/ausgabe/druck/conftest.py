"""Every document of the fictional and the real town, set once for all test processes, and their text."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from filelock import FileLock
from lxml import etree

from macros.ausgabe.druck.dokumente import schreibe_alle
from macros.ausgabe.kontext import Bau
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner

WURZEL = Path(__file__).parents[3]
DATEN = {"musterstadt": WURZEL / "tests/beispiele/musterstadt", "echt": WURZEL / "data"}
TAG = date(2026, 6, 30)
ADRESSE = "https://example.org/konzept/"


@dataclass(frozen=True)
class Wort:
    """A word on a page; lengths in points from the upper left corner."""

    text: str
    links: float
    oben: float
    rechts: float
    unten: float


@dataclass(frozen=True)
class Seite:
    """A page with its size and words in reading order."""

    breite: float
    hoehe: float
    worte: tuple[Wort, ...]

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.worte)


@cache
def seiten(datei: Path) -> tuple[Seite, ...]:
    """Every word of a PDF with its place, as poppler reads it."""
    lauf = subprocess.run(["pdftotext", "-bbox", str(datei), "-"], capture_output=True, check=True)
    wurzel = etree.fromstring(lauf.stdout, etree.XMLParser(recover=True, huge_tree=True))
    ns = "{http://www.w3.org/1999/xhtml}"
    return tuple(
        Seite(
            float(s.get("width", 0)),
            float(s.get("height", 0)),
            tuple(
                Wort(w.text or "", *(float(w.get(k, 0)) for k in ("xMin", "yMin", "xMax", "yMax")))
                for w in s.iter(f"{ns}word")
            ),
        )
        for s in wurzel.iter(f"{ns}page")
    )


K = TypeVar("K")
UNTEN = ("teile", "titel", "begriff", "kinder", "punkte", "kopf", "zeilen", "zellen")
"""Fields of a document's tree that hold what stands below."""


def darunter(wert: object) -> Iterator[object]:
    """A tree of nodes and everything below it, in reading order; found by its fields alone."""
    if isinstance(wert, tuple):
        for teil in wert:
            yield from darunter(teil)
        return
    yield wert
    if is_dataclass(wert):
        namen = [f.name for f in fields(wert)]
        for name in (n for n in UNTEN if n in namen and isinstance(getattr(wert, n), tuple)):
            yield from darunter(getattr(wert, name))


def knoten(baum: object, art: type[K]) -> list[K]:
    """Every node of a kind."""
    return [k for k in darunter(baum) if isinstance(k, art)]


@cache
def lies_plan(stadt: str) -> Plan:
    plan, _ = pruefe_ordner(DATEN[stadt], TAG)
    assert plan is not None
    return plan


@cache
def bau_von(stadt: str) -> Bau:
    return Bau(lies_plan(stadt), TAG, ADRESSE)


def druck(ordner: Path, name: str) -> Path:
    """The document of a folder, whatever its town is called: `konzept.pdf` is the one that ends so."""
    (datei,) = ordner.glob(f"*-{name}")
    return datei


@pytest.fixture(scope="session")
def gedruckt(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Name of a town -> folder with all its documents."""
    eigener = tmp_path_factory.getbasetemp()
    gemeinsam = eigener.parent if "gw" in str(eigener) else eigener

    def ordner(stadt: str) -> Path:
        ziel = gemeinsam / f"druck-{stadt}"
        with FileLock(f"{ziel}.lock"):
            if not ziel.exists():
                schreibe_alle(bau_von(stadt), ziel)
        return ziel

    return ordner


@pytest.fixture(params=list(DATEN))
def stadt(request: pytest.FixtureRequest) -> str:
    return str(request.param)
