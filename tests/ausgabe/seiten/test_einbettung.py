"""Pages for the frames of other websites: one picture, its source and a link, without script, light and dark."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from macros.ausgabe.kontext import Bau
from macros.ausgabe.offene_daten.diagrammdateien import bilddateien
from macros.ausgabe.seiten.einbettung import HOECHSTENS, STIL, einbettungsseiten, rahmen
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner

TAG = date(2026, 6, 30)
ECHT = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module", params=["musterstadt", "echt"])
def bau(request: pytest.FixtureRequest, plan: Plan) -> Bau:
    if request.param == "musterstadt":
        return Bau(plan, TAG, "https://example.org/konzept/")
    echter, _ = pruefe_ordner(ECHT, TAG)
    assert echter is not None
    return Bau.am(echter, TAG, None)


def test_jedes_bild_hat_eine_leichte_seite_ohne_skript(bau: Bau) -> None:
    assert HOECHSTENS == 25_000
    seiten = {d.adresse: str(d.inhalt) for d in einbettungsseiten(bau) if d.adresse != STIL}
    erwartet = [b for i in bau.plan.indikatoren for b in bilddateien(bau, i)]
    assert list(seiten) == [f"{b.seite}index.html" for b in erwartet]
    for b in erwartet:
        html = seiten[f"{b.seite}index.html"]
        assert len(html.encode()) <= HOECHSTENS, b.name
        assert not re.search(r"<script|\son\w+=|style=", html), b.name
        assert 'class="d-breit"' in html and 'class="d-schmal"' in html
        assert unescape(re.findall(r"<h1[^>]*>(.*?)</h1>", html)[0]) == b.diagramm.titel
        assert re.search(r"Quelle der Zahlen: |Eigene Rechnung aus Zahlen von: ", html)
        zurueck = "../" if b.erste else "../../"
        assert f'<a href="{zurueck}" target="_blank"' in html


def test_der_stil_folgt_dem_system(bau: Bau) -> None:
    (stil,) = [str(d.inhalt) for d in einbettungsseiten(bau) if d.adresse == STIL]
    hell, _, dunkel = stil.replace(" ", "").partition("@media(prefers-color-scheme:dark)")
    assert "--d1:#004453" in hell and "--d1:#9af4ff" in dunkel
    assert len(stil) < 8_000


def test_der_rahmen_nennt_adresse_titel_und_hoehe(plan: Plan) -> None:
    bau = Bau(plan, TAG, "https://example.org/konzept/")
    erstes, zweites = bilddateien(bau, "einbuergerungen")
    code = rahmen(bau, erstes)
    assert '<iframe src="https://example.org/konzept/monitoring/einbuergerungen/bild/" title="Einbürgerungen' in code
    hoehe = re.search(r'height="(\d+)" loading="lazy"', code)
    assert hoehe and 300 < int(hoehe[1]) < 2000
    assert code.count("<div ") == code.count("</div>") == code.count("</iframe>") == 1
    assert "/einbuergerungen/bild/stand/" in rahmen(bau, zweites)


def test_ohne_adresse_der_website_gibt_es_keinen_rahmen(plan: Plan) -> None:
    bau = Bau(plan, TAG, "")
    assert rahmen(bau, bilddateien(bau, "einbuergerungen")[0]) == ""
