"""Pictures tell the truth at every scale: what stands in an SVG is read back and compared with figures written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from saetze_bauen import dimension
from zahlen_bauen import reihe_aus

from macros.ausgabe.diagramm.aufbau import HOECHSTENS, Diagramm, diagramm, seitenbilder
from macros.ausgabe.umgebung import UMGEBUNG
from macros.diagramme.beschriftung import Kasten, breite_von
from macros.sichten.indikator_bild import bilder

LANG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente"
_ORT = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
_LAGE = {"middle": 0.5, "end": 1.0}


@dataclass(frozen=True)
class Wort:
    """A line of text in a picture and the room it takes, as wide as the drawing supposes."""

    text: str
    kasten: Kasten
    farbe: str


def orte(svg: str) -> Iterator[tuple[etree._Element, float, float]]:
    """Every element of an SVG with the point that its own and its parents' transforms lead to."""

    def gehe(knoten: etree._Element, x: float, y: float) -> Iterator[tuple[etree._Element, float, float]]:
        for dx, dy in _ORT.findall(str(knoten.get("transform", ""))):
            x, y = x + float(dx), y + float(dy)
        yield knoten, x, y
        for kind in knoten:
            yield from gehe(kind, x, y)

    yield from gehe(etree.fromstring(svg), 0, 0)


def worte(svg: str) -> list[Wort]:
    gefunden = []
    for knoten, x, y in orte(svg):
        if knoten.tag != "text":
            continue
        groesse = float(knoten.get("font-size", 13))
        zeilen = list(knoten) or [knoten]
        for zeile in zeilen:
            text = str(zeile.text or "")
            y += float(zeile.get("dy", 0)) if zeile is not knoten else 0
            breite = breite_von(text, groesse)
            links = x - breite * _LAGE.get(str(knoten.get("text-anchor")), 0)
            # The point is on the base line; letters reach up by three quarters of their size.
            kasten = Kasten(links, y - 0.75 * groesse, links + breite, y + 0.2 * groesse)
            gefunden.append(Wort(text, kasten, str(knoten.get("fill"))))
    return gefunden


def groesse(svg: str) -> tuple[float, float]:
    breite, hoehe = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0]
    return float(breite), float(hoehe)


def wege(svg: str) -> Iterator[list[tuple[float, float]]]:
    """The lines of series, as they are drawn."""
    for knoten, x, y in orte(svg):
        if knoten.tag == "path" and knoten.get("stroke-width") in ("2.5", "2") and not knoten.get("data-marke"):
            punkte = re.findall(r"[ML]([-\d.]+),([-\d.]+)", str(knoten.get("d")))
            yield [(x + float(a), y + float(b)) for a, b in punkte]


def erstes(dimensionen: list[Any], *zeilen: tuple[Any, ...], **felder: Any) -> Diagramm:
    bild, *_ = bilder(reihe_aus(dimensionen, *zeilen, **felder))
    return diagramm(bild, "probe")


def jahre(*werte: Any, ab: int = 2019) -> list[tuple[str, Any]]:
    return [(str(ab + n), w) for n, w in enumerate(werte)]


QUOTE: dict[str, Any] = {"einheit": "prozent", "art": "quote"}
VIELE = [f"Gruppe {n:02}" for n in range(40)]


