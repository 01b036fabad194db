"""Days as calendars: read back by another program they say what the data say, on any day of building."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import icalendar
from hypothesis import given
from hypothesis import strategies as st
from saetze_bauen import akteur, fassung, gemeinde, handlungsfeld, indikator, massnahme, plan_aus
from zahlen_bauen import tafel

from macros.ausgabe.kontext import Bau
from macros.ausgabe.offene_daten.kalender import gefaltet, kalenderdateien
from macros.modell.plan import Plan
from macros.modell.ratsbericht import Ratsbericht

HEUTE = date(2026, 6, 30)
BOESE = (
    "Räume; Flure, Höfe\\Treppen – „drinnen“ und draußen, mit einem Satz, der länger ist als eine Zeile im Kalender 😀"
)


def plan(termin: str = "2026-09-30", **felder: object) -> Plan:
    schritte = [
        {"text": BOESE, "termin": termin},
        {"text": "Fertig.", "termin": "2026-01-01", "erledigt_am": "2026-01-02"},
        {"text": "Ohne Termin."},
    ]
    return plan_aus(
        handlungsfeld("bildung"),
        akteur("amt"),
        akteur("verein"),
        akteur("niemand"),
        fassung("neu", 2022),
        massnahme(
            "treff",
            federfuehrung="amt",
            schritte=schritte,
            beteiligte=[{"akteur": "verein"}],
            sachstaende=[{"datum": "2026-01-31", "stand": "in_umsetzung"}],
            **felder,
        ),
        massnahme("nie"),
        massnahme("aus", sachstaende=[{"datum": "2026-01-31", "stand": "umgesetzt", "beleg": {"text": "x"}}]),
        indikator("kurse"),
        zahlen={"kurse": tafel([], ("2024", 3))},
        stadt=gemeinde(website="https://stadt.example.org", adresse_der_seite="https://k.example.org"),
    )


def kalender(p: Plan, am: date = HEUTE) -> dict[str, bytes]:
    dateien = {}
    for d in kalenderdateien(Bau.am(p, am, None)):
        assert isinstance(d.inhalt, bytes)
        dateien[d.adresse] = d.inhalt
    return dateien


def ereignisse(roh: bytes) -> dict[str, icalendar.Event]:
    return {str(e["UID"]): e for e in icalendar.Calendar.from_ical(roh).walk("VEVENT")}


def test_es_gibt_einen_kalender_fuer_alles_je_feld_und_je_stelle() -> None:
    assert list(kalender(plan())) == [
        "termine.ics",
        "termine/handlungsfeld-bildung.ics",
        "termine/akteur-amt.ics",
        "termine/akteur-verein.ics",
    ]


def test_ein_anderes_programm_liest_was_die_daten_sagen() -> None:
    alle = ereignisse(kalender(plan())["termine.ics"])
    assert {(str(e["SUMMARY"])[:10], e["DTSTART"].dt, e["DTEND"].dt) for e in alle.values()} == {
        ("Schritt: R", date(2026, 9, 30), date(2026, 10, 1)),
        ("Bericht: 3", date(2027, 1, 31), date(2027, 2, 1)),
        ("Zahlen: Ku", date(2025, 12, 31), date(2026, 1, 1)),
    }
    [schritt] = [e for e in alle.values() if str(e["SUMMARY"]).startswith("Schritt")]
    assert str(schritt["DESCRIPTION"]).startswith(f"{BOESE}\n")
    assert str(schritt["URL"]) == "https://k.example.org/massnahmen/treff/"
    assert {k.rpartition("@")[2] for k in alle} == {"stadt.example.org"}
    assert set(alle) >= {"bericht-treff@stadt.example.org", "zahlen-kurse@stadt.example.org"}


def test_ein_verschobener_termin_behaelt_seinen_namen() -> None:
    davor, danach = (set(ereignisse(kalender(plan(t))["termine.ics"])) for t in ("2026-09-30", "2027-03-31"))
    assert davor == danach


def test_der_tag_des_baus_aendert_nichts() -> None:
    assert kalender(plan()) == kalender(plan(), date(2026, 12, 24))


def test_ein_kalender_ohne_termin_ist_trotzdem_gueltig() -> None:
    leer = plan_aus(handlungsfeld("bildung"), fassung("neu", 2022), massnahme("nie"))
    gelesen = icalendar.Calendar.from_ical(kalender(leer)["termine.ics"])
    assert [type(teil).__name__ for teil in gelesen.subcomponents] == ["Timezone"]


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=300))
def test_keine_zeile_ist_zu_lang_und_kein_buchstabe_zerschnitten(text: str) -> None:
    stuecke = gefaltet(text).split("\r\n")
    assert all(len(s.encode()) <= 75 for s in stuecke)
    assert "".join([stuecke[0], *(s[1:] for s in stuecke[1:])]) == text
    assert all(s.startswith(" ") for s in stuecke[1:])


def test_ein_bericht_an_den_rat_hat_seinen_tag_und_behaelt_seinen_eintrag() -> None:
    """A draft is named by the day of its session; closing it moves nothing."""
    angaben = {"id": "2027-03-17", "von": date(2026, 1, 1), "bis": date(2026, 12, 31), "sitzung": "Rat, 17.03.2027"}
    entwurf = Ratsbericht.model_validate(angaben)
    anders = Ratsbericht.model_validate(angaben | {"id": "erster-bericht"})
    p = replace(plan(), berichte={"2027-03-17": entwurf, "erster-bericht": anders})
    [eintrag] = [e for uid, e in ereignisse(kalender(p)["termine.ics"]).items() if uid.startswith("ratsbericht-")]
    assert str(eintrag["UID"]) == "ratsbericht-2027-03-17@stadt.example.org"
    assert eintrag["DTSTART"].dt == date(2027, 3, 17)
    assert str(eintrag["SUMMARY"]) == "Bericht an den Rat: Bericht 01.01.2026 bis 31.12.2026"
    assert "Rat, 17.03.2027" in str(eintrag["DESCRIPTION"])
    assert str(eintrag["URL"]) == "https://k.example.org/berichte/2027-03-17/"
    zu = replace(p, berichte={"2027-03-17": entwurf.model_copy(update={"abgeschlossen_am": date(2027, 3, 1)})})
    assert "ratsbericht-2027-03-17@stadt.example.org" in ereignisse(kalender(zu)["termine.ics"])
