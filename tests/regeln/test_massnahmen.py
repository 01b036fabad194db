"""Measures: reports in their order and of days that have been, evidence, planned time, and what became of each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from regelfaelle import geaendert, meldet, neu, worte

from macros.modell.befund import Schwere
from macros.modell.plan import Plan

FESTE = "massnahmen/strassenfeste"


def feste(plan: Plan, **felder: Any) -> Plan:
    return geaendert(plan, "massnahmen", "strassenfeste", **felder)


def bericht(datum: str, stand: str = "in_umsetzung", **felder: Any) -> dict[str, Any]:
    return {"datum": datum, "stand": stand, **felder}


@pytest.mark.parametrize(
    ("tage", "erwartet"),
    [
        (["2025-01-01", "2025-01-02", "2025-01-03"], []),
        (["2025-01-02", "2025-01-03", "2025-01-01"], [(3, "01.01.2025", "03.01.2025")]),
        (
            ["2025-01-03", "2025-01-01", "2025-01-02"],
            [(2, "01.01.2025", "03.01.2025"), (3, "02.01.2025", "03.01.2025")],
        ),
    ],
    ids=["in der Folge", "der dritte zu früh", "der zweite zu früh"],
)
def test_berichte_stehen_in_der_folge_ihrer_tage(
    plan: Plan, tage: list[str], erwartet: list[tuple[int, str, str]]
) -> None:
    assert worte(feste(plan, sachstaende=[bericht(t) for t in tage]), "sachstand_folge") == [
        (FESTE, f"sachstaende.{n}.datum", f"Der Sachstand vom {hier} steht hinter dem vom {davor}.")
        for n, hier, davor in erwartet
    ]


def test_ein_bericht_der_spaeter_kam_nennt_beide_tage(plan: Plan) -> None:
    juni = bericht("2025-06-30")
    maerz = bericht("2025-03-31", eingetragen_am="2025-07-15")
    assert worte(feste(plan, sachstaende=[juni, maerz]), "sachstand_folge") == []
    assert [
        b[1:] for b in worte(feste(plan, sachstaende=[juni, {**maerz, "eingetragen_am": None}]), "sachstand_folge")
    ] == [("sachstaende.2.datum", "Der Sachstand vom 31.03.2025 steht hinter dem vom 30.06.2025.")]
    zu_frueh = {**maerz, "eingetragen_am": "2025-03-30"}
    assert [b[1:] for b in worte(feste(plan, sachstaende=[zu_frueh]), "sachstand_folge")] == [
        (
            "sachstaende.1.eingetragen_am",
            "Der Sachstand vom 31.03.2025 kann nicht schon am 30.03.2025 eingetragen sein.",
        )
    ]
    spaeter = {**maerz, "eingetragen_am": "2026-07-01"}
    assert [b[1] for b in worte(feste(plan, sachstaende=[juni, spaeter]), "zukunft")] == [
        "sachstaende.2.eingetragen_am"
    ]


@pytest.mark.parametrize(
    ("von", "danach", "anzahl"),
    [(None, None, 1), ("rat", None, 1), (None, "rat", 1), ("rat", "rat", 1), ("rat", "sportverein", 0)],
)
def test_zwei_berichte_fuer_einen_tag_sagen_beide_von_wem(
    plan: Plan, von: str | None, danach: str | None, anzahl: int
) -> None:
    zwei = [bericht("2025-01-01", von=von), bericht("2025-01-01", von=danach)]
    text = "Für den 01.01.2025 gibt es schon einen Sachstand."
    gefunden = meldet(feste(plan, sachstaende=zwei), "sachstand_folge")
    assert [(b.feld, b.text) for b in gefunden] == [("sachstaende.2.datum", text)] * anzahl
    assert all("anderes Datum" not in b.vorschlag for b in gefunden), "nobody shall invent a day"


@pytest.mark.parametrize(
    ("stand", "schritte", "erwartet"),
    [
        ("umgesetzt", [True, True], None),
        ("umgesetzt", [True, False], "Schritt 2 ist offen"),
        ("umgesetzt", [False, True, False], "die Schritte 1, 3 sind offen"),
        ("umgesetzt", [], None),
        ("daueraufgabe", [False], None),
        ("nicht_weiterverfolgt", [False], None),
    ],
)
def test_was_umgesetzt_ist_hat_keinen_offenen_schritt(
    plan: Plan, stand: str, schritte: list[bool], erwartet: str | None
) -> None:
    getan = [{"text": "Tun.", **({"erledigt_am": "2025-01-01"} if fertig else {})} for fertig in schritte]
    gefunden = meldet(feste(plan, schritte=getan, sachstaende=[bericht("2025-02-01", stand)]), "umgesetzt_offen")
    texte = [f"Die Maßnahme ist als umgesetzt berichtet, aber {erwartet}."] if erwartet else []
    assert [(b.text, b.schwere) for b in gefunden] == [(t, Schwere.HINWEIS) for t in texte]


def test_es_zaehlt_der_bericht_der_am_tag_gilt(plan: Plan) -> None:
    offen = [{"text": "Tun."}]
    fertig = bericht("2025-02-01", "umgesetzt")
    wieder = bericht("2025-02-01", "in_umsetzung")
    kuenftig = bericht("2026-08-01", "in_umsetzung")
    spaet = bericht("2025-03-01", "in_umsetzung", eingetragen_am="2026-07-01")

    def hinweise(*berichte: dict[str, Any]) -> int:
        return len(meldet(feste(plan, schritte=offen, sachstaende=berichte), "umgesetzt_offen"))

    assert hinweise(fertig) == 1
    assert hinweise(fertig, wieder) == 0, "of two for one day the later one"
    assert hinweise(fertig, kuenftig) == 1, "its day is still to come"
    assert hinweise(fertig, spaet) == 1, "it is entered after the day"


def test_auch_der_bericht_ueber_die_fortgefuehrte_massnahme_zaehlt(plan: Plan) -> None:
    treffs = {"schritte": [{"text": "Tun."}], "sachstaende": []}
    fertig = geaendert(plan, "massnahmen", "sprachcafe", sachstaende=[bericht("2024-12-01", "umgesetzt")])
    [befund] = meldet(geaendert(fertig, "massnahmen", "sprachtreffs", **treffs), "umgesetzt_offen")
    assert befund.datei.endswith("sprachtreffs.yaml")
    assert meldet(geaendert(plan, "massnahmen", "sprachtreffs", **treffs), "umgesetzt_offen") == []


@pytest.mark.parametrize(("tag", "anzahl"), [("2026-06-30", 0), ("2026-07-01", 1)])
def test_berichtet_wird_was_war(plan: Plan, tag: str, anzahl: int) -> None:
    spaeter = feste(plan, sachstaende=[bericht("2026-01-01"), bericht(tag)])
    text = "Der 01.07.2026 liegt in der Zukunft."
    assert worte(spaeter, "zukunft") == [(FESTE, "sachstaende.2.datum", text)] * anzahl
    schritte = [{"text": "Offen."}, {"text": "Erledigt.", "erledigt_am": tag}]
    assert worte(feste(plan, schritte=schritte), "zukunft") == [(FESTE, "schritte.2.erledigt_am", text)] * anzahl


def test_ein_geplanter_schritt_darf_in_der_zukunft_liegen(plan: Plan) -> None:
    assert worte(feste(plan, schritte=[{"text": "Offen.", "termin": "2027-01-01"}]), "zukunft") == []


@pytest.mark.parametrize(
    ("stand", "ampel", "text", "erwartet"),
    [
        ("in_umsetzung", "im_plan", None, None),
        ("in_umsetzung", None, None, None),
        ("in_umsetzung", "verzoegert", "Der Raum fehlt.", None),
        ("in_umsetzung", "verzoegert", None, ("text", "Zur Ampel „verzögert“ fehlt der Grund.")),
        ("beschlossen", "gefaehrdet", None, ("text", "Zur Ampel „gefährdet“ fehlt der Grund.")),
        ("umgesetzt", None, None, None),
        ("umgesetzt", "im_plan", "Fertig.", ("ampel", "Zum Stand „umgesetzt“ gehört keine Ampel.")),
        ("ausgesetzt", "verzoegert", None, ("ampel", "Zum Stand „ausgesetzt“ gehört keine Ampel.")),
        ("vorgeschlagen", "im_plan", None, ("ampel", "Zum Stand „vorgeschlagen“ gehört keine Ampel.")),
    ],
)
def test_eine_ampel_gehoert_zu_laufender_arbeit_und_sagt_warum(
    plan: Plan, stand: str, ampel: str | None, text: str | None, erwartet: tuple[str, str] | None
) -> None:
    angaben = {k: v for k, v in (("ampel", ampel), ("text", text)) if v}
    stand_heute = [bericht("2025-01-01"), bericht("2026-01-01", stand, **angaben)]
    gefunden = worte(feste(plan, sachstaende=stand_heute), "ampel")
    assert gefunden == ([(FESTE, f"sachstaende.2.{erwartet[0]}", erwartet[1])] if erwartet else [])


@pytest.mark.parametrize(
    ("stand", "beleg", "anzahl"),
    [
        ("beschlossen", False, 1),
        ("umgesetzt", False, 1),
        ("beschlossen", True, 0),
        ("in_umsetzung", False, 0),
        ("ausgesetzt", False, 0),
    ],
)
def test_beschluss_und_ende_brauchen_einen_beleg(plan: Plan, stand: str, beleg: bool, anzahl: int) -> None:
    angaben = {"beleg": {"text": "Beschluss des Rates"}} if beleg else {}
    gefunden = meldet(
        feste(plan, sachstaende=[bericht("2025-01-01"), bericht("2026-01-01", stand, **angaben)]), "beleg_fehlt"
    )
    assert [(b.feld, b.schwere) for b in gefunden] == [("sachstaende.2.beleg", Schwere.HINWEIS)] * anzahl


@pytest.mark.parametrize(
    ("zeitraum", "anzahl"),
    [
        (None, 0),
        ({"beginn": "2025-03-01"}, 0),
        ({"beginn": "2025-03-01", "ende": "2025-03-02"}, 0),
        ({"beginn": "2025-03-01", "ende": "2025-03-01"}, 0),
        ({"beginn": "2025-03-01", "ende": "2025-02-28"}, 1),
    ],
)
def test_das_ende_liegt_nicht_vor_dem_beginn(plan: Plan, zeitraum: dict[str, str] | None, anzahl: int) -> None:
    gefunden = worte(feste(plan, zeitraum=zeitraum), "zeitraum")
    assert gefunden == [(FESTE, "zeitraum.ende", "Das Ende liegt vor dem Beginn.")] * anzahl


def nachfolge(art: str, *massnahmen: str, fassung: str = "2025") -> dict[str, Any]:
    return {"fassung": fassung, "art": art, "massnahmen": massnahmen, "begruendung": "So beschlossen."}


@pytest.mark.parametrize(
    ("art", "anzahl", "passt"),
    [
        ("entfallen", 0, True),
        ("entfallen", 1, False),
        ("fortgefuehrt", 0, False),
        ("fortgefuehrt", 1, True),
        ("fortgefuehrt", 2, False),
        ("zusammengelegt", 0, False),
        ("zusammengelegt", 1, True),
        ("zusammengelegt", 2, False),
        ("geteilt", 0, False),
        ("geteilt", 1, False),
        ("geteilt", 2, True),
        ("geteilt", 3, True),
    ],
)
def test_zur_art_der_nachfolge_passt_die_zahl_der_massnahmen(plan: Plan, art: str, anzahl: int, passt: bool) -> None:
    ziele = ["sprachtreffs", "strassenfeste", "offene-vereine"][:anzahl]
    gefunden = worte(geaendert(plan, "massnahmen", "sprachcafe", nachfolge=nachfolge(art, *ziele)), "nachfolge")
    wort = {
        "entfallen": "entfallen",
        "fortgefuehrt": "fortgeführt",
        "zusammengelegt": "zusammengelegt",
        "geteilt": "geteilt",
    }[art]
    text = f"Zu „{wort}“ passt die Zahl der Maßnahmen nicht ({anzahl})."
    assert gefunden == ([] if passt else [("massnahmen/sprachcafe", "nachfolge.massnahmen", text)])


def test_die_nachfolge_liegt_in_der_folgenden_fassung(plan: Plan) -> None:
    zurueck = feste(plan, nachfolge=nachfolge("fortgefuehrt", "sprachtreffs"))
    assert worte(zurueck, "nachfolge") == [(FESTE, "nachfolge.fassung", "Die Fassung „2025“ folgt nicht auf „2025“.")]
    dritte = neu(plan, "fassungen", "2030", "2025", vorgaenger="2025", jahr=2030)
    uebersprungen = geaendert(dritte, "massnahmen", "sprachcafe", nachfolge=nachfolge("entfallen", fassung="2030"))
    assert worte(uebersprungen, "nachfolge") == [
        ("massnahmen/sprachcafe", "nachfolge.fassung", "Die Fassung „2030“ folgt nicht auf „2021“.")
    ]
    assert worte(feste(dritte, nachfolge=nachfolge("entfallen", fassung="2030")), "nachfolge") == []


def test_eine_unbekannte_fassung_oder_massnahme_meldet_schon_eine_andere_regel(plan: Plan) -> None:
    for nach in (nachfolge("entfallen", fassung="2040"), nachfolge("fortgefuehrt", "gibt-es-nicht")):
        assert worte(geaendert(plan, "massnahmen", "sprachcafe", nachfolge=nach), "nachfolge") == []


def test_jedes_ziel_gehoert_zur_neuen_fassung(plan: Plan) -> None:
    gemischt = nachfolge("geteilt", "sprachtreffs", "begruessungsbrief")
    assert worte(geaendert(plan, "massnahmen", "sprachcafe", nachfolge=gemischt), "nachfolge") == [
        ("massnahmen/sprachcafe", "nachfolge.massnahmen", "„begruessungsbrief“ gehört nicht zur Fassung „2025“.")
    ]


def test_keine_massnahme_verschwindet(plan: Plan) -> None:
    ohne = geaendert(plan, "massnahmen", "sprachcafe", nachfolge=None)
    text = "Was wurde in der Fassung „2025“ aus der Maßnahme {}?"
    nummer = plan.massnahmen["sprachcafe"].nummer
    assert worte(ohne, "nachfolge_fehlt") == [("massnahmen/sprachcafe", "nachfolge", text.format(nummer))]
    assert worte(plan, "nachfolge_fehlt") == []
    dritte = neu(plan, "fassungen", "2030", "2025", vorgaenger="2025", jahr=2030)
    offene = {m.id for m in plan.massnahmen.values() if m.herkunft.fassung == "2025"}
    assert {b[0].removeprefix("massnahmen/") for b in worte(dritte, "nachfolge_fehlt")} == offene
    assert worte(dritte, "nachfolge_fehlt", date(2040, 1, 1)) == worte(dritte, "nachfolge_fehlt")
