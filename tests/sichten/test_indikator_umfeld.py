"""What surrounds an indicator: its Themenfeld, its formula with counts, what rests on it, who observes it."""

from __future__ import annotations

import pytest
from saetze_bauen import aussage, dimension, indikator, massnahme, plan_aus
from zahlen_bauen import tafel

from macros.modell.indikator import Indikator
from macros.modell.plan import Plan
from macros.sichten.behauptung import Ausgang
from macros.sichten.indikator_umfeld import (
    abgeleitete,
    aussagen_zu,
    beobachtende,
    nicht_berechenbar,
    rechenwege,
    themenfelder,
)

ALTER = dimension("alter", "jung", "alt")
QUOTE = {"zaehler": [{"indikator": "arbeit"}], "nenner": [{"indikator": "leute"}], "faktor": 100}


def _plan(quote: Indikator, *zahlen: tuple[object, ...]) -> Plan:
    """Everybody and those with work, by age, each line (year, age, work, people)."""
    alter = [ALTER.model_dump(exclude_none=True)]
    return plan_aus(
        indikator("arbeit", dimensionen=alter),
        indikator("leute", dimensionen=alter, einheit="personen", zaehlt="personen"),
        quote,
        zahlen={
            "arbeit": tafel(["alter"], *((j, a, n) for j, a, n, _ in zahlen)),
            "leute": tafel(["alter"], *((j, a, n) for j, a, _, n in zahlen)),
        },
    )


def test_themenfelder_und_ihre_indikatoren_stehen_in_lesefolge() -> None:
    b, c, a = indikator("b", themenfeld="Z"), indikator("c", themenfeld="A"), indikator("a", themenfeld="Z")
    assert list(themenfelder(plan_aus(b, c, a)).items()) == [("Z", [b, a]), ("A", [c])]


def test_ein_rechenweg_nennt_die_zahlen_dahinter_neueste_zuerst() -> None:
    quote = indikator("quote", formel={**QUOTE, "je": ["alter"]})
    plan = _plan(quote, ("2021", "jung", 10, 40), ("2021", "alt", 5, 20), ("2023", "jung", 30, 50), ("2022", "jung", 9, 45))  # fmt: skip
    assert [
        (str(w.ergebnis.stichtag), w.ergebnis.merkmale["alter"], w.ergebnis.summe_zaehler, w.ergebnis.summe_nenner,
         w.ergebnis.wert)
        for w in rechenwege(plan, quote)
    ] == [
        ("2023", "jung", 30, 50, 60),
        ("2022", "jung", 9, 45, 20),
        ("2021", "jung", 10, 40, 25),
        ("2021", "alt", 5, 20, 25),
    ]  # fmt: skip


@pytest.mark.parametrize(("nenner", "versteckt"), [(19, True), (20, False)])
def test_unter_zwanzig_menschen_wird_ein_anteil_versteckt(nenner: int, versteckt: bool) -> None:
    quote = indikator("quote", formel={**QUOTE, "je": ["alter"]})
    (weg,) = rechenwege(_plan(quote, ("2021", "jung", 5, nenner)), quote)
    assert weg.versteckt is versteckt


def test_eine_quote_rechnet_nur_die_gruppen_vor_die_sie_nennt() -> None:
    nur_alt = dimension("alter", "alt").model_dump(exclude_none=True)
    quote = indikator("quote", dimensionen=[nur_alt], formel={**QUOTE, "je": ["alter"]})
    plan = _plan(quote, ("2021", "jung", 10, 40), ("2021", "alt", 5, 20))
    assert [w.ergebnis.merkmale for w in rechenwege(plan, quote)] == [{"alter": "alt"}]


