"""What each kind of page shows beyond its record: one small function per collection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from macros.ausgabe.bausteine.listen import (
    AB_ZEILEN,
    tabelle_herausforderungen,
    tabelle_herausforderungen_im_feld,
    tabelle_massnahmen,
)
from macros.ausgabe.kontext import Kontext
from macros.ausgabe.seiten.indikator import datenseite
from macros.ausgabe.worte.fussnoten import mit_quelle
from macros.modell.konzept import Abschnitt
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Handlungsfeld, Herausforderung
from macros.sichten.behauptung import pruefe_aussage
from macros.sichten.lesefolge import lesestelle, zeigt_tabelle


def _abschnitt(k: Kontext, satz: Abschnitt) -> dict[str, Any]:
    mit_tabelle = bool(satz.handlungsfeld and not satz.massnahme and zeigt_tabelle(k.plan, satz))
    return {
        "text": k.feldtext.block(satz.text, [mit_quelle(k, note) for note in satz.fussnoten]),
        "lese": lesestelle(k.plan, satz),
        "tabelle": tabelle_herausforderungen_im_feld(k, satz.handlungsfeld)
        if mit_tabelle and satz.handlungsfeld
        else Markup(""),
        "pruefungen": [pruefe_aussage(k.plan, a) for a in k.plan.aussagen.values() if a.abschnitt == satz.id],
    }


def _handlungsfeld(k: Kontext, satz: Handlungsfeld) -> dict[str, Any]:
    return {
        "massnahmen": [m for m in k.plan.massnahmen.values() if m.handlungsfeld == satz.id],
        "tabelle": tabelle_herausforderungen_im_feld(k, satz.id),
    }


def _herausforderung(k: Kontext, satz: Herausforderung) -> dict[str, Any]:
    bereiche = {b.id: b.name for b in k.plan.handlungsfelder[satz.handlungsfeld].bereiche}
    return {
        "bereich": bereiche.get(satz.bereich or ""),
        "massnahmen": k.auf("herausforderungen", satz.id, "massnahmen"),
    }


def _massnahme(k: Kontext, satz: Massnahme) -> dict[str, Any]:
    return {
        "lage": k.bau.lagen[satz.id],
        "vorgaenger": k.bau.vorgaenger.get(satz.id, ()),
        "herausforderungen": [k.plan.herausforderungen[h] for h in satz.herausforderungen],
    }


def _gruppe(k: Kontext, satz: Any) -> dict[str, Any]:
    """Long lists are tables that filter; short ones are read faster as cards."""
    sammlung = type(satz).SAMMLUNG
    name = k.name(sammlung, satz.id)
    massnahmen = k.auf(sammlung, satz.id, "massnahmen")
    herausforderungen = k.auf(sammlung, satz.id, "herausforderungen")
    return {
        "unter": [u.id for u in k.plan.sammlung(sammlung).values() if u.oberbegriff == satz.id],
        "massnahmen": massnahmen,
        "herausforderungen": herausforderungen,
        "liste_massnahmen": tabelle_massnahmen(k, massnahmen, f"Maßnahmen: {name}")
        if len(massnahmen) >= AB_ZEILEN
        else None,
        "liste_herausforderungen": tabelle_herausforderungen(k, herausforderungen, f"Herausforderungen: {name}")
        if len(herausforderungen) >= AB_ZEILEN
        else None,
    }


ANSICHTEN: dict[str, Callable[[Kontext, Any], dict[str, Any]]] = {
    "konzept": _abschnitt,
    "handlungsfelder": _handlungsfeld,
    "herausforderungen": _herausforderung,
    "massnahmen": _massnahme,
    "zielgruppen": _gruppe,
    "akteure": _gruppe,
    "indikatoren": datenseite,
}
"""Collection -> function that gives the template's further values."""
