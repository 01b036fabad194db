"""A page in another language follows the data: figures, days, what is reported; and says when the German is newer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from ausgabe.druck.conftest import DATEN, lies_plan

from macros.ausgabe.kontext import Bau
from macros.ausgabe.seiten.erzeugen import seite
from macros.befehle.konzept import main as konzept
from macros.modell.befund import hat_fehler
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner

HEUTE = date(2027, 3, 1)


def _seite(plan: Plan, sprache: str, tag: date = HEUTE) -> str:
    return re.sub(r"<[^>]+>", "", seite(Bau(plan, tag), plan.sprachen[sprache]).inhalt)


def _plan(ordner: Path) -> Plan:
    plan, befunde = pruefe_ordner(ordner, HEUTE)
    assert plan is not None and not hat_fehler(befunde), befunde
    assert [b for b in befunde if "sprachen/" in b.datei] == []
    return plan


BERICHT = """sachstaende:
  - datum: 2027-02-03
    stand: in_umsetzung
"""


def test_ein_neues_jahr_und_ein_sachstand_stehen_auf_jeder_seite(echte_kopie: Path) -> None:
    vorher = _seite(_plan(echte_kopie), "en")
    assert "On 30 September 2022, 53,363 people lived" in vorher
    assert "Nothing has been reported here about the measures yet." in vorher
    neue = ["bevoelkerung", "2025-12-31", "insgesamt=54000", "ausländisch=5750"]
    assert konzept(["kennzahl", *neue, "--daten", str(echte_kopie), "--heute", "2027-02-01"]) == 0
    massnahme = next(iter(sorted((echte_kopie / "massnahmen").glob("*.yaml"))))
    text = massnahme.read_text()
    massnahme.write_text(
        text.replace("anmerkungen:", f"{BERICHT}anmerkungen:", 1) if "anmerkungen:" in text else text + BERICHT
    )
    plan = _plan(echte_kopie)
    en, fr, fa, ar, leicht = (_seite(plan, s) for s in ("en", "fr", "fa", "ar", "leicht"))
    assert "On 31 December 2025, 54,000 people lived in Ibbenbüren. Of them, 5,750 did not" in en
    assert "That is 10.6%." in en
    assert "Measures with a report on this website: 1 of 16. Newest report: 3 February 2027." in en
    assert "Nothing has been reported" not in en
    assert "54\u202f000 personnes" in fr and "31 décembre 2025" in fr
    assert "۵۴٬۰۰۰ نفر" in fa and "۳۱ دسامبر ۲۰۲۵" in fa
    assert "٥٤٬٠٠٠" in ar and "كانون الأول/ديسمبر ٢٠٢٥" in ar
    assert "Das sind ungefähr 11 von 100 Menschen." in leicht and "vom 3. Februar 2027" in leicht
    for s in plan.sprachen:
        assert "53" not in re.sub(r"\D", " ", _seite(plan, s)).split() and "{" not in _seite(plan, s)


def test_nur_die_gesamtzahl_ist_neu_und_alles_bleibt_beim_alten_tag(echte_kopie: Path) -> None:
    neue = ["bevoelkerung", "2025-12-31", "insgesamt=54000"]
    assert konzept(["kennzahl", *neue, "--daten", str(echte_kopie), "--heute", "2027-02-01"]) == 0
    assert "On 30 September 2022, 53,363 people lived in Ibbenbüren. Of them, 5,263" in _seite(_plan(echte_kopie), "en")


@pytest.mark.parametrize("sprache", ["en", "leicht", "ar"])
def test_ist_der_deutsche_text_neuer_sagt_es_die_seite_in_ihrer_sprache(sprache: str) -> None:
    plan = lies_plan("echt")
    satz = plan.sprachen[sprache]
    hinweis = (satz.veraltet or "").split("\n")[0]
    assert hinweis and hinweis not in _seite(plan, sprache)
    m = plan.massnahmen["integrationsrat"].model_copy(update={"kurztext": "Etwas anderes."})
    neuer = replace(plan, massnahmen={**plan.massnahmen, m.id: m})
    text = _seite(neuer, sprache)
    assert text.count(hinweis) == 1
    titel = {m.massnahme: m.titel for m in satz.massnahmen}
    assert (
        text.index(titel["integrationsrat"])
        < text.index(hinweis)
        < text.index(titel["interkulturelle-angebotsplanung"])
    )


def test_kein_text_nennt_selbst_einen_tag_oder_eine_zahl_die_sich_aendert() -> None:
    for pfad in sorted((DATEN["echt"] / "sprachen").glob("*.yaml")):
        text = pfad.read_text("utf-8")
        for typisch in ("53,363", "53.363", "۵۳٬۳۶۳", "9,9", "9.9", "2026", "۲۰۲۶"):
            assert typisch not in text, (pfad.name, typisch)


def test_eine_quote_nennt_den_tag_des_zaehlers_und_den_des_nenners() -> None:
    text = _seite(lies_plan("musterstadt"), "en")
    assert "(employees on 30 June 2025, residents on 31 December 2024): 38.5%" in text
