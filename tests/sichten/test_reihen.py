"""A series knows its order, its total, its gaps and its break."""

from __future__ import annotations

from dataclasses import replace

import pytest
from zahlen_bauen import kennzahl, mit

from macros.modell.auswahlen import Zeichen
from macros.modell.indikator import Indikator
from macros.modell.plan import Plan
from macros.modell.rechnung import kennzahlen
from macros.sichten.reihen import gruppenname, reihe


def test_reihen_sind_nach_zeit_und_nach_der_liste_der_werte_geordnet(plan: Plan) -> None:
    r = reihe(plan, "bevoelkerung")
    assert [str(s) for s in r.stichtage] == [f"{j}-12-31" for j in range(2021, 2026)]
    assert [k.merkmale["staatsangehoerigkeit"] for k in r.kennzahlen[:3]] == ["insgesamt", "deutsch", "ausländisch"]
    assert r.leitgruppe == {"staatsangehoerigkeit": "insgesamt"}
    assert list(r.tabelle.columns) == ["stichtag", "staatsangehoerigkeit", "wert", "zeichen", "hinweis"]
    assert r.tabelle.loc[0, "wert"] == 29810


def test_gruppen_heissen_nach_dem_was_nicht_die_summe_ist(plan: Plan) -> None:
    dimensionen = reihe(plan, "schueler").dimensionen
    assert gruppenname({"schulform": "Gymnasium", "staatsangehoerigkeit": "insgesamt"}, dimensionen) == "Gymnasium"
    assert gruppenname({"schulform": "insgesamt", "staatsangehoerigkeit": "insgesamt"}, dimensionen) == "insgesamt"
    beide = {"schulform": "Gymnasium", "staatsangehoerigkeit": "deutsch"}
    assert gruppenname(beide, dimensionen) == "Gymnasium, deutsch"


def test_fehlende_jahre_fallen_auf_nur_bei_dem_was_jaehrlich_kommt(plan: Plan) -> None:
    zahlen = [kennzahl(j, 10, herkunft="insgesamt") for j in ("2019", "2021", "2022")]
    luecke = mit(plan, "einbuergerungen", *zahlen)
    assert reihe(luecke, "einbuergerungen").fehlende_jahre == (2020,)
    selten = mit(luecke, "einbuergerungen", periodizitaet="unregelmaessig")
    assert reihe(selten, "einbuergerungen").fehlende_jahre == ()


def test_eine_quote_rechnet_auch_fuer_den_gesamtwert_wenn_sie_ihn_nennt(plan: Plan) -> None:
    werte = {"id": "staatsangehoerigkeit", "name": "S", "auspraegungen": ["insgesamt", "deutsch", "ausländisch"]}
    mit_gesamt = mit(plan, "beschaeftigte")
    mit_gesamt = replace(
        plan,
        indikatoren={
            **plan.indikatoren,
            "beschaeftigungsquote": Indikator.model_validate(
                {
                    **plan.indikatoren["beschaeftigungsquote"].model_dump(mode="json", exclude_none=True),
                    "dimensionen": [werte],
                }
            ),
        },
    )
    neueste = {
        k.merkmale["staatsangehoerigkeit"]: k.wert
        for k in kennzahlen(mit_gesamt, "beschaeftigungsquote")
        if str(k.stichtag) == "2025-06-30"
    }
    # The Stichtag nearest to 30 June 2025 is 31 December 2024 (30,412 people), not 2025.
    assert neueste["insgesamt"] == pytest.approx(11705 / 30412 * 100)
    assert set(neueste) == {"insgesamt", "deutsch", "ausländisch"}


def test_eine_quote_zeigt_nur_die_gruppen_die_sie_nennt(plan: Plan) -> None:
    gruppen = {k.merkmale["staatsangehoerigkeit"] for k in kennzahlen(plan, "beschaeftigungsquote")}
    assert gruppen == {"deutsch", "ausländisch"}


@pytest.mark.parametrize(("nenner", "zeichen"), [(19, Zeichen.UNSICHER), (20, None)])
def test_eine_quote_ueber_wenige_menschen_wird_verdeckt(plan: Plan, nenner: int, zeichen: Zeichen | None) -> None:
    klein = mit(plan, "bevoelkerung", *(kennzahl("2025-06-30", nenner, staatsangehoerigkeit=g) for g in ("insgesamt", "deutsch", "ausländisch")))  # fmt: skip
    klein = mit(klein, "beschaeftigte", *(kennzahl("2025-06-30", 10, staatsangehoerigkeit=g) for g in ("insgesamt", "deutsch", "ausländisch")))  # fmt: skip
    zahl = kennzahlen(klein, "beschaeftigungsquote")[0]
    assert zahl.zeichen is zeichen
    assert (zahl.wert is None) is (zeichen is not None)
