"""HTML becomes a tree of nodes; what print does not know, or what is missing, stops the build."""

from __future__ import annotations

from typing import Any

import pytest

from macros.ausgabe.druck.satz.baum import Leser
from macros.ausgabe.druck.satz.knoten import Druckfehler, ordne_titel


def lies(html: str, **werte: Any) -> list[Any]:
    return Leser(**werte).lies(html)


def test_ein_unbekanntes_element_haelt_an() -> None:
    with pytest.raises(Druckfehler, match="<video>"):
        lies("<p>Text <video></video></p>")


@pytest.mark.parametrize(
    "html", ["<nav>x</nav>", "<form>x</form>", '<p class="bildschirm-nur">x</p>', "<button>x</button>"]
)
def test_was_nur_der_bildschirm_braucht_faellt_weg(html: str) -> None:
    assert lies(f"<div>{html}</div>") == [{"t": "gruppe", "k": "div", "c": []}]


def test_leerraum_wird_einer_und_verschwindet_am_rand_von_bloecken() -> None:
    (absatz,) = lies("<p>\n  eins   <strong>zwei</strong>\n drei\n</p>")
    assert absatz["c"] == ["eins ", {"t": "spanne", "k": "", "a": "strong", "c": ["zwei"]}, " drei"]


def test_text_bleibt_text_auch_wenn_er_nach_satzbefehlen_aussieht() -> None:
    (absatz,) = lies("<p>#include $x$ *Bürger*innen* \\ @label</p>")
    assert absatz["c"] == ["#include $x$ *Bürger*innen* \\ @label"]


FUSSNOTE = (
    '<p>Satz<sup id="fnref-7"><a class="footnote-ref" href="#fn-7">7</a></sup> weiter'
    '<sup id="fnref2-7"><a class="footnote-ref" href="#fn-7">7</a></sup>.</p>'
    '<div class="footnote"><ol><li id="fn-7"><p>Die Note <a class="footnote-backref" href="#fnref-7">↩</a></p></li></ol></div>'
)


def test_eine_fussnote_steht_dort_wo_sie_gerufen_wird_und_behaelt_ihre_nummer() -> None:
    (absatz,) = lies(FUSSNOTE)
    erste, zweite = absatz["c"][1], absatz["c"][3]
    assert (erste["t"], erste["n"], erste["c"]) == ("fn", 7, ["Die Note"])
    assert zweite["wieder"] == erste["id"]


def test_eine_marke_ohne_fussnote_und_eine_fussnote_ohne_marke_halten_an() -> None:
    with pytest.raises(Druckfehler, match="fehlt die Fußnote"):
        lies(FUSSNOTE.replace('id="fn-7"', 'id="fn-8"'))
    with pytest.raises(Druckfehler, match="ohne Stelle"):
        lies('<p>x</p><div class="footnote"><ol><li id="fn-1"><p>y</p></li></ol></div>')


def test_ein_verweis_fuehrt_ins_dokument_sonst_ins_netz_sonst_wird_er_text() -> None:
    leser = Leser()
    knoten = leser.lies(
        '<h1 id="massnahmen-a">A</h1><p><a href="satz:massnahmen/a">a</a><a href="satz:massnahmen/b">b</a>'
        '<a href="seite:hilfe/">c</a></p>'
    )
    leser.verbinde(lambda art, ziel: "https://example.org/" if art == "seite" else "")
    a, b, c = knoten[1]["c"]
    assert (a["t"], a["z"]) == ("ref", "massnahmen-a")
    assert b["t"] == "spanne"
    assert (c["t"], c["u"]) == ("a", "https://example.org/")


def test_ein_verweis_ins_leere_und_ein_doppelter_anker_halten_an() -> None:
    leser = Leser()
    leser.lies('<p><a href="#fort">x</a></p>')
    with pytest.raises(Druckfehler, match="#fort"):
        leser.verbinde(lambda art, ziel: "")
    with pytest.raises(Druckfehler, match="zweimal"):
        lies('<p id="a">x</p><p id="a">y</p>')
    with pytest.raises(Druckfehler, match="javascript"):
        lies('<a href="javascript:x">y</a>')


def test_ein_bild_braucht_worte() -> None:
    (bild,) = lies('<figure data-bild="b" aria-label="Balken: 3 und 4"></figure>', bilder={"b": "<svg/>"})
    assert bild["alt"] == "Balken: 3 und 4"
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
    assert [z["fest"] for z in tabelle["zeilen"]] == [True, False]


def test_ein_wort_das_kein_woerterbuch_kennt_kann_brechen() -> None:
    (absatz,) = lies(f"<p>{'x' * 300}</p>")
    assert absatz["c"][0].replace("\u00ad", "") == "x" * 300
    assert max(len(teil) for teil in absatz["c"][0].split("\u00ad")) <= 12


def test_luecken_zwischen_ueberschriften_schliessen_sich() -> None:
    inhalt = lies('<h2>a</h2><div data-ebene="2"><h2>b</h2></div><h1>c</h1>')
    ordne_titel(inhalt)
    assert [inhalt[0]["e"], inhalt[1]["c"][0]["e"], inhalt[2]["e"]] == [1, 2, 1]
