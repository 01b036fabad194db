"""The editing surface knows every field of the model, in German, and asks for it as the model wants it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from macros.ausgabe.bearbeiten.einstellungen import einstellungen, schnittstellen
from macros.ausgabe.bearbeiten.seite import bearbeitungsseite
from macros.ausgabe.kontext import Bau
from macros.modell.felder import pfade
from macros.modell.gemeinde import Gemeinde
from macros.modell.plan import SAMMLUNGEN, Plan

HAUS = Path(__file__).parents[2]
AUSGELIEFERT = HAUS / "docs/assets/sveltia"
CMS = HAUS / "node_modules/@sveltia/cms"


def mit(plan: Plan, **angaben: object) -> Bau:
    """A build of the town with another place for its data."""
    leer = {"forge": None, "anmeldung": None, "arbeitszweig": None}
    stadt = plan.gemeinde.model_copy(update=leer | angaben)
    return Bau(replace(plan, gemeinde=stadt), date(2026, 6, 30), "https://stadt.example/konzept/")


@pytest.fixture
def gewaehlt(plan: Plan) -> dict[str, Any]:
    return json.loads(json.dumps(einstellungen(mit(plan, repository="https://github.com/stadt/konzept"))))  # type: ignore[no-any-return]


def alle(felder: list[dict[str, Any]], davor: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every field with its path, as the surface has it."""
    for feld in felder:
        yield (*davor, feld["name"]), feld
        yield from alle(feld.get("fields", []), (*davor, feld["name"]))


def sammlung(gewaehlt: dict[str, Any], name: str) -> dict[str, Any]:
    return next(s for s in gewaehlt["collections"] if s["name"] == name)


def test_die_einstellungen_gelten_nach_dem_schema_der_oberflaeche(plan: Plan) -> None:
    schema = json.loads((CMS / "schema/sveltia-cms.json").read_text("utf-8"))
    for angaben in (
        {"repository": "https://github.com/stadt/konzept"},
        {"repository": "https://gitlab.opencode.de/stadt/amt/konzept", "anmeldung": "0123456789abcdef"},
        {"repository": "https://codeberg.org/stadt/konzept"},
    ):
        fehler = list(Draft7Validator(schema).iter_errors(einstellungen(mit(plan, **angaben))))
        assert [f"{list(f.absolute_path)}: {f.message[:200]}" for f in fehler] == []


def test_jedes_feld_des_modells_ist_da_mit_wort_und_hinweis(gewaehlt: dict[str, Any]) -> None:
    for name, typ in {**SAMMLUNGEN, "_gemeinde": Gemeinde}.items():
        s = sammlung(gewaehlt, name)
        da = dict(alle(s["fields"] if "fields" in s else s["files"][0]["fields"]))
        assert list(da) == [pfad for pfad, _ in pfade(typ)], name
        for pfad, f in pfade(typ):
            assert da[pfad]["label"] == f.titel
            if da[pfad]["widget"] == "hidden":
                assert pfad[-1] == "auswahl", "of the formulas, which are written in the file"
                continue
            assert (da[pfad]["label"], da[pfad]["hint"], da[pfad]["required"]) == (f.titel, f.beschreibung, f.pflicht)


def test_eine_massnahme_fragt_so(gewaehlt: dict[str, Any]) -> None:
    s = sammlung(gewaehlt, "massnahmen")
    assert (s["folder"], s["extension"], s["label_singular"], s["delete"]) == (
        "data/massnahmen",
        "yaml",
        "Maßnahme",
        False,
    )
    je = dict(alle(s["fields"]))
    assert je["titel",]["widget"] == "string"
    assert je["kurztext",]["maxlength"] == 200
    assert je["id",]["pattern"][0] == "^[a-z0-9]+(-[a-z0-9]+)*$"
    assert je["beschreibung",]["widget"] == "text"
    assert je["zielgruppen",]["collection"] == "zielgruppen"
    assert je["zielgruppen",]["multiple"] is True
    assert je["federfuehrung",]["search_fields"] == ["bezeichnung", "id"]
    assert "multiple" not in je["federfuehrung",]
    assert {"label": "in Umsetzung", "value": "in_umsetzung"} in je["sachstaende", "stand"]["options"]
    assert je["sachstaende",]["summary"] == "{{fields.datum}} {{fields.stand}}"
    assert je["sachstaende", "datum"]["format"] == "YYYY-MM-DD"
    assert je["kosten",]["collapsed"] == "auto"
    assert je["kosten", "betrag_euro"]["value_type"] == "float"


