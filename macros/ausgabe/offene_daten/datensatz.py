"""An indicator as a schema.org `Dataset`, so that search engines for data find it."""

from __future__ import annotations

import json

from markupsafe import Markup

from macros.ausgabe.kontext import Bau
from macros.modell.indikator import Indikator
from macros.modell.jsonwert import Json, JsonObjekt
from macros.modell.plan import Plan
from macros.sichten.reihen import Reihe, reihe
from macros.sichten.tage import eingetragen_am


def datensatz_jsonld(bau: Bau, i: Indikator) -> JsonObjekt:
    """The description of one data page; addresses are left out while the site has none."""
    plan, g, adresse = bau.plan, bau.plan.gemeinde, bau.adresse
    r = reihe(plan, i.id)
    zeiten = r.zeiten
    beschreibung: JsonObjekt = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"{i.name} ({g.name})",
        "description": i.definition,
        "inLanguage": "de",
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": g.urheber},
        "spatialCoverage": {"@type": "Place", "name": f"{g.name}, {g.kreis}, {g.land}"},
        "variableMeasured": {"@type": "PropertyValue", "name": i.name, "unitText": i.einheit.bezeichnung},
        "isBasedOn": _quellen(plan, i, r),
        "keywords": [i.themenfeld, g.titel],
    }
    if g.lizenz_url:
        beschreibung["license"] = g.lizenz_url
    if am := eingetragen_am(plan.kennzahlen.get(i.id, ())):
        beschreibung["dateModified"] = am.isoformat()
    if zeiten:
        beschreibung["temporalCoverage"] = f"{zeiten[0].beginn.isoformat()}/{zeiten[-1].ende.isoformat()}"
    if i.methodenhinweise:
        beschreibung["measurementTechnique"] = i.methodenhinweise
    if adresse:
        beschreibung["url"] = f"{adresse}monitoring/{i.id}/"
        beschreibung["distribution"] = [
            {
                "@type": "DataDownload",
                "encodingFormat": typ,
                "contentUrl": f"{adresse}daten/indikatoren/{i.id}.{endung}",
            }
            for endung, typ in (("csv", "text/csv"), ("json", "application/json"))
        ]
    return beschreibung


def _quellen(plan: Plan, i: Indikator, r: Reihe) -> Json:
    """What the figures rest on: an address where a source has one, else its name; a list where there are several."""
    alle = [q for s in r.stichtage for q in r.quellen.get(s, ()) if q.name]
    adressen = [(plan.quellen[q.kennung].url if q.kennung else None) or q.name for q in dict.fromkeys(alle)]
    satz = plan.quellen[i.quelle]
    worte: list[Json] = [*dict.fromkeys(adressen or [satz.url or satz.bezeichnung])]
    return worte[0] if len(worte) == 1 else worte


def als_skript(daten: JsonObjekt) -> Markup:
    """JSON as the content of a data block; nothing in it can end the block."""
    text = json.dumps(daten, ensure_ascii=False, separators=(",", ":"))
    for zeichen in "<>&":
        text = text.replace(zeichen, f"\\u{ord(zeichen):04x}")
    return Markup(text)  # noqa: S704 (escaped above for a script element)
