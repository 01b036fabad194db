"""Reports to the council: their list, and the fixed files of closed ones, copied and never made again."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from macros.ausgabe.kontext import Bau, Kontext
from macros.ausgabe.seite import Datei

DATEIARTEN = {
    "pdf": "Der Bericht, barrierefrei (PDF/UA) und archivfähig (PDF/A)",
    "docx": "Der Bericht als Word-Datei",
    "json": "Abzug der Daten, auf denen der Bericht beruht; der nächste Bericht vergleicht damit",
}
"""Ending of a report's file -> what is in it."""


def berichte(k: Kontext) -> Markup:
    """All reports, newest first; says so where none is closed yet."""
    return k.rendere("bausteine/berichte.html", berichte=list(reversed(list(k.plan.berichte.values()))))


def berichtsdateien(bau: Bau) -> Iterator[Datei]:
    """The files of closed reports below their pages, to the byte."""
    for b in bau.plan.berichte.values():
        for datei in b.dateien:
            yield Datei(f"{b.SAMMLUNG.ort(b.id)}{datei.name}", bau.plan.beilagen[f"berichte/{datei.name}"])
