"""Charts to explore, take along and embed, in a browser under a strict Content-Security-Policy without `unsafe-eval`."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from gebaut import WURZEL, warte_bis_ruhig, zaehle_offene
from stichprobe import stichprobe

pytestmark = pytest.mark.browser
AXE = WURZEL / "node_modules/axe-core/axe.min.js"
REGELN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHULE = "monitoring/schueler/"


def richtlinie(html: str) -> str:
    """The strictest policy that the page's own inline scripts of the theme allow."""
    skripte = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in skripte]
    erlaubt = " ".join(["'self'", "'wasm-unsafe-eval'", *(f"'sha256-{h}'" for h in hashes)])
    return (
        f"default-src 'self'; script-src {erlaubt}; style-src 'self'; img-src 'self' data:; "
        "object-src 'none'; base-uri 'self'"
    )


@pytest.fixture
def oeffne(browser: Any, adresse: str) -> Iterator[Any]:
    """Opens a page under the policy; what the browser refuses, and every script error, fails the test."""
    kontexte: list[Any] = []
    fehler: list[str] = []

    def _oeffne(pfad: str, breite: int = 1280, **wahl: Any) -> Any:
        kontext = browser.new_context(viewport={"width": breite, "height": 900}, reduced_motion="reduce", **wahl)
        kontexte.append(kontext)
        blatt = kontext.new_page()
        blatt.geladen = []
        blatt.on("request", lambda r: blatt.geladen.append(r.url.removeprefix(adresse)))
        blatt.on("pageerror", lambda f: fehler.append(str(f)))
        blatt.on("console", lambda m: fehler.append(m.text) if "Content Security Policy" in m.text else None)

        def mit_richtlinie(weg: Any) -> None:
            antwort = weg.fetch()
            weg.fulfill(
                response=antwort,
                headers={**antwort.headers, "Content-Security-Policy": richtlinie(antwort.text())},
            )

        blatt.route(re.compile(r"/(\?.*)?$"), mit_richtlinie)
        zaehle_offene(blatt)
        blatt.goto(f"{adresse}{pfad}")
        warte_bis_ruhig(blatt)
        return blatt

    yield _oeffne
    for kontext in kontexte:
        kontext.close()
    assert fehler == []


def erkunde(blatt: Any, stelle: int = 0) -> Any:
    """Presses the button and waits for the picture."""
    blatt.locator(".erkunden-knopf").nth(stelle).click()
    blatt.wait_for_selector(".erkunden .d-frei")
    return blatt.locator(".erkunden")


def zahlen(kasten: Any) -> list[str]:
    return [m.get_attribute("aria-label") or "" for m in kasten.locator("[data-marke]").all()]


def test_vor_dem_knopf_wird_nichts_davon_geladen(oeffne: Any) -> None:
    blatt = oeffne(SCHULE)
    blatt.locator("figure.diagramm").first.scroll_into_view_if_needed()
    assert [u for u in blatt.geladen if "vega" in u or "erkunden" in u or "mitnehmen" in u] == []
    erkunde(blatt)
    assert {"assets/vega/vega.js", "assets/vega/bauplaene.json", "daten/diagramme/schueler.erkunden.json"} <= set(
        blatt.geladen
    )


def test_die_seite_wird_hoechstens_ein_kilobyte_schwerer(musterstadt_seite: Path) -> None:
    """What is new on the page, and what it fetches before anybody presses anything, packed."""
    for seite in sorted((musterstadt_seite / "monitoring").glob("*/index.html")):
        html = seite.read_text()
        ohne = re.sub(r'<details class="d-mehr">.*?</details>', "", html, flags=re.DOTALL)
        ohne = re.sub(r' data-erkunden="[^"]*"| id="so-zitieren"', "", ohne)
        mehr = len(gzip.compress(html.encode(), 9)) - len(gzip.compress(ohne.encode(), 9))
        skript = (musterstadt_seite / "assets/js/diagramm.js").read_bytes()
        assert mehr + max(0, len(gzip.compress(skript, 9)) - 330) <= 1000, (seite, mehr)


