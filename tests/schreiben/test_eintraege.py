"""What editors type becomes data: numbers, days, reports, figures; and what is there already stays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from macros.schreiben.eintraege import (
    Nachtrag,
    finde_zeile,
    haenge_sachstand_an,
    setze,
    trage_kennzahl_ein,
)

# Fields


@pytest.mark.parametrize(
    ("davor", "pfad", "wert", "danach"),
    [
        ({}, ("a",), "1", {"a": "1"}),
        ({"a": "1"}, ("a",), "2", {"a": "2"}),
        ({"a": "1", "b": "2"}, ("a",), "", {"b": "2"}),
        ({}, ("a",), "", {}),
        ({}, ("a", "b"), "1", {"a": {"b": "1"}}),
        ({"a": {"b": "1"}}, ("a", "c"), "2", {"a": {"b": "1", "c": "2"}}),
        ({"a": {"b": "1", "c": "2"}}, ("a", "c"), "", {"a": {"b": "1"}}),
        ({"a": {"b": "1"}, "d": "3"}, ("a", "b"), "", {"d": "3"}),
        ({"d": "3"}, ("a", "b", "c"), "", {"d": "3"}),
        ({}, ("a", "b", "c"), "1", {"a": {"b": {"c": "1"}}}),
    ],
)
def test_ein_leerer_wert_nimmt_das_feld_weg_und_was_mit_ihm_leer_wird(
    davor: dict[str, Any], pfad: tuple[str, ...], wert: str, danach: dict[str, Any]
) -> None:
    setze(davor, pfad, wert)
    assert davor == danach


# Reports

HEUTE = date(2026, 7, 15)
JANUAR = {"datum": "2026-01-31", "stand": "beschlossen"}
JUNI = {"datum": "2026-06-30", "stand": "in_umsetzung"}


def test_ein_bericht_kommt_ans_ende() -> None:
    massnahme: dict[str, Any] = {"id": "treff"}
    assert haenge_sachstand_an(massnahme, JANUAR, HEUTE) == Nachtrag(1)
    assert haenge_sachstand_an(massnahme, JUNI, HEUTE) == Nachtrag(2)
    assert massnahme == {"id": "treff", "sachstaende": [JANUAR, JUNI]}


def test_derselbe_bericht_noch_einmal_aendert_nichts() -> None:
    massnahme = {"sachstaende": [JANUAR, JUNI]}
    assert haenge_sachstand_an(massnahme, dict(JUNI), HEUTE) == Nachtrag(2, neu=False)
    assert massnahme == {"sachstaende": [JANUAR, JUNI]}


def test_ein_anderer_bericht_fuer_denselben_tag_ist_ein_konflikt() -> None:
    massnahme = {"sachstaende": [JANUAR, JUNI]}
    assert haenge_sachstand_an(massnahme, {**JANUAR, "stand": "umgesetzt"}, HEUTE) == Nachtrag(
        1,
        neu=False,
        konflikt=(
            "Einen Bericht vom 31.01.2026 gibt es schon, mit anderem Inhalt.",
            "Kommen sie von zwei Stellen: in der Datei der Maßnahme anhängen und bei beiden in von sagen, wer berichtet. "
            "Sonst beide dort zu einem zusammenfassen.",
        ),
    )
    assert massnahme == {"sachstaende": [JANUAR, JUNI]}


def test_zwei_stellen_berichten_fuer_denselben_tag() -> None:
    massnahme = {"sachstaende": [{**JUNI, "von": "sportamt"}]}
    assert haenge_sachstand_an(massnahme, {**JUNI, "von": "schulamt"}, HEUTE) == Nachtrag(2)
    assert haenge_sachstand_an(massnahme, {**JANUAR, "von": "schulamt"}, HEUTE) == Nachtrag(3)


def test_ein_bericht_der_spaet_kommt_sagt_wann_er_kam() -> None:
    massnahme: dict[str, Any] = {"sachstaende": [JUNI]}
    assert haenge_sachstand_an(massnahme, JANUAR, HEUTE) == Nachtrag(2)
    assert massnahme["sachstaende"] == [JUNI, {**JANUAR, "eingetragen_am": "2026-07-15"}]
    assert haenge_sachstand_an(massnahme, JANUAR, HEUTE) == Nachtrag(2, neu=False), "the same report once more"


def test_wann_ein_spaeter_bericht_kam_darf_er_selbst_sagen() -> None:
    massnahme: dict[str, Any] = {"sachstaende": [JUNI]}
    spaet = {**JANUAR, "eingetragen_am": "2026-07-02"}
    assert haenge_sachstand_an(massnahme, spaet, HEUTE) == Nachtrag(2)
    assert massnahme["sachstaende"] == [JUNI, spaet]
    assert haenge_sachstand_an(massnahme, spaet, HEUTE) == Nachtrag(2, neu=False), "the same report once more"
    assert haenge_sachstand_an(massnahme, JANUAR, HEUTE) == Nachtrag(2, neu=False), "also without its day"


def test_ein_tag_spaeter_ist_kein_konflikt() -> None:
    assert haenge_sachstand_an({"sachstaende": [JUNI]}, {**JUNI, "datum": "2026-07-01"}, HEUTE).konflikt is None


# Figures

KOPF = ["stichtag", "ort", "wert", "zeichen", "hinweis"]
AM = date(2026, 11, 5)


def _tabelle(*zeilen: str) -> list[list[str]]:
    return [list(KOPF), *(z.split(",") for z in zeilen)]


def _datiert(*zeilen: str) -> list[list[str]]:
    return [[*KOPF, "eingetragen_am"], *(z.split(",") for z in zeilen)]


def _berichtigt(*zeilen: str) -> list[list[str]]:
    return [[*KOPF, "eingetragen_am", "vorher"], *(z.split(",") for z in zeilen)]


def test_eine_zeile_hat_ihren_stichtag_und_ihre_gruppe_und_die_kopfzeile_ist_keine() -> None:
    tabelle = _tabelle("2024,Nord,1,,", "2024,Süd,2,,", "2025,Nord,3,,")
    assert finde_zeile(tabelle, ("2024", "Süd")) == 2
    assert finde_zeile(tabelle, ["2025", "Nord"]) == 3
    assert finde_zeile(tabelle, ("2025", "Süd")) is None
    assert finde_zeile(tabelle, ("stichtag", "ort")) is None


def test_eine_zahl_wird_geaendert_wo_sie_steht() -> None:
    tabelle = _tabelle("2024,Nord,1,,alt", "2024,Süd,2,,")
    assert trage_kennzahl_ein(tabelle, ("2024", "Nord"), {"wert": "5"}, AM) == 2
    assert tabelle == _berichtigt("2024,Nord,5,,alt,2026-11-05,1", "2024,Süd,2,,,,")
    geheim = {"wert": "", "zeichen": ".", "hinweis": "geheim"}
    assert trage_kennzahl_ein(tabelle, ("2024", "Süd"), geheim, date(2026, 11, 6)) == 3
    assert tabelle == _berichtigt("2024,Nord,5,,alt,2026-11-05,1", "2024,Süd,,.,geheim,2026-11-06,")


def test_wer_nichts_oder_nur_den_hinweis_aendert_traegt_keine_zahl_ein() -> None:
    tabelle = _tabelle("2024,Nord,1,,vorläufig")
    trage_kennzahl_ein(tabelle, ("2024", "Nord"), {"wert": "1.0", "zeichen": "", "hinweis": ""}, AM)
    assert tabelle == _tabelle("2024,Nord,1,,")


def test_eine_berichtigte_zahl_traegt_den_tag_der_berichtigung() -> None:
    tabelle = _datiert("2024,Nord,1,,,2025-02-01", "2024,Süd,2,,,2025-02-01")
    trage_kennzahl_ein(tabelle, ("2024", "Nord"), {"wert": "3"}, AM)
    assert tabelle == _berichtigt("2024,Nord,3,,,2026-11-05,2025-02-01: 1", "2024,Süd,2,,,2025-02-01,")


def test_wer_sich_am_selben_tag_vertippt_hat_berichtigt_nichts() -> None:
    tabelle = _datiert("2024,Nord,1,,,2026-11-05")
    trage_kennzahl_ein(tabelle, ("2024", "Nord"), {"wert": "3"}, AM)
    assert tabelle == _datiert("2024,Nord,3,,,2026-11-05")


def test_jede_berichtigung_bleibt_mit_ihrem_tag_stehen() -> None:
    tabelle = _tabelle("2024,Nord,52,,")
    for wert, am in (("53", date(2026, 3, 1)), ("54", date(2026, 5, 2)), ("55", date(2026, 5, 2))):
        trage_kennzahl_ein(tabelle, ("2024", "Nord"), {"wert": wert}, am)
    assert tabelle == _berichtigt("2024,Nord,55,,,2026-05-02,52; 2026-03-01: 53")


def test_wer_eine_berichtigung_am_selben_tag_zuruecknimmt_hat_nichts_berichtigt() -> None:
    tabelle = _berichtigt("2024,Nord,53,,,2026-03-01,52")
    for wert in ("54", "53.0"):
        trage_kennzahl_ein(tabelle, ("2024", "Nord"), {"wert": wert}, AM)
    assert tabelle == _berichtigt("2024,Nord,53.0,,,2026-03-01,52")


def test_neben_einem_zeichen_steht_kein_frueherer_wert() -> None:
    tabelle = _berichtigt("2024,Nord,53,,,2026-05-02,52; 2026-03-01: 54")
    trage_kennzahl_ein(tabelle, ("2024", "Nord"), {"wert": "", "zeichen": "."}, AM)
    assert tabelle == _berichtigt("2024,Nord,,.,,2026-11-05,")


def test_eine_zahl_bringt_ihre_quelle_mit_und_verliert_die_der_alten() -> None:
    tabelle = _tabelle("2024,Nord,1,,")
    trage_kennzahl_ein(tabelle, ("2025", "Nord"), {"wert": "2", "quelle": "Kreis, 15.02.2026"}, AM)
    kopf = "stichtag,ort,wert,zeichen,hinweis,eingetragen_am,quelle"
    assert [",".join(z) for z in tabelle] == [kopf, "2024,Nord,1,,,,", "2025,Nord,2,,,2026-11-05,Kreis, 15.02.2026"]
    trage_kennzahl_ein(tabelle, ("2025", "Nord"), {"wert": "3"}, date(2026, 11, 6))
    assert tabelle[2] == ["2025", "Nord", "3", "", "", "2026-11-06", "", "2026-11-05: 2"]
    trage_kennzahl_ein(tabelle, ("2025", "Nord"), {"quelle": "Land"}, date(2026, 11, 7))
    assert tabelle[2] == ["2025", "Nord", "3", "", "", "2026-11-06", "Land", "2026-11-05: 2"], (
        "a source is no new figure"
    )


@pytest.mark.parametrize(
    ("schluessel", "zeile"),
    [
        (("2023", "Nord"), 2),
        (("2024", "Nord"), 3),
        (("2024-12-31", "Mitte"), 3),
        (("2025-06-30", "Süd"), 4),
        (("2026", "Nord"), 6),
        (("irgendwann", "Nord"), 6),
    ],
)
def test_eine_neue_zahl_kommt_hinter_die_ihrer_zeit(schluessel: tuple[str, str], zeile: int) -> None:
    tabelle = _tabelle("2024,Süd,2,,", "2025-06-30,Nord,3,,", "2025-12,Nord,3,,", "2025,Nord,4,,")
    assert trage_kennzahl_ein(tabelle, schluessel, {"wert": "9"}, AM) == zeile
    assert tabelle[zeile - 1] == [*schluessel, "9", "", "", "2026-11-05"]
    assert len(tabelle) == 6


def test_in_eine_tabelle_mit_einem_unlesbaren_stichtag_kommt_die_neue_zahl_ans_ende() -> None:
    tabelle = _tabelle("2025,Nord,1,,", "bald,Nord,1,,")
    assert trage_kennzahl_ein(tabelle, ("2024", "Nord"), {"wert": "9"}, AM) == 4


def test_die_erste_zahl_steht_unter_der_kopfzeile() -> None:
    tabelle = _tabelle()
    assert trage_kennzahl_ein(tabelle, ("2024", "Nord"), {"zeichen": "-"}, AM) == 2
    assert tabelle == _datiert("2024,Nord,,-,,2026-11-05")


@pytest.mark.parametrize(
    ("alt", "neu", "steht"),
    [
        ("12.50", "12.5", "12.50"),
        ("12.5", "12.6", "12.6"),
        ("5", "", ""),
        ("", "5", "5"),
        ("0", "", ""),
        ("viele", "5", "5"),
    ],
)
def test_dieselbe_zahl_behaelt_ihre_schreibweise(alt: str, neu: str, steht: str) -> None:
    tabelle = _tabelle(f"2024,Nord,{alt},,")
    trage_kennzahl_ein(tabelle, ("2024", "Nord"), {"wert": neu}, AM)
    assert tabelle[1][2] == steht


VORSCHLAG = "Prüfen, welcher Wert gilt. Sonst hier entlang."


@pytest.mark.parametrize(
    ("schluessel", "werte", "nachtrag"),
    [
        (("2026", "Nord"), {"wert": "5"}, Nachtrag(0)),
        (("2024", "Nord"), {"wert": "12.5", "zeichen": ""}, Nachtrag(1, neu=False)),
        (
            ("2024", "Nord"),
            {"wert": "13", "zeichen": ""},
            Nachtrag(1, False, ("Zu diesem Stichtag steht in den Daten schon „12,5“, hier „13“.", VORSCHLAG)),
        ),
        (("2024", "Nord"), {"wert": "12.5", "zeichen": "", "hinweis": "neu"}, Nachtrag(1)),
        (
            ("2024", "Süd"),
            {"wert": "", "zeichen": "x", "hinweis": "neu"},
            Nachtrag(
                3, False, ("Zu diesem Stichtag steht in den Daten schon „7“ („alt“), hier „x“ („neu“).", VORSCHLAG)
            ),
        ),
        (
            ("2024", "Süd"),
            {"wert": "7", "zeichen": "", "hinweis": "neu"},
            Nachtrag(
                3, False, ("Zu diesem Stichtag steht in den Daten schon „7“ („alt“), hier „7“ („neu“).", VORSCHLAG)
            ),
        ),
        (("2024", "Süd"), {"wert": "7", "zeichen": "", "hinweis": ""}, Nachtrag(3, neu=False)),
        (("2025", "Nord"), {"wert": "5", "zeichen": ""}, Nachtrag(2)),
    ],
)
def test_eine_zahl_kann_nachgetragen_werden_oder_steht_schon_da(
    schluessel: tuple[str, str], werte: dict[str, str], nachtrag: Nachtrag
) -> None:
    tabelle = _tabelle("2024,Nord,12.50,,", "2025,Nord,,...,", "2024,Süd,7,,alt")
    assert Nachtrag.fuer(tabelle, schluessel, werte, "Sonst hier entlang.") == nachtrag


def test_ein_nachtrag_ist_neu_und_ohne_konflikt_wenn_nichts_anderes_gesagt_ist() -> None:
    assert (Nachtrag(3).neu, Nachtrag(3).konflikt) == (True, None)
