"""A Stichtag knows its end, its beginning, its name and its place in time."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.modell.stichtag import Stichtag, StichtagFeld, lies_stichtag


@pytest.mark.parametrize(
    ("text", "art", "beginn", "ende", "bezeichnung"),
    [
        ("2026-12-31", "tag", date(2026, 12, 31), date(2026, 12, 31), "31.12.2026"),
        ("2024-02", "monat", date(2024, 2, 1), date(2024, 2, 29), "Februar 2024"),
        ("2023-02", "monat", date(2023, 2, 1), date(2023, 2, 28), "Februar 2023"),
        ("2026", "jahr", date(2026, 1, 1), date(2026, 12, 31), "2026"),
        ("2026/27", "schuljahr", date(2026, 8, 1), date(2027, 7, 31), "Schuljahr 2026/27"),
        ("1999/00", "schuljahr", date(1999, 8, 1), date(2000, 7, 31), "Schuljahr 1999/00"),
    ],
)
def test_liest_jede_form(text: str, art: str, beginn: date, ende: date, bezeichnung: str) -> None:
    stichtag = lies_stichtag(text)
    assert (stichtag.art, stichtag.beginn, stichtag.ende, stichtag.bezeichnung) == (art, beginn, ende, bezeichnung)
    assert str(stichtag) == text


@pytest.mark.parametrize(
    ("text", "kurz"),
    [("2026-12-31", "31.12.2026"), ("2024-02", "Februar 2024"), ("2026", "2026"), ("2026/27", "2026/27")],
)
def test_heisst_kurz_wo_der_zusammenhang_das_schuljahr_nennt(text: str, kurz: str) -> None:
    assert lies_stichtag(text).kurzbezeichnung == kurz


@pytest.mark.parametrize(
    ("text", "grund"),
    [
        ("30.06.2022", "ist kein Stichtag"),
        ("2022-6-30", "ist kein Stichtag"),
        ("22", "ist kein Stichtag"),
        ("2022-06-30 ", "ist kein Stichtag"),
        ("2022\n", "ist kein Stichtag"),
        ("２０２２", "ist kein Stichtag"),
        ("", "ist kein Stichtag"),
        ("2022-02-30", "Diesen Tag gibt es im Kalender nicht"),
        ("2023-02-29", "Diesen Tag gibt es im Kalender nicht"),
        ("2022-13", "Diesen Tag gibt es im Kalender nicht"),
        ("2022-00", "Diesen Tag gibt es im Kalender nicht"),
        ("2022/24", "Auf 2022 folgt 23"),
        ("0000/01", "nicht zwischen 1900 und 2200"),
        ("9999/00", "nicht zwischen 1900 und 2200"),
    ],
)
def test_sagt_auf_deutsch_was_falsch_ist(text: str, grund: str) -> None:
    with pytest.raises(ValueError, match=grund):
        lies_stichtag(text)


def test_ordnet_nach_dem_letzten_tag() -> None:
    durcheinander = ["2026", "2025/26", "2026-01", "2025-12-31", "2026-07-31"]
    assert [str(s) for s in sorted(map(lies_stichtag, durcheinander))] == [
        "2025-12-31",
        "2026-01",
        "2025/26",
        "2026-07-31",
        "2026",
    ]


def test_derselbe_tag_in_zwei_schreibweisen_ist_nicht_derselbe_stichtag() -> None:
    assert lies_stichtag("2026") != lies_stichtag("2026-12-31")


def test_jeder_monat_hat_seinen_namen() -> None:
    namen = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
    assert [lies_stichtag(f"2026-{n:02d}").bezeichnung for n in range(1, 13)] == [f"{name} 2026" for name in namen]


@pytest.mark.parametrize(("text", "gilt"), [("1900", True), ("1899", False), ("2200", True), ("2201", False)])
def test_von_1900_bis_2200(text: str, gilt: bool) -> None:
    if gilt:
        assert lies_stichtag(text).ende.year == int(text)
    else:
        with pytest.raises(ValueError, match="nicht zwischen 1900 und 2200"):
            lies_stichtag(text)


def test_ein_feld_nimmt_die_schreibweise_den_stichtag_selbst_und_gibt_die_schreibweise_zurueck() -> None:
    feld: TypeAdapter[Stichtag] = TypeAdapter(StichtagFeld)
    september = lies_stichtag("2022-09")
    assert feld.validate_python("2022-09") == september
    assert feld.validate_python(september) == september
    assert feld.dump_python(september) == "2022-09"


def test_ein_feld_sagt_was_falsch_ist() -> None:
    with pytest.raises(ValidationError) as fehler:
        TypeAdapter(StichtagFeld).validate_python("30.06.2022")
    (einzel,) = fehler.value.errors()
    assert einzel["ctx"]["regel"] == "stichtag"
    assert einzel["msg"] == (
        "„30.06.2022“ ist kein Stichtag. Erlaubt: 2026-12-31 (Tag), 2026-12 (Monat), 2026 (Jahr), 2026/27 (Schuljahr)."
    )
