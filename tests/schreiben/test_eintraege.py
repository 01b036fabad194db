"""What editors type becomes data: numbers, days, reports, figures; and what is there already stays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from macros.schreiben.eintraege import (
    Nachtrag,
    finde_zeile,
    haenge_sachstand_an,
    lies_tag,
    lies_zahl,
    setze,
    trage_kennzahl_ein,
    zahltext,
)


@pytest.mark.parametrize(
    ("zahl", "text"),
    [
        (5410, "5410"),
        (5410.0, "5410"),
        (-3.0, "-3"),
        (0, "0"),
        (12.5, "12.5"),
        (18500.1, "18500.1"),
        (-0.25, "-0.25"),
        (0.00001, "0.00001"),
        (1.5e-7, "0.00000015"),
        (1e15, "1000000000000000"),
    ],
)
def test_eine_zahl_steht_kurz_und_ohne_exponent(zahl: float, text: str) -> None:
    assert zahltext(zahl) == text


@pytest.mark.parametrize(
    ("getippt", "text"), [("5410", "5410"), (" 12,5 ", "12.5"), ("12,50", "12.5"), ("-3", "-3"), ("007", "7"), ("3,0", "3")]
)  # fmt: skip
def test_eine_zahl_wie_man_sie_tippt(getippt: str, text: str) -> None:
    assert lies_zahl(getippt) == text


@pytest.mark.parametrize("getippt", ["5.410", "12.5", "ca. 5", "5 €", "1,2,3", ",5", "5,", "+5", "- 5", "", "1e5"])
def test_was_keine_zahl_ist(getippt: str) -> None:
    with pytest.raises(ValueError) as fehler:
        lies_zahl(getippt)
    assert str(fehler.value) == (
        f"„{getippt}“ ist keine Zahl. Nur Ziffern und Komma, ohne Punkt, Einheit und Leerzeichen."
    )


def test_ein_langer_text_wird_in_der_meldung_gekuerzt() -> None:
    lang = "viele " * 20
    with pytest.raises(ValueError, match=f"^„{lang[:40]}“ ist keine Zahl"):
        lies_zahl(lang)
    with pytest.raises(ValueError, match=f"^„{lang[:40]}“ ist kein Datum"):
        lies_tag(lang)


@pytest.mark.parametrize(
    ("getippt", "tag"),
    [
        ("31.3.2026", "2026-03-31"),
        ("01.12.2026", "2026-12-01"),
        ("1. 2. 2026", "2026-02-01"),
        (" 2026-03-31 ", "2026-03-31"),
        ("1.1.1950", "1950-01-01"),
        ("31.12.2100", "2100-12-31"),
    ],
)
def test_ein_tag_wie_man_ihn_tippt(getippt: str, tag: str) -> None:
    assert lies_tag(getippt) == tag


@pytest.mark.parametrize(
    ("getippt", "satz"),
    [
        ("3.5.26", "„3.5.26“: Das Jahr braucht vier Stellen. Zum Beispiel 03.05.2026."),
        ("31.2.2026", "„31.2.2026“: Diesen Tag gibt es im Kalender nicht."),
        ("2026-02-31", "„2026-02-31“: Diesen Tag gibt es im Kalender nicht."),
        ("bald", "„bald“ ist kein Datum. Zum Beispiel 31.03.2026."),
        ("2026", "„2026“ ist kein Datum. Zum Beispiel 31.03.2026."),
        ("3.5.026", "„3.5.026“ ist kein Datum. Zum Beispiel 31.03.2026."),
        ("2026-3-1", "„2026-3-1“ ist kein Datum. Zum Beispiel 31.03.2026."),
        ("31.12.1949", "Das Jahr 1949 kann nicht stimmen. Das Datum prüfen."),
        ("1.1.2101", "Das Jahr 2101 kann nicht stimmen. Das Datum prüfen."),
    ],
)
def test_was_kein_tag_ist(getippt: str, satz: str) -> None:
    with pytest.raises(ValueError) as fehler:
        lies_tag(getippt)
    assert str(fehler.value) == satz


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
    assert tabelle == _berichtigt("2024,Nord,3,,,2026-11-05,1", "2024,Süd,2,,,2025-02-01,")


def test_wer_sich_am_selben_tag_vertippt_hat_berichtigt_nichts() -> None:
    tabelle = _datiert("2024,Nord,1,,,2026-11-05")
    trage_kennzahl_ein(tabelle, ("2024", "Nord"), {"wert": "3"}, AM)
    assert tabelle == _datiert("2024,Nord,3,,,2026-11-05")


def test_eine_zahl_bringt_ihre_quelle_mit_und_verliert_die_der_alten() -> None:
    tabelle = _tabelle("2024,Nord,1,,")
    trage_kennzahl_ein(tabelle, ("2025", "Nord"), {"wert": "2", "quelle": "Kreis, 15.02.2026"}, AM)
    kopf = "stichtag,ort,wert,zeichen,hinweis,eingetragen_am,quelle"
    assert [",".join(z) for z in tabelle] == [kopf, "2024,Nord,1,,,,", "2025,Nord,2,,,2026-11-05,Kreis, 15.02.2026"]
    trage_kennzahl_ein(tabelle, ("2025", "Nord"), {"wert": "3"}, date(2026, 11, 6))
    assert tabelle[2] == ["2025", "Nord", "3", "", "", "2026-11-06", "", "2"]
    trage_kennzahl_ein(tabelle, ("2025", "Nord"), {"quelle": "Land"}, date(2026, 11, 7))
    assert tabelle[2] == ["2025", "Nord", "3", "", "", "2026-11-06", "Land", "2"], "a source is no new figure"


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


VORSCHLAG = "Prüfen, welcher Wert gilt. Soll der alte ersetzt werden: neu exportieren und dort ändern."


@pytest.mark.parametrize(
    ("schluessel", "werte", "nachtrag"),
    [
        (("2026", "Nord"), {"wert": "5"}, Nachtrag(0)),
        (("2024", "Nord"), {"wert": "12.5", "zeichen": ""}, Nachtrag(1, neu=False)),
        (
            ("2024", "Nord"),
            {"wert": "13", "zeichen": ""},
            Nachtrag(1, False, ("Zu diesem Stichtag steht in den Daten schon „12.50“.", VORSCHLAG)),
        ),
        (
            ("2024", "Nord"),
            {"wert": "12.5", "hinweis": "neu"},
            Nachtrag(1, False, ("Zu diesem Stichtag steht in den Daten schon „12.50“.", VORSCHLAG)),
        ),
        (
            ("2025", "Nord"),
            {"wert": "5", "zeichen": ""},
            Nachtrag(2, False, ("Zu diesem Stichtag steht in den Daten schon „...“.", VORSCHLAG)),
        ),
    ],
)
def test_eine_zahl_kann_nachgetragen_werden_oder_steht_schon_da(
    schluessel: tuple[str, str], werte: dict[str, str], nachtrag: Nachtrag
) -> None:
    tabelle = _tabelle("2024,Nord,12.50,,", "2025,Nord,,...,")
    assert Nachtrag.fuer(tabelle, schluessel, werte) == nachtrag


def test_ein_nachtrag_ist_neu_und_ohne_konflikt_wenn_nichts_anderes_gesagt_ist() -> None:
    assert (Nachtrag(3).neu, Nachtrag(3).konflikt) == (True, None)