def faelle() -> dict[str, Diagramm]:
    """Edge cases of every family."""
    gruppen = ["Mitte", "Nord", f"Süd-{LANG}"]
    ort = dimension("ort", *gruppen)
    antworten = ["stimme voll zu", "stimme zu", "teils, teils", "stimme nicht zu", "gar nicht"]
    teil = dimension("teil", "ja", "nein", "vielleicht")
    return {
        "eng": erstes([], *jahre(0.61, 0.64, 0.68, 0.62, 0.66), **QUOTE, nachkommastellen=1),
        "bruch nach den Zahlen": erstes([], *jahre(100, 120, 90), bruch={"ab": "2030", "grund": "neu"}),
        "bruch vor den Zahlen": erstes([], *jahre(100, 120, 90), bruch={"ab": "2010", "grund": "neu"}),
        "bruch am Ende": erstes([], *jahre(100, 120, 90, 95), bruch={"ab": "2022", "grund": "neu"}),
        "ziel auf den Linien": erstes(
            [dimension("g", "A", "B", LANG)],
            *((j, g, w) for g, d in (("A", 2), ("B", 0), (LANG, -2)) for j, w in jahre(*(40 + d * n for n in range(6)))),
            **QUOTE, zielwert={"wert": 40, "jahr": 2030, "beschluss": "Rat"},
            vergleich=[{"gebiet": "Land", "wert": 41, "stichtag": "2022", "quelle": "q"}],
        ),
        "große Zahlen": erstes([], *((f"{2008 + n}-06-30", 1_000_000 + n * 31_234) for n in range(16))),
        "nur null": erstes([], *jahre(0, 0, 0)),
        "unter null": erstes([ort], *(("2024", o, w) for o, w in zip(gruppen, (120, -80, -12345), strict=True)), negativ="true"),
        "über 100": erstes([ort], *(("2024", o, w) for o, w in zip(gruppen, (182.5, 99, "."), strict=True)), **QUOTE, ueber_100=True, nachkommastellen=1),
        "fast alles geheim": erstes([ort], *(("2024", o, w) for o, w in zip(gruppen, (".", ".", 3), strict=True))),
        "kacheln": erstes([ort], *((j, o, (-1) ** n * 10 ** n * w) for n, o in enumerate(gruppen) for j, w in jahre(3, 4, 5)), negativ="true", darstellung={"familie": "kacheln"}),
        "stapel ohne Summe": erstes([teil], *((j, t, 0 if j == "2020" else w) for t, w in (("ja", 50), ("nein", 40), ("vielleicht", 3)) for j in ("2019", "2020", "2021")), darstellung={"familie": "gestapelt"}),
        "likert": erstes([dimension("a", *antworten)], *(("2024", a, w) for a, w in zip(antworten, (30, 25, 20, 15, 10), strict=True)), darstellung={"familie": "likert"}, einheit="prozent", art="befragung"),
        "hantel": erstes([ort, dimension("art", "Plan", "Ist")], *(("2024", o, a, w) for o, a, w in (("Mitte", "Plan", 50), ("Mitte", "Ist", 0), ("Nord", "Plan", -9), ("Nord", "Ist", 10), (gruppen[2], "Plan", 1234567), (gruppen[2], "Ist", 7))), negativ="true", darstellung={"familie": "hantel", "achse": "ort", "reihe": "art"}),
        "viele": erstes([dimension("g", *VIELE)], *((j, g, n + 1) for n, g in enumerate(VIELE) for j in ("2023", "2024"))),
    }  # fmt: skip


@pytest.fixture(scope="module")
def alle() -> dict[str, Diagramm]:
    return faelle()


def test_nichts_ragt_aus_dem_bild(alle: dict[str, Diagramm]) -> None:
    for name, d in alle.items():
        for svg, breite in ((str(d.breit), 640.0), (str(d.schmal), 320.0)):
            assert breite <= groesse(svg)[0] <= breite + 4, name  # bars have a white edge of their own
            hoehe = groesse(svg)[1]
            raus = [
                w.text
                for w in worte(svg)
                if w.kasten.links < -1
                or w.kasten.rechts > breite + 1
                or w.kasten.oben < -2
                or w.kasten.unten > hoehe + 2
            ]
            assert raus == [], (name, breite)


def test_kein_wort_liegt_auf_einem_anderen_und_keines_auf_einer_linie(alle: dict[str, Diagramm]) -> None:
    for name, d in alle.items():
        for svg in (str(d.breit), str(d.schmal)):
            gesagt = worte(svg)
            for stelle, w in enumerate(gesagt):
                darauf = [a.text for a in gesagt[stelle + 1 :] if a.kasten.ueberlappt(w.kasten)]
                assert darauf == [], (name, w.text)
                assert not [w.text for weg in wege(svg) if w.kasten.trifft(weg)], (name, w.text)


def test_namen_laufen_nicht_ueber_balken(alle: dict[str, Diagramm]) -> None:
    for name, d in alle.items():
        for svg in (str(d.breit), str(d.schmal)):
            balken = [
                Kasten(x + min(a, b), y + c, x + max(a, b), y + e)
                for knoten, x, y in orte(svg)
                if knoten.tag == "path" and knoten.get("data-marke") is not None
                for a, c, b, e in _rechteck(str(knoten.get("d")))
            ]
            for w in worte(svg):
                if w.farbe != "var(--tinte)" or re.fullmatch(r"[−\d.,]+(\xa0%)?", w.text):
                    continue
                assert not [b for b in balken if b.ueberlappt(w.kasten)], (name, w.text)


def _rechteck(d: str) -> list[tuple[float, float, float, float]]:
    """(left, top, right, bottom) of a bar's path; nothing for a point."""
    zahlen = [float(z) for z in re.findall(r"-?[\d.]+", d)]
    if "h" in d.lower() and "A" not in d and "C" not in d:
        x, y, b, h = zahlen[:4]
        return [(x, y, x + b, y + h)]
    return []


