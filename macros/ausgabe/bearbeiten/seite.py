"""The page on which editors change data in the browser: a page of its own, with a policy of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator

from macros.ausgabe.bearbeiten.einstellungen import einstellungen
from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.kopfzeilen import BEARBEITEN, bearbeitungsrichtlinie
from macros.ausgabe.seite import Datei

OBERFLAECHE = "assets/sveltia"
SKRIPT = f"{OBERFLAECHE}/sveltia-cms.js"


def bearbeitungsseite(bau: Bau) -> Iterator[Datei]:
    """The page, and its configuration; where the data name no repository the page says what to set up."""
    k, g = Kontext(bau, BEARBEITEN), bau.plan.gemeinde
    html = k.rendere(
        "seiten/bearbeiten.html",
        richtlinie=bearbeitungsrichtlinie(g),
        skript=k.weg(SKRIPT) if g.repository else "",
    )
    yield Datei(f"{BEARBEITEN}index.html", str(html))
    if g.repository:
        yield Datei(f"{BEARBEITEN}config.json", json.dumps(einstellungen(bau), ensure_ascii=False, indent=1) + "\n")
