"""How hard the texts are: grades of the measures, long sentences."""

from __future__ import annotations

import pytest
from saetze_bauen import fassung, massnahme, plan_aus

from macros.sichten.lesbarkeit import Lesbarkeit, grade, lange_saetze, massnahmentext, mittlerer_grad


def _laenge(text: str) -> float:
    return float(len(text))


def test_der_schwerste_text_steht_vorn_und_jeder_satz_endet() -> None:
    kurz = massnahme("a", beschreibung="Kurz")
    lang = massnahme("b", beschreibung="Etwas länger!", schritte=[{"text": "Und los"}])
    je = grade(plan_aus(fassung("neu", 2026), kurz, lang), _laenge)
    assert [(eine.kennung, eine.grad) for eine in je if eine.kennung == "b"] == [
        ("b", len("Etwas länger! Und los.") + 6)
    ]
    assert [eine.kennung for eine in je] == ["b", "a"]


@pytest.mark.parametrize(
    ("geschrieben", "gelesen"),
    [("Gut!", "Gut!"), ("Gut?", "Gut?"), ("Gut …", "Gut …"), ("Gut.", "Gut."), ("Gut", "Gut."), ("Note X", "Note X.")],
)
def test_nur_ein_satz_ohne_ende_bekommt_einen_punkt(geschrieben: str, gelesen: str) -> None:
    assert massnahmentext(massnahme("a", kurztext="Kurz.", beschreibung=geschrieben, schritte=[])) == ["Kurz.", gelesen]


def test_in_der_mitte_steht_der_median() -> None:
    assert mittlerer_grad([Lesbarkeit("a", 12), Lesbarkeit("b", 9), Lesbarkeit("c", 8)]) == 9
    assert mittlerer_grad([]) is None


def test_ein_satz_ist_lang_wenn_er_mehr_woerter_hat_als_erlaubt() -> None:
    text = "Eins zwei drei vier. Eins zwei drei vier fünf."
    plan = plan_aus(fassung("neu", 2026), massnahme("a", beschreibung=text, schritte=[]))
    assert [(s.woerter, s.satz) for s in lange_saetze(plan, 4)] == [(5, "Eins zwei drei vier fünf.")]
    assert lange_saetze(plan, 5) == []


def test_ohne_angabe_sind_fuenfundzwanzig_woerter_erlaubt() -> None:
    plan = plan_aus(massnahme("a", beschreibung=f"{'Wort ' * 25}.\n\n{'Silbe ' * 26}.", schritte=[]))
    assert [s.woerter for s in lange_saetze(plan)] == [26]
