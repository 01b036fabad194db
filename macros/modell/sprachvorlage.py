"""The German fields that a chapter in another language was made from, and the fingerprint of their wording."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from macros.modell.auszeichnung import verlinkte
from macros.modell.felder import felder
from macros.modell.geltung import Geltung, fassung_von, geltungen
from macros.modell.gemeinde import Gemeinde
from macros.modell.grundtypen import Datensatz
from macros.modell.plan import LINKARTEN, SAMMLUNGEN, Plan
from macros.modell.sprache import Kapitel


class KeineVorlage(Exception):
    """A field that does not exist; the message says so in German."""


def abdruck(plan: Plan, kapitel: Kapitel) -> str:
    """Eight characters that change when one of these fields does, and with nothing else; raises KeineVorlage."""
    werte = [[ort, _wert(plan, ort)] for ort in kapitel.vorlage]
    text = json.dumps(werte, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def ist_veraltet(plan: Plan, kapitel: Kapitel) -> bool:
    """True when the German text is another one than this chapter was made from."""
    return bool(kapitel.vorlage) and kapitel.abdruck != abdruck(plan, kapitel)


def aus_frueherer_fassung(plan: Plan, kapitel: Kapitel, stichtag: date) -> list[str]:
    """„massnahmen/kennung“ of every record of an earlier edition that the chapter was made from or leads to."""
    gilt = geltungen(plan, stichtag)
    vorlagen = [(teile[0], teile[1]) for ort in kapitel.vorlage if len(teile := ort.split("/")) == 3]
    links = [(LINKARTEN[art], kennung) for art, kennung in verlinkte(kapitel.text) if art in LINKARTEN]
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
