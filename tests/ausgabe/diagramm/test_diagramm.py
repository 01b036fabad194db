"""Charts: true words, no colours, scripts or styles of their own, drawn once per content."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from zahlen_bauen import kennzahl, mit

from macros.ausgabe.diagramm import zeichnen as diagramm_zeichnen
from macros.ausgabe.diagramm.aufbau import Diagramm, diagramm
from macros.ausgabe.diagramm.farbmarken import farbe
from macros.ausgabe.diagramm.kleinbilder import funkenlinie
from macros.ausgabe.diagramm.tabelle import zahlentabelle
from macros.ausgabe.kontext import Bau, Kontext
from macros.modell.plan import Plan
from macros.sichten.indikator_bild import bilder, verlaufsbild
from macros.sichten.reihen import reihe


@pytest.fixture(scope="session")
def ablage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("diagramme")


def erstes(plan: Plan, kennung: str, ablage: Path, stelle: int = 0) -> Diagramm:
    bild = bilder(reihe(plan, kennung))[stelle]
    return diagramm(bild, f"bild-{bild.kennung}", ablage)


@pytest.fixture(scope="session")
def alle(plan: Plan, ablage: Path) -> list[Diagramm]:
    """Every picture of Musterstadt, as on one page."""
    return [
        diagramm(bild, f"{kennung}-{bild.kennung}", ablage)
        for kennung in plan.indikatoren
        for bild in bilder(reihe(plan, kennung))
    ]


def test_ein_bild_ist_reines_svg_ohne_eigene_farben_schriften_und_skripte(alle: list[Diagramm]) -> None:
    assert len(alle) >= 8
    for d in alle:
        for svg in (d.breit, d.schmal):
            assert not re.search(r"#0[bcde]000\d|<script|<style|style=|font-family|href|\son\w+=", svg), d.kennung
            farben = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg))
            assert all(re.fullmatch(r"none|var\(--[a-z0-9-]+\)|url\(#[a-z0-9-]+\)", f) for f in farben), farben


def test_muster_und_namen_eines_bildes_gibt_es_genau_einmal(alle: list[Diagramm]) -> None:
    ids: list[str] = []
    for d in alle:
        ids += re.findall(r'\bid="([^"]+)"', f"{d.vorrat}{d.breit}{d.schmal}")
        schluessel = "".join(e.bild for e in d.legende)
        for verweis in re.findall(r"url\(#([^)]+)\)", f"{d.breit}{d.schmal}{schluessel}"):
            assert f'id="{verweis}"' in d.vorrat, verweis
    assert len(ids) == len(set(ids))


def test_ein_bild_heisst_wie_sein_titel_und_sein_text_steht_daneben(alle: list[Diagramm]) -> None:
    for d in alle:
        for svg in (d.breit, d.schmal):
            wurzel = etree.fromstring(svg)
            assert wurzel.get("role") == "img"
            assert wurzel.get("aria-labelledby") == f"{d.kennung}-titel"
        assert d.titel and d.text.endswith(".")


def test_jede_marke_sagt_ihre_zahl(plan: Plan, ablage: Path) -> None:
    titel = re.findall(r"<title>([^<]+)</title>", erstes(plan, "beschaeftigungsquote", ablage).breit)
    assert len(titel) == 10
    assert titel[-1] == "ausländisch, 30.06.2025: 38,5\u00a0%"


def test_beide_bilder_haben_dieselben_marken_in_derselben_folge(alle: list[Diagramm]) -> None:
    for d in alle:
        assert d.schmal.count("data-marke") == d.breit.count("data-marke") == d.breit.count("<title>"), d.kennung
        farben = [
            re.findall(r'fill="([^"]+)"[^>]*data-marke|data-marke[^>]*fill="([^"]+)"', s) for s in (d.breit, d.schmal)
        ]
        assert farben[0] == farben[1], d.kennung


def test_reihen_unterscheiden_sich_nicht_nur_in_der_farbe(plan: Plan, ablage: Path) -> None:
    linien = erstes(plan, "beschaeftigungsquote", ablage).breit
    assert "stroke-dasharray" in linien
    gestapelt = erstes(plan, "bevoelkerung", ablage).breit
    assert 'fill="url(#bild-anteile-m2)"' in gestapelt


@pytest.mark.parametrize(
    ("felder", "stuecke"),
    [
        ({"periodizitaet": "unregelmaessig"}, [4]),
        ({"periodizitaet": "jaehrlich"}, [2, 2]),
        ({"periodizitaet": "jaehrlich", "bruch": {"ab": "2024", "grund": "Neue Zählung."}}, [2, 1, 1]),
    ],
)
def test_ueber_eine_luecke_und_ueber_einen_bruch_geht_keine_linie(
    plan: Plan, ablage: Path, felder: dict[str, Any], stuecke: list[int]
) -> None:
    zahlen = [kennzahl(j, 30, herkunft="insgesamt") for j in ("2020", "2021", "2023", "2024")]
    svg = erstes(mit(plan, "einbuergerungen", *zahlen, **felder), "einbuergerungen", ablage).breit
    linien = re.findall(r'<path [^>]*?d="(M[^"]*)"[^>]*?stroke="var\(--d1\)"[^>]*?stroke-width="2.5"', svg)
    assert [len(re.findall("[ML]", linie)) for linie in linien] == stuecke


def test_geheimes_ist_ein_wort_und_kein_balken(plan: Plan, ablage: Path) -> None:
    zahlen = [kennzahl("2025", w, herkunft=h) for h, w in (("insgesamt", 40), ("Asien", 38), ("Afrika", "."))]
    d = erstes(mit(plan, "einbuergerungen", *zahlen), "einbuergerungen", ablage)
    assert "unbekannt oder geheim" in d.breit
    gefuellt = re.findall(r'fill="([^"]+)"[^>]*data-marke', d.breit)
    assert len(gefuellt) == 3 and gefuellt.count("var(--flaeche)") == 1
    assert "Ohne Zahl (unbekannt oder geheim): Afrika." in d.text
    # What no bar stands for can be pointed at and reached by keyboard, as a bar can.
    for svg in (d.breit, d.schmal):
        assert svg.count("data-marke") == d.breit.count("<title>")
    assert re.search(r"<title>Afrika[^<]*: unbekannt oder geheim</title>", d.breit)


def test_was_die_quelle_nicht_nennt_ist_weder_unbekannt_noch_geheim(plan: Plan, ablage: Path) -> None:
    zahlen = [kennzahl("2025", w, herkunft=h) for h, w in (("insgesamt", 40), ("Asien", 38), ("Afrika", "n"))]
    neu = mit(plan, "einbuergerungen", *zahlen)
    d = erstes(neu, "einbuergerungen", ablage)
    assert ">nicht genannt<" in d.breit
    assert "geheim" not in d.breit + d.text
    assert "Ohne Zahl (in der Quelle nicht genannt): Afrika." in d.text
    seite = Kontext(Bau.am(neu, date(2026, 6, 30), ""), "monitoring/einbuergerungen/").rendere(
        "bausteine/monitoring_tabelle.html",
        satz=neu.indikatoren["einbuergerungen"],
        reihe=reihe(neu, "einbuergerungen"),
        tabelle=zahlentabelle(reihe(neu, "einbuergerungen")),
    )
    assert "<dt>n</dt><dd>Die Quelle nennt hier keine Zahl</dd>" in seite
    assert "DIN 55301" not in seite, "the sign is our own"


@pytest.mark.parametrize(
    ("kennung", "stelle", "saetze"),
    [
        ("bevoelkerung", 0, ["Gestapelte Balken", "Ausländisch: von 11,0\u00a0% (31.12.2021) auf 14,0\u00a0% (31.12.2025)."]),
        ("beschaeftigungsquote", 0, ["Liniendiagramm mit 2 Linien vom 30.06.2021 bis zum 30.06.2025.", "am höchsten 38,6\u00a0%", "Gestrichelte Linien: Ziele 42 Prozent bis 2028 und 45 Prozent bis 2030.", "Musterland 36,4 Prozent (30.06.2024)", "beginnt bei 30\u00a0%, nicht bei null"]),
        ("schueler", 0, ["4 kleine Liniendiagramme mit je 3 Linien", "Jedes kleine Diagramm hat seine eigene Skala", "Bruch in der Zählung seit dem Schuljahr 2024/25", "ohne Zahl: 2021/22, 2022/23 und 2023/24"]),
        ("wohlfuehlen", 0, ["links Ablehnung, rechts Zustimmung", "Insgesamt: 69 Prozent Zustimmung, 16 Prozent „teils, teils“ und 12 Prozent Ablehnung."]),
        ("einbuergerungen", 1, ["Balkendiagramm mit 6 Balken.", "Höchster Wert: Asien mit 40\u00a0Personen.", "Genau null: staatenlos oder ungeklärt."]),
        ("sprachtreff-plaetze", 0, ["Innenstadt: geplant 50 und tatsächlich 49."]),
    ],
)  # fmt: skip
def test_der_text_sagt_was_das_bild_zeigt(
    plan: Plan, ablage: Path, kennung: str, stelle: int, saetze: list[str]
) -> None:
    text = erstes(plan, kennung, ablage, stelle).text
    for satz in saetze:
        assert satz in text


def test_zweimal_gezeichnet_ist_byteweise_gleich(plan: Plan, tmp_path: Path) -> None:
    zweimal = [erstes(plan, "wohlfuehlen", tmp_path / ort) for ort in ("a", "b")]
    assert zweimal[0] == zweimal[1]


def test_ein_unveraendertes_bild_wird_nicht_neu_gezeichnet(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    erst = erstes(plan, "bevoelkerung", tmp_path)

    def verboten(_: object) -> str:
        raise AssertionError("drawn again")

    monkeypatch.setattr(diagramm_zeichnen, "_rechne", verboten)
    assert erstes(plan, "bevoelkerung", tmp_path) == erst
    geaendert = mit(plan, "bevoelkerung", *plan.kennzahlen["bevoelkerung"][:-2], kennzahl("2025-12-31", 1, staatsangehoerigkeit="deutsch"))  # fmt: skip
    with pytest.raises(AssertionError, match="drawn again"):
        erstes(geaendert, "bevoelkerung", tmp_path)


def test_eine_kaputte_ablage_schadet_nicht(plan: Plan, tmp_path: Path) -> None:
    erst = erstes(plan, "bevoelkerung", tmp_path)
    for datei in tmp_path.glob("*.svg"):
        datei.write_text("<svg>halb")
    assert erstes(plan, "bevoelkerung", tmp_path) == erst
    (tmp_path / "datei").write_text("")
    assert erstes(plan, "bevoelkerung", tmp_path / "datei") == erst


def test_texte_aus_den_daten_werden_zu_text(plan: Plan, ablage: Path) -> None:
    boese = 'A <b> & "C"'
    alt = plan.indikatoren["einbuergerungen"]
    dimension = alt.dimensionen[0].model_copy(update={"auspraegungen": ("insgesamt", boese)})
    neu = alt.model_copy(update={"dimensionen": (dimension,)})
    zahlen = (kennzahl("2025", 9, herkunft="insgesamt"), kennzahl("2025", 8, herkunft=boese))
    anders = replace(plan, indikatoren={alt.id: neu}, kennzahlen={alt.id: zahlen})
    d = erstes(anders, alt.id, ablage)
    assert "<b>" not in d.breit
    assert "A &lt;b&gt;" in d.breit


def test_die_kurze_linie_ist_fuer_vorleseprogramme_stumm(plan: Plan, ablage: Path) -> None:
    bild = verlaufsbild(reihe(plan, "einbuergerungen"))
    assert bild is not None
    svg = etree.fromstring(funkenlinie(bild, "funke", ablage))
    assert (svg.get("aria-hidden"), svg.get("role")) == ("true", None)


@pytest.mark.parametrize(
    ("marke", "wird"),
    [("#0e0001", "var(--tinte)"), ("#0d0003", "var(--d3)"), ("#0c0001", "var(--d1)"), ("#0c0002", "url(#x-m2)"), ("#0b0005", "var(--d-nein)")],
)  # fmt: skip
def test_farbmarken(marke: str, wird: str) -> None:
    assert farbe(marke, "x") == wird
