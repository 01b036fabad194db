"""Ten things that people come for, from the start page by what a person would click, in both towns; clicks are counted.

Of Musterstadt the answers are written by hand. Of the real town they come from its data by the same rule.
"""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest
from gebaut import MUSTERSTADT, STICHTAG, WURZEL, neues_blatt
from playwright.sync_api import expect

from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from scripts.browser import liefere

pytestmark = pytest.mark.browser
TELEFON = {"width": 390, "height": 844}
TABLET = {"width": 820, "height": 1180}


@dataclass
class Stadt:
    """A town: where its site lies and answers, and what a visitor of it looks for."""

    ordner: Path
    adresse: str
    plan: Plan
    kinder: str
    """The situation in life that a parent would click."""
    hilfe: str
    """Its first measure, in short."""
    mitmachen: str
    platz: str
    """A measure of „Mitmachen“ that looks for volunteers."""
    geld: str
    """What the page on the state says to who asks what it costs."""


def _sucht_menschen(plan: Plan, massnahme: str) -> bool:
    """Whether a measure says in its own words that it needs people who help."""
    m = plan.massnahmen[massnahme]
    return bool(re.search(r"Pat\*innen|Ehrenamt|ehrenamtlich|[Ff]reiwillig", f"{m.kurz} {m.kurztext} {m.beschreibung}"))


@pytest.fixture(scope="module", params=["musterstadt", "echt"])
def stadt(request: pytest.FixtureRequest) -> Iterator[Stadt]:
    musterstadt = request.param == "musterstadt"
    ordner = request.getfixturevalue("musterstadt_seite" if musterstadt else "echte_seite")
    plan, _ = pruefe_ordner(MUSTERSTADT if musterstadt else WURZEL / "data", STICHTAG)
    assert plan is not None
    with liefere(ordner) as adresse:
        if musterstadt:
            worte = ("Kinder und Familie", "Lernpatenschaften", "Mitmachen", "Lernpatenschaften", "18.500,50 Euro")
        else:
            lagen = sorted(plan.lebenslagen.values(), key=lambda lage: lage.reihenfolge)
            kinder = next(lage for lage in lagen if "Kinder" in lage.name)
            mitmachen = next(lage for lage in lagen if lage.name.startswith("Mitmachen"))
            freiwillig = [m for m in mitmachen.massnahmen if _sucht_menschen(plan, m)]
            betraege = [m for m in plan.massnahmen.values() if m.kosten]
            worte = (
                kinder.name,
                plan.massnahmen[kinder.massnahmen[0]].kurz,
                mitmachen.name,
                plan.massnahmen[freiwillig[0]].kurz,
                "Euro" if betraege else "Zu keiner Maßnahme ist ein Betrag angegeben.",
            )
        yield Stadt(ordner, adresse, plan, *worte)


@dataclass
class Besuch:
    """Somebody in front of the start page; every click counts."""

    blatt: Any
    drucke: list[str] = field(default_factory=list)

    def klicke(self, wort: str, *, genau: bool = True, wo: str = "body") -> None:
        """A link or button that is seen and bears these words."""
        muster = re.compile(rf"^\W*{'.?'.join(map(re.escape, wort))}\W*$" if genau else re.escape(wort))
        ziel = self.blatt.locator(f"{wo} :is(a, button, summary):visible").filter(has_text=muster).first
        vorher, fuehrt_weg = self.blatt.url, ziel.get_attribute("href")
        ziel.click()
        if fuehrt_weg:
            self.blatt.wait_for_url(lambda url: url != vorher)
        self.drucke.append(wort)

    def sieht(self, wort: str) -> None:
        """The words stand in the page, whether or not it has soft hyphens and kept spaces in them."""
        text = self.blatt.locator("main").inner_text()
        assert wort in text.replace("\u00ad", "").replace("\u00a0", " "), (wort, self.blatt.url)


@pytest.fixture
def besuch(browser: Any, stadt: Stadt, request: pytest.FixtureRequest) -> Iterator[Besuch]:
    """On a phone, or as the test's mark says."""
    optionen = getattr(request, "param", {"viewport": TELEFON})
    with neues_blatt(browser, **optionen) as blatt:
        blatt.goto(stadt.adresse)
        yield Besuch(blatt)


def test_hausaufgabenhilfe_fuer_ein_kind(besuch: Besuch, stadt: Stadt) -> None:
    besuch.klicke(stadt.kinder)
    besuch.klicke(stadt.hilfe)
    assert len(besuch.drucke) == 2
    expect(besuch.blatt.get_by_role("heading", level=1)).to_be_in_viewport()
    besuch.sieht(stadt.hilfe)
    expect(besuch.blatt.locator(".kopfzeile .stand").first).to_be_in_viewport()
    for ueberschrift in ("Worum es geht", "Schritte", "Stand der Umsetzung"):
        assert besuch.blatt.get_by_role("heading", name=ueberschrift).count() == 1


