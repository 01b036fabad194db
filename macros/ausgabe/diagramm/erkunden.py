"""The charts that a reader explores, compiled to Vega at build: the compiler need not travel."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.ausgabe.diagramm.zeichnen import ZAHLEN, einmal
from macros.diagramme.erkunden import SPALTEN, bauplaene

ADRESSE = "assets/vega/bauplaene.json"
_ZEILE = 14
"""Height of a line of a name beside bars, as Vega sets it."""


def uebersetzte_bauplaene(ablage: Path | None = None) -> str:
    """Name -> Vega specification, as JSON; the same for every indicator, made once."""
    plaene = bauplaene()
    return einmal(repr(plaene), "json", ("{", "}"), lambda: json.dumps(_uebersetzt(dict(plaene))), ablage)


def _uebersetzt(plaene: dict[str, Any]) -> dict[str, Any]:
    import vl_convert

    return {name: _mit_signalen(json.loads(json.dumps(vl_convert.vegalite_to_vega(p)))) for name, p in plaene.items()}


def _mit_signalen(vega: dict[str, Any]) -> dict[str, Any]:
    """What Vega-Lite takes for fixed but a reader's window decides: columns, width and height of a tile; and German numbers."""
    vega["layout"]["columns"] = {"signal": "spalten"}
    for signal in vega["signals"]:
        if signal["name"] == "child_width":
            signal.pop("value", None)
            signal["update"] = "weite"
        elif signal["name"] == "child_height" and "value" in signal:
            signal.pop("value")
            signal["update"] = "hoehe"
        elif signal["name"] == "y_step":
            signal.pop("value")
            signal["update"] = "schritt"
    # A wrapped layout counts rows and columns when it is compiled; here the window decides.
    for daten in vega["data"]:
        for schritt in daten.get("transform", ()):
            if schritt["type"] == "sequence":
                schritt["stop"]["signal"] = schritt["stop"]["signal"].replace(f" {SPALTEN})", " spalten)")
    for skala in vega["scales"]:
        if skala["type"] == "band":
            skala["domain"] = {"signal": "achsen" if skala["name"] == "y" else "reihen"}
    for achse in (a for marke in vega["marks"] for a in marke.get("axes", ())):
        text = achse.get("encode", {}).get("labels", {}).get("update", {})
        if "split" in str(text):
            # Names of several lines stand beside the middle of their row, not below it.
            text["dy"] = {"signal": f"-{_ZEILE / 2} * (length(split(datum.value, '\\n')) - 1)"}
    vega["config"] = {**vega.get("config", {}), "locale": {"number": ZAHLEN, "time": None}}
    vega["config"]["locale"].pop("time")
    return vega
