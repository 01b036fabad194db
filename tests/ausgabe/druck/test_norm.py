"""Every document is PDF/UA-1 and PDF/A-2a; the checker finds what is broken on purpose; the tags say what they should."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from ausgabe.druck.conftest import DATEN, bau_von, druck, knoten, lies_plan
from ausgabe.druck.vera import verstoesse

from macros.ausgabe.druck.dokument import baum
from macros.ausgabe.druck.konzept import konzept
from macros.ausgabe.druck.satz.knoten import Anmerkung, Bildblock, Drucktabelle, Titel

OHNE_STECKBRIEFE = (
    "konzept",
    "massnahmenmatrix-a3",
    "massnahmenmatrix-a4",
    "poster",
    "umsetzungsbericht",
    "leichte-sprache",
)


@pytest.mark.langsam
@pytest.mark.parametrize("name", OHNE_STECKBRIEFE)
def test_das_dokument_haelt_beide_normen(gedruckt: Callable[[str], Path], stadt: str, name: str) -> None:
    datei = druck(gedruckt(stadt), f"{name}.pdf")
    for norm in ("ua1", "2a"):
        pruefungen, gebrochen = verstoesse(datei, norm)
        assert gebrochen == {}
        assert pruefungen > 1000


@pytest.mark.langsam
def test_die_steckbriefe_halten_beide_normen(gedruckt: Callable[[str], Path]) -> None:
    dateien = sorted(datei for stadt in DATEN for datei in (gedruckt(stadt) / "steckbriefe").glob("*.pdf"))
    assert len(dateien) == sum(len(lies_plan(stadt).massnahmen) for stadt in DATEN)
    assert {d.stem: v for d in dateien for norm in ("ua1", "2a") if (v := verstoesse(d, norm)[1])} == {}


def test_die_pruefung_findet_was_fehlt(gedruckt: Callable[[str], Path], tmp_path: Path) -> None:
    kaputt = tmp_path / "kaputt.pdf"
    with pikepdf.open(next(iter(sorted((gedruckt("musterstadt") / "steckbriefe").glob("*.pdf"))))) as pdf:
        for element in elemente(pdf.Root.StructTreeRoot):
            if "/Alt" in element:
                del element["/Alt"]
        del pdf.Root["/Lang"]
        pdf.Root.ViewerPreferences.DisplayDocTitle = False
        pdf.save(kaputt)
    _, gebrochen = verstoesse(kaputt, "ua1")
    assert {"7.3-1", "7.1-10"} <= set(gebrochen)


def elemente(element: Any) -> Iterator[Any]:
    """Structure elements below one, in reading order."""
    kinder = element.get("/K", [])
    for kind in list(kinder) if isinstance(kinder, pikepdf.Array) else [kinder]:
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            yield kind
            yield from elemente(kind)


def test_die_auszeichnung_sagt_dasselbe_wie_das_html(gedruckt: Callable[[str], Path], stadt: str) -> None:
    dokument = baum(bau_von(stadt), konzept(bau_von(stadt)))
    with pikepdf.open(druck(gedruckt(stadt), "konzept.pdf")) as pdf:
        assert str(pdf.Root.Lang) == "de-DE"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"]) == dokument.dateititel
        alle = list(elemente(pdf.Root.StructTreeRoot))
        arten = Counter(str(e.S) for e in alle)
        ueberschriften = sum(n for art, n in arten.items() if art in {f"/H{i}" for i in range(1, 7)})
        assert ueberschriften == len(knoten(dokument, Titel)) + 1  # the table of contents has one of its own
        assert arten["/Table"] == len(knoten(dokument, Drucktabelle))
        assert arten["/Note"] == len(knoten(dokument, Anmerkung))
        bilder = [e for e in alle if str(e.S) == "/Figure"]
        assert len(bilder) == len(knoten(dokument, Bildblock)) + 1  # and the QR code of the cover
        assert all(str(e.Alt).strip() for e in bilder)
        for tabelle in (e for e in alle if str(e.S) == "/Table"):
            koepfe = [z for z in elemente(tabelle) if str(z.S) == "/TH"]
            assert koepfe
            assert {umfang(z) for z in koepfe} <= {"/Column", "/Row"}
        assert any(umfang(z) == "/Row" for z in alle if str(z.S) == "/TH")


def umfang(zelle: Any) -> str:
    """Scope of a head cell."""
    merkmale = zelle.A
    for m in list(merkmale) if isinstance(merkmale, pikepdf.Array) else [merkmale]:
        if "/Scope" in m:
            return str(m.Scope)
    return ""
