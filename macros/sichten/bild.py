"""One picture of an indicator: its chart family, its figures as a table, and the order of what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self

import pandas as pd

from macros.modell.auswahlen import Familie, Zuschnitt
from macros.modell.einheit import Einheit
from macros.modell.indikator import Kennzahl
from macros.modell.stichtag import Stichtag
from macros.sichten.reihen import Reihe


class Bildzeile(NamedTuple):
    """One mark of a picture: `zeit` is the day number of the Stichtag, `anzahl` the count behind a share."""

    zeit: int
    zeit_text: str
    achse: str
    reihe: str
    wert: float | None
    zeichen: str = ""
    gesamt: bool = False
    anzahl: float | None = None

    @classmethod
    def am(cls, stichtag: Stichtag, achse: str, name: str, wert: float | None) -> Self:
        """A computed figure at its place: at the axis, in the series `name`."""
        return cls(stichtag.ende.toordinal(), stichtag.kurzbezeichnung, achse, name, wert)

    @classmethod
    def aus(cls, k: Kennzahl, achse: str, name: str, gesamt: bool = False) -> Self:
        """A figure of the data, or its sign, at its place; `gesamt` marks totals."""
        zeichen = k.zeichen.value if k.zeichen else ""
        return cls.am(k.stichtag, achse, name, k.wert)._replace(zeichen=zeichen, gesamt=gesamt)


SPALTEN = list(Bildzeile._fields)


@dataclass(frozen=True)
class Bild:
    """One picture: its family, its data in SPALTEN, and the order of what it shows.

    `mitte` and `ablehnung` are those of its series that are undecided and disagree, in a survey.
    """

    kennung: str
    familie: Familie
    titel: str
    reihe: Reihe
    daten: pd.DataFrame
    achsen: tuple[str, ...]
    reihen: tuple[str, ...]
    einheit: Einheit
    stellen: int
    mitte: tuple[str, ...] = ()
    ablehnung: tuple[str, ...] = ()
    zeiten: tuple[Stichtag, ...] = field(default=())
    ganz: pd.DataFrame | None = None
    """The rows of all parts where this picture is one of them; its scale is theirs."""

    @property
    def mit_ziel(self) -> bool:
        """True where target and comparison belong into the picture: beside the figures of the indicator over time."""
        return self.familie.zuschnitt is Zuschnitt.VERLAUF and self.kennung == "verlauf"

    @property
    def bricht(self) -> bool:
        """True where the picture shows figures before and after a break of the series."""
        bruch = self.reihe.indikator.bruch
        if bruch is None:
            return False
        davor = {zeit < bruch.ab.ende.toordinal() for zeit in self.daten.loc[self.daten["wert"].notna(), "zeit"]}
        return len(davor) == 2


def bild_aus(reihe: Reihe, kennung: str, familie: Familie, zusatz: str, zeilen: Sequence[Bildzeile]) -> Bild:
    """A picture of rows in their order; `zusatz` follows the name of the indicator in its title."""
    daten = pd.DataFrame(zeilen, columns=SPALTEN).astype({"wert": "float64", "anzahl": "float64"})
    return Bild(
        kennung,
        familie,
        f"{reihe.indikator.name}{zusatz}",
        reihe,
        daten,
        tuple(dict.fromkeys(daten["achse"])),
        tuple(dict.fromkeys(daten["reihe"])),
        reihe.indikator.einheit,
        reihe.indikator.nachkommastellen,
        zeiten=tuple(s for s in reihe.zeiten if s.ende.toordinal() in set(daten["zeit"])),
    )