def achse(svg: str) -> list[str]:
    """The texts left of a line chart, from the lowest value up: all that share the right edge of the first."""
    leise = [w for w in worte(svg) if w.farbe == "var(--leise)"]
    return [w.text for w in leise if abs(w.kasten.rechts - leise[0].kasten.rechts) < 0.6]


@pytest.mark.parametrize(
    ("werte", "stellen", "gitter"),
    [
        ((0.61, 0.64, 0.68), 1, ["0,60\u00a0%", "0,62\u00a0%", "0,64\u00a0%", "0,66\u00a0%", "0,68\u00a0%"]),
        ((0.61, 0.64, 0.68), 2, ["0,60\u00a0%", "0,62\u00a0%", "0,64\u00a0%", "0,66\u00a0%", "0,68\u00a0%"]),
        ((12, 13, 21), 0, ["0\u00a0%", "10\u00a0%", "20\u00a0%", "30\u00a0%"]),
        ((0.0, 0.03, 0.09), 2, ["0,000\u00a0%", "0,025\u00a0%", "0,050\u00a0%", "0,075\u00a0%", "0,100\u00a0%"]),
        ((0.0001, 0.0002, 0.0004), 4, ["0,0000\u00a0%", "0,0001\u00a0%", "0,0002\u00a0%", "0,0003\u00a0%", "0,0004\u00a0%"]),
        ((-3, 0, 5), 0, ["−4\u00a0%", "−2\u00a0%", "0\u00a0%", "2\u00a0%", "4\u00a0%", "6\u00a0%"]),
        ((98, 120, 182), 0, ["0\u00a0%", "50\u00a0%", "100\u00a0%", "150\u00a0%", "200\u00a0%"]),
    ],
)  # fmt: skip
def test_neben_dem_gitter_steht_sein_wert(werte: tuple[float, ...], stellen: int, gitter: list[str]) -> None:
    d = erstes([], *jahre(*werte), **QUOTE, negativ="true", ueber_100=True, nachkommastellen=stellen)
    assert achse(str(d.breit)) == gitter


def test_die_achse_sagt_unter_dem_bild_wo_sie_beginnt(alle: dict[str, Diagramm]) -> None:
    assert alle["eng"].hinweise == ("Die senkrechte Achse beginnt bei 0,60\u00a0%, nicht bei null.",)
    assert alle["nur null"].hinweise == ()
    assert "nicht bei null" in alle["eng"].text
    seite = UMGEBUNG.get_template("bausteine/monitoring_diagramm.html").render(d=alle["eng"])
    assert seite.count('<p class="d-hinweis">Die senkrechte Achse beginnt bei') == 1
    assert f'<p class="unsichtbar" id="probe-text">{alle["eng"].text}</p>' in seite, (
        "for those who do not see the picture"
    )


@pytest.mark.parametrize("fall", ["bruch nach den Zahlen", "bruch vor den Zahlen"])
def test_ein_bruch_ausserhalb_der_zahlen_steht_nicht_im_bild(alle: dict[str, Diagramm], fall: str) -> None:
    assert "neu gezählt" not in str(alle[fall].breit)
    assert "davor und danach" not in alle[fall].text


def test_ein_bruch_zwischen_den_zahlen_wird_gezeigt_und_gesagt(alle: dict[str, Diagramm]) -> None:
    assert "neu gezählt" in [w.text for w in worte(str(alle["bruch am Ende"].breit))]
    assert "Bruch in der Zählung seit 2022" in alle["bruch am Ende"].text


@pytest.mark.parametrize(
    ("hoechste", "hinweis"),
    [
        ((40, 39, 11), "Alle kleinen Diagramme haben dieselbe Skala."),
        (
            (40, 39, 9),
            "Jedes kleine Diagramm hat seine eigene Skala: Die Höhen der Linien lassen sich nicht vergleichen.",
        ),
    ],
)
def test_kleine_vielfache_haben_eine_skala_oder_sagen_dass_es_mehrere_sind(
    hoechste: tuple[int, ...], hinweis: str
) -> None:
    ort = dimension("ort", "A", "B", "C")
    zeilen = [(j, o, w) for o, h in zip("ABC", hoechste, strict=True) for j, w in jahre(h - 2, h - 1, h)]
    d = erstes([ort], *zeilen, darstellung={"familie": "kacheln"})
    assert d.hinweise == (hinweis,)
    linien = [weg[-1][1] for weg in wege(str(d.breit))]
    # On one scale 39 lies below 40, and 11 far below; each on its own, all three end at the top.
    assert (linien[0] < linien[1] < linien[2] - 40) == hinweis.startswith("Alle")
    assert (len(set(linien)) == 1) == hinweis.startswith("Jedes")


