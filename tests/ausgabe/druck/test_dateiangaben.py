"""What a PDF says about itself: the concept's own words and its town, rights, identifier and publisher, and no draft."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from ausgabe.druck.test_druckbaum import dokument
from ausgabe.druck.vera import verstoesse
from saetze_bauen import handlungsfeld, plan_aus

from macros.ausgabe.druck.dokument import dateititel, schlagworte
from macros.ausgabe.druck.satz.beipackzettel import beschreibe
from macros.ausgabe.druck.satz.druckbaum import Druckbaum, als_text, lies_auftrag
from macros.ausgabe.druck.satz.knoten import Absatz, Druckfehler
from macros.ausgabe.druck.satz.pdfdatei import Pdfdatei
from macros.ausgabe.druck.satz.setzen import setze
from macros.modell.gemeinde import Gemeinde


def _gemeinde(titel: str) -> Gemeinde:
    angaben = {"name": "Kleinstadt", "ags": "01234567", "kreis": "K", "land": "L", "website": "https://example.org"}
    return Gemeinde.model_validate({**angaben, "titel": titel, "untertitel": "U."})


@pytest.mark.parametrize(
    ("titel", "konzept", "name"),
    [
        ("Maßnahmenmatrix", "Klimaschutzplan Kleinstadt", "Maßnahmenmatrix · Klimaschutzplan Kleinstadt"),
        ("Maßnahmenmatrix", "Klimaschutzplan", "Maßnahmenmatrix · Klimaschutzplan · Kleinstadt"),
        ("Klimaschutzplan Kleinstadt 2026", "Klimaschutzplan", "Klimaschutzplan Kleinstadt 2026"),
    ],
)
def test_der_titel_nennt_konzept_und_gemeinde(titel: str, konzept: str, name: str) -> None:
    assert dateititel(titel, _gemeinde(konzept)) == name


def test_die_schlagworte_sind_die_des_konzepts() -> None:
    plan = plan_aus(handlungsfeld("verkehr", name="Verkehr, Wege"))
    plan = replace(plan, gemeinde=_gemeinde("Klimaschutzplan Kleinstadt"))
    assert schlagworte(plan) == ("Klimaschutzplan Kleinstadt", "Kleinstadt", "Verkehr · Wege")


def _xmp(baum: Druckbaum) -> str:
    pdf = setze(als_text(baum))
    return pdf[pdf.index(b"<?xpacket begin") : pdf.index(b"<?xpacket end")].decode()


def test_das_pdf_nennt_rechte_kennzeichen_und_herausgeber_und_ist_kein_entwurf(tmp_path: Path) -> None:
    baum = dokument(Absatz(("a",)))
    xmp = _xmp(baum)
    assert '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">T · G</rdf:li>' in xmp
    assert "<dc:identifier>k/t</dc:identifier>" in xmp
    assert "<rdf:Bag><rdf:li>H &amp; Co</rdf:li></rdf:Bag></dc:publisher>" in xmp
    assert '<rdf:Alt><rdf:li xml:lang="x-default">CC BY 4.0</rdf:li></rdf:Alt></dc:rights>' in xmp
    assert ">https://example.org/l</xmpRights:WebStatement>" in xmp
    assert not re.search("(?i)proof|RenditionClass", xmp)
    (tmp_path / "a.pdf").write_bytes(setze(als_text(baum)))
    assert [verstoesse(tmp_path / "a.pdf", norm)[1] for norm in ("ua1", "2a")] == [{}, {}]


def test_ohne_lizenz_steht_keine_da() -> None:
    assert "ights" not in _xmp(replace(dokument(Absatz(("a",))), rechte="", rechte_url="")).replace("xmlns:xmpRights", "").replace("/rights/", "")  # fmt: skip


def test_angaben_in_anderer_form_werden_nicht_geraten() -> None:
    angaben = lies_auftrag(als_text(dokument()))["baum"]
    datei = Pdfdatei(b"", {1: b"<</Metadata 2 0 R>>", 2: b"<<>>\nstream\nx\nendstream"}, {"Root": b"1 0 R"})
    with pytest.raises(Druckfehler):
        beschreibe(datei, angaben)
