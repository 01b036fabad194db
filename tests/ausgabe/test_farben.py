"""Colours stand in one style sheet; screen, paper, PDF, Word and charts take them from there."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from macros.ausgabe.farben import DATEI, farben, feldfarben, graustufen, satzfarben, wortfarben
from macros.ausgabe.umgebung import UMGEBUNG
from macros.modell.auswahlen import Farbe

WURZEL = Path(__file__).resolve().parents[2]
ENDUNGEN = {".py", ".html", ".md", ".xml", ".typ", ".css", ".js", ".svg", ".json", ".yml"}
FARBE = re.compile(
    r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w-])"  # CSS, SVG, Typst
    r"|(?<=[\"'])[0-9a-f]{6}(?=[\"'])"  # Word and Excel: "0C4A53"
    r"|\b(?:rgba?|hsla?|luma|oklch|oklab|hwb|lab|lch|cmyk)\(\s*[\"'#\d.]",
    re.IGNORECASE,
)
ERLAUBT = {
    DATEI.relative_to(WURZEL).as_posix(): "declares them all",
    "docs/assets/bilder/favicon.svg": "the browser shows it outside of any page; see the test on the mark",
    "docs/assets/bilder/zeichen.svg": "an image of its own, which no style sheet reaches; see the test on the mark",
    "docs/assets/css/thema.css": "the theme's own rules, made by a command; farben.css sets what they show",
    "docs/assets/vega/vega.js": "a bundled library",
    "docs/assets/sveltia/sveltia-cms.js": "a bundled program",
    "macros/ausgabe/seiten/teilbild.typ": "a picture for other websites, which no style sheet reaches: dark letters on white",
    "docs/assets/js/erkunden-blatt.js": "a picture to take along, which no style sheet reaches: dark letters on white",
    "macros/ausgabe/diagramm/tafel.py": "a picture to take along, which no style sheet reaches: white paper",
    "macros/ausgabe/druck/konzeptbild.py": "drawn for paper, to be read without colour: black, white and grey",
    "macros/diagramme/gestalt.py": "marks that stand for a variable, never seen; see the test on marks",
}
"""File -> why it may hold a colour of its own."""
KENNUNGEN = re.compile(
    r"""(?:href|src|xlink:href)=["'][^"']*["']|url\([^)]*\)|^#(?:let|set|show)\b|&#x?[0-9a-f]+;""", re.I | re.M
)
"""What begins like a colour and is none: links to ids, keywords of Typst, characters by number."""


def quellen() -> Iterator[Path]:
    for ordner in ("macros", "docs/assets"):
        yield from (p for p in (WURZEL / ordner).rglob("*") if p.suffix in ENDUNGEN and p.is_file())


def farben_in(text: str) -> list[str]:
    return FARBE.findall(KENNUNGEN.sub("", text))


def test_farben_stehen_nur_an_einer_stelle() -> None:
    gefunden = {p.relative_to(WURZEL).as_posix(): f for p in quellen() if (f := farben_in(p.read_text("utf-8")))}
    assert {name: f for name, f in gefunden.items() if name not in ERLAUBT} == {}
    assert set(gefunden) == set(ERLAUBT), "an exception that nothing needs any more"


@pytest.mark.parametrize(
    "zeile",
    [
        ".x { color: #0c4a53; }",
        ".x { color: #fff }",
        ".x::backdrop { background: #0008; }",
        '#let leitfarbe = rgb("#0c4a53")',
        "#let leise = luma(34%)",
        '<w:color w:val="0C4A53"/>',
        'e("left", color="8C8C8C")',
        "background: rgba(0, 0, 0, .4)",
    ],
)
def test_die_suche_findet_jede_schreibweise(zeile: str) -> None:
    assert farben_in(zeile)


@pytest.mark.parametrize(
    "zeile",
    [
        '<a href="#add">',
        "<a href='glossar/#bad'>",
        "#let dec = 1",
        "&#8211;",
        "#facette-1",
        "url(#d-fade)",
        '"w:val="240"',
    ],
)
def test_kennungen_sind_keine_farben(zeile: str) -> None:
    assert farben_in(zeile) == []


def test_marken_der_diagramme_sind_keine_sichtbaren_farben() -> None:
    gestalt = (WURZEL / "macros/diagramme/gestalt.py").read_text("utf-8")
    assert set(re.findall(r"#[0-9a-f]{2,6}", gestalt)) <= {"#0b000", "#0c000", "#0d000", "#0e000", "#0d0001"}


@pytest.mark.parametrize("bild", ["favicon.svg", "zeichen.svg"])
def test_das_zeichen_hat_die_leitfarbe(bild: str) -> None:
    svg = (WURZEL / "docs/assets/bilder" / bild).read_text("utf-8")
    assert f'fill="{farben()["--primaer"]}"' in svg