def test_auswahl_bild_tabelle_worte_und_adresse_folgen_einander(oeffne: Any) -> None:
    blatt = oeffne(SCHULE)
    kasten = erkunde(blatt)
    assert len(zahlen(kasten)) == 51
    kasten.locator("select[name=art]").select_option("balken")
    kasten.locator("select[name=kachel]").select_option("")
    kasten.locator("select[name=achse]").select_option("schulform")
    blatt.wait_for_function("document.querySelectorAll('.erkunden [data-marke]').length === 12")
    kasten.get_by_role("checkbox", name="ausländisch").uncheck()
    blatt.wait_for_function("document.querySelectorAll('.erkunden [data-marke]').length === 8")
    assert "ohne=ausl" in blatt.url and "art=balken" in blatt.url
    kasten.locator("summary").click()
    kasten.locator("tbody tr").nth(7).wait_for()
    assert kasten.locator("tbody tr").count() == 8
    assert "Balkendiagramm: Schüler*innen" in kasten.locator("[role=status]").first.inner_text()
    vorher = zahlen(kasten)
    noch_einmal = oeffne(blatt.url.split("/", 3)[3])
    noch_einmal.wait_for_selector(".erkunden .d-frei")
    assert zahlen(noch_einmal.locator(".erkunden")) == vorher


def test_schliessen_bringt_das_feste_bild_zurueck(oeffne: Any) -> None:
    blatt = oeffne(SCHULE)
    erkunde(blatt)
    assert blatt.locator(".d-breit").first.is_hidden()
    blatt.get_by_role("button", name="Schließen").click()
    assert blatt.locator(".d-breit").first.is_visible() and blatt.locator(".erkunden").count() == 0
    assert blatt.evaluate("document.activeElement.textContent") == "Erkunden"
    assert "?" not in blatt.url


def test_mit_der_tastatur_durch_auswahl_und_marken(oeffne: Any) -> None:
    blatt = oeffne("monitoring/beschaeftigungsquote/")
    blatt.locator(".erkunden-knopf").focus()
    blatt.keyboard.press("Enter")
    blatt.wait_for_selector(".erkunden .d-frei")
    assert blatt.evaluate("document.activeElement.name") == "art"
    blatt.keyboard.press("ArrowDown")
    blatt.wait_for_function("location.search.includes('art=balken')")
    assert blatt.evaluate("document.activeElement.name") == "art"
    blatt.locator(".erkunden [data-marke][tabindex='0']").focus()
    erste = blatt.evaluate("document.activeElement.getAttribute('aria-label')")
    assert erste == blatt.locator(".erkunden .d-zettel").inner_text()
    blatt.keyboard.press("ArrowRight")
    assert blatt.evaluate("document.activeElement.getAttribute('aria-label')") != erste


@pytest.mark.parametrize(
    ("pfad", "wahl", "gesagt"),
    [
        (
            "einbuergerungen",
            "art=balken&von=2023&bis=2023",
            ["Afrika: unbekannt oder geheim", "staatenlos oder ungeklärt: unbekannt oder geheim"],
        ),
        ("wohlfuehlen", "art=stapel", ["keine Angabe zur Herkunft: nicht sicher genug"]),
    ],
)
def test_wo_kein_balken_ist_fuehrt_die_tastatur_zu_den_worten(
    oeffne: Any, pfad: str, wahl: str, gesagt: list[str]
) -> None:
    blatt = oeffne(f"monitoring/{pfad}/?erkunden=stand&{wahl}")
    blatt.wait_for_selector(".erkunden .d-marke")
    blatt.locator(".erkunden [data-marke][tabindex='0']").focus()
    gehoert = []
    for taste in ("Home", *["ArrowRight"] * (len(zahlen(blatt.locator(".erkunden"))) - 1)):
        blatt.keyboard.press(taste)
        gehoert.append(blatt.evaluate("document.activeElement.getAttribute('aria-label')"))
        assert gehoert[-1] == blatt.locator(".erkunden .d-zettel").inner_text()
    assert gehoert[-len(gesagt) :] == gesagt
    marke = blatt.locator(".erkunden [data-marke]").last.bounding_box()
    wort = blatt.locator(".erkunden .d-frei text", has_text=gesagt[-1].rpartition(": ")[2]).last.bounding_box()
    assert marke["x"] <= wort["x"] and wort["x"] + wort["width"] <= marke["x"] + marke["width"]


