"""What a council may decide, in sentences that each stand alone, so that any of them can be struck."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.deutsch.kalender import tag
from macros.deutsch.saetze import aufzaehlung
from macros.deutsch.zahlen import betrag
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.sichten.entscheidung import Anlass
from macros.sichten.lagebild import Lagebild
from macros.sichten.termine import Verspaetung


def beschlusssaetze(plan: Plan, bild: Lagebild) -> list[str]:
    """One sentence a decision; those on the lead are joined per Handlungsfeld."""
    spaet = {v.massnahme.id: v for v in bild.verspaetungen}
    saetze = []
    for anlass, massnahmen in bild.entscheidungen:
        if anlass is Anlass.FEDERFUEHRUNG:
            saetze += list(_federfuehrung(plan, massnahmen))
        else:
            saetze += [_satz(anlass, m, spaet) for m in massnahmen]
    return saetze


def _federfuehrung(plan: Plan, massnahmen: tuple[Massnahme, ...]) -> Iterator[str]:
    for feld in plan.handlungsfelder.values():
        davon = [m for m in massnahmen if m.handlungsfeld == feld.id]
        if len(davon) == 1:
            yield f"Für die Maßnahme {_name(davon[0])} wird eine Federführung benannt."
        elif davon:
            nummern = aufzaehlung([m.nummer for m in davon])
            yield f"Für die Maßnahmen {nummern} im Handlungsfeld „{feld.name}“ wird je eine Federführung benannt."


def _satz(anlass: Anlass, m: Massnahme, spaet: Mapping[str, Verspaetung]) -> str:
    name = _name(m)
    match anlass:
        case Anlass.VORGESCHLAGEN:
            return f"Die Maßnahme {name} wird beschlossen."
        case Anlass.AUSGESETZT:
            return f"Die ausgesetzte Maßnahme {name} wird wieder aufgenommen / beendet."
        case Anlass.ENDE:
            ende = spaet[m.id].termine[-1].tag
            return f"Die Maßnahme {name}, deren geplantes Ende der {tag(ende)} war, wird verlängert bis … / beendet."
        case Anlass.SCHRITT:
            termin = spaet[m.id].termine[0].tag
            return f"Für die Maßnahme {name} wird statt des {tag(termin)} ein neuer Termin festgelegt."
        case Anlass.DECKUNG if m.kosten:
            return (
                f"Für die Kosten der Maßnahme {name} ({betrag(m.kosten.betrag_euro)} Euro, {m.kosten.art.bezeichnung}) "
                "wird die Finanzierung benannt."
            )
        case _:
            return (
                f"Für die Maßnahme {name} ({anlass.bezeichnung}) werden Mittel, Zuständigkeit oder Termine angepasst."
            )


def _name(m: Massnahme) -> str:
    return f"{m.nummer} „{m.titel}“"
