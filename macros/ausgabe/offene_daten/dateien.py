"""Everything for download below `daten/`: CSV twice, JSON, the catalogues; addresses never change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from macros.ausgabe.kontext import Bau
from macros.ausgabe.offene_daten.diagrammdateien import diagrammdateien
from macros.ausgabe.offene_daten.formate import TABELLENFORMATE
from macros.ausgabe.offene_daten.katalog import datapackage, dcat
from macros.ausgabe.offene_daten.tabellen import Tabelle, reihentabelle, tabellen
from macros.ausgabe.seite import Datei
from macros.modell.indikator import Indikator
from macros.modell.jsonwert import JsonObjekt
from macros.modell.plan import SAMMLUNGEN


@dataclass(frozen=True, slots=True)
class Angebot:
    """One line of the download page: a table with its number of rows and its files below the root."""

    titel: str
    zeilen: int
    dateien: tuple[tuple[str, str], ...]


def datendateien(bau: Bau) -> Iterator[Datei]:
    """All generated files of the open data."""
    saetze = list(tabellen(bau.plan, bau.lagen))
    reihen = [reihentabelle(bau.plan, i) for i in bau.plan.indikatoren.values()]
    for ort, liste in (("daten", saetze), ("daten/indikatoren", reihen)):
        for t in liste:
            for f in TABELLENFORMATE:
                yield Datei(f"{ort}/{t.name}.{f.endung}", f.schreibe(t))
    for i, t in zip(bau.plan.indikatoren.values(), reihen, strict=True):
        yield Datei(f"daten/indikatoren/{i.id}.json", _json(indikator_json(i, t)))
    yield from diagrammdateien(bau)
    yield Datei("daten/datapackage.json", _json(datapackage(bau, saetze, reihen)))
    yield Datei("daten/dcat.jsonld", _json(dcat(bau, saetze)))
    yield Datei("daten/alles.json", _json(alles(bau, reihen)))


def indikator_json(i: Indikator, t: Tabelle) -> JsonObjekt:
    """An indicator with its record and its rows."""
    namen = [s.name for s in t.spalten]
    return {
        "indikator": i.model_dump(mode="json", exclude_none=True),
        "kennzahlen": [dict(zip(namen, zeile, strict=True)) for zeile in t.zeilen],
    }


def alles(bau: Bau, reihen: list[Tabelle]) -> JsonObjekt:
    """The whole Plan: every record as in its file, and the rows of every indicator, computed ones too."""
    saetze = {
        name: [satz.model_dump(mode="json", exclude_none=True) for satz in bau.plan.sammlung(name).values()]
        for name in SAMMLUNGEN
    }
    kennzahlen = {
        t.name: indikator_json(i, t)["kennzahlen"] for i, t in zip(bau.plan.indikatoren.values(), reihen, strict=True)
    }
    return {
        "gemeinde": bau.plan.gemeinde.model_dump(mode="json", exclude_none=True),
        **saetze,
        "kennzahlen": kennzahlen,
    }


def angebote(bau: Bau) -> tuple[list[Angebot], list[Angebot]]:
    """(tables of records, tables of figures) for the download page."""
    saetze = [Angebot(t.titel, len(t.zeilen), _dateien(f"daten/{t.name}")) for t in tabellen(bau.plan, bau.lagen)]
    reihen = [
        Angebot(t.titel, len(t.zeilen), reihendateien(i.id))
        for i in bau.plan.indikatoren.values()
        for t in (reihentabelle(bau.plan, i),)
    ]
    return saetze, reihen


def reihendateien(indikator: str) -> tuple[tuple[str, str], ...]:
    """(word, address) of every file with the figures of an indicator."""
    stamm = f"daten/indikatoren/{indikator}"
    return (*_dateien(stamm), ("JSON", f"{stamm}.json"))


def _dateien(stamm: str) -> tuple[tuple[str, str], ...]:
    return tuple((f.wort, f"{stamm}.{f.endung}") for f in TABELLENFORMATE)


def _json(daten: JsonObjekt) -> str:
    return json.dumps(daten, ensure_ascii=False, indent=1) + "\n"
