"""The state of a measure comes from its reports and dates, never from anything typed in."""

from __future__ import annotations

from datetime import date

import pytest
from saetze_bauen import massnahme, nachfolge

from macros.modell.auswahlen import Ampel, Stand
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.sichten.stand import Lage, lage, offene_schritte

TAG = date(2026, 6, 30)


def _mit(m: Massnahme, **neu: object) -> Massnahme:
    return m.model_copy(update=neu)


def test_der_neueste_sachstand_gibt_stand_und_ampel(plan: Plan) -> None:
    jetzt = lage(plan.massnahmen["sprachtreffs"], TAG)
    assert (jetzt.stand, jetzt.ampel, jetzt.seit) == (Stand.IN_UMSETZUNG, Ampel.VERZOEGERT, date(2026, 5, 4))


def test_an_einem_frueheren_tag_galt_der_fruehere_sachstand(plan: Plan) -> None:
    damals = lage(plan.massnahmen["sprachtreffs"], date(2025, 4, 1))
    assert (damals.stand, damals.ampel) == (Stand.BESCHLOSSEN, Ampel.IM_PLAN)


def test_ohne_sachstand_ist_nicht_berichtet_und_nicht_veraltet(plan: Plan) -> None:
    jetzt = lage(plan.massnahmen["offene-vereine"], TAG)
    assert jetzt.stand is None
    assert (jetzt.kennung, jetzt.bezeichnung) == ("nicht_berichtet", "noch nicht berichtet")
    assert not jetzt.veraltet and not jetzt.ist_ueberfaellig


def test_ueberfaellig_ist_ein_offener_schritt_nach_seinem_termin(plan: Plan) -> None:
    m = plan.massnahmen["lernpatenschaften"]
    assert [s.text for s in lage(m, TAG).ueberfaellig] == ["Schulen ansprechen."]
    assert not lage(m, date(2026, 2, 28)).ist_ueberfaellig, "on the day itself it is not late"
    assert lage(m, date(2026, 3, 1)).ist_ueberfaellig


def test_das_geplante_ende_ueberschreitet_nur_wer_noch_arbeitet(plan: Plan) -> None:
    umgesetzt = plan.massnahmen["willkommensmappe"]
    assert not lage(umgesetzt, TAG).ende_ueberschritten
    noch_dabei = _mit(umgesetzt, sachstaende=umgesetzt.sachstaende[:1])
    assert lage(noch_dabei, TAG).ende_ueberschritten


@pytest.mark.parametrize(("tage", "veraltet"), [(date(2026, 4, 15), False), (date(2026, 4, 16), True)])
def test_veraltet_ist_ein_sachstand_nach_365_tagen(plan: Plan, tage: date, veraltet: bool) -> None:
    assert lage(plan.massnahmen["wohnlots-innen"], tage).veraltet is veraltet


def test_wer_in_der_naechsten_fassung_aufgegangen_ist_mahnt_nicht_mehr(plan: Plan) -> None:
    alt = plan.massnahmen["begruessungsbrief"]
    assert not lage(alt, TAG).veraltet
    assert lage(_mit(alt, nachfolge=None), TAG).veraltet


# Every date on its border, on a measure of one line.


def _lage(stand: str | None = None, tag: str = "2026-06-01", **felder: object) -> Lage:
    berichte = [{"datum": tag, "stand": stand}] if stand else []
    return lage(massnahme("treff", sachstaende=berichte, **felder), TAG)


SCHRITT = {"text": "Los.", "termin": "2026-06-29"}
ZU_ENDE = {"beginn": "2025-01-01", "ende": "2026-06-29"}
NACHFOLGE = nachfolge("fortgefuehrt", "neu")


def test_am_tag_des_berichts_gilt_er_schon_und_davor_nicht() -> None:
    m = massnahme("treff", sachstaende=[{"datum": "2026-06-30", "stand": "beschlossen", "ampel": "im_plan"}])
    heute = lage(m, TAG)
    assert (heute.stand, heute.ampel, heute.seit) == (Stand.BESCHLOSSEN, Ampel.IM_PLAN, TAG)
    assert heute.sachstand == m.sachstaende[0]
    assert (heute.kennung, heute.bezeichnung) == ("beschlossen", "beschlossen")
    assert lage(m, date(2026, 6, 29)) == Lage(None, None, None, None, (), False, False)


