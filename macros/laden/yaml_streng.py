"""Strict YAML: text, lists and mappings only; every value keeps its line.

No anchors, aliases, tags, comments, second documents, double keys, null or deep nesting.
Scalars stay text (`NO`, `06412000`, `12:30`, `4.10`); the model converts them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from macros.laden.rohdaten import Rohsatz, Rohwert
from macros.laden.rohtext import lies_text
from macros.modell.befund import Befund, Ort
from macros.modell.plan import Pfad
from macros.modell.schreibweise import feldname

TIEFE = 12
HOECHSTENS = 200
"""Faults of one file that are told; more would say nothing new and take long."""
_NICHTS = frozenset({"", "~", "null", "Null", "NULL"})
_Parser: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass
class Dateiinhalt:
    """What a file holds: plain data, the line of every value, and what is wrong with its form."""

    daten: Rohwert | None = None
    zeilen: dict[Pfad, int] = field(default_factory=dict)
    texte_ab: dict[Pfad, int] = field(default_factory=dict)
    """The first line of every text that stands as a block, line for line."""
    befunde: list[Befund] = field(default_factory=list)


class _Abbruch(Exception):
    """The file cannot be read any further; a finding says why."""


def lies_yaml(roh: bytes, datei: str) -> Dateiinhalt:
    """Data and lines of one YAML file, or findings; never raises on bad input."""
    inhalt = Dateiinhalt()
    text, inhalt.befunde = lies_text(roh, datei)
    if inhalt.befunde and not text:
        return inhalt
    leser = _Yamlleser(datei, inhalt)
    try:
        inhalt.daten = leser.lies(text)
    except _Abbruch:
        pass  # a finding says why
    except (yaml.YAMLError, RecursionError) as fehler:
        zeile, vorschlag = leser.fehlerstelle(fehler)
        inhalt.befunde.append(Befund(datei, zeile, "", "yaml", "Die Datei ist kein gültiges YAML.", vorschlag))
    return inhalt


def _zeile(ereignis: Event) -> int:
    """Line of an event, from 1; the parser always sets the mark."""
    assert ereignis.start_mark is not None
    return ereignis.start_mark.line + 1


def _spanne(ereignis: Event) -> tuple[int, int]:
    """Where an event's text begins and ends in the file, in characters."""
    assert ereignis.start_mark is not None
    assert ereignis.end_mark is not None
    return (ereignis.start_mark.index, ereignis.end_mark.index)


