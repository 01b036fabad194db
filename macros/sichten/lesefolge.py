"""The concept in reading order: neighbours, chapters and how far a reader has come."""

from __future__ import annotations

from dataclasses import dataclass

from macros.modell.konzept import Abschnitt
from macros.modell.plan import Plan


@dataclass(frozen=True, slots=True)
class Lesestelle:
    """Where a section stands: neighbours, its place, and the chapters with the one it belongs to."""

    davor: Abschnitt | None
    danach: Abschnitt | None
    stelle: int
    anzahl: int
    kapitel: tuple[tuple[Abschnitt, bool], ...]
    unterabschnitte: tuple[Abschnitt, ...]


def folge(plan: Plan, fassung: str) -> list[Abschnitt]:
    """Sections of an edition in reading order."""
    return [a for a in plan.konzept.values() if a.fassung == fassung]


def _ist_unter(abschnitt: Abschnitt, oben: Abschnitt) -> bool:
    return abschnitt.nummer.startswith(f"{oben.nummer}.")


def lesestelle(plan: Plan, abschnitt: Abschnitt) -> Lesestelle:
    """Neighbours and progress; `kapitel` holds (chapter, is current)."""
    reihe = folge(plan, abschnitt.fassung)
    i = reihe.index(abschnitt)
    oberste = [a for a in reihe if "." not in a.nummer]
    eigenes = abschnitt.nummer.split(".")[0]
    kapitel = tuple((a, a.nummer == eigenes) for a in oberste)
    ebene = abschnitt.nummer.count(".") + 1
    return Lesestelle(
        davor=reihe[i - 1] if i else None,
        danach=reihe[i + 1] if i + 1 < len(reihe) else None,
        stelle=i + 1,
        anzahl=len(reihe),
        kapitel=kapitel,
        unterabschnitte=tuple(a for a in reihe if _ist_unter(a, abschnitt) and a.nummer.count(".") == ebene),
    )


def zeigt_tabelle(plan: Plan, abschnitt: Abschnitt) -> bool:
    """True for the section that holds the table of challenges of its Handlungsfeld."""
    return any(h.abschnitt == abschnitt.id for h in plan.herausforderungen.values())
