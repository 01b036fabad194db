"""„Was betrifft mich?“ gathers what names a group, the larger groups it belongs to, and its parts."""

from __future__ import annotations

import pytest

from macros.modell.matrix import Akteur, Zielgruppe
from macros.modell.plan import Plan
from macros.sichten.betroffen import Betroffen, betroffen
from macros.sichten.bezuege import sammle_bezuege


@pytest.fixture
def antworten(plan: Plan) -> dict[str, Betroffen]:
    return {a.id: a for a in betroffen(plan, sammle_bezuege(plan))}


def _mit(plan: Plan, **sammlungen: dict[str, object]) -> Plan:
    werte = {
        name: plan.sammlung(name)
        for name in (
            "fassungen",
            "handlungsfelder",
            "herausforderungen",
            "massnahmen",
            "zielgruppen",
            "akteure",
            "indikatoren",
        )
    }
    return Plan(plan.gemeinde, **{**werte, **sammlungen})  # type: ignore[arg-type]


def test_nur_wer_eine_anrede_hat_wird_gefragt(antworten: dict[str, Betroffen], plan: Plan) -> None:
    erwartet = {s.anrede for n in ("zielgruppen", "akteure") for s in plan.sammlung(n).values() if s.anrede}
    assert {a.anrede for a in antworten.values()} == erwartet


def test_was_die_gruppe_selbst_nennt_steht_vorn(antworten: dict[str, Betroffen]) -> None:
    eltern = antworten["eltern"]
    eigene = [("zielgruppen", "eltern") in t.nennt for t in eltern.herausforderungen]
    assert eigene == sorted(eigene, reverse=True) and eigene[0]


def test_massnahmen_frueherer_fassungen_fehlen(antworten: dict[str, Betroffen], plan: Plan) -> None:
    gezeigt = {t.kennung for a in antworten.values() for t in a.massnahmen}
    assert "sprachcafe" not in gezeigt and "sprachtreffs" in gezeigt
    assert all(
        plan.herausforderungen[t.kennung].fassung == "2025" for a in antworten.values() for t in a.herausforderungen
    )


def test_die_groessere_gruppe_gehoert_dazu(plan: Plan) -> None:
    klein = Zielgruppe(id="kleinkinder", bezeichnung="Kleinkinder", oberbegriff="schueler", anrede="Ich bin klein")
    neu = _mit(plan, zielgruppen={**plan.zielgruppen, "kleinkinder": klein})
    alle = {a.id: a for a in betroffen(neu, sammle_bezuege(neu))}
    assert {t.kennung for t in alle["schueler"].massnahmen} <= {t.kennung for t in alle["kleinkinder"].massnahmen}


def test_gleiche_worte_sind_eine_antwort(plan: Plan) -> None:
    verein = Akteur(
        id="schueler", bezeichnung="Schülervertretung", art="bildung", anrede=plan.zielgruppen["schueler"].anrede
    )
    neu = _mit(plan, akteure={**plan.akteure, "schueler": verein})
    (eine,) = [a for a in betroffen(neu, sammle_bezuege(neu)) if a.anrede == verein.anrede]
    assert eine.gruppen == (("zielgruppen", "schueler"), ("akteure", "schueler"))


def test_gleiche_kennung_mit_anderen_worten_ist_eine_eigene_antwort(plan: Plan) -> None:
    verein = Akteur(id="schueler", bezeichnung="Schülervertretung", art="bildung", anrede="Wir vertreten Schüler*innen")
    neu = _mit(plan, akteure={**plan.akteure, "schueler": verein})
    kennungen = [a.id for a in betroffen(neu, sammle_bezuege(neu))]
    assert len(set(kennungen)) == len(kennungen)


def test_ein_kreis_von_oberbegriffen_endet(plan: Plan) -> None:
    a = plan.zielgruppen["schueler"].model_copy(update={"oberbegriff": "eltern"})
    b = plan.zielgruppen["eltern"].model_copy(update={"oberbegriff": "schueler"})
    neu = _mit(plan, zielgruppen={**plan.zielgruppen, "schueler": a, "eltern": b})
    assert betroffen(neu, sammle_bezuege(neu))


def test_partner_sind_nicht_die_eigene_stelle(antworten: dict[str, Betroffen]) -> None:
    assert "sportverein" not in antworten["sportverein"].partner
    assert antworten["sportverein"].partner
