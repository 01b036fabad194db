"""What a round knows of itself: whom it asked, and what came back; one file in the folder of the round."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter

from macros.laden.rohdatei import NichtGelesen, lies_roh
from macros.schreiben.ablegen import schreibe_datei

DATEI = "runde.json"
_GROESSE = 20_000_000
_STRENG = ConfigDict(extra="forbid")
"""What a newer state of this program noted would be lost with the next writing."""


class AkteUnlesbar(Exception):
    """The file of a round is missing or damaged; the message says in German what to do."""


@dataclass
class Angefragt:
    """A part as it was asked: its measures, each with the number of reports that it had."""

    __pydantic_config__ = _STRENG
    kennung: str
    name: str
    email: str
    massnahmen: dict[str, int]


@dataclass
class Eingang:
    """A file that came back: when it was read, whose it is, and what became of it, measure by measure."""

    __pydantic_config__ = _STRENG
    pruefsumme: str
    name: str
    teil: str
    am: str
    uebernommen: list[str] = field(default_factory=list)
    offen: list[str] = field(default_factory=list)
    gelesen: bool = True


@dataclass
class Akte:
    """The state of a round."""

    __pydantic_config__ = _STRENG
    runde: str
    gemeinde: str
    bis: str
    begonnen_am: str
    je: str
    seit: str = ""
    teile: list[Angefragt] = field(default_factory=list)
    eingaenge: list[Eingang] = field(default_factory=list)

    @property
    def frist(self) -> date:
        return date.fromisoformat(self.bis)

    def teil(self, kennung: str) -> Angefragt | None:
        """The part of an id."""
        return next((t for t in self.teile if t.kennung == kennung), None)

    def name(self, kennung: str) -> str:
        """What people call a part; files that show nobody are called so."""
        teil = self.teil(kennung)
        return teil.name if teil else "ohne Zuordnung"


_FORM = TypeAdapter(Akte)


def lies_akte(ordner: Path) -> Akte:
    """The state in the folder of a round; raises AkteUnlesbar."""
    datei = ordner / DATEI
    try:
        if not os.path.lexists(datei):
            raise FileNotFoundError(datei)
        akte = _FORM.validate_json(lies_roh(datei, ordner, _GROESSE), strict=True)
        for tag in (akte.bis, akte.begonnen_am, *([akte.seit] if akte.seit else []), *(e.am for e in akte.eingaenge)):
            date.fromisoformat(tag)
    except FileNotFoundError as fehler:
        raise AkteUnlesbar(
            f"In {ordner} ist keine Runde (die Datei {DATEI} fehlt). Nennen Sie ihren Ordner."
        ) from fehler
    except (OSError, ValueError, NichtGelesen) as fehler:
        raise AkteUnlesbar(
            f"{datei} lässt sich nicht lesen. Holen Sie die Datei aus einer Sicherung; in den Daten fehlt nichts."
        ) from fehler
    return akte


def schreibe_akte(akte: Akte, ordner: Path) -> None:
    """Writes the state, the whole new file or the whole old one."""
    schreibe_datei(ordner / DATEI, f"{json.dumps(asdict(akte), ensure_ascii=False, indent=2)}\n")


def letzte_runde(neben: Path, davor: date) -> date | None:
    """The day on which the last round before a day began, of those whose folders lie side by side."""
    tage = []
    for datei in sorted(neben.glob(f"*/{DATEI}")):
        try:
            tage.append(date.fromisoformat(lies_akte(datei.parent).begonnen_am))
        except AkteUnlesbar:
            continue
    return max((t for t in tage if t < davor), default=None)
