"""Used in other ways than with a mouse on a large screen: by keyboard, enlarged four times, with wide text, without colours or motion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gebaut import neues_blatt, warte_bis_ruhig
from seitenarten import alle_arten
from stichprobe import alles, stichprobe

pytestmark = pytest.mark.browser
MOST_SCHRITTE = 120
"""Stops of the tab key on one page; a list of hundreds of links repeats itself."""


@pytest.fixture(scope="session")
def seiten(musterstadt_seite: Path, echte_seite: Path, adresse: str, echte_adresse: str) -> list[str]:
    """The addresses of a quarter of the kinds of pages of both towns; with ALLES=1 of all."""
    orte = {"Musterstadt": (musterstadt_seite, adresse), "echt": (echte_seite, echte_adresse)}
    alle = [orte[stadt][1] + seite for stadt, _, seite in alle_arten({s: o for s, (o, _) in orte.items()})]
    return list(stichprobe(alle, len(alle) // 4))


# By keyboard

ALLES_GESEHEN = """async () => {
  for (const bild of document.querySelectorAll(".d-bild")) {
    bild.scrollIntoView();
    await new Promise((weiter) => setTimeout(weiter, 200));
  }
  scrollTo(0, 0);
}"""
"""Pictures come to life when they are seen; the key goes faster here than anybody's finger."""
FOKUS = """() => {  // days and films mark their own parts
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const stil = getComputedStyle(e);
  const rahmen = (s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0;
  const kaesten = [...e.getClientRects()].filter((k) => k.width && k.height);
  const imFenster = ({ left, top, right, bottom }) => [Math.max(left, 0), Math.max(top, 0), Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
  const punkte = kaesten.map(imFenster).flatMap(([l, o, r, u]) => [.5, .1, .9].flatMap((a) => [.5, .2, .8].map((b) => [l + (r - l) * a, o + (u - o) * b])));
  const gehoert = (x) => x && (x === e || e.contains(x) || x.contains(e) || x.closest("label")?.contains(e));
  const frei = punkte.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight && gehoert(document.elementFromPoint(x, y)));
  e.dataset.gegangen = "";
  return {
    was: e.outerHTML.slice(0, 120),
    rahmen: e.type === "date" || e.tagName === "VIDEO" || rahmen(stil) || stil.boxShadow !== "none" || (e.closest("label") && rahmen(getComputedStyle(e.closest("label")))),
    frei: punkte.length === 0 || frei.length > 0,
  };
}"""
BEDIENBAR = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
  .filter((e) => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ checkVisibilityCSS: true, contentVisibilityAuto: true }) && !e.closest("[inert]"))
  .filter((e) => e.type !== "radio" && !("gegangen" in e.dataset)).map((e) => e.outerHTML.slice(0, 120))"""


def gehe(blatt: Any) -> Iterator[dict[str, Any]]:
    """Every stop of the tab key from the top of the page."""
    for _ in range(MOST_SCHRITTE):
        blatt.keyboard.press("Tab")
        stand = blatt.evaluate(FOKUS)
        if stand is None:
            return
        yield stand


@pytest.mark.nur_chromium("checkVisibility came to Firefox later than the floor")
@pytest.mark.parametrize("breite", [320, 1280])
def test_die_tastatur_erreicht_alles_und_man_sieht_wo_man_ist(browser: Any, seiten: list[str], breite: int) -> None:
    """Each page in one of the two windows, with ALLES=1 in both."""
    fehler = {}
    with neues_blatt(browser, viewport={"width": breite, "height": 700}, reduced_motion="reduce") as blatt:
        for seite in seiten if alles() else seiten[breite == 1280 :: 2]:
            blatt.goto(seite)
            warte_bis_ruhig(blatt)
            blatt.evaluate(ALLES_GESEHEN)
            warte_bis_ruhig(blatt)
            schritte = list(gehe(blatt))
            assert len(schritte) > 5, seite
            schlecht = [s for s in schritte if not (s["rahmen"] and s["frei"])]
            vergessen = blatt.evaluate(BEDIENBAR) if len(schritte) < MOST_SCHRITTE else []
            if schlecht or vergessen:
                fehler[seite] = (schlecht[:3], vergessen[:3])
    assert not fehler, fehler


# Enlarged, and with wide text

ABSTAENDE = """* { letter-spacing: .12em !important; line-height: 1.5 !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
WEIT = """(regeln) => {  // no tag: Firefox waits for ever for one that the policy of the page refuses
  const stil = new CSSStyleSheet();
  stil.replaceSync(regeln);
  document.adoptedStyleSheets = [stil];
}"""
ABGESCHNITTEN = """() => [...document.querySelectorAll("body *")].filter((e) => {
  const stil = getComputedStyle(e);
  return ["hidden", "clip"].includes(stil.overflowX) && !e.closest(".unsichtbar, svg, [hidden], thead") && e.clientWidth > 1
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) && e.textContent.trim();
}).map((e) => [e.outerHTML.slice(0, 120), e.scrollWidth, e.clientWidth])"""


@pytest.mark.parametrize("abstaende", [False, True], ids=["vierfach", "vierfach mit weiter Schrift"])
def test_vierfach_vergroessert_steht_alles_untereinander(browser: Any, seiten: list[str], abstaende: bool) -> None:
    """1280 by 1024 pixels at 400 % are 320 by 256; only tables and charts may be wider, in a frame of their own."""
    fehler = {}
    with neues_blatt(browser, viewport={"width": 320, "height": 256}) as blatt:
        for seite in seiten:
            blatt.goto(seite)
            warte_bis_ruhig(blatt)  # who leaves earlier breaks off what a page still fetches
            if abstaende:
                blatt.evaluate(WEIT, ABSTAENDE)
            weite = blatt.evaluate("document.documentElement.scrollWidth")
            abgeschnitten = blatt.evaluate(ABGESCHNITTEN)
            if weite > 320 or abgeschnitten:
                fehler[seite] = (weite, abgeschnitten[:3])
    assert not fehler, fehler


def test_vierfach_vergroessert_bleibt_platz_zum_lesen(browser: Any, seiten: list[str]) -> None:
    """What stays in place while the page moves may take a third of the little window, no more."""
    with neues_blatt(browser, viewport={"width": 320, "height": 256}) as blatt:
        for seite in seiten:
            blatt.goto(seite)
            blatt.evaluate("scrollTo(0, 1000)")
            hoehe = blatt.evaluate(
                """() => [...document.querySelectorAll("body *")]
                  .filter((e) => ["fixed", "sticky"].includes(getComputedStyle(e).position) && e.checkVisibility())
                  .map((e) => e.getBoundingClientRect()).filter((k) => k.height && k.width > 160 && k.bottom > 0 && k.top < innerHeight)
                  .reduce((summe, k) => summe + Math.min(k.bottom, innerHeight) - Math.max(k.top, 0), 0)"""
            )
            assert hoehe <= 86, (seite, hoehe)


# Without colours, with more contrast, without motion

RAENDER = """() => [...document.querySelectorAll(".knopf, select, input, textarea")].filter((e) => e.checkVisibility() && !e.closest(".unsichtbar"))
  .filter((e) => { const s = getComputedStyle(e); return !(parseFloat(s.borderTopWidth) && s.borderTopStyle !== "none") && s.appearance === "none" && !s.textDecorationLine.includes("underline") && !e.querySelector("svg"); })
  .map((e) => e.outerHTML.slice(0, 120))"""


@pytest.mark.nur_chromium("other colours of the system")
def test_mit_erzwungenen_farben_bleiben_raender_und_der_ort_der_tastatur(browser: Any, seiten: list[str]) -> None:
    fehler = {}
    with neues_blatt(browser, forced_colors="active", reduced_motion="reduce") as blatt:
        for seite in seiten:
            blatt.goto(seite)
            warte_bis_ruhig(blatt)
            ohne_rand = blatt.evaluate(RAENDER)
            ohne_ort = [s for s, _ in zip(gehe(blatt), range(15), strict=False) if not s["rahmen"]]
            if ohne_rand or ohne_ort:
                fehler[seite] = (ohne_rand[:3], ohne_ort[:3])
    assert not fehler, fehler


@pytest.mark.nur_chromium("other colours of the system")
def test_mit_erzwungenen_farben_haben_bilder_die_farbe_der_schrift(browser: Any, echte_adresse: str) -> None:
    """Whatever colours the page itself was last set to: dark on a dark ground nobody sees them."""
    with neues_blatt(browser, forced_colors="active", color_scheme="dark") as blatt:
        for seite, was in (("sprachen/leicht/", ".piktogramm"), ("betrifft-mich/", ".piktogramm"), ("", ".symbol")):
            blatt.goto(echte_adresse + seite)
            blatt.evaluate("document.documentElement.dataset.farben = 'hell'")
            farben = blatt.evaluate(
                """(was) => [...document.querySelectorAll(".md-typeset " + was)].filter((e) => e.checkVisibility())
                  .map((e) => getComputedStyle(e).stroke)""",
                was,
            )
            assert len(farben) > 4, seite
            assert set(farben) <= {"rgb(255, 255, 255)", "rgb(255, 255, 0)"}, (seite, "text or link of the system")


@pytest.mark.nur_chromium("other colours of the system")
def test_wer_mehr_kontrast_will_bekommt_volle_tinte(browser: Any, seiten: list[str]) -> None:
    for farben in ("light", "dark"):
        with neues_blatt(browser, color_scheme=farben, contrast="more") as blatt:
            blatt.goto(seiten[0])
            stil = (
                "n => ['--leise', '--linie', '--rand', '--tinte'].map((v) => getComputedStyle(n).getPropertyValue(v))"
            )
            leise, linie, rand, tinte = blatt.locator("main").evaluate(stil)
            assert leise == linie == rand == tinte


BEWEGT = """() => [...document.querySelectorAll("*")].filter((e) => {
  const s = getComputedStyle(e);
  const dauert = (z) => z.split(",").some((t) => parseFloat(t) > 0.01);
  return dauert(s.transitionDuration) || (s.animationName !== "none" && dauert(s.animationDuration)) || s.scrollBehavior === "smooth";
}).map((e) => e.outerHTML.slice(0, 120))"""


@pytest.mark.nur_chromium("other colours of the system")
def test_wer_keine_bewegung_will_bekommt_keine(browser: Any, seiten: list[str]) -> None:
    with neues_blatt(browser, reduced_motion="reduce") as blatt:
        assert {s: b[:3] for s in seiten if (blatt.goto(s), b := blatt.evaluate(BEWEGT)) and b} == {}
