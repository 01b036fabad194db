"""What became of a measure; a loop in broken data ends."""

from __future__ import annotations

from dataclasses import replace

from macros.modell.plan import Plan
from macros.modell.verwandte import mit_folgern


def test_eine_abgeloeste_massnahme_fuehrt_zu_ihren_folgern(plan: Plan) -> None:
    assert mit_folgern(plan, "sprachcafe") == ("sprachcafe", "sprachtreffs")
    assert mit_folgern(plan, "gibt-es-nicht") == ()


def test_ein_kreis_endet(plan: Plan) -> None:
    alte = plan.massnahmen["sprachcafe"]
    assert alte.nachfolge
    zurueck = alte.nachfolge.model_copy(update={"massnahmen": ("sprachcafe",)})
    neue = plan.massnahmen["sprachtreffs"].model_copy(update={"nachfolge": zurueck})
    kreis = replace(plan, massnahmen={**plan.massnahmen, "sprachtreffs": neue})
    assert mit_folgern(kreis, "sprachcafe") == ("sprachcafe", "sprachtreffs")
