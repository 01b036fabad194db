"""Where figures are from: what a row says counts, the concept only for what it has; notes are asked for with new figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from saetze_bauen import fassung, indikator, plan_aus
from zahlen_bauen import tafel

from macros.modell.indikator import Frueher, Geheimhaltung
from macros.modell.plan import Plan
from macros.modell.zahlenquelle import zahlenquelle
from macros.regeln import REGELN

HEUTE = date(2026, 6, 30)


def _plan(jahr: str, am: str = "", quelle: str = "", **felder: object) -> Plan:
    (k,) = tafel([], (jahr, 5))
    k = replace(k, eingetragen_am=date.fromisoformat(am) if am else None, quelle=quelle)
    i = indikator("plaetze", zahlen_aus="konzept", quelle="amt", **felder)
    return plan_aus(fassung("alt", 2022), i, zahlen={"plaetze": (k,)})


@pytest.mark.parametrize(
    ("jahr", "am", "quelle", "name", "herkunft"),
    [
        ("2022", "", "", "amt", "konzept"),
        ("2021", "", "", "amt", "konzept"),
        ("2023", "", "", "", None),
        ("2021", "2026-02-01", "", "", None),
        ("2023", "2026-02-01", "Kreis, 15.02.2026", "Kreis, 15.02.2026", "quelle"),
        ("2021", "", "Kreis", "Kreis", "quelle"),
    ],
)
def test_aus_dem_konzept_ist_nur_was_darin_steht(
    jahr: str, am: str, quelle: str, name: str, herkunft: str | None
) -> None:
    plan = _plan(jahr, am, quelle)
    q = zahlenquelle(plan, plan.indikatoren["plaetze"], plan.kennzahlen["plaetze"][0])
    assert (q.name, q.herkunft and q.herkunft.value) == (name, herkunft)


@pytest.mark.parametrize(
    ("jahr", "am", "quelle", "anzahl"),
    [("2022", "", "", 0), ("2023", "", "", 1), ("2021", "2026-02-01", "", 1), ("2023", "", "Kreis", 0), ("2022", "", "kreis", 1)],
)  # fmt: skip
def test_eine_spaetere_zahl_sagt_woher_sie_kommt(jahr: str, am: str, quelle: str, anzahl: int) -> None:
    assert len(list(REGELN["zahlenquelle"](_plan(jahr, am, quelle), HEUTE))) == anzahl


@pytest.mark.parametrize(
    ("jahr", "bis", "anzahl"), [("2022", None, 0), ("2023", None, 1), ("2023", "2022", 1), ("2023", "2023", 0)]
)
def test_mit_neuen_zahlen_wird_nach_den_hinweisen_gefragt(jahr: str, bis: str | None, anzahl: int) -> None:
    felder = {"hinweise_gelten_bis": bis} if bis else {}
    plan = _plan(jahr, hinweise=["Das ist die erste Zahl."], **felder)
    assert len(list(REGELN["hinweise_zeit"](plan, HEUTE))) == anzahl
    assert not list(REGELN["hinweise_zeit"](_plan(jahr), HEUTE))


@pytest.mark.parametrize(
    ("verfahren", "vorher", "text"),
    [
        ({"verfahren": "rundung5"}, 53.0, "53 ist kein Vielfaches von 5 und darf auch als alter Wert nicht stehen."),
        ({"verfahren": "rundung5"}, 50.0, None),
        ({"verfahren": "unterdrueckung", "schwelle": 3}, 2.0, "2 liegt unter der Schwelle 3"),
        ({"verfahren": "unterdrueckung", "schwelle": 3}, 3.0, None),
        ({"verfahren": "keine"}, 53.0, None),
    ],
)
def test_auch_ein_alter_wert_verraet_nichts(verfahren: dict[str, Any], vorher: float, text: str | None) -> None:
    (k,) = tafel([], ("2025", 60))
    i = indikator("plaetze", einheit="personen", zaehlt="personen").model_copy(
        update={"geheimhaltung": Geheimhaltung.model_validate(verfahren)}
    )
    plan = plan_aus(i, zahlen={"plaetze": (replace(k, vorher=(Frueher(vorher),)),)})
    befunde = [b.text for b in REGELN["berichtigung"](plan, HEUTE)]
    assert len(befunde) == (text is not None) and all(b.startswith(text or "") for b in befunde)
