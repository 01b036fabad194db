"""What belongs to a situation in life, and what else may concern somebody in it: in Musterstadt, by hand."""

from __future__ import annotations

from dataclasses import replace

from macros.modell.plan import Plan
from macros.sichten.betroffen import betroffen
from macros.sichten.bezuege import sammle_bezuege
from macros.sichten.lebenslagen import Lebensblatt, lebensblatt, rolle
from macros.sichten.umsetzung import massnahmen_der_fassung


def blatt(plan: Plan, kennung: str) -> Lebensblatt:
    geltend = massnahmen_der_fassung(plan, "2025")
    fragen = [h for h in plan.herausforderungen.values() if h.fassung == "2025"]
    return lebensblatt(plan, sammle_bezuege(plan), plan.lebenslagen[kennung], geltend, fragen)


def test_was_eingetragen_ist_steht_zuerst_in_seiner_folge(plan: Plan) -> None:
    ankommen = blatt(plan, "ankommen")
    assert ankommen.massnahmen[:2] == ("willkommensmappe", "dolmetschpool")
    assert ankommen.herausforderungen == ("aw-01", "aw-03", "la-03")


def test_was_eine_ihrer_gruppen_nennt_koennte_auch_betreffen(plan: Plan) -> None:
    familie = blatt(plan, "familie")
    auch = {t.kennung: t.nennt for t in familie.auch_massnahmen}
    assert familie.massnahmen == ("lernpatenschaften",)
    assert ("zielgruppen", "eltern") in auch["wohnlots-innen"]
    assert ("zielgruppen", "alle") in auch["strassenfeste"], "what is for all concerns families, too"
    assert "lernpatenschaften" not in auch


def test_eine_abgeloeste_massnahme_fuehrt_zu_der_die_ihr_folgt(plan: Plan) -> None:
    lage = plan.lebenslagen["mitmachen"].model_copy(update={"massnahmen": ("sprachcafe",)})
    neu = replace(plan, lebenslagen={"mitmachen": lage})
    assert blatt(neu, "mitmachen").massnahmen == plan.massnahmen["sprachcafe"].nachfolge.massnahmen  # type: ignore[union-attr]


def test_eltern_finden_was_fuer_ihr_schulkind_gedacht_ist(plan: Plan) -> None:
    je = {a.anrede: a for a in betroffen(plan, sammle_bezuege(plan))}
    eltern = je["Ich habe ein Kind, das zur Schule geht"]
    assert eltern.adresse == "betrifft-mich/eltern-schueler/"
    assert [t.kennung for t in eltern.massnahmen][0] == "lernpatenschaften"


def test_die_rolle_einer_gruppe_hat_ein_wort(plan: Plan) -> None:
    m = next(m for m in plan.massnahmen.values() if m.federfuehrung and m.beteiligte)
    assert rolle(plan, m.id, ("zielgruppen", "alle")) == "Zielgruppe"
    assert rolle(plan, m.id, ("akteure", m.federfuehrung or "")) == "Federführung"
    assert rolle(plan, m.id, ("akteure", "gibt-es-nicht")) == "im Text genannt"
