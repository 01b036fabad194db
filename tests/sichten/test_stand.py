"""The state of a measure comes from its reports and dates, never from anything typed in."""

from __future__ import annotations

from datetime import date

import pytest

from macros.modell.auswahlen import Ampel, Stand
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.sichten.stand import lage

TAG = date(2026, 6, 30)


def _mit(m: Massnahme, **neu: object) -> Massnahme:
    return m.model_copy(update=neu)


def test_der_neueste_sachstand_gibt_stand_und_ampel(plan: Plan) -> None:
    jetzt = lage(plan.massnahmen["sprachtreffs"], TAG)
    assert (jetzt.stand, jetzt.ampel, jetzt.seit) == (Stand.IN_UMSETZUNG, Ampel.VERZOEGERT, date(2026, 5, 4))


def test_an_einem_frueheren_tag_galt_der_fruehere_sachstand(plan: Plan) -> None:
    damals = lage(plan.massnahmen["sprachtreffs"], date(2025, 4, 1))
    assert (damals.stand, damals.ampel) == (Stand.BESCHLOSSEN, Ampel.IM_PLAN)


def test_ohne_sachstand_ist_nicht_berichtet_und_nicht_veraltet(plan: Plan) -> None:
    jetzt = lage(plan.massnahmen["offene-vereine"], TAG)
    assert jetzt.stand is None
    assert (jetzt.kennung, jetzt.bezeichnung) == ("nicht_berichtet", "noch nicht berichtet")
    assert not jetzt.veraltet and not jetzt.ist_ueberfaellig


def test_ueberfaellig_ist_ein_offener_schritt_nach_seinem_termin(plan: Plan) -> None:
    m = plan.massnahmen["lernpatenschaften"]
    assert [s.text for s in lage(m, TAG).ueberfaellig] == ["Schulen ansprechen."]
    assert not lage(m, date(2026, 2, 28)).ist_ueberfaellig, "on the day itself it is not late"
    assert lage(m, date(2026, 3, 1)).ist_ueberfaellig


def test_das_geplante_ende_ueberschreitet_nur_wer_noch_arbeitet(plan: Plan) -> None:
    umgesetzt = plan.massnahmen["willkommensmappe"]
    assert not lage(umgesetzt, TAG).ende_ueberschritten
    noch_dabei = _mit(umgesetzt, sachstaende=umgesetzt.sachstaende[:1])
    assert lage(noch_dabei, TAG).ende_ueberschritten


@pytest.mark.parametrize(("tage", "veraltet"), [(date(2026, 4, 15), False), (date(2026, 4, 16), True)])
def test_veraltet_ist_ein_sachstand_nach_365_tagen(plan: Plan, tage: date, veraltet: bool) -> None:
    assert lage(plan.massnahmen["wohnlots-innen"], tage).veraltet is veraltet


def test_wer_in_der_naechsten_fassung_aufgegangen_ist_mahnt_nicht_mehr(plan: Plan) -> None:
    alt = plan.massnahmen["begruessungsbrief"]
    assert not lage(alt, TAG).veraltet
    assert lage(_mit(alt, nachfolge=None), TAG).veraltet
