"""A field of the model as the editing surface asks for it: label, hint, list or reference, limits."""

from __future__ import annotations

from pydantic import BaseModel

from macros.modell.felder import Feld, Feldart, felder
from macros.modell.jsonwert import JsonObjekt
from macros.modell.plan import SAMMLUNGEN

MUSTER = {
    Feldart.DATUM: (r"^\d{4}-\d{2}-\d{2}$", "Jahr-Monat-Tag, zum Beispiel 2026-03-31"),
    Feldart.STICHTAG: (
        r"^\d{4}(-\d{2}(-\d{2})?|-Q[1-4]|-H[12]|/\d{2}|/\d{4})?$",
        "Zum Beispiel 2026-12-31, 2026-12, 2026-Q4, 2026-H2, 2026 oder 2026/27",
    ),
    Feldart.KENNUNG: (r"^[a-z0-9]+(-[a-z0-9]+)*$", "Nur Kleinbuchstaben a bis z, Ziffern und Bindestriche"),
    Feldart.NUMMER: (r"^\d+(\.\d+)*$", "Zum Beispiel 3, 3.1 oder 3.1.4"),
    Feldart.URL: (r"^https?://\S+$", "Eine Adresse, die mit https:// beginnt"),
}
"""Kind of value -> pattern, and what is said where it does not fit."""
NAMEN = ("titel", "name", "bezeichnung", "kurztext", "text", "stelle", "von", "id")
"""Fields that say best which record it is, in the order of choice."""


def eingabefelder(typ: type[BaseModel]) -> list[JsonObjekt]:
    """All fields of a record, in the order of the model."""
    return [eingabefeld(f) for f in felder(typ)]


def eingabefeld(f: Feld) -> JsonObjekt:
    """One field; what the model leaves open may stay empty, and is then not written at all."""
    if f.art is Feldart.TABELLE:
        # Its values are words or lists of words, which no surface can ask for; it keeps what the file says.
        return {"name": f.name, "label": f.titel, "widget": "hidden"}
    kopf: JsonObjekt = {"name": f.name, "label": f.titel, "hint": f.beschreibung, "required": f.pflicht}
    grenze: JsonObjekt = {"max": f.hoechstens} if f.liste and f.hoechstens else {}
    if f.ziel:
        return {**kopf, **_verweis(f.ziel), **({"multiple": True, **grenze} if f.liste else {})}
    if f.auswahl:
        wahl: JsonObjekt = {"widget": "select", "options": [{"label": w, "value": k} for k, w, _ in f.auswahl]}
        return {**kopf, **wahl, **({"multiple": True, **grenze} if f.liste else {})}
    if f.satz and f.liste:
        teile = eingabefelder(f.satz)
        liste: JsonObjekt = {"widget": "list", "collapsed": True, "summary": _kurz(f.satz), "fields": teile}
        return {**kopf, **liste, **grenze}
    if f.satz:
        return {**kopf, "widget": "object", "collapsed": "auto", "fields": eingabefelder(f.satz)}
    if f.liste:
        return {**kopf, "widget": "list", "field": {"name": f.name, "label": f.titel, **_einfach(f)}, **grenze}
    return {**kopf, **_einfach(f)}


def _verweis(sammlung: str) -> JsonObjekt:
    """A reference: found by name, written as id."""
    namen = [f"{{{{{name}}}}}" for name in anzeige(SAMMLUNGEN[sammlung])]
    zeigen = [" ".join(namen)]
    return {
        "widget": "relation",
        "collection": sammlung,
        "value_field": "id",
        "display_fields": zeigen,
        "search_fields": [*anzeige(SAMMLUNGEN[sammlung]), "id"],
    }


def anzeige(typ: type[BaseModel]) -> list[str]:
    """The fields that name a record: its number, where it has one, and its best word."""
    vorhanden = [f.name for f in felder(typ)]
    wort = next(n for n in (*NAMEN, vorhanden[0]) if n in vorhanden)
    return ["nummer", wort] if "nummer" in vorhanden and wort != "nummer" else [wort]


def _kurz(typ: type[BaseModel]) -> str:
    """What a folded part of a list says of itself: its day and its state, else its name."""
    vorhanden = {f.name for f in felder(typ) if not f.satz}
    worte = [n for n in ("datum", "stand") if n in vorhanden] or anzeige(typ)
    return " ".join(f"{{{{fields.{n}}}}}" for n in worte)


def _einfach(f: Feld) -> JsonObjekt:
    """A single value, by its kind."""
    grenze: JsonObjekt = {"maxlength": f.hoechstens} if f.hoechstens and not f.liste else {}
    match f.art:
        case Feldart.TEXT:
            return {"widget": "text", **grenze}
        case Feldart.DATUM:
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "pattern": list(MUSTER[f.art])}
        case Feldart.GANZZAHL:
            return {"widget": "number", "value_type": "int"}
        case Feldart.ZAHL:
            return {"widget": "number", "value_type": "float", "step": 0.01}
        case Feldart.JA_NEIN:
            # A tick box always writes an answer; here none is one, too.
            return {"widget": "select", "options": [{"label": "ja", "value": True}, {"label": "nein", "value": False}]}
        case _:
            muster: JsonObjekt = {"pattern": list(MUSTER[f.art])} if f.art in MUSTER else {}
            return {"widget": "string", **grenze, **muster}
