"""What the theme's frame shows on every page: town, edition, licence, feedback, languages."""

from __future__ import annotations

from macros.ausgabe.kontext import Bau
from macros.ausgabe.kopfzeilen import RICHTLINIE
from macros.ausgabe.seiten.sprachteile import anker
from macros.deutsch.kalender import tag_lang
from macros.modell.jsonwert import JsonObjekt


def datenstand(bau: Bau) -> str:
    """The day that the data themselves name last, and what it is the day of: of an entry, else of a figure."""
    if bau.neuester_eintrag:
        return f"Neuester Eintrag der Daten: {tag_lang(bau.neuester_eintrag)}"
    return f"Neueste Zahl der Daten: {bau.neueste_zahl.bezeichnung}" if bau.neueste_zahl else ""


def rahmen(bau: Bau) -> JsonObjekt:
    """Values for `config.extra`; a missing value is an empty text."""
    g, fassung = bau.plan.gemeinde, bau.fassung
    return {
        "gemeinde": {
            "herausgeber": g.herausgeber or "",
            "lizenz": g.lizenz_daten or "",
            "lizenz_url": g.lizenz_url or "",
            "rueckmeldung": g.rueckmeldung or "",
            "repository": g.repository or "",
            "urheber": g.urheber,
            "fassung_titel": fassung.titel if fassung else "",
            "textart": fassung.textart if fassung else "",
            "datenstand": datenstand(bau),
            "ohne_pdf": not bau.mit_pdf,
        },
        "kopf_sprachen": [
            {
                "name": s.eigenname,
                "code": s.code,
                "richtung": s.richtung.value,
                "adresse": f"sprachen/{s.id}/",
                "anker": {**anker(bau.plan, s)},
                "angebot": s.rahmen.angebot if s.rahmen else "",
            }
            for s in bau.plan.sprachen.values()
        ],
        "richtlinie": RICHTLINIE,
    }
