"""A report to the council is closed once; then it is copied, cited, compared with, and a changed file is refused."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path

import pytest

from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.druck.bericht import umsetzungsbericht
from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.seiten.erzeugen import dateien, seiten
from macros.befehle.konzept import main as konzept
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from macros.sichten.abzug import damals_fuer, letzter_bericht, lies_abzug

HEUTE = date(2026, 6, 30)
ENTWURF = "id: '2026-07-08'\nvon: 2026-01-01\nbis: 2026-06-30\nsitzung: Rat, 08.07.2026\n"


def lade(daten: Path, tag: date = HEUTE) -> Plan:
    plan, befunde = pruefe_ordner(daten, tag)
    assert plan is not None and befunde == []
    return plan


def mit_entwurf(daten: Path) -> Path:
    (daten / "berichte" / "2026-07-08.yaml").write_text(ENTWURF, encoding="utf-8")
    return daten


def antwort(html: str, frage: str) -> str:
    treffer = re.search(rf'<th scope="row">{frage}</th><td>(.*?)</td></tr>', html, re.S)
    assert treffer
    return " ".join(re.sub(r"<[^>]+>", " ", treffer[1]).split())


def test_der_zweite_bericht_vergleicht_mit_dem_ersten(daten: Path) -> None:
    bau = Bau(lade(mit_entwurf(daten)), HEUTE)
    bericht = umsetzungsbericht(bau, bau.massnahmen)
    html = str(bericht.teile[0].html)
    assert ("Berichtszeitraum", "1. Januar 2026 bis 11. Juni 2026") in bericht.angaben
    stand = antwort(html, "Stand der Maßnahmen")
    assert stand.startswith(
        "8 Maßnahmen: noch nicht berichtet 1 (vorher 4) vorgeschlagen 1 (vorher 0) beschlossen 1 (vorher 0) "
        "in Vorbereitung 1 (vorher 0) in Umsetzung 1 (vorher 2) Daueraufgabe 1 (vorher 1) umgesetzt 1 (vorher 1) "
        "ausgesetzt 1 (vorher 0)"
    )
    assert "Ampel: im Plan 2 (vorher 3), gefährdet 1 (vorher 0), verzögert 1 (vorher 0)." in stand
    assert "„Vorher“ ist der Stand im letzten Bericht , der bis zum 31.12.2025 reicht." in stand
    assert "Seitdem haben 4 Maßnahmen einen anderen Stand ( 3.1" in stand
    assert antwort(html, "Schritte").startswith("4 von 9 als erledigt eingetragen, davon keiner seit dem 31.12.2025.")
    assert "2 Termine bei 2 Maßnahmen" in antwort(html, "Überfällig")
    assert "Lernpatenschaften" in antwort(html, "Überfällig")
    assert antwort(html, "Nächste zwölf Monate").startswith("30.09.2026: 3.1.2 Lernpatenschaften")
    assert "einmalig: 4.200 Euro ( 3.2.2 ), bewilligt 4.000 Euro, ausgegeben 4.187,35 Euro" in antwort(html, "Geld")
    assert "vorgeschlagen 1 ( 3.2.3 )" in antwort(html, "Zu entscheiden")
    assert "ohne Sachstand 1, ohne Federführung 2" in antwort(html, "Nicht bekannt")
    assert antwort(html, "Zahlen in Bewegung").startswith("Einbürgerungen : 88 Personen → 96 Personen")


def test_der_vergleich_haelt_sich_an_den_abzug_und_nicht_an_spaetere_berichtigungen(daten: Path) -> None:
    pfad = daten / "massnahmen" / "wohnlots-innen.yaml"
    pfad.write_text(pfad.read_text(encoding="utf-8").replace("stand: daueraufgabe", "stand: in_umsetzung"), "utf-8")
    damals = damals_fuer(lade(daten), HEUTE)
    assert damals and damals.bericht == "2026-02-11" and damals.staende
    assert damals.staende["wohnlots-innen"] == ("daueraufgabe", "im_plan"), "as the council was told"


def test_ohne_ersten_bericht_wird_mit_einem_tag_verglichen(daten: Path) -> None:
    for datei in (daten / "berichte").iterdir():
        datei.unlink()
    plan = lade(daten)
    assert letzter_bericht(plan, HEUTE) is None
    damals = damals_fuer(plan, HEUTE)
    assert damals and damals.bericht == "" and damals.tag == date(2025, 6, 11)
    liste = str(BAUSTEINE["berichte"](Kontext(Bau(plan, HEUTE), "berichte/")))
    assert "Bisher ist kein Bericht abgeschlossen." in liste


def test_ein_bericht_der_lange_zurueckliegt_ist_nicht_der_letzte_stand(daten: Path) -> None:
    plan = lade(daten)
    nah, fern = damals_fuer(plan, HEUTE, ab=date(2026, 1, 31)), damals_fuer(plan, HEUTE, ab=date(2026, 2, 15))
    assert nah and nah.bericht == "2026-02-11"
    assert fern and fern.bericht == "" and fern.tag == date(2026, 2, 15)


@pytest.mark.parametrize("roh", [b"", b"{", b"[]", b"[" * 100_000, b'{"massnahmen": [1]}', b'{"massnahmen": {"a": 1}}'])
def test_ein_unlesbarer_abzug_ist_kein_vergleich(plan: Plan, roh: bytes) -> None:
    assert lies_abzug(roh, plan.berichte["2026-02-11"]) is None


def test_abschliessen_schreibt_dokumente_abzug_und_pruefsummen(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mit_entwurf(daten)
    assert konzept(["bericht", "abschliessen", "2026-07-08", "--daten", str(daten), "--heute", "2026-06-30"]) == 0
    assert "berichte/2026-07-08/" in capsys.readouterr().out
    plan = lade(daten)
    bericht = plan.berichte["2026-07-08"]
    assert bericht.abgeschlossen_am == HEUTE and bericht.sitzung == "Rat, 08.07.2026"
    assert [d.name for d in bericht.dateien] == ["2026-07-08.pdf", "2026-07-08.docx", "2026-07-08.json"]
    for d in bericht.dateien:
        assert hashlib.sha256((daten / "berichte" / d.name).read_bytes()).hexdigest() == d.sha256
    abzug = json.loads((daten / "berichte" / "2026-07-08.json").read_text(encoding="utf-8"))
    assert abzug["massnahmen"]["sprachtreffs"]["stand"] == "in_umsetzung"
    assert abzug["massnahmen"]["sprachtreffs"]["ampel"] == "verzoegert"
    assert ["2025", {"herkunft": "insgesamt"}, 96.0] in abzug["zahlen"]["einbuergerungen"]
    bau = Bau.am(plan, HEUTE, "https://example.org/k/")
    veroeffentlicht = {d.adresse: d.inhalt for d in dateien(bau) if d.adresse.startswith("berichte/2026-07-08/")}
    assert veroeffentlicht == {
        f"berichte/2026-07-08/{d.name}": (daten / "berichte" / d.name).read_bytes() for d in bericht.dateien
    }
    seite = next(s for s in seiten(bau) if s.adresse == "berichte/2026-07-08/")
    assert all(d.sha256 in seite.inhalt and f'href="{d.name}"' in seite.inhalt for d in bericht.dateien)
    assert "https://example.org/k/berichte/2026-07-08/" in seite.inhalt
    assert konzept(["bericht", "abschliessen", "2026-07-08", "--daten", str(daten), "--heute", "2026-07-01"]) == 1
    assert "ist seit dem 30.06.2026 abgeschlossen" in capsys.readouterr().out


def test_was_sich_nicht_abschliessen_laesst_aendert_nichts(daten: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mit_entwurf(daten)
    for kennung, heute, grund in (
        ("2026-07-09", "2026-06-30", "Den Bericht 2026-07-09 gibt es nicht."),
        ("2026-07-08", "2026-06-29", "Der Berichtszeitraum ist erst am 30.06.2026 zu Ende."),
    ):
        assert konzept(["bericht", "abschliessen", kennung, "--daten", str(daten), "--heute", heute]) == 1
        assert grund in capsys.readouterr().out
    (daten / "berichte" / "2026-07-08.yaml").write_text(ENTWURF.replace("2026-01-01", "2026-12-01"), encoding="utf-8")
    assert konzept(["bericht", "abschliessen", "2026-07-08", "--daten", str(daten), "--heute", "2026-06-30"]) == 1
    assert not list((daten / "berichte").glob("2026-07-08.[pdj]*"))


def test_entwuerfe_sagen_dass_sie_entwuerfe_sind_und_abgeschlossenes_nicht(plan: Plan) -> None:
    bau = Bau(plan, HEUTE)
    entwurf = baum(bau, umsetzungsbericht(bau, bau.massnahmen))
    assert entwurf.kurztitel.startswith("Entwurf: ")
    assert any("Entwurf: Dieser Bericht ist nicht abgeschlossen" in wert for _, wert in entwurf.angaben)
    fertig = baum(bau, umsetzungsbericht(bau, bau.massnahmen, bericht=plan.berichte["2026-02-11"]))
    assert "Entwurf" not in repr((fertig.kurztitel, fertig.titel, fertig.untertitel, fertig.angaben, fertig.fusszeile))
    assert ("Vorlage", "17/2026") in fertig.angaben and "erstellt am 20.01.2026" in fertig.fusszeile


def test_die_seite_eines_entwurfs_sagt_es(daten: Path) -> None:
    bau = Bau(lade(mit_entwurf(daten)), HEUTE)
    seite = next(s for s in seiten(bau) if s.adresse == "berichte/2026-07-08/")
    assert "<strong>Entwurf.</strong>" in seite.inhalt and "SHA-256" not in seite.inhalt


def test_abschliessen_ist_keine_neue_version_der_daten(plan: Plan, daten: Path) -> None:
    assert Bau(lade(mit_entwurf(daten)), HEUTE).pruefsumme == Bau(plan, HEUTE).pruefsumme
