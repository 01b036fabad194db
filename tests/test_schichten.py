"""The arrows between the rooms run one way, and no code knows which town it serves."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

WURZEL = Path(__file__).parents[1]
DARF = {
    "deutsch": set(),
    "modell": {"deutsch"},
    "laden": {"deutsch", "modell", "eingabe"},
    "regeln": {"deutsch", "modell", "haus"},
    "sichten": {"deutsch", "modell"},
    "diagramme": {"deutsch", "modell", "sichten"},
    "ausgabe": {"deutsch", "modell", "sichten", "diagramme", "haus"},
    "eingabe": {"deutsch", "modell"},
    "schreiben": {"deutsch", "modell", "eingabe", "laden", "sichten", "pruefung"},
    "pruefung": {"modell", "laden", "regeln"},
    "haus": set(),
}
"""Room -> rooms it may import."""
ADAPTER = {"__init__", "hooks", "befehle"}
"""They and `scripts` may import everything, and nothing imports them; only they know what day it is."""
NUR_IN = {"mkdocs": {"hooks", "befehle"}, "altair": {"diagramme", "ausgabe"}, "yaml": {"laden"}, "typst": {"ausgabe"}}
"""Libraries that would tie the rest to themselves -> the rooms that may know them."""
OHNE_ZUGRIFF = {"deutsch", "modell", "regeln", "sichten", "diagramme"}
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


def ruft_json_selbst(datei: Path) -> bool:
    return any(
        isinstance(k, ast.Attribute) and ast.unparse(k) in ("json.loads", "json.load")
        for k in ast.walk(ast.parse(datei.read_text()))
    )


@pytest.mark.parametrize("zimmer", ["eingabe", "laden", "regeln", "schreiben", "sichten"])
def test_json_von_aussen_geht_durch_eine_tuer(zimmer: str) -> None:
    """What is nested without end raises no ValueError with Python's own reader."""
    assert [name_von(m) for m in MODULE if raum(m) == zimmer and ruft_json_selbst(m)] == []


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
def test_nur_ein_modul_liest_die_typen_des_modells(datei: Path) -> None:
    namen = {k.attr for k in ast.walk(ast.parse(datei.read_text())) if isinstance(k, ast.Attribute)}
    gelesen = (namen | {n.rpartition(".")[2] for n in importe(datei)}) & {
        "model_fields", "get_type_hints", "get_args", "get_origin",
    }  # fmt: skip
    assert not gelesen or name_von(datei) == "macros/modell/felder.py"


@pytest.mark.parametrize("datei", MODULE, ids=name_von)
def test_niemand_fragt_nach_dem_heutigen_tag(datei: Path) -> None:
    for knoten in ast.walk(ast.parse(datei.read_text())):
        if isinstance(knoten, ast.Attribute) and knoten.attr in ("today", "now", "utcnow"):
            assert raum(datei) in ADAPTER, f"line {knoten.lineno}: pass stichtag in"


@pytest.mark.parametrize("datei", MODULE, ids=name_von)
def test_html_wird_nicht_aus_stuecken_geklebt(datei: Path) -> None:
    for knoten in ast.walk(ast.parse(datei.read_text())):
        if isinstance(knoten, ast.JoinedStr) and len(knoten.values) > 1:
            text = "".join(str(t.value) if isinstance(t, ast.Constant) else "…" for t in knoten.values)
            assert not re.search(r"<[a-z]\w* [\w-]+=\"|</[a-z]", text) or text.startswith("<svg"), (
                f"line {knoten.lineno}"
            )


def typnamen(baum: ast.Module) -> Iterator[str]:
    """Classes and type aliases of a module, private ones without their underscore."""
    for knoten in ast.walk(baum):
        namen = [knoten.name] if isinstance(knoten, ast.ClassDef) else []
        if isinstance(knoten, ast.Assign):
            namen = [z.id for z in knoten.targets if isinstance(z, ast.Name)]
        elif isinstance(knoten, ast.AnnAssign) and isinstance(knoten.target, ast.Name):
            namen = [knoten.target.id]
        yield from (n for name in namen if (n := name.lstrip("_"))[:1].isupper() and not n.isupper())


def test_ein_wort_nennt_eine_sache() -> None:
    orte: dict[str, list[str]] = {}
    for datei in MODULE:
        for name in typnamen(ast.parse(datei.read_text())):
            orte.setdefault(name, []).append(name_von(datei))
    doppelt = {name: wo for name, wo in orte.items() if len(wo) > 1}
    assert doppelt == {}, "give one of them a telling compound"


ENDUNGEN = set("css csv html j2 js json md mjs py sh svg toml txt typ xml yaml yml".split())
_UMLAUTE = {"ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss)"}


def quelltexte() -> list[Path]:
    """Every text outside `data/` from which a site comes."""
    ordner = ("macros", "scripts", "docs", ".github/workflows")
    orte = [p for name in ordner for p in (WURZEL / name).rglob("*")]
    return sorted(p for p in (*orte, WURZEL / "mkdocs.yml") if p.suffix[1:] in ENDUNGEN and p.is_file())


