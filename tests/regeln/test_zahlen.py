"""Dimensions, figures, totals and formulas: what is reported, in which words, and what is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from zahlen_bauen import kennzahl, mit

from macros.modell.aussage import Aussage
from macros.modell.befund import Befund, Schwere
from macros.modell.indikator import Kennzahl
from macros.modell.plan import Plan
from macros.regeln import REGELN

HEUTE = date(2026, 6, 30)
ART = {"id": "art", "name": "Art", "auspraegungen": ["alle", "a", "b"], "summe": "alle"}
ORT = {"id": "ort", "name": "Ort", "auspraegungen": ["x", "y"]}


def befunde(plan: Plan, regel: str, *zahlen: Kennzahl, dimensionen: Sequence[dict[str, Any]] = (ART,), **felder: Any) -> list[Befund]:  # fmt: skip
    """Findings of one rule on one indicator with these figures and fields."""
    einstellung = {"dimensionen": dimensionen, "darstellung": {"familie": "tabelle"}, **felder}
    nur = mit(plan, "einbuergerungen", *zahlen, **einstellung)
    return [b for b in REGELN[regel](nur, HEUTE) if "einbuergerungen." in b.datei]


def worte(gefunden: list[Befund]) -> list[tuple[str, str, str]]:
    """Field, text and remedy of every finding."""
    return [(b.feld, b.text, b.vorschlag) for b in gefunden]


@pytest.mark.parametrize(
    ("dimensionen", "erwartet"),
    [
        pytest.param([ART, ORT], [], id="in Ordnung"),
        *(
            pytest.param([{**ORT, "id": name}], [("dimensionen.1.id", f"„{name}“ ist schon vergeben.", "Anders nennen.")], id=f"Spalte {name}")
            for name in ("stichtag", "wert", "zeichen", "hinweis")
        ),
        pytest.param([ART, ORT, ORT], [("dimensionen.3.id", "„ort“ ist schon vergeben.", "Anders nennen.")], id="zweimal derselbe Name"),
        pytest.param([ART, {**ORT, "auspraegungen": ["x", "y", "x"]}], [("dimensionen.2.auspraegungen", "Ein Wert steht zweimal in der Liste.", "Einen löschen.")], id="zweimal derselbe Wert"),
        pytest.param([{**ART, "summe": "ale"}], [("dimensionen.1.summe", "„ale“ fehlt in den Werten der Dimension.", "Meinten Sie „alle“?")], id="Summe verschrieben"),
        pytest.param([ORT, {**ART, "summe": "gesamt"}], [("dimensionen.2.summe", "„gesamt“ fehlt in den Werten der Dimension.", "Unter auspraegungen ergänzen.")], id="Summe fehlt"),
    ],
)  # fmt: skip
def test_dimensionen(plan: Plan, dimensionen: list[dict[str, Any]], erwartet: list[tuple[str, str, str]]) -> None:
    gefunden = befunde(plan, "dimensionen", dimensionen=dimensionen)
    assert worte(gefunden) == erwartet
    assert {b.regel for b in gefunden} <= {"dimension"}


@pytest.mark.parametrize(
    ("dimensionen", "darstellung", "erwartet"),
    [
        ([ART, ORT], {"achse": "art", "reihe": "ort"}, []),
        ([ART, ORT], {"achse": "ar"}, [("darstellung.achse", "Die Dimension „ar“ gibt es hier nicht.", "Meinten Sie „art“?")]),
        ([ART, ORT], {"reihe": "jahr"}, [("darstellung.reihe", "Die Dimension „jahr“ gibt es hier nicht.", "Vorhanden: art, ort.")]),
        ([], {"reihe": "jahr"}, [("darstellung.reihe", "Die Dimension „jahr“ gibt es hier nicht.", "Vorhanden: keine.")]),
        ([ART], {}, []),
    ],
    ids=["in Ordnung", "verschrieben", "unbekannt", "ohne Dimension", "ohne Angabe"],
)  # fmt: skip
def test_was_das_diagramm_nennt_ist_eine_dimension(
    plan: Plan, dimensionen: list[dict[str, Any]], darstellung: dict[str, str], erwartet: list[tuple[str, str, str]]
) -> None:
    angaben = {"familie": "balken", **darstellung}
    assert worte(befunde(plan, "dimensionen", dimensionen=dimensionen, darstellung=angaben)) == erwartet


@pytest.mark.parametrize(
    ("stichtag", "wert", "einheit", "erwartet"),
    [
        ("2026-06-30", 5, "personen", None),
        ("2026", 5, "personen", None),
        ("2026-06", 5, "personen", None),
        ("2026-07-01", 5, "personen", ("stichtag", "zukunft", "Der Stichtag 01.07.2026 liegt in der Zukunft.")),
        ("2026-07", 5, "personen", ("stichtag", "zukunft", "Der Stichtag Juli 2026 liegt in der Zukunft.")),
        ("2026/27", 5, "personen", ("stichtag", "zukunft", "Der Stichtag 2026/27 liegt in der Zukunft.")),
        ("2025", 0, "personen", None),
        ("2025", -1, "personen", ("wert", "bereich", "-1 ist negativ.")),
        ("2025", -0.5, "prozent", ("wert", "bereich", "-0,5 ist negativ.")),
        ("2025", 100, "prozent", None),
        ("2025", 100.01, "prozent", ("wert", "bereich", "100,01 Prozent sind mehr als 100.")),
        ("2025", 100.5, "prozent", ("wert", "bereich", "100,5 Prozent sind mehr als 100.")),
        ("2025", 1200, "prozent", ("wert", "bereich", "1200 Prozent sind mehr als 100.")),
        ("2025", 1200, "personen", None),
        ("2025", ".", "personen", None),
        ("2025", "-", "prozent", None),
    ],
)
def test_welche_zahlen_nicht_sein_koennen(
    plan: Plan, stichtag: str, wert: float | str, einheit: str, erwartet: tuple[str, str, str] | None
) -> None:
    gefunden = befunde(plan, "werte", kennzahl(stichtag, wert, art="a"), einheit=einheit)
    assert [(b.feld, b.regel, b.text) for b in gefunden] == ([erwartet] if erwartet else [])
    assert {(b.datei, b.zeile) for b in gefunden} <= {("data/indikatoren/einbuergerungen.csv", 2)}


def eine(**werte: float | str) -> list[Kennzahl]:
    return [kennzahl("2025", wert, art=art) for art, wert in werte.items()]


@pytest.mark.parametrize(
    ("zahlen", "felder", "texte"),
    [
        pytest.param(eine(alle=20, a=10, b=10), {}, [], id="gleich"),
        pytest.param(eine(alle=20, a=10, b=9), {}, [], id="weniger"),
        pytest.param(eine(alle=20, a=10, b=11), {}, ["Die Teile ergeben 21, die Summe „alle“ ist 20."], id="mehr"),
        pytest.param(eine(alle=2.5, a=1, b=1.75), {}, ["Die Teile ergeben 2,75, die Summe „alle“ ist 2,5."], id="mit Komma"),
        pytest.param(eine(alle=20, a=21, b="."), {}, ["Die Teile ergeben 21, die Summe „alle“ ist 20."], id="auch wenn einer verdeckt ist"),
        pytest.param(eine(alle=0, a="-", b=1), {}, ["Die Teile ergeben 1, die Summe „alle“ ist 0."], id="Summe null"),
        pytest.param(eine(alle=".", a=10, b=11), {}, [], id="Summe verdeckt"),
        pytest.param(eine(a=10, b=11), {}, [], id="keine Summe in der Tabelle"),
        pytest.param(eine(alle=20), {}, [], id="keine Teile in der Tabelle"),
        pytest.param(eine(alle=20, a=10, b=11), {"einheit": "prozent"}, [], id="Prozente"),
        pytest.param(eine(alle=20, a=10, b=11), {"formel": {"zaehler": [{"indikator": "bevoelkerung"}]}}, [], id="berechnet"),
        pytest.param(eine(alle=20, a=10, b=15), {"geheimhaltung": {"verfahren": "rundung5"}}, [], id="gerundet"),
        pytest.param(eine(alle=20, a=10, b=11), {"dimensionen": [{**ART, "summe": None}]}, [], id="Dimension ohne Summe"),
    ],
)  # fmt: skip
def test_teile_und_summe(plan: Plan, zahlen: list[Kennzahl], felder: dict[str, Any], texte: list[str]) -> None:
    gefunden = befunde(plan, "summen", *zahlen, **felder)
    assert [b.text for b in gefunden] == texte
    assert {(b.feld, b.regel, b.schwere) for b in gefunden} <= {("wert", "summe", Schwere.WARNUNG)}


def test_jede_summe_steht_fuer_ihren_stichtag_und_ihre_anderen_werte(plan: Plan) -> None:
    def zahlen(jahr: str, ort: str, **werte: float) -> list[Kennzahl]:
        return [kennzahl(jahr, wert, art=art, ort=ort) for art, wert in werte.items()]

    passt = [
        *zahlen("2024", "x", alle=10, a=5, b=5),
        *zahlen("2024", "y", alle=100, a=60, b=40),
        *zahlen("2025", "x", alle=7, a=7),
        *zahlen("2025", "y", alle=90, b=90),
    ]
    assert befunde(plan, "summen", *passt, dimensionen=[ORT, ART]) == []
    zuviel = [*passt[:-2], *zahlen("2025", "y", alle=90, b=91)]
    gefunden = befunde(plan, "summen", *zuviel, dimensionen=[ORT, ART])
    assert [b.text for b in gefunden] == ["Die Teile ergeben 91, die Summe „alle“ ist 90."]


def test_jede_dimension_mit_summe_wird_geprueft(plan: Plan) -> None:
    gebiet = {**ORT, "auspraegungen": ["alle", "x", "y"], "summe": "alle"}
    werte = {("a", "alle"): 10, ("a", "x"): 6, ("a", "y"): 5}
    zahlen = [kennzahl("2025", w, art=a, ort=o) for (a, o), w in werte.items()]
    ohne = {"id": "art", "name": "Art", "auspraegungen": ["a", "b"]}
    gefunden = befunde(plan, "summen", *zahlen, dimensionen=[ohne, gebiet])
    assert [b.text for b in gefunden] == ["Die Teile ergeben 11, die Summe „alle“ ist 10."]


def test_eine_tabelle_mit_fehlern_wird_nicht_zusammengezaehlt(plan: Plan) -> None:
    kaputt = replace(plan, lueckenhaft=frozenset({"einbuergerungen"}))
    assert befunde(kaputt, "summen", *eine(alle=20, a=10, b=11)) == []


# Formulas

A = {"indikator": "bevoelkerung"}
B = {"indikator": "beschaeftigte"}


def quote(plan: Plan, formel: dict[str, Any], regel: str = "formeln", **felder: Any) -> list[Befund]:
    """Findings on the rate of the employed with another formula."""
    nur = mit(plan, "beschaeftigungsquote", formel=formel, **felder)
    return [b for b in REGELN[regel](nur, HEUTE) if "beschaeftigungsquote." in b.datei]


@pytest.mark.parametrize(
    ("zaehler", "erwartet"),
    [
        pytest.param(
            [{**B, "auswahl": {"staatsangehorigkeit": "deutsch"}}],
            [("formel.zaehler.1", "„Beschäftigte“ hat keine Dimension „staatsangehorigkeit“.", "Meinten Sie „staatsangehoerigkeit“?")],
            id="Dimension verschrieben",
        ),
        pytest.param(
            [{**B, "auswahl": {"alter": "18"}}],
            [("formel.zaehler.1", "„Beschäftigte“ hat keine Dimension „alter“.", "Vorhanden: staatsangehoerigkeit.")],
            id="Dimension unbekannt",
        ),
        pytest.param(
            [B, {**B, "auswahl": {"staatsangehoerigkeit": "belgisch"}}],
            [("formel.zaehler.2", "„belgisch“ ist kein Wert der Dimension „staatsangehoerigkeit“.", "Erlaubt: insgesamt, deutsch, ausländisch.")],
            id="Wert unbekannt",
        ),
        pytest.param(
            [{**B, "auswahl": {"staatsangehoerigkeit": ["deutsch", "auslaendisch"]}}],
            [("formel.zaehler.1", "„auslaendisch“ ist kein Wert der Dimension „staatsangehoerigkeit“.", "Meinten Sie „ausländisch“?")],
            id="ein Wert von zweien verschrieben",
        ),
        pytest.param(
            [{**B, "auswahl": {"alter": "18", "staatsangehoerigkeit": "deutch"}}],
            [
                ("formel.zaehler.1", "„Beschäftigte“ hat keine Dimension „alter“.", "Vorhanden: staatsangehoerigkeit."),
                ("formel.zaehler.1", "„deutch“ ist kein Wert der Dimension „staatsangehoerigkeit“.", "Meinten Sie „deutsch“?"),
            ],
            id="beides",
        ),
        pytest.param(
            [{**B, "stichtag": "2020-06-30"}],
            [("formel.zaehler.1", "„Beschäftigte“ hat keine Zahl zum Stichtag 2020-06-30.", "Vorhanden: 2021-06-30, 2022-06-30, 2023-06-30, 2024-06-30, 2025-06-30.")],
            id="Stichtag unbekannt",
        ),
        pytest.param(
            [{"indikator": "gibt-es-nicht", "auswahl": {"a": "b"}}, {**B, "auswahl": {"alter": "18"}}],
            [("formel.zaehler.2", "„Beschäftigte“ hat keine Dimension „alter“.", "Vorhanden: staatsangehoerigkeit.")],
            id="hinter einem unbekannten Indikator",
        ),
    ],
)  # fmt: skip
def test_eine_formel_nennt_nur_was_es_gibt(
    plan: Plan, zaehler: list[dict[str, Any]], erwartet: list[tuple[str, str, str]]
) -> None:
    assert worte(quote(plan, {"zaehler": zaehler, "nenner": [A], "faktor": 100})) == erwartet


def test_auch_der_nenner_wird_geprueft(plan: Plan) -> None:
    gefunden = quote(plan, {"zaehler": [B], "nenner": [A, {**A, "auswahl": {"alter": "18"}}], "faktor": 100})
    assert [(b.feld, b.regel) for b in gefunden] == [("formel.nenner.2", "dimension")]


def test_ein_indikator_ohne_dimension_hat_keine_vorhandene(plan: Plan) -> None:
    ohne = mit(plan, "beschaeftigte", kennzahl("2025", 7), dimensionen=[], darstellung={"familie": "tabelle"})
    (befund,) = quote(ohne, {"zaehler": [{**B, "auswahl": {"alter": "18"}}], "nenner": [A]})
    assert befund.vorschlag == "Vorhanden: keine."


def test_zu_einer_leeren_tabelle_gibt_es_keinen_stichtag(plan: Plan) -> None:
    leer = replace(plan, kennzahlen={**plan.kennzahlen, "beschaeftigte": ()})
    (befund,) = quote(leer, {"zaehler": [{**B, "stichtag": "2025-06-30"}], "nenner": [A]})
    assert (befund.regel, befund.vorschlag) == ("stichtag", "Vorhanden: keiner.")


def test_zu_einer_tabelle_mit_fehlern_wird_kein_stichtag_vermisst(plan: Plan) -> None:
    kaputt = replace(plan, lueckenhaft=frozenset({"beschaeftigte"}))
    assert quote(kaputt, {"zaehler": [{**B, "stichtag": "2020-06-30"}], "nenner": [A]}) == []


@pytest.mark.parametrize(
    ("faktor", "felder", "texte"),
    [
        pytest.param("100", {}, [], id="in Ordnung"),
        # In 2024 11,630 of 30,260 have a job, in 2025 11,705 of 30,412: 38.48810 %.
        pytest.param("1000", {}, ["Die Rechnung ergibt 384,881 Prozent (30.06.2025)."], id="zu viel"),
        pytest.param("-100", {}, ["Die Rechnung ergibt -38,4881 Prozent (30.06.2025)."], id="negativ"),
        pytest.param("1000", {"einheit": "anzahl"}, [], id="keine Prozente"),
    ],
)
def test_ein_anteil_liegt_zwischen_null_und_hundert(
    plan: Plan, faktor: str, felder: dict[str, Any], texte: list[str]
) -> None:
    gefunden = quote(plan, {"zaehler": [B], "nenner": [A], "faktor": faktor, "abstand_tage": 184}, **felder)
    assert [b.text for b in gefunden] == texte
    assert {(b.feld, b.regel) for b in gefunden} <= {("formel", "bereich")}


def test_ein_anteil_von_genau_hundert_und_von_null_ist_moeglich(plan: Plan) -> None:
    assert quote(plan, {"zaehler": [A], "nenner": [A], "faktor": 100}) == []
    assert quote(plan, {"zaehler": [A, {**A, "abziehen": True}], "nenner": [A], "faktor": 100}) == []


def test_ein_anteil_ueber_zu_wenige_menschen_ist_keine_falsche_zahl(plan: Plan) -> None:
    dimension = {"dimensionen": [ORT], "darstellung": {"familie": "tabelle"}}
    wenige = mit(plan, "bevoelkerung", *(kennzahl("2025", w, ort=o) for o, w in (("x", 19), ("y", 50))), **dimension)
    viele = mit(wenige, "beschaeftigte", *(kennzahl("2025", w, ort=o) for o, w in (("x", 30), ("y", 25))), **dimension)
    formel = {"zaehler": [B], "nenner": [A], "je": ["ort"], "faktor": "100"}
    assert quote(viele, formel, **dimension) == []


def test_genannt_wird_der_schlimmste_anteil(plan: Plan) -> None:
    dimension = {"dimensionen": [ORT], "darstellung": {"familie": "tabelle"}}
    zahlen = mit(plan, "bevoelkerung", *(kennzahl("2025", w, ort=o) for o, w in (("x", 400), ("y", -900))), **dimension)
    formel = {"zaehler": [A], "je": ["ort"]}
    gefunden = quote(zahlen, formel, dimensionen=[ORT], darstellung={"familie": "tabelle"})
    assert [b.text for b in gefunden] == ["Die Rechnung ergibt -900 Prozent (2025)."]


@pytest.mark.parametrize(
    ("formel", "texte"),
    [
        ({"zaehler": [B], "nenner": [A, {**A, "abziehen": True}], "abstand_tage": 184}, ["Der Nenner ist null."]),
        ({"zaehler": [{"indikator": "beschaeftigungsquote"}]}, ["Die Formeln drehen sich im Kreis: beschaeftigungsquote → beschaeftigungsquote."]),
    ],
    ids=["durch null", "im Kreis"],
)  # fmt: skip
def test_eine_formel_ohne_wert_sagt_warum(plan: Plan, formel: dict[str, Any], texte: list[str]) -> None:
    gefunden = quote(plan, formel)
    assert [b.text for b in gefunden] == texte
    assert {(b.feld, b.regel, b.vorschlag) for b in gefunden} == {
        ("formel", "unberechenbar", "Auswahl, Stichtag und Nenner prüfen.")
    }


def test_auf_eine_tabelle_mit_fehlern_stuetzt_sich_keine_rechnung(plan: Plan) -> None:
    ueber_eck = mit(
        plan, "einbuergerungen", formel={"zaehler": [B]}, dimensionen=[], darstellung={"familie": "tabelle"}
    )
    formel = {
        "zaehler": [{"indikator": "einbuergerungen"}],
        "nenner": [A, {**A, "abziehen": True}],
        "abstand_tage": 184,
    }
    assert [b.text for b in quote(ueber_eck, formel)] == ["Der Nenner ist null."]
    for kaputt in ("beschaeftigte", "bevoelkerung"):
        assert quote(replace(ueber_eck, lueckenhaft=frozenset({kaputt})), formel) == []
    ohne = {k: i for k, i in ueber_eck.indikatoren.items() if k != "beschaeftigte"}
    assert quote(replace(ueber_eck, indikatoren=ohne), formel) == []


@pytest.mark.parametrize(
    ("nenner", "methode", "anzahl"),
    [([A], None, 1), ([A], "Verschieden abgegrenzt.", 0), ([B], None, 0), ([], None, 0)],
    ids=["zwei Statistiken", "mit Hinweis", "eine Statistik", "ohne Nenner"],
)
def test_zwei_statistiken_brauchen_einen_hinweis(
    plan: Plan, nenner: list[dict[str, Any]], methode: str | None, anzahl: int
) -> None:
    ohne = {**plan.indikatoren["beschaeftigungsquote"].model_dump(mode="json", exclude_none=True)}
    ohne.pop("methodenhinweise")
    felder = {"methodenhinweise": methode} if methode else {}
    neu = type(plan.indikatoren["beschaeftigungsquote"]).model_validate(
        {**ohne, "formel": {"zaehler": [B], "nenner": nenner, "faktor": "0.01"}, **felder}
    )
    nur = replace(plan, indikatoren={**plan.indikatoren, neu.id: neu})
    gefunden = [b for b in REGELN["formeln"](nur, HEUTE) if "beschaeftigungsquote." in b.datei and b.regel == "methode"]
    assert [b.text for b in gefunden] == [
        "Zähler und Nenner stammen aus verschiedenen Statistiken (beschaeftigtenstatistik, einwohnerstatistik)."
    ] * anzahl
    assert {b.feld for b in gefunden} <= {"methodenhinweise"}


@pytest.mark.parametrize("regel", REGELN)
def test_ein_indikator_ohne_tabelle_haelt_keine_regel_auf(plan: Plan, regel: str) -> None:
    # Its file is missing or not to be read; that is reported where it is loaded.
    fest = mit(plan, "beschaeftigungsquote", formel={"zaehler": [{"indikator": "einbuergerungen", "stichtag": "2024"}]})
    zahlen = {k: reihe for k, reihe in fest.kennzahlen.items() if k not in ("einbuergerungen", "schueler")}
    gefunden = REGELN[regel](replace(fest, kennzahlen=zahlen), HEUTE)
    erlaubt = {"formel", "formel.zaehler.1"}
    assert {b.feld for b in gefunden} <= erlaubt


# Claims


def aussage(plan: Plan, **felder: Any) -> list[Befund]:
    """Findings on a claim with only these of the two fields that say how it is checked."""
    roh = plan.aussagen["einwohner-rund"].model_dump(mode="json", exclude_none=True)
    roh.pop("formel")
    neu = Aussage.model_validate({**roh, **felder})
    return [b for b in REGELN["aussagen"](replace(plan, aussagen={neu.id: neu}), HEUTE) if neu.id in b.datei]


NUR_EINES = ("formel", "Genau eines ist nötig: formel oder nicht_pruefbar.", "Eines ergänzen oder löschen.")


@pytest.mark.parametrize(
    ("felder", "erwartet"),
    [
        pytest.param({"formel": {"zaehler": [A]}}, [], id="mit Formel"),
        pytest.param({"nicht_pruefbar": "Es gibt keine Zahlen."}, [], id="nicht prüfbar"),
        pytest.param({}, [NUR_EINES], id="keines"),
        pytest.param({"formel": {"zaehler": [A]}, "nicht_pruefbar": "Es gibt keine Zahlen."}, [NUR_EINES], id="beides"),
        pytest.param(
            {"formel": {"zaehler": [{**A, "auswahl": {"alter": "18"}}], "nenner": [A, {**A, "abziehen": True}]}},
            [("formel.zaehler.1", "„Einwohner*innen“ hat keine Dimension „alter“.", "Vorhanden: staatsangehoerigkeit.")],
            id="Formel falsch",
        ),
        pytest.param(
            {"formel": {"zaehler": [A], "nenner": [A, {**A, "abziehen": True}]}},
            [("formel", "Der Nenner ist null.", "Auswahl, Stichtag und Nenner prüfen.")],
            id="Formel ohne Wert",
        ),
    ],
)  # fmt: skip
def test_eine_aussage_wird_nachgerechnet_oder_sagt_warum_nicht(
    plan: Plan, felder: dict[str, Any], erwartet: list[tuple[str, str, str]]
) -> None:
    assert worte(aussage(plan, **felder)) == erwartet


def test_eine_aussage_auf_einer_tabelle_mit_fehlern_wird_nicht_nachgerechnet(plan: Plan) -> None:
    kaputt = replace(plan, lueckenhaft=frozenset({"bevoelkerung"}))
    assert aussage(kaputt, formel={"zaehler": [A], "nenner": [A, {**A, "abziehen": True}]}) == []


def test_nach_einer_aussage_ohne_formel_werden_die_anderen_noch_geprueft(plan: Plan) -> None:
    falsch = {"formel": {"zaehler": [{**A, "auswahl": {"alter": "18"}}]}}
    drei = {
        name: Aussage.model_validate({**plan.aussagen[name].model_dump(mode="json", exclude_none=True), **felder})
        for name, felder in (
            ("wartezeit-anerkennung", {}),
            ("auslaenderanteil", falsch),
            ("einwohner-rund", {"nicht_pruefbar": "Keine Zahlen."}),
        )
    }
    gefunden = REGELN["aussagen"](replace(plan, aussagen=drei), HEUTE)
    assert [(b.datei, b.regel) for b in gefunden] == [
        ("data/aussagen/auslaenderanteil.yaml", "dimension"),
        ("data/aussagen/einwohner-rund.yaml", "aussage"),
    ]
