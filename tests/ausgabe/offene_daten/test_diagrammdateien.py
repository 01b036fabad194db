"""Every picture is published: a specification that stands alone, and a sheet to take along that needs no font."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import altair
import jsonschema
import pytest
import vl_convert
from ausgabe.diagramm.test_wahre_bilder import QUOTE, VIELE, jahre
from lxml import etree
from saetze_bauen import dimension
from stichprobe import stichprobe
from zahlen_bauen import reihe_aus

from macros.ausgabe.diagramm.aufbau import diagramm
from macros.ausgabe.diagramm.spezifikation import veroeffentlicht
from macros.ausgabe.kontext import Bau
from macros.ausgabe.offene_daten.diagrammdateien import Bilddatei, bildangaben, bilddateien, diagrammdateien
from macros.ausgabe.offene_daten.katalog import datapackage, dcat
from macros.modell.plan import Plan
from macros.sichten.bild import Bild
from macros.sichten.indikator_bild import bilder

ANGABEN = {"quelle": "Quelle der Zahlen: Amt.", "ort": "Kleinstadt, Konzept. Redaktion. Lizenz: CC BY 4.0."}


@cache
def schema() -> Any:
    datei = Path(altair.__file__).parent / "vegalite/v6/schema/vega-lite-schema.json"
    return jsonschema.Draft7Validator(json.loads(datei.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def bau(plan: Plan) -> Bau:
    return Bau(plan, __import__("datetime").date(2026, 6, 30), "https://example.org/konzept/")


@pytest.fixture(scope="module")
def alle(bau: Bau) -> list[Bilddatei]:
    return [b for i in bau.plan.indikatoren for b in bilddateien(bau, i)]


def randfaelle() -> dict[str, Bild]:
    """Gaps, one point, below zero, 15 years, 40 groups, all zero, all but one suppressed."""
    ort = dimension("ort", "Mitte", "Nord", "Süd")
    teil = dimension("teil", "ja", "nein")
    reihen = {
        "Lücken": reihe_aus([], *((j, w) for j, w in jahre(1, ".", 3, ".", 5))),
        "ein Punkt": reihe_aus([ort], *((j, o, w if j == "2020" or o == "Mitte" else ".") for o in ("Mitte", "Nord") for j, w in jahre(1, 2, 3))),
        "unter null": reihe_aus([ort], *((j, o, w * f) for o, f in (("Mitte", 1), ("Nord", -1)) for j, w in jahre(10, 20, 30)), negativ="true"),
        "15 Jahre": reihe_aus([], *jahre(*(50 + n % 4 for n in range(15))), **QUOTE),
        "40 Gruppen": reihe_aus([dimension("g", *VIELE)], *(("2024", g, n) for n, g in enumerate(VIELE))),
        "nur null": reihe_aus([ort], *(("2024", o, 0) for o in ("Mitte", "Nord"))),
        "fast alles geheim": reihe_aus([ort], ("2024", "Mitte", "."), ("2024", "Nord", "."), ("2024", "Süd", 7)),
        "Anteile": reihe_aus([teil], *((j, t, w) for t, w in (("ja", 30), ("nein", 10)) for j in ("2023", "2024")), darstellung={"familie": "gestapelt"}),
        "Kacheln": reihe_aus([ort], *((j, o, w) for o in ("Mitte", "Nord", "Süd") for j, w in jahre(1, 2, 4)), darstellung={"familie": "kacheln"}),
    }  # fmt: skip
    return {name: bilder(r)[0] for name, r in reihen.items()}


def marken(svg: str) -> list[str]:
    """What the marks of a raw SVG say, in the order of the drawing."""
    wurzel = etree.fromstring(svg.encode())
    return [
        str(k.get("aria-label")) for k in wurzel.iter() if k.get("role") == "graphics-symbol" and k.get("aria-label")
    ]


def wie_auf_der_seite(bild: Bild) -> bool:
    """True where the published specification draws exactly the marks of the page's picture."""
    gezeichnet = marken(vl_convert.vegalite_to_svg(veroeffentlicht(bild, ANGABEN), allowed_base_urls=[]))
    titel = [str(t.text) for t in etree.fromstring(str(diagramm(bild, "probe").breit)).iter("title")]
    assert titel
    return [m for m in gezeichnet if m in set(titel)] == titel


@pytest.mark.parametrize("fall", list(randfaelle()))
def test_jeder_randfall_ist_gueltig_und_zeigt_dieselben_marken(fall: str) -> None:
    bild = randfaelle()[fall]
    assert wie_auf_der_seite(bild)
    if os.environ.get("ALLES") or fall in ("Lücken", "40 Gruppen"):
        assert [f.message[:200] for f in schema().iter_errors(veroeffentlicht(bild, ANGABEN))] == []


