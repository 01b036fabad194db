"""A killed build leaves the old site or the new one; the next start cleans up; two builds never mix."""

from __future__ import annotations

import errno
import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from gebaut import MUSTERSTADT, WURZEL

from macros.befehle import tausch
from macros.befehle.tausch import Belegt, allein, arbeitsordner, tausche, vorschauordner
from macros.befehle.zielordner import MARKE

KILLS = 25
BAUE_IMMERZU = """
import sys
from pathlib import Path
from macros.befehle import tausch
if sys.argv[2] == "zwei":
    tausch._in_einem_schritt = lambda einer, anderer: False
ziel = Path(sys.argv[1])
for n in range(1, 10_000):
    with tausch.arbeitsordner(ziel) as platz:
        neu = platz / "neu"
        neu.mkdir()
        for name in "abc":
            (neu / name).write_text(str(n))
        tausch.tausche(neu, ziel)
        print(n, flush=True)
"""


def reste(ordner: Path) -> list[str]:
    return sorted(p.name for p in ordner.iterdir() if ".bau" in p.name)


def ganze_website(ziel: Path) -> bool:
    """All three files, of one build."""
    return (
        sorted(p.name for p in ziel.iterdir()) == ["a", "b", "c"] and len({p.read_text() for p in ziel.iterdir()}) == 1
    )


def toete_mitten_im_tausch(ziel: Path, art: str, wuerfel: random.Random) -> None:
    lauf = subprocess.Popen(
        [sys.executable, "-c", BAUE_IMMERZU, str(ziel), art], cwd=WURZEL, stdout=subprocess.PIPE, text=True
    )
    assert lauf.stdout is not None and lauf.stdout.readline()
    time.sleep(wuerfel.uniform(0, 0.02))
    lauf.kill()
    lauf.wait()
    lauf.stdout.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two folders in one step")
def test_nach_jedem_kill_steht_eine_ganze_website(tmp_path: Path) -> None:
    ziel, wuerfel = tmp_path / "site", random.Random(1)
    for _ in range(KILLS):
        toete_mitten_im_tausch(ziel, "eins", wuerfel)
        assert ganze_website(ziel)
    with arbeitsordner(ziel):
        pass
    assert reste(tmp_path) == []


def test_wo_es_zwei_schritte_sind_heilt_der_naechste_start(tmp_path: Path) -> None:
    ziel, wuerfel = tmp_path / "site", random.Random(2)
    for _ in range(KILLS):
        toete_mitten_im_tausch(ziel, "zwei", wuerfel)
        with arbeitsordner(ziel):
            assert ganze_website(ziel)
        assert reste(tmp_path) == []


def test_zwischen_den_zwei_schritten_getoetet_kommt_die_alte_website_zurueck(tmp_path: Path) -> None:
    """The narrowest moment, laid out by hand: the old site is aside, the new one not yet there."""
    ziel, rest = tmp_path / "site", tmp_path / ".site.bau-abcd1234"
    (rest / "alt").mkdir(parents=True)
    (rest / "alt/index.html").write_text("alt", "utf-8")
    (rest / "neu").mkdir()
    with arbeitsordner(ziel):
        assert (ziel / "index.html").read_text("utf-8") == "alt"
    assert reste(tmp_path) == []