def test_was_buerger_lesen_steht_vor_dem_was_die_redaktion_braucht(besuch: Besuch, stadt: Stadt) -> None:
    besuch.klicke(stadt.kinder)
    besuch.klicke(stadt.hilfe)
    assert besuch.blatt.evaluate(
        """() => { const m = document.querySelector("[data-melden]");
             return [...document.querySelectorAll("main h2, main .eckdaten, main .verweise")]
               .every((e) => m.contains(e) || e.compareDocumentPosition(m) & 4); }"""
    )


def test_wer_sich_engagieren_will(besuch: Besuch, stadt: Stadt) -> None:
    besuch.klicke(stadt.mitmachen)
    besuch.sieht(stadt.platz)
    besuch.sieht("An wen Sie sich wenden können")
    kontakt = stadt.plan.gemeinde.kontakt
    besuch.sieht(kontakt.email if kontakt and kontakt.email else "Auskunft gibt die Gemeinde selbst")
    besuch.klicke(stadt.platz)
    assert len(besuch.drucke) == 2
    besuch.sieht(stadt.platz)


@pytest.mark.nur_chromium("downloads")
def test_eine_journalistin_nimmt_zahl_und_bild_der_einbuergerungen_mit(besuch: Besuch, stadt: Stadt) -> None:
    """A drawing where there is one, else the figure itself as a picture."""
    blatt = besuch.blatt
    besuch.klicke("Menü")
    besuch.klicke("Zahlen und Indikatoren", wo=".kopf-menue")
    besuch.klicke("Einbürgerungen", wo="main")
    assert len(besuch.drucke) == 3
    besuch.sieht("Quelle")
    besuch.sieht("So zitieren")
    if (klappe := blatt.locator("summary", has_text="Bild mitnehmen").first).count():
        klappe.click()
        bild = blatt.get_by_role("link", name="Bild mit Quelle und Lizenz (SVG)").first
    else:
        bild = blatt.get_by_role("link", name="Bild mit Quelle (PNG)")
    with blatt.expect_download() as ladung:
        bild.click()
    inhalt = Path(ladung.value.path()).read_bytes()
    if inhalt.startswith(b"\x89PNG"):
        assert struct.unpack(">II", inhalt[16:24]) == (1200, 630)
    else:
        assert "Quelle" in inhalt.decode("utf-8") and "Einbürgerungen" in inhalt.decode("utf-8")


@pytest.mark.parametrize("besuch", [{"viewport": {"width": 1280, "height": 900}}], indirect=True)
def test_ein_ratsmitglied_fragt_was_es_kostet(besuch: Besuch, stadt: Stadt) -> None:
    besuch.klicke("Umsetzung", wo=".hauptnav")
    assert len(besuch.drucke) == 1
    zeile = besuch.blatt.locator("tr", has=besuch.blatt.get_by_role("rowheader", name="Geld"))
    expect(zeile).to_contain_text(stadt.geld)
    expect(besuch.blatt.locator("tr", has_text="Zu entscheiden")).to_be_visible()


@pytest.mark.parametrize("besuch", [{"viewport": {"width": 1280, "height": 900}}], indirect=True)
def test_nur_mit_der_tastatur(besuch: Besuch, stadt: Stadt) -> None:
    """The jump to the content, then Tab to the situation and to its first measure."""
    blatt, tasten = besuch.blatt, 0

    def weiter(wort: str) -> None:
        nonlocal tasten
        for _ in range(60):
            blatt.keyboard.press("Tab")
            tasten += 1
            hier = blatt.evaluate("document.activeElement.textContent.replaceAll('\\u00ad', '').trim()")
            if wort in hier:
                blatt.keyboard.press("Enter")
                tasten += 1
                return
        raise AssertionError(f"{wort} was not reached")

    weiter("Zum Inhalt")
    weiter(stadt.kinder)
    blatt.wait_for_url("**/betrifft-mich/lage/**")
    weiter("Zum Inhalt")
    weiter(stadt.hilfe)
    blatt.wait_for_url("**/massnahmen/**")
    assert tasten <= 40
    besuch.sieht(stadt.hilfe)


