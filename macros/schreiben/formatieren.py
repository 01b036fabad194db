"""Brings the files of a data folder into their canonical form."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from macros.laden.csv_streng import GROESSE
from macros.laden.rohdatei import NichtGelesen, einwand, lies_roh, unlesbar
from macros.laden.rohtext import lies_text
from macros.laden.yaml_streng import lies_yaml
from macros.modell.befund import Befund
from macros.modell.gemeinde import Gemeinde
from macros.modell.plan import SAMMLUNGEN
from macros.schreiben.kanonisch import als_csv, als_yaml, lies_zellen

_MENDET_SICH = frozenset({"bom", "zeilenende", "fremdzeichen"})


def formatiere(ordner: Path, anzeige: str | None = None) -> tuple[dict[Path, str], list[Befund]]:
    """New text of every file that is not canonical, and findings for files that cannot be read.

    Nothing is written. A file with a finding keeps its form: what cannot be read cannot be rewritten safely.
    """
    neu: dict[Path, str] = {}
    befunde: list[Befund] = []
    for pfad, typ in datendateien(ordner):
        datei = f"{anzeige or ordner.as_posix()}/{pfad.relative_to(ordner).as_posix()}"
        try:
            roh = lies_roh(pfad, ordner, GROESSE)
        except NichtGelesen as grund:
            befunde.append(unlesbar(datei, str(grund)))
            continue
        text, hindernisse = _yaml(roh, datei, typ) if typ else _csv(roh, datei)
        befunde += hindernisse
        if text is not None and text.encode() != roh:
            neu[pfad] = text
    return neu, befunde


def datendateien(ordner: Path) -> Iterator[tuple[Path, type[BaseModel] | None]]:
    """Every data file with its record type; None for a table."""
    if (ordner / "gemeinde.yaml").is_file():
        yield ordner / "gemeinde.yaml", Gemeinde
    for name, typ in SAMMLUNGEN.items():
        if einwand(ordner / name, ordner, "ordner"):
            continue
        for pfad in sorted((ordner / name).glob("*.yaml")):
            yield pfad, typ
        for pfad in sorted((ordner / name).glob("*.csv")):
            yield pfad, None


def _yaml(roh: bytes, datei: str, typ: type[BaseModel]) -> tuple[str | None, list[Befund]]:
    inhalt = lies_yaml(roh, datei)
    hindernisse = [b for b in inhalt.befunde if b.regel not in _MENDET_SICH]
    if hindernisse or not isinstance(inhalt.daten, dict):
        return None, hindernisse
    try:
        return als_yaml(inhalt.daten, typ), []
    except ValueError as fehler:
        return None, [Befund(datei, 1, "", "yaml", str(fehler))]


def _csv(roh: bytes, datei: str) -> tuple[str | None, list[Befund]]:
    text, befunde = lies_text(roh, datei, GROESSE)
    hindernisse = [b for b in befunde if b.regel not in _MENDET_SICH]
    if hindernisse:
        return None, hindernisse
    try:
        return als_csv(lies_zellen(text)), []
    except csv.Error:
        return None, [
            Befund(datei, 1, "", "csv", "Die Tabelle ist kein gültiges CSV.", "Die Anführungszeichen prüfen.")
        ]
