"""A workbook as read: rows of text with the place of every cell, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.modell.befund import Befund, Schwere
from macros.schreiben.excel.abdruck import Abdruck
from macros.schreiben.excel.blaetter import Blattart
from macros.schreiben.excel.konflikte import Konflikt


@dataclass(frozen=True)
class Blattzelle:
    """A cell as read: its value as text of the data, its address, and whether it could be read."""

    wert: str
    adresse: str
    lesbar: bool = True


@dataclass(frozen=True)
class Gelesen:
    """A row as read; columns that were deleted from the sheet are missing in `zellen`."""

    blatt: str
    art: Blattart
    nummer: int
    zellen: dict[str, Blattzelle]

    def wert(self, spalte: str) -> str:
        """The value of a column, empty where the column was deleted."""
        return self.zellen[spalte].wert if spalte in self.zellen else ""

    def ort(self, spalte: str) -> str:
        """The place of a cell as a finding names it: sheet, heading and address."""
        zelle = self.zellen.get(spalte)
        return f"Blatt „{self.blatt}“" + (f", Spalte „{spalte}“ ({zelle.adresse})" if zelle else "")


@dataclass
class Mappe:
    """What a workbook says."""

    datei: str
    abdruck: Abdruck | None = None
    zeilen: list[Gelesen] = field(default_factory=list)
    befunde: list[Befund] = field(default_factory=list)
    konflikte: list[Konflikt] = field(default_factory=list)

    def melde(
        self,
        blatt: str,
        zeile: int,
        stelle: str,
        regel: str,
        text: str,
        vorschlag: str = "",
        schwere: Schwere = Schwere.FEHLER,
    ) -> None:
        """Adds a finding at a place of the workbook; `stelle` is a column with its address, or empty."""
        ort = f"Blatt „{blatt}“, {stelle}" if blatt and stelle else f"Blatt „{blatt}“" if blatt else stelle
        self.befunde.append(Befund(self.datei, zeile, ort, regel, text, vorschlag, schwere))
