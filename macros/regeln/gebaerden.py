"""Rules on videos in German Sign Language: their files are there, are what they say, and are not too large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from macros.deutsch.saetze import aufzaehlung
from macros.modell.befund import Befund, Schwere, melde
from macros.modell.gebaerdenvideo import PFLICHT, Gebaerdenvideo
from macros.modell.plan import Plan
from macros.regeln.register import regel

GROSS = 15_000_000
"""Bytes above which a film takes long on a phone; more than 30 MB are not read at all."""
_ANFANG = {
    "mp4": re.compile(rb"\A.{4}ftyp", re.S),
    "webm": re.compile(rb"\A\x1a\x45\xdf\xa3"),
    "vtt": re.compile(rb"\A(?:\xef\xbb\xbf)?WEBVTT[\s\S]*-->"),
    "jpg": re.compile(rb"\A\xff\xd8\xff"),
    "png": re.compile(rb"\A\x89PNG\r\n"),
}
"""How a file of a kind begins; one with captions also holds at least one of them."""


@regel
def gebaerdenvideo(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A video has its film, its captions and its picture beside it, each of its kind, and the film is not too large."""
    for v in plan.gebaerden.values():
        for feld, name in v.dateien:
            yield from _datei(plan, v, feld, name)
    genannt = {name for v in plan.gebaerden.values() for _, name in v.dateien}
    for name in sorted(n for n in plan.beilagen if n.startswith("gebaerden/") and n not in genannt):
        if plan.ist_ganz("gebaerden"):
            ort = plan.ort("beilagen", name)
            yield melde(
                ort, "", "gebaerdenvideo", "Diese Datei gehört zu keinem Video.", "Löschen oder bei ihrem Video nennen."
            )


def _datei(plan: Plan, v: Gebaerdenvideo, feld: str, name: str) -> Iterator[Befund]:
    ort, inhalt, endung = plan.ort("gebaerden", v.id, feld), plan.beilagen.get(name), name.rsplit(".", 1)[1]
    if inhalt is None:
        text = f"Die Datei {name} fehlt oder ließ sich nicht lesen."
        yield melde(ort, feld, "gebaerdenvideo", text, "Die Datei neben diesen Datensatz legen, höchstens 30 MB groß.")
    elif not _ANFANG[endung].match(inhalt):
        was = "enthält keine Untertitel" if endung == "vtt" else f"ist keine Datei der Art {endung}"
        rat = "Als WebVTT mit Zeiten speichern." if endung == "vtt" else "Den Film oder das Bild neu ausgeben."
        yield melde(ort, feld, "gebaerdenvideo", f"Die Datei {name} {was}.", rat)
    elif feld == "film" and len(inhalt) > GROSS:
        text = f"Der Film hat {len(inhalt) // 1_000_000} MB; am Handy dauert das lange und kostet Geld."
        rat = f"Kleiner ausgeben, höchstens {GROSS // 1_000_000} MB, zum Beispiel mit 720 Bildzeilen."
        yield melde(ort, feld, "gebaerdenvideo", text, rat, Schwere.WARNUNG)


@regel
def gebaerden_themen(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Whoever shows videos explains in them what the law names (BITV 2.0, § 4); without any, the site says so itself."""
    if plan.gebaerden and plan.ist_ganz("gebaerden"):
        da = {t for v in plan.gebaerden.values() for t in v.themen}
        if fehlt := [t.bezeichnung for t in PFLICHT if t not in da]:
            erstes = next(iter(plan.gebaerden.values()))
            yield melde(
                plan.ort("gebaerden", erstes.id, "themen"),
                "themen",
                "gebaerden-themen",
                f"Noch ohne Video in Gebärdensprache: {aufzaehlung(fehlt)}.",
                "Auch dazu ein Video aufnehmen.",
                Schwere.HINWEIS,
            )
