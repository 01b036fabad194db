"""Who has returned what, what is missing, and how complete a round is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.deutsch.kalender import tag
from macros.modell.plan import Plan
from macros.schreiben.runde.akte import Akte, Angefragt, Eingang

KOPF = ("Stelle", "zurück am", "Rückläufe", "berichtet", "Stand", "offen")


@dataclass(frozen=True)
class Teilstand:
    """One part: how much came back of what was asked, and what is still to be settled."""

    name: str
    zurueck_am: date | None
    spaet: bool
    ruecklaeufe: int
    berichtet: int
    gefragt: int
    offen: tuple[str, ...]
    ungelesen: int

    @property
    def wort(self) -> str:
        """The state in a word or two."""
        if self.offen or self.ungelesen:
            return "Rückfrage offen"
        if self.gefragt and self.berichtet >= self.gefragt:
            return "vollständig"
        if self.berichtet:
            return "teilweise"
        return "ohne neuen Bericht" if self.ruecklaeufe else "fehlt"

    def zellen(self, plan: Plan) -> tuple[str, ...]:
        """The row of the table."""
        wann = tag(self.zurueck_am) + (" (nach der Frist)" if self.spaet else "") if self.zurueck_am else "–"
        berichtet = f"{self.berichtet} von {self.gefragt}" if self.gefragt else "–"
        offen = [plan.massnahmen[k].nummer if k in plan.massnahmen else k for k in self.offen]
        return self.name, wann, str(self.ruecklaeufe), berichtet, self.wort, ", ".join(offen) or "–"


def rundenstand(akte: Akte, plan: Plan) -> list[Teilstand]:
    """Every part as it was asked, then what came back without a part."""
    staende = [_teilstand(akte, plan, t) for t in akte.teile]
    if any(not akte.teil(e.teil) for e in akte.eingaenge):
        staende.append(_teilstand(akte, plan, Angefragt("", akte.name(""), "", {})))
    return staende


def _teilstand(akte: Akte, plan: Plan, teil: Angefragt) -> Teilstand:
    eigene = [e for e in akte.eingaenge if e.teil == teil.kennung]
    tage = [date.fromisoformat(e.am) for e in eigene]
    # Reports count however they came: by workbook, form or by hand.
    berichtet = sum(
        k in plan.massnahmen and len(plan.massnahmen[k].sachstaende) > davor for k, davor in teil.massnahmen.items()
    )
    erster = min(tage, default=None)
    return Teilstand(
        teil.name,
        erster,
        erster is not None and erster > akte.frist,
        len(eigene),
        berichtet,
        len(teil.massnahmen),
        _offen(eigene),
        sum(not e.gelesen for e in eigene[-1:]),
    )


def _offen(eingaenge: Sequence[Eingang]) -> tuple[str, ...]:
    """What went back and did not come again in a later return."""
    offen: dict[str, None] = {}
    for e in eingaenge:
        for kennung in e.uebernommen:
            offen.pop(kennung, None)
        offen |= dict.fromkeys(e.offen)
    return tuple(offen)


def als_tabelle(zeilen: Sequence[Sequence[str]]) -> str:
    """The table in columns of equal width, for the terminal."""
    alle = [KOPF, *zeilen]
    breiten = [max(len(z[n]) for z in alle) for n in range(len(KOPF))]
    return "".join("  ".join(w.ljust(b) for w, b in zip(zeile, breiten, strict=True)).rstrip() + "\n" for zeile in alle)


def summe(staende: Sequence[Teilstand]) -> str:
    """How complete the round is, in one sentence."""
    stellen = [s for s in staende if s.gefragt]
    zurueck, berichtet = sum(s.ruecklaeufe > 0 for s in stellen), sum(s.berichtet for s in stellen)
    gefragt = sum(s.gefragt for s in stellen)
    return (
        f"{zurueck} von {len(stellen)} Stellen haben geantwortet, zu {berichtet} von {gefragt} Maßnahmen ist berichtet."
    )
