"""Each broken example gives exactly the findings that it says, in every format, and no traceback.

An example is an overlay over Musterstadt: its files replace those of the town, `_loeschen.txt` lists
files to leave out, `_erwartet.txt` is the text that the check prints.
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from macros.ausgabe.melden.befunde import FORMATE, render_befunde
from macros.befehle.konzept import main as konzept
from macros.pruefung import pruefe_ordner
from macros.regeln import REGELN

WURZEL = Path(__file__).parents[2]
KAPUTT = WURZEL / "tests/beispiele/kaputt"
BEISPIELE = sorted(p for p in KAPUTT.iterdir() if p.is_dir())


def ueberlagere(beispiel: Path, musterstadt: Path, ziel: Path) -> Path:
    """Musterstadt with the overlay of an example, as a folder of its own."""
    shutil.copytree(musterstadt, ziel)
    loeschen = beispiel / "_loeschen.txt"
    for name in loeschen.read_text().splitlines() if loeschen.exists() else ():
        (ziel / name).unlink()
    shutil.copytree(beispiel, ziel, dirs_exist_ok=True, ignore=shutil.ignore_patterns("_*"))
    return ziel


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=lambda p: p.name)
def test_beispiel(
    beispiel: Path,
    musterstadt: Path,
    stichtag: date,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    daten = ueberlagere(beispiel, musterstadt, tmp_path / "data")
    erwartet = (beispiel / "_erwartet.txt").read_text()
    _, befunde = pruefe_ordner(daten, stichtag, "data")
    assert render_befunde(befunde) == erwartet
    assert erwartet != "Keine Befunde\n"

    monkeypatch.chdir(daten.parent)
    format = FORMATE[BEISPIELE.index(beispiel) % len(FORMATE)]
    fehler = bool(re.search(r"^[^ ]+:\d+: (?!\[)", erwartet, re.MULTILINE))
    assert konzept(["pruefen", "--stichtag", stichtag.isoformat(), "--format", format]) == int(fehler)
    assert capsys.readouterr().out == render_befunde(befunde, format)


def test_musterstadt_hat_keinen_befund(musterstadt: Path, stichtag: date, capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept(["pruefen", "--daten", str(musterstadt), "--stichtag", stichtag.isoformat()]) == 0
    assert capsys.readouterr().out == "Keine Befunde\n"


@pytest.mark.parametrize("name", REGELN)
def test_jede_regel_hat_ihr_beispiel_und_steht_in_worten_da(name: str) -> None:
    assert (KAPUTT / name.replace("_", "-") / "_erwartet.txt").is_file()
    assert REGELN[name].__doc__


@pytest.mark.parametrize("name", REGELN)
def test_ohne_die_regel_faellt_ihr_beispiel_auf(
    name: str, musterstadt: Path, stichtag: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beispiel = KAPUTT / name.replace("_", "-")
    daten = ueberlagere(beispiel, musterstadt, tmp_path / "data")
    monkeypatch.delitem(REGELN, name)
    _, befunde = pruefe_ordner(daten, stichtag, "data")
    assert render_befunde(befunde) != (beispiel / "_erwartet.txt").read_text()


_STELLE = {"Befund": 3, "melde": 2, "_melde": 2, "_fehler": 0}


def gemeldete_regeln(baum: ast.Module, lokal: bool) -> Iterator[str]:
    """Every rule id that a module can put into a finding."""
    for knoten in ast.walk(baum):
        if isinstance(knoten, ast.Call):
            name = knoten.func.id if isinstance(knoten.func, ast.Name) else getattr(knoten.func, "attr", "")
            stelle = 1 if lokal and name == "melde" else _STELLE.get(name, 99)
            if stelle < len(knoten.args) and isinstance(knoten.args[stelle], ast.Constant):
                yield str(ast.literal_eval(knoten.args[stelle]))
        wert = knoten.value if isinstance(knoten, ast.Return | ast.Yield) else None
        if isinstance(wert, ast.Tuple) and len(wert.elts) == 3 and isinstance(wert.elts[0], ast.Constant):
            yield str(wert.elts[0].value)
        if isinstance(knoten, ast.Dict):
            for schluessel, eintrag in zip(knoten.keys, knoten.values, strict=True):
                if (
                    isinstance(schluessel, ast.Constant)
                    and schluessel.value == "regel"
                    and isinstance(eintrag, ast.Constant)
                ):
                    yield str(eintrag.value)


def test_jede_kennung_einer_regel_kommt_in_einem_beispiel_vor() -> None:
    im_code = {
        regel
        for raum in ("modell", "laden", "regeln")
        for datei in (WURZEL / "macros" / raum).glob("*.py")
        for regel in gemeldete_regeln(ast.parse(datei.read_text()), datei.name == "csv_streng.py")
    }
    assert {"auswahl", "datum", "dezimalkomma", "doppelt", "stichtag", "verweis"} < im_code
    beispiele = "".join((p / "_erwartet.txt").read_text() for p in BEISPIELE)
    assert im_code - {"groesse"} <= set(re.findall(r"\(([a-z0-9-]+)\)$", beispiele, re.MULTILINE))
