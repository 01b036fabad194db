"""The frame of a page in another language: its words in that language, the whole page in its direction."""

from __future__ import annotations

import re
from html import escape

from macros.ausgabe.seiten.theme_html import SPRUNGWORT
from macros.modell.jsonwert import JsonObjekt
from macros.modell.sprache import Sprache

_HTML = re.compile(r'<html lang="[^"]*"')
_BODY = re.compile(r'<body dir="[^"]*"')
_NEUES_HTML = '<html lang="{}" dir="{}"'
_SPRUNG, _DEUTSCHER_SPRUNG = ">{}</a>", ' lang="de" dir="ltr">{}</a>'
_MENUE = {
    "": "start", ".": "start", "konzept": "konzept", "herausforderungen": "herausforderungen", "massnahmen": "massnahmen",
    "umsetzung": "umsetzung", "monitoring": "monitoring", "betrifft-mich": "betrifft", "sprachen": "weiteres",
}  # fmt: skip
"""First part of an entry's address -> the word for it."""
_UNTERMENUE = {
    "konzept": "das_konzept", "umsetzung": "umsetzungsstand", "monitoring": "zahlen", "monitoring/vergleichen": "vergleichen",
    **{ort: ort for ort in ("handlungsfelder", "glossar", "quellen", "fassungen", "berichte", "datenqualitaet",
                            "zielgruppen", "akteure", "gebaerden", "sammelmappe", "redaktion")},
}  # fmt: skip
_SCHON_DA = {
    "aenderungen": "aenderungen", "betrifft-mich": "betrifft", "sprachen": "sprachen", "downloads": "downloads",
    "ueber/impressum": "impressum", "ueber/datenschutz": "datenschutz", "ueber/barrierefreiheit": "barrierefreiheit",
}  # fmt: skip
"""Address of a page below an area -> its word; of some the frame has the word already."""


def rahmenworte(s: Sprache | None) -> JsonObjekt | None:
    """What the templates of the theme ask for; None on a German page, no words where the language has none."""
    if s is None:
        return None
    worte: JsonObjekt = {**s.rahmen.model_dump(mode="json")} if s.rahmen else {}
    mehr: JsonObjekt = {**s.rahmen.menueworte.model_dump(mode="json")} if s.rahmen and s.rahmen.menueworte else {}
    return {
        "code": s.code,
        "eigenname": s.eigenname,
        "richtung": s.richtung.value,
        "worte": worte,
        "menue": {ort: str(worte[wort]) for ort, wort in _MENUE.items()} if worte else {},
        "untermenue": {
            ort: str(von[wort])
            for woher, von in ((_SCHON_DA, worte), (_UNTERMENUE, mehr))
            for ort, wort in woher.items()
            if von
        },
        "mehr": mehr,
    }


def fremde_seite(html: str, s: Sprache) -> str:
    """A finished page that says which language it is in, and in which direction that runs."""
    html = _HTML.sub(_NEUES_HTML.format(escape(s.code), s.richtung.value), html, count=1)
    html = _BODY.sub("<body", html, count=1)
    neu = _SPRUNG.format(escape(s.rahmen.zum_inhalt)) if s.rahmen else _DEUTSCHER_SPRUNG.format(SPRUNGWORT)
    return html.replace(_SPRUNG.format(SPRUNGWORT), neu, 1)
