"""JSON Schema of every record type, as editors of YAML use it."""

from __future__ import annotations

from typing import Any

from annotated_types import MaxLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.modell.gemeinde import Gemeinde
from macros.modell.plan import SAMMLUNGEN
from macros.sichten.felder import Feld, Feldart, felder

ENTWURF = "http://json-schema.org/draft-07/schema#"
_MUSTER = {
    Feldart.DATUM: r"^\d{4}-\d{2}-\d{2}$",
    Feldart.STICHTAG: r"^\d{4}(-\d{2}(-\d{2})?|/\d{2})?$",
    Feldart.KENNUNG: r"^[a-z0-9]+(-[a-z0-9]+)*$",
    Feldart.NUMMER: r"^\d+(\.\d+)*$",
    Feldart.URL: r"^https?://\S+$",
}


def schemata() -> dict[str, dict[str, Any]]:
    """Collection -> schema; `gemeinde` is the town's own file."""
    typen: dict[str, type[BaseModel]] = {"gemeinde": Gemeinde, **SAMMLUNGEN}
    return {name: schema(typ) for name, typ in typen.items()}


def schema(typ: type[BaseModel]) -> dict[str, Any]:
    """The schema of one record type: draft 7, because that is what editors understand."""
    einzahl = getattr(typ, "EINZAHL", typ.__name__)
    return {"$schema": ENTWURF, "title": einzahl, **_satz(typ)}


def _satz(typ: type[BaseModel]) -> dict[str, Any]:
    alle = felder(typ)
    pydantisch = typ.model_json_schema().get("properties", {})
    ergebnis: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {f.name: _feld(f, pydantisch.get(f.name, {}), typ.model_fields[f.name]) for f in alle},
    }
    if pflicht := [f.name for f in alle if f.pflicht]:
        ergebnis["required"] = pflicht
    return ergebnis


def _feld(f: Feld, pydantisch: dict[str, Any], info: FieldInfo) -> dict[str, Any]:
    wert = _wert(f)
    if not f.liste:
        wert |= _grenzen(pydantisch, info)
        return {"description": f.beschreibung, **wert}
    grenzen = {k: v for k, v in pydantisch.items() if k in ("minItems", "maxItems")}
    return {"description": f.beschreibung, "type": "array", "items": wert, **grenzen}


def _grenzen(pydantisch: dict[str, Any], info: FieldInfo) -> dict[str, Any]:
    """Lengths, patterns and bounds that pydantic knows, also inside an optional field; of two lengths the shorter."""
    for teil in (pydantisch, *pydantisch.get("anyOf", [])):
        gefunden = {k: v for k, v in teil.items() if k in ("minLength", "maxLength", "pattern", "minimum", "maximum")}
        if "maxLength" in gefunden:
            laengen = (m.max_length for m in info.metadata if isinstance(m, MaxLen))
            gefunden["maxLength"] = min([gefunden["maxLength"], *laengen])
        if gefunden:
            return gefunden
    return {}


def _wert(f: Feld) -> dict[str, Any]:
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
