"""What the surfaces say on a day, read from what they show: start page, Umsetzung, Änderungen, feed, report, Excel, CSV."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from lxml import html as lxml_html
from openpyxl import load_workbook

from macros.ausgabe.bausteine.register import BAUSTEINE
from macros.ausgabe.druck.bericht import umsetzungsbericht
from macros.ausgabe.druck.dokumente import waehle
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.melden.befunde import render_befunde
from macros.ausgabe.seiten.erzeugen import dateien, seiten
from macros.modell.geltung import geltende_fassung, geltender_plan
from macros.pruefung import pruefe_ordner
from macros.schreiben.excel.ausfuhr import als_mappe

ATOM = "{http://www.w3.org/2005/Atom}"
Staende = dict[str, tuple[str, str]]
"""Measure -> its state in words and the day of the report (ISO, empty without)."""


@dataclass(frozen=True)
class Oberflaechen:
    """One day, as people see it."""

    start: tuple[int, int]
    """Challenges and measures that the start page counts."""
    umsetzung: str
    balken: dict[str, int]
    liste: dict[str, str]
    """Rows of the list of measures under no heading: the edition in force."""
    fruehere: int
    aenderungen: list[tuple[str, str, str]]
    """(day, what, kind) of reports, steps, editions, measures and figures; figures without a day of entry aside."""
    neues: list[str]
    """What the start page calls new, figures among it."""
    feed: list[tuple[str, str]]
    bericht: str
    excel: Staende
    csv: Staende


SPAETER = ("barrieren", "sprache-vollstaendig", "sprache-fassung")
"""Warnings that a story may go on with: nobody renews the statement in it, and translations follow later."""


def bau_am(ordner: Path, tag: date) -> Bau:
    plan, befunde = pruefe_ordner(ordner, tag)
    assert plan is not None
    befunde = [b for b in befunde if b.regel not in SPAETER]
    assert not befunde, render_befunde(befunde)
    return Bau.am(plan, tag, "https://example.org/konzept/")


def _worte(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _baustein(bau: Bau, name: str) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(f"<div>{BAUSTEINE[name](Kontext(bau, ''))}</div>")


def lies(ordner: Path, tag: date) -> Oberflaechen:
    """Everything that the test compares, for one day."""
    bau = bau_am(ordner, tag)
    bild = _worte(_baustein(bau, "auf_einen_blick"))
    gezaehlt = re.search(r"(\d+) Maßnahmen? mit ihrem Stand und (\d+) Herausforderung", bild)
    assert gezaehlt
    umsetzung = _baustein(bau, "umsetzung")
    legende = [_worte(li) for li in umsetzung.xpath("//ul[@class='balken-legende']/li")]
    koerper = _baustein(bau, "matrix_massnahmen").xpath("//tbody")
    return Oberflaechen(
        start=(int(gezaehlt[2]), int(gezaehlt[1])),
        umsetzung=_worte(umsetzung.xpath("//p[@class='vorspann']")[0]),
        balken={t[1]: int(t[2]) for z in legende if (t := re.fullmatch(r"(.*) \((\d+)\)", z))},
        liste={tr.get("id"): _worte(tr.find_class("stand")[0]) for tr in koerper[0].xpath("./tr")},
        fruehere=len(koerper[1].xpath("./tr[@id]")) if len(koerper) > 1 else 0,
        aenderungen=_aenderungen(bau),
        neues=[_worte(a) for a in _baustein(bau, "neues").xpath("//ul/li/a")],
        feed=_feed(bau),
        bericht=_bericht(bau),
        excel=_excel(bau),
        csv=_csv(bau),
    )


def _aenderungen(bau: Bau) -> list[tuple[str, str, str]]:
    zeilen = [[_worte(z) for z in tr] for tr in _baustein(bau, "aenderungen").xpath("//tbody/tr")]
    return [(z[0], z[1], z[2]) for z in zeilen if z[0] != "nicht vermerkt"]


def _feed(bau: Bau) -> list[tuple[str, str]]:
    (inhalt,) = [d.inhalt for d in dateien(bau) if d.adresse == "aenderungen/feed.xml"]
    eintraege = ElementTree.fromstring(inhalt).iter(f"{ATOM}entry")
    return [(am[:10], e.findtext(f"{ATOM}title", "")) for e in eintraege if (am := e.findtext(f"{ATOM}published", ""))]


def _bericht(bau: Bau) -> str:
    """The table of states in the report to the council as a sentence: measures, fields of action, how many of each state."""
    html = str(umsetzungsbericht(bau, waehle(bau, ())).teile[0].html).split('<h1 id="stand-je-handlungsfeld">')[1]
    tabelle = lxml_html.fromstring(f"<div>{html}</div>").xpath("//table")[0]
    felder = len(tabelle.xpath("./thead/tr/th")) - 2
    *je, alle = [(_worte(z.xpath("./th")[0]), _worte(z.xpath("./td")[-1])) for z in tabelle.xpath("./tbody/tr")]
    return f"{alle[1]} Maßnahmen in {felder} Handlungsfeldern: {', '.join(f'{n} {wort}' for wort, n in je)}."


def bericht_neues(ordner: Path, tag: date) -> list[tuple[str, str, str, str]]:
    """What the report to the council says has changed: (day, kind, what, text), those without a day aside."""
    bau = bau_am(ordner, tag)
    html = str(umsetzungsbericht(bau, waehle(bau, ())).teile[0].html).split('<h1 id="neues">')[1].split("<h1")[0]
    zeilen = lxml_html.fromstring(f"<div>{html}</div>").xpath("//tbody/tr")
    alle = [[_worte(z) for z in tr] for tr in zeilen]
    return [(z[0], z[1], z[2], z[3]) for z in alle if z[0] != "nicht vermerkt"]


def bericht_auf_einen_blick(ordner: Path, tag: date) -> str:
    """The words of the first page of the report to the council."""
    bau = bau_am(ordner, tag)
    html = str(umsetzungsbericht(bau, waehle(bau, ())).teile[0].html).split('<h1 id="stand-je-handlungsfeld">')[0]
    return _worte(lxml_html.fromstring(f"<div>{html}</div>"))


def reihe_csv(ordner: Path, tag: date, indikator: str) -> list[str]:
    """The rows of an indicator's CSV as they are published."""
    (inhalt,) = [d.inhalt for d in dateien(bau_am(ordner, tag)) if d.adresse == f"daten/indikatoren/{indikator}.csv"]
    return (inhalt if isinstance(inhalt, str) else inhalt.decode()).splitlines()


