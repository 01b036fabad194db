"""The catalogues of the open data: a Frictionless Data Package and DCAT-AP.de."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from macros.ausgabe.kontext import Bau
from macros.ausgabe.offene_daten.diagrammdateien import Bilddatei, bilddateien
from macros.ausgabe.offene_daten.tabellen import Tabelle
from macros.ausgabe.worte.zahlenquellen import quellennamen
from macros.deutsch.buchstaben import kennung
from macros.modell.auswahlen import Periodizitaet
from macros.modell.gemeinde import Gemeinde
from macros.modell.indikator import Indikator
from macros.modell.jsonwert import JsonObjekt
from macros.sichten.reihen import reihe
from macros.sichten.tage import eingetragen_am

_EU = "http://publications.europa.eu/resource/authority"
_DCATDE = "http://dcat-ap.de/def"
_HAEUFIGKEIT = {
    Periodizitaet.JAEHRLICH: "ANNUAL",
    Periodizitaet.SCHULJAHR: "ANNUAL",
    Periodizitaet.ZWEIJAEHRLICH: "BIENNIAL",
    Periodizitaet.EINMALIG: "NEVER",
    Periodizitaet.UNREGELMAESSIG: "IRREG",
}


def lizenzname(g: Gemeinde) -> str:
    """The licence as an identifier: „CC BY 4.0“ -> „CC-BY-4.0“."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", g.lizenz_daten or "").strip("-")


def datapackage(bau: Bau, tabellen: Sequence[Tabelle], reihen: Iterable[Tabelle]) -> JsonObjekt:
    """`daten/datapackage.json`: every CSV with its columns, types, keys and references (Data Package v1)."""
    g = bau.plan.gemeinde
    bekannt = {t.name for t in tabellen}
    beschreibung: JsonObjekt = {
        "profile": "data-package",
        "name": kennung(g.titel),
        "title": g.titel,
        "description": f"{g.untertitel} Texte, die ein Rechenblatt als Formel lesen würde, beginnen mit einem Apostroph.",
        "contributors": [{"title": g.urheber, "role": "publisher"}],
        "resources": [
            *(_ressource(t, f"{t.name}.csv", t.name, bekannt) for t in tabellen),
            *(_ressource(t, f"indikatoren/{t.name}.csv", f"indikator-{t.name}", bekannt) for t in reihen),
            *(_bauplan(b) for i in bau.plan.indikatoren for b in bilddateien(bau, i)),
        ],
    }
    if g.lizenz_daten:
        pfad = {"path": g.lizenz_url} if g.lizenz_url else {}
        beschreibung["licenses"] = [{"name": lizenzname(g), "title": g.lizenz_daten, **pfad}]
    if bau.adresse:
        beschreibung["homepage"] = bau.adresse
    return beschreibung


def _bauplan(b: Bilddatei) -> JsonObjekt:
    return {
        "profile": "data-resource",
        "name": f"diagramm-{b.name}",
        "path": b.spezifikation.removeprefix("daten/"),
        "title": f"Diagramm: {b.diagramm.titel}",
        "description": "Bauplan des Diagramms als Vega-Lite, mit den Zahlen darin.",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }


def _ressource(t: Tabelle, pfad: str, name: str, bekannt: set[str]) -> JsonObjekt:
    felder: list[JsonObjekt] = []
    for s in t.spalten:
        feld: JsonObjekt = {"name": s.name, "type": s.art, "description": s.beschreibung}
        if s.titel:
            feld["title"] = s.titel
        if s.werte:
            feld["constraints"] = {"enum": list(s.werte)}
        felder.append(feld)
    schema: JsonObjekt = {"fields": felder, "primaryKey": list(t.schluessel)}
    verweise: list[JsonObjekt] = [
        {"fields": s.name, "reference": {"resource": s.ziel, "fields": "id"}}
        for s in t.spalten
        if s.ziel and s.ziel in bekannt and s.ziel != t.name
    ]
    if verweise:
        schema["foreignKeys"] = verweise
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": pfad,
        "title": t.titel,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def dcat(bau: Bau, tabellen: Sequence[Tabelle]) -> JsonObjekt:
    """`daten/dcat.jsonld`: a catalogue with one dataset for the concept and one per indicator."""
    g = bau.plan.gemeinde
    herausgeber: JsonObjekt = {"@type": "foaf:Organization", "foaf:name": g.urheber}
    gemeinsam: JsonObjekt = {
        "dct:publisher": herausgeber,
        "dct:language": {"@id": f"{_EU}/language/DEU"},
        "dcat:theme": {"@id": f"{_EU}/data-theme/SOCI"},
        "dcatde:politicalGeocodingLevelURI": {"@id": f"{_DCATDE}/politicalGeocoding/Level/municipality"},
        "dcatde:politicalGeocodingURI": {"@id": f"{_DCATDE}/politicalGeocoding/municipalityKey/{g.ags}"},
    }
    konzept: JsonObjekt = {
        "@type": "dcat:Dataset",
        "@id": "#konzept",
        "dct:title": _text(f"{g.titel}: Herausforderungen, Ziele, Maßnahmen"),
        "dct:description": _text(g.untertitel),
        **gemeinsam,
        "dcat:landingPage": {"@id": _adresse(bau, "")},
        "dcat:distribution": [_datei(bau, f"daten/{t.name}.csv", "CSV", t.titel) for t in tabellen]
        + [_datei(bau, "daten/alles.json", "JSON", "Alle Daten in einer Datei")],
    }
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "dcatde": f"{_DCATDE}/dcatde/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@type": "dcat:Catalog",
        "@id": "#katalog",
        "dct:title": _text(g.titel),
        "dct:description": _text(g.untertitel),
        "dct:publisher": herausgeber,
        "dct:language": {"@id": f"{_EU}/language/DEU"},
        "foaf:homepage": {"@id": _adresse(bau, "")},
        "dcat:dataset": [konzept, *(_indikator(bau, i, gemeinsam) for i in bau.plan.indikatoren.values())],
    }


