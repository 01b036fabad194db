"""What a reader explores: three charts whose rows come later, with axes of Vega; lines, bars and stacks, in tiles.

Rows have the columns kachel, kachelstelle, achse, reihe, nummer, zeit, wert, stelle, von, bis, leer, wert_text, beschreibung, stueck. What a reader
chooses are parameters; the colours are the same marks as in every picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.diagramme.beschriftung import KLEIN, SCHRIFT
from macros.diagramme.gestalt import FORMEN, LEISE, LINIE, MOST_REIHEN, PAPIER, STRICHE, TINTE, flaeche, strichfarbe

Bauplan = dict[str, Any]

SPALTEN = 3
"""Tiles beside each other where nobody knows the window yet."""
_NUMMERN = list(range(1, MOST_REIHEN + 1))
PARAMETER: Mapping[str, Any] = {
    "spalten": 1,
    "weite": 560,
    "hoehe": 240,
    "abNull": True,
    "oben": 1,
    "unten": 0,
    "schritt": 17,
    "zeichen": "",
    "achsen": [],
    "reihen": [],
    "zeitmarken": [],
    "zeitnamen": {},
}
"""What a picture is given besides its rows, each with its value before."""


def bauplaene() -> Mapping[str, Bauplan]:
    """The charts by their names."""
    return {"linie": _linie(), "balken": _balken(), "stapel": _stapel()}


def _farbe(marke: Any) -> Bauplan:
    skala = {"domain": _NUMMERN, "range": [marke(n) for n in _NUMMERN]}
    return {"field": "nummer", "type": "nominal", "scale": skala, "legend": None}


def _zahlenachse(achse: str) -> Bauplan:
    return {
        "field": "wert",
        "type": "quantitative",
        "title": None,
        "axis": {
            "grid": True,
            "domain": False,
            "ticks": False,
            "labelExpr": "datum.label + zeichen",
            "tickCount": 5 if achse == "y" else 4,
        },
    }


def _ganz(ebenen: list[Bauplan], hoehe: Any, kanaele: Bauplan) -> Bauplan:
    """Layers in tiles, with the looks that all three share."""
    return {
        "data": {"name": "zeilen", "values": []},
        "params": [{"name": name, "value": wert} for name, wert in PARAMETER.items()],
        "facet": {
            "field": "kachel",
            "type": "nominal",
            "title": None,
            "sort": {"field": "kachelstelle", "op": "min"},
            "header": {"labelFontSize": SCHRIFT, "labelFontWeight": "bold", "labelAnchor": "start", "labelColor": TINTE},
        },
        "columns": SPALTEN,
        "spec": {"width": 200, "height": hoehe, "encoding": kanaele, "layer": ebenen},
        "spacing": 22,
        "padding": 2,
        "background": "transparent",
        "config": {
            "view": {"stroke": None},
            "font": "Liberation Sans",
            "axis": {"labelFontSize": KLEIN, "labelColor": LEISE, "gridColor": LINIE, "domainColor": LINIE, "tickColor": LINIE},
        },
    }  # fmt: skip


def _text(**form: Any) -> Bauplan:
    return {"type": "text", "fontSize": KLEIN, "color": TINTE, "aria": False, "lineBreak": "\n", **form}


def _linie() -> Bauplan:
    striche = {"domain": _NUMMERN, "range": [list(s) for s in STRICHE]}
    formen = {"domain": _NUMMERN, "range": list(FORMEN)}
    x = {
        "field": "zeit",
        "type": "quantitative",
        "title": None,
        "scale": {"zero": False, "nice": False, "padding": 14},
        "axis": {
            "grid": False,
            "values": {"expr": "zeitmarken"},
            "labelExpr": "zeitnamen['t' + datum.value]",
            "labelOverlap": "greedy",
            "labelFlush": False,
        },
    }
    y = {**_zahlenachse("y"), "scale": {"zero": {"expr": "abNull"}, "nice": True}}
    return _ganz(
        [
            {
                "mark": {"type": "line", "strokeWidth": 2.5, "aria": False},
                "encoding": {
                    "color": _farbe(strichfarbe),
                    "detail": {"field": "stueck", "type": "nominal"},
                    "strokeDash": {"field": "nummer", "type": "nominal", "scale": striche, "legend": None},
                },
            },
            {
                "mark": {"type": "point", "filled": True, "opacity": 1, "size": 60, "stroke": PAPIER, "strokeWidth": 1},
                "encoding": {
                    "color": _farbe(strichfarbe),
                    "shape": {"field": "nummer", "type": "nominal", "scale": formen, "legend": None},
                    "description": {"field": "beschreibung", "type": "nominal"},
                },
            },
        ],
        240,
        {"x": x, "y": y},
    )


def _quer(feld: str) -> Bauplan:
    return {
        **_zahlenachse("x"),
        "field": feld,
        "stack": None,
        "scale": {"domainMax": {"expr": "oben"}, "domainMin": {"expr": "unten"}, "nice": False, "zero": True},
    }


def _namensachse() -> Bauplan:
    return {
        "field": "achse",
        "type": "nominal",
        "sort": None,
        "title": None,
        "scale": {"paddingInner": 0.25, "paddingOuter": 0.1},
        "axis": {"labelExpr": "split(datum.label, '\\n')", "labelLimit": 0, "labelColor": TINTE, "ticks": False, "domain": False, "labelPadding": 8},
    }  # fmt: skip


def _balken() -> Bauplan:
    versatz = {"field": "reihe", "type": "nominal", "sort": None}
    zahl = {"x": _quer("stelle"), "text": {"field": "wert_text", "type": "nominal"}}
    return _ganz(
        [
            {
                "mark": {"type": "bar", "cornerRadiusEnd": 2},
                "transform": [{"filter": "isValid(datum.wert)"}],
                "encoding": {
                    "x": _quer("wert"),
                    "color": _farbe(flaeche),
                    "description": {"field": "beschreibung", "type": "nominal"},
                },
            },
            {"mark": _text(align="left", dx=5), "transform": [{"filter": "!(datum.wert < 0)"}], "encoding": zahl},
            {"mark": _text(align="right", dx=-5), "transform": [{"filter": "datum.wert < 0"}], "encoding": zahl},
        ],
        {"step": 17, "for": "position"},
        {"y": _namensachse(), "yOffset": versatz},
    )


def _stapel() -> Bauplan:
    return _ganz(
        [
            {
                "mark": {"type": "bar", "stroke": PAPIER, "strokeWidth": 1.5},
                "transform": [{"filter": "datum.bis > datum.von"}],
                "encoding": {
                    "x": _quer("von"),
                    "x2": {"field": "bis"},
                    "color": _farbe(flaeche),
                    "description": {"field": "beschreibung", "type": "nominal"},
                },
            },
            {
                "mark": _text(align="left", dx=5, color=LEISE),
                "transform": [{"filter": "isValid(datum.leer)"}],
                "encoding": {"x": {"datum": 0}, "text": {"field": "leer", "type": "nominal"}},
            },
        ],
        {"step": 34},
        {"y": _namensachse()},
    )
