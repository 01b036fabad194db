"""Killed at any moment, a command has left the old state or the new one, and the next start leaves nothing between."""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from gebaut import MUSTERSTADT, STICHTAG, WURZEL
from stichprobe import alles

from macros.befehle.konzept import main as konzept
from macros.befehle.zielordner import MARKE
from macros.schreiben import ablegen
from macros.schreiben.ablegen import heile, schreibe_zusammen

KILLS = 50 if alles() else 4
TEXTE = {f"akteure/a{n}.yaml": "neu" * 100 for n in range(4)} | {"indikatoren/z.csv": "neu", "gemeinde.yaml": "neu"}


def _stand(ordner: Path) -> dict[str, bytes]:
    return {p.relative_to(ordner).as_posix(): p.read_bytes() for p in sorted(ordner.rglob("*")) if p.is_file()}


def _alter_stand(ordner: Path) -> dict[str, bytes]:
    for name in list(TEXTE)[1:]:
        (ordner / name).parent.mkdir(parents=True, exist_ok=True)
        (ordner / name).write_text("alt")
    return _stand(ordner)


def _stirb_bei(schritt: int, tu: Callable[[], None]) -> int:
    """Runs in a process of its own that ends, without a word, before its n-th step in the file system."""
    kind = os.fork()
    if kind == 0:
        gezaehlt = 0

        def zaehle(ereignis: str, _: object) -> None:
            nonlocal gezaehlt
            if ereignis in ("open", "os.rename", "os.mkdir", "os.chmod", "os.remove", "os.rmdir", "shutil.rmtree"):
                gezaehlt += 1
                if gezaehlt == schritt:
                    os._exit(9)

        sys.addaudithook(zaehle)
        tu()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])


def test_an_jeder_stelle_getoetet_steht_alles_oder_nichts(tmp_path: Path) -> None:
    gezaehlt, gesehen = 0, set()
    for schritt in range(1, 200):
        ordner = tmp_path / str(schritt)
        alt = _alter_stand(ordner)
        ende = _stirb_bei(schritt, lambda ordner=ordner: schreibe_zusammen(ordner, TEXTE))  # type: ignore[misc]
        heile(ordner)
        for rest in ordner.glob(".konzept-neu-*"):
            os.utime(rest, (0, 0))
        heile(ordner)
        stand = _stand(ordner)
        neu = {**alt, **{name: text.encode() for name, text in TEXTE.items()}}
        assert stand in (alt, neu), schritt
        gesehen.add(stand == neu)
        gezaehlt += 1
        if ende == 0:
            break
    assert gezaehlt > 30
    assert gesehen == {True, False}


def test_ein_abbruch_beim_heilen_schadet_nicht(tmp_path: Path) -> None:
    for schritt in range(1, 40):
        ordner = tmp_path / str(schritt)
        alt = _alter_stand(ordner)
        schreiben = next(n for n in range(25, 200) if _ist_halb(ordner, n))
        assert schreiben
        _stirb_bei(schritt, lambda ordner=ordner: heile(ordner))  # type: ignore[misc]
        heile(ordner)
        assert _stand(ordner) == {**alt, **{name: text.encode() for name, text in TEXTE.items()}}


def _ist_halb(ordner: Path, schritt: int) -> bool:
    """Whether death at that step leaves some files new and some old."""
    shutil.rmtree(ordner)
    _alter_stand(ordner)
    _stirb_bei(schritt, lambda: schreibe_zusammen(ordner, TEXTE))
    staende = {(ordner / name).read_bytes()[:3] for name in list(TEXTE)[1:]}
    return len(staende) == 2


TABELLE = "indikator;stichtag;gruppe;wert;zeichen;hinweis\n" + "".join(
    f"bevoelkerung;2026-03-31;{gruppe};{zahl};;\n"
    for gruppe, zahl in (("insgesamt", 30600), ("deutsch", 26200), ("ausländisch", 4400))
)


MELDUNG = (
    "### Maßnahme\n\nsprachtreffs\n\n### Tag\n\n2026-06-15\n\n### Stand\n\nin Umsetzung\n\n### Läuft es nach Plan?\n\nim Plan\n\n"
    "### Wer berichtet?\n\n### Beleg\n\nVermerk\n\n### Adresse des Belegs\n\n### Erledigte Schritte\n\n### Bericht\n\nDer Raum ist offen.\n"
)
FASSUNG = ("id=2029", "titel=Konzept 2029", "jahr=2029", "vorgaenger=2025")
SCHREIBENDE = {
    "kennzahl": ("kennzahl", "--tabelle", "zahlen.csv", "--heute", "2026-06-30"),
    "meldung": ("meldung", "uebernehmen", "meldung.txt", "--stichtag", "2026-06-30"),
    "neu": (
        "neu",
        "fassung",
        "--fortfuehren",
        "--stichtag",
        "2026-06-30",
        *(w for f in FASSUNG for w in ("--setze", f)),
    ),
}
"""Commands that write one file, or thirty; whatever else writes into the data goes through the same door."""