class _Yamlleser:
    """Builds plain data from parser events and notes lines and faults on the way."""

    def __init__(self, datei: str, inhalt: Dateiinhalt) -> None:
        self.datei = datei
        self.inhalt = inhalt
        self.felder: list[tuple[int, int]] = []
        self.umbrochen: tuple[int, int] | None = None
        """First and last line of the newest text in quotes that goes over several."""

    def _melde(self, zeile: int, feld: Pfad, regel: str, text: str, vorschlag: str) -> None:
        if len(self.inhalt.befunde) == HOECHSTENS:
            zeile, feld, regel = 1, (), "groesse"
            text = f"In dieser Datei stimmt so viel nicht, dass nur die ersten {HOECHSTENS} Stellen genannt werden."
            vorschlag = "Erst diese berichtigen, dann noch einmal prüfen."
        elif len(self.inhalt.befunde) > HOECHSTENS:
            return
        self.inhalt.befunde.append(Befund(self.datei, zeile, feldname(feld), regel, text, vorschlag))

    def fehlerstelle(self, fehler: Exception) -> tuple[int, str]:
        """Line and advice of a slip: where it was made, not where the reader noticed it."""
        stelle = getattr(fehler, "problem_mark", None)
        rahmen, worum = getattr(fehler, "context_mark", None), getattr(fehler, "context", None) or ""
        zeile = stelle.line + 1 if stelle else 1
        if rahmen and "quoted scalar" in worum:
            return rahmen.line + 1, "Hier beginnt ein Text in Anführungszeichen, der nicht endet."
        if self.umbrochen and zeile in (self.umbrochen[1], self.umbrochen[1] + 1):
            return self.umbrochen[
                0
            ], "Hier beginnt ein Text in Anführungszeichen, der erst in einer späteren Zeile endet."
        if rahmen and "flow" in worum:
            return rahmen.line + 1, "Hier beginnt eine Klammer, die nicht richtig endet."
        if rahmen and "simple key" in worum:
            return rahmen.line + 1, "Hier fehlt ein Doppelpunkt, oder die Zeile gehört weiter eingerückt."
        return zeile, (
            "Häufig: fehlende Anführungszeichen um einen Text mit Doppelpunkt, falsche Einrückung oder ein Tabulator."
        )

    def lies(self, text: str) -> Rohwert | None:
        ereignisse: Iterator[Event] = yaml.parse(text, Loader=_Parser)
        daten: Rohwert | None = None
        dokumente = 0
        for ereignis in ereignisse:
            if isinstance(ereignis, DocumentStartEvent):
                dokumente += 1
                if dokumente > 1:
                    self._melde(
                        _zeile(ereignis),
                        (),
                        "yaml",
                        "Eine Datei enthält genau einen Datensatz.",
                        "Den zweiten in eine eigene Datei schreiben.",
                    )
                    raise _Abbruch
            elif isinstance(ereignis, ScalarEvent | MappingStartEvent | SequenceStartEvent | AliasEvent):
                daten = self._wert(ereignis, ereignisse, (), 0)
        if dokumente == 0:
            self._melde(1, (), "leer", "Die Datei ist leer.", "Ausfüllen oder löschen.")
            raise _Abbruch
        self._pruefe_kommentare(text)
        return daten

    def _wert(self, ereignis: Event, rest: Iterator[Event], pfad: Pfad, tiefe: int) -> Rohwert:
        zeile = _zeile(ereignis)
        self.inhalt.zeilen.setdefault(pfad, zeile)
        self._pruefe_form(ereignis, zeile, pfad)
        if tiefe > TIEFE:
            self._melde(zeile, pfad, "tiefe", "Die Angaben sind zu tief verschachtelt.", "Die Einrückung prüfen.")
            raise _Abbruch
        if isinstance(ereignis, MappingStartEvent):
            return self._abbildung(rest, pfad, tiefe)
        if isinstance(ereignis, SequenceStartEvent):
            return self._liste(rest, pfad, tiefe)
        assert isinstance(ereignis, ScalarEvent)
        self.felder.append(_spanne(ereignis))
        if ereignis.style == "|":
            self.inhalt.texte_ab[pfad] = zeile + 1
        letzte = ereignis.end_mark.line + 1 if ereignis.end_mark else zeile
        if ereignis.style in ("'", '"') and letzte > zeile:
            self.umbrochen = (zeile, letzte)
        if ereignis.style in (None, "") and ereignis.value in _NICHTS:
            self._melde(
                zeile,
                pfad,
                "leer",
                "Das Feld ist leer.",
                "Unbekanntes wird nicht eingetragen: den Schlüssel weglassen.",
            )
        return ereignis.value

    def _pruefe_form(self, ereignis: Event, zeile: int, pfad: Pfad) -> None:
        """No anchors, aliases and tags, neither on a value nor on a key."""
        if getattr(ereignis, "anchor", None):
            self._melde(
                zeile,
                pfad,
                "anker",
                "Anker (&) und Verweise (*) von YAML sind nicht erlaubt.",
                "Den Text ausschreiben.",
            )
            raise _Abbruch
        if getattr(ereignis, "tag", None):
            self._melde(
                zeile, pfad, "yaml", "Typangaben mit Ausrufezeichen sind nicht erlaubt.", "In Anführungszeichen setzen."
            )
            raise _Abbruch

    def _abbildung(self, rest: Iterator[Event], pfad: Pfad, tiefe: int) -> Rohwert:
        werte: Rohsatz = {}
        for ereignis in rest:
            if isinstance(ereignis, MappingEndEvent):
                break
            if not isinstance(ereignis, ScalarEvent):
                self._melde(
                    _zeile(ereignis),
                    pfad,
                    "yaml",
                    "Ein Schlüssel muss ein Wort sein.",
                    "Schreibweise: schluessel: Wert",
                )
                raise _Abbruch
            schluessel, zeile = ereignis.value, _zeile(ereignis)
            self._pruefe_form(ereignis, zeile, (*pfad, schluessel))
            self.felder.append(_spanne(ereignis))
            if schluessel in werte:
                erste = self.inhalt.zeilen[(*pfad, schluessel)]
                self._melde(
                    zeile,
                    (*pfad, schluessel),
                    "doppelt",
                    f"Der Schlüssel steht schon in Zeile {erste}.",
                    "Einen davon löschen.",
                )
            self.inhalt.zeilen[(*pfad, schluessel)] = zeile
            werte[schluessel] = self._wert(next(rest), rest, (*pfad, schluessel), tiefe + 1)
        return werte

    def _liste(self, rest: Iterator[Event], pfad: Pfad, tiefe: int) -> Rohwert:
        werte: list[Rohwert] = []
        for ereignis in rest:
            if isinstance(ereignis, SequenceEndEvent):
                break
            werte.append(self._wert(ereignis, rest, (*pfad, len(werte)), tiefe + 1))
        return werte

    def _pruefe_kommentare(self, text: str) -> None:
        """A comment would be lost when a tool writes the file, so none is allowed."""
        luecken, stelle = [], 0
        for anfang, ende in self.felder:
            luecken.append((stelle, anfang))
            stelle = max(stelle, ende)
        luecken.append((stelle, len(text)))
        zeile, bis = 1, 0
        for anfang, ende in luecken:
            treffer = text.find("#", anfang, ende)
            if treffer >= 0:
                zeile, bis = zeile + text.count("\n", bis, treffer), treffer
                self._melde(
                    zeile,
                    (),
                    "kommentar",
                    "Kommentare (#) sind in Datendateien nicht erlaubt.",
                    "Den Kommentar löschen.",
                )


def ort(datei: str, zeilen: Mapping[Pfad, int], pfad: Pfad) -> Ort:
    """The place of a value, or of the nearest enclosing value that has a line."""
    for laenge in reversed(range(len(pfad) + 1)):
        if zeile := zeilen.get(pfad[:laenge]):
            return Ort(datei, zeile)
    return Ort(datei)
