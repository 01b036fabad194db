"""What lists can be filtered by: the questions, their answers in order, and which row has which."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from saetze_bauen import akteur, begriff, fassung, handlungsfeld, herausforderung, massnahme, plan_aus, zielgruppe

from macros.deutsch.buchstaben import kennung
from macros.modell.plan import Plan
from macros.sichten.aenderungen import Aenderung, Aenderungsart
from macros.sichten.facetten import (
    Facette,
    facette,
    facetten_aenderungen,
    facetten_herausforderungen,
    facetten_massnahmen,
    gleichwertige,
    nach_alphabet,
)
from macros.sichten.matrix import ZeileMassnahme, zeilen_herausforderungen, zeilen_massnahmen
from macros.sichten.stand import lage


@pytest.fixture
def zeilen(plan: Plan, stichtag: date) -> list[ZeileMassnahme]:
    return zeilen_massnahmen(plan, {m.id: lage(m, stichtag) for m in plan.massnahmen.values()})


def _werte(facetten: list[Facette], kennung: str, zeile: int) -> list[str]:
    (f,) = [f for f in facetten if f.id == kennung]
    return [f.werte[i][0] for i in f.je_zeile[zeile]]


def test_jede_facette_kennt_die_werte_ihrer_zeilen(zeilen: list[ZeileMassnahme], plan: Plan) -> None:
    facetten = facetten_massnahmen(plan, zeilen)
    i = [z.id for z in zeilen].index("lernpatenschaften")
    assert _werte(facetten, "handlungsfeld", i) == ["lernen-arbeiten"]
    assert _werte(facetten, "stand", i) == ["in_vorbereitung"]
    assert _werte(facetten, "ampel", i) == ["gefaehrdet"]
    assert _werte(facetten, "frist", i) == ["ueberfaellig"]
    assert _werte(facetten, "zielgruppe", i) == ["schueler", "eltern"]


def test_jeder_geforderte_filter_ist_da(zeilen: list[ZeileMassnahme], plan: Plan) -> None:
    massnahmen = {f.id for f in facetten_massnahmen(plan, zeilen)}
    assert {
        "handlungsfeld",
        "zielgruppe",
        "akteur",
        "sozialraum",
        "stand",
        "ampel",
        "ressource",
        "fassung",
    } <= massnahmen
    herausforderungen = {f.id for f in facetten_herausforderungen(plan, zeilen_herausforderungen(plan))}
    assert {"handlungsfeld", "bereich", "zielgruppe", "prioritaet"} <= herausforderungen


def test_was_nichts_trennt_ist_keine_facette() -> None:
    assert facette("x", "X", [["a"], ["a"]], {"a": "A", "b": "B"}) is None
    assert facette("x", "X", [[], []], {"a": "A"}) is None
    teilweise = facette("x", "X", [["a"], []], {"a": "A"})
    assert teilweise and teilweise.je_zeile == ((0,), ())


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [("Bürger*innen, Straße", "buerger-innen-strasse"), ("Café  (Mitte)", "cafe-mitte"), ("??", "")],
)
def test_schluessel_sind_ascii(text: str, erwartet: str) -> None:
    assert kennung(text) == erwartet


def test_umlaute_stehen_bei_ihren_grundbuchstaben(plan: Plan) -> None:
    class Satz:
        def __init__(self, wort: str) -> None:
            self.id = self.bezeichnung = wort

    worte = nach_alphabet(map(Satz, ["zebra", "Öfen", "ofen", "Ämter", "amt", "Straße", "Strasse b"]))
    assert list(worte) == ["amt", "Ämter", "Öfen", "ofen", "Straße", "Strasse b", "zebra"]


def test_abkuerzungen_kennen_ihre_langform(plan: Plan) -> None:
    assert any("MSO" in gruppe for gruppe in gleichwertige(plan))
    assert all(len(set(gruppe)) == len(gruppe) for gruppe in gleichwertige(plan))


def test_ein_leerer_plan_hat_keine_facetten(plan: Plan) -> None:
    leer = Plan(plan.gemeinde)
    assert facetten_massnahmen(leer, []) == facetten_herausforderungen(leer, []) == facetten_aenderungen(leer, []) == []


def test_eine_facette_zeigt_nur_was_vorkommt_in_der_reihenfolge_der_worte() -> None:
    worte = {"c": "Ceta", "b": "Beta", "a": "Alpha"}
    assert facette("x", "Frage", [["a", "c"], ["fremd"], []], worte) == Facette(
        "x", "Frage", (("c", "Ceta"), ("a", "Alpha")), ((1, 0), (), ())
    )


def test_mehrere_antworten_sind_immer_eine_facette() -> None:
    assert facette("x", "X", [["a", "b"]], {"a": "A", "b": "B"}) is not None


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Mädchen, Möbel, Müll, Maß", "maedchen-moebel-muell-mass"),
        ("ÄÖÜ äöüß", "aeoeue-aeoeuess"),
        ("Süd-West / 2", "sued-west-2"),
        ("(Mitte)", "mitte"),
        ("Đorđe – Ŝ", "dorde-s"),
    ],
)
def test_was_ascii_nicht_kennt_wird_umschrieben_oder_faellt_weg(text: str, erwartet: str) -> None:
    assert kennung(text) == erwartet


def test_worte_beginnen_gross_und_behalten_den_rest() -> None:
    gruppen = [zielgruppe("b", bezeichnung="die MSOs"), zielgruppe("a", bezeichnung="Alle")]
    assert list(nach_alphabet(gruppen).items()) == [("a", "Alle"), ("b", "Die MSOs")]


def test_das_alphabet_gilt_fuer_die_worte_und_nicht_fuer_die_kennungen() -> None:
    gruppen = [zielgruppe("a", bezeichnung="Zebras"), zielgruppe("z", bezeichnung="Äpfel (rote)")]
    assert list(nach_alphabet(gruppen)) == ["z", "a"]


def test_ein_scharfes_s_steht_bei_zwei_einfachen_und_grosse_buchstaben_bei_kleinen() -> None:
    gruppen = [zielgruppe(str(n), bezeichnung=wort) for n, wort in enumerate(("IT", "Straße", "Im Ort", "Stral"))]
    assert list(nach_alphabet(gruppen).values()) == ["Im Ort", "IT", "Stral", "Straße"]


def test_gleichbedeutend_sind_kurzform_langform_und_weitere_formen() -> None:
    plan = plan_aus(
        begriff("mso", bezeichnung="MSO", langform="Selbstorganisation", formen=["MSOs", "MSO"]),
        begriff("wort", formen=["Wörter"]),
        begriff("gleich", bezeichnung="Gleich", langform="Gleich"),
        akteur("vhs", bezeichnung="Volkshochschule", kurzform="VHS"),
        akteur("iz", bezeichnung="Integrationszentrum", kurzform="IZ"),
        akteur("bibliothek", bezeichnung="Bibliothek"),
        akteur("amt", bezeichnung="Amt", kurzform="Amt"),
    )
    assert gleichwertige(plan) == [
        ("IZ", "Integrationszentrum"),
        ("MSO", "Selbstorganisation", "MSOs"),
        ("VHS", "Volkshochschule"),
    ]


# Two rows that differ in everything, so that every question splits them.

FELDER = (
    handlungsfeld("bildung", bereiche=[{"id": "schule", "name": "Schule"}, {"id": "arbeit", "name": "Arbeit"}]),
    handlungsfeld("wohnen", name="Wohnen"),
)
GRUPPEN = (zielgruppe("eltern"), zielgruppe("aeltere", bezeichnung="Ältere"))
AKTEURE = (akteur("verein"), akteur("amt"))
HERAUSFORDERUNGEN = (
    herausforderung("wo-01", fassung="alt", handlungsfeld="wohnen", zielgruppen=["aeltere"], prioritaet="zusaetzlich"),
    herausforderung("bi-01", bereich="schule", zielgruppen=["eltern"]),
    herausforderung("bi-02", bereich="arbeit", zielgruppen=["eltern"]),
)
MASSNAHMEN = (
    massnahme("treff", herausforderungen=["bi-01", "wo-01"], zielgruppen=["eltern"], beteiligte=[{"akteur": "verein"}],
              sozialraum="Süd", ressourcen=["raeumlich"], schritte=[{"text": "Los.", "termin": "2026-01-31"}],
              sachstaende=[{"datum": "2025-01-31", "stand": "in_umsetzung", "ampel": "im_plan"}]),
    massnahme("umzug", "alt", handlungsfeld="wohnen", herausforderungen=["bi-02"], zielgruppen=["aeltere"],
              federfuehrung="amt", sozialraum="Altstadt", ressourcen=["personell", "finanziell"],
              sachstaende=[{"datum": "2026-05-31", "stand": "umgesetzt"}]),
    massnahme("idee", herausforderungen=["bi-01", "bi-02"], bezuege=[{"akteur": "verein", "wort": "Vorbild"}]),
)  # fmt: skip
PLAN = plan_aus(
    fassung("alt", 2020), fassung("neu", 2024), *FELDER, *GRUPPEN, *AKTEURE, *HERAUSFORDERUNGEN, *MASSNAHMEN
)
LAGEN = {m.id: lage(m, date(2026, 6, 30)) for m in MASSNAHMEN}


def _fragen(facetten: list[Facette]) -> dict[str, tuple[str, list[tuple[str, str]], list[list[str]]]]:
    """id -> (question, answers, keys of each row)."""
    return {f.id: (f.name, list(f.werte), [[f.werte[i][0] for i in zeile] for zeile in f.je_zeile]) for f in facetten}


def test_die_fragen_an_massnahmen() -> None:
    # Rows: treff, idee (new edition), umzug (old edition).
    assert _fragen(facetten_massnahmen(PLAN, zeilen_massnahmen(PLAN, LAGEN))) == {
        "handlungsfeld": (
            "Handlungsfeld",
            [("bildung", "Bildung"), ("wohnen", "Wohnen")],
            [["bildung"], ["bildung"], ["wohnen"]],
        ),
        "bereich": (
            "Bereich",
            [("bildung.schule", "Schule"), ("bildung.arbeit", "Arbeit")],
            [["bildung.schule"], ["bildung.schule", "bildung.arbeit"], ["bildung.arbeit"]],
        ),
        "zielgruppe": ("Zielgruppe", [("aeltere", "Ältere"), ("eltern", "Eltern")], [["eltern"], [], ["aeltere"]]),
        "federfuehrung": (
            "Federführung",
            [("amt", "Amt"), ("ohne-angabe", "nicht angegeben")],
            [["ohne-angabe"], ["ohne-angabe"], ["amt"]],
        ),
        "akteur": ("Beteiligte", [("amt", "Amt"), ("verein", "Verein")], [["verein"], [], ["amt"]]),
        "bezug": ("Weitere Bezüge", [("verein", "Verein")], [[], ["verein"], []]),
        "sozialraum": ("Sozialraumbezug", [("altstadt", "Altstadt"), ("sued", "Süd")], [["sued"], [], ["altstadt"]]),
        "stand": (
            "Stand",
            [
                ("nicht_berichtet", "noch nicht berichtet"),
                ("in_umsetzung", "in Umsetzung"),
                ("umgesetzt", "umgesetzt"),
            ],
            [["in_umsetzung"], ["nicht_berichtet"], ["umgesetzt"]],
        ),
        "ampel": ("Ampel", [("im_plan", "im Plan")], [["im_plan"], [], []]),
        "frist": (
            "Fristen",
            [("ueberfaellig", "überfällig"), ("veraltet", "Sachstand älter als 12 Monate")],
            [["ueberfaellig", "veraltet"], [], []],
        ),
        "ressource": (
            "Ressourcen",
            [("personell", "Personal"), ("raeumlich", "Räume"), ("finanziell", "Geld")],
            [["raeumlich"], [], ["personell", "finanziell"]],
        ),
        "fassung": ("Fassung", [("neu", "Konzept 2024"), ("alt", "Konzept 2020")], [["neu"], ["neu"], ["alt"]]),
    }


def test_die_fragen_an_herausforderungen() -> None:
    plan = replace(PLAN, massnahmen={"treff": massnahme("treff", herausforderungen=["bi-01"])})
    # Rows: bi-01, bi-02 (new edition), wo-01 (old edition).
    assert _fragen(facetten_herausforderungen(plan, zeilen_herausforderungen(plan))) == {
        "handlungsfeld": (
            "Handlungsfeld",
            [("bildung", "Bildung"), ("wohnen", "Wohnen")],
            [["bildung"], ["bildung"], ["wohnen"]],
        ),
        "bereich": (
            "Bereich",
            [("bildung.schule", "Schule"), ("bildung.arbeit", "Arbeit")],
            [["bildung.schule"], ["bildung.arbeit"], []],
        ),
        "zielgruppe": (
            "Zielgruppe",
            [("aeltere", "Ältere"), ("eltern", "Eltern")],
            [["eltern"], ["eltern"], ["aeltere"]],
        ),
        "prioritaet": (
            "Priorität",
            [("priorisiert", "priorisiert"), ("zusaetzlich", "zusätzlich behandelt")],
            [["priorisiert"], ["priorisiert"], ["zusaetzlich"]],
        ),
        "massnahme": (
            "Maßnahme",
            [("mit", "mit Maßnahme im Text"), ("ohne", "ohne Maßnahme im Text")],
            [["mit"], ["ohne"], ["ohne"]],
        ),
        "fassung": ("Fassung", [("neu", "Konzept 2024"), ("alt", "Konzept 2020")], [["neu"], ["neu"], ["alt"]]),
    }


def test_haben_mehrere_felder_bereiche_steht_das_feld_dabei() -> None:
    geteilt = handlungsfeld("wohnen", bereiche=[{"id": "schule", "name": "Schule"}])
    zeilen = [
        herausforderung("bi-01", bereich="schule"),
        herausforderung("wo-01", handlungsfeld="wohnen", bereich="schule"),
    ]
    plan = plan_aus(FELDER[0], geteilt, *zeilen)
    assert _fragen(facetten_herausforderungen(plan, zeilen_herausforderungen(plan)))["bereich"] == (
        "Bereich",
        [("bildung.schule", "Schule (BI)"), ("wohnen.schule", "Schule (WO)")],
        [["bildung.schule"], ["wohnen.schule"]],
    )


def test_ein_einziger_bereich_trennt_wenn_ihn_nicht_jede_zeile_hat() -> None:
    plan = plan_aus(FELDER[0], herausforderung("a", bereich="schule"), herausforderung("b"))
    fragen = _fragen(facetten_herausforderungen(plan, zeilen_herausforderungen(plan)))
    assert fragen["bereich"][1:] == ([("bildung.schule", "Schule")], [["bildung.schule"], []])


def test_ein_bereich_zaehlt_fuer_eine_massnahme_nur_einmal_und_ohne_bereich_gar_nicht() -> None:
    plan = plan_aus(
        FELDER[0],
        herausforderung("a", bereich="schule"),
        herausforderung("b", bereich="schule"),
        herausforderung("c"),
        massnahme("treff", herausforderungen=["a", "b", "c"]),
        massnahme("fest", herausforderungen=["c"]),
    )
    lagen = {m.id: lage(m, date(2026, 6, 30)) for m in plan.massnahmen.values()}
    fragen = _fragen(facetten_massnahmen(plan, zeilen_massnahmen(plan, lagen)))
    assert fragen["bereich"][2] == [["bildung.schule"], []]


def test_raeume_stehen_nach_dem_alphabet() -> None:
    massnahmen = [massnahme(f"m{n}", sozialraum=r) for n, r in enumerate(("Süd", "Mitte", "Altstadt", "West", "Nord"))]
    plan = plan_aus(*FELDER, *massnahmen)
    lagen = {m.id: lage(m, date(2026, 6, 30)) for m in massnahmen}
    raeume = _fragen(facetten_massnahmen(plan, zeilen_massnahmen(plan, lagen)))["sozialraum"]
    assert [wort for _, wort in raeume[1]] == ["Altstadt", "Mitte", "Nord", "Süd", "West"]


def test_die_fragen_an_aenderungen() -> None:
    def neu(tag: date, art: Aenderungsart, *felder: str) -> Aenderung:
        return Aenderung(tag, art, "massnahmen", "treff", "massnahmen/treff", felder)

    liste = [
        neu(date(2026, 1, 5), Aenderungsart.ZAHLEN),
        neu(date(2025, 3, 1), Aenderungsart.SACHSTAND, "bildung", "wohnen"),
        neu(date(2025, 2, 1), Aenderungsart.SACHSTAND, "wohnen"),
    ]
    assert _fragen(facetten_aenderungen(PLAN, liste)) == {
        "handlungsfeld": (
            "Handlungsfeld",
            [("bildung", "Bildung"), ("wohnen", "Wohnen")],
            [[], ["bildung", "wohnen"], ["wohnen"]],
        ),
        "art": (
            "Art",
            [("sachstand", "Sachstand"), ("zahlen", "neue Zahlen")],
            [["zahlen"], ["sachstand"], ["sachstand"]],
        ),
        "jahr": ("Jahr", [("2026", "2026"), ("2025", "2025")], [["2026"], ["2025"], ["2025"]]),
    }
