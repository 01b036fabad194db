"""The report as a Word file: the same headings, tables and words, made of plain styles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from druck.conftest import lies_plan
from druck.test_inhalt import flach, saetze_der_fassung


@pytest.fixture
def bericht(gedruckt: Callable[[str], Path], stadt: str) -> Any:
    return docx.Document(str(gedruckt(stadt) / "umsetzungsbericht.docx"))


def test_die_gliederung_besteht_aus_formatvorlagen(bericht: Any, stadt: str) -> None:
    titel = [p for p in bericht.paragraphs if p.style.name.startswith("Heading")]
    assert [p.text for p in titel if p.style.name == "Heading 1"] == [
        "Auf einen Blick",
        "Entscheidungsbedarf",
        "Was sich geändert hat",
        "Überfällig und ohne Bericht",
        "Stand je Handlungsfeld",
        "Zahlen und ihre Entwicklung",
        "Ressourcen",
        "Anhang: Steckbriefe",
    ]
    massnahmen = [m for s, m in saetze_der_fassung(lies_plan(stadt)) if s == "massnahmen"]
    zweite = {p.text for p in titel if p.style.name == "Heading 2"}
    assert {f"{m.nummer} {m.titel}" for m in massnahmen} <= zweite


def test_tabellen_haben_eine_kopfzeile_die_sich_wiederholt(bericht: Any) -> None:
    mit_kopf = [t for t in bericht.tables if t.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None]
    assert len(mit_kopf) >= 5
    assert all(z._tr.trPr.find(qn("w:cantSplit")) is not None for t in bericht.tables for z in t.rows)


def test_alle_schritte_der_massnahmen_stehen_in_den_steckbriefen(bericht: Any, stadt: str) -> None:
    ganz = flach("".join(p.text for t in bericht.tables for z in t.rows for c in z.cells for p in c.paragraphs))
    massnahmen = [m for s, m in saetze_der_fassung(lies_plan(stadt)) if s == "massnahmen"]
    schritte = [flach(s.text) for m in massnahmen for s in m.schritte if "[" not in s.text and "*" not in s.text]
    assert schritte
    assert [s for s in schritte if s not in ganz] == []


def test_sprache_und_titel_sind_gesetzt(bericht: Any) -> None:
    assert bericht.core_properties.language == "de-DE"
    assert bericht.core_properties.title == "Bericht zum Stand der Umsetzung"
