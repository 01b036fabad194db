"""The arrows between the rooms run one way, and no code knows which town it serves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

WURZEL = Path(__file__).parents[1]
DARF = {
    "modell": set(),
    "laden": {"modell"},
    "regeln": {"modell"},
    "sichten": {"modell"},
    "diagramme": {"modell", "sichten"},
    "ausgabe": {"modell", "sichten", "diagramme", "haus"},
    "schreiben": {"modell", "laden", "sichten", "pruefung"},
    "pruefung": {"modell", "laden", "regeln"},
    "haus": set(),
}
"""Room -> rooms it may import."""
ADAPTER = {"__init__", "hooks", "befehle"}
"""They and `scripts` may import everything, and nothing imports them; only they know what day it is."""
NUR_IN = {"mkdocs": {"hooks", "befehle"}, "altair": {"diagramme", "ausgabe"}, "yaml": {"laden"}, "typst": {"ausgabe"}}
"""Libraries that would tie the rest to themselves -> the rooms that may know them."""
OHNE_ZUGRIFF = {"modell", "regeln", "sichten", "diagramme"}
ZUGRIFFE = {"open", "os", "io", "shutil", "subprocess", "socket", "urllib", "pathlib", "tempfile", "requests"}

MODULE = sorted((WURZEL / "macros").rglob("*.py"))


def raum(datei: Path) -> str:
    """The room that a module lives in."""
    return datei.relative_to(WURZEL / "macros").parts[0].removesuffix(".py")


def importe(datei: Path) -> Iterator[str]:
    """Full names of everything that a module imports, wherever in it."""
    for knoten in ast.walk(ast.parse(datei.read_text())):
        if isinstance(knoten, ast.Import):
            yield from (name.name for name in knoten.names)
        elif isinstance(knoten, ast.ImportFrom):
            assert knoten.level == 0, f"{datei}: relative import"
            yield f"{knoten.module}"
            yield from (f"{knoten.module}.{name.name}" for name in knoten.names)


def name_von(datei: Path) -> str:
    return datei.relative_to(WURZEL).as_posix()


@pytest.mark.parametrize("datei", [m for m in MODULE if raum(m) not in ADAPTER], ids=name_von)
def test_die_pfeile_zeigen_in_eine_richtung(datei: Path) -> None:
    eigener = raum(datei)
    assert eigener in DARF, f"unknown room {eigener}"
    for name in importe(datei):
        teile = name.split(".")
        assert teile[0] != "scripts", name
        if teile[0] == "macros" and len(teile) > 1:
            assert teile[1] in DARF[eigener] | {eigener}, f"{eigener} imports {name}"


@pytest.mark.parametrize("datei", MODULE, ids=name_von)
def test_bibliotheken_bleiben_in_ihrem_raum(datei: Path) -> None:
    for name in importe(datei):
        erste = name.split(".")[0]
        assert raum(datei) in NUR_IN.get(erste, {raum(datei)}), f"{name} belongs to {NUR_IN[erste]}"
        if raum(datei) in OHNE_ZUGRIFF:
            assert erste not in ZUGRIFFE, f"{name}: no I/O here"


@pytest.mark.parametrize("datei", MODULE, ids=name_von)
def test_niemand_fragt_nach_dem_heutigen_tag(datei: Path) -> None:
    for knoten in ast.walk(ast.parse(datei.read_text())):
        if isinstance(knoten, ast.Attribute) and knoten.attr in ("today", "now", "utcnow"):
            assert raum(datei) in ADAPTER, f"line {knoten.lineno}: pass stichtag in"


def quelltexte() -> list[Path]:
    endungen = {".py", ".md", ".html", ".js", ".mjs", ".css", ".yml", ".yaml", ".toml", ".typ", ".j2", ".svg"}
    orte = [p for ordner in ("macros", "scripts", "docs") for p in (WURZEL / ordner).rglob("*")]
    return sorted(p for p in (*orte, WURZEL / "mkdocs.yml") if p.suffix in endungen and p.is_file())


def test_kein_code_kennt_die_stadt() -> None:
    stadt = str(yaml.safe_load((WURZEL / "data/gemeinde.yaml").read_text())["name"]).lower()
    umlaute: dict[str, str | int | None] = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
    ascii_name = stadt.translate(str.maketrans(umlaute))
    nennen = [name_von(p) for p in quelltexte() if any(n in p.read_text().lower() for n in (stadt, ascii_name))]
    assert nennen == []
    assert len(quelltexte()) > 20


@pytest.mark.parametrize("datei", MODULE, ids=name_von)
def test_kein_modul_ist_laenger_als_300_zeilen(datei: Path) -> None:
    assert len(datei.read_text().splitlines()) <= 300


def test_die_suche_findet_einen_verstoss(tmp_path: Path) -> None:
    modul = tmp_path / "x.py"
    modul.write_text("def f():\n    from macros.ausgabe import seiten\n    import os.path\n")
    assert set(importe(modul)) == {"macros.ausgabe", "macros.ausgabe.seiten", "os.path"}
