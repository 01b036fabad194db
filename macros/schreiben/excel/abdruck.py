"""The hidden fingerprint of an export: what every row said, so that only what a person changed is taken over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from macros.eingabe.text import glatt
from macros.modell.jsonwert import Json, lies_json
from macros.schreiben.excel.blaetter import Blattart
from macros.schreiben.excel.zeilen import Blattstelle, Blattzeile

BLATT = "_Abdruck"
_MARKE = "Integrationskonzept-Mappe 1"
_LANG = 120


class KeinAbdruck(Exception):
    """The workbook does not come from an export, or its fingerprint is damaged."""


@dataclass(frozen=True)
class Abdruck:
    """Town of the export, and the condensed values of every exported row."""

    gemeinde: str
    zeilen: dict[Blattstelle, dict[str, str]]
    runde: str = ""
    """Of a reporting round: its name and the part of it, „2027-02-28/amt“."""

    def gleich(self, schluessel: Blattstelle, spalte: str, wert: str) -> bool:
        """True when a column of a row held this value at the time of the export."""
        return self.zeilen[schluessel].get(spalte, "") == verdichte(wert)


def verdichte(wert: str) -> str:
    """A value in short, for comparing: long texts as their hash."""
    wert = glatt(wert)
    return wert if len(wert) <= _LANG else f"sha256:{sha256(wert.encode()).hexdigest()}"


def als_tabelle(gemeinde: str, zeilen: Iterable[tuple[Blattart, Blattzeile]], runde: str = "") -> list[list[str]]:
    """The rows of the hidden sheet; rows that only wait for a figure leave no print."""
    inhalt = [
        [art.value, _json(list(z.schluessel)), _json({k: verdichte(w) for k, w in z.werte.items() if w})]
        for art, z in zeilen
        if not z.vorbereitet
    ]
    return [[_MARKE, gemeinde, _pruefsumme(inhalt), *([runde] if runde else [])], *inhalt]


def aus_tabelle(tabelle: Sequence[Sequence[object]]) -> Abdruck:
    """Reads the hidden sheet back; raises KeinAbdruck."""
    inhalt = [[str(zelle) for zelle in zeile[:3]] for zeile in tabelle[1:] if any(z is not None for z in zeile)]
    if not tabelle or len(tabelle[0]) < 3 or tabelle[0][0] != _MARKE or tabelle[0][2] != _pruefsumme(inhalt):
        raise KeinAbdruck
    try:
        zeilen = {(Blattart(a), tuple(lies_json(s))): dict(lies_json(w)) for a, s, w in inhalt}
    except (ValueError, TypeError) as fehler:
        raise KeinAbdruck from fehler
    runde = tabelle[0][3] if len(tabelle[0]) > 3 else None
    return Abdruck(str(tabelle[0][1]), zeilen, str(runde or ""))


def mit_werten(tabelle: Sequence[Sequence[str]], werte: Iterable[tuple[Blattstelle, str, str]]) -> list[list[str]]:
    """The rows of the hidden sheet, where cells (row, column, value) said something else."""
    kopf, *zeilen = tabelle
    inhalt = {(a, s): dict(lies_json(w)) for a, s, w in zeilen if a}
    for (art, schluessel), spalte, wert in werte:
        inhalt.setdefault((art.value, _json(list(schluessel))), {})[spalte] = verdichte(wert)
    neu = [[a, s, _json({k: w for k, w in je.items() if w})] for (a, s), je in inhalt.items()]
    return [[kopf[0], kopf[1], _pruefsumme(neu)], *neu]


def _json(wert: Json) -> str:
    return json.dumps(wert, ensure_ascii=False, separators=(",", ":"))


def _pruefsumme(inhalt: list[list[str]]) -> str:
    return sha256("\n".join("\t".join(zeile) for zeile in inhalt).encode()).hexdigest()
