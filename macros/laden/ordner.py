"""A data folder -> Plan and findings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from macros.deutsch.buchstaben import kennung
from macros.laden import csv_streng
from macros.laden.beilagen import lies_beilagen
from macros.laden.meldungen import befunde_aus
from macros.laden.rohdatei import NichtGelesen, einwand, lies_roh, unlesbar, versteckte
from macros.laden.rohtext import GROESSE
from macros.laden.yaml_streng import lies_yaml
from macros.modell.befund import Befund, Ort
from macros.modell.einheit import Einheit
from macros.modell.felder import felder
from macros.modell.gemeinde import Gemeinde
from macros.modell.grundtypen import Datensatz
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.plan import SAMMLUNGEN, Pfad, Plan
from macros.modell.sammlung import Sammlung
from macros.modell.schreibweise import meinten_sie

S = TypeVar("S", bound=BaseModel)

_UEBERGANGEN = frozenset({"schema", "gemeinde.yaml"})
WOERTER = "rechtschreibung.txt"
"""The town's own words for the spelling check; no record."""


class _Ernte:
    """What loading has gathered so far."""

    def __init__(self, ordner: Path, anzeige: str) -> None:
        self.ordner = ordner
        self.anzeige = anzeige
        self.befunde: list[Befund] = []
        self.orte: dict[tuple[str, str], Mapping[Pfad, Ort]] = {}
        self.saetze: dict[str, dict[str, Any]] = {name: {} for name in SAMMLUNGEN}
        self.kennzahlen: dict[str, tuple[Kennzahl, ...]] = {}
        self.bekannt: dict[str, frozenset[str]] = {}
        self.lueckenhaft: set[str] = set()
        self.beilagen: dict[str, bytes] = {}

    def name(self, pfad: Path) -> str:
        return f"{self.anzeige}/{pfad.relative_to(self.ordner).as_posix()}"

    def roh(self, pfad: Path, groesse: int) -> bytes | None:
        """The bytes of a file, or a finding."""
        try:
            return lies_roh(pfad, self.ordner, groesse)
        except NichtGelesen as grund:
            self.befunde.append(unlesbar(self.name(pfad), str(grund)))
            return None

    def nimm_beilagen(self, sammlung: Sammlung) -> None:
        """The files beside the records of a collection, and where each lies."""
        beilagen, befunde = lies_beilagen(self.ordner, sammlung.ordner, sammlung.beilagen, self.anzeige)
        self.befunde += befunde
        self.beilagen |= beilagen
        self.orte |= {("beilagen", name): {(): Ort(f"{self.anzeige}/{name}")} for name in beilagen}

    def lies(self, pfad: Path, typ: type[S], sammlung: str) -> S | None:
        datei = self.name(pfad)
        roh = self.roh(pfad, GROESSE)
        if roh is None:
            return None
        gelesen = _lies_satz(roh, datei, typ)
        self.befunde += gelesen.befunde
        if not isinstance(gelesen.satz, typ):
            return None
        self.orte[(sammlung, pfad.stem)] = gelesen.orte
        return gelesen.satz


class _Satzdatei(NamedTuple):
    """A file: its record unless it is broken, what is wrong with it, and where its parts stand."""

    befunde: tuple[Befund, ...]
    satz: BaseModel | None = None
    orte: Mapping[Pfad, Ort] = {}


@lru_cache(maxsize=4096)
def _lies_satz(roh: bytes, datei: str, typ: type[BaseModel]) -> _Satzdatei:
    """Kept, because a preview reads all files again after each edit of one; records and places are never changed."""
    inhalt = lies_yaml(roh, datei)
    befunde = tuple(inhalt.befunde)
    if not isinstance(inhalt.daten, dict):
        form = Befund(datei, 1, "", "form", "Die Datei enthält keine Schlüssel.", "Schreibweise: schluessel: Wert")
        return _Satzdatei(befunde or (form,))
    try:
        satz = typ.model_validate(inhalt.daten)
    except ValidationError as fehler:
        gemeldet = {(b.zeile, b.feld) for b in befunde}
        weitere = befunde_aus(fehler, typ, datei, inhalt.zeilen, inhalt.texte_ab)
        return _Satzdatei((*befunde, *(b for b in weitere if (b.zeile, b.feld) not in gemeldet)))
    orte = {p: Ort(datei, z, inhalt.texte_ab.get(p, 0)) for p, z in inhalt.zeilen.items()}
    return _Satzdatei(befunde, satz, orte)


