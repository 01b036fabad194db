"""The matrix as rows: challenges and measures with everything that a list or filter shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.modell.auswahlen import Nachfolgeart, Prioritaet, Ressource
from macros.modell.massnahme import Bezug, Kosten, Massnahme, Zeitraum
from macros.modell.matrix import Herausforderung
from macros.modell.plan import Plan
from macros.sichten.stand import Lage


@dataclass(frozen=True, slots=True)
class ZeileHerausforderung:
    """A challenge in a list; references are ids."""

    id: str
    nummer: int
    kuerzel: str
    titel: str
    kurz: str
    ziele: tuple[str, ...]
    zielgruppen: tuple[str, ...]
    handlungsfeld: str
    bereich: str | None
    prioritaet: Prioritaet
    massnahmen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ZeileMassnahme:
    """A measure in a list; references are ids."""

    id: str
    nummer: str
    titel: str
    kurz: str
    kurztext: str
    herausforderungen: tuple[str, ...]
    zielgruppen: tuple[str, ...]
    akteure: tuple[str, ...]
    federfuehrung: str | None
    beteiligte: tuple[str, ...]
    bezuege: tuple[Bezug, ...]
    handlungsfeld: str
    sozialraum: str | None
    ressourcen: tuple[Ressource, ...]
    kosten: Kosten | None
    zeitraum: Zeitraum | None
    lage: Lage
    nachfolge: Nachfolgeart | None


def massnahmen_je_herausforderung(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Challenge id -> ids of the measures that answer it, in their order."""
    je: dict[str, list[str]] = {h: [] for h in plan.herausforderungen}
    for m in plan.massnahmen.values():
        for h in m.herausforderungen:
            je[h].append(m.id)
    return {h: tuple(ids) for h, ids in je.items()}


def zeilen_herausforderungen(
    plan: Plan, auswahl: Iterable[Herausforderung] | None = None
) -> list[ZeileHerausforderung]:
    """Rows of challenges, all or the chosen ones, newest edition first, by Handlungsfeld and number."""
    je = massnahmen_je_herausforderung(plan)
    alter = {fassung: -i for i, fassung in enumerate(plan.fassungen)}
    herausforderungen = plan.herausforderungen.values() if auswahl is None else auswahl
    return [
        ZeileHerausforderung(
            id=h.id,
            nummer=h.nummer,
            kuerzel=h.kuerzel_im(plan),
            titel=h.titel,
            kurz=h.kurz,
            ziele=tuple(z.text for z in h.ziele),
            zielgruppen=h.zielgruppen,
            handlungsfeld=h.handlungsfeld,
            bereich=h.bereich,
            prioritaet=h.prioritaet,
            massnahmen=je[h.id],
        )
        for h in sorted(herausforderungen, key=lambda h: alter.get(h.fassung, 0))
    ]


def mitwirkende(m: Massnahme) -> tuple[str, ...]:
    """Ids of the lead and of those who take part; who is only named (`bezuege`) does not."""
    return tuple(dict.fromkeys([*([m.federfuehrung] if m.federfuehrung else []), *(b.akteur for b in m.beteiligte)]))


def zeilen_massnahmen(
    plan: Plan, lagen: Mapping[str, Lage], auswahl: Iterable[Massnahme] | None = None
) -> list[ZeileMassnahme]:
    """Rows of measures, all or the chosen ones, newest edition first; the lead comes first among the Akteure."""
    alter = {fassung: -i for i, fassung in enumerate(plan.fassungen)}
    massnahmen = plan.massnahmen.values() if auswahl is None else auswahl
    return [
        ZeileMassnahme(
            id=m.id,
            nummer=m.nummer,
            titel=m.titel,
            kurz=m.kurz,
            kurztext=m.kurztext,
            herausforderungen=m.herausforderungen,
            zielgruppen=m.zielgruppen,
            akteure=mitwirkende(m),
            federfuehrung=m.federfuehrung,
            beteiligte=tuple(a for a in mitwirkende(m) if a != m.federfuehrung),
            bezuege=m.bezuege,
            handlungsfeld=m.handlungsfeld,
            sozialraum=m.sozialraum,
            ressourcen=m.ressourcen,
            kosten=m.kosten,
            zeitraum=m.zeitraum,
            lage=lagen[m.id],
            nachfolge=m.nachfolge.art if m.nachfolge else None,
        )
        for m in sorted(massnahmen, key=lambda m: alter.get(m.herkunft.fassung, 0))
    ]


def vorgaenger(plan: Plan) -> dict[str, list[Massnahme]]:
    """Measure -> measures of the edition before that became this one."""
    je: dict[str, list[Massnahme]] = {}
    for m in plan.massnahmen.values():
        for nachfolgerin in m.nachfolge.massnahmen if m.nachfolge else ():
            je.setdefault(nachfolgerin, []).append(m)
    return je