def _excel(bau: Bau) -> Staende:
    inhalt = als_mappe(geltender_plan(bau.plan, bau.stichtag), geltende_fassung(bau.plan, bau.stichtag))
    blatt = load_workbook(io.BytesIO(inhalt))["Maßnahmen"]
    kopf = [z.value for z in blatt[1]]
    zeilen = [dict(zip(kopf, (z.value for z in reihe), strict=True)) for reihe in blatt.iter_rows(min_row=2)]
    return {str(z["Kennung"]): (str(z["Stand bisher"]), _iso(str(z["berichtet am"] or ""))) for z in zeilen}


def _iso(tag: str) -> str:
    return "-".join(reversed(tag.split(".")))


def _csv(bau: Bau) -> Staende:
    (inhalt,) = [d.inhalt for d in dateien(bau) if d.adresse == "daten/massnahmen.csv"]
    text = inhalt if isinstance(inhalt, str) else inhalt.decode("utf-8")
    geltende = bau.fassung.id if bau.fassung else ""
    return {
        z["id"]: (z["stand"], z["stand_seit"])
        for z in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
        if z["herkunft_fassung"] == geltende
    }


def seite(ordner: Path, tag: date, adresse: str) -> str:
    """The words of one generated page."""
    (gefunden,) = [s.inhalt for s in seiten(bau_am(ordner, tag)) if s.adresse == adresse]
    absaetze = gefunden.replace("</p>", "</p> ").replace("</li>", "</li> ")
    return _worte(lxml_html.fromstring(f"<div>{absaetze}</div>"))
