"""Handlungsfelder, challenges and measures belong together, and every number is given once."""

from __future__ import annotations

from typing import Any

import pytest
from regelfaelle import geaendert, meldet, neu, worte

from macros.modell.befund import Schwere
from macros.modell.plan import Plan


@pytest.mark.parametrize(
    ("kennung", "bereich", "vorschlag"),
    [
        ("la-03", "lernen", None),
        ("la-03", None, None),
        ("la-03", "arbeitn", "Meinten Sie „arbeiten“?"),
        ("la-03", "wohnen", "Erlaubt: lernen, arbeiten."),
        ("bt-01", "feste", "Das Feld weglassen."),
    ],
)
def test_der_bereich_gehoert_zum_handlungsfeld(
    plan: Plan, kennung: str, bereich: str | None, vorschlag: str | None
) -> None:
    gefunden = meldet(geaendert(plan, "herausforderungen", kennung, bereich=bereich), "bereich_unbekannt")
    assert [(b.feld, b.vorschlag) for b in gefunden] == ([("bereich", vorschlag)] if vorschlag else [])


def test_ein_unbekanntes_handlungsfeld_meldet_schon_eine_andere_regel(plan: Plan) -> None:
    lose = geaendert(plan, "herausforderungen", "la-03", handlungsfeld="gibt-es-nicht", bereich="arbeitn")
    assert worte(lose, "bereich_unbekannt") == []


@pytest.mark.parametrize(
    ("gruppen", "erwartet"),
    [
        ([["eltern"], ["schueler"]], []),
        ([[], []], []),
        ([["eltern"], ["schueler", "alle"]], [("ziele.2.zielgruppen", "alle")]),
        ([["alle", "eltern"], []], [("ziele.1.zielgruppen", "alle")]),
    ],
)
def test_wen_ein_ziel_nennt_nennt_auch_die_herausforderung(
    plan: Plan, gruppen: list[list[str]], erwartet: list[tuple[str, str]]
) -> None:
    ziele = [{"text": "Ein Ziel.", "zielgruppen": g} for g in gruppen]
    anders = geaendert(plan, "herausforderungen", "la-01", zielgruppen=["eltern", "schueler"], ziele=ziele)
    assert worte(anders, "ziel_zielgruppe") == [
        ("herausforderungen/la-01", feld, f"„{gruppe}“ fehlt in den Zielgruppen der Herausforderung.")
        for feld, gruppe in erwartet
    ]


FELD = {"kuerzel": "ZZ", "reihenfolge": 9, "farbe": "schiefer", "symbol": "schirm"}


@pytest.mark.parametrize(
    ("sammlung", "wie", "felder", "erwartet"),
    [
        ("herausforderungen", "la-02", {}, [("nummer", "„2“ ist schon vergeben an herausforderungen/la-02.yaml.")]),
        ("herausforderungen", "la-02", {"nummer": 99}, []),
        ("herausforderungen", "la-02", {"fassung": "2021"}, []),
        ("herausforderungen", "la-02", {"handlungsfeld": "begegnung-teilhabe", "nummer": 3}, []),
        ("massnahmen", "sprachtreffs", {}, [("nummer", "„3.1.1“ ist schon vergeben an massnahmen/sprachtreffs.yaml.")]),
        ("massnahmen", "sprachtreffs", {"nummer": "9.9"}, []),
        ("massnahmen", "sprachtreffs", {"herkunft": {"fassung": "2021", "nummer": "3.1.1"}}, []),
        ("handlungsfelder", "lernen-arbeiten", FELD, []),
        ("handlungsfelder", "lernen-arbeiten", {**FELD, "kuerzel": "LA"}, [("kuerzel", "„LA“ ist schon vergeben an handlungsfelder/lernen-arbeiten.yaml.")]),
        ("handlungsfelder", "lernen-arbeiten", {**FELD, "reihenfolge": 1}, [("reihenfolge", "„1“ ist schon vergeben an handlungsfelder/lernen-arbeiten.yaml.")]),
        ("konzept", "3-massnahmen", {}, [("reihenfolge", "„6“ ist schon vergeben an konzept/3-massnahmen.yaml.")]),
        ("konzept", "3-massnahmen", {"reihenfolge": 99}, []),
        ("konzept", "3-massnahmen", {"fassung": "2021"}, []),
    ],
)  # fmt: skip
def test_jede_nummer_gibt_es_einmal(
    plan: Plan, sammlung: str, wie: str, felder: dict[str, Any], erwartet: list[tuple[str, str]]
) -> None:
    gefunden = worte(neu(plan, sammlung, "zz", wie, **felder), "nummer_doppelt")
    assert gefunden == [(f"{sammlung}/zz", *fund) for fund in erwartet]


@pytest.mark.parametrize("feld", ["farbe", "symbol"])
def test_farbe_und_symbol_gehoeren_einem_handlungsfeld(plan: Plan, feld: str) -> None:
    wert = str(getattr(plan.handlungsfelder["lernen-arbeiten"], feld))
    gefunden = worte(neu(plan, "handlungsfelder", "zz", "lernen-arbeiten", **{**FELD, feld: wert}), "nummer_doppelt")
    text = f"„{wert}“ ist schon vergeben an handlungsfelder/lernen-arbeiten.yaml."
    assert gefunden == [("handlungsfelder/zz", feld, text)]


def test_gleiche_werte_verschiedener_art_stoeren_sich_nicht(plan: Plan) -> None:
    # A challenge, a section and a Handlungsfeld may all be number 1.
    eins = geaendert(plan, "handlungsfelder", "lernen-arbeiten", reihenfolge=1)
    eins = neu(eins, "handlungsfelder", "zz", "lernen-arbeiten", **FELD)
    assert worte(neu(eins, "herausforderungen", "zz-01", "la-01", handlungsfeld="zz", nummer=1), "nummer_doppelt") == []


@pytest.mark.parametrize(("nummer", "anzahl"), [("3.1.1", 0), ("3.1.2", 1)])
def test_die_nummer_ist_die_der_herkunft(plan: Plan, nummer: str, anzahl: int) -> None:
    gefunden = worte(geaendert(plan, "massnahmen", "sprachtreffs", nummer=nummer), "nummer_und_herkunft")
    text = "Die Nummer 3.1.2 passt nicht zur Herkunft (3.1.1)."
    assert gefunden == [("massnahmen/sprachtreffs", "nummer", text)] * anzahl


@pytest.mark.parametrize(
    ("herausforderungen", "vorschlag"),
    [
        (["la-01"], None),
        (["bt-01", "la-01"], None),
        ([], None),
        (["gibt-es-nicht"], None),
        (["bt-01"], "Gemeint vielleicht: begegnung-teilhabe."),
        (["bt-01", "aw-01"], "Gemeint vielleicht: ankommen-wohnen, begegnung-teilhabe."),
    ],
)
def test_eine_massnahme_gehoert_zum_handlungsfeld_einer_ihrer_herausforderungen(
    plan: Plan, herausforderungen: list[str], vorschlag: str | None
) -> None:
    anders = geaendert(plan, "massnahmen", "sprachtreffs", herausforderungen=herausforderungen)
    gefunden = meldet(anders, "handlungsfeld_passt")
    assert [(b.feld, b.vorschlag, b.schwere) for b in gefunden] == (
        [("handlungsfeld", vorschlag, Schwere.WARNUNG)] if vorschlag else []
    )
