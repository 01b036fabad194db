"""What every test may ask for: the fictional town, the day that counts as today, and a copy to break."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from macros import haus
from macros.modell.plan import Plan
from macros.pruefung import pruefe_ordner

pytest_plugins = ["gebaut"]

BEISPIELE = Path(__file__).parent / "beispiele"
MUSTERSTADT = BEISPIELE / "musterstadt"
STICHTAG = date(2026, 6, 30)


@pytest.fixture(autouse=True)
def ohne_zusatzschrift(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Most towns have no extra font: tests have none but those that ask for `mit_zusatzschrift`.

    Documents are set in another process, which must see the same: what is kept goes by the font too.
    """
    if "mit_zusatzschrift" not in request.fixturenames:
        monkeypatch.setenv(haus.OHNE_ZUSATZSCHRIFT, "1")


@pytest.fixture
def mit_zusatzschrift() -> None:
    """The extra `schrift-cjk` is installed."""
    assert haus.zusatzschrift() is not None


@pytest.fixture(scope="session")
def stichtag() -> date:
    """The day that counts as today for Musterstadt."""
    return STICHTAG


@pytest.fixture(scope="session")
def musterstadt() -> Path:
    """The data folder of the fictional town; not to be written to."""
    return MUSTERSTADT


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The Plan of Musterstadt."""
    geladen, befunde = pruefe_ordner(MUSTERSTADT, STICHTAG, "data")
    assert geladen is not None
    assert befunde == []
    return geladen


@pytest.fixture
def daten(tmp_path: Path) -> Path:
    """A copy of Musterstadt that a test may break."""
    return Path(shutil.copytree(MUSTERSTADT, tmp_path / "data"))


@pytest.fixture
def echte_kopie(tmp_path: Path) -> Path:
    """The data of the checkout's own town, to be changed."""
    return Path(shutil.copytree(BEISPIELE.parents[1] / "data", tmp_path / "data"))
