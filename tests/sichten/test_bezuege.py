"""Every reference is known from both ends: fields, nested fields and links in texts."""

from __future__ import annotations

from datetime import date

from saetze_bauen import abschnitt, akteur, herausforderung, massnahme, plan_aus, zielgruppe

from macros.ausgabe.kontext import Bau, Kontext
from macros.modell.plan import Plan
from macros.modell.verwandte import mit_unterbegriffen
from macros.sichten.bezuege import beteiligt_an, genannt_bei, sammle_bezuege


def test_wer_auf_einen_satz_zeigt_steht_einmal_und_in_lesefolge_da() -> None:
    beteiligte = [{"akteur": "verein"}]
    bezuege = sammle_bezuege(
        plan_aus(
            akteur("verein"),
            massnahme("treff", federfuehrung="verein", beteiligte=beteiligte),
            massnahme("paten", beteiligte=beteiligte),
            massnahme("fest"),
        )
    )
    assert bezuege.auf("akteure", "verein", "massnahmen") == ("treff", "paten")


def test_ein_verweis_im_text_zaehlt_wie_ein_feld() -> None:
    text = "Siehe [Treff](massnahme:treff) und [Eltern](zielgruppe:eltern)."
    bezuege = sammle_bezuege(plan_aus(abschnitt("anfang", "1", text=text), massnahme("treff")))
    assert bezuege.auf("massnahmen", "treff", "konzept") == ("anfang",)
    assert bezuege.auf("zielgruppen", "eltern", "konzept") == ("anfang",)


def test_bezuege_stehen_nach_der_sammlung_getrennt_aus_der_sie_kommen() -> None:
    bezuege = sammle_bezuege(
        plan_aus(herausforderung("bi-01", zielgruppen=["eltern"]), massnahme("treff", zielgruppen=["eltern"]))
    )
    assert bezuege.auf("zielgruppen", "eltern", "herausforderungen") == ("bi-01",)
    assert bezuege.auf("zielgruppen", "eltern", "massnahmen") == ("treff",)


def test_wo_niemand_hinzeigt_ist_nichts() -> None:
    bezuege = sammle_bezuege(plan_aus(massnahme("treff", zielgruppen=["eltern"])))
    assert bezuege.auf("zielgruppen", "kinder", "massnahmen") == ()
    assert bezuege.auf("zielgruppen", "eltern", "konzept") == ()


def test_zu_einer_gruppe_gehoert_alles_was_unter_ihr_steht() -> None:
    plan = plan_aus(
        zielgruppe("alle"),
        zielgruppe("kinder", oberbegriff="familien"),
        zielgruppe("familien", oberbegriff="alle"),
        zielgruppe("senioren", oberbegriff="alle"),
        zielgruppe("gaeste"),
    )
    assert mit_unterbegriffen(plan, "zielgruppen", "alle") == ("alle", "familien", "senioren", "kinder")
    assert mit_unterbegriffen(plan, "zielgruppen", "familien") == ("familien", "kinder")
    assert mit_unterbegriffen(plan, "zielgruppen", "gaeste") == ("gaeste",)


def test_ein_kreis_von_oberbegriffen_endet() -> None:
    plan = plan_aus(akteur("a", oberbegriff="b"), akteur("b", oberbegriff="a"))
    assert mit_unterbegriffen(plan, "akteure", "a") == ("a", "b")


def test_wo_niemand_sonst_genannt_ist_steht_auch_nichts_davon(plan: Plan) -> None:
    k = Kontext(Bau.am(plan, date(2026, 6, 30), None), "")
    mit, ohne = plan.massnahmen["sprachtreffs"], plan.massnahmen["offene-vereine"]
    assert "bezuege" in {f.name for f in k.angaben(mit)}
    assert "bezuege" not in {f.name for f in k.angaben(ohne)} and "kosten" in {f.name for f in k.angaben(ohne)}


def test_wer_nur_genannt_ist_wirkt_nicht_mit() -> None:
    plan = plan_aus(
        akteur("verein"),
        massnahme("fuehrt", federfuehrung="verein"),
        massnahme("hilft", beteiligte=[{"akteur": "verein"}]),
        massnahme("nennt", bezuege=[{"akteur": "verein", "wort": "Vorbild"}]),
        massnahme("beides", beteiligte=[{"akteur": "verein"}], bezuege=[{"akteur": "verein", "wort": "Grundlage"}]),
        massnahme("verlinkt", beschreibung="Wie beim [Verein](akteur:verein)."),
        massnahme("anders"),
    )
    assert {m.id for m in beteiligt_an(plan, "verein")} == {"fuehrt", "hilft", "beides"}
    assert {(m.id, wort) for m, wort in genannt_bei(plan, "verein", sammle_bezuege(plan))} == {
        ("nennt", "Vorbild"),
        ("verlinkt", ""),
    }
