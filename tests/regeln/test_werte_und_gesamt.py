"""What a figure may be is declared by its indicator: below zero, above 100 percent, with a total that is no sum."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from saetze_bauen import dimension, indikator, plan_aus
from zahlen_bauen import tafel

from macros.modell.befund import Befund
from macros.modell.plan import Plan
from macros.modell.rechnung import kennzahlen
from macros.regeln import REGELN
from macros.sichten.reihen import gesamtwert

HEUTE = date(2026, 6, 30)
ORT = dimension("ort", "alle", "a", "b")


def plan_mit(*zeilen: tuple[Any, ...], ort: dict[str, Any] | None = None, **felder: Any) -> Plan:
    gliederung = [{**ORT.model_dump(exclude_none=True), **(ort or {})}]
    satz = indikator("saldo", dimensionen=gliederung, **felder)
    return plan_aus(satz, zahlen={"saldo": tafel(["ort"], *zeilen)})


def befunde(plan: Plan, regel: str) -> list[Befund]:
    return list(REGELN[regel](plan, HEUTE))


@pytest.mark.parametrize(
    ("wert", "felder", "regelgerecht"),
    [
        (-3, {}, False),
        (-3, {"negativ": "true"}, True),
        (120, {"einheit": "prozent"}, False),
        (120, {"einheit": "prozent", "ueber_100": "true"}, True),
        (-3, {"einheit": "prozent", "ueber_100": "true"}, False),
        (120, {"einheit": "prozent", "negativ": "true"}, False),
        (120, {}, True),
    ],
)
def test_was_der_indikator_zulaesst(wert: float, felder: dict[str, Any], regelgerecht: bool) -> None:
    gefunden = befunde(plan_mit(("2025", "a", wert), **felder), "werte")
    assert (gefunden == []) is regelgerecht
    # The remedy names the field that lets the figure in.
    assert all(("negativ: true" if wert < 0 else "ueber_100: true") in b.vorschlag for b in gefunden)


@pytest.mark.parametrize(("negativ", "anzahl"), [("false", 1), ("true", 0)])
def test_auch_eine_rechnung_ergibt_nur_mit_erlaubnis_weniger_als_null(negativ: str, anzahl: int) -> None:
    plan = plan_mit(("2025", "a", 5), ("2025", "b", 8))
    glieder = [{"indikator": "saldo", "auswahl": {"ort": o}, "abziehen": o == "b"} for o in ("a", "b")]
    rest = indikator("rest", formel={"zaehler": glieder}, negativ=negativ)
    neu = plan_aus(*plan.indikatoren.values(), rest, zahlen=dict(plan.kennzahlen))
    assert [b.text for b in befunde(neu, "formeln")] == ["Die Rechnung ergibt -3 (2025)."] * anzahl


DURCHSCHNITT = [("2025", "alle", 7), ("2025", "a", 6), ("2025", "b", 9)]
GEHEIM = [("2025", "alle", 10), ("2025", "a", 8), ("2025", "b", ".")]


def test_ein_gesamtwert_ist_keine_summe() -> None:
    assert len(befunde(plan_mit(*DURCHSCHNITT, ort={"summe": "alle"}), "summen")) == 1
    assert befunde(plan_mit(*DURCHSCHNITT, ort={"gesamtwert": "alle"}), "summen") == []


def test_aus_einem_gesamtwert_laesst_sich_nichts_zurueckrechnen() -> None:
    schutz = {"verfahren": "unterdrueckung", "schwelle": 3}
    assert (
        len(befunde(plan_mit(*GEHEIM, ort={"summe": "alle"}, geheimhaltung=schutz, zaehlt="personen"), "verdecktes"))
        == 1
    )
    offen = plan_mit(*GEHEIM, ort={"gesamtwert": "alle"}, geheimhaltung=schutz, zaehlt="personen")
    assert befunde(offen, "verdecktes") == []


def test_auch_ein_gesamtwert_steht_fuer_alle() -> None:
    plan = plan_mit(*DURCHSCHNITT, ort={"gesamtwert": "alle"})
    assert gesamtwert(plan.indikatoren["saldo"].dimensionen[0]) == "alle"
    doppelt = indikator("doppelt", formel={"zaehler": [{"indikator": "saldo"}], "faktor": 2})
    neu = plan_aus(*plan.indikatoren.values(), doppelt, zahlen=dict(plan.kennzahlen))
    assert [k.wert for k in kennzahlen(neu, "doppelt")] == [14]


@pytest.mark.parametrize(
    ("ort", "text"),
    [
        ({"summe": "alle", "gesamtwert": "alle"}, "summe und gesamtwert zugleich sind nicht möglich."),
        ({"gesamtwert": "gesamt"}, "„gesamt“ fehlt in den Werten der Dimension."),
        ({"gesamtwert": "alle"}, None),
    ],
)
def test_ein_gesamtwert_ist_ein_wert_der_dimension(ort: dict[str, Any], text: str | None) -> None:
    gefunden = befunde(plan_mit(*DURCHSCHNITT, ort=ort), "dimensionen")
    assert [b.text for b in gefunden] == ([text] if text else [])


def test_rauschen_hinter_dem_komma_ist_kein_unterschied() -> None:
    zeilen = [("2025", "alle", 0.3), ("2025", "a", 0.1), ("2025", "b", 0.2)]  # binary: 0.30000000000000004
    assert befunde(plan_mit(*zeilen, ort={"summe": "alle"}, nachkommastellen=1), "summen") == []


def test_teile_eines_saldos_duerfen_mehr_ergeben_wenn_einer_fehlt() -> None:
    unvollstaendig = [("2025", "alle", 2), ("2025", "a", 9)]
    assert befunde(plan_mit(*unvollstaendig, ort={"summe": "alle"}, negativ="true"), "summen") == []
    assert len(befunde(plan_mit(*unvollstaendig, ort={"summe": "alle"}), "summen")) == 1
    falsch = [*unvollstaendig, ("2025", "b", -5)]
    assert len(befunde(plan_mit(*falsch, ort={"summe": "alle"}, negativ="true"), "summen")) == 1
