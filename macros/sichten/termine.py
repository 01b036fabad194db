"""What falls on a day: steps, the next reports, and the next figures; only days that the data give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from hashlib import sha256

from macros.deutsch.kalender import tag
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag
from macros.sichten.erwartung import naechste_zahl
from macros.sichten.faellig import naechster_bericht, offene
from macros.sichten.verlauf import lagen


class Terminart(Enum):
    """The kinds of day; the value is the word in front of the title."""

    SCHRITT = "Schritt"
    BERICHT = "Bericht"
    ZAHL = "Zahlen"


@dataclass(frozen=True, slots=True)
class Termin:
    """A whole day: its name stays the same when the day moves, so that a calendar moves it, too."""

    schluessel: str
    tag: date
    art: Terminart
    titel: str
    text: str
    sammlung: str
    kennung: str
    handlungsfelder: frozenset[str]
    akteure: frozenset[str]


def termine(plan: Plan, stichtag: date) -> list[Termin]:
    """All days of the measures that go on and of the indicators, the earliest first."""
    alle = [*_der_massnahmen(plan, stichtag), *_der_zahlen(plan)]
    return sorted(alle, key=lambda t: (t.tag, t.schluessel))


def _der_massnahmen(plan: Plan, stichtag: date) -> Iterator[Termin]:
    je = lagen(plan, stichtag)
    for m in plan.massnahmen.values():
        wie, name = je[m.id], plan.name("massnahmen", m.id)
        wo = (frozenset({m.handlungsfeld}), frozenset(mitwirkende(m)))
        gezaehlt: dict[str, int] = {}
        for s in offene(m, wie):
            # A step has no id of its own: its words name it, and its number among those that say the same.
            worte = sha256(s.text.encode()).hexdigest()[:16]
            gezaehlt[worte] = gezaehlt.get(worte, 0) + 1
            schluessel = f"schritt-{m.id}-{worte}-{gezaehlt[worte]}"
            if s.termin:
                yield Termin(schluessel, s.termin, Terminart.SCHRITT, s.text, name, "massnahmen", m.id, *wo)
        if wie.seit and offen(m, wie.kennung):
            am = naechster_bericht(plan, wie.seit)
            text = f"Zuletzt berichtet am {tag(wie.seit)}."
            yield Termin(f"bericht-{m.id}", am, Terminart.BERICHT, name, text, "massnahmen", m.id, *wo)


def offen(m: Massnahme, stand: str) -> bool:
    """True while a measure goes on, so that reports on it are expected."""
    return stand not in ("umgesetzt", "nicht_weiterverfolgt") and m.nachfolge is None


def mitwirkende(m: Massnahme) -> set[str]:
    """The Akteure of a measure: who leads it and who takes part."""
    return {b.akteur for b in m.beteiligte} | ({m.federfuehrung} if m.federfuehrung else set())


def _der_zahlen(plan: Plan) -> Iterator[Termin]:
    felder: dict[str, set[str]] = {}
    for m in plan.massnahmen.values():
        for bezug in m.indikatoren:
            felder.setdefault(bezug.id, set()).add(m.handlungsfeld)
    for i in plan.indikatoren.values():
        zahl = naechste_zahl(plan, i)
        if zahl is None:
            continue
        wo = (frozenset(felder.get(i.id, ())), frozenset[str]())
        text = f"Erwartet: {_zeit(zahl.fuer)}." if zahl.fuer else "An diesem Tag werden neue Zahlen erwartet."
        yield Termin(f"zahlen-{i.id}", zahl.am, Terminart.ZAHL, i.name, text, "indikatoren", i.id, *wo)


def _zeit(stichtag: Stichtag) -> str:
    return f"Zahlen für {stichtag.bezeichnung}"
