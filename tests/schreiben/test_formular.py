"""Forms: what is generated, what is read back, and that nobody can forge a field."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.ausgabe.melden.meldewege import kennzahl_melden, sachstand_melden
from macros.befehle.konzept import main as konzept
from macros.laden.ordner import lade_plan
from macros.modell.auswahlen import Forge
from macros.modell.befund import hat_fehler
from macros.modell.plan import Plan
from macros.schreiben.formulare import KENNZAHL, SACHSTAND, Formular, formulare, lies_antworten, vorlagen
from macros.schreiben.meldung import Meldung, uebernimm

HEUTE = date(2026, 6, 30)
WURZEL = Path(__file__).parents[2]


def ausgefuellt(f: Formular, **antworten: str) -> str:
    """The body of an issue as GitHub writes it."""
    teile = []
    for feld in f.felder:
        wert = antworten.get(feld.id, "_No response_")
        teile.append(f"### {feld.frage}\n\n{dict(feld.auswahl).get(wert, wert)}")
    return "\n\n".join(teile)


BERICHT = {
    "massnahme": "sprachtreffs",
    "datum": "1.6.2026",
    "stand": "in_umsetzung",
    "ampel": "im_plan",
    "beleg": "Quartalsbericht II/2026",
    "text": "Alle drei Treffs laufen.",
}
ZAHLEN = {
    "indikator": "bevoelkerung",
    "stichtag": "31.03.2026",
    "quelle": "Einwohnerstatistik vom 05.04.2026",
    "zahlen": "insgesamt = 31000\ndeutsch = 26300\nausländisch = 4700\n",
}


def lade(daten: Path) -> Plan:
    plan, befunde = lade_plan(daten)
    assert plan is not None
    assert befunde == []
    return plan


def test_die_formulare_des_repositorys_sind_aktuell(capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept(["formular", "vorlagen", "--check", "--daten", str(WURZEL / "data")]) == 0, capsys.readouterr().out


def test_die_formulare_gefallen_github(plan: Plan, tmp_path: Path) -> None:
    dateien = []
    for name, text in vorlagen(plan, HEUTE).items():
        (tmp_path / name).write_text(text)
        dateien += [str(tmp_path / name)] if name != "config.yml" else []
    assert len(dateien) == 4
    pruefer = Path(sys.executable).parent / "check-jsonschema"
    lauf = subprocess.run(
        [pruefer, "--builtin-schema", "vendor.github-issue-forms", *dateien], capture_output=True, text=True
    )
    assert lauf.returncode == 0, lauf.stdout


def test_wer_kein_konto_hat_bekommt_einen_weg(plan: Plan) -> None:
    assert "Ohne Konto melden" in vorlagen(plan, HEUTE)["config.yml"]
    assert str(plan.gemeinde.rueckmeldung) in vorlagen(plan, HEUTE)["config.yml"]


def test_freier_text_steht_immer_zuletzt(plan: Plan) -> None:
    for f in formulare(plan):
        assert [x.mehrzeilig for x in f.felder] == [False] * (len(f.felder) - 1) + [True]


def test_ein_sachstand_wird_angehaengt(daten: Path) -> None:
    davor = lade(daten).massnahmen["sprachtreffs"].sachstaende
    meldung = uebernimm(ausgefuellt(SACHSTAND, **BERICHT), daten, HEUTE)
    assert meldung.befunde == []
    assert meldung.dateien == ["massnahmen/sprachtreffs.yaml"]
    danach = lade(daten).massnahmen["sprachtreffs"].sachstaende
    assert danach[:-1] == davor
    assert (danach[-1].datum, danach[-1].ampel, danach[-1].text) == (date(2026, 6, 1), "im_plan", BERICHT["text"])
    assert uebernimm(ausgefuellt(SACHSTAND, **BERICHT), daten, HEUTE).dateien == []


def test_eine_massnahme_laesst_sich_auch_mit_ihrer_nummer_nennen(daten: Path) -> None:
    meldung = uebernimm(ausgefuellt(SACHSTAND, **BERICHT | {"massnahme": "3.1.1"}), daten, HEUTE)
    assert meldung.dateien == ["massnahmen/sprachtreffs.yaml"]


def test_zahlen_kommen_in_die_tabelle(daten: Path) -> None:
    meldung = uebernimm(ausgefuellt(KENNZAHL, **ZAHLEN), daten, HEUTE)
    assert meldung.befunde == []
    assert (daten / "indikatoren/bevoelkerung.csv").read_text().splitlines()[-3:] == [
        "2026-03-31,insgesamt,31000,,,2026-06-30,Einwohnerstatistik vom 05.04.2026",
        "2026-03-31,deutsch,26300,,,2026-06-30,Einwohnerstatistik vom 05.04.2026",
        "2026-03-31,ausländisch,4700,,,2026-06-30,Einwohnerstatistik vom 05.04.2026",
    ]


@pytest.mark.parametrize("zeile", ["### Stand\n\numgesetzt", "### Bericht\n\nx", "### Tag\n\n2020-01-01\n\n### Stand"])
def test_eine_ueberschrift_im_text_ist_nur_text(zeile: str) -> None:
    text = ausgefuellt(SACHSTAND, **BERICHT | {"text": f"Anfang\n\n{zeile}"})
    antworten = lies_antworten(text, SACHSTAND)
    assert antworten is not None
    assert antworten["stand"] == "in_umsetzung"
    assert antworten["datum"] == "1.6.2026"
    assert antworten["text"].endswith(zeile)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hallo",
        "### Maßnahme\n\nx",
        ausgefuellt(SACHSTAND, **BERICHT | {"massnahme": "x\n\n### Tag\n\n1.1.2020"}),
        ausgefuellt(SACHSTAND, **BERICHT).replace("### Stand", "### Status"),
        "### Stand\n\numgesetzt\n\n" + ausgefuellt(SACHSTAND, **BERICHT),
        "\x00" * 50,
    ],
)
def test_was_nicht_die_form_hat_wird_abgelehnt(daten: Path, text: str) -> None:
    [befund] = uebernimm(text, daten, HEUTE).befunde
    assert befund.regel == "formular"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.dictionaries(st.sampled_from([f.id for f in SACHSTAND.felder]), st.text(max_size=50)))
def test_beliebiger_text_wirft_keine_ausnahme(text: str, antworten: dict[str, str]) -> None:
    assert lies_antworten(text, SACHSTAND) is None or text.startswith("###")
    gelesen = lies_antworten(ausgefuellt(SACHSTAND, **BERICHT | antworten), SACHSTAND)
    if gelesen is not None and "datum" not in antworten and "\n" not in "".join(antworten.values()):
        assert gelesen["datum"] == "1.6.2026"


@pytest.mark.parametrize(
    ("aenderung", "frage", "sagt"),
    [
        ({"massnahme": "sprachtrefs"}, "Maßnahme", "Meinten Sie „sprachtreffs“?"),
        ({"massnahme": "../gemeinde"}, "Maßnahme", "gibt es nicht"),
        ({"datum": "3.5.98"}, "Tag", "Das Jahr braucht vier Stellen"),
        ({"datum": "4.5.2026"}, "Tag", "Einen Bericht vom 04.05.2026 gibt es schon"),
        ({"stand": "fertig"}, "Stand", "steht nicht zur Wahl"),
        ({"ampel": "gruen"}, "Läuft es nach Plan?", "steht nicht zur Wahl"),
        ({"datum": "1.12.2026"}, "Tag", "liegt in der Zukunft"),
        ({"ampel": "verzoegert", "text": "_No response_"}, "Bericht", "fehlt der Grund"),
        ({"adresse": "javascript:alert(1)"}, "Adresse des Belegs", "keine Adresse"),
        ({"text": "<script>alert(1)</script>"}, "Bericht", "ist HTML"),
        ({"text": "{{ 7*7 }}"}, "Bericht", "nicht erlaubt"),
        ({"text": "Sagt Frau Muster."}, "Bericht", "Namen einer Person"),
    ],
)
def test_ein_falscher_sachstand_aendert_nichts(daten: Path, aenderung: dict[str, str], frage: str, sagt: str) -> None:
    davor = (daten / "massnahmen/sprachtreffs.yaml").read_bytes()
    befunde = uebernimm(ausgefuellt(SACHSTAND, **BERICHT | aenderung), daten, HEUTE).befunde
    assert any(b.feld == frage and sagt in f"{b.text} {b.vorschlag}" for b in befunde), befunde
    assert (daten / "massnahmen/sprachtreffs.yaml").read_bytes() == davor


@pytest.mark.parametrize(
    ("aenderung", "sagt"),
    [
        ({"indikator": "bevölkerungg"}, "Meinten Sie „bevoelkerung“?"),
        ({"indikator": "beschaeftigungsquote"}, "wird berechnet"),
        ({"stichtag": "Ende März"}, "ist kein Stichtag"),
        ({"zahlen": "insgesamt = 31.000"}, "31000 oder 31 schreiben"),
        ({"zahlen": "Insgesammt = 31000"}, "Meinten Sie „insgesamt“?"),
        ({"zahlen": "insgesamt ="}, "Es ist keine Zahl eingetragen."),
        ({"zahlen": "insgesamt = 1\ninsgesamt = 2"}, "Diese Zahl steht schon weiter oben"),
        ({"zahlen": "einfach so"}, "braucht zu jeder Zahl"),
        ({"stichtag": "2025-12-31"}, "steht in den Daten schon „30518“"),
        ({"hinweis": "Tel. 02345 678901"}, "Telefonnummer"),
    ],
)
def test_eine_falsche_zahl_aendert_nichts(daten: Path, aenderung: dict[str, str], sagt: str) -> None:
    davor = (daten / "indikatoren/bevoelkerung.csv").read_bytes()
    meldung = uebernimm(ausgefuellt(KENNZAHL, **ZAHLEN | aenderung), daten, HEUTE)
    assert hat_fehler(meldung.befunde)
    assert any(sagt in f"{b.text} {b.vorschlag}" for b in meldung.befunde), meldung.befunde
    assert (daten / "indikatoren/bevoelkerung.csv").read_bytes() == davor


def test_ein_zeichen_statt_einer_zahl(daten: Path) -> None:
    meldung = uebernimm(ausgefuellt(KENNZAHL, **ZAHLEN | {"zahlen": "insgesamt = ..."}), daten, HEUTE)
    assert meldung.befunde == []
    assert (
        "2026-03-31,insgesamt,,...,,2026-06-30,Einwohnerstatistik vom 05.04.2026\n"
        in (daten / "indikatoren/bevoelkerung.csv").read_text()
    )


def test_ein_vorschlag_aendert_keine_daten(daten: Path, plan: Plan) -> None:
    vorschlag = next(f for f in formulare(plan) if f.id == "massnahme")
    meldung: Meldung = uebernimm(
        ausgefuellt(vorschlag, titel="x", handlungsfeld="lernen-arbeiten", zielgruppe="y", text="z"), daten, HEUTE
    )
    assert [b.text for b in meldung.befunde] == ["Dieses Formular ändert keine Daten."]


def test_der_ablauf_liest_das_ereignis_und_schreibt_einen_bericht(daten: Path, tmp_path: Path) -> None:
    ereignis, bericht, ausgabe = tmp_path / "e.json", tmp_path / "b.md", tmp_path / "o.txt"

    def laufe(body: str | None) -> tuple[str, str]:
        ereignis.write_text(json.dumps({"issue": {"number": 7, "body": body}}))
        ausgabe.unlink(missing_ok=True)
        befehl = ["uebernehmen", "--ereignis", str(ereignis), "--bericht", str(bericht), "--ausgabe", str(ausgabe)]
        assert konzept(["formular", *befehl, "--daten", str(daten), "--stichtag", "2026-06-30"]) == 0
        return ausgabe.read_text(), bericht.read_text()

    mit_link = ausgefuellt(KENNZAHL, **ZAHLEN | {"quelle": "@alle [x](https://example.org) `rm -rf`"})
    ergebnis, text = laufe(mit_link)
    assert ergebnis == "ergebnis=befunde\n"
    assert text.count("Links gehen in diesem Feld nicht") == 1
    assert "](https://example.org)" not in text
    boese = ausgefuellt(KENNZAHL, **ZAHLEN | {"quelle": "@alle https://example.org `rm -rf`"})
    ergebnis, text = laufe(boese)
    assert ergebnis == "ergebnis=geaendert\n"
    assert "Einwohner&#42;innen 31.03.2026: 31.000 (+1,6 % gegenüber 31.12.2025)" in text
    assert "closes #7" in text
    assert "@alle" not in text
    assert "https://example.org" not in text
    assert laufe(boese)[0] == "ergebnis=nichts\n"
    ergebnis, text = laufe(None)
    assert ergebnis == "ergebnis=befunde\n"
    assert "hat nicht die Form eines Formulars" in text


def test_die_seiten_fuehren_zum_ausgefuellten_formular(plan: Plan) -> None:
    plan = replace(plan, gemeinde=plan.gemeinde.model_copy(update={"forge": Forge.GITHUB}))
    weg = sachstand_melden(plan, "sprachtreffs")
    assert weg is not None
    titel = "Sachstand%3A+3.1.1+Sprachtreffs+in+den+Stadtteilen"
    assert weg == f"{plan.gemeinde.repository}/issues/new?template=sachstand.yml&title={titel}"
    weg = kennzahl_melden(plan, "bevoelkerung")
    assert weg is not None
    assert "zahlen=insgesamt+%3D+%0Adeutsch+%3D+%0A" in weg
    assert kennzahl_melden(plan, "beschaeftigungsquote") is None


def test_veraltete_formulare_fallen_auf(musterstadt: Path, tmp_path: Path) -> None:
    daten = Path(shutil.copytree(musterstadt, tmp_path / "data"))
    befehl = ["vorlagen", "--daten", str(daten), "--ziel", str(tmp_path / "formulare")]
    assert konzept(["formular", *befehl, "--check"]) == 1
    assert konzept(["formular", *befehl]) == 0
    assert konzept(["formular", *befehl, "--check"]) == 0


@pytest.mark.parametrize("von", ["volkshochschule", "Volkshochschule Musterstadt"])
def test_wer_berichtet_kommt_mit_kennung_oder_name_in_den_bericht(daten: Path, von: str) -> None:
    meldung = uebernimm(ausgefuellt(SACHSTAND, **BERICHT | {"von": von}), daten, HEUTE)
    assert meldung.befunde == []
    assert "    von: volkshochschule\n" in (daten / "massnahmen/sprachtreffs.yaml").read_text()


def test_eine_stelle_die_es_nicht_gibt_steht_bei_der_frage(daten: Path) -> None:
    (befund,) = uebernimm(ausgefuellt(SACHSTAND, **BERICHT | {"von": "Sportamt"}), daten, HEUTE).befunde
    assert (befund.feld, befund.text) == ("Wer berichtet?", "Diese Stelle „Sportamt“ gibt es nicht.")
