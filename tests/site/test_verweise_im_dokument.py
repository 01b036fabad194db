"""What a page points at by id is there, and every run of words says its language, on every page of both towns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest

BEZUEGE = ("popovertarget", "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details")
LATEIN = re.compile(r"[A-Za-zÄÖÜäöüß]{2}")
ANDERE_SCHRIFT = {"ar", "fa", "ru", "uk", "bg"}
DEUTSCHE_WORTE = re.compile(
    r"\b(?:Konzept|Herausforderungen|Maßnahmen|Umsetzung|Was betrifft mich|Weiteres|Mehr|Handlungsfelde?r?|Balu und Du"
    r"|Integrations(?:konzept|rat|zentrum)|Leichte Sprache|(?:Haupt|Ehren)amt(?:lich)?|Aussiedler|und|für|der|die|das)\b|ß"
)
"""Words that no other Latin-script language of the site writes so; the town's name belongs to every language."""


@pytest.fixture(params=["musterstadt_seite", "echte_seite"])
def dokumente(request: pytest.FixtureRequest) -> list[tuple[Path, lxml.html.HtmlElement]]:
    ordner: Path = request.getfixturevalue(request.param)
    return [(p, lxml.html.document_fromstring(p.read_bytes())) for p in sorted(ordner.rglob("*.html"))]


def test_jeder_bezug_auf_eine_stelle_fuehrt_zu_ihr(dokumente: list[tuple[Path, lxml.html.HtmlElement]]) -> None:
    lose = []
    for seite, dokument in dokumente:
        da = {str(i) for i in dokument.xpath("//@id")}
        for bezug in BEZUEGE:
            for wert in dokument.xpath(f"//@{bezug}"):
                lose += [(seite, bezug, ziel) for ziel in str(wert).split() if ziel not in da]
    assert lose == []


def test_keine_ueberschrift_liest_das_zeichen_ihres_ankers_vor(
    dokumente: list[tuple[Path, lxml.html.HtmlElement]],
) -> None:
    for seite, dokument in dokumente:
        for anker in dokument.find_class("headerlink"):
            assert anker.get("aria-hidden") == "true" and anker.get("tabindex") == "-1", seite


def test_landmarken_einer_art_heissen_verschieden(dokumente: list[tuple[Path, lxml.html.HtmlElement]]) -> None:
    for seite, dokument in dokumente:
        for art in ("aside", "section"):
            namen = Counter(str(n) for n in dokument.xpath(f"//main//{art}/@aria-label"))
            assert [n for n, wie_oft in namen.items() if wie_oft > 1] == [], seite


def texte(element: lxml.html.HtmlElement, lang: str) -> Iterator[tuple[str, str]]:
    """(language, text) of everything that is read out."""
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "svg", "title", "template"):
        return
    lang = element.get("lang", lang)
    if element.text:
        yield lang, element.text
    for kind in element:
        yield from texte(kind, lang)
        if kind.tail:
            yield lang, kind.tail


def test_in_anderer_schrift_steht_deutsches_nur_wo_es_sich_deutsch_nennt(
    dokumente: list[tuple[Path, lxml.html.HtmlElement]],
) -> None:
    gesehen = 0
    for seite, dokument in dokumente:
        code = dokument.get("lang")
        if code in ANDERE_SCHRIFT:
            gesehen += 1
            assert [t.strip() for s, t in texte(dokument.body, code) if s == code and LATEIN.search(t)] == [], seite
    assert gesehen


def test_in_gleicher_schrift_nennt_sich_jedes_deutsche_wort_der_website_deutsch(
    dokumente: list[tuple[Path, lxml.html.HtmlElement]],
) -> None:
    gesehen = 0
    for seite, dokument in dokumente:
        code = str(dokument.get("lang"))
        if seite.parent.parent.name == "sprachen" and not code.startswith("de") and code not in ANDERE_SCHRIFT:
            gesehen += 1
            offen = [t.strip() for s, t in texte(dokument.body, code) if s == code and DEUTSCHE_WORTE.search(t)]
            assert offen == [], seite
    assert gesehen


def test_eine_sprachseite_nennt_sprache_und_richtung_und_alle_anderen(
    dokumente: list[tuple[Path, lxml.html.HtmlElement]],
) -> None:
    sprachen = [(p, d) for p, d in dokumente if p.parent.parent.name == "sprachen"]
    assert len(sprachen) >= 3
    codes = {d.get("lang") for _, d in sprachen} | {"de"}
    for seite, dokument in sprachen:
        assert dokument.get("dir") == ("rtl" if dokument.get("lang") in ("ar", "fa") else "ltr"), seite
        assert set(dokument.xpath("//link[@rel='alternate']/@hreflang")) == codes, seite


def test_menue_untermenue_und_fusszeile_stehen_in_der_sprache_der_seite(
    dokumente: list[tuple[Path, lxml.html.HtmlElement]],
) -> None:
    """Or honestly in German, where a language has no words for them: English of Musterstadt."""
    gesehen = 0
    for seite, dokument in dokumente:
        if seite.parent.parent.name != "sprachen" or (
            seite.parts[-4].endswith("musterstadt") and "/ar/" not in f"{seite}"
        ):
            continue
        gesehen += 1
        rahmen = [n for n in dokument.iter("nav") if not n.xpath(".//@hreflang | ancestor::main")]
        assert len(rahmen) == 4, seite
        (farben,) = dokument.xpath("//button[@data-farbwahl]")
        assert farben.get("lang") is None and not farben.get("data-dunkel").startswith("Farben:"), seite
        for nav in rahmen:
            assert [e.text_content() for e in (*nav.iterancestors(), *nav.iter()) if e.get("lang") == "de"] == [], seite
            assert nav.get("aria-label") not in ("Hauptnavigation", "Fußzeile"), seite
    assert gesehen in (1, 12)


def test_der_kopf_einer_massnahme_fuehrt_zu_ihr_auf_jeder_sprache_die_sie_kennt(echte_seite: Path) -> None:
    dokument = lxml.html.document_fromstring((echte_seite / "massnahmen/integrationsrat/index.html").read_bytes())
    wege = [str(w) for w in dokument.xpath("//*[contains(@class, 'kopf-sprachen')]//a/@href")]
    assert len(wege) == 12
    assert all(w.endswith("/#massnahme-integrationsrat") for w in wege)
    for weg in wege:
        ziel = (echte_seite / "massnahmen/integrationsrat" / weg.partition("#")[0] / "index.html").resolve()
        assert 'id="massnahme-integrationsrat"' in ziel.read_text("utf-8")
