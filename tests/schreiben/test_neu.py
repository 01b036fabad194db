"""Scaffolds: a new record that the check accepts, or no record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from schreiben.mappen import inhalt

from macros.befehle import neu
from macros.befehle.konzept import lies
from macros.befehle.konzept import main as konzept
from macros.laden.ordner import lade_plan
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.schreiben.formatieren import formatiere
from macros.schreiben.neu import arten, kennung

MASSNAHME = {
    "titel": "Ämter & Wege",
    "nummer": "3.9.1",
    "kurztext": "Wege finden.",
    "handlungsfeld": "lernen-arbeiten",
    "herausforderungen": "la-01, la-02",
    "beschreibung": "Ein Text: mit Doppelpunkt.",
    "herkunft.fassung": "2025",
    "herkunft.nummer": "3.9.1",
}
INDIKATOR = {
    "name": "Beratungen",
    "themenfeld": "Bildung",
    "definition": "Zahl der Beratungen.",
    "einheit": "Anzahl",
    "art": "bestand",
    "richtung": "neutral",
    "quelle": "umfrage",
    "periodizitaet": "jährlich",
    "geheimhaltung.verfahren": "unterdrueckung",
}


def lade(daten: Path) -> Plan:
    plan, befunde = lade_plan(daten)
    assert plan is not None
    assert befunde == []
    return plan


def lege_an(daten: Path, art: str, felder: dict[str, str], *weitere: str) -> int:
    angaben = [teil for name, wert in felder.items() for teil in ("--setze", f"{name}={wert}")]
    return konzept(["neu", art, "--daten", str(daten), "--stichtag", "2026-06-30", *angaben, *weitere])


@pytest.fixture(autouse=True)
def ohne_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)


def test_jede_sammlung_hat_ihr_wort() -> None:
    assert {typ.SAMMLUNG for typ in arten().values()} == set(SAMMLUNGEN)
    assert all(wort.isascii() for wort in arten())


@pytest.mark.parametrize(
    ("titel", "erwartet"),
    [("Ämter & Wege", "aemter-wege"), ("Straße 5–7!", "strasse-5-7"), ("Café*innen", "cafe-innen"), ("…", "")],
)
def test_eine_kennung_aus_einem_titel(titel: str, erwartet: str) -> None:
    assert kennung(titel) == erwartet


def test_eine_massnahme_aus_angaben(daten: Path) -> None:
    assert lege_an(daten, "massnahme", MASSNAHME) == 0
    m = lade(daten).massnahmen["aemter-wege"]
    assert m.herausforderungen == ("la-01", "la-02")
    assert m.herkunft.nummer == "3.9.1"
    assert m.sachstaende == ()
    assert formatiere(daten) == ({}, [])


def test_ein_indikator_bekommt_seine_tabelle(daten: Path) -> None:
    weitere = ("--dimension", "Geschlecht: insgesamt, weiblich, männlich", "--erster-stichtag", "2025")
    assert lege_an(daten, "indikator", INDIKATOR, *weitere) == 0
    assert (daten / "indikatoren/beratungen.csv").read_text() == (
        "stichtag,geschlecht,wert,zeichen,hinweis\n2025,insgesamt,,...,\n2025,weiblich,,...,\n2025,männlich,,...,\n"
    )
    assert lade(daten).indikatoren["beratungen"].dimensionen[0].summe == "insgesamt"


def test_eine_neue_fassung_fuehrt_alle_massnahmen_fort(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fassung = {"id": "2030", "titel": "Konzept 2030", "jahr": "2030", "vorgaenger": "2025"}
    davor = inhalt(daten)
    assert lege_an(daten, "fassung", fassung) == 1
    assert "Was wurde in der Fassung „2030“ aus der Maßnahme" in capsys.readouterr().out
    assert inhalt(daten) == davor
    assert lege_an(daten, "fassung", fassung, "--fortfuehren") == 0
    plan = lade(daten)
    alte = [m for m in plan.massnahmen.values() if m.herkunft.fassung == "2025"]
    assert alte
    for m in alte:
        assert m.nachfolge is not None
        nachfolgerin = plan.massnahmen[m.nachfolge.massnahmen[0]]
        assert (nachfolgerin.titel, nachfolgerin.herkunft.fassung, nachfolgerin.sachstaende) == (m.titel, "2030", ())


@pytest.mark.parametrize(
    ("aenderung", "sagt"),
    [
        ({"handlungsfeld": "lernen-arbeitn"}, "Meinten Sie „lernen-arbeiten“?"),
        ({"herausforderungen": "la-99"}, "„la-99“ gibt es nicht in herausforderungen."),
        ({"titl": "x"}, "Das Feld „titl“ gibt es nicht. Meinten Sie „titel“?"),
        ({"herkunft": "2025"}, "Zum Beispiel: herkunft.fassung=…"),
        ({"ressourcen": "Geld und Gut"}, "steht nicht zur Wahl"),
        ({"nummer": "drei"}, "keine Gliederungsnummer"),
        ({"kurztext": "x" * 201}, "höchstens 200 Zeichen"),
        ({"beschreibung": "<b>fett</b>"}, "ist HTML"),
        ({"nummer": "3.1.1", "herkunft.nummer": "3.1.1"}, "ist schon vergeben"),
        ({"id": "sprachtreffs"}, "gibt es schon"),
        ({"id": "../../boese"}, "ist keine Kennung"),
        ({"kurztext": ""}, "Pflichtfeld „kurztext“ fehlt"),
    ],
)
def test_falsche_angaben_legen_nichts_an(
    daten: Path, aenderung: dict[str, str], sagt: str, capsys: pytest.CaptureFixture[str]
) -> None:
    davor = inhalt(daten)
    assert lege_an(daten, "massnahme", MASSNAHME | aenderung) == 1
    assert sagt in capsys.readouterr().out
    assert inhalt(daten) == davor


def test_ohne_angaben_wird_genannt_was_fehlt(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lege_an(daten, "massnahme", {"titel": "x"}) == 1
    assert "Es fehlt: nummer, kurztext, handlungsfeld" in capsys.readouterr().out
    assert lege_an(daten, "indikator", INDIKATOR) == 1
    assert "--erster-stichtag" in capsys.readouterr().out
    assert lege_an(daten, "indikator", INDIKATOR, "--dimension", "ohne Werte", "--erster-stichtag", "2025") == 1
    assert "ist keine Gliederung" in capsys.readouterr().out


def test_im_gespraech_wird_gefragt_bis_die_antwort_passt(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    antworten = iter(["Neuer Treff", "gibtesnicht", "verein", ""])
    gefragt: list[str] = []

    def frage(text: str) -> str:
        gefragt.append(text)
        return next(antworten)

    wahl: Callable[[str], str] = frage
    angaben = ["neu", "akteur", "--daten", str(daten), "--stichtag", "2026-06-30", "--setze", "art=vereine"]
    assert neu.fuehre_aus(lies(angaben), wahl) == 0
    assert "bezeichnung: Name, wie das Konzept ihn nennt." in gefragt[0]
    assert "[neuer-treff] > " in gefragt[1]
