"""Rules on references between records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.modell.befund import Befund, Schwere, melde
from macros.modell.plan import LINKARTEN, SAMMLUNGEN, Pfad, Plan
from macros.modell.schreibweise import feldname, meinten_sie
from macros.modell.verweis import texte, textverweise, verweise
from macros.regeln.register import regel


@regel
def verweis_unbekannt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Every reference names a record that exists."""
    saetze = [("gemeinde", "gemeinde", plan.gemeinde), *((n, getattr(s, "id", ""), s) for n, s in plan.alle())]
    for sammlung, kennung, satz in saetze:
        for pfad, ziel, gesucht in verweise(satz):
            if not plan.kennt(ziel, gesucht):
                yield melde(
                    plan.ort(sammlung, kennung, *pfad),
                    feldname(pfad),
                    "verweis",
                    f"„{gesucht}“ gibt es nicht in {ziel}.",
                    meinten_sie(gesucht, plan.sammlung(ziel)) or f"Erst {ziel}/{gesucht}.yaml anlegen.",
                )


@regel
def verweis_im_text(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """Every link in a text, `[Wort](massnahme:kennung)`, leads to a record that exists."""
    saetze = [("gemeinde", "gemeinde", plan.gemeinde), *((n, getattr(s, "id", ""), s) for n, s in plan.alle())]
    for sammlung, kennung, satz in saetze:
        for pfad, art, gesucht in textverweise(satz):
            if not plan.kennt(LINKARTEN[art], gesucht):
                text = dict(texte(satz))[pfad]
                yield melde(
                    plan.ort(sammlung, kennung, *pfad).an(text, max(text.find(f"{art}:{gesucht}"), 0)),
                    feldname(pfad),
                    "verweis",
                    f"Der Link „{art}:{gesucht}“ führt ins Leere.",
                    meinten_sie(gesucht, plan.sammlung(LINKARTEN[art])),
                )


@regel
def verweis_doppelt(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A list of records names each of them once."""
    for sammlung, satz in plan.alle():
        gesehen: set[tuple[Pfad, str]] = set()
        for pfad, _, gesucht in verweise(satz):
            if isinstance(pfad[-1], int):
                liste = pfad[:-1]
            elif pfad[-1] in ("akteur", "id") and len(pfad) == 3:
                liste = pfad[:1]
            else:
                continue
            if (liste, gesucht) in gesehen:
                yield melde(
                    plan.ort(sammlung, satz.id, *pfad),
                    feldname(pfad),
                    "doppelt",
                    f"„{gesucht}“ steht zweimal in der Liste.",
                    "Einen Eintrag löschen.",
                )
            gesehen.add((liste, gesucht))


@regel
def kreis(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """No record is its own ancestor (`oberbegriff`, `vorgaenger`)."""
    for sammlung, feld in (("zielgruppen", "oberbegriff"), ("akteure", "oberbegriff"), ("fassungen", "vorgaenger")):
        saetze = plan.sammlung(sammlung)
        for kennung in saetze:
            kette, naechster = [kennung], getattr(saetze[kennung], feld)
            while naechster in saetze and naechster not in kette:
                kette.append(naechster)
                naechster = getattr(saetze[naechster], feld)
            if naechster == kennung:
                yield melde(
                    plan.ort(sammlung, kennung, feld),
                    feld,
                    "kreis",
                    f"Die Angaben drehen sich im Kreis: {' → '.join((*kette, kennung))}.",
                    "Eine der Angaben löschen.",
                )


@regel
def ohne_verweis(plan: Plan, stichtag: date) -> Iterator[Befund]:
    """A source that nothing refers to is probably a leftover."""
    if not all(plan.ist_ganz(name) for name in SAMMLUNGEN):
        return  # a record too broken to load may be the one that refers to it
    benutzt = {gesucht for _, s in plan.alle() for _, ziel, gesucht in verweise(s) if ziel == "quellen"}
    benutzt |= {g for _, s in plan.alle() for _, art, g in textverweise(s) if art == "quelle"}
    for kennung in plan.quellen:
        if kennung not in benutzt:
            yield melde(
                plan.ort("quellen", kennung),
                "id",
                "ungenutzt",
                f"Auf die Quelle „{kennung}“ verweist nichts.",
                "Verweis ergänzen oder die Quelle löschen.",
                Schwere.HINWEIS,
            )