def test_der_name_der_datei_hat_umlaute_in_zwei_buchstaben(oeffne: Any) -> None:
    blatt = oeffne("monitoring/beschaeftigungsquote/", accept_downloads=True)
    erkunde(blatt)
    with blatt.expect_download() as warten:
        blatt.get_by_role("button", name="So als SVG").click()
    assert warten.value.suggested_filename == "beschaeftigungsquote.svg"


def test_escape_schliesst_auch_von_einer_marke_aus(oeffne: Any) -> None:
    blatt = oeffne(SCHULE)
    kasten = erkunde(blatt)
    kasten.locator("[data-marke][tabindex='0']").focus()
    assert kasten.locator(".d-zettel").is_visible()
    blatt.keyboard.press("Escape")
    assert kasten.locator(".d-zettel").is_hidden()
    blatt.keyboard.press("Escape")
    assert blatt.locator(".erkunden").count() == 0
    assert blatt.evaluate("document.activeElement.textContent") == "Erkunden"


def halte(blatt: Any, figur: str, anzahl: int) -> int:
    """How many of the next stops of the tab key lie in the picture of a figure."""
    drin = 0
    for _ in range(anzahl):
        blatt.keyboard.press("Tab")
        drin += blatt.evaluate("(f) => Boolean(document.activeElement.closest(f + ' .d-bild'))", figur)
    return drin


def test_ein_bild_ist_ein_halt_der_tabulatortaste(oeffne: Any) -> None:
    """Walked, because a browser may stop where no attribute says so."""
    for pfad in (SCHULE, "monitoring/beschaeftigungsquote/"):
        blatt = oeffne(pfad)
        blatt.locator(".d-breit").first.scroll_into_view_if_needed()
        blatt.wait_for_selector(".d-breit .d-marke")
        blatt.locator(".erkunden-knopf").first.focus()
        assert halte(blatt, "#bild-verlauf", 5) == 1, pfad
        erkunde(blatt)
        assert halte(blatt, "#bild-verlauf", 16) == 1, pfad


def test_ziele_und_vergleiche_stehen_im_bild_und_in_der_legende(oeffne: Any) -> None:
    blatt = oeffne("monitoring/beschaeftigungsquote/")
    kasten = erkunde(blatt)
    legende = kasten.locator(".d-legende").inner_text()
    for wort in ("Ziel 2028: 42 Prozent", "Ziel 2030: 45 Prozent", "Musterland: 36,4 Prozent (30.06.2024)"):
        assert wort in legende
    assert kasten.locator("line[stroke='var(--d-ziel)']").count() == 2
    assert kasten.locator("line[stroke='var(--leise)']").count() == 1
    worte = kasten.locator("[role=status]").first.inner_text()
    assert "Die senkrechte Achse beginnt bei 30 %" in worte.replace("\u00a0", " ")
    assert "Zähler: 30.06.2025; Nenner: 31.12.2024." in worte
    assert kasten.locator(".d-legende li path[d^='M9.5 2.5']").count() == 1, "the second line has squares"


def test_ohne_eine_gruppe_steht_da_dass_es_nichts_zu_zeichnen_gibt(oeffne: Any) -> None:
    blatt = oeffne("monitoring/beschaeftigungsquote/")
    kasten = erkunde(blatt)
    for name in ("deutsch", "ausländisch"):
        kasten.get_by_role("checkbox", name=name).uncheck()
    kasten.get_by_text("nichts zu zeichnen").wait_for()
    worte = kasten.locator("[role=status]").first.inner_text()
    assert "Alle Gruppen sind ausgeblendet." in worte and "∞" not in worte and "beginnt bei" not in worte
    assert kasten.get_by_role("button", name="So als SVG").is_disabled()
    kasten.get_by_role("checkbox", name="deutsch").check()
    kasten.locator(".d-frei").wait_for()


