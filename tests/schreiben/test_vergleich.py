"""The review in plain language: what changes, in German sentences."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from saetze_bauen import indikator, plan_aus
from zahlen_bauen import kennzahl

from macros.ausgabe.melden.vergleich import als_markdown, als_text, kern
from macros.ausgabe.melden.vergleichsseite import als_html
from macros.befehle.konzept import main as konzept
from macros.laden.ordner import lade_plan
from macros.modell.plan import Plan
from macros.sichten.unterschied import Unterschied, unterschiede


def aendere(daten: Path, datei: str, alt: str, neu: str) -> None:
    text = (daten / datei).read_text()
    assert alt in text
    (daten / datei).write_text(text.replace(alt, neu, 1))


def zu(plan: Plan, daten: Path) -> Unterschied:
    neu, _ = lade_plan(daten)
    assert neu is not None
    return unterschiede(plan, neu)


def test_ohne_unterschied(plan: Plan, daten: Path) -> None:
    assert zu(plan, daten).leer
    assert als_text(zu(plan, daten)) == "Keine Änderung an den Daten.\n"


def test_ein_neuer_sachstand_in_einem_satz(plan: Plan, daten: Path) -> None:
    aendere(
        daten,
        "massnahmen/sprachtreffs.yaml",
        "anmerkungen:",
        "  - datum: 2026-06-01\n    stand: daueraufgabe\n    text: Alle Treffs laufen.\nanmerkungen:",
    )
    assert als_text(zu(plan, daten)) == (
        "Maßnahmen\n"
        "  - 3.1.1 Sprachtreffs in den Stadtteilen: Stand in Umsetzung → Daueraufgabe "
        "(Sachstand vom 01.06.2026: „Alle Treffs laufen.“)\n"
    )


def test_eine_neue_zahl_nennt_die_veraenderung(plan: Plan, daten: Path) -> None:
    with (daten / "indikatoren/bevoelkerung.csv").open("a") as datei:
        datei.write("2026-03-31,insgesamt,31000,,\n2026-03-31,deutsch,,.,\n")
    assert als_text(zu(plan, daten)) == (
        "Zahlen\n"
        "  - Einwohner*innen 31.03.2026: 31.000 (+1,6 % gegenüber 31.12.2025)\n"
        "  - Einwohner*innen 31.03.2026, deutsch: unbekannt oder geheim\n"
        "\n"
        "Bitte genau ansehen\n"
        "  - Einwohner*innen 31.03.2026: 31.000 (+1,6 % gegenüber 31.12.2025): "
        "Der Tag, an dem die Zahl eingetragen wurde, fehlt (Spalte eingetragen_am).\n"
    )


@pytest.mark.parametrize(
    ("zeile", "hinweis"),
    [
        (
            "2025-06-30,deutsch,10119,,,2025-11-20",
            "Die berichtigte Zahl trägt noch den Tag der alten Zahl, 20.11.2025 (Spalte eingetragen_am).",
        ),
        (
            "2025-06-30,deutsch,10119,,,",
            "Der Tag, an dem die Zahl eingetragen wurde, fehlt (Spalte eingetragen_am).",
        ),
        ("2025-06-30,deutsch,10119,,,2026-06-30", ""),
        ("2025-06-30,deutsch,10118,,geprüft,2025-11-20", ""),
        ("2025-06-30,deutsch,,.,,2025-11-20", ""),
    ],
)
def test_eine_berichtigte_zahl_braucht_den_tag_der_berichtigung(
    plan: Plan, daten: Path, zeile: str, hinweis: str
) -> None:
    aendere(daten, "indikatoren/beschaeftigte.csv", "2025-06-30,deutsch,10118,,,2025-11-20", zeile)
    text = als_text(zu(plan, daten))
    assert hinweis in text
    assert ("Spalte eingetragen_am" in text) is bool(hinweis)
    am_selben_tag = als_text(replace(zu(plan, daten), heute=date(2025, 11, 20)))
    assert ("alten Zahl" in am_selben_tag) is False


def test_der_tag_der_eintragung_allein_ist_auch_ein_unterschied(plan: Plan, daten: Path) -> None:
    alt = "2025-06-30,deutsch,10118,,,2025-11-20"
    aendere(daten, "indikatoren/beschaeftigte.csv", alt, "2025-06-30,deutsch,10118,,,2025-11-21")
    text = "Zahlen\n  - Beschäftigte 30.06.2025, deutsch: 10.118, eingetragen am 21.11.2025\n"
    assert als_text(zu(plan, daten)) == text


def test_eine_berichtigte_zahl_zieht_berechnetes_und_aussagen_nach_sich(plan: Plan, daten: Path) -> None:
    aendere(daten, "indikatoren/beschaeftigte.csv", "2025-06-30,ausländisch,1587", "2025-06-30,ausländisch,900")
    text = als_text(zu(plan, daten))
    assert "Beschäftigte 30.06.2025, ausländisch: 1.587 → 900 (-43,3 %)" in text.replace("−", "-")
    assert "Neu berechnet\n  - Beschäftigungsquote" in text
    assert "Bitte genau ansehen\n" in text
    assert "ungewöhnlich große Änderung" in text


def test_ein_geaenderter_bericht_faellt_auf(plan: Plan, daten: Path) -> None:
    aendere(daten, "massnahmen/sprachtreffs.yaml", "Zwei Treffs laufen", "Drei Treffs laufen")
    text = als_text(zu(plan, daten))
    assert "Der Bericht vom 30.09.2025 ist geändert. Berichte werden sonst nur angehängt." in text


def test_felder_verweise_und_listen_in_worten(plan: Plan, daten: Path) -> None:
    datei = "massnahmen/sprachtreffs.yaml"
    aendere(daten, datei, "federfuehrung: fachdienst-zusammenleben", "federfuehrung: bruecke")
    aendere(daten, datei, "  - neuzugewanderte\n", "")
    aendere(daten, datei, "  betrag_euro: 18500.5", "  betrag_euro: 20000")
    aendere(daten, datei, "  art: jaehrlich", "  art: einmalig")
    aendere(daten, datei, "sozialraum: Innenstadt, Nordviertel und Großfeldsiedlung\n", "")
    aendere(daten, datei, "    termin: 2026-03-31\n", "    termin: 2026-09-30\n")
    text = als_text(zu(plan, daten))
    name = "3.1.1 Sprachtreffs in den Stadtteilen"
    for satz in (
        "Kosten in Euro: 18.500,5 → 20.000",
        "Art der Kosten: jährlich → einmalig",
        "Schritt 3, geplant bis: 31.03.2026 → 30.09.2026",
        "Sozialraumbezug gestrichen: „Innenstadt, Nordviertel und Großfeldsiedlung“",
        f"Federführung: Fachdienst Zusammenleben → {plan.akteure['bruecke'].bezeichnung}",
    ):
        assert f"  - {name}: {satz}\n" in text, text
    assert f"{name}: Zielgruppe gestrichen: " in text


def test_ein_schritt_in_der_mitte_verschiebt_die_anderen_nicht(plan: Plan, daten: Path) -> None:
    aendere(
        daten,
        "massnahmen/sprachtreffs.yaml",
        "  - text: Ehrenamtliche schulen.",
        "  - text: Neu.\n  - text: Ehrenamtliche schulen.",
    )
    assert als_text(zu(plan, daten)) == "Maßnahmen\n  - 3.1.1 Sprachtreffs in den Stadtteilen: Schritt neu: „Neu.“\n"


def test_neue_und_geloeschte_datensaetze(plan: Plan, daten: Path) -> None:
    (daten / "glossar/mso.yaml").unlink()
    (daten / "glossar/neu.yaml").write_text("id: neu\nbezeichnung: Neuwort\nbeschreibung: Ein Wort.\n")
    text = als_text(zu(plan, daten))
    assert "Begriffe\n  - neu: Neuwort\n  - gelöscht: MSO\n" in text
    assert "Der Datensatz verschwindet und mit ihm seine Adresse." in text


def test_was_nicht_zu_lesen_ist_gilt_nicht_als_geloescht(plan: Plan, daten: Path) -> None:
    aendere(daten, "massnahmen/sprachtreffs.yaml", "kurztext: ", "kurztxt: ")
    assert als_text(zu(plan, daten)) == (
        "Bitte genau ansehen\n  - massnahmen/sprachtreffs.yaml hat Fehler und fehlt deshalb in diesem Vergleich.\n"
    )


def test_nur_der_geaenderte_teil_eines_langen_textes() -> None:
    alt = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn"
    assert kern(alt, alt.replace("sieben", "SIEBEN")) == (
        "… drei vier fünf sechs sieben acht neun zehn elf …",
        "… drei vier fünf sechs SIEBEN acht neun zehn elf …",
    )


def test_daten_werden_in_markdown_und_html_nie_zu_befehlen(plan: Plan, daten: Path) -> None:
    boese = "[x](https://example.org) @alle `code` *fett* | #1 5 < 6"
    aendere(daten, "massnahmen/sprachtreffs.yaml", "Räume in drei Stadtteilen suchen.", f"'{boese}'")
    u = zu(plan, daten)
    for zeichen in ("[x]", "@alle", "`code`", "*fett*", " #1", "<"):
        assert zeichen not in als_markdown(u)
    seite = als_html(u)
    assert "5 &lt; 6" in seite
    assert "http://" not in seite
    assert "<script" not in seite


@pytest.fixture
def verzeichnis(daten: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with Musterstadt as its data."""
    monkeypatch.chdir(daten.parent)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "Start")
    return daten.parent


