"""When the next figures are due: by a day that was written down, else by the rhythm and the last time."""

from __future__ import annotations

from datetime import date

import pytest
from saetze_bauen import indikator, plan_aus
from zahlen_bauen import tafel

from macros.sichten.erwartung import naechste_zahl
from macros.sichten.faellig import faelliges

HEUTE = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("rhythmus", "letzter", "am", "fuer"),
    [
        ("jaehrlich", "2019", date(2020, 12, 31), "2020"),
        ("jaehrlich", "2022-09-30", date(2023, 9, 30), "2023-09-30"),
        ("jaehrlich", "2024-02-29", date(2025, 2, 28), "2025-02-28"),
        ("jaehrlich", "2022-Q3", date(2023, 9, 30), "2023-Q3"),
        ("schuljahr", "2021/22", date(2023, 7, 31), "2022/23"),
        ("zweijaehrlich", "2021", date(2023, 12, 31), "2023"),
    ],
)
def test_nach_dem_rhythmus(rhythmus: str, letzter: str, am: date, fuer: str) -> None:
    i = indikator("kurse", periodizitaet=rhythmus)
    zahl = naechste_zahl(plan_aus(i, zahlen={"kurse": tafel([], (letzter, 1))}), i)
    assert zahl is not None
    assert (zahl.am, str(zahl.fuer)) == (am, fuer)


def test_der_genannte_tag_gilt_vor_dem_rhythmus() -> None:
    i = indikator("kurse", naechste_aktualisierung="2027-03-31")
    zahl = naechste_zahl(plan_aus(i, zahlen={"kurse": tafel([], ("2019", 1))}), i)
    assert zahl is not None
    assert (zahl.am, zahl.fuer) == (date(2027, 3, 31), None)


@pytest.mark.parametrize(
    "felder",
    [
        {"periodizitaet": "einmalig"},
        {"periodizitaet": "unregelmaessig"},
        {"formel": {"zaehler": [{"indikator": "kurse"}]}},
    ],
)
def test_was_niemand_erwartet(felder: dict[str, object]) -> None:
    i = indikator("x", **felder)
    assert naechste_zahl(plan_aus(i, zahlen={"x": tafel([], ("2019", 1))}), i) is None


def test_ohne_eine_zahl_ist_nichts_zu_rechnen() -> None:
    i = indikator("kurse")
    assert naechste_zahl(plan_aus(i), i) is None


def test_eine_zahl_ist_faellig_wenn_ihre_zeit_vorbei_ist() -> None:
    zahlen = {"alt": tafel([], ("2024", 1)), "neu": tafel([], ("2025", 1))}
    plan = plan_aus(indikator("alt"), indikator("neu"), zahlen=zahlen)
    assert [i.id for i in faelliges(plan, HEUTE).indikatoren] == ["alt"]
    assert [i.id for i in faelliges(plan, date(2025, 12, 31)).indikatoren] == []
    assert [i.id for i in faelliges(plan, date(2027, 1, 1)).indikatoren] == ["alt", "neu"]