def test_jede_farbe_eines_handlungsfelds_ist_erklaert() -> None:
    assert set(feldfarben()) == {f.value for f in Farbe}
    css = DATEI.read_text("utf-8")
    for name in set(feldfarben()) - {"schiefer"}:
        assert css.count(f".hf--{name} {{ --hf: ") == 2, "once for light, once for dark"


def test_es_gilt_die_helle_fassung() -> None:
    assert farben()["--papier"] == "#fbfaf6"
    assert farben()["--d1"] == "#004453"
    assert feldfarben()["schiefer"] == "#4d6074"


def test_satz_und_wort_bekommen_dieselben_farben() -> None:
    assert graustufen() == {"tinte": 10, "leise": 34, "strich": 55, "ton": 94}
    assert json.loads(satzfarben()) == {"leitfarbe": "#0c4a53", "felder": dict(feldfarben()), **graustufen()}
    assert wortfarben() == {
        "leitfarbe": "0C4A53",
        "tinte": "1A1A1A",
        "leise": "575757",
        "strich": "8C8C8C",
        "ton": "F0F0F0",
    }


def test_die_formate_von_word_nehmen_sie_auf() -> None:
    xml = UMGEBUNG.get_template("druck/docx.xml").render(farbe=wortfarben())
    assert set(re.findall(r'(?:val|color|fill)="([0-9A-F]{6})"', xml)) == set(wortfarben().values())


# Colours of series, as people see them who do not see all colours

SEHEN = {
    "Protanopie": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "Deuteranopie": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "Tritanopie": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "alle Farben": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}
"""Machado, Oliveira and Fernandes (2009), severity 1: light that is seen instead of the light that is there."""
Licht = tuple[float, float, float]


def licht(farbe: str) -> Licht:
    r, g, b = (int(farbe[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (r, g, b))  # type: ignore[return-value]


def gesehen(farbe: str, sehen: str) -> Licht:
    """Lightness and the two colour axes of CIELAB, as seen with this sight."""
    roh = licht(farbe)
    r, g, b = (min(1.0, max(0.0, sum(a * c for a, c in zip(zeile, roh, strict=True)))) for zeile in SEHEN[sehen])
    xyz = (
        0.4124 * r + 0.3576 * g + 0.1805 * b,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        0.0193 * r + 0.1192 * g + 0.9505 * b,
    )
    x, y, z = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (wert / weiss for wert, weiss in zip(xyz, (0.95047, 1.0, 1.08883), strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def abstand(eine: str, andere: str, sehen: str) -> float:
    return math.dist(gesehen(eine, sehen), gesehen(andere, sehen))


def kontrast(eine: str, andere: str) -> float:
    hell, dunkel = sorted(
        (0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(licht, (eine, andere))), reverse=True
    )
    return (hell + 0.05) / (dunkel + 0.05)


def im_schema(name: str) -> dict[str, str]:
    """The colours of the light or the dark scheme, as they are written."""
    hell, _, rest = DATEI.read_text("utf-8").partition('[data-md-color-scheme="slate"] {')
    text = hell if name == "hell" else rest.partition("}")[0]
    return {
        n: w if len(w) == 7 else "#" + "".join(2 * z for z in w[1:])
        for n, w in re.findall(r"(--[\w-]+): (#[0-9a-f]+);", text)
    }


@pytest.mark.parametrize("sehen", SEHEN)
@pytest.mark.parametrize("schema", ["hell", "dunkel"])
def test_keine_zwei_reihen_sehen_fuer_jemanden_gleich_aus(schema: str, sehen: str) -> None:
    farbe = im_schema(schema)
    reihen = [farbe[f"--d{n}"] for n in range(1, 7)]
    assert min(abstand(a, b, sehen) for a, b in combinations(reihen, 2)) >= 25
    urteile = [farbe[f"--d-{u}"] for u in ("ja", "mitte", "nein")]
    assert min(abstand(a, b, sehen) for a, b in combinations(urteile, 2)) >= 15


@pytest.mark.parametrize("schema", ["hell", "dunkel"])
def test_jede_reihe_ist_auch_als_schrift_zu_lesen(schema: str) -> None:
    farbe = im_schema(schema)
    for n in range(1, 7):
        assert min(kontrast(farbe[f"--d{n}"], farbe[grund]) for grund in ("--papier", "--flaeche")) >= 4.5


def test_was_gleich_aussieht_faellt_auf() -> None:
    assert abstand("#00626b", "#a32749", "Protanopie") < 15 < abstand("#00626b", "#a32749", "alle Farben")
    assert abstand("#f0a867", "#f794a6", "Tritanopie") < 15 < abstand("#f0a867", "#f794a6", "alle Farben")
    assert round(kontrast("#000000", "#ffffff")) == 21
