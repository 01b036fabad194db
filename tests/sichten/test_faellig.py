"""Who has to be reminded on a day: of a report, or of new figures."""

from __future__ import annotations

from datetime import date

import pytest
from saetze_bauen import akteur, begriff, gemeinde, indikator, massnahme, nachfolge, plan_aus

from macros.sichten.faellig import faelliges

HEUTE = date(2026, 6, 30)


def _bericht(tag: str, stand: str = "in_umsetzung") -> list[dict[str, str]]:
    return [{"datum": tag, "stand": stand}]


def test_ohne_bericht_oder_mit_einem_alten_ist_eine_massnahme_faellig() -> None:
    nie, alt, frisch = (
        massnahme("nie"),
        massnahme("alt", sachstaende=_bericht("2025-06-29")),
        massnahme("frisch", sachstaende=_bericht("2025-06-30")),
    )
    assert faelliges(plan_aus(nie, alt, frisch), HEUTE).massnahmen == ((nie, None), (alt, date(2025, 6, 29)))


@pytest.mark.parametrize(
    ("stand", "faellig"),
    [
        ("vorgeschlagen", True),
        ("daueraufgabe", True),
        ("ausgesetzt", True),
        ("umgesetzt", False),
        ("nicht_weiterverfolgt", False),
    ],
)
def test_was_beendet_ist_wird_nicht_angemahnt(stand: str, faellig: bool) -> None:
    plan = plan_aus(massnahme("treff", sachstaende=_bericht("2020-01-01", stand)))
    assert bool(faelliges(plan, HEUTE).massnahmen) is faellig


def test_was_in_der_naechsten_fassung_weitergeht_wird_nicht_angemahnt_auch_ohne_bericht() -> None:
    plan = plan_aus(massnahme("cafe", "alt", nachfolge=nachfolge("fortgefuehrt", "treff")))
    assert faelliges(plan, HEUTE).massnahmen == ()


def test_zahlen_sind_nach_dem_tag_faellig_an_dem_sie_erwartet_waren() -> None:
    gestern, heute, offen = (
        indikator("gestern", naechste_aktualisierung="2026-06-29"),
        indikator("heute", naechste_aktualisierung="2026-06-30"),
        indikator("offen"),
    )
    assert faelliges(plan_aus(offen, heute, gestern), HEUTE).indikatoren == (gestern,)


def _rechtsstand(tag: str) -> list[dict[str, str]]:
    return [{"text": "So ist es.", "grundlage": "§ 1 BGB", "nachgesehen_am": tag}]


def test_was_zum_recht_dasteht_ist_nach_zwei_jahren_nachzusehen() -> None:
    genau, laenger, ohne = (
        begriff("genau", rechtsstand=_rechtsstand("2024-06-30")),
        akteur("laenger", rechtsstand=_rechtsstand("2024-06-29")),
        begriff("ohne"),
    )
    assert faelliges(plan_aus(genau, laenger, ohne), HEUTE).rechtsstaende == (
        ("akteure", laenger, laenger.rechtsstand[0]),
    )


def test_leer_ist_wenn_nichts_zu_berichten_zu_zaehlen_und_nachzusehen_ist() -> None:
    assert faelliges(plan_aus(), HEUTE).leer
    assert not faelliges(plan_aus(massnahme("nie")), HEUTE).leer
    assert not faelliges(plan_aus(indikator("alt", naechste_aktualisierung="2026-01-31")), HEUTE).leer
    assert not faelliges(plan_aus(begriff("alt", rechtsstand=_rechtsstand("2024-06-29"))), HEUTE).leer


def test_der_rhythmus_der_gemeinde_sagt_wann_ein_bericht_faellig_ist() -> None:
    for monate, faellig in ((6, True), (7, False)):
        plan = plan_aus(massnahme("treff", sachstaende=_bericht("2025-12-29")), stadt=gemeinde(berichtsrhythmus=monate))
        assert bool(faelliges(plan, HEUTE).massnahmen) is faellig


def test_schritte_sind_faellig_wenn_ihr_termin_vorbei_ist_oder_bald_kommt() -> None:
    schritte = [
        {"text": "in 90 Tagen", "termin": "2026-09-28"},
        {"text": "in 91 Tagen", "termin": "2026-09-29"},
        {"text": "vorbei", "termin": "2026-01-31"},
        {"text": "erledigt", "termin": "2026-02-28", "erledigt_am": "2026-02-01"},
        {"text": "ohne Termin"},
    ]
    offen = massnahme("treff", schritte=schritte, sachstaende=_bericht("2026-06-01"))
    ende = massnahme("aus", schritte=schritte, sachstaende=_bericht("2026-06-01", "nicht_weiterverfolgt"))
    faellig = faelliges(plan_aus(offen, ende), HEUTE).schritte
    assert [(m.id, s.text) for m, s in faellig] == [("treff", "vorbei"), ("treff", "in 90 Tagen")]
