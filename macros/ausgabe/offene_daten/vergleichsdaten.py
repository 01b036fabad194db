"""What a reader needs to set indicators beside each other: their leading figures over time, and what they mean."""

from __future__ import annotations

import json

from macros.ausgabe.kontext import Bau
from macros.ausgabe.offene_daten.erkundungsdaten import zahl_und_worte
from macros.ausgabe.seite import Datei
from macros.ausgabe.worte.quellenangabe import quellenangabe
from macros.modell.auswahlen import Periodizitaet
from macros.modell.einheit import Einheit
from macros.modell.jsonwert import JsonObjekt
from macros.sichten.reihen import Reihe, gruppenname
from macros.sichten.vergleichbarkeit import gezeigte_gruppen

ADRESSE = "daten/diagramme/vergleich.json"


def vergleichsdatei(bau: Bau) -> Datei:
    """The file with all of them."""
    inhalt = {r.indikator.id: _eintrag(bau, r) for reihen in bau.vergleichbare.values() for r in reihen}
    return Datei(ADRESSE, json.dumps(inhalt, ensure_ascii=False, separators=(",", ":")))


def _eintrag(bau: Bau, r: Reihe) -> JsonObjekt:
    i = r.indikator
    gruppen = gezeigte_gruppen(r)
    return {
        "name": i.name,
        "zeitwort": r.zeitwort,
        "einheit": "%" if i.einheit == Einheit.PROZENT else i.einheit.bezeichnung,
        "prozent": i.einheit == Einheit.PROZENT,
        "stellen": i.nachkommastellen,
        "definition": i.definition,
        "quelle": quellenangabe(bau.plan, r, r.zeiten),
        "adresse": f"monitoring/{i.id}/",
        "bruch": i.bruch.ab.ende.toordinal() if i.bruch else 0,
        "luecke": 550 if i.periodizitaet in (Periodizitaet.JAEHRLICH, Periodizitaet.SCHULJAHR) else 0,
        "gruppen": [gruppenname(g, r.dimensionen) if len(gruppen) > 1 else "" for g in gruppen],
        "zahlen": [
            [n, k.stichtag.bezeichnung, k.stichtag.ende.toordinal(), *zahl_und_worte(i, k)]
            for n, g in enumerate(gruppen)
            for k in r.verlauf(g)
        ],
    }
