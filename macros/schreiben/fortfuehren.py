"""Begins a new edition: its challenges, measures and sections as copies of the edition before, linked among themselves."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from macros.laden.rohdaten import Rohsatz, Rohwert
from macros.modell.auswahlen import Nachfolgeart
from macros.modell.felder import Feld, felder
from macros.modell.geltung import saetze_der_fassung
from macros.modell.massnahme import Massnahme
from macros.modell.plan import LINKARTEN, SAMMLUNGEN, Plan
from macros.modell.verweis import LINK
from macros.schreiben.eintraege import setze
from macros.schreiben.entwurf import Entwurf

BEGRUENDUNG = "Die neue Fassung führt die Maßnahme fort."
_OHNE = frozenset({"sachstaende", "nachfolge", "anmerkungen", "frueher"})
Kopien = Mapping[tuple[str, str], str]


def fuehre_fort(entwurf: Entwurf, plan: Plan, alt: str, neu: str) -> list[str]:
    """Copies what an edition holds into the next one, without reports and editors' notes; returns the new ids.

    A measure that already says what becomes of it is not copied. Every other old measure says that it is continued.
    What the copies refer to is the copy, where there is one.
    """
    kopien = {
        (sammlung, satz.id): f"{satz.id.removesuffix(f'-{alt}')}-{neu}"
        for sammlung in ("konzept", "herausforderungen", "massnahmen")
        for satz in saetze_der_fassung(plan, sammlung, alt)
        if not (isinstance(satz, Massnahme) and satz.nachfolge)
    }
    for (sammlung, kennung), kopie in kopien.items():
        daten = entwurf.satz(sammlung, kennung)
        typ = SAMMLUNGEN[sammlung]
        neue = _uebersetzt(typ, {name: wert for name, wert in daten.items() if name not in _OHNE}, kopien)
        setze(neue, ("id",), kopie)
        setze(neue, ("herkunft", "fassung") if sammlung == "massnahmen" else ("fassung",), neu)
        if sammlung == "massnahmen":
            daten["nachfolge"] = {
                "fassung": neu,
                "art": Nachfolgeart.FORTGEFUEHRT.value,
                "massnahmen": [kopie],
                "begruendung": BEGRUENDUNG,
            }
        entwurf.lege_an(sammlung, neue)
    return list(kopien.values())


def _uebersetzt(typ: type[BaseModel], daten: Rohsatz, kopien: Kopien) -> Rohsatz:
    """A record whose references and links lead to the copies."""
    je = {f.name: f for f in felder(typ)}
    return {name: _wert(je[name], wert, kopien) for name, wert in daten.items()}


def _wert(f: Feld, wert: Rohwert, kopien: Kopien) -> Rohwert:
    if isinstance(wert, list):
        return [_wert(f, glied, kopien) for glied in wert]
    if isinstance(wert, dict):
        return _uebersetzt(f.satz, wert, kopien) if f.satz else wert
    if f.ziel:
        return kopien.get((f.ziel, wert), wert)
    return LINK.sub(lambda t: f"{t[1]}{t[2]}:{kopien.get((LINKARTEN[t[2]], t[3]), t[3])}", wert)
