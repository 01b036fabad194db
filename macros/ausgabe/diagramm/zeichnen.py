"""Chart -> specification and raw SVG, once per content: what was made before is read back from a cache."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import altair as alt

from macros import diagramme, haus
from macros.ausgabe import worte

ABLAGE = haus.ablage("diagramme")
ZAHLEN: dict[str, str | list[int] | list[str]] = {
    "decimal": ",",
    "thousands": ".",
    "grouping": [3],
    "currency": ["", " €"],
    "minus": "−",
}
_PAKETE = ("altair", "vl-convert-python")


def _herkunft() -> str:
    """What decides besides its content how a chart looks: the code of the charts, of their words and of its renderers."""
    orte = (Path(diagramme.__file__).parent, Path(__file__).parent, Path(worte.__file__).parent)
    quellen = b"".join(datei.read_bytes() for ort in orte for datei in sorted(ort.rglob("*.py")))
    return " ".join([*(f"{p} {version(p)}" for p in _PAKETE), hashlib.sha256(quellen).hexdigest()])


# Read when this module is loaded: later the files may be newer than the code that draws.
_HERKUNFT = _herkunft()


def zeichne(inhalt: str, chart: Callable[[], alt.LayerChart], ablage: Path | None = None) -> str:
    """The SVG of a chart with German numbers; built and drawn only when its content or its code is new.

    `inhalt` says everything the chart depends on; building the chart costs as much as drawing it.
    """
    return einmal(inhalt, "svg", ("<svg", "</svg>"), lambda: _rechne(spezifiziere(inhalt, chart, ablage)), ablage)


def spezifiziere(inhalt: str, chart: Callable[[], alt.LayerChart], ablage: Path | None = None) -> str:
    """The Vega-Lite specification of a chart as JSON, as `zeichne` draws it; built once per content."""
    # Built by our own code from checked data: altair's validation would cost more than the drawing.
    return einmal(inhalt, "json", ("{", "}"), lambda: json.dumps(chart().to_dict(validate=False)), ablage)


def einmal(inhalt: str, endung: str, rahmen: tuple[str, str], mache: Callable[[], str], ablage: Path | None) -> str:
    """What was made of this content before, whole; else what `mache` makes of it now."""
    schluessel = hashlib.sha256(f"{_HERKUNFT}\n{inhalt}".encode()).hexdigest()[:32]
    datei = (ablage or ABLAGE) / f"{schluessel}.{endung}"
    try:
        gelesen = datei.read_text(encoding="utf-8")
        if gelesen.startswith(rahmen[0]) and gelesen.endswith(rahmen[1]):
            return gelesen
    except (OSError, UnicodeDecodeError):
        pass
    gemacht = mache()
    _lege_ab(datei, gemacht)
    return gemacht


def _rechne(spezifikation: str) -> str:
    import vl_convert  # Starting its engine takes half a second, which a build from the cache need not pay.

    return str(vl_convert.vegalite_to_svg(json.loads(spezifikation), format_locale=ZAHLEN, allowed_base_urls=[]))


def _lege_ab(datei: Path, inhalt: str) -> None:
    """Writes whole or not at all; a cache that cannot be written is no reason to fail."""
    try:
        datei.parent.mkdir(parents=True, exist_ok=True)
        griff, name = tempfile.mkstemp(dir=datei.parent, suffix=".neu")
        with os.fdopen(griff, "wb") as ziel:
            ziel.write(inhalt.encode())
        Path(name).replace(datei)
    except OSError:
        return
