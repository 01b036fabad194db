"""A measure carries the reports of those it continues; out of a split or a merger it has no state of its own yet."""

from __future__ import annotations

from datetime import date
from typing import Any

from saetze_bauen import fassung, massnahme, nachfolge, plan_aus

from macros.modell.auswahlen import Stand
from macros.modell.massnahme import Massnahme
from macros.modell.plan import Plan
from macros.sichten.faellig import faelliges
from macros.sichten.verlauf import lagen, verlaeufe, widersprueche

TAG = date(2026, 6, 30)
EDITIONEN = (fassung("alt", 2020), fassung("neu", 2024, vorgaenger="alt", beschlossen_am="2024-05-02"))


def bericht(datum: str, stand: str) -> dict[str, Any]:
    return {"datum": datum, "stand": stand}


def alte(id: str, art: str, *neue: str, berichte: list[dict[str, Any]]) -> Massnahme:
    return massnahme(id, "alt", nachfolge=nachfolge(art, *neue), sachstaende=berichte)


def verlauf(plan: Plan, kennung: str) -> list[tuple[str, str, bool]]:
    """Measure, day and whether it gives the state, oldest first."""
    return [(b.massnahme.id, b.sachstand.datum.isoformat(), b.traegt) for b in verlaeufe(plan)[kennung]]


def stand(plan: Plan, kennung: str) -> tuple[Stand | None, date | None]:
    wie = lagen(plan, TAG)[kennung]
    return wie.stand, wie.seit


def test_eine_fortgefuehrte_geht_mit_ihren_berichten_weiter() -> None:
    cafe = alte("cafe", "fortgefuehrt", "treff", berichte=[bericht("2022-01-31", "in_umsetzung")])
    plan = plan_aus(*EDITIONEN, cafe, massnahme("treff"))
    assert verlauf(plan, "treff") == [("cafe", "2022-01-31", True)]
    assert stand(plan, "treff") == (Stand.IN_UMSETZUNG, date(2022, 1, 31))
    assert lagen(plan, TAG)["treff"].veraltet, "its report is older than a year"


def test_der_eigene_bericht_ist_neuer() -> None:
    cafe = alte("cafe", "fortgefuehrt", "treff", berichte=[bericht("2022-01-31", "in_umsetzung")])
    treff = massnahme("treff", sachstaende=[bericht("2026-01-31", "daueraufgabe")])
    plan = plan_aus(*EDITIONEN, cafe, treff)
    assert verlauf(plan, "treff") == [("cafe", "2022-01-31", True), ("treff", "2026-01-31", True)]
    assert stand(plan, "treff") == (Stand.DAUERAUFGABE, date(2026, 1, 31))
    assert verlauf(plan, "cafe") == [("cafe", "2022-01-31", True)]


def test_teile_zeigen_die_geschichte_des_ganzen_und_haben_noch_keinen_stand() -> None:
    lotsen = alte("lotsen", "geteilt", "paten", "beratung", berichte=[bericht("2023-03-01", "in_umsetzung")])
    beratung = massnahme("beratung", sachstaende=[bericht("2025-03-01", "in_vorbereitung")])
    plan = plan_aus(*EDITIONEN, lotsen, massnahme("paten"), beratung)
    assert verlauf(plan, "paten") == [("lotsen", "2023-03-01", False)]
    assert stand(plan, "paten") == (None, None)
    assert stand(plan, "beratung") == (Stand.IN_VORBEREITUNG, date(2025, 3, 1))


def test_eine_zusammengelegte_zeigt_beide_geschichten() -> None:
    heft = alte("heft", "zusammengelegt", "mappe", berichte=[bericht("2022-10-01", "umgesetzt")])
    brief = alte("brief", "zusammengelegt", "mappe", berichte=[bericht("2021-06-01", "daueraufgabe")])
    plan = plan_aus(*EDITIONEN, heft, brief, massnahme("mappe"))
    assert verlauf(plan, "mappe") == [("brief", "2021-06-01", False), ("heft", "2022-10-01", False)]
    assert stand(plan, "mappe") == (None, None), "one was finished, the other was not"


def test_die_geschichte_geht_durch_alle_fassungen() -> None:
    a = massnahme(
        "a", "alt", nachfolge=nachfolge("geteilt", "b", "x"), sachstaende=[bericht("2021-01-01", "umgesetzt")]
    )
    weiter = {**nachfolge("fortgefuehrt", "c"), "fassung": "dritte"}
    b = massnahme("b", "neu", nachfolge=weiter, sachstaende=[bericht("2025-01-01", "ausgesetzt")])
    dritte = fassung("dritte", 2026, vorgaenger="neu", beschlossen_am="2026-01-01")
    plan = plan_aus(*EDITIONEN, dritte, massnahme("c", "dritte"), b, massnahme("x"), a)
    assert verlauf(plan, "c") == [("a", "2021-01-01", False), ("b", "2025-01-01", True)]
    assert stand(plan, "c") == (Stand.AUSGESETZT, date(2025, 1, 1))


def test_wer_mit_einem_jungen_bericht_weitergeht_wird_nicht_erinnert() -> None:
    cafe = alte("cafe", "fortgefuehrt", "treff", berichte=[bericht("2026-05-31", "in_umsetzung")])
    plan = plan_aus(*EDITIONEN, cafe, massnahme("treff"), massnahme("fest"))
    assert [(m.id, wann) for m, wann in faelliges(plan, TAG).massnahmen] == [("fest", None)]


def test_von_zwei_berichten_die_sich_widersprechen_zaehlt_der_letzte_und_beide_werden_genannt() -> None:
    erster, zweiter = (
        {**bericht("2025-06-30", stand), "von": von}
        for stand, von in (("in_umsetzung", "sportamt"), ("ausgesetzt", "schulamt"))
    )
    davor = bericht("2025-01-31", "beschlossen")
    plan = plan_aus(*EDITIONEN, massnahme("treff", sachstaende=[davor, erster, zweiter]))
    lage = lagen(plan, TAG)["treff"]
    streit = widersprueche(verlaeufe(plan)["treff"], lage.sachstand)
    assert lage.stand is Stand.AUSGESETZT
    assert [b.sachstand.von for b in streit] == ["sportamt", "schulamt"]


def test_gleiche_berichte_und_berichte_fuer_verschiedene_tage_widersprechen_sich_nicht() -> None:
    einig = [{**bericht("2025-06-30", "in_umsetzung"), "von": von} for von in ("sportamt", "schulamt")]
    plan = plan_aus(*EDITIONEN, massnahme("treff", sachstaende=[bericht("2025-01-31", "beschlossen"), *einig]))
    assert widersprueche(verlaeufe(plan)["treff"], lagen(plan, TAG)["treff"].sachstand) == ()
    assert widersprueche((), None) == ()