def test_was_sich_mit_einer_wahl_aendert_wird_gesagt(oeffne: Any) -> None:
    blatt = oeffne(SCHULE)
    kasten = erkunde(blatt)
    meldung = blatt.locator(".erkunden-meldung")
    assert (
        meldung.inner_text() == "Im festen Bild hat jedes kleine Diagramm seine eigene Skala; hier haben alle dieselbe."
    )
    assert meldung.get_attribute("role") == "status"
    kasten.locator("select[name=kachel]").select_option("")
    blatt.get_by_text("Von „Schulform“ ist nur noch zu sehen: insgesamt.").wait_for()
    assert "Schulform: insgesamt" in kasten.locator(".erkunden-titel").inner_text()
    kasten.locator("summary").click()
    assert "Schulform: insgesamt" in kasten.locator("caption").inner_text()
    kasten.get_by_role("checkbox", name="insgesamt").uncheck()
    kasten.get_by_role("checkbox", name="deutsch").uncheck()
    blatt.get_by_text("Die Skala ist jetzt eine andere").wait_for()


TREFFEN = """() => {
  const texte = [...document.querySelectorAll(".erkunden .d-frei text")].filter((t) => t.textContent && t.getAttribute("opacity") !== "0");
  // Chromium's boxes are 7/6 of the letters' size, Firefox's higher: what both have is compared.
  const kaesten = texte.map((t) => {
    const { left, right, top, bottom } = t.getBoundingClientRect();
    const luft = Math.max(0, bottom - top - parseFloat(getComputedStyle(t).fontSize) * 7 / 6) / 2;
    return [t.textContent, { left, right, top: top + luft, bottom: bottom - luft }];
  });
  const treffen = [];
  const bild = document.querySelector(".erkunden .d-frei").getBoundingClientRect();
  kaesten.forEach(([a, x], n) => {
    if (x.left < bild.left - 3 || x.right > bild.right + 3) treffen.push(`${a} ragt hinaus`);
    for (const [b, y] of kaesten.slice(n + 1))
      if (x.left < y.right - 1 && y.left < x.right - 1 && x.top < y.bottom - 3 && y.top < x.bottom - 3) treffen.push(`${a} | ${b}`);
  });
  return treffen;
}"""


BREITEN = (320, 390, 820, 1280)


