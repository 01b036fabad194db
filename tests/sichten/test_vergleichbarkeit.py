"""What can be set beside each other, and why not; pages offer it exactly where the comparing page knows it."""

from __future__ import annotations

from macros.modell.plan import Plan
from macros.sichten.vergleichbarkeit import unvergleichbare, vergleichbare


def test_vergleichbar_ist_was_dieselbe_art_von_stichtag_hat(plan: Plan) -> None:
    je = {zeitwort: {r.indikator.id for r in reihen} for zeitwort, reihen in vergleichbare(plan).items()}
    assert je == {"Stichtag": {"bevoelkerung", "beschaeftigte", "beschaeftigungsquote"}}


def test_alle_anderen_haben_einen_grund(plan: Plan) -> None:
    andere = {i.id: grund for i, grund in unvergleichbare(plan)}
    assert set(andere) == set(plan.indikatoren) - {"bevoelkerung", "beschaeftigte", "beschaeftigungsquote"}
    assert andere["schueler"] == "kein anderer hat dieselbe Art von Stichtag"