def lade_plan(ordner: Path, anzeige: str | None = None) -> tuple[Plan | None, list[Befund]]:
    """Plan and findings of a data folder; no Plan when the town's own file is missing or broken.

    A Plan that comes with findings lacks the broken records; it is good for further checks
    and never for a site. `anzeige` is the name of the folder in findings (default: as given).
    """
    ernte = _Ernte(ordner, (anzeige or ordner.as_posix()).rstrip("/"))
    if not ordner.is_dir():
        return None, [
            Befund(
                ernte.anzeige,
                1,
                "",
                "ordner",
                "Den Ordner mit den Daten gibt es nicht.",
                "Pfad bei --daten prüfen (mit make: bei DATEN=).",
            )
        ]
    gemeinde = None
    ernte.befunde += versteckte(ordner, ernte.anzeige)
    if os.path.lexists(ordner / "gemeinde.yaml"):
        gemeinde = ernte.lies(ordner / "gemeinde.yaml", Gemeinde, "gemeinde")
    else:
        pflicht = ", ".join(f.name for f in felder(Gemeinde) if f.pflicht)
        ernte.befunde.append(
            Befund(
                f"{ernte.anzeige}/gemeinde.yaml",
                1,
                "",
                "datei-fehlt",
                "Die Datei gemeinde.yaml fehlt.",
                f"Anlegen, mindestens mit {pflicht}.",
            )
        )
    for pfad in sorted(ordner.iterdir()):
        gewoehnlich = pfad.is_file() and not pfad.is_symlink()
        if pfad.name in SAMMLUNGEN and not gewoehnlich and (grund := einwand(pfad, ordner, "ordner")):
            ernte.befunde.append(unlesbar(ernte.name(pfad), grund))
        elif pfad.name in SAMMLUNGEN and not gewoehnlich:
            _lade_sammlung(ernte, pfad, SAMMLUNGEN[pfad.name])
        elif pfad.is_dir() and pfad.name not in _UEBERGANGEN and not pfad.name.startswith("."):
            ernte.befunde.append(
                Befund(
                    ernte.name(pfad),
                    1,
                    "",
                    "ordner",
                    f"Den Ordner „{pfad.name}“ kennt das Modell nicht.",
                    meinten_sie(pfad.name, SAMMLUNGEN) or f"Erlaubt: {', '.join(SAMMLUNGEN)}.",
                )
            )
        elif not pfad.is_dir() and pfad.name not in ("gemeinde.yaml", WOERTER) and not pfad.name.startswith("."):
            ernte.befunde.append(
                Befund(
                    ernte.name(pfad),
                    1,
                    "",
                    "dateiname",
                    "Diese Datei gehört hier nicht hin.",
                    meinten_sie(pfad.name, ["gemeinde.yaml"]) or "Löschen, oder in den passenden Ordner legen.",
                )
            )
    befunde = sorted(set(ernte.befunde))
    if gemeinde is None:
        return None, befunde
    plan = Plan(
        gemeinde,
        kennzahlen=ernte.kennzahlen,
        beilagen=ernte.beilagen,
        orte=ernte.orte,
        bekannt=ernte.bekannt,
        lueckenhaft=frozenset(ernte.lueckenhaft),
        **ernte.saetze,
    )
    return plan.geordnet(), befunde


