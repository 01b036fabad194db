"""The page that answers: how the measures stand and stood, what is late, next, paid, undecided, unknown, and what moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.modell.auswahlen import Ampel
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.sichten.bewegungen import Bewegung, bewegungen
from macros.sichten.damals import Damals, Zaehlung, gleiche, zaehle
from macros.sichten.entscheidung import Anlass, entscheidungen, je_anlass
from macros.sichten.kosten import Kostensumme, kostensummen
from macros.sichten.stand import Lage
from macros.sichten.termine import Termin, Verspaetung, beendet, naechste_termine, verspaetungen
from macros.sichten.umsetzung import STANDARTEN
from macros.sichten.verlauf import herkuenfte


@dataclass(frozen=True, slots=True)
class Schritte:
    """Steps of the measures: all, done ever, done in the period, and those without a planned day."""

    alle: int
    erledigt: int
    im_zeitraum: int
    ohne_termin: int


@dataclass(frozen=True, slots=True)
class Luecke:
    """A field that a council asks for, and the measures under way that do not state it."""

    wort: str
    massnahmen: tuple[Massnahme, ...]


@dataclass(frozen=True)
class Lagebild:
    """Ten answers about some measures on a day; `laufend` are those that are not over."""

    stichtag: date
    massnahmen: tuple[Massnahme, ...]
    laufend: tuple[Massnahme, ...]
    damals: Damals | None
    staende: tuple[Zaehlung, ...]
    ampeln: tuple[Zaehlung, ...]
    gewechselte: tuple[Massnahme, ...] | None
    """Those that had another state then, themselves or as the measure they go on with; None where then is unknown."""
    umgebildet: tuple[str, ...]
    """What was there then and has been split or merged: no state of now compares with its state."""
    nicht_mehr_dabei: tuple[str, ...]
    neu_dabei: tuple[str, ...]
    schritte: Schritte
    verspaetungen: tuple[Verspaetung, ...]
    naechste: tuple[Termin, ...]
    federfuehrungen: tuple[tuple[str, tuple[Massnahme, ...]], ...]
    """Who leads measures under way, and which; who leads most comes first."""
    kosten: tuple[Kostensumme, ...]
    entscheidungen: tuple[tuple[Anlass, tuple[Massnahme, ...]], ...]
    unbekannt: tuple[Luecke, ...]
    bewegungen: tuple[Bewegung, ...]

    @property
    def gewechselt(self) -> int | None:
        """How many had another state then."""
        return None if self.gewechselte is None else len(self.gewechselte)

    @property
    def termine_ueberfaellig(self) -> int:
        """How many planned days are past."""
        return sum(len(v.termine) for v in self.verspaetungen)

    @property
    def mit_termin(self) -> int:
        """How many measures under way state any day at all: without one nothing can be late."""
        return sum(bool(m.zeitraum or any(s.termin for s in m.schritte)) for m in self.laufend)


def lagebild(
    plan: Plan,
    je: Mapping[str, Lage],
    massnahmen: Sequence[Massnahme],
    stichtag: date,
    damals: Damals | None = None,
) -> Lagebild:
    """The answers about some measures; `damals` None where the data carry no day to compare with."""
    laufend = tuple(m for m in massnahmen if not beendet(m, je[m.id]))
    schritte = [s for m in massnahmen for s in m.schritte]
    ab = damals.tag if damals else date.min
    neue = [s for s in schritte if s.erledigt_am and ab < s.erledigt_am <= stichtag]
    frueher = damals.staende if damals else None
    gleiche_damals = gleiche(plan, massnahmen, frueher or {})
    linien = herkuenfte(plan, [m.id for m in massnahmen])
    return Lagebild(
        stichtag=stichtag,
        massnahmen=tuple(massnahmen),
        laufend=laufend,
        damals=damals,
        staende=zaehle(STANDARTEN, [je[m.id].kennung for m in massnahmen], frueher, 0),
        ampeln=zaehle(Ampel, [je[m.id].ampel or "" for m in massnahmen], frueher, 1),
        gewechselte=None
        if frueher is None
        else tuple(
            m for m in massnahmen if m.id in gleiche_damals and frueher[gleiche_damals[m.id]][0] != je[m.id].kennung
        ),
        umgebildet=tuple(sorted((set(frueher or ()) & linien) - set(gleiche_damals.values()))),
        nicht_mehr_dabei=tuple(sorted(set(frueher or ()) - linien)),
        neu_dabei=tuple(
            m.id for m in massnahmen if frueher is not None and not herkuenfte(plan, [m.id]) & set(frueher)
        ),
        schritte=Schritte(
            len(schritte),
            sum(s.erledigt_am is not None for s in schritte),
            len(neue),
            sum(not s.termin for s in schritte),
        ),
        verspaetungen=verspaetungen(massnahmen, je, stichtag),
        naechste=naechste_termine(massnahmen, je, stichtag),
        federfuehrungen=_federfuehrungen(laufend),
        kosten=kostensummen(massnahmen),
        entscheidungen=je_anlass(entscheidungen(massnahmen, je)),
        unbekannt=_unbekannt(laufend, je),
        bewegungen=bewegungen(plan, massnahmen, stichtag),
    )


def _federfuehrungen(laufend: Sequence[Massnahme]) -> tuple[tuple[str, tuple[Massnahme, ...]], ...]:
    je: dict[str, list[Massnahme]] = {}
    for m in laufend:
        if m.federfuehrung:
            je.setdefault(m.federfuehrung, []).append(m)
    return tuple(sorted(((wer, tuple(davon)) for wer, davon in je.items()), key=lambda paar: -len(paar[1])))


def _unbekannt(laufend: Sequence[Massnahme], je: Mapping[str, Lage]) -> tuple[Luecke, ...]:
    """What measures under way do not say."""
    fragen = (
        ("Sachstand", [m for m in laufend if je[m.id].stand is None]),
        ("Federführung", [m for m in laufend if not m.federfuehrung]),
        ("Zeitraum", [m for m in laufend if not m.zeitraum]),
        ("Kosten", [m for m in laufend if not m.kosten]),
        ("Finanzierung", [m for m in laufend if not m.finanzierung]),
    )
    return tuple(Luecke(wort, tuple(davon)) for wort, davon in fragen if davon)
