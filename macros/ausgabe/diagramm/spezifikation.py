"""A picture as a Vega-Lite specification that stands alone: the page's marks, with colours, title, legend and source."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from macros.ausgabe.diagramm.aufbau import inhalt_von
from macros.ausgabe.diagramm.bilddaten import vorbereitet
from macros.ausgabe.diagramm.familie import Diagrammfamilie
from macros.ausgabe.diagramm.familien import familien
from macros.ausgabe.diagramm.farbmarken import MARKE, festfarbe
from macros.ausgabe.diagramm.text import bildtext
from macros.ausgabe.diagramm.zeichnen import ZAHLEN, spezifiziere
from macros.diagramme.beschriftung import umbrich
from macros.diagramme.gestalt import BREIT
from macros.modell.jsonwert import JsonObjekt
from macros.sichten.bild import Bild

_TITEL = 16
_UNTERTITEL = 11


def veroeffentlicht(bild: Bild, angaben: Mapping[str, str], ablage: Path | None = None) -> JsonObjekt:
    """The specification of the wide picture; `angaben` (source, licence …) stand under its title and in `usermeta`."""
    familie = familien()[bild.familie]
    fertiges = vorbereitet(bild, familie)
    text = spezifiziere(inhalt_von(fertiges, BREIT), partial(familie.chart, fertiges, BREIT), ablage)
    kern = json.loads(MARKE.sub(lambda treffer: festfarbe(treffer[0]), text))
    if legende := _legende(fertiges, familie):
        for ebene in kern["layer"]:
            if (farbe := ebene.get("encoding", {}).get("color")) and "scale" in farbe:
                farbe["legend"] = legende
    kern["config"] = {**kern["config"], "locale": {"number": ZAHLEN}}
    unter = [z for wert in angaben.values() for z in umbrich(wert, BREIT.breite, _UNTERTITEL)]
    return {
        "$schema": kern.pop("$schema"),
        "title": {
            "text": umbrich(bild.titel, BREIT.breite * 0.95, _TITEL),
            "subtitle": unter,
            "anchor": "start",
            "fontSize": _TITEL,
            "subtitleFontSize": _UNTERTITEL,
            "offset": 14,
        },
        "description": bildtext(fertiges, familie),
        "usermeta": dict(angaben),
        **kern,
        "padding": 12,
        "background": "white",
    }


def _legende(bild: Bild, familie: Diagrammfamilie) -> dict[str, Any] | None:
    """The legend of the colours; none where there is one series, or where the picture carries the names itself."""
    if len(bild.reihen) < 2 or familie.traegt_namen(bild):
        return None
    namen: dict[str, list[str]] = {}
    for name in familie.folge(bild):
        namen.setdefault(str(familie.nummern(bild)[name]), []).append(name)
    return {
        "title": None,
        "orient": "top",
        "columns": _spalten(list(namen.values())),
        "values": [int(n) for n in namen],
        "labelLimit": BREIT.breite,
        "labelExpr": f"({json.dumps({n: ' / '.join(teile) for n, teile in namen.items()}, ensure_ascii=False)})[datum.label]",
    }


def _spalten(namen: Sequence[Sequence[str]]) -> int:
    """As many entries beside each other as the longest of them allows."""
    laengste = max(len(" / ".join(teile)) for teile in namen)
    return max(1, min(len(namen), BREIT.breite // (laengste * 7 + 40)))
