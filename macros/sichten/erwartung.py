"""When the next figures of an indicator are due: on the day that its record names, else by its rhythm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.modell.auswahlen import Periodizitaet
from macros.modell.indikator import Indikator
from macros.modell.plan import Plan
from macros.modell.stichtag import Stichtag, lies_stichtag


@dataclass(frozen=True, slots=True)
class Zahlerwartung:
    """The day from which figures are missing, and for which time; None where only the day was written down."""

    indikator: Indikator
    am: date
    fuer: Stichtag | None = None


def naechste_zahl(plan: Plan, indikator: Indikator) -> Zahlerwartung | None:
    """What is expected next; None for what is computed, collected once or irregularly, or has no figure yet.

    How long a source takes to publish nobody has said. So by rhythm a figure is expected from the end of its time on.
    """
    if indikator.naechste_aktualisierung:
        return Zahlerwartung(indikator, indikator.naechste_aktualisierung)
    if indikator.formel is not None:
        return None
    neuester = max((k.stichtag for k in plan.kennzahlen.get(indikator.id, ())), default=None)
    schreibweise = naechster_stichtag(indikator, neuester)
    if schreibweise is None:
        return None
    stichtag = lies_stichtag(schreibweise, indikator.stichtagsform)
    return Zahlerwartung(indikator, stichtag.ende, stichtag)


def naechster_stichtag(indikator: Indikator, neuester: Stichtag | None) -> str | None:
    """The Stichtag that follows the newest one, in the same spelling; None where no rhythm is known."""
    jahre = {Periodizitaet.JAEHRLICH: 1, Periodizitaet.SCHULJAHR: 1, Periodizitaet.ZWEIJAEHRLICH: 2}
    if neuester is None or indikator.periodizitaet not in jahre:
        return None
    schritt, alt = jahre[indikator.periodizitaet], str(neuester)
    jahr = int(alt[:4]) + schritt
    if "/" in alt and len(alt) == 7:
        return f"{jahr}/{(jahr + 1) % 100:02d}"
    if "/" in alt:
        return f"{int(alt[5:]) + 1}/{2 * int(alt[5:]) - int(alt[:4]) + 1}"
    neu = f"{jahr}{alt[4:]}"
    try:
        lies_stichtag(neu)
    except ValueError:
        return f"{jahr}-02-28"
    return neu
