"""JSON Schema of every record type, as editors of YAML use it."""

from __future__ import annotations

from pydantic import BaseModel

from macros.modell.felder import Feld, Feldart, felder
from macros.modell.gemeinde import Gemeinde
from macros.modell.grundtypen import Datensatz
from macros.modell.jsonwert import JsonObjekt
from macros.modell.plan import SAMMLUNGEN

ORDNER = "schema"
"""Folder of the schemata, below that of the data."""
ENTWURF = "http://json-schema.org/draft-07/schema#"
_MUSTER = {
    Feldart.DATUM: r"^\d{4}-\d{2}-\d{2}$",
    Feldart.STICHTAG: r"^\d{4}(-\d{2}(-\d{2})?|-Q[1-4]|-H[12]|/\d{2}|/\d{4})?$",
    Feldart.KENNUNG: r"^[a-z0-9]+(-[a-z0-9]+)*$",
    Feldart.NUMMER: r"^\d+(\.\d+)*$",
    Feldart.URL: r"^https?://\S+$",
}


def schemata() -> dict[str, JsonObjekt]:
    """Collection -> schema; `gemeinde` is the town's own file."""
    typen: dict[str, type[Gemeinde | Datensatz]] = {"gemeinde": Gemeinde, **SAMMLUNGEN}
    return {name: schema(typ) for name, typ in typen.items()}


def mit_zuordnung(einstellungen: JsonObjekt, daten: str) -> JsonObjekt:
    """An editor's settings with the files that each schema describes; the settings that are not ours stay."""
    dateien = {"gemeinde": "gemeinde.yaml", **{name: f"{name}/*.yaml" for name in SAMMLUNGEN}}
    zuordnung: JsonObjekt = {
        f"./{daten}/{ORDNER}/{name}.schema.json": [f"{daten}/{muster}"] for name, muster in dateien.items()
    }
    return {**einstellungen, "yaml.schemas": zuordnung}


def schema(typ: type[BaseModel]) -> JsonObjekt:
    """The schema of one record type: draft 7, because that is what editors understand."""
    return {"$schema": ENTWURF, "title": _wort(typ), **_satz(typ)}


def _wort(typ: type[BaseModel]) -> str:
    return typ.SAMMLUNG.einzahl if issubclass(typ, Gemeinde | Datensatz) else typ.__name__


def _satz(typ: type[BaseModel]) -> JsonObjekt:
    alle = felder(typ)
    pydantisch = typ.model_json_schema().get("properties", {})
    ergebnis: JsonObjekt = {
        "type": "object",
        "additionalProperties": False,
        "properties": {f.name: _feld(f, pydantisch.get(f.name, {})) for f in alle},
    }
    if pflicht := [f.name for f in alle if f.pflicht]:
        ergebnis["required"] = pflicht
    return ergebnis


def _feld(f: Feld, pydantisch: JsonObjekt) -> JsonObjekt:
    wert = _wert(f)
    if not f.liste:
        wert |= _grenzen(pydantisch)
        if f.hoechstens and "maxLength" in wert:
            wert["maxLength"] = f.hoechstens
        return {"title": f.titel, "description": f.beschreibung, **wert}
    grenzen = {k: v for k, v in pydantisch.items() if k in ("minItems", "maxItems")}
    return {"title": f.titel, "description": f.beschreibung, "type": "array", "items": wert, **grenzen}


def _grenzen(pydantisch: JsonObjekt) -> JsonObjekt:
    """Lengths, patterns and bounds that pydantic knows, also inside an optional field."""
    moegliche = pydantisch.get("anyOf")
    for teil in (pydantisch, *(moegliche if isinstance(moegliche, list) else ())):
        gefunden = {k: v for k, v in teil.items() if k in ("minLength", "maxLength", "pattern", "minimum", "maximum")}
        if gefunden:
            return gefunden
    return {}


def _wert(f: Feld) -> JsonObjekt:
    match f.art:
        case Feldart.SATZ:
            assert f.satz
            return _satz(f.satz)
        case Feldart.AUSWAHL:
            worte = [f"{wort}. {erklaerung}".strip() for _, wort, erklaerung in f.auswahl]
            return {"type": "string", "enum": [wert for wert, _, _ in f.auswahl], "markdownEnumDescriptions": worte}
        case Feldart.GANZZAHL:
            return {"type": "integer"}
        case Feldart.ZAHL:
            return {"type": "number"}
        case Feldart.JA_NEIN:
            return {"type": "boolean"}
        case Feldart.TABELLE:
            einer = {"type": "string"}
            return {"type": "object", "additionalProperties": {"anyOf": [einer, {"type": "array", "items": einer}]}}
        case _:
            return {"type": "string", "pattern": _MUSTER[f.art]} if f.art in _MUSTER else {"type": "string"}
