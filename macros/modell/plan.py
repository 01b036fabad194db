"""The Plan: everything that is known about one town's concept, with the place of every value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from macros.modell.aussage import Aussage
from macros.modell.befund import Ort
from macros.modell.gebaerdenvideo import Gebaerdenvideo
from macros.modell.gemeinde import Fassung, Gemeinde
from macros.modell.grundtypen import Datensatz
from macros.modell.indikator import Indikator, Kennzahl
from macros.modell.klaerung import Klaerung
from macros.modell.konzept import Abschnitt, Begriff, Quelle
from macros.modell.lebenslage import Lebenslage
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Akteur, Handlungsfeld, Herausforderung, Zielgruppe
from macros.modell.ratsbericht import Ratsbericht
from macros.modell.sprache import Sprache

SAMMLUNGEN: Mapping[str, type[Datensatz]] = MappingProxyType(
    {
        typ.SAMMLUNG.ordner: typ
        for typ in (
            Fassung,
            Abschnitt,
            Handlungsfeld,
            Herausforderung,
            Massnahme,
            Zielgruppe,
            Akteur,
            Lebenslage,
            Begriff,
            Quelle,
            Indikator,
            Aussage,
            Klaerung,
            Ratsbericht,
            Sprache,
            Gebaerdenvideo,
        )
    }
)
"""Folder name below `data/` -> record type, in the order of the chapters of the field guide."""

LINKARTEN: Mapping[str, str] = MappingProxyType(
    {typ.SAMMLUNG.linkart: name for name, typ in SAMMLUNGEN.items() if typ.SAMMLUNG.linkart}
)
"""Link scheme in Markdown fields, `[Text](massnahme:kennung)` -> the collection it points to."""

Pfad = tuple[str | int, ...]


@dataclass(frozen=True)
class Plan:
    """The one aggregate; every mapping goes from id to record, in reading order."""

    gemeinde: Gemeinde
    fassungen: Mapping[str, Fassung] = field(default_factory=dict)
    konzept: Mapping[str, Abschnitt] = field(default_factory=dict)
    handlungsfelder: Mapping[str, Handlungsfeld] = field(default_factory=dict)
    herausforderungen: Mapping[str, Herausforderung] = field(default_factory=dict)
    massnahmen: Mapping[str, Massnahme] = field(default_factory=dict)
    zielgruppen: Mapping[str, Zielgruppe] = field(default_factory=dict)
    akteure: Mapping[str, Akteur] = field(default_factory=dict)
    lebenslagen: Mapping[str, Lebenslage] = field(default_factory=dict)
    glossar: Mapping[str, Begriff] = field(default_factory=dict)
    quellen: Mapping[str, Quelle] = field(default_factory=dict)
    indikatoren: Mapping[str, Indikator] = field(default_factory=dict)
    aussagen: Mapping[str, Aussage] = field(default_factory=dict)
    klaerungen: Mapping[str, Klaerung] = field(default_factory=dict)
    berichte: Mapping[str, Ratsbericht] = field(default_factory=dict)
    sprachen: Mapping[str, Sprache] = field(default_factory=dict)
    gebaerden: Mapping[str, Gebaerdenvideo] = field(default_factory=dict)
    kennzahlen: Mapping[str, tuple[Kennzahl, ...]] = field(default_factory=dict)
    beilagen: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Files that lie beside records as they are: name below the data folder -> bytes."""
    orte: Mapping[tuple[str, str], Mapping[Pfad, Ort]] = field(default_factory=dict)
    bekannt: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Ids by file name, also of records too broken to load, so that references to them are not reported too."""
    lueckenhaft: frozenset[str] = frozenset()
    """Indicators whose table has faults, so that what follows from it is not reported too."""
    gerechnet: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `rechnung` has worked out of this Plan; another Plan begins with none."""

    def sammlung(self, name: str) -> Mapping[str, Any]:
        """All records of a collection, by the name of its folder."""
        records: Mapping[str, Any] = getattr(self, name)
        return records

    def name(self, sammlung: str, kennung: str) -> str:
        """What a link to a record says."""
        satz: Datensatz = self.sammlung(sammlung)[kennung]
        return satz.name_im(self)

    def geordnet(self) -> Plan:
        """The same Plan with every collection in its reading order."""
        geordnet: dict[str, Any] = {
            name: {s.id: s for s in sorted(self.sammlung(name).values(), key=lambda s: s.stelle_im(self))}
            for name in SAMMLUNGEN
        }
        return replace(self, **geordnet)

    def kennt(self, sammlung: str, kennung: str) -> bool:
        """True when a record of that id exists, even a broken one."""
        return kennung in self.sammlung(sammlung) or kennung in self.bekannt.get(sammlung, ())

    def ist_ganz(self, sammlung: str) -> bool:
        """True when every record of a collection could be read, so that what is not there does not exist."""
        return self.bekannt.get(sammlung, frozenset()) <= self.sammlung(sammlung).keys()

    def alle(self) -> Iterator[tuple[str, Datensatz]]:
        """Every record with the name of its collection."""
        for name in SAMMLUNGEN:
            for satz in self.sammlung(name).values():
                yield name, satz

    def tabelle(self, indikator: str) -> str:
        """The file that holds the figures of an indicator."""
        return f"{self.ort('indikatoren', indikator).datei.removesuffix('.yaml')}.csv"

    def ort(self, sammlung: str, kennung: str, *pfad: str | int) -> Ort:
        """The place of a value; of the nearest enclosing value where it has none of its own."""
        orte = self.orte.get((sammlung, kennung), {})
        for laenge in range(len(pfad), -1, -1):
            if gefunden := orte.get(pfad[:laenge]):
                return gefunden
        return Ort(f"{sammlung}/{kennung}.yaml")
