"""Numbers as German readers write them, rounded as merchants do."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.deutsch.zahlen import (
    betrag,
    differenz,
    eindeutig,
    getippt,
    glatt,
    lesarten,
    noetige_stellen,
    prozentpunkte,
    runde,
    zahl,
)


@pytest.mark.parametrize(
    ("wert", "stellen", "gerundet"),
    [
        (0.5, 0, "1"),
        (-0.5, 0, "-1"),
        (1.5, 0, "2"),
        (0.125, 2, "0.13"),
        (2.675, 2, "2.68"),
        (1449, -2, "1400"),
        (1450, -2, "1500"),
        (57 / 200 * 100, 0, "29"),  # 28.5 %; the machine says 28.499999999999996
        (2.5, 0, "3"),
        (2.4999, 0, "2"),
        (-2.5, 0, "-3"),
        (1.005, 2, "1.01"),
        (53363, -3, "53000"),
        (53500, -3, "54000"),
        (7, 2, "7.00"),
    ],
)
def test_ab_fuenf_wird_aufgerundet(wert: float, stellen: int, gerundet: str) -> None:
    assert f"{runde(wert, stellen):f}" == gerundet


def test_das_rauschen_einer_division_hebt_keine_zahl_ueber_die_grenze() -> None:
    assert glatt(17 / 125 * 100) == Decimal("13.6")
    assert runde(2.4999999999999996, 0) == Decimal("3"), "2.5, however the machine came to it"
    assert runde(2.49999999, 0) == Decimal("2")


@pytest.mark.parametrize(
    ("wert", "stellen", "text"),
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (1234.5, 0, "1.235"),
        (1234.5, 2, "1.234,50"),
        (1234567, 0, "1.234.567"),
        (-1234.5, 1, "−1.234,5"),
        (-0.04, 1, "0,0"),
    ],
)
def test_punkte_komma_und_echtes_minus(wert: float, stellen: int, text: str) -> None:
    assert zahl(wert, stellen) == text


@pytest.mark.parametrize(
    ("wert", "hoechstens", "stellen"),
    [(45.0, 4, 0), (12.5, 4, 1), (0.125, 4, 3), (0.125, 2, 2), (1 / 3, 4, 4), (0.1 + 0.2, 4, 1), (100, 4, 0)],
)
def test_nullen_braucht_eine_zahl_nicht(wert: float, hoechstens: int, stellen: int) -> None:
    assert noetige_stellen(wert, hoechstens) == stellen


@pytest.mark.parametrize(
    ("wert", "text"),
    [
        (1234.5, "1234,5"),
        (1234.0, "1234"),
        (-3, "-3"),
        (0.30000000000000004, "0,3"),
        (2 / 3, "0,6667"),
        (-0.00001, "0"),
    ],
)
def test_getippt_wird_ohne_punkte(wert: float, text: str) -> None:
    assert getippt(wert, 4) == text


@pytest.mark.parametrize(
    ("euro", "text"),
    [
        (18500.5, "18.500,50"),
        (18500, "18.500"),
        (18500.0, "18.500"),
        (0, "0"),
        (0.05, "0,05"),
        (999999.99, "999.999,99"),
        (0.1 + 0.2, "0,30"),
        (1.005, "1,01"),
        (4.999, "5"),
        (-12.5, "−12,50"),
    ],
)
def test_cent_stehen_da_wenn_es_welche_gibt(euro: float, text: str) -> None:
    assert betrag(euro) == text


@pytest.mark.parametrize(
    ("text", "moeglich"),
    [
        ("15.000", ("15000", "15")),
        ("15.500", ("15500", "15.5")),
        ("-1.125", ("-1125", "-1.1250")),
        ("100.010", ("100010", "100.01")),
        ("0.125", None),
        ("1250.125", None),
        ("15.00", None),
        ("15.0000", None),
        ("1.015.000", None),
        ("15000", None),
    ],
)
def test_ein_punkt_vor_drei_ziffern_hat_zwei_lesarten(text: str, moeglich: tuple[str, str] | None) -> None:
    assert lesarten(text) == moeglich


def test_was_zwei_lesarten_hat_wird_eindeutig_geschrieben() -> None:
    assert [eindeutig(t) for t in ("12.345", "12.34", "0.125", "12")] == ["12.3450", "12.34", "0.125", "12"]


@pytest.mark.parametrize(
    ("betrag", "stellen", "text"),
    [(1, 0, "1 Prozentpunkt"), (-1, 0, "1 Prozentpunkt"), (1, 1, "1,0 Prozentpunkte"), (-2.25, 1, "2,3 Prozentpunkte")],
)
def test_anteile_unterscheiden_sich_in_prozentpunkten(betrag: float, stellen: int, text: str) -> None:
    assert prozentpunkte(betrag, stellen) == text


@pytest.mark.parametrize(
    ("neu", "alt", "stellen", "erwartet"),
    [(10.06, 8.04, 1, "2.0"), (14.04, 12.16, 1, "1.9"), (8, 10.5, 0, "-3"), (0.3, 0.1, 1, "0.2")],
)
def test_eine_differenz_wird_einmal_gerundet(neu: float, alt: float, stellen: int, erwartet: str) -> None:
    assert str(differenz(neu, alt, stellen)) == erwartet
