"""Pages about progress stay readable and honest, whatever the data lack or overdo."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from macros.ausgabe.bausteine.listen import tabelle_massnahmen
from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.bausteine.umsetzung import balken
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.seiten.umsetzung import antwortseiten, standseiten
from macros.modell.massnahme import Beteiligung
from macros.modell.plan import SAMMLUNGEN, Plan

MEINE = (
    "umsetzung",
    "aenderungen",
    "neues",
    "fassungen",
    "betrifft_mich",
    "matrix_massnahmen",
    "matrix_herausforderungen",
)


def _k(plan: Plan, stichtag: date) -> Kontext:
    return Kontext(Bau(plan, stichtag), "umsetzung/")


def _mit(plan: Plan, **sammlungen: object) -> Plan:
    return Plan(plan.gemeinde, **{**{n: plan.sammlung(n) for n in SAMMLUNGEN}, **sammlungen})  # type: ignore[arg-type]


def _daten(html: str) -> dict[str, object]:
    treffer = re.search(r'<script type="application/json">(.*?)</script>', html, re.S)
    assert treffer
    daten: dict[str, object] = json.loads(treffer[1])
    return daten


@pytest.mark.parametrize("name", MEINE)
def test_ein_leerer_plan_gibt_lesbare_seiten(plan: Plan, stichtag: date, name: str) -> None:
    html = str(BAUSTEINE[name](_k(Plan(plan.gemeinde), stichtag)))
    assert "None" not in html and "<script" not in html


@pytest.mark.parametrize("name", MEINE)
def test_ein_plan_ohne_massnahmen_gibt_lesbare_seiten(plan: Plan, stichtag: date, name: str) -> None:
    ohne = Plan(plan.gemeinde, fassungen=plan.fassungen, handlungsfelder=plan.handlungsfelder)
    assert "None" not in str(BAUSTEINE[name](_k(ohne, stichtag)))


def test_ohne_berichte_steht_da_dass_nichts_berichtet_ist(plan: Plan, stichtag: date) -> None:
    ohne = {k: m.model_copy(update={"sachstaende": (), "schritte": ()}) for k, m in plan.massnahmen.items()}
    still = _mit(
        plan,
        massnahmen=ohne,
        kennzahlen={},
        fassungen={"2025": plan.fassungen["2025"].model_copy(update={"vorgaenger": None})},
    )
    assert "Zu keiner der 8 Maßnahmen liegt ein Sachstand vor." in str(BAUSTEINE["umsetzung"](_k(still, stichtag)))
    assert "noch kein Sachstand berichtet" in str(BAUSTEINE["neues"](_k(still, stichtag)))
    assert "Noch ist nichts berichtet" in str(BAUSTEINE["aenderungen"](_k(still, stichtag)))


def test_zahlen_stehen_neben_jedem_balken(plan: Plan, stichtag: date) -> None:
    html = str(BAUSTEINE["umsetzung"](_k(plan, stichtag)))
    assert "Zu 7 von 8 Maßnahmen liegt ein Sachstand vor, zu einer noch keiner." in html
    assert html.count('class="balken"') == html.count('aria-hidden="true" focusable="false"><line')
    assert "fertig oder auf Dauer (2)" in html and "noch nicht berichtet (1)" in html


def test_ein_balken_ist_lueckenlos() -> None:
    teile = balken({"umgesetzt": 1, "in_umsetzung": 1, "nicht_berichtet": 1})
    assert [t.anzahl for t in teile] == [1, 1, 1]
    assert teile[0].von == 0 and teile[-1].bis == 100
    assert all(a.bis == b.von for a, b in zip(teile, teile[1:], strict=False))
    assert balken({}) == []


def test_vierzig_beteiligte_und_ein_titel_mit_dreihundert_zeichen(plan: Plan, stichtag: date) -> None:
    akteure = {
        f"a-{i}": plan.akteure["rat"].model_copy(update={"id": f"a-{i}", "bezeichnung": f"Stelle {i}"})
        for i in range(40)
    }
    gross = plan.massnahmen["sprachtreffs"].model_copy(
        update={
            "titel": "</script><script>alert(1)</script>" + "ä" * 266,
            "sozialraum": "</script><b>Mitte</b>",
            "beteiligte": tuple(Beteiligung(akteur=k) for k in akteure),
        }
    )
    voll = _mit(plan, akteure={**plan.akteure, **akteure}, massnahmen={**plan.massnahmen, gross.id: gross})
    html = str(tabelle_massnahmen(_k(voll, stichtag), None, "Maßnahmen"))
    assert "<script>alert" not in html and "&lt;/script&gt;" in html
    assert html.count("<script") == 1 and html.count("</script") == 1
    assert "34 weitere" in html, "the lead has a column of its own"
    facetten = {f["id"]: f for f in _daten(html)["facetten"]}  # type: ignore[index, attr-defined]
    assert len(facetten["akteur"]["werte"]) >= 40
    assert ["script-b-mitte-b", "</script><b>Mitte</b>"] in facetten["sozialraum"]["werte"]


def test_ein_einziges_handlungsfeld_ist_kein_filter(plan: Plan, stichtag: date) -> None:
    nur = {k: m for k, m in plan.massnahmen.items() if m.handlungsfeld == "ankommen-wohnen"}
    k = _k(_mit(plan, massnahmen=nur | {f"x{i}": m for i, m in enumerate(nur.values())}), stichtag)
    daten = _daten(str(tabelle_massnahmen(k, list(nur.values()) * 2, "Maßnahmen")))
    assert "handlungsfeld" not in {f["id"] for f in daten["facetten"]}  # type: ignore[index, attr-defined]


def test_kurze_listen_bleiben_ohne_filter(plan: Plan, stichtag: date) -> None:
    html = str(tabelle_massnahmen(_k(plan, stichtag), list(plan.massnahmen.values())[:5], "Maßnahmen"))
    assert "<script" not in html and "matrix-platz" not in html


def test_jeder_stand_hat_seine_seite_auch_ohne_massnahmen(plan: Plan, stichtag: date) -> None:
    seiten = {s.adresse: s.inhalt for s in standseiten(Bau(plan, stichtag))}
    assert len(seiten) == 9
    assert "Zurzeit hat keine Maßnahme diesen Stand." in seiten["umsetzung/nicht-weiterverfolgt/"]
    assert "Willkommensmappe" in seiten["umsetzung/umgesetzt/"]
    assert "Ämterwegweiser" not in seiten["umsetzung/umgesetzt/"], "of the edition before"


def test_jede_antwort_hat_ihre_seite_mit_kontakt(plan: Plan, stichtag: date) -> None:
    seiten = {s.adresse: s.inhalt for s in antwortseiten(Bau(plan, stichtag))}
    assert "integration@example.org" in seiten["betrifft-mich/eltern/"]
    ohne = _mit(plan)
    object.__setattr__(ohne, "gemeinde", plan.gemeinde.model_copy(update={"kontakt": None}))
    seiten = {s.adresse: s.inhalt for s in antwortseiten(Bau(ohne, stichtag))}
    assert "Auskunft gibt die Gemeinde selbst" in seiten["betrifft-mich/eltern/"]


def test_beschlossen_ist_noch_keine_arbeit_und_idee_ruhe_und_ende_sind_dreierlei() -> None:
    staende = (
        "umgesetzt daueraufgabe in_vorbereitung in_umsetzung beschlossen vorgeschlagen ausgesetzt nicht_weiterverfolgt"
        " nicht_berichtet"
    )
    assert [(t.name, t.anzahl) for t in balken(dict.fromkeys(staende.split(), 1))] == [
        ("fertig oder auf Dauer", 2),
        ("in Arbeit", 2),
        ("beschlossen, noch nicht begonnen", 1),
        ("Idee", 1),
        ("ausgesetzt", 1),
        ("aufgegeben", 1),
        ("noch nicht berichtet", 1),
    ]
