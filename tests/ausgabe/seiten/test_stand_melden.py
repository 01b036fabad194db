"""A report is asked for where it counts: at the measures of the edition in force, not at those that others have followed."""

from __future__ import annotations

from datetime import date

from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.erzeugen import seiten
from macros.modell.plan import Plan


def test_gemeldet_wird_zu_geltenden_massnahmen(plan: Plan) -> None:
    bau = Bau.am(plan, date(2026, 6, 30), "https://example.org/konzept/")
    je_adresse = {s.adresse: s.inhalt for s in seiten(bau)}
    geltend = {m.id for m in bau.massnahmen}
    assert 0 < len(geltend) < len(plan.massnahmen)
    mit = {k for k in plan.massnahmen if 'id="stand-melden"' in je_adresse[f"massnahmen/{k}/"]}
    assert mit == geltend
