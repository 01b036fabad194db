"""What a proposal brings along never runs where something may be written; packages are pinned by checksum."""

from __future__ import annotations

import io
import json
import re
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.befehle.konzept import main as konzept
from scripts.stueckliste import main as schreibe_stueckliste
from scripts.stueckliste import stueckliste

HAUS = Path(__file__).resolve().parent.parent
ABLAEUFE = sorted((HAUS / ".github/workflows").glob("*.yml"))
VON_VORSCHLAEGEN = {"pull_request", "pull_request_review", "push_to_fork", "merge_group"}
"""Events at which a checkout holds the code of a proposal."""
HAUPTZWEIG = "${{ github.event.repository.default_branch }}"
FREMDER_STAND = re.compile(r"git\s+(?:checkout|switch|merge(?!-base)|pull|worktree|reset|read-tree)|gh\s+pr\s+checkout")


def _ausloeser(ablauf: dict[Any, Any]) -> set[str]:
    """The events of a workflow; YAML reads its key `on` as true."""
    wann: Any = ablauf.get("on", ablauf.get(True))
    return {wann} if isinstance(wann, str) else set(wann)


def _fremd(ablauf: dict[Any, Any], wann: set[str]) -> bool:
    """True where a plain checkout would hold a branch that nobody has looked at yet."""
    wo: Any = ablauf.get("on", ablauf.get(True))
    anstoss = wo.get("push") if isinstance(wo, dict) and "push" in wo else None
    return "workflow_run" in wann or ("push" in wann and (anstoss or {}).get("branches") != ["main"])


def verstoesse(text: str) -> list[str]:
    """What in a workflow lets the code of a proposal near a right to write."""
    ablauf = yaml.safe_load(text)
    wann, funde = _ausloeser(ablauf), []
    if "pull_request_target" in wann:
        funde.append("pull_request_target")
    for name, auftrag in ablauf["jobs"].items():
        if not any(recht == "write" for recht in dict(auftrag["permissions"]).values()):
            continue
        if wann & VON_VORSCHLAEGEN:
            funde.append(f"{name}: writes and runs at a proposal")
        for schritt in auftrag["steps"]:
            holt = str(schritt.get("uses", "")).startswith("actions/checkout@")
            if holt and _fremd(ablauf, wann) and schritt.get("with", {}).get("ref") != HAUPTZWEIG:
                funde.append(f"{name}: checks out something else than main")
            if FREMDER_STAND.search(str(schritt.get("run", ""))):
                funde.append(f"{name}: takes another state")
            if "${{" in str(schritt.get("run", "")):
                funde.append(f"{name}: an expression in a shell")
    return funde


@pytest.mark.parametrize("ablauf", ABLAEUFE, ids=lambda p: p.name)
def test_code_eines_vorschlags_laeuft_nie_wo_geschrieben_werden_darf(ablauf: Path) -> None:
    assert verstoesse(ablauf.read_text("utf-8")) == []


def test_ein_verstoss_faellt_auf() -> None:
    kommentar = (HAUS / ".github/workflows/kommentar.yml").read_text("utf-8")
    for alt, neu in (
        ("  workflow_run:", "  pull_request_target:\n  workflow_run:"),
        ("  workflow_run:", "  pull_request:\n  workflow_run:"),
        (f"ref: {HAUPTZWEIG}", "ref: ${{ github.event.workflow_run.head_sha }}"),
        ("run: scripts/einrichten.sh site", 'run: git checkout "$KOPF" && make site'),
        ("run: scripts/einrichten.sh site", "run: echo ${{ github.event.workflow_run.head_branch }}"),
    ):
        assert alt in kommentar
        assert verstoesse(kommentar.replace(alt, neu, 1)), neu


def test_der_eingang_nimmt_nie_den_code_des_zweigs() -> None:
    eingang = (HAUS / ".github/workflows/eingang.yml").read_text("utf-8")
    for alt, neu in (
        (f"ref: {HAUPTZWEIG}", "ref: ${{ github.ref }}"),
        (f"          ref: {HAUPTZWEIG}\n", ""),
        ("run: scripts/einrichten.sh site", 'run: git checkout "$GITHUB_SHA" && make site'),
    ):
        assert alt in eingang
        assert verstoesse(eingang.replace(alt, neu, 1)), neu
    anstoss = yaml.safe_load(eingang)[True]["push"]
    assert anstoss == {"branches-ignore": ["main"], "paths": ["eingang/**"]}


def test_der_kommentar_wartet_auf_den_bericht() -> None:
    bericht = yaml.safe_load((HAUS / ".github/workflows/vorschau.yml").read_text("utf-8"))
    kommentar = yaml.safe_load((HAUS / ".github/workflows/kommentar.yml").read_text("utf-8"))
    assert kommentar[True]["workflow_run"]["workflows"] == [bericht["name"]]


def _sperre() -> dict[str, Any]:
    gelesen: dict[str, Any] = json.loads((HAUS / "package-lock.json").read_text("utf-8"))
    return gelesen


def test_die_sperrdatei_passt_zu_den_verlangten_paketen() -> None:
    verlangt = json.loads((HAUS / "package.json").read_text("utf-8"))["devDependencies"]
    assert _sperre()["packages"][""]["devDependencies"] == verlangt


