"""The walker finds every reference and every text of a record, with the path that an editor knows."""

from __future__ import annotations

from macros.modell.konzept import Begriff
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.modell.verweis import texte, textverweise, verweise, verweisfelder


def test_findet_verweise_in_jeder_tiefe(plan: Plan) -> None:
    gefunden = set(verweise(plan.massnahmen["sprachcafe"]))
    assert gefunden == {
        (("handlungsfeld",), "handlungsfelder", "lernen-arbeiten"),
        (("herausforderungen", 0), "herausforderungen", "la-01-2021"),
        (("zielgruppen", 0), "zielgruppen", "neuzugewanderte"),
        (("federfuehrung",), "akteure", "volkshochschule"),
        (("herkunft", "fassung"), "fassungen", "2021"),
        (("nachfolge", "fassung"), "fassungen", "2025"),
        (("nachfolge", "massnahmen", 0), "massnahmen", "sprachtreffs"),
    }


def test_findet_verweise_in_listen_von_saetzen(plan: Plan) -> None:
    gefunden = set(verweise(plan.massnahmen["sprachtreffs"]))
    assert (("beteiligte", 1, "akteur"), "akteure", "bruecke") in gefunden
    assert (("indikatoren", 0, "id"), "indikatoren", "sprachtreff-plaetze") in gefunden


def test_findet_den_indikator_in_einer_formel(plan: Plan) -> None:
    gefunden = {(pfad, ziel) for pfad, ziel, _ in verweise(plan.aussagen["auslaenderanteil"])}
    assert (("formel", "nenner", 0, "indikator"), "indikatoren") in gefunden


def test_jeder_verweis_von_musterstadt_fuehrt_zu_einem_satz(plan: Plan) -> None:
    gezaehlt = 0
    for _, satz in plan.alle():
        for _, ziel, kennung in verweise(satz):
            assert kennung in plan.sammlung(ziel)
            gezaehlt += 1
    assert gezaehlt > 100


def test_texte_sind_alles_ausser_verweisen(plan: Plan) -> None:
    gefunden = dict(texte(plan.glossar["mso"]))
    assert gefunden[("formen", 1)] == "Migrant*innenselbstorganisationen"
    assert ("quelle",) not in gefunden
    assert ("siehe", 0) not in gefunden
    assert ("id",) in gefunden


def test_kennt_das_ziel_jedes_verweisfelds() -> None:
    assert verweisfelder(Massnahme)["federfuehrung"] == "akteure"
    assert verweisfelder(Massnahme)["titel"] is None
    assert verweisfelder(Begriff)["siehe"] == "glossar"


def test_ein_stichtag_ist_kein_text(plan: Plan) -> None:
    pfade = {pfad for pfad, _ in texte(plan.aussagen["auslaenderanteil"])}
    assert ("formel", "zaehler", 0, "stichtag") not in {pfad[:4] for pfad in pfade}
    assert ("text",) in pfade


def test_texte_in_der_tiefe_haben_ihren_ganzen_pfad(plan: Plan) -> None:
    gefunden = dict(texte(plan.massnahmen["sprachtreffs"]))
    assert gefunden[("schritte", 0, "text")] == plan.massnahmen["sprachtreffs"].schritte[0].text
    assert ("beteiligte", 1, "akteur") not in gefunden


def test_findet_links_im_text_mit_art_und_kennung(plan: Plan) -> None:
    begriff = plan.glossar["mso"].model_copy(
        update={
            "beschreibung": 'Wie der [Rat](akteur:rat), siehe [hier](https://example.org) und [dort](begriff:mso), [auch][a].\n\n[a]: akteur:vhs "Titel"',
            "formen": ("MSO", "[x](massnahme:sprachcafe)"),
        }
    )
    assert list(textverweise(begriff)) == [
        (("beschreibung",), "akteur", "rat"),
        (("beschreibung",), "begriff", "mso"),
        (("beschreibung",), "akteur", "vhs"),
        (("formen", 1), "massnahme", "sprachcafe"),
    ]
