"""The version of the data changes with the data, and with nothing else."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest
from saetze_bauen import gemeinde, handlungsfeld, massnahme, plan_aus
from zahlen_bauen import kennzahl, tafel

from macros.modell.indikator import Kennzahl
from macros.modell.plan import Plan
from macros.sichten.pruefsumme import pruefsumme

ZAHLEN = {"plaetze": tafel(["ort", "art"], ("2025", "Süd", "kurz", 5), ("2024", "Süd", "kurz", "."))}
PLAN = plan_aus(massnahme("treff"), zahlen=ZAHLEN)


def _mit(*zahlen: Kennzahl) -> Plan:
    return plan_aus(massnahme("treff"), zahlen={"plaetze": zahlen})


@pytest.mark.parametrize(
    "anders",
    [
        replace(PLAN, gemeinde=gemeinde(name="Großstadt")),
        plan_aus(massnahme("treff", titel="Anders"), zahlen=ZAHLEN),
        plan_aus(massnahme("cafe"), zahlen=ZAHLEN),
        plan_aus(massnahme("treff"), handlungsfeld("bildung"), zahlen=ZAHLEN),
        plan_aus(massnahme("treff")),
        plan_aus(massnahme("treff"), zahlen={"raeume": ZAHLEN["plaetze"]}),
        _mit(ZAHLEN["plaetze"][0]),
        _mit(replace(ZAHLEN["plaetze"][0], wert=6), ZAHLEN["plaetze"][1]),
        _mit(replace(ZAHLEN["plaetze"][0], hinweis="vorläufig"), ZAHLEN["plaetze"][1]),
        _mit(replace(ZAHLEN["plaetze"][0], eingetragen_am=date(2026, 3, 4)), ZAHLEN["plaetze"][1]),
        _mit(ZAHLEN["plaetze"][0], kennzahl("2024", "-", ort="Süd", art="kurz")),
        _mit(ZAHLEN["plaetze"][0], kennzahl("2023", ".", ort="Süd", art="kurz")),
        _mit(kennzahl("2025", 5, ort="Nord", art="kurz"), ZAHLEN["plaetze"][1]),
    ],
)
def test_jede_aenderung_gibt_eine_andere(anders: Plan) -> None:
    assert pruefsumme(anders) != pruefsumme(PLAN)


def test_wo_etwas_in_den_dateien_steht_ist_gleich() -> None:
    verschoben = tuple(replace(k, zeile=k.zeile + 1) for k in ZAHLEN["plaetze"])
    umgestellt = tuple(replace(k, merkmale=dict(reversed(k.merkmale.items()))) for k in ZAHLEN["plaetze"])
    assert pruefsumme(_mit(*verschoben)) == pruefsumme(_mit(*umgestellt)) == pruefsumme(PLAN)


def test_sie_ist_der_anfang_einer_sha256_ueber_die_daten_damit_andere_sie_nachrechnen_koennen() -> None:
    treff = massnahme("treff", sachstaende=[{"datum": "2025-01-31", "stand": "umgesetzt", "text": "Schön."}])
    plan = plan_aus(treff, zahlen={"plaetze": tafel(["ort"], ("2025", "Süd", 5), ("2024", "Süd", "."))})
    daten = {
        "gemeinde": gemeinde().model_dump(mode="json"),
        "saetze": {"massnahmen/treff": treff.model_dump(mode="json")},
        "zahlen": {"plaetze": [["2025", {"ort": "Süd"}, 5, None, ""], ["2024", {"ort": "Süd"}, None, ".", ""]]},
    }
    text = json.dumps(daten, sort_keys=True, ensure_ascii=False).encode()
    assert pruefsumme(plan) == hashlib.sha256(text).hexdigest()[:8]
    assert len(pruefsumme(plan)) == 8
