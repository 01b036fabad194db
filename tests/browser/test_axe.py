"""No barrier that axe finds: every kind of page of both towns, light and dark, 320 and 1280 pixels, with and without script.

In every run each of these pages is seen in one of the eight ways, always the same one; `ALLES=1` takes all of them.
What axe cannot decide by itself is judged here, by rule, with the reason.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from gebaut import WURZEL
from seitenarten import alle_arten, seitenarten
from stichprobe import alles

pytestmark = pytest.mark.browser
AXE = (WURZEL / "node_modules/axe-core/axe.min.js").read_text("utf-8")
NORMEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice"]
ANSICHTEN = list(product(("light", "dark"), (320, 1280), (True, False)))

BEURTEILT = {
    ("th-has-data-cells", "th-has-data-cells"): "The cells of the column of names are the heads of their rows.",
    ("color-contrast", "bgOverlap"): "The room of a footnote's mark, which shows nothing, lies over text.",
    ("color-contrast", "shortTextContent"): "A figure of one digit in a chart, in the colours of all figures there.",
    (
        "color-contrast",
        "imgNode",
    ): "Letters in charts: tests/ausgabe/test_farben.py measures every colour that they have.",
    ("color-contrast", "pseudoContent"): "A sign before the word has the word's own colour.",
    ("color-contrast", "elmPartiallyObscured"): "A notice lies over a part of it; the colours are those of all text.",
    ("color-contrast", "elmPartiallyObscuring"): "A word of the glossary across two lines, in the colour of the text.",
    ("color-contrast", "nonBmp"): "An arrow beside the words that say where a figure went, in their colour.",
    (
        "label-content-name-mismatch",
        "label-content-name-mismatch",
    ): "What is seen is a sign („×“), its name is the word.",
}
"""(rule, reason that axe gives) that it leaves open -> what was found by looking, once and for all pages."""

OHNE_UHR = "window.setTimeout = (was, nach = 0, ...mit) => (nach < 100 && Promise.resolve().then(() => was(...mit)), 0)"
"""Where script is switched off no clock runs, and axe waits for one between its rules."""

SUCHE = """async (normen) => {
  const stil = new CSSStyleSheet();  // what is laid out only when it comes into view has no places to measure before
  stil.replaceSync("* { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [stil];
  const ergebnis = await axe.run(document, { runOnly: normen, resultTypes: ["violations", "incomplete"] });
  const kurz = (v) => v.nodes.map((n) => [
    v.id, [...n.any, ...n.all, ...n.none].map((c) => c.data?.messageKey ?? c.id).sort().join(" "), n.html.slice(0, 160)]);
  return [ergebnis.violations.flatMap(kurz), ergebnis.incomplete.flatMap(kurz)];
}"""


@pytest.fixture(scope="session")
def staedte(
    musterstadt_seite: Path, echte_seite: Path, adresse: str, echte_adresse: str
) -> dict[str, tuple[Path, str]]:
    return {"Musterstadt": (musterstadt_seite, adresse), "echt": (echte_seite, echte_adresse)}


def faelle(staedte: dict[str, tuple[Path, str]]) -> list[tuple[str, str, str, tuple[str, int, bool]]]:
    """(town, kind, address, view): each page in the view whose turn it is, or in all."""
    arten = list(alle_arten({stadt: ordner for stadt, (ordner, _) in staedte.items()}))
    if alles():
        return [(*seite, ansicht) for seite, ansicht in product(arten, ANSICHTEN)]
    return [(*seite, ANSICHTEN[stelle % len(ANSICHTEN)]) for stelle, seite in enumerate(arten)]


@pytest.mark.parametrize("ansicht", ANSICHTEN, ids=lambda a: f"{a[0]}-{a[1]}-{'mit' if a[2] else 'ohne'}")
def test_axe_findet_nichts_und_was_offen_bleibt_ist_beurteilt(
    browser: Any, staedte: dict[str, tuple[Path, str]], ansicht: tuple[str, int, bool]
) -> None:
    farben, breite, mit_skript = ansicht
    kontext = browser.new_context(
        viewport={"width": breite, "height": 900},
        color_scheme=farben,
        reduced_motion="reduce",
        java_script_enabled=mit_skript,
    )
    blatt = kontext.new_page()
    funde, offene = {}, {}
    for stadt, _, seite, gefragt in faelle(staedte):
        if gefragt != ansicht:
            continue
        blatt.goto(staedte[stadt][1] + seite)
        if not mit_skript:
            blatt.evaluate(OHNE_UHR)
        blatt.evaluate(AXE)
        verstoesse, unklar = blatt.evaluate(SUCHE, NORMEN)
        if verstoesse:
            funde[stadt, seite] = verstoesse[:5]
        if neue := [fund for fund in unklar if (fund[0], fund[1]) not in BEURTEILT]:
            offene[stadt, seite] = neue[:5]
    kontext.close()
    assert not funde, funde
    assert not offene, offene


def test_beide_orte_zeigen_dieselben_arten_von_seiten(staedte: dict[str, tuple[Path, str]]) -> None:
    """So that no kind is only looked at in one of them; languages are as many as there are."""
    arten = {
        stadt: {a for a in seitenarten(ordner) if not a.startswith(("sprachen/", "404"))}
        for stadt, (ordner, _) in staedte.items()
    }
    assert arten["echt"] <= arten["Musterstadt"]
    assert len(arten["Musterstadt"]) > 25
