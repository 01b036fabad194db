"""Twice as much takes about twice as many steps and twice the memory: each kind of content next to half of it, in one run.

Steps are calls of functions, memory is what Python holds at its highest: no load on the machine changes them. What the
typesetter holds is asked of its own process.
"""

from __future__ import annotations

import gc
import random
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from ausgabe.druck.conftest import ADRESSE, TAG, lies_plan
from saetze_bauen import indikator, plan_aus
from stichprobe import stichprobe
from zahlen_bauen import kennzahl

from macros.ausgabe.diagramm.aufbau import diagramm
from macros.ausgabe.diagramm.tabelle import zahlentabelle
from macros.ausgabe.druck.bericht import umsetzungsbericht
from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.druck.satz.druckbaum import als_text
from macros.ausgabe.kontext import Bau
from macros.ausgabe.melden.befunde import render_befunde
from macros.ausgabe.seiten.erzeugen import seiten
from macros.modell.befund import Befund
from macros.modell.plan import Plan
from macros.modell.rechnung import kennzahlen
from macros.regeln import pruefe
from macros.sichten.indikator_bild import bilder
from macros.sichten.reihen import reihe

MEHR = 2.5
"""Twice as much may take so many times as many steps; four times would be its square."""


def schritte(tu: Callable[[], object]) -> int:
    """How many functions are called, those in C too."""
    gezaehlt = 0

    def zaehle(_rahmen: object, ereignis: str, _wert: object) -> None:
        nonlocal gezaehlt
        gezaehlt += ereignis in ("call", "c_call")

    davor = sys.getprofile()
    sys.setprofile(zaehle)
    try:
        tu()
    finally:
        sys.setprofile(davor)
    return gezaehlt


def zahlen(dimensionen: int, zeilen: int, stichtage: int = 1) -> Plan:
    """A plan with one indicator of so many dimensions and rows a Stichtag, and a rate that is computed from it."""
    wuerfel = random.Random(1)
    dims = [{"id": f"d{n}", "name": f"D{n}", "auspraegungen": [*"abcdef"]} for n in range(dimensionen)]
    gruppen = [[wuerfel.choice("abcdef") for _ in range(dimensionen)] for _ in range(zeilen)]
    verschiedene = list(dict.fromkeys(map(tuple, gruppen)))
    werte = tuple(
        kennzahl(str(1990 + s), float(n + 30), **{f"d{i}": w for i, w in enumerate(gruppe)})
        for s in range(stichtage)
        for n, gruppe in enumerate(verschiedene)
    )
    glied = [{"indikator": "zahlen"}]
    formel = {"zaehler": glied, "nenner": glied, "faktor": 100, "je": [d["id"] for d in dims]}
    return plan_aus(indikator("zahlen", dimensionen=dims), indikator("quote", formel=formel), zahlen={"zahlen": werte})


def rechne(plan: Plan) -> None:
    kennzahlen(plan, "quote")
    for name in plan.indikatoren:
        zahlentabelle(reihe(plan, name))
        for bild in bilder(reihe(plan, name)):
            diagramm(bild, name)
    pruefe(plan, TAG)


def gruppen(anzahl: int) -> Plan:
    werte = [f"Gruppe {n}" for n in range(anzahl)]
    satz = {"dimensionen": [{"id": "g", "name": "G", "auspraegungen": werte}]}
    reihen = tuple(kennzahl(str(j), float(n + 30), g=w) for j in (2023, 2024) for n, w in enumerate(werte))
    return plan_aus(indikator("zahlen", **satz), indikator("quote", **satz), zahlen={"zahlen": reihen, "quote": reihen})


def vervielfacht(sammlung: str, kennung: str, anzahl: int, **felder: Callable[[int], Any]) -> Plan:
    """Musterstadt with so many more of a record."""
    plan = lies_plan("musterstadt")
    alle: dict[str, Any] = dict(plan.sammlung(sammlung))
    for n in range(anzahl):
        werte = {name: wert(n) for name, wert in felder.items()}
        alle[f"mehr-{n}"] = alle[kennung].model_copy(update={"id": f"mehr-{n}", **werte})
    mehr: Any = {sammlung: alle}
    return replace(plan, **mehr)


