"""What a list can be filtered by: one facet per question, its values in order, and which rows have which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.deutsch.buchstaben import gross, kennung, wortfolge
from macros.modell.auswahl import Auswahl
from macros.modell.auswahlen import Ampel, Kostenart, Prioritaet, Ressource, Stand
from macros.modell.felder import feld
from macros.modell.massnahme import Massnahme
from macros.modell.matrix import Akteur, Zielgruppe
from macros.modell.plan import Plan
from macros.sichten.aenderungen import Aenderung, Aenderungsart
from macros.sichten.matrix import ZeileHerausforderung, ZeileMassnahme
from macros.sichten.stand import NICHT_BERICHTET, NICHT_BERICHTET_WORT

UEBERFAELLIG = "ueberfaellig"
VERALTET = "veraltet"
OHNE = "ohne-angabe"


@dataclass(frozen=True, slots=True)
class Facette:
    """A question with its answers; `je_zeile` holds, row by row, positions in `werte`.

    `privat`: an answer says something about who asks, so that it must never reach a server.
    """

    id: str
    name: str
    werte: tuple[tuple[str, str], ...]
    je_zeile: tuple[tuple[int, ...], ...]
    privat: bool = False


PRIVAT = frozenset({"zielgruppe"})


def facette(id: str, name: str, je_zeile: Sequence[Iterable[str]], worte: Mapping[str, str]) -> Facette | None:
    """A facet over the keys of each row, values in the order of `worte`; None where it could not split the rows."""
    je = [tuple(zeile) for zeile in je_zeile]
    benutzt = {wert for zeile in je for wert in zeile}
    werte = [(wert, wort) for wert, wort in worte.items() if wert in benutzt]
    if not werte or (len(werte) == 1 and all(je)):
        return None
    stelle = {wert: i for i, (wert, _) in enumerate(werte)}
    zeilen = tuple(tuple(stelle[w] for w in zeile if w in stelle) for zeile in je)
    return Facette(id, name, tuple(werte), zeilen, privat=id in PRIVAT)


def auswahlworte(glieder: Iterable[Auswahl]) -> dict[str, str]:
    """The members of a closed list with their words."""
    return {glied.value: glied.bezeichnung for glied in glieder}


def nach_alphabet(saetze: Iterable[Akteur | Zielgruppe]) -> dict[str, str]:
    """Records by their words, in the order of a German dictionary."""
    worte = {s.id: gross(s.bezeichnung) for s in saetze}
    return dict(sorted(worte.items(), key=lambda paar: wortfolge(paar[1])))


def _bereiche(plan: Plan) -> dict[str, str]:
    mehrere = sum(bool(f.bereiche) for f in plan.handlungsfelder.values()) > 1
    return {
        f"{f.id}.{b.id}": f"{b.name} ({f.kuerzel})" if mehrere else b.name
        for f in plan.handlungsfelder.values()
        for b in f.bereiche
    }


def _handlungsfelder(plan: Plan) -> dict[str, str]:
    return {f.id: f.name for f in plan.handlungsfelder.values()}


def _fassungen(plan: Plan) -> dict[str, str]:
    return {f.id: f.titel for f in reversed(list(plan.fassungen.values()))}


def _nur(*moegliche: Facette | None) -> list[Facette]:
    return [f for f in moegliche if f]


def facetten_herausforderungen(plan: Plan, zeilen: Sequence[ZeileHerausforderung]) -> list[Facette]:
    """Facets of a list of challenges."""
    antwort = {"mit": "mit Maßnahme im Text", "ohne": "ohne Maßnahme im Text"}
    return _nur(
        facette("handlungsfeld", "Handlungsfeld", [[z.handlungsfeld] for z in zeilen], _handlungsfelder(plan)),
        facette(
            "bereich",
            "Bereich",
            [[f"{z.handlungsfeld}.{z.bereich}"] if z.bereich else [] for z in zeilen],
            _bereiche(plan),
        ),
        facette("zielgruppe", "Zielgruppe", [z.zielgruppen for z in zeilen], nach_alphabet(plan.zielgruppen.values())),
        facette("prioritaet", "Priorität", [[z.prioritaet.value] for z in zeilen], auswahlworte(Prioritaet)),
        facette("massnahme", "Maßnahme", [["mit" if z.massnahmen else "ohne"] for z in zeilen], antwort),
        facette("fassung", "Fassung", [[plan.herausforderungen[z.id].fassung] for z in zeilen], _fassungen(plan)),
    )


def facetten_massnahmen(plan: Plan, zeilen: Sequence[ZeileMassnahme]) -> list[Facette]:
    """Facets of a list of measures."""
    raeume = {z.id: plan.massnahmen[z.id].sozialraum for z in zeilen}
    staende = {NICHT_BERICHTET: NICHT_BERICHTET_WORT, **auswahlworte(Stand)}
    fristen = {UEBERFAELLIG: "überfällig", VERALTET: "Sachstand älter als 12 Monate"}
    return _nur(
        facette("handlungsfeld", "Handlungsfeld", [[z.handlungsfeld] for z in zeilen], _handlungsfelder(plan)),
        facette("bereich", "Bereich", [_bereiche_von(plan, z) for z in zeilen], _bereiche(plan)),
        facette("zielgruppe", "Zielgruppe", [z.zielgruppen for z in zeilen], nach_alphabet(plan.zielgruppen.values())),
        facette(
            "federfuehrung",
            feld(Massnahme, "federfuehrung").titel,
            [[z.federfuehrung or OHNE] for z in zeilen],
            nach_alphabet(plan.akteure.values()) | {OHNE: "nicht angegeben"},
        ),
        facette("akteur", "Beteiligte", [z.akteure for z in zeilen], nach_alphabet(plan.akteure.values())),
        facette(
            "bezug",
            "Weitere Bezüge",
            [dict.fromkeys(b.akteur for b in z.bezuege) for z in zeilen],
            nach_alphabet(plan.akteure.values()),
        ),
        facette(
            "sozialraum",
            feld(Massnahme, "sozialraum").titel,
            [[kennung(r)] if (r := raeume[z.id]) else [] for z in zeilen],
            {kennung(r): r for r in sorted({r for r in raeume.values() if r}, key=lambda r: (wortfolge(r), r))},
        ),
        facette("stand", "Stand", [[z.lage.kennung] for z in zeilen], staende),
        facette("ampel", "Ampel", [[z.lage.ampel.value] if z.lage.ampel else [] for z in zeilen], auswahlworte(Ampel)),
        facette(
            "frist",
            "Fristen",
            [
                [w for w, gilt in ((UEBERFAELLIG, z.lage.ist_ueberfaellig), (VERALTET, z.lage.veraltet)) if gilt]
                for z in zeilen
            ],
            fristen,
        ),
        facette("ressource", "Ressourcen", [[r.value for r in z.ressourcen] for z in zeilen], auswahlworte(Ressource)),
        facette(
            "kosten",
            "Kosten",
            [[z.kosten.art.value if z.kosten else OHNE] for z in zeilen],
            auswahlworte(Kostenart) | {OHNE: "nicht angegeben"},
        ),
        facette("fassung", "Fassung", [[plan.massnahmen[z.id].herkunft.fassung] for z in zeilen], _fassungen(plan)),
    )


def _bereiche_von(plan: Plan, zeile: ZeileMassnahme) -> list[str]:
    """The Bereiche of the challenges that a measure answers."""
    herausforderungen = (plan.herausforderungen[h] for h in zeile.herausforderungen)
    return list(dict.fromkeys(f"{h.handlungsfeld}.{h.bereich}" for h in herausforderungen if h.bereich))


def gleichwertige(plan: Plan) -> list[tuple[str, ...]]:
    """Words that mean the same when somebody searches: an abbreviation, its long form and the forms of both."""
    gruppen = [(b.bezeichnung, b.langform, *b.formen) for b in plan.glossar.values() if b.langform]
    gruppen += [(a.kurzform, a.bezeichnung) for a in plan.akteure.values() if a.kurzform]
    return sorted({tuple(dict.fromkeys(gruppe)) for gruppe in gruppen if gruppe[0] != gruppe[1]})


def facetten_aenderungen(plan: Plan, liste: Sequence[Aenderung]) -> list[Facette]:
    """Facets of a list of changes."""
    jahre = {str(a.datum.year): str(a.datum.year) for a in liste}
    return _nur(
        facette("handlungsfeld", "Handlungsfeld", [a.handlungsfelder for a in liste], _handlungsfelder(plan)),
        facette("art", "Art", [[a.art.value] for a in liste], auswahlworte(Aenderungsart)),
        facette("jahr", "Jahr", [[str(a.datum.year)] for a in liste], jahre),
    )
