"""The lists that filter: a complete table for everybody, and the facets that JavaScript adds to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from macros.ausgabe.kontext import Kontext
from macros.deutsch.buchstaben import kennung
from macros.modell.auswahlen import Prioritaet
from macros.modell.jsonwert import Json, JsonObjekt
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Herausforderung
from macros.sichten.aenderungen import Aenderung
from macros.sichten.facetten import (
    Facette,
    facetten_aenderungen,
    facetten_herausforderungen,
    facetten_massnahmen,
    gleichwertige,
)
from macros.sichten.matrix import zeilen_herausforderungen, zeilen_massnahmen
from macros.sichten.umsetzung import STANDARTEN

AB_ZEILEN = 6
"""Shorter lists are read faster than filtered."""
_STAENDE = {s.kennung: i for i, s in enumerate(STANDARTEN)}
_PRIORITAETEN = {p.value: i for i, p in enumerate(Prioritaet)}


def filterdaten(
    k: Kontext, worte: tuple[str, str, str], facetten: Sequence[Facette], anzahl: int, **weitere: Json
) -> JsonObjekt | None:
    """What the filter of a list needs; `worte` are singular, plural, sentence for „none“. None for short lists."""
    if anzahl < AB_ZEILEN:
        return None
    return {
        "einzahl": worte[0],
        "mehrzahl": worte[1],
        "keine": worte[2],
        "datei": f"{kennung(worte[1])}-auswahl",
        "facetten": [_facette(f) for f in facetten],
        "gleich": gleichwertige(k.plan),
        **weitere,
    }


def _facette(f: Facette) -> JsonObjekt:
    return {"id": f.id, "name": f.name, "werte": f.werte, "zeilen": f.je_zeile, "privat": f.privat}


def tabelle_herausforderungen(
    k: Kontext, auswahl: Iterable[Herausforderung] | None, titel: str, mit_feld: bool = True
) -> Markup:
    """A table of challenges, all or the chosen ones."""
    zeilen = zeilen_herausforderungen(k.plan, auswahl)
    worte = ("Herausforderung", "Herausforderungen", "Keine Herausforderung passt zu dieser Auswahl.")
    daten = filterdaten(k, worte, facetten_herausforderungen(k.plan, zeilen), len(zeilen))
    return k.rendere(
        "bausteine/tabelle_herausforderungen.html",
        zeilen=zeilen,
        titel=titel,
        mit_feld=mit_feld,
        rang=_PRIORITAETEN,
        daten=daten,
    )


def tabelle_herausforderungen_im_feld(k: Kontext, handlungsfeld: str) -> Markup:
    """The table of challenges of one Handlungsfeld."""
    auswahl = [h for h in k.plan.herausforderungen.values() if h.handlungsfeld == handlungsfeld]
    titel = f"Herausforderungen im Handlungsfeld {k.plan.handlungsfelder[handlungsfeld].name}"
    return tabelle_herausforderungen(k, auswahl, titel, mit_feld=False)


def tabelle_massnahmen(k: Kontext, auswahl: Iterable[Massnahme] | None, titel: str, mit_feld: bool = True) -> Markup:
    """A table of measures, all or the chosen ones."""
    zeilen = zeilen_massnahmen(k.plan, k.bau.lagen, auswahl)
    worte = ("Maßnahme", "Maßnahmen", "Keine Maßnahme passt zu dieser Auswahl.")
    daten = filterdaten(k, worte, facetten_massnahmen(k.plan, zeilen), len(zeilen))
    return k.rendere(
        "bausteine/tabelle_massnahmen.html", zeilen=zeilen, titel=titel, mit_feld=mit_feld, rang=_STAENDE, daten=daten
    )


def tabelle_aenderungen(k: Kontext, liste: Sequence[Aenderung], titel: str) -> Markup:
    """A table of changes."""
    worte = ("Änderung", "Änderungen", "Keine Änderung passt zu dieser Auswahl.")
    tage = [a.datum.isoformat() for a in liste]
    daten = filterdaten(k, worte, facetten_aenderungen(k.plan, liste), len(liste), tage=tage)
    return k.rendere("bausteine/tabelle_aenderungen.html", liste=liste, titel=titel, daten=daten)
