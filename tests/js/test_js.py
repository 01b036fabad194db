"""Scripts and style sheets: form, lint, types, the floor of browsers, and their own tests, which Node runs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

WURZEL = Path(__file__).parents[2]
HIER = Path(__file__).parent
PAKETE = WURZEL / "node_modules"
SKRIPTE = sorted((WURZEL / "docs/assets/js").glob("*.[jt]s"))
EIGENE = [*SKRIPTE, WURZEL / "eslint.config.js", *sorted(HIER.rglob("*.js"))]

BIOME = (PAKETE / "@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--colors=off", "--max-diagnostics=50")
TSC = (PAKETE / "typescript/bin/tsc", "--pretty", "false")
BRAUCHT = {"schreibweise": (20, 19)}
"""Tests that run in newer versions of Node only, because ESLint does."""

AUSREDE = re.compile(r"@ts-|biome-ignore|eslint-disable|\{\*\}|[{<:,|] ?any\b")
"""What silences a checker instead of telling it something."""

Lauf = subprocess.CompletedProcess[str]


def node(*befehl: str | Path, ordner: Path = WURZEL) -> Lauf:
    """A program of Node, called in a folder."""
    return subprocess.run(["node", *map(str, befehl)], cwd=ordner, capture_output=True, encoding="utf-8", check=False)


def besteht(lauf: Lauf) -> None:
    assert lauf.returncode == 0, f"\n{lauf.stdout}{lauf.stderr}".replace("\0", "")


def node_version() -> tuple[int, ...]:
    return tuple(int(zahl) for zahl in re.findall(r"\d+", node("--version").stdout)[:2])


# Form and lint


def test_form_und_lint_finden_nichts() -> None:
    besteht(node(*BIOME))


def test_ein_verstoss_gegen_form_oder_lint_faellt_auf(tmp_path: Path) -> None:
    shutil.copy(WURZEL / "biome.json", tmp_path)
    verstoesse = {
        "docs/assets/js/noDoubleEquals.js": "export const a = (/** @type {number} */ b) => b == 1;\n",
        "docs/assets/js/useConst.js": "let a = 1;\nexport { a };\n",
        "docs/assets/js/noUnusedVariables.js": "const a = 1;\nexport {};\n",
        "docs/assets/js/format.js": "export const a = {b:1}\n",
        "docs/assets/css/noUnknownProperty.css": "a { colour: red }\n",
        "docs/assets/css/noEmptyBlock.css": "a { }\n",
    }
    for name, text in verstoesse.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    lauf = node(*BIOME, ordner=tmp_path)
    assert lauf.returncode != 0
    ausgabe = (lauf.stdout + lauf.stderr).replace("\\", "/")
    gefunden = [zeile for zeile in ausgabe.splitlines() if zeile.startswith("docs")]
    assert [n for n in verstoesse if not any(n in z and Path(n).stem in z.split(n)[1] for z in gefunden)] == []


@pytest.mark.parametrize("datei", EIGENE, ids=lambda p: p.relative_to(WURZEL).as_posix())
def test_keine_zeile_ist_laenger_als_120_zeichen(datei: Path) -> None:
    zeilen = datei.read_text("utf-8").splitlines()
    assert [f"{n}: {len(z)}" for n, z in enumerate(zeilen, 1) if len(z) > 120] == []


# Types


@pytest.mark.parametrize("einstellung", ["jsconfig.json", "tests/js/jsconfig.json"])
def test_die_typen_stimmen(einstellung: str) -> None:
    besteht(node(*TSC, "-p", einstellung))


def test_jedes_skript_wird_geprueft() -> None:
    geprueft = node(*TSC, "-p", "jsconfig.json", "--listFilesOnly").stdout.splitlines()
    assert {p.name for p in SKRIPTE} <= {Path(zeile).name for zeile in geprueft}
    assert len(SKRIPTE) > 10


@pytest.mark.parametrize(
    "text",
    [
        "export const f = (x) => x;\n",
        'export const f = () => document.querySelector("p").id;\n',
        "/** @param {Facette} f */\nexport const f = (f) => f.wert;\n",
    ],
    ids=["ohne Typ", "vielleicht nichts", "falscher Name"],
)
def test_ein_fehler_in_den_typen_faellt_auf(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.js").write_text(text, "utf-8")
    einstellung = json.loads((WURZEL / "jsconfig.json").read_text("utf-8"))
    typen = WURZEL / "docs/assets/js/typen.d.ts"
    einstellung |= {"include": [], "files": [str(tmp_path / "x.js"), str(typen)]}
    (tmp_path / "jsconfig.json").write_text(json.dumps(einstellung), "utf-8")
    lauf = node(*TSC, "-p", tmp_path / "jsconfig.json")
    assert lauf.returncode != 0 and "x.js(" in lauf.stdout


@pytest.mark.parametrize("datei", [d for d in EIGENE if d.name != "schreibweise.test.js"], ids=lambda p: p.name)
def test_kein_skript_redet_sich_heraus(datei: Path) -> None:
    assert AUSREDE.findall(datei.read_text("utf-8")) == []


@pytest.mark.parametrize("text", ["/** @type {any} */", "// @ts-ignore", "Record<string, any>", "x: any;"])
def test_eine_ausrede_faellt_auf(text: str) -> None:
    assert AUSREDE.search(text)


# Their own tests


@pytest.mark.parametrize("datei", sorted(HIER.glob("*.test.js")), ids=lambda p: p.name.removesuffix(".test.js"))
def test_die_eigenen_tests_bestehen(datei: Path) -> None:
    if (braucht := BRAUCHT.get(datei.name.removesuffix(".test.js"), (0,))) > node_version():
        pytest.skip(f"needs Node {'.'.join(map(str, braucht))} or newer")
    lauf = node("--test", "--test-reporter=spec", datei)
    besteht(lauf)
    assert re.search(r"\bpass [1-9]", lauf.stdout) and "skipped 0" in lauf.stdout


def test_ein_eigener_test_kann_scheitern(tmp_path: Path) -> None:
    (tmp_path / "x.test.mjs").write_text('import test from "node:test"; test("x", () => { throw 1; });', "utf-8")
    assert node("--test", tmp_path / "x.test.mjs").returncode != 0
