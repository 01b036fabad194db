"""What the theme's frame shows on every page: town, edition, licence, feedback."""

from __future__ import annotations

from macros.modell.jsonwert import JsonObjekt
from macros.modell.plan import Plan
from macros.sichten.fassungen import aktuelle_fassung


def rahmen(plan: Plan) -> JsonObjekt:
    """Values for `config.extra`; a missing value is an empty text."""
    g, fassung = plan.gemeinde, aktuelle_fassung(plan)
    return {
        "gemeinde": {
            "name": g.name,
            "bezeichnung": g.bezeichnung or g.name,
            "website": g.website,
            "lizenz": g.lizenz_daten,
            "lizenz_url": g.lizenz_url,
            "rueckmeldung": g.rueckmeldung or "",
            "repository": g.repository or "",
            "fassung_titel": fassung.titel if fassung else "",
            "fassung_jahr": fassung.jahr if fassung else "",
        }
    }