def _indikator(bau: Bau, i: Indikator, gemeinsam: JsonObjekt) -> JsonObjekt:
    zeiten = reihe(bau.plan, i.id).zeiten
    satz: JsonObjekt = {
        "@type": "dcat:Dataset",
        "@id": f"#{i.id}",
        "dct:title": _text(i.name),
        "dct:description": _text(i.definition),
        "dcat:keyword": [_text(i.themenfeld), _text(bau.plan.gemeinde.titel)],
        **gemeinsam,
        "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/{_HAEUFIGKEIT[i.periodizitaet]}"},
        "dcat:landingPage": {"@id": _adresse(bau, f"monitoring/{i.id}/")},
        "dct:source": _text("; ".join(quellennamen(reihe(bau.plan, i.id)) or [bau.plan.quellen[i.quelle].bezeichnung])),
        "dcat:distribution": [
            _datei(bau, f"daten/indikatoren/{i.id}.csv", "CSV", i.name),
            _datei(bau, f"daten/indikatoren/{i.id}.json", "JSON", i.name),
            *(
                _datei(bau, b.spezifikation, "JSON", f"Diagramm (Vega-Lite): {b.diagramm.titel}")
                for b in bilddateien(bau, i.id)
            ),
        ],
    }
    if am := eingetragen_am(bau.plan.kennzahlen.get(i.id, ())):
        satz["dct:modified"] = {"@type": "xsd:date", "@value": am.isoformat()}
    if zeiten:
        satz["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@type": "xsd:date", "@value": zeiten[0].beginn.isoformat()},
            "dcat:endDate": {"@type": "xsd:date", "@value": zeiten[-1].ende.isoformat()},
        }
    return satz


def _datei(bau: Bau, pfad: str, form: str, titel: str) -> JsonObjekt:
    g = bau.plan.gemeinde
    lizenz: JsonObjekt = {"dct:license": {"@id": adresse}} if (adresse := _lizenz(g)) else {}
    return {
        "@type": "dcat:Distribution",
        "dct:title": _text(titel),
        "dcat:accessURL": {"@id": _adresse(bau, pfad)},
        "dcat:downloadURL": {"@id": _adresse(bau, pfad)},
        "dct:format": {"@id": f"{_EU}/file-type/{form}"},
        "dcat:mediaType": {
            "@id": f"https://www.iana.org/assignments/media-types/{'text/csv' if form == 'CSV' else 'application/json'}"
        },
        **lizenz,
        "dcatde:licenseAttributionByText": g.urheber,
    }


def _lizenz(g: Gemeinde) -> str | None:
    """The licence in the list of DCAT-AP.de where it is one of Creative Commons, else its own address, if there is one."""
    if treffer := re.fullmatch(r"CC[ -](BY(?:-SA)?)[ -](4\.0|3\.0)", g.lizenz_daten or ""):
        return f"{_DCATDE}/licenses/cc-{treffer[1].lower()}/{treffer[2]}"
    return g.lizenz_url


def _text(text: str) -> JsonObjekt:
    return {"@language": "de", "@value": text}


def _adresse(bau: Bau, pfad: str) -> str:
    """Absolute where the site has an address, else relative to the catalogue in `daten/`."""
    return f"{bau.adresse}{pfad}" if bau.adresse else f"../{pfad}"