def test_jede_genannte_dimension_muss_passen() -> None:
    beide = [dimension("alter", "jung", "alt"), dimension("ort", "Mitte", "Nord")]
    arbeit = indikator("arbeit", dimensionen=[d.model_dump(exclude_none=True) for d in beide])
    formel = {"zaehler": [{"indikator": "arbeit"}], "je": ["alter", "ort"]}
    quote = indikator("quote", dimensionen=[dimension("alter", "jung").model_dump(exclude_none=True)], formel=formel)
    zahlen = tafel(["alter", "ort"], ("2021", "jung", "Mitte", 1), ("2021", "jung", "Nord", 2), ("2021", "alt", "Mitte", 3))  # fmt: skip
    gruppen = [w.ergebnis.merkmale for w in rechenwege(plan_aus(arbeit, quote, zahlen={"arbeit": zahlen}), quote)]
    assert gruppen == [{"alter": "jung", "ort": "Mitte"}, {"alter": "jung", "ort": "Nord"}]


def test_getippte_zahlen_haben_keinen_rechenweg() -> None:
    arbeit = indikator("arbeit")
    assert list(rechenwege(plan_aus(arbeit), arbeit)) == []


def test_wo_nichts_zu_rechnen_ist_steht_der_grund_neueste_luecke_zuerst() -> None:
    quote = indikator("quote", formel=QUOTE)
    zahlen = {
        "arbeit": tafel([], ("2021", 1), ("2022", 2), ("2023", 3)),
        "leute": tafel([], ("2021", 40), ("2022", "."), ("2023", ".")),
    }
    plan = plan_aus(
        indikator("arbeit"), indikator("leute", einheit="personen", zaehlt="personen"), quote, zahlen=zahlen
    )
    gefunden = nicht_berechenbar(plan, quote)
    assert [str(stichtag) for stichtag, _ in gefunden] == ["2023", "2022"]
    assert all("leute" in grund.lower() for _, grund in gefunden)
    assert nicht_berechenbar(plan, plan.indikatoren["leute"]) == []


def test_aussagen_gehoeren_zu_allem_was_ihre_formel_nutzt() -> None:
    quote = {"zaehler": [{"indikator": "arbeit"}], "nenner": [{"indikator": "leute"}]}
    plan = plan_aus(
        indikator("arbeit"),
        indikator("leute"),
        aussage("haelfte", 0.5, formel=quote, behauptung={"wert": 0.5, "einheit": "anzahl", "stellen": 1}),
        aussage("vierzig", 40, formel={"zaehler": [{"indikator": "leute"}]}),
        aussage("drei", 3, nicht_pruefbar="Keine Zahl."),
        zahlen={"arbeit": tafel([], ("2021", 21)), "leute": tafel([], ("2021", 42))},
    )
    assert [(p.aussage.id, p.ausgang) for p in aussagen_zu(plan, "leute")] == [
        ("haelfte", Ausgang.NACHGERECHNET),
        ("vierzig", Ausgang.WEICHT_AB),
    ]
    assert [p.aussage.id for p in aussagen_zu(plan, "arbeit")] == ["haelfte"]


def test_abgeleitet_ist_was_im_zaehler_oder_nenner_steht() -> None:
    quote = indikator("quote", formel=QUOTE)
    summe = indikator("summe", formel={"zaehler": [{"indikator": "leute"}]})
    plan = plan_aus(indikator("arbeit"), indikator("leute"), quote, summe)
    assert abgeleitete(plan, "arbeit") == [quote]
    assert abgeleitete(plan, "leute") == [quote, summe]
    assert abgeleitete(plan, "quote") == []


def test_wer_einen_indikator_beobachtet_sagt_wie_und_warum() -> None:
    def bezug(kennung: str) -> dict[str, str]:
        return {"id": kennung, "beziehung": "output", "begruendung": "Zählt."}

    treff = massnahme("treff", indikatoren=[bezug("leute"), bezug("arbeit")])
    fest = massnahme("fest", indikatoren=[bezug("arbeit")])
    plan = plan_aus(treff, massnahme("paten"), fest)
    assert beobachtende(plan, "arbeit") == [(treff, treff.indikatoren[1]), (fest, fest.indikatoren[0])]
