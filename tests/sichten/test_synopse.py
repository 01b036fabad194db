"""Between two editions no measure goes missing."""

from __future__ import annotations

from datetime import date

import pytest
from saetze_bauen import fassung, handlungsfeld, herausforderung, massnahme, nachfolge, plan_aus

from macros.modell.plan import Plan
from macros.sichten.synopse import Synopse, Uebergang, fassungswechsel, synopse


@pytest.fixture
def vergleich(plan: Plan) -> Synopse:
    s = synopse(plan, "2025")
    assert s
    return s


def test_die_erste_fassung_hat_keinen_vergleich(plan: Plan) -> None:
    assert synopse(plan, "2021") is None


def test_jede_alte_und_jede_neue_massnahme_kommt_vor(vergleich: Synopse, plan: Plan) -> None:
    alte = [m.id for u in vergleich.uebergaenge for m in u.alt]
    neue = {m.id for u in vergleich.uebergaenge for m in u.neu}
    assert sorted(alte) == sorted(m.id for m in plan.massnahmen.values() if m.herkunft.fassung == "2021")
    assert neue == {m.id for m in plan.massnahmen.values() if m.herkunft.fassung == "2025"}


@pytest.mark.parametrize(
    ("art", "alt", "neu"),
    [
        ("fortgefuehrt", ["sprachcafe"], ["sprachtreffs"]),
        ("geteilt", ["bildungslots-innen"], ["lernpatenschaften", "anerkennungsberatung"]),
        ("zusammengelegt", ["aemterwegweiser", "begruessungsbrief"], ["willkommensmappe"]),
        ("entfallen", ["integrationspreis"], []),
    ],
)
def test_jede_art_des_uebergangs(vergleich: Synopse, art: str, alt: list[str], neu: list[str]) -> None:
    (uebergang,) = [u for u in vergleich.uebergaenge if u.art == art]
    assert [m.id for m in uebergang.alt] == alt
    assert [m.id for m in uebergang.neu] == neu
    assert uebergang.begruendungen


def test_gleiche_gruende_stehen_einmal_da(vergleich: Synopse) -> None:
    (uebergang,) = [u for u in vergleich.uebergaenge if u.art == "zusammengelegt"]
    assert len(uebergang.begruendungen) == 1


def test_ohne_angabe_bleibt_eine_massnahme_sichtbar(plan: Plan) -> None:
    ohne = {k: m.model_copy(update={"nachfolge": None}) if k == "sprachcafe" else m for k, m in plan.massnahmen.items()}
    s = synopse(Plan(plan.gemeinde, fassungen=plan.fassungen, massnahmen=ohne), "2025")
    assert s and [(u.art, u.alt[0].id) for u in s.uebergaenge if u.art == "offen"] == [("offen", "sprachcafe")]


def test_die_ganze_gegenueberstellung_in_der_reihenfolge_der_alten_fassung() -> None:
    alt, neu = fassung("alt", 2020), fassung("neu", 2024, vorgaenger="alt")
    brief = massnahme("brief", "alt", nachfolge=nachfolge("zusammengelegt", "mappe", grund="Zu viel Papier."))
    offen = massnahme("offen", "alt")
    preis = massnahme("preis", "alt", nachfolge=nachfolge("entfallen", grund="Zu teuer."))
    heft = massnahme("heft", "alt", nachfolge=nachfolge("zusammengelegt", "mappe", grund="Zu dünn."))
    karte = massnahme("karte", "alt", nachfolge=nachfolge("zusammengelegt", "plan", grund="Zu klein."))
    lotsen = massnahme("lotsen", "alt", nachfolge=nachfolge("geteilt", "paten", "beratung", grund="Zwei Aufgaben."))
    zettel = massnahme("zettel", "alt", nachfolge=nachfolge("fortgefuehrt", "mappe", grund="Bleibt."))
    ende = massnahme("ende", "alt", nachfolge=nachfolge("entfallen", grund="Zu spät."))
    mappe, plan, paten, beratung, fest = (massnahme(n) for n in ("mappe", "plan", "paten", "beratung", "fest"))
    alle = (alt, neu, fest, brief, offen, preis, heft, karte, lotsen, zettel, ende, mappe, plan, paten, beratung)
    assert synopse(plan_aus(*alle), "neu") == Synopse(
        alt,
        neu,
        (
            Uebergang((brief, heft), (mappe,), "zusammengelegt", "zusammengelegt", ("Zu viel Papier.", "Zu dünn.")),
            Uebergang((offen,), (), "offen", "nicht angegeben", ()),
            Uebergang((preis,), (), "entfallen", "entfallen", ("Zu teuer.",)),
            Uebergang((karte,), (plan,), "zusammengelegt", "zusammengelegt", ("Zu klein.",)),
            Uebergang((lotsen,), (paten, beratung), "geteilt", "geteilt", ("Zwei Aufgaben.",)),
            Uebergang((zettel,), (mappe,), "fortgefuehrt", "fortgeführt", ("Bleibt.",)),
            Uebergang((ende,), (), "entfallen", "entfallen", ("Zu spät.",)),
            Uebergang((), (fest,), "neu", "neu", ()),
        ),
    )


# Field by field.


def test_jedes_feld_das_anders_ist_wird_genannt() -> None:
    alt, neu = fassung("alt", 2020), fassung("neu", 2024, vorgaenger="alt")
    cafe = massnahme(
        "cafe", "alt", titel="Treff", herausforderungen=["h-alt"], kosten={"betrag_euro": "100", "art": "jaehrlich"},
        schritte=[{"text": "Suchen.", "termin": "2021-01-31"}], sozialraum="Mitte", anmerkungen=["Zur Vorlage."],
        sachstaende=[{"datum": "2021-01-01", "stand": "umgesetzt"}], nachfolge=nachfolge("fortgefuehrt", "treff"),
    )  # fmt: skip
    treff = massnahme(
        "treff", titel="Treff", herausforderungen=["h-neu"], kosten={"betrag_euro": "200", "art": "jaehrlich"},
        schritte=[{"text": "Suchen.", "termin": "2025-01-31"}], beschreibung="Länger.",
    )  # fmt: skip
    challenges = [
        herausforderung(h, titel="Sprache lernen", fassung=f) for h, f in (("h-alt", "alt"), ("h-neu", "neu"))
    ]
    plan = plan_aus(alt, neu, handlungsfeld("bildung"), *challenges, cafe, treff)
    s = synopse(plan, "neu")
    assert s
    (paar,) = fassungswechsel(plan, s.uebergaenge[0])
    assert (paar.alt, paar.neu) == (cafe, treff)
    assert {(w.pfad, w.alt, w.neu) for w in paar.felder} == {
        (("beschreibung",), "Lang.", "Länger."),
        (("sozialraum",), "Mitte", None),
        (("kosten", "betrag_euro"), 100, 200),
        (("schritte", 0, "termin"), date(2021, 1, 31), date(2025, 1, 31)),
    }


def test_bei_einer_teilung_steht_das_alte_neben_jedem_teil(vergleich: Synopse, plan: Plan) -> None:
    (geteilt,) = [u for u in vergleich.uebergaenge if u.art == "geteilt"]
    paare = [(w.alt.id, w.neu.id) for w in fassungswechsel(plan, geteilt)]
    assert paare == [("bildungslots-innen", "lernpatenschaften"), ("bildungslots-innen", "anerkennungsberatung")]
    (zusammen,) = [u for u in vergleich.uebergaenge if u.art == "zusammengelegt"]
    assert [w.alt.id for w in fassungswechsel(plan, zusammen)] == ["aemterwegweiser", "begruessungsbrief"]