def git(*worte: str) -> None:
    wer = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *wer, *worte], check=True, capture_output=True)


def test_zwei_staende_in_git(verzeichnis: Path, daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    aendere(daten, "glossar/mso.yaml", "MSO", "M-S-O")
    assert konzept(["vergleich", "HEAD"]) == 0
    assert "M-S-O" in capsys.readouterr().out
    git("commit", "-q", "-am", "Umbenannt")
    assert konzept(["vergleich", "HEAD~1", "HEAD", "--format", "html"]) == 0
    assert "M-S-O" in capsys.readouterr().out
    assert konzept(["vergleich", "HEAD"]) == 0
    assert capsys.readouterr().out == "Keine Änderung an den Daten.\n"


def test_der_gemeinsame_stand_blendet_aenderungen_der_anderen_aus(
    verzeichnis: Path, daten: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("checkout", "-q", "-b", "zweig")
    aendere(daten, "glossar/mso.yaml", "MSO", "M-S-O")
    git("commit", "-q", "-am", "Mein Vorschlag")
    git("checkout", "-q", "main")
    aendere(daten, "quellen/umfrage.yaml", "bezeichnung: ", "bezeichnung: Neue ")
    git("commit", "-q", "-am", "Inzwischen")
    git("checkout", "-q", "zweig")
    assert konzept(["vergleich", "main", "data", "--gemeinsam"]) == 0
    text = capsys.readouterr().out
    assert "M-S-O" in text
    assert "Neue " not in text


@pytest.mark.parametrize(
    ("wort", "sagt"),
    [
        ("gibtesnicht", "weder ein Ordner noch ein Stand in git"),
        ("--output=/tmp/x", "weder ein Ordner noch ein Stand in git"),
    ],
)
def test_unbekannter_stand(verzeichnis: Path, wort: str, sagt: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept(["vergleich", "--", wort]) == 1
    assert sagt in capsys.readouterr().err


def test_stand_ohne_daten(verzeichnis: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept(["vergleich", "HEAD", "--daten", "woanders"]) == 1
    assert "gibt es den Ordner „woanders“ nicht" in capsys.readouterr().err


def test_ein_anteil_aendert_sich_um_prozentpunkte(plan: Plan, daten: Path) -> None:
    aendere(
        daten, "indikatoren/wohlfuehlen.csv", "2025,insgesamt,stimme voll zu,33", "2025,insgesamt,stimme voll zu,32"
    )
    assert "2025, stimme voll zu: 33\u00a0% → 32\u00a0% (−1 Prozentpunkt)" in als_text(zu(plan, daten))


def test_was_sich_nur_hinter_dem_komma_aendert_ist_kein_hinweis(plan: Plan, daten: Path) -> None:
    aendere(daten, "indikatoren/beschaeftigte.csv", "2025-06-30,ausländisch,1587", "2025-06-30,ausländisch,1588")
    text = als_text(zu(plan, daten))
    assert "Beschäftigungsquote 30.06.2025, ausländisch: 38,5\u00a0%, gerundet wie bisher" in text


@pytest.mark.parametrize(
    ("alt", "neu", "wort"),
    [(40, -120, "(−160 gegenüber 2024)"), (-4, -6, "(−2 gegenüber 2024)"), (40, 50, "(+25,0 % gegenüber 2024)")],
)
def test_prozente_gibt_es_nur_von_positiven_werten(alt: float, neu: float, wort: str) -> None:
    saldo = indikator("saldo", negativ="true")
    davor = plan_aus(saldo, zahlen={"saldo": (kennzahl("2024", alt),)})
    danach = plan_aus(saldo, zahlen={"saldo": (kennzahl("2024", alt), kennzahl("2025", neu))})
    text = als_text(unterschiede(davor, danach))
    assert wort in text