@pytest.mark.parametrize("name", SCHREIBENDE)
def test_ein_getoeteter_befehl_laesst_die_daten_ganz(name: str, tmp_path: Path) -> None:
    for eingabe, text in (("zahlen.csv", TABELLE), ("meldung.txt", MELDUNG)):
        (tmp_path / eingabe).write_text(text, "utf-8")
    wuerfel, daten = random.Random(3), tmp_path / "data"
    worte = [str(tmp_path / w) if (tmp_path / w).is_file() else w for w in SCHREIBENDE[name]]
    befehl = [sys.executable, "-m", "macros.befehle", *worte, "--daten", str(daten)]
    shutil.copytree(MUSTERSTADT, daten)
    alt = _stand(daten)
    beginn = time.monotonic()
    assert subprocess.run(befehl, cwd=WURZEL, capture_output=True, check=False).returncode == 0
    dauer, neu = time.monotonic() - beginn, _stand(daten)
    assert alt != neu
    for _ in range(KILLS):
        shutil.rmtree(daten)
        shutil.copytree(MUSTERSTADT, daten)
        lauf = subprocess.Popen(befehl, cwd=WURZEL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wuerfel.uniform(0, dauer))
        lauf.kill()
        lauf.wait()
        heile(daten)
        for rest in daten.glob(".konzept-neu-*"):
            shutil.rmtree(rest)
        assert _stand(daten) in (alt, neu)


@pytest.mark.langsam
def test_ein_getoeteter_bau_laesst_eine_ganze_website(musterstadt_seite: Path, tmp_path: Path) -> None:
    wuerfel, ziel = random.Random(4), tmp_path / "site"
    shutil.copytree(musterstadt_seite, ziel)
    (ziel / "alt.txt").write_text("alt")
    alt, neu = _stand(ziel), _stand(musterstadt_seite)
    befehl = [sys.executable, "-m", "macros.befehle", "bauen", "--daten", str(MUSTERSTADT), "--ziel", str(ziel)]
    befehl += ["--stichtag", STICHTAG.isoformat()]
    for _ in range(50 if alles() else 2):
        lauf = subprocess.Popen(befehl, cwd=WURZEL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wuerfel.uniform(0, 6))
        lauf.kill()
        lauf.wait()
        assert _stand(ziel) in (alt, neu)
        assert (ziel / MARKE).is_file()


def test_jedes_schreiben_in_die_daten_geht_durch_eine_tuer() -> None:
    """Only `ablegen` touches files in the room that writes, so what holds for it holds for every tool."""
    for datei in sorted((WURZEL / "macros/schreiben").rglob("*.py")):
        if (
            datei.name == "ablegen.py" or datei.parent.name == "runde"
        ):  # a round lays letters beside the data, never in them
            continue
        namen = {k.attr for k in ast.walk(ast.parse(datei.read_text())) if isinstance(k, ast.Attribute)}
        assert not namen & {"write_text", "write_bytes", "rename", "unlink", "touch", "mkstemp", "symlink_to"}, datei


def test_der_naechste_befehl_vollendet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    daten = Path(shutil.copytree(MUSTERSTADT, tmp_path / "data"))
    platz = daten / f"{ablegen._VORSATZ}abcd1234"
    (platz / "akteure").mkdir(parents=True)
    (platz / "akteure/neu.yaml").write_text("id: neu\nbezeichnung: Neu\nart: stadt\n", "utf-8")
    (platz / ablegen._LISTE).write_text('["akteure/neu.yaml"]')
    konzept(["pruefen", "--daten", str(daten), "--stichtag", "2026-06-30"])
    assert (daten / "akteure/neu.yaml").is_file()
    assert not platz.exists()


def test_kein_schreiben_und_kein_heilen_geht_durch_einen_verknuepften_ordner(tmp_path: Path) -> None:
    """What a branch brings along may hold both: the link, and a list that is to be finished."""
    daten, woanders = tmp_path / "data", tmp_path / "woanders"
    daten.mkdir()
    woanders.mkdir()
    (daten / "akteure").symlink_to(woanders)
    platz = daten / f"{ablegen._VORSATZ}abcd1234"
    (platz / "akteure").mkdir(parents=True)
    (platz / "akteure/neu.yaml").write_text("id: neu\n", "utf-8")
    (platz / ablegen._LISTE).write_text('["akteure/neu.yaml"]')
    heile(daten)
    with pytest.raises(OSError, match="akteure"):
        schreibe_zusammen(daten, {"akteure/neu.yaml": "id: neu\n"})
    assert list(woanders.iterdir()) == []
    (tmp_path / "verknuepft").symlink_to(daten)
    schreibe_zusammen(tmp_path / "verknuepft", {"gemeinde.yaml": "ags: 1\n"})
    assert (daten / "gemeinde.yaml").read_text("utf-8") == "ags: 1\n", "the data folder itself may be a link"
