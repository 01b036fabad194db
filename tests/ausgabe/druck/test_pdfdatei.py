"""The typesetter's file is read without guessing, and packed so that every reader finds the same in it."""

from __future__ import annotations

import io

import pikepdf
import pytest

from macros.ausgabe.druck.satz.pdfdatei import Pdfdatei, UnerwarteteForm, eintraege, werte

OBJEKTE = [
    b"<</Type/Catalog/Pages 2 0 R/Titel(Klammern \\) und (innen) und /S/TD)>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 200]/Contents 4 0 R/Resources<<>>/Name<FEFF00E4>>>",
    b"<</Length 6>>\nstream\n0 0 m\n\nendstream",
]


def plain(objekte: list[bytes]) -> bytes:
    """A file as the typesetter writes it: a table of all objects at its end."""
    aus, stellen = b"%PDF-1.7\n%\x80\x80\x80\x80\n", []
    for nummer, objekt in enumerate(objekte, 1):
        stellen.append(len(aus))
        aus += b"%d 0 obj\n%b\nendobj\n" % (nummer, objekt)
    tabelle = b"".join(b"%010d 00000 n\r\n" % stelle for stelle in stellen)
    ende = b"trailer\n<</Size %d/Root 1 0 R/ID[(eins)(zwei)]>>\nstartxref\n%d\n%%%%EOF"
    groesse = len(objekte) + 1
    return aus + b"xref\n0 %d\n0000000000 65535 f\r\n" % groesse + tabelle + ende % (groesse, len(aus))


@pytest.mark.parametrize(
    ("text", "teile"),
    [
        (b"[1 -2.5 /Name 12 0 R true null]", [b"1", b"-2.5", b"/Name", b"12 0 R", b"true", b"null"]),
        (b"[[1 [2]]<</A[3]>>(x)]", [b"[1 [2]]", b"<</A[3]>>", b"(x)"]),
        (b"[(a (b) c)(\\(offen)(\\\\)<0AFF>]", [b"(a (b) c)", b"(\\(offen)", b"(\\\\)", b"<0AFF>"]),
        (b"[(]>>)(endobj)]", [b"(]>>)", b"(endobj)"]),
        (b"[]", []),
        (b"<</Leer()/B 1>>", [b"/Leer", b"()", b"/B", b"1"]),
    ],
)
def test_werte_werden_ganz_gelesen(text: bytes, teile: list[bytes]) -> None:
    assert list(werte(text)) == teile


def test_ein_verzeichnis_hat_namen_und_werte() -> None:
    assert eintraege(b"<</S/TD/K[5]/P 48 0 R>>") == {"S": b"/TD", "K": b"[5]", "P": b"48 0 R"}


def test_gepackt_steht_dasselbe_darin() -> None:
    pdf = Pdfdatei.lies(plain(OBJEKTE)).packe()
    with pikepdf.open(io.BytesIO(pdf)) as datei:
        assert not datei.get_warnings()
        assert str(datei.Root["/Titel"]) == "Klammern ) und (innen) und /S/TD"
        assert datei.pages[0].MediaBox == [0, 0, 100, 200]
        assert str(datei.pages[0]["/Name"]) == "ä"
        assert datei.pages[0].Contents.read_raw_bytes() == b"0 0 m\n"
        assert [bytes(teil) for teil in datei.trailer["/ID"]] == [b"eins", b"zwei"]


def test_viele_objekte_kommen_in_mehrere_buendel_und_werden_klein() -> None:
    viele = [*OBJEKTE, *(b"<</Nummer %d/Text(immer dasselbe)>>" % n for n in range(5, 506))]
    lang = plain(viele)
    pdf = Pdfdatei.lies(lang).packe()
    assert len(pdf) < len(lang) / 3
    assert pdf.count(b"/ObjStm") == 6
    with pikepdf.open(io.BytesIO(pdf)) as datei:
        assert [int(datei.get_object(n, 0).Nummer) for n in range(5, 506)] == list(range(5, 506))


def test_eine_aenderung_trifft_nur_ihr_objekt() -> None:
    datei = Pdfdatei.lies(plain(OBJEKTE))
    datei.setze(b"2 0 R", datei.eintraege(b"2 0 R") | {"Rolle": b"/Neu"})
    assert datei.objekte[2] == b"<</Type /Pages/Kids [3 0 R]/Count 1/Rolle /Neu>>"
    assert [datei.objekte[n] for n in (1, 3, 4)] == [OBJEKTE[0], OBJEKTE[2], OBJEKTE[3]]


@pytest.mark.parametrize(
    "kaputt",
    [
        b"",
        b"%PDF-1.7\nirgendetwas",
        plain(OBJEKTE)[:-20],
        plain(OBJEKTE).replace(b"trailer", b"trolley"),
        plain(OBJEKTE).replace(b"3 0 obj", b"7 0 obj"),
        plain(OBJEKTE).replace(b"%PDF-1.7\n", b"%PDF-1.70\n"),
    ],
    ids=["leer", "kein-pdf", "abgeschnitten", "ohne-schluss", "andere-nummer", "verschoben"],
)
def test_eine_andere_form_wird_abgelehnt(kaputt: bytes) -> None:
    with pytest.raises(UnerwarteteForm):
        Pdfdatei.lies(kaputt)


@pytest.mark.parametrize("text", [b"[(offen]", b"[1 {x}]", b"<</A 1"])
def test_ein_offener_wert_wird_abgelehnt(text: bytes) -> None:
    with pytest.raises(UnerwarteteForm):
        list(werte(text))
