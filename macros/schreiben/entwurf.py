"""A draft of changes to a data folder: kept in memory, checked as a whole, then written or dropped."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from macros.laden.csv_streng import GROESSE as TABELLE
from macros.laden.rohdatei import lies_roh
from macros.laden.rohdaten import Rohsatz, als_satz
from macros.laden.rohtext import GROESSE
from macros.laden.yaml_streng import lies_yaml
from macros.modell.befund import Befund
from macros.modell.grundtypen import Kennung
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.pruefung import pruefe_ordner
from macros.schreiben.ablegen import schreibe_datei, schreibe_zusammen
from macros.schreiben.kanonisch import als_csv, als_yaml, lies_zellen

_KENNUNG: TypeAdapter[str] = TypeAdapter(Kennung)


@dataclass(frozen=True)
class Einfuhr:
    """What became of changes: findings, the changed files (none where there is an error), and the Plan before.

    `entscheidung` is a workbook in which conflicts can be decided.
    """

    befunde: list[Befund]
    dateien: list[str]
    vorher: Plan | None
    entscheidung: bytes | None = None


@dataclass
class Entwurf:
    """Changes to the files below `ordner`; no file is touched before `schreibe`."""

    ordner: Path
    anzeige: str = ""
    _saetze: dict[tuple[str, str], Rohsatz] = field(default_factory=dict)
    _tabellen: dict[str, list[list[str]]] = field(default_factory=dict)
    _beilagen: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.anzeige = (self.anzeige or self.ordner.as_posix()).rstrip("/")

    def satz(self, sammlung: str, kennung: str) -> Rohsatz:
        """The plain data of a record, to be changed in place; every scalar is text."""
        schluessel = (sammlung, kennung)
        if schluessel not in self._saetze:
            pfad = self.ordner / sammlung / f"{kennung}.yaml"
            daten = lies_yaml(lies_roh(pfad, self.ordner, GROESSE), pfad.as_posix()).daten
            self._saetze[schluessel] = deepcopy(als_satz(daten))
        return self._saetze[schluessel]

    def tabelle(self, indikator: str) -> list[list[str]]:
        """The cells of an indicator's table, header first, to be changed in place."""
        if indikator not in self._tabellen:
            pfad = self.ordner / "indikatoren" / f"{indikator}.csv"
            self._tabellen[indikator] = lies_zellen(lies_roh(pfad, self.ordner, TABELLE).decode())
        return self._tabellen[indikator]

    def lege_an(self, sammlung: str, daten: Rohsatz, tabelle: list[list[str]] | None = None) -> None:
        """A new record under its `id`; FileExistsError when there is one, ValueError when the id is none."""
        kennung = _KENNUNG.validate_python(daten["id"])
        if (self.ordner / sammlung / f"{kennung}.yaml").exists() or (sammlung, kennung) in self._saetze:
            raise FileExistsError(f"{sammlung}/{kennung}.yaml")
        self._saetze[(sammlung, kennung)] = daten
        if tabelle is not None:
            self._tabellen[kennung] = tabelle

    def lege_bei(self, pfad: str, inhalt: bytes) -> None:
        """A new file beside the records, by its path below the folder; FileExistsError when something stands there."""
        if os.path.lexists(self.ordner / pfad):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(self.ordner / pfad))
        self._beilagen[pfad] = inhalt

    def texte(self) -> dict[str, str]:
        """Path below the folder -> new text, only where it differs from the file."""
        alle = {f"{s}/{k}.yaml": als_yaml(d, SAMMLUNGEN[s]) for (s, k), d in self._saetze.items()}
        alle |= {f"indikatoren/{k}.csv": als_csv(zeilen) for k, zeilen in self._tabellen.items()}
        return {pfad: text for pfad, text in sorted(alle.items()) if self._alt(pfad) != text.encode()}

    def _alt(self, pfad: str) -> bytes | None:
        datei = self.ordner / pfad
        return datei.read_bytes() if datei.is_file() else None

    def pruefe(self, stichtag: date, bekannt: list[Befund] | None = None) -> list[Befund]:
        """What the check of the whole folder would find after writing, without what is `bekannt` already."""
        dateien = self._dateien()
        if not dateien:
            return []
        with tempfile.TemporaryDirectory() as platz:
            kopie = Path(platz) / "daten"
            shutil.copytree(self.ordner, kopie, ignore=shutil.ignore_patterns("schema", ".*"))
            for name, inhalt in dateien.items():
                schreibe_datei(kopie / name, inhalt)
            _, befunde = pruefe_ordner(kopie, stichtag, self.anzeige)
        alt = {(b.datei, b.regel, b.feld, b.text) for b in bekannt or []}
        return [b for b in befunde if (b.datei, b.regel, b.feld, b.text) not in alt]

    def schreibe(self) -> list[str]:
        """Writes all changed files or none, and returns their paths below the folder."""
        dateien = self._dateien()
        schreibe_zusammen(self.ordner, dateien)
        return list(dateien)

    def _dateien(self) -> dict[str, str | bytes]:
        """What is to be written; a record comes after the files that it names."""
        return {**self._beilagen, **self.texte()}
