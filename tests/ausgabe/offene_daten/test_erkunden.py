"""Exploring begins with the picture: the same values, read from both drawings; suppressed figures never leave the data."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from ausgabe.offene_daten.test_diagrammdateien import randfaelle
from saetze_bauen import plan_aus

from macros.ausgabe.diagramm.erkunden import uebersetzte_bauplaene
from macros.ausgabe.kontext import Bau
from macros.ausgabe.offene_daten.diagrammdateien import bilddateien
from macros.ausgabe.offene_daten.erkundungsdaten import erkundungsdateien, erkundungsdaten, ist_erkundbar
from macros.modell.konzept import Quelle
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner

WURZEL = Path(__file__).parents[3]
VEGA = WURZEL / "docs/assets/vega"
TAG = date(2026, 6, 30)


def werte(saetze: list[str]) -> list[str]:
    """The figures at the ends of sentences, without names and units: „A, 2024: 12,5 % (3 Personen)“ -> „12,5“.

    Words instead of a figure count for nothing: a group that has nothing else the fixed picture leaves out.
    """
    enden = (re.sub(r"[^0-9,.−]", "", unescape(s).rpartition(": ")[2].partition(" (")[0]) for s in saetze)
    return sorted(zahl for zahl in enden if zahl)


def erkundet(modelle: dict[str, Any], platz: int = 640) -> dict[str, list[str]]:
    """What the marks of the first explored view say, by indicator and picture."""
    eingabe = {"bauplaene": json.loads(uebersetzte_bauplaene()), "modelle": modelle, "platz": platz}
    lauf = subprocess.run(
        ["node", "tests/js/erkundet.js"], cwd=WURZEL, input=json.dumps(eingabe), capture_output=True, encoding="utf-8"
    )
    assert lauf.returncode == 0, lauf.stderr[-800:]
    gesagt: dict[str, list[str]] = json.loads(lauf.stdout)
    return gesagt


def vergleiche(bau: Bau) -> None:
    je = {i: [b for b in bilddateien(bau, i) if ist_erkundbar(b)] for i in bau.plan.indikatoren}
    erwartet = {
        f"{i} {b.bild.kennung}": werte(re.findall(r"<title>([^<]+)</title>", str(b.diagramm.breit)))
        for i, bilder in je.items()
        for b in bilder
    }
    modelle = {i: erkundungsdaten(bau, i) for i, bilder in je.items() if bilder}
    for platz in (640, 300):
        gefunden = {name: werte(saetze) for name, saetze in erkundet(modelle, platz).items()}
        assert gefunden == erwartet


@pytest.mark.parametrize("stadt", ["musterstadt", "echt"])
def test_der_anfang_zeigt_dieselben_zahlen_wie_das_feste_bild(plan: Plan, stadt: str) -> None:
    if stadt == "echt":
        echter, _ = pruefe_ordner(WURZEL / "data", TAG)
        assert echter is not None
        vergleiche(Bau.am(echter, TAG, None))
    else:
        vergleiche(Bau(plan, TAG, "https://example.org/konzept/"))


@pytest.mark.parametrize("fall", list(randfaelle()))
def test_auch_jeder_randfall_beginnt_mit_seinem_bild(fall: str) -> None:
    r = randfaelle()[fall].reihe
    quelle = Quelle.model_validate({"id": "amt", "bezeichnung": "Amt", "art": "quelle"})
    vergleiche(Bau(plan_aus(r.indikator, quelle, zahlen={r.indikator.id: r.kennzahlen}), TAG, ""))


def test_verdecktes_steht_in_keiner_datei(plan: Plan) -> None:
    bau = Bau(plan, TAG, "")
    modell = erkundungsdaten(bau, "einbuergerungen")
    verdeckt = [z for z in modell["zeilen"] if z[-2] == "unbekannt oder geheim"]  # type: ignore[union-attr,index]
    assert len(verdeckt) == 2 and all(z[-3] is None for z in verdeckt)  # type: ignore[index]


def test_wo_es_nichts_zu_erkunden_gibt_wird_nichts_angeboten(plan: Plan) -> None:
    bau = Bau(plan, TAG, "")
    adressen = [d.adresse for d in erkundungsdateien(bau)]
    assert "assets/vega/bauplaene.json" in adressen
    assert "daten/diagramme/bevoelkerung.erkunden.json" in adressen
    assert [b.bild.kennung for b in bilddateien(bau, "wohlfuehlen") if ist_erkundbar(b)] == ["stand"]


# The module itself


def test_das_modul_ist_leicht_und_das_was_seine_herkunft_sagt() -> None:
    inhalt = (VEGA / "vega.js").read_bytes()
    herkunft = json.loads((VEGA / "herkunft.json").read_text())
    assert herkunft["sha256"] == hashlib.sha256(inhalt).hexdigest()
    gepackt = 'process.stdout.write(String(require("zlib").brotliCompressSync(require("fs").readFileSync(0)).length))'
    lauf = subprocess.run(["node", "-e", gepackt], input=inhalt, capture_output=True, check=True)
    assert int(lauf.stdout) <= 130_000
    lizenzen = (VEGA / "LIZENZEN.txt").read_text()
    assert all(f"{name} {version}" in lizenzen for name, version in herkunft["pakete"].items())


def test_das_modul_wertet_keinen_text_als_programm_aus() -> None:
    text = (VEGA / "vega.js").read_text()
    assert not re.search(r"\beval\(", text)
    assert "sourceMappingURL" not in text and "http-equiv" not in text


def test_dieselben_pakete_geben_dasselbe_modul(tmp_path: Path) -> None:
    if not (WURZEL / "node_modules/esbuild").exists() or not shutil.which("node"):
        pytest.skip("esbuild is not installed")
    herkunft = json.loads((VEGA / "herkunft.json").read_text())["pakete"]
    da = {n: json.loads((WURZEL / f"node_modules/{n}/package.json").read_text())["version"] for n in herkunft}
    if da != herkunft:
        pytest.skip("other versions of Vega's parts are installed")
    subprocess.run(["node", "scripts/vega/buendeln.js", str(tmp_path)], cwd=WURZEL, check=True)
    for name in ("vega.js", "herkunft.json", "LIZENZEN.txt"):
        assert (tmp_path / name).read_bytes() == (VEGA / name).read_bytes(), name


@pytest.mark.parametrize(
    ("indikator", "ganze"),
    [
        ("schueler", {"schulform": True, "staatsangehoerigkeit": True}),  # a sum is declared
        ("sprachtreff-plaetze", {"ort": False, "angabe": False}),  # planned and actual are no whole
        ("beschaeftigungsquote", {"staatsangehoerigkeit": False}),  # rates of two groups
    ],
)
def test_nur_was_ein_ganzes_ergibt_wird_gestapelt_und_geteilt(
    plan: Plan, indikator: str, ganze: dict[str, bool]
) -> None:
    dimensionen = erkundungsdaten(Bau.am(plan, TAG, None), indikator)["dimensionen"]
    assert isinstance(dimensionen, list)
    assert {d["id"]: not d["ueberlappend"] for d in dimensionen if isinstance(d, dict)} == ganze
