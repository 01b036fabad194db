"""Scripts go out without their comments, and do what they did with them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from macros.ausgabe.seiten.skripte import skript, verlangt, vorab

WURZEL = Path(__file__).parents[3]
SKRIPTE = sorted((WURZEL / "docs/assets/js").glob("*.js"))
BAUM = """
  import { parse } from "acorn";
  import { readFileSync } from "node:fs";
  const ohneOrt = (name, wert) => (name === "start" || name === "end" ? undefined : wert);
  const alsBaum = (text) => JSON.stringify(parse(text, { ecmaVersion: 2022, sourceType: "module" }), ohneOrt);
  console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(alsBaum)));
"""


def baeume(*texte: str) -> list[str]:
    """Scripts as their syntax trees, which know nothing of comments."""
    befehl = ["node", "--input-type=module", "-e", BAUM]
    lauf = subprocess.run(
        befehl, cwd=WURZEL, input=json.dumps(texte), capture_output=True, encoding="utf-8", check=True
    )
    return list(json.loads(lauf.stdout))


@pytest.mark.parametrize(
    ("mit", "ohne"),
    [
        ("// What it is.\nconst a = 1;\n", "const a = 1;\n"),
        ("/** One line. */\nconst a = 1;\n", "const a = 1;\n"),
        ("{\n  /**\n   * Many.\n   * @param {string} a\n   */\n  f(a) {}\n}\n", "{\n  f(a) {}\n}\n"),
        ("const a = /** @type {A | null} */ (b);\n", "const a = (b);\n"),
        ("const a = (/** @type {string} */ b) => b;\n", "const a = (b) => b;\n"),
        ("const a = 1; // behind code\n", "const a = 1; // behind code\n"),
        ('const a = "https://x.test/"; // b\n', 'const a = "https://x.test/"; // b\n'),
        ("/** A. */\n/** B. */\nconst a = 1;\n\n// C\n\nconst b = 2;\n", "const a = 1;\n\n\nconst b = 2;\n"),
    ],
)
def test_kommentare_fallen_weg(mit: str, ohne: str) -> None:
    assert skript(mit) == ohne


def test_jedes_skript_bleibt_dasselbe_programm() -> None:
    texte = [p.read_text("utf-8") for p in SKRIPTE]
    assert len(texte) > 10
    vorher, nachher = baeume(*texte), baeume(*map(skript, texte))
    assert [p.name for p, a, b in zip(SKRIPTE, vorher, nachher, strict=True) if a != b] == []


def test_ein_veraendertes_programm_faellt_auf() -> None:
    eines, anderes = baeume("a = `\n// b\n`", skript("a = `\n// b\n`"))
    assert eines != anderes


@pytest.mark.parametrize("datei", SKRIPTE, ids=lambda p: p.name)
def test_von_den_typen_bleibt_nichts(datei: Path) -> None:
    assert "/**" not in skript(datei.read_text("utf-8"))


TEXTE = {
    "start.js": 'import("./matrix.js");\n',
    "kopf.js": "",
    "matrix.js": 'import { a, b } from "./a.js";\nimport {\n  c,\n} from "./c.js";\nconst spaeter = () => import("./x.js");\n',
    "a.js": 'import { c } from "./c.js";\n',
    "c.js": 'import "./d.js";\nexport { e } from "./e.js";\n',
    "d.js": "",
    "e.js": "",
    "x.js": "",
    "betrifft.js": 'import { a } from "./a.js";\n',
}


def test_ein_modul_verlangt_was_es_von_anfang_an_braucht_und_das_einmal() -> None:
    assert verlangt("matrix.js", TEXTE) == ["matrix.js", "a.js", "c.js", "d.js", "e.js"]
    assert verlangt("start.js", TEXTE) == ["start.js"], "what is imported later is not needed to start"


def test_eine_seite_nennt_die_skripte_die_sie_selbst_holt() -> None:
    assert vorab("<p>", TEXTE) == ["start.js", "kopf.js"]
    assert vorab("<div data-betrifft>", TEXTE) == ["start.js", "kopf.js", "betrifft.js", "a.js", "c.js", "d.js", "e.js"]


def test_die_eigenen_listen_holen_ihre_teile_in_einem_zug() -> None:
    texte = {p.name: p.read_text("utf-8") for p in SKRIPTE}
    assert {"matrix.js", "adresse.js", "matrix-worte.js", "matrix-leiste.js"} <= set(vorab("data-matrix", texte))
    assert not {"suche.js", "matrix-xlsx.js", "ersatz.js"} & set(vorab("data-matrix data-betrifft", texte))
