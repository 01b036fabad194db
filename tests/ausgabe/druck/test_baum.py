"""HTML becomes a tree of nodes; what print does not know, or what is missing, stops the build."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from macros.ausgabe.druck.satz.baum import Leser
from macros.ausgabe.druck.satz.baumgang import alle
from macros.ausgabe.druck.satz.bilderschatz import Bilderschatz
from macros.ausgabe.druck.satz.gliederung import ordne_titel, verbinde
from macros.ausgabe.druck.satz.knoten import (
    Absatz,
    Anmerkung,
    Anmerkungsruf,
    Begriffsliste,
    Begriffspunkt,
    Bildblock,
    Code,
    Druckfehler,
    Drucktabelle,
    Feldzeichen,
    Gruppe,
    Knotenfolge,
    Liste,
    Listenpunkt,
    Netzlink,
    OffenerLink,
    Spanne,
    Sprung,
    Titel,
    Trennlinie,
    Zeilenumbruch,
)


def lies(html: str, bilder: Mapping[str, str] | None = None) -> Knotenfolge:
    return Leser(Bilderschatz({"haus": "<svg/>"}, bilder or {})).lies(html)


def test_ein_unbekanntes_element_haelt_an() -> None:
    with pytest.raises(Druckfehler, match="<video>"):
        lies("<p>Text <video></video></p>")


@pytest.mark.parametrize(
    "html", ["<nav>x</nav>", "<form>x</form>", '<p class="bildschirm-nur">x</p>', "<button>x</button>"]
)
def test_was_nur_der_bildschirm_braucht_faellt_weg(html: str) -> None:
    assert lies(f"<div>{html}</div>") == (Gruppe((), klassen=("div",)),)


def test_leerraum_wird_einer_und_verschwindet_am_rand_von_bloecken() -> None:
    gelesen = lies("<p>\n  eins   <strong>zwei</strong>\n drei\n</p>")
    assert gelesen == (Absatz(("eins ", Spanne(("zwei",), "strong"), " drei")),)


@pytest.mark.parametrize(
    ("html", "gelesen"),
    [
        ('<h3 class="a b" id="x">T</h3>', Titel(3, ("T",), klassen=("a", "b"), anker="x")),
        ('<h2 data-verzeichnis="nein">T</h2>', Titel(2, ("T",), verzeichnet=False)),
        ('<div data-ebene="5"><h3>T</h3></div>', Gruppe((Titel(6, ("T",)),), klassen=("div",))),
        ('<p class="leer" lang="tr">x</p>', Absatz(("x",), klassen=("leer",), sprache="tr")),
        ("<summary>x</summary>", Absatz(("x",), klassen=("zwischentitel",))),
        ('<section class="klein"><p>x</p></section>', Gruppe((Absatz(("x",)),), klassen=("klein",))),
        ("<blockquote><p>x</p></blockquote>", Gruppe((Absatz(("x",)),), klassen=("blockquote",))),
        ('<ul>\n<li id="a">x</li>\n<!-- y --></ul>', Liste((Listenpunkt(("x",), anker="a"),))),
        ('<ol start="3"><li>x</li></ol>', Liste((Listenpunkt(("x",)),), nummeriert=True, beginn=3)),
        (
            '<dl><div id="a"><dt>B</dt><dd>x</dd></div><dt>C</dt><dd>y</dd></dl>',
            Begriffsliste((Begriffspunkt(("B",), ("x",), anker="a"), Begriffspunkt(("C",), ("y",)))),
        ),
        ("<hr>", Trennlinie()),
        ("<p>a<br> b</p>", Absatz(("a", Zeilenumbruch(), "b"))),
        ("<i>x</i>", Spanne(("x",), "em")),
        ('<span class="hf-marke">x</span>', Spanne(("x",), klassen=("hf-marke",))),
        ("<pre><code>a = 1</code></pre>", Code("a = 1")),
        (
            '<span class="x hf--blau"><svg><use href="/s.svg#haus"></use></svg></span>',
            Spanne((Feldzeichen("<svg/>", klassen=("hf--blau",)),), klassen=("x", "hf--blau")),
        ),
        (
            '<button class="begriff" popovertarget="begriff-mso">MSO</button>',
            OffenerLink("satz", "glossar/mso", ("MSO",), klassen=("begriff",)),
        ),
        ('<a href="https://example.org/">x</a>', Netzlink("https://example.org/", ("x",), zeigen=True)),
        ('<a href="https://a.de/">https://a.de/</a>', Netzlink("https://a.de/", ("https://a.de/",))),
        ('<a href="mailto:a@example.org">x</a>', Netzlink("mailto:a@example.org", ("x",))),
    ],
)
def test_jedes_element_wird_sein_knoten(html: str, gelesen: object) -> None:
    assert lies(html) == (gelesen,)


def test_in_einer_liste_stehen_nur_punkte() -> None:
    with pytest.raises(Druckfehler, match="<p> steht in einer Liste"):
        lies("<ul><p>x</p></ul>")


def test_text_bleibt_text_auch_wenn_er_nach_satzbefehlen_aussieht() -> None:
    text = "#include $x$ *Bürger*innen* \\ @label"
    assert lies(f"<p>{text}</p>") == (Absatz((text,)),)


FUSSNOTE = (
    '<p>Satz<sup id="fnref-7"><a class="footnote-ref" href="#fn-7">7</a></sup> weiter'
    '<sup id="fnref2-7"><a class="footnote-ref" href="#fn-7">7</a></sup>.</p>'
    '<div class="footnote"><ol><li id="fn-7"><p>Die Note <a class="footnote-backref" href="#fnref-7">↩</a></p></li></ol></div>'
)


def test_eine_fussnote_steht_dort_wo_sie_gerufen_wird_und_behaelt_ihre_nummer() -> None:
    note, ruf = Anmerkung(7, "note-1-fn-7", ("Die Note",)), Anmerkungsruf(7, "note-1-fn-7")
    assert lies(FUSSNOTE) == (Absatz(("Satz", note, " weiter", ruf, ".")),)


def test_fussnoten_verschiedener_stuecke_haben_verschiedene_namen() -> None:
    leser = Leser()
    noten = [n.name for _ in range(2) for n in alle(leser.lies(FUSSNOTE), Anmerkung)]
    assert noten == ["note-1-fn-7", "note-2-fn-7"]


def test_eine_marke_ohne_fussnote_und_eine_fussnote_ohne_marke_halten_an() -> None:
    with pytest.raises(Druckfehler, match="fehlt die Fußnote"):
        lies(FUSSNOTE.replace('id="fn-7"', 'id="fn-8"'))
    with pytest.raises(Druckfehler, match="ohne Stelle"):
        lies('<p>x</p><div class="footnote"><ol><li id="fn-1"><p>y</p></li></ol></div>')


def test_ein_link_fuehrt_ins_dokument_sonst_ins_netz_sonst_bleibt_er_offen() -> None:
    leser = Leser()
    gelesen = leser.lies(
        '<h1 id="massnahmen-a">A</h1><p><a href="satz:massnahmen/a" class="x" lang="tr">a</a>'
        '<a href="satz:massnahmen/b">b</a><a href="seite:hilfe/">c</a></p>'
    )
    verbunden = verbinde(gelesen, leser.anker, lambda art, ziel: f"https://x.de/{ziel}" if art == "seite" else "")
    a = Sprung("massnahmen-a", ("a",), klassen=("x",), sprache="tr")
    b, c = OffenerLink("satz", "massnahmen/b", ("b",)), Netzlink("https://x.de/hilfe/", ("c",))
    assert verbunden == (Titel(1, ("A",), anker="massnahmen-a"), Absatz((a, b, c)))


def test_auch_in_listen_tabellen_noten_und_bildern_werden_links_verbunden() -> None:
    link = '<a href="#z">x</a>'
    leser = Leser(Bilderschatz(bilder={"b": "<svg/>"}))
    gelesen = leser.lies(
        f'<p id="z">z</p><ul><li>{link}</li></ul><dl><dt>{link}</dt><dd>{link}</dd></dl><div><p><b>{link}</b></p></div>'
        f"<table><caption>{link}</caption><thead><tr><th>{link}</th></tr></thead><tr><td>{link}</td></tr></table>"
        f'<figure data-bild="b" aria-label="x"><figcaption>{link}</figcaption></figure>'
        + FUSSNOTE.replace("Die Note", link)
    )
    verbunden = verbinde(gelesen, leser.anker, lambda art, ziel: "")
    assert len(list(alle(verbunden, Sprung))) == 9
    assert list(alle(verbunden, OffenerLink)) == []


def test_ein_verweis_ins_leere_und_ein_doppelter_anker_halten_an() -> None:
    with pytest.raises(Druckfehler, match="#fort"):
        verbinde(lies('<p><a href="#fort">x</a></p>'), set(), lambda art, ziel: "")
    with pytest.raises(Druckfehler, match="zweimal"):
        lies('<p id="a">x</p><p id="a">y</p>')
    with pytest.raises(Druckfehler, match="javascript"):
        lies('<a href="javascript:x">y</a>')


def test_ein_bild_braucht_worte() -> None:
    gelesen = lies('<figure data-bild="b" aria-label="Balken:  3 und 4"></figure>', bilder={"b": "<svg/>"})
    assert gelesen == (Bildblock("<svg/>", "Balken: 3 und 4"),)
    with pytest.raises(Druckfehler, match="Textalternative"):
        lies('<figure data-bild="b"></figure>', bilder={"b": "<svg/>"})
    with pytest.raises(Druckfehler, match="gibt es nicht"):
        lies('<figure data-bild="c" aria-label="x"></figure>')


def test_eine_tabelle_braucht_kopfzellen_und_gleich_lange_zeilen() -> None:
    with pytest.raises(Druckfehler, match="Kopfzellen"):
        lies("<table><tr><td>a</td></tr></table>")
    with pytest.raises(Druckfehler, match="verschieden vielen Spalten"):
        lies("<table><tr><th>a</th><td>b</td></tr><tr><th>c</th></tr></table>")
    with pytest.raises(Druckfehler, match="Breiten"):
        lies('<table data-breiten="1fr"><tr><th>a</th><td>b</td></tr></table>')


def test_eine_kurze_zeile_bleibt_ganz_eine_sehr_lange_darf_brechen() -> None:
    (tabelle,) = lies(
        f'<table data-breiten="20mm 1fr"><tr><th>kurz</th><td>x</td></tr><tr><th>lang</th><td>{"Wort " * 3000}</td></tr></table>'
    )
    assert isinstance(tabelle, Drucktabelle)
    assert [z.fest for z in tabelle.zeilen] == [True, False]


def test_ein_wort_das_kein_woerterbuch_kennt_kann_brechen() -> None:
    (wort,) = lies("x" * 300)
    assert isinstance(wort, str)
    assert [len(teil) for teil in wort.split("\u00ad")] == [12] * 25
    assert lies("x" * 33) == ("x" * 33,)


def test_luecken_zwischen_ueberschriften_schliessen_sich() -> None:
    gelesen = lies('<h2>a</h2><div data-ebene="2"><h2>b</h2></div><h1>c</h1><h2>d</h2>')
    geordnet, letzte = ordne_titel(gelesen)
    assert [(t.stufe, t.kinder) for t in alle(geordnet, Titel)] == [(1, ("a",)), (2, ("b",)), (1, ("c",)), (2, ("d",))]
    assert letzte == 2


def test_was_vor_einem_teil_steht_zaehlt_fuer_seine_erste_ueberschrift() -> None:
    geordnet, letzte = ordne_titel(lies("<h6>a</h6>"), davor=2)
    assert geordnet == (Titel(3, ("a",)),)
    assert letzte == 3


def test_noten_die_aneinanderstossen_trennt_ein_komma() -> None:
    ruf = '<sup id="fnref-{0}"><a class="footnote-ref" href="#fn-{0}">{0}</a></sup>'
    note = '<li id="fn-{0}"><p>Note {0} <a class="footnote-backref" href="#fnref-{0}">↩</a></p></li>'
    html = (
        f"<p>Satz{ruf.format(1)}{ruf.format(11)} und{ruf.format(2)}.</p>"
        f'<div class="footnote"><ol>{note.format(1)}{note.format(11)}{note.format(2)}</ol></div>'
    )
    (absatz,) = lies(html)
    assert isinstance(absatz, Absatz)
    kommas = [n for n, k in enumerate(absatz.kinder) if isinstance(k, Spanne) and k.kinder == (",",)]
    assert kommas == [2], "between 1 and 11, not before 2"
