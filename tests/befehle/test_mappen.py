"""The workbooks on the page for editors: all that is linked is there, each is taken back, and bytes follow from the data."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from macros.ausgabe.bausteine.arbeitsmappen import arbeitsmappen
from macros.ausgabe.kontext import Bau, Kontext
from macros.befehle.konzept import main as konzept
from macros.befehle.mappen import schreibe_mappen
from macros.modell.plan import Plan
from macros.sichten.zustaendig import mappenangebote

KOPF = "integrationskonzept-musterstadt"
STICHTAG = date(2026, 6, 30)


@pytest.fixture
def mappen(plan: Plan, tmp_path: Path) -> Path:
    schreibe_mappen(Bau(plan, STICHTAG), tmp_path / "mappen")
    return tmp_path / "mappen"


def test_eine_mit_allem_und_eine_je_federfuehrung(mappen: Path) -> None:
    assert sorted(p.name for p in mappen.iterdir()) == [
        f"{KOPF}-{name}.xlsx"
        for name in ("alle-massnahmen-und-zahlen", "fachdienst-zusammenleben", "kreisintegrationszentrum", "ohne-federfuehrung",
                     "stadtverwaltung", "volkshochschule", "wohnungsgesellschaft")
    ]  # fmt: skip


def test_massnahmen_ohne_federfuehrung_haben_auch_eine(plan: Plan) -> None:
    """Or nobody would be asked about them; it comes first. Where nobody is named at all, the whole one is enough."""
    ohne = [m.model_copy(update={"federfuehrung": None}) for m in Bau(plan, STICHTAG).massnahmen]
    gemischt = [*ohne[1:], *Bau(plan, STICHTAG).massnahmen[:1]]
    assert [a.name for a in mappenangebote(plan, gemischt)][:2] == ["Alle Maßnahmen und Zahlen", "Ohne Federführung"]
    assert [a.name for a in mappenangebote(plan, ohne)] == ["Alle Maßnahmen und Zahlen"]


def test_eine_mappe_enthaelt_nur_das_eigene_und_keine_zahlen(mappen: Path) -> None:
    buch = load_workbook(mappen / f"{KOPF}-volkshochschule.xlsx")
    assert buch.sheetnames == ["Anleitung", "Maßnahmen", "Schritte", "Listen", "_Abdruck"]
    assert "Zahl" not in str(buch["Anleitung"]["B1"].value)


def test_zweimal_geschrieben_sind_die_bytes_dieselben(mappen: Path, plan: Plan, tmp_path: Path) -> None:
    schreibe_mappen(Bau(plan, STICHTAG), tmp_path / "noch-einmal")
    for datei in mappen.iterdir():
        assert (tmp_path / "noch-einmal" / datei.name).read_bytes() == datei.read_bytes()


def test_unausgefuellt_zurueckgelegt_aendern_sie_nichts(
    mappen: Path, daten: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(mappen, tmp_path / "eingang")
    davor = {p: p.read_bytes() for p in daten.rglob("*") if p.is_file()}
    assert konzept(["eingang", str(tmp_path / "eingang"), "--daten", str(daten), "--stichtag", "2026-06-30"]) == 0
    assert capsys.readouterr().out.count("Das steht schon genau so in den Daten.") == 7
    assert {p: p.read_bytes() for p in daten.rglob("*") if p.is_file()} == davor
    assert list((tmp_path / "eingang").iterdir()) == []


def test_die_seite_nennt_jede(mappen: Path, plan: Plan) -> None:
    html = str(arbeitsmappen(Kontext(Bau(plan, STICHTAG), "redaktion/")))
    assert all(f'href="mappen/{p.name}"' in html for p in mappen.iterdir())
    ohne = str(arbeitsmappen(Kontext(Bau(plan, STICHTAG, mit_pdf=False), "redaktion/")))
    assert 'href="mappen/' not in ohne and "fehlen" in ohne
