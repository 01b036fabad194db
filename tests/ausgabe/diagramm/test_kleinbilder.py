"""Tiny pictures of an overview: bars of the newest figures where there is something to set against each other."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from saetze_bauen import dimension
from zahlen_bauen import reihe_aus

from macros.ausgabe.diagramm.aufbau import diagramm
from macros.ausgabe.diagramm.kleinbilder import kleinbild
from macros.sichten.indikator_bild import bilder
from macros.sichten.indikator_lage import zahlenlage
from macros.sichten.kurzblick import kurzblick
from macros.sichten.reihen import Reihe

GRUPPE = dimension("gruppe", "alle", "eine", "andere", summe="alle")
LAND: dict[str, Any] = {
    "vergleich": [{"gebiet": "Musterland mit einem langen Namen", "wert": 0.98, "stichtag": "2020", "quelle": "q"}]
}
QUOTE: dict[str, Any] = {"einheit": "prozent", "nachkommastellen": 2, "art": "quote"}


def bild(r: Reihe, ablage: Path) -> str:
    return str(kleinbild(kurzblick(zahlenlage(r, date(2026, 6, 30))), r.indikator, "k", ablage))


def balken(svg: str, farbe: str) -> list[float]:
    """Widths of the bars of a colour."""
    return [float(w) for w in re.findall(rf'd="M[^"]*?h([\d.]+)v[^"]*" fill="var\({farbe}\)"', svg)]


def test_summen_sind_grau_und_die_laengen_stimmen(tmp_path: Path) -> None:
    r = reihe_aus([GRUPPE], ("2024", "alle", 80), ("2024", "eine", 60), ("2024", "andere", 20))
    svg = bild(r, tmp_path)
    assert (balken(svg, "--d-gesamt"), balken(svg, "--d1")) == ([120], [90, 30])
    assert 'aria-hidden="true"' in svg and "<text" not in svg and "<title" not in svg


def test_ein_anteil_liegt_auf_dem_ganzen(tmp_path: Path) -> None:
    svg = bild(reihe_aus([], ("2024", 25.0), **QUOTE), tmp_path)
    assert (balken(svg, "--linie"), balken(svg, "--d1")) == ([120], [30])


def test_eine_zahl_allein_hat_kein_bild(tmp_path: Path) -> None:
    assert bild(reihe_aus([], ("2024", 34)), tmp_path) == ""
    assert bild(reihe_aus([]), tmp_path) == ""


@pytest.mark.parametrize("zahl", [0.65, 1.2])
def test_kleine_anteile_stehen_neben_dem_vergleich_und_nicht_auf_hundert(zahl: float, tmp_path: Path) -> None:
    svg = bild(reihe_aus([], ("2021", zahl), **QUOTE, **LAND), tmp_path)
    assert balken(svg, "--linie") == []
    assert balken(svg, "--d1") == [pytest.approx(120 * zahl / max(zahl, 0.98), abs=0.1)]
    assert 'stroke-dasharray="2,3"' in svg


def test_eine_zahl_mit_vergleich_bekommt_ein_bild_mit_seiner_marke(tmp_path: Path) -> None:
    (balkenbild,) = bilder(reihe_aus([], ("2021", 0.65), **QUOTE, **LAND))
    d = diagramm(balkenbild, "b", tmp_path)
    for svg in (d.breit, d.schmal):
        assert "Musterland mit einem langen Namen" in " ".join(re.findall(r">([^<>]+)<", svg))
        assert 'stroke-dasharray="2,3"' in svg
    assert "Gepunktet zum Vergleich: Musterland mit einem langen Namen 0,98 Prozent (2020)." in d.text
    assert bilder(reihe_aus([], ("2021", 0.65), **QUOTE)) == ()


def test_die_worte_einer_marke_bleiben_im_bild(tmp_path: Path) -> None:
    (balkenbild,) = bilder(reihe_aus([], ("2021", 0.65), **QUOTE, **LAND))
    schmal = str(diagramm(balkenbild, "b", tmp_path).schmal)
    links = [float(x) for x in re.findall(r'translate\(([\d.-]+),[^)]*\)" font-size="12"[^>]*var\(--leise\)', schmal)]
    assert links and all(0 <= x < 320 for x in links)
    assert schmal.count("<tspan") >= 2, "it is longer than the picture is wide"
