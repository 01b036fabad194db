"""Where one figure is from: what its row says, else what its indicator says of the first figures; never a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from macros.modell.erhebung import Werteherkunft
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.konzept import Quellenart
from macros.modell.plan import Plan
from macros.modell.rechnung import Unberechenbar, grundlage, kennzahlen
from macros.modell.stichtag import Stichtag

_KENNUNG = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Zahlenquelle:
    """The source of a figure: its name, its record where it has one, and where the figure was read.

    Without a name nobody has said where the figure is from.
    """

    name: str = ""
    kennung: str | None = None
    herkunft: Werteherkunft | None = None
    aus_zeile: bool = False
    """True where the row names it; what the record of the source says about its tables may then be another year's."""


UNBEKANNT = Zahlenquelle()


def ist_verweis(text: str) -> bool:
    """True for what looks like the id of a source; anything else is the source in words."""
    return _KENNUNG.fullmatch(text) is not None


def ist_neu(plan: Plan, i: Indikator, k: Kennzahl) -> bool:
    """True for a figure that came after the concept: it carries a day of entry, or its time begins after that year."""
    return k.eingetragen_am is not None or k.stichtag.beginn.year > _jahr(plan, i)


def zahlenquelle(plan: Plan, i: Indikator, k: Kennzahl) -> Zahlenquelle:
    """The source of a typed figure.

    „From the concept“ holds for the figures that the concept has; of a later one it would not be true.
    """
    if k.quelle:
        satz = plan.quellen.get(k.quelle)
        if satz is None:
            return Zahlenquelle(k.quelle, None, Werteherkunft.QUELLE, aus_zeile=True)
        konzept = satz.art is Quellenart.KONZEPT
        herkunft = Werteherkunft.KONZEPT if konzept else Werteherkunft.QUELLE
        return Zahlenquelle(satz.bezeichnung, satz.id, herkunft, aus_zeile=True)
    if i.zahlen_aus is not Werteherkunft.QUELLE and ist_neu(plan, i, k):
        return UNBEKANNT
    quelle = plan.quellen.get(i.quelle)
    return Zahlenquelle(quelle.bezeichnung if quelle else i.quelle, quelle.id if quelle else None, i.zahlen_aus)


def quellen_der_zahl(plan: Plan, i: Indikator, k: Kennzahl) -> tuple[Zahlenquelle, ...]:
    """Every source that a figure rests on: its own, or of a computed one those of its terms."""
    if i.formel is None:
        return (zahlenquelle(plan, i, k),)
    zutaten = [plan.indikatoren[kennung] for kennung in sorted(grundlage(plan, i.formel))]
    return tuple(
        dict.fromkeys(
            zahlenquelle(plan, zutat, z)
            for zutat in zutaten
            for z in plan.kennzahlen.get(zutat.id, ())
            if z.stichtag in k.grundlage and z.wert is not None
        )
    )


def offene_hinweise(plan: Plan, i: Indikator) -> Stichtag | None:
    """The newest time with new figures of which nobody has said that the notes without a time hold for it too."""
    if not (i.hinweise or i.methodenhinweise):
        return None
    try:
        neue = [k.stichtag for k in kennzahlen(plan, i.id) if k.wert is not None and _rest_auf_neuem(plan, i, k)]
    except Unberechenbar:
        return None
    neueste = max(neue, default=None)
    gelten_bis = i.hinweise_gelten_bis
    return neueste if neueste and (gelten_bis is None or gelten_bis.ende < neueste.ende) else None


def _rest_auf_neuem(plan: Plan, i: Indikator, k: Kennzahl) -> bool:
    """True for a new figure, and for a computed one that rests on one."""
    if i.formel is None:
        return ist_neu(plan, i, k)
    zutaten = [plan.indikatoren[z] for z in grundlage(plan, i.formel)]
    return any(
        z.stichtag in k.grundlage and ist_neu(plan, zutat, z)
        for zutat in zutaten
        for z in plan.kennzahlen.get(zutat.id, ())
    )


def _jahr(plan: Plan, i: Indikator) -> int:
    """The year of the edition that an indicator's section belongs to; of the newest one where it has none.

    Where an edition is too broken to load, nothing is called newer than it.
    """
    if plan.bekannt.get("fassungen", frozenset()) - set(plan.fassungen):
        return date.max.year
    abschnitt = plan.konzept.get(i.abschnitt or "")
    if abschnitt and abschnitt.fassung in plan.fassungen:
        return plan.fassungen[abschnitt.fassung].jahr
    return max((f.jahr for f in plan.fassungen.values()), default=date.max.year)
