"""The model, field by field: the one place that reads types, and the words that every surface uses for a field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from annotated_types import MaxLen
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from macros.deutsch.buchstaben import gross
from macros.modell.auswahl import Auswahl
from macros.modell.einheit import EinheitFeld
from macros.modell.grundtypen import (
    Datum,
    Dezimalzahl,
    Ganzzahl,
    Gliederungsnummer,
    JaNein,
    Kennung,
    Lueckentext,
    Text,
    Url,
    Verweis,
    Zeile,
)
from macros.modell.stichtag import StichtagFeld


class Feldart(Enum):
    """What a field holds; the value is the word that people read."""

    ZEILE = "eine Zeile Text"
    TEXT = "Text (Markdown)"
    URL = "Adresse (https://…)"
    KENNUNG = "Kennung"
    NUMMER = "Gliederungsnummer"
    DATUM = "Datum (2026-03-31)"
    STICHTAG = "Stichtag (2026-12-31, 2026-12, 2026-Q4, 2026-H2, 2026, 2026/27 oder 2024/2026)"
    GANZZAHL = "ganze Zahl"
    ZAHL = "Zahl mit Dezimalpunkt"
    JA_NEIN = "true oder false"
    AUSWAHL = "Auswahl"
    SATZ = "mehrere Angaben"
    TABELLE = "Angaben mit eigenen Schlüsseln"


_ARTEN = {
    get_args(annotation)[1]: art
    for annotation, art in (
        (Zeile, Feldart.ZEILE),
        (Text, Feldart.TEXT),
        (Lueckentext, Feldart.TEXT),
        (Url, Feldart.URL),
        (Kennung, Feldart.KENNUNG),
        (Gliederungsnummer, Feldart.NUMMER),
        (Datum, Feldart.DATUM),
        (StichtagFeld, Feldart.STICHTAG),
        (EinheitFeld, Feldart.ZEILE),
        (Ganzzahl, Feldart.GANZZAHL),
        (Dezimalzahl, Feldart.ZAHL),
        (JaNein, Feldart.JA_NEIN),
    )
}


@dataclass(frozen=True)
class Feld:
    """One field of a record type; `ziel` is the collection that it refers to."""

    name: str
    titel: str
    beschreibung: str
    art: Feldart
    pflicht: bool
    liste: bool
    vorgabe: str
    auswahl: tuple[tuple[str, str, str], ...]
    ziel: str | None
    satz: type[BaseModel] | None
    hoechstens: int | None = field(default=None, compare=False)
    """Most characters of a text, most items of a list; the smallest where several limits hold."""


def _teile(annotation: Any) -> Iterator[Any]:
    """The parts of an annotation, outermost first, without None and the dots of a tuple."""
    yield annotation
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
        yield from _teile(get_args(annotation)[0])
    else:
        for teil in get_args(annotation):
            if teil is not NoneType and teil is not Ellipsis:
                yield from _teile(teil)


def _art(teile: list[Any]) -> Feldart:
    for teil in teile:
        if isinstance(teil, type) and issubclass(teil, BaseModel):
            return Feldart.SATZ
        if isinstance(teil, type) and issubclass(teil, Enum):
            return Feldart.AUSWAHL
        if get_origin(teil) is dict:
            return Feldart.TABELLE
        if not isinstance(teil, type) and _hashbar(teil) and teil in _ARTEN:
            return _ARTEN[teil]
    return Feldart.ZEILE


def _hashbar(teil: Any) -> bool:
    try:
        hash(teil)
    except TypeError:
        return False
    return True


def _auswahl(typ: type[Enum] | None) -> tuple[tuple[str, str, str], ...]:
    """(value, words, explanation) of a closed list."""
    if typ is None:
        return ()
    if issubclass(typ, Auswahl):
        return tuple((g.value, g.bezeichnung, g.beschreibung) for g in typ)
    return tuple((str(g.value), str(g.value), "") for g in typ)


def _vorgabe(wert: object) -> str:
    """A default as it would stand in the file; empty where there is none."""
    if wert in (PydanticUndefined, None, (), {}):
        return ""
    return str(wert).lower() if isinstance(wert, bool) else str(wert)


@cache
def felder(typ: type[BaseModel]) -> tuple[Feld, ...]:
    """The fields of a record type in the order of the model."""
    arten = get_type_hints(typ, include_extras=True)
    ergebnis = []
    for name, info in typ.model_fields.items():
        teile = list(_teile(arten[name]))
        enum = next((t for t in teile if isinstance(t, type) and issubclass(t, Enum)), None)
        satz = next((t for t in teile if isinstance(t, type) and issubclass(t, BaseModel)), None)
        ergebnis.append(
            Feld(
                name=name,
                titel=info.title or name,
                beschreibung=info.description or "",
                art=_art(teile),
                pflicht=info.is_required(),
                liste=any(get_origin(t) is tuple for t in teile) and not any(get_origin(t) is dict for t in teile),
                vorgabe=_vorgabe(info.default),
                auswahl=_auswahl(enum),
                ziel=next((t.sammlung for t in teile if isinstance(t, Verweis)), None),
                satz=satz,
                hoechstens=min((m.max_length for m in info.metadata if isinstance(m, MaxLen)), default=None),
            )
        )
    return tuple(ergebnis)


def feld(typ: type[BaseModel], *pfad: str) -> Feld:
    """One field by its path: `feld(Massnahme, "kosten", "art")`; raises KeyError where there is none."""
    gefunden = next((f for f in felder(typ) if f.name == pfad[0]), None)
    if gefunden is None or (len(pfad) > 1 and gefunden.satz is None):
        raise KeyError(pfad)
    return feld(gefunden.satz, *pfad[1:]) if gefunden.satz and len(pfad) > 1 else gefunden


_EINZAHL = {
    "Abbildungen": "Abbildung",
    "Anmerkungen": "Anmerkung",
    "Bereiche": "Bereich",
    "Dimensionen": "Dimension",
    "Fußnoten": "Fußnote",
    "Herausforderungen": "Herausforderung",
    "Hinweise": "Hinweis",
    "Indikatoren": "Indikator",
    "Maßnahmen": "Maßnahme",
    "Querverweise": "Querverweis",
    "Ressourcen": "Ressource",
    "Sachstände": "Sachstand",
    "Schritte": "Schritt",
    "Vergleichswerte": "Vergleichswert",
    "Weitere Bezüge": "Weiterer Bezug",
    "Ziele": "Ziel",
    "Zielgruppen": "Zielgruppe",
}
"""Titles of lists -> the word for one of them; titles that are not named here are their own."""


def feldwort(typ: type[BaseModel], pfad: Sequence[str | int]) -> str:
    """A path in words: `("schritte", 2, "termin")` of a measure is „Schritt 3, geplant bis“.

    A title that names what holds it stands for both: `("kosten", "art")` is „Art der Kosten“.
    """
    teile: list[str] = []
    hier: type[BaseModel] | None = typ
    halter = ""
    for stelle, teil in enumerate(pfad):
        if isinstance(teil, int) or hier is None:
            continue
        f = feld(hier, teil)
        danach = pfad[stelle + 1 :]
        einzeln = bool(danach) and isinstance(danach[0], int)
        wort = _EINZAHL.get(f.titel, f.titel) if einzeln else f.titel
        if halter and halter in wort and wort != halter:
            teile.pop()
        if not halter or wort != halter:
            teile.append(f"{wort} {int(danach[0]) + 1}" if einzeln and len(danach) > 1 else wort)
        halter, hier = wort, f.satz
    return gross(", ".join(teile))


def pfade(typ: type[BaseModel], davor: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Feld]]:
    """Every field of a record type with its path, nested ones right behind the field that holds them."""
    for f in felder(typ):
        yield (*davor, f.name), f
        if f.satz:
            yield from pfade(f.satz, (*davor, f.name))


def ist_gesagt(satz: BaseModel, f: Feld) -> bool:
    """True for what the data state, and for a yes or no that they leave open."""
    wert = getattr(satz, f.name)
    if wert is None:
        return f.art is Feldart.JA_NEIN
    return wert != () and f.name in satz.model_fields_set
