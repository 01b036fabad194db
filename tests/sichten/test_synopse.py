"""Between two editions no measure goes missing."""

from __future__ import annotations

import pytest

from macros.modell.plan import Plan
from macros.sichten.synopse import Synopse, synopse


@pytest.fixture
def vergleich(plan: Plan) -> Synopse:
    s = synopse(plan, "2025")
    assert s
    return s


def test_die_erste_fassung_hat_keinen_vergleich(plan: Plan) -> None:
    assert synopse(plan, "2021") is None


def test_jede_alte_und_jede_neue_massnahme_kommt_vor(vergleich: Synopse, plan: Plan) -> None:
    alte = [m.id for u in vergleich.uebergaenge for m in u.alt]
    neue = {m.id for u in vergleich.uebergaenge for m in u.neu}
    assert sorted(alte) == sorted(m.id for m in plan.massnahmen.values() if m.herkunft.fassung == "2021")
    assert neue == {m.id for m in plan.massnahmen.values() if m.herkunft.fassung == "2025"}


@pytest.mark.parametrize(
    ("art", "alt", "neu"),
    [
        ("fortgefuehrt", ["sprachcafe"], ["sprachtreffs"]),
        ("geteilt", ["bildungslots-innen"], ["lernpatenschaften", "anerkennungsberatung"]),
        ("zusammengelegt", ["aemterwegweiser", "begruessungsbrief"], ["willkommensmappe"]),
        ("entfallen", ["integrationspreis"], []),
    ],
)
def test_jede_art_des_uebergangs(vergleich: Synopse, art: str, alt: list[str], neu: list[str]) -> None:
    (uebergang,) = [u for u in vergleich.uebergaenge if u.art == art]
    assert [m.id for m in uebergang.alt] == alt
    assert [m.id for m in uebergang.neu] == neu
    assert uebergang.begruendungen


def test_gleiche_gruende_stehen_einmal_da(vergleich: Synopse) -> None:
    (uebergang,) = [u for u in vergleich.uebergaenge if u.art == "zusammengelegt"]
    assert len(uebergang.begruendungen) == 1


def test_ohne_angabe_bleibt_eine_massnahme_sichtbar(plan: Plan) -> None:
    ohne = {k: m.model_copy(update={"nachfolge": None}) if k == "sprachcafe" else m for k, m in plan.massnahmen.items()}
    s = synopse(Plan(plan.gemeinde, fassungen=plan.fassungen, massnahmen=ohne), "2025")
    assert s and [(u.art, u.alt[0].id) for u in s.uebergaenge if u.art == "offen"] == [("offen", "sprachcafe")]