def test_am_telefon_behalten_linienenden_ihre_namen(alle: dict[str, Diagramm]) -> None:
    gesagt = " ".join(w.text for w in worte(str(alle["ziel auf den Linien"].schmal)))
    assert "50\u00a0% A" in gesagt and "40\u00a0% B" in gesagt
    assert LANG in re.sub(r"- ", "", gesagt)


def test_ein_jahr_ohne_summe_wird_genannt(alle: dict[str, Diagramm]) -> None:
    d = alle["stapel ohne Summe"]
    for svg in (str(d.breit), str(d.schmal)):
        assert [w.text for w in worte(svg)].count("insgesamt 0") == 1
    assert "2020: insgesamt 0, also ohne Anteile." in d.text
    assert "die zusammen je 100 Prozent ergeben" in d.text


def test_legende_und_balken_einer_befragung_laufen_gleich(alle: dict[str, Diagramm]) -> None:
    d = alle["likert"]
    namen = [e.text for e in d.legende]
    assert namen == ["gar nicht", "stimme nicht zu", "teils, teils", "stimme zu", "stimme voll zu"]
    titel = re.findall(r"<title>([^:]+):", str(d.breit))
    assert titel == namen


def test_zahlen_in_mustern_stehen_auf_papier(alle: dict[str, Diagramm]) -> None:
    for fall in ("likert", "stapel ohne Summe"):
        svg = str(alle[fall].breit)
        felder = [
            Kasten(x + li, y + o, x + r, y + u)
            for knoten, x, y in orte(svg)
            if knoten.tag == "path" and knoten.get("fill") == "var(--flaeche)"
            for li, o, r, u in _rechteck(str(knoten.get("d")))
        ]
        zahlen = [w for w in worte(svg) if "%" in w.text and w.farbe == "var(--tinte)"]
        assert zahlen
        for w in zahlen:
            assert any(f.links <= w.kasten.links and w.kasten.rechts <= f.rechts for f in felder), (fall, w.text)


@pytest.mark.parametrize(("anzahl", "teile"), [(10, 1), (25, 2), (40, 3)])
def test_auf_papier_geht_keine_zeile_verloren(anzahl: int, teile: int) -> None:
    namen = [f"Gruppe {n:02}" for n in range(anzahl)]
    zeilen = [(j, g, n + 1) for n, g in enumerate(namen) for j in ("2023", "2024")]
    (bild,) = bilder(reihe_aus([dimension("g", *namen)], *zeilen))
    gezeichnet = list(seitenbilder(bild, "probe"))
    assert len(gezeichnet) == teile
    assert all(groesse(str(d.breit))[1] <= HOECHSTENS for d in gezeichnet)
    gesagt = [w.text for d in gezeichnet for w in worte(str(d.breit)) if w.text.startswith("Gruppe")]
    assert gesagt == namen
    if teile > 1:
        enden = [d.titel.partition("2024 ")[2] for d in gezeichnet]
        assert enden == [f"(Teil {n} von {teile})" for n in range(1, teile + 1)]


def test_teile_eines_bildes_haben_die_skala_des_ganzen() -> None:
    namen = [f"Gruppe {n:02}" for n in range(40)]
    zeilen = [(j, g, 400 if n == 39 else 100) for n, g in enumerate(namen) for j in ("2023", "2024")]
    (bild,) = bilder(reihe_aus([dimension("g", *namen)], *zeilen))
    erster, *_, letzter = seitenbilder(bild, "probe")

    def breiten(d: Diagramm) -> set[float]:
        zahlen = re.findall(r'd="M[-\d.]+,[-\d.]+h([\d.]+)', str(d.breit))
        return {float(z) for z in zahlen}

    assert len(breiten(erster)) == 1
    assert max(breiten(letzter)) == pytest.approx(4 * max(breiten(erster)), rel=0.02)


def test_die_ablage_kennt_das_ganze(tmp_path: Path) -> None:
    namen = [f"Gruppe {n:02}" for n in range(40)]

    def erster(hoechster: int) -> str:
        zeilen = [(j, g, hoechster if n == 39 else 100) for n, g in enumerate(namen) for j in ("2023", "2024")]
        (bild,) = bilder(reihe_aus([dimension("g", *namen)], *zeilen))
        return str(next(seitenbilder(bild, "probe", tmp_path)).breit)

    assert erster(400) != erster(200)
