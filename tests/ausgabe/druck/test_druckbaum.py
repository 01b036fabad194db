"""A document's tree: every walk sees all of it, and the typesetter gets every kind of node by its name."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from datetime import date
from typing import get_args

import pytest
from ausgabe.druck.conftest import WURZEL, bau_von, knoten

from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.druck.satz.baumgang import alle, kinder_von, mit_kindern, texte
from macros.ausgabe.druck.satz.druckbaum import Druckbaum, Druckteil, als_text, lies_auftrag
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
    Druckzeile,
    Druckzelle,
    Feldzeichen,
    Gruppe,
    Knoten,
    Knotenfolge,
    Knotenmerkmale,
    Legendenpunkt,
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
from macros.ausgabe.druck.satz.setzen import setze

ARTEN = [art for art in get_args(Knoten) if art is not str]
VORLAGE = WURZEL / "macros/ausgabe/druck/satz/satz.typ"
TABELLE = Drucktabelle(
    ("auto", "auto"),
    kopf=(Druckzeile((Druckzelle(("b",), kopf=True), Druckzelle(("c",), kopf=True))),),
    zeilen=(Druckzeile((Druckzelle(("d",), kopf=True), Druckzelle(("e", Absatz(("f",)))))),),
    titel=("a",),
)


def dokument(*kinder: Knoten) -> Druckbaum:
    """A small document of these nodes."""
    return Druckbaum(
        titel="T", dateititel="T · G", kurztitel="T", untertitel="", urheber="U", gemeinde="G", fassung="", beschreibung="B",
        schlagworte=("s",), kennzeichen="k/t", herausgeber="H & Co", rechte="CC BY 4.0", rechte_url="https://example.org/l",
        tag=date(2026, 6, 3), deckblatt=False, verzeichnis=0, format="a4", quer=False, gross=False,
        angaben=(), fusszeile="F", adresse="", qr="", teile=(Druckteil(True, False, kinder),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("eltern", "kinder"),
    [
        ("a", ()),
        (Code("a"), ()),
        (Titel(1, ("a",)), ("a",)),
        (Gruppe((Absatz(("a",)),)), (Absatz(("a",)),)),
        (Spanne(("a", "b")), ("a", "b")),
        (OffenerLink("satz", "z", ("a",)), ("a",)),
        (Sprung("z", ("a",)), ("a",)),
        (Netzlink("z", ("a",)), ("a",)),
        (Anmerkung(1, "z", ("a",)), ("a",)),
        (Liste((Listenpunkt(("a",)), Listenpunkt(("b", "c")))), ("a", "b", "c")),
        (Begriffsliste((Begriffspunkt(("a",), ("b",)), Begriffspunkt(("c",), ("d",)))), ("a", "b", "c", "d")),
        (TABELLE, ("a", "b", "c", "d", "e", Absatz(("f",)))),
        (Bildblock("<svg/>", "z", titel=("a",), legende=(Legendenpunkt("<svg/>", "z"),)), ("a",)),
    ],
)
def test_unter_einem_knoten_steht_was_man_darin_liest(eltern: Knoten, kinder: Knotenfolge) -> None:
    assert kinder_von(eltern) == kinder
    assert mit_kindern(eltern, lambda folge: folge) == eltern
    leer = mit_kindern(eltern, lambda folge: ())
    assert type(leer) is type(eltern)
    assert kinder_von(leer) == ()


def test_texte_sind_die_worte_in_ihrer_folge() -> None:
    assert list(texte((Absatz(("x", Code("y"))), TABELLE))) == ["x", "y", "a", "b", "c", "d", "e", "f"]


def test_kein_gang_laesst_etwas_aus(stadt: str) -> None:
    ganz = baum(bau_von(stadt), konzept(bau_von(stadt)))
    assert len({type(k) for k in knoten(ganz.teile, Knotenmerkmale)}) > 12
    for art in ARTEN:
        assert list(alle(ganz.kinder, art)) == knoten(ganz.teile, art), art


def test_der_satz_kennt_jede_art_von_knoten_und_keine_andere() -> None:
    genannt = re.findall(r'n\.art == "(\w+)"', VORLAGE.read_text(encoding="utf-8"))
    assert sorted(genannt) == sorted(art.__name__.lower() for art in ARTEN)


def test_kein_feld_verdeckt_die_art() -> None:
    assert [art for art in (*ARTEN, Listenpunkt, Begriffspunkt) if "art" in {f.name for f in fields(art)}] == []


def test_der_text_eines_dokuments_nennt_art_tag_und_zeilenkoepfe() -> None:
    text = als_text(dokument(Absatz(("ä", Spanne(("b",), "em", klassen=("x",)))), TABELLE))
    gelesen = json.loads(text)
    spanne = {"art": "spanne", "kinder": ["b"], "auszeichnung": "em", "klassen": ["x"], "anker": "", "sprache": ""}
    absatz = {"art": "absatz", "kinder": ["ä", spanne], "klassen": [], "anker": "", "sprache": ""}
    assert gelesen["baum"]["teile"][0]["kinder"][0] == absatz
    assert "\n" not in text
    auftrag = lies_auftrag(text)
    assert (auftrag["baum"]["titel"], auftrag["baum"]["tag"]) == ("T", "2026-06-03")
    assert auftrag["zeilenkoepfe"] == [[[False, False], [True, False]]]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
BEISPIELE: tuple[Knotenmerkmale, ...] = (
    Titel(1, ("Anfang",), anker="anfang"),
    Absatz(("a",), anker="absatz"),
    Gruppe(("a",), klassen=("hinweis",)),
    Liste((Listenpunkt(("a",), anker="punkt"),), nummeriert=True, beginn=2),
    Begriffsliste((Begriffspunkt(("a",), ("b",)),)),
    TABELLE,
    Bildblock(SVG, "Worte", ("a",), "50mm", (Legendenpunkt(SVG, "b"),)),
    Trennlinie(),
    Spanne(("a",), "q", klassen=("hf-marke", "hf--blau")),
    OffenerLink("satz", "x/y", ("a",)),
    Sprung("anfang", ("a",)),
    Netzlink("https://example.org/", ("a",), zeigen=True),
    Anmerkung(3, "note-1-fn-3", ("a",)),
    Anmerkungsruf(3, "note-1-fn-3"),
    Feldzeichen(SVG),
    Code("a"),
    Zeilenumbruch(),
)


def test_jede_art_laesst_sich_setzen_auch_in_einer_anderen_sprache() -> None:
    assert [type(k) for k in BEISPIELE] == ARTEN
    fremd = [replace(k, sprache="tr", anker="") for k in BEISPIELE if not isinstance(k, Anmerkung)]
    assert setze(als_text(dokument(*BEISPIELE, *fremd))).startswith(b"%PDF")


def test_ein_unbekannter_knoten_haelt_den_satz_an() -> None:
    text = als_text(dokument(Absatz(("a",)))).replace('"art":"absatz"', '"art":"fremd"')
    with pytest.raises(Druckfehler, match="Knoten fremd"):
        setze(text)
