"""Every text of the data with its place; the German ones apart."""

from __future__ import annotations

from dataclasses import replace

from saetze_bauen import fassung, indikator, massnahme, plan_aus
from zahlen_bauen import kennzahl

from macros.modell.plan import Plan
from macros.modell.sprache import Sprache
from macros.modell.texte import alle_texte, deutsche_texte


def _sprache(kennung: str, code: str) -> Sprache:
    return Sprache.model_validate(
        {
            "id": kennung,
            "code": code,
            "name": f"Name {kennung}",
            "eigenname": "Own",
            "titel": "Titel",
            "hinweis": "Nur ein Entwurf.",
            "kapitel": [{"titel": "Kapitel", "text": "Etwas."}],
        }
    )


def test_auch_hinweise_an_zahlen_sind_texte() -> None:
    plan = plan_aus(
        indikator("einwohner"), zahlen={"einwohner": (replace(kennzahl("2020", 5), hinweis="Neu gezählt."),)}
    )
    stellen = [s for s in alle_texte(plan) if s.text == "Neu gezählt."]
    assert [(s.sammlung, s.kennung, s.ort.datei) for s in stellen] == [
        ("indikatoren", "einwohner", "indikatoren/einwohner.csv")
    ]


def test_deutsch_sind_prosa_und_worte_nicht_kennungen_und_adressen() -> None:
    plan = plan_aus(fassung("neu", 2026), massnahme("lotsen", kurztext="Lotsen helfen.", titel="Lotsinnen"))
    texte = {s.text for s in deutsche_texte(plan)}
    assert {"Lotsen helfen.", "Lotsinnen"} <= texte
    assert not {"lotsen", "https://example.org"} & texte


def test_andere_sprachen_bleiben_aussen_vor_leichte_nicht() -> None:
    plan = plan_aus(_sprache("en", "en"), _sprache("leicht", "de-simple"))
    assert {s.kennung for s in deutsche_texte(plan) if s.sammlung == "sprachen"} == {"leicht"}
    assert "Own" not in {s.text for s in deutsche_texte(plan)}


def test_platzhalter_und_vorlagen_sind_keine_deutschen_woerter(plan: Plan) -> None:
    leicht = [s for s in deutsche_texte(plan) if s.kennung == "leicht"]
    assert any("lebten 0 Menschen in Musterstadt" in s.text for s in leicht)
    assert [s for s in leicht if "{" in s.text or {"vorlage", "abdruck"} & set(s.pfad)] == []
