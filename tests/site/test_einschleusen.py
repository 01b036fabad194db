"""Nothing in the data becomes code, markup or a foreign address, in any output, even past the check.

Every field of the model holds a hostile text (`gift.py`), fields that come later too; then every file is parsed.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

import lxml.html
import pytest
from gebaut import MUSTERSTADT, STICHTAG
from gift import ERLAUBT, WIRT, ZEILEN, giftige_stellen, vergiftet
from lxml import etree
from mkdocs.commands.build import build

from macros.ausgabe.druck.dokumente import schreibe
from macros.ausgabe.druck.wunsch import Wunsch
from macros.ausgabe.kontext import Bau
from macros.ausgabe.melden.befunde import render_befunde
from macros.ausgabe.melden.vergleichsseite import als_format
from macros.befehle.bauen import lies_konfiguration
from macros.modell.befund import melde
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner
from macros.sichten.unterschied import unterschiede

AUS_TEXTEN = frozenset({"em", "strong", "code", "pre", "hr", "blockquote", "h4", "h5", "h6", "tspan", "br"})
"""Elements that a text or a long label may bring along, all without a word of the data in a name or an address."""
ADRESSEN = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href")
ZUTATEN = {"tspan": {"x", "dy"}, "h4": {"id", "data-im-text"}, "h5": {"id"}, "h6": {"id"}}


@pytest.fixture(scope="module")
def plan() -> Plan:
    geladen, _ = pruefe_ordner(MUSTERSTADT, STICHTAG)
    assert geladen
    return geladen


@pytest.fixture(scope="module", params=ZEILEN)
def gebaut(request: pytest.FixtureRequest, plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    ziel = tmp_path_factory.mktemp(request.param) / "site"
    konfiguration = lies_konfiguration(ziel)
    bau = Bau.am(vergiftet(plan, request.param), STICHTAG, "https://example.org/konzept/")
    konfiguration.extra["bau"] = bau
    build(konfiguration)
    schreibe(bau, ziel / "pdf", ["umsetzungsbericht"], Wunsch(list(bau.plan.massnahmen.values())))
    return ziel


def _elemente(inhalt: bytes | str) -> Iterator[lxml.html.HtmlElement]:
    yield from (e for e in lxml.html.document_fromstring(inhalt).iter() if isinstance(e.tag, str))


def _namen(inhalt: bytes | str) -> set[tuple[str, str]]:
    return {(e.tag, name) for e in _elemente(inhalt) for name in ("", *e.attrib)}


def _fremd(adresse: str) -> bool:
    """Whether a browser would leave the site for it, other than by a plain link."""
    ohne = re.sub(r"[\x00-\x20]", "", adresse)
    teile = urlsplit(ohne)
    return (
        teile.hostname == WIRT or ohne.startswith(("//", "\\")) or teile.scheme not in ("", "https", "http", "mailto")
    )


def _pruefe_html(inhalt: bytes | str, erlaubt: set[tuple[str, str]], ort: str) -> None:
    for e in _elemente(inhalt):
        for name in ("", *e.attrib):
            eigen = (e.tag, name) in erlaubt
            assert eigen or e.tag in AUS_TEXTEN and name in {"", *ZUTATEN.get(e.tag, ())}, f"{ort}: <{e.tag} {name}>"
        for name in ADRESSEN:
            assert not _fremd(e.get(name) or ""), f"{ort}: {name}={e.get(name)}"
        if e.tag == "script" and "json" in (e.get("type") or ""):
            json.loads(e.text or "")
        elif e.tag in ("script", "style"):
            assert "zz" not in (e.text or ""), ort


def test_das_gift_steht_in_jedem_feld(plan: Plan) -> None:
    assert len(list(giftige_stellen(vergiftet(plan, "html")))) > 90


def test_keine_seite_fuehrt_etwas_aus_den_daten_aus(gebaut: Path, musterstadt_seite: Path) -> None:
    erlaubt = {n for seite in musterstadt_seite.rglob("*.html") for n in _namen(seite.read_bytes())}
    seiten = list(gebaut.rglob("*.html"))
    assert len(seiten) > 100
    for seite in seiten:
        _pruefe_html(seite.read_bytes(), erlaubt, str(seite.relative_to(gebaut)))


def test_ein_erlaubter_link_bleibt_einer(gebaut: Path) -> None:
    if gebaut.parent.name.startswith("auszeichnung"):
        adressen = [e.get("href") for s in gebaut.rglob("*.html") for e in _elemente(s.read_bytes()) if e.tag == "a"]
        assert adressen.count(f"https://{ERLAUBT}/") > 100


def test_was_mit_klammern_gefuellt_ist_steht_da_wie_es_ist(gebaut: Path) -> None:
    if gebaut.parent.name.startswith("ausdruck"):
        assert "{{ 7*7 }}" in (gebaut / "index.html").read_text("utf-8")
        assert not [s for s in gebaut.rglob("*.html") if "49{% zz" in s.read_text("utf-8")]


def test_feeds_und_karten_sind_xml_und_ihr_html_ist_harmlos(gebaut: Path, musterstadt_seite: Path) -> None:
    dateien = [*gebaut.rglob("*.xml"), *gebaut.rglob("*.svg")]
    assert len(dateien) > 5
    for datei in dateien:
        wurzel = etree.fromstring(datei.read_bytes())
        fremd = [e.tag for e in wurzel.iter() if isinstance(e.tag, str) and "zz" in e.tag]
        assert not fremd, datei
        for inhalt in wurzel.iter("{*}content"):
            if inhalt.text:
                _pruefe_html(inhalt.text, {("a", "href"), ("a", "rel"), *((t, "") for t in _FEED)}, datei.name)
        for e in wurzel.iter("{*}link", "{*}loc"):
            assert not _fremd(e.get("href") or e.text or ""), datei


_FEED = ("html", "body", "p", "a", "ul", "ol", "li", "div", "h1", "h2", "h3", "sup", "span")


def test_daten_fuer_programme_lassen_sich_lesen(gebaut: Path) -> None:
    jsons = [d for d in gebaut.rglob("*") if d.suffix in (".json", ".jsonld", ".webmanifest")]
    assert len(jsons) > 5
    for datei in jsons:
        json.loads(datei.read_bytes())
    tabellen = list(gebaut.rglob("*.csv"))
    assert len(tabellen) > 20
    for datei in tabellen:
        text = datei.read_text("utf-8-sig")
        zeilen = list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text.split("\n", 1)[0] else ","))
        assert len({len(z) for z in zeilen}) == 1, datei
        for zelle in (z for zeile in zeilen for z in zeile):
            zahlwort = re.fullmatch(
                r'="[\w./ -]{1,40}"', zelle
            )  # keeps „2.1“ from becoming a day; nothing else fits in
            assert zahlwort or not zelle.startswith(("=", "+", "@", "\t")), (datei, zelle)


def test_kalender_haben_keine_fremde_zeile(gebaut: Path) -> None:
    for datei in gebaut.rglob("*.ics"):
        for zeile in datei.read_bytes().replace(b"\r\n ", b"").split(b"\r\n"):
            assert not zeile or re.match(rb"[A-Z-]+(?:;[^:]*)?:", zeile), (datei, zeile)


def test_word_dateien_fuehren_nirgends_hin(gebaut: Path) -> None:
    dateien = list(gebaut.rglob("*.docx"))
    assert dateien
    for datei in dateien:
        with ZipFile(datei) as archiv:
            for name in archiv.namelist():
                if name.endswith((".xml", ".rels")):
                    for e in etree.fromstring(archiv.read(name)).iter():
                        assert "zz" not in str(e.tag)
                        if e.get("TargetMode") == "External":
                            assert not _fremd(e.get("Target") or ""), datei


@pytest.mark.parametrize("art", ZEILEN)
def test_der_vergleich_zeigt_gift_als_text(plan: Plan, art: str) -> None:
    """The comparison goes into comments and summaries, where a bot's name stands above it."""
    u = unterschiede(plan, vergiftet(plan, art), STICHTAG)
    # What the page writes itself, its charts and tables too, is seen where every indicator is new or gone.
    ohne = replace(plan, indikatoren={})
    eigene = (als_format(unterschiede(*paar, STICHTAG), "html") for paar in ((ohne, plan), (plan, ohne), (plan, plan)))
    namen = {name for seite in eigene for name in _namen(seite)}
    _pruefe_html(als_format(u, "html"), namen | {("section", ""), ("h2", "id")}, "vergleich")
    befund = melde(plan.ort("gemeinde", "gemeinde"), "titel", "regel", ZEILEN[art])
    for markdown in (als_format(u, "markdown"), render_befunde([befund], "markdown")):
        gelesen = html.unescape(markdown)
        assert not re.search(r"<(?!/?(?:details|summary)>)|\]\(|!\[|[`@]", markdown)
        assert not re.search(r"(?i)https?://|@\w|www\.|#\d", gelesen)
