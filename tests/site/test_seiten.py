"""The built site: whole, valid, linked, without scripts or hosts of others."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
from gebaut import MUSTERSTADT, STICHTAG, WURZEL, baue
from stichprobe import stichprobe

from macros.befehle.zielordner import MARKE

FREMD = re.compile(r"^(?:https?:)?//")


@cache
def _dokument(pfad: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(pfad.read_bytes())


def _seiten(ordner: Path) -> list[Path]:
    return sorted(ordner.rglob("*.html"))


@pytest.fixture(params=["musterstadt_seite", "echte_seite"])
def ordner(request: pytest.FixtureRequest) -> Path:
    gebaut: Path = request.getfixturevalue(request.param)
    return gebaut


def test_keine_vorlage_bleibt_uebrig(ordner: Path) -> None:
    for seite in _seiten(ordner):
        text = seite.read_text(encoding="utf-8")
        assert "{{" not in text and "{%" not in text and "Macro Rendering Error" not in text, seite


def test_jede_seite_hat_eine_ueberschrift_erster_ordnung_und_springt_nicht(ordner: Path) -> None:
    for seite in _seiten(ordner):
        ebenen = [
            int(h.tag[1]) for h in _dokument(seite).xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")
        ]
        assert ebenen.count(1) == 1, seite
        assert all(b - a <= 1 for a, b in zip(ebenen, ebenen[1:], strict=False)), (seite, ebenen)


def test_jede_seite_nennt_sprache_und_titel(ordner: Path) -> None:
    titel = {}
    for seite in _seiten(ordner):
        dokument = _dokument(seite)
        if seite.parent.parent.name != "sprachen":
            assert dokument.get("lang") == "de", seite
        assert dokument.get("lang"), seite
        name = dokument.findtext(".//title")
        assert name and name.strip(), seite
        titel.setdefault(name, []).append(seite)
    doppelt = {n: s for n, s in titel.items() if len(s) > 1}
    assert not doppelt


def test_jeder_innere_link_und_anker_fuehrt_ans_ziel(ordner: Path) -> None:
    fehler = []
    kanonisch = _dokument(ordner / "index.html").xpath("string(//link[@rel='canonical']/@href)")
    wurzel = urlsplit(kanonisch).path or "/"
    kennungen: dict[Path, set[str]] = {}
    for seite in _seiten(ordner):
        for attribut, element in ((a, e) for a in ("href", "src") for e in _dokument(seite).iter() if e.get(a)):
            roh = element.get(attribut)
            if FREMD.match(roh) or roh.startswith(("mailto:", "tel:", "data:")):
                continue
            teile = urlsplit(roh)
            ziel = seite if not teile.path else (seite.parent / unquote(teile.path)).resolve()
            if teile.path.startswith("/"):
                ziel = ordner / unquote(teile.path).removeprefix(wurzel).lstrip("/")
            if ziel.is_dir():
                ziel = ziel / "index.html"
            if not ziel.is_file():
                fehler.append(f"{seite.relative_to(ordner)} → {roh}")
            elif teile.fragment and "=" not in teile.fragment and ziel.suffix == ".html":
                if ziel not in kennungen:
                    kennungen[ziel] = {e.get("id") for e in _dokument(ziel).iter() if e.get("id")}
                if unquote(teile.fragment) not in kennungen[ziel]:
                    fehler.append(f"{seite.relative_to(ordner)} → {roh} (Anker)")
    assert not fehler, fehler[:20]


def test_kein_link_im_text_fuehrt_auf_die_seite_auf_der_er_steht(ordner: Path) -> None:
    for seite in ordner.rglob("index.html"):
        for ziel in _dokument(seite).xpath("//article//a[not(ancestor::nav)]/@href"):
            teile = urlsplit(ziel)
            if not (teile.scheme or teile.netloc or teile.fragment or teile.query):
                wohin = (seite.parent / unquote(teile.path)).resolve()
                assert wohin not in (seite, seite.parent), (seite, ziel)


def test_der_kopf_verraet_kein_werkzeug_und_menues_zaehlen_nichts_das_es_nicht_gibt(ordner: Path) -> None:
    for seite in _seiten(ordner):
        dokument = _dokument(seite)
        assert not dokument.xpath("//meta[@name='generator']"), seite
        assert not [r for r in dokument.xpath("//@rel") if r != " ".join(r.split())], seite
        assert not dokument.xpath("//*[contains(@class, 'hauptnav-farben')]"), seite
        menue = " ".join(dokument.xpath("//nav//text()"))
        assert not re.search(r"\b0 [A-ZÄÖÜ]", menue), (seite, menue)


def test_jede_kennung_ist_auf_ihrer_seite_einmalig(ordner: Path) -> None:
    for seite in _seiten(ordner):
        alle = [e.get("id") for e in _dokument(seite).iter() if e.get("id")]
        doppelt = {k for k in alle if alle.count(k) > 1}
        assert not doppelt, (seite, doppelt)


def test_das_menue_nennt_hoechstens_einen_ort(ordner: Path) -> None:
    """„Zahlen vergleichen“ is not also „Zahlen und Indikatoren“, though its address begins alike."""
    for seite in _seiten(ordner):
        dokument = _dokument(seite)
        for leiste in ("hauptnav", "unternav"):
            hier = dokument.xpath(f"//nav[@class='{leiste}']//a[@aria-current]/text()")
            assert len(hier) < 2, (seite, hier)


def test_kein_aufruf_geht_an_einen_fremden_server(ordner: Path) -> None:
    laedt = (
        "//script[@src] | //img[@src] | //iframe | //link[@href][not(contains('canonical prev next alternate', @rel))]"
    )
    for seite in _seiten(ordner):
        for element in _dokument(seite).xpath(laedt):
            for attribut in ("src", "href", "srcset"):
                assert not FREMD.match(element.get(attribut, "")), (seite, element.get(attribut))
    for stil in ordner.rglob("*.css"):
        assert not re.search(
            r"url\(\s*['\"]?(?:https?:)?//|@import\s+['\"]?(?:https?:)?//", stil.read_text(encoding="utf-8")
        ), stil


def test_kein_skript_und_kein_stil_steht_in_der_seite(ordner: Path) -> None:
    """So that a policy without exceptions can hold: what a page runs and wears comes from files."""
    daten = ("application/json", "application/ld+json")
    for seite in _seiten(ordner):
        dokument = _dokument(seite)
        assert not [s for s in dokument.xpath("//script[not(@src)]") if s.get("type") not in daten], seite
        assert not dokument.xpath("//style | //*[@style]"), seite
        assert not [n for e in dokument.iter() for n in e.keys() if n.startswith("on")], seite  # noqa: SIM118


def test_vom_skript_und_stil_des_themas_liegt_nichts_mehr_da(ordner: Path) -> None:
    assert not [p for p in ordner.rglob("*") if "lunr" in p.name or p.name.startswith(("bundle.", "main."))]
    # The editing surface is only there where the data say where they lie.
    bearbeiten = {"sveltia"} if (ordner / "redaktion/bearbeiten/config.json").is_file() else set()
    assert {p.name for p in (ordner / "assets").iterdir()} == {"bilder", "css", "js", "symbole", "vega"} | bearbeiten


def test_jede_tabelle_hat_beschriftung_und_kopfzellen(ordner: Path) -> None:
    for seite in _seiten(ordner):
        for tabelle in _dokument(seite).xpath("//article//table"):
            assert tabelle.find("caption") is not None, seite
            assert tabelle.xpath(".//th[@scope]"), seite


def test_kein_gendersternchen_wird_zur_hervorhebung(ordner: Path) -> None:
    for seite in _seiten(ordner):
        for betont in _dokument(seite).xpath("//article//em | //article//i | //article//strong"):
            davor = (betont.getprevious().tail if betont.getprevious() is not None else betont.getparent().text) or ""
            assert not (davor[-1:].isalpha() and (betont.text or "")[:2] in ("in", "in")), (seite, betont.text)


@pytest.mark.langsam
def test_html_ist_gueltig(ordner: Path) -> None:
    """The Nu HTML checker finds no error that is ours; of each kind of page at least one is looked at."""
    seiten = stichprobe(_seiten(ordner), 40, je=lambda seite: seite.relative_to(ordner).parts[0])
    bericht = subprocess.run(
        ["java", "-Xss2m", "-jar", str(WURZEL / "node_modules/vnu-jar/build/dist/vnu.jar"), "--format", "json", "--errors-only",
         "--skip-non-html", *map(str, seiten)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    meldungen = json.loads(bericht.stderr)["messages"]
    ausnahmen = json.loads((WURZEL / "tests/site/vnu_ausnahmen.json").read_text(encoding="utf-8"))
    eigene = [m for m in meldungen if not any(a in m["message"] for a in ausnahmen)]
    assert not eigene, [(m["url"], m.get("lastLine"), m["message"]) for m in eigene[:10]]


def test_zwei_bauten_sind_gleich(musterstadt_seite: Path, tmp_path: Path) -> None:
    lauf = baue(MUSTERSTADT, tmp_path / "zweite", "--stichtag", STICHTAG.isoformat())
    assert lauf.returncode == 0, lauf.stderr
    assert _summen(musterstadt_seite) == _summen(tmp_path / "zweite")


def _summen(ordner: Path) -> dict[str, str]:
    return {
        p.relative_to(ordner).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(ordner.rglob("*"))
        if p.is_file()
    }


def test_ein_fehler_laesst_die_alte_seite_stehen(tmp_path: Path) -> None:
    ziel = tmp_path / "seite"
    ziel.mkdir()
    (ziel / "index.html").write_text("alt", encoding="utf-8")
    (ziel / MARKE).write_text("", encoding="utf-8")
    kaputt = tmp_path / "daten"
    kaputt.mkdir()
    (kaputt / "gemeinde.yaml").write_text("name: Musterstadt\nnmae: x\n", encoding="utf-8")
    lauf = baue(kaputt, ziel)
    assert lauf.returncode == 1
    assert "gemeinde.yaml:2: nmae" in lauf.stderr and "Traceback" not in lauf.stderr
    assert (ziel / "index.html").read_text(encoding="utf-8") == "alt"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".seite")] == []


def test_zum_vergleichen_fuehrt_jede_datenseite_die_es_kann_und_keine_andere(ordner: Path) -> None:
    seite = _dokument(ordner / "monitoring/vergleichen/index.html")
    dabei = set(seite.xpath("//*[@data-indikator]/@data-indikator"))
    andere = set(seite.xpath("//*[@data-unvergleichbar]/@data-unvergleichbar"))
    mit_link = {
        datei.parent.name
        for datei in (ordner / "monitoring").glob("*/index.html")
        if _dokument(datei).xpath("//a[contains(@href, 'vergleichen/?i=')]")
    }
    assert dabei and mit_link == dabei
    alle = {
        d.parent.name
        for d in (ordner / "monitoring").glob("*/index.html")
        if not _dokument(d).xpath("//meta[@http-equiv='refresh']")  # an old address that leads on
    } - {"vergleichen"}
    assert dabei | andere == alle and not dabei & andere
