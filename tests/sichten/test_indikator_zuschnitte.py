"""What a chart family draws follows its Zuschnitt alone, so that a new family takes the place of none by chance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from familie_erfinden import erfinde, erfinde_mit
from zahlen_bauen import kennzahl, mit

from macros.modell.auswahlen import Familie, Zuschnitt
from macros.modell.plan import Plan
from macros.sichten.indikator_bild import Bild, bilder
from macros.sichten.indikator_paare import plan_und_ist
from macros.sichten.indikator_zustimmung import frage
from macros.sichten.reihen import Reihe, reihe


def gewuenscht(plan: Plan, kennung: str, familie: Familie) -> Reihe:
    """The series of an indicator that wishes for another family, with its own dimensions at their places."""
    r = reihe(plan, kennung)
    assert r.indikator.darstellung is not None
    wunsch = r.indikator.darstellung.model_copy(update={"familie": familie})
    return replace(r, indikator=r.indikator.model_copy(update={"darstellung": wunsch}))


def gezeigt(r: Reihe) -> list[tuple[str, str]]:
    return [(b.familie.value, b.kennung) for b in bilder(r)]


@pytest.mark.parametrize(
    ("familie", "zuschnitt"),
    [
        (Familie.BALKEN, Zuschnitt.STAND),
        (Familie.LINIE, Zuschnitt.VERLAUF),
        (Familie.KACHELN, Zuschnitt.VIELFACHE),
        (Familie.GESTAPELT, Zuschnitt.ANTEILE),
        (Familie.LIKERT, Zuschnitt.ANTWORTEN),
        (Familie.HANTEL, Zuschnitt.PAARE),
        (Familie.TABELLE, Zuschnitt.NICHTS),
    ],
)
def test_jede_familie_sagt_welche_zahlen_sie_zeichnet(familie: Familie, zuschnitt: Zuschnitt) -> None:
    assert familie.zuschnitt is zuschnitt


@pytest.mark.parametrize(
    ("zuschnitt", "kennung", "bekannt", "neu"),
    [
        (Zuschnitt.STAND, "einbuergerungen", [("kacheln", "verlauf"), ("balken", "stand")], [("kacheln", "verlauf"), ("turm", "stand")]),
        (Zuschnitt.VERLAUF, "beschaeftigungsquote", [("linie", "verlauf")], [("turm", "verlauf")]),
        (Zuschnitt.VIELFACHE, "schueler", [("kacheln", "verlauf")], [("turm", "verlauf")]),
        (Zuschnitt.ANTEILE, "bevoelkerung", [("gestapelt", "anteile")], [("turm", "anteile")]),
        (Zuschnitt.ANTWORTEN, "wohlfuehlen", [("likert", "stand"), ("linie", "zustimmung")], [("turm", "stand"), ("linie", "zustimmung")]),
        (Zuschnitt.PAARE, "sprachtreff-plaetze", [("hantel", "stand")], [("turm", "stand")]),
        (Zuschnitt.NICHTS, "beschaeftigte", [], []),
    ],
)  # fmt: skip
def test_eine_neue_familie_zeichnet_die_zahlen_ihres_zuschnitts(
    plan: Plan,
    monkeypatch: pytest.MonkeyPatch,
    zuschnitt: Zuschnitt,
    kennung: str,
    bekannt: list[tuple[str, str]],
    neu: list[tuple[str, str]],
) -> None:
    assert gezeigt(reihe(plan, kennung)) == bekannt
    assert gezeigt(gewuenscht(plan, kennung, erfinde_mit(zuschnitt, monkeypatch))) == neu


def test_mit_derselben_frage_wird_dasselbe_gezeichnet(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    vorher = bilder(reihe(plan, "bevoelkerung"))[0]
    nachher = bilder(gewuenscht(plan, "bevoelkerung", erfinde_mit(Zuschnitt.ANTEILE, monkeypatch)))[0]
    assert nachher.daten.equals(vorher.daten)
    assert (nachher.titel, nachher.einheit) == (vorher.titel, vorher.einheit)


def test_auch_die_saetze_folgen_dem_zuschnitt(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    antworten = erfinde_mit(Zuschnitt.ANTWORTEN, monkeypatch)
    assert frage(gewuenscht(plan, "wohlfuehlen", antworten)) is not None
    assert frage(gewuenscht(plan, "wohlfuehlen", Familie.BALKEN)) is None
    paare = erfinde_mit(Zuschnitt.PAARE, monkeypatch)
    assert [p.name for p in plan_und_ist(gewuenscht(plan, "sprachtreff-plaetze", paare))] == [
        "Innenstadt",
        "Nordviertel",
        "Großfeldsiedlung",
    ]
    assert plan_und_ist(gewuenscht(plan, "sprachtreff-plaetze", Familie.BALKEN)) == []


def test_eine_familie_ohne_zuschnitt_wird_abgewiesen_und_kein_balken(plan: Plan) -> None:
    with pytest.raises(AssertionError, match="turm"):
        bilder(gewuenscht(plan, "einbuergerungen", erfinde()))


def gezaehlt(plan: Plan, *zahlen: tuple[str, float | str]) -> tuple[Bild, ...]:
    """The pictures of shares at one Stichtag."""
    werte = [kennzahl("2024", w, staatsangehoerigkeit=g) for g, w in zahlen]
    return bilder(reihe(mit(plan, "bevoelkerung", *werte), "bevoelkerung"))


def test_ohne_einen_ganzen_balken_gibt_es_keine_anteile(plan: Plan) -> None:
    (bild,) = gezaehlt(plan, ("deutsch", 60), ("ausländisch", "."))
    assert (bild.familie, bild.daten["wert"].to_list()[:1]) == (Familie.BALKEN, [60])
    (bild,) = gezaehlt(plan, ("deutsch", 60), ("ausländisch", 40))
    assert (bild.familie, bild.daten["wert"].to_list()) == (Familie.GESTAPELT, [60, 40])


def test_drei_zahlen_sind_kein_paar(plan: Plan) -> None:
    orte = ("Innenstadt", "Nordviertel", "Großfeldsiedlung")
    alt = plan.indikatoren["sprachtreff-plaetze"].model_dump(mode="json", exclude_none=True)
    alt["dimensionen"][1]["auspraegungen"] = ["geplant", "zugesagt", "tatsächlich"]
    zahlen = [kennzahl("2025", 9, ort=o, angabe=a) for o in orte for a in ("geplant", "zugesagt", "tatsächlich")]
    drei = reihe(mit(plan, "sprachtreff-plaetze", *zahlen, dimensionen=alt["dimensionen"]), "sprachtreff-plaetze")
    assert gezeigt(drei) == [("balken", "stand")]
