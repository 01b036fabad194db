"""The floor: every kind of page works on a phone, without JavaScript, by keyboard and for screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from gebaut import WURZEL, warte_bis_ruhig, zaehle_offene

from scripts.browser import warte_auf

pytestmark = pytest.mark.browser
AXE = WURZEL / "node_modules/axe-core/axe.min.js"
REGELN = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["color-contrast", "link-in-text-block"],
}
SEITEN = {
    "start": "",
    "herausforderungen": "herausforderungen/",
    "massnahmen": "massnahmen/",
    "umsetzung": "umsetzung/",
    "monitoring": "monitoring/",
    "datenqualitaet": "datenqualitaet/",
    "glossar": "glossar/",
    "betrifft-mich": "betrifft-mich/",
    "impressum": "ueber/impressum/",
}


def _leitet_um(seite: Any) -> bool:
    """An old address that only leads on."""
    return b'http-equiv="refresh"' in seite.read_bytes()


def _je_art(ordner: Any) -> dict[str, str]:
    """The first generated page of each kind, so that no test knows a record."""
    arten = {}
    for art in (
        "konzept",
        "handlungsfelder",
        "herausforderungen",
        "massnahmen",
        "zielgruppen",
        "akteure",
        "monitoring",
        "sprachen",
    ):
        unter = sorted(p.parent.name for p in (ordner / art).glob("*/index.html") if not _leitet_um(p))
        if unter:
            arten[f"{art}-einzeln"] = f"{art}/{unter[0]}/"
    return arten


@pytest.fixture(scope="session")
def pfade(musterstadt_seite: Any) -> dict[str, str]:
    """Name -> address of one page of every kind."""
    return {**SEITEN, **_je_art(musterstadt_seite)}


@pytest.fixture
def seite(browser: Any) -> Iterator[Any]:
    """A fresh page that notes script errors and requests to other hosts."""
    kontext = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    blatt = kontext.new_page()
    blatt.fehler = []
    zaehle_offene(blatt)
    blatt.on("pageerror", lambda fehler: blatt.fehler.append(str(fehler)))
    blatt.on("console", lambda m: blatt.fehler.append(m.text) if m.type == "error" else None)
    blatt.on(
        "request",
        lambda r: (
            blatt.fehler.append(r.url)
            if "127.0.0.1" not in r.url and not r.url.startswith(("data:", "blob:"))
            else None
        ),
    )
    yield blatt
    kontext.close()


@pytest.mark.parametrize("farben", ["light", "dark"])
def test_axe_findet_keine_barriere(browser: Any, adresse: str, pfade: dict[str, str], farben: str) -> None:
    kontext = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=farben, reduced_motion="reduce")
    blatt = kontext.new_page()
    funde = {}
    for name, pfad in pfade.items():
        blatt.goto(adresse + pfad)
        blatt.evaluate(AXE.read_text("utf-8"))
        ergebnis = blatt.evaluate("regeln => axe.run(document, {runOnly: regeln})", REGELN[farben])
        if ergebnis["violations"]:
            funde[name] = [(v["id"], v["nodes"][0]["html"][:160], len(v["nodes"])) for v in ergebnis["violations"]]
    kontext.close()
    assert not funde, funde


def test_keine_seite_meldet_fehler_oder_ruft_fremde_server(seite: Any, adresse: str, pfade: dict[str, str]) -> None:
    for pfad in pfade.values():
        seite.goto(adresse + pfad)
        warte_bis_ruhig(seite)
    assert seite.fehler == []


@pytest.mark.parametrize("breite", [320, 390])
def test_keine_seite_laeuft_auf_dem_telefon_in_die_breite(
    browser: Any, adresse: str, pfade: dict[str, str], breite: int
) -> None:
    kontext = browser.new_context(viewport={"width": breite, "height": 844})
    blatt = kontext.new_page()
    zu_breit = {}
    for name, pfad in pfade.items():
        blatt.goto(adresse + pfad)
        if (w := blatt.evaluate("document.documentElement.scrollWidth")) > breite:
            zu_breit[name] = w
    kontext.close()
    assert not zu_breit


def test_ohne_javascript_steht_alles_da(browser: Any, adresse: str, pfade: dict[str, str]) -> None:
    kontext = browser.new_context(java_script_enabled=False)
    blatt = kontext.new_page()
    blatt.goto(adresse + pfade["massnahmen"])
    zeilen = blatt.locator("article table tbody tr")
    assert zeilen.count() > 5
    assert all(zeilen.nth(i).is_visible() for i in range(zeilen.count()))
    blatt.goto(adresse + pfade["massnahmen-einzeln"])
    assert blatt.locator(".kette").is_visible() and blatt.locator(".eckdaten").first.is_visible()
    kontext.close()


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_was_verborgen_ist_zeigt_kein_stil(seite: Any, adresse: str, pfade: dict[str, str], medium: str) -> None:
    """No `display` of any class outbids the attribute, on the screen or on paper."""
    seite.emulate_media(media=medium)
    funde = {}
    for name, pfad in pfade.items():
        seite.goto(adresse + pfad)
        funde[name] = seite.evaluate(
            """() => [...document.body.querySelectorAll("*")].filter((e) => {
                 if (!(e instanceof HTMLElement) || e.hidden) return false;
                 e.hidden = true;
                 const gezeigt = getComputedStyle(e).display !== "none";
                 e.hidden = false;
                 return gezeigt;
               }).map((e) => `${e.tagName}.${e.className}`)"""
        )
    assert {name: f for name, f in funde.items() if f} == {}


FARBEN = "n => Object.fromEntries(['--papier', '--tinte', '--d1', '--hf'].map(w => [w, getComputedStyle(n).getPropertyValue(w)]))"


@pytest.mark.parametrize("schema", ["light", "dark"])
def test_ohne_javascript_gelten_die_farben_des_systems(browser: Any, adresse: str, schema: str) -> None:
    gesehen = []
    for mit_skript in (True, False):
        kontext = browser.new_context(java_script_enabled=mit_skript, color_scheme=schema)
        blatt = kontext.new_page()
        blatt.goto(adresse + "handlungsfelder/")
        hf = blatt.locator("main .hf").first
        gesehen.append((hf.evaluate(FARBEN), hf.evaluate("n => getComputedStyle(n.closest('html')).colorScheme")))
        kontext.close()
    mit, ohne = gesehen
    assert (ohne[0], ohne[1].replace("normal", "light")) == mit
    assert mit[0]["--papier"] == {"light": "#fbfaf6", "dark": "#14191a"}[schema]


def test_die_tastatur_kommt_als_erstes_zum_inhalt(seite: Any, adresse: str) -> None:
    seite.goto(adresse)
    seite.keyboard.press("Tab")
    sprung = seite.evaluate("document.activeElement.className + '|' + document.activeElement.getAttribute('href')")
    assert "md-skip" in sprung and "#" in sprung


def test_ein_begriff_oeffnet_sich_mit_der_tastatur_und_schliesst_mit_escape(
    seite: Any, adresse: str, musterstadt_seite: Any
) -> None:
    mit_begriff = next(
        p for p in sorted((musterstadt_seite / "konzept").glob("*/index.html")) if b'class="begriff"' in p.read_bytes()
    )
    seite.goto(adresse + mit_begriff.parent.relative_to(musterstadt_seite).as_posix() + "/")
    knopf = seite.locator("button.begriff").first
    karte = seite.locator(f"#{knopf.get_attribute('popovertarget')}")
    assert not karte.is_visible()
    knopf.focus()
    seite.keyboard.press("Enter")
    assert karte.is_visible() and karte.inner_text().strip()
    seite.keyboard.press("Escape")
    assert not karte.is_visible()


def test_der_sichtbare_fokus_hat_einen_rahmen(seite: Any, adresse: str) -> None:
    seite.goto(adresse)
    ohne = []
    for _ in range(12):
        seite.keyboard.press("Tab")
        stil = seite.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement); return [document.activeElement.tagName, s.outlineStyle, s.outlineWidth, s.boxShadow] })()"
        )
        if stil[0] != "BODY" and stil[1] == "none" and stil[3] == "none":
            ohne.append(stil)
    assert not ohne


def test_eine_fussnote_fuehrt_hin_und_zurueck(seite: Any, adresse: str, musterstadt_seite: Any) -> None:
    mit_note = next(
        p for p in sorted((musterstadt_seite / "konzept").glob("*/index.html")) if b"footnote-ref" in p.read_bytes()
    )
    seite.goto(adresse + mit_note.parent.relative_to(musterstadt_seite).as_posix() + "/")
    marke = seite.locator("a.footnote-ref").first
    nummer = marke.inner_text()
    marke.click()
    warte_auf(seite, f"location.hash === '#fn-{nummer}'")  # Playwright hears of no way within a page of Firefox
    seite.locator(f"#fn-{nummer} a.footnote-backref").click()
    warte_auf(seite, f"location.hash === '#fnref-{nummer}'")
