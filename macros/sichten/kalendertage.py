"""What falls on a day: steps, reports, figures, and what goes to the council; only days that the data give."""

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
from macros.sichten.termine import beendet
from macros.sichten.verlauf import lagen


class Tagesart(Enum):
    """The kinds of day; the value is the word in front of the title."""

    SCHRITT = "Schritt"
    BERICHT = "Bericht"
    ENDE = "Geplantes Ende"
    ZAHL = "Zahlen"
    RAT = "Bericht an den Rat"


@dataclass(frozen=True, slots=True)
class Kalendertag:
    """A whole day: its name stays the same when the day moves, so that a calendar moves it, too."""

    schluessel: str
    tag: date
    art: Tagesart
    titel: str
    text: str
    sammlung: str
    kennung: str
    handlungsfelder: frozenset[str]
    akteure: frozenset[str]


def kalendertage(plan: Plan, stichtag: date) -> list[Kalendertag]:
    """All days of the measures that go on, of the indicators and of the reports to the council, the earliest first."""
    alle = [*_der_massnahmen(plan, stichtag), *_der_zahlen(plan), *_der_berichte(plan)]
    return sorted(alle, key=lambda t: (t.tag, t.schluessel))


def _der_massnahmen(plan: Plan, stichtag: date) -> Iterator[Kalendertag]:
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
                yield Kalendertag(schluessel, s.termin, Tagesart.SCHRITT, s.text, name, "massnahmen", m.id, *wo)
        if m.zeitraum and m.zeitraum.ende and not beendet(m, wie):
            yield Kalendertag(f"ende-{m.id}", m.zeitraum.ende, Tagesart.ENDE, name, "", "massnahmen", m.id, *wo)
        if wie.seit and not beendet(m, wie):
            am = naechster_bericht(plan, wie.seit)
            text = f"Zuletzt berichtet am {tag(wie.seit)}."
            yield Kalendertag(f"bericht-{m.id}", am, Tagesart.BERICHT, name, text, "massnahmen", m.id, *wo)


def hat_tage(m: Massnahme) -> bool:
    """True for a measure of which a calendar can hold a day: a term, an end, or the report after the last one."""
    terminiert = any(s.termin and not s.erledigt_am for s in m.schritte)
    return terminiert or bool(m.sachstaende or (m.zeitraum and m.zeitraum.ende))


def mitwirkende(m: Massnahme) -> set[str]:
    """The Akteure of a measure: who leads it and who takes part."""
    return {b.akteur for b in m.beteiligte} | ({m.federfuehrung} if m.federfuehrung else set())


def _der_zahlen(plan: Plan) -> Iterator[Kalendertag]:
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
        yield Kalendertag(f"zahlen-{i.id}", zahl.am, Tagesart.ZAHL, i.name, text, "indikatoren", i.id, *wo)


def _der_berichte(plan: Plan) -> Iterator[Kalendertag]:
    """The day that a report is named by, that of the session or of its paper; a report named otherwise has none."""
    for b in plan.berichte.values():
        try:
            am = date.fromisoformat(b.id)
        except ValueError:
            continue
        text = "\n".join(wort for wort in (b.sitzung or "", f"Vorlage {b.vorlage}" if b.vorlage else "") if wort)
        wo = (frozenset[str](), frozenset[str]())
        yield Kalendertag(f"ratsbericht-{b.id}", am, Tagesart.RAT, b.name_im(plan), text, "berichte", b.id, *wo)


def _zeit(stichtag: Stichtag) -> str:
    return f"Zahlen für {stichtag.bezeichnung}"
