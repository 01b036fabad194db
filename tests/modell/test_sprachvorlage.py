"""The fingerprint of a chapter changes with the German fields it was made from, and with nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from regelfaelle import geaendert, worte
from saetze_bauen import massnahme, plan_aus

from macros.modell.plan import Plan
from macros.modell.sprache import Kapitel
from macros.modell.sprachvorlage import KeineVorlage, abdruck, ist_veraltet


def _kapitel(*vorlage: str, abdruck: str | None = None) -> Kapitel:
    return Kapitel(titel="T", text="Text.", vorlage=vorlage, abdruck=abdruck)


PLAN = plan_aus(massnahme("treff", titel="Treff", kurztext="Alle reden."))


def test_nur_die_genannten_felder_zaehlen() -> None:
    k = _kapitel("massnahmen/treff/kurztext")
    anderer = plan_aus(massnahme("treff", titel="Anders", kurztext="Alle reden."))
    neuer = plan_aus(massnahme("treff", titel="Treff", kurztext="Alle reden mit."))
    assert abdruck(PLAN, k) == abdruck(anderer, k) != abdruck(neuer, k)
    assert len(abdruck(PLAN, k)) == 8


def test_veraltet_ist_was_aus_anderem_wortlaut_gemacht_ist() -> None:
    k = _kapitel("massnahmen/treff/kurztext")
    passend = k.model_copy(update={"abdruck": abdruck(PLAN, k)})
    assert not ist_veraltet(PLAN, passend)
    assert ist_veraltet(plan_aus(massnahme("treff", kurztext="Neu.")), passend)
    assert not ist_veraltet(PLAN, _kapitel())


@pytest.mark.parametrize(
    ("ort", "meldung"),
    [
        ("massnahmen/treff/kurztexte", "Das Feld „kurztexte“ gibt es nicht"),
        ("massnahmen/treffen/kurztext", "„treffen“ gibt es nicht in massnahmen"),
        ("kurse/treff/kurztext", "nennt kein Feld"),
        ("massnahmen/treff", "nennt kein Feld"),
        ("gemeinde/namen", "Das Feld „namen“ gibt es nicht"),
    ],
)
def test_eine_vorlage_die_es_nicht_gibt(ort: str, meldung: str) -> None:
    with pytest.raises(KeineVorlage, match=meldung):
        abdruck(PLAN, _kapitel(ort))


def _mit_kapitel(plan: Plan, **felder: Any) -> Plan:
    en = plan.sprachen["en"]
    neu = en.kapitel[0].model_copy(update=felder)
    return replace(plan, sprachen={"en": en.model_copy(update={"kapitel": (neu,)})})


def test_der_rat_des_befunds_beendet_ihn(plan: Plan) -> None:
    anders = geaendert(plan, "massnahmen", "sprachtreffs", kurztext="Ein neuer Satz.")
    alt = _mit_kapitel(anders, vorlage=("massnahmen/sprachtreffs/kurztext",), abdruck="0a0a0a0a")
    [(datei, feld, text)] = worte(alt, "sprachvorlage")
    assert (datei, feld) == ("sprachen/en", "kapitel.1.abdruck")
    assert "hat sich geändert" in text
    neuer = abdruck(alt, alt.sprachen["en"].kapitel[0])
    assert (
        worte(_mit_kapitel(anders, vorlage=("massnahmen/sprachtreffs/kurztext",), abdruck=neuer), "sprachvorlage") == []
    )
