"""The page that answers: how the measures stand and stood, what is late, next, paid, undecided, unknown, and what moved."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.modell.auswahlen import Ampel
from macros.modell.geltung import geltende_fassung, geltender_plan
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.sichten.entscheidung import Anlass, entscheidungen, je_anlass
from macros.sichten.indikator_lage import Wertaenderung, Zahlenlage, zahlenlage
from macros.sichten.kosten import Kostensumme, kostensummen
from macros.sichten.matrix import vorgaenger
from macros.sichten.reihen import reihe
from macros.sichten.stand import Lage
from macros.sichten.tage import neuester_eintrag
from macros.sichten.termine import Termin, Verspaetung, beendet, naechste_termine, verspaetungen
from macros.sichten.umsetzung import STANDARTEN, Standart, massnahmen_der_fassung
from macros.sichten.verlauf import herkuenfte, lagen, nur_fortgefuehrt

BERICHTSZEIT = timedelta(days=365)
MEISTBEWEGTE = 3


@dataclass(frozen=True, slots=True)
class Damals:
    """The day that „now“ is compared with: measure -> state and Ampel on it; `bericht` is its report, if there is one.

    Without `staende` nothing can be compared: no edition was in force on that day.
    """

    tag: date
    staende: Mapping[str, tuple[str, str]] | None
    bericht: str = ""


@dataclass(frozen=True, slots=True)
class Zaehlung:
    """How many measures have something, then and now; `damals` is None where then is unknown."""

    wort: str
    damals: int | None
    jetzt: int

    @property
    def unterschied(self) -> int | None:
        """Now minus then."""
        return None if self.damals is None else self.jetzt - self.damals


@dataclass(frozen=True, slots=True)
class Bewegung:
    """An indicator whose newest figure differs most from the one before."""

    indikator: str
    aenderung: Wertaenderung
    zeitwort: str


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
    gewechselt: int | None
    """How many had another state then, themselves or as the measure they go on with; None where then is unknown."""
    umgebildet: tuple[str, ...]
    """What was there then and has been split or merged: no state of now compares with its state."""
    nicht_mehr_dabei: tuple[str, ...]
    neu_dabei: tuple[str, ...]
    schritte: Schritte
    verspaetungen: tuple[Verspaetung, ...]
    naechste: tuple[Termin, ...]
    kosten: tuple[Kostensumme, ...]
    entscheidungen: tuple[tuple[Anlass, tuple[Massnahme, ...]], ...]
    unbekannt: tuple[Luecke, ...]
    bewegungen: tuple[Bewegung, ...]

    @property
    def termine_ueberfaellig(self) -> int:
        """How many planned days are past."""
        return sum(len(v.termine) for v in self.verspaetungen)

    @property
    def mit_termin(self) -> int:
        """How many measures under way state any day at all: without one nothing can be late."""
        return sum(bool(m.zeitraum or any(s.termin for s in m.schritte)) for m in self.laufend)


def stand_am(plan: Plan, tag: date, auswahl: Iterable[str] | None = None) -> Damals:
    """How the measures of the edition in force stood on a day, as the data of today tell it."""
    damaliger = geltender_plan(plan, tag)
    fassung = geltende_fassung(damaliger, tag)
    if fassung is None or tag.year < fassung.jahr:
        return Damals(tag, None)
    je, nur = lagen(damaliger, tag), set(auswahl) if auswahl is not None else None
    massnahmen = [m.id for m in massnahmen_der_fassung(damaliger, fassung.id) if nur is None or m.id in nur]
    return Damals(tag, {m: (je[m].kennung, je[m].ampel or "") for m in massnahmen})


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
    gleiche = _gleiche(plan, massnahmen, frueher or {})
    linien = herkuenfte(plan, [m.id for m in massnahmen])
    return Lagebild(
        stichtag=stichtag,
        massnahmen=tuple(massnahmen),
        laufend=laufend,
        damals=damals,
        staende=_zaehle(STANDARTEN, [je[m.id].kennung for m in massnahmen], frueher, 0),
        ampeln=_zaehle(Ampel, [je[m.id].ampel or "" for m in massnahmen], frueher, 1),
        gewechselt=None if frueher is None else sum(frueher[davor][0] != je[m].kennung for m, davor in gleiche.items()),
        umgebildet=tuple(sorted((set(frueher or ()) & linien) - set(gleiche.values()))),
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
        kosten=kostensummen(massnahmen),
        entscheidungen=je_anlass(entscheidungen(massnahmen, je)),
        unbekannt=_unbekannt(laufend, je),
        bewegungen=_bewegungen(plan, massnahmen, stichtag),
    )


def _gleiche(plan: Plan, massnahmen: Iterable[Massnahme], frueher: Collection[str]) -> dict[str, str]:
    """Measure -> the same measure then: itself, or of an earlier edition the one that it only goes on with."""
    davor = vorgaenger(plan)
    je: dict[str, str] = {}
    for m in massnahmen:
        kennung, gesehen = m.id, {""}
        while kennung not in frueher and kennung not in gesehen:
            gesehen.add(kennung)
            alte = davor.get(kennung, ())
            kennung = alte[0].id if len(alte) == 1 and nur_fortgefuehrt(alte[0]) else ""
        if kennung in frueher:
            je[m.id] = kennung
    return je


def vergleichstag(plan: Plan, stichtag: date, auswahl: Iterable[str] | None = None) -> Damals | None:
    """What „now“ is compared with where nobody names a day: a year before the newest entry; None without any entry."""
    neuester = neuester_eintrag(plan, stichtag)
    return stand_am(plan, neuester - BERICHTSZEIT, auswahl) if neuester else None


def _zaehle(
    arten: Iterable[Standart | Ampel],
    jetzt: Sequence[str],
    damals: Mapping[str, tuple[str, str]] | None,
    stelle: int,
) -> tuple[Zaehlung, ...]:
    """Counts of what occurs then or now, in the order of the list."""
    vorher = [w[stelle] for w in damals.values()] if damals is not None else None
    je = []
    for art in arten:
        kennung = art.kennung if isinstance(art, Standart) else art.value
        davor = None if vorher is None else vorher.count(kennung)
        if jetzt.count(kennung) or davor:
            je.append(Zaehlung(art.bezeichnung, davor, jetzt.count(kennung)))
    return tuple(je)


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


def berichtete_indikatoren(plan: Plan, massnahmen: Iterable[Massnahme]) -> list[str]:
    """The indicators of the start page and of the measures, each once."""
    genannt = [b.id for m in massnahmen for b in m.indikatoren]
    return [i for i in dict.fromkeys([*plan.gemeinde.startkennzahlen, *genannt]) if i in plan.indikatoren]


def _bewegungen(plan: Plan, massnahmen: Sequence[Massnahme], stichtag: date) -> tuple[Bewegung, ...]:
    """The figures that moved most, by their change in percent; none across a break or without a figure before."""
    je = [(i, zahlenlage(reihe(plan, i), stichtag)) for i in berichtete_indikatoren(plan, massnahmen)]
    gefunden = [Bewegung(i, a, lage.reihe.zeitwort) for i, lage in je if (a := _leitaenderung(lage))]
    return tuple(sorted(gefunden, key=lambda b: -abs(b.aenderung.prozent or 0))[:MEISTBEWEGTE])


def _leitaenderung(lage: Zahlenlage) -> Wertaenderung | None:
    gruppe = lage.leit or (lage.gruppen[0] if len(lage.gruppen) == 1 else None)
    a = gruppe.aenderung if gruppe else None
    return a if a and not a.bruch and a.prozent and a.absolut else None
