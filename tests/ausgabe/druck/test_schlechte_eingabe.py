"""Too long, too empty, too strange: a whole document or a clear German message, never a cut-off line."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ausgabe.druck.conftest import TAG, bau_von, druck, seiten
from ausgabe.druck.test_inhalt import blaetter, fehlende, flach
from ausgabe.druck.test_seiten import ausserhalb, uebereinander

from macros.ausgabe.druck.dokument import Dokument, baum
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.druck.matrix import massnahmenmatrix
from macros.ausgabe.druck.satz.druckbaum import als_text
from macros.ausgabe.druck.satz.knoten import Druckfehler
from macros.ausgabe.druck.satz.setzen import setze
from macros.ausgabe.druck.steckbrief import steckbrief
from macros.ausgabe.kontext import Bau
from macros.befehle.konzept import main as befehl
from macros.modell.massnahme import Massnahme, Schritt
from macros.modell.plan import Plan

SATZ = (
    "Bürger*innen und Akteur*innen der Migrant*innenselbstorganisationen beraten gemeinsam über Nachbarschaftshilfe. "
)


def mit(bau: Bau, **werte: Any) -> tuple[Bau, Massnahme]:
    """The build with its first measure of the current edition changed."""
    alt = next(m for m in bau.plan.massnahmen.values() if m.schritte and m.herkunft.fassung == "2025")
    neu = alt.model_copy(update=werte)
    plan: Plan = replace(bau.plan, massnahmen={**bau.plan.massnahmen, alt.id: neu})
    return Bau(plan, TAG, bau.adresse), neu


def gesetzt(bau: Bau, dokument: Dokument, ziel: Path) -> Path:
    datei = ziel / "d.pdf"
    datei.write_bytes(setze(als_text(baum(bau, dokument))))
    return datei


def pruefe_ganz(datei: Path, *texte: str) -> None:
    """Every word is there, on the page, and none over another."""
    alle = blaetter(datei)
    ganz = "".join(alle)
    assert [s for t in texte for s in fehlende(t, alle, ganz)] == []
    assert ausserhalb(seiten(datei)) + uebereinander(seiten(datei)) == []


def test_eine_massnahme_von_vier_seiten(tmp_path: Path) -> None:
    schritte = tuple(Schritt(text=f"Schritt {n}: {SATZ * 6}") for n in range(30))
    bau, m = mit(bau_von("musterstadt"), schritte=schritte)
    datei = gesetzt(bau, steckbrief(bau, m), tmp_path)
    assert len(seiten(datei)) >= 4
    pruefe_ganz(datei, *(s.text for s in schritte))


def test_ein_titel_von_300_zeichen(tmp_path: Path) -> None:
    titel = (SATZ * 4)[:299].strip() + "."
    bau, m = mit(bau_von("musterstadt"), titel=titel)
    for dokument in (steckbrief(bau, m), massnahmenmatrix(bau, "a4", [m])):
        pruefe_ganz(gesetzt(bau, dokument, tmp_path), titel)


def test_ein_wort_von_300_zeichen(tmp_path: Path) -> None:
    bau, m = mit(bau_von("musterstadt"), titel="Donaudampfschiff" * 18, kurztext="x" * 200)
    for dokument in (steckbrief(bau, m), massnahmenmatrix(bau, "a4", [m])):
        datei = gesetzt(bau, dokument, tmp_path)
        assert flach(m.titel) in "".join(blaetter(datei))
        assert ausserhalb(seiten(datei)) + uebereinander(seiten(datei)) == []


@pytest.mark.parametrize("laenge", [2_000, 15_000])
def test_eine_zelle_mit_sehr_viel_text(tmp_path: Path, laenge: int) -> None:
    text = SATZ * (laenge // len(SATZ))
    bau, m = mit(bau_von("musterstadt"), beschreibung=text, kurztext=SATZ[:199].strip())
    pruefe_ganz(gesetzt(bau, steckbrief(bau, m), tmp_path), text)


def test_ein_ziel_mit_sehr_viel_text_in_der_schmalen_matrix(tmp_path: Path) -> None:
    bau = bau_von("musterstadt")
    alt = next(h for h in bau.plan.herausforderungen.values() if h.ziele and h.fassung == "2025")
    ziel = alt.ziele[0].model_copy(update={"text": SATZ * 60})
    neu = alt.model_copy(update={"ziele": (ziel,)})
    plan = replace(bau.plan, herausforderungen={**bau.plan.herausforderungen, alt.id: neu})
    anderer = Bau(plan, TAG)
    m = [m for m in plan.massnahmen.values() if m.handlungsfeld == alt.handlungsfeld]
    pruefe_ganz(gesetzt(anderer, massnahmenmatrix(anderer, "a4", m), tmp_path), ziel.text)


def test_ein_indikator_ohne_jede_zahl(tmp_path: Path) -> None:
    bau = bau_von("musterstadt")
    leer = dict.fromkeys(bau.plan.kennzahlen, ())
    anderer = Bau(replace(bau.plan, kennzahlen=leer, aussagen={}), TAG)
    datei = gesetzt(anderer, konzept(anderer), tmp_path)
    assert flach("Zu diesem Indikator liegen keine Zahlen vor.") in "".join(blaetter(datei))


def test_ein_zeichen_das_keine_schrift_kennt_wird_benannt(tmp_path: Path) -> None:
    bau, m = mit(bau_von("musterstadt"), beschreibung="Wir freuen uns 中 sehr.")
    with pytest.raises(Druckfehler, match=r"„中“ \(U\+4E2D\).*3\.1\.1"):
        gesetzt(bau, steckbrief(bau, m), tmp_path)


@pytest.mark.parametrize(
    "zeichen",
    [
        "😀 ✅ 👍🏽 1️⃣ 🇺🇦",
        "ትግርኛ",
        "தமிழ்",
        "العربية",
        "کوردیی ناوەندی",
        "ภาษาไทย",
        "हिन्दी",
        "ქართული",
        "Հայերեն",
        "עברית",
        "∈ ─ ① ☐",
    ],
)
def test_schriften_und_zeichen_aus_aller_welt_werden_gesetzt(tmp_path: Path, zeichen: str) -> None:
    bau, m = mit(
        bau_von("musterstadt"), titel=f"Treff {zeichen}", beschreibung=f"Wir. {zeichen} **{zeichen}** `{zeichen}`"
    )
    datei = gesetzt(bau, steckbrief(bau, m), tmp_path)
    assert ausserhalb(seiten(datei)) == []


def test_andere_schriften_und_satzbefehle_bleiben_text(tmp_path: Path) -> None:
    text = "Привет, γειά, #let x = 1, $x^2$, @label, \\ und <kein-html> bleiben stehen."
    bau, m = mit(bau_von("musterstadt"), ziel=text.replace("<", "‹").replace(">", "›"))
    assert m.ziel
    pruefe_ganz(gesetzt(bau, steckbrief(bau, m), tmp_path), m.ziel)


@pytest.mark.parametrize(
    ("argumente", "meldung"),
    [
        (
            ["steckbriefe", "--auswahl", "sprachtref"],
            "„sprachtref“ ist weder ein Handlungsfeld noch eine Maßnahme. Meinten Sie „sprachtreffs“?",
        ),
        (["umsetzungsberich"], "Das Dokument „umsetzungsberich“ gibt es nicht. Meinten Sie „umsetzungsbericht“?"),
        (["konzept", "--auswahl", "sprachtreffs"], "Das Konzept gibt es nur ganz."),
        (["umsetzungsbericht", "--seit", "2027-01-01"], "nach dem Stichtag"),
    ],
)
def test_eine_unbekannte_auswahl_wird_deutsch_abgewiesen(
    argumente: list[str], meldung: str, musterstadt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ziel = tmp_path / "aus"
    assert (
        befehl(["pdf", *argumente, "--daten", str(musterstadt), "--ziel", str(ziel), "--stichtag", "2026-06-30"]) == 1
    )
    fehler = capsys.readouterr().err
    assert meldung in fehler
    assert "Traceback" not in fehler
    assert not ziel.exists()


def test_kaputte_daten_werden_gemeldet_nicht_gedruckt(
    daten: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    datei = daten / "massnahmen" / "sprachtreffs.yaml"
    datei.write_text(datei.read_text().replace("titel:", "titell:"))
    assert (
        befehl(["pdf", "konzept", "--daten", str(daten), "--ziel", str(tmp_path / "aus"), "--stichtag", "2026-06-30"])
        == 1
    )
    assert "titell" in capsys.readouterr().err


def test_eine_auswahl_druckt_nur_diese(musterstadt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    aufruf = ["--daten", str(musterstadt), "--ziel", str(tmp_path), "--stichtag", "2026-06-30"]
    assert befehl(["pdf", "steckbriefe", *aufruf, "--auswahl", "sprachtreffs", "wohnlots-innen"]) == 0
    assert sorted(p.stem for p in tmp_path.rglob("*.pdf")) == [
        "integrationskonzept-musterstadt-steckbrief-sprachtreffs",
        "integrationskonzept-musterstadt-steckbrief-wohnlots-innen",
    ]
    assert befehl(["pdf", "umsetzungsbericht", *aufruf, "--seit", "2026-05-01", "--auswahl", "lernen-arbeiten"]) == 0
    ganz = "".join(blaetter(druck(tmp_path, "umsetzungsbericht.pdf")))
    assert flach("1. Mai 2026 bis 11. Juni 2026") in ganz
    assert flach("Den Treff in der Großfeldsiedlung") in ganz
    assert "Wohnlots" not in ganz
    neues = ganz.split("2026,neuestezuerst")[1].split("Termin,der")[0].split("OffeneSchritte")[0]
    tage = [date(int(j), int(m), int(t)) for t, m, j in re.findall(r"(\d\d)\.(\d\d)\.(20\d\d)Sachstand", neues)]
    assert tage
    assert min(tage) >= date(2026, 5, 1)
    capsys.readouterr()
