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

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import LiteralScalarString, SingleQuotedScalarString

from macros.deutsch.zeichen import bereinigt, fremdzeichen
from macros.laden.rohdaten import Rohsatz, Rohwert, als_satz
from macros.laden.yaml_streng import lies_yaml
from macros.modell.felder import Feld, Feldart, felder

_NACKTE_ARTEN = (Feldart.DATUM, Feldart.GANZZAHL, Feldart.ZAHL, Feldart.JA_NEIN)
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


def _stelle_nackt_dar(darsteller: RoundTripRepresenter, wert: _Nackt) -> ScalarNode:
    """A tag that the plain form implies, so that no quotes are put around it."""
    tag = darsteller.serializer.resolver.resolve(ScalarNode, str(wert), (True, False))
    return darsteller.represent_scalar(tag, str(wert))


_Darsteller.add_representer(_Nackt, _stelle_nackt_dar)


def _schreiber() -> YAML:
    schreiber = YAML()
    schreiber.Representer = _Darsteller
    schreiber.indent(mapping=2, sequence=4, offset=2)
    schreiber.width = 1_000_000
    schreiber.allow_unicode = True
    return schreiber


def _nackte_form(f: Feld) -> re.Pattern[str] | None:
    """What a field may hold without quotes; a schema takes a bare year for a number, so it stays quoted."""
    if f.art is Feldart.STICHTAG:
        return _NACKTER_STICHTAG
    return _NACKTE_FORM if f.art in _NACKTE_ARTEN else None


def _form(wert: Rohwert, typ: type[BaseModel] | None, nackt: re.Pattern[str] | None = None) -> Rohwert:
    """Plain data as ruamel is to write them; `nackt` is what needs no quotes here though it looks typed."""
    if isinstance(wert, dict):
        modell = {f.name: f for f in felder(typ)} if typ else {}
        namen = [*(n for n in modell if n in wert), *(n for n in wert if n not in modell)]
        return {
            _wortform(n, None): _form(wert[n], modell[n].satz, _nackte_form(modell[n]))
            if n in modell
            else _form(wert[n], None)
            for n in namen
        }
    if isinstance(wert, list):
        return [_form(glied, typ, nackt) for glied in wert]
    return _wortform(wert, nackt)


def _wortform(wort: str, nackt: re.Pattern[str] | None) -> str:
    form: type[str] = str
    if "\n" in wort:
        form = LiteralScalarString
    elif nackt and nackt.fullmatch(wort):
        form = _Nackt
    elif _MEHRDEUTIG.fullmatch(wort):
        form = SingleQuotedScalarString
    return form(wort)


def _rein(wert: Rohwert) -> Rohwert:
    """Plain data without the signs that other programs leave in a text."""
    if isinstance(wert, dict):
        return {schluessel: _rein(glied) for schluessel, glied in wert.items()}
    if isinstance(wert, list):
        return [_rein(glied) for glied in wert]
    return bereinigt(wert) if any(fremdzeichen(wert)) else wert


def als_yaml(daten: Rohsatz, typ: type[BaseModel]) -> str:
    """The file of a record, from plain data whose scalars are all text, as the strict loader gives them."""
    daten = als_satz(_rein(daten))
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
    rein = ([bereinigt(zelle) if any(fremdzeichen(zelle)) else zelle for zelle in zeile] for zeile in zeilen)
    csv.writer(strom, lineterminator="\n").writerows(rein)
    return strom.getvalue()


def lies_zellen(text: str) -> list[list[str]]:
    """The cells of a CSV text, header first; raises csv.Error where it is none."""
    return list(csv.reader(io.StringIO(text), strict=True))
