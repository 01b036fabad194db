"""The one canonical spelling of data files, so that every tool writes the smallest possible diff.

YAML: keys in the order of the model, no folded lines, lists indented below their key, texts of several
lines as `|` blocks, quotes only where another reader of YAML would take a text for something else.
CSV: comma, LF, quotes only where needed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import LiteralScalarString, SingleQuotedScalarString

from macros.laden.yaml_streng import lies_yaml
from macros.modell.grundtypen import Datum, Dezimalzahl, Ganzzahl, JaNein
from macros.modell.stichtag import StichtagFeld

_NACKTE_TYPEN = (Datum, Ganzzahl, Dezimalzahl, JaNein)
_NACKTE_FORM = re.compile(r"-?\d+(\.\d+)?|\d{4}-\d{2}-\d{2}|true|false")
_NACKTER_STICHTAG = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_MEHRDEUTIG = re.compile(
    r"(?i)[-+]?[\d.][\d_.,:]*(e[-+]?\d+)?|[-+]?0[xob][\da-f_]+|[-+]?\.(inf|nan)|\.nan"
    r"|\d{4}-\d\d?(-\d\d?([t ].*)?)?|y|n|yes|no|on|off|true|false|null|~|<<|="
)


class _Nackt(str):
    """A scalar that stands without quotes: a date, a number, true or false."""

    __slots__ = ()


class _Darsteller(RoundTripRepresenter):
    """Knows `_Nackt` besides everything that ruamel knows."""


def _stelle_nackt_dar(darsteller: Any, wert: _Nackt) -> Any:
    """A tag that the plain form implies, so that no quotes are put around it."""
    tag = darsteller.serializer.resolver.resolve(ScalarNode, str(wert), (True, False))
    return darsteller.represent_scalar(tag, str(wert))


_Darsteller.add_representer(_Nackt, _stelle_nackt_dar)


def _schreiber() -> Any:
    schreiber = YAML()
    schreiber.Representer = _Darsteller
    schreiber.indent(mapping=2, sequence=4, offset=2)
    schreiber.width = 1_000_000
    schreiber.allow_unicode = True
    return schreiber


@cache
def _felder(typ: type[BaseModel]) -> dict[str, Any]:
    arten = get_type_hints(typ, include_extras=True)
    return {name: arten[name] for name in typ.model_fields}


def _satztyp(art: Any) -> type[BaseModel] | None:
    """The record type inside an annotation, through Optional, tuple and Annotated."""
    if isinstance(art, type) and issubclass(art, BaseModel):
        return art
    return next((gefunden for teil in get_args(art) if (gefunden := _satztyp(teil))), None)


def _enthaelt(art: Any, typen: tuple[Any, ...]) -> bool:
    """True when an annotation is one of the types, or wraps one (Optional, tuple)."""
    if any(art == typ for typ in typen):
        return True
    return get_origin(art) is not dict and any(_enthaelt(teil, typen) for teil in get_args(art))


@cache
def _nackte_form(typ: type[BaseModel], name: str) -> re.Pattern[str] | None:
    """What a field may hold without quotes; a schema takes a bare year for a number, so it stays quoted."""
    art = _felder(typ)[name]
    if _enthaelt(art, (StichtagFeld,)):
        return _NACKTER_STICHTAG
    return _NACKTE_FORM if _enthaelt(art, _NACKTE_TYPEN) else None


def _form(wert: Any, typ: type[BaseModel] | None, nackt: re.Pattern[str] | None = None) -> Any:
    """Plain data as ruamel is to write them; `nackt` is what needs no quotes here though it looks typed."""
    if isinstance(wert, dict):
        felder = _felder(typ) if typ else {}
        namen = [*(n for n in felder if n in wert), *(n for n in wert if n not in felder)]
        return {
            _form(n, None): _form(wert[n], _satztyp(felder[n]), _nackte_form(typ, n))
            if typ and n in felder
            else _form(wert[n], None)
            for n in namen
        }
    if isinstance(wert, list):
        return [_form(glied, typ, nackt) for glied in wert]
    if "\n" in wert:
        return LiteralScalarString(wert)
    if nackt and nackt.fullmatch(wert):
        return _Nackt(wert)
    return SingleQuotedScalarString(wert) if _MEHRDEUTIG.fullmatch(wert) else wert


def als_yaml(daten: dict[str, Any], typ: type[BaseModel]) -> str:
    """The file of a record, from plain data whose scalars are all text, as the strict loader gives them."""
    strom = io.StringIO()
    _schreiber().dump(_form(daten, typ), strom)
    text = strom.getvalue()
    gelesen = lies_yaml(text.encode(), "")
    if gelesen.daten != daten or gelesen.befunde:
        raise ValueError(f"Der Datensatz lässt sich nicht verlustfrei schreiben: {gelesen.befunde}")
    return text


def als_csv(zeilen: Iterable[Sequence[str]]) -> str:
    """The file of a table, header first, from cells that are all text."""
    strom = io.StringIO()
    csv.writer(strom, lineterminator="\n").writerows(zeilen)
    return strom.getvalue()


def lies_zellen(text: str) -> list[list[str]]:
    """The cells of a CSV text, header first; raises csv.Error where it is none."""
    return list(csv.reader(io.StringIO(text), strict=True))
