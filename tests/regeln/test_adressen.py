"""Addresses cannot collide: not by a reserved name, not by the case of letters, not by an umlaut written otherwise."""

from __future__ import annotations

import re
import shutil
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from macros.modell.befund import hat_fehler
from macros.modell.plan import SAMMLUNGEN
from macros.pruefung import pruefe_ordner

TAG = date(2026, 6, 30)
VEREIN = "id: {}\nbezeichnung: Verein\nart: mso\n"


def gefunden(daten: Path, name: str) -> list[str]:
    """Rules and advice of the findings at a file."""
    _, befunde = pruefe_ordner(daten, TAG, "data")
    return [f"{b.regel}: {b.text} {b.vorschlag}" for b in befunde if b.datei == f"data/{name}"]


@pytest.fixture
def daten(musterstadt: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(musterstadt, tmp_path / "data"))


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "com9", "lpt1"])
def test_kein_datensatz_heisst_wie_ein_geraet_von_windows(daten: Path, name: str) -> None:
    (daten / f"akteure/{name}.yaml").write_text(VEREIN.format(name), "utf-8")
    assert gefunden(daten, f"akteure/{name}.yaml")[0].startswith(f"adresse: „{name}“ ist unter Windows kein Name")
    (daten / f"akteure/{name}.yaml").unlink()  # the remedy, followed
    (daten / f"akteure/{name}-verein.yaml").write_text(VEREIN.format(f"{name}-verein"), "utf-8")
    assert not hat_fehler(pruefe_ordner(daten, TAG)[1])


@pytest.mark.parametrize("sammlung", [n for n, t in SAMMLUNGEN.items() if t.SAMMLUNG.hat_seiten])
def test_index_gehoert_der_liste(daten: Path, sammlung: str) -> None:
    vorlage = sorted((daten / sammlung).glob("*.yaml"))[0]
    text = re.sub(r"^id: .*", "id: index", vorlage.read_text("utf-8"), count=1)
    (daten / sammlung / "index.yaml").write_text(text, "utf-8")
    if (tabelle := vorlage.with_suffix(".csv")).exists():
        shutil.copy(tabelle, tabelle.with_stem("index"))
    assert any("Unter dieser Adresse steht die Liste" in b for b in gefunden(daten, f"{sammlung}/index.yaml"))


def test_vergleichen_ist_eine_seite_der_website(daten: Path) -> None:
    vorlage = daten / "indikatoren/bevoelkerung.yaml"
    text = vorlage.read_text("utf-8").replace("id: bevoelkerung\n", "id: vergleichen\n")
    (daten / "indikatoren/vergleichen.yaml").write_text(text, "utf-8")
    shutil.copy(daten / "indikatoren/bevoelkerung.csv", daten / "indikatoren/vergleichen.csv")
    assert any("werden Zahlen verglichen" in b for b in gefunden(daten, "indikatoren/vergleichen.yaml"))


def test_in_einer_liste_ohne_eigene_seiten_ist_index_ein_wort_wie_jedes(daten: Path) -> None:
    (daten / "quellen/index.yaml").write_text("id: index\nbezeichnung: Index der Dinge\n", "utf-8")
    assert not any(b.startswith("adresse:") for b in gefunden(daten, "quellen/index.yaml"))


@pytest.mark.parametrize("kennung", ["suche", "inhalt", "quellen"])
def test_ein_eintrag_einer_liste_heisst_nicht_wie_eine_stelle_ihrer_seite(daten: Path, kennung: str) -> None:
    (daten / f"quellen/{kennung}.yaml").write_text(f"id: {kennung}\nbezeichnung: Quelle\n", "utf-8")
    assert any("hat schon eine solche Stelle" in b for b in gefunden(daten, f"quellen/{kennung}.yaml"))
    (daten / f"quellen/{kennung}.yaml").unlink()
    (daten / f"quellen/{kennung}-liste.yaml").write_text(f"id: {kennung}-liste\nbezeichnung: Quelle\n", "utf-8")
    assert not hat_fehler(pruefe_ordner(daten, TAG)[1])


@pytest.mark.parametrize(
    ("datei", "kennung"),
    [
        ("Bruecke", "bruecke"),
        ("Bruecke", "Bruecke"),
        ("brücke", "bruecke"),
        ("brücke", "brücke"),
        (unicodedata.normalize("NFD", "brücke"), "bruecke"),
        ("bruecke ", "bruecke"),
    ],
)
def test_gross_und_klein_und_umlaute_machen_keinen_zweiten_datensatz(daten: Path, datei: str, kennung: str) -> None:
    (daten / f"akteure/{datei}.yaml").write_text(VEREIN.format(kennung), "utf-8")
    plan, _ = pruefe_ordner(daten, TAG, "data")
    assert gefunden(daten, f"akteure/{datei}.yaml") != []
    assert plan is not None and plan.akteure["bruecke"].bezeichnung == "Brücke e. V.", "der eine bleibt, wie er ist"


@pytest.mark.parametrize(("sammlung", "kennung"), [("zielgruppen", "akteure-bruecke"), ("akteure", "zielgruppen-alle")])
def test_eine_antwort_hat_ihre_eigene_adresse(daten: Path, sammlung: str, kennung: str) -> None:
    art = "art: mso\n" if sammlung == "akteure" else ""
    text = f"id: {kennung}\nbezeichnung: Gruppe\nanrede: Ich gehöre dazu\n{art}"
    (daten / f"{sammlung}/{kennung}.yaml").write_text(text, "utf-8")
    assert any("ist vergeben: So kann die Antwort" in b for b in gefunden(daten, f"{sammlung}/{kennung}.yaml"))
