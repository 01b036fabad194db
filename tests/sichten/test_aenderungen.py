"""Changes come from dates in the data: reports, finished steps, editions, figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from saetze_bauen import fassung, handlungsfeld, massnahme, nachfolge, plan_aus
from zahlen_bauen import tafel

from macros.modell.auswahlen import Ampel, Stand
from macros.modell.indikator import Frueher, Kennzahl
from macros.modell.massnahme import Beleg
from macros.modell.plan import Plan
from macros.sichten.aenderungen import Aenderung, Aenderungsart, aenderungen, seit


def test_das_neueste_steht_vorn(plan: Plan, stichtag: date) -> None:
    tage = [a.fruehestens for a in aenderungen(plan, stichtag)]
    assert tage == sorted(tage, reverse=True)
    assert aenderungen(plan, stichtag)[0].kennung == "anerkennungsberatung"


def test_nichts_liegt_nach_dem_stichtag(plan: Plan) -> None:
    liste = aenderungen(plan, date(2025, 9, 30))
    assert max(a.fruehestens for a in liste) == date(2025, 9, 30)


def test_jede_aenderung_hat_einen_namen_fuer_immer(plan: Plan, stichtag: date) -> None:
    schluessel = [a.schluessel for a in aenderungen(plan, stichtag)]
    assert len(set(schluessel)) == len(schluessel)
    assert "massnahmen/sprachtreffs/sachstand/2025-09-30" in schluessel
    assert [s for s in schluessel if s.startswith("massnahmen/sprachtreffs/schritt/")] == [
        "massnahmen/sprachtreffs/schritt/2025-11-12",
        "massnahmen/sprachtreffs/schritt/2025-05-20",
    ]


def test_die_erste_fassung_und_ihre_zahlen_sind_der_anfang(plan: Plan, stichtag: date) -> None:
    liste = aenderungen(plan, stichtag)
    assert [a.kennung for a in liste if a.art is Aenderungsart.FASSUNG] == ["2025"]
    assert min(a.datum for a in liste if a.art is Aenderungsart.ZAHLEN) > date(2021, 12, 31)


def test_neu_ist_eine_massnahme_ohne_vorgaengerin(plan: Plan, stichtag: date) -> None:
    neue = {a.kennung for a in aenderungen(plan, stichtag) if a.art is Aenderungsart.MASSNAHME}
    assert neue == {"wohnlots-innen", "dolmetschpool", "strassenfeste", "offene-vereine"}


def test_zahlen_gehoeren_zu_den_feldern_ihrer_massnahmen(plan: Plan, stichtag: date) -> None:
    zahlen = {a.kennung: a.handlungsfelder for a in aenderungen(plan, stichtag) if a.art is Aenderungsart.ZAHLEN}
    assert zahlen["sprachtreff-plaetze"] == ("lernen-arbeiten",)
    assert zahlen["bevoelkerung"] == ()


def test_seit_nimmt_den_tag_selbst_mit(plan: Plan, stichtag: date) -> None:
    liste = aenderungen(plan, stichtag)
    assert [a.kennung for a in seit(liste, date(2026, 6, 11)) if a.tag_bekannt] == ["anerkennungsberatung"]
    assert [a.kennung for a in seit(liste, date(2026, 6, 12)) if a.tag_bekannt] == []


def test_zahlen_ohne_tag_stehen_in_jedem_zeitraum_in_dem_sie_gekommen_sein_koennen(plan: Plan, stichtag: date) -> None:
    liste = aenderungen(plan, stichtag)
    assert {a.text for a in seit(liste, date(2026, 6, 12), date(2026, 6, 30))} == {
        "Zahlen für Schuljahr 2025/26 (Tag der Eintragung nicht vermerkt): insgesamt 2.410 Personen, "
        "deutsch 2.030 Personen, ausländisch 380 Personen und 9 weitere",
        "Zahlen für 2026 (Tag der Eintragung nicht vermerkt): Innenstadt / geplant 50, Nordviertel / geplant 40, "
        "Großfeldsiedlung / geplant 40",
    }
    assert seit(liste, date(2025, 1, 1), date(2025, 7, 31)) == [
        a for a in liste if date(2025, 1, 1) <= a.datum and a.fruehestens <= date(2025, 7, 31)
    ]


def test_zahlen_zu_einer_zeit_die_noch_laeuft_stehen_an_jedem_tag_gleich_da() -> None:
    plan = plan_aus(ALT, zahlen={"plaetze": tafel([], ("2026", 5))})
    frueh, spaet = (aenderungen(plan, tag) for tag in (date(2026, 2, 1), date(2027, 2, 1)))
    assert frueh == spaet and len(frueh) == 1


def test_ohne_berichte_gibt_es_nichts(plan: Plan, stichtag: date) -> None:
    assert aenderungen(Plan(plan.gemeinde, fassungen=plan.fassungen), stichtag)[0].art is Aenderungsart.FASSUNG
    assert aenderungen(Plan(plan.gemeinde), stichtag) == []


# Each kind of change, whole, on a plan of two editions.

RAT = {"text": "Beschluss des Rates", "url": "https://example.org/rat"}
ALT = fassung("alt", 2020, beschlossen_am="2020-03-01")
NEU = fassung("neu", 2024, beschlossen_am="2024-05-02", beschluss="Der Rat", vorgaenger="alt")
HEUTE = date(2026, 6, 30)


def test_ein_sachstand_nennt_stand_ampel_und_beleg() -> None:
    treff = massnahme(
        "treff",
        sachstaende=[
            {"datum": "2025-01-31", "stand": "beschlossen"},
            {"datum": "2025-06-30", "stand": "in_umsetzung", "ampel": "gefaehrdet", "text": "Räume.", "beleg": RAT},
        ],
    )
    assert aenderungen(plan_aus(treff), HEUTE) == [
        Aenderung(
            date(2025, 6, 30), Aenderungsart.SACHSTAND, "massnahmen", "treff", "massnahmen/treff/sachstand/2025-06-30",
            ("bildung",), "Räume.", Stand.IN_UMSETZUNG, Ampel.GEFAEHRDET, Beleg.model_validate(RAT),
        ),
        Aenderung(
            date(2025, 1, 31), Aenderungsart.SACHSTAND, "massnahmen", "treff", "massnahmen/treff/sachstand/2025-01-31",
            ("bildung",), "", Stand.BESCHLOSSEN, None, None,
        ),
    ]  # fmt: skip


def test_ein_erledigter_schritt_heisst_nach_seinem_tag() -> None:
    schritte = [{"text": "Suchen.", "termin": "2025-01-31"}, {"text": "Finden.", "erledigt_am": "2025-02-28", "beleg": RAT}]  # fmt: skip
    assert aenderungen(plan_aus(massnahme("treff", schritte=schritte)), HEUTE) == [
        Aenderung(
            date(2025, 2, 28), Aenderungsart.SCHRITT, "massnahmen", "treff", "massnahmen/treff/schritt/2025-02-28",
            ("bildung",), "Finden.", None, None, Beleg.model_validate(RAT),
        )
    ]  # fmt: skip


def test_eine_beschlossene_spaetere_fassung_betrifft_alle_felder() -> None:
    plan = plan_aus(ALT, NEU, handlungsfeld("bildung"), handlungsfeld("wohnen"))
    assert aenderungen(plan, HEUTE) == [
        Aenderung(
            date(2024, 5, 2), Aenderungsart.FASSUNG, "fassungen", "neu", "fassungen/neu", ("bildung", "wohnen"),
            "Der Rat", None, None, None,
        )
    ]  # fmt: skip


def test_wer_beschlossen_hat_kann_fehlen() -> None:
    neu = fassung("neu", 2024, beschlossen_am="2024-05-02", vorgaenger="alt")
    (eine,) = aenderungen(plan_aus(neu), HEUTE)
    assert eine.text == ""


def test_eine_fassung_ohne_tag_des_beschlusses_und_die_erste_sind_keine_aenderung() -> None:
    in_arbeit = fassung("entwurf", 2026, vorgaenger="neu")
    gezeigt = aenderungen(plan_aus(in_arbeit, ALT, NEU), HEUTE)
    assert [a.kennung for a in gezeigt] == ["neu"], "what comes before it in the list hides nothing"


def test_eine_neue_massnahme_kommt_am_tag_des_beschlusses() -> None:
    plan = plan_aus(
        ALT,
        NEU,
        massnahme("cafe", "alt", nachfolge=nachfolge("fortgefuehrt", "treff")),
        massnahme("preis", "alt", nachfolge=nachfolge("entfallen")),
        massnahme("fest", "alt"),
        massnahme("treff"),
        massnahme("paten", kurztext="Älteste helfen."),
    )
    assert aenderungen(plan, HEUTE)[1:] == [
        Aenderung(
            date(2024, 5, 2), Aenderungsart.MASSNAHME, "massnahmen", "paten", "massnahmen/paten", ("bildung",),
            "Älteste helfen.", None, None, None,
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stichtag", "tag", "beginn", "schluessel", "text"),
    [
        (
            "2025-06-30",
            date(2025, 6, 30),
            date(2025, 6, 30),
            "indikatoren/plaetze/2025-06-30",
            "Zahlen zum Stichtag 30.06.2025 (Tag der Eintragung nicht vermerkt)",
        ),
        (
            "2025-06",
            date(2025, 6, 30),
            date(2025, 6, 1),
            "indikatoren/plaetze/2025-06",
            "Zahlen für Juni 2025 (Tag der Eintragung nicht vermerkt)",
        ),
        (
            "2025",
            date(2025, 12, 31),
            date(2025, 1, 1),
            "indikatoren/plaetze/2025",
            "Zahlen für 2025 (Tag der Eintragung nicht vermerkt)",
        ),
        (
            "2024/25",
            date(2025, 7, 31),
            date(2024, 8, 1),
            "indikatoren/plaetze/2024-25",
            "Zahlen für 2024/25 (Tag der Eintragung nicht vermerkt)",
        ),
    ],
)
def test_zahlen_ohne_tag_der_eintragung_zaehlen_vom_ende_ihrer_zeit_an(
    stichtag: str, tag: date, beginn: date, schluessel: str, text: str
) -> None:
    bezug = {"id": "plaetze", "beziehung": "output", "begruendung": "Zählt."}
    plan = plan_aus(
        massnahme("treff", indikatoren=[bezug]),
        massnahme("lotsen", handlungsfeld="wohnen", indikatoren=[bezug]),
        massnahme("paten", indikatoren=[bezug]),
        zahlen={"plaetze": tafel(["ort"], (stichtag, "Mitte", 5), (stichtag, "Nord", 6))},
    )
    assert aenderungen(plan, HEUTE) == [
        Aenderung(
            tag, Aenderungsart.ZAHLEN, "indikatoren", "plaetze", schluessel, ("bildung", "wohnen"), text,
            tag_bekannt=False, beginn=beginn,
        )
    ]  # fmt: skip


def _eingetragen(am: str, *zeilen: tuple[str, float | str]) -> list[Kennzahl]:
    return [replace(k, eingetragen_am=date.fromisoformat(am)) for k in tafel([], *zeilen)]


def test_zahlen_die_spaet_kommen_sind_neu_am_tag_ihrer_eintragung() -> None:
    spaet = _eingetragen("2026-06-05", ("2024-12-31", 7), ("2019", 3))
    assert aenderungen(plan_aus(ALT, zahlen={"plaetze": tuple(spaet)}), HEUTE) == [
        Aenderung(
            date(2026, 6, 5), Aenderungsart.ZAHLEN, "indikatoren", "plaetze", "indikatoren/plaetze/2019/2026-06-05", (),
            "Zahlen für 2019", beginn=date(2019, 1, 1),
        ),
        Aenderung(
            date(2026, 6, 5), Aenderungsart.ZAHLEN, "indikatoren", "plaetze",
            "indikatoren/plaetze/2024-12-31/2026-06-05", (), "Zahlen zum Stichtag 31.12.2024",
            beginn=date(2024, 12, 31),
        ),
    ]  # fmt: skip
    assert aenderungen(plan_aus(ALT, zahlen={"plaetze": tuple(spaet)}), date(2026, 6, 4)) == []


def test_was_berichtigt_wird_ist_ein_eintrag_mehr_und_der_alte_behaelt_seinen_namen() -> None:
    zahlen = (*_eingetragen("2026-02-01", ("2025", 7)), *_eingetragen("2026-03-01", ("2025", 8)))
    liste = aenderungen(plan_aus(zahlen={"plaetze": zahlen}), HEUTE)
    assert [a.schluessel for a in liste] == [
        "indikatoren/plaetze/2025/2026-03-01",
        "indikatoren/plaetze/2025/2026-02-01",
    ]


def test_was_erst_spaeter_kommt_ist_keine_zahl() -> None:
    assert aenderungen(plan_aus(zahlen={"plaetze": tuple(_eingetragen("2026-02-01", ("2025", "...")))}), HEUTE) == []


def test_ein_schritt_behaelt_seinen_namen_wenn_andere_davor_kommen() -> None:
    fertig = {"text": "Finden.", "erledigt_am": "2025-02-28"}
    zwilling = [fertig, {"text": "Neu.", "erledigt_am": "2025-02-28"}, fertig]
    allein, darunter = (
        {a.schluessel for a in aenderungen(plan_aus(massnahme("treff", schritte=s)), HEUTE)}
        for s in ([fertig], zwilling)
    )
    assert allein < darunter and len(darunter) == 3


def test_ein_schritt_den_jemand_umformuliert_ist_nicht_noch_einmal_neu() -> None:
    vorher, nachher = (
        aenderungen(plan_aus(massnahme("treff", schritte=schritte)), HEUTE)
        for schritte in (
            [
                {"text": "Raum suchen.", "erledigt_am": "2025-02-28"},
                {"text": "Raum mieten.", "erledigt_am": "2025-02-28"},
                {"text": "Öffnen."},
            ],
            [
                {"text": "Den Raum suchen.", "erledigt_am": "2025-02-28"},
                {"text": "Den Raum anmieten.", "erledigt_am": "2025-02-28"},
                {"text": "Öffnen.", "erledigt_am": "2025-03-01"},
            ],
        )
    )
    assert [(a.schluessel, a.text) for a in vorher] == [
        ("massnahmen/treff/schritt/2025-02-28", "Raum suchen."),
        ("massnahmen/treff/schritt/2025-02-28-2", "Raum mieten."),
    ]
    assert [(a.schluessel, a.text) for a in nachher] == [
        ("massnahmen/treff/schritt/2025-03-01", "Öffnen."),
        ("massnahmen/treff/schritt/2025-02-28", "Den Raum suchen."),
        ("massnahmen/treff/schritt/2025-02-28-2", "Den Raum anmieten."),
    ]


def test_zahlen_bis_zum_jahr_der_ersten_fassung_sind_der_anfang() -> None:
    zahlen = tafel([], ("2021-01-01", 7), ("2020", 6), ("2020-12-30", 5), ("2022-06-30", 4))
    plan = plan_aus(NEU, ALT, zahlen={"plaetze": zahlen})
    tage = [a.datum for a in aenderungen(plan, HEUTE) if a.art is Aenderungsart.ZAHLEN]
    assert tage == [date(2022, 6, 30), date(2021, 1, 1)]


def test_am_selben_tag_gilt_die_reihenfolge_der_daten_und_kein_tag_davor_fehlt() -> None:
    am = [{"datum": "2025-06-30", "stand": "beschlossen"}]
    plan = plan_aus(massnahme("b", sachstaende=am), massnahme("a", sachstaende=am))
    assert [a.kennung for a in aenderungen(plan, date(2025, 6, 30))] == ["b", "a"]
    assert aenderungen(plan, date(2025, 6, 29)) == []


def test_die_arten_heissen_in_adressen_und_filtern_so() -> None:
    assert [a.value for a in Aenderungsart] == ["sachstand", "schritt", "massnahme", "fassung", "zahlen", "berichtigt"]


def test_eine_berichtigung_heisst_so_und_nennt_beide_werte(plan: Plan) -> None:
    alt = plan.kennzahlen["bevoelkerung"]
    neue = replace(alt[-1], wert=4300.0, vorher=(Frueher(4278.0),), eingetragen_am=date(2026, 6, 20))
    geaendert = replace(plan, kennzahlen={**plan.kennzahlen, "bevoelkerung": (*alt[:-1], neue)})
    (eine,) = [a for a in aenderungen(geaendert, date(2026, 6, 30)) if a.art is Aenderungsart.BERICHTIGT]
    assert (eine.datum, eine.schluessel, eine.text) == (
        date(2026, 6, 20),
        "indikatoren/bevoelkerung/2025-12-31/2026-06-20/berichtigt",
        "Zahlen zum Stichtag 31.12.2025: ausländisch 4.278 → 4.300 Personen",
    )


def test_jede_berichtigung_hat_ihren_eintrag_und_die_frueheren_bleiben(plan: Plan) -> None:
    alt = plan.kennzahlen["bevoelkerung"]
    fruehere = (Frueher(4278.0), Frueher(4290.0, date(2026, 3, 1)))
    neue = replace(alt[-1], wert=4300.0, vorher=fruehere, eingetragen_am=date(2026, 6, 20))
    geaendert = replace(plan, kennzahlen={**plan.kennzahlen, "bevoelkerung": (*alt[:-1], neue)})
    vorn = "indikatoren/bevoelkerung/2025-12-31"
    gefunden = [
        (a.schluessel, a.text) for a in aenderungen(geaendert, date(2026, 6, 30)) if a.schluessel.startswith(vorn)
    ]
    assert gefunden == [
        (f"{vorn}/2026-06-20/berichtigt", "Zahlen zum Stichtag 31.12.2025: ausländisch 4.290 → 4.300 Personen"),
        (f"{vorn}/2026-03-01/berichtigt", "Zahlen zum Stichtag 31.12.2025: ausländisch 4.278 → 4.290 Personen"),
        (
            vorn,
            "Zahlen zum Stichtag 31.12.2025 (Tag der Eintragung nicht vermerkt): insgesamt 30.518 Personen, deutsch 26.240 Personen, "
            "ausländisch 4.278 Personen",
        ),
    ]


def test_ohne_angaben_sagt_eine_aenderung_nichts_weiter() -> None:
    a = Aenderung(date(2025, 1, 1), Aenderungsart.ZAHLEN, "indikatoren", "plaetze", "indikatoren/plaetze/2025", ())
    assert (a.text, a.stand, a.ampel, a.beleg) == ("", None, None, None)


def test_ein_schritt_den_die_neue_fassung_uebernimmt_ist_nicht_noch_einmal_getan() -> None:
    getan, offen = {"text": "Suchen.", "erledigt_am": "2023-01-31"}, {"text": "Finden."}
    plan = plan_aus(
        ALT,
        NEU,
        massnahme("cafe", "alt", schritte=[getan, offen], nachfolge=nachfolge("fortgefuehrt", "treff")),
        massnahme("treff", schritte=[getan, {**offen, "erledigt_am": "2025-02-28"}]),
    )
    assert [(a.kennung, a.datum) for a in aenderungen(plan, HEUTE) if a.art is Aenderungsart.SCHRITT] == [
        ("treff", date(2025, 2, 28)),
        ("cafe", date(2023, 1, 31)),
    ]


def test_auch_umformuliert_ist_ein_uebernommener_schritt_nicht_noch_einmal_getan() -> None:
    plan = plan_aus(
        ALT,
        NEU,
        massnahme(
            "cafe",
            "alt",
            schritte=[
                {"text": "Suchen.", "erledigt_am": "2023-01-31"},
                {"text": "Finden.", "erledigt_am": "2023-01-31"},
            ],
            nachfolge=nachfolge("fortgefuehrt", "treff"),
        ),
        massnahme(
            "treff",
            schritte=[
                {"text": "Vergessenes.", "erledigt_am": "2023-01-31"},
                {"text": "Einen Raum suchen.", "erledigt_am": "2023-01-31"},
                {"text": "Finden.", "erledigt_am": "2023-01-31"},
                {"text": "Öffnen.", "erledigt_am": "2025-02-28"},
            ],
        ),
    )
    assert [(a.kennung, a.text) for a in aenderungen(plan, HEUTE) if a.art is Aenderungsart.SCHRITT] == [
        ("treff", "Öffnen."),
        ("cafe", "Suchen."),
        ("cafe", "Finden."),
        ("treff", "Einen Raum suchen."),
    ]


def test_ein_spaeter_bericht_ist_neu_an_dem_tag_an_dem_er_kam_und_nennt_beide() -> None:
    berichte = [
        {"datum": "2025-06-30", "stand": "in_umsetzung", "von": "sportamt"},
        {"datum": "2025-03-31", "stand": "beschlossen", "text": "Es geht los.", "eingetragen_am": "2025-07-15"},
        {"datum": "2025-06-30", "stand": "ausgesetzt", "von": "schulamt"},
    ]
    assert [(a.datum, a.text, a.schluessel) for a in aenderungen(plan_aus(massnahme("treff", sachstaende=berichte)), HEUTE)] == [
        (date(2025, 7, 15), "Gilt für den 31.03.2025. Es geht los.", "massnahmen/treff/sachstand/2025-03-31"),
        (date(2025, 6, 30), "", "massnahmen/treff/sachstand/2025-06-30"),
        (date(2025, 6, 30), "", "massnahmen/treff/sachstand/2025-06-30-2"),
    ]  # fmt: skip
