"""Kinds of barrier that can be seen in the built pages, each walked over every page of both towns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import lxml.html
import pytest

KURZ = 100
"""Letters of a row's head; more is a text that a screen reader repeats before every cell."""
ROLLEN = {"nav": "navigation", "aside": "complementary", "main": "main", "form": "form", "section": "region"}
ORTSMARKEN = {*ROLLEN.values(), "banner", "contentinfo", "search"}
NIE_ZUGLEICH = ("kopf-blatt", "hauptnav")
"""The menu in the header and the row of the same links: a width shows one of them, see tests/browser/test_kopf.py."""


@pytest.fixture(params=["musterstadt_seite", "echte_seite"])
def ordner(request: pytest.FixtureRequest) -> Path:
    gebaut: Path = request.getfixturevalue(request.param)
    return gebaut


@cache
def _dokument(pfad: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(pfad.read_bytes())


def seiten(ordner: Path) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    for pfad in sorted(ordner.rglob("*.html")):
        yield pfad.relative_to(ordner).as_posix(), _dokument(pfad)


def worte(element: lxml.html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).replace("\u00ad", "").split())


def name(seite: lxml.html.HtmlElement, element: lxml.html.HtmlElement) -> str:
    """What a screen reader calls an element that has a name given to it."""
    von = (element.get("aria-labelledby") or "").split()
    return element.get("aria-label") or " ".join(worte(seite.get_element_by_id(v)) for v in von)


def lange_zeilenkoepfe(seite: lxml.html.HtmlElement) -> list[str]:
    """Heads of rows that are a text, and have no name of their own."""
    return [t for th in seite.xpath("//th[@scope='row']") if len(t := th.get("aria-label") or worte(th)) > KURZ]


def doppelte_ortsmarken(seite: lxml.html.HtmlElement) -> dict[tuple[str, str], int]:
    """Landmarks of one kind with one name: nobody can tell them apart in the list of landmarks."""
    gezaehlt: Counter[tuple[str, str]] = Counter()
    for e in seite.xpath("//*[self::nav or self::aside or self::main or self::form or self::section or @role]"):
        rolle, heisst = e.get("role") or ROLLEN[e.tag], name(seite, e)
        if rolle not in ORTSMARKEN or (rolle in ("region", "form") and not heisst):
            continue
        if e.get("class") == NIE_ZUGLEICH[0] and seite.xpath(f"//nav[@class='{NIE_ZUGLEICH[1]}']"):
            continue
        gezaehlt[rolle, heisst] += 1
    return {marke: zahl for marke, zahl in gezaehlt.items() if zahl > 1}


def test_der_kopf_einer_zeile_ist_ein_name_und_kein_absatz(ordner: Path) -> None:
    assert {s: k for s, d in seiten(ordner) if (k := lange_zeilenkoepfe(d))} == {}


def test_keine_zwei_ortsmarken_heissen_gleich(ordner: Path) -> None:
    assert {s: k for s, d in seiten(ordner) if (k := doppelte_ortsmarken(d))} == {}


def test_fussnoten_haben_eine_ortsmarke_mit_namen_und_fuehren_zurueck(ordner: Path) -> None:
    gesehen = 0
    for seite, dokument in seiten(ordner):
        for noten in dokument.xpath("//*[@class='footnote']"):
            gesehen += 1
            assert (noten.get("role"), noten.get("aria-label")) == ("region", "Fußnoten"), seite
            for note in noten.xpath(".//li"):
                assert note.xpath(".//a[@class='footnote-backref' and @aria-label]"), seite
    assert gesehen


def test_ein_diagramm_sagt_seinen_text_nur_einmal(ordner: Path) -> None:
    """Figure and drawing are called by the title; the description is text, and not once more a name."""
    gesehen = 0
    for seite, dokument in seiten(ordner):
        for figur in dokument.xpath("//figure[@class='diagramm'][.//svg]"):
            gesehen += 1
            titel = f"{figur.get('id')}-titel"
            namen = {e.get("aria-labelledby") for e in (figur, *figur.xpath(".//svg[@role='img']"))}
            assert namen == {titel}, (seite, namen)
            assert worte(dokument.get_element_by_id(titel)), seite
            assert worte(figur.find("figcaption")), seite
    assert gesehen


