"""Scaffolds: a new record that the check accepts, or no record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from saetze_bauen import handlungsfeld, herausforderung, massnahme, nachfolge, plan_aus
from schreiben.kleinstadt import TREFF
from schreiben.kleinstadt import lege_an as kleinstadt
from schreiben.mappen import inhalt

from macros.befehle import neu
from macros.befehle.konzept import lies
from macros.befehle.konzept import main as konzept
from macros.laden.ordner import lade_plan
from macros.modell.geltung import saetze_der_fassung
from macros.modell.indikator import Indikator
from macros.modell.massnahme import Indikatorbezug, Massnahme, Nachfolge
from macros.modell.plan import SAMMLUNGEN, Plan
from macros.modell.sprache import Sprache
from macros.schreiben.entwurf import Entwurf
from macros.schreiben.formatieren import formatiere
from macros.schreiben.fortfuehren import fuehre_fort
from macros.schreiben.neu import (
    Unbrauchbar,
    arten,
    dimension,
    fragen,
    kennung_aus,
    lies_antwort,
    satz_aus,
    tabelle,
)

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
    assert {typ.SAMMLUNG.ordner for typ in arten().values()} == set(SAMMLUNGEN)
    assert all(wort.isascii() for wort in arten())


@pytest.mark.parametrize(
    ("titel", "erwartet"),
    [("Ämter & Wege", "aemter-wege"), ("Ä" * 40, "ae" * 30), (f"{'a' * 59} b", "a" * 59), ("…", "")],
)
def test_eine_kennung_aus_einem_titel_hat_hoechstens_60_zeichen(titel: str, erwartet: str) -> None:
    assert kennung_aus(titel) == erwartet


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


def test_in_einer_fassung_in_vorbereitung_steht_noch_aus_was_aus_jeder_massnahme_wird(
    daten: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fassung = {"id": "2030", "titel": "Konzept 2030", "jahr": "2030", "vorgaenger": "2025"}
    assert lege_an(daten, "fassung", fassung | {"beschlossen_am": "2030-01-01"}) == 1
    assert "Was wurde in der Fassung „2030“ aus der Maßnahme" in capsys.readouterr().out
    assert lege_an(daten, "fassung", fassung) == 0
    assert "[hinweis] nachfolge: Was wurde in der Fassung „2030“ aus der Maßnahme" in capsys.readouterr().out


def test_eine_neue_fassung_fuehrt_alle_massnahmen_fort(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fassung = {"id": "2030", "titel": "Konzept 2030", "jahr": "2030", "vorgaenger": "2025"}
    assert lege_an(daten, "fassung", fassung, "--fortfuehren") == 0
    assert "hinweis" not in capsys.readouterr().out
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


# The parts by themselves.

PLAN = plan_aus(handlungsfeld("bildung"), handlungsfeld("wohnen"), herausforderung("bi-01"), herausforderung("bi-02"))


def test_die_woerter_fuer_einen_satz() -> None:
    assert set(arten()) >= {
        "abschnitt", "akteur", "aussage", "begriff", "fassung", "handlungsfeld", "herausforderung", "indikator",
        "massnahme", "quelle", "sprache", "zielgruppe",
    }  # fmt: skip
    assert arten()["massnahme"] is Massnahme


@pytest.mark.parametrize(
    ("titel", "erwartet"),
    [
        ("ÄÖÜ äöüß", "aeoeue-aeoeuess"),
        ("Èté français", "ete-francais"),
        (" -Wort- ", "wort"),
        ("A" * 70, "a" * 60),
        ("a" * 59 + " bc", "a" * 59),
    ],
)
def test_eine_kennung_ist_kurz_und_ascii(titel: str, erwartet: str) -> None:
    assert kennung_aus(titel) == erwartet


def test_gefragt_wird_nach_pflichtfeldern_ohne_antwort_zuletzt_nach_der_kennung() -> None:
    pfade = [".".join(f.pfad) for f in fragen(Massnahme, {})]
    assert pfade == [
        "nummer",
        "titel",
        "kurztext",
        "handlungsfeld",
        "herausforderungen",
        "beschreibung",
        "herkunft.fassung",
        "herkunft.nummer",
        "id",
    ]
    offen = list(fragen(Massnahme, dict.fromkeys(pfade[:7], "x")))
    assert [".".join(f.pfad) for f in offen] == ["herkunft.nummer", "id"]
    assert offen[0].feld.beschreibung == "Nummer in dieser Fassung."


def test_eine_kennung_in_einer_angabe_steht_an_ihrer_stelle_und_listen_von_angaben_sind_eine_frage() -> None:
    assert [".".join(f.pfad) for f in fragen(Indikatorbezug, {}, ("bezug",))] == [
        "bezug.id",
        "bezug.beziehung",
        "bezug.begruendung",
    ]
    assert "kapitel" in [".".join(f.pfad) for f in fragen(Sprache, {})]


@pytest.mark.parametrize(
    ("typ", "pfad", "text", "daten"),
    [
        (Massnahme, ("titel",), " Treff ", "Treff"),
        (Massnahme, ("handlungsfeld",), "bildung", "bildung"),
        (Massnahme, ("herausforderungen",), "bi-02, bi-01,, ", ["bi-02", "bi-01"]),
        (Massnahme, ("ressourcen",), "Räume, personell", ["raeumlich", "personell"]),
        (Massnahme, ("kosten", "art"), "jährlich", "jaehrlich"),
        (Massnahme, ("kosten", "art"), "jaehrlich", "jaehrlich"),
        (Massnahme, ("herkunft", "nummer"), "3.1", "3.1"),
        (Indikator, ("bruch", "ab"), "2024/25", "2024/25"),
    ],
)
def test_eine_antwort_wird_zu_daten(typ: type[Any], pfad: tuple[str, ...], text: str, daten: Any) -> None:
    assert lies_antwort(PLAN, typ, pfad, text) == daten


@pytest.mark.parametrize(
    ("typ", "pfad", "text", "sagt"),
    [
        (Massnahme, ("titl",), "x", "Das Feld „titl“ gibt es nicht. Meinten Sie „titel“?"),
        (Massnahme, ("xyz",), "x", "Das Feld „xyz“ gibt es nicht."),
        (Massnahme, ("kosten", "xyz"), "x", "Das Feld „kosten.xyz“ gibt es nicht. Meinten Sie „kosten“?"),
        (Massnahme, ("titel", "lang"), "x", "Das Feld „titel.lang“ gibt es nicht. Meinten Sie „titel“?"),
        (Massnahme, ("kosten",), "5", "„kosten“ hat mehrere Angaben. Zum Beispiel: kosten.betrag_euro=…"),
        (Massnahme, ("schritte",), "a, b", "„schritte“ hat mehrere Angaben. Zum Beispiel: schritte.text=…"),
        (Massnahme, ("kosten", "art"), "monatlich", "„monatlich“ steht nicht zur Wahl. Möglich: einmalig, jaehrlich, geschaetzt."),
        (Massnahme, ("handlungsfeld",), "", "Hier braucht es eine Angabe. Möglich: bildung (Bildung), wohnen (Wohnen)."),
        (Massnahme, ("kosten", "art"), "", "Hier braucht es eine Angabe. Möglich: einmalig, jaehrlich, geschaetzt."),
        (Massnahme, ("handlungsfeld",), "bildng", "„bildng“ gibt es nicht in handlungsfelder. Meinten Sie „bildung“?"),
        (Massnahme, ("handlungsfeld",), "xyz", "„xyz“ gibt es nicht in handlungsfelder. Vorhanden: bildung (Bildung), wohnen (Wohnen)."),
        (Massnahme, ("herausforderungen",), "bi-01, xyz", "„xyz“ gibt es nicht in herausforderungen. Vorhanden: bi-01 (BI-01 Bi-01), bi-02 (BI-01 Bi-02)."),
        (Indikator, ("bruch", "ab"), "bald", "„bald“ ist kein Stichtag. Erlaubt: 2026-12-31 (Tag), 2026-12 (Monat), 2026-Q4 (Quartal), 2026-H2 (Halbjahr), 2026 (Jahr), 2026/27 (Schuljahr), 2024/2026 (mehrere Jahre)."),
    ],
)  # fmt: skip
def test_eine_unbrauchbare_antwort_sagt_was_geht(typ: type[Any], pfad: tuple[str, ...], text: str, sagt: str) -> None:
    with pytest.raises(Unbrauchbar) as fehler:
        lies_antwort(PLAN, typ, pfad, text)
    assert str(fehler.value) == sagt


def test_von_vielen_werden_zwoelf_genannt() -> None:
    viele = plan_aus(*(handlungsfeld(f"feld-{n:02}") for n in range(14)))
    with pytest.raises(Unbrauchbar, match=r"Vorhanden: feld-00 \(Feld-00\), .*, feld-11 \(Feld-11\)\.$"):
        lies_antwort(viele, Massnahme, ("handlungsfeld",), "xyz")


def test_aus_antworten_wird_ein_satz_ohne_leere_felder() -> None:
    antworten = {"titel": "T", "ziel": "", "zielgruppen": [], "herkunft.fassung": "neu", "herkunft.nummer": "3", "ressourcen": ["a"]}  # fmt: skip
    assert satz_aus(antworten) == {
        "titel": "T",
        "herkunft": {"fassung": "neu", "nummer": "3"},
        "ressourcen": ["a"],
    }


def test_die_erste_tabelle_wartet_auf_jede_zahl() -> None:
    daten = {
        "dimensionen": [{"id": "ort", "auspraegungen": ["Nord", "Süd"]}, {"id": "art", "auspraegungen": ["a", "b"]}]
    }
    assert tabelle(daten, "2025") == [
        ["stichtag", "ort", "art", "wert", "zeichen", "hinweis"],
        ["2025", "Nord", "a", "", "...", ""],
        ["2025", "Nord", "b", "", "...", ""],
        ["2025", "Süd", "a", "", "...", ""],
        ["2025", "Süd", "b", "", "...", ""],
    ]
    assert tabelle({}, "2025") == [["stichtag", "wert", "zeichen", "hinweis"], ["2025", "", "...", ""]]


def test_eine_gliederung_in_einer_zeile() -> None:
    assert dimension("Geschlecht: insgesamt, weiblich,, männlich") == {
        "id": "geschlecht",
        "name": "Geschlecht",
        "auspraegungen": ["insgesamt", "weiblich", "männlich"],
        "summe": "insgesamt",
    }
    assert dimension(" Größe der Stadt : klein: eher, groß") == {
        "id": "groesse-der-stadt",
        "name": "Größe der Stadt",
        "auspraegungen": ["klein: eher", "groß"],
    }


@pytest.mark.parametrize("text", ["Geschlecht", "Geschlecht:", ": a, b", "Geschlecht: , ,", " : a"])
def test_was_keine_gliederung_ist(text: str) -> None:
    with pytest.raises(Unbrauchbar) as fehler:
        dimension(text)
    assert str(fehler.value) == (
        f"„{text}“ ist keine Gliederung. Zum Beispiel: Geschlecht: insgesamt, weiblich, männlich"
    )


def test_die_neue_fassung_hat_ihre_eigenen_herausforderungen_und_abschnitte(daten: Path) -> None:
    fassung = {"id": "2030", "titel": "Konzept 2030", "jahr": "2030", "vorgaenger": "2025"}
    davor = lade(daten)
    assert lege_an(daten, "fassung", fassung, "--fortfuehren") == 0
    plan = lade(daten)
    anzahl = {
        (f, s): len(saetze_der_fassung(plan, s, f))
        for f in ("2025", "2030")
        for s in ("konzept", "herausforderungen", "massnahmen")
    }
    assert anzahl == {
        ("2025", "konzept"): 8, ("2025", "herausforderungen"): 8, ("2025", "massnahmen"): 8,
        ("2030", "konzept"): 8, ("2030", "herausforderungen"): 8, ("2030", "massnahmen"): 8,
    }  # fmt: skip
    assert plan.massnahmen["sprachtreffs-2030"].herausforderungen == ("la-01-2030",)
    abschnitt = plan.konzept["3-1-1-sprachtreffs-2030"]
    assert (abschnitt.massnahme, abschnitt.fassung) == ("sprachtreffs-2030", "2030")
    assert plan.herausforderungen["la-01-2030"].abschnitt == "2-1-lernen-arbeiten-2030"
    assert "(massnahme:sprachcafe)" in plan.massnahmen["sprachtreffs-2030"].beschreibung, "2021 stays what it was"
    for sammlung in ("konzept", "herausforderungen"):
        for kennung, satz in davor.sammlung(sammlung).items():
            assert plan.sammlung(sammlung)[kennung] == satz


def test_links_der_kopien_fuehren_zu_den_kopien(daten: Path) -> None:
    pfad = daten / "konzept/1-einleitung.yaml"
    links = "Siehe [hier](herausforderung:la-01) und [dort](massnahme:sprachcafe)."
    pfad.write_text(pfad.read_text().replace("  Musterstadt ist erfunden.", f"  {links} Musterstadt ist erfunden."))
    fassung = {"id": "2030", "titel": "Konzept 2030", "jahr": "2030", "vorgaenger": "2025"}
    assert lege_an(daten, "fassung", fassung, "--fortfuehren") == 0
    neuer = lade(daten).konzept["1-einleitung-2030"]
    assert "[hier](herausforderung:la-01-2030) und [dort](massnahme:sprachcafe)" in (neuer.text or "")
    assert neuer.anmerkungen == ()


def test_fortgefuehrt_wird_was_noch_keine_nachfolge_hat(tmp_path: Path) -> None:
    ordner = kleinstadt(tmp_path, massnahmen__treff=TREFF + "anmerkungen:\n  - Eine Anmerkung.\n")
    plan, _ = lade_plan(ordner)
    assert plan is not None
    geht_weiter = plan.massnahmen["fest"].model_copy(
        update={"nachfolge": Nachfolge.model_validate(nachfolge("entfallen"))}
    )
    fremd = massnahme("fremd", "andere")
    plan = replace(plan, massnahmen={"fest": geht_weiter, "fremd": fremd, "treff": plan.massnahmen["treff"]})
    entwurf = Entwurf(ordner)
    assert fuehre_fort(entwurf, plan, "neu", "2030") == ["bi-01-2030", "treff-2030"]
    assert list(entwurf.texte()) == [
        "herausforderungen/bi-01-2030.yaml",
        "massnahmen/treff-2030.yaml",
        "massnahmen/treff.yaml",
    ]
    alt, neu = entwurf.satz("massnahmen", "treff"), entwurf.satz("massnahmen", "treff-2030")
    assert alt["nachfolge"] == {
        "fassung": "2030",
        "art": "fortgefuehrt",
        "massnahmen": ["treff-2030"],
        "begruendung": "Die neue Fassung führt die Maßnahme fort.",
    }
    assert neu["herkunft"] == {"fassung": "2030", "nummer": "3.1"}
    assert set(alt) - set(neu) == {"sachstaende", "nachfolge", "anmerkungen"}
    assert neu["schritte"] == alt["schritte"]


# No answer is lost.


def _im_gespraech(daten: Path, art: str, antworten: list[str], *angaben: str) -> int:
    """A conversation that ends with Ctrl+D when the answers do."""
    rest = iter(antworten)

    def frage(text: str) -> str:
        try:
            return next(rest)
        except StopIteration as ende:
            raise EOFError from ende

    return neu.fuehre_aus(lies(["neu", art, "--daten", str(daten), "--stichtag", "2026-06-30", *angaben]), frage)


def test_nach_einem_abbruch_geht_es_mit_den_antworten_weiter(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    davor = inhalt(daten)
    assert _im_gespraech(daten, "akteur", ["Neuer Treff"]) == 1
    text = capsys.readouterr().out
    assert "Abgebrochen, es wurde nichts angelegt. Die Antworten gehen nicht verloren." in text
    assert f"konzept neu akteur --setze 'bezeichnung=Neuer Treff' --daten {daten}\n" in text
    assert inhalt(daten) == davor


def test_nach_einer_falschen_kennung_wird_noch_einmal_gefragt(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    antworten = ["Neuer Treff", "Vereine", "Ada Kopie", "vhs", "neuer-treff"]
    (daten / "akteure/vhs.yaml").write_text("id: vhs\nbezeichnung: VHS\nart: bildung\n")
    assert _im_gespraech(daten, "akteur", antworten) == 0
    text = capsys.readouterr().out
    assert "„Ada Kopie“ ist keine Kennung" in text
    assert "akteure/vhs.yaml gibt es schon." in text
    assert (daten / "akteure/neuer-treff.yaml").is_file()


def test_was_die_pruefung_vermisst_wird_noch_gefragt(daten: Path) -> None:
    angaben = [t for n, w in {**INDIKATOR, "geheimhaltung.verfahren": "keine"}.items() for t in ("--setze", f"{n}={w}")]
    antworten = ["", "31.12.2025", "Gezählt werden keine Menschen."]
    assert _im_gespraech(daten, "indikator", antworten, *angaben) == 0
    text = (daten / "indikatoren/beratungen.yaml").read_text()
    assert "begruendung: Gezählt werden keine Menschen." in text
    assert (daten / "indikatoren/beratungen.csv").read_text() == "stichtag,wert,zeichen,hinweis\n2025-12-31,,...,\n"


def test_ein_name_und_ein_deutsches_datum_gehen_auch_hier() -> None:
    assert lies_antwort(PLAN, Massnahme, ("handlungsfeld",), "Wohnen") == "wohnen"
    assert lies_antwort(PLAN, Massnahme, ("zeitraum", "beginn"), "1.3.27") == "2027-03-01"
    assert lies_antwort(PLAN, Massnahme, ("kosten", "betrag_euro"), "1.234,5") == "1234.5"
    with pytest.raises(Unbrauchbar, match="15000 oder 15"):
        lies_antwort(PLAN, Massnahme, ("kosten", "betrag_euro"), "15.000")
