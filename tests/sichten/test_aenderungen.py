"""Changes come from dates in the data: reports, finished steps, editions, figures."""

from __future__ import annotations

from datetime import date

from macros.modell.plan import Plan
from macros.sichten.aenderungen import Aenderungsart, aenderungen, seit


def test_das_neueste_steht_vorn(plan: Plan, stichtag: date) -> None:
    tage = [a.datum for a in aenderungen(plan, stichtag)]
    assert tage == sorted(tage, reverse=True)
    assert aenderungen(plan, stichtag)[0].kennung == "anerkennungsberatung"


def test_nichts_liegt_nach_dem_stichtag(plan: Plan) -> None:
    liste = aenderungen(plan, date(2025, 9, 30))
    assert max(a.datum for a in liste) == date(2025, 9, 30)


def test_jede_aenderung_hat_einen_namen_fuer_immer(plan: Plan, stichtag: date) -> None:
    schluessel = [a.schluessel for a in aenderungen(plan, stichtag)]
    assert len(set(schluessel)) == len(schluessel)
    assert "massnahmen/sprachtreffs/sachstand/2025-09-30" in schluessel
    assert "massnahmen/sprachtreffs/schritt/2" in schluessel


def test_die_erste_fassung_und_ihre_zahlen_sind_der_anfang(plan: Plan, stichtag: date) -> None:
    liste = aenderungen(plan, stichtag)
    assert [a.kennung for a in liste if a.art is Aenderungsart.FASSUNG] == ["2025"]
    assert min(a.datum for a in liste if a.art is Aenderungsart.ZAHLEN) > date(2021, 12, 31)


def test_neu_ist_eine_massnahme_ohne_vorgaengerin(plan: Plan, stichtag: date) -> None:
    neue = {a.kennung for a in aenderungen(plan, stichtag) if a.art is Aenderungsart.MASSNAHME}
    assert neue == {"wohnlots-innen", "dolmetschpool", "strassenfeste", "offene-vereine"}


def test_zahlen_gehoeren_zu_den_feldern_ihrer_massnahmen(plan: Plan, stichtag: date) -> None:
    zahlen = {a.kennung: a.handlungsfelder for a in aenderungen(plan, stichtag) if a.art is Aenderungsart.ZAHLEN}
    assert zahlen["sprachtreff-plaetze"] == ("lernen-arbeiten",)
    assert zahlen["bevoelkerung"] == ()


def test_seit_nimmt_den_tag_selbst_mit(plan: Plan, stichtag: date) -> None:
    liste = aenderungen(plan, stichtag)
    assert [a.kennung for a in seit(liste, date(2026, 6, 11))] == ["anerkennungsberatung"]
    assert seit(liste, date(2026, 6, 12)) == []


def test_ohne_berichte_gibt_es_nichts(plan: Plan, stichtag: date) -> None:
    assert aenderungen(Plan(plan.gemeinde, fassungen=plan.fassungen), stichtag)[0].art is Aenderungsart.FASSUNG
    assert aenderungen(Plan(plan.gemeinde), stichtag) == []