def test_laesst_sich_die_neue_nicht_hinstellen_kommt_die_alte_zurueck(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ziel = tmp_path / "site"
    ziel.mkdir()
    (ziel / "index.html").write_text("alt", "utf-8")
    monkeypatch.setattr(tausch, "_in_einem_schritt", lambda einer, anderer: False)
    with pytest.raises(OSError), arbeitsordner(ziel) as platz:
        (platz / "neu").mkdir()
        ersetze = Path.replace
        monkeypatch.setattr(Path, "replace", lambda a, b: _voll() if a.name == "neu" else ersetze(a, b))
        tausche(platz / "neu", ziel)
    assert (ziel / "index.html").read_text("utf-8") == "alt"
    assert reste(tmp_path) == []


def _voll() -> Path:
    raise OSError(28, "voll")


def test_was_nur_aehnlich_heisst_raeumt_niemand_weg(tmp_path: Path) -> None:
    fremde = [".site.bau-abcd1234", ".site-backup", ".site.bau-zu_lang_dafuer", ".andere.bau-abcd1234"]
    for name in fremde:
        (tmp_path / name).mkdir()
        (tmp_path / name / "brief.txt").write_text("wichtig", "utf-8")
    (tmp_path / ".site.bau-verweis1").symlink_to(tmp_path / ".site-backup")
    with arbeitsordner(tmp_path / "site"):
        pass
    assert all((tmp_path / name / "brief.txt").is_file() for name in fremde)


def test_die_rechte_des_ordners_bleiben(tmp_path: Path) -> None:
    ziel = tmp_path / "site"
    ziel.mkdir()
    ziel.chmod(0o750)
    with arbeitsordner(ziel) as platz:
        (platz / "neu").mkdir()
        tausche(platz / "neu", ziel)
    assert ziel.stat().st_mode & 0o777 == 0o750


def test_der_zweite_bau_in_denselben_ordner_wird_abgewiesen(tmp_path: Path) -> None:
    with arbeitsordner(tmp_path / "site") as platz:
        with pytest.raises(Belegt, match="schreibt gerade ein anderer Befehl"), arbeitsordner(tmp_path / "site"):
            pass
        assert platz.is_dir()
        with arbeitsordner(tmp_path / "andere"):
            pass
    with arbeitsordner(tmp_path / "site"):
        pass


def test_auch_ein_anderer_prozess_wird_abgewiesen(tmp_path: Path) -> None:
    with arbeitsordner(tmp_path / "site"):
        befehl = [sys.executable, "-c", BAUE_IMMERZU, str(tmp_path / "site"), "eins"]
        lauf = subprocess.run(befehl, cwd=WURZEL, capture_output=True, text=True, check=False)
    assert "schreibt gerade ein anderer Befehl" in lauf.stderr


def test_eine_fremde_datei_an_der_stelle_der_sperre_bleibt(tmp_path: Path) -> None:
    (tmp_path / ".site.bau").write_text("wichtig", "utf-8")
    with pytest.raises(Belegt, match="im Weg"), allein(tmp_path / ".site.bau", ""):
        pass
    assert (tmp_path / ".site.bau").read_text("utf-8") == "wichtig"


def test_eine_getoetete_vorschau_wird_weggeraeumt_eine_laufende_nicht(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tausch.tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(tausch.tempfile, "tempdir", str(tmp_path))
    (tmp_path / "konzept-vorschau-getoetet/seite").mkdir(parents=True)
    with vorschauordner() as erste, vorschauordner() as zweite:
        assert erste.is_dir() and zweite.is_dir()
        assert not (tmp_path / "konzept-vorschau-getoetet").exists()
    assert list(tmp_path.iterdir()) == []


def test_ein_echter_bau_mittendrin_getoetet(tmp_path: Path) -> None:
    ziel = tmp_path / "site"
    ziel.mkdir()
    (ziel / MARKE).write_text("", "utf-8")
    (ziel / "index.html").write_text("alt", "utf-8")
    befehl = [sys.executable, "-m", "macros.befehle", "bauen", "--daten", str(MUSTERSTADT), "--ziel", str(ziel)]
    lauf = subprocess.Popen(
        befehl, cwd=WURZEL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ}
    )
    ende = time.monotonic() + 120
    while not list(tmp_path.glob(".site.bau-*/neu/*")):
        assert lauf.poll() is None and time.monotonic() < ende
        time.sleep(0.02)
    lauf.kill()
    lauf.wait()
    assert sorted(p.name for p in ziel.iterdir()) == [MARKE, "index.html"]
    assert reste(tmp_path) != []
    with arbeitsordner(ziel):
        pass
    assert reste(tmp_path) == []
    assert (ziel / "index.html").read_text("utf-8") == "alt"


def test_ein_voller_datentraeger_ist_kein_anderer_befehl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Voll:
        def execute(self, _: str) -> None:
            fehler = sqlite3.OperationalError("database or disk is full")
            fehler.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise fehler

        def close(self) -> None:
            pass

    monkeypatch.setattr("macros.befehle.tausch.sqlite3.connect", lambda *_, **__: Voll())
    with pytest.raises(OSError, match="full") as grund, arbeitsordner(tmp_path / "site"):
        pass
    assert grund.value.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []


def test_die_vorschau_raeumt_nur_ordner_weg_die_sie_so_genannt_hat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.befehle.tausch.tempfile.gettempdir", lambda: str(tmp_path))
    fremd = tmp_path / "konzept-vorschau-notizen-2026"
    fremd.mkdir()
    (fremd / "brief.txt").write_text("wichtig", "utf-8")
    with vorschauordner():
        pass
    assert (fremd / "brief.txt").read_text("utf-8") == "wichtig"
