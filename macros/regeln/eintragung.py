"""The rule on the day a figure was entered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.deutsch.kalender import tag
from macros.modell.auswahlen import Stichtagsform
from macros.modell.befund import Befund
from macros.modell.plan import Plan
from macros.regeln.register import regel

_FELD = "eingetragen_am"


@regel
def eintragung(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A figure is entered neither before its own time has begun nor after today."""
    for i in plan.indikatoren.values():
        datei = plan.tabelle(i.id)
        for k in plan.kennzahlen.get(i.id, ()):
            if k.eingetragen_am is None or k.stichtag.beginn > stichtag:  # the second is a finding of its own
                continue
            if k.eingetragen_am > stichtag:
                yield Befund(
                    datei,
                    k.zeile,
                    _FELD,
                    "zukunft",
                    f"Eingetragen am {tag(k.eingetragen_am)}: Dieser Tag liegt in der Zukunft.",
                    "Den Tag nennen, an dem die Zahl in diese Tabelle kam, oder die Zelle leeren.",
                )
            elif k.eingetragen_am < k.stichtag.beginn:
                yield Befund(
                    datei,
                    k.zeile,
                    _FELD,
                    "eintragung",
                    f"Eingetragen am {tag(k.eingetragen_am)}, aber {k.stichtag.bezeichnung} beginnt erst danach."
                    if k.stichtag.art is not Stichtagsform.TAG
                    else f"Eingetragen am {tag(k.eingetragen_am)}, aber der Stichtag ist erst der {k.stichtag.bezeichnung}.",
                    "Den Stichtag und den Tag der Eintragung prüfen; ist dieser nicht bekannt, die Zelle leeren.",
                )