@pytest.mark.parametrize(("termin", "offen"), [("2026-06-29", True), ("2026-06-30", False), ("2026-07-01", False)])
def test_ein_schritt_ist_nach_seinem_termin_ueberfaellig(termin: str, offen: bool) -> None:
    assert _lage("in_umsetzung", schritte=[{"text": "Los.", "termin": termin}]).ist_ueberfaellig is offen


def test_erledigte_schritte_und_schritte_ohne_termin_sind_nie_ueberfaellig() -> None:
    schritte = massnahme(
        "treff", schritte=[{"text": "Irgendwann."}, SCHRITT, {**SCHRITT, "erledigt_am": "2026-06-30"}]
    ).schritte
    assert offene_schritte(schritte, TAG) == (schritte[1],)


@pytest.mark.parametrize(("ende", "vorbei"), [("2026-06-29", True), ("2026-06-30", False), ("2026-07-01", False)])
def test_das_geplante_ende_ist_nach_seinem_tag_ueberschritten(ende: str, vorbei: bool) -> None:
    wie = _lage("in_umsetzung", zeitraum={"beginn": "2025-01-01", "ende": ende})
    assert (wie.ende_ueberschritten, wie.ist_ueberfaellig) == (vorbei, vorbei)


@pytest.mark.parametrize(
    ("stand", "schritt", "ende", "veraltet"),
    [
        (None, True, True, False),
        ("vorgeschlagen", True, True, True),
        ("in_umsetzung", True, True, True),
        ("ausgesetzt", True, True, True),
        ("daueraufgabe", True, False, True),
        ("umgesetzt", True, False, False),
        ("nicht_weiterverfolgt", False, False, False),
    ],
)
def test_welcher_stand_an_was_erinnert(stand: str | None, schritt: bool, ende: bool, veraltet: bool) -> None:
    wie = _lage(stand, "2020-01-01", schritte=[SCHRITT], zeitraum=ZU_ENDE)
    assert (bool(wie.ueberfaellig), wie.ende_ueberschritten, wie.veraltet) == (schritt, ende, veraltet)


def test_mit_einer_nachfolgerin_erinnert_nichts_mehr() -> None:
    wie = _lage("in_umsetzung", "2020-01-01", schritte=[SCHRITT], zeitraum=ZU_ENDE, nachfolge=NACHFOLGE)
    assert (wie.ueberfaellig, wie.ende_ueberschritten, wie.veraltet) == ((), False, False)


def test_ein_offenes_ende_und_keine_planung_werden_nie_ueberschritten() -> None:
    assert not _lage("in_umsetzung", zeitraum={"beginn": "2020-01-01"}).ende_ueberschritten
    assert not _lage("in_umsetzung").ende_ueberschritten


@pytest.mark.parametrize(("tag", "veraltet"), [("2025-06-30", False), ("2025-06-29", True)])
def test_nach_365_tagen_ist_ein_bericht_veraltet(tag: str, veraltet: bool) -> None:
    assert _lage("in_umsetzung", tag).veraltet is veraltet


def test_ueberfaellig_ist_ein_schritt_oder_das_ende() -> None:
    nur_schritt = _lage("in_umsetzung", schritte=[SCHRITT])
    assert nur_schritt.ist_ueberfaellig and not nur_schritt.ende_ueberschritten
    assert not _lage("in_umsetzung").ist_ueberfaellig


def test_ein_bericht_der_spaet_kam_gilt_fuer_seinen_tag_und_erst_ab_dem_tag_an_dem_er_kam() -> None:
    m = massnahme(
        "treff",
        sachstaende=[
            {"datum": "2026-03-31", "stand": "in_umsetzung"},
            {"datum": "2026-01-31", "stand": "beschlossen", "eingetragen_am": "2026-05-15"},
        ],
    )
    assert lage(m, TAG).stand is Stand.IN_UMSETZUNG, "the newest day, not the last line"
    spaet = massnahme(
        "fest", sachstaende=[{"datum": "2026-01-31", "stand": "beschlossen", "eingetragen_am": "2026-05-15"}]
    )
    assert lage(spaet, date(2026, 5, 14)).stand is None
    assert (lage(spaet, date(2026, 5, 15)).stand, lage(spaet, date(2026, 5, 15)).seit) == (
        Stand.BESCHLOSSEN,
        date(2026, 1, 31),
    )


def test_von_zwei_berichten_fuer_einen_tag_gilt_der_spaetere() -> None:
    zwei = [{"datum": "2026-01-31", "stand": s, "von": v} for s, v in (("in_umsetzung", "a"), ("ausgesetzt", "b"))]
    assert lage(massnahme("treff", sachstaende=zwei), TAG).stand is Stand.AUSGESETZT
