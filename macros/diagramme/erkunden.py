"""What a reader explores: three charts whose rows come later, with axes of Vega; lines, bars and stacks, in tiles.

Rows have the columns kachel, kachelstelle, achse, reihe, nummer, zeit, wert, stelle, von, bis, leer, wert_text, beschreibung, sagt, stueck;
rows of lines drawn across have `ziel`, `vergleich` or `bruch` instead of a figure. What a reader chooses are parameters; the colours are
the same marks as in every picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from macros.diagramme.beschriftung import KLEIN, SCHRIFT
from macros.diagramme.gestalt import (
    FORMEN,
    LEISE,
    LINIE,
    MOST_REIHEN,
    PAPIER,
    STRICHE,
    TINTE,
    ZIEL,
    flaeche,
    strichfarbe,
)

Bauplan = dict[str, Any]

_ABSTAND, _ZEICHEN = 8, 7
"""Pixels before and after words at a bar, and the pixels of one of their letters."""
SPALTEN = 3
"""Tiles beside each other where nobody knows the window yet."""
_NUMMERN = list(range(1, MOST_REIHEN + 1))
PARAMETER: Mapping[str, Any] = {
    "spalten": 1,
    "weite": 560,
    "hoehe": 240,
    "oben": 1,
    "unten": 0,
    "schritt": 17,
    "achsen": [],
    "reihen": [],
    "rand": 14,
    "zeitmarken": [],
    "zeitnamen": {},
    "zahlmarken": [],
    "zahlnamen": {},
}
"""What a picture is given besides its rows, each with its value before."""


def bauplaene() -> Mapping[str, Bauplan]:
    """The charts by their names."""
    return {"linie": _linie(), "balken": _balken(), "stapel": _stapel()}


def _farbe(marke: Any) -> Bauplan:
    skala = {"domain": _NUMMERN, "range": [marke(n) for n in _NUMMERN]}
    return {"field": "nummer", "type": "nominal", "scale": skala, "legend": None}


def _zahlenachse(ab_null: bool = True) -> Bauplan:
    """The grid values are chosen outside, where the unit is known: round, and as fine as the figures are."""
    return {
        "field": "wert",
        "type": "quantitative",
        "title": None,
        "scale": {"domainMax": {"expr": "oben"}, "domainMin": {"expr": "unten"}, "nice": False, "zero": ab_null},
        "axis": {
            "grid": True,
            "domain": False,
            "ticks": False,
            "values": {"expr": "zahlmarken"},
            "labelExpr": "zahlnamen['w' + datum.value]",
            "labelOverlap": "greedy",
            "labelSeparation": 4,
        },
    }


def _quer_darueber(kanal: str, feld: str, farbe: str, strich: Sequence[float], achse: Bauplan) -> Bauplan:
    """A line from edge to edge of a tile, where a row has a value for it; its words stand in the legend."""
    return {
        "mark": {"type": "rule", "aria": False, "color": farbe, "strokeWidth": 1.5, "strokeDash": list(strich)},
        "transform": [{"filter": f"isValid(datum.{feld})"}],
        "encoding": {kanal: {**achse, "field": feld}},
    }


def _ganz(ebenen: list[Bauplan], hoehe: Any) -> Bauplan:
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
        "spec": {"width": 200, "height": hoehe, "layer": ebenen},
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
        "scale": {"zero": False, "nice": False, "padding": {"expr": "rand"}},
        "axis": {
            "grid": False,
            "values": {"expr": "zeitmarken"},
            "labelExpr": "zeitnamen['t' + datum.value]",
            "labelOverlap": False,
            "labelFlush": False,
        },
    }
    y = _zahlenachse(ab_null=False)
    nur_zahlen = [{"filter": "isValid(datum.wert)"}]
    return _ganz(
        [
            *_ziele("y", y),
            _quer_darueber("x", "bruch", LEISE, [4, 3], x),
            {
                "mark": {"type": "line", "strokeWidth": 2.5, "aria": False},
                "transform": nur_zahlen,
                "encoding": {
                    "x": x,
                    "y": y,
                    "color": _farbe(strichfarbe),
                    "detail": {"field": "stueck", "type": "nominal"},
                    "strokeDash": {"field": "nummer", "type": "nominal", "scale": striche, "legend": None},
                },
            },
            {
                "mark": {"type": "point", "filled": True, "opacity": 1, "size": 60, "stroke": PAPIER, "strokeWidth": 1},
                "transform": nur_zahlen,
                "encoding": {
                    "x": x,
                    "y": y,
                    "color": _farbe(strichfarbe),
                    "shape": {"field": "nummer", "type": "nominal", "scale": formen, "legend": None},
                    "description": {"field": "beschreibung", "type": "nominal"},
                },
            },
        ],
        240,
    )


def _ziele(kanal: str, achse: Bauplan) -> list[Bauplan]:
    """Targets and the figures of other areas."""
    return [
        _quer_darueber(kanal, "ziel", ZIEL, [8, 4], achse),
        _quer_darueber(kanal, "vergleich", LEISE, [2, 3], achse),
    ]


def _ohne_balken(feld: str, satz: str, filter_: str, ort: Bauplan) -> Bauplan:
    """Where no bar is drawn, the words that stand there can be pointed at and reached like one: an unseen bar behind them."""
    weite = f"{_ABSTAND} + {_ZEICHEN} * length(datum.{feld} || '')"
    return {
        "mark": {"type": "bar", "color": PAPIER, "fillOpacity": 0, "xOffset": 2, "x2Offset": {"expr": weite}},
        "transform": [{"filter": filter_}],
        "encoding": {
            **ort,
            "x": {"datum": 0, "type": "quantitative"},
            "x2": {"datum": 0},
            "description": {"field": satz, "type": "nominal"},
        },
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
    ort = {"y": _namensachse(), "yOffset": {"field": "reihe", "type": "nominal", "sort": None}}
    zahl = {
        **ort,
        "x": {**_zahlenachse(), "field": "stelle", "stack": None},
        "text": {"field": "wert_text", "type": "nominal"},
    }
    return _ganz(
        [
            {
                "mark": {"type": "bar", "cornerRadiusEnd": 2},
                "transform": [{"filter": "isValid(datum.wert)"}],
                "encoding": {
                    **ort,
                    "x": {**_zahlenachse(), "stack": None},
                    "color": _farbe(flaeche),
                    "description": {"field": "beschreibung", "type": "nominal"},
                },
            },
            _ohne_balken("wert_text", "beschreibung", "!isValid(datum.wert) && isValid(datum.stelle)", ort),
            *_ziele("x", _zahlenachse()),
            {"mark": _text(align="left", dx=5), "transform": [{"filter": "isValid(datum.stelle) && datum.stelle >= 0"}], "encoding": zahl},
            {"mark": _text(align="right", dx=-5), "transform": [{"filter": "datum.stelle < 0"}], "encoding": zahl},
        ],
        {"step": 17, "for": "position"},
    )  # fmt: skip


def _stapel() -> Bauplan:
    y = _namensachse()
    return _ganz(
        [
            {
                "mark": {"type": "bar", "stroke": PAPIER, "strokeWidth": 1.5},
                "transform": [{"filter": "datum.bis > datum.von"}],
                "encoding": {
                    "y": y,
                    "x": {**_zahlenachse(), "field": "von", "stack": None},
                    "x2": {"field": "bis"},
                    "color": _farbe(flaeche),
                    "description": {"field": "beschreibung", "type": "nominal"},
                },
            },
            _ohne_balken("leer", "sagt", "isValid(datum.leer)", {"y": y}),
            {
                "mark": _text(align="left", dx=5, color=LEISE),
                "transform": [{"filter": "isValid(datum.leer)"}],
                "encoding": {"y": y, "x": {"datum": 0}, "text": {"field": "leer", "type": "nominal"}},
            },
        ],
        {"step": 34},
    )
