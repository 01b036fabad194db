"""Two editions side by side: what became of each measure, and what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.modell.auswahlen import Nachfolgeart
from macros.modell.gemeinde import Fassung
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.sichten.umsetzung import massnahmen_der_fassung

NEU, OFFEN = "neu", "offen"


@dataclass(frozen=True, slots=True)
class Uebergang:
    """Measures of the old edition, what they became, and why; one side may be empty."""

    alt: tuple[Massnahme, ...]
    neu: tuple[Massnahme, ...]
    art: str
    bezeichnung: str
    begruendungen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Synopse:
    """An edition and the one before it."""

    alt: Fassung
    neu: Fassung
    uebergaenge: tuple[Uebergang, ...]


def synopse(plan: Plan, fassung: str) -> Synopse | None:
    """The comparison of an edition with its predecessor; None for the first one.

    Measures that were merged into the same one share a row. Measures that no old one names are new.
    """
    neu = plan.fassungen[fassung]
    if neu.vorgaenger is None:
        return None
    return Synopse(plan.fassungen[neu.vorgaenger], neu, tuple(_uebergaenge(plan, neu.vorgaenger, fassung)))


def _uebergaenge(plan: Plan, alt: str, neu: str) -> Iterator[Uebergang]:
    alte = massnahmen_der_fassung(plan, alt)
    erledigt: set[str] = set()
    genannt: set[str] = set()
    for m in alte:
        if m.id in erledigt:
            continue
        if m.nachfolge is None:
            yield Uebergang((m,), (), OFFEN, "nicht angegeben", ())
            continue
        ziele = m.nachfolge.massnahmen
        gruppe = [m]
        if m.nachfolge.art is Nachfolgeart.ZUSAMMENGELEGT:
            gruppe = [
                a
                for a in alte
                if a.nachfolge and a.nachfolge.art is m.nachfolge.art and a.nachfolge.massnahmen == ziele
            ]
        erledigt |= {a.id for a in gruppe}
        genannt |= set(ziele)
        yield Uebergang(
            alt=tuple(gruppe),
            neu=tuple(plan.massnahmen[z] for z in ziele),
            art=m.nachfolge.art.value,
            bezeichnung=m.nachfolge.art.bezeichnung,
            begruendungen=tuple(dict.fromkeys(a.nachfolge.begruendung for a in gruppe if a.nachfolge)),
        )
    for m in massnahmen_der_fassung(plan, neu):
        if m.id not in genannt:
            yield Uebergang((), (m,), NEU, "neu", ())
