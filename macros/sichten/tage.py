"""Which days the data themselves carry: the newest entry, the newest figure. Neither Git nor the clock is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from macros.modell.geltung import fassung_von
from macros.modell.gemeinde import Fassung
from macros.modell.grundtypen import Datensatz
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.modell.ratsbericht import Ratsbericht
from macros.modell.rechnung import grundlage
from macros.modell.stichtag import Stichtag


def neuester_eintrag(plan: Plan, stichtag: date) -> date | None:
    """The newest day up to today that the data carry: of figures, reports, finished steps and decisions.

    Texts carry no day, so nothing is said about them.
    """
    return max((tag for tag in _tage(plan) if tag <= stichtag), default=None)


def _tage(plan: Plan) -> Iterator[date]:
    for m in plan.massnahmen.values():
        yield from (s.bekannt_ab for s in m.sachstaende)
        yield from (s.erledigt_am for s in m.schritte if s.erledigt_am)
    yield from (f.beschlossen_am for f in plan.fassungen.values() if f.beschlossen_am)
    for zahlen in plan.kennzahlen.values():
        yield from (k.eingetragen_am for k in zahlen if k.eingetragen_am)


def geaendert_am(plan: Plan, satz: Datensatz, stichtag: date) -> date | None:
    """The newest day up to today on which a record's page came to say something else; None where the data carry none.

    Of a measure its reports and finished steps, of an indicator the entries that it rests on, of a report to the council
    its closing; else the decision on the edition that the record belongs to.
    """
    return max((tag for tag in _tage_von(plan, satz) if tag <= stichtag), default=None)


def _tage_von(plan: Plan, satz: Datensatz) -> Iterator[date]:
    match satz:
        case Massnahme():
            yield from (s.bekannt_ab for s in satz.sachstaende)
            yield from (s.erledigt_am for s in satz.schritte if s.erledigt_am)
        case Indikator():
            je = {satz.id} | (grundlage(plan, satz.formel) if satz.formel else set())
            yield from (k.eingetragen_am for i in je for k in plan.kennzahlen.get(i, ()) if k.eingetragen_am)
        case Ratsbericht() if satz.abgeschlossen_am:
            yield satz.abgeschlossen_am
    fassung = satz if isinstance(satz, Fassung) else plan.fassungen.get(fassung_von(satz) or "")
    if fassung and fassung.beschlossen_am:
        yield fassung.beschlossen_am


def neueste_zahl(plan: Plan) -> Stichtag | None:
    """The newest Stichtag for which the data hold a figure."""
    stichtage = (k.stichtag for zahlen in plan.kennzahlen.values() for k in zahlen if k.wert is not None)
    return max(stichtage, default=None)


def eingetragen_am(zahlen: Iterable[Kennzahl]) -> date | None:
    """The newest day on which one of these figures was entered; None where no row says."""
    return max((k.eingetragen_am for k in zahlen if k.eingetragen_am), default=None)
