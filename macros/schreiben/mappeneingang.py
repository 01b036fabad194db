"""Workbooks and reports that somebody put into a folder, each by itself: taken over whole, or not at all with what to mend."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from macros.modell.befund import Befund, hat_fehler
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from macros.schreiben.ablegen import schreibe_datei
from macros.schreiben.excel.einfuhr import fuehre_ein
from macros.schreiben.excel.konflikte import dateiname
from macros.schreiben.meldung import uebernimm
from macros.schreiben.runde.eingang import UNGELESEN, Ruecklaufdatei, lies_ordner


@dataclass(frozen=True)
class Mappeneingang:
    """What became of one file: findings, the changed files of the data, and a workbook to decide conflicts in."""

    name: str
    befunde: list[Befund]
    dateien: list[str]
    entscheidung: tuple[str, bytes] | None = None
    orte: frozenset[Path] = frozenset()
    """The files that show this name: mostly the one it came in."""

    @property
    def genommen(self) -> bool:
        """True where nothing of it has to go back."""
        return not hat_fehler(self.befunde)

    @property
    def erledigt(self) -> bool:
        """True where its file is not needed any more: all of it is read and taken, and no other shows the same name."""
        return self.genommen and len(self.orte) == 1 and not any(b.regel == UNGELESEN for b in self.befunde)


@dataclass(frozen=True)
class Leerung:
    """What became of a folder; `vorher` is the Plan before, None where the data themselves have errors."""

    vorher: Plan | None
    eingaenge: list[Mappeneingang] = field(default_factory=list)

    @property
    def geaendert(self) -> bool:
        return any(e.dateien for e in self.eingaenge)

    @property
    def zurueck(self) -> bool:
        return any(not e.genommen for e in self.eingaenge)


def leere(ordner: Path, daten: Path, stichtag: date) -> Leerung:
    """Takes every workbook and report of a folder over, out of mails too; the folder itself stays as it is."""
    vorher, befunde = pruefe_ordner(daten, stichtag)
    if vorher is None or hat_fehler(befunde):
        return Leerung(None, [Mappeneingang(daten.as_posix(), befunde, [])])
    post = lies_ordner(ordner)
    sonstige: dict[str, list[Befund]] = {}
    for befund in post.befunde:
        sonstige.setdefault(befund.datei, []).append(befund)
    eingaenge = [_nimm(datei, daten, stichtag) for datei in post.dateien]
    eingaenge += [_nimm_meldung(datei, daten, stichtag) for datei in post.meldungen]
    eingaenge += [Mappeneingang(name, liste, []) for name, liste in sonstige.items()]
    mit_ort = [replace(e, orte=frozenset(post.orte.get(e.name, ()))) for e in eingaenge]
    return Leerung(vorher, sorted(mit_ort, key=lambda e: e.name))


def _nimm(datei: Ruecklaufdatei, daten: Path, stichtag: date) -> Mappeneingang:
    with tempfile.TemporaryDirectory() as platz:
        pfad = Path(platz) / f"mappe{datei.endung or '.xlsx'}"
        schreibe_datei(pfad, datei.inhalt)
        einfuhr = fuehre_ein(pfad, daten, stichtag)
    befunde = [_umbenannt(b, pfad.name, datei.name) for b in einfuhr.befunde]
    kurz = dateiname(datei.name.rpartition(": ")[2])
    return Mappeneingang(
        datei.name, befunde, einfuhr.dateien, (kurz, einfuhr.entscheidung) if einfuhr.entscheidung else None
    )


def _nimm_meldung(datei: Ruecklaufdatei, daten: Path, stichtag: date) -> Mappeneingang:
    meldung = uebernimm(datei.inhalt.decode(), daten, stichtag)
    return Mappeneingang(datei.name, meldung.befunde_in(datei.name), meldung.dateien)


def _umbenannt(befund: Befund, alt: str, neu: str) -> Befund:
    """The finding under the name that the sender knows; its remedy names the workbook to decide conflicts in."""
    rat = befund.vorschlag.replace(dateiname(alt), dateiname(neu.rpartition(": ")[2]))
    return replace(befund, datei=neu if befund.datei == alt else befund.datei, vorschlag=rat)