def test_in_kuerze_sagt_was_es_ist(ordner: Path) -> None:
    kaesten = [k for _, d in seiten(ordner) for k in d.xpath("//section[@class='kuerze']")]
    assert len(kaesten) >= 8
    for kasten in kaesten:
        assert worte(kasten).endswith("Zusammenfassung dieser Website, kein beschlossener Text.")


ERKLAERT = {
    "gültiges HTML": "test_html_ist_gueltig",
    "Überschriften ohne Sprünge": "test_jede_seite_hat_eine_ueberschrift_erster_ordnung_und_springt_nicht",
    "Namen für Tabellen, Diagramme und Bereiche der Seite": "test_keine_zwei_ortsmarken_heissen_gleich",
    "Farben der Diagramme, die sich auch bei Farbenfehlsichtigkeit unterscheiden": "test_keine_zwei_reihen_sehen_fuer_jemanden_gleich_aus",
    "die Regeln des Prüfprogramms axe (WCAG 2.2 AA und EN 301 549) in heller und dunkler Darstellung, auf schmalen und breiten "
    "Schirmen, mit und ohne JavaScript": "test_axe_findet_nichts_und_was_offen_bleibt_ist_beurteilt",
    "Bedienung mit der Tastatur": "test_die_tastatur_erreicht_alles_und_man_sieht_wo_man_ist",
    "Vergrößerung auf 400 %, auch mit weiten Abständen der Schrift": "test_vierfach_vergroessert_steht_alles_untereinander",
    "erzwungene Farben, mehr Kontrast und weniger Bewegung nach den Einstellungen des Systems": "test_wer_keine_bewegung_will_bekommt_keine",
}
"""What the accessibility statement says is tested -> the test that does it."""


def test_die_erklaerung_nennt_nur_was_ein_test_prueft(ordner: Path) -> None:
    seite = _dokument(ordner / "ueber/barrierefreiheit/index.html")
    assert [worte(li) for li in seite.xpath("//ul[@id='getestet']/li")] == list(ERKLAERT)
    tests = "".join(datei.read_text("utf-8") for datei in Path(__file__).parents[1].rglob("test_*.py"))
    assert [name for name in ERKLAERT.values() if f"def {name}(" not in tests] == []


@pytest.mark.parametrize(
    ("html", "gefunden"),
    [
        (f"<table><tr><th scope=row>{'Satz ' * 25}</th></tr></table>", True),
        (f"<table><tr><th scope=row aria-label='kurz'>{'Satz ' * 25}</th></tr></table>", False),
        ("<table><tr><th scope=row>Ein Name</th></tr></table>", False),
    ],
)
def test_ein_langer_zeilenkopf_faellt_auf(html: str, gefunden: bool) -> None:
    assert bool(lange_zeilenkoepfe(lxml.html.document_fromstring(html))) is gefunden


@pytest.mark.parametrize(
    ("html", "gefunden"),
    [
        ("<nav aria-label=a></nav><nav aria-label=a></nav>", True),
        ("<aside aria-label=a></aside><aside aria-label=a></aside>", True),
        ("<nav aria-label=a></nav><nav aria-label=b></nav>", False),
        ("<nav aria-label=a></nav><section aria-label=a></section>", False),
        ("<section></section><section></section>", False),
        ("<nav class=kopf-blatt aria-label=a></nav><nav class=hauptnav aria-label=a></nav>", False),
    ],
)
def test_gleiche_ortsmarken_fallen_auf(html: str, gefunden: bool) -> None:
    assert bool(doppelte_ortsmarken(lxml.html.document_fromstring(html))) is gefunden
