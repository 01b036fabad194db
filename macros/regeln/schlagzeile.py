"""A rule on the headline of an indicator: it goes stale when new figures come, and says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from macros.deutsch.zahlen import glatt, runde
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.plan import Plan
from macros.modell.rechnung import Unberechenbar, kennzahlen
from macros.modell.stichtag import Stichtag
from macros.regeln.register import regel

_ZEITEN = re.compile(r"\b\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zäöü]+) ?\d{4}\b|\b\d{4}/\d{2,4}\b|\b(?:19|20|21)\d{2}\b")
"""Days, school years and years: when something was, not how much."""
_ZAHL = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\w])")


@regel
def schlagzeile(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A headline names only figures of the newest time, changes up to it, targets, and the figures of other areas."""
    for i in plan.indikatoren.values():
        zahlen = _zahlen(plan, i)
        if not i.schlagzeile or not zahlen:
            continue
        neueste = max(k.stichtag for k in zahlen)
        werte = list(_werte(i, zahlen, neueste))
        fremde = [wort for wort in genannte(i.schlagzeile) if not _gedeckt(wort, werte)]
        if fremde:
            yield melde(
                plan.ort("indikatoren", i.id, "schlagzeile"),
                "schlagzeile",
                "schlagzeile",
                f"Die Schlagzeile nennt {fremde[0]}; in den Zahlen zu {neueste.bezeichnung} steht das nicht.",
                "Die Schlagzeile nach den neuesten Zahlen neu schreiben oder löschen.",
                Schwere.HINWEIS,
            )


def genannte(text: str) -> list[str]:
    """The figures in a sentence as they are written; no days and years."""
    return _ZAHL.findall(_ZEITEN.sub(" ", text))


def _gedeckt(wort: str, werte: Sequence[Decimal]) -> bool:
    """True where one of the values is that figure, rounded as it is written."""
    gemeint = Decimal(wort.replace(".", "").replace(",", "."))
    stellen = len(wort.partition(",")[2])
    return any(runde(float(w), stellen) == gemeint for w in werte)


def _zahlen(plan: Plan, i: Indikator) -> list[Kennzahl]:
    try:
        return [k for k in kennzahlen(plan, i.id) if k.wert is not None]
    except Unberechenbar:
        return []


def _werte(i: Indikator, zahlen: Sequence[Kennzahl], neueste: Stichtag) -> Iterator[Decimal]:
    """What a headline may name: the newest figures, how they changed, what they are set against."""
    yield from (glatt(z.wert) for z in i.ziele)
    yield from (glatt(v.wert) for v in i.vergleich)
    for k in zahlen:
        if k.stichtag == neueste and k.wert is not None:
            jetzt = glatt(k.wert)
            yield jetzt
            for a in zahlen:
                if a.merkmale == k.merkmale and a.stichtag < neueste and a.wert:
                    anders = abs(jetzt - glatt(a.wert))
                    yield from (anders, anders / abs(glatt(a.wert)) * 100)
