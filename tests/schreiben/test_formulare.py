"""Issue forms: what stands in the files for people to fill in, and what is read back from a filled one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from ruamel.yaml import YAML
from saetze_bauen import fassung, gemeinde, handlungsfeld, massnahme, nachfolge, plan_aus

from macros.modell.plan import Plan
from macros.schreiben.formulare import (
    FEHLER,
    KENNZAHL,
    SACHSTAND,
    Formular,
    Formularfeld,
    erkenne,
    formulare,
    lies_antworten,
    massnahme_vorschlagen,
    vorlagen,
)

HEUTE = date(2026, 6, 30)
PLAN = plan_aus(handlungsfeld("bildung"), handlungsfeld("wohnen", name="Gutes Wohnen"))
BRIEF = Formular(
    "brief",
    "Brief",
    "Ein Brief.",
    "Bitte ausfüllen.",
    (
        Formularfeld("an", "An wen?", "Ein Name.", beispiel="das Amt"),
        Formularfeld("art", "Art", "", auswahl=(("", "keine"), ("eilig", "sehr eilig"))),
        Formularfeld("text", "Text", "", pflicht=False, mehrzeilig=True),
    ),
)


def _gelesen(plan: Plan, name: str) -> dict[str, object]:
    daten: dict[str, object] = YAML(typ="safe").load(vorlagen(plan, HEUTE)[name])
    return daten


@pytest.mark.parametrize(
    ("tag", "massnahmen"),
    [(date(2026, 6, 14), ["1.1 Treff (treff)", "1.2 Fest (fest)"]), (date(2026, 6, 15), ["1.1 Treff (treff-neu)"])],
)
def test_gemeldet_wird_zu_den_massnahmen_der_geltenden_fassung(tag: date, massnahmen: list[str]) -> None:
    plan = plan_aus(
        handlungsfeld("bildung"),
        fassung("alt", 2021),
        fassung("neu", 2026, vorgaenger="alt", beschlossen_am="2026-06-15"),
        massnahme("treff", "alt", nummer="1.1", titel="Treff", nachfolge=nachfolge("fortgefuehrt", "treff-neu")),
        massnahme("fest", "alt", nummer="1.2", titel="Fest", nachfolge=nachfolge("entfallen")),
        massnahme("treff-neu", "neu", nummer="1.1", titel="Treff"),
    )
    felder = YAML(typ="safe").load(vorlagen(plan, tag)["sachstand.yml"])["body"]
    (wahl,) = [f["attributes"]["options"] for f in felder if f.get("id") == "massnahme"]
    assert wahl == massnahmen


def test_jedes_formular_ist_eine_datei_und_freie_meldungen_gibt_es_nicht() -> None:
    assert [f.id for f in formulare(PLAN)] == ["sachstand", "kennzahl", "fehler", "massnahme"]
    assert list(vorlagen(PLAN, HEUTE)) == ["sachstand.yml", "kennzahl.yml", "fehler.yml", "massnahme.yml", "config.yml"]
    assert [f.id for f in formulare(PLAN) if f.uebernehmbar] == ["sachstand", "kennzahl"]


def test_was_die_formulare_fragen() -> None:
    assert {f.id: [(x.id, x.pflicht, x.mehrzeilig, bool(x.auswahl)) for x in f.felder] for f in formulare(PLAN)} == {
        "sachstand": [
            ("massnahme", True, False, False),
            ("datum", True, False, False),
            ("stand", True, False, True),
            ("ampel", True, False, True),
            ("von", False, False, False),
            ("beleg", False, False, False),
            ("adresse", False, False, False),
            ("schritte", False, False, False),
            ("text", False, True, False),
        ],
        "kennzahl": [
            ("indikator", True, False, False),
            ("stichtag", True, False, False),
            ("quelle", True, False, False),
            ("hinweis", False, False, False),
            ("zahlen", True, True, False),
        ],
        "fehler": [("seite", False, False, False), ("art", True, False, True), ("text", True, True, False)],
        "massnahme": [
            ("titel", True, False, False),
            ("handlungsfeld", True, False, True),
            ("zielgruppe", True, False, False),
            ("text", True, True, False),
        ],
    }


def test_woraus_man_waehlt() -> None:
    auswahl = {(f.id, x.id): x.auswahl for f in formulare(PLAN) for x in f.felder if x.auswahl}
    assert auswahl[("sachstand", "stand")][:2] == (("vorgeschlagen", "vorgeschlagen"), ("beschlossen", "beschlossen"))
    assert len(auswahl[("sachstand", "stand")]) == 8
    assert auswahl[("sachstand", "ampel")] == (
        ("", "keine Angabe"),
        ("im_plan", "im Plan"),
        ("gefaehrdet", "gefährdet"),
        ("verzoegert", "verzögert"),
    )
    assert [wert for wert, _ in auswahl[("fehler", "art")]] == ["inhalt", "technik", "barriere", "sprache"]
    assert auswahl[("massnahme", "handlungsfeld")] == (("bildung", "Bildung"), ("wohnen", "Gutes Wohnen"))


def test_die_zeichen_einer_tabelle_stehen_in_der_hilfe() -> None:
    hilfe = KENNZAHL.felder[-1].hilfe
    assert "- (nichts vorhanden), . (unbekannt oder geheim), ... (noch nicht verfügbar), x (nicht sinnvoll)" in hilfe


def test_alle_sagen_dass_es_oeffentlich_ist() -> None:
    assert all("Alles, was Sie hier eintragen, ist öffentlich." in f.einleitung for f in formulare(PLAN))


def test_eine_vorlage_von_anfang_bis_ende(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.schreiben.formulare.formulare", lambda plan: (BRIEF,))
    assert vorlagen(PLAN, HEUTE)["brief.yml"] == (
        "name: Brief\n"
        "description: Ein Brief.\n"
        "title: 'Brief: '\n"
        "labels:\n"
        "  - brief\n"
        "body:\n"
        "  - type: markdown\n"
        "    attributes:\n"
        "      value: Bitte ausfüllen.\n"
        "  - type: input\n"
        "    id: an\n"
        "    attributes:\n"
        "      label: An wen?\n"
        "      description: Ein Name.\n"
        "      placeholder: das Amt\n"
        "    validations:\n"
        "      required: true\n"
        "  - type: dropdown\n"
        "    id: art\n"
        "    attributes:\n"
        "      label: Art\n"
        "      options:\n"
        "        - keine\n"
        "        - sehr eilig\n"
        "    validations:\n"
        "      required: true\n"
        "  - type: textarea\n"
        "    id: text\n"
        "    attributes:\n"
        "      label: Text\n"
        "    validations:\n"
        "      required: false\n"
    )


def test_lange_saetze_bleiben_eine_zeile() -> None:
    assert all(
        len(zeile) > 100 for zeile in vorlagen(PLAN, HEUTE)["kennzahl.yml"].splitlines() if "Statt einer Zahl" in zeile
    )


@pytest.mark.parametrize(
    ("felder", "adresse"),
    [
        ({}, "https://example.org"),
        ({"kontakt": {"stelle": "Amt"}}, "https://example.org"),
        ({"kontakt": {"stelle": "Amt", "url": "https://example.org/amt"}}, "https://example.org/amt"),
        (
            {
                "kontakt": {"stelle": "Amt", "url": "https://example.org/amt"},
                "rueckmeldung": "https://example.org/formular",
            },
            "https://example.org/formular",
        ),
    ],
)
def test_wer_kein_konto_hat_kommt_zur_gemeinde(felder: dict[str, object], adresse: str) -> None:
    assert _gelesen(replace(PLAN, gemeinde=gemeinde(**felder)), "config.yml") == {
        "blank_issues_enabled": False,
        "contact_links": [
            {
                "name": "Ohne Konto melden",
                "url": adresse,
                "about": "Rückmeldung an die Gemeinde, ohne sich hier anzumelden.",
            }
        ],
    }


# Reading back

GUT = "### An wen?\n\nAmt\n\n### Art\n\nsehr eilig\n\n### Text\n\nErste Zeile.\n\nZweite."


@pytest.mark.parametrize(
    ("text", "antworten"),
    [
        (GUT, {"an": "Amt", "art": "eilig", "text": "Erste Zeile.\n\nZweite."}),
        (GUT.replace("\n", "\r\n"), {"an": "Amt", "art": "eilig", "text": "Erste Zeile.\n\nZweite."}),
        (GUT.replace("\n", "\r"), {"an": "Amt", "art": "eilig", "text": "Erste Zeile.\n\nZweite."}),
        (f"\n\n{GUT}\n\n", {"an": "Amt", "art": "eilig", "text": "Erste Zeile.\n\nZweite."}),
        (GUT.replace("sehr eilig", "keine"), {"an": "Amt", "art": "", "text": "Erste Zeile.\n\nZweite."}),
        (GUT.replace("sehr eilig", "egal"), {"an": "Amt", "art": "egal", "text": "Erste Zeile.\n\nZweite."}),
        (GUT.replace("\nAmt\n", "\n Amt  \n"), {"an": "Amt", "art": "eilig", "text": "Erste Zeile.\n\nZweite."}),
        (GUT.replace("\nAmt\n", "\n_No response_\n"), {"an": "", "art": "eilig", "text": "Erste Zeile.\n\nZweite."}),
        (GUT.partition("Erste")[0] + "_No response_", {"an": "Amt", "art": "eilig", "text": ""}),
        (GUT + "\n\n### Art\n\nkeine", {"an": "Amt", "art": "eilig", "text": "Erste Zeile.\n\nZweite.\n\n### Art\n\nkeine"}),
    ],
)  # fmt: skip
def test_antworten_nach_feldern(text: str, antworten: dict[str, str]) -> None:
    assert lies_antworten(text, BRIEF) == antworten


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hallo",
        GUT.replace("### An wen?", "### Für wen?"),
        GUT.replace("### An wen?\n\n", "### An wen?\n"),
        GUT.replace("Amt\n\n", "Amt\nRat\n\n"),
        GUT.replace("### Art", "### Arten"),
        GUT.replace("### Text", "### Texte"),
        GUT.replace("### Text\n\n", "### Text\n"),
        "### An wen?\n\nAmt",
        "### An wen?\n\nAmt\n",
        GUT.partition("### Text")[0],
        GUT.partition("### Art")[2],
    ],
)
def test_was_nicht_die_form_hat(text: str) -> None:
    assert lies_antworten(text, BRIEF) is None


def test_erkannt_wird_das_formular_das_passt() -> None:
    anderes = replace(BRIEF, id="anderes", felder=BRIEF.felder[1:])
    assert erkenne(GUT, (anderes, BRIEF)) == (BRIEF, {"an": "Amt", "art": "eilig", "text": "Erste Zeile.\n\nZweite."})
    assert erkenne(GUT, (anderes,)) is None
    assert erkenne(GUT, ()) is None


def test_jedes_formular_wird_an_seinen_fragen_erkannt() -> None:
    for formular in (SACHSTAND, KENNZAHL, FEHLER, massnahme_vorschlagen(PLAN)):
        text = "\n\n".join(f"### {f.frage}\n\nx" for f in formular.felder)
        erkannt = erkenne(text, formulare(PLAN))
        assert erkannt is not None
        assert erkannt[0] == formular
