"""Rule on texts in Leichte Sprache: hints at what its readers stumble over; none of them stops a build."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.deutsch.leichte_regeln import Verstoss, ungleiche, verstoesse
from macros.modell.befund import Befund, Ort, Schwere, melde
from macros.modell.felder import Feldart, feld
from macros.modell.plan import Pfad, Plan
from macros.modell.sprache import Sprache, Sprachteil
from macros.modell.texte import Textstelle, deutsche_texte
from macros.regeln.register import regel

_NICHT_LEICHT = frozenset({"name", "beschreibung"})
"""Fields that say something about the text to others than its readers."""


@regel
def leichte_sprache(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A text in Leichte Sprache keeps to its rules (BITV 2.0, Anlage 2 Teil 2), as far as its form shows."""
    leichte = {s.id for s in plan.sprachen.values() if s.ist_leicht}
    if not leichte:
        return
    je: dict[str, list[Textstelle]] = {}
    for stelle in deutsche_texte(plan):
        if stelle.sammlung == "sprachen" and stelle.kennung in leichte and stelle.pfad[0] not in _NICHT_LEICHT:
            je.setdefault(stelle.kennung, []).append(stelle)
    for stellen in je.values():
        for stelle in stellen:
            yield from (_befund(stelle, v) for v in verstoesse(stelle.text, _ist_text(stelle.pfad)))
        yield from (_befund(stellen[n], v) for n, v in ungleiche([s.text for s in stellen]))


@regel
def leichte_teile(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Leichte Sprache also explains the accessibility statement, and names what else there is (BITV 2.0, § 4)."""
    for s in plan.sprachen.values():
        da = {k.teil for k in s.kapitel}
        for teil in (Sprachteil.BARRIEREFREIHEIT, Sprachteil.MEHR):
            if s.ist_leicht and teil not in da:
                yield melde(
                    plan.ort("sprachen", s.id, "kapitel"),
                    "kapitel",
                    "leichte-teile",
                    f"In Leichter Sprache fehlt ein Kapitel „{teil.bezeichnung}“; die BITV 2.0 verlangt es (§ 4).",
                    f"Ein Kapitel mit „teil: {teil.value}“ ergänzen.",
                    Schwere.HINWEIS,
                )


def _ist_text(pfad: Pfad) -> bool:
    return feld(Sprache, *(teil for teil in pfad if isinstance(teil, str))).art is Feldart.TEXT


def _befund(stelle: Textstelle, v: Verstoss) -> Befund:
    ort: Ort = stelle.ort.an(stelle.text, v.stelle)
    name = ".".join(str(teil + 1) if isinstance(teil, int) else teil for teil in stelle.pfad)
    return melde(ort, name, f"leicht-{v.regel}", v.text, v.vorschlag, Schwere.HINWEIS)
