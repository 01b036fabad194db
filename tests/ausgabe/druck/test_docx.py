"""The report as a Word file: the same words, headings, tables, pictures and links, made of real formats."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from ausgabe.druck.conftest import bau_von, druck, knoten, lies_plan
from ausgabe.druck.test_inhalt import flach, saetze_der_fassung
from docx.oxml.ns import qn
from docx.shared import Mm

from macros.ausgabe.druck.bericht import umsetzungsbericht
from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.dokumente import waehle
from macros.ausgabe.druck.satz.druckbaum import Druckbaum, Druckteil
from macros.ausgabe.druck.satz.knoten import (
    Absatz,
    Anmerkung,
    Anmerkungsruf,
    Begriffsliste,
    Begriffspunkt,
    Bildblock,
    Code,
    Drucktabelle,
    Druckzeile,
    Druckzelle,
    Feldzeichen,
    Gruppe,
    Knoten,
    Liste,
    Listenpunkt,
    Netzlink,
    OffenerLink,
    Spanne,
    Titel,
    Trennlinie,
    Zeilenumbruch,
)
from macros.ausgabe.druck.word.bild import als_png
from macros.ausgabe.druck.word.datei import als_docx
from macros.ausgabe.druck.word.tabelle import spaltenbreiten
from macros.modell.auswahlen import Stand


@pytest.fixture
def bericht(gedruckt: Callable[[str], Path], stadt: str) -> Any:
    return docx.Document(str(druck(gedruckt(stadt), "umsetzungsbericht.docx")))


def bericht_von(stadt: str) -> Druckbaum:
    bau = bau_von(stadt)
    return baum(bau, umsetzungsbericht(bau, waehle(bau, ())))


def aus(*kinder: Knoten) -> Any:
    """A Word document of these nodes alone."""
    ganz = replace(bericht_von("musterstadt"), teile=(Druckteil(False, False, kinder),))
    return docx.Document(io.BytesIO(als_docx(ganz)))


def worte(element: Any) -> str:
    """All text below an element, with the hyphens of Word."""
    zeichen = {qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): ""}
    return "".join(zeichen.get(k.tag, k.text or "") for k in element.iter(qn("w:t"), *zeichen))


def p(*kinder: Knoten) -> Absatz:
    return Absatz(kinder)


def liste(nummeriert: bool, *punkte: str) -> Liste:
    return Liste(tuple(Listenpunkt((punkt,)) for punkt in punkte), nummeriert)


def test_kein_wort_geht_verloren(bericht: Any, stadt: str) -> None:
    ganz = flach(worte(bericht.element.body))
    alle = [flach(t) for t in knoten(bericht_von(stadt).teile, str)]
    assert len(alle) > 300
    assert [t for t in alle if t not in ganz] == []


def test_die_gliederung_besteht_aus_formatvorlagen(bericht: Any, stadt: str) -> None:
    titel = [a for a in bericht.paragraphs if a.style.name.startswith("Heading")]
    assert [a.text for a in titel if a.style.name == "Heading 1"] == [
        "Auf einen Blick",
        "Stand je Handlungsfeld",
        "Entscheidungsbedarf",
        "Was sich geändert hat",
        "Überfällig und ohne Bericht",
        "Maßnahmen im Einzelnen",
        "Zahlen und ihre Entwicklung",
        "Ressourcen und Kosten",
        "Anhang: Steckbriefe",
    ]
    massnahmen = [m for s, m in saetze_der_fassung(lies_plan(stadt)) if s == "massnahmen"]
    zweite = {a.text for a in titel if a.style.name == "Heading 2"}
    assert {f"{m.nummer} {m.titel}" for m in massnahmen} <= zweite
    stufen = [int(a.style.name[-1]) for a in titel]
    assert all(b <= a + 1 for a, b in zip([0, *stufen], stufen, strict=False))
    assert [a.text for a in bericht.paragraphs if a.style.name == "Title"] == ["Bericht zum Stand der Umsetzung"]


def test_jede_formatvorlage_die_ein_absatz_nennt_gibt_es(bericht: Any) -> None:
    vorhanden = {s.style_id for s in bericht.styles}
    genannt = {
        k.get(qn("w:val")) for art in ("pStyle", "rStyle", "tblStyle") for k in bericht.element.iter(qn(f"w:{art}"))
    }
    assert len(genannt) > 10
    assert genannt - vorhanden == set()


def test_das_inhaltsverzeichnis_nennt_die_titel_und_fuehrt_hin(bericht: Any) -> None:
    zeilen = [a for a in bericht.paragraphs if a.style.name.startswith("toc ")]
    titel = [a for a in bericht.paragraphs if a.style.name in ("Heading 1", "Heading 2")]
    assert [a.text.split("\t")[0] for a in zeilen] == [a.text for a in titel]
    for zeile, ziel in zip(zeilen, titel, strict=True):
        (marke,) = {k.get(qn("w:anchor")) for k in zeile._p.iter(qn("w:hyperlink"))}
        assert marke in {k.get(qn("w:name")) for k in ziel._p.iter(qn("w:bookmarkStart"))}


def test_tabellen_haben_eine_kopfzeile_die_sich_wiederholt(bericht: Any, stadt: str) -> None:
    erwartet = knoten(bericht_von(stadt), Drucktabelle)
    assert len(bericht.tables) == len(erwartet) > 10
    for tabelle, n in zip(bericht.tables, erwartet, strict=True):
        zeilen = [z._tr.trPr for z in tabelle.rows]
        koepfe = [z.find(qn("w:tblHeader")) is not None for z in zeilen]
        assert koepfe == [True] * len(n.kopf) + [False] * len(n.zeilen)
        ganz = [z.find(qn("w:cantSplit")) is not None for z in zeilen]
        assert ganz == [True] * len(n.kopf) + [z.fest for z in n.zeilen]
        blick = tabelle._tbl.tblPr.find(qn("w:tblLook"))
        assert blick.get(qn("w:firstRow")) == str(int(bool(n.kopf)))
        assert bool(n.titel) == (tabelle._tbl.tblPr.find(qn("w:tblCaption")) is not None)


def test_spalten_fuellen_die_seite_und_kein_wort_wird_zerrissen(bericht: Any) -> None:
    for tabelle in bericht.tables:
        breiten = [int(s.get(qn("w:w"))) for s in tabelle._tbl.tblGrid]
        assert abs(sum(breiten) - Mm(160).twips) < 20
        assert min(breiten) > Mm(14).twips


def test_eine_schmale_spalte_bekommt_was_ihr_laengstes_wort_braucht() -> None:
    def tabelle(wort: str) -> Drucktabelle:
        zellen = (Druckzelle((wort,)), Druckzelle(("Ein Satz aus vielen kurzen Worten. " * 5,)))
        return Drucktabelle(("1fr", "15fr"), (), (Druckzeile(zellen),))

    schmal, lang = spaltenbreiten(tabelle("ja"), 160), spaltenbreiten(tabelle("Vernetzungsstrukturen"), 160)
    assert schmal[0] < Mm(12).twips
    assert lang[0] > Mm(32).twips
    assert abs(sum(schmal) - sum(lang)) <= 2


def test_kein_absatz_ist_leer(bericht: Any) -> None:
    leer = [
        a
        for a in bericht.element.body.iter(qn("w:p"))
        if not worte(a).strip() and a.find(f".//{qn('w:drawing')}") is None
    ]
    assert [a for a in leer if a.getparent().tag != qn("w:tc")] == []
    assert all(len(a.getparent().findall(qn("w:p"))) == 1 for a in leer)


def test_listen_sind_listen_und_beginnen_jedesmal_neu() -> None:
    d = aus(liste(True, "eins", "zwei"), p("dazwischen"), liste(True, "wieder eins"), liste(False, "Punkt"))
    gezaehlt = [(a.text, a._p.pPr.numPr.numId.val) for a in d.paragraphs if a._p.pPr.numPr is not None]
    assert [text for text, _ in gezaehlt] == ["eins", "zwei", "wieder eins", "Punkt"]
    nummern = [nummer for _, nummer in gezaehlt]
    assert nummern[0] == nummern[1]
    assert len(set(nummern)) == 3
    anfaenge = {n.get(qn("w:numId")): n for n in d.part.numbering_part.element.findall(qn("w:num"))}
    assert all(anfaenge[str(n)].find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "1" for n in nummern[:3])


def test_jeder_listenpunkt_ist_einer_auch_in_zellen(bericht: Any, stadt: str) -> None:
    punkte = [a for a in bericht.element.body.iter(qn("w:p")) if a.find(f".//{qn('w:numPr')}") is not None]
    erwartet = knoten(bericht_von(stadt), Listenpunkt)
    assert len(punkte) == len(erwartet)
    assert not any(worte(a).startswith(("•", "1.")) for a in punkte)


def test_jeder_verweis_fuehrt_irgendwohin(bericht: Any, stadt: str) -> None:
    marken = [k.get(qn("w:name")) for k in bericht.element.body.iter(qn("w:bookmarkStart"))]
    assert len(marken) == len(set(marken))
    links = list(bericht.element.body.iter(qn("w:hyperlink")))
    innen = [k.get(qn("w:anchor")) for k in links if k.get(qn("w:anchor"))]
    aussen = [bericht.part.rels[k.get(qn("r:id"))].target_ref for k in links if k.get(qn("r:id"))]
    assert set(innen) - set(marken) == set()
    assert sorted(aussen) == sorted(
        [n.adresse for n in knoten(bericht_von(stadt), Netzlink)]
        + [w for _, w in bericht_von(stadt).angaben if w.startswith("http")]
    )
    assert all(worte(k).strip() for k in links)


def test_jedes_bild_hat_titel_textalternative_und_passt(bericht: Any, stadt: str) -> None:
    erwartet = knoten(bericht_von(stadt), Bildblock)
    assert len(bericht.inline_shapes) == len(erwartet) >= 4
    for stelle, (bild, n) in enumerate(zip(bericht.inline_shapes, erwartet, strict=True), 1):
        assert bild._inline.docPr.get("descr") == n.text
        assert 0 < bild.width <= Mm(160)
        assert 0 < bild.height <= Mm(230)
        davor = bild._inline.xpath("ancestor::w:p")[0].getprevious()
        assert davor.pPr.pStyle.val == "Caption"
        assert flach(worte(davor)) == flach(f"Abbildung {stelle}: {''.join(knoten(n.titel, str))}")
    nummern = [b._inline.docPr.get("id") for b in bericht.inline_shapes]
    assert len(set(nummern)) == len(nummern)


def test_ein_bild_zeigt_worte_muster_und_legende_und_bleibt_sich_gleich() -> None:
    bild = next(n for n in knoten(bericht_von("musterstadt"), Bildblock) if n.legende and "<pattern" in n.svg)
    png = als_png(bild, 160)
    assert als_png(bild, 160) == png
    breite, hoehe = masse(png)
    assert breite == pytest.approx(160 / 25.4 * 200, abs=2)
    assert hoehe > masse(als_png(replace(bild, legende=()), 160))[1] + 15
    for element in ("text", "pattern"):
        ohne = bild.svg.replace(f"<{element}", "<desc").replace(f"</{element}", "</desc")
        assert ohne != bild.svg
        assert len(als_png(replace(bild, svg=ohne), 160)) < 0.9 * len(png), element


def masse(png: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the head of the file."""
    assert png.startswith(b"\x89PNG")
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def test_eine_fussnote_steht_in_klammern_wo_sie_gerufen_wird() -> None:
    note = Anmerkung(3, "note-1-fn-3", (p("Erster Satz."), p("Zweiter Satz.")))
    d = aus(p("Text", note, " und noch einmal", Anmerkungsruf(3, "note-1-fn-3"), "."))
    assert d.paragraphs[-1].text == (
        "Text (Anmerkung 3: Erster Satz. Zweiter Satz.) und noch einmal (siehe Anmerkung 3)."
    )