def _lade_sammlung(ernte: _Ernte, ordner: Path, typ: type[Datensatz]) -> None:
    ernte.bekannt[typ.SAMMLUNG.ordner] = frozenset(p.stem for p in ordner.iterdir() if p.suffix in (".yaml", ".yml"))
    ernte.befunde += versteckte(ordner, ernte.name(ordner))
    tabellen = set()
    if typ.SAMMLUNG.beilagen:
        ernte.nimm_beilagen(typ.SAMMLUNG)
    for pfad in sorted(ordner.iterdir()):
        if pfad.name.startswith(".") or pfad.suffix in typ.SAMMLUNG.beilagen:
            continue
        if pfad.suffix == ".csv" and typ is Indikator:
            tabellen.add(pfad.stem)
            continue
        if pfad.suffix != ".yaml" or (pfad.is_dir() and not pfad.is_symlink()):
            vorschlag = (
                f"Umbenennen in {pfad.stem}.yaml." if pfad.suffix == ".yml" else "Löschen oder woanders ablegen."
            )
            ernte.befunde.append(
                Befund(
                    ernte.name(pfad), 1, "", "dateiname", "Erwartet wird eine Datei mit der Endung .yaml.", vorschlag
                )
            )
            continue
        satz = ernte.lies(pfad, typ, typ.SAMMLUNG.ordner)
        if satz is None:
            continue
        if satz.id != pfad.stem:
            zeile = ernte.orte[(typ.SAMMLUNG.ordner, pfad.stem)][("id",)].zeile
            ernte.befunde.append(
                Befund(
                    ernte.name(pfad),
                    zeile,
                    "id",
                    "dateiname",
                    f"Die Kennung „{satz.id}“ passt nicht zum Dateinamen.",
                    _gleich_heissen(pfad, satz.id),
                )
            )
            continue
        ernte.saetze[typ.SAMMLUNG.ordner][satz.id] = satz
        if isinstance(satz, Indikator):
            _lade_kennzahlen(ernte, pfad.with_suffix(".csv"), satz)
    for rest in tabellen - set(ernte.saetze[typ.SAMMLUNG.ordner]):
        if not (ordner / f"{rest}.yaml").exists():
            ernte.befunde.append(
                Befund(
                    ernte.name(ordner / f"{rest}.csv"),
                    1,
                    "",
                    "datei-fehlt",
                    f"Zu dieser Tabelle fehlt {rest}.yaml.",
                    meinten_sie(rest, ernte.saetze[typ.SAMMLUNG.ordner]) or "Sie anlegen, oder die Tabelle löschen.",
                )
            )


def _gleich_heissen(pfad: Path, id: str) -> str:
    """How file name and id become the same: no id that is none, no file name that is taken."""
    moeglich, vergeben = kennung(pfad.stem), pfad.with_name(f"{id}.yaml").exists()
    if moeglich != pfad.stem and not vergeben:
        return f"Die Datei {id}.yaml nennen."
    if moeglich != pfad.stem:
        return (
            f"Ist es ein neuer Datensatz: die Datei {moeglich}.yaml nennen und id: {moeglich} schreiben. Sonst löschen."
        )
    return f"id: {moeglich} schreiben" + ("." if vergeben else f", oder die Datei {id}.yaml nennen.")


def _lade_kennzahlen(ernte: _Ernte, pfad: Path, indikator: Indikator) -> None:
    if not os.path.lexists(pfad):
        if indikator.formel is None:
            ernte.lueckenhaft.add(indikator.id)
            ernte.befunde.append(
                Befund(
                    ernte.name(pfad),
                    1,
                    "",
                    "datei-fehlt",
                    f"Die Tabelle {pfad.name} fehlt.",
                    "Tabelle anlegen oder eine Formel eintragen.",
                )
            )
        return
    if indikator.formel is not None:
        ernte.befunde.append(
            Befund(
                ernte.name(pfad),
                1,
                "",
                "formel",
                "Der Indikator wird berechnet und darf keine Tabelle haben.",
                "Tabelle oder Formel löschen.",
            )
        )
        return
    roh = ernte.roh(pfad, csv_streng.GROESSE)
    if roh is None:
        ernte.lueckenhaft.add(indikator.id)
        return
    ganzzahlig = indikator.nachkommastellen == 0 and indikator.einheit != Einheit.PROZENT
    zeilen, befunde = csv_streng.lies_csv(
        roh, ernte.name(pfad), indikator.dimensionen, ganzzahlig, indikator.stichtagsform
    )
    ernte.befunde += befunde
    if befunde:
        ernte.lueckenhaft.add(indikator.id)
    ernte.kennzahlen[indikator.id] = tuple(zeilen)