def test_ein_ja_oder_nein_darf_offen_bleiben(gewaehlt: dict[str, Any]) -> None:
    feld = dict(alle(sammlung(gewaehlt, "fassungen")["fields"]))["vollstaendig",]
    assert feld["options"] == [{"label": "ja", "value": True}, {"label": "nein", "value": False}]
    assert feld["required"] is False
    assert gewaehlt["output"]["omit_empty_optional_fields"] is True


@pytest.mark.parametrize(
    ("angaben", "erwartet", "hosts"),
    [
        (
            {"repository": "https://github.com/stadt/konzept"},
            {"name": "github", "repo": "stadt/konzept", "auth_methods": ["token"]},
            ["https://api.github.com"],
        ),
        (
            {"repository": "https://gitlab.opencode.de/a/b/konzept", "anmeldung": "abcdefgh"},
            {"name": "gitlab", "repo": "a/b/konzept", "auth_type": "pkce", "app_id": "abcdefgh",
             "api_root": "https://gitlab.opencode.de/api/v4"},
            ["https://gitlab.opencode.de"],
        ),
        (
            {"repository": "https://codeberg.org/stadt/konzept", "arbeitszweig": "entwurf"},
            {"name": "gitea", "branch": "entwurf", "api_root": "https://codeberg.org/api/v1"},
            ["https://codeberg.org"],
        ),
    ],
)  # fmt: skip
def test_je_datenablage(plan: Plan, angaben: dict[str, str], erwartet: dict[str, object], hosts: list[str]) -> None:
    bau = mit(plan, **angaben)
    gewaehlt = einstellungen(bau)
    assert erwartet.items() <= gewaehlt["backend"].items()
    assert schnittstellen(bau.plan.gemeinde) == hosts
    assert ("publish_mode" in gewaehlt) is (erwartet["name"] != "gitea")


def test_ohne_repository_sagt_die_seite_was_einzurichten_ist(plan: Plan) -> None:
    [seite] = bearbeitungsseite(mit(plan, repository=None))
    text = str(seite.inhalt)
    assert "<script" not in text and "data/gemeinde.yaml" in text and "noindex" in text


def test_das_skript_ist_das_geholte_und_fragt_keinen_anderen_nach_worten_und_zeichen() -> None:
    herkunft = json.loads((AUSGELIEFERT / "herkunft.json").read_text("utf-8"))
    verlangt = json.loads((HAUS / "package.json").read_text("utf-8"))["devDependencies"]
    assert {name: verlangt[name] for name in herkunft["pakete"]} == herkunft["pakete"]
    for name, summe in herkunft["sha256"].items():
        assert sha256((AUSGELIEFERT / name).read_bytes()).hexdigest() == summe, name
    skript = (AUSGELIEFERT / "sveltia-cms.js").read_text("utf-8")
    assert not re.search(r"cdn\.jsdelivr|unpkg\.com/@sveltia/cms", skript)
    assert json.loads((AUSGELIEFERT / "package.json").read_text("utf-8"))["version"] in skript
    assert "MIT License" in (AUSGELIEFERT / "LIZENZEN.txt").read_text("utf-8")
    assert len(gzip.compress(skript.encode(), 6)) < 660_000


def test_bei_forgejo_sagt_die_maske_in_welchen_zweig_sie_schreibt(plan: Plan) -> None:
    """Its makers' workflow of proposals knows GitHub and GitLab alone."""
    titel = plan.gemeinde.titel
    ohne = einstellungen(mit(plan, repository="https://codeberg.org/stadt/konzept"))
    assert ohne["app_title"] == f"{titel}. Gespeichert wird in den Zweig „bearbeiten“."
    benannt = einstellungen(mit(plan, repository="https://codeberg.org/stadt/konzept", arbeitszweig="entwurf"))
    assert benannt["app_title"] == f"{titel}. Gespeichert wird in den Zweig „entwurf“."
    assert "publish_mode" not in benannt
    for adresse in ("https://github.com/stadt/konzept", "https://gitlab.opencode.de/stadt/konzept"):
        gewaehlt = einstellungen(mit(plan, repository=adresse))
        assert (gewaehlt["app_title"], gewaehlt["publish_mode"]) == (titel, "editorial_workflow")
