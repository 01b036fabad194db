"""The lists that filter: a complete table for everybody, and the facets that JavaScript adds to it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import TypeVar

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
from macros.sichten.matrix import ZeileHerausforderung, ZeileMassnahme, zeilen_herausforderungen, zeilen_massnahmen
from macros.sichten.umsetzung import STANDARTEN

Z = TypeVar("Z", ZeileHerausforderung, ZeileMassnahme)
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
        "facetten": [_facette(k, f) for f in facetten],
        "gleich": gleichwertige(k.plan),
        **weitere,
    }


def _facette(k: Kontext, f: Facette) -> JsonObjekt:
    """A facet as the script reads it; a list begins with the edition in force, the others are a choice away."""
    daten: JsonObjekt = {"id": f.id, "name": f.name, "werte": f.werte, "zeilen": f.je_zeile, "privat": f.privat}
    geltende = k.bau.fassung.id if k.bau.fassung else ""
    stellen = [i for i, (wert, _) in enumerate(f.werte) if f.id == "fassung" and wert == geltende]
    return {**daten, "vorgabe": stellen[0]} if stellen else daten


def _geteilt(zeilen: Sequence[Z], geltende: Container[str]) -> tuple[list[Z], list[Z]]:
    """Rows of the edition in force, and those of older ones; all in the first where none is in force."""
    davon = [z for z in zeilen if z.id in geltende]
    return (davon, [z for z in zeilen if z.id not in geltende]) if davon else (list(zeilen), [])


def _gruppen(zeilen: Sequence[Z], fruehere: Sequence[Z]) -> list[tuple[str, Sequence[Z]]]:
    """The bodies of a table with their headings."""
    gruppen = [("", zeilen), ("Aus früheren Fassungen", fruehere)]
    return gruppen if fruehere else gruppen[:1]


def tabelle_herausforderungen(
    k: Kontext, auswahl: Iterable[Herausforderung] | None, titel: str, mit_feld: bool = True
) -> Markup:
    """A table of challenges, all or the chosen ones."""
    zeilen, fruehere = _geteilt(zeilen_herausforderungen(k.plan, auswahl), {h.id for h in k.bau.herausforderungen})
    worte = ("Herausforderung", "Herausforderungen", "Keine Herausforderung passt zu dieser Auswahl.")
    daten = filterdaten(k, worte, facetten_herausforderungen(k.plan, zeilen + fruehere), len(zeilen + fruehere))
    return k.rendere(
        "bausteine/tabelle_herausforderungen.html",
        gruppen=_gruppen(zeilen, fruehere),
        titel=titel,
        mit_feld=mit_feld,
        rang=_PRIORITAETEN,
        daten=daten,
    )


def tabelle_herausforderungen_im_feld(k: Kontext, handlungsfeld: str, fassung: str | None = None) -> Markup:
    """The table of challenges of one Handlungsfeld, of all editions or of one."""
    alle = k.plan.herausforderungen.values()
    auswahl = [h for h in alle if h.handlungsfeld == handlungsfeld and fassung in (None, h.fassung)]
    titel = f"Herausforderungen im Handlungsfeld {k.plan.handlungsfelder[handlungsfeld].name}"
    return tabelle_herausforderungen(k, auswahl, titel, mit_feld=False)


def tabelle_massnahmen(k: Kontext, auswahl: Iterable[Massnahme] | None, titel: str, mit_feld: bool = True) -> Markup:
    """A table of measures, all or the chosen ones."""
    zeilen, fruehere = _geteilt(zeilen_massnahmen(k.plan, k.bau.lagen, auswahl), {m.id for m in k.bau.massnahmen})
    worte = ("Maßnahme", "Maßnahmen", "Keine Maßnahme passt zu dieser Auswahl.")
    daten = filterdaten(k, worte, facetten_massnahmen(k.plan, zeilen + fruehere), len(zeilen + fruehere))
    return k.rendere(
        "bausteine/tabelle_massnahmen.html",
        gruppen=_gruppen(zeilen, fruehere),
        titel=titel,
        mit_feld=mit_feld,
        mit_fuehrung=any(z.federfuehrung for z in zeilen + fruehere),
        mit_geld=any(z.kosten for z in zeilen + fruehere),
        rang=_STAENDE,
        daten=daten,
    )


def tabelle_aenderungen(k: Kontext, liste: Sequence[Aenderung], titel: str) -> Markup:
    """A table of changes."""
    worte = ("Änderung", "Änderungen", "Keine Änderung passt zu dieser Auswahl.")
    tage = [a.datum.isoformat() for a in liste]
    daten = filterdaten(k, worte, facetten_aenderungen(k.plan, liste), len(liste), tage=tage)
    return k.rendere("bausteine/tabelle_aenderungen.html", liste=liste, titel=titel, daten=daten)