def test_worte_behalten_auszeichnung_und_abstand() -> None:
    fett = Spanne(("fett",), "strong")
    link = Netzlink("https://example.org/x", ("ein ", fett, " Link"), zeigen=True)
    fremd = Spanne(("Merhaba",), sprache="tr")
    d = aus(p("Das ist ", fett, " und ", link, ": ", Spanne(("Zitat",), "q"), " ", fremd))
    letzter = d.paragraphs[-1]
    assert letzter.text == "Das ist fett und ein fett Link (https://example.org/x): „Zitat“ Merhaba"
    assert [r.text for r in letzter.runs if r.bold] == ["fett"]
    assert [r.text for r in letzter.runs if r._r.find(f".//{qn('w:lang')}") is not None] == ["Merhaba"]


def test_eine_liegende_seite_wird_ein_eigener_abschnitt() -> None:
    ganz = bericht_von("musterstadt")
    tabelle = replace(knoten(ganz, Drucktabelle)[0], anker="")
    teile = tuple(Druckteil(True, quer, (p("vorher"), tabelle, p("nachher"))) for quer in (False, True, False))
    d = docx.Document(io.BytesIO(als_docx(replace(ganz, teile=teile))))
    assert [(s.page_width > s.page_height) for s in d.sections] == [False, True, False]
    weiten = [sum(int(s.get(qn("w:w"))) for s in t._tbl.tblGrid) for t in d.tables]
    assert weiten == pytest.approx([Mm(b).twips for b in (160, 257, 160)], abs=5)
    for abschnitt in d.sections:
        fuss = abschnitt.footer._element
        assert [k.text.strip() for k in fuss.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_jede_seite_nennt_ihre_nummer_und_den_stand_der_daten(bericht: Any, stadt: str) -> None:
    (abschnitt,) = bericht.sections
    fuss = abschnitt.footer._element
    assert worte(fuss) == f"{bericht_von(stadt).fusszeile}Seite 1 von 1"
    assert [k.text.strip() for k in fuss.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_sprache_und_titel_sind_gesetzt(bericht: Any) -> None:
    assert bericht.core_properties.language == "de-DE"
    assert bericht.core_properties.title.startswith("Bericht zum Stand der Umsetzung · ")
    sprachen = {k.get(qn("w:val")) for k in bericht.styles.element.iter(qn("w:lang"))}
    assert sprachen == {"de-DE"}
    assert bericht.settings.element.find(qn("w:autoHyphenation")) is not None


def test_alle_schritte_der_massnahmen_stehen_in_den_steckbriefen(bericht: Any, stadt: str) -> None:
    ganz = flach("".join(worte(t._tbl) for t in bericht.tables))
    massnahmen = [m for s, m in saetze_der_fassung(lies_plan(stadt)) if s == "massnahmen"]
    schritte = [flach(s.text) for m in massnahmen for s in m.schritte if "[" not in s.text and "*" not in s.text]
    assert schritte
    assert [s for s in schritte if s not in ganz] == []


def test_die_kopfzeile_eines_steckbriefs_trennt_ihre_worte(gedruckt: Callable[[str], Path]) -> None:
    d = docx.Document(str(druck(gedruckt("musterstadt"), "umsetzungsbericht.docx")))
    zeilen = [a.text for a in d.paragraphs if a.style.name == "Stand der Maßnahme"]
    plan = lies_plan("musterstadt")
    felder = {f.name for f in plan.handlungsfelder.values()}
    assert len(zeilen) == sum(s == "massnahmen" for s, _ in saetze_der_fassung(plan))
    for zeile in zeilen:
        feld, stand, *_ = zeile.split(" · ")
        assert feld in felder
        assert stand in {s.bezeichnung for s in Stand} | {"noch nicht berichtet"}


def test_jede_art_von_knoten_gibt_ihre_worte() -> None:
    tabelle = Drucktabelle(("1fr",), (), (Druckzeile((Druckzelle(("in der Tabelle",), kopf=True),)),), titel=("Titel",))
    gruppe = Gruppe((p("a"), tabelle, Begriffsliste((Begriffspunkt(("B",), (p("c"), p("d"))),))), klassen=("zusammen",))
    offen, code = OffenerLink("seite", "hilfe/", ("offen",), sprache="tr"), Code("x = 1")
    d = aus(Trennlinie(), p("eins", Zeilenumbruch(), "zwei ", code, " ", offen, Feldzeichen("<svg/>")), gruppe)
    worte_davon = [a.text for a in d.paragraphs]
    assert worte_davon[-4:] == ["eins\nzwei x = 1 offen", "a", "Tabelle 1: Titel", "B: c d"]
    assert [zelle.text for t in d.tables for zelle in t._cells] == ["in der Tabelle"]


def test_bloecke_mitten_im_text_verlieren_kein_wort() -> None:
    liste_im_text = Spanne((liste(False, "a", "b"), Titel(2, ("c",)), p("d")))
    assert aus(p("x ", liste_im_text)).paragraphs[-1].text == "x abcd"


def test_eigenschaften_der_datei_sind_hoechstens_255_zeichen_lang() -> None:
    lang = "Titel " * 60
    d = replace(bericht_von("musterstadt"), dateititel=lang, untertitel="x" * 300, urheber=lang)
    eigenschaften = docx.Document(io.BytesIO(als_docx(d))).core_properties
    assert eigenschaften.title.startswith("Titel Titel")
    assert max(len(w) for w in (eigenschaften.title, eigenschaften.subject, eigenschaften.author)) <= 255


@pytest.mark.parametrize("name", ["konzept.docx", "massnahmenmatrix-a4.docx"])
def test_kopf_und_fuss_reichen_genau_bis_zum_rand(gedruckt: Callable[[str], Path], stadt: str, name: str) -> None:
    """Upright pages and those on their side have heads of their own: what stands at the right would be cut off else."""
    for pages in docx.Document(str(druck(gedruckt(stadt), name))).sections:
        weite = pages.page_width - pages.left_margin - pages.right_margin
        for teil in (pages.header, pages.footer):
            (stelle,) = {int(t.get(qn("w:pos"))) for t in teil._element.iter(qn("w:tab")) if t.get(qn("w:pos"))}
            assert abs(stelle / 20 - weite / 12700) < 1, (pages.orientation, teil._element.tag)


def test_eine_quer_liegende_datei_beginnt_quer_und_ohne_leeres_blatt(gedruckt: Callable[[str], Path]) -> None:
    d = docx.Document(str(druck(gedruckt("echt"), "massnahmenmatrix-a4.docx")))
    assert {s.page_width > s.page_height for s in d.sections} == {True}
    assert len(d.sections) == 1
    assert "w:br" not in d.paragraphs[3]._p.xml


def test_ein_steckbrief_nennt_seinen_titel_einmal(gedruckt: Callable[[str], Path], stadt: str) -> None:
    for datei in (gedruckt(stadt) / "steckbriefe").glob("*.docx"):
        worte = [p.text for p in docx.Document(str(datei)).paragraphs]
        titel = next(p.text for p in docx.Document(str(datei)).paragraphs if p.style.name == "Heading 1")
        assert worte.count(titel) == 1, datei.name