def test_jedes_node_paket_hat_eine_pruefsumme_und_keine_herkunft() -> None:
    pakete = {name: paket for name, paket in _sperre()["packages"].items() if name}
    assert len(pakete) > 50
    assert [n for n, p in pakete.items() if not re.fullmatch(r"sha512-[\w+/]{86}==", p.get("integrity", ""))] == []
    assert [n for n, p in pakete.items() if "resolved" in p] == []
    assert "omit-lockfile-registry-resolved=true" in (HAUS / ".npmrc").read_text("utf-8").splitlines()


def test_die_einrichtung_nimmt_nur_was_in_der_sperrdatei_steht() -> None:
    einrichten = (HAUS / "scripts/einrichten.sh").read_text("utf-8")
    assert re.findall(r"^ *npm .*", einrichten, re.M) == [
        "    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >/dev/null"
    ]


def test_die_stueckliste_nennt_jedes_angeheftete_paket_mit_version(tmp_path: Path) -> None:
    assert schreibe_stueckliste([str(tmp_path / "neu/liste.json")]) == 0
    liste = json.loads((tmp_path / "neu/liste.json").read_text("utf-8"))
    assert (liste["bomFormat"], liste["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(
        r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", liste["serialNumber"]
    )
    anzahl = len(re.findall(r"^\S+==", (HAUS / "requirements/site.txt").read_text("utf-8"), re.M))
    assert len(liste["components"]) == anzahl > 40
    assert "pkg:pypi/mkdocs@1.6.1" in {t["purl"] for t in liste["components"]}


def test_dieselben_pakete_geben_dieselbe_stueckliste_und_andere_eine_andere() -> None:
    eine = stueckliste("a==1 \\\n    --hash=sha256:0\nB_c==2.0 ; python_version < '4'\n")
    assert eine == stueckliste("a==1 \\\n    --hash=sha256:0\nB_c==2.0 ; python_version < '4'\n")
    assert [t["purl"] for t in eine["components"]] == ["pkg:pypi/a@1", "pkg:pypi/b-c@2.0"]  # type: ignore[attr-defined]
    assert eine["serialNumber"] != stueckliste("a==2\n")["serialNumber"]


GITLAB = yaml.safe_load((HAUS / ".gitlab-ci.yml").read_text("utf-8"))
JE_AUFTRAG = {
    "daten": ["make check"],
    "tests": [".ci/run"],
    "seite": ["make site", "konzept vergleich", "--gemeinsam --vorschau site"],
    "was-sich-aendert": ["--format html --nach was-sich-aendert.html", "--format markdown", "konzept rueckmelden"],
    "eingang": ["konzept eingang --aus"],
    "pages": ["make site"],
}
"""Job at GitLab -> what it calls; what the workflows at GitHub call too, but for the name of a file or a variable."""


def _befehle(auftrag: dict[str, Any]) -> str:
    return "\n".join(auftrag["script"])


def test_gitlab_hat_dieselben_auftraege_mit_denselben_befehlen() -> None:
    assert set(GITLAB) - {"image", "variables", "cache", "workflow"} == set(JE_AUFTRAG)
    github = "\n".join(a.read_text("utf-8") for a in ABLAEUFE)
    for name, worte in JE_AUFTRAG.items():
        for wort in worte:
            assert wort in _befehle(GITLAB[name]), name
            assert wort in github, f"{wort} is called at GitLab alone"


def test_jeder_befehl_bei_gitlab_ist_einer_von_konzept_oder_make() -> None:
    ziele = set(re.findall(r"^([a-z]+):", (HAUS / "Makefile").read_text("utf-8"), re.MULTILINE))
    for name in JE_AUFTRAG:
        text = _befehle(GITLAB[name])
        assert set(re.findall(r"\bmake ([a-z]+)", text)) <= ziele, name
        for befehl, worte in re.findall(r"bin/konzept ([a-z]+)([^\n>;]*)", text):
            hilfe = io.StringIO()
            with redirect_stdout(hilfe), pytest.raises(SystemExit):
                konzept([befehl, "--help"])
            fehlt = [w for w in re.findall(r"(--[a-z-]+)", worte) if w not in hilfe.getvalue()]
            assert fehlt == [], f"{name}: konzept {befehl} knows no {fehlt}"


def test_bei_gitlab_bleiben_ergebnisse_liegen_und_seiten_erscheinen_vom_hauptzweig() -> None:
    assert GITLAB["pages"]["artifacts"]["paths"] == ["public/"]
    assert GITLAB["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
    assert "mv site public" in _befehle(GITLAB["pages"])
    assert GITLAB["seite"]["artifacts"]["paths"] == ["site/"]
    assert GITLAB["was-sich-aendert"]["artifacts"]["paths"] == ["was-sich-aendert.html"]
    assert GITLAB["eingang"]["artifacts"]["when"] == "always"


@pytest.mark.parametrize(
    "auftrag", [n for n in JE_AUFTRAG if re.search("--vorschlagen|rueckmelden", _befehle(GITLAB[n]))]
)
def test_bei_gitlab_schreibt_nur_code_des_hauptzweigs(auftrag: str) -> None:
    """What proposes or comments takes the main branch's code before it sets anything up; it reads the rest from git."""
    schritte = GITLAB[auftrag]["script"]
    wechsel = next(n for n, s in enumerate(schritte) if "checkout" in s)
    assert "origin/$CI_DEFAULT_BRANCH" in schritte[wechsel]
    assert all("einrichten.sh" not in s and "konzept" not in s for s in schritte[:wechsel])
    assert "$CI_COMMIT_SHA" in _befehle(GITLAB[auftrag])
