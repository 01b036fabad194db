"""The PDF in Leichte Sprache: letters of 14 points, no hyphen at the end of a line, pictures that nobody is read."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ausgabe.druck.conftest import bau_von, druck, knoten
from lxml import etree

from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.leichte_sprache import leichte_sprache
from macros.ausgabe.druck.satz.knoten import Feldzeichen, Titel
from macros.ausgabe.kontext import Bau


def groessen(datei: Path) -> dict[int, str]:
    """Height of the letters in points -> some of the text that has it."""
    roh = subprocess.run(
        ["pdftohtml", "-xml", "-stdout", "-i", "-zoom", "1", str(datei)], capture_output=True, check=True
    )
    wurzel = etree.fromstring(roh.stdout, etree.XMLParser(recover=True))
    je = {f.get("id"): round(float(f.get("size", 0))) for f in wurzel.iter("fontspec")}
    return {je[t.get("font")]: "".join(t.itertext()) for t in wurzel.iter("text") if "".join(t.itertext()).strip()}


def test_kein_buchstabe_ist_kleiner_als_14_punkt(gedruckt: Callable[[str], Path], stadt: str) -> None:
    gefunden = groessen(druck(gedruckt(stadt), "leichte-sprache.pdf"))
    assert 14 in gefunden
    klein = {g: t for g, t in gefunden.items() if g < 14}
    assert set(klein) <= {12} and all(re.search(r"erstellt am|Seite \d+ von", t) for t in klein.values())


def test_keine_zeile_endet_mit_einem_trennstrich(gedruckt: Callable[[str], Path], stadt: str) -> None:
    datei = druck(gedruckt(stadt), "leichte-sprache.pdf")
    text = subprocess.run(["pdftotext", "-layout", str(datei), "-"], capture_output=True, check=True, text=True).stdout
    zeilen = text.splitlines()
    getrennt = [(a, b) for a, b in zip(zeilen, zeilen[1:], strict=False) if re.search(r"[a-zäöüß][-\u00ad]$", a)]
    assert [a for a, b in getrennt if not re.match(r"\s*[A-ZÄÖÜ]", b)] == []


def test_jedes_bild_steht_neben_dem_titel() -> None:
    bau = bau_von("echt")
    (dokument,) = leichte_sprache(bau)
    gesetzt = baum(bau, dokument)
    kapitel = [
        k for k in bau.plan.sprachen["leicht"].kapitel if k.bild and (k.wenn is None or k.wenn == "nichts_berichtet")
    ]
    ohne_mehr = [k for k in kapitel if k.teil != "mehr"]
    assert len(knoten(gesetzt, Feldzeichen)) == len(ohne_mehr) + len(bau.plan.handlungsfelder)
    assert [t.stufe for t in knoten(gesetzt, Titel)][:2] == [1, 2]


def test_ohne_leichte_sprache_gibt_es_kein_dokument() -> None:
    bau = bau_von("musterstadt")
    assert leichte_sprache(Bau(replace(bau.plan, sprachen={}), bau.stichtag)) == []
