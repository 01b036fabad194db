"""A Stichtag knows its end, its beginning, its name and its place in time."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.modell.auswahlen import Stichtagsform
from macros.modell.stichtag import Stichtag, StichtagFeld, lies_stichtag


@pytest.mark.parametrize(
    ("text", "art", "beginn", "ende", "bezeichnung"),
    [
        ("2026-12-31", "tag", date(2026, 12, 31), date(2026, 12, 31), "31.12.2026"),
        ("2024-02", "monat", date(2024, 2, 1), date(2024, 2, 29), "Februar 2024"),
        ("2023-02", "monat", date(2023, 2, 1), date(2023, 2, 28), "Februar 2023"),
        ("2026", "jahr", date(2026, 1, 1), date(2026, 12, 31), "2026"),
        ("2026-Q1", "quartal", date(2026, 1, 1), date(2026, 3, 31), "1. Quartal 2026"),
        ("2026-Q4", "quartal", date(2026, 10, 1), date(2026, 12, 31), "4. Quartal 2026"),
        ("2024-H1", "halbjahr", date(2024, 1, 1), date(2024, 6, 30), "1. Halbjahr 2024"),
        ("2024-H2", "halbjahr", date(2024, 7, 1), date(2024, 12, 31), "2. Halbjahr 2024"),
        ("2024/2026", "mehrere_jahre", date(2024, 1, 1), date(2026, 12, 31), "2024–2026"),
        ("2026/27", None, date(2026, 8, 1), date(2027, 7, 31), "2026/27"),
        ("1999/00", None, date(1999, 8, 1), date(2000, 7, 31), "1999/00"),
    ],
)
def test_liest_jede_form(text: str, art: str | None, beginn: date, ende: date, bezeichnung: str) -> None:
    stichtag = lies_stichtag(text)
    assert (stichtag.art, stichtag.beginn, stichtag.ende, stichtag.bezeichnung) == (art, beginn, ende, bezeichnung)
    assert str(stichtag) == text


@pytest.mark.parametrize(
    ("text", "form", "beginn", "ende", "bezeichnung"),
    [
        ("2026/27", "schuljahr", date(2026, 8, 1), date(2027, 7, 31), "Schuljahr 2026/27"),
        ("2026/27", "haushaltsjahr", date(2026, 1, 1), date(2027, 12, 31), "Haushaltsjahr 2026/27"),
        ("2026", "haushaltsjahr", date(2026, 1, 1), date(2026, 12, 31), "Haushaltsjahr 2026"),
        ("2026/27", "mehrere_jahre", date(2026, 1, 1), date(2027, 12, 31), "2026–2027"),
    ],
)
def test_was_eine_zeit_ist_sagt_der_indikator(text: str, form: str, beginn: date, ende: date, bezeichnung: str) -> None:
    stichtag = lies_stichtag(text, Stichtagsform(form))
    assert (stichtag.art, stichtag.beginn, stichtag.ende, stichtag.bezeichnung) == (form, beginn, ende, bezeichnung)


@pytest.mark.parametrize(
    ("text", "form", "richtig"),
    [
        ("2022-12-31", "jahr", "2022"),
        ("2022", "tag", "2022-12-31"),
        ("2022-03-31", "quartal", "2022-Q1"),
        ("2022-07", "halbjahr", "2022-H2"),
        ("2022", "schuljahr", "2022/23"),
        ("2022-07-31", "schuljahr", "2021/22"),
        ("2021/22", "jahr", "2022"),
        ("2022", "mehrere_jahre", "2021/2022"),
    ],
)
def test_eine_andere_form_wird_abgelehnt_und_gesagt_welche_gilt(text: str, form: str, richtig: str) -> None:
    with pytest.raises(
        ValueError, match=f"^„{text}“ passt nicht: .*„{Stichtagsform(form).bezeichnung}“. So: {richtig}$"
    ):
        lies_stichtag(text, Stichtagsform(form))
    assert lies_stichtag(richtig, Stichtagsform(form)).schreibweise == richtig


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
        ("2022/2022", "liegt nicht nach dem ersten"),
        ("2022/9999", "liegt nicht nach dem ersten"),
        ("2022-Q5", "ist kein Stichtag"),
        ("2022-H3", "ist kein Stichtag"),
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
        "„30.06.2022“ ist kein Stichtag. Erlaubt: 2026-12-31 (Tag), 2026-12 (Monat), 2026-Q4 (Quartal), 2026-H2 (Halbjahr), 2026 (Jahr), 2026/27 (Schuljahr), 2024/2026 (mehrere Jahre)."
    )
