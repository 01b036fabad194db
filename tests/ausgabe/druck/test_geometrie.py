"""Nothing is painted outside the type area, no word leaves its place, no two texts lie over one another.

Asked of every PDF of both towns, and of a town at the limits: `tests/extremstadt.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from ausgabe.druck.conftest import ADRESSE, DATEN, TAG
from ausgabe.druck.geometrie import bilder_ausserhalb, uebereinander, worte_ausserhalb
from extremstadt import extremstadt
from filelock import FileLock

from macros.ausgabe.druck.dokumente import schreibe, waehle
from macros.ausgabe.druck.wunsch import Wunsch
from macros.ausgabe.kontext import Bau
from macros.pruefung import pruefe_ordner


def fehler(ordner: Path) -> dict[str, list[str]]:
    gefunden = {d.name: bilder_ausserhalb(d) + worte_ausserhalb(d) + uebereinander(d) for d in ordner.rglob("*.pdf")}
    return {name: liste for name, liste in gefunden.items() if liste}


def test_in_beiden_staedten_haelt_alles_seinen_platz(gedruckt: Callable[[str], Path], stadt: str) -> None:
    assert fehler(gedruckt(stadt)) == {}


@pytest.fixture(scope="session")
def extrem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    eigener = tmp_path_factory.getbasetemp()
    ort = (eigener.parent if "gw" in str(eigener) else eigener) / "extremstadt"
    with FileLock(f"{ort}.lock"):
        if not ort.exists():
            plan, befunde = pruefe_ordner(extremstadt(DATEN["musterstadt"], ort / "data"), TAG)
            assert [b for b in befunde if b.schwere == "fehler"] == []
            assert plan is not None
            bau = Bau.am(plan, TAG, ADRESSE)
            alle = waehle(bau, ())
            ganze = ["konzept", "massnahmenmatrix-a3", "massnahmenmatrix-a4", "umsetzungsbericht"]
            schreibe(bau, ort / "pdf", ganze, Wunsch(alle))
            schreibe(bau, ort / "pdf", ["steckbriefe"], Wunsch(alle[:3]))
    return ort / "pdf"


@pytest.mark.langsam
def test_auch_eine_stadt_an_den_grenzen_haelt_ihren_platz(extrem: Path) -> None:
    assert len(list(extrem.rglob("*.pdf"))) == 7
    assert fehler(extrem) == {}


def gesetzt(ziel: Path, inhalt: str) -> Path:
    text = '#set page("a4", margin: (x: 25mm, top: 27mm, bottom: 25mm))\n' + inhalt
    ziel.write_bytes(typst.compile(text.encode(), format="pdf"))
    return ziel


@pytest.mark.parametrize(
    ("inhalt", "wieviele"),
    [
        ("Text #rect(width: 160mm, height: 240mm, fill: red)", (0, 0, 0)),
        ("#rect(width: 161.5mm, height: 20mm, fill: red)", (1, 0, 0)),
        ("#place(rect(width: 20mm, height: 247mm, fill: red))", (1, 0, 0)),
        ("#place(dx: -20mm)[Rand]", (0, 1, 0)),
        ("#place(top, dy: 244mm)[Unten]", (0, 1, 0)),
        ("#place[Wort] #place(dx: 3mm, dy: 1mm)[Anderes]", (0, 0, 1)),
        ("#place[Wort] #place(dy: 5mm)[Anderes]", (0, 0, 0)),
    ],
)
def test_die_suche_findet_was_nicht_passt(inhalt: str, wieviele: tuple[int, int, int], tmp_path: Path) -> None:
    datei = gesetzt(tmp_path / "probe.pdf", inhalt)
    gefunden = bilder_ausserhalb(datei), worte_ausserhalb(datei), uebereinander(datei)
    assert tuple(len(g) for g in gefunden) == wieviele, gefunden


def test_auch_in_gezeichneten_bildern(tmp_path: Path) -> None:
    svg = '<svg xmlns=\\"http://www.w3.org/2000/svg\\" viewBox=\\"0 0 10 10\\"><rect width=\\"10\\" height=\\"10\\"/></svg>'
    bild = f'#place(dx: -10mm, image(bytes("{svg}"), format: "svg", width: 50mm))'
    assert len(bilder_ausserhalb(gesetzt(tmp_path / "probe.pdf", bild))) == 1
