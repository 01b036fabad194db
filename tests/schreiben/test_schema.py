"""The schemata for editors say what the model says, and never refuse what the loader accepts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import jsonschema
import pytest
import yaml
from pydantic import Field

from macros.befehle.konzept import main as konzept
from macros.modell.auswahl import Auswahl
from macros.modell.felder import Feldart, feld, felder, pfade
from macros.modell.grundtypen import (
    Datum,
    Dezimalzahl,
    Ganzzahl,
    Gliederungsnummer,
    JaNein,
    Satz,
    Text,
    Url,
    Zeile,
    ZuAkteur,
)
from macros.modell.massnahme import Massnahme
from macros.modell.plan import SAMMLUNGEN
from macros.modell.stichtag import StichtagFeld
from macros.schreiben.schema import schema, schemata

WURZEL = Path(__file__).parents[2]


def test_die_schemata_des_repositorys_sind_aktuell(capsys: pytest.CaptureFixture[str]) -> None:
    assert konzept(["schema", "--check", "--daten", str(WURZEL / "data")]) == 0, capsys.readouterr().out


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
    aufruf = ["schema", "--daten", str(tmp_path / "daten")]
    assert konzept([*aufruf, "--check"]) == 1
    assert konzept(aufruf) == 0
    assert konzept([*aufruf, "--check"]) == 0
    (tmp_path / "daten/schema/massnahmen.schema.json").write_text("{}")
    assert konzept([*aufruf, "--check"]) == 1


def test_der_editor_erfaehrt_welche_dateien_ein_schema_beschreibt_und_behaelt_seine_einstellungen(
    tmp_path: Path,
) -> None:
    einstellungen = tmp_path / ".vscode/settings.json"
    einstellungen.parent.mkdir()
    einstellungen.write_text('{"eigenes": 1, "yaml.schemas": {"alt.json": ["x"]}, "files.eol": "\\n"}')
    aufruf = ["schema", "--daten", str(tmp_path / "daten")]
    assert konzept(aufruf) == 0
    inhalt = json.loads(einstellungen.read_text("utf-8"))
    assert list(inhalt) == ["eigenes", "yaml.schemas", "files.eol"]
    assert (inhalt["eigenes"], inhalt["files.eol"]) == (1, "\n")
    zuordnung = inhalt["yaml.schemas"]
    assert zuordnung["./daten/schema/gemeinde.schema.json"] == ["daten/gemeinde.yaml"]
    assert zuordnung["./daten/schema/massnahmen.schema.json"] == ["daten/massnahmen/*.yaml"]
    assert "alt.json" not in zuordnung
    for schema_, muster in zuordnung.items():
        assert (tmp_path / schema_).is_file(), schema_
        assert len(muster) == 1
    einstellungen.write_text(einstellungen.read_text("utf-8").replace("massnahmen/*", "massnahme/*"))
    assert konzept([*aufruf, "--check"]) == 1


def test_einstellungen_mit_kommentaren_bleiben_wie_sie_sind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    einstellungen = tmp_path / ".vscode/settings.json"
    einstellungen.parent.mkdir()
    einstellungen.write_text("{\n  // meins\n}\n")
    assert konzept(["schema", "--daten", str(tmp_path / "daten")]) == 1
    assert capsys.readouterr().err == ".vscode/settings.json, Zeile 2: kein JSON. Kommentare dort entfernen.\n"
    assert einstellungen.read_text() == "{\n  // meins\n}\n"


# What an editor is told about each kind of field.


class Groesse(Auswahl):
    """A closed list; one value explains itself."""

    KLEIN = "klein", "ganz klein", "Unter zehn."
    GROSS = "gross", "groß"


class Teil(Satz):
    """A part of a record without anything that must be there."""

    betrag: Dezimalzahl = Field(0, title="Wie viel.", description="Wie viel.")


class Ding(Satz):
    """A record in which every kind of field occurs."""

    name: Zeile = Field(title="Name.", description="Name.", max_length=40)
    text: Text | None = Field(None, title="Text.", description="Text.")
    kurz: Annotated[str, Field(min_length=2, pattern="^[a-z]+$")] | None = Field(
        None, title="Kurz.", description="Kurz."
    )
    url: Url | None = Field(None, title="Adresse.", description="Adresse.")
    datum: Datum | None = Field(None, title="Tag.", description="Tag.")
    ab: StichtagFeld | None = Field(None, title="Ab wann.", description="Ab wann.")
    nummer: Gliederungsnummer | None = Field(None, title="Nummer.", description="Nummer.")
    wer: ZuAkteur | None = Field(None, title="Wer.", description="Wer.")
    zahl: Ganzzahl = Field(1, title="Zahl.", description="Zahl.", ge=1, le=9)
    wert: Dezimalzahl | None = Field(None, title="Wert.", description="Wert.")
    ja: JaNein = Field(True, title="Ja?", description="Ja?")
    groesse: Groesse = Field(title="Größe.", description="Größe.")
    groessen: tuple[Groesse, ...] = Field((), title="Größen.", description="Größen.", max_length=2)
    teil: Teil | None = Field(None, title="Teil.", description="Teil.")
    teile: tuple[Teil, ...] = Field(title="Teile.", description="Teile.", min_length=1)
    tabelle: dict[str, str | tuple[str, ...]] = Field({}, title="Tabelle.", description="Tabelle.")


ALLE_WERTE = {
    "type": "string",
    "enum": ["klein", "gross"],
    "markdownEnumDescriptions": ["ganz klein. Unter zehn.", "groß."],
}
TEIL = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"betrag": {"title": "Wie viel.", "description": "Wie viel.", "type": "number"}},
}


@pytest.mark.parametrize("roh", [b"[]", b"3", b"null", b"\xff\xfe", b"[" * 100_000], ids=range(5))
def test_einstellungen_die_keine_sind_bleiben_wie_sie_sind(
    tmp_path: Path, roh: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / ".vscode/settings.json").write_bytes(roh)
    assert konzept(["schema", "--daten", str(tmp_path / "data")]) == 1
    assert ".vscode/settings.json: " in capsys.readouterr().err
    assert (tmp_path / ".vscode/settings.json").read_bytes() == roh


def test_ein_schema_von_anfang_bis_ende() -> None:
    assert schema(Ding) == {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Ding",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "name": {"title": "Name.", "description": "Name.", "type": "string", "maxLength": 40},
            "text": {"title": "Text.", "description": "Text.", "type": "string", "maxLength": 20_000},
            "kurz": {"title": "Kurz.", "description": "Kurz.", "type": "string", "minLength": 2, "pattern": "^[a-z]+$"},
            "url": {
                "title": "Adresse.",
                "description": "Adresse.",
                "type": "string",
                "pattern": r"^https?://\S+$",
                "maxLength": 500,
            },
            "datum": {"title": "Tag.", "description": "Tag.", "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
            "ab": {
                "title": "Ab wann.",
                "description": "Ab wann.",
                "type": "string",
                "pattern": r"^\d{4}(-\d{2}(-\d{2})?|-Q[1-4]|-H[12]|/\d{2}|/\d{4})?$",
            },
            "nummer": {"title": "Nummer.", "description": "Nummer.", "type": "string", "pattern": r"^\d+(\.\d+)*$"},
            "wer": {
                "title": "Wer.",
                "description": "Wer.",
                "type": "string",
                "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
                "minLength": 1,
                "maxLength": 80,
            },
            "zahl": {"title": "Zahl.", "description": "Zahl.", "type": "integer", "minimum": 1, "maximum": 9},
            "wert": {"title": "Wert.", "description": "Wert.", "type": "number"},
            "ja": {"title": "Ja?", "description": "Ja?", "type": "boolean"},
            "groesse": {"title": "Größe.", "description": "Größe.", **ALLE_WERTE},
            "groessen": {
                "title": "Größen.",
                "description": "Größen.",
                "type": "array",
                "items": ALLE_WERTE,
                "maxItems": 2,
            },
            "teil": {"title": "Teil.", "description": "Teil.", **TEIL},
            "teile": {"title": "Teile.", "description": "Teile.", "type": "array", "items": TEIL, "minItems": 1},
            "tabelle": {
                "title": "Tabelle.",
                "description": "Tabelle.",
                "type": "object",
                "additionalProperties": {
                    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
                },
            },
        },
        "required": ["name", "groesse", "teile"],
    }


def test_ein_schema_ohne_eigenes_wort_heisst_wie_seine_art() -> None:
    assert schema(Teil)["title"] == "Teil"


def test_die_gemeinde_und_jede_sammlung_hat_das_schema_ihrer_art() -> None:
    assert [s["title"] for s in schemata().values()][:3] == ["Gemeinde", "Fassung", "Abschnitt"]
    assert list(schemata()) == ["gemeinde", *SAMMLUNGEN]
