"""A build replaces an absent or empty folder, or one that an earlier build wrote; nothing else is touched."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from gebaut import MUSTERSTADT, WURZEL
from mkdocs.config.defaults import MkDocsConfig

from macros.befehle import bauen, konzept, zielordner
from macros.befehle.bauen import baue
from macros.befehle.zielordner import MARKE, Verweigert, ersetzbarer_ordner, schreibe_ganz

TAG = "2026-06-30"


@pytest.fixture
def haus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout to stand in, with data, pages and a Git folder, and a home folder above it."""
    monkeypatch.setenv("HOME", str(tmp_path / "heim"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "heim"))
    ort = tmp_path / "heim/haus"
    for name in ("data/massnahmen", "docs/redaktion", ".git/refs", "leer", "fremd/tief"):
        (ort / name).mkdir(parents=True)
    (ort / "fremd/tief/brief.txt").write_text("wichtig", "utf-8")
    (ort / "mkdocs.yml").write_text("", "utf-8")
    monkeypatch.chdir(ort)
    return ort


@pytest.fixture
def gezaehlt(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Builds that began; their site is one page."""
    gebaut: list[Path] = []

    def seite(konfiguration: MkDocsConfig) -> None:
        neu = Path(konfiguration.site_dir)
        gebaut.append(neu)
        neu.mkdir()
        (neu / "index.html").write_text("neu", "utf-8")

    monkeypatch.setattr(bauen, "build", seite)
    monkeypatch.setattr(bauen, "baue_stand", partial(bauen.baue_stand, suche=lambda neu, bau: None))
    return gebaut


def los(ziel: Path) -> int:
    return baue(MUSTERSTADT, ziel, date(2026, 6, 30), lambda bau, seite: None)


def abbild(ordner: Path) -> dict[str, bytes]:
    return {p.relative_to(ordner).as_posix(): p.read_bytes() if p.is_file() else b"" for p in ordner.rglob("*")}


@pytest.mark.parametrize(
    ("ziel", "sagt"),
    [
        ("data", "ist ein Ordner mit Quellen"),
        ("docs", "ist ein Ordner mit Quellen"),
        (".git", "ist ein Ordner mit Quellen"),
        ("data/massnahmen", "liegt bei den Quellen"),
        ("data/neu/tief", "liegt bei den Quellen"),
        ("docs/neu", "liegt bei den Quellen"),
        ("leer/../docs/neu", "liegt bei den Quellen"),
        (".git/refs", "liegt bei den Quellen"),
        (".", "enthält"),
        ("", "enthält"),
        ("..", "enthält"),
        ("/", "das ganze Laufwerk"),
        ("fremd", "löschen Sie den Ordner"),
        ("fremd/tief", "löschen Sie den Ordner"),
        ("fremd/tief/brief.txt", "ist eine Datei, kein Ordner"),
    ],
)
def test_was_nicht_sein_eigen_ist_ersetzt_kein_bau(
    haus: Path, gezaehlt: list[Path], ziel: str, sagt: str, capsys: pytest.CaptureFixture[str]
) -> None:
    vorher = abbild(haus)
    assert los(Path(ziel)) == 1
    gesagt = capsys.readouterr().err
    assert sagt in gesagt and "Traceback" not in gesagt
    assert gesagt.endswith("Die Website wurde nicht gebaut; die bisherige bleibt stehen.\n")
    assert gezaehlt == []
    assert abbild(haus) == vorher


def test_der_persoenliche_ordner_und_was_ihn_enthaelt(
    haus: Path, gezaehlt: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "leeres_heim").mkdir()
    for ordner in (tmp_path / "heim", tmp_path):
        assert los(ordner) == 1
    monkeypatch.setenv("HOME", str(tmp_path / "leeres_heim"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "leeres_heim"))
    assert los(tmp_path / "leeres_heim") == 1
    assert gezaehlt == []


def test_ein_eingehaengtes_laufwerk(haus: Path, gezaehlt: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zielordner.os.path, "ismount", lambda p: Path(p).name == "leer")
    assert los(Path("leer")) == 1
    assert gezaehlt == []


@pytest.mark.parametrize("name", ["data", "docs", ".git"])
def test_auch_eine_gebaute_website_bleibt_wenn_darin_eine_quelle_liegt(
    haus: Path, gezaehlt: list[Path], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert los(Path("site")) == 0
    (haus / "site" / name).mkdir()
    assert los(Path("site")) == 1
    assert f"enthält {name}; das ersetzt kein Bau" in capsys.readouterr().err
    assert (haus / "site" / name).is_dir()


def test_daten_an_anderem_ort_sind_ebenso_geschuetzt(haus: Path, gezaehlt: list[Path], tmp_path: Path) -> None:
    woanders = Path(shutil.copytree(MUSTERSTADT, tmp_path / "anderswo/stadt"))
    for ziel in (woanders, woanders / "neu", woanders.parent):
        assert baue(woanders, ziel, date(2026, 6, 30)) == 1
        assert los(ziel) == 1, "auch wenn es nicht die Daten dieses Baus sind"
    assert gezaehlt == []


@pytest.mark.parametrize("ziel", ["neu", "neu/tief", "leer"])
def test_was_fehlt_oder_leer_ist_wird_zur_website_und_beim_naechsten_mal_ersetzt(
    haus: Path, gezaehlt: list[Path], ziel: str
) -> None:
    assert los(Path(ziel)) == 0
    (haus / ziel / "alt.html").write_text("alt", "utf-8")
    assert los(Path(ziel)) == 0
    assert sorted(p.name for p in (haus / ziel).iterdir()) == [MARKE, "index.html"]
    assert [p.name for p in (haus / ziel).parent.iterdir() if ".bau" in p.name] == []


def test_eine_website_von_frueher_ohne_zeichen_wird_genannt(
    haus: Path, gezaehlt: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    (haus / "site").mkdir()
    (haus / "site/index.html").write_text("von früher", "utf-8")
    assert los(Path("site")) == 1
    assert f"dann löschen Sie den Ordner {haus / 'site'} und bauen noch einmal" in capsys.readouterr().err
    shutil.rmtree(haus / "site")  # the remedy, followed
    assert los(Path("site")) == 0


def test_eine_verknuepfung_wird_verfolgt_und_bleibt(haus: Path, gezaehlt: list[Path]) -> None:
    (haus / "verknuepft").symlink_to(haus / "leer")
    assert los(Path("verknuepft")) == 0
    assert (haus / "verknuepft").is_symlink()
    assert (haus / "leer/index.html").read_text("utf-8") == "neu"


@pytest.mark.parametrize(("auf", "sagt"), [("data", "Quellen"), ("fremd", "löschen Sie"), ("nirgends", "ins Leere")])
def test_hinter_einer_verknuepfung_gilt_dasselbe(
    haus: Path, gezaehlt: list[Path], auf: str, sagt: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (haus / "verknuepft").symlink_to(haus / auf)
    assert los(Path("verknuepft")) == 1
    assert sagt in capsys.readouterr().err
    assert gezaehlt == []


def test_ein_zeichen_das_eine_verknuepfung_ist_zaehlt_nicht(haus: Path) -> None:
    (haus / "fremd" / MARKE).symlink_to(haus / "fremd/tief/brief.txt")
    with pytest.raises(Verweigert):
        ersetzbarer_ordner(Path("fremd"), haus / "data")


@pytest.mark.parametrize(
    "befehl",
    [
        ["pdf", "steckbriefe", "--ziel", "ORT"],
        ["excel", "export", "ORT/mappe.xlsx"],
        ["kennzahl", "--vorlage", "ORT/zahlen.csv", "--stichtag", "2026"],
        ["formular", "vorlagen", "--ziel", "ORT"],
        ["vergleich", str(MUSTERSTADT), str(MUSTERSTADT), "--nach", "ORT/vergleich.md"],
        ["erinnern", "--briefe", "ORT"],
        ["runde", "beginnen", "--bis", "2099-12-31", "--ziel", "ORT/runde"],
        ["eingang", "leer", "--bericht", "ORT/bericht.md"],
        ["eingang", "leer", "--ausgabe", "ORT/ausgabe.txt"],
        ["eingang", "leer", "--antworten", "ORT"],
        ["formular", "uebernehmen", "--ereignis", "ereignis.json", "--bericht", "ORT/bericht.md"],
        ["formular", "uebernehmen", "--ereignis", "ereignis.json", "--bericht", "b.md", "--ausgabe", "ORT/ausgabe.txt"],
    ],
    ids=lambda b: " ".join(w for w in b if w.startswith("--")) + b[0],
)
@pytest.mark.parametrize("ort", ["data", "docs/redaktion", ".git"])
def test_kein_befehl_schreibt_erzeugtes_zu_den_quellen(
    haus: Path, befehl: list[str], ort: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (haus / "ereignis.json").write_text('{"issue": {"number": 1, "body": ""}}', "utf-8")
    vorher = abbild(haus)
    daten = [] if befehl[0] == "vergleich" else ["--daten", str(MUSTERSTADT)]
    assert konzept.main([*(wort.replace("ORT", ort) for wort in befehl), *daten]) == 1
    ausgabe = capsys.readouterr()
    assert "Quellen" in ausgabe.out + ausgabe.err
    assert abbild(haus) == vorher


def test_was_jemand_als_datei_nennt_geht_durch_die_tuer_die_quellen_verweigert() -> None:
    """`schreibe_datei` asks nothing, so only commands whose places nobody names, or that have asked, may call it."""
    befehle = sorted((WURZEL / "macros/befehle").glob("*.py"))
    ruft = [
        p.stem for p in befehle if re.search(r"schreibe_datei\(|\.write_text\(|\.open\(\"[aw]", p.read_text("utf-8"))
    ]
    assert ruft == ["formular", "pdf", "schema", "vergleich", "zielordner"]


def test_ein_dokument_ersetzt_eine_verknuepfung_und_folgt_ihr_nicht(
    haus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    befehl = ["pdf", "poster", "--ziel", "pdf", "--daten", str(MUSTERSTADT), "--stichtag", "2026-06-30"]
    assert konzept.main(befehl) == 0
    datei = Path(capsys.readouterr().out.strip())
    datei.unlink()
    datei.symlink_to(haus / "fremd/tief/brief.txt")
    assert konzept.main(befehl) == 0
    assert (haus / "fremd/tief/brief.txt").read_text("utf-8") == "wichtig"
    assert datei.read_bytes().startswith(b"%PDF")
    assert not datei.is_symlink()


def test_eine_datei_wird_ganz_geschrieben_und_behaelt_ihre_rechte(haus: Path) -> None:
    schreibe_ganz(Path("mappe.xlsx"), b"eins", haus / "data")
    Path("mappe.xlsx").chmod(0o640)
    schreibe_ganz(Path("mappe.xlsx"), b"zwei", haus / "data")
    assert Path("mappe.xlsx").read_bytes() == b"zwei"
    assert Path("mappe.xlsx").stat().st_mode & 0o777 == 0o640
    assert [p.name for p in haus.iterdir() if p.name.startswith(".mappe")] == []
    for keine_datei in (Path("leer"), Path(os.devnull)):
        with pytest.raises(Verweigert, match="keine gewöhnliche Datei"):
            schreibe_ganz(keine_datei, b"", haus / "data")
    with pytest.raises(Verweigert, match="Den Ordner dafür gibt es nicht"):
        schreibe_ganz(Path("fehlt/mappe.xlsx"), b"", haus / "data")


@pytest.mark.parametrize(
    ("nummer", "sagt"),
    [(errno.EROFS, "Dort darf nicht geschrieben werden."), (errno.ENOSPC, "Der Datenträger ist voll.")],
)
def test_laesst_sich_der_ordner_nicht_anlegen_sagt_es_ein_satz(
    haus: Path,
    gezaehlt: list[Path],
    nummer: int,
    sagt: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert los(Path("site")) == 0

    def scheitere(*_: object, **__: object) -> str:
        raise OSError(nummer, "nicht deutsch")

    monkeypatch.setattr("macros.befehle.tausch.tempfile.mkdtemp", scheitere)
    assert los(Path("site")) == 1
    assert f"site lässt sich nicht schreiben. {sagt}" in capsys.readouterr().err
    assert (haus / "site/index.html").read_text("utf-8") == "neu"


def test_ist_der_datentraeger_voll_bleibt_die_alte_website(tmp_path: Path) -> None:
    """A limit on the size of files stands for a full disk: writing fails in the middle of the build."""
    ziel = tmp_path / "site"
    ziel.mkdir()
    (ziel / MARKE).write_text("", "utf-8")
    (ziel / "index.html").write_text("alt", "utf-8")
    knapp = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000));"
        "from macros.befehle.konzept import main; sys.exit(main(sys.argv[1:]))"
    )
    befehl = [sys.executable, "-c", knapp, "bauen", "--daten", str(MUSTERSTADT), "--ziel", str(ziel), "--stichtag", TAG]
    lauf = subprocess.run(befehl, cwd=WURZEL, capture_output=True, encoding="utf-8", check=False)
    assert lauf.returncode == 1
    assert "größer, als dort erlaubt ist" in lauf.stderr and "Traceback" not in lauf.stderr
    assert sorted(p.name for p in tmp_path.rglob("*")) == [MARKE, "index.html", "site"]
    assert (ziel / "index.html").read_text("utf-8") == "alt"


def test_ohne_pdf_stehen_die_seiten_allein_und_sagen_es(tmp_path: Path) -> None:
    assert (
        konzept.main(
            ["bauen", "--ohne-pdf", "--daten", str(MUSTERSTADT), "--ziel", str(tmp_path / "site"), "--stichtag", TAG]
        )
        == 0
    )
    versiegelt = {datei.name for datei in (MUSTERSTADT / "berichte").glob("*.pdf")}
    assert {datei.name for datei in tmp_path.rglob("*.pdf")} == versiegelt, "copied as they were closed, not set"
    for seite in ("index.html", "downloads/index.html", "massnahmen/sprachtreffs/index.html"):
        html = (tmp_path / "site" / seite).read_text("utf-8")
        assert "Ohne Druckfassungen gebaut" in html
        assert ".pdf" not in html
    assert "ohne Druckfassungen gebaut: PDF" in (tmp_path / "site/downloads/index.html").read_text("utf-8")