def test_jedes_bild_der_stadt_ist_gueltig_und_zeigt_dieselben_marken(bau: Bau, alle: list[Bilddatei]) -> None:
    assert len(alle) >= 8
    for b in alle:
        assert wie_auf_der_seite(b.bild), b.name
    for b in stichprobe(alle, 3):
        spezifikation = veroeffentlicht(b.bild, bildangaben(bau, b))
        assert [f.message[:200] for f in schema().iter_errors(spezifikation)] == [], b.name


def test_eine_spezifikation_steht_fuer_sich(bau: Bau, alle: list[Bilddatei]) -> None:
    dateien = {d.adresse: str(d.inhalt) for d in diagrammdateien(bau)}
    assert set(dateien) == {a for b in alle for a in (b.spezifikation, b.tafel)}
    for b in alle:
        text = dateien[b.spezifikation]
        spezifikation = json.loads(text)
        assert re.fullmatch(r"https://vega\.github\.io/schema/vega-lite/v6\.[\d.]+\.json", spezifikation["$schema"])
        assert '"url"' not in text and not re.search(r"#0[bcde]000\d", text)
        assert spezifikation["config"]["locale"]["number"]["decimal"] == ","
        assert " ".join(spezifikation["title"]["text"]) == b.diagramm.titel
        assert spezifikation["description"] == b.diagramm.text
        unter = " ".join(spezifikation["title"]["subtitle"])
        for wort in ("Musterstadt", "CC BY 4.0", b.bild.zeiten[-1].bezeichnung):
            assert wort in unter and wort in " ".join(spezifikation["usermeta"].values())


def test_wo_farben_etwas_heissen_gibt_es_eine_legende(alle: list[Bilddatei]) -> None:
    (b,) = [b for b in alle if b.name == "bevoelkerung-anteile"]
    ausdruck = {
        e["encoding"]["color"]["legend"]["labelExpr"]
        for e in veroeffentlicht(b.bild, ANGABEN)["layer"]  # type: ignore[union-attr,index,call-overload]
        if e["mark"]["type"] == "bar"  # type: ignore[index,call-overload]
    }
    assert ausdruck == {'({"1": "deutsch", "2": "ausländisch"})[datum.label]'}


def test_kataloge_nennen_jeden_bauplan(bau: Bau, alle: list[Bilddatei]) -> None:
    paket = datapackage(bau, [], [])
    assert paket["profile"] == "data-package"
    assert [r["path"] for r in paket["resources"]] == [b.spezifikation.removeprefix("daten/") for b in alle]  # type: ignore[union-attr,index,call-overload]
    katalog = json.dumps(dcat(bau, []))
    assert all(f"https://example.org/konzept/{b.spezifikation}" in katalog for b in alle)


def test_eine_tafel_braucht_keine_schrift_und_traegt_ihre_herkunft(bau: Bau, alle: list[Bilddatei]) -> None:
    dateien = {d.adresse: str(d.inhalt) for d in diagrammdateien(bau)}
    for b in alle:
        svg = dateien[b.tafel]
        assert "<text" not in svg and "font" not in svg and "var(" not in svg and "<style" not in svg
        assert set(re.findall(r'href="([^"]{1,2})', svg)) <= {"#n", "#f"}
        wurzel = etree.fromstring(svg.encode())
        namen = {k.get("id") for k in wurzel.iter() if k.get("id")}
        assert all(str(v)[1:] in namen for k in wurzel.iter() for n, v in k.attrib.items() if str(n).endswith("href"))
        gesagt = " ".join(str(k.get("aria-label")) for k in wurzel.iter() if k.get("aria-label"))
        for wort in (b.diagramm.titel.split()[0], "Stadt Musterstadt", "CC BY 4.0", b.bild.zeiten[-1].bezeichnung):
            assert wort in gesagt, b.name
        assert "Quelle der Zahlen: " in gesagt or "Eigene Rechnung aus Zahlen von: " in gesagt
        for hinweis in b.diagramm.hinweise:
            assert hinweis in gesagt.replace(" ", " ") or hinweis.split()[-1] in gesagt
        grund = next(k for k in wurzel.iter("{http://www.w3.org/2000/svg}path") if k.get("fill") == "#fff")
        assert grund.get("d", "").startswith("M0 0h688")


def test_was_keine_schrift_hat_bleibt_text() -> None:
    ort = dimension("ort", "Mitte", "ትግርኛ")
    (bild,) = bilder(reihe_aus([ort], ("2024", "Mitte", 3), ("2024", "ትግርኛ", 4)))
    from macros.ausgabe.diagramm.tafel import tafel

    assert re.findall(r"<text[^>]*>([^<]+)", tafel(diagramm(bild, "probe"), ["Quelle."])) == ["ትግርኛ"]