def baue(plan: Plan) -> None:
    pruefe(plan, TAG)
    bau = Bau.am(plan, TAG, ADRESSE)
    assert sum(len(s.markdown) for s in seiten(bau)) > 10_000
    baum(bau, konzept(bau))


FAELLE: dict[str, tuple[Callable[[int], Plan], Callable[[Plan], None]]] = {
    "zeilen": (lambda n: zahlen(3, 60, n), rechne),
    "dimensionen": (lambda n: zahlen(n, 451), rechne),
    "gruppen": (lambda n: gruppen(n * 5), rechne),
    "massnahmen": (lambda n: vervielfacht("massnahmen", "sprachtreffs", n * 2), baue),
    "herausforderungen": (lambda n: vervielfacht("herausforderungen", "la-01", n * 2), baue),
    "abschnitte": (
        lambda n: vervielfacht(
            "konzept", "3-1-1-sprachtreffs", n * 2, nummer=lambda i: f"3.1.{i + 5}", massnahme=lambda i: None
        ),
        baue,
    ),
}


def speicher(tu: Callable[[], object]) -> int:
    """The bytes that Python holds at its highest for a task, above what it held before."""
    gc.collect()
    tracemalloc.start()
    try:
        tu()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def aufwand(mass: Callable[[Callable[[], object]], int], art: str, anzahl: int) -> int:
    aufbau, tu = FAELLE[art]
    plan = aufbau(anzahl)
    return mass(lambda: tu(plan))


@pytest.mark.langsam
@pytest.mark.parametrize(
    ("art", "mass"), stichprobe([(art, m) for art in FAELLE for m in (speicher, schritte)], 8, je=itemgetter(0))
)
def test_doppelt_so_viel_braucht_etwa_doppelt_so_viel(art: str, mass: Callable[[Callable[[], object]], int]) -> None:
    aufwand(schritte, art, 4)  # what is worked out once and kept
    grund = aufwand(mass, art, 0) if FAELLE[art][1] is baue else 0
    halb, ganz = aufwand(mass, art, 10) - grund, aufwand(mass, art, 20) - grund
    assert ganz < halb * MEHR, (halb, ganz)


SETZT = """
import sys
from macros.ausgabe.druck.satz.setzen import setze
setze(sys.stdin.read())
print(next(z.split()[1] for z in open("/proc/self/status") if z.startswith("VmHWM")))
"""


def satzspeicher(blaetter: int) -> int:
    """The kilobytes that the process holds at its highest which sets a report with so many sheets."""
    plan = vervielfacht("massnahmen", "sprachtreffs", blaetter)
    bau = Bau.am(plan, TAG, ADRESSE)
    bericht = umsetzungsbericht(bau, [m for m in bau.massnahmen if m.id.startswith("mehr-")])
    text = als_text(baum(bau, bericht)).encode()
    return int(subprocess.run([sys.executable, "-c", SETZT], input=text, capture_output=True, check=True).stdout)


@pytest.mark.langsam
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Nur Linux sagt, was ein Prozess höchstens hielt.")
def test_auch_der_satz_braucht_fuer_doppelt_so_viele_blaetter_etwa_doppelt_so_viel_speicher() -> None:
    leer, halb, ganz = satzspeicher(1), satzspeicher(11), satzspeicher(21)
    assert ganz - leer < MEHR * (halb - leer), (leer, halb, ganz)
    assert ganz - leer < 20 * 20_000, "ein Blatt braucht weniger als 20 MB"


def meldungen(anzahl: int) -> list[Befund]:
    return [Befund("a.yaml", zeile, "x", "regel", "Text.") for zeile in range(anzahl)]


def test_auch_befunde_wachsen_nur_mit_ihrer_zahl() -> None:
    viele, doppelte = meldungen(5_000), meldungen(10_000)
    assert schritte(lambda: render_befunde(doppelte)) < MEHR * schritte(lambda: render_befunde(viele)) + 1_000


def test_die_zaehlung_sieht_ein_quadrat() -> None:
    def jedes_mit_jedem(anzahl: int) -> int:
        return schritte(lambda: [abs(a - b) for a in range(anzahl) for b in range(anzahl)])

    assert jedes_mit_jedem(200) > MEHR * jedes_mit_jedem(100)
