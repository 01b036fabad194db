"""Faults that the model reports -> findings in German, with what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.deutsch.saetze import numerus
from macros.eingabe.datenform import in_datenform
from macros.laden.yaml_streng import HOECHSTENS, ort
from macros.modell.befund import Befund, Ort, melde
from macros.modell.felder import felder
from macros.modell.plan import Pfad
from macros.modell.schreibweise import feldname, meinten_sie

_MASZE = {"ge": "mindestens", "gt": "größer als", "le": "höchstens", "lt": "kleiner als"}


def _typ_am(typ: type[BaseModel], pfad: Pfad) -> type[BaseModel]:
    """The model that holds the last key of a path."""
    for teil in pfad[:-1]:
        if isinstance(teil, int):
            continue
        gefunden = next(f for f in felder(typ) if f.name == teil)
        if gefunden.satz is None:
            return typ
        typ = gefunden.satz
    return typ


def _uebersetze(fehler: ErrorDetails, typ: type[BaseModel], pfad: Pfad) -> tuple[str, str, str]:
    """(rule, text, suggestion) of one fault."""
    art, ctx, wert = fehler["type"], fehler.get("ctx", {}), fehler["input"]
    if isinstance(wert, dict | list) and art in ("regel", "enum", "string_type"):
        return "form", "Hier wird ein einzelner Wert erwartet, keine Liste und keine Schlüssel.", ""
    if art == "regel":
        return str(ctx["regel"]), str(ctx["text"]), in_datenform(str(ctx["regel"]), wert)
    if art == "missing":
        return "pflichtfeld", f"Das Pflichtfeld „{pfad[-1]}“ fehlt.", _beschreibung(typ, pfad)
    if art == "extra_forbidden":
        erlaubt = [f.name for f in felder(_typ_am(typ, pfad))]
        vorschlag = meinten_sie(str(pfad[-1]), erlaubt) or f"Erlaubt: {', '.join(erlaubt)}."
        return "unbekannter-schluessel", f"Den Schlüssel „{pfad[-1]}“ gibt es hier nicht.", vorschlag
    if art == "enum":
        erlaubt = [teil.strip().strip("'") for teil in str(ctx["expected"]).replace(" or ", ", ").split(", ")]
        vorschlag = f"Erlaubt: {', '.join(erlaubt)}. {meinten_sie(str(wert), erlaubt)}".strip()
        return "auswahl", f"„{wert}“ ist kein erlaubter Wert für „{_letzter_name(pfad)}“.", vorschlag
    if art in ("string_too_long", "too_long"):
        return (
            "laenge",
            f"Zu lang: höchstens {ctx['max_length']} {_einheit(wert, ctx['max_length'])} erlaubt.",
            "Bitte kürzen.",
        )
    if art in ("string_too_short", "too_short"):
        return (
            "laenge",
            f"Zu kurz: mindestens {ctx['min_length']} {_einheit(wert, ctx['min_length'])} nötig.",
            "Bitte ergänzen.",
        )
    if art == "string_pattern_mismatch":
        return "schreibweise", f"„{wert}“ hat nicht die verlangte Form.", _beschreibung(typ, pfad)
    if art in ("greater_than_equal", "greater_than", "less_than_equal", "less_than"):
        schluessel = next(k for k in ctx if k in _MASZE)
        return "bereich", f"„{_ziffern(wert)}“ liegt außerhalb: {_MASZE[schluessel]} {_ziffern(ctx[schluessel])}.", ""
    if art in ("tuple_type", "list_type"):
        return "form", "Hier wird eine Liste erwartet.", "Jede Zeile mit „- “ beginnen."
    if art in ("model_type", "dict_type"):
        return "form", "Hier werden mehrere Angaben mit Schlüsseln erwartet.", "Schreibweise: schluessel: Wert"
    return "form", f"Der Wert passt nicht zu diesem Feld ({fehler['msg']}).", ""


def _ziffern(wert: object) -> str:
    """A number in digits as people type it, never 1e+06."""
    return f"{Decimal(str(wert)).normalize():f}"


def _einheit(wert: object, anzahl: int) -> str:
    return "Zeichen" if isinstance(wert, str) else numerus(anzahl, "Angabe", "Angaben")


def _beschreibung(typ: type[BaseModel], pfad: Pfad) -> str:
    """What the model says about the field at the end of a path."""
    gemeint = next((f for f in felder(_typ_am(typ, pfad)) if f.name == pfad[-1]), None)
    return f"Gemeint ist: {gemeint.beschreibung}" if gemeint and gemeint.beschreibung else ""


def _letzter_name(pfad: Pfad) -> str:
    return next((str(t) for t in reversed(pfad) if isinstance(t, str)), "")


def _pfad(fehler: ErrorDetails, zeilen: Mapping[Pfad, int]) -> Pfad:
    """The path of a fault in the file; pydantic's own marks (`str`, `tuple[…]`) have no line and are left out."""
    pfad: Pfad = ()
    for teil in fehler["loc"]:
        if (*pfad, teil) in zeilen:
            pfad = (*pfad, teil)
    return (*pfad, fehler["loc"][-1]) if fehler["type"] == "missing" else pfad


def befunde_aus(
    fehler: ValidationError,
    typ: type[BaseModel],
    datei: str,
    zeilen: Mapping[Pfad, int],
    texte_ab: Mapping[Pfad, int] = MappingProxyType({}),
) -> Iterator[Befund]:
    """One finding per fault, at the line of its value, in the order of the model; of very many the first."""
    gesehen: set[Pfad] = set()
    einzelne = fehler.errors(include_url=False)
    alle = [(_pfad(einzel, zeilen), einzel) for einzel in einzelne[:HOECHSTENS]]
    for pfad, einzel in alle:
        if einzel["type"] == "too_short" and any(len(p) > len(pfad) and p[: len(pfad)] == pfad for p, _ in alle):
            continue  # pydantic counts only the items without a fault
        if einzel["loc"][-1:] != pfad[-1:]:  # one of the kinds that a field may be
            regel, text, vorschlag = "form", "Hier wird ein Wert oder eine Liste von Werten erwartet.", ""
        else:
            regel, text, vorschlag = _uebersetze(einzel, typ, pfad)
        if pfad not in gesehen:
            gesehen.add(pfad)
            hier = ort(datei, zeilen, pfad)
            if pfad in texte_ab and (zeile := einzel.get("ctx", {}).get("textzeile")) is not None:
                hier = Ort(datei, texte_ab[pfad] + zeile)
            yield melde(hier, feldname(pfad), regel, text, vorschlag)
    if len(einzelne) > HOECHSTENS:
        text = f"In dieser Datei stimmt so viel nicht, dass nur die ersten {HOECHSTENS} Stellen geprüft wurden."
        yield Befund(datei, 1, "", "groesse", text, "Erst diese berichtigen, dann noch einmal prüfen.")
