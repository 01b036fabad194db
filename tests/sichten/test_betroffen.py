"""„Was betrifft mich?“ gathers what names a group, the larger groups it belongs to, and its parts."""

from __future__ import annotations

import pytest
from saetze_bauen import akteur, fassung, herausforderung, indikator, massnahme, nachfolge, plan_aus, zielgruppe

from macros.modell.matrix import Akteur, Zielgruppe
from macros.modell.plan import Plan
from macros.sichten.betroffen import Betroffen, Treffer, betroffen
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
    erwartet |= {z.anrede_eltern for z in plan.zielgruppen.values() if z.anrede_eltern}
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


# A small plan in which every way to be concerned occurs once.

KLEIN = plan_aus(
    fassung("alt", 2020),
    fassung("neu", 2024, vorgaenger="alt"),
    zielgruppe("alle"),
    zielgruppe("familien", oberbegriff="alle", anrede="Wir sind Familie"),
    zielgruppe("kinder", oberbegriff="familien"),
    zielgruppe("gaeste"),
    akteur("schule", oberbegriff="amt", anrede="wir sind Familie"),
    akteur("amt"),
    akteur("verein"),
    herausforderung("nur-oben", zielgruppen=["alle"]),
    herausforderung("genau", zielgruppen=["alle", "familien"]),
    herausforderung("damals", zielgruppen=["familien"], fassung="alt"),
    herausforderung("fremd", zielgruppen=["gaeste"]),
    massnahme("oben", zielgruppen=["alle"], federfuehrung="amt", beteiligte=[{"akteur": "verein"}]),
    massnahme("unten", zielgruppen=["kinder"]),
    massnahme("genau", zielgruppen=["familien"], beteiligte=[{"akteur": "schule"}, {"akteur": "verein"}],
              indikatoren=[{"id": "plaetze", "beziehung": "output", "begruendung": "Zählt."}]),
    massnahme("fremd", zielgruppen=["gaeste"]),
    massnahme("damals", "alt", zielgruppen=["familien"], nachfolge=nachfolge("fortgefuehrt", "genau")),
    indikator("plaetze"),
    indikator("kinderzahl", hinweise=["Zählt [Kinder](zielgruppe:kinder)."]),
    indikator("gaestezahl", hinweise=["Zählt [Gäste](zielgruppe:gaeste)."]),
)  # fmt: skip


def test_eine_antwort_von_anfang_bis_ende() -> None:
    familie = next(a for a in betroffen(KLEIN, sammle_bezuege(KLEIN)) if a.id == "familien")
    eigene, oben, unten = ("zielgruppen", "familien"), ("zielgruppen", "alle"), ("zielgruppen", "kinder")
    assert familie == Betroffen(
        id="familien",
        anrede="Wir sind Familie",
        gruppen=(eigene,),
        massnahmen=(Treffer("genau", (eigene,)), Treffer("oben", (oben,)), Treffer("unten", (unten,))),
        herausforderungen=(Treffer("genau", (eigene, oben)), Treffer("nur-oben", (oben,))),
        indikatoren=("plaetze", "kinderzahl"),
        partner=("schule", "verein", "amt"),
    )
    assert familie.adresse == "betrifft-mich/familien/"


def test_wer_selbst_ein_akteur_ist_hat_die_anderen_als_partner() -> None:
    schule = next(a for a in betroffen(KLEIN, sammle_bezuege(KLEIN)) if a.id == "schule")
    assert schule.gruppen == (("akteure", "schule"),)
    assert [t.kennung for t in schule.massnahmen] == ["genau", "oben"], "the last one through the office above"
    assert schule.partner == ("verein", "amt")


def test_antworten_stehen_wie_im_woerterbuch_ohne_gross_und_klein_und_gleiche_kennungen_weichen_aus() -> None:
    plan = plan_aus(
        zielgruppe("rat", anrede="Zuletzt"),
        zielgruppe("b", anrede="beta"),
        zielgruppe("stumm"),
        akteur("rat", anrede="Zuallerletzt"),
        akteur("a", anrede="Alpha"),
        akteur("c", anrede="Ceta"),
    )
    assert [(a.id, a.anrede, a.gruppen) for a in betroffen(plan, sammle_bezuege(plan))] == [
        ("a", "Alpha", (("akteure", "a"),)),
        ("b", "beta", (("zielgruppen", "b"),)),
        ("c", "Ceta", (("akteure", "c"),)),
        ("rat", "Zuallerletzt", (("akteure", "rat"),)),
        ("zielgruppen-rat", "Zuletzt", (("zielgruppen", "rat"),)),
    ]


def test_was_eine_groessere_gruppe_unter_gleichen_worten_noch_heisst_gehoert_dazu() -> None:
    plan = plan_aus(
        zielgruppe("kinder", oberbegriff="familien", anrede="Ich bin ein Kind"),
        zielgruppe("familien", anrede="Wir sind Familie"),
        zielgruppe("gaeste", anrede="Ich bin zu Gast"),
        akteur("elternrat", oberbegriff="schule", anrede="Wir sind Familie"),
        akteur("schule"),
        massnahme("rat", beteiligte=[{"akteur": "elternrat"}]),
        massnahme("schulfest", beteiligte=[{"akteur": "schule"}]),
        massnahme("reise", zielgruppen=["gaeste"]),
    )
    kind = betroffen(plan, sammle_bezuege(plan))[0]
    assert [(t.kennung, t.nennt) for t in kind.massnahmen] == [
        ("rat", (("akteure", "elternrat"),)),
        ("schulfest", (("akteure", "schule"),)),
    ]
