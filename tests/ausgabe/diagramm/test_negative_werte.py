"""Charts of figures below zero: everything inside the picture, bars on both sides of zero, words that say so."""

from __future__ import annotations

import re
from typing import Any

import pytest
from saetze_bauen import dimension
from zahlen_bauen import reihe_aus

from macros.ausgabe.diagramm.aufbau import diagramm
from macros.sichten.indikator_bild import bilder

ORT = dimension("ort", "Mitte", "Nord", "Süd")


def svg_texte(svg: str) -> list[tuple[float, float, str]]:
    """(x, y, text) of every text that has a place of its own."""
    muster = r'transform="translate\(([-\d.]+),([-\d.]+)\)"[^>]*>([^<]+)</text>'
    return [(float(x), float(y), text) for x, y, text in re.findall(muster, svg)]


@pytest.mark.parametrize("familie", ["balken", "linie", "kacheln"])
def test_werte_unter_null_bleiben_im_bild(familie: str) -> None:
    zeilen = [(j, o, w) for j in ("2023", "2024") for o, w in (("Mitte", 120), ("Nord", -80), ("Süd", -200))]
    darstellung: dict[str, Any] = {"familie": familie}
    r = reihe_aus([ORT], *zeilen, negativ="true", darstellung=darstellung)
    for bild in bilder(r):
        d = diagramm(bild, f"probe-{bild.kennung}")
        for svg in (str(d.breit), str(d.schmal)):
            breite, hoehe = (float(w) for w in re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0])
            texte = svg_texte(svg)
            assert texte
            assert all(0 <= x <= breite and 0 <= y <= hoehe for x, y, _ in texte)
        assert "−200" in d.text
        assert "nicht bei null" not in d.text


def test_balken_unter_null_tragen_ihre_zahl_links_der_nulllinie() -> None:
    r = reihe_aus([ORT], ("2024", "Mitte", 120), ("2024", "Nord", -80), negativ="true")
    (bild,) = bilder(r)
    ort = {text: x for x, _, text in svg_texte(str(diagramm(bild, "probe").breit))}
    assert ort["−80"] < ort["120"]
    assert ort["Nord"] < ort["−80"]


def test_nur_verluste_haben_oben_die_null() -> None:
    r = reihe_aus(
        [], *((str(j), -w) for j, w in zip(range(2020, 2025), (90, 80, 95, 100, 85), strict=True)), negativ="true"
    )
    (bild,) = bilder(r)
    beschriftung = {text for _, _, text in svg_texte(str(diagramm(bild, "probe").breit))}
    assert {"0", "−100"} <= beschriftung
