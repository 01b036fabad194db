"""The frame says no more than the data: decided, whole, licensed, published by — only where the data say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.offene_daten.katalog import datapackage, dcat
from macros.ausgabe.seiten.erzeugen import seite
from macros.modell.auswahlen import Zaehlt
from macros.modell.gemeinde import Fassung
from macros.modell.plan import Plan

HEUTE = date(2026, 6, 30)


def baustein(plan: Plan, name: str) -> str:
    return str(BAUSTEINE[name](Kontext(Bau.am(plan, HEUTE, None), "")))


@pytest.fixture
def stumm(plan: Plan) -> Plan:
    """Musterstadt, but nobody says who publishes the site and under which licence."""
    nichts = {"herausgeber": None, "lizenz_daten": None, "lizenz_url": None}
    return replace(plan, gemeinde=plan.gemeinde.model_copy(update=nichts))


@pytest.mark.parametrize(
    ("felder", "wort"),
    [
        ({"beschluss": "Rat", "beschlossen_am": "2024-03-01"}, "der beschlossene Text"),
        ({"beschluss": "Rat"}, "der beschlossene Text"),
        ({}, "das Original"),
    ],
)
def test_beschlossen_heisst_nur_was_beschlossen_ist(felder: dict[str, str], wort: str) -> None:
    assert Fassung.model_validate({"id": "neu", "titel": "Konzept", "jahr": "2024", **felder}).urtext == wort


def test_ohne_beschluss_spricht_keine_seite_davon(plan: Plan) -> None:
    (erster, *_) = [a for a in plan.konzept.values() if a.fassung == "2021"]
    ohne = plan.fassungen["2021"].model_copy(update={"beschluss": None, "beschlossen_am": None})
    neu = replace(plan, fassungen={**plan.fassungen, "2021": ohne})
    assert "Maßgeblich ist das Original" in seite(Bau.am(neu, HEUTE, None), erster).inhalt
    assert "Beschlossener Text." in seite(Bau.am(plan, HEUTE, None), erster).inhalt
    (zweiter, *_) = [a for a in plan.konzept.values() if a.fassung == "2025"]
    assert "Maßgeblich ist der beschlossene Text" in seite(Bau.am(plan, HEUTE, None), zweiter).inhalt


def test_wo_teile_fehlen_heissen_massnahmen_beispiele(plan: Plan) -> None:
    lueckenhaft = plan.fassungen["2025"].model_copy(update={"vollstaendig": False})
    assert "Beispiele aus dem Text des Konzepts" in baustein(
        replace(plan, fassungen={**plan.fassungen, "2025": lueckenhaft}), "wege"
    )
    assert "Beispiele" not in baustein(plan, "wege")
    assert "Alle " not in baustein(plan, "wege")


def test_von_einer_fassung_die_nichts_dazu_sagt_heisst_es_nicht_sie_sei_vollstaendig(plan: Plan) -> None:
    def gezeigt(vollstaendig: bool | None) -> str:
        eine = plan.fassungen["2025"].model_copy(update={"vollstaendig": vollstaendig})
        neu = replace(plan, fassungen={"2025": eine})
        return str(Kontext(Bau.am(neu, HEUTE, None), "").weitere(eine))

    assert "<dt>Vollständig erfasst</dt><dd>ja</dd>" in gezeigt(True)
    assert "<dt>Vollständig erfasst</dt><dd>nein</dd>" in gezeigt(False)
    assert '<dt>Nicht angegeben</dt><dd class="leer">Vollständig erfasst</dd>' in gezeigt(None)
    offen = plan.fassungen["2021"]
    assert offen.vollstaendig is None, "its file does not say so"
    ohne = replace(
        plan, fassungen={**plan.fassungen, "2025": plan.fassungen["2025"].model_copy(update={"vollstaendig": None})}
    )
    assert "Beispiele" not in baustein(ohne, "wege")


def test_eine_vorgabe_die_niemand_eingetragen_hat_ist_keine_angabe(plan: Plan) -> None:
    satz = plan.indikatoren["bevoelkerung"]
    assert "zaehlt" not in satz.model_fields_set

    def gezeigt(**felder: Zaehlt) -> str:
        return str(Kontext(Bau.am(plan, HEUTE, None), "").weitere(satz.model_copy(update=felder)))

    assert "Zählt" not in gezeigt()
    assert "<dt>Zählt</dt><dd>Personen</dd>" in gezeigt(zaehlt=Zaehlt.PERSONEN)
    assert "<dt>Zählt</dt><dd>Haushalte</dd>" in gezeigt(zaehlt=Zaehlt.HAUSHALTE)


def test_unbekannt_ist_nicht_nein(plan: Plan) -> None:
    ohne = next(i for i in plan.indikatoren.values() if i.zielwert is None)
    html = seite(Bau.am(plan, HEUTE, None), ohne).inhalt
    assert '<dt>Zielwert</dt><dd><span class="leer">nicht angegeben</span>' in html
    assert "keiner beschlossen" not in html


def test_ohne_lizenz_und_herausgeber_nennt_niemand_die_gemeinde_dafuer(stumm: Plan) -> None:
    bau = Bau.am(stumm, HEUTE, None)
    redaktion = f"Redaktion von „{stumm.gemeinde.titel}“"
    katalog, paket = repr(dcat(bau, [])), datapackage(bau, [], [])
    assert "dct:license" not in katalog and redaktion in katalog
    assert "licenses" not in paket and repr(redaktion) in repr(paket["contributors"])
    assert "nicht angegeben" in baustein(stumm, "impressum")
    assert baum(bau, konzept(bau)).urheber == redaktion
    zitiert = seite(bau, stumm.indikatoren["bevoelkerung"]).inhalt
    assert f"{redaktion}: Einwohner*innen" in zitiert and "Lizenz:" not in zitiert
    assert '"license"' not in zitiert


def test_eine_abgeleitete_zahl_ist_eine_eigene_rechnung(plan: Plan) -> None:
    html = seite(Bau.am(plan, HEUTE, None), plan.indikatoren["beschaeftigungsquote"]).inhalt
    assert "Fachdienst Zusammenleben der Stadt Musterstadt: " in html
    assert "Eigene Rechnung aus Zahlen von: Beschäftigtenstatistik" in html


def test_das_konzept_und_was_es_nur_nennt_stehen_nicht_unter_den_quellen(plan: Plan) -> None:
    arten = {"umfrage": "konzept", "jahresbericht": "erwaehnung"}
    quellen = {
        k: type(q).model_validate({**q.model_dump(mode="json", exclude_none=True), "art": arten.get(k, "quelle")})
        for k, q in plan.quellen.items()
    }
    html = baustein(replace(plan, quellen=quellen), "quellen")
    erste, konzept_selbst, erwaehnt = (html.index(f'id="art-{a}"') for a in ("quelle", "konzept", "erwaehnung"))
    assert erste < html.index('id="schulstatistik"') < konzept_selbst < html.index('id="umfrage"') < erwaehnt
    assert html.index('id="jahresbericht"') > erwaehnt


def test_ob_sprachen_geprueft_sind_sagen_die_daten(plan: Plan) -> None:
    def mit(geprueft: set[str]) -> str:
        sprachen = {k: s.model_copy(update={"geprueft": k in geprueft}) for k, s in plan.sprachen.items()}
        return baustein(replace(plan, sprachen=sprachen), "sprachen")

    assert "Alle Fassungen sind inoffizielle Arbeitsfassungen" in mit(set())
    assert "1 von 3 Fassungen ist eine inoffizielle Arbeitsfassung" in mit({"en", "ar"})
    assert "inoffiziell" not in mit({"en", "ar", "leicht"})
