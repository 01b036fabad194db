"""What a page in another language shows: the chapters that fit what has been reported, filled with the figures of today."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from saetze_bauen import fassung, indikator, massnahme, plan_aus
from zahlen_bauen import tafel

from macros.modell.plan import Plan
from macros.modell.sprache import Berichtslage, Kapitel, Sprache
from macros.modell.sprachvorlage import abdruck
from macros.sichten.sprachkapitel import Berichte, berichte, kapitelstaende
from macros.sichten.stand import lage

TAG = date(2026, 6, 30)


def sprache(*kapitel: dict[str, Any]) -> Sprache:
    return Sprache.model_validate(
        {"id": "en", "code": "en", "name": "Englisch", "eigenname": "English", "titel": "The plan", "hinweis": "Draft.",
         "kapitel": kapitel}
    )  # fmt: skip


def gezaehlt(plan: Plan) -> Berichte:
    alle = list(plan.massnahmen.values())
    return berichte(alle, {m.id: lage(m, TAG) for m in alle})


def bericht(datum: str) -> dict[str, str]:
    return {"datum": datum, "stand": "in_umsetzung"}


def test_gezaehlt_werden_massnahmen_mit_bericht_und_der_neueste_tag() -> None:
    a = massnahme("a", sachstaende=[bericht("2025-01-01"), bericht("2025-03-01")])
    b = massnahme("b", sachstaende=[bericht("2025-02-01")])
    assert gezaehlt(plan_aus(a, b, massnahme("c"))) == Berichte(3, 2, date(2025, 3, 1))
    assert gezaehlt(plan_aus(massnahme("c"))) == Berichte(1, 0, None)


@pytest.mark.parametrize(
    ("berichtet", "erwartet"), [(0, Berichtslage.NICHTS), (1, Berichtslage.BERICHTET), (2, Berichtslage.BERICHTET)]
)
def test_ein_einziger_bericht_genuegt(berichtet: int, erwartet: Berichtslage) -> None:
    assert Berichte(5, berichtet, None).lage is erwartet


@pytest.mark.parametrize(
    ("stand", "gezeigt"),
    [(Berichtslage.NICHTS, ["Always", "Nothing yet"]), (Berichtslage.BERICHTET, ["Always", "Reports"])],
)
def test_gezeigt_wird_was_zur_lage_passt(stand: Berichtslage, gezeigt: list[str]) -> None:
    alle = sprache(
        {"titel": "Always", "text": "Hello."},
        {"titel": "Nothing yet", "text": "Nothing.", "wenn": "nichts_berichtet"},
        {"titel": "Reports", "text": "Something.", "wenn": "berichtet"},
    )
    assert [s.kapitel.titel for s in kapitelstaende(plan_aus(), stand, alle, TAG)] == gezeigt


def test_ein_kapitel_bringt_seine_zahlen_mit_und_sagt_ob_der_deutsche_text_neuer_ist() -> None:
    plan = plan_aus(
        indikator("leute"), massnahme("a", kurztext="Neu."), zahlen={"leute": tafel([], ("2024", 7), ("2025", 8))}
    )
    vorlage = {"titel": "T", "text": "{zahl:leute}", "vorlage": ["massnahmen/a/kurztext"]}
    (roh,) = kapitelstaende(plan, Berichtslage.NICHTS, sprache({**vorlage, "abdruck": "00000000"}), TAG)
    assert [p.indikator for p in roh.platzhalter] == ["leute"]
    assert list(roh.fuellung.zahlen.values()) == [8]
    assert str(roh.fuellung.stichtage["leute"]) == "2025"
    assert roh.veraltet
    jetzt = {**vorlage, "abdruck": abdruck(plan, roh.kapitel)}
    assert [s.veraltet for s in kapitelstaende(plan, Berichtslage.NICHTS, sprache(jetzt), TAG)] == [False]


@pytest.mark.parametrize(
    ("tag", "veraltet"), [(date(2026, 6, 14), [False, False, False]), (date(2026, 6, 15), [True, True, False])]
)
def test_gilt_eine_neue_fassung_sind_kapitel_aus_der_alten_veraltet(tag: date, veraltet: list[bool]) -> None:
    plan = plan_aus(
        fassung("alt", 2021),
        fassung("neu", 2026, vorgaenger="alt", beschlossen_am="2026-06-15"),
        massnahme("treff", "alt"),
        massnahme("cafe", "neu"),
    )
    kapitel = {"titel": "T", "text": "Text.", "vorlage": ["massnahmen/treff/kurztext"]}
    passend = {**kapitel, "abdruck": abdruck(plan, Kapitel.model_validate(kapitel))}
    link = {"titel": "L", "text": "See [it](massnahme:treff)."}
    neu = {"titel": "N", "text": "See [it](massnahme:cafe)."}
    gezeigt = kapitelstaende(plan, Berichtslage.NICHTS, sprache(passend, link, neu), tag)
    assert [s.veraltet for s in gezeigt] == veraltet
