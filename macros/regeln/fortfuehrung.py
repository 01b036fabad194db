"""Rules on what one edition takes over from the one before: copies are begun alike, and life goes on with the old ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.deutsch.kalender import tag
from macros.modell.auswahlen import Nachfolgeart
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.regeln.register import regel


@regel
def schritt_uebernommen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A step that is done in the edition before is not open in the one that follows: it would be called late."""
    for alte, neue in _paare(plan):
        erledigt = {s.text: s.erledigt_am for s in alte.schritte if s.erledigt_am}
        for i, s in enumerate(neue.schritte):
            if not s.erledigt_am and (am := erledigt.get(s.text)):
                yield melde(
                    plan.ort("massnahmen", neue.id, "schritte", i),
                    f"schritte.{i + 1}.erledigt_am",
                    "schritt-uebernommen",
                    f"Bei „{alte.id}“ ist dieser Schritt am {tag(am)} erledigt, hier steht er als offen.",
                    f"erledigt_am: {am.isoformat()} auch hier eintragen, oder den Schritt streichen. "
                    "Ist er noch einmal zu tun, das im Text sagen.",
                    Schwere.HINWEIS,
                )


@regel
def teile_doppelt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """The parts of a split measure do not carry the same money or the same step: sums would count them twice."""
    for alte in plan.massnahmen.values():
        if alte.nachfolge is None or alte.nachfolge.art is not Nachfolgeart.GETEILT:
            continue
        teile = [plan.massnahmen[k] for k in alte.nachfolge.massnahmen if k in plan.massnahmen]
        for nummer, teil in enumerate(teile):
            for frueherer in teile[:nummer]:
                yield from _doppelt(plan, frueherer, teil)


def _doppelt(plan: Plan, erster: Massnahme, zweiter: Massnahme) -> Iterator[Befund]:
    if zweiter.kosten and zweiter.kosten == erster.kosten:
        yield melde(
            plan.ort("massnahmen", zweiter.id, "kosten"),
            "kosten",
            "teile-doppelt",
            f"Das sind dieselben Kosten wie bei „{erster.id}“, dem anderen Teil: Zusammen zählen sie doppelt.",
            "Die Beträge auf die Teile aufteilen. Ist das nicht bekannt, kosten nur bei einem Teil nennen.",
            Schwere.HINWEIS,
        )
    bekannte = {s.text for s in erster.schritte}
    gleiche = [i for i, s in enumerate(zweiter.schritte) if s.text in bekannte]
    if gleiche:
        nummern = ", ".join(str(i + 1) for i in gleiche)
        yield melde(
            plan.ort("massnahmen", zweiter.id, "schritte", gleiche[0]),
            f"schritte.{gleiche[0] + 1}.text",
            "teile-doppelt",
            f"Auch „{erster.id}“, der andere Teil, hat diese Schritte: {nummern}. Zusammen zählen sie doppelt.",
            "Jeden bei einem Teil streichen. Tun ihn beide, jeweils im Text sagen, was.",
            Schwere.HINWEIS,
        )


def _paare(plan: Plan) -> Iterator[tuple[Massnahme, Massnahme]]:
    """Each measure with each that follows it."""
    for alte in plan.massnahmen.values():
        for kennung in alte.nachfolge.massnahmen if alte.nachfolge else ():
            if neue := plan.massnahmen.get(kennung):
                yield alte, neue
