"""What a language page shows of single records: Handlungsfelder with their measures and states, words of the offices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.ausgabe.kontext import Kontext
from macros.ausgabe.worte.fremdsprachen import schreibart
from macros.modell.konzept import Begriff
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Handlungsfeld, Zielgruppe
from macros.modell.plan import Plan
from macros.modell.platzhalter import genannte
from macros.modell.sprache import Sprache, Sprachteil
from macros.modell.sprachteile import Sprachbegriff, Sprachfeld, Sprachmassnahme
from macros.modell.sprachvorlage import KeineVorlage, Uebersetzt, aus_frueherer_fassung, ist_veraltet


@dataclass(frozen=True, slots=True)
class Massnahmenblatt:
    """A measure as the page tells of it; `worte` is None where the language does not know it yet."""

    satz: Massnahme
    worte: Sprachmassnahme | None
    fuer: Sequence[tuple[Zielgruppe, str]]
    stand: str
    seit: str
    veraltet: bool


@dataclass(frozen=True, slots=True)
class Feldblatt:
    """A Handlungsfeld with its measures."""

    satz: Handlungsfeld
    worte: Sprachfeld | None
    massnahmen: Sequence[Massnahmenblatt]
    veraltet: bool


@dataclass(frozen=True, slots=True)
class Begriffsblatt:
    """A word of the offices with the German one."""

    satz: Begriff
    worte: Sprachbegriff
    veraltet: bool


def feldblaetter(k: Kontext, s: Sprache) -> list[Feldblatt]:
    """The Handlungsfelder in order, each with the measures of the edition in force."""
    felder = {f.handlungsfeld: f for f in s.handlungsfelder}
    return [
        Feldblatt(
            h,
            felder.get(h.id),
            [_massnahme(k, s, m) for m in k.bau.massnahmen if m.handlungsfeld == h.id],
            _veraltet(k, felder.get(h.id)),
        )
        for h in k.plan.handlungsfelder.values()
    ]


def _massnahme(k: Kontext, s: Sprache, m: Massnahme) -> Massnahmenblatt:
    worte = next((w for w in s.massnahmen if w.massnahme == m.id), None)
    gruppen = {g.zielgruppe: g.wort for g in s.zielgruppen}
    lage = k.bau.lagen[m.id]
    stand = ""
    if s.rahmen:
        stand = getattr(s.rahmen.staende, lage.stand.value) if lage.stand else s.rahmen.staende.nicht_berichtet
    return Massnahmenblatt(
        m,
        worte,
        [(k.plan.zielgruppen[z], gruppen.get(z, "")) for z in m.zielgruppen],
        stand,
        schreibart(s.code).tag(lage.seit) if lage.seit else "",
        _veraltet(k, worte),
    )


def begriffsblaetter(k: Kontext, s: Sprache) -> list[Begriffsblatt]:
    """The words of the offices in the order of the data."""
    return [
        Begriffsblatt(k.plan.glossar[b.begriff], b, _veraltet(k, b)) for b in s.glossar if b.begriff in k.plan.glossar
    ]


def _veraltet(k: Kontext, stueck: Uebersetzt | None) -> bool:
    if stueck is None:
        return False
    plan = k.bau.mit_vorbereitung.plan
    try:
        return ist_veraltet(plan, stueck) or bool(aus_frueherer_fassung(plan, stueck, k.bau.stichtag))
    except KeineVorlage:
        return True


def anker(plan: Plan, s: Sprache) -> Mapping[str, str]:
    """„massnahmen/kennung“ -> the place on the language's page that is about the same."""
    orte: dict[str, str] = {}
    if any(k.teil is Sprachteil.MASSNAHMEN for k in s.kapitel):
        orte |= {f"handlungsfelder/{f.handlungsfeld}": f"handlungsfeld-{f.handlungsfeld}" for f in s.handlungsfelder}
        orte |= {f"massnahmen/{m.massnahme}": f"massnahme-{m.massnahme}" for m in s.massnahmen}
    if any(k.teil is Sprachteil.GLOSSAR for k in s.kapitel):
        orte |= {"glossar/": "glossar"}
    return orte | {f"indikatoren/{i}": f"indikator-{i}" for i in zahlen(plan, s)}


def zahlen(plan: Plan, s: Sprache) -> Mapping[str, int]:
    """Indicator -> the first chapter without a condition that gives its figure."""
    orte: dict[str, int] = {}
    for n, kapitel in enumerate(s.kapitel):
        if kapitel.wenn is None:
            for i in sorted(genannte(kapitel.text)):
                if i in plan.indikatoren:
                    orte.setdefault(i, n)
    return orte
