"""The page in Leichte Sprache: what the site itself adds keeps to its rules; pictures, ways, paper and videos."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from ausgabe.druck.conftest import DATEN, bau_von
from lxml import etree, html

from macros import haus
from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.seiten.erzeugen import dateien, seite
from macros.deutsch.leichte_regeln import verstoesse
from macros.modell.auswahlen import Symbol
from macros.modell.piktogramm import Piktogramm
from macros.modell.plan import Plan

HEUTE = date(2026, 6, 30)
SVG = "{http://www.w3.org/2000/svg}"


def baum(bau: Bau) -> html.HtmlElement:
    """The page of Leichte Sprache, where Markdown still stands only in its title."""
    return html.fragment_fromstring(seite(bau, bau.plan.sprachen["leicht"]).inhalt, create_parent="div")


def zeilen(e: html.HtmlElement) -> Iterator[str]:
    """What a reader meets as a line; links to pages in hard language, and names of the site's own pages, are not of it."""
    for link in e.xpath(".//a[@hreflang='de'] | .//a[contains(@href, 'gebaerden')]"):
        link[:] = []
        link.text = "Wort"
    for teil in e.xpath(".//*[self::p or self::li or self::h2 or self::h3 or self::h4]"):
        if not teil.xpath(".//p | .//ul"):
            yield " ".join(teil.text_content().split())


@pytest.mark.parametrize("mit_pdf", [True, False])
@pytest.mark.parametrize("stadt", list(DATEN))
def test_auch_was_die_seite_dazuschreibt_ist_leicht(stadt: str, mit_pdf: bool) -> None:
    (teil,) = baum(replace(bau_von(stadt), mit_pdf=mit_pdf)).xpath(".//div[contains(@class, 'sprache--leicht')]")
    gelesen = list(zeilen(teil))
    assert len(gelesen) > 15
    funde = {z: [v.text for v in verstoesse(z) if v.regel != "verneinung"] for z in gelesen}
    assert {z: f for z, f in funde.items() if f} == {}
    assert [p for p in teil.xpath(".//p") if "Noch gibt es" in p.text_content() and not p.xpath("./strong")] == []


@pytest.mark.parametrize("stadt", list(DATEN))
def test_die_seite_nennt_keine_pruefgruppe_die_es_nicht_gab(stadt: str) -> None:
    (hinweis,) = baum(bau_von(stadt)).xpath(".//div[contains(@class, 'sprache--leicht')]/div[@class='vorbehalt'][1]")
    assert "Eine Prüf-Gruppe hat" in hinweis.text_content() and hinweis.xpath(".//strong")[-1].text == "nicht"


def test_sie_erklaert_was_die_bitv_verlangt() -> None:
    titel = [t.text_content() for t in baum(bau_von("echt")).xpath(".//h2")]
    assert "Was ist das für eine Internet-Seite?" in titel
    assert "So benutzen Sie diese Internet-Seite" in titel
    assert "Barriere-Freiheit" in titel
    assert "Mehr in Leichter Sprache" in titel


def test_jedes_bild_steht_neben_seinem_wort_und_wird_nicht_vorgelesen() -> None:
    seite_ = baum(bau_von("echt"))
    bilder = seite_.xpath(".//*[local-name()='svg']")
    assert len(bilder) > 20
    for bild in bilder:
        assert bild.get("aria-hidden") == "true" and bild.get("class") == "piktogramm"
        assert bild.getparent().text_content().strip()


def test_jedes_bild_ist_gezeichnet_und_hat_keine_eigene_farbe() -> None:
    wurzel = etree.fromstring(haus.PIKTOGRAMME.read_bytes())
    ids = [str(s.get("id")) for s in wurzel.iter(f"{SVG}symbol")]
    assert sorted(ids) == sorted(f"bild-{p.value}" for p in Piktogramm)
    assert {f"bild-{s.value}" for s in Symbol} <= set(ids)
    farben = {e.get(name) for e in wurzel.iter() for name in ("fill", "stroke", "style")} - {None}
    assert farben == {"none", "currentColor"}


@pytest.mark.parametrize("stadt", list(DATEN))
def test_das_dokument_zum_drucken_steht_auf_der_seite_und_bei_den_downloads(stadt: str) -> None:
    bau = bau_von(stadt)
    datei = bau.druckdatei("leichte-sprache.pdf")
    assert [a for a in baum(bau).iter("a") if a.get("href", "").endswith(datei)]
    assert datei in str(BAUSTEINE["druckfassungen"](Kontext(bau, "downloads/")))
    ohne = replace(bau, mit_pdf=False)
    assert [a for a in baum(ohne).iter("a") if a.get("href", "").endswith(datei)] == []
    stumm = Bau(replace(bau.plan, sprachen={}), HEUTE)
    assert "leichte-sprache" not in str(BAUSTEINE["druckfassungen"](Kontext(stumm, "downloads/")))


def test_videos_stehen_auf_eigener_seite_mit_untertiteln_bild_und_text(plan: Plan) -> None:
    bau = Bau(plan, HEUTE)
    inhalt = html.fragment_fromstring(seite(bau, plan.gebaerden["inhalt"]).inhalt, create_parent="div")
    (video,) = inhalt.iter("video")
    assert (video.get("poster"), video.get("preload")) == ("inhalt.png", "none")
    assert video.get("autoplay") is None and video.get("controls") is not None
    (quelle,), (spur,) = video.iter("source"), video.iter("track")
    assert (quelle.get("src"), quelle.get("type")) == ("inhalt.webm", "video/webm")
    assert (spur.get("kind"), spur.get("srclang"), spur.get("src")) == ("captions", "de", "inhalt.vtt")
    assert "Hier steht, was das Video sagt." in inhalt.text_content()
    assert "0:03 Minuten. Film als Datei (3 kB)" in " ".join(inhalt.text_content().split())
    geschrieben = {d.adresse: d.inhalt for d in dateien(bau)}
    for name in ("inhalt.webm", "inhalt.vtt", "inhalt.png"):
        assert geschrieben[f"gebaerden/inhalt/{name}"] == plan.beilagen[f"gebaerden/{name}"]


def test_ohne_video_sagt_es_jede_stelle(plan: Plan) -> None:
    ohne = Bau(replace(plan, gebaerden={}), HEUTE)
    assert "Noch gibt es hier keine Videos" in baum(ohne).text_content()
    assert "kein Video in Deutscher Gebärdensprache" in str(BAUSTEINE["gebaerden"](Kontext(ohne, "gebaerden/")))
    satz = "Videos in Deutscher Gebärdensprache gibt es noch nicht"
    assert satz in str(BAUSTEINE["barrierefreiheit"](Kontext(ohne, "")))
    mit = Bau(plan, HEUTE)
    assert satz not in str(BAUSTEINE["barrierefreiheit"](Kontext(mit, "")))
    assert "Noch gibt es" not in baum(mit).text_content()
    assert "1 Video erklärt" in str(BAUSTEINE["gebaerden"](Kontext(mit, "gebaerden/")))