def kennzeichen(name: str, ags: str) -> re.Pattern[str]:
    """The name of a town as a word of its own, however it is spelled, „Bad Orber“ and `bad_orb` too, and its AGS.

    A word begins and ends where no letter stands beside it, and at the humps of camelCase: „bonn“ is no part of „abonniert“.
    """
    teile = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", name).lower())
    wort = r"[\W_]{0,3}".join("".join(_UMLAUTE.get(z, z) for z in teil) for teil in teile)
    stamm = re.sub("en?$", "", wort)
    formen = f"{wort}(?:e?s|er(?:s|n|in|innen)?)?" + (f"|{stamm}er(?:s|n|in|innen)?" if stamm != wort else "")
    davor = r"(?:(?<![^\W\d_])|(?<=[a-zäöüß])(?=[A-ZÄÖÜ]))"
    return re.compile(rf"{davor}(?i:{formen})(?![a-zäöüß])|(?<!\d){re.escape(ags)}(?!\d)")


def test_kein_code_kennt_die_stadt() -> None:
    stadt = yaml.safe_load((WURZEL / "data/gemeinde.yaml").read_text("utf-8"))
    muster = kennzeichen(stadt["name"], stadt["ags"])
    texte = {p: unicodedata.normalize("NFC", p.read_text("utf-8")) for p in quelltexte()}
    assert [f"{name_von(p)}: {fund.group()}" for p, text in texte.items() if (fund := muster.search(text))] == []
    assert {"macros", "scripts", "docs", ".github", "mkdocs.yml"} == {p.relative_to(WURZEL).parts[0] for p in texte}


@pytest.mark.parametrize(
    ("name", "ags", "nennt", "nennt_nicht"),
    [
        pytest.param(
            "Bonn",
            "99314000",
            ["Stadt Bonn", "die Bonner Runde", "Bonns Ziele", "bonn-daten", "BONN_ZIEL", "seiteBonn", "ags=99314000,"],
            ["abonnieren", "Abonnement", "Bonnet", "1993140005", "99314"],
            id="kurz",
        ),
        pytest.param(
            "Bad Müsterquell",
            "99366004",
            ["Bad Müsterquell", "bad_muesterquell", "bad-muesterquell.css", "BadMuesterquell", "Bad\nMüsterqueller Rat"],
            ["Bad und Küche", "müsterquell", "einbad müsterquell"],
            id="zwei Wörter",
        ),
        pytest.param(
            "Muster-Neudorf",
            "99562004",
            ["Muster-Neudorf", "Muster Neudorf", "musterneudorf", "Muster-Neudorfer*innen", "'muster_neudorf'"],
            ["Muster", "Neudorf"],
            id="Bindestrich",
        ),
        pytest.param(
            "Grünhagen",
            "99999001",
            ["Grünhagen", "gruenhagen", "Gru\u0308nhagen", "Grünhagens", "Grünhager Markt", "GRÜNHAGEN", "zeigeGruenhagen()"],
            ["grün", "hagen", "Immergrünhagen", "Grünhagenweg"],
            id="Umlaut",
        ),
        pytest.param("Testmünde", "99999002", ["Testmünder Hafen", "Testmünde", "testmuende"], ["Testmünd"], id="auf -e"),
        pytest.param(
            "Mustern (Testf.)",
            "99754008",
            ["Mustern (Testf.)", "Mustern Testf", "mustern-testf"],
            ["Bemustern", "Mustern", "Testfall"],
            id="Zusatz in Klammern",
        ),
    ],
)  # fmt: skip
def test_der_name_einer_stadt_faellt_auf(name: str, ags: str, nennt: list[str], nennt_nicht: list[str]) -> None:
    muster = kennzeichen(name, ags)
    assert [t for t in nennt if not muster.search(unicodedata.normalize("NFC", t))] == []
    assert [t for t in nennt_nicht if muster.search(t)] == []


@pytest.mark.parametrize("datei", MODULE, ids=name_von)
def test_kein_modul_ist_laenger_als_300_zeilen(datei: Path) -> None:
    assert len(datei.read_text().splitlines()) <= 300


def test_jede_art_von_name_zaehlt() -> None:
    baum = ast.parse("class _Zeile: ...\nZelle = tuple[str, ...]\nPfad: TypeAlias = str\nMOST = 4\nS = 1\nzeile = 2\n")
    assert list(typnamen(baum)) == ["Zeile", "Zelle", "Pfad"]


def test_die_suche_findet_einen_verstoss(tmp_path: Path) -> None:
    modul = tmp_path / "x.py"
    modul.write_text("def f():\n    from macros.ausgabe import seiten\n    import os.path\n")
    assert set(importe(modul)) == {"macros.ausgabe", "macros.ausgabe.seiten", "os.path"}
