"""Rules on Handlungsfelder, challenges, goals and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.modell.auswahlen import Farbe, Symbol
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.plan import Plan
from macros.modell.schreibweise import meinten_sie
from macros.regeln.register import regel


@regel
def bereich_unbekannt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """The Bereich of a challenge belongs to its Handlungsfeld."""
    for h in plan.herausforderungen.values():
        feld = plan.handlungsfelder.get(h.handlungsfeld)
        bereiche = [b.id for b in feld.bereiche] if feld else []
        if feld and h.bereich and h.bereich not in bereiche:
            yield melde(
                plan.ort("herausforderungen", h.id, "bereich"),
                "bereich",
                "bereich",
                f"Den Bereich „{h.bereich}“ hat das Handlungsfeld „{feld.name}“ nicht.",
                meinten_sie(h.bereich, bereiche)
                or (f"Erlaubt: {', '.join(bereiche)}." if bereiche else "Das Feld weglassen."),
            )


@regel
def ziel_zielgruppe(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """The target groups of a single goal are among those of its challenge."""
    for h in plan.herausforderungen.values():
        for nummer, ziel in enumerate(h.ziele):
            for stelle, gruppe in enumerate(ziel.zielgruppen):
                if gruppe not in h.zielgruppen:
                    yield melde(
                        plan.ort("herausforderungen", h.id, "ziele", nummer, "zielgruppen", stelle),
                        f"ziele.{nummer + 1}.zielgruppen",
                        "ziel-zielgruppe",
                        f"„{gruppe}“ fehlt in den Zielgruppen der Herausforderung.",
                        f"zielgruppen um „{gruppe}“ ergänzen.",
                    )


@regel
def nummer_doppelt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Numbers, orders and Kürzel are given once."""
    vergeben: dict[tuple[str, ...], str] = {}
    for sammlung, kennung, feld, *umkreis, wert in _nummern(plan):
        erster = vergeben.setdefault((sammlung, feld, *umkreis, wert), kennung)
        if erster != kennung:
            yield melde(
                plan.ort(sammlung, kennung, feld),
                feld,
                "doppelt",
                f"„{wert}“ ist schon vergeben an {sammlung}/{erster}.yaml.",
                "Einen eigenen Wert eintragen.",
            )


def _nummern(plan: Plan) -> Iterator[tuple[str, ...]]:
    """(collection, id, field, what it has to be unique in, value) of everything that is given once."""
    for h in plan.herausforderungen.values():
        yield "herausforderungen", h.id, "nummer", h.fassung, h.handlungsfeld, str(h.nummer)
    for m in plan.massnahmen.values():
        yield "massnahmen", m.id, "nummer", m.herkunft.fassung, m.nummer
    for f in plan.handlungsfelder.values():
        for feld in ("kuerzel", "reihenfolge"):
            yield "handlungsfelder", f.id, feld, str(getattr(f, feld))
        # Where there are more fields than colours, a colour comes again beside another symbol.
        for feld, anderes, vorrat in (("farbe", "symbol", Farbe), ("symbol", "farbe", Symbol)):
            umkreis = [str(getattr(f, anderes))] if len(plan.handlungsfelder) > len(vorrat) else []
            yield "handlungsfelder", f.id, feld, *umkreis, str(getattr(f, feld))
    for a in plan.konzept.values():
        yield "konzept", a.id, "reihenfolge", a.fassung, str(a.reihenfolge)


@regel
def nummer_und_herkunft(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A measure has the number that its edition gives it."""
    for m in plan.massnahmen.values():
        if m.nummer != m.herkunft.nummer:
            yield melde(
                plan.ort("massnahmen", m.id, "nummer"),
                "nummer",
                "herkunft",
                f"Die Nummer {m.nummer} passt nicht zur Herkunft ({m.herkunft.nummer}).",
                "Beide Angaben gleich schreiben.",
            )


@regel
def handlungsfeld_passt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A measure belongs to the Handlungsfeld of at least one of its challenges."""
    for m in plan.massnahmen.values():
        felder = {plan.herausforderungen[h].handlungsfeld for h in m.herausforderungen if h in plan.herausforderungen}
        if felder and m.handlungsfeld not in felder:
            yield melde(
                plan.ort("massnahmen", m.id, "handlungsfeld"),
                "handlungsfeld",
                "handlungsfeld",
                f"Keine der Herausforderungen gehört zu „{m.handlungsfeld}“.",
                f"Gemeint vielleicht: {', '.join(sorted(felder))}.",
                Schwere.WARNUNG,
            )
