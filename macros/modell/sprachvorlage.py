"""The German fields that a chapter in another language was made from, and the fingerprint of their wording."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Protocol

from macros.modell.auszeichnung import verlinkte
from macros.modell.felder import felder
from macros.modell.geltung import Geltung, fassung_von, geltungen
from macros.modell.gemeinde import Gemeinde
from macros.modell.grundtypen import Datensatz
from macros.modell.plan import LINKARTEN, SAMMLUNGEN, Plan
from macros.modell.sprache import Sprache


class Uebersetzt(Protocol):
    """A piece of text in another language that knows the German it was made from."""

    @property
    def vorlage(self) -> tuple[str, ...]:
        """The German fields."""

    @property
    def abdruck(self) -> str | None:
        """Their fingerprint."""

    @property
    def text(self) -> str:
        """What it says."""


class KeineVorlage(Exception):
    """A field that does not exist; the message says so in German."""


def stuecke(sprache: Sprache) -> Iterator[tuple[str, int, str, Uebersetzt]]:
    """(field, place, what people call it, piece) of everything in a language that is made from German."""
    yield from (("kapitel", n, k.titel, k) for n, k in enumerate(sprache.kapitel))
    yield from (("handlungsfelder", n, f.name, f) for n, f in enumerate(sprache.handlungsfelder))
    yield from (("massnahmen", n, m.titel, m) for n, m in enumerate(sprache.massnahmen))
    yield from (("glossar", n, b.wort, b) for n, b in enumerate(sprache.glossar))


def abdruck(plan: Plan, stueck: Uebersetzt) -> str:
    """Eight characters that change when one of these fields does, and with nothing else; raises KeineVorlage."""
    werte = [[ort, _wert(plan, ort)] for ort in stueck.vorlage]
    text = json.dumps(werte, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def ist_veraltet(plan: Plan, stueck: Uebersetzt) -> bool:
    """True when the German text is another one than this piece was made from."""
    return bool(stueck.vorlage) and stueck.abdruck != abdruck(plan, stueck)


def aus_frueherer_fassung(plan: Plan, stueck: Uebersetzt, stichtag: date) -> list[str]:
    """„massnahmen/kennung“ of every record of an earlier edition that the piece was made from or leads to."""
    gilt = geltungen(plan, stichtag)
    vorlagen = [(teile[0], teile[1]) for ort in stueck.vorlage if len(teile := ort.split("/")) == 3]
    links = [(LINKARTEN[art], kennung) for art, kennung in verlinkte(stueck.text) if art in LINKARTEN]
    return [
        f"{sammlung}/{kennung}"
        for sammlung, kennung in dict.fromkeys([*vorlagen, *links])
        if sammlung in SAMMLUNGEN
        and (satz := plan.sammlung(sammlung).get(kennung))
        and gilt.get(fassung_von(satz) or "") is Geltung.FRUEHER
    ]


def _wert(plan: Plan, ort: str) -> object:
    """The value of `massnahmen/kennung/feld` or `gemeinde/feld`, as plain data."""
    halter, feld = _halter(plan, ort)
    if feld not in {f.name for f in felder(type(halter))}:
        raise KeineVorlage(f"„{ort}“: Das Feld „{feld}“ gibt es nicht.")
    return halter.model_dump(mode="json", exclude_defaults=True).get(feld)  # a field added to the model is no change


def _halter(plan: Plan, ort: str) -> tuple[Gemeinde | Datensatz, str]:
    match ort.split("/"):
        case ["gemeinde", feld]:
            return plan.gemeinde, feld
        case [sammlung, kennung, feld] if sammlung in SAMMLUNGEN:
            satz: Datensatz | None = plan.sammlung(sammlung).get(kennung)
            if satz is None:
                raise KeineVorlage(f"„{ort}“: „{kennung}“ gibt es nicht in {sammlung}.")
            return satz, feld
    raise KeineVorlage(f"„{ort}“ nennt kein Feld.")