@pytest.mark.parametrize("besuch", [{"viewport": TELEFON, "java_script_enabled": False}], indirect=True)
def test_ohne_javascript(besuch: Besuch, stadt: Stadt) -> None:
    """The list of situations and groups are links; what they lead to is complete."""
    besuch.klicke("Was betrifft mich?", wo="main")
    antworten = besuch.blatt.locator(".betrifft-wahl a")
    assert antworten.count() >= 5 and all(a.is_visible() for a in antworten.all())
    besuch.klicke(stadt.kinder, wo="main")
    besuch.klicke(stadt.hilfe)
    assert len(besuch.drucke) == 3
    besuch.sieht("Worum es geht")
    expect(besuch.blatt.locator(".melden-ohne")).to_be_hidden()


def test_wer_ueber_einen_link_kommt_weiss_wo_er_ist(besuch: Besuch, stadt: Stadt) -> None:
    blatt, m = besuch.blatt, next(m for m in stadt.plan.massnahmen.values() if m.kurz == stadt.hilfe)
    blatt.goto(f"{stadt.adresse}massnahmen/{m.id}/#schritte")
    expect(blatt.get_by_role("heading", name="Schritte")).to_be_in_viewport()
    blatt.goto(f"{stadt.adresse}massnahmen/{m.id}/")
    weg = blatt.get_by_role("navigation", name="Sie sind hier")
    assert [t.replace("\u00ad", "") for t in weg.locator("li").all_inner_texts()] == ["Start", "Maßnahmen", stadt.hilfe]
    besuch.klicke("Maßnahmen", wo=".brotkrume")
    assert blatt.url == f"{stadt.adresse}massnahmen/"
    blatt.goto(f"{stadt.adresse}massnahmen/?text={stadt.hilfe.split()[0]}")
    expect(blatt.locator("[data-matrix] tbody tr:visible").first).to_contain_text(stadt.hilfe.split()[0])


def test_was_beim_teilen_erscheint(stadt: Stadt) -> None:
    """Title, description and the place; the picture where the site has an address, for pictures are shared by it."""
    m = next(m for m in stadt.plan.massnahmen.values() if m.kurz == stadt.hilfe)
    seite: Any = lxml.html.document_fromstring((stadt.ordner / "massnahmen" / m.id / "index.html").read_bytes())
    og = {e.get("property"): e.get("content") for e in seite.xpath("//meta[starts-with(@property, 'og:')]")}
    assert og["og:title"].startswith(stadt.hilfe) and len(og["og:title"]) <= 70
    assert og["og:description"] == m.kurztext
    assert stadt.plan.gemeinde.name in og["og:title"] + og["og:site_name"]
    if wurzel := str(stadt.plan.gemeinde.adresse_der_seite or ""):
        assert og["og:url"] == f"{wurzel}massnahmen/{m.id}/" == seite.xpath("string(//link[@rel='canonical']/@href)")
        assert (stadt.ordner / og["og:image"].removeprefix(wurzel)).read_bytes().startswith(b"\x89PNG")
    else:
        assert "og:image" not in og and "og:url" not in og


@pytest.mark.nur_chromium("printing to PDF")
def test_ein_blatt_zum_ausdrucken(besuch: Besuch, stadt: Stadt, tmp_path: Path) -> None:
    besuch.klicke(stadt.kinder)
    besuch.klicke(stadt.hilfe)
    besuch.blatt.pdf(path=str(tmp_path / "a.pdf"), prefer_css_page_size=True)
    lauf = subprocess.run(
        ["pdftotext", "-raw", str(tmp_path / "a.pdf"), "-"], capture_output=True, text=True, check=True
    )
    text = " ".join(re.sub("\u00ad\\s?", "", lauf.stdout).split())
    assert stadt.hilfe in text and "Worum es geht" in text and urlsplit(besuch.blatt.url).path.lstrip("/") in text
    for bedienung in ("Suche", "Menü", "Stand melden", "Auf dieser Seite", "Wie soll der Bericht ankommen?"):
        assert bedienung not in text


@pytest.mark.parametrize("besuch", [{"viewport": TABLET, "has_touch": True}], indirect=True)
def test_auf_dem_tablet_steht_bei_jeder_massnahme_ihr_stand(besuch: Besuch, stadt: Stadt) -> None:
    blatt = besuch.blatt
    besuch.klicke("Alle Maßnahmen als Liste")
    assert len(besuch.drucke) == 1
    zeilen = blatt.locator("[data-matrix] tbody tr:visible")
    assert zeilen.count() >= 8
    for zeile in zeilen.all():
        kasten = zeile.locator(".stand").first.bounding_box()
        assert kasten and kasten["x"] >= 0 and kasten["x"] + kasten["width"] <= TABLET["width"]
