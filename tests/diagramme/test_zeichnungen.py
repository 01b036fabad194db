"""The drawings are pure: from a table to places, nothing outside the picture, nothing over anything else."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import altair as alt
import pandas as pd
import pytest

from macros.diagramme.balken import balken
from macros.diagramme.beschriftung import breite_von, umbrich
from macros.diagramme.gestalt import BREIT, SCHMAL, Mass
from macros.diagramme.hantel import hantel
from macros.diagramme.kacheln import kacheln
from macros.diagramme.linie import Marke, linie
from macros.diagramme.stapel import gestapelt, likert

GITTER = [(0.0, "0 %"), (50.0, "50 %"), (100.0, "100 %")]


def tabelle(*zeilen: tuple[str, str, int, float | None], zeit: int = 0) -> pd.DataFrame:
    """A prepared table of (place at the axis, series, its number, figure)."""
    return pd.DataFrame(
        [
            {
                "zeit": zeit + stelle if zeit else 0,
                "zeit_kurz": f"T{stelle}",
                "achse": achse,
                "reihe": name,
                "nummer": nummer,
                "lage": {1: 1, 3: 0, 5: -1}.get(nummer, 1),
                "wert": wert,
                "wert_text": "keine Zahl" if wert is None else f"{wert:g} %",
                "gesamt": False,
                "beschreibung": f"{achse}, {name}",
                "stueck": str(nummer),
            }
            for stelle, (achse, name, nummer, wert) in enumerate(zeilen)
        ]
    ).astype({"wert": "float64"})


def ebenen(chart: alt.LayerChart) -> list[tuple[str, list[dict[str, Any]]]]:
    """(kind of mark, its rows) of every layer, from the bottom up."""
    spezifikation = chart.to_dict(validate=False)
    return [(e["mark"]["type"], spezifikation["datasets"][e["data"]["name"]]) for e in spezifikation["layer"]]


def texte(chart: alt.LayerChart, spalte: str) -> list[dict[str, Any]]:
    return [zeile for art, zeilen in ebenen(chart) if art == "text" for zeile in zeilen if spalte in zeile]


PAARE = tabelle(("Mitte", "geplant", 1, 50.0), ("Mitte", "ist", 2, 40.0), ("Nord", "geplant", 1, None))
URTEILE = tabelle(("alle", "ja", 1, 60.0), ("alle", "teils", 3, 20.0), ("alle", "nein", 5, 20.0))


@pytest.mark.parametrize(
    ("zeichnung", "daten"),
    [(balken, PAARE), (hantel, PAARE), (gestapelt, URTEILE), (likert, URTEILE), (kacheln, URTEILE)],
)
@pytest.mark.parametrize("mass", [BREIT, SCHMAL])
def test_eine_zeichnung_laesst_ihre_tabelle_wie_sie_ist(
    zeichnung: Callable[[pd.DataFrame, Mass], alt.LayerChart], daten: pd.DataFrame, mass: Mass
) -> None:
    vorher = daten.copy()
    chart = zeichnung(daten, mass)
    assert daten.equals(vorher)
    assert chart.to_dict(validate=False)["width"] == mass.breite


def test_balken_liegen_untereinander_und_nie_uebereinander() -> None:
    (art, zeilen), *_ = [e for e in ebenen(balken(PAARE, BREIT)) if e[0] == "bar"]
    orte = [(z["y"], z["y2"]) for z in zeilen]
    assert len(orte) == 2  # a figure that is not known has no bar
    assert all(davor[1] < danach[0] for davor, danach in pairwise(orte))
    assert any("keine Zahl" in z["wert_text"] for z in texte(balken(PAARE, BREIT), "wert_text"))


def test_teile_stossen_aneinander() -> None:
    zeilen = next(zeilen for art, zeilen in ebenen(gestapelt(URTEILE, BREIT)) if art == "bar")
    assert [(z["von"], z["bis"]) for z in zeilen] == [(0, 60), (60, 80), (80, 100)]


def test_die_mitte_liegt_auf_der_null() -> None:
    zeilen = next(zeilen for art, zeilen in ebenen(likert(URTEILE, BREIT)) if art == "bar")
    assert {z["reihe"]: (z["von"], z["bis"]) for z in zeilen} == {
        "nein": (-30, -10),
        "teils": (-10, 10),
        "ja": (10, 70),
    }


def test_namen_an_linien_ruecken_auseinander() -> None:
    daten = pd.concat(
        [tabelle(("", f"Reihe {n}", n, 50.0), ("", f"Reihe {n}", n, 50.0 + n / 10), zeit=9) for n in (1, 2, 3)]
    )
    hoehen = sorted(z["y"] for z in texte(linie(daten, BREIT, achsentexte=GITTER), "name"))
    assert all(danach - davor >= 17 for davor, danach in pairwise(hoehen))


def test_ziel_und_vergleich_werden_beschriftet_und_ein_bruch_genannt() -> None:
    daten = tabelle(("", "", 1, 40.0), ("", "", 1, 60.0), zeit=9)
    chart = linie(daten, BREIT, [Marke(80, "Ziel 2030: 80 Prozent", True)], 10, "neu gezählt", GITTER)
    gesagt = {z["text"] for z in texte(chart, "text")}
    assert gesagt == {"0 %", "50 %", "100 %", "Ziel 2030: 80 Prozent", "neu gezählt"}


def test_kacheln_stehen_zu_dritt_und_auf_dem_telefon_untereinander() -> None:
    daten = tabelle(*((f"Ort {n}", "", 1, float(n)) for n in range(1, 5)), zeit=9)
    breit = [(round(z["x"]), z["y"]) for z in texte(kacheln(daten, BREIT), "name")]
    assert breit == [(0, 0), (221, 0), (443, 0), (0, 148)]
    assert [z["x"] for z in texte(kacheln(daten, SCHMAL), "name")] == [0, 0, 0, 0]


@pytest.mark.parametrize(("breite", "zeilen"), [(400, 1), (100, 2)])
def test_eine_beschriftung_bricht_so_um_dass_sie_passt(breite: int, zeilen: int) -> None:
    gebrochen = umbrich("Menschen ohne Arbeit", breite)
    assert len(gebrochen) == zeilen
    assert " ".join(gebrochen) == "Menschen ohne Arbeit"
    assert breite_von("abc") == pytest.approx(21.84)
