"""The feeds are Atom by RFC 4287, say nothing invented, and keep their ids for ever."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from macros.ausgabe.kontext import Bau
from macros.ausgabe.offene_daten.feed import feeds
from macros.modell.plan import Plan

A = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}:[\w/.-]+")


def _baum(inhalt: str | bytes) -> ElementTree.Element:
    return ElementTree.fromstring(inhalt)


@pytest.fixture
def alle(plan: Plan, stichtag: date) -> dict[str, ElementTree.Element]:
    return {d.adresse: _baum(d.inhalt) for d in feeds(Bau(plan, stichtag, "https://example.org/konzept/"))}


def test_ein_feed_fuer_alles_und_je_handlungsfeld(alle: dict[str, ElementTree.Element], plan: Plan) -> None:
    assert set(alle) == {"aenderungen/feed.xml", *(f"aenderungen/feed-{f}.xml" for f in plan.handlungsfelder)}


def test_pflichtteile_des_formats(alle: dict[str, ElementTree.Element]) -> None:
    for feed in alle.values():
        for element in (feed, *feed.findall(f"{A}entry")):
            assert TAG.fullmatch(element.findtext(f"{A}id") or "")
            assert (element.findtext(f"{A}title") or "").strip()
            stand = datetime.fromisoformat((element.findtext(f"{A}updated") or "").replace("Z", "+00:00"))
            assert stand.tzinfo
        assert feed.findtext(f"{A}author/{A}name")
        assert [v.get("rel") for v in feed.findall(f"{A}link")] == ["self", "alternate"]


def test_kennungen_sind_eindeutig_und_vom_ort_unabhaengig(plan: Plan, stichtag: date) -> None:
    def kennungen(adresse: str) -> list[str]:
        (erster, *_) = feeds(Bau(plan, stichtag, adresse))
        return [e.findtext(f"{A}id") or "" for e in _baum(erster.inhalt).findall(f"{A}entry")]

    hier, dort = kennungen("https://example.org/konzept/"), kennungen("https://example.com/")
    assert hier == dort and len(set(hier)) == len(hier) > 10


def test_links_sind_mit_bekannter_adresse_absolut_sonst_relativ_zum_feed(plan: Plan, stichtag: date) -> None:
    (mit, *_), (ohne, *_) = (list(feeds(Bau(plan, stichtag, a))) for a in ("https://example.org/konzept/", ""))
    for absolut, relativ in zip(_baum(mit.inhalt).iter(f"{A}link"), _baum(ohne.inhalt).iter(f"{A}link"), strict=True):
        ziel = absolut.get("href") or ""
        assert ziel.startswith("https://example.org/konzept/")
        assert urljoin("https://example.org/konzept/aenderungen/feed.xml", relativ.get("href") or "") == ziel


def test_der_feed_eines_feldes_nennt_nur_dieses_feld(alle: dict[str, ElementTree.Element]) -> None:
    feed = alle["aenderungen/feed-begegnung-teilhabe.xml"]
    eintraege = feed.findall(f"{A}entry")
    assert eintraege
    for eintrag in eintraege:
        assert "begegnung-teilhabe" in {c.get("term") for c in eintrag.findall(f"{A}category")}


def test_der_tag_der_veroeffentlichung_steht_da_wo_die_daten_ihn_nennen(alle: dict[str, ElementTree.Element]) -> None:
    tage = {
        (e.findtext(f"{A}id") or "").rpartition(":")[2]: (e.findtext(f"{A}published"), e.findtext(f"{A}updated"))
        for e in alle["aenderungen/feed.xml"].findall(f"{A}entry")
    }
    # late figures appear on the day they were entered
    assert tage["indikatoren/beschaeftigte/2024-06-30/2025-03-10"] == ("2025-03-10T12:00:00Z", "2025-03-10T12:00:00Z")
    # nobody wrote down when these came, so nothing is said about it
    assert tage["indikatoren/bevoelkerung/2025-12-31"] == (None, "2025-12-31T12:00:00Z")
    assert tage["massnahmen/sprachtreffs/sachstand/2025-09-30"][0] == "2025-09-30T12:00:00Z"


def test_kennungen_bleiben_auch_ohne_fassung_von_jahr_zu_jahr(plan: Plan) -> None:
    ohne = replace(plan, fassungen={})
    eins, zwei = (next(iter(feeds(Bau(ohne, tag)))).inhalt for tag in (date(2026, 12, 31), date(2027, 1, 1)))
    assert set(re.findall(r"<id>.*?</id>", str(eins))) <= set(re.findall(r"<id>.*?</id>", str(zwei)))
    leer = Plan(plan.gemeinde)
    assert next(iter(feeds(Bau(leer, date(2026, 12, 31))))) == next(iter(feeds(Bau(leer, date(2027, 1, 1)))))


def test_ohne_aenderungen_bleibt_der_feed_gueltig_und_gleich(plan: Plan) -> None:
    leer = Plan(plan.gemeinde, fassungen={"2021": plan.fassungen["2021"]})
    (heute,), (spaeter,) = (list(feeds(Bau(leer, tag))) for tag in (date(2026, 1, 1), date(2026, 2, 2)))
    assert heute == spaeter
    assert _baum(heute.inhalt).findtext(f"{A}updated") == "2021-03-18T12:00:00Z"
