"""The schemata for editors say what the model says, and never refuse what the loader accepts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from macros.befehle.konzept import main as konzept
from macros.modell.massnahme import Massnahme
from macros.modell.plan import SAMMLUNGEN
from macros.schreiben.schema import schema, schemata
from macros.sichten.felder import Feldart, feld, felder, pfade

WURZEL = Path(__file__).parents[2]


def test_die_schemata_des_repositorys_sind_aktuell(capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept(["schema", "--check", "--ziel", str(WURZEL / "data/schema")]) == 0, capsys.readouterr().out


def test_fuer_jede_sammlung_ein_schema() -> None:
    assert set(schemata()) == {"gemeinde", *SAMMLUNGEN}
    for s in schemata().values():
        jsonschema.Draft7Validator.check_schema(s)


@pytest.mark.parametrize("name", SAMMLUNGEN)
def test_musterstadt_besteht_das_schema(musterstadt: Path, name: str) -> None:
    pruefer = jsonschema.Draft7Validator(schema(SAMMLUNGEN[name]))
    dateien = sorted((musterstadt / name).glob("*.yaml"))
    assert dateien
    for datei in dateien:
        # As an editor reads it (YAML 1.2): a day is a text there.
        daten: Any = json.loads(json.dumps(yaml.safe_load(datei.read_text()), default=str))
        assert [f.message for f in pruefer.iter_errors(daten)] == [], datei


@pytest.mark.parametrize(
    "daten",
    [
        {"unbekannt": "x"},
        {"nummer": "drei"},
        {"kurztext": "x" * 201},
        {"ressourcen": ["geld"]},
        {"herkunft": {"fassung": "2025"}},
        {"sachstaende": [{"datum": "3.5.2026", "stand": "umgesetzt"}]},
        {"federfuehrung": "Der Rat"},
    ],
)
def test_falsches_faellt_schon_beim_tippen_auf(daten: dict[str, Any]) -> None:
    pruefer = jsonschema.Draft7Validator(schema(Massnahme) | {"required": []})
    assert list(pruefer.iter_errors(daten))


def test_jedes_feld_hat_eine_beschreibung_und_eine_art() -> None:
    for typ in SAMMLUNGEN.values():
        for pfad, f in pfade(typ):
            assert f.beschreibung, pfad
            assert (f.art is Feldart.AUSWAHL) == bool(f.auswahl), pfad
            assert (f.art is Feldart.SATZ) == (f.satz is not None), pfad


def test_felder_des_modells() -> None:
    assert feld(Massnahme, "schritte", "termin").art is Feldart.DATUM
    assert feld(Massnahme, "federfuehrung").ziel == "akteure"
    assert feld(Massnahme, "zielgruppen").liste
    assert not feld(Massnahme, "kosten").liste
    assert [f.name for f in felder(Massnahme) if f.pflicht][:3] == ["id", "nummer", "titel"]


def test_ein_veraltetes_schema_faellt_auf(tmp_path: Path) -> None:
    assert konzept(["schema", "--ziel", str(tmp_path)]) == 0
    (tmp_path / "massnahmen.schema.json").write_text("{}")
    assert konzept(["schema", "--check", "--ziel", str(tmp_path)]) == 1
