"""One cause, one message: a record that cannot be read is reported once, not by all that leans on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from stichprobe import stichprobe

from macros.modell.plan import SAMMLUNGEN, Plan
from macros.pruefung import pruefe_ordner
from macros.regeln import pruefe

WURZEL = Path(__file__).parents[2]
STAEDTE = {"echt": WURZEL / "data", "musterstadt": WURZEL / "tests/beispiele/musterstadt"}
TAG = date(2026, 11, 30)
ZWEI = "„zwei“ ist keine ganze Zahl. Ohne Punkt, Komma und Einheit, zum Beispiel 1250."


def ohne(plan: Plan, sammlung: str, kennung: str) -> Plan:
    """The Plan that is left when the file of a record has a fault: it is known, and not there."""
    rest = {k: s for k, s in plan.sammlung(sammlung).items() if k != kennung}
    return replace(plan, **{sammlung: rest})


@pytest.mark.parametrize("stadt", STAEDTE)
def test_ein_kaputter_satz_macht_keine_falschen_befunde(stadt: str) -> None:
    plan, _ = pruefe_ordner(STAEDTE[stadt], TAG, "data")
    assert plan is not None
    vorher = {(b.datei, b.text) for b in pruefe(plan, TAG)}
    alle = [(name, kennung) for name in SAMMLUNGEN for kennung in plan.sammlung(name)]
    for name, kennung in stichprobe(alle, 24, je=lambda fall: fall[0]):
        neue = {(b.datei, b.text) for b in pruefe(ohne(plan, name, kennung), TAG)} - vorher
        assert not neue, (name, kennung)


@pytest.mark.parametrize(
    ("datei", "alt", "neu", "text"),
    [
        ("2-herausforderungen", "reihenfolge: 2", "reihenfolge: -2", "„-2“ liegt außerhalb: mindestens 1."),
        ("2-herausforderungen", "reihenfolge: 2", "reihenfolge: 0", "„0“ liegt außerhalb: mindestens 1."),
        ("2-herausforderungen", "reihenfolge: 2", "reihenfolge: zwei", ZWEI),
        ("2-herausforderungen", "reihenfolge: 2\n", "", "Das Pflichtfeld „reihenfolge“ fehlt."),
        # what is twice under one number keeps its addition, whichever of them comes first
        (
            "2-2-begegnung-teilhabe",
            "reihenfolge: 5",
            "reihenfolge: 1",
            "„1“ ist schon vergeben an konzept/1-einleitung.yaml.",
        ),
    ],
)
def test_eine_falsche_reihenfolge_ist_ein_befund(
    daten: Path, stichtag: date, datei: str, alt: str, neu: str, text: str
) -> None:
    ort = daten / f"konzept/{datei}.yaml"
    ort.write_text(ort.read_text("utf-8").replace(alt, neu), "utf-8")
    befunde = pruefe_ordner(daten, stichtag, "data")[1]
    assert [(b.datei, b.text) for b in befunde] == [(f"data/konzept/{datei}.yaml", text)]