@pytest.mark.parametrize("breite", BREITEN)
def test_beschriftungen_beruehren_einander_nicht(oeffne: Any, breite: int) -> None:
    """Half of the pictures in each window, with ALLES=1 all."""
    seiten = {
        SCHULE: [
            "verlauf",
            "verlauf&art=balken&achse=schulform&kachel=",
            "verlauf&art=stapel&achse=schulform&kachel=&zahl=anteil",
        ],
        "monitoring/wohlfuehlen/": ["stand", "stand&art=balken"],
        "monitoring/beschaeftigungsquote/": ["verlauf", "verlauf&art=balken"],
        "monitoring/einbuergerungen/": ["verlauf", "stand"],
    }
    alle = [(pfad, frage, weit) for pfad, fragen in seiten.items() for frage in fragen for weit in BREITEN]
    for pfad, frage, _ in (fall for fall in stichprobe(alle, len(alle) // 2) if fall[2] == breite):
        blatt = oeffne(f"{pfad}?erkunden={frage}", breite)
        blatt.wait_for_selector(".erkunden .d-frei")
        assert blatt.evaluate(TREFFEN) == [], (pfad, frage)
        blatt.context.close()


@pytest.mark.parametrize(("breite", "farben"), [(1280, "light"), (1280, "dark"), (320, "light")])
def test_erkundet_ist_ohne_barriere_und_passt(oeffne: Any, breite: int, farben: str) -> None:
    for pfad in (SCHULE, "monitoring/einbuergerungen/", "monitoring/wohlfuehlen/"):
        blatt = oeffne(pfad, breite, color_scheme=farben)
        kasten = erkunde(blatt)
        kasten.locator("summary").click()
        blatt.locator(".d-mehr summary").first.click()
        assert blatt.evaluate("document.documentElement.scrollWidth") <= breite, pfad
        blatt.evaluate(AXE.read_text())
        ergebnis = blatt.evaluate("regeln => axe.run(document, {runOnly: regeln})", REGELN)
        assert [(v["id"], v["nodes"][0]["html"][:160]) for v in ergebnis["violations"]] == [], pfad


def test_auf_papier_steht_nur_was_gezeigt_wird(oeffne: Any) -> None:
    blatt = oeffne(SCHULE)
    kasten = erkunde(blatt)
    kasten.get_by_role("checkbox", name="deutsch").uncheck()
    blatt.wait_for_function("location.search.includes('ohne=deutsch')")
    blatt.emulate_media(media="print")
    assert kasten.locator("input:visible, select:visible, button:visible, summary:visible").count() == 0
    assert kasten.locator(".d-legende li:visible").all_inner_texts() == [
        "insgesamt",
        "ausländisch",
        "neu gezählt seit dem Schuljahr 2024/25",
    ]
    assert blatt.locator(".d-mehr:visible").count() == 0
    assert kasten.locator(".d-frei").is_visible() and blatt.locator(".erkunden-meldung").is_hidden()


@pytest.mark.parametrize(
    "frage",
    [
        "erkunden=verlauf&art=torte&farbe=__proto__",
        "erkunden=verlauf&ohne=Verschwundene",
        "erkunden=verlauf&von=%3Cscript%3E&fest=a:b",
    ],
)
def test_eine_fremde_adresse_zeigt_was_davon_bleibt_und_sagt_es(oeffne: Any, frage: str) -> None:
    blatt = oeffne(f"{SCHULE}?{frage}")
    blatt.wait_for_selector(".erkunden .d-frei")
    assert len(zahlen(blatt.locator(".erkunden"))) == 51
    satz = blatt.locator(".erkunden-meldung").inner_text()
    assert satz.startswith("Der Link nennt, was es hier nicht gibt")


def test_ein_bild_das_es_nicht_gibt_laesst_alles_wie_es_ist(oeffne: Any) -> None:
    blatt = oeffne(f"{SCHULE}?erkunden=../../boese")
    assert blatt.locator(".erkunden").count() == 0
    assert blatt.locator(".d-breit").first.is_visible()


@pytest.mark.parametrize("fehlt", ["**/vega.js", "**/bauplaene.json", "**/*.erkunden.json", "**/erkunden.js"])
def test_was_nicht_kommt_laesst_das_feste_bild_und_sagt_es(browser: Any, adresse: str, fehlt: str) -> None:
    kontext = browser.new_context()
    blatt = kontext.new_page()
    blatt.route(fehlt, lambda weg: weg.abort())
    blatt.goto(adresse + SCHULE)
    blatt.locator(".erkunden-knopf").first.click()
    blatt.get_by_text("lässt sich gerade nicht erkunden").wait_for()
    assert blatt.locator(".d-breit").first.is_visible() and blatt.locator(".erkunden").count() == 0
    assert blatt.locator(".erkunden-knopf").first.is_visible()
    assert blatt.evaluate("document.activeElement.textContent") == "Erkunden"
    assert blatt.locator("[role=status]").filter(has_text="lässt sich gerade nicht").count() == 1
    kontext.close()


def test_ohne_skript_gibt_es_keinen_knopf_aber_alles_zum_mitnehmen(oeffne: Any) -> None:
    blatt = oeffne(SCHULE, java_script_enabled=False)
    assert blatt.locator(".erkunden-knopf").count() == 0
    blatt.locator(".d-mehr summary").first.click()
    assert blatt.locator(".d-mehr a[href$='.svg']").first.is_visible()
    assert "<iframe src=" in blatt.locator(".d-mehr code").first.inner_text()


def test_das_bild_kommt_in_doppelter_groesse_mit(oeffne: Any) -> None:
    blatt = oeffne(SCHULE, accept_downloads=True)
    blatt.locator(".d-mehr summary").first.click()
    with blatt.expect_download() as warten:
        blatt.get_by_role("button", name="Bild als PNG").first.click()
    datei = Path(warten.value.path())
    assert warten.value.suggested_filename == "schueler-verlauf.png"
    kopf = datei.read_bytes()[:24]
    assert kopf.startswith(b"\x89PNG") and int.from_bytes(kopf[16:20], "big") == 2 * 688
    erkunde(blatt)
    with blatt.expect_download() as warten:
        blatt.get_by_role("button", name="So als SVG").click()
    assert warten.value.suggested_filename == "schueler-innen.svg"
    svg = Path(warten.value.path()).read_text()
    assert "var(--" not in svg and "<text" not in svg and "data-marke" not in svg
    gesagt = " ".join(re.findall(r'aria-label="([^"]*)"', svg))
    for wort in (
        "Schüler*innen, Schuljahr 2021/22 bis Schuljahr 2025/26",
        "Quelle der Zahlen: Schulstatistik.",
        "Zahlen: Schuljahr 2021/22 bis Schuljahr 2025/26",
        "Stadt Musterstadt",
        "CC BY 4.0",
        "neu gezählt seit dem Schuljahr 2024/25",
    ):
        assert wort in gesagt, wort
    with blatt.expect_download() as warten:
        blatt.get_by_role("button", name="So als PNG").click()
    assert Path(warten.value.path()).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("breite", [320, 640])
def test_eingebettet_passt_es_in_jeden_rahmen_und_braucht_kein_skript(oeffne: Any, adresse: str, breite: int) -> None:
    for pfad in (SCHULE, "monitoring/einbuergerungen/", "monitoring/einbuergerungen/bild/stand/"):
        blatt = oeffne(pfad if pfad.endswith("stand/") else f"{pfad}bild/", breite, java_script_enabled=False)
        assert blatt.evaluate("document.documentElement.scrollWidth") <= breite
        assert blatt.locator("svg:visible").first.is_visible()
        assert not [u for u in blatt.geladen if u.endswith(".js")]


def rahmencodes(site: Path) -> dict[str, str]:
    """Page -> the code to copy for each of its pictures."""
    return {
        f"{seite.parent.name} {n}": unescape(code)
        for seite in sorted((site / "monitoring").glob("*/index.html"))
        for n, code in enumerate(re.findall(r"<code>(&lt;div.*?)</code>", seite.read_text()))
    }


@pytest.mark.parametrize("breite", [320, 390, 611, 612, 700, 900])
def test_im_rahmen_ist_nichts_abgeschnitten_und_nichts_rollt(
    browser: Any, adresse: str, musterstadt_seite: Path, breite: int
) -> None:
    codes = rahmencodes(musterstadt_seite)
    assert len(codes) >= 8
    kontext = browser.new_context(viewport={"width": breite + 100, "height": 900})
    blatt = kontext.new_page()
    geholt: list[str] = []
    blatt.on("request", lambda r: geholt.append(r.url))
    for name, code in codes.items():
        code = re.sub(r'src="https?://[^"]*?/(monitoring/[^"]*)"', rf'src="{adresse}\1"', code).replace("lazy", "eager")
        blatt.set_content(f'<body style="margin:0"><div style="width:{breite}px">{code}</div></body>')
        rahmen = blatt.frames[1]
        rahmen.wait_for_load_state()
        rahmen.wait_for_selector("figure")
        wurzel = "document.documentElement"
        hoch, da = rahmen.evaluate("[document.body.getBoundingClientRect().height, innerHeight]")
        assert rahmen.evaluate(f"{wurzel}.scrollHeight") <= da, (name, hoch, da)
        assert rahmen.evaluate(f"{wurzel}.scrollWidth") <= breite, name
        assert da <= hoch + 130, (name, hoch, da)
    assert [u for u in geholt if "favicon" in u] == []
    kontext.close()
