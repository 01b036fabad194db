"""Which edition of the concept is in force on a day, which was before, and which is only in preparation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

from macros.modell.felder import felder
from macros.modell.gemeinde import Fassung
from macros.modell.grundtypen import Datensatz, Satz
from macros.modell.konzept import Abschnitt
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Herausforderung
from macros.modell.plan import SAMMLUNGEN, Plan


class Geltung(Enum):
    """What an edition is on a day; the value is the word that people read."""

    FRUEHER = "frühere Fassung"
    IN_KRAFT = "in Kraft"
    IN_VORBEREITUNG = "in Vorbereitung"


def geltende_fassung(plan: Plan, stichtag: date) -> Fassung | None:
    """The edition in force: of those decided on or before the day the one decided last.

    The first edition is in force without a day of decision, because a source may not tell it.
    """
    beschlossen = [f for f in plan.fassungen.values() if _ist_beschlossen(f, stichtag)]
    return max(beschlossen, key=lambda f: (f.beschlossen_am or date.min, len(_ahnen(plan, f))), default=None)


def geltungen(plan: Plan, stichtag: date) -> Mapping[str, Geltung]:
    """Edition -> what it is on the day."""
    geltende = geltende_fassung(plan, stichtag)
    return {
        f.id: Geltung.IN_KRAFT
        if f is geltende
        else Geltung.FRUEHER
        if _ist_beschlossen(f, stichtag)
        else Geltung.IN_VORBEREITUNG
        for f in plan.fassungen.values()
    }


def fassung_von(satz: Datensatz) -> str | None:
    """The edition that a record belongs to; None where it belongs to all."""
    if isinstance(satz, Massnahme):
        return satz.herkunft.fassung
    return satz.fassung if isinstance(satz, Abschnitt | Herausforderung) else None


def saetze_der_fassung(plan: Plan, sammlung: str, fassung: str) -> list[Datensatz]:
    """The records of a collection that belong to an edition."""
    return [satz for satz in plan.sammlung(sammlung).values() if fassung_von(satz) == fassung]


def geltender_plan(plan: Plan, stichtag: date) -> Plan:
    """The same Plan without editions in preparation: nothing that counts or lists can see them.

    With an edition goes every record that cannot stand without it; what only refers to one of them loses the reference.
    """
    weg: set[tuple[str, str]] = {
        ("fassungen", kennung) for kennung, g in geltungen(plan, stichtag).items() if g is Geltung.IN_VORBEREITUNG
    }
    if not weg:
        return plan
    bleibt = {name: dict(plan.sammlung(name)) for name in SAMMLUNGEN}
    while True:
        gekuerzt: dict[str, Any] = {
            name: {kennung: _ohne(satz, weg) for kennung, satz in saetze.items() if (name, kennung) not in weg}
            for name, saetze in bleibt.items()
        }
        neue = {
            (name, kennung) for name, saetze in gekuerzt.items() for kennung, satz in saetze.items() if satz is None
        }
        if not neue:
            return replace(plan, **gekuerzt)
        weg |= neue


def _ist_beschlossen(f: Fassung, stichtag: date) -> bool:
    return f.vorgaenger is None if f.beschlossen_am is None else f.beschlossen_am <= stichtag


def _ahnen(plan: Plan, f: Fassung) -> list[str]:
    """The editions before one, nearest first."""
    kette: list[str] = []
    davor = plan.fassungen.get(f.vorgaenger or "")
    while davor and davor.id not in kette:
        kette.append(davor.id)
        davor = plan.fassungen.get(davor.vorgaenger or "")
    return kette


def _ohne(satz: Satz, weg: set[tuple[str, str]]) -> Satz | None:
    """A record without references to some others; None where it cannot stand without one of them."""
    neu: dict[str, Any] = {}
    for f in felder(type(satz)):
        davor = getattr(satz, f.name)
        liste = davor if isinstance(davor, tuple) else (davor,)
        bleibt = [g for g in (_glied(g, f.ziel, weg) for g in liste) if g is not None]
        if davor is None or bleibt == list(liste):
            continue
        if f.pflicht and not isinstance(davor, tuple):
            return None
        neu[f.name] = tuple(bleibt) if isinstance(davor, tuple) else (bleibt[0] if bleibt else None)
    return satz.model_copy(update=neu) if neu else satz


def _glied(glied: object, ziel: str | None, weg: set[tuple[str, str]]) -> object:
    if isinstance(glied, Satz):
        return _ohne(glied, weg)
    return None if ziel and isinstance(glied, str) and (ziel, glied) in weg else glied
