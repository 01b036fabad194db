"""The field guide: every record type with its fields in words and one record of the town as an example."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup
from pydantic import BaseModel

from macros.ausgabe.kontext import Kontext
from macros.deutsch.saetze import gekuerzt
from macros.modell.felder import Feld, felder
from macros.modell.gemeinde import Gemeinde
from macros.modell.grundtypen import Satz
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.modell.stichtag import Stichtag

_LAENGE = 110


@dataclass(frozen=True)
class Feldzeile:
    """A field with its path and what it holds in the example; empty where the example leaves it out."""

    pfad: str
    feld: Feld
    beispiel: str


@dataclass(frozen=True)
class Feldkapitel:
    """One record type."""

    name: str
    titel: str
    datei: str
    beispiel_aus: str
    zeilen: tuple[Feldzeile, ...]


def kapitel(plan: Plan) -> list[Feldkapitel]:
    """All record types in the order of the model."""
    typen: list[tuple[str, type[BaseModel], str]] = [("gemeinde", Gemeinde, "Gemeinde")]
    typen += [(name, typ, typ.SAMMLUNG.mehrzahl) for name, typ in SAMMLUNGEN.items()]
    return [_kapitel(plan, name, typ, titel) for name, typ, titel in typen]


def _kapitel(plan: Plan, name: str, typ: type[BaseModel], titel: str) -> Feldkapitel:
    beispiel = plan.gemeinde if name == "gemeinde" else vollstaendigster(plan.sammlung(name).values())
    kennung = getattr(beispiel, "id", "")
    datei = "data/gemeinde.yaml" if name == "gemeinde" else f"data/{name}/<id>.yaml"
    aus = "data/gemeinde.yaml" if name == "gemeinde" else f"data/{name}/{kennung}.yaml" if kennung else ""
    return Feldkapitel(name, titel, datei, aus, tuple(_zeilen(typ, beispiel)))


def vollstaendigster(saetze: Iterable[BaseModel]) -> BaseModel | None:
    """The record with the most fields, the first of several; None where there is none."""
    return max(saetze, key=lambda s: len(s.model_fields_set), default=None)


def _zeilen(typ: type[BaseModel], satz: BaseModel | None, davor: str = "") -> list[Feldzeile]:
    ergebnis = []
    for f in felder(typ):
        wert = getattr(satz, f.name, None)
        pfad = f"{davor}{f.name}"
        ergebnis.append(Feldzeile(pfad, f, "" if f.satz else zeige(wert)))
        if f.satz:
            innen = vollstaendigster(wert) if isinstance(wert, tuple) else wert
            ergebnis += _zeilen(f.satz, innen, f"{pfad}.")
    return ergebnis


def zeige(wert: object) -> str:
    """A value as it stands in the file, shortened; of a list the first item."""
    if wert is None or wert == () or wert == {}:
        return ""
    if isinstance(wert, Stichtag):
        return str(wert)
    if isinstance(wert, tuple):
        return f"{zeige(wert[0])}{' …' if len(wert) > 1 else ''}"
    if isinstance(wert, Satz | dict):
        return ""
    if isinstance(wert, bool):
        return "true" if wert else "false"
    if isinstance(wert, date):
        return wert.isoformat()
    if isinstance(wert, float) and wert.is_integer():
        return str(int(wert))
    text = " ".join(str(wert).split())
    return gekuerzt(text, _LAENGE)


def feldkunde(k: Kontext) -> Markup:
    """The field guide as HTML."""
    return k.rendere("bausteine/feldkunde.html", kapitel=kapitel(k.plan))
