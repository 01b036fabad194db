"""Every text of the data with its place: what people wrote, figures' notes included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from macros.modell.befund import Ort
from macros.modell.felder import Feldart, feld
from macros.modell.gemeinde import Gemeinde
from macros.modell.grundtypen import PLATZHALTER, Satz
from macros.modell.indikator import Kennzahl
from macros.modell.plan import SAMMLUNGEN, Pfad, Plan
from macros.modell.verweis import texte

_KEINE_WORTE = frozenset({"code", "eigenname", "vorlage", "abdruck"})
"""Fields of a language that hold no prose."""


class Textstelle(NamedTuple):
    """A text, whose it is, and where it stands; `sammlung` is „gemeinde“ for the town's own file."""

    sammlung: str
    kennung: str
    pfad: Pfad
    ort: Ort
    text: str


def alle_texte(plan: Plan) -> Iterator[Textstelle]:
    """Every text in the data, tables included."""
    for pfad, text in texte(plan.gemeinde):
        yield Textstelle("gemeinde", "gemeinde", pfad, plan.ort("gemeinde", "gemeinde", *pfad), text)
    for sammlung, satz in plan.alle():
        for pfad, text in texte(satz):
            yield Textstelle(sammlung, satz.id, pfad, plan.ort(sammlung, satz.id, *pfad), text)
    for kennung, reihe in plan.kennzahlen.items():
        datei = plan.tabelle(kennung)
        for k in reihe:
            yield _hinweis(kennung, datei, k)


def _hinweis(kennung: str, datei: str, k: Kennzahl) -> Textstelle:
    return Textstelle("indikatoren", kennung, ("hinweis",), Ort(datei, k.zeile), k.hinweis)


def deutsche_texte(plan: Plan) -> Iterator[Textstelle]:
    """The texts that are German prose or words: no ids, addresses, numbers, placeholders, and no other language."""
    fremd = {s.id for s in plan.sprachen.values() if not s.code.startswith("de")}
    for stelle in alle_texte(plan):
        if (
            stelle.pfad in (("zweig",), ("anmeldung",))
            or {"dateien", "film", "untertitel", "standbild"} & set(stelle.pfad)
            or (stelle.sammlung == "sprachen" and (stelle.kennung in fremd or _KEINE_WORTE & set(stelle.pfad)))
        ):
            continue
        if stelle.text and _art(stelle) in (Feldart.ZEILE, Feldart.TEXT):
            yield stelle._replace(text=PLATZHALTER.sub("0", stelle.text)) if stelle.sammlung == "sprachen" else stelle


def _art(stelle: Textstelle) -> Feldart:
    if stelle.pfad == ("hinweis",):
        return Feldart.ZEILE
    typ: type[Satz] = Gemeinde if stelle.sammlung == "gemeinde" else SAMMLUNGEN[stelle.sammlung]
    namen = [teil for teil in stelle.pfad if isinstance(teil, str)]
    try:
        return feld(typ, *namen).art
    except KeyError:
        return Feldart.TABELLE
